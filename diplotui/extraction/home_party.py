"""The home of an office: for which party somebody speaks whose own words may not name it.

A minister, ministry, spokesman or army has a home; the phrase names it, or the text does close by. The rules of
``home_rules.RULES`` are asked in order; where two homes compete, there is none. What was found holds for every
mention of the same person or body.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.home_rules import (
    AIDED,
    AIDES,
    ASKERS,
    CHIEFS,
    CLAUSE_OFFICES,
    ENVOYS,
    INSPECTORS,
    NOBODY,
    OFFICERS,
    OFFICES,
    OFFICIALS,
    OWNING_BODIES,
    RULERS,
    SPOKES,
    TREATY_BODIES,
    ZONES,
)
from diplotui.extraction.home_search import HomeSearch, Phrase
from diplotui.extraction.home_text import HomeText
from diplotui.extraction.parties import title_party
from diplotui.extraction.spans import Layout, Mention, QuoteSpan, Sentence
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

_SETTLED_KINDS = frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS, ActorKind.OFFICE, ActorKind.BODY})
_NEEDY = OFFICES | RULERS | SPOKES | ENVOYS | OFFICERS | INSPECTORS
_UPGRADED = _NEEDY | OFFICIALS | TREATY_BODIES
"""Heads whose bearers speak for the party that their phrase names."""
_CUTS = word_set("of for in at to with on from near inside , who which")
_NAMED_STATE = word_set("state states affairs defence defense finance the national foreign interior")
_COUNTRY = word_set("country nation state kingdom republic island emirate government")
_TRAILING = word_set("neither either both nor")
_FAR_OFFICES = word_set(
    "government ministry police army military presidential cabinet palace foreign defence defense"
)


@dataclass(frozen=True, slots=True)
class _Title:
    """What an entity is called by: the words of its office and which of them is the head."""

    words: frozenset[str]
    head: str
    blocked: bool
    """The words belong to no state: a company, an opposition, a former office, another body."""
    definite: bool
    plural: bool
    owned: bool
    """Somebody that is no state stands with "'s" between the state and the head: Spanish fishermen's spokesman."""


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
    search = HomeSearch(home, [_completed(home, _trimmed(mention, text)) for mention in mentions], quotes)
    groups = sorted(search.groups.values(), key=lambda group: group[0])
    for group in groups:
        _settle(search, group)
    _podium(search)
    _own_statement(search)
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


def _trimmed(mention: Mention, text: str) -> Mention:
    """A phrase without the "neither" of what follows it."""
    words = text[mention.start : mention.end].split()
    if len(words) < 2 or words[-1] not in _TRAILING or mention.source.kind is not ActorKind.ANONYMOUS:
        return mention
    end = mention.start + len(text[mention.start : mention.end].rstrip()[: -len(words[-1])].rstrip())
    return replace(mention, end=end)


def _completed(home: HomeText, mention: Mention) -> Mention:
    """``X of the Portuguese`` with the ministry that follows: a name is not left at an adjective."""
    if mention.source.kind is not ActorKind.PERSON:
        return mention
    lower, last = home.tokens.lower, home.tokens.at(mention.end) - 1
    place = home.ends.get(last)
    if place is None or place.term.kind != "demonym":
        return mention
    for at in range(last + 1, min(last + 5, len(lower))):
        if lower[at] in OFFICES:
            return replace(mention, end=home.tokens.ends[at])
        if not lower[at].isalpha():
            break
    return mention


def _title(search: HomeSearch, phrases: Sequence[Phrase], source: Source) -> _Title:
    first, lower = phrases[0], search.tokens.lower
    office = source.office
    words = list(office.lower().replace("’", "'").split()) if office else list(first.words)
    before = search.title_before(first) if source.kind is ActorKind.PERSON else None
    if before is not None:
        words = lower[before[0] : before[1]]
    cut = next((i for i, word in enumerate(words) if word in _CUTS and i), len(words))
    named = [word.rstrip(".,") for word in words[:cut] if word[0].isalnum()]
    head = named[-1] if named else ""
    if head not in _NEEDY and office is None and set(words[cut:]) & OFFICES:
        head = next(word for word in words[cut:] if word in OFFICES)
    lead = lower[first.first]
    plural = (head.endswith("s") and head not in OFFICES) or head in {"troops", "forces"}
    return _Title(
        words=frozenset(words),
        head=head,
        blocked=_belongs_elsewhere(search, first),
        definite=lead not in {"a", "an", "another", "some", "several"},
        plural=plural,
        owned=_owned(search, first),
    )


def _owned(search: HomeSearch, phrase: Phrase) -> bool:
    lower = search.tokens.lower
    return any(
        lower[at] == "'s"
        and at - 1 not in search.home.ends
        and lower[at - 1] not in _COUNTRY | OWNING_BODIES | RULERS
        for at in range(phrase.first + 2, phrase.after)
    )


