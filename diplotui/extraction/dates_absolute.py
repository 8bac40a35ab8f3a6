"""Resolvers of dates that say their year, or whose day and month only leave the year open."""

from datetime import date, timedelta

from diplotui.extraction import dates_calendar as calendar
from diplotui.extraction.dates_calendar import Period
from diplotui.extraction.dates_context import (
    ABSOLUTE,
    PUBLICATION,
    Context,
    Fields,
    Reading,
    in_part,
    month_number,
    with_preposition,
)
from diplotui.extraction.dates_tense import Tense
from diplotui.extraction.dates_words import DAY_PARTS, MONTHS, date_words

_NEAR_PAST = timedelta(days=270)
"""A day without a year, in a clause without tense, is the last such day unless that is further back."""


def _day(year: int, month: int, number: int) -> date | None:
    """A day, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _clock_code(fields: Fields) -> str:
    """The TIMEX3 code of a part of the day among the fields."""
    return DAY_PARTS.get((fields.get("daypart") or "").lower(), "")


def nearest(context: Context, month: int, number: int, preposition: str | None) -> Period | None:
    """The day of a date without its year: by the clause's tense, else the last such day unless far back."""
    published = context.published
    if published is None:
        return None
    years = range(max(1, published.year - 8), min(9999, published.year + 8) + 1)
    days = [on for year in years if (on := _day(year, month, number))]
    past = max((on for on in days if on <= published), default=None)
    ahead = min((on for on in days if on >= published), default=None)
    if past is None or ahead is None:
        return None
    if context.looks_ahead(preposition):
        return calendar.day(ahead)
    if context.tense is Tense.PAST:
        return calendar.day(past)
    if context.word_after() in date_words("dated_ahead"):
        return calendar.day(ahead if ahead - published < published - past else past)
    return calendar.day(past if published - past <= _NEAR_PAST else ahead)


def full_date(fields: Fields, context: Context) -> Reading | None:
    """Day, month and year: "March 3, 2015", "3 March 2015"."""
    on = _day(int(fields["year"] or 0), month_number(fields["month"]), int(fields["day"] or 0))
    if on is None:
        return None
    period = calendar.day(on)
    code = _clock_code(fields)
    return with_preposition(
        Reading(calendar.with_clock(period, code) if code else period), fields.get("prep"), context
    )


def day_month(fields: Fields, context: Context) -> Reading | None:
    """Day and month without a year: "on March 3", "7 October"."""
    month, number = month_number(fields["month"]), int(fields["day"] or 0)
    if _day(2000, month, number) is None or context.word_after() in date_words("dated_names"):
        return None
    code = _clock_code(fields)
    if context.published is None:
        return context.relative(f"XXXX-{month:02d}-{number:02d}{code}", calendar.day)
    period = nearest(context, month, number, fields.get("prep"))
    if period is None:
        return None
    reading = context.relative("", lambda _: calendar.with_clock(period, code) if code else period)
    return with_preposition(reading, fields.get("prep"), context)


def iso_date(fields: Fields, context: Context) -> Reading | None:
    """Year, month and day in figures: 2015-03-03, with or without a time."""
    on = _day(int(fields["year"] or 0), int(fields["mm"] or 0), int(fields["dd"] or 0))
    if on is None:
        return None
    time = fields.get("time")
    return Reading(calendar.with_clock(calendar.day(on), f"T{time}") if time else calendar.day(on))


def figures(fields: Fields, context: Context) -> Reading | None:
    """Day, month and year in figures with slashes or stops: only where their order cannot be mistaken."""
    one, two, year = int(fields["one"] or 0), int(fields["two"] or 0), int(fields["year"] or 0)
    if one > 12 or one == two:
        on = _day(year, two, one)
    elif two > 12:
        on = _day(year, one, two)
    else:
        return None
    return Reading(calendar.day(on)) if on else None


def day_range(fields: Fields, context: Context) -> Reading | None:
    """Two days of one month, or of two: "March 3-5, 2015", "from 3 to 5 March", "Jan. 30 to Feb. 2"."""
    month = month_number(fields["month"])
    month2 = month_number(fields["month2"]) if fields.get("month2") else month
    one, two = int(fields["day"] or 0), int(fields["day2"] or 0)
    if fields.get("year"):
        year = int(fields["year"] or 0)
        last = _day(year, month2, two)
        first = _day(year - (month > month2), month, one)
        anchor = ABSOLUTE
    else:
        if _day(2000, month, one) is None or _day(2000, month2, two) is None:
            return None
        if context.published is None:
            return context.relative(f"XXXX-{month:02d}-{one:02d}/XXXX-{month2:02d}-{two:02d}", calendar.day)
        begun = nearest(context, month, one, None)
        first = begun.first if begun else None
        last = _day(first.year + (month > month2), month2, two) if first else None
        anchor = PUBLICATION
    if first is None or last is None or first > last:
        return None
    return Reading(calendar.span(calendar.day(first), calendar.day(last)), anchor)


_HOLIDAYS = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas eve": (12, 24)}
"""Holidays on a fixed day; every other form of Christmas is the 25th of December."""


def holiday(fields: Fields, context: Context) -> Reading | None:
    """A holiday on a fixed day: "on New Year's Day", "Christmas"."""
    name = " ".join((fields["holiday"] or "").lower().replace("’", "'").split())
    month, number = _HOLIDAYS.get(name, (12, 25))
    period = nearest(context, month, number, fields.get("prep"))
    reading = context.relative(
        f"XXXX-{month:02d}-{number:02d}", lambda published: period or calendar.day(published)
    )
    return with_preposition(reading, fields.get("prep"), context)


def year_range(fields: Fields, context: Context) -> Reading | None:
    """Two years: "from 2014 to 2016", "2014-16"."""
    one = int(fields["year"] or 0)
    two = int(fields.get("year2") or 0) or one // 100 * 100 + int(fields.get("yy") or 0)
    if not one < two <= one + 150:
        return None
    return Reading(calendar.span(calendar.year(one), calendar.year(two)))


def year_alone(fields: Fields, context: Context) -> Reading | None:
    """A year after a preposition or with a part: "in 2014", "late 2023", "the end of 2019", "since 2008"."""
    if context.word_after() in date_words("counted"):
        return None
    period = in_part(calendar.year(int(fields["year"] or 0)), fields)
    return with_preposition(Reading(period), fields.get("prep"), context)


def bare_year(fields: Fields, context: Context) -> Reading | None:
    """A year with no preposition: "the 2014 ceasefire"; never a count or the number of a resolution."""
    number = int(fields["year"] or 0)
    before = context.word_before()
    if (
        not 1900 <= number <= 2099
        or context.word_after() in date_words("counted")
        or before.lower().rstrip(".") in date_words("numbered")
    ):
        return None
    named = before[:1].isupper() and before.lower() not in date_words("before_year")
    if named and before.lower().rstrip(".") not in MONTHS:
        return None
    return Reading(calendar.year(number))


def decade_reading(fields: Fields, context: Context) -> Reading | None:
    """A decade: "the 1990s", "the late 1980s", "the '90s"."""
    text = (fields["decade"] or "").lstrip("'’")
    first = int(text) if len(text) == 4 else (1900 if int(text) >= 30 else 2000) + int(text)
    return with_preposition(Reading(in_part(calendar.decade(first), fields)), fields.get("prep"), context)


def century_reading(fields: Fields, context: Context) -> Reading | None:
    """A century: "the 19th century"."""
    number = int(fields["ordinal"] or 0)
    return Reading(in_part(calendar.century(number), fields)) if 1 <= number <= 30 else None
