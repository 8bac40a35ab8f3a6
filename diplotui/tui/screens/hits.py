"""The list below the search: what was found, one thing of it marked."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from diplotui.model import Found
from diplotui.query.fields import help_lines
from diplotui.tui.lines import Line, cut, pad, piece
from diplotui.tui.screens.search_lines import Entry, Goal, entries
from diplotui.tui.widgets.line_view import LineView

HELP_CELLS = 28
"""Cells of an example in the list of what can be typed."""


class Hits(LineView):
    """What was found, one thing of it marked."""

    @dataclass
    class Clicked(Message):
        """Something found was clicked."""

        goal: Goal

    def __init__(self) -> None:
        super().__init__(id="hits")
        self.found = Found()
        self.entries: list[Entry] = []
        self.index = 0
        self.words: str | None = None
        self._owners: list[int] = []

    @property
    def goal(self) -> Goal | None:
        """Where the marked thing leads."""
        return self.entries[self.index].goal if self.entries else None

    def show(self, found: Found, words: str | None) -> None:
        """Show what was found, or ``words`` where that is nothing; without words, what can be typed."""
        self.found, self.words = found, words
        self.entries, self.index, self.top = entries(found), 0, 0
        self.layout_lines()

    def layout_lines(self) -> None:
        """Set all that was found for the present width."""
        width = self.content_width
        self._owners = []
        if not self.entries:
            self.set_lines(
                _help(width) if self.words is None else [(piece(cut(f" {self.words}", width), "dim"),)]
            )
            return
        lines: list[Line] = []
        for place, entry in enumerate(self.entries):
            own = entry.lines(width)
            lines += own
            self._owners += [place] * len(own)
        self.set_lines(lines)

    def is_marked(self, index: int) -> bool:
        """The lines of the marked thing."""
        return index < len(self._owners) and self._owners[index] == self.index

    def move(self, by: int) -> None:
        """Mark another thing."""
        self.index = max(0, min(self.index + by, len(self.entries) - 1))
        if self._owners:
            first = self._owners.index(self.index)
            self.bring_into_view(first, first + self.entries[self.index].height - 1)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to what is under the mouse."""
        line = self.line_at(event)
        if line is not None and line < len(self._owners):
            self.post_message(self.Clicked(self.entries[self._owners[line]].goal))


def _help(width: int) -> list[Line]:
    """What can be typed."""
    cells = min(HELP_CELLS, width // 2)
    lines: list[Line] = []
    for example, help_line in help_lines():
        front = pad((piece(cut(f" {example}", cells - 1), "key"),), cells)
        lines.append((*front, piece(cut(help_line, width - cells - 1), "dim")))
    return lines
