"""Which lines belong to the page and not to the article: the table ``tables/page_lines.tsv``."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from diplotui.extraction.table_files import rows

_TAIL = 130
"""Characters at the end of a line in which a picture's credit is sought."""

_SHORT = 220
"""Longer lines are only tried against the few rules that allow them."""

_PIECE = re.compile(r"\{([a-z]+)\}")


class Role(StrEnum):
    """What a line of the page does to its neighbours."""

    LINE = "line"
    """Left out alone."""
    CREDIT = "credit"
    """A picture's caption or credit: opens a teaser where a title follows it after the article."""
    CLOSER = "closer"
    """Ends a shortened story ("keep reading"): what stands between it and the credit before is a teaser."""
    LABEL = "label"
    """Says what the short line after it is ("Image caption,"): both are left out."""
    TRAILER = "trailer"
    """Opens a list of other stories: the titles after it are left out."""
    END = "end"
    """Opens what never goes back to the article (readers' comments)."""
    LIST = "list"
    """Belongs to a list that says where it ends ("list of 4 items", "end of list")."""
    TAIL = "tail"
    """A credit at the end of a caption; read as CREDIT."""


@dataclass(frozen=True, slots=True)
class LineRule:
    """A row of the table: a kind of line that is no part of the article."""

    id: str
    role: Role
    reason: str
    limit: int
    """Characters; a longer line is left alone."""
    pattern: str
    example: str
    counter: str
    """A line alike that stays in the article."""


@lru_cache(maxsize=1)
def line_rules() -> tuple[LineRule, ...]:
    """The rows of the table, pieces put in."""
    pieces: dict[str, str] = {}
    rules: list[LineRule] = []
    for rule, role, reason, limit, pattern, example, counter in rows("page_lines"):
        expanded = _PIECE.sub(lambda match: pieces[match[1]], pattern)
        if role == "piece":
            pieces[rule] = expanded
        else:
            rules.append(LineRule(rule, Role(role), reason, int(limit), expanded, example, counter))
    return tuple(rules)


@dataclass(frozen=True, slots=True)
class _Matcher:
    """Some rules as one alternation, and the rule behind each group; the first that fits wins."""

    pattern: re.Pattern[str]
    rules: tuple[LineRule, ...]

    def rule_of(self, match: re.Match[str] | None) -> LineRule | None:
        """The rule of a match; None without one."""
        if match is None or match.lastgroup is None:
            return None
        return self.rules[int(match.lastgroup[1:])]


@lru_cache(maxsize=4)
def _matcher(at_end: bool, long: bool) -> _Matcher:
    """The matcher for the end of lines, or for the start of those over ``_SHORT`` characters or not."""
    chosen = tuple(
        rule
        for rule in line_rules()
        if (rule.role is Role.TAIL) == at_end and (at_end or not long or rule.limit > _SHORT)
    )
    pattern = "|".join(f"(?P<r{number}>{rule.pattern})" for number, rule in enumerate(chosen))
    return _Matcher(re.compile(pattern, re.IGNORECASE | re.DOTALL), chosen)


@lru_cache(maxsize=1)
def _longest() -> int:
    """Characters of the longest line that any rule looks at."""
    return max(rule.limit for rule in line_rules())


def rule_of(line: str) -> LineRule | None:
    """The rule that a line falls under, or None; ``line`` has no white space around it."""
    if len(line) > _longest():
        return None
    head, tail = _matcher(False, len(line) > _SHORT), _matcher(True, False)
    rule = head.rule_of(head.pattern.match(line)) or tail.rule_of(tail.pattern.search(line[-_TAIL:]))
    return rule if rule is not None and len(line) <= rule.limit else None


__all__ = ["LineRule", "Role", "line_rules", "rule_of"]
