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
    AIDED,
    AIDES,
    CHIEFS,
    ENVOYS,
    NOBODY,
    OFFICERS,
    OFFICES,
    OFFICIALS,
    POSTS,
    SPOKES,
    TREATY_BODIES,
)
from diplotui.extraction.homes.search import HomeSearch
from diplotui.extraction.homes.text import HomeText
from diplotui.extraction.homes.titles import NEEDY, Title, completed, title_of, trimmed
from diplotui.extraction.spans import Layout, Mention, QuoteSpan, Sentence
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

_SETTLED_KINDS = frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS, ActorKind.OFFICE, ActorKind.BODY})
_UPGRADED = NEEDY | OFFICIALS | TREATY_BODIES
"""Heads whose bearers speak for the party that their phrase names."""
_SEATED_OFFICIALS = word_set("official officials")
"""In a capital these are its own: In Tashkent, officials declined (a diplomat there is another's)."""
_POSSESSED = (("his",), ("her",), ("its",), ("their",))
_OFFICE_OF = word_set(
    "government president presidential cabinet minister communications press foreign official"
)
"""Words that make an office or a source a state's: the Government Communications Office."""
_CUTS = word_set("of for in at to with on from near inside , who which")
_NAMED_STATE = word_set("state states affairs defence defense finance the national foreign interior")
_COUNTRY = word_set("country nation state kingdom republic island emirate government")
_TRAILING = word_set("neither either both nor")

_FAR_OFFICES = word_set(
    "junta regime leadership rulers authorities state government ministry police army military presidential cabinet palace foreign defence defense"
)


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


def _home(
    search: HomeSearch, phrases: Sequence[Phrase], title: Title, source: Source
) -> tuple[str | None, bool, str]:
    """Party, right to speak for it, and the rule that found them."""
    before = search.title_before(phrases[0]) if source.kind is ActorKind.PERSON else None
    if before is not None:
        places = search.home.places_in(*before)
        if places:
            return places[0].term.party, True, "worded"
    for phrase in phrases:
        worded = search.worded(phrase)
        if worded is not None:
            kept = source.speaks_for and source.party is not None and not title.owned
            return worded, kept or (title.head in _UPGRADED and not title.blocked), "worded"
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
        return (None, False, "blocked") if source.kind is not ActorKind.BODY else _kept(source)
    alone = search.alone_titled(phrases[0])
    if alone is not None:
        return alone, True, "title"
    return _unworded(search, phrases, title, source)


def _kept(source: Source) -> tuple[str | None, bool, str]:
    return source.party, source.speaks_for, "kept"


def _unworded(
    search: HomeSearch, phrases: Sequence[Phrase], title: Title, source: Source
) -> tuple[str | None, bool, str]:
    """The home that other words of the text give."""
    first = phrases[0]
    named_post = " ".join((source.office or "").lower().split() or first.words)
    post = any(post in named_post for post in POSTS)
    office = title.head in {"office", "source"} and bool(title.words & _OFFICE_OF)
    if title.head in AIDES and search.aids_ruler(first):
        whose_aide = search.place_before(first) or search.same_office(first) or search.far(first)
        return whose_aide, whose_aide is not None, "aide"
    office = office or (title.head == "office" and bool(title.words & {"his", "her"}))
    if title.head in OFFICERS and source.kind is ActorKind.ANONYMOUS:
        return _kept(source)  # the captain of a ship
    needy = (
        post
        or office
        or title.head in NEEDY
        or (title.head in CHIEFS and bool(title.words & (OFFICES | AIDED)))
    )
    whose = search.whose(first)
    if whose is not None and source.kind is ActorKind.PERSON:
        return whose, True, "whose"
    if not needy and title.head not in OFFICIALS | CHIEFS:
        named = search.named_next(first)
        if named is not None:
            return named, True, "named-next"
        country = search.country_post(first)
        if country is not None:
            return country, True, "possessive"
        bare = source.kind is ActorKind.PERSON and source.office is None and search.leads(first)
        return (None, False, "leads-no-office") if bare else _kept(source)
    possessed = first.words[:1] in _POSSESSED
    behind = None if possessed else search.place_behind(first)
    if behind is not None and (needy or title.head in OFFICIALS):
        return behind, True, "place-behind"
    party, points = search.owner(first)
    if points:
        return party, party is not None and (needy or title.head in CHIEFS | OFFICIALS), "possessive"
    if "'s" in first.words:
        party = search.body_owner(first)
        if party is not None:
            return party, True, "body-owner"
    if title.head in AIDES and title.words & AIDED:
        before_it = search.place_before(first) or search.spokes_near(first)
        return before_it, before_it is not None, "spokes-near"
    here = search.place_before(first) if title.head in _SEATED_OFFICIALS else None
    if here is not None:
        return here, True, "place_before"
    inside = search.inside_office(first) if title.head in OFFICIALS else None
    if inside is not None:
        return inside, True, "inside-office"
    if not needy:
        return (None, False, "diplomat") if "diplomat" in title.head else _kept(source)
    if title.head in SPOKES and not title.words & _FAR_OFFICES:
        before = search.place_before(first) or search.spokes_near(first) or search.titled(first)
        return before, before is not None, "spokes-near"
    if title.plural:
        return _kept(source)
    for rule in (search.place_before, search.same_noun, search.chamber, search.titled):
        found = rule(first)
        if found is not None:
            return found, True, rule.__name__
    if not title.definite and title.head not in SPOKES:
        return _kept(source)
    if search.quoted(first):
        return _kept(source)
    found = search.same_office(first)
    if found is None and title.head == "embassy":
        found = search.sender(first)
    elif found is None and title.head not in ENVOYS | {"consulate"}:
        found = search.far(first)
    return found, found is not None, "far"


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
