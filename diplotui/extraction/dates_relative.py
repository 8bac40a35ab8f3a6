"""Resolvers of dates that are reckoned from the day of publication or from a date before them in the text."""

from collections.abc import Callable
from datetime import date, timedelta

from diplotui.extraction import dates_calendar as calendar
from diplotui.extraction.dates_calendar import Period
from diplotui.extraction.dates_context import NONE, TEXT, Context, Fields, Reading, in_part, with_preposition
from diplotui.extraction.dates_words import (
    DAY_PARTS,
    WEEKDAYS,
    WHICH,
    date_words,
    number_of,
    singular,
    words_of,
)

_UNRESOLVED = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}
_UNRESOLVED |= {"quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX", "season": "XXXX-XX"}
"""Values of what cannot be placed for want of a day to reckon from."""


def _coded(period: Period, fields: Fields) -> Period:
    """A day with the part of the day that the fields name."""
    code = DAY_PARTS.get((fields.get("daypart") or "").lower())
    return calendar.with_clock(period, code) if code else period


# Days


def weekday(fields: Fields, context: Context) -> Reading | None:
    """A weekday: the last such day, publication day included; the next one where the clause looks ahead."""
    if context.word_before().lower() in date_words("day_names") or context.word_after() in date_words(
        "day_things"
    ):
        return None
    number = WEEKDAYS[(fields["weekday"] or "").lower()]
    ahead = context.looks_ahead(fields.get("prep"))
    step = 1 if ahead else -1

    def build(published: date) -> Period:
        distance = (number - published.weekday()) * step % 7
        return _coded(calendar.day(published + timedelta(days=distance * step)), fields)

    code = DAY_PARTS.get((fields.get("daypart") or "").lower(), "")
    reading = context.relative(f"XXXX-WXX-{number + 1}{code}", build)
    return with_preposition(reading, fields.get("prep"), context)


def weekday_of_week(fields: Fields, context: Context) -> Reading | None:
    """A weekday of a named week: "last Tuesday", "next Friday", "Tuesday of last week"."""
    number = WEEKDAYS[(fields["weekday"] or "").lower()]
    which = words_of(fields["which"])

    def build(published: date) -> Period:
        back = (published.weekday() - number - 1) % 7 + 1
        ahead = (number - published.weekday() - 1) % 7 + 1
        monday = published - timedelta(days=published.weekday())
        if fields.get("ofweek"):
            weeks = {"last": -7, "this": 0, "next": 7}[which]
            on = monday + timedelta(days=weeks + number)
        elif which in ("last", "this past", "past"):
            on = published - timedelta(days=back)
        elif which in ("this coming", "coming"):
            on = published + timedelta(days=ahead)
        else:
            on = monday + timedelta(days=number + (7 if which == "next" else 0))
        return _coded(calendar.day(on), fields)

    reading = context.relative(f"XXXX-WXX-{number + 1}", build)
    return with_preposition(reading, fields.get("prep"), context)


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2}
_DEICTIC |= {"day after tomorrow": 2, "this": 0, "last night": -1, "overnight": -1}
"""Days from the day of publication."""


def deictic(fields: Fields, context: Context) -> Reading | None:
    """A day named from the writer's own: today, yesterday evening, this morning, last night, overnight."""
    word = words_of(fields["deictic"])
    if word == "today" and context.word_before().lower() in date_words("today_names"):
        return None
    code = DAY_PARTS.get((fields.get("daypart") or "").lower()) or ("TNI" if "night" in word else "")

    def build(published: date) -> Period:
        period = calendar.day(published + timedelta(days=_DEICTIC[word]))
        if word == "overnight":
            return calendar.interval(published - timedelta(days=1), published, f"{period.value}TNI")
        return calendar.with_clock(period, code) if code else period

    return with_preposition(context.relative(f"XXXX-XX-XX{code}", build), fields.get("prep"), context)


# Weeks, months, years


