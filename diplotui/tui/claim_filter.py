"""The filter line of the claims screen: what its words mean, and how claims are sorted."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from diplotui.model import ClaimRow, ClaimStatus, PositionKind
from diplotui.text import one_line
from diplotui.tui.widgets.claim_lines import last_change

PHRASES: tuple[tuple[str, frozenset[ClaimStatus] | None], ...] = (
    ("denied in part", frozenset({ClaimStatus.DENIED_IN_PART})),
    ("denied by some", frozenset({ClaimStatus.DENIED_BY_SOME})),
    ("denied", frozenset({ClaimStatus.DENIED, ClaimStatus.DENIED_IN_PART, ClaimStatus.DENIED_BY_SOME})),
    ("disputed", frozenset({ClaimStatus.DISPUTED})),
    ("withdrawn", frozenset({ClaimStatus.WITHDRAWN})),
    ("evaded", frozenset({ClaimStatus.EVADED})),
    ("silent", frozenset({ClaimStatus.SILENT})),
    ("asked", frozenset({ClaimStatus.ASKED})),
    ("affirmed", frozenset({ClaimStatus.AFFIRMED})),
    ("unaddressed", frozenset({ClaimStatus.UNADDRESSED})),
    ("never answered", None),
    ("reversed", None),
)
"""Words of the filter that stand for statuses, longer ones first; None: told from the positions."""
UNANSWERED = (PositionKind.NOTHING, PositionKind.ASKED, PositionKind.SILENT)


class Order(StrEnum):
    """How claims are sorted."""

    CHANGED = "last change"
    CONTESTED = "most contested"


def _fits_phrase(row: ClaimRow, phrase: str, statuses: frozenset[ClaimStatus] | None) -> bool:
    if statuses is not None:
        return row.status in statuses
    if phrase == "reversed":
        return any(cell.reversed for cell in row.positions)
    subjects = [cell for cell in row.positions if cell.party in row.claim.subjects]
    return any(cell.position in UNANSWERED for cell in subjects)


def chosen_claims(
    rows: Sequence[ClaimRow], typed: str, topics: Mapping[str, str], order: Order
) -> list[ClaimRow]:
    """The claims that fit every word typed, sorted.

    Status words (``denied by some``, ``never answered``, ``reversed``), codes of parties in capitals, and any
    other words, which stand in the claim or in the name of its topic. ``topics``: names by id.
    """
    rest = f" {one_line(typed)} "
    kept = list(rows)
    for phrase, statuses in PHRASES:
        place = rest.casefold().find(f" {phrase} ")
        if place >= 0:
            rest = f"{rest[:place]} {rest[place + len(phrase) + 1 :]}"
            kept = [row for row in kept if _fits_phrase(row, phrase, statuses)]
    codes = {party for row in rows for party in _parties(row)}
    for word in rest.split():
        if word in codes:
            kept = [row for row in kept if word in _parties(row)]
        else:
            kept = [row for row in kept if _has_word(row, word.casefold(), topics)]
    if order is Order.CONTESTED:
        places = {status: place for place, status in enumerate(ClaimStatus)}
        return sorted(kept, key=lambda row: (places[row.status], -_ordinal(row)))
    return sorted(kept, key=lambda row: -_ordinal(row))


def _ordinal(row: ClaimRow) -> int:
    return (last_change(row) or date.min).toordinal()


def _has_word(row: ClaimRow, word: str, topics: Mapping[str, str]) -> bool:
    return word in row.claim.text.casefold() or word in topics.get(row.topic, row.topic).casefold()


def _parties(row: ClaimRow) -> tuple[str, ...]:
    return (*row.claim.subjects, *(cell.party for cell in row.positions))
