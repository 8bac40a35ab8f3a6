"""The screen for reading one document: statements, what was left out, versions, new statements."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from diplotui.errors import DiplotuiError, InputError
from diplotui.model import DocumentView
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for, commands_for
from diplotui.tui.copying import copy_text
from diplotui.tui.lines import quoted
from diplotui.tui.messages import LedgerChanged
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.screens.further import PAST_IS_READ_ONLY
from diplotui.tui.widgets.bars import HintBar
from diplotui.tui.widgets.document import DocumentHead, DocumentPane, head_words
from diplotui.tui.widgets.pane import Marked
from diplotui.tui.widgets.row_list import Row
from diplotui.tui.widgets.statement_lines import citation
from diplotui.tui.widgets.version_lines import changes

if TYPE_CHECKING:
    from diplotui.tui.screens.main import MainScreen


class DocumentScreen(AnsweringScreen[Row | None]):
    """A document over the whole screen; gives the statement to go to."""

    CSS_PATH = "../styles/document.tcss"
    AUTO_FOCUS = "DocumentPane"
    SCOPE = "document-screen"
    BINDINGS = bindings_for("document-screen")

    def __init__(self, board: "MainScreen", document: str, statement: str | None = None) -> None:
        super().__init__()
        self.board = board
        self.lanes = board.lanes
        self.wanted = (document, statement)
        self.head = DocumentHead()
        self.pane = DocumentPane()
        self.hints = HintBar(id="hints")

    def compose(self) -> ComposeResult:
        """The head, the text, the keys."""
        with Vertical(id="paper"):
            yield self.head
            yield self.pane
        yield self.hints

    def on_mount(self) -> None:
        """Read the document."""
        self.hints.show(commands_for("document"))
        self.open(*self.wanted)

    def open(self, document: str, statement: str | None = None) -> None:
        """Show a document, at a statement."""
        self.wanted = (document, statement)
        start(self, partial(self._read, document, statement), "document", exclusive=True)

    @on(LedgerChanged)
    def read_again(self) -> None:
        """Read the document anew; the place is kept."""
        start(self, partial(self._read, self.wanted[0], None), "document", exclusive=True)

    async def _read(self, document: str, statement: str | None) -> None:
        try:
            view = await self.lanes.reader.run(lambda store: store.document_view(document))
        except DiplotuiError as error:
            self.hints.say(str(error), failed=True)
        else:
            self.head.show(head_words(view))
            self.pane.show(view, statement)

    @property
    def view(self) -> DocumentView | None:
        """The document shown."""
        return self.pane.view

    # Leaving.

    def action_go(self) -> None:
        """Go to the present statement in its event."""
        view, one, place = self.view, self.pane.present, self.pane.current
        if view is None or one is None or place is None:
            self.hints.say("l goes to the next statement; enter then to its event")
            return
        event = view.events[place]
        if event is None:
            self.hints.say("this statement stands in no event")
        else:
            self.dismiss(Row(one.statement.id, 1, lambda _: (), event, one.statement.id))

    def action_close(self) -> None:
        """Out of the changes, out of the mark, else close."""
        if self.pane.changed is not None:
            self.pane.show_changes(None)
        elif not self.pane.clear_mark():
            self.dismiss(None)

    def action_help(self) -> None:
        """All keys on one page."""
        from diplotui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("document"))

    # Versions.

    def action_version(self, by: int) -> None:
        """Go to the version before or after."""
        view = self.view
        if view is None:
            return
        other = (view.former.id if view.former else None) if by < 0 else view.later
        if other is None:
            self.hints.say(f"there is no version {'before' if by < 0 else 'after'} this one")
        else:
            self.open(other)

    def action_changes(self) -> None:
        """What changed since the version before, and the text again."""
        view = self.view
        if view is None:
            return
        if self.pane.changed is not None:
            self.pane.show_changes(None)
        elif view.former is None:
            self.hints.say("this document replaces no other version")
        else:
            start(
                self, partial(self._compare, view.former.text, view.document.text), "compare", exclusive=True
            )

    async def _compare(self, old: str, new: str) -> None:
        self.hints.say("comparing the versions …")
        self.pane.show_changes(await asyncio.to_thread(changes, old, new))
        self.hints.say("− what went, + what came; v or esc: the text again")

    # Out of the dashboard.

    def action_copy(self) -> None:
        """Copy the marked passage, else the present statement, with its attribution."""
        view, one = self.view, self.pane.present
        passage = self.pane.passage
        if view is not None and passage is not None:
            document = view.document
            day = document.published.isoformat() if document.published else ""
            source = ", ".join(
                part for part in (one_line(view.publisher or ""), day, one_line(document.url or "")) if part
            )
            copy_text(self, f"{quoted(one_line(passage.exact))} — {source or document.id}", self.hints.say)
        elif one is not None:
            copy_text(self, citation(one), self.hints.say)
        else:
            self.hints.say("l goes to a statement, s marks a sentence; y then copies it")

    def action_open_url(self) -> None:
        """Open the document's address in the browser."""
        url = (self.view.document.url if self.view else None) or ""
        if not url:
            self.hints.say("this document has no address on the web")
            return
        try:
            self.app.open_url(url)
        except InputError as error:
            self.hints.say(str(error), failed=True)
        else:
            self.hints.say(f"handed to the browser: {one_line(url)}")

    # Writing.

    def _refused_in_the_past(self) -> bool:
        """Whether the dashboard looks at the past, from which nothing is changed; says so."""
        if self.board.chosen.back.past:
            self.hints.say(PAST_IS_READ_ONLY, failed=True)
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
        self.hints.say("+ takes the next sentence in, - out; < > move the end; N makes a statement; y copies")

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
            self.hints.say("s marks a sentence; N then makes a statement of it")
            return
        event = self._event_near(view, passage.start)
        if event is None:
            self.hints.say("no statement of this document stands in an event yet; H files what was heard")
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
