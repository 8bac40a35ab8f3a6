"""What the lists over the whole screen share: a title, a list kept up to date, hints, going from there."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from diplotui.clock import instant_text, now
from diplotui.errors import DiplotuiError
from diplotui.model import Lookback, Note, OpenQuestion
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.command import LIST
from diplotui.tui.commands import bindings_for, commands_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.lookback import lookback_words
from diplotui.tui.messages import LedgerChanged
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.widgets.bars import HintBar
from diplotui.tui.widgets.claim_lines import catch_up_rows, heading_row, note_of, question_key, question_rows
from diplotui.tui.widgets.note_rows import note_list_rows, open_questions
from diplotui.tui.widgets.row_list import Row, RowList
from diplotui.words import instant_words, plural

if TYPE_CHECKING:
    from diplotui.model import CatchUp
    from diplotui.store import Store

Listed = tuple[Sequence[Row], str]
"""The rows and what the title says of them."""


class ListScreen(AnsweringScreen[Row | None]):
    """A list over the whole screen; gives the row to go to."""

    CSS_PATH = "../styles/lists.tcss"
    NAME = ""
    EMPTY = ""
    """What an empty list says, with the ids of commands for their keys; see ``keyed``."""
    SCOPE: ClassVar[str] = LIST
    """The list's own scope of commands."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(LIST)
    UNHINTED: ClassVar[tuple[str, ...]] = ("move.down",)
    """Commands that hold here and are not worth a word at the bottom."""
    AUTO_FOCUS = "RowList"

    def __init__(
        self, lanes: Lanes, watch: "Callable[[Row], None] | None" = None, back: Lookback | None = None
    ) -> None:
        super().__init__()
        self.back = back or Lookback()
        """From where in time the list is read."""
        self.lanes = lanes
        self.list = RowList(id="list")
        self.hints = HintBar(id="hints")
        self._watch = watch

    def compose(self) -> ComposeResult:
        """What stands above the list, the list, the keys."""
        with Vertical(id="listing"):
            yield from self.above()
            yield self.list
        yield self.hints

    def above(self) -> Sequence[Widget]:
        """What stands above the list."""
        return ()

    def on_mount(self) -> None:
        """Read the list."""
        self.entitle("")
        self.hints.show([command for command in commands_for(self.SCOPE) if command.id not in self.UNHINTED])
        self.read_again()

    def entitle(self, words: str) -> None:
        """Write the title."""
        frame = self.query_one("#listing")
        frame.set_class(self.back.past, "-past")
        clock = f"{lookback_words(self.back)} · " if self.back.past else ""
        frame.border_title = Content(one_line(f"{self.NAME}  {clock}{words}".strip()))

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.query_one("#listing").border_subtitle = Content(self.place_words())

    def place_words(self) -> str:
        """Which of the records the cursor is on: ``3 of 12``."""
        count = sum(1 for row in self.list.rows[: self.list.index + 1] if row.key)
        total = sum(1 for row in self.list.rows if row.key)
        return f"{count} of {total}" if total else ""

    @on(LedgerChanged)
    def read_again(self) -> None:
        """Read the list anew; the cursor stays on its record."""
        start(self, self._read, "list", exclusive=True)

    async def _read(self) -> None:
        try:
            rows, words = await self.lanes.reader.run(self.listed)
        except DiplotuiError as error:
            self.hints.say(str(error), failed=True)
        else:
            self.take(rows, words)

    def take(self, rows: Sequence[Row], words: str) -> None:
        """Show what was read."""
        self.entitle(words)
        self.list.show(rows, keyed(self, self.EMPTY))

    def listed(self, store: "Store") -> Listed:
        """Read the rows, in the reader's thread."""
        raise NotImplementedError

    @on(RowList.Opened)
    def _opened(self, message: RowList.Opened) -> None:
        self.open_row(message.row)

    def open_row(self, row: Row) -> None:
        """Go to where a row leads."""
        if row.event is not None:
            self.dismiss(row)

    def action_watch(self) -> None:
        """Watch what is marked."""
        row = self.list.row
        if row is not None and row.watchable() and self._watch is not None:
            self._watch(row)
        else:
            self.hints.say("there is nothing to watch in this row")

    def action_help(self) -> None:
        """All keys on one page."""
        from diplotui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.SCOPE))

    def action_close(self) -> None:
        """Close without going anywhere."""
        self.dismiss(None)


