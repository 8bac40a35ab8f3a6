"""Keys, start, refresh and memory: ``python -m tests.benchmarks.dashboard SMALL LARGE``.

The ledgers come from ``tests.benchmarks.fill`` (1,000 and 1,000,000 events). Both dashboards run at the same
time in terminals of their own and are pressed in turn, so that they see the same machine: the ratios count.
The ledgers are copied first where the benchmark writes to them.
"""

import argparse
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from diplotui.model import Claim, DateBounds, Document, Event, EventKind, Filing, TimelineFilter
from diplotui.store import Store, open_store
from tests.benchmarks.terminal import Session, python, seconds_until

TURNS = 30
_BURST = """
import sys, time
from diplotui.store import open_store
from tests.benchmarks.fill import fill
began = time.perf_counter()
with open_store(sys.argv[1]) as store:
    fill(store, 20_000, seed=7, first=1_000_000)
print(f"{20_000 / (time.perf_counter() - began):.0f} events a second")
"""
KEYS: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("line down", (b"j",)),
    ("line up", (b"k",)),
    ("page down", (b"\x1b[6~",)),
    ("page up", (b"\x1b[5~",)),
    ("end", (b"G", b"g")),
    ("home", (b"g", b"G")),
    ("filter by topic", (b"j", b"k")),
)
"""Name, and the keys that are pressed one after the other, turn by turn; the first is the one timed.

The filter is pressed in the pane of topics, all else in the timeline.
"""


def dashboard(path: Path) -> Session:
    """The dashboard on a ledger, in a terminal of its own."""
    return Session(python("-m", "diplotui", "--db", str(path)), "1 Topics")


def figures(values: list[float]) -> str:
    """Median and 99th percentile."""
    ranked = sorted(values)
    return f"{statistics.median(ranked):7.1f} /{ranked[int(len(ranked) * 0.99)]:7.1f}"


def keys(small: Session, large: Session) -> None:
    """Key to finished frame in both."""
    print(f"{'key to frame, ms':22}{'small p50 / p99':>18}{'large p50 / p99':>18}   ratio of medians")
    for name, (timed, *back) in KEYS:
        for session in (small, large):
            session.press(b"1" if name.startswith("filter") else b"2")
            session.settle(0.2)
        times: dict[Session, list[float]] = {small: [], large: []}
        for turn in range(TURNS):
            for session in (small, large) if turn % 2 else (large, small):
                times[session].append(session.press(timed))
                for other in back:
                    session.press(other)
                session.settle(0.1)
        medians = [statistics.median(times[one]) for one in (small, large)]
        print(
            f"{name:22}{figures(times[small]):>18}{figures(times[large]):>18}   {medians[1] / medians[0]:.2f}"
        )


def start(small: Path, large: Path) -> None:
    """Start to the first rows, in turn."""
    times: dict[Path, list[float]] = {small: [], large: []}
    words = {path: _newest(path) for path in times}
    for turn in range(8):
        for path in times:
            seconds = seconds_until(python("-m", "diplotui", "--db", str(path)), words[path])
            if turn:
                times[path].append(seconds * 1000)
    medians = [statistics.median(times[one]) for one in (small, large)]
    print(f"start to first rows, ms: {medians[0]:.0f}, {medians[1]:.0f}; ratio {medians[1] / medians[0]:.2f}")


def _newest(path: Path) -> str:
    with open_store(path) as store:
        return store.timeline(TimelineFilter(), limit=1).rows[0].title[:12]


def arrivals(path: Path, session: Session, count: int = 40) -> list[float]:
    """Milliseconds from the end of a commit in this process to its row on the other's screen, at the top."""
    times = []
    with open_store(path) as store:
        session.press(b"g")
        session.press(b"t")
        for number in range(count):
            name = f"Arrival{time.monotonic_ns()}"
            began = _file_one(store, name, number)
            times.append((session.until(name[:18]) - began) * 1000)
            time.sleep(0.05 + 0.007 * (number % 11))
    session.press(b"t")
    return times


