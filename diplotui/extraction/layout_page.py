"""A page: the units of a text, the rule of page lines each falls under, and the mark it has got."""

from dataclasses import dataclass
from itertools import accumulate

from diplotui.extraction.layout_rules import LineRule, Role, rule_of
from diplotui.extraction.layout_units import Unit, cut_units

HEADING = "heading"
"""Mark of a headline, deck or section heading; no mark is the article's body."""

_SHORT_BULLET = 40
"""Characters up to which a bullet may be an entry of a menu."""


@dataclass
class Page:
    """The units of a text with their rules, and the mark of each: empty, ``HEADING`` or a reason."""

    units: list[Unit]
    rules: list[LineRule | None]
    marks: list[str]
    content: list[bool]
    """Whether a unit can only be the article's: prose, a bullet of some length, a speaker's turn."""
    content_before: list[int]
    """How many such units stand before each, and at the end how many there are."""

    def role(self, index: int) -> Role | None:
        """The role of a unit's rule."""
        rule = self.rules[index]
        return rule.role if rule else None

    def is_title(self, index: int) -> bool:
        """Whether a unit has the shape of a headline and is no line of the page."""
        return self.rules[index] is None and not self.content[index] and self.units[index].is_title

    def count(self, first: int, after: int) -> int:
        """How many units of a range can only be the article's."""
        return self.content_before[after] - self.content_before[first]

    def mark(self, first: int, after: int, reason: str) -> None:
        """Leave out a range; a page line keeps its own reason, a caption or closer takes the range's."""
        for index in range(first, after):
            rule = self.rules[index]
            self.marks[index] = rule.reason if rule and rule.role in (Role.LINE, Role.END) else reason


def _may_be_chrome(unit: Unit) -> bool:
    """Whether a unit is tried against the table of page lines: a turn and a longer bullet are not."""
    return unit.kind == "paragraph" or (unit.kind == "bullet" and len(unit.text) <= _SHORT_BULLET)


def _is_content(unit: Unit, rule: LineRule | None) -> bool:
    """Whether a unit can only be the article's."""
    if rule is not None or unit.kind == "timing":
        return False
    return unit.is_prose or unit.kind == "turn" or (unit.kind == "bullet" and len(unit.text) > _SHORT_BULLET)


def read_page(text: str) -> Page:
    """The units of a text, with the rule each falls under and no marks yet."""
    units = cut_units(text)
    rules = [rule_of(unit.text) if _may_be_chrome(unit) else None for unit in units]
    content = [_is_content(unit, rule) for unit, rule in zip(units, rules, strict=True)]
    return Page(units, rules, [""] * len(units), content, list(accumulate(content, initial=0)))


__all__ = ["HEADING", "Page", "read_page"]
