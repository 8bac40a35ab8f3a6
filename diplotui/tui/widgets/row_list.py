"""A list of records over the whole screen, of which only what is in sight is ever set."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import overload

from textual import events
from textual.message import Message

from diplotui.tui.command import ROWS
from diplotui.tui.commands import bindings_for
from diplotui.tui.lines import BLANK, Line, piece, wrap
from diplotui.tui.widgets.line_view import Jump, LineView

KEPT = 400
"""Records whose lines are kept once they were set."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record of a list: how many lines it takes, and how they are set for a width."""

    key: str
    """By which the cursor stays on it when the list is read again; empty for a heading."""
    height: int
    lines: Callable[[int], Sequence[Line]]
    event: str | None = None
    """The event to which Enter goes."""
    statement: str | None = None
    """The statement to show there."""
    watchable: Callable[[], tuple[tuple[str, str], ...]] = tuple
    """What of it can be watched: reference and name; asked for the row under the cursor alone."""


class _Lines(Sequence[Line]):
    """The lines of all rows, each set when it is asked for."""

    def __init__(self, rows: Sequence[Row], width: int) -> None:
        self.rows = rows
        self.width = width
        self.ends = list(accumulate(row.height for row in rows))
        self._set: dict[int, Sequence[Line]] = {}

    def __len__(self) -> int:
        return self.ends[-1] if self.ends else 0

    def row_at(self, line: int) -> int:
        """Index of the row that this line belongs to."""
        return bisect_right(self.ends, line)

    def first(self, row: int) -> int:
        """Index of a row's first line."""
        return self.ends[row] - self.rows[row].height

    @overload
    def __getitem__(self, line: int) -> Line: ...
    @overload
    def __getitem__(self, line: slice) -> Sequence[Line]: ...
    def __getitem__(self, line: int | slice) -> Line | Sequence[Line]:
        if isinstance(line, slice):
            return [self[index] for index in range(*line.indices(len(self)))]
        if not 0 <= line < len(self):
            raise IndexError(line)
        row = self.row_at(line)
        if row not in self._set:
            if len(self._set) >= KEPT:
                self._set.clear()
            self._set[row] = self.rows[row].lines(self.width)
        place, lines = line - self.first(row), self._set[row]
        return lines[place] if place < len(lines) else BLANK

    def __iter__(self) -> Iterator[Line]:
        return (self[index] for index in range(len(self)))


class RowList(LineView, can_focus=True):
    """The list, with a cursor that skips headings."""

    BINDINGS = bindings_for(ROWS)

    @dataclass
    class Opened(Message):
        """Enter on a row, or a double click."""

        row: Row

    class Moved(Message):
        """The cursor is on another row, or another list is shown."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.words = ""
        self.index = 0
        self._all = _Lines((), 1)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        row = self.rows[self.index] if self.index < len(self.rows) else None
        return row if row is not None and row.key else None

    def show(self, rows: Sequence[Row], words: str) -> None:
        """Show these rows, or ``words`` where there is none; the cursor stays on its record."""
        key = self.row.key if self.row else None
        line = self._all.first(self.index) - self.top if key else 0
        self.rows, self.words = rows, words
        found = next((place for place, row in enumerate(rows) if key and row.key == key), None)
        if found is None:
            found = next((place for place, row in enumerate(rows) if row.key), 0)
            self.top = line = 0
        elif key:
            self.top = sum(row.height for row in rows[:found]) - line
        self.index = found
        self.layout_lines()

    def layout_lines(self) -> None:
        """Begin anew for the present width."""
        self._strips.clear()
        self._all = _Lines(self.rows, self.content_width)
        self.lines = self._all
        if not self.rows:
            self.lines = tuple(
                (piece(f" {line}", "dim"),) for line in wrap(self.words, self.content_width - 2)
            )
        self._settle()

    def is_marked(self, index: int) -> bool:
        """The lines of the row under the cursor, but for the blank one that ends it."""
        if not self.rows or self.row is None:
            return False
        first = self._all.first(self.index)
        return first <= index < first + max(1, self.row.height - 1)

    def _settle(self) -> None:
        if self.rows:
            first = self._all.first(self.index)
            above = 2 if self.index > 0 and not self.rows[self.index - 1].key else 0
            self.bring_into_view(max(0, first - above), first + self.rows[self.index].height - 1)
        self.top = max(0, min(self.top, self.last_top))
        self._strips.clear()
        self.refresh()
        self.post_message(self.Moved())

    def move_to(self, index: int, step: int) -> None:
        """Mark the row at ``index``, or the next one in the direction of ``step`` that is no heading."""
        last = len(self.rows) - 1
        index = max(0, min(index, last))
        while 0 <= index <= last and not self.rows[index].key:
            index += step
        if 0 <= index <= last:
            self.index = index
        elif step < 0:
            self.top = 0
        self._settle()

    def jumps(self) -> list[Jump]:
        """The rows in sight that the cursor can stand on."""
        if not self.rows:
            return []
        first, last = self.top, min(self.top + self.content_height, len(self._all)) - 1
        places = range(self._all.row_at(first), self._all.row_at(max(first, last)) + 1)
        seen = [(place, self._all.first(place) - first) for place in places if self.rows[place].key]
        return [
            Jump(0, line, partial(self._jump_to, self.rows[place].key)) for place, line in seen if line >= 0
        ]

    def _jump_to(self, key: str) -> None:
        """Mark a row, wherever it stands by now."""
        index = next((place for place, row in enumerate(self.rows) if row.key == key), None)
        if index is not None:
            self.move_to(index, 1)

    def on_click(self, event: events.Click) -> None:
        """Mark the row under the mouse; a double click opens it."""
        line = self.line_at(event)
        if line is not None and self.rows:
            self.move_to(self._all.row_at(line), 1)
            if event.chain == 2:
                self.action_open()

    def _page(self, by: int) -> None:
        """Mark the row about a screen further."""
        if self.rows:
            line = self._all.first(self.index) + by * max(1, self.content_height - 2)
            there = self._all.row_at(max(0, min(line, len(self._all) - 1)))
            self.move_to(there if there != self.index else self.index + by, by)

    def action_down(self) -> None:
        """The next row."""
        self.move_to(self.index + 1, 1)

    def action_up(self) -> None:
        """The row before."""
        self.move_to(self.index - 1, -1)

    def action_page_down(self) -> None:
        """A screen further."""
        self._page(1)

    def action_page_up(self) -> None:
        """A screen back."""
        self._page(-1)

    def action_first(self) -> None:
        """The first row."""
        self.top = 0
        self.move_to(0, 1)

    def action_last(self) -> None:
        """The last row."""
        self.move_to(len(self.rows) - 1, -1)

    def action_open(self) -> None:
        """Go to its event."""
        if self.row is not None:
            self.post_message(self.Opened(self.row))
