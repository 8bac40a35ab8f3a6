"""The field for the place in time from which one looks, as a person types it."""

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from diplotui.errors import InputError
from diplotui.model import Lookback
from diplotui.text import one_line
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lookback import read_lookback
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.line_field import LineField

HELP = "A day: as the public could know it. Behind “as recorded” a time: as this ledger had it then."


class DayScreen(FormScreen[Lookback | None]):
    """Asks from where in time to look, on either clock; gives None where it was left."""

    SCOPE = "day"
    BINDINGS = bindings_for("day")

    def __init__(self, clock: Callable[[], datetime], typed: str) -> None:
        super().__init__()
        self.clock = clock
        self.field = LineField(
            typed,
            id="day-field",
            placeholder="13 Feb 2024, 3 days ago, as recorded yesterday 18:40, now",
            select_on_focus=False,
        )
        self.trouble = Static("", id="trouble", markup=False)

    def compose(self) -> ComposeResult:
        """The field, and under it why a day could not be read."""
        with Vertical(id="day") as form:
            form.border_title = Content("From where in time")
            form.border_subtitle = Content(keyed(self, "enter looks, {day.leave} leaves"))
            yield Static(Content(HELP), id="about")
            yield self.field
            yield self.trouble

    def on_mount(self) -> None:
        """Nothing blinks."""
        self.field.cursor_blink = False

    def insert_text(self, text: str) -> None:
        """Put text into the field."""
        if text:
            self.field.insert_text_at_cursor(text)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        try:
            back = read_lookback(one_line(self.field.value), self.clock())
        except InputError as error:
            self.trouble.update(Content(one_line(str(error))))
        else:
            self.dismiss(back)

    def action_leave(self) -> None:
        """Close and look from where one looked."""
        self.dismiss(None)
