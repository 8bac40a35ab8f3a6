"""Stretches of time as TIMEX3 value, EDTF string, and first and last day.

Conventions: a week starts on Monday (ISO 8601); "early, mid, late" are thirds of a year (EDTF 37, 38, 39),
of a month (1-10, 11-20, 21-end) and of a decade (0-3, 4-6, 7-9); spring, summer, autumn, winter (EDTF 21-24)
begin in March, June, September and December; a half year is EDTF 40 or 41, a quarter 33 to 36.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from diplotui.model import DateBounds

SEASONS = {
    "spring": (21, 3, "SP"),
    "summer": (22, 6, "SU"),
    "autumn": (23, 9, "FA"),
    "winter": (24, 12, "WI"),
}
"""EDTF code, first month and TIMEX3 code of each season (northern hemisphere)."""

PARTS = ("early", "mid", "late")

_WEEK_PARTS = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; both days None where it cannot be placed (durations, sets, vague references)."""

    value: str
    """TIMEX3 value; an ISO 8601 interval for a range."""
    edtf: str | None
    first: date | None
    last: date | None
    grain: str
    """day, week, weekend, month, quarter, season, half, third, year, decade, century, part or range;
    duration, set or vague where it is not placed."""

    @property
    def bounds(self) -> DateBounds:
        """The period as the ledger keeps it."""
        return DateBounds(self.edtf, self.first, self.last)


def day(on: date) -> Period:
    """One day."""
    return Period(on.isoformat(), on.isoformat(), on, on, "day")


def unplaced(value: str, grain: str = "vague") -> Period:
    """What has a value and no place in time: PAST_REF, P2Y, XXXX-WXX-2."""
    return Period(value, value if grain == "duration" and "X" not in value else None, None, None, grain)


def interval(first: date, last: date, value: str, grain: str = "range") -> Period:
    """Two days and all between them."""
    return Period(value, f"{first.isoformat()}/{last.isoformat()}", first, last, grain)


def week(of: date) -> Period:
    """The ISO week of a day, Monday to Sunday."""
    monday = of - timedelta(days=of.weekday())
    year, number, _ = of.isocalendar()
    return interval(monday, monday + timedelta(days=6), f"{year:04d}-W{number:02d}", "week")


def weekend(of: date) -> Period:
    """Saturday and Sunday of the ISO week of a day."""
    saturday = of + timedelta(days=5 - of.weekday())
    return interval(saturday, saturday + timedelta(days=1), week(of).value + "-WE", "weekend")


def month(year: int, number: int) -> Period:
    """A calendar month."""
    text = f"{year:04d}-{number:02d}"
    return Period(text, text, date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def months(year: int, number: int, count: int, value: str, edtf: str, grain: str) -> Period:
    """``count`` months from a month on."""
    return Period(
        value, edtf, date(year, number, 1), month(*shift_month(year, number, count - 1)).last, grain
    )


def shift_month(year: int, number: int, by: int) -> tuple[int, int]:
    """The month so many months later (earlier where negative)."""
    index = year * 12 + number - 1 + by
    return index // 12, index % 12 + 1


def quarter(year: int, number: int) -> Period:
    """A calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3, f"{year:04d}-Q{number}", f"{year:04d}-{32 + number}", "quarter")


def half(year: int, number: int) -> Period:
    """A half year, 1 or 2."""
    return months(year, 6 * number - 5, 6, f"{year:04d}-H{number}", f"{year:04d}-{39 + number}", "half")


def season(year: int, name: str) -> Period:
    """A season by the year in which it begins."""
    code, first_month, timex = SEASONS[name]
    return months(year, first_month, 3, f"{year:04d}-{timex}", f"{year:04d}-{code}", "season")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04d}", f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first_year: int) -> Period:
    """Ten years from a round year on."""
    tens = f"{first_year // 10:03d}"
    return Period(tens, f"{tens}X", date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """The ordinal century: the 19th is 1801 to 1900."""
    hundreds = f"{number - 1:02d}"
    return Period(
        hundreds, f"{hundreds}XX", date(100 * number - 99, 1, 1), date(100 * number, 12, 31), "century"
    )


def part_of(period: Period, part: str) -> Period:
    """The early, middle or late part of a period, by the thirds of this module; other periods stay whole."""
    first, last = period.first, period.last
    if first is None or last is None:
        return period
    if period.grain == "year":
        number = PARTS.index(part)
        return months(first.year, 4 * number + 1, 4, period.value, f"{first.year:04d}-{37 + number}", "third")
    if period.grain == "month":
        low, high = _MONTH_PARTS[part]
        return interval(first.replace(day=low), first.replace(day=min(high, last.day)), period.value, "part")
    if period.grain == "week":
        low, high = _WEEK_PARTS[part]
        return interval(first + timedelta(days=low), first + timedelta(days=high), period.value, "part")
    if period.grain == "decade":
        low, high = _DECADE_PARTS[part]
        return interval(date(first.year + low, 1, 1), date(first.year + high, 12, 31), period.value, "part")
    return period


def since(period: Period) -> Period:
    """From a period's first day on, without end."""
    begin = period.edtf if _plain(period) else period.first
    return replace(period, edtf=f"{begin}/..", last=None, grain="range") if period.first else period


def until(period: Period) -> Period:
    """Up to a period's last day, without beginning."""
    end = period.edtf if _plain(period) else period.last
    return replace(period, edtf=f"../{end}", first=None, grain="range") if period.last else period


def before(period: Period) -> Period:
    """Up to the day before a period."""
    if period.first is None:
        return period
    last = period.first - timedelta(days=1)
    return Period(period.value, f"../{last.isoformat()}", None, last, "range")


def after(period: Period) -> Period:
    """From the day after a period on."""
    if period.last is None:
        return period
    first = period.last + timedelta(days=1)
    return Period(period.value, f"{first.isoformat()}/..", first, None, "range")


def span(one: Period, other: Period) -> Period:
    """From the first day of one period to the last of another; ``one`` itself where that is no range."""
    if one.first is None or other.last is None or one.first > other.last:
        return one
    edtf = f"{one.edtf}/{other.edtf}" if _plain(one) and _plain(other) else None
    return Period(
        f"{one.value}/{other.value}", edtf or f"{one.first}/{other.last}", one.first, other.last, "range"
    )


def _plain(period: Period) -> bool:
    """Whether a period's EDTF string may stand at the end of an EDTF interval (day, month or year)."""
    return period.grain in ("day", "month", "year")


def with_clock(period: Period, clock: str) -> Period:
    """A day with a time of day in its value: T20:00, TMO; the days stay."""
    return replace(period, value=period.value.split("T")[0] + clock) if period.grain == "day" else period


def earlier_in(period: Period, published: date) -> Period:
    """The part of the current period before the day of publication; that day itself where it is the first."""
    first = period.first or published
    last = max(first, published - timedelta(days=1))
    return interval(first, last, period.value, "part")


def later_in(period: Period, published: date) -> Period:
    """The part of the current period after the day of publication; that day itself where it is the last."""
    last = period.last or published
    first = min(last, published + timedelta(days=1))
    return interval(first, last, period.value, "part")
