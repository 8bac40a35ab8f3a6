"""The status of a claim, from the positions of its subjects, and of an event, from its claims."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from diplotui.ledger.facts import StanceFact
from diplotui.model import ClaimStatus, EventKind, Position, PositionKind, Stance


class Cells(NamedTuple):
    """The subjects' cells, counted."""

    subjects: int
    affirm: int
    deny: int
    deny_in_part: int
    evade: int
    silent: int
    asked: int
    withdrawn: bool
    """Every origin took the claim back."""


STATUSES: tuple[tuple[ClaimStatus, Callable[[Cells], bool]], ...] = (
    (ClaimStatus.WITHDRAWN, lambda cells: cells.withdrawn),
    (ClaimStatus.DISPUTED, lambda cells: cells.affirm > 0 and cells.deny > 0),
    (ClaimStatus.AFFIRMED, lambda cells: cells.affirm > 0),
    (ClaimStatus.DENIED_IN_PART, lambda cells: 0 < cells.deny == cells.subjects and cells.deny_in_part > 0),
    (ClaimStatus.DENIED, lambda cells: 0 < cells.deny == cells.subjects),
    (ClaimStatus.DENIED_BY_SOME, lambda cells: cells.deny > 0),
    (ClaimStatus.EVADED, lambda cells: cells.evade > 0),
    (ClaimStatus.SILENT, lambda cells: cells.silent > 0),
    (ClaimStatus.ASKED, lambda cells: cells.asked > 0),
    (ClaimStatus.UNADDRESSED, lambda cells: True),
)
"""Statuses with their conditions; the first that fits holds."""

CONTESTED = tuple(ClaimStatus)
"""Statuses from the most to the least contested: the order in which the enum lists them."""


def claim_status(subjects: Sequence[str], positions: Iterable[Position], *, withdrawn: bool) -> ClaimStatus:
    """The status of a claim; parties that are not its subjects have columns, not votes."""
    cells = [cell for cell in positions if cell.party in subjects]

    def count(kind: PositionKind) -> int:
        return sum(cell.position is kind for cell in cells)

    counted = Cells(
        subjects=len(set(subjects)),
        affirm=count(PositionKind.AFFIRMS),
        deny=count(PositionKind.DENIES),
        deny_in_part=sum(cell.position is PositionKind.DENIES and cell.part for cell in cells),
        evade=count(PositionKind.EVADES),
        silent=count(PositionKind.SILENT),
        asked=count(PositionKind.ASKED),
        withdrawn=withdrawn,
    )
    return next(status for status, fits in STATUSES if fits(counted))


def event_status(statuses: Iterable[ClaimStatus]) -> ClaimStatus:
    """The most contested of the statuses of an event's claims; unaddressed where it has none."""
    return min(statuses, key=CONTESTED.index, default=ClaimStatus.UNADDRESSED)


def responded(kind: EventKind, facts: Iterable[StanceFact]) -> bool:
    """Whether a status is worth showing: the event is alleged, or somebody answered.

    A plain fact that nobody answers needs no badge.
    """
    return kind is EventKind.ALLEGED or any(fact.stance is not Stance.ASSERTS for fact in facts)
