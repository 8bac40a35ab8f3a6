"""What forms of several fields share: a row a field, its name before it and what is wrong with it below."""

from collections.abc import Mapping
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from diplotui.text import one_line
from diplotui.tui.keymap import keyed
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.line_field import LineField

Answer = TypeVar("Answer")


class FieldRows(FormScreen[Answer]):
    """Fields, a line each, over the dimmed screen; ``fields`` gives the text and the hint of each by name."""

    SCOPE: ClassVar[str]
    """The form's own scope of commands, in which ``save`` and ``leave`` are."""
    FORM_ID = "fields"
    TITLE_WORDS = ""
    DO_WORDS = "Save"
    """On the button that does it."""

    def __init__(self, about: str, fields: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self.about = about
        self.at_first = {name: one_line(text) for name, (text, _) in fields.items()}
        self.fields = {
            name: LineField(self.at_first[name], id=f"field-{name}", placeholder=hint, select_on_focus=False)
            for name, (_, hint) in fields.items()
        }
        self.faults = {name: Static("", classes="fault", markup=False) for name in fields}
        self.trouble = Static("", id="trouble", markup=False)

    def compose(self) -> ComposeResult:
        """What it is about, the fields, the reason of a failure, the buttons."""
        with VerticalScroll(id=self.FORM_ID, can_focus=False) as form:
            form.border_title = Content(self.TITLE_WORDS)
            yield Static(Content(one_line(self.about)), id="about")
            for name, field in self.fields.items():
                with Horizontal(classes="field"):
                    yield Static(Content(name), classes="name")
                    yield field
                yield self.faults[name]
            yield self.trouble
            with Horizontal(id="buttons"):
                yield Button(
                    Content(self._with_key(self.DO_WORDS, "save")), id="save", variant="primary", compact=True
                )
                yield Button(Content(self._with_key("Leave", "leave")), id="leave", compact=True)

    def _with_key(self, words: str, name: str) -> str:
        """The words of a button with the key in force of the form's command of that name."""
        return keyed(self, f"{words} {{{self.SCOPE}.{name}}}")

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        for field in self.fields.values():
            field.cursor_blink = False
        self.show_faults({})
        next(iter(self.fields.values())).focus()

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

    def show_faults(self, wrong: Mapping[str, str], trouble: str = "") -> None:
        """Say what is wrong: under its field, the first of which takes the focus, or under all of them."""
        self.trouble.update(Content(one_line(trouble)))
        for name, fault in self.faults.items():
            fault.update(Content(one_line(wrong.get(name, ""))))
            fault.display = name in wrong
        if wrong:
            self.fields[next(iter(wrong))].focus()
