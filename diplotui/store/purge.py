"""Making the ledger truly forget a document or an actor, its journal included.

Everything else in the ledger is only ever marked as thrown out; this is the one exception, for a source who
must not be found. Copies and backups made before are not touched.
"""

import json
import sqlite3
from typing import Any

from diplotui.errors import NotFound
from diplotui.store.erasing import Key, detach_notes, erase_trace, leave_gone, trace_of
from diplotui.store.gather import as_list
from diplotui.store.sources import forget_entries
from diplotui.store.tables import locate

_GUARDS = ("journal_no_update", "journal_no_delete")
"""Triggers that keep the journal as it is; set aside for the moment of forgetting."""

_OF_A_DOCUMENT = (
    ("statement", "SELECT id FROM statement WHERE document = ?"),
    ("quote", "SELECT id FROM quote WHERE document = ?"),
    ("date_mention", "SELECT id FROM date_mention WHERE document = ?"),
    ("event_passage", "SELECT event || '/' || ordinal FROM event_passage WHERE document = ?"),
    (
        "stance",
        "SELECT a.statement || '/' || a.claim FROM stance AS a JOIN statement AS s ON s.id = a.statement"
        " WHERE s.document = ?",
    ),
)
"""What goes with a document, by table."""

_NAMING_AN_ACTOR = (
    ("statement", "speaker"),
    ("document", "publisher"),
    ("quote", "words_of"),
    ("quote", "relays"),
    ("actor", "of"),
    ("actor", "vouched_by"),
    ("actor", "same_as"),
)
"""Columns that name an actor."""


def purge(connection: sqlite3.Connection, reference: str) -> tuple[str, ...]:
    """Forget a document with all that was read out of it alone, or an actor; returns what is gone.

    ``reference``: ``document/ID`` or ``actor/ID``. Events and claims that nothing else supports go too, and
    so do people and unnamed groups that nobody else names; notes on them are kept, about nothing. The
    caller holds a write transaction and calls ``scrub`` after it. Raises NotFound.
    """
    table, row = locate(connection, reference)
    guards = [
        connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
        for name in _GUARDS
    ]
    for name in _GUARDS:
        connection.execute(f"DROP TRIGGER {name}")
    erased: set[Key] = set()
    if table.name == "document":
        trace = trace_of(connection, row["id"])
        gone = _forget_document(connection, row["id"], trace.voices)
        erased = erase_trace(connection, trace)
    elif table.name == "actor":
        gone = _forget_actor(connection, row["id"])
    else:
        raise NotFound(f"only a document or an actor can be purged, not {reference}")
    detach_notes(connection, {*gone, *erased})
    leave_gone(connection, gone)
    for sql in guards:
        connection.execute(sql)
    return tuple(f"{name}/{key}" for name, key in gone)


def scrub(connection: sqlite3.Connection) -> None:
    """Overwrite what deleted rows left in the file: index, free pages, write-ahead log."""
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _forget_document(connection: sqlite3.Connection, document: str, once_heard: frozenset[str]) -> list[Key]:
    """Delete a document with what rests on it alone; ``once_heard``: who spoke in earlier readings of it."""
    gone: list[Key] = [("document", document)]
    for name, query in _OF_A_DOCUMENT:
        gone += [(name, key) for key in _ids(connection, query, document)]
    statements = as_list(key for name, key in gone if name == "statement")
    claims = _ids(
        connection, "SELECT claim FROM stance WHERE statement IN (SELECT value FROM json_each(?))", statements
    )
    events = _ids(connection, "SELECT event FROM event_passage WHERE document = ?", document)
    events |= _ids(
        connection,
        "SELECT event FROM claim WHERE id IN (SELECT value FROM json_each(?1))"
        " UNION SELECT event FROM statement WHERE event IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(?2))",
        as_list(claims),
        statements,
    )
    voices = _ids(
        connection,
        "SELECT speaker FROM statement WHERE document = ?1 AND speaker IS NOT NULL"
        " UNION SELECT j.value FROM statement AS s, json_each(s.chain) AS j WHERE s.document = ?1"
        " UNION SELECT words_of FROM quote WHERE document = ?1 AND words_of IS NOT NULL"
        " UNION SELECT relays FROM quote WHERE document = ?1 AND relays IS NOT NULL",
        document,
    )
    forget_entries(connection, document)
    connection.execute("DELETE FROM document WHERE id = ?", (document,))
    for claim in sorted(claims):
        if not _any(connection, "SELECT 1 FROM stance WHERE claim = ?", claim):
            connection.execute("DELETE FROM claim WHERE id = ?", (claim,))
            gone.append(("claim", claim))
    for event in sorted(events):
        if not _any(
            connection,
            "SELECT 1 FROM claim WHERE event = ?1 UNION SELECT 1 FROM event_passage WHERE event = ?1"
            " UNION SELECT 1 FROM statement WHERE event = ?1",
            event,
        ):
            connection.execute("DELETE FROM event WHERE id = ?", (event,))
            gone.append(("event", event))
    for actor in sorted(voices | once_heard):
        if not _named_elsewhere(connection, actor):
            connection.execute("DELETE FROM actor WHERE id = ?", (actor,))
            gone.append(("actor", actor))
    return gone


def _named_elsewhere(connection: sqlite3.Connection, actor: str) -> bool:
    """Whether an actor is to be kept: no person or unnamed group, or named by something that stays."""
    if not _any(connection, "SELECT 1 FROM actor WHERE id = ? AND kind IN ('person', 'anonymous')", actor):
        return True
    if any(
        _any(connection, f"SELECT 1 FROM {name} WHERE {column} = ?", actor)
        for name, column in _NAMING_AN_ACTOR
    ):
        return True
    return _any(connection, "SELECT 1 FROM statement WHERE instr(chain, ?)", json.dumps(actor))


def _forget_actor(connection: sqlite3.Connection, actor: str) -> list[Key]:
    """Take an actor out of every row that names it, and out of the journal's lines on those rows."""
    for name, column in _NAMING_AN_ACTOR:
        connection.execute(f"UPDATE {name} SET {column} = NULL WHERE {column} = ?", (actor,))
    quoted = json.dumps(actor, ensure_ascii=False)
    for row in connection.execute(
        "SELECT id, chain FROM statement WHERE instr(chain, ?)", (quoted,)
    ).fetchall():
        connection.execute(
            "UPDATE statement SET chain = ? WHERE id = ?",
            (json.dumps(_without(json.loads(row[1]), actor)), row[0]),
        )
    connection.execute("DELETE FROM actor WHERE id = ?", (actor,))
    tables = as_list({name for name, _ in _NAMING_AN_ACTOR})
    for line in connection.execute(
        "SELECT seq, row FROM journal WHERE tbl IN (SELECT value FROM json_each(?)) AND instr(row, ?)",
        (tables, quoted),
    ).fetchall():
        row = {name: _without(value, actor) for name, value in json.loads(line["row"]).items()}
        connection.execute(
            "UPDATE journal SET row = ? WHERE seq = ?", (json.dumps(row, ensure_ascii=False), line["seq"])
        )
    return [("actor", actor)]


def _without(value: Any, actor: str) -> Any:
    """A column's value with the actor taken out."""
    if isinstance(value, list):
        return [item for item in value if item != actor]
    return None if value == actor else value


def _ids(connection: sqlite3.Connection, query: str, *values: str) -> set[str]:
    return {one for (one,) in connection.execute(query, values).fetchall()}


def _any(connection: sqlite3.Connection, query: str, value: str) -> bool:
    return connection.execute(query, (value,)).fetchone() is not None
