"""What is read: since when, and what it was before, so that a marking can be taken back.

Marks are no content and are not journaled; an action keeps them itself.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from diplotui.store import derive, read
from diplotui.store.gather import as_list

Marks = Mapping[str, tuple[str | None, str | None]]
"""For each event when it was read before, and then; None: never."""


def before(connection: sqlite3.Connection, events: Iterable[str]) -> dict[str, str | None]:
    """When those of these events that are unread were last read; None: never."""
    found = connection.execute(
        "SELECT t.event, s.at FROM timeline AS t LEFT JOIN seen AS s ON s.event = t.event"
        " WHERE t.unread <> 0 AND t.event IN (SELECT value FROM json_each(?))",
        (as_list(events),),
    )
    return {event: at for event, at in found.fetchall()}


def mark(connection: sqlite3.Connection, was: Mapping[str, str | None]) -> Marks:
    """Count these events as read now; returns what that changed."""
    read.seen(connection, as_list(was))
    found = dict(
        connection.execute(
            "SELECT event, at FROM seen WHERE event IN (SELECT value FROM json_each(?))", (as_list(was),)
        ).fetchall()
    )
    return {event: (at, found.get(event)) for event, at in was.items()}


def put_back(connection: sqlite3.Connection, kept: str, place: int, today: date) -> None:
    """Give events the mark that they had before (``place`` 0) or after (1) a marking, kept as JSON."""
    marks = {event: pair[place] for event, pair in json.loads(kept).items()}
    connection.execute("DELETE FROM seen WHERE event IN (SELECT value FROM json_each(?))", (as_list(marks),))
    connection.executemany(
        "INSERT INTO seen (event, at) SELECT id, ? FROM event WHERE id = ?",
        [(at, event) for event, at in marks.items() if at is not None],
    )
    derive.derive(connection, set(marks), today)
