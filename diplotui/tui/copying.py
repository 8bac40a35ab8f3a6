"""One way to copy for all screens: to the terminal at once, to the system's program beside the screen."""

import asyncio
import os
import sys
from collections.abc import Callable
from functools import partial

from textual.app import App
from textual.dom import DOMNode

from diplotui.tui.background import start
from diplotui.tui.clipboard import clipboard_program, copied_words, copy_by_program
from diplotui.tui.lines import cut

TOLD_CELLS = 40
"""Cells of what was copied in the line at the bottom."""


def copy_text(owner: DOMNode, text: str, say: Callable[[str], None]) -> None:
    """Copy ``text`` and say what can truly be said of it."""
    app: App[object] = owner.app
    app.copy_to_clipboard(text)
    command = clipboard_program(os.environ, sys.platform)
    if command is None:
        say(f"{copied_words(False)}: {cut(text, TOLD_CELLS)}")
    else:
        start(owner, partial(_by_program, text, command, say), "copy")


async def _by_program(text: str, command: list[str], say: Callable[[str], None]) -> None:
    took = await asyncio.to_thread(copy_by_program, text, command)
    say(f"{copied_words(took)}: {cut(text, TOLD_CELLS)}")
