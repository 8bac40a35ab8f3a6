"""A widget that draws lines of plain text with roles, and nothing else.

All panes are line views. Text from outside reaches the terminal here and only here: as segments, never as
markup, and checked once more for control characters.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from diplotui.text import one_line
from diplotui.tui.lines import BLANK, Line, Piece

CURSOR = "cursor"
ROLES = (
    "dim",
    "faint",
    "strong",
    "day",
    "denies",
    "affirms",
    "evades",
    "open",
    "badge",
    "new",
    "quote",
    "passage",
    "bar",
    "key",
    "past",
    "found",
    "faded-denies",
    "faded-affirms",
    "faded-evades",
    "faded-open",
)
"""Every role a piece can have beside the cursor; each is the component class ``line--<role>`` of the app.

They are the app's, not each view's, since Textual matches the style sheet anew for every component class of
every widget at every change of a class or of the focus.
"""
ROLE_CLASSES = frozenset(f"line--{role}" for role in ROLES)

TELLING = ("denies", "affirms", "evades", "open")
"""Roles whose colour stands for a position; it must not vanish under the cursor."""
WHEEL_LINES = 3


@dataclass(frozen=True, slots=True)
class Jump:
    """A place to which the jump overlay leads: its cell, and what goes there."""

    x: int
    y: int
    go: Callable[[], object]


class LineView(Widget):
    """Lines that scroll, with an optional footer that stands still.

    ``top`` is the index of the first line shown. A line view holds no data of the ledger: whoever fills it
    gives it finished lines for ``content_width`` cells.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line--{CURSOR}"}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.lines: Sequence[Line] = ()
        self.footer: Sequence[Line] = ()
        self.top = 0
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._role_styles: dict[str, Style] = {}
        self._base: Style | None = None

    @property
    def content_width(self) -> int:
        """Cells in a line."""
        return max(1, self.content_size.width)

    @property
    def content_height(self) -> int:
        """Lines that scroll: what the footer leaves."""
        return max(1, self.content_size.height - len(self.footer))

    @property
    def last_top(self) -> int:
        """The largest ``top`` that leaves no blank line at the end."""
        return max(0, len(self.lines) - self.content_height)

    def layout_lines(self) -> None:
        """Make the lines anew for the present size; panes override it."""

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._strips.clear()
        self.layout_lines()
        self.refresh()

    def set_lines(self, lines: Iterable[Line], footer: Iterable[Line] = ()) -> None:
        """Show these lines, at the same ``top`` as far as they reach."""
        self.lines = tuple(lines)
        self.footer = tuple(footer)
        self._strips.clear()
        self.top = min(self.top, max(0, len(self.lines) - 1))
        self.refresh()

    def scroll_lines(self, by: int) -> bool:
        """Move the view ``by`` lines; False where it stood at that end already."""
        wanted = min(max(0, self.top + by), max(self.last_top, self.top if by > 0 else 0))
        if wanted == self.top:
            return False
        self.top = wanted
        self.refresh()
        return True

    def bring_into_view(self, first: int, last: int, *, margin: int = 0) -> None:
        """Scroll as little as needed to show the lines from ``first`` to ``last``, the first above all."""
        if last + margin >= self.top + self.content_height:
            self.top = min(last + margin - self.content_height + 1, max(self.last_top, 0))
        if first - margin < self.top:
            self.top = max(0, first - margin)

    def is_marked(self, index: int) -> bool:
        """Whether the whole line stands under the cursor; panes with a row cursor override it."""
        return False

    def jumps(self) -> Sequence[Jump]:
        """Places in sight that the jump overlay marks, in cells of the content; lists override it."""
        return ()

    def begin_in_sight(self, lines: Sequence[int]) -> list[tuple[int, int]]:
        """Of rows that begin on these lines those that begin in sight: index, and line of the view."""
        shown = range(self.top, self.top + self.content_height)
        return [(index, line - self.top) for index, line in enumerate(lines) if line in shown]

    def line_at(self, event: events.MouseEvent) -> int | None:
        """Index of the line under the mouse, None below the last one or in the border."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y >= self.content_height:
            return None
        index = self.top + offset.y
        return index if index < len(self.lines) else None

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.wheel(WHEEL_LINES)
        event.stop()

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.wheel(-WHEEL_LINES)
        event.stop()

    def wheel(self, by: int) -> None:
        """Answer the mouse wheel."""
        self.scroll_lines(by)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if y >= self.content_height:
            place = y - self.content_height
            return self._strip(self.footer[place] if place < len(self.footer) else BLANK, False)
        index = self.top + y
        if index >= len(self.lines):
            return self._strip(BLANK, False)
        key = (index, self.is_marked(index))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._strip(self.lines[index], key[1])
        return strip

    def _strip(self, line: Line, marked: bool) -> Strip:
        """A line in its colours, over the whole width."""
        width = self.content_width
        if self._base is None:
            self._base = self.rich_style
        base = self._base + self._role_style(CURSOR) if marked else self._base
        segments = [Segment(_safe(part.text), self._piece_style(part, base, marked)) for part in line]
        return Strip(segments).adjust_cell_length(width, base)

    def _piece_style(self, part: Piece, base: Style, marked: bool) -> Style:
        """Its roles on the line's own style.

        Under a cursor with colours of its own these hold; what a role says in colour becomes the background.
        """
        style = base
        for role in part.roles:
            if role != CURSOR:
                style += self._role_style(role)
        if not marked and CURSOR not in part.roles:
            return style
        cursor = self._role_style(CURSOR)
        if cursor.color is None:
            return style + cursor
        telling = style.color if any(role in TELLING for role in part.roles) else None
        return style + Style(color=cursor.color, bgcolor=telling or cursor.bgcolor)

    def _role_style(self, role: str) -> Style:
        style = self._role_styles.get(role)
        if style is None:
            owner = self if role == CURSOR else self.app
            style = owner.get_component_styles(f"line--{role}").partial_rich_style
            self._role_styles[role] = style
        return style

    def notify_style_update(self) -> None:
        """Forget all colours: the theme, the focus or the style sheet changed."""
        self._base = None
        self._role_styles.clear()
        self._strips.clear()
        super().notify_style_update()


def _safe(text: str) -> str:
    """The text, cleaned where a control or format character has come this far."""
    return text if text.isprintable() else _cleaned(text)


def _cleaned(text: str) -> str:
    """Clean without losing the blanks at the ends, which keep columns in place."""
    lead = len(text) - len(text.lstrip(" "))
    tail = len(text) - len(text.rstrip(" "))
    return " " * lead + one_line(text) + " " * tail
