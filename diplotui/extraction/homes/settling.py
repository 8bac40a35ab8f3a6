"""The home of an office: for which party somebody speaks whose own words may not name it.

A minister, ministry, spokesman or army has a home; the phrase names it, or the text does close by. The rules
of ``rules.RULES`` are asked in order; where two homes compete, there is none. What was found holds for
every mention of the same person or body.
"""

from collections.abc import Sequence
from dataclasses import replace

from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.homes.documents import settle_own_statement, settle_podium
from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import (
    NOBODY,
    OFFICES,
    OFFICIALS,
    PEERS,
    POSTS,
    TREATY_BODIES,
)
from diplotui.extraction.homes.search import HomeSearch
from diplotui.extraction.homes.text import HomeText
from diplotui.extraction.homes.titles import NEEDY, Title, completed, title_of, trimmed
from diplotui.extraction.homes.unworded import Found, kept, unworded
from diplotui.extraction.spans import Layout, Mention, QuoteSpan, Sentence
from diplotui.model import ActorKind, Source

_SETTLED_KINDS = frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS, ActorKind.OFFICE, ActorKind.BODY})
_UPGRADED = NEEDY | OFFICIALS | PEERS | TREATY_BODIES
"""Heads whose bearers speak for the party that their phrase names."""


def settle_parties(
    text: str,
    layout: Layout,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    terms: Sequence[TermSpan],
    quotes: Sequence[QuoteSpan] = (),
) -> tuple[Mention, ...]:
    """The mentions with the party of everybody who speaks for one. Linear in the text."""
    home = HomeText(text, layout, sentences, terms)
    search = HomeSearch(home, [completed(home, trimmed(mention, text)) for mention in mentions], quotes)
    groups = sorted(search.groups.values(), key=lambda group: group[0])
    for group in groups:
        _settle(search, group)
    settle_podium(search)
    settle_own_statement(search)
    settled = [_again(search, index) for index in range(len(mentions))]
    return _without_listed(search, [_nearest_office(search, mention) for mention in settled])


def _without_listed(search: HomeSearch, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without states that are named as some of several; "they" after them are the several."""
    whole: dict[Source, Mention] = {}
    kept: list[Mention] = []
    for mention in mentions:
        if search.listed(mention) and kept:
            whole[mention.source] = kept[-1]
        elif mention.source in whole and mention.rule == "pronoun-they":
            kept.append(replace(mention, source=whole[mention.source].source))
        else:
            kept.append(mention)
    return tuple(kept)


def _settle(search: HomeSearch, indexes: Sequence[int]) -> None:
    """Find the home of one entity and note it."""
    source = search.mentions[indexes[0]].source
    phrases = [
        search.phrase(index)
        for index in indexes
        if not search.mentions[index].rule.startswith(("pronoun", "document-of", "turn-label"))
    ]
    if source.kind not in _SETTLED_KINDS or not phrases:
        return
    if source.kind is ActorKind.PERSON:  # a colonel said ... The colonel, Seydou Barry,
        masked = {p.index for p in phrases if _is_mask(search, p)}
        phrases = [p for p in phrases if p.index not in masked] or phrases
    title = title_of(search, phrases, source)
    party, speaks, rule = _home(search, phrases, title, source)
    if (party, speaks) != (source.party, source.speaks_for):
        search.found[id(source)] = replace(source, party=party, speaks_for=speaks)
    if rule == "named-next":
        _name(search, phrases[0].index)
    if speaks and party is not None:
        for phrase in phrases:
            search.offices.append((phrase.first, frozenset(phrase.words), party, rule))


def _is_mask(search: HomeSearch, phrase: Phrase) -> bool:
    """Whether a phrase only hides the person whom the text names later: a colonel."""
    opening = search.tokens.lower[phrase.first]
    return search.mentions[phrase.index].rule == "described" and opening in {"a", "an"}


def _name(search: HomeSearch, index: int) -> None:
    """The unnamed spokesman before a bare name is its bearer: one person, named, with that office."""
    bearer = search.bearer_before(search.phrase(index))
    if bearer is None:
        return
    before, named = bearer.source, search.mentions[index].source
    found = replace(search.found.get(id(named), named), office=search.source(bearer).name)
    search.found[id(before)] = search.found[id(named)] = found


def _home(search: HomeSearch, phrases: Sequence[Phrase], title: Title, source: Source) -> Found:
    """Party, right to speak for it, and the rule that found them."""
    before = search.title_before(phrases[0]) if source.kind is ActorKind.PERSON else None
    if before is not None:
        places = search.home.places_in(*before)
        if places:
            return places[0].term.party, True, "worded"
    for phrase in phrases:
        worded = search.worded(phrase)
        if worded is not None:
            sure = source.speaks_for and source.party is not None and not title.owned
            post = any(post in " ".join(phrase.words) for post in POSTS)
            upgraded = (title.head in _UPGRADED or post) and not title.blocked
            return worded, sure or upgraded, "worded"
    for phrase in phrases[:2]:
        clause, office = search.own_clause(phrase)
        if clause is not None:
            return clause, True, "own-clause"
        if office and not title.blocked:
            found = search.owner(phrase)[0] or search.served_ruler(phrase) or search.far(phrase)
            if found is not None:
                return found, True, "own-clause"
    if search.mixed(phrases[0]):
        return None, False, "mixed"
    seated = search.body_noun(phrases[0])
    if seated is not None:
        return seated, True, "body-noun"
    world = search.world_body(phrases[0])
    if world is not None and not title.words & NOBODY:
        return world, True, "world-body"
    if title.blocked:
        return (None, False, "blocked") if source.kind is not ActorKind.BODY else kept(source)
    alone = search.alone_titled(phrases[0])
    if alone is not None:
        return alone, True, "title"
    return unworded(search, phrases[0], title, source)


def _again(search: HomeSearch, index: int) -> Mention:
    """A mention with what was settled of its source."""
    mention = search.mentions[index]
    found = search.found.get(id(mention.source))
    return mention if found is None else replace(mention, source=found)


def _nearest_office(search: HomeSearch, mention: Mention) -> Mention:
    """``The ministry``: the one spoken of last in its paragraph, also where a phrase only held it."""
    noun = mention.rule.removeprefix("the-")
    if not mention.inferred or noun not in OFFICES or mention.source.kind is not ActorKind.OFFICE:
        return mention
    inside = search.office_inside(mention, noun)
    if inside is None:
        return mention
    name, party = inside
    if party == mention.source.party:
        return mention
    return replace(mention, source=Source(name, ActorKind.OFFICE, party=party, speaks_for=True))


__all__ = ["settle_parties"]
