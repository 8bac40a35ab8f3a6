"""Cuts the article proper out of a page's text: what is read, what only supports, what is left out and why.

Signals are general: the shape of a line, repetition, and where it stands. Precision first: a real paragraph is
only left out where the page says that another story begins or that the article is over.
"""

from collections import Counter
from dataclasses import dataclass

from diplotui.extraction.layout_rules import LineRule, Role, rule_of
from diplotui.extraction.layout_units import Unit, cut_units
from diplotui.extraction.spans import Block, Layout
from diplotui.model import ExcludedPassage

BODY, HEADING = "body", "heading"
"""The two marks that are no reason for leaving out."""

_REPEATED_SHORT = 60
"""Characters of a line that is chrome when it stands on a page three times, and of a paragraph that is a repeat
when it stands there twice."""

_SHORT_BULLET = 40
"""Characters up to which a bullet may be an entry of a menu."""

_CREDITS = (Role.CREDIT, Role.TAIL)
_ARTICLE_BEFORE = 2
"""Paragraphs that must stand before another story can begin."""


@dataclass
class Page:
    """The units of a text with their rules, and the mark each has got so far ("" none yet)."""

    units: list[Unit]
    rules: list[LineRule | None]
    marks: list[str]

    def role(self, index: int) -> Role | None:
        """The role of a unit's rule."""
        rule = self.rules[index]
        return rule.role if rule else None

    def is_prose(self, index: int) -> bool:
        """Whether a unit is a paragraph of sentences and no line of the page."""
        return self.rules[index] is None and self.units[index].is_prose

    def is_content(self, index: int) -> bool:
        """Whether a unit can only be the article's: prose, a bullet of some length, a speaker's turn."""
        unit = self.units[index]
        if self.rules[index] is not None or unit.kind == "timing":
            return False
        return unit.is_prose or unit.kind == "turn" or (unit.kind == "bullet" and len(unit.text) >= 40)

    def mark(self, first: int, after: int, reason: str) -> None:
        """Leave out a range of units; a unit with a rule of its own keeps the rule's reason, except a caption."""
        for index in range(first, after):
            rule = self.rules[index]
            self.marks[index] = rule.reason if rule and rule.role in (Role.LINE, Role.END) else reason


def _may_be_chrome(unit: Unit) -> bool:
    """Whether a unit is tried against the table of page lines: a longer bullet and a turn are the article's."""
    return unit.kind == "paragraph" or (unit.kind == "bullet" and len(unit.text) <= _SHORT_BULLET)


def _read_page(text: str) -> Page:
    """The units of a text, with the rule each falls under."""
    units = cut_units(text)
    rules = [rule_of(unit.text) if _may_be_chrome(unit) else None for unit in units]
    return Page(units, rules, [""] * len(units))


def _mark_lines(page: Page) -> None:
    """Leave out timing lines, lines of the page, short lines that come again and again, repeated paragraphs."""
    counts = Counter(unit.text for unit in page.units if unit.kind == "paragraph")
    seen: set[str] = set()
    for index, unit in enumerate(page.units):
        rule = page.rules[index]
        if unit.kind == "timing":
            page.marks[index] = "timing"
        elif rule is not None:
            page.marks[index] = rule.reason
        elif unit.kind == "paragraph" and len(unit.text) <= _REPEATED_SHORT and counts[unit.text] > 2:
            page.marks[index] = "site-chrome"
        elif len(unit.text) > _REPEATED_SHORT and unit.is_prose and unit.text in seen:
            page.marks[index] = "repeat"
        seen.add(unit.text)


def _mark_lists(page: Page) -> None:
    """Leave out a list that says how long it is and where it ends."""
    index = 0
    while index < len(page.units):
        if page.role(index) is Role.LIST:
            stop = index
            while stop + 1 < len(page.units) and not page.is_content(stop + 1) and stop - index < 30:
                stop += 1
                if page.units[stop].text.lower().startswith("end of list"):
                    break
            if page.units[stop].text.lower().startswith("end of list"):
                page.mark(index, stop + 1, "teaser")
                index = stop
        index += 1


