"""Where a time expression stands, and what was read of it: shared by the resolvers of all date rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from diplotui.extraction import dates_calendar as calendar
from diplotui.extraction.dates_calendar import Period
from diplotui.extraction.dates_tense import Tense, tense_of
from diplotui.extraction.dates_words import MONTHS, PARTS, date_words

Fields = Mapping[str, str | None]
"""The named pieces that a rule's pattern found."""

ABSOLUTE, PUBLICATION, TEXT, NONE = "absolute", "publication", "text", "none"

_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,40}(?:, [A-ZÀ-Þ][\w .]{1,24})?,? *")
"""What stands before the day of a dateline: the place in capitals, perhaps with its country."""

_POSSESSIVE = re.compile(r"['’]s\b")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\s*$")
_LOOK_BACK = 24
"""Characters before an expression that can hold the word before it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means, and what it was reckoned from."""

    period: Period
    anchor: str = ABSOLUTE


@dataclass(frozen=True)
class Context:
    """A match in its text: its span, its block's bounds, the day of publication, the last dates before it."""

    text: str
    start: int
    end: int
    low: int
    high: int
    published: date | None
    last_day: Period | None = None
    """The last day-precise date before this one in the text."""
    last_placed: Period | None = None
    """The last date of any precision before this one in the text."""

    @cached_property
    def tense(self) -> Tense:
        """Whether the clause looks ahead or back; a dateline ("PARIS, Thursday -") is the day of writing."""
        if _DATELINE.fullmatch(self.text, self.low, self.start):
            return Tense.PAST
        return tense_of(self.text, self.start, self.end, self.low, self.high)

    def looks_ahead(self, preposition: str | None) -> bool:
        """Whether the clause looks ahead; "by" and "until" do unless a past verb stands before them."""
        if (preposition or "").lower() in ("by", "until", "till"):
            return self.tense is not Tense.PAST
        return self.tense is Tense.FUTURE

    def noun_follows(self) -> bool:
        """Whether it only describes a noun: "after Tuesday's vote", "before the 2022 invasion"."""
        if _POSSESSIVE.match(self.text, self.end, self.high):
            return True
        word = self.word_after()
        return bool(word) and word not in date_words("no_noun")

    def word_after(self) -> str:
        """The next word, lower case."""
        match = _NEXT_WORD.match(self.text, self.end, self.high)
        return match[1].lower() if match else ""

    def word_before(self) -> str:
        """The word right before the expression, as written."""
        match = _LAST_WORD.search(self.text[max(self.low, self.start - _LOOK_BACK) : self.start])
        return match[1] if match else ""

    def relative(self, unresolved: str, build: Callable[[date], Period]) -> Reading:
        """A reading reckoned from the day of publication; unplaced where that is not known."""
        if self.published is None:
            return Reading(calendar.unplaced(unresolved), NONE)
        return Reading(build(self.published), PUBLICATION)


def with_preposition(reading: Reading, preposition: str | None, context: Context) -> Reading:
    """The open interval that "since", "until", "before" or "after" makes of a date; others change nothing."""
    word = " ".join((preposition or "").lower().split())
    make: Callable[[Period], Period] | None = None
    if word in ("since", "as of", "ever since"):
        make = calendar.since
    elif word in ("until", "till", "through"):
        make = calendar.until
    elif word in ("before", "after", "prior to") and not context.noun_follows():
        make = calendar.after if word == "after" else calendar.before
    return Reading(make(reading.period), reading.anchor) if make else reading


def month_number(word: str | None) -> int:
    """1-12 of a month's name."""
    return MONTHS[(word or "").lower().rstrip(".")]


def in_part(period: Period, fields: Fields) -> Period:
    """The early, middle or late part of a period where the fields name one."""
    word = (fields.get("part") or fields.get("edge") or "").lower()
    return calendar.part_of(period, PARTS[word]) if word else period


__all__ = [
    "ABSOLUTE",
    "NONE",
    "PUBLICATION",
    "TEXT",
    "Context",
    "Fields",
    "Reading",
    "in_part",
    "month_number",
    "with_preposition",
]
