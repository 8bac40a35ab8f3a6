"""The form that writes the present view into a file: a brief, a table of events, a table of positions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from diplotui.errors import DiplotuiError
from diplotui.model import TimelineFilter
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.lookback import lookback_words
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.line_field import LineField
from diplotui.words import long_day

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen


@dataclass(frozen=True, slots=True)
class Shape:
    """One of the forms that a view can leave in."""

    name: str
    suffix: str
    write: "Callable[[Store, TimelineFilter, str, date], str]"
    """Store, what is shown, title and the present day to text."""


def _brief(store: "Store", chosen: TimelineFilter, title: str, today: date) -> str:
    from diplotui.exports.outgoing import brief_of

    return brief_of(store, chosen, title, today)


def _events(store: "Store", chosen: TimelineFilter, _title: str, _today: date) -> str:
    from diplotui.exports.outgoing import events_of

    return events_of(store, chosen)


def _positions(store: "Store", chosen: TimelineFilter, _title: str, _today: date) -> str:
    from diplotui.exports.outgoing import positions_of

    return positions_of(store, chosen)


SHAPES: tuple[Shape, ...] = (
    Shape("brief, Markdown", ".md", _brief),
    Shape("events, CSV", ".csv", _events),
    Shape("positions, CSV", ".csv", _positions),
)


def proposed_name(title: str, today: date, suffix: str) -> str:
    """``ceasefire-and-talks-2024-02-16.md``: a file name of letters, digits and dashes."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.casefold()).split()
    return "-".join([*words[:6], today.isoformat()]) + suffix


class ExportScreen(FormScreen[str | None]):
    """Asks where to; gives a line that says what was written."""

    SCOPE = "export"
    BINDINGS = bindings_for("export")

    def __init__(self, chosen: TimelineFilter, title: str, lanes: Lanes, today: date) -> None:
        super().__init__()
        self.chosen = chosen
        self.title_words = title
        self.lanes = lanes
        self.today = today
        self.shape = SHAPES[0]
        self.shapes = Static("", id="shapes", markup=False)
        self.field = LineField(proposed_name(title, today, self.shape.suffix), id="export-field")
        self.trouble = Static("", id="trouble", markup=False)
        self._writing = False

    def compose(self) -> ComposeResult:
        """What leaves, in which form, into which file, and why it could not."""
        with Vertical(id="export") as form:
            form.border_title = Content("Write what is shown into a file")
            form.border_subtitle = Content(
                keyed(self, "enter writes, {export.shape} changes the form, {export.leave} leaves")
            )
            yield Static(Content(self._what()), id="about")
            yield self.shapes
            yield self.field
            yield self.trouble

    def on_mount(self) -> None:
        """Nothing blinks."""
        self.field.cursor_blink = False
        self._show_shapes()

    def insert_text(self, text: str) -> None:
        """Put text into the field."""
        if text:
            self.field.insert_text_at_cursor(text)

    def _what(self) -> str:
        """The view in a line."""
        parts = [one_line(self.title_words)]
        if self.chosen.party:
            parts.append(f"only {one_line(self.chosen.party)}")
        if self.chosen.query:
            parts.append(f"only what fits {one_line(self.chosen.query.typed)}")
        if self.chosen.since:
            parts.append(f"since {long_day(self.chosen.since)}")
        if self.chosen.back.past:
            parts.append(lookback_words(self.chosen.back))
        return ", ".join(parts)

    def _show_shapes(self) -> None:
        line = Content("  ").join(
            Content.styled(f"▸ {shape.name}", "bold") if shape is self.shape else Content(f"  {shape.name}")
            for shape in SHAPES
        )
        self.shapes.update(line)

    def action_shape(self) -> None:
        """Choose the next form; the file's ending follows where it was the former one's."""
        former = self.shape
        self.shape = SHAPES[(SHAPES.index(former) + 1) % len(SHAPES)]
        name = self.field.value
        if name.endswith(former.suffix):
            self.field.value = name.removesuffix(former.suffix) + self.shape.suffix
            self.field.cursor_position = len(self.field.value)
        self._show_shapes()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        name = self.field.value.strip()
        if not name:
            self.trouble.update("Name a file.")
        elif not self._writing:
            self._writing = True
            self.trouble.update("writing …")
            start(self, self._write, "write")

    async def _write(self) -> None:
        path, shape = Path(self.field.value.strip()), self.shape

        def written(store: "Store") -> Path:
            from diplotui.exports.outgoing import write_new

            return write_new(path, shape.write(store, self.chosen, self.title_words, self.today))

        try:
            where = await self.lanes.reader.run(written)
        except DiplotuiError as error:
            self.trouble.update(Content(one_line(str(error))))
        else:
            self.dismiss(f"written: {where}")
        finally:
            self._writing = False

    def action_leave(self) -> None:
        """Close without writing."""
        self.dismiss(None)


def show_export(board: "MainScreen") -> None:
    """Ask where to what the timeline shows shall be written."""
    chosen = board.chosen
    named = next((topic.name for topic in board.topics.topics if topic.id == chosen.topic), None)
    title = named or board.top_bar.ledger
    screen = ExportScreen(chosen, title, board.lanes, board.clock().astimezone().date())
    board.app.push_screen(screen, lambda said: board.hints.say(one_line(said)) if said else None)
