"""The pieces of a text that extraction passes from step to step.

Offsets are Unicode code points into the text as given, end not included.
"""

from dataclasses import dataclass

from diplotui.model import ExcludedPassage, Source


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet or speaker turn of the article proper."""

    index: int
    start: int
    end: int
    kind: str
    """paragraph, bullet or turn."""
    section: int
    """Counts headed sections and bullets: blocks with one number belong together."""
    speaker: tuple[int, int] | None = None
    """Span of a transcript's speaker label."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text cut into what is read, what only supports, and what is left out with a reason."""

    blocks: tuple[Block, ...]
    headings: tuple[tuple[int, int], ...]
    """Headline, deck, section headings."""
    excluded: tuple[ExcludedPassage, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block; a quotation of several sentences is split too."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """A stretch between quotation marks; ``start``/``end`` leave the marks out."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    kind: str
    """speech, scare (a word or name set in marks) or continued (a later paragraph of one speech)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that names or describes somebody, resolved as far as the text allows."""

    start: int
    end: int
    source: Source
    inferred: bool = False
    """By pronoun, title or bare surname: resolved to an earlier mention."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what: source, cue and content (PARC's three parts)."""

    sentence: int
    """Index of the sentence."""
    mentions: tuple[Mention, ...]
    """The speaker; several for "Both Washington and Moscow ..."; empty where nobody is described."""
    cue: tuple[int, int]
    """Span of the cue words ("told reporters", "according to", "reportedly")."""
    verb: str
    """Cue in dictionary form: say, tell, deny, report, according to, reportedly ..."""
    verb_class: str
    """Row of the cue table: report, deny, confirm, decline, reject, accuse, announce, demand ..."""
    content: tuple[int, int]
    """Span of what is said; may hold or be a quotation."""
    via: tuple[Mention, ...] = ()
    """Relays between speaker and publisher, nearest the speaker first (told Reuters, according to CNN)."""
    negated: bool = False
    """The cue itself is negated: did not deny."""
    quote: int | None = None
    """Index of the quotation that is the content."""
    rule: str = ""
    origins: tuple[Mention, ...] = ()
    """Whom the speaker relies on for it, where the speaker is an outlet (which cites three officials)."""


__all__ = ["Attribution", "Block", "ExcludedPassage", "Layout", "Mention", "QuoteSpan", "Sentence"]
