"""Rounds on schedule in a process of their own, so that whoever shows a screen never waits for a feed.

The two speak in lines of JSON over pipes: orders go in, what happens comes back. The process ends when its
input ends, and so never outlives the dashboard that started it, however that one ended.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from diplotui.errors import DiplotuiError
from diplotui.fetching.reports import Outcome, Working

LONGEST_REST = 60.0
"""Seconds after which the process looks again for sources that were added meanwhile."""
AFTER_STOP = 600.0
"""Seconds that a stopped round is left alone, unless somebody asks."""
AFTER_TROUBLE = 10.0
BETWEEN_STEPS = 0.15
"""Seconds between two lines that say how far a source is."""
END_SECONDS = 3.0
"""Seconds that a process is given to end by itself."""

_CHILD = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from diplotui.fetching.process import serve
serve(sys.argv[2])
"""


@dataclass(frozen=True, slots=True)
class SourceDone:
    """What became of one source in a round."""

    source: str
    """Its id."""
    name: str
    outcome: Outcome
    new: int = 0
    changed: int = 0
    waiting: int = 0
    left_out: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class FetchNews:
    """One thing that happened: a step of the round, a source done, the round's end, or trouble."""

    working: Working | None = None
    done: SourceDone | None = None
    resting: bool = False
    """The round is over; the next begins on schedule."""
    asked: int = 0
    """With ``resting``: sources asked in the round."""
    due: str | None = None
    """With ``resting``: the instant at which the next source is due; None: none will be."""
    trouble: str | None = None


class FetchProcess:
    """The process, seen from a dashboard; ``hear`` is called in a thread of its own."""

    def __init__(self, ledger: Path, hear: Callable[[FetchNews], None]) -> None:
        self._ledger = ledger
        self._hear = hear
        self._process: subprocess.Popen[bytes] | None = None
        self._closing = False

    def start(self) -> None:
        """Begin; rounds come on schedule. Raises DiplotuiError where no process can be made."""
        if self._process is not None and self._process.poll() is None:
            return
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _CHILD, json.dumps(sys.path), str(self._ledger)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise DiplotuiError(f"sources cannot be fetched beside the dashboard: {error}") from None
        threading.Thread(
            target=self._listen, args=(self._process,), name="diplotui-fetching", daemon=True
        ).start()

    def ask(self, *, only: Collection[str] | None = None, everything: bool = False) -> None:
        """Begin a round now: what is due, ``everything`` that is not paused, or ``only`` these ids."""
        self._order({"order": "ask", "only": sorted(only) if only is not None else None, "all": everything})

    def stop(self) -> None:
        """Leave off as soon as the present entry is read."""
        self._order({"order": "stop"})

    def close(self) -> None:
        """End the process: what was begun is finished where that is quick."""
        self._closing = True
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            process.stdin and process.stdin.close()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()  # the next round finds what is in the ledger; see the tests that kill it
            process.wait()

    def _order(self, order: dict[str, Any]) -> None:
        self.start()
        process = self._process
        assert process is not None and process.stdin is not None
        with suppress(OSError):
            process.stdin.write(json.dumps(order).encode() + b"\n")
            process.stdin.flush()

    def _listen(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                if not self._closing:
                    self._hear(news_of(json.loads(line)))
        if not self._closing and process.wait() != 0:
            self._hear(FetchNews(trouble="fetching has ended unexpectedly; r begins it anew"))


def news_of(values: dict[str, Any]) -> FetchNews:
    """News back from JSON."""
    working, done = values.pop("working"), values.pop("done")
    return FetchNews(
        working=Working(**working) if working else None,
        done=SourceDone(**(done | {"outcome": Outcome(done["outcome"])})) if done else None,
        **values,
    )


class _Orders:
    """What the dashboard asks for, read in a thread."""

    def __init__(self) -> None:
        self.closed = False
        self.stopped = False
        self._changed = threading.Condition()
        self._asked = False
        self._everything = False
        self._only: set[str] = set()
        threading.Thread(target=self._read, name="orders", daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            order = json.loads(line)
            with self._changed:
                if order["order"] == "stop":
                    self.stopped = True
                else:
                    self._asked, self.stopped = True, False
                    self._everything = self._everything or order["all"]
                    self._only |= set(order["only"] or ())
                self._changed.notify()
        with self._changed:
            self.closed = self.stopped = True
            self._changed.notify()

    def take(self) -> tuple[bool, set[str] | None]:
        """What to ask next: everything, only these, or (False, None) what is due."""
        with self._changed:
            everything, only = self._everything, self._only or None
            self._asked, self._everything, self._only, self.stopped = False, False, set(), self.closed
            return everything, None if everything else only

    def rest(self, seconds: float) -> None:
        """Wait until there is an order, or for so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._asked or self.closed, seconds)


def serve(ledger: str) -> None:
    """Run rounds until the input ends; the process's side."""
    from diplotui import clock
    from diplotui.fetching.rounds import BUSY_SECONDS, fetch_round, next_due
    from diplotui.store import open_store

    with suppress(OSError, AttributeError):
        os.nice(10)  # whoever reads the screen goes first
    out = sys.stdout
    sys.stdout = sys.stderr
    orders = _Orders()
    said = 0.0

    def tell(news: FetchNews) -> None:
        out.write(json.dumps(asdict(news)) + "\n")
        out.flush()

    def progress(working: Working) -> None:
        nonlocal said
        if working.source is None or time.monotonic() - said > BETWEEN_STEPS:
            said = time.monotonic()
            tell(FetchNews(working=working))

    while not orders.closed:
        try:
            with open_store(Path(ledger), create=False) as store:
                everything, only = orders.take()
                reports = fetch_round(
                    store,
                    everything=everything or only is not None,
                    only=only,
                    report=lambda one: tell(
                        FetchNews(
                            done=SourceDone(
                                one.source.id, one.source.name, one.outcome, one.new, one.changed,
                                one.waiting, one.left_out, one.error,
                            )
                        )
                    ),
                    progress=progress,
                    stopping=lambda: orders.stopped,
                )  # fmt: skip
                due = next_due(store)
            rest = LONGEST_REST if due is None else (due - clock.now()).total_seconds()
            least = BUSY_SECONDS if any(one.outcome is Outcome.BUSY for one in reports) else 0.5
            rest = AFTER_STOP if orders.stopped else min(max(rest, least), LONGEST_REST)
            tell(FetchNews(resting=True, asked=len(reports), due=clock.instant_text(due) if due else None))
        except DiplotuiError as error:
            rest = AFTER_TROUBLE
            tell(FetchNews(trouble=str(error)))
        except BrokenPipeError:
            return
        orders.rest(rest)


__all__ = ["FetchNews", "FetchProcess", "SourceDone", "news_of", "serve"]
