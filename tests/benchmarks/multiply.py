"""A large ledger in minutes: ``python -m tests.benchmarks.multiply LEDGER EVENTS [--copies N] [--seed N]``.

Fills a new ledger through the store, then copies all that was filed, with what is derived from it, under
other ids and keys until it holds ``EVENTS``: minutes where filing a million takes most of an hour. What
``diplotui check`` looks at is right in it. Every word stands in as many events as there are copies, or more.

The ledger of a million that the other benchmarks read::

    python -m tests.benchmarks.multiply million.db 1000000

holds 1,000,000 events and about 1,330,000 statements; ``tests.benchmarks.searching`` and
``tests.benchmarks.windows`` take its path as an argument.
"""

import argparse
import time
from pathlib import Path

from diplotui.store import Store, open_store
from tests.benchmarks.fill import fill

COPIES = 50

IDS = {
    "document": ("id",),
    "event": ("id",),
    "claim": ("id", "event"),
    "statement": ("id", "document", "event"),
    "stance": ("statement", "claim"),
    "timeline": ("event",),
    "timeline_party": (),
    "position": ("claim", "statement", "newest_statement"),
    "claim_status": ("claim", "event"),
    "search": (),
}
"""What is copied, in an order that satisfies references, and the columns that hold ids."""

BY_KEY = {"timeline": "key", "timeline_party": "key", "search": "rowid"}
"""Tables with a timeline key; the index is filled fastest in its order."""


def multiply(store: Store, copies: int) -> None:
    """Let a ledger that ``fill`` made hold all its events ``copies`` times; a transaction a copy."""
    connection = store._connection
    numbers = connection.execute("SELECT max(key & 0xFFFFF) FROM timeline").fetchone()[0]
    if (numbers + 1) * copies > 0xFFFFF:
        raise ValueError("too many events a day for so many copies")
    for table in IDS:  # what is copied: the rows that are there now
        name = BY_KEY.get(table, "rowid" if table not in ("position", "claim_status") else "claim")
        connection.execute(f"CREATE TEMP TABLE base_{table} AS SELECT DISTINCT {name} AS place FROM {table}")
        connection.execute(f"CREATE UNIQUE INDEX temp.base_{table}_place ON base_{table} (place)")
    for copy in range(1, copies):
        connection.execute("BEGIN IMMEDIATE")
        for table, ids in IDS.items():
            _copy(store, table, ids, copy, numbers + 1)
        connection.execute(
            "UPDATE setting SET value = (SELECT max(seq) FROM journal) WHERE name = 'derived_seq'"
        )
        connection.execute("COMMIT")


def _copy(store: Store, table: str, ids: tuple[str, ...], copy: int, stride: int) -> None:
    """Insert the first rows of one table again, with their ids and keys changed."""
    key = BY_KEY.get(table, "rowid" if table not in ("position", "claim_status") else "claim")
    found = store._connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    columns = [name for (name,) in found]
    if table == "search":
        columns = ["rowid", "title", "body", "people", "tags"]
    values = []
    for column in columns:
        if column == BY_KEY.get(table):
            values.append(f"t.{column} + {copy * stride}")
        elif column in ids:
            values.append(f"t.\"{column}\" || 'x{copy}'")
        elif column == "changed":
            values.append("(SELECT max(seq) FROM journal)")
        else:
            values.append(f't."{column}"')
    listed = ", ".join(f'"{column}"' for column in columns)
    store._connection.execute(
        f"INSERT INTO {table} ({listed}) SELECT {', '.join(values)} FROM temp.base_{table} AS b"
        f" CROSS JOIN {table} AS t ON t.{key} = b.place ORDER BY b.place"
    )


def main() -> None:
    """Make a ledger from the command line and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("events", type=int)
    parser.add_argument("--copies", type=int, default=COPIES)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    began = time.perf_counter()
    with open_store(chosen.ledger) as store:
        fill(store, chosen.events // chosen.copies, seed=chosen.seed)
        store._connection.execute("PRAGMA synchronous = OFF")  # made anew sooner than waited for
        store._connection.execute("PRAGMA cache_size = -1000000")
        multiply(store, chosen.copies)
        store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    took = time.perf_counter() - began
    print(f"{chosen.events} events in {took:.0f} s, {chosen.ledger.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
