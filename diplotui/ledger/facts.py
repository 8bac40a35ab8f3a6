"""What the ledger's rules need to know of a stance: its statement's party, basis, day and origin."""

from dataclasses import dataclass
from datetime import date

from diplotui.model import (
    Basis,
    ClaimStatus,
    Coverage,
    Decision,
    OriginCount,
    Position,
    Stance,
    StatusChange,
)


@dataclass(frozen=True, slots=True)
class StanceFact:
    """One stance on one claim, with what its statement says about who, when and on what footing."""

    statement: str
    claim: str
    stance: Stance
    coverage: Coverage
    scope: str | None
    basis: Basis
    party: str | None
    speaker: str | None
    """Actor id."""
    chain: tuple[str, ...]
    """Actor ids, origin first."""
    heads: int | None
    on: date | None
    """The day it became public: ``said.latest``, else the document's day of publication."""
    recorded: str
    """When the ledger first had it: breaks ties on one day after basis."""
    document: str
    proposed: bool
    clock: str | None = None
    """Time of day on ``on`` where known, HH:MM."""
    publisher: str | None = None
    """Actor id of the document's publisher: tells "reports say" from a report laid to an outlet."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that follows from the stances on one claim, on one day of the public clock."""

    claim: str
    status: ClaimStatus
    positions: tuple[Position, ...]
    counts: OriginCount
    history: tuple[StatusChange, ...]
    public: date | None
    """The first day on which any statement on it was public; None where no day is known."""


__all__ = ["Basis", "Coverage", "Decision", "Judgement", "Stance", "StanceFact"]
