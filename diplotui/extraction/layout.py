"""Cuts the article proper out of a page's text: what is read, what only supports, what is left out and why.

Signals are general: the shape of a line, repetition, and where it stands. Precision first: a real
paragraph is only left out where the page says that another story begins or that the article is over.
"""

from diplotui.extraction.layout_marks import (
    mark_lines,
    mark_lists,
    mark_middle,
    mark_teasers,
    mark_top,
    mark_trailers,
)
from diplotui.extraction.layout_page import HEADING, Page, read_page
from diplotui.extraction.layout_units import Unit, asks_from_floor
from diplotui.extraction.spans import Block, Layout
from diplotui.model import ExcludedPassage

PASSES = (mark_lines, mark_lists, mark_teasers, mark_trailers, mark_top, mark_middle)
"""The passes over a page, in order; a later one sees the marks of those before it."""


def _is_signature(unit: Unit, before: Unit | None) -> bool:
    """Whether a dashed line names the author of the quotation before it."""
    if before is None or unit.text[0] not in "—–-" or unit.has_stop or len(unit.text) > 80:
        return False
    return before.text.endswith(("”", '"', "’"))


def _asks(unit: Unit) -> bool:
    """Whether a turn is a question from the floor, with which a new matter may begin."""
    if unit.label is None:
        return False
    label = unit.text[unit.label[0] - unit.start : unit.label[1] - unit.start]
    return asks_from_floor(label)


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
    kept = [index for index, mark in enumerate(page.marks) if mark in ("", HEADING)]
    bullets_after = _bullets_after(page, kept)
    for index in kept:
        unit = page.units[index]
        if page.marks[index] == HEADING:
            section, in_bullet, speaker = _next_section(blocks), False, None
            continue
        kind = unit.kind
        if kind == "bullet" and (speaker is not None or _is_signature(unit, before)):
            kind = "paragraph"
        if kind == "bullet":
            section, in_bullet = _next_section(blocks), True
        elif in_bullet and not (unit.text[0] in "\"“‘'—–-" or unit.indent or index in bullets_after):
            section, in_bullet = _next_section(blocks), False
        if kind == "turn":
            speaker = unit.label
            if _asks(unit):
                section = _next_section(blocks)
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
        if mark in ("", HEADING):
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
    page = read_page(text)
    for mark in PASSES:
        mark(page)
    headings = tuple(
        (unit.start, unit.end) for unit, mark in zip(page.units, page.marks, strict=True) if mark == HEADING
    )
    return Layout(_blocks(page), headings, _excluded(page))


__all__ = ["read_layout"]
