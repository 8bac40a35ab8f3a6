"""The topics: all, then each with its events, what is contested and what is unread; the rest last."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.message import Message

from diplotui.model import TopicCount
from diplotui.model.records import OTHER_TOPIC
from diplotui.text import one_line
from diplotui.tui.command import TOPICS
from diplotui.tui.commands import bindings_for
from diplotui.tui.lines import BLANK, Line, Piece, at_edge, cells, cut, piece
from diplotui.tui.widgets.line_view import Jump
from diplotui.tui.widgets.pane import Pane

ALL_TOPICS = TopicCount("", "All", 0, 0)
"""The first row, which restricts nothing; its counts are the sums of the topics but ``other``."""


def with_all(topics: Sequence[TopicCount]) -> tuple[TopicCount, ...]:
    """The rows of the pane: all, the topics in the ledger's order, ``other`` last."""
    shown = [topic for topic in topics if topic.id != OTHER_TOPIC]
    rest = [topic for topic in topics if topic.id == OTHER_TOPIC and topic.events]
    total = TopicCount(
        ALL_TOPICS.id,
        ALL_TOPICS.name,
        sum(topic.events for topic in shown),
        sum(topic.contested for topic in shown),
        sum(topic.unread for topic in shown),
    )
    return (total, *shown, *rest)


def topic_line(topic: TopicCount, width: int) -> Line:
    """One row: name, contested badge, number of events."""
    badge = f" ✗{topic.contested}" if topic.contested else ""
    right: Line = (piece(badge, "denies"), piece(f"{topic.events:>4}", *_look(topic)), Piece(" "))
    left: Line = (piece(" " + cut(one_line(topic.name), width - cells(right) - 2), *_look(topic)),)
    return at_edge(left, right, width)


def topic_tab(topic: TopicCount) -> Line:
    """One tab of the narrow form: ``Ceasefire 12●3``."""
    name = piece(f" {cut(one_line(topic.name), 18)} {topic.events}", *_look(topic))
    return (name, piece(f"●{topic.contested}" if topic.contested else "", "denies"), Piece(" "))


def _look(topic: TopicCount) -> tuple[str, ...]:
    """Bold while there is something unread in it, as in a mailbox."""
    if topic.id == OTHER_TOPIC:
        return ("dim",)
    return ("strong",) if topic.unread or not topic.id else ()


class Topics(Pane):
    """The pane of topics; one line of tabs where it is only one line high."""

    NUMBER = 1
    NAME = "Topics"
    BINDINGS = bindings_for(TOPICS)

    @dataclass
    class Chosen(Message):
        """Another topic is marked: the timeline shall show it."""

        topic: str | None
        name: str

    @dataclass
    class Opened(Message):
        """Enter on a topic: go to its timeline."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.topics = with_all(())
        self.index = 0
        self._tab_starts: list[int] = []

    @property
    def chosen(self) -> TopicCount:
        """The marked topic."""
        return self.topics[self.index]

    @property
    def as_tabs(self) -> bool:
        """Whether there is room for one line only."""
        return self.content_size.height <= 1

    def show(self, topics: Sequence[TopicCount]) -> None:
        """Show these counts; the same topic stays marked."""
        held = self.chosen.id
        self.topics = with_all(topics)
        self.index = next((place for place, topic in enumerate(self.topics) if topic.id == held), 0)
        self.layout_lines()

    def layout_lines(self) -> None:
        """Rows with a blank line after the first, or one line of tabs."""
        if self.as_tabs:
            self.set_lines([self._tabs()])
            self.top = 0
            return
        first, *rest = [topic_line(topic, self.content_width) for topic in self.topics]
        self.set_lines([first, BLANK, *rest])
        self.bring_into_view(self._line_of(self.index), self._line_of(self.index))

    def _tabs(self) -> Line:
        """The tabs from the one that still leaves the marked one in sight."""
        tabs = [topic_tab(topic) for topic in self.topics]
        widths = [cells(tab) + 1 for tab in tabs]
        first = 0
        while first < self.index and sum(widths[first : self.index + 1]) > self.content_width:
            first += 1
        line: list[Piece] = []
        self._tab_starts = [-1] * first
        for place in range(first, len(tabs)):
            self._tab_starts.append(cells(tuple(line)))
            roles = ("cursor",) if place == self.index else ()
            line.extend(Piece(part.text, part.roles + roles) for part in tabs[place])
            line.append(piece("▏", "dim"))
        return tuple(line)

    @staticmethod
    def _line_of(index: int) -> int:
        return index if index == 0 else index + 1

    def is_marked(self, index: int) -> bool:
        """The chosen topic's row."""
        return not self.as_tabs and index == self._line_of(self.index)

    def choose(self, index: int) -> None:
        """Mark the topic at ``index``, kept within the list, and say so."""
        index = max(0, min(index, len(self.topics) - 1))
        if index == self.index:
            return
        self.index = index
        self.layout_lines()
        self.post_message(self.Chosen(self.chosen.id or None, self.chosen.name))

    def choose_id(self, topic: str | None) -> None:
        """Mark the topic with this id, or all; nothing where there is no such topic."""
        self.choose(next((place for place, row in enumerate(self.topics) if row.id == (topic or "")), 0))

    def take(self, topic: str | None) -> None:
        """Mark a topic (None: all) without saying so: somebody else brings its timeline."""
        self.index = next((place for place, row in enumerate(self.topics) if row.id == (topic or "")), 0)
        self.layout_lines()

    def jumps(self) -> list[Jump]:
        """The topics in sight, or the tabs."""
        if self.as_tabs:
            width = self.content_width
            starts = [(place, x) for place, x in enumerate(self._tab_starts) if 0 <= x < width]
            return [Jump(x, 0, partial(self.choose, place)) for place, x in starts]
        lines = [self._line_of(place) for place in range(len(self.topics))]
        return [Jump(0, line, partial(self.choose, place)) for place, line in self.begin_in_sight(lines)]

    def on_click(self, event: events.Click) -> None:
        """Mark what was clicked."""
        if self.as_tabs:
            starts = [place for place, start in enumerate(self._tab_starts) if 0 <= start <= event.x]
            if starts:
                self.choose(starts[-1])
            return
        line = self.line_at(event)
        if line is not None and line != 1:
            self.choose(line if line == 0 else line - 1)

    def action_down(self) -> None:
        """Mark the next topic."""
        self.choose(self.index + 1)

    def action_up(self) -> None:
        """Mark the topic before."""
        self.choose(self.index - 1)

    action_right = action_down
    action_left = action_up

    def action_page_down(self) -> None:
        """Mark the topic a screen further."""
        self.choose(self.index + self.content_height)

    def action_page_up(self) -> None:
        """Mark the topic a screen before."""
        self.choose(self.index - self.content_height)

    def action_first(self) -> None:
        """Mark all topics."""
        self.choose(0)

    def action_last(self) -> None:
        """Mark the last topic."""
        self.choose(len(self.topics) - 1)

    def action_open(self) -> None:
        """Go to the timeline of the marked topic."""
        self.post_message(self.Opened())
