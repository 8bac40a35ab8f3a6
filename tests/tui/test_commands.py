"""The table of commands: each exists once, holds somewhere, and no key means two things at once."""

import importlib
import inspect
import pkgutil

import diplotui.tui.screens
import diplotui.tui.widgets
from diplotui.tui.app import DashboardApp
from diplotui.tui.command import EVERYWHERE, PANES, ROWS
from diplotui.tui.commands import COMMANDS, SCOPES, commands_for
from diplotui.tui.screens.main import MainScreen
from diplotui.tui.widgets.denials import Denials
from diplotui.tui.widgets.row_list import RowList
from diplotui.tui.widgets.statement import Statement
from diplotui.tui.widgets.timeline import Timeline
from diplotui.tui.widgets.topics import Topics


def owners() -> dict[str, set[type]]:
    """The classes that answer the commands of each scope."""
    found: dict[str, set[type]] = {EVERYWHERE: {MainScreen}, ROWS: {RowList}}
    found |= {name: {pane} for name, pane in zip(PANES, (Topics, Timeline, Statement, Denials), strict=True)}
    for package in (diplotui.tui.screens, diplotui.tui.widgets):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                if "SCOPE" in vars(one):
                    found.setdefault(one.SCOPE, set()).add(one)
    return found


def test_every_command_has_its_own_id_and_says_what_it_does() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(set(ids)) == len(ids)
    assert all(command.name and command.help and command.group and command.keys for command in COMMANDS)


def test_no_key_means_two_things_in_one_place() -> None:
    for scope in SCOPES:
        meant: dict[str, str] = {}
        for command in commands_for(scope):
            for key in command.keys.split(","):
                assert meant.setdefault(key, command.id) == command.id, (scope, key)


def test_every_scope_has_somebody_who_answers_its_commands() -> None:
    found = owners()
    for command in COMMANDS:
        for scope in command.scopes:
            assert scope in SCOPES or scope == EVERYWHERE, (command.id, scope)
            name = command.action.partition("(")[0]
            for owner in found[scope]:
                target = DashboardApp if name.startswith("app.") else owner
                assert hasattr(target, f"action_{name.removeprefix('app.')}"), (command.id, owner)


def test_every_screen_names_a_scope_of_the_table() -> None:
    assert set(owners()) <= {*SCOPES, EVERYWHERE}


def test_a_command_with_a_screen_of_its_own_finds_its_function() -> None:
    for command in COMMANDS:
        if command.action.startswith(("app.call(", "app.call_now(")):
            module, _, name = command.action.split("'")[1].partition(".")
            function = getattr(importlib.import_module(f"diplotui.tui.screens.{module}"), name)
            assert len(inspect.signature(function).parameters) == 1, command.id
