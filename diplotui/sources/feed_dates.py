"""Dates of feeds, one policy: what is written and can be believed, never today's date for a missing one.

In order: RFC 822 with a table of zone names, ISO 8601, then dateparser with the feed's language. Without a
zone UTC stands in, flagged. What lies before 1990 or more than a day ahead is not believed.
"""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

LONGEST = 80
"""Characters; a longer date is none."""
PATIENCE = 0.5
"""Seconds that dateparser gets for one date."""
EARLIEST_YEAR = 1990
AHEAD = timedelta(hours=24)

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES: dict[str, float] = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "met": 1,
    "mest": 2, "eet": 2, "eest": 3, "msk": 3, "msd": 4, "trt": 3, "est": -5, "edt": -4, "cst": -6,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
    "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "pkt": 5, "gst": 4, "irst": 3.5, "aft": 4.5, "npt": 5.75,
    "sast": 2, "eat": 3, "wat": 1, "cat": 2, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    "brt": -3, "art": -3,
}  # fmt: skip
"""Hours east of Greenwich, of the names that mean one zone in feeds; those that mean several are left out."""
_RFC_822 = re.compile(
    r"\s*(?:[A-Za-z]{2,9}\.?,?\s+)?(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3})[a-z]*\.?"
    r"[ -](?P<year>\d{4}|\d{2}),?"
    r"(?:\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
    r"(?:\s*(?P<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,5}))?(?:\s*\([^)]*\))?\s*"
)


@dataclass(frozen=True, slots=True)
class FeedDate:
    """An instant as its feed wrote it, in the feed's zone; ``zoneless``: UTC only stands in."""

    written: datetime
    zoneless: bool = False


def read_feed_date(words: str | None, now: datetime, language: str | None = None) -> FeedDate | None:
    """A feed's date; None where there is none, it cannot be read, or it is not believed."""
    if not words or not words.strip() or len(words) > LONGEST:
        return None
    words = words.strip()
    found = _rfc_822(words) or _iso_8601(words) or _by_dateparser(words, language)
    if found is None:
        return None
    try:
        instant = found.written.astimezone(UTC)
    except OverflowError:
        return None
    return found if instant.year >= EARLIEST_YEAR and instant <= now + AHEAD else None


def _rfc_822(words: str) -> FeedDate | None:
    match = _RFC_822.fullmatch(words)
    if match is None or match["month"].lower() not in _MONTH_NAMES:
        return None
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    zone = _zone(match["zone"])
    second = min(int(match["second"] or 0), 59)  # a leap second
    try:
        written = datetime(
            year, _MONTH_NAMES.index(match["month"].lower()) + 1, int(match["day"]), int(match["hour"] or 0),
            int(match["minute"] or 0), second, tzinfo=zone or UTC,
        )  # fmt: skip
    except ValueError:
        return None
    return FeedDate(written, zone is None)


def _zone(words: str | None) -> timezone | None:
    if words is None:
        return None
    if words[0] in "+-":
        hours, minutes = int(words[1:3]), int(words[-2:])
        if hours > 14 or minutes > 59:
            return None
        shift = timedelta(hours=hours, minutes=minutes)
        return timezone(-shift if words[0] == "-" else shift)
    shift_hours = _ZONES.get(words.lower())
    return None if shift_hours is None else timezone(timedelta(hours=shift_hours))


def _iso_8601(words: str) -> FeedDate | None:
    if not re.match(r"\d{4}-?\d{2}", words):
        return None
    try:
        written = datetime.fromisoformat(words)
    except ValueError:
        return None
    if written.tzinfo is None:
        return FeedDate(written.replace(tzinfo=UTC), True)
    return FeedDate(written)


def _by_dateparser(words: str, language: str | None) -> FeedDate | None:
    """What a person's date in the feed's language says; only with day, month and year in it."""
    import warnings

    languages = ["en"]
    if language and (code := re.match(r"[a-z]{2}", language.lower())) and code[0] != "en":
        languages.insert(0, code[0])
    with warnings.catch_warnings(), _patience():
        warnings.simplefilter("ignore")
        try:
            import dateparser

            written = dateparser.parse(
                words,
                languages=languages,
                settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]},
            )
        except Exception:  # its failures on odd dates are many, and none of them is news
            return None
    if written is None:
        return None
    if written.tzinfo is None:
        return FeedDate(written.replace(tzinfo=UTC), True)
    return FeedDate(written)


class _OutOfPatienceError(Exception):
    """A date took too long."""


@contextmanager
def _patience() -> Iterator[None]:
    """Break off after ``PATIENCE`` seconds, where the system can and this is the main thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise _OutOfPatienceError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
