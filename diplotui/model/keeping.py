"""What a person keeps beside the texts: notes with what they are about, and how likely is said."""

from dataclasses import dataclass

from diplotui.model.records import Note


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
