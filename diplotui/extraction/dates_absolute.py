"""Resolvers of dates that say their year, or whose day and month only leave the year open."""

from datetime import date, timedelta

from diplotui.extraction import dates_calendar as calendar
from diplotui.extraction.dates_calendar import Period
from diplotui.extraction.dates_context import ABSOLUTE, Context, Fields, Reading, with_preposition
from diplotui.extraction.dates_tense import Tense
from diplotui.extraction.dates_words import DAY_PARTS, MONTHS, ORDINALS, PARTS, SEASON_NAMES, date_words

_NEAR_PAST = timedelta(days=270)
"""A day without a year, in a clause without tense, is the last such day unless that is further back."""


def month_number(word: str | None) -> int:
    """1-12 of a month's name."""
    return MONTHS[(word or "").lower().rstrip(".")]


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
        anchor = "publication"
    if first is None or last is None or first > last:
        return None
    return Reading(calendar.span(calendar.day(first), calendar.day(last)), anchor)


def month_year(fields: Fields, context: Context) -> Reading | None:
    """Month and year, or a part of it: "May 2019", "late in May 2019", "since December 2018"."""
    period = calendar.month(int(fields["year"] or 0), month_number(fields["month"]))
    return with_preposition(Reading(in_part(period, fields)), fields.get("prep"), context)


def in_part(period: Period, fields: Fields) -> Period:
    """The early, middle or late part of a period where the fields name one."""
    word = (fields.get("part") or fields.get("edge") or "").lower()
    return calendar.part_of(period, PARTS[word]) if word else period


def month_range(fields: Fields, context: Context) -> Reading | None:
    """Two months: "between May and July 2019", "from May 2016 to July 2017"."""
    one, two = month_number(fields["month"]), month_number(fields["month2"])
    last = int(fields.get("year2") or fields["year"] or 0)
    first = int(fields["year"] or 0) if fields.get("year2") else last - (one > two)
    return Reading(calendar.span(calendar.month(first, one), calendar.month(last, two)))


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


def season_year(fields: Fields, context: Context) -> Reading | None:
    """Season and year: "the fall of 2022", "late summer 2021"."""
    if context.word_after() in date_words("counted"):
        return None
    period = calendar.season(int(fields["year"] or 0), SEASON_NAMES[(fields["season"] or "").lower()])
    return with_preposition(Reading(period), fields.get("prep"), context)


def _part_number(fields: Fields) -> int:
    """The number of a quarter or half, from a word or a figure; 0 where none is named."""
    return ORDINALS.get((fields.get("ordinal") or "").lower(), 0) or int(fields.get("figure") or 0)


def quarter_year(fields: Fields, context: Context) -> Reading | None:
    """A quarter of a year: "Q3 2021", "the last quarter of 2022"."""
    number = _part_number(fields)
    return Reading(calendar.quarter(int(fields["year"] or 0), number)) if 1 <= number <= 4 else None


def half_year(fields: Fields, context: Context) -> Reading | None:
    """A half of a year: "H1 2021", "the first half of 2022"."""
    return Reading(calendar.half(int(fields["year"] or 0), min(_part_number(fields), 2) or 1))


def decade_reading(fields: Fields, context: Context) -> Reading | None:
    """A decade: "the 1990s", "the late 1980s", "the '90s"."""
    text = (fields["decade"] or "").lstrip("'’")
    first = int(text) if len(text) == 4 else (1900 if int(text) >= 30 else 2000) + int(text)
    return with_preposition(Reading(in_part(calendar.decade(first), fields)), fields.get("prep"), context)


def century_reading(fields: Fields, context: Context) -> Reading | None:
    """A century: "the 19th century"."""
    number = int(fields["ordinal"] or 0)
    return Reading(in_part(calendar.century(number), fields)) if 1 <= number <= 30 else None
