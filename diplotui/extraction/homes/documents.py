"""Documents with a home of their own: a briefing under its heading, a ministry's statement."""

from dataclasses import replace

from diplotui.extraction.homes.owners import ZONES
from diplotui.extraction.homes.rules import ASKERS
from diplotui.extraction.homes.search import HomeSearch
from diplotui.model import ActorKind


def settle_podium(search: HomeSearch) -> None:
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
