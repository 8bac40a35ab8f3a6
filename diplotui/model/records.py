"""The rows of the ledger, as frozen records.

Offsets are Unicode code points into the document's text as given, end not included.
Days are ``datetime.date``; instants are ISO 8601 strings in UTC, as the journal keeps them.
"""

from dataclasses import dataclass, field
from datetime import date

from diplotui.model.vocabulary import (
    Act,
    ActorKind,
    Basis,
    Certainty,
    Coverage,
    Decision,
    EventKind,
    Mode,
    NoteKind,
    Stance,
)

OTHER_TOPIC = "other"
"""The topic of what no topic's words fit; kept, and hidden by default."""


@dataclass(frozen=True, slots=True)
class DateBounds:
    """A date with its precision: EDTF (ISO 8601-2) and the first and last day it can mean.

    An open or unknown bound is None; a duration has both bounds None.
    """

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def on(cls, day: date) -> "DateBounds":
        """One known day."""
        return cls(day.isoformat(), day, day)


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one document's text."""

    document: str
    start: int
    end: int
    exact: str
    role: str | None = None
    """What the passage is to its event where it is no plain report: headline, deck, denials ..."""


@dataclass(frozen=True, slots=True)
class ExcludedPassage:
    """A span of a document that yields no statement, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A folder of the ledger; ``words`` are the terms that file an item here."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can speak or be spoken of: state, office, person, outlet, body or unnamed group."""

    id: str
    kind: ActorKind
    name: str
    of: str | None = None
    iso: str | None = None
    """The party's code: ISO 3166-1 alpha-2 for states, EU, NATO, UN and the like for bodies."""
    office: str | None = None
    aliases: tuple[str, ...] = ()
    heads: int | None = None
    """How many people an unnamed group is said to be, at least; None where the text does not say."""
    vouched_by: str | None = None
    wikidata: str | None = None
    reliability: str | None = None
    same_as: str | None = None
    rule: str | None = None
    decision: Decision = Decision.PROPOSED


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it came in; fixed once stored."""

    id: str
    text: str
    sha256: str
    publisher: str | None = None
    """Actor id of the outlet."""
    kind: str = "article"
    title: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    skip: tuple[ExcludedPassage, ...] = ()
    body: tuple[int, int] | None = None
    replaces: str | None = None
    removed_characters: int = 0
    """How many characters ``clean_text`` took out at the border."""
    rule: str | None = None
    decision: Decision = Decision.PROPOSED


@dataclass(frozen=True, slots=True)
class Event:
    """A development for the timeline."""

    id: str
    topic: str
    title: str
    kind: EventKind
    date: DateBounds
    parties: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    same_as: str | None = None
    rule: str | None = None
    decision: Decision = Decision.PROPOSED


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that can be affirmed or denied, with polarity and attribution taken away."""

    id: str
    event: str
    text: str
    kind: str = "fact"
    subjects: tuple[str, ...] = ()
    entails: str | None = None
    same_as: str | None = None
    rule: str | None = None
    decision: Decision = Decision.PROPOSED


@dataclass(frozen=True, slots=True)
class Statement:
    """One speaker's act on one matter, for one party, in one passage."""

    id: str
    document: str
    start: int
    end: int
    exact: str
    speaker: str | None
    """Actor id."""
    party: str | None
    """Code of the party for which it counts; None: speaks for nobody, moves no position."""
    chain: tuple[str, ...]
    """Actor ids from the origin to the publisher."""
    basis: Basis
    said: DateBounds
    office: str | None = None
    heads: int | None = None
    mode: Mode = Mode.PARAPHRASE
    act: Act | None = None
    certainty: Certainty = Certainty.CERTAIN
    event: str | None = None
    """Event id for a statement without a claim; else found through its stances."""
    credibility: int | None = None
    rule: str | None = None
    decision: Decision = Decision.PROPOSED


@dataclass(frozen=True, slots=True)
class StanceRow:
    """What one statement does to one claim."""

    statement: str
    claim: str
    stance: Stance
    coverage: Coverage = Coverage.EXPLICIT
    scope: str | None = None
    """The words that bound what is denied or affirmed."""
    score: tuple[tuple[str, float], ...] = ()
    """Parts of the linking score, as (name, points)."""
    rule: str | None = None
    decision: Decision = Decision.PROPOSED


@dataclass(frozen=True, slots=True)
class Quote:
    """The words between quotation marks, marks left out."""

    id: str
    document: str
    start: int
    end: int
    exact: str
    statement: str | None = None
    words_of: str | None = None
    relays: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression in a text, resolved as far as the text allows."""

    id: str
    document: str
    start: int
    end: int
    exact: str
    date: DateBounds
    value: str | None = None
    """TIMEX3 value."""
    optional: bool = False
    dates: tuple[str, ...] = ()
    """Ids of what it dates."""
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person wrote, about one record (``"event/e01"``) or about nothing."""

    id: str
    at: str
    kind: NoteKind
    about: str | None
    text: str
    done: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filing:
    """All that one document brings to the ledger, written in one transaction."""

    documents: tuple[Document, ...] = ()
    topics: tuple[Topic, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[StanceRow, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    notes: tuple[Note, ...] = ()
    hanging: tuple[Claim, ...] = ()
    """Claims that the ledger has and that now have a parent among ``claims`` (``entails``)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the journal: which row of which table changed, and how."""

    cursor: str
    """Opaque; hand it back to read on from here."""
    at: str
    table: str
    key: str
    operation: str
    """insert, update or delete."""
    row: dict[str, object] = field(default_factory=dict)
    """The row after the change (before it, for a delete), without a document's text."""
