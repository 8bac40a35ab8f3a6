"""Resolvers of months, with a year or reckoned from the day of publication."""

from datetime import date, timedelta

from diplotui.extraction import dates_calendar as calendar
from diplotui.extraction.dates_calendar import Period
from diplotui.extraction.dates_context import (
    ABSOLUTE,
    NONE,
    PUBLICATION,
    Context,
    Fields,
    Reading,
    in_part,
    month_number,
    with_preposition,
)
from diplotui.extraction.dates_tense import Tense
from diplotui.extraction.dates_words import ORDINALS, WHICH, words_of


def month_year(fields: Fields, context: Context) -> Reading | None:
    """Month and year, or a part of it: "May 2019", "late in May 2019", "since December 2018"."""
    period = calendar.month(int(fields["year"] or 0), month_number(fields["month"]))
    return with_preposition(Reading(in_part(period, fields)), fields.get("prep"), context)


def _month_of(fields: Fields, context: Context) -> Period | None:
    """The month of the fields; without a year the last such month, or the next if the clause looks ahead."""
    number = month_number(fields["month"])
    if fields.get("year"):
        return calendar.month(int(fields["year"] or 0), number)
    published = context.published
    if published is None:
        return None
    ahead = context.looks_ahead(fields.get("prep"))
    steps = (number - published.month) % 12 if ahead else -((published.month - number) % 12)
    return calendar.month(*calendar.shift_month(published.year, published.month, steps))


def week_of_month(fields: Fields, context: Context) -> Reading | None:
    """A week counted in a month from its first day: the second week is the 8th to the 14th."""
    period = _month_of(fields, context)
    if period is None or period.first is None or period.last is None:
        return Reading(calendar.unplaced(f"XXXX-{month_number(fields['month']):02d}"), NONE)
    ordinal = (fields["ordinal"] or "").lower()
    if ordinal in ("last", "final"):
        first = period.last - timedelta(days=6)
    else:
        first = period.first + timedelta(weeks=ORDINALS[ordinal] - 1)
    anchor = ABSOLUTE if fields.get("year") else PUBLICATION
    return Reading(calendar.interval(first, first + timedelta(days=6), period.value, "part"), anchor)


def edge_of(fields: Fields, context: Context) -> Reading | None:
    """The first or last days, weeks or months of a month or year: its early or late third."""
    part = "late" if (fields["edge"] or "").lower() in ("last", "final", "closing") else "early"
    if fields.get("year2"):
        return Reading(calendar.part_of(calendar.year(int(fields["year2"] or 0)), part))
    period = _month_of(fields, context)
    if period is None:
        return Reading(calendar.unplaced(f"XXXX-{month_number(fields['month']):02d}"), NONE)
    return Reading(calendar.part_of(period, part), ABSOLUTE if fields.get("year") else PUBLICATION)


def month_range(fields: Fields, context: Context) -> Reading | None:
    """Two months: "between May and July 2019", "from May 2016 to July 2017"."""
    one, two = month_number(fields["month"]), month_number(fields["month2"])
    last = int(fields.get("year2") or fields["year"] or 0)
    first = int(fields["year"] or 0) if fields.get("year2") else last - (one > two)
    return Reading(calendar.span(calendar.month(first, one), calendar.month(last, two)))


def month_range_near(fields: Fields, context: Context) -> Reading | None:
    """Two months without a year: the later one is the last such month, or the next one if looked ahead to."""
    one, two = month_number(fields["month"]), month_number(fields["month2"])

    def build(published: date) -> Period:
        steps = (two - published.month) % 12 if context.looks_ahead(None) else -((published.month - two) % 12)
        year, _ = calendar.shift_month(published.year, published.month, steps)
        return calendar.span(calendar.month(year - (one > two), one), calendar.month(year, two))

    return context.relative(f"XXXX-{one:02d}/XXXX-{two:02d}", build)


def month_near(fields: Fields, context: Context) -> Reading | None:
    """A month without a year: by the tense of its clause, else the last such month."""
    number = month_number(fields["month"])

    def build(published: date) -> Period:
        back = (published.month - number) % 12
        ahead = (number - published.month) % 12
        forward = context.looks_ahead(fields.get("prep")) or (context.tense is Tense.NONE and back > 8)
        at = calendar.shift_month(published.year, published.month, ahead if forward else -back)
        return in_part(calendar.month(*at), fields)

    return with_preposition(context.relative(f"XXXX-{number:02d}", build), fields.get("prep"), context)


def month_which(fields: Fields, context: Context) -> Reading | None:
    """A month named from now: "last May", "next March", "in May of last year", "September this year"."""
    number = month_number(fields["month"])
    which = words_of(fields["which"])

    def build(published: date) -> Period:
        if fields.get("ofyear"):
            return in_part(calendar.month(published.year + WHICH[which], number), fields)
        back = (published.month - number - 1) % 12 + 1
        ahead = (number - published.month - 1) % 12 + 1
        steps = {-1: -back, 1: ahead, 0: number - published.month}[WHICH[which]]
        return in_part(calendar.month(*calendar.shift_month(published.year, published.month, steps)), fields)

    return with_preposition(context.relative(f"XXXX-{number:02d}", build), fields.get("prep"), context)
