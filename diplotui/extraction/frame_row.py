"""A frame of denial: what a row of the tables holds, and how what it catches is read on."""

from dataclasses import dataclass
from enum import StrEnum

from diplotui.extraction.looks import LatePattern


class Reads(StrEnum):
    """How what a frame catches is read on."""

    NOUN = "noun"
    """A pointer noun with what it carries."""
    POINTS = "points"
    """It only says that something was not so."""
    SUCH = "such"
    """Such a thing: named by its noun, else only pointed at."""
    DENIED = "denied"
    """``what`` is read like the object of a verb of denying."""
    EVENT = "event"
    """An event said to be invented; needs a claim before it."""
    BLAME = "blame"
    """Blame of which nothing more is said."""


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A frame, with the cheap look at the lowered passage that goes before it.

    Groups of ``pattern``: ``noun`` the pointer noun, ``what`` the proposition or the phrase that points, ``it``
    a bare pointer, ``such`` the noun after "such".
    """

    rule: str
    reads: Reads
    trigger: str
    pattern: LatePattern
    example: str
    counter: str


def frame(rule: str, reads: Reads, trigger: str, pattern: str, example: str, counter: str) -> FrameRow:
    """A row from its words; ``pattern`` is held against text of any case, ``trigger`` against lowered text."""
    return FrameRow(rule, reads, trigger, LatePattern(pattern), example, counter)
