"""The derived rows of events: their place on the timeline, their counts, their search entry."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

from diplotui.store import rows
from diplotui.store.gather import as_list
from diplotui.store.indexed import index_event
from diplotui.store.summary import Summary

NUMBERS = 20
"""Bits of a timeline key that number the events of one second."""


def replace_timeline(
    connection: sqlite3.Connection, events: Sequence[str], found: Mapping[str, Summary]
) -> None:
    """Write the timeline rows and search entries of these events, keeping keys whose second stays.

    New keys are given out in the order of ``events``.
    """
    batch = as_list(events)
    old = connection.execute(
        "SELECT event, key FROM timeline WHERE event IN (SELECT value FROM json_each(?))", (batch,)
    )
    keys = dict(old.fetchall())
    connection.execute("DELETE FROM timeline WHERE event IN (SELECT value FROM json_each(?))", (batch,))
    ordered = [found[event_id] for event_id in events if event_id in found]
    kept = [one for one in ordered if keys.get(one.event.id, -1) >> NUMBERS == second_of(one)]
    for summary in kept:  # before any new key is given out
        _place(connection, summary, keys.pop(summary.event.id))
    placed = {summary.event.id for summary in kept}
    for summary in ordered:
        if summary.event.id not in placed:
            _place(connection, summary, _next_key(connection, second_of(summary)))


def _place(connection: sqlite3.Connection, summary: Summary, key: int) -> None:
    insert_row(connection, summary, key)
    index_event(connection, summary, key)


def second_of(summary: Summary) -> int:
    """The second of the public clock at which an event stands: day ordinal * 86400 + second of the day."""
    if summary.public is not None:
        hours, minutes = (summary.clock or "00:00").split(":")
        return summary.public.toordinal() * 86400 + int(hours) * 3600 + int(minutes) * 60
    return shown_day(summary).toordinal() * 86400


def shown_day(summary: Summary) -> date:
    """The day under which an event stands: first public, else recorded."""
    if summary.public is not None:
        return summary.public
    return date.fromisoformat(summary.recorded[:10]) if summary.recorded else date.min


def _next_key(connection: sqlite3.Connection, second: int) -> int:
    """The next free key of a second."""
    first = second << NUMBERS
    largest = connection.execute(
        "SELECT max(key) FROM timeline WHERE key BETWEEN ? AND ?", (first, first | ((1 << NUMBERS) - 1))
    ).fetchone()[0]
    return first if largest is None else int(largest) + 1


def insert_row(connection: sqlite3.Connection, summary: Summary, key: int) -> None:
    """Write one timeline row and its parties."""
    event = summary.event
    connection.execute(
        "INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            event.id,
            event.topic,
            shown_day(summary).isoformat(),
            rows.day_text(event.date.earliest or event.date.latest),
            rows.day_text(event.date.latest),
            summary.status.value,
            int(summary.responded),
            rows.to_json(event.parties or summary.parties),
            len(summary.voices),
            len(summary.documents),
            _note_count(connection, summary),
            summary.counts.origins,
            summary.counts.named,
            summary.counts.people,
            summary.counts.documents,
            _changed(connection, summary),
            int(_unread(connection, summary)),
        ),
    )
    connection.executemany(
        "INSERT INTO timeline_party VALUES (?, ?)", [(party, key) for party in summary.parties]
    )


def _note_count(connection: sqlite3.Connection, summary: Summary) -> int:
    found = connection.execute(
        "SELECT count(*) FROM note WHERE about IN (SELECT value FROM json_each(?))",
        (as_list(summary.references()),),
    )
    return int(found.fetchone()[0])


def _changed(connection: sqlite3.Connection, summary: Summary) -> int:
    """The newest journal line of an event, its claims, statements and stances."""
    keys = [["event", member] for member in summary.members]
    keys += [["claim", claim.id] for claim in summary.claims]
    keys += [["statement", voice.statement] for voice in summary.voices]
    keys += [["stance", f"{fact.statement}/{fact.claim}"] for fact in summary.facts]
    found = connection.execute(
        "SELECT max((SELECT max(seq) FROM journal WHERE tbl = value ->> 0 AND key = value ->> 1))"
        " FROM json_each(?)",
        (rows.to_json(keys),),
    )
    return int(found.fetchone()[0] or 0)


def _unread(connection: sqlite3.Connection, summary: Summary) -> bool:
    """Whether something arrived since the event was looked at; a decision or a note is no arrival."""
    row = connection.execute("SELECT at FROM seen WHERE event = ?", (summary.event.id,)).fetchone()
    arrived = max((voice.recorded for voice in summary.voices), default=summary.recorded)
    return row is None or bool(row[0] < max(arrived, summary.recorded))
