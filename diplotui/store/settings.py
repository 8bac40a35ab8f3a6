"""Small things that a ledger remembers for whoever looks at it; not journaled."""

import sqlite3

LONGEST = 20_000
"""Characters of a value that are kept; a longer one is not."""


def value(connection: sqlite3.Connection, name: str) -> str | None:
    """What is kept under this name; None where nothing is."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def keep(connection: sqlite3.Connection, name: str, text: str) -> None:
    """Keep ``text`` under this name, in place of what was there."""
    connection.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, text),
    )
