"""The topics screen: add, rename, reorder, merge, delete, other words; each with what it would move."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from diplotui.errors import DiplotuiError
from diplotui.model import OTHER_TOPIC, Topic, TopicCount
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import TAKEN_BACK, keyed
from diplotui.tui.screens.listing import Listed, ListScreen
from diplotui.tui.screens.topic_form import TopicForm
from diplotui.tui.topic_changes import TopicChange, adding, deleting, editing, merging
from diplotui.tui.widgets.row_list import Row
from diplotui.tui.widgets.topic_rows import topic_rows
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen

NOT_OTHER = f"{OTHER_TOPIC} cannot be changed: it is the rest"


class TopicsScreen(ListScreen):
    """Topics in their order, the catch-all last."""

    NAME = "Topics"
    EMPTY = (
        "There is no topic yet. {topics.add} makes one; the first text "
        "that comes in brings the starter topics."
    )
    SCOPE = "topics-screen"
    BINDINGS = bindings_for("topics-screen")
    UNHINTED = ("move.down", "list.watch")

    def __init__(self, board: "MainScreen") -> None:
        super().__init__(board.lanes)
        self.board = board
        self.topics: tuple[Topic, ...] = ()
        self.counts: dict[str, TopicCount] = {}
        self.marked: str | None = None
        """Id of the topic that shall be merged into another."""
        self._read_at: str | None = None

    def listed(self, store: "Store") -> Listed:
        """Read the topics and what they hold."""
        self._read_at = store.cursor()
        self.topics = store.topic_definitions()
        self.counts = {count.id: count for count in store.topics()}
        unread = sum(count.unread for count in self.counts.values())
        return (), f"{plural(len(self.topics), 'topic')} · {unread} unread"

    def take(self, rows: Sequence[Row], words: str) -> None:
        """Show the topics."""
        super().take(topic_rows(self.topics, self.counts, self.marked), words)

    @property
    def topic(self) -> Topic | None:
        """The topic under the cursor."""
        row = self.list.row
        return next((topic for topic in self.topics if row and f"topic/{topic.id}" == row.key), None)

    def own_topic(self) -> Topic | None:
        """The topic under the cursor where it can be changed; says why where it cannot."""
        topic = self.topic
        if topic is not None and topic.id == OTHER_TOPIC:
            self.hints.say(NOT_OTHER)
            return None
        return topic

    def open_row(self, row: Row) -> None:
        """Go to the topic's timeline."""
        if self.topic is not None:
            topic = self.topic.id
            self.dismiss(None)
            self.board.topics.choose_id(topic)
            self.board.go_to("timeline")

    # Changes.

    def action_add(self) -> None:
        """Make a topic."""
        self._form(adding())

    def action_edit(self) -> None:
        """Change name or words of the topic under the cursor."""
        topic = self.own_topic()
        if topic is not None:
            self._form(editing(topic, self._read_at))

    def action_delete(self) -> None:
        """Delete the topic under the cursor, after what would move was shown."""
        topic = self.own_topic()
        if topic is not None:
            self._form(deleting(topic))

    def action_mark(self) -> None:
        """Mark the topic that shall be merged into another, or no longer."""
        topic = self.own_topic()
        if topic is not None:
            self.marked = None if self.marked == topic.id else topic.id
            self.hints.say(
                f"M on another topic merges {one_line(topic.name)} into it"
                if self.marked
                else "marked no longer"
            )
            self.read_again()

    def action_merge(self) -> None:
        """Merge the marked topic into the one under the cursor, after what would move was shown."""
        gone = next((topic for topic in self.topics if topic.id == self.marked), None)
        kept = self.own_topic()
        if gone is None:
            words = (
                "{topics.mark} marks the topic that shall go; {topics.merge} "
                "on another one merges it into that"
            )
            self.hints.say(keyed(self, words))
        elif kept is not None and kept.id == gone.id:
            self.hints.say(
                f"{keyed(self, 'go to another topic: {topics.merge} merges into it')}: {one_line(gone.name)}"
            )
        elif kept is not None:
            self._form(merging(kept, gone))

    def _form(self, change: TopicChange) -> None:
        names = {topic.id: topic.name for topic in self.topics}
        self.app.push_screen(TopicForm(change, self.lanes, names), self._said)

    def _said(self, words: str | None) -> None:
        if words:
            self.marked = None
            self.hints.say(one_line(words))
        self.read_again()

    def action_shift(self, by: int) -> None:
        """Move the topic one place up or down."""
        topic = self.own_topic()
        if topic is None:
            return
        order = [one.id for one in self.topics if one.id != OTHER_TOPIC]
        place = order.index(topic.id) + by
        if 0 <= place < len(order):
            order.remove(topic.id)
            order.insert(place, topic.id)
            start(
                self, partial(self._write, lambda store: store.order_topics(order), "put in order"), "write"
            )

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


def show_topics(board: "MainScreen") -> None:
    """Open the topics screen."""
    board.app.push_screen(TopicsScreen(board))


def mark_visible_read(board: "MainScreen") -> None:
    """Count the events in sight in the timeline as read; undo takes it back."""
    if not board.in_sight("timeline"):
        board.hints.say("the timeline is not in sight; what is not in sight is not marked as read")
        return
    events = [row.id for row in board.timeline.visible_rows()]

    async def write() -> None:
        with board.told():
            count = await board.lanes.writer.run(lambda store: store.mark_read(events))
            board.topics.show(await board.lanes.reader.run(lambda store: store.topics()))
            board.hints.say(
                f"{plural(count, 'event')} in sight marked as read {keyed(board, TAKEN_BACK)}"
                if count
                else "everything in sight was read already"
            )

    start(board, write, "write")
