"""Which events a stretch of the journal touches, directly or through claims, actors and documents."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from diplotui.store.gather import as_list, related

_REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "event": (("event", "id"), ("event", "same_as")),
    "event_passage": (("event", "event"),),
    "claim": (("claim", "id"), ("event", "event"), ("claim", "entails"), ("claim", "same_as")),
    "statement": (("statement", "id"), ("event", "event")),
    "stance": (("claim", "claim"),),
    "document": (("document", "replaces"),),
}
"""For each table, the kinds of record whose derived rows depend on it, and the column that names them."""

_VOICE_COLUMNS = ("kind", "name", "of", "iso", "heads", "vouched_by", "same_as", "decision")
"""Columns of an actor on which judgements or the index depend; another alias changes nothing."""

_LINES = 5000
"""Journal lines read at a time."""


def affected_events(connection: sqlite3.Connection, after: int) -> tuple[set[str], int]:
    """Events to derive again because of the journal lines beyond ``after``, and the last such line.

    Events that are gone are among them.
    """
    touched: dict[str, set[str]] = defaultdict(set)
    while lines := connection.execute(
        "SELECT seq, tbl, key, op, row FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", (after, _LINES)
    ).fetchall():
        for seq, table, key, operation, text in lines:
            before = _before(connection, table, key, seq) if operation == "update" else None
            _touch(touched, table, key, operation, json.loads(text), before)
        after = lines[-1][0]
    return _events(connection, touched), after


def events_of(connection: sqlite3.Connection, kind: str, record: str) -> set[str]:
    """Events to derive again because of one record."""
    return _events(connection, defaultdict(set, {kind: {record}}))


def _before(connection: sqlite3.Connection, table: str, key: str, seq: int) -> dict[str, Any] | None:
    """A row as it was before a journal line."""
    row = connection.execute(
        "SELECT row FROM journal WHERE tbl = ? AND key = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
        (table, key, seq),
    ).fetchone()
    return None if row is None else json.loads(row[0])


def _touch(
    touched: dict[str, set[str]],
    table: str,
    key: str,
    operation: str,
    row: dict[str, Any],
    before: dict[str, Any] | None,
) -> None:
    """Note what one journal line touches."""
    if table == "note":
        for version in (row, before or {}):
            kind, _, record = (version.get("about") or "").partition("/")
            touched[kind].add(record)
    elif table == "actor" and operation == "update":
        if before is None or any(row.get(name) != before.get(name) for name in _VOICE_COLUMNS):
            touched["actor"].add(key)
    elif table == "document" and operation == "update":
        touched["document"].add(key)
    for version in (row, before or {}):
        for kind, column in _REFERENCES.get(table, ()):
            if version.get(column) is not None:
                touched[kind].add(version[column])


def _events(connection: sqlite3.Connection, touched: dict[str, set[str]]) -> set[str]:
    """Follow what was touched to the events that show it."""
    statements = touched["statement"] | _spoken_by(connection, touched["actor"])
    statements |= _column(
        connection,
        "SELECT id FROM statement WHERE document IN (SELECT value FROM json_each(?))",
        touched["document"],
    )
    events = touched["event"] | _column(
        connection,
        "SELECT event FROM statement WHERE event IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        statements,
    )
    events |= _column(
        connection,
        "SELECT event FROM event_passage WHERE document IN (SELECT value FROM json_each(?))",
        touched["document"],
    )
    claims = touched["claim"] | _column(
        connection, "SELECT claim FROM stance WHERE statement IN (SELECT value FROM json_each(?))", statements
    )
    # An event's claims can be joined to claims of other events: throwing it out cuts what joins them.
    claims |= _column(
        connection, "SELECT id FROM claim WHERE event IN (SELECT value FROM json_each(?))", touched["event"]
    )
    if claims:
        claims = related(connection, claims)
    for table, column in (("claim", "id"), ("claim_status", "claim")):
        query = f"SELECT event FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"
        events |= _column(connection, query, claims)
    return events


def _spoken_by(connection: sqlite3.Connection, actors: set[str]) -> set[str]:
    """Statements in which one of these actors speaks or relays; reads all statements, which is rare."""
    if not actors:
        return set()
    joined = connection.execute(
        "WITH RECURSIVE voice (id) AS (SELECT value FROM json_each(?)"
        " UNION SELECT a.id FROM actor AS a JOIN voice AS v ON v.id IN (a.same_as, a.vouched_by, a.of))"
        " SELECT id FROM voice",
        (as_list(actors),),
    )
    found: set[str] = set()
    for (actor,) in joined.fetchall():
        spoken = connection.execute(
            "SELECT id FROM statement WHERE speaker = ?1 OR instr(chain, ?2)",
            (actor, json.dumps(actor, ensure_ascii=False)),
        )
        found |= {statement for (statement,) in spoken.fetchall()}
    return found


def _column(connection: sqlite3.Connection, query: str, ids: Iterable[str]) -> set[str]:
    """The first column of a query with one list of ids."""
    wanted = as_list(ids)
    return (
        {value for (value,) in connection.execute(query, (wanted,)).fetchall()} if wanted != "[]" else set()
    )
