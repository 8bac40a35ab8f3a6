"""Taking lines out of the journal, for a document or an actor that is to be forgotten.

What was deleted before still stands there: rows of an earlier reading, notes that were thrown away.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from diplotui.store.gather import as_list
from diplotui.store.tables import TABLES

Key = tuple[str, str]
"""Table and key of a row, as the journal writes them."""

_READ_OUT_OF_IT = """
    SELECT seq, tbl, key, row ->> '$.event' AS event, row ->> '$.speaker' AS speaker,
        row ->> '$.words_of' AS words_of, row ->> '$.relays' AS relays,
        coalesce(row -> '$.chain', '[]') AS chain
    FROM journal
    WHERE tbl IN ('statement', 'quote', 'date_mention', 'event_passage') AND row ->> '$.document' = ?
"""

_STANCES = """
    SELECT seq, row ->> '$.claim' AS claim FROM journal
    WHERE tbl = 'stance' AND row ->> '$.statement' IN (SELECT value FROM json_each(?))
"""

_GONE_CLAIMS = """
    SELECT key, row ->> '$.event' AS event FROM journal AS j
    WHERE tbl = 'claim' AND key IN (SELECT value FROM json_each(?1))
        AND NOT EXISTS (SELECT 1 FROM claim AS c WHERE c.id = j.key)
        AND key NOT IN (SELECT row ->> '$.claim' FROM journal WHERE tbl = 'stance')
"""
"""Claims that are no longer there and of which no other line speaks, once those of the document are gone."""

_GONE_EVENTS = """
    SELECT DISTINCT key FROM journal AS j
    WHERE tbl = 'event' AND key IN (SELECT value FROM json_each(?1))
        AND NOT EXISTS (SELECT 1 FROM event AS e WHERE e.id = j.key)
        AND key NOT IN (
            SELECT row ->> '$.event' FROM journal
            WHERE tbl IN ('claim', 'statement', 'event_passage') AND row ->> '$.event' IS NOT NULL
        )
"""


@dataclass(frozen=True, slots=True)
class Trace:
    """What the journal knows to have been read out of a document, be it still there or not."""

    lines: frozenset[int]
    """Numbers of the journal's lines on its statements, quotations, dates, passages and stances."""
    rows: frozenset[Key]
    """The statements, quotations and dates themselves."""
    claims: frozenset[str]
    events: frozenset[str]
    voices: frozenset[str]
    """Ids of those who spoke, or whose words or information were quoted."""


def trace_of(connection: sqlite3.Connection, document: str) -> Trace:
    """What was ever read out of a document."""
    found = connection.execute(_READ_OUT_OF_IT, (document,)).fetchall()
    statements = {row["key"] for row in found if row["tbl"] == "statement"}
    stances = connection.execute(_STANCES, (as_list(statements),)).fetchall()
    voices = {row[column] for row in found for column in ("speaker", "words_of", "relays")}
    voices |= {link for row in found for link in json.loads(row["chain"]) if isinstance(link, str)}
    return Trace(
        frozenset(row["seq"] for row in (*found, *stances)),
        frozenset((row["tbl"], row["key"]) for row in found if row["tbl"] != "event_passage"),
        frozenset(row["claim"] for row in stances),
        frozenset(row["event"] for row in found if row["event"] is not None),
        frozenset(voice for voice in voices if voice is not None),
    )


def erase_trace(connection: sqlite3.Connection, trace: Trace) -> set[Key]:
    """Take the lines of a document's rows out, and those on claims and events that stood on it alone.

    Returns the rows that are erased so. The caller has deleted what is still there.
    """
    erase_lines(connection, trace.lines)
    claims = connection.execute(_GONE_CLAIMS, (as_list(trace.claims),)).fetchall()
    erased: set[Key] = {("claim", row["key"]) for row in claims}
    _erase_rows(connection, erased)
    events = {*trace.events, *(row["event"] for row in claims)}
    gone: set[Key] = {("event", key) for (key,) in connection.execute(_GONE_EVENTS, (as_list(events),))}
    _erase_rows(connection, gone)
    return erased | gone | trace.rows


def erase_lines(connection: sqlite3.Connection, lines: Iterable[int]) -> None:
    """Take lines out of the journal by their numbers."""
    connection.execute("DELETE FROM journal WHERE seq IN (SELECT value FROM json_each(?))", (as_list(lines),))


def leave_gone(connection: sqlite3.Connection, gone: Iterable[Key]) -> None:
    """Take the lines of deleted rows out, and leave one each that says only that the row is gone."""
    rows = list(gone)
    _erase_rows(connection, rows)
    connection.executemany(
        "INSERT INTO journal (tbl, key, op, row) VALUES (?, ?, 'delete', ?)",
        [
            (name, key, json.dumps(dict(zip(TABLES[name].key, key.split("/"), strict=False))))
            for name, key in rows
        ],
    )


def detach_notes(connection: sqlite3.Connection, subjects: Collection[Key]) -> None:
    """Leave the notes that stand, but about nothing and without what they said before; forget the others."""
    about = as_list(f"{name}/{key}" for name, key in subjects)
    notes = as_list(
        key
        for (key,) in connection.execute(
            "SELECT DISTINCT key FROM journal WHERE tbl = 'note'"
            " AND row ->> '$.about' IN (SELECT value FROM json_each(?))",
            (about,),
        ).fetchall()
    )
    connection.execute(
        "UPDATE note SET about = NULL WHERE about IN (SELECT value FROM json_each(?))", (about,)
    )
    connection.execute(
        "DELETE FROM journal WHERE tbl = 'note' AND key IN (SELECT value FROM json_each(?))"
        " AND seq NOT IN (SELECT max(j.seq) FROM note AS n"
        " JOIN journal AS j ON j.tbl = 'note' AND j.key = n.id GROUP BY n.id)",
        (notes,),
    )


def _erase_rows(connection: sqlite3.Connection, rows: Iterable[Key]) -> None:
    connection.executemany("DELETE FROM journal WHERE tbl = ? AND key = ?", list(rows))
