"""The finite table of date patterns, ``tables/dates.tsv``, matched at one place of a text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from diplotui.extraction import dates_absolute, dates_months, dates_relative, dates_seasons, dates_vague
from diplotui.extraction.dates_context import Context, Fields, Reading
from diplotui.extraction.dates_words import date_words
from diplotui.extraction.table_files import rows

Resolver = Callable[[Fields, Context], Reading | None]

_PIECE = re.compile(r"\{([a-z]+\d*)\}")
_CLASS = re.compile(r"\[[^\]]*\]")

FIGURE, YEAR = "figure", "year"
FAMILIES = (
    FIGURE,
    YEAR,
    "month",
    "weekday",
    "season",
    "unit",
    "daypart",
    "named",
    "half",
    "ago",
    "way",
    "vague",
    "frequency",
    "clock",
    "holiday",
)
"""Families of words by which the table is narrowed; a figure of four digits from 1500 to 2099 is a year."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """One row of the table; a rule may have several."""

    id: str
    resolve: Resolver
    needs: int
    """Bits of the families of which a word must follow."""
    pattern: str
    example: str
    """A text with one expression of this rule; empty for a further pattern that needs none."""
    value: str
    """The TIMEX3 value of that expression, read from 2019-05-15."""
    counter: str
    """A text alike in which this rule finds nothing."""


def _resolver(name: str) -> Resolver:
    """The resolver that a row names."""
    for module in (dates_absolute, dates_months, dates_seasons, dates_relative, dates_vague):
        found: Resolver | None = getattr(module, name, None)
        if found is not None:
            return found
    raise LookupError(f"dates.tsv names a resolver that does not exist: {name}")


def _bits(families: str) -> int:
    """The bits of families named in a row."""
    return sum(1 << FAMILIES.index(family) for family in families.split())


def _with_blanks(pattern: str) -> str:
    """A pattern in which each blank stands for any white space, a blank with ? or * for any or none."""
    pattern = _CLASS.sub(lambda match: match[0].replace(" ", r"\s"), pattern)
    return re.sub(" [?*]", r"\\s*", pattern).replace(" ", r"\s+")


@lru_cache(maxsize=1)
def date_rules() -> tuple[DateRule, ...]:
    """The rows of the table in their order, pieces put in."""
    pieces: dict[str, str] = {}

    def expand(pattern: str) -> str:
        return _PIECE.sub(lambda match: pieces[match[1]], pattern)

    for name, pattern in rows("date_pieces"):
        pieces[name] = expand(pattern)
    return tuple(
        DateRule(
            rule, _resolver(resolver), _bits(needs), _with_blanks(expand(pattern)), example, value, counter
        )
        for rule, resolver, needs, pattern, example, value, counter in rows("dates")
    )


@lru_cache(maxsize=1)
def _families_by_word() -> dict[str, int]:
    """Each word of a family to the bits of its families."""
    masks: dict[str, int] = {}
    for bit, family in enumerate(FAMILIES):
        for word in date_words(family) if family not in (FIGURE, YEAR) else ():
            masks[word] = masks.get(word, 0) | 1 << bit
    return masks


_FIGURE_BIT, _YEAR_BIT = 1 << FAMILIES.index(FIGURE), 1 << FAMILIES.index(YEAR)


@lru_cache(maxsize=20_000)
def families_of(word: str) -> int:
    """The bits of the families of a word in lower case, or of a figure."""
    if word.isdigit():
        is_year = len(word) == 4 and "1500" <= word <= "2099"
        return _FIGURE_BIT | (_YEAR_BIT if is_year else 0)
    return _families_by_word().get(word, 0)


@lru_cache(maxsize=512)
def _rows_for(families: int) -> tuple[int, ...]:
    """Indices of the rows that can fit where words of these families follow."""
    return tuple(index for index, rule in enumerate(date_rules()) if rule.needs & families == rule.needs)


@lru_cache(maxsize=256)
def _compiled(index: int) -> re.Pattern[str]:
    """One row's pattern, compiled when first needed."""
    return re.compile(date_rules()[index].pattern, re.IGNORECASE)


def matches_at(text: str, start: int, end: int, families: int) -> Iterator[tuple[DateRule, re.Match[str]]]:
    """The rules that fit at ``start``, best first.

    ``end`` bounds what a pattern may see, ``families`` are the bits of the words from ``start`` on.
    """
    for index in _rows_for(families):
        match = _compiled(index).match(text, start, end)
        if match is not None:
            yield date_rules()[index], match


__all__ = ["DateRule", "date_rules", "families_of", "matches_at"]
