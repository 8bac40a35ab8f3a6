"""What panes, lists and exports show: read results of the store, as frozen records."""

from dataclasses import dataclass, field
from datetime import date as Day
from enum import StrEnum

from diplotui.model.records import (
    Actor,
    Claim,
    DateBounds,
    Document,
    Event,
    Note,
    Statement,
)
from diplotui.model.vocabulary import (
    Basis,
    ClaimStatus,
    Coverage,
    Decision,
    EventKind,
    PositionKind,
    Stance,
)


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
class StanceView:
    """A stance with the text of its claim, as the statement pane shows it."""

    claim: str
    claim_text: str
    stance: Stance
    coverage: Coverage
    scope: str | None
    score: tuple[tuple[str, float], ...]
    rule: str | None
    decision: Decision


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement in its context, with names in place of ids."""

    statement: Statement
    speaker: Actor | None
    chain: tuple[str, ...]
    """Names, origin first."""
    publisher: str | None
    document_title: str | None
    published: Day | None
    url: str | None
    before: str
    """The text of the document just before the passage."""
    after: str
    stances: tuple[StanceView, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A topic with what it holds."""

    id: str
    name: str
    events: int
    contested: int
    """Events whose status is a denial or a dispute."""
    unread: int = 0


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """Which events a timeline shows; None means no restriction."""

    topic: str | None = None
    """None: all topics but ``other``."""
    party: str | None = None
    since: Day | None = None
    as_of: Day | None = None
    """Only what was public on this day."""
    as_recorded: str | None = None
    """Only what the ledger held at this instant (ISO 8601), as it held it then."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event as the timeline shows it."""

    key: int
    """Orders events by the day they became public; unique; larger is newer."""
    id: str
    title: str
    topic: str
    kind: EventKind
    date: DateBounds
    public: Day | None
    parties: tuple[str, ...]
    statements: int
    documents: int
    status: ClaimStatus
    responded: bool
    """Somebody other than the origin answered, or the event is alleged: show the status."""
    counts: OriginCount = field(default_factory=OriginCount)
    notes: int = 0


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A window of the timeline, newest first."""

    rows: tuple[TimelineRow, ...]
    has_newer: bool
    has_older: bool


@dataclass(frozen=True, slots=True)
class TimelinePlace:
    """Where a row stands: its rank from the newest (from 1), and of how many."""

    rank: int
    total: int


@dataclass(frozen=True, slots=True)
class EventDetail:
    """Everything the statement and denial panes show of one event."""

    event: Event
    row: TimelineRow
    statements: tuple[StatementView, ...]
    claims: tuple[ClaimRow, ...]
    parties: tuple[str, ...]
    """Columns of the matrix."""
    notes: tuple[Note, ...]
    cursor: str | None = None
    """End of the journal when it was read: to be handed to what changes it, as ``read_at``."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as a list shows it."""

    document: Document
    publisher: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An event that a search found; ``highlights`` are spans of ``excerpt`` in code points."""

    row: TimelineRow
    excerpt: str
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class LedgerInfo:
    """What the status line and ``locate`` say of a ledger."""

    path: str
    engine: str
    schema_version: int
    documents: int
    events: int
    claims: int
    statements: int
    notes: int
    recorded: str | None
    """Instant of the newest journal line."""


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


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims a list shows; what is not given restricts nothing."""

    topic: str | None = None
    """None: all topics but ``other``."""
    party: str | None = None
    """Only claims about it, or on which it has a position."""
    statuses: tuple[ClaimStatus, ...] = ()
    reversed: bool = False
    """Only claims on which a party turned round."""
    unanswered: bool = False
    """Only claims to which a party they are about (with ``party``: that one) has said nothing."""
    as_of: Day | None = None
    as_recorded: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A window of the list of claims, the last change first."""

    rows: tuple[ClaimRow, ...]
    total: int
    """How many the filter shows in all; counted up to 2,000, which stands for that many or more."""
    offset: int
    """Place of the first of ``rows``, from 0."""
