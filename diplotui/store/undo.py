"""Taking back the last action: the rows it touched become again what the journal says they were before."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from diplotui.errors import ConflictError
from diplotui.store.tables import TABLES


@dataclass(frozen=True, slots=True)
class Action:
    """One writing call of a store: its journal lines, both ends included, and what to say when undone."""

    first: int
    last: int
    sentence: str


Stretch = tuple[int, int]
"""First and last number of a stretch of the journal, both included."""


def undo(connection: sqlite3.Connection, action: Action, annulled: Sequence[Stretch]) -> None:
    """Write back what an action changed, inside the caller's transaction.

    ``annulled``: stretches of later actions that were undone, and of their undoing: they do not count.
    Raises ConflictError, and the transaction must then be rolled back, where a later action touched the
    same rows or builds on them.
    """
    lines = connection.execute(
        "SELECT seq, tbl, key, op, row FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq DESC",
        (action.first, action.last),
    ).fetchall()
    touched = {(line["tbl"], line["key"]) for line in lines}
    for table, key in touched:
        later = connection.execute(
            "SELECT seq FROM journal WHERE tbl = ? AND key = ? AND seq > ?", (table, key, action.last)
        ).fetchall()
        if any(not any(first <= seq <= last for first, last in annulled) for (seq,) in later):
            raise ConflictError(f"not undone: {table}/{key} was changed again since")
    newest = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for line in lines:
        _take_back(connection, line)
    others = connection.execute("SELECT tbl, key FROM journal WHERE seq > ?", (newest,)).fetchall()
    for table, key in others:
        if (table, key) not in touched:
            raise ConflictError(f"not undone: {table}/{key}, which is newer, builds on it")


def _take_back(connection: sqlite3.Connection, line: sqlite3.Row) -> None:
    """Undo one journal line."""
    table = TABLES[line["tbl"]]
    row = json.loads(line["row"])
    if line["op"] == "insert":
        table.delete(connection, table.key_of(row))
        return
    if line["op"] == "delete":
        before = row
        if "text" not in before and table.name == "document":
            raise ConflictError(f"not undone: the text of document {line['key']} is no longer in the ledger")
        table.insert(connection, _values(before))
        return
    before = json.loads(
        connection.execute(
            "SELECT row FROM journal WHERE tbl = ? AND key = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
            (line["tbl"], line["key"], line["seq"]),
        ).fetchone()["row"]
    )
    table.update(connection, _values(before))


def _values(row: dict[str, object]) -> dict[str, object]:
    """A journaled row as columns: its lists are JSON text again."""
    return {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if isinstance(value, list)
        else value
        for name, value in row.items()
    }
