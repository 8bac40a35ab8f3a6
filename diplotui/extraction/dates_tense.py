"""Whether the clause around a date looks ahead or back, by the tensed verb nearest to it.

Used for weekdays, and for days and months without a year; the cues are ``tables/tense.tsv``. The default of
the callers is the past: in news prose nine weekdays in ten are the last such day.
"""

import re
from enum import Enum
from functools import lru_cache

from diplotui.extraction.table_files import rows


class Tense(Enum):
    """Where a clause looks."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


_STOP = re.compile(r"[.!?;](?=[\s\"”’)])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|Lt)\.)(?<!\b(?:Gen|Sen|Rep|Gov|Mrs)\.)")

_LEFT, _RIGHT = 160, 110
"""Characters before and after a date in which its verb is sought."""


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    """The cues of ``tables/tense.tsv`` as one alternation with a group for each tense."""
    by_tense = {
        cue: [row[1] for row in rows("tense") if row[0] == cue] for cue in ("future", "ahead", "past")
    }
    groups = (f"(?P<{tense}>{'|'.join(patterns)})" for tense, patterns in by_tense.items())
    return re.compile("|".join(groups))


def _before(text: str, left: int, start: int, end: int) -> Tense | None:
    """The tense of the last cue that begins before a date; "planned for Thursday" reaches into it."""
    found: Tense | None = None
    for match in _cues().finditer(text, left, end):
        if match.start() >= start:
            break
        found = Tense.PAST if match.lastgroup == "past" else Tense.FUTURE
    return found


def _after(text: str, start: int, end: int) -> Tense:
    """The tense of the first verb in a stretch."""
    for match in _cues().finditer(text, start, end):
        if match.lastgroup != "ahead":
            return Tense.PAST if match.lastgroup == "past" else Tense.FUTURE
    return Tense.NONE


def tense_of(text: str, start: int, end: int, low: int, high: int) -> Tense:
    """Where the clause around ``text[start:end]`` looks; ``low`` and ``high`` bound its block.

    The nearest tensed verb before the date decides; where its sentence has none before it, the first after.
    """
    left = max(low, start - _LEFT)
    for stop in _STOP.finditer(text, left, start):
        left = stop.end()
    before = _before(text, left, start, end)
    if before is not None:
        return before
    right = min(high, end + _RIGHT)
    stop_after = _STOP.search(text, end, right)
    return _after(text, end, stop_after.start() if stop_after else right)


__all__ = ["Tense", "tense_of"]
