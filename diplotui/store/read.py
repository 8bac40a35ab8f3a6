"""Plain reads: topics with their counts, documents, actors, finding a record by its id, figures."""

import sqlite3
from datetime import date

from diplotui.errors import ConflictError, NotFound
from diplotui.model import OTHER_TOPIC, Actor, Document, DocumentRow, LedgerInfo, Topic, TopicCount
from diplotui.store import rows
from diplotui.store.tables import KINDS, locate
from diplotui.store.timeline import end_key

SHOWN_MATCHES = 5
"""How many candidates an ambiguous id names."""


def topic_counts(connection: sqlite3.Connection) -> tuple[TopicCount, ...]:
    """All topics with what they hold, in their order, the catch-all last; counts are kept, not counted."""
    found = connection.execute(
        "SELECT t.id, t.name, coalesce(n.events, 0), coalesce(n.contested, 0), coalesce(n.unread, 0)"
        " FROM topic AS t LEFT JOIN topic_count AS n ON n.topic = t.id"
        " ORDER BY t.id = ?, t.ordinal, t.rowid",
        (OTHER_TOPIC,),
    )
    return tuple(TopicCount(*row) for row in found.fetchall())


_COUNTS_THEN = """
WITH held AS (SELECT topic, count(*) AS events FROM timeline WHERE key < ?2 GROUP BY topic),
denied AS (
    SELECT s.topic, count(DISTINCT s.event) AS events FROM claim_status AS s
    WHERE (s.public IS NULL OR s.public <= ?3) AND instr(s.history, '"d') AND (
        CASE WHEN coalesce(s.history ->> '$[#-1][0]', '') <= ?3 THEN s.history ->> '$[#-1][1]' ELSE (
            SELECT h.value ->> 1 FROM json_each(s.history) AS h
            WHERE h.value ->> 0 IS NULL OR h.value ->> 0 <= ?3 ORDER BY h.key DESC LIMIT 1
        ) END
    ) IN ('disputed', 'denied', 'denied-in-part', 'denied-by-some')
    GROUP BY +s.topic
)
SELECT t.id, t.name, coalesce(h.events, 0), coalesce(d.events, 0) FROM topic AS t
LEFT JOIN held AS h ON h.topic = t.id LEFT JOIN denied AS d ON d.topic = t.id
ORDER BY t.id = ?1, t.ordinal, t.rowid
"""
"""Every status that counts as contested begins with a d: the history of other claims is not read.
They are grouped without their index (the plus): reading the table in its own order is ten times quicker."""


def topic_counts_then(connection: sqlite3.Connection, as_of: date) -> tuple[TopicCount, ...]:
    """All topics with what of them was public on a day; unread is only what is so now, and counts none."""
    found = connection.execute(_COUNTS_THEN, (OTHER_TOPIC, end_key(as_of), as_of.isoformat()))
    return tuple(TopicCount(*row) for row in found.fetchall())


def topics(connection: sqlite3.Connection) -> tuple[Topic, ...]:
    """All topics as they are defined, the catch-all last."""
    found = connection.execute(
        "SELECT * FROM topic ORDER BY id = ?, ordinal, rowid", (OTHER_TOPIC,)
    ).fetchall()
    return tuple(rows.topic_of(row) for row in found)


_DOCUMENTS = (
    "SELECT d.*, a.name AS publisher_name, (SELECT count(*) FROM statement AS s"
    " WHERE s.document = d.id AND s.decision <> 'thrown-out') AS statements"
    " FROM document AS d LEFT JOIN actor AS a ON a.id = d.publisher"
)


def document(connection: sqlite3.Connection, document_id: str) -> DocumentRow:
    """One document with its text. Raises NotFound."""
    row = connection.execute(f"{_DOCUMENTS} WHERE d.id = ?", (document_id,)).fetchone()
    if row is None:
        raise NotFound(f"there is no document {document_id}")
    return _document_row(row)


