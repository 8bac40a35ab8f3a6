"""Documents with a home of their own: a briefing under its heading, a ministry's statement."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from diplotui.extraction.homes.owners import WORLD_TITLES, ZONES
from diplotui.extraction.homes.rules import ASKERS
from diplotui.extraction.homes.search import HomeSearch
from diplotui.extraction.spans import Mention
from diplotui.model import ActorKind

HEAD_REACH = 300
"""Characters within which the head of a briefing says whose it is."""
OWN_NAMINGS, OWN_LEAD = 3, 1.5
"""How often answers name the answering state at least, and how much oftener than any other."""


def settle_podium(search: HomeSearch) -> None:
    """In a briefing, those who answer speak for the party whose podium it is."""
    turns = _turns(search)
    askers = {key for key, texts in turns.items() if _asks(search, key, texts)}
    answering = _answering(search, turns, askers)
    if not askers or not answering:
        return
    party = _heading_party(search)
    if party is None and len(answering) == 1:
        party = _named_by_itself(search, turns[answering[0]])
    party = party or _format_party(search)
    if party is None:
        return
    for mention in search.mentions:
        source = mention.source
        if id(source) in answering and not _names_a_place(search, mention):
            search.found[id(source)] = replace(search.source(mention), party=party, speaks_for=True)


def _names_a_place(search: HomeSearch, mention: Mention) -> bool:
    at = search.tokens.at
    return bool(search.home.places_in(at(mention.start), at(mention.end)))


def _turns(search: HomeSearch) -> dict[int, list[tuple[int, int]]]:
    """For each labelled speaker the spans of the turns, label left out."""
    labels = [mention for mention in search.mentions if mention.rule == "turn-label"]
    ends = [*(label.start for label in labels[1:]), len(search.home.text)]
    turns: dict[int, list[tuple[int, int]]] = {}
    for label, end in zip(labels, ends[: len(labels)], strict=True):
        turns.setdefault(id(label.source), []).append((label.end, end))
    return turns


def _asks(search: HomeSearch, key: int, turns: list[tuple[int, int]]) -> bool:
    """Whether a label is that of those who ask: by its word, or since most of its turns hold a question."""
    source = next(mention.source for mention in search.mentions if id(mention.source) == key)
    if source.name.lower() in ASKERS:
        return True
    return 2 * sum("?" in search.home.text[start:end] for start, end in turns) > len(turns)


def _answering(search: HomeSearch, turns: dict[int, list[tuple[int, int]]], askers: set[int]) -> list[int]:
    """Who answers: whoever does not ask, without those whom the one who answers most always answers."""
    rest = [key for key in turns if key not in askers]
    if not rest:
        return []
    most = max(rest, key=lambda key: len(turns[key]))
    order = [id(mention.source) for mention in search.mentions if mention.rule == "turn-label"]
    after: dict[int, set[int]] = {}
    for one, following in pairwise(order):
        after.setdefault(one, set()).add(following)
    return [key for key in rest if key == most or after.get(key) != {most}]


def _named_by_itself(search: HomeSearch, turns: list[tuple[int, int]]) -> str | None:
    """The state that answers name most, and far more often than any other: a ministry names its own."""
    counts = Counter(
        place.term.party
        for start, end in turns
        for place in search.home.places_in(search.tokens.at(start), search.tokens.at(end))
        if search.home.is_about(place)
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < OWN_NAMINGS:
        return None
    if len(ranked) > 1 and ranked[0][1] < OWN_LEAD * ranked[1][1]:
        return None
    return ranked[0][0]


AMERICAN_LABEL = re.compile(r"(?:MR|MS|MRS)\.? [A-Z][A-Z’'-]+\Z")
"""MS. DELANEY beside QUESTION: the form of the American government's transcripts."""


def _format_party(search: HomeSearch) -> str | None:
    """The state whose government prints its transcripts so."""
    labels = (mention for mention in search.mentions if mention.rule == "turn-label")
    texts = {search.home.text[m.start : m.end].strip(" :") for m in labels}
    american = any(AMERICAN_LABEL.match(text) for text in texts) and "QUESTION" in texts
    return "US" if american else None


def _heading_party(search: HomeSearch) -> str | None:
    """The party whose office, body or time zone stands at the head of a briefing, before the first turn."""
    home = search.home
    first = min((mention.start for mention in search.mentions if mention.rule == "turn-label"), default=0)
    end = min(first, HEAD_REACH)
    places = home.places_in(0, search.tokens.at(end))
    bodies = [
        place.term.party for place in places if place.term.kind == "body" and _is_world(place.term.party)
    ]
    if bodies:
        return bodies[0]
    offices = {place.term.party for place in places if place.term.kind in {"office", "metonym"}}
    if len(offices) == 1:
        return offices.pop()
    lowered = home.text[:end].lower()
    world = next((party for title, party in WORLD_TITLES if title in lowered), None)
    if world is not None and not offices:
        return world
    return next((party for zone, party in ZONES if zone in home.text[:end]), None)


def _is_world(party: str | None) -> bool:
    """Whether a party is no state."""
    return party is not None and len(party) > 2


def settle_own_statement(search: HomeSearch) -> None:
    """``The Ministry rejects ...`` heads a text: its own statement, for the state it names in full."""
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
        or search.tokens.lower[place.first : place.first + 2] in _FORMAL
    }
    if len(full) == 1:
        search.found[id(first.source)] = replace(source, party=full.pop(), speaks_for=True)


_FORMAL = (["republic", "of"], ["kingdom", "of"], ["government", "of"], ["federation", "of"], ["state", "of"])
"""Before a state's name: a state that speaks calls itself by its full name."""


__all__ = ["settle_own_statement", "settle_podium"]
