"""What moved, what is watched, and what is still to be asked."""

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from diplotui.model.records import Claim
from diplotui.model.views import StatementView, TimelineRow
from diplotui.model.vocabulary import Basis, ClaimStatus, Stance


@dataclass(frozen=True, slots=True)
class StatusMove:
    """A claim whose status moved, or on which a party turned round: was, is, and through what."""

    claim: Claim
    topic: str
    event: str
    was: ClaimStatus
    now: ClaimStatus
    at: str
    """Instant at which the ledger noticed."""
    party: str | None = None
    """Whose position did it; None where no sentence did, as when silence set in or a person corrected."""
    statement: str | None = None
    exact: str | None = None
    """The sentence that did it."""
    speaker: str | None = None
    """Name."""
    on: Day | None = None
    """The day it became public."""
    reversed: bool = False
    """The party held the opposite before."""
    watched: tuple[str, ...] = ()
    """What of it is watched: ``claim/c1``, ``party/RU``, ``actor/a1``."""


@dataclass(frozen=True, slots=True)
class DenialView:
    """A denial, with what it denies."""

    statement: str
    claim: str
    claim_text: str
    event: str
    stance: Stance
    party: str | None
    scope: str | None
    basis: Basis
    exact: str
    on: Day | None
    proposed: bool


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What changed in a ledger since a cursor; retellings are folded into their event."""

    since: str | None
    """Instant of the cursor; None: since the ledger began."""
    documents: int
    """New ones."""
    moves: tuple[StatusMove, ...]
    """Claims whose status is another one, newest first; a move to and fro is none."""
    denials: tuple[DenialView, ...]
    """New ones, newest first."""
    reversals: tuple[StatusMove, ...]
    events: tuple[TimelineRow, ...]
    """New ones, newest first; ``documents`` and ``counts`` say how often each was told."""
    more_events: int
    """New ones that are not listed."""
    updated: int
    """Events known before to which something was added."""
    cursor: str
    """The present end: the ``cursor`` of the next catch-up."""
    withdrawn: tuple[StatementView, ...] = ()
    """Statements that a new version of their document no longer holds, the latest first."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A claim, an actor or a party that a person watches."""

    kind: str
    """claim, actor or party."""
    record: str
    """Id of the claim or actor, code of the party."""
    name: str
    """The claim's text, the actor's name, the party's code."""
    at: str
    """Since when."""
    event: str | None = None
    """The event of a claim."""

    @property
    def reference(self) -> str:
        """``claim/c1``, as ``Store.watch`` takes it."""
        return f"{self.kind}/{self.record}"


class QuestionKind(StrEnum):
    """Why a question is open, most pressing first."""

    REVERSAL = "reversal"
    NEVER_ANSWERED = "never-answered"
    NARROW_SCOPE = "narrow-scope"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A gap in the ledger, put as a question, with the passage that justifies it."""

    kind: QuestionKind
    text: str
    event: str
    topic: str
    claim: str | None
    party: str | None
    statement: str | None
    """The statement in whose passage the question rests; None where the passage is the event's own."""
    document: str | None
    exact: str | None
    on: Day | None
    """The public day of the passage."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What today's rules read otherwise than a person decided; the person's word stands."""

    reference: str
    """``statement/s1``."""
    field: str
    decided: str
    rules: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What reading one document again changed, and what it left because a person had decided."""

    document: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    differences: tuple[Difference, ...] = ()
