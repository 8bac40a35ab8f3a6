"""Following the ledger: a cursor into the journal, the changes beyond it, and waiting for more."""

import json
import sqlite3

from diplotui.errors import NotFound
from diplotui.model import Change


def newest(connection: sqlite3.Connection) -> int:
    """Number of the newest journal line; 0 in an empty ledger."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def cursor_text(seq: int) -> str:
    """A position in the journal, as callers keep it; to them it is opaque."""
    return f"j{seq}"


def cursor_seq(cursor: str | None) -> int:
    """The position a cursor stands for; None stands before the first line. Raises NotFound."""
    if cursor is None:
        return 0
    if not cursor.startswith("j") or not cursor[1:].isascii() or not cursor[1:].isdigit():
        raise NotFound(f"{cursor!r} is no cursor of this ledger")
    return int(cursor[1:])


def changes(connection: sqlite3.Connection, cursor: str | None, limit: int) -> tuple[tuple[Change, ...], str]:
    """The journal lines beyond a cursor, oldest first, and the cursor after them.

    A cursor from beyond the end (of a ledger since restored from a backup) goes on from the end.
    """
    after = min(cursor_seq(cursor), newest(connection))
    found = connection.execute(
        "SELECT seq, at, tbl, key, op, row FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit)
    ).fetchall()
    lines = tuple(
        Change(cursor_text(row["seq"]), row["at"], row["tbl"], row["key"], row["op"], json.loads(row["row"]))
        for row in found
    )
    return lines, lines[-1].cursor if lines else cursor_text(after)


def data_version(connection: sqlite3.Connection) -> int:
    """A number that moves when another connection has committed; not for this one's own commits."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