class QuestionsScreen(ListScreen):
    """Open questions, most pressing first."""

    NAME = "Open questions"
    SCOPE = "questions"
    BINDINGS = bindings_for("questions")
    EMPTY = (
        "No question is open: every subject has answered, nothing was turned round, nothing is overdue, and"
        " no note of the kind question waits. On the dashboard {note}, then {note.kind}, writes one."
    )

    def __init__(
        self, lanes: Lanes, watch: Callable[[Row], None], back: Lookback, topic: str | None = None
    ) -> None:
        super().__init__(lanes, watch, back)
        self.topic = topic
        self.questions: dict[str, OpenQuestion] = {}

    def action_note(self) -> None:
        """Write the question under the cursor down as a note of one's own."""
        question = self.questions.get(self.list.row.key) if self.list.row else None
        if self.back.past:
            self.hints.say("the past is only read; esc twice comes back to now", failed=True)
        elif self.list.row is None:
            self.hints.say("there is no question here to write down")
        elif question is None:
            self.hints.say("this is a question of your own already")
        else:
            start(self, partial(self._write_note, note_of(question, instant_text(now()))), "write")

    async def _write_note(self, note: Note) -> None:
        try:
            await self.lanes.writer.run(lambda store: store.add_note(note))
        except DiplotuiError as error:
            self.hints.say(str(error), failed=True)
        else:
            words = "written down as a question of yours; {notes} lists all, {undo} takes it back"
            self.hints.say(keyed(self, words))
            self.read_again()

    def listed(self, store: "Store") -> Listed:
        """Read one's own open questions, and those that the gaps let one ask, of one topic or of all."""
        found = store.at(self.back).questions(topic=self.topic)
        self.questions = {question_key(place, one): one for place, one in enumerate(found)}
        written = {note.id for note in store.at(self.back).notes()}
        own = [row for row in open_questions(store.note_rows()) if row.note.id in written]
        rows = question_rows(found)
        if own:
            gaps = [heading_row(f"From the gaps: {len(found)}"), *rows] if rows else []
            rows = [heading_row(f"Your own, still open: {len(own)}"), *note_list_rows(own), *gaps]
        return rows, plural(len(own) + len(found), "question")


class CatchUpScreen(ListScreen):
    """What changed since the last visit; closing it counts as having seen it."""

    NAME = "Since the last visit"
    SCOPE = "catch-up"
    EMPTY = "Nothing moved since the last visit. What changes will stand here: was, is, and the sentence."

    def __init__(
        self, lanes: Lanes, watch: Callable[[Row], None], seen: Callable[[str], None], back: Lookback
    ) -> None:
        super().__init__(lanes, watch, back)
        self._seen = seen
        self._cursor: str | None = None

    def listed(self, store: "Store") -> Listed:
        """Read what changed."""
        found = store.at(self.back).catch_up(store.last_visit())
        self._cursor = found.cursor
        return catch_up_rows(found), catch_up_words(found)

    def action_close(self) -> None:
        """Close, and count what was listed as seen; a look from the past counts for nothing."""
        if self._cursor is not None and not self.back.past:
            self._seen(self._cursor)
        super().action_close()


def catch_up_words(found: "CatchUp") -> str:
    """``14 Feb 09:12: 3 documents, 2 claims moved, 1 known event updated``."""
    since = instant_words(found.since) if found.since else "the beginning"
    documents = plural(found.documents, "new document")
    known = plural(found.updated, "known event")
    return f"{since} · {documents} · {len(found.moves)} moved · {known} added to"