def _opening_of_teaser(page: Page, floor: int, closer: int) -> int | None:
    """Index of the first unit of the story that a closer ends, or None where no other story can be told.

    Going back from the closer, the last credit with a title after it opens the story; the titles and lines of
    the page right before the credit belong to it.
    """
    credit = closer - 1
    while credit > floor and page.role(credit) not in _CREDITS:
        credit -= 1
    if page.role(credit) not in _CREDITS or credit <= floor:
        return None
    if credit + 1 >= closer or not page.units[credit + 1].is_title:
        return None
    first = credit
    while first > floor and not page.is_content(first - 1):
        first -= 1
    return first


def _mark_teasers(page: Page) -> None:
    """Leave out the shortened stories after the article, each ended by a closer ("keep reading")."""
    closers = [index for index in range(len(page.units)) if page.role(index) is Role.CLOSER]
    if not closers or _article_goes_on(page, closers[-1] + 1):
        return
    floor = 0
    for closer in closers:
        before = (
            sum(page.is_content(index) for index in range(floor, closer)) if floor == 0 else _ARTICLE_BEFORE
        )
        first = _opening_of_teaser(page, floor, closer) if floor == 0 else floor
        if first is None:
            continue
        if floor == 0:
            before = sum(page.is_content(index) for index in range(first))
        if before >= _ARTICLE_BEFORE:
            page.mark(first, closer + 1, "teaser")
            floor = closer + 1
    if floor:
        page.mark(floor, len(page.units), "site-chrome")


def _article_goes_on(page: Page, first: int) -> bool:
    """Whether two paragraphs of the article follow each other after an index, with no other story's title between."""
    run = 0
    for index in range(first, len(page.units)):
        if page.is_content(index):
            run += 1
            if run >= 2:
                return True
        elif not page.marks[index]:
            run = 0
    return False


def _mark_trailers(page: Page) -> None:
    """Leave out what follows a heading such as "Most read" or "Comments": all of it, or the titles under it."""
    count = len(page.units)
    content = 0
    for index in range(count):
        content += page.is_content(index)
        role = page.role(index)
        if role is Role.END and content >= _ARTICLE_BEFORE:
            page.mark(index, count, "comment")
            return
        if role is not Role.TRAILER:
            continue
        rule = page.rules[index]
        reason = rule.reason if rule else "teaser"
        if reason != "teaser":
            reason = "site-chrome"
        if content >= _ARTICLE_BEFORE and not any(
            page.is_content(later) for later in range(index + 1, count)
        ):
            page.mark(index + 1, count, reason)
            return
        _mark_titles_after(page, index, reason)


def _mark_titles_after(page: Page, trailer: int, reason: str) -> None:
    """Leave out the titles right under a trailer, and paragraphs that stand between two titles."""
    stop = trailer + 1
    while stop < len(page.units) and not page.is_content(stop):
        stop += 1
    page.mark(trailer + 1, stop, reason)


def _mark_top(page: Page) -> None:
    """Take the titles before the first content as headings; very short ones beside real titles are the page's."""
    first = next((index for index in range(len(page.units)) if page.is_content(index)), None)
    if first is None:
        return
    titles = [index for index in range(first) if not page.marks[index] and page.units[index].is_title]
    long_enough = [index for index in titles if page.units[index].text.count(" ") >= 3]
    for index in titles:
        page.marks[index] = HEADING if index in long_enough or not long_enough else "site-chrome"


_SPEECH_ENDS = (
    "said:",
    "says:",
    "added:",
    "told:",
    "wrote:",
    "asked:",
    "replied:",
    "stated:",
    "continued:",
    "reads:",
    "read:",
)
_SUBJECTS = frozenset(
    {"he", "she", "they", "it", "we", "i", "you", "this", "these", "there", "that", "who", "which"}
)
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "said", "says", "told", "will", "would", "can"}
)


def _is_section_heading(page: Page, index: int) -> bool:
    """Whether an unmarked line between paragraphs heads what follows it."""
    unit = page.units[index]
    words = unit.text.lower().replace("’", "'").split()
    if not unit.is_title or len(words) > 14 or len(unit.text) > 100 or index + 1 >= len(page.units):
        return False
    if unit.text.endswith(":"):
        if unit.text.lower().endswith(_SPEECH_ENDS) or not unit.text[0].isalnum():
            return False
        return _FINITE.isdisjoint(words) and words[0] not in _SUBJECTS
    return not unit.text[0].islower()


