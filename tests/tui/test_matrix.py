"""The matrix: what a cell says, and how claims and parties share the width."""

from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len

from diplotui.marks import POSITION_MARKS, STANCE_MARKS, STATUS_MARKS, position_mark
from diplotui.model import (
    ClaimStatus,
    Coverage,
    NewestStance,
    Position,
    PositionKind,
    Stance,
)
from diplotui.tui.lines import cells, plain
from diplotui.tui.widgets.both_sides import both_sides
from diplotui.tui.widgets.matrix import Cell, cell_lines, columns, history_lines, matrix_lines, status_footer
from tests.tui.board import contested_event

DAY = date(2031, 3, 20)
DENIES = Position("NO", PositionKind.DENIES, Stance.DENIES, Coverage.EXPLICIT, on=DAY, statement="s1")


def shown(position: Position | None, width: int = 13) -> list[str]:
    return [plain(line) for line in cell_lines(position, width, under_cursor=False)]


@pytest.mark.parametrize(
    ("position", "first"),
    [
        (None, "·"),
        (Position("NO"), "? nothing"),
        (replace(DENIES, position=PositionKind.ASKED), "◌ asked"),
        (replace(DENIES, position=PositionKind.SILENT), "◌ silent"),
        (DENIES, "✗ denies"),
        (replace(DENIES, part=True), "✗ in part"),
        (replace(DENIES, coverage=Coverage.IMPLIED), "✗ implied"),
        (replace(DENIES, position=PositionKind.AFFIRMS), "✓ affirms"),
        (replace(DENIES, position=PositionKind.EVADES, stance=Stance.DECLINES), "~ declines"),
        (replace(DENIES, position=PositionKind.EVADES, stance=Stance.NON_DENIAL), "~ non-denial"),
        (replace(DENIES, position=PositionKind.WITHDREW), "↩ withdrew"),
        (replace(DENIES, reversed=True), "⇄ reversed"),
    ],
)
def test_a_cell_says_its_position_in_glyph_and_word(position: Position | None, first: str) -> None:
    assert shown(position)[0] == first


def test_under_it_stand_day_scope_and_what_came_after() -> None:
    newest = NewestStance(Stance.DECLINES, date(2031, 4, 2), "s9")
    assert shown(replace(DENIES, scope="to us", newest=newest)) == [
        "✗ denies",
        "20 Mar",
        "“to us”",
        "~ 2 Apr",
    ]
    assert shown(replace(DENIES, reversed=True)) == ["⇄ reversed", "✗ 20 Mar"]


def test_proposed_and_implied_are_fainter() -> None:
    def roles(position: Position) -> tuple[str, ...]:
        return cell_lines(position, 13, under_cursor=False)[0][0].roles

    assert roles(DENIES) == ("denies", "strong")
    assert roles(replace(DENIES, proposed=True)) == ("denies",)
    assert roles(replace(DENIES, coverage=Coverage.IMPLIED)) == ("faded-denies",)
    assert roles(Position("NO")) == ("open",)


def test_glyphs_are_one_cell_and_every_value_has_its_mark() -> None:
    assert set(POSITION_MARKS) == set(PositionKind)
    assert set(STATUS_MARKS) == set(ClaimStatus)
    assert set(STANCE_MARKS) == set(Stance)
    for marks in (POSITION_MARKS, STATUS_MARKS, STANCE_MARKS):
        assert all(cell_len(mark.glyph) == 1 and mark.word for mark in marks.values())
    assert position_mark(None).glyph == "·"


@pytest.mark.parametrize("width", [20, 31, 36, 47, 61, 100])
def test_no_line_is_wider_than_the_pane(width: int) -> None:
    detail = contested_event()
    for parties in (("NO", "IS"), ("NO", "IS", "DK", "EU", "GB", "US", "RU")):
        for party in range(len(parties)):
            lines, extents = matrix_lines(detail.claims, parties, width, Cell(0, party), airy=True)
            assert all(cells(line) <= width for line in lines)
            assert len(extents) == 2
    assert all(cells(line) <= width for line in history_lines(detail.claims[0], width)) or width < 24


def test_more_parties_than_fit_scroll_with_the_cursor() -> None:
    share = columns(47, 7, 0)
    assert share.first == 0 and share.shown < 7
    assert 6 in columns(47, 7, 6).parties
    detail = contested_event()
    lines, _ = matrix_lines(detail.claims, ("NO", "IS", "DK", "EU", "GB"), 47, Cell(0, 4), airy=False)
    assert "GB" in plain(lines[0]) and "‹" in plain(lines[0])


def test_a_narrow_pane_sets_the_claim_above_its_cells() -> None:
    detail = contested_event()
    lines, _ = matrix_lines(detail.claims, ("NO", "IS"), 36, Cell(), airy=False)
    text = [plain(line) for line in lines]
    assert text[1].startswith("Norway offered Iceland to pause the")
    assert "✗ denies" in text[3] and text[3].startswith(" ")


def test_the_footer_tells_status_origins_and_history() -> None:
    words = " ".join(plain(line).strip() for line in status_footer(contested_event().claims[0], 60))
    assert "✗ denied · 1 origin, 3 people, none named" in words
    assert "19 Mar 2031 unknown → 20 Mar denied by some → 21 Mar denied" in words


@pytest.mark.parametrize("width", [40, 90])
def test_a_party_that_turned_round_is_shown_with_both_sentences(width: int) -> None:
    detail = contested_event()
    cell = detail.claims[0].positions[0]
    turned = replace(cell, reversed=True, earlier="s2")
    shown = [plain(line) for line in both_sides("c1", turned, detail.statements, width)]
    words = " ".join(" ".join(shown).split())
    assert "NO before ✗ denies" in words and "NO now ✗ denies" in words
    assert all(len(line) <= width for line in shown)
    beside = any("NO before" in line and "NO now" in line for line in shown)
    assert beside is (width == 90)
    assert both_sides("c1", cell, detail.statements, width) == []
    tied = replace(cell, tied="s2")
    assert "NO either" in " ".join(plain(line) for line in both_sides("c1", tied, detail.statements, width))
