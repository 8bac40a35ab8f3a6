"""The form for notes: what is written on a record, and a field to write, edit or delete one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from diplotui.clock import instant_text
from diplotui.errors import DiplotuiError
from diplotui.ids import record_id
from diplotui.model import Note, NoteKind
from diplotui.text import for_screen, one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.note_parts import KINDS, KindChoice, NoteField, NoteList
from diplotui.tui.widgets.pane import Marked


class NoteScreen(FormScreen[str | None]):
    """The form over the dimmed dashboard; gives a line that says what was done.

    What was typed is never lost: a failed save leaves the form as it is with the reason under the field, and
    leaving without saving keeps a draft for this record.
    """

    SCOPE = "note"
    BINDINGS = bindings_for("note")
    AUTO_FOCUS = "#text"

    def __init__(
        self,
        marked: Marked,
        shown: Sequence[Note],
        lanes: Lanes,
        clock: Callable[[], datetime],
        drafts: dict[str, str],
    ) -> None:
        super().__init__()
        self.marked = marked
        self.lanes = lanes
        self.clock = clock
        self.drafts = drafts
        self.edited: Note | None = None
        """The note in the field; None: a new one."""
        self.notes = NoteList(shown)
        self.kind = KindChoice()
        self.field = NoteField(drafts.get(marked.reference, ""), id="text", tab_behavior="focus")
        self.trouble = Static("", id="trouble", markup=False)
        self._writing = False

    def compose(self) -> ComposeResult:
        """What it is about, the notes there are, the field, the reason of a failure, the buttons."""
        with Vertical(id="note") as form:
            form.border_title = Content(f"Note on the {self.marked.kind}")
            yield Static(Content(self.marked.title), id="about")
            yield self.notes
            yield self.kind
            yield self.field
            yield self.trouble
            with Horizontal(id="buttons"):
                yield Button("Save f2", id="save", variant="primary", compact=True)
                yield Button("Delete f8", id="delete", compact=True)
                yield Button("Leave esc", id="leave", compact=True)

    def on_mount(self) -> None:
        """Put the cursor behind what is there already."""
        self.field.cursor_blink = False
        self.field.move_cursor(self.field.document.end)
        self.notes.show(())
        start(self, self._read_notes, "read")

    def insert_text(self, text: str) -> None:
        """Put text into the note."""
        self.field.insert(text)

    async def _read_notes(self) -> None:
        """List what was written on the record before; the form can be used meanwhile."""
        try:
            self.notes.show(await self.lanes.reader.run(lambda store: store.notes(self.marked.reference)))
        except DiplotuiError as error:
            self.trouble.update(Content(one_line(str(error))))

    @property
    def typed(self) -> str:
        """What stands in the field, without control characters."""
        return for_screen(self.field.text).strip()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save what stands in the field."""
        if not self.typed:
            self._fail("There is nothing to save yet.")
        elif not self._writing:
            self._writing = True
            start(self, self._save, "write")

    async def _save(self) -> None:
        old, text, kind = self.edited, self.typed, self.kind.kind
        if old is not None:
            note = replace(old, text=text, kind=kind)
            done = await self._written(lambda store: store.edit_note(note))
        else:
            at = instant_text(self.clock())
            number = record_id("n", at, self.marked.reference, text)
            note = Note(number, at, kind, self.marked.reference, text)
            done = await self._written(lambda store: store.add_note(note))
        if done:
            self.drafts.pop(self.marked.reference, None)
            self.dismiss(f"{kind.value} saved")

    async def _written(self, job: Callable[..., object]) -> bool:
        """Do ``job`` in the writer lane; where it fails, say why under the field."""
        try:
            await self.lanes.writer.run(job)
        except DiplotuiError as error:
            self._fail(str(error))
        except Exception as error:
            self.log.error(error)
            self._fail(f"that did not work: {type(error).__name__}: {error}")
        else:
            return True
        finally:
            self._writing = False
        return False

    def _fail(self, reason: str) -> None:
        self.trouble.update(Content(one_line(reason)))
        self.field.focus()

    @on(Button.Pressed, "#delete")
    def action_delete(self) -> None:
        """Delete the note in the field."""
        if self.edited is None:
            self._fail("f5 chooses a note that is there; f8 then deletes it.")
        elif not self._writing:
            self._writing = True
            start(self, partial(self._delete, self.edited), "write")

    async def _delete(self, note: Note) -> None:
        if await self._written(lambda store: store.delete_note(note.id)):
            self.dismiss("note deleted (u takes it back)")

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close; what was typed for a new note waits for the next time."""
        self._keep_draft()
        kept = self.edited is None and self.typed
        self.dismiss("draft kept; n on the same record brings it back" if kept else None)

    def _keep_draft(self) -> None:
        if self.edited is None:
            self.drafts[self.marked.reference] = self.field.text

    def action_kind(self) -> None:
        """Choose the next kind."""
        self.kind.choose(KINDS[(KINDS.index(self.kind.kind) + 1) % len(KINDS)])

    def action_choose(self, by: int) -> None:
        """Bring the next or the former of the notes into the field."""
        if self._changed():
            self._fail("Save this note first (f2), or leave it (esc).")
            return
        self._keep_draft()
        self.edited = self.notes.choose(self.notes.index + by)
        text = for_screen(self.edited.text) if self.edited else self.drafts.get(self.marked.reference, "")
        self.kind.choose(self.edited.kind if self.edited else NoteKind.NOTE)
        self.field.text = text
        self.field.move_cursor(self.field.document.end)
        self.trouble.update("")

    def _changed(self) -> bool:
        """Whether a note that is there was edited and not saved."""
        return self.edited is not None and self.field.text != for_screen(self.edited.text)
