"""The derived tables, kept in step with the journal: timeline, positions, statuses, full-text index.

Every writing transaction ends with ``catch_up``; rows that other programs wrote reach the derived tables
the same way, when a ledger is opened or changes are asked for.
"""

import sqlite3
from collections.abc import Collection
from datetime import date

from diplotui.store.affected import affected_events, events_of
from diplotui.store.gather import as_list
from diplotui.store.members import canonical_events
from diplotui.store.placing import replace_timeline
from diplotui.store.progress import tell
from diplotui.store.standing import replace_claims
from diplotui.store.summary import summaries

BATCH = 400
"""Events that are derived together: bounds memory and the length of a parameter."""

TOLD = 2_000
"""Events from which it is told how far deriving them is: fewer take about a second."""


def behind(connection: sqlite3.Connection, today: date) -> bool:
    """Whether there is anything to catch up with: journal lines, or questions that turn into silence."""
    newest = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
    if newest > derived_seq(connection):
        return True
    due = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM claim_status WHERE due IS NOT NULL AND due <= ?)", (today.isoformat(),)
    )
    return bool(due.fetchone()[0])


def derived_seq(connection: sqlite3.Connection) -> int:
    """The journal line up to which the derived tables are made."""
    row = connection.execute("SELECT value FROM setting WHERE name = 'derived_seq'").fetchone()
    return 0 if row is None else int(row[0])


def catch_up(connection: sqlite3.Connection, today: date) -> None:
    """Bring the derived tables up to the newest journal line; the caller holds a write transaction."""
    if not behind(connection, today):
        return
    events, newest = affected_events(connection, derived_seq(connection))
    due = connection.execute(
        "SELECT DISTINCT event FROM claim_status WHERE due IS NOT NULL AND due <= ?", (today.isoformat(),)
    )
    events |= {event_id for (event_id,) in due.fetchall()}
    derive(connection, events, today)
    connection.execute(
        "INSERT INTO setting (name, value) VALUES ('derived_seq', ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (str(newest),),
    )


def shown_by(connection: sqlite3.Connection, reference: str) -> set[str]:
    """The events that show a document or an actor (``kind/id``), and those joined to them."""
    kind, _, record = reference.partition("/")
    return events_of(connection, kind, record)


def derive_all(connection: sqlite3.Connection, today: date) -> None:
    """Make every derived row again, keeping the keys of events whose public day stays."""
    connection.execute("DELETE FROM position WHERE claim NOT IN (SELECT claim FROM claim_status)")
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    everything = connection.execute("SELECT id FROM event UNION SELECT event FROM timeline").fetchall()
    derive(connection, {event_id for (event_id,) in everything}, today)
    orphans = "DELETE FROM search WHERE rowid NOT IN (SELECT key FROM timeline)"
    connection.execute(orphans)
    connection.execute("DELETE FROM timeline_party WHERE key NOT IN (SELECT key FROM timeline)")
    connection.execute("DELETE FROM topic_count")
    connection.execute(
        "INSERT INTO topic_count SELECT topic, count(*), sum(status IN"
        " ('disputed', 'denied', 'denied-in-part', 'denied-by-some')), sum(unread)"
        " FROM timeline GROUP BY topic"
    )
    newest = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
    connection.execute(
        "INSERT INTO setting (name, value) VALUES ('derived_seq', ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (str(newest),),
    )


def derive(
    connection: sqlite3.Connection, events: Collection[str], today: date, *, past: bool = False
) -> None:
    """Replace all that is derived for these events; what is merged, thrown out or gone gets nothing.

    ``past``: for a view of an earlier instant, without an index for searching and a log of moves.
    """
    roots = canonical_events(connection, events)
    ordered = _in_order_of_keys(connection, set(roots) | set(roots.values()))
    for start in range(0, len(ordered), BATCH):
        if len(ordered) >= TOLD:
            tell(f"bringing positions, timeline and search up to date: {start:,} of {len(ordered):,} events")
        batch = ordered[start : start + BATCH]
        shown = [one for one in batch if roots.get(one, one) == one]
        found = summaries(connection, shown, on=None, today=today)
        replace_claims(connection, batch, found, log=not past)
        replace_timeline(connection, batch, found, index=not past)


def _in_order_of_keys(connection: sqlite3.Connection, events: Collection[str]) -> list[str]:
    """Events in the order in which those of one second get their keys: as they were filed.

    Events filed together (on consecutive lines of the journal) get theirs backwards, so that the first of
    a text stands above the others.
    """
    found = connection.execute(
        "SELECT value, coalesce((SELECT seq FROM journal WHERE tbl = 'event' AND key = value"
        " ORDER BY seq LIMIT 1), 0) AS seq FROM json_each(?) ORDER BY seq, value",
        (as_list(events),),
    ).fetchall()
    ordered: list[str] = []
    together: list[str] = []
    last = 0
    for event_id, seq in found:
        if seq != last + 1:
            ordered += reversed(together)
            together = []
        together.append(event_id)
        last = seq
    return [*ordered, *reversed(together)]
