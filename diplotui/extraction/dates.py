"""Finds the time expressions of an article and resolves them to TIMEX3 values, EDTF and days.

Conventions: a weekday is the last such day, the day of publication included, unless a cue of the future
stands by it; without a publication day whatever depends on one is listed and not placed; "the next day" is
reckoned from the last day-precise date before it in the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from diplotui.extraction import dates_calendar as calendar
from diplotui.extraction.date_rules import families_of, matches_at
from diplotui.extraction.dates_calendar import Period
from diplotui.extraction.dates_context import Context, Reading
from diplotui.extraction.dates_words import date_words
from diplotui.extraction.spans import Block
from diplotui.model import ExtractedDate

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_JOINTS = frozenset(",.-–—:/()")
"""Signs inside an expression: "March 3-5, 2015", "8 p.m."."""

_QUOTES = frozenset("'’")
"""Signs with which one can begin: "'90s"."""

_GLUED = re.compile(r"[\w$€£¥#@/+-]$|[\d][.,:]$|[–.,]\d*[.,]$")
"""Before a figure, these make it a part of something else: "$2014", "1,500", "AH-64"."""

_RANGE_CUE = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:(?:early|late|mid)[\s-])?$", re.IGNORECASE)
_FROM = re.compile(r"(?:from|between)\b", re.IGNORECASE)
_RANGE_JOINT = re.compile(r"\s+(?:to|and|through|until|till)\s+(?:the\s+)?$|\s?[-–—]\s?$", re.IGNORECASE)
_THROUGH = re.compile(r"\s+through\s+$|\s?[-–—]\s?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:in\s+)?$", re.IGNORECASE)
_CLOCK_JOINT = re.compile(r"(?:,\s*|\)?\s+|\s+\()(?:on\s+|at\s+|in\s+the\s+)?$", re.IGNORECASE)

_MOST_CHARACTERS = 160
"""Characters past the start of an expression that the patterns may see."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A resolved expression before its neighbours are joined to it."""

    start: int
    end: int
    rule: str
    reading: Reading


@lru_cache(maxsize=1)
def _lexicon() -> frozenset[str]:
    """Every word that stands in an expression without belonging to a family."""
    return date_words("starters") | date_words("inner")


def _starts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets at which an expression can begin, with the families of the words from there on.

    These are the words and figures of runs of words of time; a run without a word of a family is passed over.
    """
    lexicon = _lexicon()
    run: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0].lower()
        families = families_of(word)
        if families or word in lexicon or word in _QUOTES:
            run.append((match.start(), families))
        elif word not in _JOINTS and run:
            yield from _with_followers(run)
            run = []
    yield from _with_followers(run)


def _with_followers(run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words of a run, each with the families of itself and all after it; empty where there are none."""
    families = 0
    result = []
    for offset, own in reversed(run):
        families |= own
        if families:
            result.append((offset, families))
    return result[::-1]


def _glued(text: str, start: int, low: int) -> bool:
    """Whether what stands right before an expression makes it a part of something else."""
    before = text[max(low, start - 3) : start]
    return bool(before) and bool(_GLUED.search(before)) and not before[-1].isspace()


def _read_at(context: Context, families: int) -> _Found | None:
    """The expression that begins at a place, by the first rule that fits and resolves."""
    limit = min(context.high, context.start + _MOST_CHARACTERS)
    for rule, match in matches_at(context.text, context.start, limit, families):
        end = match.end()
        if end <= context.start or (
            end < context.high and context.text[end - 1].isalnum() and context.text[end].isalnum()
        ):
            continue
        try:
            reading = rule.resolve(match.groupdict(), replace(context, end=end))
        except (ValueError, OverflowError, LookupError):  # no such year, month or weekday
            reading = None
        if reading is not None:
            return _Found(context.start, end, rule.id, reading)
    return None


def _scan(text: str, blocks: Iterable[Block], published: date | None) -> list[_Found]:
    """The expressions of the blocks in order."""
    found: list[_Found] = []
    last_day: Period | None = None
    last_placed: Period | None = None
    for block in blocks:
        done = block.start
        for start, families in _starts(text, block.start, block.end):
            if start < done or _glued(text, start, block.start):
                continue
            context = Context(text, start, start, block.start, block.end, published, last_day, last_placed)
            one = _read_at(context, families)
            if one is None:
                continue
            found.append(one)
            done = one.end
            period = one.reading.period
            if period.first is not None and period.first == period.last:
                last_day = period
            if period.first is not None and period.last is not None:
                last_placed = period
    return found


def _join(one: _Found, other: _Found, text: str) -> _Found | None:
    """One expression out of two neighbours: a clock time with its day, or the two ends of a range."""
    between = text[one.end : other.start]
    if len(between) > 12:
        return None
    clock_first = one.rule.startswith("clock")
    if clock_first and other.rule.startswith("clock") and between.strip() == "(":
        return replace(one, end=other.end)
    if clock_first != other.rule.startswith("clock"):
        return _with_clock(one, other, clock_first) if _CLOCK_JOINT.match(between) else None
    first, second = one.reading.period, other.reading.period
    if first.first is None or second.last is None:
        return None
    thirds = first.grain == second.grain == "third" and _AND.match(between)
    cue = _RANGE_CUE.search(text, max(0, one.start - 24), one.start) or _FROM.match(text, one.start)
    weekdays = one.rule == other.rule == "weekday" and _THROUGH.match(between)
    if not (thirds or weekdays or (cue and _RANGE_JOINT.match(between))):
        return None
    joined = calendar.span(first, second)
    if joined == first:
        return None
    return _Found(one.start, other.end, "range.joined", Reading(joined, one.reading.anchor))


def _with_clock(one: _Found, other: _Found, clock_first: bool) -> _Found | None:
    """A day with the clock time beside it."""
    time, day_found = (one, other) if clock_first else (other, one)
    if day_found.reading.period.grain != "day":
        return None
    code = "T" + time.reading.period.value.rsplit("T", 1)[-1]
    period = day_found.reading.period
    if "T" not in period.value:
        period = calendar.with_clock(period, code)
    return _Found(one.start, other.end, f"{day_found.rule}+clock", Reading(period, day_found.reading.anchor))


def _joined(found: Sequence[_Found], text: str) -> list[_Found]:
    """The expressions with neighbours joined."""
    result: list[_Found] = []
    for one in found:
        both = _join(result[-1], one, text) if result else None
        if both is not None:
            result[-1] = both
        else:
            result.append(one)
    return result


def find_dates(text: str, blocks: Iterable[Block], published: date | None) -> tuple[ExtractedDate, ...]:
    """The time expressions inside the blocks, sorted and without overlaps; time is linear in the text.

    ``published`` is the day that relative expressions are reckoned from; None leaves them unplaced. Blocks
    must be in order and must not overlap.
    """
    return tuple(
        ExtractedDate(
            one.start,
            one.end,
            one.reading.period.value,
            one.reading.period.bounds,
            one.rule,
            one.reading.anchor,
        )
        for one in _joined(_scan(text, blocks, published), text)
    )


__all__ = ["find_dates"]
