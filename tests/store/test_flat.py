"""What a keypress reads does not grow with the ledger: counted in steps of SQLite's machine, not in time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from diplotui.model import TimelineFilter
from diplotui.store import Store, open_store
from diplotui.store.timeline import first_key
from tests.benchmarks.fill import fill

SMALL, LARGE = 400, 2000
GRANULE = 20
"""Steps between two counts."""

MIDDLE = first_key(date(2012, 6, 1))
"""In the midst of the filled years."""

READS: dict[str, Callable[[Store, int], object]] = {
    "topics": lambda store, key: store.topics(),
    "newest window": lambda store, key: store.timeline(TimelineFilter(), limit=20),
    "window around": lambda store, key: store.timeline(TimelineFilter(), around=key, limit=20),
    "window before": lambda store, key: store.timeline(TimelineFilter(topic="drones"), before=key, limit=20),
    "window of a party": lambda store, key: store.timeline(TimelineFilter(party="TR"), after=key, limit=20),
    "oldest window": lambda store, key: store.timeline_oldest(TimelineFilter(), limit=20),
    "an earlier day": lambda store, key: store.timeline(TimelineFilter(as_of=date(2012, 1, 1)), limit=20),
    "an event": lambda store, key: store.event("e77"),
    "a claim then": lambda store, key: store.claim("c77", date(2030, 1, 1)),
    "a statement": lambda store, key: store.statement("s77.0"),
    "an id": lambda store, key: store.resolve("e7"),
    "notes on it": lambda store, key: store.notes("event/e77"),
    "changes": lambda store, key: store.changes(store.cursor()),
    "own dates": lambda store, key: store.timeline_by(TimelineFilter(), "event", 20),
    "candidates": lambda store, key: store.candidates(["rare"], date(2024, 8, 1)),
    "last changed": lambda store, key: store.timeline_by(TimelineFilter(), "changed", 20),
}


@pytest.fixture(scope="module", params=["as filed", "analysed"])
def ledgers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A small and a large ledger; statistics for the query planner must not lead it astray."""
    folder = tmp_path_factory.mktemp("flat")
    for name, events in (("small", SMALL), ("large", LARGE)):
        with open_store(folder / name) as store:
            fill(store, events)
            if request.param == "analysed":
                store._connection.execute("ANALYZE")
    return folder / "small", folder / "large"


@contextmanager
def counted(store: Store) -> Iterator[list[int]]:
    """Counts the steps of a block, a granule at a time."""
    steps = [0]

    def count() -> int:
        steps[0] += GRANULE
        return 0

    store._connection.set_progress_handler(count, GRANULE)
    try:
        yield steps
    finally:
        store._connection.set_progress_handler(None, 0)


@pytest.mark.parametrize("name", READS)
def test_reading_takes_as_many_steps_in_a_large_ledger(ledgers: tuple[Path, Path], name: str) -> None:
    taken = []
    for path in ledgers:
        with open_store(path) as store:
            READS[name](store, MIDDLE)
            with counted(store) as steps:
                READS[name](store, MIDDLE)
            taken.append(steps[0])
    small, large = taken
    assert large <= 1.5 * small + 400, f"{small} steps in {SMALL} events, {large} in {LARGE}"


def test_the_count_finds_a_read_that_grows(ledgers: tuple[Path, Path]) -> None:
    taken = []
    for path in ledgers:
        with open_store(path) as store, counted(store) as steps:
            store.claims()
            taken.append(steps[0])
    assert taken[1] > 4 * taken[0]
