"""The form for notes: what is written on a record, and a field to write, edit or delete one."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual import on
from textual.content import Content
from textual.widgets import Button, Input

from diplotui.clock import instant_text
from diplotui.errors import DiplotuiError, InputError
from diplotui.ids import record_id
from diplotui.ledger.tagging import tags_of
from diplotui.model import Note, NoteKind
from diplotui.text import for_screen, one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.editor import edit_outside
from diplotui.tui.keymap import keyed
from diplotui.tui.screens.note_form import NoteForm, time_words, written_at
from diplotui.tui.widgets.note_parts import (
    KINDS,
)


class NoteScreen(NoteForm):
    """The form over the dimmed dashboard: saving, choosing; gives a line that says what was done."""

    SCOPE = "note"
    BINDINGS = bindings_for("note")

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
        key = keyed(self, "{note} on the same record") if self.marked.reference else "the same key"
        self.dismiss(f"draft kept; {key} brings it back" if kept else None)

    # What the keys choose.

    def action_kind(self) -> None:
        """Choose the next kind."""
        self.kind.choose(KINDS[(KINDS.index(self.kind.kind) + 1) % len(KINDS)])
        self._show_kind()
        self._something_typed()

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
            self._fail(keyed(self, "Save this note first ({note.save}), or leave it ({note.leave})."))
            return
        self._keep_draft()
        self._bring(self.notes.choose(self.notes.index + by))
        self.trouble.update("")

    def _changed(self) -> bool:
        """Whether a note that is there was edited and not saved."""
        old = self.edited
        if old is None:
            return False
        typed = (for_screen(old.text), old.kind, time_words(old.at), set(old.tags))
        now_tags = set(tags_of(self.typed, self.tags.value))
        return typed != (self.field.text, self.kind.kind, self.when.value, now_tags)
