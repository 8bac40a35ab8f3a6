"""Resolvers of seasons, quarters and halves of years."""

from collections.abc import Callable
from datetime import date

from diplotui.extraction import dates_calendar as calendar
from diplotui.extraction.dates_calendar import Period
from diplotui.extraction.dates_context import Context, Fields, Reading, with_preposition
from diplotui.extraction.dates_words import ORDINALS, SEASON_NAMES, WHICH, date_words, words_of


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


def season_near(fields: Fields, context: Context) -> Reading | None:
    """A season without a year: "last summer", "this fall", "in the spring", "the summer of last year"."""
    name = SEASON_NAMES[(fields["season"] or "").lower()]
    which = words_of(fields.get("which"))

    def build(published: date) -> Period:
        years = range(max(1, published.year - 2), min(9998, published.year + 2) + 1)
        seasons = [calendar.season(year, name) for year in years]
        over = [one for one in seasons if one.last and one.last < published]
        begun = [one for one in seasons if one.first and one.first <= published]
        ahead = [one for one in seasons if one.last and one.last >= published]
        to_come = [one for one in seasons if one.first and one.first > published]
        if fields.get("ofyear"):
            return calendar.season(published.year + WHICH[which], name)
        if which in ("last", "past", "this past"):
            return over[-1]
        if which in ("next", "coming", "this coming", "following"):
            return to_come[0]
        if which == "this":
            return next((one for one in begun if one in ahead), calendar.season(published.year, name))
        return ahead[0] if context.looks_ahead(fields.get("prep")) else begun[-1]

    reading = context.relative(f"XXXX-{calendar.SEASONS[name][2]}", build)
    return with_preposition(reading, fields.get("prep"), context)


def _of_year(fields: Fields, context: Context, make: Callable[[int, int], Period], value: str) -> Reading:
    """The numbered part of this, last or next year."""
    number = ORDINALS.get((fields["ordinal"] or "").lower(), 1)
    steps = WHICH[words_of(fields.get("which"))]
    return context.relative(value, lambda published: make(published.year + steps, number))


def quarter_which(fields: Fields, context: Context) -> Reading | None:
    """A quarter of this, last or next year: "the first quarter of next year"."""
    return _of_year(fields, context, calendar.quarter, "XXXX-QX")


def half_which(fields: Fields, context: Context) -> Reading | None:
    """A half of this, last or next year: "the first half of last year"."""
    return _of_year(fields, context, calendar.half, "XXXX-HX")
