"""Reads of a small and a large ledger, side by side: ``python -m tests.benchmarks.windows LEDGER...``.

For each ledger the median and the 99th percentile of every read, in milliseconds. What a keypress needs
must not grow with the ledger. Make the ledgers with ``tests.benchmarks.fill``.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from diplotui.model import TimelineFilter
from diplotui.store import Store, open_store

TURNS = 60
WINDOW = 40
ALL = TimelineFilter()


def reads(store: Store) -> dict[str, Callable[[], object]]:
    """The reads of a dashboard, each at a random place every time."""
    chance = random.Random(4)
    newest = store.timeline(ALL, limit=1).rows[0]
    oldest = store.timeline_oldest(ALL, limit=1).rows[-1]

    def key() -> int:
        return chance.randrange(oldest.key, newest.key)

    def somewhere() -> str:
        return store.timeline(ALL, before=key(), limit=1).rows[0].id

    events = [somewhere() for _ in range(TURNS + 1)]
    places = [store.event(one).row.key for one in events]
    return {
        "topics": store.topics,
        "newest window": lambda: store.timeline(ALL, limit=WINDOW),
        "window anywhere": lambda: store.timeline(ALL, around=key(), limit=WINDOW),
        "oldest window": lambda: store.timeline_oldest(ALL, limit=WINDOW),
        "window of a topic": lambda: store.timeline(
            TimelineFilter(topic="drones"), before=key(), limit=WINDOW
        ),
        "window of a rare topic": lambda: store.timeline(TimelineFilter(topic="rare"), limit=WINDOW),
        "window of a party": lambda: store.timeline(TimelineFilter(party="TR"), before=key(), limit=WINDOW),
        "topic and party": lambda: store.timeline(
            TimelineFilter(topic="drones", party="TR"), before=key(), limit=WINDOW
        ),
        "as of a day": lambda: store.timeline(TimelineFilter(as_of=date(2012, 6, 1)), limit=WINDOW),
        "an event": lambda: store.event(chance.choice(events)),
        "place (counts)": lambda: store.timeline_place(ALL, chance.choice(places)),
        "search a common word": lambda: store.search("embassy"),
        "search two words": lambda: store.search("embassy delayed"),
        "search a phrase": lambda: store.search('"visa of district"'),
        "search in a rare topic": lambda: store.search("embassy", topic="rare"),
        "search a rare word": lambda: store.search("district 777"),
        "cursor and changes": lambda: store.changes(store.cursor()),
        "wait without news": lambda: store.wait(0),
    }


def measure(path: Path) -> dict[str, tuple[float, float]]:
    """Median and 99th percentile of every read, in milliseconds."""
    found = {}
    with open_store(path, create=False) as store:
        for name, read in reads(store).items():
            read()
            times = []
            for _ in range(TURNS):
                began = time.perf_counter()
                read()
                times.append((time.perf_counter() - began) * 1000)
            times.sort()
            found[name] = statistics.median(times), times[int(len(times) * 0.99) - 1]
    return found


def main() -> None:
    """Print one line a read, one pair of columns a ledger."""
    paths = [Path(argument) for argument in sys.argv[1:]]
    measured = [measure(path) for path in paths]
    print(f"{'':24}" + "".join(f"{path.stem:>20}" for path in paths))
    for name in measured[0]:
        cells = "".join(f"{one[name][0]:>11.2f} /{one[name][1]:>7.2f}" for one in measured)
        print(f"{name:24}{cells}")


if __name__ == "__main__":
    main()
