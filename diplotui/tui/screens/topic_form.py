"""The form for a change of topics: fields, and before anything is written the events that would move."""

from collections.abc import Mapping
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from diplotui.errors import DiplotuiError
from diplotui.model import TopicMove
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.topic_changes import TopicChange, moves_words
from diplotui.tui.widgets.line_field import LineField
from diplotui.tui.widgets.topic_rows import MoveList

WRITES = "{topic-form.save} writes it, {topic-form.leave} leaves all as it is."
"""Below what would move; see ``keyed``."""


class TopicForm(FormScreen[str | None]):
    """The form over the dimmed list; gives a line that says what was done.

    The first save shows what would move, the second writes exactly that.
    """

    SCOPE = "topic-form"
    BINDINGS = bindings_for("topic-form")

    def __init__(self, change: TopicChange, lanes: Lanes, names: Mapping[str, str]) -> None:
        super().__init__()
        self.change = change
        self.lanes = lanes
        self.names = names
        self.fields = {
            name: LineField(one_line(text), id=f"topic-{name}", select_on_focus=False)
            for name, text in change.fields.items()
        }
        self.moves: tuple[TopicMove, ...] | None = None
        """What would move with what stands in the fields; None: not worked out yet."""
        self.told = Static("", id="told", markup=False)
        self.list = MoveList(names)
        self.trouble = Static("", id="trouble", markup=False)
        self._working = False

    def compose(self) -> ComposeResult:
        """What it does, the fields, what would move, the reason of a failure, the buttons."""
        with Vertical(id="topic-form") as form:
            form.border_title = Content(one_line(self.change.title))
            yield Static(Content(one_line(self.change.about)), id="about")
            for name, field in self.fields.items():
                with Horizontal(classes="field"):
                    yield Static(Content(name), classes="name")
                    yield field
            yield self.told
            yield self.list
            yield self.trouble
            with Horizontal(id="buttons"):
                yield Button(
                    Content(keyed(self, "Go on {topic-form.save}")),
                    id="save",
                    variant="primary",
                    compact=True,
                )
                yield Button(Content(keyed(self, "Leave {topic-form.leave}")), id="leave", compact=True)

    def on_mount(self) -> None:
        """Without fields, say at once what would move."""
        for field in self.fields.values():
            field.cursor_blink = False
        if self.fields:
            next(iter(self.fields.values())).focus()
            self._show_moves(None)
        else:
            self.list.focus()
            self.action_save()

    def insert_text(self, text: str) -> None:
        """Put text into the field that has the focus."""
        if text and isinstance(self.focused, LineField):
            self.focused.insert_text_at_cursor(text)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: one_line(field.value) for name, field in self.fields.items()}

    @on(Input.Changed)
    def _changed(self) -> None:
        self._show_moves(None)

    def _show_moves(self, moves: tuple[TopicMove, ...] | None) -> None:
        self.moves = moves
        self.trouble.update("")
        self.list.show(moves or ())
        words = "" if moves is None else f"{moves_words(moves, self.names)} {keyed(self, WRITES)}"
        self.told.update(Content(words))
        self.told.display = bool(words)

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Say what would move; when that was said, write it."""
        if self._working:
            return
        self._working = True
        if self.moves is None:
            self.told.update("working out what would move …")
            self.told.display = True
            start(self, partial(self._preview, self.typed), "read")
        else:
            start(self, partial(self._write, self.typed, self.moves), "write")

    async def _preview(self, typed: dict[str, str]) -> None:
        try:
            moves = await self.lanes.reader.run(lambda store: self.change.preview(store, typed))
        except DiplotuiError as error:
            self._fail(str(error))
        else:
            if typed == self.typed:
                self._show_moves(moves)
            if not moves and not self.change.confirm:
                await self._write(typed, moves)
        finally:
            self._working = False

    async def _write(self, typed: dict[str, str], moves: tuple[TopicMove, ...]) -> None:
        try:
            await self.lanes.writer.run(lambda store: self.change.write(store, typed, moves))
        except DiplotuiError as error:
            self._fail(str(error))
        else:
            self.dismiss(f"{self.change.done} {keyed(self, '({topics.undo} takes it back)')}")
        finally:
            self._working = False

    def _fail(self, reason: str) -> None:
        self._show_moves(None)
        self.trouble.update(Content(one_line(reason)))

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close; nothing is changed."""
        self.dismiss(None)
