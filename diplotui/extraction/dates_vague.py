"""Resolvers of what is listed and never placed: lengths of time, what recurs, vague references."""

from diplotui.extraction import dates_calendar as calendar
from diplotui.extraction.dates_context import NONE, Context, Fields, Reading
from diplotui.extraction.dates_words import WEEKDAYS, duration_value, number_of, singular


def _length(value: str) -> Reading:
    """A length of time."""
    return Reading(calendar.unplaced(value, "duration"), NONE)


def duration(fields: Fields, context: Context) -> Reading | None:
    """A length of time: "10-year", "several weeks" (PXW), "for years" (PXY)."""
    count = number_of(fields["number"] or "") if fields.get("number") else None
    if fields.get("number") and count is None:
        return None
    if (fields.get("number") or "")[:1].isupper() and (fields["unit"] or "").istitle():
        return None  # a name: the Six-Day War
    return _length(duration_value(count, singular(fields["unit"] or "")))


def duration_one(fields: Fields, context: Context) -> Reading | None:
    """One unit: "for a year", "over the past week"."""
    return _length(duration_value(1, singular(fields["unit"] or "")))


def duration_long(fields: Fields, context: Context) -> Reading | None:
    """A length in one word: "yearlong" is P1Y, "years-long" PXY."""
    unit = (fields["unit"] or "").lower()
    return _length(duration_value(None if unit.endswith("s") else 1, singular(unit)))


_HALVES = {"year": (12, 6, "M"), "decade": (10, 5, "Y"), "century": (100, 50, "Y"), "hour": (60, 30, "TM")}
"""Units whose half has a name of its own: whole, half, and the letter both are counted in."""


def duration_and_a_half(fields: Fields, context: Context) -> Reading | None:
    """So many units and a half: "a year and a half" is P18M."""
    count, unit = number_of(fields["number"] or ""), singular(fields["unit"] or "")
    if count is None:
        return None
    if unit in _HALVES:
        whole, half, letter = _HALVES[unit]
        prefix, letter = ("PT", "M") if letter == "TM" else ("P", letter)
        return _length(f"{prefix}{whole * count + half}{letter}")
    value = duration_value(count, unit)
    return _length(f"{value[:-1]}.5{value[-1]}")


def half_unit(fields: Fields, context: Context) -> Reading | None:
    """Half a unit: "half a century", "half an hour"."""
    known = {
        "century": "P50Y",
        "decade": "P5Y",
        "year": "P6M",
        "hour": "PT30M",
        "day": "PT12H",
        "month": "P2W",
    }
    value = known.get(singular(fields["unit"] or ""))
    return _length(value) if value else None


_FREQUENCY = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annual": "P1Y",
}
_FREQUENCY |= {"annually": "P1Y", "nightly": "P1D", "hourly": "PT1H", "biweekly": "P2W", "fortnightly": "P2W"}
_FREQUENCY |= {"biannual": "P6M", "semiannual": "P6M", "biennial": "P2Y"}


def recurring_adverb(fields: Fields, context: Context) -> Reading | None:
    """A frequency in one word: "weekly", "annual"; not after a name ("the Example daily")."""
    if context.word_before()[:1].isupper():
        return None
    return Reading(calendar.unplaced(_FREQUENCY[(fields["frequency"] or "").lower()], "set"), NONE)


def recurring_day(fields: Fields, context: Context) -> Reading | None:
    """A weekday that comes again and again: "every Monday", "on Fridays"."""
    number = WEEKDAYS[(fields["weekday"] or "").lower().removesuffix("s")] + 1
    return Reading(calendar.unplaced(f"XXXX-WXX-{number}", "set"), NONE)


def recurring_unit(fields: Fields, context: Context) -> Reading | None:
    """A unit that comes again and again: "every year", "every two weeks", "once a month"."""
    value = duration_value(number_of(fields.get("number") or "one"), singular(fields["unit"] or ""))
    return Reading(calendar.unplaced(value, "set"), NONE)


def past_reference(fields: Fields, context: Context) -> Reading | None:
    """A vague past: "recently", "in recent months", "years ago"."""
    return Reading(calendar.unplaced("PAST_REF"), NONE)


def present_reference(fields: Fields, context: Context) -> Reading | None:
    """A vague present: "now", "currently"."""
    return Reading(calendar.unplaced("PRESENT_REF"), NONE)


def future_reference(fields: Fields, context: Context) -> Reading | None:
    """A vague future: "soon", "in the coming weeks"."""
    return Reading(calendar.unplaced("FUTURE_REF"), NONE)