def _mark_middle(page: Page) -> None:
    """Take short lines between paragraphs as section headings, and short lines after the last one as the page's."""
    contents = [index for index in range(len(page.units)) if page.is_content(index) and not page.marks[index]]
    if not contents:
        return
    open_lines = [index for index in range(contents[0], contents[-1]) if not page.marks[index]]
    untitled = sum(
        page.units[index].kind == "paragraph" and not page.is_content(index) for index in open_lines
    )
    titles_ok = untitled * 2 <= len(open_lines)
    for index in range(contents[0] + 1, len(page.units)):
        if page.marks[index] or page.is_content(index):
            continue
        unit = page.units[index]
        if index > contents[-1]:
            if unit.is_title and len(unit.text.split()) <= 8 and not unit.text.endswith(("?", "!", ":")):
                page.marks[index] = "site-chrome"
        elif (titles_ok or unit.text.endswith(":")) and _is_section_heading(page, index):
            page.marks[index] = HEADING


def _is_signature(unit: Unit, before: Unit | None) -> bool:
    """Whether a dashed line names the author of the quotation before it."""
    if before is None or unit.text[0] not in "—–-" or unit.has_stop or len(unit.text) > 80:
        return False
    return before.text.endswith(("”", '"', "’"))


def _next_section(blocks: list[Block]) -> int:
    """The number of a section that begins after the blocks so far."""
    return blocks[-1].section + 1 if blocks else 0


def _blocks(page: Page) -> tuple[Block, ...]:
    """The units of the article, numbered, with their sections and speakers."""
    blocks: list[Block] = []
    section = 0
    in_bullet = False
    speaker: tuple[int, int] | None = None
    before: Unit | None = None
    kept = [index for index, mark in enumerate(page.marks) if mark in ("", BODY, HEADING)]
    bullets_after = _bullets_after(page, kept)
    for index in kept:
        unit = page.units[index]
        if page.marks[index] == HEADING:
            section, in_bullet, speaker = _next_section(blocks), False, None
            continue
        kind = unit.kind
        if kind == "bullet" and _is_signature(unit, before):
            kind = "paragraph"
        if kind == "bullet":
            section, in_bullet = _next_section(blocks), True
        elif in_bullet and not (unit.text[0] in "\"“‘'—–-" or unit.indent or index in bullets_after):
            section, in_bullet = _next_section(blocks), False
        if kind == "turn":
            speaker = unit.label
        elif speaker is not None and kind == "paragraph":
            kind = "turn"
        blocks.append(
            Block(len(blocks), unit.start, unit.end, kind, section, speaker if kind == "turn" else None)
        )
        before = unit
    return tuple(blocks)


def _bullets_after(page: Page, kept: list[int]) -> set[int]:
    """Units after which another bullet follows under the same heading."""
    found: set[int] = set()
    ahead = False
    for index in reversed(kept):
        if page.marks[index] == HEADING:
            ahead = False
        elif page.units[index].kind == "bullet":
            ahead = True
        elif ahead:
            found.add(index)
    return found


def _excluded(page: Page) -> tuple[ExcludedPassage, ...]:
    """The units left out; neighbours with one reason are one passage."""
    passages: list[ExcludedPassage] = []
    last = -2
    for index, mark in enumerate(page.marks):
        if mark in ("", BODY, HEADING):
            continue
        unit = page.units[index]
        if last == index - 1 and passages[-1].reason == mark:
            passages[-1] = ExcludedPassage(passages[-1].start, unit.end, mark)
        else:
            passages.append(ExcludedPassage(unit.start, unit.end, mark))
        last = index
    return tuple(passages)


def read_layout(text: str) -> Layout:
    """The blocks, headings and excluded passages of a text; time is linear in the text."""
    page = _read_page(text)
    _mark_lines(page)
    _mark_lists(page)
    _mark_teasers(page)
    _mark_trailers(page)
    _mark_top(page)
    _mark_middle(page)
    headings = tuple(
        (unit.start, unit.end) for unit, mark in zip(page.units, page.marks, strict=True) if mark == HEADING
    )
    return Layout(_blocks(page), headings, _excluded(page))


__all__ = ["read_layout"]
