"""The rows of the timeline that are held, how they are set, and how what is read keeps its place.

Only a window of rows is held, asked for by key as the cursor comes near its end. The cursor is held by the
event's id and keeps its line of the screen when rows arrive above it; what arrived out of sight is counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.message import Message

from diplotui.model import TimelinePage, TimelinePlace, TimelineRow
from diplotui.tui.lines import Line
from diplotui.tui.widgets.pane import Pane
from diplotui.tui.widgets.timeline_rows import Placed, is_watched, row_lines, timeline_lines
from diplotui.tui.widgets.window import NEAR, Ask, Side, Window

AIRY_FROM = 30
"""Lines of height from which days are set apart by a blank line."""


class HeldRows(Pane):
    """A pane of events that holds some rows around what is read; commands are added by ``Timeline``."""

    @dataclass
    class RowMarked(Message):
        """The cursor came to another event (None: there is none)."""

        row: TimelineRow | None

    @dataclass
    class RowsWanted(Message):
        """More rows are needed."""

        ask: Ask

    @dataclass
    class Waiting(Message):
        """So many events came in above what is shown."""

        count: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.window = Window()
        self.row: TimelineRow | None = None
        """The marked event; it may lie outside the window after scrolling with the wheel."""
        self.following = False
        self.waiting = 0
        self.watched: frozenset[str] = frozenset()
        """Events of which a claim is watched, and parties that are, as ``party/RU``."""
        self.empty: Callable[[int], Sequence[Line]] | None = None
        """Makes the lines that are shown where there is no event, for a width."""
        self._placed: list[Placed] = []
        self._first_lines: list[int] = []
        self._height = 0
        self._newest_rank: int | None = None
        self._total = 0
        self._asked: Ask | None = None
        self._owed = 0

    # What the screen hands in.

    def show(self, page: TimelinePage, place: TimelinePlace | None, mark: str | None) -> None:
        """Show another window and mark an event of it; ``place`` is that event's among all."""
        self.window = Window.of(page)
        self._asked, self._owed = None, 0
        index = self.window.index(mark)
        self._take_place(index, place)
        self._lay_out()
        self.top = 0
        self._mark(index)
        self._settle()

    def take_watched(self, events: frozenset[str]) -> None:
        """Mark these events as watched; what is read keeps its place."""
        if events != self.watched:
            self.watched = events
            self.layout_lines()

    def extend(self, ask: Ask, page: TimelinePage) -> None:
        """Join on the rows asked for; an answer to a window that is gone is dropped."""
        rows = self.window.rows
        self._asked = None
        edge = (rows[-1] if ask.side is Side.OLDER else rows[0]) if rows else None
        if edge is not None and edge.key == ask.key:
            screen_line = self._screen_line()
            joined = self.window.with_older if ask.side is Side.OLDER else self.window.with_newer
            self._replace(joined(page))
            self._place_on(screen_line)
        self._settle()
        self._pay()

    def renew(self, page: TimelinePage, place: TimelinePlace | None, mark: str | None) -> None:
        """Show the same stretch again after a change; what holds the view keeps its line of the screen.

        ``mark`` is the event by which the view was held, or the nearest one where that is gone.
        """
        held, known = self.held(), {row.id for row in self.window.rows}
        screen_line, old_rank = self._screen_line()[1], self._rank_of(held)
        self.window = Window.of(page)
        self._asked = None
        index = self.window.index(mark)
        self._take_place(index, place)
        if self.row is None or (held is not None and held.id == self.row.id):
            self.row = self.window.rows[index] if index is not None else None
        self._lay_out()
        self._place_on((mark, screen_line))
        if old_rank is not None and place is not None and index is not None:
            in_sight = sum(row.id not in known for row in self.window.rows[self._first_seen() : index])
            self.waiting += max(0, place.rank - old_rank - in_sight)
            self.post_message(self.Waiting(self.waiting))
        self._settle()
        self._pay()

    def _pay(self) -> None:
        """Take the steps that were owed until now."""
        owed, self._owed = self._owed, 0
        if owed:
            self._move(owed)

    def give_up(self) -> None:
        """What was asked for does not come; it may be asked for again."""
        self._asked, self._owed = None, 0

    def held(self) -> TimelineRow | None:
        """The event by which the view is held: the marked one, else the first in sight."""
        if self.row is not None and self.window.index(self.row.id) is not None:
            return self.row
        return self.window.rows[self._first_seen()] if self.window.rows else self.row

    # Laying out.

    def on_resize(self) -> None:
        """After wrapping anew, the marked event is in sight if it was so before."""
        index = self.index
        if index is not None and index < len(self._first_lines):
            line, height = self._first_lines[index] - self.top, self.content_height
            if height <= line < self._height:
                row = self.window.rows[index]
                self.top += (
                    line - height + len(row_lines(row, self.content_width, is_watched(row, self.watched)))
                )
        self._height = self.content_height

    def layout_lines(self) -> None:
        """Set the rows for another width, holding the marked event on its screen line."""
        screen_line = self._screen_line()
        self._lay_out()
        self._place_on(screen_line)

    def _lay_out(self) -> None:
        """Set the rows of the window for the present width; before the first layout there is none."""
        if not self.size:
            self._placed = []
        elif not self.window.rows:
            lines = self.empty(self.content_width) if self.empty is not None else ()
            self._placed = [Placed(line, None) for line in lines]
        else:
            airy = self.content_height >= AIRY_FROM
            self._placed = timeline_lines(
                self.window.rows,
                self.content_width,
                airy=airy,
                open_end=self.window.has_newer,
                watched=self.watched,
            )
        self._first_lines = []
        for line, placed in enumerate(self._placed):
            if placed.row == len(self._first_lines):
                self._first_lines.append(line)
        self.set_lines(placed.line for placed in self._placed)
        self._entitle()

    def visible_rows(self) -> tuple[TimelineRow, ...]:
        """The events of which a line is in sight."""
        inside = self._placed[self.top : self.top + self.content_height]
        places = dict.fromkeys(placed.row for placed in inside if placed.row is not None)
        return tuple(self.window.rows[place] for place in places)

    def _replace(self, window: Window) -> None:
        """Take a joined window; the rank of its first row follows from a row that both hold."""
        shared = next((row for row in window.rows if self.window.index(row.id) is not None), None)
        rank = self._rank_of(shared)
        self.window = window
        if shared is not None and rank is not None:
            self._newest_rank = rank - (window.index(shared.id) or 0)
        self._lay_out()

    def _screen_line(self) -> tuple[str | None, int]:
        """The event that holds the view, and on which line of the screen it begins."""
        held = self.held()
        index = self.window.index(held.id) if held else None
        if held is None or index is None or index >= len(self._first_lines):
            return (None, 0)
        return (held.id, self._first_lines[index] - self.top)

    def _place_on(self, screen_line: tuple[str | None, int]) -> None:
        """Scroll so that the event begins on that line of the screen again."""
        index = self.window.index(screen_line[0])
        if index is not None and index < len(self._first_lines):
            self.top = max(0, self._first_lines[index] - screen_line[1])
        self.refresh()

    def _first_seen(self) -> int:
        """Index of the first row whose first line is not above the view."""
        seen = (index for index, line in enumerate(self._first_lines) if line >= self.top)
        return next(seen, max(0, len(self._first_lines) - 1))

    def _settle(self) -> None:
        """After any move: count again what is above, and ask for rows where an end of the window is near."""
        hidden = self._first_seen() + (self._newest_rank - 1 if self._newest_rank is not None else 0)
        if self.waiting > hidden:
            self.waiting = hidden
            self.post_message(self.Waiting(self.waiting))
        rows = self.window.rows
        if rows and self._asked is None:
            first = self._first_seen()
            cursor = self.index if self.index is not None else first
            if self.window.has_older and max(first, cursor) > len(rows) - NEAR:
                self._ask(Ask(Side.OLDER, rows[-1].key))
            elif self.window.has_newer and min(first, cursor) < NEAR:
                self._ask(Ask(Side.NEWER, rows[0].key))
        self.refresh()

    def _ask(self, ask: Ask) -> None:
        self._asked = ask
        self.post_message(self.RowsWanted(ask))

    # Ranks.

    def _take_place(self, index: int | None, place: TimelinePlace | None) -> None:
        self._total = place.total if place is not None else 0
        self._newest_rank = place.rank - index if place is not None and index is not None else None

    def _rank_of(self, row: TimelineRow | None) -> int | None:
        index = self.window.index(row.id) if row is not None else None
        return self._newest_rank + index if index is not None and self._newest_rank is not None else None

    def _entitle(self) -> None:
        rank = self._rank_of(self.row)
        more = "following" if self.following else ""
        self.entitle(more, f"{rank} of {self._total}" if rank is not None else "")

    # The cursor.

    @property
    def index(self) -> int | None:
        """Where the marked event stands in the window; None where it does not."""
        return self.window.index(self.row.id) if self.row is not None else None

    @property
    def rank(self) -> int | None:
        """Which event of all the marked one is, the newest being 1; None where that is not known."""
        return self._rank_of(self.row)

    def _mark(self, index: int | None) -> None:
        """Put the cursor on a row of the window and bring it into view, its day's heading with it."""
        self.row = self.window.rows[index] if index is not None else None
        if index is not None and index < len(self._first_lines):
            first = self._first_lines[index]
            last = first
            while last + 1 < len(self._placed) and self._placed[last + 1].row == index:
                last += 1
            while first > 0 and self._placed[first - 1].row is None:
                first -= 1
            self.bring_into_view(first, last)
        self._entitle()
        self.post_message(self.RowMarked(self.row))

    def _move(self, by: int) -> None:
        """Move the cursor ``by`` rows; what the window does not hold yet is owed until it does."""
        if self.row is None or not self.window.rows:
            return
        if self.index is None:
            self._ask(Ask(Side.AROUND, self.row.key, self.row.id))
            return
        self.following = False
        if self._owed:
            self._owed += by  # rows are on their way: the steps add up until they are there
            return
        wanted = self.index + by
        index = max(0, min(wanted, len(self.window.rows) - 1))
        if wanted != index and (self.window.has_older if by > 0 else self.window.has_newer):
            self._owed = wanted - index
        self._mark(index)
        self._settle()