def _shifted(unit: str, by: int) -> Callable[[date], Period]:
    """The period of a unit so many units from the one that holds a day."""

    def build(day: date) -> Period:
        if unit in ("week", "fortnight"):
            return calendar.week(day + timedelta(weeks=by * (2 if unit == "fortnight" else 1)))
        if unit == "weekend":
            return calendar.weekend(day + timedelta(weeks=by))
        if unit in ("day", "night"):
            return calendar.day(day + timedelta(days=by))
        if unit == "month":
            return calendar.month(*calendar.shift_month(day.year, day.month, by))
        if unit == "quarter":
            index = day.year * 4 + (day.month - 1) // 3 + by
            return calendar.quarter(index // 4, index % 4 + 1)
        if unit == "year":
            return calendar.year(day.year + by)
        if unit == "decade":
            return calendar.decade(day.year // 10 * 10 + 10 * by)
        return calendar.century((day.year - 1) // 100 + 1 + by)

    return build


def unit_of(fields: Fields, context: Context) -> Reading | None:
    """A week, month, year ... named from the current one: "last week", "late next month", "this year"."""
    unit = singular(fields["unit"] or "")
    steps = WHICH[words_of(fields.get("which"))]

    def build(published: date) -> Period:
        return in_part(_shifted(unit, steps)(published), fields)

    return with_preposition(context.relative(_UNRESOLVED[unit], build), fields.get("prep"), context)


def within_current(fields: Fields, context: Context) -> Reading | None:
    """The current unit before publication ("earlier this week") or after it ("later this year")."""
    unit = singular(fields["unit"] or "")
    make = calendar.earlier_in if (fields["when"] or "").lower() == "earlier" else calendar.later_in
    return context.relative(
        _UNRESOLVED[unit], lambda published: make(_shifted(unit, 0)(published), published)
    )


def weekend_near(fields: Fields, context: Context) -> Reading | None:
    """The last weekend, the current one included; the coming one where the clause looks ahead."""
    ahead = context.looks_ahead(fields.get("prep"))

    def build(published: date) -> Period:
        return calendar.weekend(
            published if ahead or published.weekday() > 4 else published - timedelta(weeks=1)
        )

    return context.relative("XXXX-WXX-WE", build)


# Distances


def _at_distance(unit: str, count: int, anchor: Period) -> Period | None:
    """The period so many units from an anchor: a day for days, else the week, month or year reached."""
    if anchor.first is None:
        return None
    if unit in ("second", "minute", "hour"):
        return calendar.day(anchor.first) if abs(count) < 24 or unit != "hour" else None
    if unit == "week" and anchor.grain == "day":
        return calendar.day(anchor.first + timedelta(weeks=count))
    return _shifted(unit, count)(anchor.first)


def ago(fields: Fields, context: Context) -> Reading | None:
    """A distance back from publication: "two weeks ago" is that week, "three days ago" that day."""
    unit, count = singular(fields["unit"] or ""), number_of(fields["number"] or "")
    if count is None or unit in ("second", "minute", "hour"):
        return (
            context.relative("PAST_REF", calendar.day) if context.published is None else _hours_ago(context)
        )

    def build(published: date) -> Period:
        return _shifted(unit, -count)(published)

    unresolved = _UNRESOLVED.get(unit, "XXXX-XX-XX")
    return with_preposition(context.relative(unresolved, build), fields.get("prep"), context)


def _hours_ago(context: Context) -> Reading | None:
    """Hours or minutes before publication: the day itself."""
    return context.relative("XXXX-XX-XX", calendar.day)


_YEARS = ("year", "decade", "century")
_COUNTED_FROM = {
    "day": ("hour", "day", "night", "week", "fortnight", "month", "quarter", *_YEARS),
    "week": ("week", "fortnight", "month", "quarter", *_YEARS),
    "weekend": ("week", "fortnight", "month", "quarter", *_YEARS),
    "month": ("month", "quarter", *_YEARS),
    "part": ("month", "quarter", *_YEARS),
    "quarter": ("quarter", *_YEARS),
    "season": _YEARS,
    "half": _YEARS,
    "third": _YEARS,
    "year": _YEARS,
}
"""By the grain of the date before: units that can be counted from it ("that month" not from a year)."""


def from_text(fields: Fields, context: Context) -> Reading | None:
    """A distance from the last date before it in the text: "the next day", "two weeks later"."""
    unit = singular(fields["unit"] or "")
    if unit in ("morning", "evening", "afternoon"):
        unit = "day"
    steps = _text_steps(fields)
    precise = unit in ("day", "night", "hour", "minute")
    anchor = context.last_day if precise else context.last_day or context.last_placed
    if not precise and context.last_placed and fields.get("number"):
        anchor = context.last_placed
    if unit in ("second", "minute"):
        return None
    exact_enough = anchor is not None and unit in _COUNTED_FROM.get(anchor.grain, ())
    period = _at_distance(unit, steps, anchor) if anchor and exact_enough and steps is not None else None
    if period is None:
        return Reading(calendar.unplaced(_UNRESOLVED.get(unit, "XXXX-XX-XX")), NONE)
    return Reading(_coded(period, fields), TEXT)


def weekday_from_text(fields: Fields, context: Context) -> Reading | None:
    """A weekday counted from the last day before it in the text: "the following Friday"."""
    number = WEEKDAYS[(fields["weekday"] or "").lower()]
    if context.last_day is None or context.last_day.first is None:
        return Reading(calendar.unplaced(f"XXXX-WXX-{number + 1}"), NONE)
    anchor = context.last_day.first
    if words_of(fields["which"]) in ("following", "next"):
        return Reading(calendar.day(anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)), TEXT)
    return Reading(calendar.day(anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1)), TEXT)


def _text_steps(fields: Fields) -> int | None:
    """Units from the date before: from a word ("next", "same") or from a number and a direction."""
    if fields.get("number"):
        count = number_of(fields["number"] or "")
        back = (fields.get("way") or "").lower() in ("earlier", "before", "previously", "prior")
        return None if count is None else -count if back else count
    which = words_of(fields.get("which"))
    return {"next": 1, "following": 1, "day after": 1, "previous": -1, "preceding": -1, "day before": -1}.get(
        which, 0
    )


# Times of day


def clock_code(fields: Fields) -> str | None:
    """The TIMEX3 code of a time of day: T20:00; None where there is no such hour."""
    hour, minute = int(fields.get("hour") or 0), int(fields.get("minute") or 0)
    half = (fields.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{minute:02d}"


def clock(fields: Fields, context: Context) -> Reading | None:
    """A time of day alone: on the day of publication, until a day beside it is joined to it."""
    named = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}.get(
        (fields.get("named") or "").lower()
    )
    code = named or clock_code(fields)
    if code is None:
        return None
    return context.relative(
        f"XXXX-XX-XX{code}", lambda published: calendar.with_clock(calendar.day(published), code)
    )
