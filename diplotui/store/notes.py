"""Notes: what a person wrote, about one record or about nothing."""

import sqlite3

from diplotui.errors import ConflictError, NotFound
from diplotui.model import Note
from diplotui.store import rows
from diplotui.store.tables import TABLES, locate


def add(connection: sqlite3.Connection, note: Note) -> Note:
    """Write a new note; the same note again changes nothing. Raises ConflictError, NotFound."""
    there = _note(connection, note.id)
    if there == note:
        return note
    if there is not None:
        raise ConflictError(f"there is another note {note.id}")
    _require_subject(connection, note)
    TABLES["note"].insert(connection, rows.note_row(note))
    return note


def edit(connection: sqlite3.Connection, note: Note) -> Note:
    """Replace a note by its new version. Raises NotFound."""
    if _note(connection, note.id) is None:
        raise NotFound(f"there is no note {note.id}")
    _require_subject(connection, note)
    TABLES["note"].update(connection, rows.note_row(note))
    return note


def delete(connection: sqlite3.Connection, note_id: str) -> Note:
    """Take a note away and return it; the journal keeps it. Raises NotFound."""
    note = _note(connection, note_id)
    if note is None:
        raise NotFound(f"there is no note {note_id}")
    connection.execute("DELETE FROM note WHERE id = ?", (note_id,))
    return note


def listed(connection: sqlite3.Connection, about: str | None = None) -> tuple[Note, ...]:
    """All notes, or those about one record (``kind/id``), oldest first."""
    test, values = ("1", ()) if about is None else ("about = ?", (about,))
    found = connection.execute(f"SELECT * FROM note WHERE {test} ORDER BY at, id", values)
    return tuple(rows.note_of(row) for row in found.fetchall())


def _note(connection: sqlite3.Connection, note_id: str) -> Note | None:
    row = connection.execute("SELECT * FROM note WHERE id = ?", (note_id,)).fetchone()
    return None if row is None else rows.note_of(row)


def _require_subject(connection: sqlite3.Connection, note: Note) -> None:
    if note.about is not None:
        locate(connection, note.about)
