"""Rounds in a process beside a dashboard: orders in, news out, and an end with whoever began it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diplotui.fetching.process import FetchNews, FetchProcess
from diplotui.fetching.reports import Outcome
from diplotui.store import open_store
from tests.sources.server import Server, answer
from tests.sources.test_fetching import DENIAL, FEED, item, path, rss, watch

__all__ = ["path"]


class Heard:
    """What a process told."""

    def __init__(self) -> None:
        self.news: list[FetchNews] = []
        self._changed = threading.Condition()

    def __call__(self, news: FetchNews) -> None:
        with self._changed:
            self.news.append(news)
            self._changed.notify_all()

    def wait(self, true: Callable[[FetchNews], object], seconds: float = 40.0) -> FetchNews:
        """The first news for which ``true`` holds."""
        with self._changed:
            assert self._changed.wait_for(lambda: any(map(true, self.news)), seconds), self.news
            return next(one for one in self.news if true(one))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def process(path: Path, heard: Heard) -> Iterator[FetchProcess]:
    open_store(path).close()
    made = FetchProcess(path, heard)
    yield made
    made.close()


def test_what_is_due_is_asked_at_once_and_told(
    path: Path, server: Server, process: FetchProcess, heard: Heard
) -> None:
    server.routes["/"] = answer(FEED)
    with open_store(path) as store:
        watch(store, server.url())
    process.start()
    done = heard.wait(lambda one: one.done).done
    assert done is not None and (done.name, done.outcome, done.new) == ("Wire", Outcome.FETCHED, 2)
    rest = heard.wait(lambda one: one.resting)
    assert rest.asked == 1 and rest.due is not None
    working = [one.working for one in heard.news if one.working]
    assert working[0].total == 1 and working[-1].done == 1
    with open_store(path) as store:
        assert store.info().documents == 2


def test_an_order_is_carried_out_at_once_and_a_stop_is_heard(
    path: Path, server: Server, process: FetchProcess, heard: Heard
) -> None:
    server.routes["/"] = answer(
        rss(*(item(str(n), f"Denial {n}", f"{DENIAL} {n} times.") for n in range(150)))
    )
    process.start()
    heard.wait(lambda one: one.resting)
    with open_store(path) as store:
        source = watch(store, server.url())
    process.ask(only=[source.id])
    heard.wait(lambda one: one.working and one.working.entries_done >= 1)
    process.stop()
    done = heard.wait(lambda one: one.done).done
    assert done is not None and 0 < done.new < 150 and done.new + done.waiting == 150
    asked = len(server.asked)
    time.sleep(1.0)
    assert len(server.asked) == asked, "a stopped round is not begun again by itself"


def test_a_ledger_that_is_gone_is_said(path: Path, process: FetchProcess, heard: Heard) -> None:
    path.unlink()
    process.start()
    assert str(path) in (heard.wait(lambda one: one.trouble).trouble or "")


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_it_ends_with_a_dashboard_that_was_killed(path: Path, server: Server) -> None:
    with open_store(path) as store:
        server.routes["/"] = answer(FEED)
        watch(store, server.url())
    dashboard = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from pathlib import Path; from diplotui.fetching.process import FetchProcess;"
            "made = FetchProcess(Path(sys.argv[1]), lambda news: None); made.start();"
            "print(made._process.pid, flush=True); time.sleep(60)",
            str(path),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert dashboard.stdout is not None
    child = int(dashboard.stdout.readline())
    dashboard.send_signal(signal.SIGKILL)
    dashboard.wait()
    dashboard.stdout.close()
    deadline = time.monotonic() + 30
    while _alive(child) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(child)


def _alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_two_processes_ask_a_source_once(
    path: Path, server: Server, process: FetchProcess, heard: Heard
) -> None:
    server.routes["/"] = answer(FEED)
    with open_store(path) as store:
        watch(store, server.url())
    other_heard = Heard()
    other = FetchProcess(path, other_heard)
    try:
        process.start()
        other.start()
        heard.wait(lambda one: one.resting)
        other_heard.wait(lambda one: one.resting)
        assert len(server.asked) == 1
    finally:
        other.close()
