"""Fetching as figures: ``python -m tests.benchmarks.sources [round] [memory] [keys]``.

``round``: 200 sources on 200 loopback addresses, 20 of them silent and 10 dead; how long one round takes
beside the slowest deadline, whether the good ones are complete, how many requests one host saw at once.
``memory``: growth of the process over every fault and every hostile feed of the tests, and whether anything
else was asked. ``keys``: key to paint in a dashboard on a terminal, with a round going on beside it and with
none, taken in turns. Addresses beyond 127.0.0.1 need Linux.
"""

import asyncio
import fcntl
import os
import pty
import resource
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from diplotui import clock
from diplotui.fetching.rounds import Outcome, Pace, fetch_round
from diplotui.ids import record_id
from diplotui.model.sources import Source
from diplotui.store import Store, open_store
from tests.sources.server import Asked, Server, answer
from tests.sources.test_fetching import DENIAL, item, rss

SOURCES, SILENT, DEAD = 200, 20, 10
DEADLINE = 10.0
"""Seconds for a whole fetch in the round that is measured."""
KEYS = 60
LONG_FEED = 150
"""Entries of each feed that is read while keys are pressed."""


def watch(store: Store, url: str, name: str) -> None:
    """Watch a loopback address."""
    now = clock.instant_text(clock.now())
    store.sources.add([Source(record_id("f", url), url, name, now, allow_private=True)])


def round_of_many(folder: Path) -> None:
    """Print what one round over 200 sources took."""
    addresses = [f"127.0.{number // 200}.{number % 200 + 2}" for number in range(SOURCES)]
    silent = set(addresses[:SILENT])

    async def route(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if asked.host in silent:
            await asyncio.sleep(10 * DEADLINE)
        writer.write(answer(rss(item(asked.host, f"Nothing at {asked.host}", f"{DENIAL} At {asked.host}."))))

    with Server(addresses[:-DEAD]) as server, open_store(folder / "round.db") as store:
        server.routes["/"] = route
        for number, address in enumerate(addresses):
            watch(store, server.url("/", address), f"source {number:03}")
        began = time.perf_counter()
        reports = fetch_round(store, pace=Pace(total=DEADLINE))
        took = time.perf_counter() - began
        outcomes = [report.outcome for report in reports]
        print(
            f"round: {len(reports)} sources, {SILENT} silent, {DEAD} dead: {took:.1f} s,"
            f" deadline {DEADLINE:g} s;"
            f" {outcomes.count(Outcome.FETCHED)} fetched, {outcomes.count(Outcome.FAILED)} failed;"
            f" {store.info().documents} documents; at most {max(server.busiest.values())} request to a host"
        )


def memory(folder: Path) -> None:
    """Print how the process grew over all hostile cases, one round each and all at once."""
    from tests.sources.test_feeds import BROKEN, NO_FEEDS
    from tests.sources.test_http import FAULTS

    bodies = [body for body, _ in NO_FEEDS] + list(BROKEN)
    with Server() as server, open_store(folder / "memory.db") as store:
        server.routes |= {f"/fault/{number}": route for number, (_, route, _) in enumerate(FAULTS)}
        server.routes |= {f"/body/{number}": answer(body) for number, body in enumerate(bodies)}
        server.routes["/many"] = answer(rss(*(item(str(n), f"Item {n}", "Words.") for n in range(20_000))))
        watch(store, server.url("/good"), "good")
        server.routes["/good"] = answer(rss(item("1", "Denied", DENIAL)))
        fetch_round(store, pace=Pace(gap=0.0, total=3.0))
        for name in server.routes:
            watch(store, server.url(name), name)
        before = _resident()
        reports = fetch_round(store, everything=True, pace=Pace(gap=0.0, total=3.0))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        good = next(one for one in reports if one.source.name == "good")
        strange = set(server.paths()) - set(server.routes) - {"/hop", "/loop", "/nothing"}
        print(
            f"memory: {len(reports)} sources, {len(FAULTS)} faults, {len(bodies)} bodies: resident"
            f" {before:.0f} MB before, {_resident():.0f} MB after, peak {peak:.0f} MB"
            f" (growth {peak - before:.0f} MB); the good one {good.outcome.value};"
            f" asked beside: {sorted(strange) or 'nothing'}"
        )


def _resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1_048_576


@contextmanager
def terminal(ledger: Path) -> Iterator[tuple[int, int]]:
    """The dashboard on a terminal of its own: its process and the terminal."""
    child, master = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        os.execv(sys.executable, [sys.executable, "-m", "diplotui", "--db", str(ledger)])
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    try:
        yield child, master
    finally:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
        os.close(master)


def _read_until_quiet(master: int, quiet: float, most: float) -> None:
    end = time.perf_counter() + most
    while time.perf_counter() < end and select.select([master], [], [], quiet)[0]:
        os.read(master, 65_536)


def _press(master: int, keys: int) -> list[float]:
    """Milliseconds from each key to the first bytes that answer it."""
    times = []
    for number in range(keys):
        _read_until_quiet(master, 0.05, 0.4)
        began = time.perf_counter()
        os.write(master, b"j" if number % 40 < 20 else b"k")
        if select.select([master], [], [], 2.0)[0]:
            os.read(master, 65_536)
            times.append((time.perf_counter() - began) * 1000)
    return times


def keys(folder: Path) -> None:
    """Print key to paint without and with a round beside it, twice in turns."""
    from diplotui.ingest import ensure_topics
    from diplotui.sample import ingest_sample, sample_texts

    found: dict[str, list[float]] = {"alone": [], "fetching": []}
    with Server([f"127.0.0.{number}" for number in range(2, 14)]) as server:
        for turn in range(2):
            for name in ("alone", "fetching"):
                ledger = folder / f"keys-{name}-{turn}.db"
                with open_store(ledger) as store:
                    ensure_topics(store)
                    ingest_sample(store, sample_texts())
                    for address in server.addresses if name == "fetching" else ():
                        server.routes["/"] = _long_feed
                        watch(store, server.url("/", address), f"feed {address}")
                with terminal(ledger) as (_, master):
                    _read_until_quiet(master, 1.0, 4.0)
                    _wait(lambda name=name: name == "alone" or len(server.asked) > 0)
                    found[name] += _press(master, KEYS)
                with open_store(ledger) as store:
                    documents = store.info().documents
                print(f"  {name}, turn {turn + 1}: {documents} documents in the ledger at the end")
                server.asked.clear()
    for name, times in found.items():
        times.sort()
        late = times[int(len(times) * 0.95)]
        print(f"keys: {name:9} median {statistics.median(times):5.1f} ms, 95th percentile {late:5.1f} ms")


def _long_feed(asked: Asked) -> bytes:
    texts = (f"{DENIAL} He said so at {asked.host}, {number} times." for number in range(LONG_FEED))
    return answer(rss(*(item(f"{asked.host}{n}", f"Denial {n}", text) for n, text in enumerate(texts))))


def _wait(true: Callable[[], bool], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        threading.Event().wait(0.05)


def main() -> None:
    """Run what was asked for, else all."""
    jobs = {"round": round_of_many, "memory": memory, "keys": keys}
    for name in sys.argv[1:] or jobs:
        with tempfile.TemporaryDirectory() as folder:
            jobs[name](Path(folder))


if __name__ == "__main__":
    main()
