"""What was done and can be taken back: one row an action, with the journal lines that it wrote.

Kept in the ledger's file, so that a person's decisions can still be taken back after a restart. Mine are the
actions of this session, and a person's that were there before it began; what another open dashboard does
meanwhile is its own to undo.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One writing call: its journal lines, both ends included, and what it did, in words."""

    id: int
    sentence: str
    first: int
    last: int
    undone_first: int | None = None
    """The lines of its undoing, where it was undone."""
    undone_last: int | None = None
    seen: str | None = None
    """Of a marking as read, which writes no line: for each event when it was read before, and then."""


def newest(connection: sqlite3.Connection) -> int:
    """Number of the newest action; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM action").fetchone()[0])


def record(
    connection: sqlite3.Connection, session: str, sentence: str, lines: tuple[int, int], *, personal: bool
) -> None:
    """Write down an action with its journal lines, first and last."""
    connection.execute(
        "INSERT INTO action (session, personal, sentence, first, last) VALUES (?, ?, ?, ?, ?)",
        (session, int(personal), sentence, *lines),
    )


def record_marks(
    connection: sqlite3.Connection,
    session: str,
    sentence: str,
    marks: Mapping[str, tuple[str | None, str | None]],
) -> None:
    """Write down a marking as read, which writes no journal line."""
    connection.execute(
        "INSERT INTO action (session, personal, sentence, first, last, seen) VALUES (?, 1, ?, 0, 0, ?)",
        (session, sentence, json.dumps(marks)),
    )


_MINE = "(session = ?1 OR (personal AND id <= ?2))"
"""This session's, and a person's from before it began (``?2``: the newest action then)."""


def last_done(connection: sqlite3.Connection, session: str, began: int) -> Action | None:
    """My last action that stands; ``began``: number of the newest action when the session began."""
    return _one(connection, f"state = 'done' AND {_MINE}", "id DESC", session, began)


def last_undone(connection: sqlite3.Connection, session: str, began: int) -> Action | None:
    """The action of mine that was undone last, unless I did something after it that stands."""
    action = _one(connection, f"state = 'undone' AND {_MINE}", "undone_last DESC, id", session, began)
    standing = last_done(connection, session, began)
    return None if action and standing and standing.id > action.id else action


def _one(connection: sqlite3.Connection, test: str, order: str, session: str, began: int) -> Action | None:
    row = connection.execute(
        "SELECT id, sentence, first, last, undone_first, undone_last, seen FROM action"
        f" WHERE {test} ORDER BY {order} LIMIT 1",
        (session, began),
    ).fetchone()
    return None if row is None else Action(*row)


def mark_undone(connection: sqlite3.Connection, action: Action, first: int, last: int) -> None:
    """Note that an action was undone by these journal lines."""
    connection.execute(
        "UPDATE action SET state = 'undone', undone_first = ?, undone_last = ? WHERE id = ?",
        (first, last, action.id),
    )
    if action.seen is None:
        _gone_over(connection, (action.first, action.last), (first, last))


def mark_redone(connection: sqlite3.Connection, action: Action, first: int, last: int) -> None:
    """Note that an undone action was done again by these journal lines, which are its own from now on."""
    if action.seen is not None:
        first = last = 0
    connection.execute(
        "UPDATE action SET state = 'done', first = ?, last = ?, undone_first = NULL, undone_last = NULL"
        " WHERE id = ?",
        (first, last, action.id),
    )
    if action.seen is None:
        _gone_over(connection, (first, last))


def gone_over(connection: sqlite3.Connection, seq: int) -> bool:
    """Whether a journal line belongs to an action that was undone or redone at some time."""
    row = connection.execute(
        "SELECT last FROM action_lines WHERE first <= ? ORDER BY first DESC LIMIT 1", (seq,)
    ).fetchone()
    return row is not None and seq <= row[0]


def written_by(connection: sqlite3.Connection, session: str, seq: int) -> bool:
    """Whether a journal line was written by an action of this session."""
    found = connection.execute(
        "SELECT 1 FROM action WHERE session = ?1 AND (?2 BETWEEN first AND last"
        " OR ?2 BETWEEN undone_first AND undone_last)",
        (session, seq),
    )
    return found.fetchone() is not None


def forget(connection: sqlite3.Connection) -> None:
    """Drop all actions: the journal no longer holds what they need."""
    connection.execute("DELETE FROM action")
    connection.execute("DELETE FROM action_lines")


def _gone_over(connection: sqlite3.Connection, *stretches: tuple[int, int]) -> None:
    connection.executemany("INSERT OR IGNORE INTO action_lines (first, last) VALUES (?, ?)", stretches)
