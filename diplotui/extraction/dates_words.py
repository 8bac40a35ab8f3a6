"""Words of time expressions and what they count."""

import re

from diplotui.extraction.table_files import word_lists

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
"""Month names and short forms, lower case without a stop, to 1-12."""

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
"""Weekday names to 0-6 (Monday first)."""

_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred"

NUMBERS = {word: number for number, word in enumerate(_UP_TO_NINETEEN.split())}
NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
NUMBERS |= {"a": 1, "an": 1, "dozen": 12}
"""Number words to what they count."""

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
    "final": 4,
}

SEASON_NAMES = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}

DAY_PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "lunchtime": "TMI",
    "noon": "T12:00",
}
"""Parts of the day to TIMEX3 codes."""

PARTS = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "beginning": "early",
    "start": "early",
}
PARTS |= {
    "end": "late",
    "close": "late",
    "turn": "early",
    "dawn": "early",
    "outset": "early",
    "opening": "early",
}
"""Words for the thirds of a period."""

UNIT_CODES = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "2W",
}
UNIT_CODES |= {"month": "M", "quarter": "3M", "season": "S", "year": "Y", "decade": "10Y", "century": "100Y"}
"""Units to their letter in an ISO 8601 duration; a leading T or number is worked in."""


def number_of(word: str) -> int | None:
    """The number that a word or figure names: 12, "three", "twenty-five"; None for anything else."""
    text = word.strip().lower().replace(",", "")
    if text.isdigit():
        return int(text)
    parts = re.split(r"[\s-]+", text)
    if parts[0] in ("a", "an", "one") and len(parts) > 1:
        parts = parts[1:]
    values = [NUMBERS.get(part) for part in parts if part != "of"]
    return None if not values or None in values else sum(value for value in values if value is not None)


def singular(unit: str) -> str:
    """A unit's singular: "centuries" is "century"."""
    lower = unit.lower()
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower.rstrip("s")


def duration_value(count: int | None, unit: str) -> str:
    """ISO 8601 duration of so many units; X for a number that the text does not say (PXM)."""
    code = UNIT_CODES[unit]
    if code.startswith("T"):
        return f"PT{'X' if count is None else count}{code[1:]}"
    factor = int(code[:-1] or 1)
    return f"P{'X' if count is None else count * factor}{code[-1]}"


def date_words(name: str) -> frozenset[str]:
    """A word list of ``tables/date_words.tsv``."""
    return word_lists("date_words")[name]


WHICH = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
}
WHICH |= {"next": 1, "coming": 1, "this coming": 1, "following": 1, "": 0}
"""Steps of a unit from the current one."""


def words_of(phrase: str | None) -> str:
    """A phrase in lower case with single blanks and no "the"."""
    words = (phrase or "").lower().split()
    return " ".join(word for word in words if word != "the")
