"""The form that corrects what the cursor is on: a line a field, and what is wrong with it under it."""

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from diplotui.errors import DiplotuiError
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.corrections import Known, Target, fields_of, hint_of, read_fields, write
from diplotui.tui.keymap import TAKEN_BACK, keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.line_field import LineField


class CorrectScreen(FormScreen[str | None]):
    """The form over the dimmed dashboard; gives a line that says what was done.

    What was typed is never lost: a failed save leaves the form as it is, and leaving keeps a draft.
    """

    SCOPE = "correct"
    BINDINGS = bindings_for("correct")
    AUTO_FOCUS = "LineField"

    def __init__(
        self,
        target: Target,
        lanes: Lanes,
        clock: Callable[[], datetime],
        drafts: dict[str, dict[str, str]],
    ) -> None:
        super().__init__()
        self.target = target
        self.lanes = lanes
        self.clock = clock
        self.drafts = drafts
        texts = fields_of(target) | drafts.get(target.reference, {})
        self.fields = {
            name: LineField(
                text, id=f"field-{name}", placeholder=hint_of(name, target), select_on_focus=False
            )
            for name, text in texts.items()
        }
        self.faults = {name: Static("", classes="fault", markup=False) for name in texts}
        self.trouble = Static("", id="trouble", markup=False)
        self._writing = False

    def compose(self) -> ComposeResult:
        """What it is about, the fields, the reason of a failure, the buttons."""
        with VerticalScroll(id="correct", can_focus=False) as form:
            kind = self.target.reference.partition("/")[0]
            form.border_title = Content(
                "New claim of the statement" if self.target.new else f"Correct the {kind}"
            )
            yield Static(Content(self.target.title), id="about")
            for name, field in self.fields.items():
                with Horizontal(classes="field"):
                    yield Static(Content(name), classes="name")
                    yield field
                yield self.faults[name]
            yield self.trouble
            with Horizontal(id="buttons"):
                yield Button(
                    Content(keyed(self, "Save {correct.save}")), id="save", variant="primary", compact=True
                )
                yield Button(Content(keyed(self, "Leave {correct.leave}")), id="leave", compact=True)

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        for field in self.fields.values():
            field.cursor_blink = False
        self._show_faults({})

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

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Read the fields that were changed and write what they mean."""
        if not self._writing:
            self._writing = True
            start(self, self._save, "write")

    async def _save(self) -> None:
        try:
            known = await self.lanes.reader.run(
                lambda store: Known(
                    store.actors(), tuple((one.id, one.name) for one in store.topics()), self.clock()
                )
            )
            values, wrong = read_fields(self.typed, self.target, known)
            self._show_faults(wrong)
            if wrong:
                self.fields[next(iter(wrong))].focus()
            elif not values:
                self.trouble.update(Content("Nothing is changed yet."))
            else:
                await self.lanes.writer.run(lambda store: write(store, self.target, values))
                self.drafts.pop(self.target.reference, None)
                what = "claim made" if self.target.new else f"corrected: {', '.join(values)}"
                self.dismiss(f"{what} {keyed(self, TAKEN_BACK)}")
        except DiplotuiError as error:
            self.trouble.update(Content(one_line(str(error))))
        except Exception as error:
            self.log.error(error)
            self.trouble.update(Content(one_line(f"that did not work: {type(error).__name__}: {error}")))
        finally:
            self._writing = False

    def _show_faults(self, wrong: dict[str, str]) -> None:
        self.trouble.update("")
        for name, fault in self.faults.items():
            fault.update(Content(one_line(wrong.get(name, ""))))
            fault.display = name in wrong

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close; what was changed waits for the next time."""
        at_first = fields_of(self.target)
        changed = {name: words for name, words in self.typed.items() if words != at_first[name]}
        if changed:  # alone: what somebody else corrects meanwhile in other fields shall not be put back
            self.drafts[self.target.reference] = changed
        else:
            self.drafts.pop(self.target.reference, None)
        key = "N" if self.target.new else "c"
        self.dismiss(f"draft kept; {key} on the same record brings it back" if changed else None)
