"""What the form for notes is made of: the list of notes, the choices of kind and likelihood, the field."""

from collections.abc import Sequence

from textual import events
from textual.widgets import TextArea

from diplotui.model import LIKELIHOODS, Likelihood, Note, NoteKind
from diplotui.text import for_screen, one_line
from diplotui.tui.lines import Line, Piece, cells, cut, piece
from diplotui.tui.widgets.line_view import LineView
from diplotui.tui.widgets.statement_lines import NOTE_GLYPHS
from diplotui.words import instant_words

KINDS = tuple(NoteKind)
NEW = "+ a new note"
MOST_LINES = 5
"""Lines of the list that are in sight at once."""


class NoteList(LineView):
    """The notes on a record, and a first line for a new one."""

    def __init__(self, notes: Sequence[Note]) -> None:
        super().__init__(id="notes")
        self.notes = tuple(notes)
        self.index = 0

    def show(self, notes: Sequence[Note]) -> None:
        """Add notes to those that are listed."""
        known = {note.id for note in self.notes}
        self.notes += tuple(note for note in notes if note.id not in known)
        self.display = bool(self.notes)
        self.styles.height = min(len(self.notes) + 1, MOST_LINES)
        self.layout_lines()

    def layout_lines(self) -> None:
        """One line a note."""
        lines: list[Line] = [(piece(f" {NEW}", "dim"),)]
        for note in self.notes:
            front = f" {NOTE_GLYPHS.get(note.kind.value, '✎')} {instant_words(note.at)} "
            text = cut(one_line(note.text), self.content_width - len(front) - 1)
            lines.append((piece(front, "dim"), piece(text)))
        self.set_lines(lines)

    def is_marked(self, index: int) -> bool:
        """The note in the field."""
        return index == self.index

    def choose(self, index: int) -> Note | None:
        """Mark a line; gives its note, None for the line of a new one."""
        self.index = max(0, min(index, len(self.notes)))
        self.bring_into_view(self.index, self.index)
        self.refresh()
        return self.notes[self.index - 1] if self.index else None

    def place_of(self, note: Note) -> int:
        """The line of a note; 0 where it is not listed."""
        return next((place for place, one in enumerate(self.notes, 1) if one.id == note.id), 0)


class NoteField(TextArea):
    """The field; what is pasted or loaded into it is cleaned like any text from outside."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = for_screen(event.text)


class KindChoice(LineView):
    """Note, question or judgement."""

    def __init__(self) -> None:
        super().__init__(id="kind")
        self.kind = NoteKind.NOTE

    def layout_lines(self) -> None:
        """All kinds in a line, the chosen one marked."""
        line: list[Piece] = []
        for kind in KINDS:
            roles = ("badge",) if kind is self.kind else ("dim",)
            line += [piece(f" {NOTE_GLYPHS[kind.value]} {kind.value} ", *roles), Piece(" ")]
        self.set_lines([(*line, piece(" f3", "key"))])

    def choose(self, kind: NoteKind) -> None:
        """Choose a kind."""
        self.kind = kind
        self.layout_lines()

    def on_click(self, event: events.Click) -> None:
        """The next kind."""
        self.choose(KINDS[(KINDS.index(self.kind) + 1) % len(KINDS)])


class LikelihoodChoice(LineView):
    """The words for how likely something is, the one put into the text last marked."""

    def __init__(self) -> None:
        super().__init__(id="likelihood")
        self.chosen: Likelihood | None = None

    def layout_lines(self) -> None:
        """The words in one line or two, and the band of the marked one."""
        lines: list[list[Piece]] = [[]]
        for one in LIKELIHOODS:
            marked = one is self.chosen
            word = f" {one.word} {one.low}–{one.high} % " if marked else f" {one.word} "
            if lines[-1] and cells(tuple(lines[-1])) + len(word) > self.content_width - 4:
                lines.append([])
            lines[-1].append(piece(word, "badge" if marked else "dim"))
        lines[-1].append(piece(" f7", "key"))
        self.set_lines([tuple(line) for line in lines])

    def choose_next(self) -> Likelihood:
        """Mark the next word, after the last the first; gives it."""
        place = LIKELIHOODS.index(self.chosen) + 1 if self.chosen else 4
        self.chosen = LIKELIHOODS[place % len(LIKELIHOODS)]
        self.layout_lines()
        return self.chosen
