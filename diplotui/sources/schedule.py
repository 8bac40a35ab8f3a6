"""When a source is asked next: as often as its entries come, less where it asks so, rarer while it fails.

Pure: the present instant and the draw for the jitter are handed in. Durations are seconds.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
SHORTEST = 10 * MINUTE
LONGEST = 6 * HOUR
UNKNOWN = 30 * MINUTE
"""Between fetches of a source whose pace is not known yet."""
SHORTEST_CHOSEN = 1 * MINUTE
JITTER = 0.1
NEWEST = 10
"""So many of the newest entries tell a source's pace."""
STALE_AFTER = 5
"""Usual gaps without a new entry after which a source counts as stale."""
SHORTEST_STALE = 2 * DAY


def usual_gap(published: Sequence[datetime]) -> float | None:
    """The median time between the newest entries; None for fewer than three."""
    newest = sorted(published, reverse=True)[:NEWEST]
    if len(newest) < 3:
        return None
    return median((later - earlier).total_seconds() for later, earlier in pairwise(newest))


def interval(
    *,
    chosen_minutes: int | None,
    gap: float | None,
    ttl_minutes: float | None = None,
    max_age: float | None = None,
) -> float:
    """Seconds between two fetches: as chosen, else half the usual gap within 10 minutes and 6 hours.

    A feed's ttl and its server's max-age lengthen it, up to six hours.
    """
    if chosen_minutes is not None:
        return max(chosen_minutes * MINUTE, SHORTEST_CHOSEN)
    own = UNKNOWN if gap is None else min(max(gap / 2, SHORTEST), LONGEST)
    asked = max((ttl_minutes or 0.0) * MINUTE, max_age or 0.0)
    return max(own, min(asked, LONGEST))


def due_after_success(now: datetime, seconds: float, draw: float) -> datetime:
    """The next fetch; ``draw`` in [0, 1) shifts it by up to a tenth either way, so that sources part."""
    return now + timedelta(seconds=seconds * (1 - JITTER + 2 * JITTER * draw))


def due_after_failure(
    now: datetime, seconds: float, failures: int, retry_after: float | None, draw: float
) -> datetime:
    """The next try: twice as late with each failure, at most a day; not before the host allows."""
    wait = min(seconds * 2.0 ** min(failures, 20), DAY)
    shifted = due_after_success(now, wait, draw)
    return max(shifted, now + timedelta(seconds=retry_after or 0.0))


def is_due(due: datetime | None, fetched: datetime | None, now: datetime) -> bool:
    """Whether a source is to be asked now; a due time days ahead comes from a clock that was wrong."""
    if due is None:
        return fetched is None
    return due <= now or due - now > timedelta(seconds=DAY * (1 + JITTER) + HOUR)


def is_stale(newest: datetime | None, gap: float | None, now: datetime) -> bool:
    """Whether a source has been silent for five times its usual gap, and for two days at least."""
    if newest is None or gap is None:
        return False
    return (now - newest).total_seconds() > max(STALE_AFTER * gap, SHORTEST_STALE)
