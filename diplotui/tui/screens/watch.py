"""What to watch: the choice for what is marked, and the list of all that is watched."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from diplotui.model import Watch
from diplotui.query import parse_query
from diplotui.text import one_line
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lines import Line, Piece, at_edge, cut, piece
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.screens.listing import Listed, ListScreen
from diplotui.tui.widgets.row_list import Row, RowList
from diplotui.words import instant_words, plural

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen

KIND_WORDS = {"claim": "claim", "party": "party", "actor": "actor"}


def choice_line(reference: str, name: str, watched: bool, width: int) -> Line:
    """``◉ party   RU``."""
    kind = KIND_WORDS.get(reference.partition("/")[0], "")
    front = piece(f" {'◉ watched' if watched else '○        '}  ", "key" if watched else "dim")
    return (front, piece(f"{kind:7}", "dim"), piece(cut(one_line(name), max(4, width - 21))))


class WatchScreen(AnsweringScreen[None], ModalScreen[None]):
    """The choice over the dimmed dashboard."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../styles/modals.tcss", "../styles/lists.tcss"]
    AUTO_FOCUS = "RowList"
    SCOPE = "watch"
    BINDINGS = bindings_for("watch")

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        watched: Collection[str],
        turn: Callable[[str, bool], None],
    ) -> None:
        super().__init__()
        self.choices = dict(choices)
        self.watched = set(watched)
        self.turn = turn
        self.list = RowList(id="watch")

    def compose(self) -> ComposeResult:
        """The choices."""
        self.list.border_title = Content("Watch")
        self.list.border_subtitle = Content(
            keyed(self, "{list.open} turns it on and off, {watch.close} closes")
        )
        yield self.list

    def on_mount(self) -> None:
        """Show the choices."""
        self._show()

    def _show(self) -> None:
        rows = []
        for reference, name in self.choices.items():
            on_now = reference in self.watched

            def lines(
                width: int, reference: str = reference, name: str = name, on_now: bool = on_now
            ) -> list[Line]:
                return [choice_line(reference, name, on_now, width)]

            rows.append(Row(reference, 1, lines))
        self.list.show(rows, "There is nothing to watch here.")

    @on(RowList.Opened)
    def _turned(self, message: RowList.Opened) -> None:
        reference = message.row.key
        turned_on = reference not in self.watched
        (self.watched.add if turned_on else self.watched.discard)(reference)
        self.turn(reference, turned_on)
        self._show()

    def action_close(self) -> None:
        """Close; what was turned on is watched already."""
        self.dismiss(None)


def watch_lines(one: Watch, width: int) -> list[Line]:
    """``◉ claim   Norway offered ...``, and since when."""
    right: Line = (piece(f"since {instant_words(one.at)}", "dim"), Piece(" "))
    left: Line = (piece(" ◉ ", "key"), piece(f"{KIND_WORDS.get(one.kind, ''):7}", "dim"))
    return [at_edge((*left, piece(cut(one_line(one.name), max(4, width - 36)), "strong")), right, width)]


def query_of(one: Watch) -> str:
    """What the timeline is narrowed to by going to a party or a speaker that is watched."""
    name = one_line(one.name).replace('"', " ")
    return f"party:{one.record}" if one.kind == "party" else f'speaker:"{name}"'


class WatchedScreen(ListScreen):
    """All that is watched, the newest first."""

    NAME = "Watched"
    EMPTY = "Nothing is watched. w on an event, a claim or a statement chooses what shall be."
    SCOPE = "watched"
    BINDINGS = bindings_for("watched")
    UNHINTED = ("move.down", "list.watch")

    def __init__(self, board: "MainScreen") -> None:
        super().__init__(board.lanes)
        self.board = board
        self.found: dict[str, Watch] = {}

    def listed(self, store: "Store") -> Listed:
        """Read what is watched."""
        found = tuple(reversed(store.watches()))
        self.found = {one.reference: one for one in found}
        rows = [Row(one.reference, 2, partial(watch_lines, one), one.event) for one in found]
        return rows, plural(len(found), "record")

    def open_row(self, row: Row) -> None:
        """Go to the claim in its event; of a party or a speaker, to all that it said."""
        one = self.found[row.key]
        if one.event is not None:
            self.dismiss(row)
            return
        from diplotui.tui.screens.finding import narrow_to

        self.dismiss(None)
        narrow_to(self.board, parse_query(query_of(one), self.board.clock()))

    def action_watch(self) -> None:
        """Watch it no longer."""
        row = self.list.row
        if row is not None:
            self.board.turn_watch(row.key, False)
            self.hints.say(f"watched no longer: {one_line(self.found[row.key].name)}")


def show_watched(board: "MainScreen") -> None:
    """Show all that is watched."""
    board.app.push_screen(WatchedScreen(board), board.go_from_list)
