"""All keys on one page, read from the table of commands."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen

from diplotui.tui.command import Command
from diplotui.tui.commands import COMMANDS, GROUPS, bindings_for, commands_for
from diplotui.tui.keymap import Keymap, keyed, keymap_of
from diplotui.tui.lines import BLANK, Line, Piece, indented, pad, piece
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.widgets.line_view import LineView

KEY_CELLS = 14
LEGEND: tuple[tuple[str, str, str], ...] = (
    ("✗", "denies", "denies"),
    ("✓", "affirms", "affirms"),
    ("~", "declines, evades", "evades"),
    ("?", "nothing said", "open"),
    ("◌", "asked, no answer", "open"),
    ("⇄", "said the opposite before", "evades"),
    ("·", "not a party to the claim", "dim"),
)
"""What the glyphs mean: glyph, word, role."""


def help_lines(scope: str, width: int, keymap: Keymap) -> list[Line]:
    """The keys by groups; those that hold in ``scope`` are plain, the others dim."""
    here = {command.id for command in commands_for(scope)}
    lines: list[Line] = []
    for group in GROUPS:
        lines.append((piece(group, "day"),))
        for command in COMMANDS:
            if command.group == group:
                lines += _command_lines(command, keymap.names(command), width, here=command.id in here)
        lines.append(BLANK)
    lines.append((piece("Glyphs", "day"),))
    for glyph, word, role in LEGEND:
        lines.append((*pad((piece(f"  {glyph}", role),), KEY_CELLS), piece(word)))
    lines.append(
        (*pad((piece("  fainter", "dim"),), KEY_CELLS), piece("implied, or filed by rule and not accepted"))
    )
    return lines


def _command_lines(command: Command, names: Sequence[str], width: int, *, here: bool) -> list[Line]:
    keys = " ".join(names)
    front = pad((piece(f"  {keys}", "key" if here else "dim"),), KEY_CELLS)
    return indented(
        command.help, (*front, Piece("" if len(keys) < KEY_CELLS - 2 else " ")), width, "" if here else "dim"
    )


class HelpView(LineView, can_focus=True):
    """The page, with the keys that scroll it."""

    SCOPE = "page"
    BINDINGS = bindings_for("page")

    def __init__(self, scope: str) -> None:
        super().__init__(id="help")
        self.scope = scope
        self.border_title = Content("Keys")

    def layout_lines(self) -> None:
        """Set the page for the present width."""
        self.border_subtitle = Content(keyed(self, "{page.close} closes"))
        self.set_lines(help_lines(self.scope, self.content_width, keymap_of(self)))

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

    def action_close(self) -> None:
        """Close the page."""
        self.screen.dismiss()


class HelpScreen(AnsweringScreen[None], ModalScreen[None]):
    """The page of keys over the dimmed dashboard."""

    CSS_PATH = "../styles/modals.tcss"

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def compose(self) -> ComposeResult:
        """The page alone."""
        yield HelpView(self.scope)

    def on_click(self, event: Click) -> None:
        """A click beside the page closes it."""
        if event.widget is self:
            self.dismiss()
