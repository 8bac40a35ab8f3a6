"""What a person reads and keeps: a document with its statements, notes with what they are about."""

from dataclasses import dataclass

from diplotui.model.records import Document, Note
from diplotui.model.views import StatementView


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as a list shows it."""

    note: Note
    title: str | None
    """What it is about, in words; None where it is about nothing, or about what is no longer there."""
    event: str | None = None
    """The event to go to."""
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A band of probability with its word; bounds in per cent."""

    word: str
    low: int
    high: int


LIKELIHOODS: tuple[Likelihood, ...] = (
    Likelihood("almost no chance", 1, 5),
    Likelihood("very unlikely", 5, 20),
    Likelihood("unlikely", 20, 45),
    Likelihood("roughly even chance", 45, 55),
    Likelihood("likely", 55, 80),
    Likelihood("very likely", 80, 95),
    Likelihood("almost certain", 95, 99),
)
"""The seven bands of Intelligence Community Directive 203, in the first of its two wordings."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with what was read out of it, and its place among its versions."""

    document: Document
    publisher: str | None
    statements: tuple[StatementView, ...]
    """In the order of the text."""
    events: tuple[str | None, ...]
    """For each statement the event in which it stands."""
    former: Document | None = None
    """The version that it replaces."""
    later: str | None = None
    """Id of the version that replaces it."""
    cursor: str | None = None
    """End of the journal when it was read."""
