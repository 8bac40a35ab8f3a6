"""The finite table of date patterns, ``tables/dates.tsv``, compiled once and matched at one place of a text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from diplotui.extraction import dates_absolute, dates_relative, dates_vague
from diplotui.extraction.dates_context import Context, Fields, Reading
from diplotui.extraction.table_files import rows

Resolver = Callable[[Fields, Context], Reading | None]

_PIECE = re.compile(r"\{([a-z]+\d*)\}")
_CLASS = re.compile(r"\[[^\]]*\]")
_NAMED_GROUP = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class DateRule:
    """One row of the table; a rule may have several."""

    id: str
    resolve: Resolver
    pattern: str
    example: str
    """A text with one expression of this rule; empty for a further pattern that needs none."""
    value: str
    """The TIMEX3 value of that expression, read from 2019-05-15."""
    counter: str
    """A text alike in which this rule finds nothing."""


def _resolver(name: str) -> Resolver:
    """The resolver that a row names."""
    for module in (dates_absolute, dates_relative, dates_vague):
        found: Resolver | None = getattr(module, name, None)
        if found is not None:
            return found
    raise LookupError(f"dates.tsv names a resolver that does not exist: {name}")


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
        DateRule(rule, _resolver(resolver), _with_blanks(expand(pattern)), example, value, counter)
        for rule, resolver, pattern, example, value, counter in rows("dates")
    )


@dataclass(frozen=True, slots=True)
class _Combined:
    """All rows as one alternation: each row is a group, and its named pieces are groups of its own."""

    pattern: re.Pattern[str]
    rows: dict[str, int]
    """Row behind each row's group."""
    pieces: tuple[tuple[tuple[str, str], ...], ...]
    """By row: name of a piece, and of its group."""


@lru_cache(maxsize=1)
def _combined() -> _Combined:
    """The whole table compiled once."""
    parts, pieces = [], []
    for index, rule in enumerate(date_rules()):
        names = dict.fromkeys(_NAMED_GROUP.findall(rule.pattern))
        pieces.append(tuple((name, f"r{index}_{name}") for name in names))
        own = _NAMED_GROUP.sub(lambda match, index=index: f"(?P<r{index}_{match[1]}>", rule.pattern)
        parts.append(f"(?P<r{index}>{own})")
    groups = {f"r{index}": index for index in range(len(parts))}
    return _Combined(re.compile("|".join(parts), re.IGNORECASE), groups, tuple(pieces))


@lru_cache(maxsize=256)
def _rule_pattern(index: int) -> re.Pattern[str]:
    """One row's pattern by itself, compiled when a row before it fitted and did not resolve."""
    return re.compile(date_rules()[index].pattern, re.IGNORECASE)


def matches_at(text: str, start: int, end: int) -> Iterator[tuple[DateRule, int, Fields]]:
    """The rules that fit at ``start``, best first, with the end of the match and its pieces.

    ``end`` bounds what a pattern may see.
    """
    combined = _combined()
    found = combined.pattern.match(text, start, end)
    if found is None or found.lastgroup is None:
        return
    first = combined.rows[found.lastgroup]
    yield date_rules()[first], found.end(), {name: found[group] for name, group in combined.pieces[first]}
    for index in range(first + 1, len(date_rules())):
        match = _rule_pattern(index).match(text, start, end)
        if match is not None:
            yield date_rules()[index], match.end(), match.groupdict()


__all__ = ["DateRule", "date_rules", "matches_at"]
