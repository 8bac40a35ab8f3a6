"""The screen of one document, with what is written from there: notes, new statements, undo, forgetting."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from diplotui.errors import DiplotuiError
from diplotui.model import DocumentView
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.screens.document_reading import DocumentReading
from diplotui.tui.screens.further import PAST_IS_READ_ONLY
from diplotui.tui.widgets.pane import Marked

if TYPE_CHECKING:
    from diplotui.tui.screens.main import MainScreen

MARKED = (
    "{document.more} takes the next sentence in, {document.less} out; {document.end-word-back}"
    " {document.end-word} move the end; {document.new} makes a statement; {document.copy} copies"
)
"""How a marked passage is changed and used; see ``keyed``."""


class DocumentScreen(DocumentReading):
    """A document over the whole screen, read and written on."""

    SCOPE = "document-screen"
    BINDINGS = bindings_for("document-screen")

    def _refused_in_the_past(self) -> bool:
        """Whether the dashboard looks at the past, from which nothing is changed; says so."""
        if self.board.chosen.back.past:
            self.hints.say(keyed(self, PAST_IS_READ_ONLY), failed=True)
        return self.board.chosen.back.past

    def action_note(self) -> None:
        """Write on the present statement, else on the document."""
        if self._refused_in_the_past():
            return
        from diplotui.tui.screens.note import NoteScreen

        view, one = self.view, self.pane.present
        if view is None:
            return
        if one is not None:
            marked = Marked(f"statement/{one.statement.id}", one_line(one.statement.exact), "")
        else:
            title = one_line(view.document.title or view.document.text[:80])
            marked = Marked(f"document/{view.document.id}", title, "")
        board = self.board
        screen = NoteScreen(marked, one.notes if one else (), board.lanes, board.clock, board.drafts)
        self.app.push_screen(screen, self._said)

    def _said(self, words: str | None) -> None:
        if words:
            self.hints.say(words)

    def action_sentence(self, by: int) -> None:
        """Mark the next sentence, or the one before."""
        view = self.view
        if view is None or self.pane.changed is not None:
            return
        if self.pane.sentences:
            self.pane.mark_sentence(by)
        else:
            start(self, partial(self._split, view.document.text, by), "sentences", exclusive=True)

    async def _split(self, text: str, by: int) -> None:
        def spans() -> list[tuple[int, int]]:
            from diplotui.extraction.sentences import split_text

            found, start = [], 0
            for line in text.split("\n"):
                found += [(start + first, start + after) for first, after in split_text(line)]
                start += len(line) + 1
            return found

        self.pane.sentences = await asyncio.to_thread(spans)
        self.pane.mark_sentence(by)
        self.hints.say(keyed(self, MARKED))

    def action_more(self, by: int) -> None:
        """Take a sentence into the mark, or out of it."""
        self.pane.mark_more(by)

    def action_words(self, start_by: int, end_by: int) -> None:
        """Move the mark's beginning or end by a word."""
        self.pane.mark_words(start_by, end_by)

    def action_new_statement(self) -> None:
        """Make a statement of the marked passage."""
        if self._refused_in_the_past():
            return
        from diplotui.tui.screens.new_statement import NewStatementScreen

        view, passage = self.view, self.pane.passage
        if view is None or passage is None:
            self.hints.say(
                keyed(
                    self, "{document.sentence} marks a sentence; {document.new} then makes a statement of it"
                )
            )
            return
        event = self._event_near(view, passage.start)
        if event is None:
            self.hints.say(
                keyed(
                    self, "no statement of this document stands in an event yet; {heard} files what was heard"
                )
            )
            return
        screen = NewStatementScreen(view, passage, event, self.board)
        self.app.push_screen(screen, self._made)

    def _event_near(self, view: DocumentView, start_at: int) -> str | None:
        """The event of the statement nearest to a place of the text, the board's own where there is none."""
        near = [
            (abs(one.statement.start - start_at), event)
            for one, event in zip(view.statements, view.events, strict=True)
            if event is not None
        ]
        row = self.board.timeline.row
        return min(near)[1] if near else (row.id if row else None)

    def _made(self, words: str | None) -> None:
        if words:
            self.pane.clear_mark()
            self.hints.say(words)
            self.read_again()

    def action_undo(self) -> None:
        """Take back what was done last."""
        if self._refused_in_the_past():
            return

        async def undo() -> None:
            try:
                said = await self.lanes.writer.run(lambda store: store.undo())
            except DiplotuiError as error:
                self.hints.say(str(error), failed=True)
            else:
                self.hints.say(said or "nothing to take back")
                self.read_again()

        start(self, undo, "write")

    def action_purge(self) -> None:
        """Forget the document, or who speaks, for good; its id must be typed first."""
        if self._refused_in_the_past():
            return
        from diplotui.tui.screens.purge import PurgeScreen

        view, one = self.view, self.pane.present
        if view is None:
            return
        speaker = one.speaker if one else None
        self.app.push_screen(PurgeScreen(view, speaker, self.lanes), self._purged)

    def _purged(self, words: str | None) -> None:
        if words:
            self.board.hints.say(one_line(words))
            self.dismiss(None)


def show_document(board: "MainScreen") -> None:
    """Open the document of the statement shown, at its passage."""
    view, detail = board.statement.view, board.statement.detail
    if view is not None:
        document, statement = view.statement.document, view.statement.id
    elif detail is not None and detail.event.passages:
        document, statement = detail.event.passages[0].document, None
    else:
        board.hints.say("nothing is marked whose document could be opened")
        return
    board.app.push_screen(DocumentScreen(board, document, statement), board.go_from_list)
