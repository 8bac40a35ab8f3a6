"""The person's own editor: which one it is, what comes back, and what is said where it does not work."""

import sys
from pathlib import Path

import pytest

from diplotui.errors import InputError
from diplotui.tui.editor import edit, editor_command


def script(tmp_path: Path, code: str) -> list[str]:
    """An editor that runs ``code`` with the file as ``path``."""
    where = tmp_path / "editor.py"
    where.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{code}\n")
    return [sys.executable, str(where)]


def test_visual_goes_before_editor_and_is_an_argument_list() -> None:
    assert editor_command({"EDITOR": "nano"}) == ["nano"]
    assert editor_command({"VISUAL": "code --wait 'my file'", "EDITOR": "nano"}) == [
        "code", "--wait", "my file"]  # fmt: skip


@pytest.mark.parametrize("environment", [{}, {"EDITOR": " "}, {"EDITOR": "it's broken"}])
def test_no_editor_is_one_clear_line(environment: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"EDITOR"):
        editor_command(environment)


def test_what_the_editor_leaves_comes_back_cleaned(tmp_path: Path) -> None:
    command = script(tmp_path, "path.write_text(path.read_text() + ' and \\x1b[31mmore\\n')")
    assert edit("words", command) == "words and more"


@pytest.mark.parametrize("code", ["path.write_text('')", "pass", "path.write_text('words\\n')"])
def test_empty_or_untouched_is_unchanged(tmp_path: Path, code: str) -> None:
    assert edit("words", script(tmp_path, code)) is None


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("sys.exit(3)", "ended with 3"),
        ("path.write_bytes(b'\\xff\\xfe')", "no UTF-8"),
        ("path.unlink()", "cannot be read"),
        ("path.write_text('x' * 1_000_001)", "longer than"),
    ],
)
def test_an_editor_that_fails_leaves_the_text(tmp_path: Path, code: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        edit("words", script(tmp_path, code))


def test_an_editor_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="no-such-editor could not be started"):
        edit("words", ["no-such-editor"])


def test_the_file_is_the_persons_alone(tmp_path: Path) -> None:
    code = "path.write_text(oct(path.parent.stat().st_mode & 0o777))"
    assert edit("words", script(tmp_path, code)) == "0o700"
