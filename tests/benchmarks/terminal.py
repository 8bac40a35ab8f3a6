"""A program in a pseudo-terminal, with the time from its start until given words are on the screen."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence

SIZE = (40, 120)
"""Rows and columns."""
_SEQUENCES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]")


def seconds_until(command: Sequence[str], words: str, *, limit: float = 30.0) -> float:
    """Start ``command`` in a terminal of its own and time it until ``words`` have been painted.

    Raises TimeoutError after ``limit`` seconds. Byte code is compiled and cached as a user's would be.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], list(command), environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    painted = b""
    try:
        while time.perf_counter() - started < limit:
            if not select.select([terminal], [], [], 0.5)[0]:
                continue
            painted += os.read(terminal, 65536)
            if words.encode() in _SEQUENCES.sub(b"", painted):
                return time.perf_counter() - started
        raise TimeoutError(f"{words!r} was not painted within {limit} s by {' '.join(command)}")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def python(*words: str) -> list[str]:
    """The command for this interpreter."""
    return [sys.executable, *words]
