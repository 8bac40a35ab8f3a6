"""Every command of the dashboard, once: what it is called, its keys, what it does, and where it holds.

Bindings, the page of keys, the palette, the hints at the bottom, ``diplotui keys`` and the table of the
README are all read from here. The rows stand in ``commands_main`` and ``commands_screens``.
"""

from typing import TYPE_CHECKING

from diplotui.tui.command import Command
from diplotui.tui.commands_main import MAIN_COMMANDS
from diplotui.tui.commands_screens import SCOPES, SCREEN_COMMANDS

if TYPE_CHECKING:
    from textual.binding import BindingType

COMMANDS: tuple[Command, ...] = (*MAIN_COMMANDS, *SCREEN_COMMANDS)
GROUPS: tuple[str, ...] = tuple(dict.fromkeys(command.group for command in COMMANDS))
"""Headings of the page of keys, in the order of the rows."""


def bindings_for(scope: str) -> "list[BindingType]":
    """The bindings of one pane, screen or form, or of the whole main screen (``everywhere``)."""
    return [command.binding() for command in COMMANDS if scope in command.scopes]


def scopes_of(scope: str) -> tuple[str, ...]:
    """The scope and those that hold beside it."""
    return (scope, *SCOPES.get(scope, ()))


def commands_for(scope: str) -> list[Command]:
    """What can be done in this pane or screen: its own commands and those that hold beside it."""
    held = set(scopes_of(scope))
    return [command for command in COMMANDS if held & set(command.scopes)]
