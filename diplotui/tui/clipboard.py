"""Copying: through the terminal (OSC 52), and where one is at hand through the system's own program.

A terminal never says whether it took what it was sent, so the words about it do not claim that it did.
"""

import shutil
import subprocess
from collections.abc import Callable, Mapping

Which = Callable[[str], str | None]

SENT = "sent to the terminal's clipboard"
"""What is true of OSC 52 at most."""
PATIENCE = 2.0
"""Seconds that a clipboard program may take."""


def clipboard_program(
    environment: Mapping[str, str], platform: str, which: Which = shutil.which
) -> list[str] | None:
    """The program that puts its input on the clipboard of this machine's screen; None where there is none."""
    if platform == "darwin" and "SSH_CONNECTION" not in environment:
        candidates: tuple[tuple[str, ...], ...] = (("pbcopy",),)
    elif environment.get("WAYLAND_DISPLAY"):
        candidates = (("wl-copy",),)
    elif environment.get("DISPLAY"):
        candidates = (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))
    else:
        candidates = ()
    for name, *arguments in candidates:
        found = which(name)
        if found is not None:
            return [found, *arguments]
    return None


def copy_by_program(text: str, command: list[str]) -> bool:
    """Hand ``text`` to a clipboard program; whether it took it."""
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def copied_words(by_program: bool) -> str:
    """What happened, in words that are true."""
    return "copied" if by_program else SENT
