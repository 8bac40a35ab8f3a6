"""The timeline narrowed to what a query finds: its keys stand in a temporary table while they hold.

The table is made anew when the ledger, the query or the day one looks from changes. It belongs to the
connection, so nobody else sees it.
"""

import sqlite3
from datetime import date
from itertools import islice

from diplotui.model import TimelineFilter
from diplotui.query import print_query
from diplotui.store.finding import Search
from diplotui.store.journal import newest

MOST = 20_000
"""Events that a narrowed timeline holds at most, the newest that fit."""


def narrow(connection: sqlite3.Connection, chosen: TimelineFilter, today: date) -> None:
    """Put the keys that the query of a filter finds into ``temp.narrowed``; nothing where it has none."""
    query = chosen.query
    if query is None:
        return
    made_for = f"{newest(connection)} {chosen.as_of} {today} {print_query(query)}"
    there = connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'narrowed_for'").fetchone()
    if there and connection.execute("SELECT made_for FROM temp.narrowed_for").fetchone()[0] == made_for:
        return
    found = list(islice(Search(connection, query, today, chosen.as_of, most=MOST).run(), MOST))
    if there:
        connection.execute("DROP TABLE temp.narrowed")
        connection.execute("DROP TABLE temp.narrowed_for")
    connection.execute("CREATE TEMP TABLE narrowed (key INTEGER PRIMARY KEY)")
    connection.executemany("INSERT OR IGNORE INTO narrowed VALUES (?)", [(key,) for key, _ in found])
    connection.execute("CREATE TEMP TABLE narrowed_for AS SELECT ? AS made_for", (made_for,))
