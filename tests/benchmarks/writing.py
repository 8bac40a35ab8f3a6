"""Writing, side by side: ``python -m tests.benchmarks.writing [--events N] [--turns N]``.

Two comparisons, each the median of turns that alternate in one process, on new files with write-ahead log:

* rows that are there already, unchanged, as a feed polled again brings them: ``Store.file`` against
  ``upsert_all`` of sqlite-utils into tables of the same rows with a full-text index kept by its triggers;
* new rows with their full-text entries, 1,000 a transaction: the store's way (rows first, then their entries
  in one go) against ``executemany`` into a table whose triggers write the entries. Both write the same rows
  and the index as the schema defines it, without journal and derived tables.

Last the whole of ``Store.file`` for new rows (journal, positions, statuses, index), for which there is
no counterpart.
"""

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import sqlite_utils

from diplotui.model import Filing
from diplotui.paths import shipped
from diplotui.store import Store, open_store
from diplotui.store.indexed import INSERT
from tests.benchmarks.fill import A_FILING, cast, fill

A_TRANSACTION = 1_000

Entry = tuple[int, str, str, str, str]
"""Key, title, body, people, tags."""


class Recorder(Store):
    """Keeps the filings that ``fill`` makes, so that they can be filed again."""

    def __init__(self) -> None:
        self.filings: list[Filing] = []

    def file(self, filing: Filing) -> None:  # type: ignore[override]
        self.filings.append(filing)


def filings(events: int) -> list[Filing]:
    """The filings of so many events."""
    recorder = Recorder()
    fill(recorder, events)
    return recorder.filings


def rows_of(made: list[Filing]) -> int:
    """How many rows they hold."""
    return sum(
        len(getattr(one, records))
        for one in made
        for records in ("topics", "actors", "documents", "events", "claims", "statements", "stances")
    )


def took(work: Callable[[], object]) -> float:
    """Seconds of a piece of work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def again_with_utils(path: Path, store_path: Path) -> Callable[[], None]:
    """The same tables filled by sqlite-utils, and the work of upserting all of it once more."""
    database = sqlite_utils.Database(path)
    database.enable_wal()
    source = sqlite_utils.Database(store_path)
    tables = {
        "topic": ("id", ()),
        "actor": ("id", ("name",)),
        "document": ("id", ("title", "text")),
        "event": ("id", ("title",)),
        "claim": ("id", ("text",)),
        "statement": ("id", ("exact",)),
        "stance": (("statement", "claim"), ()),
    }
    content = {name: list(source[name].rows) for name in tables}
    for name, (key, indexed) in tables.items():
        database[name].insert_all(content[name], pk=key)  # type: ignore[union-attr]
        if indexed:
            database[name].enable_fts(indexed, create_triggers=True)  # type: ignore[union-attr]

    def again() -> None:
        for name, (key, _) in tables.items():
            database[name].upsert_all(content[name], pk=key, batch_size=A_TRANSACTION)  # type: ignore[union-attr]

    return again


def entries(number: int) -> list[Entry]:
    """Rows as the index holds them."""
    chance, people = random.Random(2), cast(1)
    return [
        (
            key,
            people.some(chance, 11).capitalize(),
            people.some(chance, 52),
            chance.choice(people.persons).name,
            people.some(chance, 4),
        )
        for key in range(number)
    ]


def empty(path: Path, *, triggers: bool) -> sqlite3.Connection:
    """A table of events and the index of the schema; ``triggers``: these write its entries."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    schema = shipped("schema.sql").read_text(encoding="utf-8")
    made = schema[schema.index("CREATE VIRTUAL TABLE search") :]
    connection.execute(made[: made.index(";")])
    connection.execute("CREATE TABLE row (key INTEGER PRIMARY KEY, title, body, people, tags)")
    if triggers:
        columns = "NEW.key, NEW.title, NEW.body, NEW.people, NEW.tags"
        insert = INSERT.format(table="search").replace("?, ?, ?, ?, ?", columns)
        connection.execute(f"CREATE TRIGGER entry AFTER INSERT ON row BEGIN {insert}; END")
    return connection


def ingest(connection: sqlite3.Connection, rows: list[Entry], *, triggers: bool) -> None:
    """Write all rows, so many a transaction."""
    for start in range(0, len(rows), A_TRANSACTION):
        batch = rows[start : start + A_TRANSACTION]
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO row VALUES (?, ?, ?, ?, ?)", batch)
        if not triggers:
            connection.executemany(INSERT.format(table="search"), batch)
        connection.execute("COMMIT")


def main() -> None:
    """Print rows a second and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=4_000)
    parser.add_argument("--turns", type=int, default=5)
    chosen = parser.parse_args()
    made, rows = filings(chosen.events), entries(chosen.events)
    number = rows_of(made)
    figures: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.db"
        with open_store(ledger) as store:
            new = took(lambda: [store.file(one) for one in made])
            again = again_with_utils(Path(folder) / "utils.db", ledger)
            for turn in range(chosen.turns):
                seconds = took(lambda: [store.file(one) for one in made])
                figures.setdefault("again, store", []).append(number / seconds)
                figures.setdefault("again, sqlite-utils", []).append(number / took(again))
                for name, triggers in (("index, store", False), ("index, triggers", True)):
                    path = Path(folder) / f"{turn}-{triggers}.db"
                    connection = empty(path, triggers=triggers)
                    seconds = took(lambda c=connection, t=triggers: ingest(c, rows, triggers=t))  # type: ignore[misc]
                    figures.setdefault(name, []).append(len(rows) / seconds)
                    connection.close()
    medians = {name: statistics.median(values) for name, values in figures.items()}
    for name, value in medians.items():
        spread = f"[{min(figures[name]):,.0f} to {max(figures[name]):,.0f}]"
        print(f"{name:22}{value:>12,.0f} rows/s  {spread}")
    print(
        f"unchanged rows: {medians['again, store'] / medians['again, sqlite-utils']:.1f} times sqlite-utils"
    )
    print(f"with the index: {medians['index, store'] / medians['index, triggers']:.2f} times triggers")
    print(f"whole filing of new rows, {A_FILING} events at once: {number / new:,.0f} rows/s")


if __name__ == "__main__":
    main()
