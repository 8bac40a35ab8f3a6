"""What panes, lists and exports show: read results of the store, as frozen records."""

from dataclasses import dataclass, field
from datetime import date as Day

from diplotui.model.judged import ClaimRow, OriginCount
from diplotui.model.records import Actor, DateBounds, Document, Event, Note, Statement
from diplotui.model.vocabulary import ClaimStatus, Coverage, Decision, EventKind, Stance


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
class Withdrawal:
    """A sentence is no longer in the text: since which version of the document."""

    document: str
    """The version that no longer says it."""
    at: str
    """Instant at which the ledger had that version."""


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
    withdrawn: Withdrawal | None = None
    """Withdrawn from the text: kept and shown, and counted nowhere."""


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
    """Those that stand, then those that were withdrawn from their text; ``row`` counts the former only."""
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
class FoundPart:
    """A part of an event that a search found; ``highlights`` are spans of ``excerpt`` in code points."""

    kind: str
    """``statement``, ``claim`` or ``note``."""
    id: str
    who: str
    """Who says it, for a statement; the kind of a note."""
    excerpt: str
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An event that a search found; ``highlights`` are spans of ``excerpt`` in code points."""

    row: TimelineRow
    excerpt: str
    """Of the best of its parts; of the title where the words stand only there."""
    highlights: tuple[tuple[int, int], ...]
    parts: tuple[FoundPart, ...] = ()
    """The best few of its statements, claims and notes; none where the title alone fits."""


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
