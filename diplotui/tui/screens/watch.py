"""The choice of what to watch: the claim, its parties, who spoke; Enter turns it on and off."""

from collections.abc import Callable, Collection, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from diplotui.text import one_line
from diplotui.tui.commands import bindings_for
from diplotui.tui.lines import Line, cut, piece
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.widgets.row_list import Row, RowList

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
        self.list.border_subtitle = Content("enter turns it on and off, esc closes")
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
