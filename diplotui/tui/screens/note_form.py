"""The form for notes as it stands: its fields, the notes there are, the draft that is kept."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static, TextArea

from diplotui.clock import read_when
from diplotui.errors import DiplotuiError, InputError
from diplotui.ledger.tagging import hashtags
from diplotui.model import Note, NoteKind
from diplotui.text import for_screen, one_line
from diplotui.tui.background import start
from diplotui.tui.drafts import Drafts
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.line_field import LineField
from diplotui.tui.widgets.note_parts import (
    KINDS,
    KindChoice,
    LikelihoodChoice,
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


class NoteForm(FormScreen[str | None]):
    """The form over the dimmed dashboard, and what stands in it.

    What was typed is never lost: a failed save leaves the form as it is with the reason under the field, and
    what is typed for a new note is kept as a draft for this record, in the ledger, while one types.
    """

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
                yield Button(
                    Content(keyed(self, "Save {note.save}")), id="save", variant="primary", compact=True
                )
                yield Button(Content(keyed(self, "Editor {note.editor}")), id="editor", compact=True)
                yield Button(Content(keyed(self, "Delete {note.delete}")), id="delete", compact=True)
                yield Button(Content(keyed(self, "Leave {note.leave}")), id="leave", compact=True)

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

    def _keep_draft(self) -> None:
        if self.edited is None:
            self.drafts.keep(self, self.marked.reference, self.fields)

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

    def _show_kind(self) -> None:
        self.likelihood.display = self.kind.kind is NoteKind.JUDGEMENT
