"""Bounds in days of the few EDTF forms (ISO 8601-2) that the gold uses."""

import calendar
import re
from datetime import date

DURATION = re.compile(r"P[T\dXYMWDHS]+$")
REFERENCE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})

SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
"""Meteorological seasons: first and last month; winter runs into the next year."""
PARTS = {
    "33": (1, 3),
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "37": (1, 4),
    "38": (5, 8),
    "39": (9, 12),
    "40": (1, 6),
    "41": (7, 12),
}
"""Quarters 33-36, thirds 37-39 and halves 40-41 of a year: first and last month."""


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of ``edtf``; an open end, a duration or a mere reference has None."""
    if DURATION.match(edtf) or edtf in REFERENCE:
        return None, None
    if "/" in edtf:
        first, last = edtf.split("/")
        return (
            None if first == ".." else bounds(first)[0],
            None if last == ".." else bounds(last)[1],
        )
    return _closed(edtf.rstrip("~?"))


def _closed(edtf: str) -> tuple[date, date]:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf):
        day = date.fromisoformat(edtf)
        return day, day
    if re.fullmatch(r"\d{3}X", edtf):
        return date(int(edtf[:3]) * 10, 1, 1), date(int(edtf[:3]) * 10 + 9, 12, 31)
    if re.fullmatch(r"\d{4}", edtf):
        return date(int(edtf), 1, 1), date(int(edtf), 12, 31)
    match = re.fullmatch(r"(\d{4})-(\d{2})", edtf)
    if match is None:
        raise ValueError(f"no bounds known for {edtf!r}")
    year, part = int(match[1]), match[2]
    first, last = {**SEASONS, **PARTS}.get(part, (int(part), int(part)))
    last_year = year + 1 if last < first else year
    return date(year, first, 1), date(last_year, last, calendar.monthrange(last_year, last)[1])
