"""The form for notes: what is written on a record, and a field to write, edit or delete one."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static, TextArea

from diplotui.clock import instant_text, read_when
from diplotui.errors import DiplotuiError, InputError
from diplotui.ids import record_id
from diplotui.ledger.tagging import hashtags, tags_of
from diplotui.model import Note, NoteKind
from diplotui.text import for_screen, one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.drafts import Drafts
from diplotui.tui.editor import edit_outside
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.note_parts import (
    KINDS,
    KindChoice,
    LikelihoodChoice,
    LineField,
    NoteField,
    NoteList,
)
from diplotui.tui.widgets.pane import Marked

FREE = Marked("", "about nothing in particular", "")
"""The subject of a note that is about no record."""
_SLACK = timedelta(minutes=1)
"""How far ahead of the clock a note's time may lie."""


def written_at(typed: str, now: datetime) -> datetime:
    """The instant of a note from its field; empty: now. Raises InputError, also for one that lies ahead."""
    if not typed:
        return now
    try:
        instant = read_when(typed, base=now)
        if instant <= now + _SLACK:
            return instant
    except (ValueError, OverflowError) as error:
        raise InputError(f"this is no time: {error}") from None
    raise InputError("that lies ahead; a note is of now or earlier")


def time_words(at: str) -> str:
    """The time of a note as its field holds it: local, to the minute; empty for what is no instant."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return ""


class NoteScreen(FormScreen[str | None]):
    """The form over the dimmed dashboard; gives a line that says what was done.

    What was typed is never lost: a failed save leaves the form as it is with the reason under the field, and
    what is typed for a new note is kept as a draft for this record, in the ledger, while one types.
    """

    SCOPE = "note"
    BINDINGS = bindings_for("note")
    AUTO_FOCUS = "#text"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]

    def __init__(
        self,
        marked: Marked,
        shown: Sequence[Note],
        lanes: Lanes,
        clock: Callable[[], datetime],
        drafts: Drafts,
        *,
        edit: Note | None = None,
    ) -> None:
        super().__init__()
        self.marked = marked
        self.lanes = lanes
        self.clock = clock
        self.drafts = drafts
        self.edited: Note | None = None
        """The note in the field; None: a new one."""
        self.notes = NoteList((*shown, edit) if edit is not None and edit not in shown else shown)
        self.kind = KindChoice()
        self.likelihood = LikelihoodChoice()
        self.field = NoteField("", id="text", tab_behavior="focus")
        self.when = LineField("", id="when", placeholder="now; yesterday 14:05", select_on_focus=False)
        self.tags = LineField("", id="tags", placeholder="or #words above", select_on_focus=False)
        self.trouble = Static("", id="trouble", markup=False)
        self._first = edit
        self._writing = False
        self._last_word = ""

    def compose(self) -> ComposeResult:
        """What it is about, the notes there are, the fields, the reason of a failure, the buttons."""
        with Vertical(id="note") as form:
            free = not self.marked.reference
            form.border_title = Content("Note" if free else f"Note on the {self.marked.kind}")
            yield Static(Content(self.marked.title), id="about")
            yield self.notes
            yield self.kind
            yield self.likelihood
            yield self.field
            with Horizontal(id="beside"):
                yield Static("when", classes="name")
                yield self.when
                yield Static("tags", classes="name")
                yield self.tags
            yield self.trouble
            with Horizontal(id="buttons"):
                yield Button("Save f2", id="save", variant="primary", compact=True)
                yield Button("Editor f6", id="editor", compact=True)
                yield Button("Delete f8", id="delete", compact=True)
                yield Button("Leave esc", id="leave", compact=True)

    def on_mount(self) -> None:
        """Show what is there already, and the draft of this record."""
        self.field.cursor_blink = self.when.cursor_blink = self.tags.cursor_blink = False
        self.notes.show(())
        self._show_kind()
        if self._first is not None:
            self._bring(self.notes.choose(self.notes.place_of(self._first)))
        else:
            self._fill(self.drafts.held.get(self.marked.reference, {}))
        start(self, self._read_notes, "read")

    def insert_text(self, text: str) -> None:
        """Put text into the note, or into the line that has the focus."""
        if isinstance(self.focused, LineField):
            self.focused.insert_text_at_cursor(text)
        else:
            self.field.insert(text)

    async def _read_notes(self) -> None:
        """List what was written on the record before; the form can be used meanwhile."""
        try:
            if self.marked.reference:
                self.notes.show(await self.lanes.reader.run(lambda store: store.notes(self.marked.reference)))
            draft = await self.drafts.read(self.marked.reference)
        except DiplotuiError as error:
            self.trouble.update(Content(one_line(str(error))))
        else:
            if self.edited is None and not self.typed:
                self._fill(draft)

    @property
    def typed(self) -> str:
        """What stands in the field, without control characters."""
        return for_screen(self.field.text).strip()

    @property
    def fields(self) -> dict[str, str]:
        """What a draft keeps."""
        if not self.typed:
            return {}
        kind = "" if self.kind.kind is NoteKind.NOTE else self.kind.kind.value
        return {"text": self.field.text, "kind": kind, "when": self.when.value, "tags": self.tags.value}

    def _fill(self, draft: dict[str, str]) -> None:
        """Show a draft, or an empty form."""
        text = for_screen(draft.get("text", ""))
        if not text and self.field.text:
            text = self.field.text  # typed before the form was there
        if text != self.field.text:
            self.field.text = text
        self.field.move_cursor(self.field.document.end)
        self.when.value, self.tags.value = one_line(draft.get("when", "")), one_line(draft.get("tags", ""))
        self.kind.choose(next((kind for kind in KINDS if kind.value == draft.get("kind")), NoteKind.NOTE))
        self._show_kind()

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _something_typed(self) -> None:
        if self.edited is None:
            self.drafts.typed(self, self.marked.reference, lambda: self.fields)

    # Saving.

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Save what stands in the fields."""
        if not self.typed:
            self._fail("There is nothing to save yet.")
        elif not self._writing:
            try:
                note = self._note()
            except InputError as error:
                self._fail(str(error))
                self.when.focus()
            else:
                self._writing = True
                start(self, partial(self._save, note), "write")

    def _note(self) -> Note:
        """The note that the fields mean. Raises InputError for a time that cannot be read."""
        text, kind, old = self.typed, self.kind.kind, self.edited
        when = one_line(self.when.value)
        tags = tags_of(text, self.tags.value)
        if old is not None:
            same = when == time_words(old.at)
            at = old.at if same else instant_text(written_at(when, self.clock()))
            return replace(old, at=at, kind=kind, text=text, tags=tags)
        now = self.clock()
        at = instant_text(written_at(when, now))
        about = self.marked.reference or None
        return Note(record_id("n", instant_text(now), about or "", text), at, kind, about, text, False, tags)

    async def _save(self, note: Note) -> None:
        if self.edited is not None:
            done = await self._written(lambda store: store.edit_note(note))
        else:
            done = await self._written(lambda store: store.add_note(note))
        if done:
            if self.edited is None:
                self.edited = note  # nothing typed from here on is a draft
                self.drafts.forget(self, self.marked.reference)
            self.dismiss(f"{note.kind.value} saved")

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
            self._fail(
                keyed(self, "{note.next} chooses a note that is there; {note.delete} then deletes it.")
            )
        elif not self._writing:
            self._writing = True
            start(self, partial(self._delete, self.edited), "write")

    async def _delete(self, note: Note) -> None:
        if await self._written(lambda store: store.delete_note(note.id)):
            self.dismiss(keyed(self, "note deleted ({undo} takes it back)"))

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close; what was typed for a new note waits for the next time."""
        self._keep_draft()
        kept = self.edited is None and self.typed
        key = "n on the same record" if self.marked.reference else "the same key"
        self.dismiss(f"draft kept; {key} brings it back" if kept else None)

    def _keep_draft(self) -> None:
        if self.edited is None:
            self.drafts.keep(self, self.marked.reference, self.fields)

    # What the keys choose.

    def action_kind(self) -> None:
        """Choose the next kind."""
        self.kind.choose(KINDS[(KINDS.index(self.kind.kind) + 1) % len(KINDS)])
        self._show_kind()
        self._something_typed()

    def _show_kind(self) -> None:
        self.likelihood.display = self.kind.kind is NoteKind.JUDGEMENT

    def action_likelihood(self) -> None:
        """Put a word for how likely it is into the text; again: the next word in its place."""
        self.kind.choose(NoteKind.JUDGEMENT)
        self._show_kind()
        end = self.field.cursor_location
        begin = (end[0], end[1] - len(self._last_word))
        if not self._last_word or begin[1] < 0 or self.field.get_text_range(begin, end) != self._last_word:
            begin = end
            before = self.field.document.get_line(end[0])[: end[1]]
            if before and not before.endswith(" "):
                self.field.insert(" ", end)
                begin = end = (end[0], end[1] + 1)
        self._last_word = self.likelihood.choose_next().word
        self.field.replace(self._last_word, begin, end)
        self.field.move_cursor((begin[0], begin[1] + len(self._last_word)))
        self.field.focus()

    @on(Button.Pressed, "#editor")
    def action_editor(self) -> None:
        """Go on writing in the person's own editor."""
        self._keep_draft()
        try:
            left = edit_outside(self.app, self.field.text, os.environ)
        except InputError as error:
            self._fail(str(error))
            return
        self.trouble.update("" if left is not None else "nothing was changed in the editor")
        if left is not None:
            self.field.text = for_screen(left)
            self.field.move_cursor(self.field.document.end)
        self.field.focus()

    def action_choose(self, by: int) -> None:
        """Bring the next or the former of the notes into the field."""
        if self._changed():
            self._fail("Save this note first (f2), or leave it (esc).")
            return
        self._keep_draft()
        self._bring(self.notes.choose(self.notes.index + by))
        self.trouble.update("")

    def _bring(self, note: Note | None) -> None:
        """Bring a note into the fields; None: the draft of a new one."""
        self.edited = note
        if note is None:
            self.field.text = ""
            self._fill(self.drafts.held.get(self.marked.reference, {}))
            return
        inside = hashtags(note.text)
        further = " ".join(tag for tag in note.tags if tag not in inside)
        self.field.text = ""
        self._fill({"text": note.text, "kind": note.kind.value, "when": time_words(note.at), "tags": further})

    def _changed(self) -> bool:
        """Whether a note that is there was edited and not saved."""
        old = self.edited
        if old is None:
            return False
        typed = (for_screen(old.text), old.kind, time_words(old.at), set(old.tags))
        now_tags = set(tags_of(self.typed, self.tags.value))
        return typed != (self.field.text, self.kind.kind, self.when.value, now_tags)
