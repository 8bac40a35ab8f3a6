"""A program in a pseudo-terminal: the time until words are painted, and from a key to the finished frame."""

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


class Session:
    """A program that runs in a terminal of its own until ``close``.

    The terminal answers what Textual asks of it, so that frames come whole (DEC mode 2026).
    """

    QUIET = 0.04
    """Seconds without output after which a frame is finished."""

    def __init__(self, command: Sequence[str], words: str, *, limit: float = 60.0) -> None:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execvpe(command[0], list(command), environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        self.painted = b""
        end = time.perf_counter() + limit
        while words.encode() not in _SEQUENCES.sub(b"", self.painted):
            if time.perf_counter() > end:
                raise TimeoutError(f"{words!r} was not painted by {' '.join(command)}")
            self._read(0.5)
        self.settle()

    def _read(self, timeout: float) -> float | None:
        """The instant at which output came, None where none did."""
        if not select.select([self.terminal], [], [], timeout)[0]:
            return None
        came = time.perf_counter()
        chunk = os.read(self.terminal, 1 << 20)
        self.painted = (self.painted + chunk)[-400_000:]
        if b"\x1b[?2026$p" in chunk:
            os.write(self.terminal, b"\x1b[?2026;2$y")
        return came

    def settle(self, quiet: float = 0.4) -> None:
        """Wait until the program has painted nothing for ``quiet`` seconds."""
        while self._read(quiet) is not None:
            pass

    def press(self, key: bytes, *, limit: float = 10.0) -> float:
        """Milliseconds from a key to the end of the last frame that it brought; raises TimeoutError."""
        began = time.perf_counter()
        os.write(self.terminal, key)
        last = self._read(limit)
        if last is None:
            raise TimeoutError(f"{key!r} brought nothing")
        while (came := self._read(self.QUIET)) is not None:
            last = came
        return (last - began) * 1000

    def first_answer(self, key: bytes, *, limit: float = 10.0) -> float:
        """Milliseconds from a key to the first output that it brought; raises TimeoutError."""
        began = time.perf_counter()
        os.write(self.terminal, key)
        came = self._read(limit)
        if came is None:
            raise TimeoutError(f"{key!r} brought nothing")
        while self._read(self.QUIET) is not None:
            pass
        return (came - began) * 1000

    def until(self, words: str, *, limit: float = 10.0, again: bool = True) -> float:
        """The instant at which ``words`` had been painted; ``again``: of what is painted from now on."""
        if again:
            self.painted = b""
        end = time.perf_counter() + limit
        came = time.perf_counter()
        while words.encode() not in _SEQUENCES.sub(b"", self.painted):
            if time.perf_counter() > end:
                raise TimeoutError(f"{words!r} was not painted")
            came = self._read(0.5) or came
        return came

    def resident(self) -> float:
        """Resident memory in MB (Linux)."""
        with open(f"/proc/{self.child}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def processor_seconds(self) -> float:
        """Processor time used so far (Linux)."""
        with open(f"/proc/{self.child}/stat") as file:
            words = file.read().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the program."""
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self.terminal)


def python(*words: str) -> list[str]:
    """The command for this interpreter."""
    return [sys.executable, *words]