def _belongs_elsewhere(search: HomeSearch, phrase: Phrase) -> bool:
    """Whether a phrase names a company, an opposition, a former office, or the body or place of somebody else."""
    lower, words = search.tokens.lower, search.tokens.words
    places = search.home.places_in(phrase.first, phrase.after)
    inside = {at for place in places for at in range(place.first, place.last + 1)}
    for at in range(phrase.first, phrase.after):
        word = lower[at]
        if at in inside:
            continue
        if word in NOBODY and not (word == "bank" and lower[at - 1] == "central"):
            return True
        if word == "'s" and at > phrase.first and at - 1 not in inside and lower[at - 1] not in _COUNTRY | OWNING_BODIES:
            return True
        if word in {"of", "for", "at"} and at + 1 < phrase.after:
            inner = min(at + 1 + (lower[at + 1] == "the"), phrase.after - 1)
            strange = (
                words[inner][0].isupper() and lower[inner] not in _NAMED_STATE | OFFICES | CLAUSE_OFFICES
            )
            if strange and not any(step in inside for step in range(inner, phrase.after)):
                return True
    return False


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
    title = _title(search, phrases, source)
    party, speaks, rule = _home(search, phrases, title, source)
    if (party, speaks) != (source.party, source.speaks_for):
        search.found[id(source)] = replace(source, party=party, speaks_for=speaks)
    if speaks and party is not None:
        for phrase in phrases:
            search.offices.append((phrase.first, frozenset(phrase.words), party, rule))


def _home(
    search: HomeSearch, phrases: Sequence[Phrase], title: _Title, source: Source
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
            found = search.owner(phrase)[0] or search.far(phrase)
            if found is not None:
                return found, True, "own-clause"
    if search.mixed(phrases[0]):
        return None, False, "mixed"
    world = search.world_body(phrases[0])
    if world is not None and not title.words & NOBODY:
        return world, True, "world-body"
    if title.blocked:
        return (None, False, "blocked") if source.kind is not ActorKind.BODY else _kept(source)
    sure = title_party(" ".join(title.words) if source.office is None else source.office, sure=True)
    if sure is not None and sure == source.party:
        return _kept(source)
    return _unworded(search, phrases, title, source)


def _kept(source: Source) -> tuple[str | None, bool, str]:
    return source.party, source.speaks_for, "kept"


def _unworded(
    search: HomeSearch, phrases: Sequence[Phrase], title: _Title, source: Source
) -> tuple[str | None, bool, str]:
    """The home that other words of the text give."""
    first = phrases[0]
    needy = title.head in _NEEDY or (title.head in CHIEFS and bool(title.words & OFFICES))
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
    behind = search.place_behind(first)
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
    if found is None and title.head not in ENVOYS:
        found = search.far(first)
    return found, found is not None, "far"


def _again(search: HomeSearch, index: int) -> Mention:
    """A mention with what was settled of its source."""
    mention = search.mentions[index]
    found = search.found.get(id(mention.source))
    return mention if found is None else replace(mention, source=found)


def _nearest_office(search: HomeSearch, mention: Mention) -> Mention:
    """``The ministry``: the state's ministry spoken of last in its paragraph, also where a phrase only held it."""
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


def _podium(search: HomeSearch) -> None:
    """In a briefing, questions and one speaker: the state of the heading is the speaker's."""
    labels = [mention for mention in search.mentions if mention.rule == "turn-label"]
    if not labels:
        return
    askers = {id(m.source) for m in labels if m.source.name.lower() in ASKERS}
    answering = {id(m.source): m.source for m in labels if id(m.source) not in askers}
    if not askers or len(answering) != 1:
        return
    source = next(iter(answering.values()))
    party = _heading_party(search)
    if source.party is None and party is not None:
        search.found[id(source)] = replace(source, party=party, speaks_for=True)


def _heading_party(search: HomeSearch) -> str | None:
    """The state whose office or time zone stands in a heading or before the first turn."""
    home = search.home
    ends = [end for _, end in home.layout.headings]
    first = home.layout.blocks[0].start if home.layout.blocks else 0
    head = home.text[: max([first, *[end for end in ends if end <= first]])]
    offices = {
        place.term.party
        for place in home.places_in(0, search.tokens.at(first))
        if place.term.kind in {"office", "metonym"}
    }
    if len(offices) == 1:
        return offices.pop()
    return next((party for zone, party in ZONES if zone in head), None)


def _own_statement(search: HomeSearch) -> None:
    """``The Ministry rejects ...`` at the head of a text: the ministry's own statement, of the state it names in full."""
    if not search.mentions:
        return
    first = search.mentions[0]
    source = search.source(first)
    words = search.phrase(0).words
    if source.kind is not ActorKind.OFFICE or source.party is not None or words[:1] != ("the",):
        return
    full = {
        place.term.party
        for place in search.home.places.values()
        if search.tokens.lower[max(0, place.first - 2) : place.first] in _FORMAL
    }
    if len(full) == 1:
        search.found[id(first.source)] = replace(source, party=full.pop(), speaks_for=True)


_FORMAL = (["republic", "of"], ["kingdom", "of"], ["government", "of"], ["federation", "of"], ["state", "of"])
"""Before a state's name: a state that speaks calls itself by its full name."""


__all__ = ["settle_parties"]
