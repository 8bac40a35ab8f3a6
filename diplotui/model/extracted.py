"""What extraction reads out of one text, before any of it is filed.

Offsets are Unicode code points into the text as given, end not included.
"""

from dataclasses import dataclass, field

from diplotui.model.records import DateBounds, ExcludedPassage
from diplotui.model.vocabulary import Act, ActorKind, Basis, Certainty, Coverage, Mode, Stance


@dataclass(frozen=True, slots=True)
class Source:
    """One link of an attribution chain: who spoke or relayed, as the text describes them."""

    name: str
    """Full name without title, body's name, or the describing phrase."""
    kind: ActorKind
    office: str | None = None
    party: str | None = None
    """Party code this source belongs to (nationality for unnamed groups)."""
    speaks_for: bool = False
    """Whether what it says counts as the party's position."""
    heads: int | None = None
    aliases: tuple[str, ...] = ()
    """Other forms under which the text names the same source."""


@dataclass(frozen=True, slots=True)
class ExtractedStance:
    """What a statement does to a claim of the same text."""

    statement: int | None
    """Index of the statement whose claim it is; own index for its own claim; None: unlinked."""
    stance: Stance
    coverage: Coverage = Coverage.EXPLICIT
    scope: str | None = None
    score: tuple[tuple[str, float], ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedStatement:
    """One speaker's act on one matter, with every party for whom the passage speaks."""

    start: int
    end: int
    act: Act
    certainty: Certainty
    source: Source | None
    """The speaker; None where nobody is described (then the author speaks)."""
    parties: tuple[str, ...]
    chain: tuple[Source, ...]
    """Origin first; the publisher is not in it (the document knows it)."""
    basis: Basis
    heads: int | None
    topic: str
    said: DateBounds
    happens: DateBounds
    """When the content is said to happen, where the text dates it."""
    content: str
    """The claim: content clause without cue and attribution, a sentence of its own."""
    subjects: tuple[str, ...]
    """Parties the content is about."""
    actors: tuple[str, ...]
    """Party codes and names acting in the content or speaking; no outlets."""
    mode: Mode
    stances: tuple[ExtractedStance, ...]
    block: int
    """Index of the bullet, paragraph group or headed section it stands in."""
    rule: str
    entails: int | None = None
    """Index of the statement whose claim this one's claim presupposes."""
    planned: bool = False
    """The content lies ahead of the day of publication."""


@dataclass(frozen=True, slots=True)
class ExtractedQuote:
    """The words between quotation marks, marks left out."""

    start: int
    end: int
    words_of: Source | None
    relays: Source | None
    statement: int | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedDate:
    """A time expression with its TIMEX3 value and its bounds in days."""

    start: int
    end: int
    value: str
    date: DateBounds
    rule: str
    anchor: str = "publication"
    """publication, text (an earlier date), none (unresolved) or absolute."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one text."""

    statements: tuple[ExtractedStatement, ...] = ()
    quotes: tuple[ExtractedQuote, ...] = ()
    dates: tuple[ExtractedDate, ...] = ()
    excluded: tuple[ExcludedPassage, ...] = ()
    headings: tuple[tuple[int, int], ...] = field(default=())
    """Headline, deck and section headings: they support, they add nothing."""
    language: str | None = "en"
