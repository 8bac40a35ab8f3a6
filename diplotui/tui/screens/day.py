"""The field for the day from which one looks, as a person types it."""

from collections.abc import Callable
from datetime import date, datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from diplotui.clock import read_when
from diplotui.errors import InputError
from diplotui.text import one_line
from diplotui.tui.commands import bindings_for
from diplotui.tui.screens.correct import Field
from diplotui.tui.screens.form import FormScreen

NOW_WORDS = ("", "now", "today")


class DayScreen(FormScreen[tuple[date | None] | None]):
    """Asks for a day; gives it in a tuple (None in it: now), or None where it was left."""

    SCOPE = "day"
    BINDINGS = bindings_for("day")

    def __init__(self, clock: Callable[[], datetime], typed: str) -> None:
        super().__init__()
        self.clock = clock
        self.field = Field(typed, id="day-field", placeholder="13 Feb 2024, 3 days ago, yesterday, now")
        self.trouble = Static("", id="trouble", markup=False)

    def compose(self) -> ComposeResult:
        """The field, and under it why a day could not be read."""
        with Vertical(id="day") as form:
            form.border_title = Content("As of which day")
            form.border_subtitle = Content("enter looks, esc leaves")
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
        typed = one_line(self.field.value).strip()
        if typed.casefold() in NOW_WORDS:
            self.dismiss((None,))
            return
        now = self.clock()
        try:
            day = read_when(typed, base=now).date()
        except InputError as error:
            self.trouble.update(Content(one_line(str(error))))
            return
        except (ValueError, OverflowError) as error:
            self.trouble.update(Content(one_line(f"this is no day: {error}")))
            return
        self.dismiss((day if day < now.astimezone().date() else None,))

    def action_leave(self) -> None:
        """Close and look from where one looked."""
        self.dismiss(None)
