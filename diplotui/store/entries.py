"""What became of the entries of watched sources: listed with their documents, left out, taken in later."""

import sqlite3
from typing import Any

from diplotui.errors import ConflictError, NotFound
from diplotui.model.sources import LeftOutText, ShownEntry
from diplotui.store.gather import as_list

_ENTRY = """
    SELECT e.number, e.source, e.title, e.link, e.published, e.first_seen, e.document, e.left_out,
        d.language,
        (SELECT count(*) FROM statement AS s WHERE s.document = e.document AND s.decision <> 'thrown-out'),
        (SELECT s.event FROM statement AS s WHERE s.document = e.document AND s.event IS NOT NULL
            AND s.decision <> 'thrown-out' ORDER BY s.start LIMIT 1),
        EXISTS (SELECT 1 FROM left_out_text AS t WHERE t.entry = e.number)
    FROM entry AS e LEFT JOIN document AS d ON d.id = e.document
"""
_LISTED = f"""{_ENTRY}
    WHERE (?1 IS NULL OR e.source = ?1)
        AND (NOT ?2 OR e.document IS NULL OR NOT EXISTS (
            SELECT 1 FROM statement AS s WHERE s.document = e.document AND s.decision <> 'thrown-out'
        ))
    ORDER BY e.number DESC LIMIT ?3
"""


def shown(
    connection: sqlite3.Connection, source: str | None, bare: bool, limit: int
) -> tuple[ShownEntry, ...]:
    """Entries, newest first; ``bare``: only those without a statement, be it that they are no document."""
    found = connection.execute(_LISTED, (source, bare, limit)).fetchall()
    return tuple(_entry(row) for row in found)


def _entry(row: Any) -> ShownEntry:
    return ShownEntry(*(*row[:11], bool(row[11])))


def left_out_text(connection: sqlite3.Connection, number: int) -> tuple[ShownEntry, LeftOutText]:
    """An entry that was left out, and its words.

    Raises NotFound for an unknown one, ConflictError for one that is in the ledger or whose words are gone.
    """
    row = connection.execute(f"{_ENTRY} WHERE e.number = ?", (number,)).fetchone()
    if row is None:
        raise NotFound(f"there is no entry {number}; 'diplotui left-out' lists what was left out")
    if row["document"] is not None:
        raise ConflictError(f"entry {number} is in the ledger already, as {row['document']}")
    kept = connection.execute(
        "SELECT text, publisher, url, kind, removed_characters FROM left_out_text WHERE entry = ?", (number,)
    ).fetchone()
    if kept is None:
        raise ConflictError(f"entry {number} cannot be taken in: {row['left_out'] or 'its words are gone'}")
    return _entry(row), LeftOutText(*kept)


def taken_in(connection: sqlite3.Connection, number: int, document: str) -> None:
    """Write that an entry that was left out is a document now."""
    connection.execute("UPDATE entry SET document = ?, left_out = NULL WHERE number = ?", (document, number))
    connection.execute("DELETE FROM left_out_text WHERE entry = ?", (number,))


def forget(connection: sqlite3.Connection, documents: list[str], why: str) -> None:
    """Leave of documents' entries only what keeps the same words from coming again."""
    connection.execute(
        "UPDATE entry SET guid = NULL, link = NULL, title = '', document = NULL, left_out = ?"
        " WHERE document IN (SELECT value FROM json_each(?))",
        (why, as_list(documents)),
    )
