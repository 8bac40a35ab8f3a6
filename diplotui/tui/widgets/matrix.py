"""The denial status as a matrix: claims down, parties across; a cell has glyph, word, day and scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diplotui.marks import POSITION_MARKS, STANCE_MARKS, STATUS_MARKS, cell_roles, position_mark
from diplotui.model import ClaimRow, Position, PositionKind
from diplotui.text import one_line
from diplotui.tui.lines import BLANK, Line, Piece, cells, cut, indented, pad, piece, quoted, wrap
from diplotui.words import history_words, origin_words, short_day, status_word

NARROWEST_CLAIM = 12
NARROW_COLUMN, WIDE_COLUMN = 11, 14
"""Cells of a party's column, the blank before the next one included."""
WIDE_FROM = 60
CLAIM_LINES = 2
SCOPE_LINES = 2
STACKED_BELOW = 20
"""With fewer cells than this for the claim, it stands above its cells instead of beside them."""
ORIGINS_FROM = 24
"""With this many cells for the claim, its origins stand under it."""


NARROWEST_CURSOR = 3
"""Cells under the cursor, even where there is only a dot."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the width is shared out: the claim, then the parties from ``first`` on, as many as fit."""

    claim: int
    party: int
    first: int
    shown: int

    @property
    def parties(self) -> range:
        """Indices of the parties shown."""
        return range(self.first, self.first + self.shown)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell under the cursor: indices into the claims and the parties."""

    claim: int = 0
    party: int = 0


def columns(width: int, parties: int, marked: int) -> Columns:
    """Share ``width`` out so that the marked party is in sight."""
    party = WIDE_COLUMN if width >= WIDE_FROM else NARROW_COLUMN
    fits = max(1, (width - NARROWEST_CLAIM) // party)
    shown = min(parties, fits)
    first = max(0, min(marked - shown + 1, parties - shown))
    return Columns(max(1, width - shown * party), party, first, shown)


def matrix_lines(
    claims: Sequence[ClaimRow], parties: Sequence[str], width: int, cell: Cell, *, airy: bool
) -> tuple[list[Line], list[tuple[int, int]]]:
    """The lines of the matrix, and for each claim its first and last line."""
    share = columns(width, len(parties), cell.party)
    lines: list[Line] = [_header(parties, share)]
    extents: list[tuple[int, int]] = []
    for index, row in enumerate(claims):
        marked = index == cell.claim
        block = _claim_block(row, parties, share, cell.party if marked else None, marked=marked)
        extents.append((len(lines), len(lines) + len(block) - 1))
        lines += [*block, BLANK] if airy and len(block) > 1 else block
    return lines, extents


def _header(parties: Sequence[str], share: Columns) -> Line:
    title = "claim" + ("  ‹" if share.first else "")
    line: Line = pad((piece(cut(title, share.claim), "dim"),), share.claim)
    for index in share.parties:
        line = (*line, *pad((piece(cut(one_line(parties[index]), share.party - 1), "strong"),), share.party))
    hidden = len(parties) - share.first - share.shown
    return (*line[:-1], piece("›", "dim")) if hidden > 0 else line


def _claim_block(
    row: ClaimRow, parties: Sequence[str], share: Columns, party: int | None, *, marked: bool
) -> list[Line]:
    """The lines of one claim; ``party``: the cell under the cursor.

    Where the claim's column is too narrow for a sentence, the claim stands above its cells in the full width.
    """
    stacked = share.claim < STACKED_BELOW
    room = share.claim + share.shown * share.party if stacked else share.claim - 1
    text = wrap(one_line(row.claim.text), room, CLAIM_LINES * 2 if marked else CLAIM_LINES)
    above: list[Line] = [(piece(line, "strong" if marked else ""),) for line in text]
    words = origin_words(row.counts, people=True) if share.claim >= ORIGINS_FROM else ""
    left: list[Line] = [
        (piece(f"  {line}", "dim"),) for line in (wrap(words, share.claim - 3) if words else ())
    ]
    if not stacked:
        above, left = [], [*above, *left]
    cells_ = [
        cell_lines(row.position(parties[index]), share.party - 1, under_cursor=index == party)
        for index in share.parties
    ]
    height = max(len(left), *(len(lines) for lines in cells_), 1) if cells_ else len(left)
    block: list[Line] = above
    for level in range(height):
        line: Line = pad(left[level] if level < len(left) else BLANK, share.claim)
        for lines in cells_:
            line = (*line, *pad(lines[level] if level < len(lines) else BLANK, share.party))
        block.append(line)
    return block


def cell_lines(position: Position | None, width: int, *, under_cursor: bool) -> list[Line]:
    """One cell: glyph and word, then the day, the scope in quotation marks, and what came after."""
    mark = position_mark(position)
    words = f"{mark.glyph} {mark.word}".rstrip()
    roles = (*cell_roles(position), *(("cursor",) if under_cursor else ()))
    shown = cut(words, width)
    if under_cursor:
        shown += " " * (NARROWEST_CURSOR - len(shown))
    first: Line = (piece(shown, *roles),)
    if position is None:
        return [first]
    lines = [first]
    day = _day_words(position)
    if day:
        lines.append((piece(cut(day, width), "dim"),))
    if position.scope:
        scope = wrap(quoted(one_line(position.scope)), width, SCOPE_LINES)
        lines += [(piece(line, "quote"),) for line in scope]
    if position.newest is not None:
        glyph = STANCE_MARKS[position.newest.stance].glyph
        since = short_day(position.newest.on) if position.newest.on else "later"
        lines.append((piece(cut(f"{glyph} {since}", width), "evades"),))
    return lines


def _day_words(position: Position) -> str:
    day = short_day(position.on) if position.on else ""
    if position.reversed:
        return f"{POSITION_MARKS[position.position].glyph} {day}".rstrip()
    return day if position.position is not PositionKind.NOTHING else ""


def status_footer(row: ClaimRow, width: int) -> list[Line]:
    """Under the matrix: origins and status of the marked claim, and its history on the public clock."""
    mark = STATUS_MARKS[row.status]
    head: Line = (piece(f"{mark.glyph} {mark.word}", mark.role), Piece(" "))
    lines = indented(f"· {origin_words(row.counts, people=True)}", head, width, "dim", limit=2)
    return [BLANK, *lines, *history_lines(row, width)]


def history_lines(row: ClaimRow, width: int) -> list[Line]:
    """``12 Feb unknown → 13 Feb denied by some → 14 Feb denied``, broken between its steps."""
    steps: list[Line] = []
    for day, status in history_words(row.history):
        word = status_word(status) if status is not None else "unknown"
        role = STATUS_MARKS[status].role if status is not None else "strong"
        steps.append((piece(f"{day} ", "dim"), piece(word, role)))
    lines: list[Line] = []
    for step in steps:
        arrow: Line = (piece(" → ", "dim"),) if lines else ()
        if lines and cells(lines[-1]) + cells(arrow) + cells(step) <= width:
            lines[-1] = (*lines[-1], *arrow, *step)
        else:
            lines.append((*((piece("→ ", "dim"),) if lines else ()), *step))
    return lines


def newest_day(row: ClaimRow) -> date | None:
    """The day of the last change of status."""
    days = [change.on for change in row.history if change.on]
    return max(days) if days else None
