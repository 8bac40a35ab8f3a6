"""Reading one document on a screen of its own: statements, what was left out, versions, copying."""

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
from diplotui.tui.commands import commands_for
from diplotui.tui.copying import copy_text
from diplotui.tui.keymap import keyed
from diplotui.tui.lines import quoted
from diplotui.tui.messages import LedgerChanged
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.widgets.bars import HintBar
from diplotui.tui.widgets.document import DocumentHead, DocumentPane, head_words
from diplotui.tui.widgets.row_list import Row
from diplotui.tui.widgets.statement_lines import citation
from diplotui.tui.widgets.version_lines import changes

if TYPE_CHECKING:
    from diplotui.tui.screens.main import MainScreen


class DocumentReading(AnsweringScreen[Row | None]):
    """A document over the whole screen, as it is read; gives the statement to go to."""

    CSS_PATH = "../styles/document.tcss"
    AUTO_FOCUS = "DocumentPane"

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
            self.hints.say(
                keyed(self, "{move.right} goes to the next statement; {document.go} then to its event")
            )
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
        self.hints.say(
            keyed(self, "− what went, + what came; {document.changes} or {document.close}: the text again")
        )

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
            words = (
                "{move.right} goes to a statement, {document.sentence} marks a "
                "sentence; {document.copy} then copies it"
            )
            self.hints.say(keyed(self, words))

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
