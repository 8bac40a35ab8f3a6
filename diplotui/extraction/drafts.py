"""A statement while it is being made: what ``statements`` cuts out, and what the later steps add."""

from dataclasses import dataclass
from datetime import date

from diplotui.extraction.readings import Reading
from diplotui.extraction.spans import Attribution, Mention
from diplotui.model import Act, Basis, Certainty, DateBounds, Mode, Source


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage with one speaker and one matter: the attributions behind it, and what is said."""

    start: int
    end: int
    block: int
    """Index of the block in the layout."""
    section: int
    first_sentence: int
    """Index of its first sentence: distances are counted in sentences."""
    content: tuple[int, int]
    attributions: tuple[Attribution, ...] = ()
    """Empty where the author speaks; the first one names speaker and cue."""
    actors: tuple[Mention, ...] = ()
    """In the author's own sentence: who acts in it."""
    rule: str = ""
    asks: int | None = None
    """In a transcript, the question's turn in which it stands."""
    answers: int | None = None
    """In a transcript, the question's turn that the turn in which it stands follows."""

    @property
    def attribution(self) -> Attribution | None:
        """The attribution that names speaker and cue."""
        return self.attributions[0] if self.attributions else None


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its links: everything that its own sentence, its report and its day say."""

    unit: Unit
    reading: Reading
    certainty: Certainty
    source: Source | None
    speakers: tuple[Source, ...]
    parties: tuple[str, ...]
    chain: tuple[Source, ...]
    basis: Basis
    heads: int | None
    said: DateBounds
    happens: DateBounds
    mode: Mode
    subjects: tuple[str, ...]
    actors: tuple[str, ...]
    claim: str
    stems: frozenset[str]
    """Content stems of the passage and the claim without names of parties and speakers, for comparing."""
    names: frozenset[str]
    """Stems of the names of parties in it: they say who acts, not what is done."""
    mentioned: frozenset[str]
    """Codes of all parties that its passage names, acting or not."""
    topic: str
    report: int | None = None
    """Index of the statement that opens the report it belongs to (its own index for that one)."""
    planned: bool = False
    dated: bool = False
    """Whether the text tells the day of speaking."""

    @property
    def act(self) -> Act:
        """Its main act."""
        return self.reading.act

    @property
    def day(self) -> date | None:
        """The last day on which it can have been said."""
        return self.said.latest
