"""What a command of the dashboard is, in which scopes one can hold, and how keys are written."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding

EVERYWHERE = "everywhere"
"""The scope of commands that hold on the whole main screen."""
TOPICS, TIMELINE, STATEMENT, DENIALS = "topics", "timeline", "statement", "denials"
"""The four panes."""
PANES = (TOPICS, TIMELINE, STATEMENT, DENIALS)
ROWS = "rows"
"""The list of rows inside a screen or a choice."""
LIST = "list"
"""Any list over the whole screen."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``keys`` as Textual writes them, with commas between; the first is the one shown."""

    id: str
    """Also the id of its binding, by which a key can be set anew."""
    keys: str
    name: str
    help: str
    action: str
    """Name of the action on the widget or screen that owns the scope; ``calls`` for a screen of its own."""
    group: str
    """Heading on the page of keys."""
    hint: str = ""
    """Word for the line at the bottom; empty: not shown there."""
    scopes: tuple[str, ...] = (EVERYWHERE,)
    """Panes and screens in which it holds; ``everywhere``: on the main screen, in whichever pane."""
    priority: bool = False
    """Whether its keys go before those of the field that has the focus: for forms."""

    def binding(self) -> "Binding":
        """The binding that brings it to its keys."""
        from textual.binding import Binding

        return Binding(
            self.keys,
            self.action,
            self.name,
            show=False,
            id=self.id,
            tooltip=self.help,
            priority=self.priority,
        )


def calls(function: str) -> str:
    """The action that loads a module of ``diplotui.tui.screens`` and calls a function of it.

    ``function`` is ``module.function``; it takes the main screen, and most often pushes a screen.
    """
    return f"app.call('{function}')"


def changes(function: str) -> str:
    """The same for what changes the ledger as it stands: refused, in a line, while one looks at the past."""
    return f"app.call_now('{function}')"


_KEY_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "slash": "/",
    "at": "@",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
    "backslash": "\\",
}


def key_name(key: str) -> str:
    """A key as people write it: ``left_square_bracket`` is ``[``, ``exclamation_mark`` is ``!``."""
    if key in _KEY_NAMES or len(key) == 1:
        return _KEY_NAMES.get(key, key)
    try:
        character = unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return key
    return character if character.isprintable() and not character.isspace() else key
