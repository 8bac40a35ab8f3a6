"""The timeline's first rows on the terminal while the dashboard itself is still being loaded.

Loading Textual takes most of a start. What is read from the ledger anyway is painted before that, where the
timeline will stand; Textual then paints over it. Keys typed meanwhile wait in the terminal and are not lost.
"""

import os
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from rich.cells import set_cell_size

from diplotui.text import one_line
from diplotui.tui.command import TIMELINE
from diplotui.tui.lines import Line, plain
from diplotui.tui.reads import Board
from diplotui.tui.view import View
from diplotui.tui.widgets.timeline_rows import timeline_lines

_ALTERNATE, _BACK = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J", "\x1b[?1049l\x1b[?25h"
"""To the alternate screen, empty and without a cursor; back from it (xterm control sequences)."""
_AIRY_FROM = 30
"""Lines from which a blank line parts the days, as in the timeline itself."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The timeline's frame on the screen: its corner and size in cells, border included."""

    left: int
    top: int
    width: int
    height: int
    padding: int

    @property
    def content_width(self) -> int:
        """Cells in a line."""
        return max(1, self.width - 2 - 2 * self.padding)

    @property
    def content_height(self) -> int:
        """Lines between the borders."""
        return max(1, self.height - 2)


# From how many columns on, where the timeline stands: cells of the topics on its left, its share of what is
# left of the width, lines above it, blanks inside its border. The grid of ``styles/main.tcss``.
_LAYOUTS: tuple[tuple[int, int, float, int, int], ...] = (
    (180, 28, 11 / 25, 1, 1),
    (110, 26, 11 / 24, 1, 1),
    (60, 0, 1 / 2, 2, 0),
    (0, 0, 1.0, 1, 0),
)


def timeline_frame(width: int, height: int, view: View) -> Frame | None:
    """Where the timeline will stand on a terminal of this size; None where another pane hides it."""
    if view.zoomed or width < 60:
        if view.pane != TIMELINE:
            return None
        return Frame(0, 1, width, height - 2, 0 if width < 110 else 1)
    _, left, share, top, padding = next(row for row in _LAYOUTS if width >= row[0])
    return Frame(left, top, int((width - left) * share), height - 1 - top, padding)


def painted(board: Board, view: View, name: str, width: int, height: int) -> str:
    """What to write to a terminal of this size; empty where there is nothing to show yet."""
    frame = timeline_frame(width, height, view)
    rows = board.rows.page.rows
    if frame is None or not rows or frame.height < 4:
        return ""
    placed = timeline_lines(
        rows,
        frame.content_width,
        airy=frame.content_height >= _AIRY_FROM,
        open_end=board.rows.page.has_newer,
    )
    marked = next((index for index, row in enumerate(rows) if row.id == board.rows.mark), 0)
    lines_of_marked = [place for place, line in enumerate(placed) if line.row == marked]
    first = max(0, lines_of_marked[-1] + 1 - frame.content_height) if lines_of_marked else 0
    shown = [line.line for line in placed[first : first + frame.content_height]]
    return _at(0, 0, set_cell_size(f" diplotui  {one_line(name)}", width)) + "".join(_framed(frame, shown))


def _framed(frame: Frame, lines: Sequence[Line]) -> Iterator[str]:
    """The frame with its lines, each put to its place."""
    rule = "─" * max(0, frame.width - 15)
    yield _at(frame.left, frame.top, f"╭─ 2 Timeline {rule}╮")
    blanks = " " * frame.padding
    for place in range(frame.content_height):
        text = plain(lines[place]) if place < len(lines) else ""
        kept = set_cell_size(text if text.isprintable() else one_line(text), frame.content_width)
        yield _at(frame.left, frame.top + 1 + place, f"│{blanks}{kept}{blanks}│")
    yield _at(frame.left, frame.top + frame.height - 1, f"╰{'─' * (frame.width - 2)}╯")


def _at(left: int, top: int, text: str) -> str:
    return f"\x1b[{top + 1};{left + 1}H{text}"


@contextmanager
def painted_ahead(board: Board, view: View, name: str) -> Iterator[None]:
    """Show the first rows while the body loads and runs the dashboard; leave the terminal as it was.

    Standard input and output must be a terminal.
    """
    size = os.get_terminal_size(sys.stdout.fileno())
    text = painted(board, view, name, size.columns, size.lines)
    if not text:
        yield
        return
    before = termios.tcgetattr(sys.stdin.fileno())
    quiet = list(before)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, quiet)
    try:
        sys.stdout.write(_ALTERNATE + text)
        sys.stdout.flush()
        yield
    except BaseException:
        sys.stdout.write(_BACK)
        sys.stdout.flush()
        raise
    finally:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)
