"""What a terminal shows while a command waits for long work on the ledger, as after an upgrade."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from diplotui.store import progress

SOON = 1.0
"""Seconds of work before anything is said."""

_CLEAR = "\r\x1b[K"


@contextmanager
def told_meanwhile(out: TextIO | None = None, now: Callable[[], float] = time.monotonic) -> Iterator[None]:
    """Say on standard error what work goes on inside: in one line that is renewed and then taken away.

    Where that is no terminal, the line is written once.
    """
    out = sys.stderr if out is None else out
    terminal = out.isatty()
    began: float | None = None
    said = False

    def listen(clause: str) -> None:
        nonlocal began, said
        began = now() if began is None else began
        if now() - began < SOON or (said and not terminal):
            return
        said = True
        print(f"{_CLEAR}diplotui: {clause}" if terminal else f"diplotui: {clause}",
              end="" if terminal else "\n", file=out, flush=True)  # fmt: skip

    with progress.heard_by(listen):
        try:
            yield
        finally:
            if said and terminal:
                print(_CLEAR, end="", file=out, flush=True)
