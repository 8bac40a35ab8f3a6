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

_BEFORE, _AFTER = 160, 110
"""Characters before and after a date in which its verb is sought."""


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    """The cues of ``tables/tense.tsv`` as one alternation with a group for each tense."""
    by_tense = {tense: [row[1] for row in rows("tense") if row[0] == tense] for tense in ("future", "past")}
    groups = (f"(?P<{tense}>{'|'.join(patterns)})" for tense, patterns in by_tense.items())
    return re.compile("|".join(groups), re.IGNORECASE)


def _scan(text: str, start: int, end: int) -> list[Tense]:
    """The tensed verbs of a stretch, in order."""
    return [
        Tense.FUTURE if match.lastgroup == "future" else Tense.PAST
        for match in _cues().finditer(text, start, end)
    ]


def tense_of(text: str, start: int, end: int, low: int, high: int) -> Tense:
    """Where the clause around ``text[start:end]`` looks; ``low`` and ``high`` bound its block.

    The nearest tensed verb before the date decides; where its sentence has none before it, the first after.
    """
    left = max(low, start - _BEFORE)
    for stop in _STOP.finditer(text, left, start):
        left = stop.end()
    before = _scan(text, left, start)
    if before:
        return before[-1]
    right = min(high, end + _AFTER)
    stop_after = _STOP.search(text, end, right)
    following = _scan(text, end, stop_after.start() if stop_after else right)
    return following[0] if following else Tense.NONE


__all__ = ["Tense", "tense_of"]