def _file_one(store: Store, name: str, number: int) -> float:
    """File one event newer than all; the instant at which it was committed."""
    day = date.today() + timedelta(days=number // 1000)
    text = f"{name} was said."
    store.file(
        Filing(
            documents=(Document(f"d{name}", text, name, published=day),),
            events=(Event(f"e{name}", "drones", name, EventKind.ALLEGED, DateBounds.on(day)),),
            claims=(Claim(f"c{name}", f"e{name}", text),),
        )
    )
    return time.perf_counter()


def idle(session: Session, seconds: float = 10.0) -> float:
    """Share of a core used while nothing happens, in per cent."""
    session.settle(1.0)
    before, began = session.processor_seconds(), time.perf_counter()
    time.sleep(seconds)
    return (session.processor_seconds() - before) / (time.perf_counter() - began) * 100


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    chosen = parser.parse_args()
    start(chosen.small, chosen.large)
    sessions = [
        Session(python("-m", "diplotui", "--db", str(p)), "1 Topics") for p in (chosen.small, chosen.large)
    ]
    try:
        small, large = sessions
        keys(small, large)
        memory = [one.resident() for one in sessions]
        ratio = memory[1] / memory[0]
        print(f"memory after browsing: {memory[0]:.0f} MB, {memory[1]:.0f} MB; ratio {ratio:.2f}")
        print(f"idle: {idle(large):.2f} % of a core")
        _with_copy(chosen.small, _report_arrivals)
        _with_copy(chosen.small, _report_burst)
    finally:
        for one in sessions:
            one.close()


def _report_arrivals(path: Path) -> None:
    session = dashboard(path)
    try:
        session.press(b"G")
        session.press(b"g")
        session.settle()
        key = statistics.median(session.press(b"j") for _ in range(TURNS))
        times = arrivals(path, session)
        keys_long = statistics.median(times) / key
        print(f"commit elsewhere to painted row: {figures(times)} ms; a key to its frame {key:.1f} ms")
        print(f"  that is {keys_long:.1f} keys; {sum(one <= 100 for one in times)} of {len(times)} in 100 ms")
    finally:
        session.close()


def _report_burst(path: Path) -> None:
    """Keys while another process files as fast as it can, and whether all of it is counted at the end."""
    session = dashboard(path)
    try:
        idle_page = statistics.median(_pages(session, 20))
        before = _total(path)
        filler = subprocess.Popen(python("-c", _BURST, str(path)), stdout=subprocess.PIPE, text=True)
        times: list[float] = []
        while filler.poll() is None:
            times += _pages(session, 2)
        rate = (filler.stdout.read() if filler.stdout else "").strip()
        session.press(b"G")
        session.settle(1.0)
        session.painted = b""
        session.press(b"g")
        session.until(f"1 of {_total(path)}", again=False)
        worst = sorted(times)[int(len(times) * 0.99)] / idle_page
        print(f"while {rate} come in: page {figures(times)} ms, 99th percentile {worst:.1f} idle pages")
        print(f"  {_total(path) - before} came in, all counted on the screen")
    finally:
        session.close()


def _pages(session: Session, count: int) -> list[float]:
    """Page down and back, so that there is always a page to go to."""
    return [session.press(key) for _ in range(count) for key in (b"\x1b[6~", b"\x1b[5~")]


def _total(path: Path) -> int:
    with open_store(path) as store:
        return sum(topic.events for topic in store.topics())


def _with_copy(path: Path, do: Callable[[Path], None]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(path) as store:
        copy = Path(folder) / "copy.db"
        store.backup(copy)
        with open_store(copy) as fresh:
            fresh.remember("view", "")  # begin at the newest, not where the last turn ended
        do(copy)


if __name__ == "__main__":
    main()
