"""Topics as their screen lists them, and the events that a change would move."""

from collections.abc import Mapping, Sequence
from functools import partial

from diplotui.model import OTHER_TOPIC, Topic, TopicCount, TopicMove
from diplotui.text import one_line
from diplotui.tui.command import ROWS
from diplotui.tui.commands import bindings_for
from diplotui.tui.lines import Line, Piece, at_edge, cut, piece
from diplotui.tui.widgets.line_view import LineView
from diplotui.tui.widgets.row_list import Row
from diplotui.words import plural

NO_WORDS = "no words: nothing is filed here by itself"
MOST_MOVES = 8
"""Events that are in sight at once; the others are reached by scrolling."""
REST = "what no topic's words fit; always the last"


def topic_lines(topic: Topic, count: TopicCount, marked: bool, width: int) -> list[Line]:
    """Two lines: the name with its counts, the words."""
    parts: list[Piece] = []
    if count.unread:
        parts.append(piece(f"{count.unread} unread  ", "key"))
    if count.contested:
        parts.append(piece(f"✗{count.contested} contested  ", "denies"))
    parts.append(piece(plural(count.events, "event"), "dim"))
    right: Line = (*parts, Piece(" "))
    room = width - sum(len(part.text) for part in right) - 4
    front = piece("▸ " if marked else "  ", "key")
    left: Line = (front, piece(cut(one_line(topic.name), room), "strong"))
    words = REST if topic.id == OTHER_TOPIC else ", ".join(map(one_line, topic.words)) or NO_WORDS
    return [at_edge(left, right, width), (piece(cut(f"    {words}", width - 1), "dim"),)]


def topic_rows(topics: Sequence[Topic], counts: Mapping[str, TopicCount], marked: str | None) -> list[Row]:
    """The rows of the topics screen."""
    return [
        Row(
            f"topic/{topic.id}",
            3,
            partial(
                topic_lines, topic, counts.get(topic.id, TopicCount(topic.id, "", 0, 0)), topic.id == marked
            ),
        )
        for topic in topics
    ]


class MoveList(LineView, can_focus=True):
    """The events that would move, each with where it would go."""

    BINDINGS = bindings_for(ROWS)

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(id="moves")
        self.names = names
        self.moves: Sequence[TopicMove] = ()

    def show(self, moves: Sequence[TopicMove]) -> None:
        """Show these moves."""
        self.moves, self.top = moves, 0
        self.display = bool(moves)
        self.styles.height = min(len(moves), MOST_MOVES)
        self.layout_lines()

    def layout_lines(self) -> None:
        """One line an event: title, and at the edge from where to where."""
        lines: list[Line] = []
        for one in self.moves:
            was, now = (one_line(self.names.get(topic, topic)) for topic in (one.was, one.now))
            right: Line = (piece(f"{cut(was, 16)} → {cut(now, 16)}", "dim"), Piece(" "))
            room = self.content_width - sum(len(part.text) for part in right) - 3
            lines.append(
                at_edge((piece(f" {cut(one_line(one.title), max(8, room))}"),), right, self.content_width)
            )
        self.set_lines(lines)

    def action_down(self) -> None:
        """Scroll."""
        self.scroll_lines(1)

    def action_up(self) -> None:
        """Scroll back."""
        self.scroll_lines(-1)

    def action_page_down(self) -> None:
        """Scroll a screen."""
        self.scroll_lines(self.content_height - 1)

    def action_page_up(self) -> None:
        """Scroll back a screen."""
        self.scroll_lines(1 - self.content_height)

    def action_first(self) -> None:
        """To the first."""
        self.scroll_lines(-len(self.lines))

    def action_last(self) -> None:
        """To the last."""
        self.scroll_lines(self.last_top - self.top)

    def action_open(self) -> None:
        """Nothing is opened from here."""
