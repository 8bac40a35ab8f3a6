"""Versions of a document: the new one takes over from the old; what it no longer says is kept."""

import sqlite3
from collections.abc import Collection

from diplotui.ledger.succession import standing_at, succeeded
from diplotui.model import Filing, Withdrawal
from diplotui.store import write
from diplotui.store.gather import as_list
from diplotui.store.revising import filed_from, mergers
from diplotui.store.tables import TABLES

_LATER = """
WITH RECURSIVE later (root, id, step) AS (
    SELECT value, value, 0 FROM json_each(?)
    UNION ALL SELECT l.root, n.id, l.step + 1 FROM later AS l CROSS JOIN document AS n
    ON n.replaces = l.id AND n.decision <> 'thrown-out' WHERE l.step < 1000
)
SELECT l.root, l.id, d.text, (
    SELECT at FROM journal WHERE tbl = 'document' AND key = l.id ORDER BY seq LIMIT 1
) AS at
FROM later AS l JOIN document AS d ON d.id = l.id WHERE l.step > 0 ORDER BY l.root, l.step
"""
"""The versions that came after documents, in their order; more than a thousand can only be a circle."""


def newest(connection: sqlite3.Connection, document: str) -> str:
    """The version of a document that stands now: itself, where none replaces it."""
    found = connection.execute(_LATER, (as_list([document]),)).fetchall()
    return found[-1]["id"] if found else document


def take_over(connection: sqlite3.Connection, filing: Filing, replaces: str) -> bool:
    """Write the filing of a new version with what was decided on the old ones; True where that adds."""
    old = _so_far(connection, replaces)
    spoken = as_list(f"statement/{one.id}" for one in old.statements)
    notes = connection.execute(
        "SELECT id, about FROM note WHERE about IN (SELECT value FROM json_each(?))", (spoken,)
    ).fetchall()
    held = {about.partition("/")[2] for _, about in notes}
    succession = succeeded(filing, old, held, mergers(connection))
    added = write.file(connection, succession.filing)
    for note, about in notes:
        successor = succession.successors.get(about.partition("/")[2])
        if successor is not None:
            TABLES["note"].update(connection, {"id": note, "about": f"statement/{successor}"})
    return added


def _so_far(connection: sqlite3.Connection, document: str) -> Filing:
    """What hangs on a document, and on earlier versions of it where no later one says the same words."""
    found = filed_from(connection, document)
    seen, earlier = {document}, _replaced(connection, document)
    while earlier is not None and earlier not in seen:
        seen.add(earlier)
        words = {" ".join(one.exact.split()) for one in found.statements}
        before = filed_from(connection, earlier)
        gone = {one.id for one in before.statements if " ".join(one.exact.split()) not in words}
        found = Filing(
            statements=(*found.statements, *(one for one in before.statements if one.id in gone)),
            stances=(*found.stances, *(one for one in before.stances if one.statement in gone)),
            claims=tuple({one.id: one for one in (*before.claims, *found.claims)}.values()),
            events=tuple({one.id: one for one in (*before.events, *found.events)}.values()),
        )
        earlier = _replaced(connection, earlier)
    return found


def _replaced(connection: sqlite3.Connection, document: str) -> str | None:
    row = connection.execute("SELECT replaces FROM document WHERE id = ?", (document,)).fetchone()
    return None if row is None else row[0]


def withdrawals(connection: sqlite3.Connection, statements: Collection[str]) -> dict[str, Withdrawal]:
    """Those of these statements whose words stand no longer in their document, and since which version."""
    said = connection.execute(
        "SELECT id, document, exact FROM statement WHERE id IN (SELECT value FROM json_each(?))"
        " AND document IN (SELECT replaces FROM document WHERE replaces IS NOT NULL)",
        (as_list(statements),),
    ).fetchall()
    later: dict[str, list[sqlite3.Row]] = {}
    for row in connection.execute(_LATER, (as_list(row["document"] for row in said),)).fetchall():
        later.setdefault(row["root"], []).append(row)
    found = {}
    for row in said:
        gone: Withdrawal | None = None
        for version in later.get(row["document"], ()):
            if standing_at(version["text"], row["exact"]) is not None:
                gone = None
            elif gone is None:
                gone = Withdrawal(version["id"], version["at"] or "")
        if gone is not None:
            found[row["id"]] = gone
    return found