def documents(connection: sqlite3.Connection, as_of: date | None = None) -> tuple[DocumentRow, ...]:
    """All documents, newest first; ``as_of``: those published by that day, or on no known one."""
    found = connection.execute(
        f"{_DOCUMENTS} WHERE d.decision <> 'thrown-out'"
        " AND (?1 IS NULL OR d.published IS NULL OR d.published <= ?1)"
        " ORDER BY d.published DESC, d.rowid DESC",
        (rows.day_text(as_of),),
    )
    return tuple(_document_row(row) for row in found.fetchall())


def find_document(connection: sqlite3.Connection, sha256: str) -> Document | None:
    """The first document with this checksum."""
    row = connection.execute(
        "SELECT * FROM document WHERE sha256 = ? ORDER BY rowid LIMIT 1", (sha256,)
    ).fetchone()
    return None if row is None else rows.document_of(row)


def _document_row(row: sqlite3.Row) -> DocumentRow:
    return DocumentRow(rows.document_of(row), row["publisher_name"], row["statements"])


def actors(connection: sqlite3.Connection) -> tuple[Actor, ...]:
    """All actors but those thrown out, in the order in which they were filed."""
    found = connection.execute("SELECT * FROM actor WHERE decision <> 'thrown-out' ORDER BY rowid")
    return tuple(rows.actor_of(row) for row in found.fetchall())


def resolve(connection: sqlite3.Connection, text: str) -> str:
    """The full reference that ``text`` stands for: a reference, an id, or the unique beginning of one.

    Raises NotFound, and ConflictError where several fit.
    """
    kind, slash, rest = text.partition("/")
    if slash and kind in KINDS:
        try:
            return locate(connection, text)[0].name + "/" + rest
        except NotFound:
            found = _beginning_with(connection, kind, rest)
    else:
        exact = [
            f"{table}/{text}"
            for table in KINDS
            if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (text,)).fetchone()
        ]
        if len(exact) == 1:
            return exact[0]
        found = exact or [one for table in KINDS for one in _beginning_with(connection, table, text)]
    if not found:
        raise NotFound(f"nothing in the ledger has an id that begins with {text!r}")
    if len(found) > 1:
        shown = ", ".join(found[:SHOWN_MATCHES]) + (", ..." if len(found) > SHOWN_MATCHES else "")
        raise ConflictError(f"{text!r} can mean several records: {shown}; write more of the id")
    return found[0]


def _beginning_with(connection: sqlite3.Connection, table: str, beginning: str) -> list[str]:
    """References of the records of one table whose id begins so; a few are enough."""
    if not beginning:
        return []
    found = connection.execute(
        f"SELECT id FROM {table} WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT ?2",
        (beginning, SHOWN_MATCHES + 1),
    )
    return [f"{table}/{record}" for (record,) in found.fetchall()]


def info(connection: sqlite3.Connection, path: str) -> LedgerInfo:
    """Figures of the ledger."""

    def count(table: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    recorded = connection.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return LedgerInfo(
        path=path,
        engine=f"SQLite {sqlite3.sqlite_version}",
        schema_version=int(connection.execute("PRAGMA user_version").fetchone()[0]),
        documents=count("document"),
        events=count("event"),
        claims=count("claim"),
        statements=count("statement"),
        notes=count("note"),
        recorded=None if recorded is None else recorded[0],
    )


def seen(connection: sqlite3.Connection, events: str) -> None:
    """Mark events (a JSON list of ids) as looked at now."""
    connection.execute(
        "INSERT INTO seen (event, at) SELECT e.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM event AS e"
        " WHERE e.id IN (SELECT value FROM json_each(?)) ON CONFLICT (event) DO UPDATE SET at = excluded.at",
        (events,),
    )
    connection.execute(
        "UPDATE timeline SET unread = 0 WHERE unread <> 0 AND event IN (SELECT value FROM json_each(?))",
        (events,),
    )
