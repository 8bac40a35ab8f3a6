"""What a person looks for: words and conditions, as the query language reads them; and what was found."""

from dataclasses import dataclass, field
from datetime import date as Day
from enum import StrEnum

from diplotui.model.views import SearchHit


class Field(StrEnum):
    """What a condition of a query is about; the value is the word before the colon."""

    SPEAKER = "speaker"
    PARTY = "party"
    ABOUT = "about"
    DENIES = "denies"
    AFFIRMS = "affirms"
    EVADES = "evades"
    PUBLISHER = "publisher"
    BASIS = "basis"
    STATUS = "status"
    TOPIC = "topic"
    KIND = "kind"
    SINCE = "since"
    UNTIL = "until"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase that shall occur, or (``excluded``) shall not."""

    text: str
    beginning: bool = False
    """Its last word may be the beginning of one."""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What shall hold, or (``excluded``) shall not; several values of a closed list: any of them."""

    field: Field
    value: str
    """As it was typed, but for the case of closed values; a day in ISO form."""
    excluded: bool = False
    day: Day | None = None
    """For ``since``, ``until`` and ``on``."""

    @property
    def values(self) -> tuple[str, ...]:
        """The values of a closed list."""
        return tuple(self.value.split(","))


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood; two are equal that ask for the same, however they were typed."""

    words: tuple[Word, ...] = ()
    conditions: tuple[Condition, ...] = ()
    typed: str = field(default="", compare=False)
    hints: tuple[str, ...] = field(default=(), compare=False)
    """A line for each thing that was not understood as a condition, and is taken as words."""

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return not self.words and not self.conditions

    def of(self, *fields: Field) -> tuple[Condition, ...]:
        """Its conditions on any of these fields."""
        return tuple(condition for condition in self.conditions if condition.field in fields)


@dataclass(frozen=True, slots=True)
class SpeakerHit:
    """Somebody whose name or office was looked for."""

    id: str
    name: str
    office: str | None
    party: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note that stands on no event; ``highlights`` are spans of ``excerpt``."""

    id: str
    kind: str
    at: str
    about: str | None
    excerpt: str
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds, the newest first of each kind."""

    hits: tuple[SearchHit, ...] = ()
    speakers: tuple[SpeakerHit, ...] = ()
    notes: tuple[NoteHit, ...] = ()
    hints: tuple[str, ...] = ()
    """What was not understood, and what there is not in this ledger."""
    complete: bool = True
    """False where the search ended before the oldest event, because it had looked at enough."""
