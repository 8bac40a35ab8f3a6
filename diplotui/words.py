"""Days, counts, bases and statuses in the words of the screen and of what goes out."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from diplotui.model import Basis, Change, ClaimStatus, DateBounds, OriginCount, StatusChange
from diplotui.text import one_line

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

INSTANT_WIDTH = 16
"""Characters that are shown of what should be an instant and is none."""

BASIS_WORDS: dict[Basis, str] = {
    Basis.ON_RECORD: "on the record",
    Basis.BACKGROUND: "on background",
    Basis.ANONYMOUS: "unnamed",
    Basis.AUTHOR: "the outlet's own words",
    Basis.CHARACTERISED: "as others put it",
    Basis.UNATTRIBUTED: "not attributed",
}
"""On what footing somebody spoke, as the statement pane says it."""

# Stretches of a year that have a name: first month, last month, word. Thirds and seasons as in EDTF 37-39
# and 21-24 (winter is left out: it crosses the year).
_NAMED_STRETCHES: tuple[tuple[int, int, str], ...] = (
    (1, 12, ""),
    (1, 4, "early"),
    (5, 8, "mid"),
    (9, 12, "late"),
    (3, 5, "spring"),
    (6, 8, "summer"),
    (9, 11, "autumn"),
)


def long_day(day: date) -> str:
    """``Wed 14 Feb 2024``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, beside: date | None = None) -> str:
    """``14 Feb``, and the year where it differs from the day that stands ``beside`` it."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if beside is None or beside.year == day.year else f"{words} {day.year}"


def instant_words(instant: str) -> str:
    """``21 Mar 14:32`` by the local clock, of an instant in ISO 8601; what is none comes back shortened."""
    try:
        local = datetime.fromisoformat(instant).astimezone()
    except (ValueError, OverflowError):
        words = one_line(instant)
        return words if len(words) <= INSTANT_WIDTH else words[: INSTANT_WIDTH - 1] + "…"
    return f"{short_day(local.date())} {local:%H:%M}"


def bounds_words(bounds: DateBounds) -> str:
    """A date with its precision: a day, a month, ``late 2023``, ``since 3 Dec 2018``; empty where unknown."""
    first, last = bounds.earliest, bounds.latest
    if first is None and last is None:
        return ""
    if first is None:
        return f"by {short_day(last)} {last.year}" if last else ""
    if last is None:
        return f"since {short_day(first)} {first.year}"
    if first == last:
        return long_day(first)
    return _stretch(first, last) or f"{short_day(first, last)} to {short_day(last)} {last.year}"


def _stretch(first: date, last: date) -> str | None:
    """The name of a whole month, third, season or year; None where the days are none of them."""
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if not whole or first.year != last.year:
        return None
    if first.month == last.month:
        return f"{MONTHS[first.month - 1]} {first.year}"
    for start, end, word in _NAMED_STRETCHES:
        if (first.month, last.month) == (start, end):
            return f"{word} {first.year}".strip()
    return None


def day_words(bounds: DateBounds) -> str:
    """A date as a field holds it: ``2024-02-14``, else its EDTF; empty where it is unknown."""
    first = bounds.earliest
    return first.isoformat() if first is not None and first == bounds.latest else bounds.edtf or ""


def own_date(bounds: DateBounds, public: date | None) -> str:
    """What the timeline's narrow column says of an event's own date, in seven cells at most.

    A dash where it is the day it became public; else, from the most exact to the least:

    - ``12 Feb``: a day not long before or after; ``Feb ’23``: a day or days of one month long ago
    - ``in Feb``, ``in 2023``: some time in a month, in a year; ``2022–23``: some time in these years
    - ``by Feb``, ``by 2024``: no later than that, nobody says since when; ``Feb on``, ``2018 on``: since then
    - ``undated``: nothing is known
    """
    first, last = bounds.earliest, bounds.latest
    if first is not None and first == last:
        return "—" if first == public else short_day(first) if _near(first, public) else _month_of(first)
    if first is None and last is None:
        return "undated"
    if first is None or last is None:
        edge = first or last
        assert edge is not None
        span = MONTHS[edge.month - 1] if _near(edge, public) else str(edge.year)
        return f"{span} on" if last is None else f"by {span}"
    if (first.year, first.month) == (last.year, last.month):
        return f"in {MONTHS[last.month - 1]}" if _near(last, public) else _month_of(last)
    return f"in {first.year}" if first.year == last.year else f"{first.year}–{last.year % 100:02d}"


def _month_of(day: date) -> str:
    """``Feb ’23``: the mark keeps the year from being read as a day."""
    return f"{MONTHS[day.month - 1]} ’{day.year % 100:02d}"


def _near(day: date, public: date | None) -> bool:
    """Whether a day needs no year beside the day it became public."""
    return public is None or abs((public - day).days) < 300


def plural(count: int, word: str) -> str:
    """``1 origin``, ``2 origins``; ``person`` becomes ``people``."""
    if count == 1:
        return f"1 {word}"
    return f"{count} people" if word == "person" else f"{count} {word}s"


def named_words(counts: OriginCount) -> str:
    """How many of those behind a claim have a name: ``none named``, ``2 named``."""
    return f"{counts.named} named" if counts.named else "none named"


def short_origin_words(counts: OriginCount) -> str:
    """``1 origin, 0 named``, where there is no room for more."""
    return f"{plural(counts.origins, 'origin')}, {counts.named} named"


def origin_words(counts: OriginCount, *, people: bool = False) -> str:
    """``1 origin · none named``; with ``people`` (a lower bound): ``1 origin, 3 people, none named``."""
    if not people:
        return f"{plural(counts.origins, 'origin')} · {named_words(counts)}"
    if not counts.origins:
        return "no origin known"
    parts = [plural(counts.origins, "origin")]
    if counts.people:
        parts.append(plural(counts.people, "person"))
    parts.append(named_words(counts))
    return ", ".join(parts)


def status_word(status: ClaimStatus) -> str:
    """A status as prose: ``denied by some``."""
    return status.value.replace("-", " ")


def history_words(history: tuple[StatusChange, ...]) -> list[tuple[str, ClaimStatus | None]]:
    """Each step of a claim on the public clock as (day, status); first the day before it was known (None).

    A year is written where it changes and at the first step.
    """
    steps: list[tuple[str, ClaimStatus | None]] = []
    before: date | None = None
    for change in history:
        if change.on is None:
            steps.append(("undated", change.status))
            continue
        if not steps:
            eve = change.on - timedelta(days=1)
            steps.append((f"{short_day(eve)} {eve.year}", None))
            before = eve
        steps.append((short_day(change.on, before), change.status))
        before = change.on
    return steps


_CHANGE_WORDS = ("document", "event", "statement", "claim")
"""Tables whose new rows are told, in this order; what a person does is told where it is done."""


def changes_words(changes: Sequence[Change]) -> str:
    """What came in, in a few words: ``in: 1 document, 5 statements``; empty where nothing is told."""
    added = Counter(change.table for change in changes if change.operation == "insert")
    came = ", ".join(plural(added[table], table) for table in _CHANGE_WORDS if added[table])
    return f"in: {came}" if came else ""
