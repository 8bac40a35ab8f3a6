"""What is told of a round over the sources: what became of each, and where the round is."""

from dataclasses import dataclass
from enum import StrEnum

from diplotui.model.sources import Source


class Outcome(StrEnum):
    """What became of a source in a round."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    GONE = "gone"
    WAITING = "waiting"
    """Its host asked to be left alone until later."""
    BUSY = "busy"
    """Another program is asking its host right now."""


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source in a round; ``new``: entries first seen in it, ``waiting``: left for the next round."""

    source: Source
    outcome: Outcome
    new: int = 0
    changed: int = 0
    waiting: int = 0
    left_out: int = 0
    """Of the new ones, those that became no document."""
    error: str | None = None
    """What failed and what happens next, in one line."""


@dataclass(frozen=True, slots=True)
class Working:
    """Where a round is: sources done of all, and of one source the entries done of those to read."""

    done: int
    total: int
    source: str | None = None
    """Name of the source whose entries are being read; None while answers are waited for."""
    entries_done: int = 0
    entries: int = 0
