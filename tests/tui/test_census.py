"""House rules of the dashboard that a reader of one file cannot see: read from the source itself."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from textual.screen import Screen

import diplotui.tui
from diplotui.tui.commands import COMMANDS
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.screens.panes import PaneScreen

ROOT = Path(diplotui.tui.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))
SPEAKING = {"Static", "Label", "Button", "Option", "notify", "border_title", "border_subtitle"}
"""What Textual would read as markup when it is given a string."""
LONGEST_FILE = 300
LONGEST_FUNCTION = 60


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in SOURCES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_harmless(value: ast.expr) -> bool:
    """A constant of ours, or text that is wrapped so that it is never read as markup."""
    wrapped = isinstance(value, ast.Call) and name_of(value.func) == "Content"
    return wrapped or isinstance(value, ast.Constant)


def may_read_markup(call: ast.Call) -> bool:
    """Whether a call hands Textual something that it could read as markup."""
    unmarked = any(word.arg == "markup" and ast.unparse(word.value) == "False" for word in call.keywords)
    return bool(
        name_of(call.func) in SPEAKING and call.args and not unmarked and not is_harmless(call.args[0])
    )


def test_no_text_is_given_to_textual_as_a_string_that_it_reads_as_markup() -> None:
    found = []
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and may_read_markup(node):
                found.append(f"{path.name}:{node.lineno}")
            if isinstance(node, ast.Assign):
                targets = {name_of(target) for target in node.targets}
                if targets & SPEAKING and not is_harmless(node.value):
                    found.append(f"{path.name}:{node.lineno}")
    assert found == []


def test_nothing_is_made_from_markup() -> None:
    for path, tree in trees():
        names = {name_of(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name)}
        assert not names & {"from_markup", "to_content", "render_str"}, path.name


def sentences() -> Iterator[tuple[str, str]]:
    """Where, and what: every string of the dashboard that is more than one word."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                yield f"{path.name}:{node.lineno}", node.value


def test_sentences_name_commands_that_there_are() -> None:
    known = {command.id for command in COMMANDS}
    named = [(where, key) for where, words in sentences() for key in re.findall(r"\{([a-z.-]+)\}", words)]
    assert len(named) > 20
    assert [(where, key) for where, key in named if key not in known] == []


def test_sentences_name_no_key_that_the_settings_may_have_changed() -> None:
    typed = re.compile(
        r"\b(?:[a-zA-Z]|f\d|esc) (?:takes it|comes back|leaves|closes|shows all|goes to|marks)\b"
        r"|^[A-Z][a-z ]+ (?:f\d|esc)$"
    )
    lines = [(where, words) for where, words in sentences() if "\n" not in words]
    assert [where for where, words in lines if typed.search(words)] == []


def test_files_and_functions_stay_short() -> None:
    for path, tree in trees():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE, path.name
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{path.name}: {node.name}"


def test_work_in_the_background_is_named_and_writing_is_never_cancelled() -> None:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and name_of(node.func) == "run_worker":
                assert path.name == "background.py", f"{path.name}:{node.lineno}"
            if isinstance(node, ast.Call) and name_of(node.func) == "start" and len(node.args) == 3:
                group = node.args[2]
                assert isinstance(group, ast.Constant)
                assert not (group.value in ("write", "seen") and node.keywords), f"{path.name}:{node.lineno}"


def test_every_screen_over_another_is_left_once() -> None:
    for module in pkgutil.iter_modules([str(ROOT / "screens")], "diplotui.tui.screens."):
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(one, Screen) and not issubclass(one, PaneScreen) and one.__module__ == module.name:
                assert issubclass(one, AnsweringScreen), one


def test_style_sheets_name_colours_by_meaning() -> None:
    for path in ROOT.rglob("*.tcss"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if "color:" in line or "background:" in line:
                value = line.split("color:")[-1].split("background:")[-1]
                assert "$" in value or "transparent" in value, f"{path.name}:{number}"
