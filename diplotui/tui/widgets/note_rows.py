"""Notes as a list shows them, and one note to be read."""

from collections.abc import Sequence
from functools import partial

from diplotui.model import NoteKind, NoteRow
from diplotui.text import one_line
from diplotui.tui.lines import BLANK, Line, Piece, at_edge, cut, indented, piece, wrap
from diplotui.tui.widgets.line_view import LineView
from diplotui.tui.widgets.markdown_lines import markdown_lines
from diplotui.tui.widgets.row_list import Row
from diplotui.tui.widgets.statement_lines import NOTE_GLYPHS
from diplotui.words import instant_words

DONE = "✓ done"


def subject_words(row: NoteRow) -> str:
    """``on the claim: Norway offered ...``; ``about nothing`` where it is about no record."""
    kind = (row.note.about or "").partition("/")[0]
    if not kind:
        return "about nothing in particular"
    return f"on the {kind}: {one_line(row.title)}" if row.title else f"on a {kind} that is gone"


def _head(row: NoteRow, width: int) -> Line:
    """Kind, time, tags; at the edge whether it is done."""
    note = row.note
    glyph = NOTE_GLYPHS.get(note.kind.value, "✎")
    right: Line = (piece(DONE, "affirms"), Piece(" ")) if note.done else ()
    front: Line = (piece(f" {glyph} {note.kind.value}", "dim" if note.done else "key"),)
    words = f"  {instant_words(note.at)}"
    tags = " ".join(f"#{one_line(tag)}" for tag in note.tags)
    room = width - len(words) - 14 - (len(DONE) + 2 if note.done else 0)
    shown = cut(tags, max(room, 0))
    return at_edge((*front, piece(words, "dim"), piece(f"  {shown}" if shown else "", "bar")), right, width)


def note_lines(row: NoteRow, width: int) -> list[Line]:
    """Three lines of a list: its head, the beginning of the text, what it is about."""
    text = one_line(row.note.text)
    return [
        _head(row, width),
        *indented(text, (Piece("   "),), width - 1, "dim" if row.note.done else "", limit=1),
        (piece(cut(f"   {subject_words(row)}", width - 1), "dim"),),
    ]


def note_list_rows(found: Sequence[NoteRow]) -> list[Row]:
    """The rows of the notes screen."""
    return [
        Row(f"note/{row.note.id}", 4, partial(note_lines, row), row.event, row.statement) for row in found
    ]


def open_questions(found: Sequence[NoteRow]) -> list[NoteRow]:
    """The notes of the kind question that are not done."""
    return [row for row in found if row.note.kind is NoteKind.QUESTION and not row.note.done]


def reading_lines(row: NoteRow, width: int) -> list[Line]:
    """A whole note: its head, what it is about, the text as Markdown."""
    subject = [(piece(line, "dim"),) for line in wrap(subject_words(row), width)]
    return [_head(row, width), *subject, BLANK, *markdown_lines(row.note.text, width)]


class NoteReader(LineView):
    """The whole note under the list's cursor."""

    def __init__(self) -> None:
        super().__init__(id="reader")
        self.row: NoteRow | None = None

    def show(self, row: NoteRow | None) -> None:
        """Show another note from its beginning; the same one stays where it was scrolled."""
        if (row and row.note.id) != (self.row and self.row.note.id):
            self.top = 0
        self.row = row
        self.layout_lines()

    def layout_lines(self) -> None:
        """Set the note for the present width."""
        self.set_lines(reading_lines(self.row, self.content_width) if self.row else ())
