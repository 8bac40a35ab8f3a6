"""The timeline: events, newest first, grouped by the day they became public; its cursor, keys and mouse."""

from dataclasses import dataclass
from functools import partial

from textual import events
from textual.message import Message

from diplotui.text import one_line
from diplotui.tui.command import TIMELINE
from diplotui.tui.commands import bindings_for
from diplotui.tui.widgets.held_rows import HeldRows
from diplotui.tui.widgets.line_view import Jump
from diplotui.tui.widgets.pane import Marked
from diplotui.tui.widgets.window import Ask, Side
from diplotui.words import long_day


class Timeline(HeldRows):
    """The pane of events."""

    NUMBER = 2
    NAME = "Timeline"
    BINDINGS = bindings_for(TIMELINE)

    @dataclass
    class Opened(Message):
        """Enter on an event: go to its statements."""

    def is_marked(self, index: int) -> bool:
        """The lines of the marked event."""
        row = self._placed[index].row if index < len(self._placed) else None
        return row is not None and row == self.index

    def marked(self) -> Marked | None:
        """The marked event."""
        row = self.row
        if row is None:
            return None
        title = one_line(row.title)
        day = f" ({long_day(row.public)})" if row.public else ""
        return Marked(f"event/{row.id}", title, f"{title}{day}")

    def _move_lines(self, by: int) -> None:
        """Move the cursor to the row that stands ``by`` lines further, by one row at least."""
        index = self.index
        if index is None or index >= len(self._first_lines):
            self._move(1 if by > 0 else -1)
            return
        target = max(0, min(self._first_lines[index] + by, len(self._placed) - 1))
        step = -1 if by > 0 else 1
        while 0 <= target < len(self._placed) and self._placed[target].row is None:
            target += step
        row = self._placed[target].row if 0 <= target < len(self._placed) else index
        moved = (row if row is not None else index) - index
        self._move(moved or (1 if by > 0 else -1))

    def jumps(self) -> list[Jump]:
        """The events in sight, marked in the margin where there is one."""
        margin = -1 if self.styles.padding.left else 0
        seen = [(self.window.rows[row].id, line) for row, line in self.begin_in_sight(self._first_lines)]
        return [Jump(margin, line, partial(self._jump_to, event)) for event, line in seen]

    def _jump_to(self, event: str) -> None:
        """Mark an event, wherever it stands by now."""
        index = self.window.index(event)
        if index is not None:
            self.following = False
            self._mark(index)
            self._settle()

    # Keys and mouse.

    def wheel(self, by: int) -> None:
        """Scroll without moving the cursor: what is read beside it stays."""
        self.stop_following()
        self.scroll_lines(by)
        self._settle()

    def on_click(self, event: events.Click) -> None:
        """Mark the event under the mouse; a double click opens it."""
        line = self.line_at(event)
        row = self._placed[line].row if line is not None else None
        if row is not None:
            self.following = False
            self._mark(row)
            self._settle()
            if event.chain == 2:
                self.action_open()

    def follow(self) -> None:
        """Keep the cursor on the newest event from now on."""
        self.following = True
        self._entitle()
        self._ask(Ask(Side.NEWEST))

    def stop_following(self) -> None:
        """Stay where the cursor is."""
        self.following = False
        self._entitle()

    def action_down(self) -> None:
        """Mark the next older event."""
        self._move(1)

    def action_up(self) -> None:
        """Mark the next newer event."""
        self._move(-1)

    def action_page_down(self) -> None:
        """Mark the event a screen further down."""
        self._move_lines(self.content_height - 2)

    def action_page_up(self) -> None:
        """Mark the event a screen further up."""
        self._move_lines(2 - self.content_height)

    def action_first(self) -> None:
        """Mark the newest event."""
        self.following = False
        if self.window.has_newer:
            self._ask(Ask(Side.NEWEST))
        elif self.window.rows:
            self._mark(0)
            self._settle()

    def action_last(self) -> None:
        """Mark the oldest event."""
        self.following = False
        if self.window.has_older:
            self._ask(Ask(Side.OLDEST))
        elif self.window.rows:
            self._mark(len(self.window.rows) - 1)
            self._settle()

    def action_open(self) -> None:
        """Go to the statements of the marked event."""
        if self.row is not None:
            self.post_message(self.Opened())
