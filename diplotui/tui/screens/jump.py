"""The jump overlay: a letter beside each pane and each row in sight; pressing it goes there."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widgets import Static

from diplotui.tui.commands import bindings_for
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.screens.main import MainScreen
from diplotui.tui.widgets.line_view import Jump, LineView
from diplotui.tui.widgets.pane import Pane

LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Marks for rows, those under the resting fingers first; panes have their numbers."""


def show_jumps(board: MainScreen) -> None:
    """Lay the marks over whatever screen is shown."""
    screen = board.app.screen
    targets: dict[str, Jump] = {}
    letters = iter(LETTERS)
    for view in screen.query(LineView):
        region = view.content_region
        if not view.display or not region.area:
            continue
        if isinstance(view, Pane) and view.NUMBER and view.region.height > 1:
            corner = view.region
            targets[str(view.NUMBER)] = Jump(corner.x + 3, corner.y, partial(_go, board, view))
        for jump in view.jumps():
            letter = next(letters, None)
            if letter is not None:
                targets[letter] = Jump(
                    region.x + jump.x, region.y + jump.y, partial(_go, board, view, jump.go)
                )
    if targets:
        board.app.push_screen(JumpScreen(targets), lambda jump: jump.go() if jump is not None else None)


def _go(board: MainScreen, view: LineView, further: Callable[[], object] | None = None) -> None:
    """Go to a view and on to a place in it; on the main screen one can go back from there."""
    if isinstance(view, Pane) and view.id:
        board.go_to(view.id)
    else:
        view.focus()
    if further is not None:
        further()


class JumpScreen(AnsweringScreen[Jump | None], ModalScreen[Jump | None]):
    """The marks over the dimmed screen; gives the one that was chosen."""

    SCOPE = "jump"
    BINDINGS = bindings_for("jump")
    CSS_PATH = "../styles/modals.tcss"

    def __init__(self, targets: dict[str, Jump]) -> None:
        super().__init__()
        self.targets = targets

    def compose(self) -> ComposeResult:
        """A mark at each place."""
        for letter, jump in self.targets.items():
            mark = Static(Content(letter), classes="mark")
            mark.styles.offset = (jump.x, jump.y)
            yield mark

    def on_key(self, event: Key) -> None:
        """Go where the letter stands; any other key closes."""
        event.stop()
        event.prevent_default()
        self.dismiss(self.targets.get(event.character or ""))

    def on_click(self, event: Click) -> None:
        """Go to the mark that was clicked; beside them all, close."""
        place = (event.screen_x, event.screen_y)
        self.dismiss(next((one for one in self.targets.values() if (one.x, one.y) == place), None))

    def action_close(self) -> None:
        """Close without going anywhere."""
        self.dismiss(None)
