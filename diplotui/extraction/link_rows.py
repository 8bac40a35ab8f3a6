"""The shape of a row in the tables of a link's parts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """A text with words of the answering passage, and of the passage whose claim it may speak of."""

    text: str
    answer: str
    claim: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the score."""

    name: str
    points: float
    meaning: str
    linked: Case
    apart: Case
