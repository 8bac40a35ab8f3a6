"""Claims as the ledger judges them: positions, statuses, origins."""

from dataclasses import dataclass
from datetime import date as Day

from diplotui.model.records import Claim
from diplotui.model.vocabulary import Basis, ClaimStatus, Coverage, PositionKind, Stance


@dataclass(frozen=True, slots=True)
class NewestStance:
    """The last thing a party did on a claim, where it is not what its position rests on."""

    stance: Stance
    on: Day | None
    statement: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where one party stands on one claim, and the sentence it rests on."""

    party: str
    position: PositionKind = PositionKind.NOTHING
    stance: Stance | None = None
    coverage: Coverage | None = None
    basis: Basis | None = None
    on: Day | None = None
    """The day it became public."""
    statement: str | None = None
    scope: str | None = None
    part: bool = False
    """Affirms or denies in part only."""
    proposed: bool = False
    """Rests on a filing that no person has accepted yet."""
    reversed: bool = False
    """The party held the opposite before; ``earlier`` is that statement."""
    earlier: str | None = None
    newest: NewestStance | None = None
    tied: str | None = None
    """Statement that says the opposite with equal weight, where nothing tells which came first: show both."""


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How much stands behind a claim."""

    origins: int = 0
    named: int = 0
    people: int = 0
    """People, at least."""
    documents: int = 0


@dataclass(frozen=True, slots=True)
class StatusChange:
    """From which public day a claim has had which status."""

    on: Day | None
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its status: one line of the matrix."""

    claim: Claim
    topic: str
    status: ClaimStatus
    counts: OriginCount
    positions: tuple[Position, ...]
    """Every subject has one; other parties only where they have a position."""
    history: tuple[StatusChange, ...] = ()
    """Each change of status on the public clock, oldest first."""

    def position(self, party: str) -> Position | None:
        """The cell of this party, or None where it is not a party to the claim."""
        return next((cell for cell in self.positions if cell.party == party), None)


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A window of the list of claims, the last change first."""

    rows: tuple[ClaimRow, ...]
    total: int
    """How many the filter shows in all; counted up to 2,000, which stands for that many or more."""
    offset: int
    """Place of the first of ``rows``, from 0."""
