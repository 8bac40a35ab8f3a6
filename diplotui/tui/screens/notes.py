"""The notebook: everything a person wrote, through a filter, with the note under the cursor to be read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import Input

from diplotui.errors import DiplotuiError, InputError
from diplotui.model import Note, NoteKind, NoteRow
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lines import cut
from diplotui.tui.note_filter import Standing, fitting
from diplotui.tui.screens.claims import FilterLine
from diplotui.tui.screens.listing import Listed, ListScreen
from diplotui.tui.screens.note import NoteScreen
from diplotui.tui.screens.note_form import FREE
from diplotui.tui.widgets.note_rows import NoteReader, note_list_rows, subject_words
from diplotui.tui.widgets.pane import Marked
from diplotui.tui.widgets.row_list import Row, RowList
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen

KINDS: tuple[NoteKind | None, ...] = (None, *NoteKind)
STANDINGS = tuple(Standing)


class NotesScreen(ListScreen):
    """Notes, questions and judgements, newest first."""

    NAME = "Notes"
    EMPTY = (
        "No note fits. {notes.new} writes one about nothing in particular; on the main screen {note} writes"
        " on what is marked. Words of a note or of what it is about, #tag, kind:question, is:open."
    )
    SCOPE = "notes"
    BINDINGS = bindings_for("notes")
    UNHINTED = ("move.down", "list.watch")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, board: "MainScreen") -> None:
        super().__init__(board.lanes)
        self.board = board
        self.found: tuple[NoteRow, ...] = ()
        self.chosen: list[NoteRow] = []
        self.kind: NoteKind | None = None
        self.standing = Standing.ALL
        self.filter = FilterLine(placeholder="/ words · #tag · kind:question · is:open", id="filter")
        self.reader = NoteReader()

    def compose(self) -> ComposeResult:
        """The filter, the list, the note under the cursor, the keys."""
        self.filter.cursor_blink = False
        with Vertical(id="listing"):
            yield self.filter
            with Container(id="notebook"):
                yield self.list
                yield self.reader
        yield self.hints

    def listed(self, store: "Store") -> Listed:
        """Read all notes; the filter is applied when they are shown."""
        self.found = store.note_rows()
        return (), ""

    def take(self, rows: Sequence[Row], words: str) -> None:
        """Show the notes that fit."""
        self.chosen = fitting(self.found, self.filter.value, self.kind, self.standing)
        kind = f"only {self.kind.value}s, " if self.kind else ""
        self.entitle(f"{plural(len(self.chosen), 'note')}, {kind}{self.standing.value}, newest first")
        self.list.show(note_list_rows(self.chosen), keyed(self, self.EMPTY))
        self._read_out()

    @property
    def row(self) -> NoteRow | None:
        """The note under the cursor."""
        marked = self.list.row
        return next((row for row in self.chosen if marked and f"note/{row.note.id}" == marked.key), None)

    @on(RowList.Moved)
    def _read_out(self) -> None:
        row = self.row
        self.reader.show(row)
        self.reader.display = row is not None

    @on(Input.Changed)
    def _typed(self) -> None:
        self.take((), "")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.set_focus(self.list)

    def action_filter(self) -> None:
        """Type into the filter."""
        self.set_focus(self.filter)

    def action_kind(self) -> None:
        """Only notes, only questions, only judgements, all."""
        self.kind = KINDS[(KINDS.index(self.kind) + 1) % len(KINDS)]
        self.take((), "")

    def action_standing(self) -> None:
        """Only open ones, only done ones, all."""
        self.standing = STANDINGS[(STANDINGS.index(self.standing) + 1) % len(STANDINGS)]
        self.take((), "")

    def action_read(self, by: int) -> None:
        """Scroll the note that is read."""
        self.reader.scroll_lines(by * max(1, self.reader.content_height - 1))

    # Where a note leads.

    def open_row(self, row: Row) -> None:
        """Go to the event or the topic that the note is about."""
        if self.row is not None:
            self._go_from(self.row, row)

    def _go_from(self, row: NoteRow, listed: Row) -> None:
        about, _, record = (row.note.about or "").partition("/")
        if row.event is not None:
            self.dismiss(listed)
        elif about == "topic" and row.title:
            self.board.topics.choose_id(record)
            self.board.go_to("timeline")
            self.dismiss(None)
        elif about == "document" and row.title:
            from diplotui.tui.screens.document import DocumentScreen

            self.app.push_screen(DocumentScreen(self.board, record), self._left_document)
        elif not about:
            self.hints.say("this note is about nothing in particular; e edits it")
        else:
            self.hints.say(f"the note is {cut(subject_words(row), 50)}; there is no event to go to")

    def _left_document(self, row: Row | None) -> None:
        """Go on to the statement that was chosen in the document."""
        if row is not None:
            self.dismiss(row)

    # Writing.

    def action_new(self) -> None:
        """Write a note about nothing in particular."""
        self._form(FREE, None)

    def action_edit(self) -> None:
        """Edit the note under the cursor."""
        row = self.row
        if row is not None:
            note = row.note
            title = subject_words(row) if note.about else FREE.title
            self._form(Marked(note.about or "", title, ""), note)

    def _form(self, marked: Marked, note: Note | None) -> None:
        board = self.board
        screen = NoteScreen(marked, (), board.lanes, board.clock, board.drafts, edit=note)
        self.app.push_screen(screen, self._said)

    def _said(self, words: str | None) -> None:
        if words:
            self.hints.say(words)
        self.read_again()

    def action_done(self) -> None:
        """Count the note as done, or as open again."""
        row = self.row
        if row is not None:
            note = replace(row.note, done=not row.note.done)
            words = keyed(self, f"{'done' if note.done else 'open again'} ({{notes.undo}} takes it back)")
            start(self, partial(self._write, lambda store: store.edit_note(note), words), "write")

    def action_delete(self) -> None:
        """Delete the note under the cursor."""
        row = self.row
        if row is not None:
            number = row.note.id
            words = keyed(self, "note deleted ({notes.undo} takes it back)")
            start(self, partial(self._write, lambda store: store.delete_note(number), words), "write")

    def action_undo(self) -> None:
        """Take back what was done last."""
        start(self, partial(self._write, lambda store: store.undo(), "nothing to take back"), "write")

    async def _write(self, job: "Callable[[Store], object]", words: str) -> None:
        """Do ``job`` in the writer lane, say what it gave or ``words``, and read the list again."""
        try:
            said = await self.lanes.writer.run(job)
        except DiplotuiError as error:
            self.hints.say(str(error), failed=True)
        else:
            self.hints.say(said if isinstance(said, str) else words)
            self.read_again()

    def action_editor(self) -> None:
        """Edit the text of the note under the cursor in the person's own editor."""
        import os

        from diplotui.tui.editor import edit_outside

        row = self.row
        if row is None:
            return
        try:
            text = edit_outside(self.app, row.note.text, os.environ)
        except InputError as error:
            self.hints.say(str(error), failed=True)
            return
        if text is None:
            self.hints.say("nothing was changed in the editor")
            return
        note = self._retagged(row.note, text)
        start(self, partial(self._write, lambda store: store.edit_note(note), "note saved"), "write")

    @staticmethod
    def _retagged(note: Note, text: str) -> Note:
        """The note with another text: tags of the old text go, those of the new one come."""
        from diplotui.ledger.tagging import hashtags

        inside = hashtags(note.text)
        further = [tag for tag in note.tags if tag not in inside]
        return replace(note, text=text, tags=tuple(dict.fromkeys((*hashtags(text), *further))))


def show_notes(board: "MainScreen") -> None:
    """Open the notes screen; Enter on a note leads back to what it is about."""
    board.app.push_screen(NotesScreen(board), board.go_from_list)


def write_free_note(board: "MainScreen") -> None:
    """Write a note about nothing in particular."""
    screen = NoteScreen(FREE, (), board.lanes, board.clock, board.drafts)
    board.app.push_screen(screen, lambda said: board.hints.say(said) if said else None)
