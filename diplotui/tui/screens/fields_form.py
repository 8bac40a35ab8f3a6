"""A form of fields with a name before each and what is wrong under it; what is typed is kept as a draft."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from diplotui.errors import DiplotuiError
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.note_parts import LineField

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen


class FieldsForm(FormScreen[str | None]):
    """The form over the dimmed screen; gives a line that says what was done.

    A form names its fields with what stands in them at first and a hint, reads them, and writes.
    """

    SCOPE = "fields"
    BINDINGS = bindings_for("fields")
    TITLE_WORDS = ""
    DRAFT = ""
    """Under which name what was typed is kept."""

    def __init__(self, board: "MainScreen", about: str, fields: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self.board = board
        self.lanes = board.lanes
        self.about = about
        self.at_first = {name: one_line(text) for name, (text, _) in fields.items()}
        self.fields = {
            name: LineField(self.at_first[name], id=f"field-{name}", placeholder=hint, select_on_focus=False)
            for name, (_, hint) in fields.items()
        }
        self.faults = {name: Static("", classes="fault", markup=False) for name in fields}
        self.trouble = Static("", id="trouble", markup=False)
        self._writing = False

    def compose(self) -> ComposeResult:
        """What it is about, the fields, the reason of a failure, the buttons."""
        with VerticalScroll(id="fields", can_focus=False) as form:
            form.border_title = Content(self.TITLE_WORDS)
            yield Static(Content(one_line(self.about)), id="about")
            for name, field in self.fields.items():
                with Horizontal(classes="field"):
                    yield Static(Content(name), classes="name")
                    yield field
                yield self.faults[name]
            yield self.trouble
            with Horizontal(id="buttons"):
                yield Button("Save f2", id="save", variant="primary", compact=True)
                yield Button("Leave esc", id="leave", compact=True)

    def on_mount(self) -> None:
        """Nothing is wrong yet; a draft comes back."""
        for field in self.fields.values():
            field.cursor_blink = False
        self._show_faults({})
        next(iter(self.fields.values())).focus()
        if self.DRAFT:
            start(self, self._read_draft, "read")

    async def _read_draft(self) -> None:
        draft = await self.board.drafts.read(self.DRAFT)
        if self.typed == self.at_first:
            for name, value in draft.items():
                if name in self.fields:
                    self.fields[name].value = one_line(value)

    def insert_text(self, text: str) -> None:
        """Put text into the field that has the focus, else the first."""
        focused = self.focused
        field = focused if isinstance(focused, LineField) else next(iter(self.fields.values()))
        if text:
            field.insert_text_at_cursor(text)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: one_line(field.value) for name, field in self.fields.items()}

    @property
    def _draft(self) -> dict[str, str]:
        return {} if self.typed == self.at_first else self.typed

    @on(Input.Changed)
    def _something_typed(self) -> None:
        if self.DRAFT and not self._writing:
            self.board.drafts.typed(self, self.DRAFT, lambda: self._draft)

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Read the fields and write what they mean."""
        if not self._writing:
            self._writing = True
            start(self, partial(self._save, self.typed), "write")

    async def _save(self, typed: dict[str, str]) -> None:
        try:
            wrong, job = await self.lanes.reader.run(lambda store: self.read(store, typed))
            self._show_faults(wrong)
            if wrong:
                self.fields[next(iter(wrong))].focus()
            elif job is not None:
                said = await self.lanes.writer.run(job)
                if self.DRAFT:
                    self.board.drafts.forget(self, self.DRAFT)
                self.dismiss(said)
        except DiplotuiError as error:
            self.trouble.update(Content(one_line(str(error))))
        except Exception as error:
            self.log.error(error)
            self.trouble.update(Content(one_line(f"that did not work: {type(error).__name__}: {error}")))
        finally:
            self._writing = False

    def read(
        self, store: "Store", typed: Mapping[str, str]
    ) -> "tuple[dict[str, str], Callable[[Store], str] | None]":
        """What is wrong, by field, and what is to be written and then said; in the reader's thread."""
        raise NotImplementedError

    def _show_faults(self, wrong: Mapping[str, str]) -> None:
        self.trouble.update("")
        for name, fault in self.faults.items():
            fault.update(Content(one_line(wrong.get(name, ""))))
            fault.display = name in wrong

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close; what was typed waits for the next time where it is kept."""
        if self.DRAFT:
            self.board.drafts.keep(self, self.DRAFT, self._draft)
        self.dismiss("draft kept; the same key brings it back" if self.DRAFT and self._draft else None)
