"""Taking back a stretch of the journal: the rows it touched become again what they were before it."""

import json
import sqlite3

from diplotui.errors import ConflictError
from diplotui.store import actions
from diplotui.store.tables import TABLES


def take_back(connection: sqlite3.Connection, first: int, last: int, *, what: str = "undone") -> None:
    """Write back what these journal lines changed, inside the caller's transaction.

    Raises ConflictError, and the transaction must then be rolled back, where somebody touched the same rows
    later or built on them; what was undone and redone in between does not count. ``what``: the word for it.
    """
    lines = connection.execute(
        "SELECT seq, tbl, key, op, row FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq DESC",
        (first, last),
    ).fetchall()
    touched = {(line["tbl"], line["key"]) for line in lines}
    for table, key in touched:
        _require_untouched(connection, table, key, last, what)
    newest = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for line in lines:
        _take_back(connection, line, what)
    others = connection.execute("SELECT tbl, key FROM journal WHERE seq > ?", (newest,)).fetchall()
    for table, key in others:
        if (table, key) not in touched:
            raise ConflictError(f"not {what}: {table}/{key}, which is newer, builds on it")


def _require_untouched(connection: sqlite3.Connection, table: str, key: str, last: int, what: str) -> None:
    """Raise ConflictError where a row is not as the line ``last`` left it, or somebody wrote it since."""
    later = connection.execute(
        "SELECT seq FROM journal WHERE tbl = ? AND key = ? AND seq > ?", (table, key, last)
    ).fetchall()
    foreign = any(not actions.gone_over(connection, seq) for (seq,) in later)
    if foreign or (later and _state(connection, table, key, last) != _state(connection, table, key, None)):
        raise ConflictError(f"not {what}: {table}/{key} was changed again since")


def _state(connection: sqlite3.Connection, table: str, key: str, until: int | None) -> object:
    """A row's content as the journal had it after a line; None where the row was gone."""
    line = connection.execute(
        "SELECT op, row FROM journal WHERE tbl = ?1 AND key = ?2 AND (?3 IS NULL OR seq <= ?3)"
        " ORDER BY seq DESC LIMIT 1",
        (table, key, until),
    ).fetchone()
    return None if line is None or line["op"] == "delete" else json.loads(line["row"])


def _take_back(connection: sqlite3.Connection, line: sqlite3.Row, what: str) -> None:
    """Undo one journal line."""
    table = TABLES[line["tbl"]]
    row = json.loads(line["row"])
    if line["op"] == "insert":
        table.delete(connection, table.key_of(row))
        return
    if line["op"] == "delete":
        if "text" not in row and table.name == "document":
            raise ConflictError(f"not {what}: the text of document {line['key']} is no longer in the ledger")
        table.insert(connection, values_of(row))
        return
    before = connection.execute(
        "SELECT row FROM journal WHERE tbl = ? AND key = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
        (line["tbl"], line["key"], line["seq"]),
    ).fetchone()
    if before is None:
        raise ConflictError(f"not {what}: the journal no longer says what {line['tbl']}/{line['key']} was")
    table.update(connection, values_of(json.loads(before["row"])))


def values_of(row: dict[str, object]) -> dict[str, object]:
    """A journaled row as columns: its lists are JSON text again."""
    return {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if isinstance(value, list)
        else value
        for name, value in row.items()
    }
