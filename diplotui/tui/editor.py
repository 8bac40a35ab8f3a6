"""The person's own editor for a longer text: which one, and what it leaves."""

import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from diplotui.errors import InputError
from diplotui.text import clean_text

if TYPE_CHECKING:
    from textual.app import App

NO_EDITOR = "no editor is set; set $VISUAL or $EDITOR (as in EDITOR=nano) and start again"
LARGEST = 1_000_000
"""Bytes that are read back at most."""


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """The editor as an argument list, from ``$VISUAL``, else ``$EDITOR``. Raises InputError for none."""
    for name in ("VISUAL", "EDITOR"):
        words = environment.get(name, "").strip()
        if words:
            try:
                return shlex.split(words)
            except ValueError as error:
                raise InputError(f"${name} cannot be read: {error}") from None
    raise InputError(NO_EDITOR)


def edit(text: str, command: list[str]) -> str | None:
    """Let the person edit ``text`` in a file of their own; what the editor leaves, None where unchanged.

    An empty file counts as unchanged. Raises InputError, and the text is as it was, where the editor cannot
    be started, ends with an error, or leaves what is no text.
    """
    with tempfile.TemporaryDirectory(prefix="diplotui-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*command, str(path)], check=False)
        except OSError as error:
            raise InputError(f"{command[0]} could not be started: {error.strerror}") from None
        if done.returncode != 0:
            raise InputError(f"{command[0]} ended with {done.returncode}; the text is as it was")
        try:
            with path.open("rb") as file:
                left = file.read(LARGEST + 1)
        except OSError as error:
            raise InputError(f"what {command[0]} left cannot be read: {error.strerror}") from None
    if len(left) > LARGEST:
        raise InputError(f"what {command[0]} left is longer than {LARGEST:,} bytes; the text is as it was")
    try:
        new = clean_text(left.decode("utf-8-sig")).text.strip()
    except UnicodeDecodeError:
        raise InputError(f"what {command[0]} left is no UTF-8 text; the text is as it was") from None
    return new if new and new != text.strip() else None


def edit_outside(app: "App[object]", text: str, environment: Mapping[str, str]) -> str | None:
    """Leave the terminal to the editor and come back with what it left, None where unchanged.

    Raises InputError for anything that keeps it from working.
    """
    from textual.app import SuspendNotSupported

    command = editor_command(environment)
    try:
        with app.suspend():
            return edit(text, command)
    except SuspendNotSupported:
        raise InputError("this terminal cannot be left to an editor") from None
