"""The derived rows of events: their place on the timeline, their counts, their search entry."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

from diplotui.store import rows
from diplotui.store.gather import as_list
from diplotui.store.indexed import index_events
from diplotui.store.summary import Summary

NUMBERS = 20
"""Bits of a timeline key that number the events of one second."""


def replace_timeline(
    connection: sqlite3.Connection,
    events: Sequence[str],
    found: Mapping[str, Summary],
    *,
    index: bool = True,
) -> None:
    """Write the timeline rows and search entries of these events, keeping keys whose second stays.

    New keys are given out in the order of ``events``. ``index``: write search entries, too.
    """
    batch = as_list(events)
    shown = [found[event_id] for event_id in events if event_id in found]
    old = connection.execute(
        "SELECT event, key FROM timeline WHERE event IN (SELECT value FROM json_each(?))", (batch,)
    )
    keys = _keys(connection, shown, dict(old.fetchall()))
    connection.execute("DELETE FROM timeline WHERE event IN (SELECT value FROM json_each(?))", (batch,))
    notes = _note_counts(connection, shown)
    changed = _newest_lines(connection, shown)
    seen = _seen(connection, shown)
    connection.executemany(
        "INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            _timeline_row(
                summary,
                keys[summary.event.id],
                notes=sum(notes.get(reference, 0) for reference in summary.references()),
                changed=changed.get(summary.event.id, 0),
                unread=_unread(summary, seen.get(summary.event.id)),
            )
            for summary in shown
        ],
    )
    connection.executemany(
        "INSERT INTO timeline_party VALUES (?, ?)",
        [(party, keys[summary.event.id]) for summary in shown for party in summary.parties],
    )
    if index:
        index_events(connection, shown, keys)


def _keys(connection: sqlite3.Connection, shown: Sequence[Summary], old: Mapping[str, int]) -> dict[str, int]:
    """The key of every event: the one it has, where its second is the same, else the next free."""
    keys = {}
    free: dict[int, int] = {}
    for summary in shown:
        event_id, second = summary.event.id, second_of(summary)
        if event_id in old and old[event_id] >> NUMBERS == second:
            keys[event_id] = old[event_id]
            continue
        if second not in free:
            first = second << NUMBERS
            largest = connection.execute(
                "SELECT max(key) FROM timeline WHERE key BETWEEN ? AND ?",
                (first, first | ((1 << NUMBERS) - 1)),
            ).fetchone()[0]
            free[second] = first if largest is None else largest + 1
        keys[event_id] = free[second]
        free[second] += 1
    return keys


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


def _timeline_row(
    summary: Summary, key: int, *, notes: int, changed: int, unread: bool
) -> tuple[object, ...]:
    event = summary.event
    return (
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
        notes,
        summary.counts.origins,
        summary.counts.named,
        summary.counts.people,
        summary.counts.documents,
        changed,
        int(unread),
    )


def _note_counts(connection: sqlite3.Connection, shown: Sequence[Summary]) -> dict[str, int]:
    """How many notes there are on each record of these events, where there are any."""
    found = connection.execute(
        "SELECT about, count(*) FROM note WHERE about IN (SELECT value FROM json_each(?)) GROUP BY about",
        (as_list(reference for summary in shown for reference in summary.references()),),
    )
    return dict(found.fetchall())


def _newest_lines(connection: sqlite3.Connection, shown: Sequence[Summary]) -> dict[str, int]:
    """The newest journal line of each event, its claims, statements and stances."""
    keys = []
    for summary in shown:
        root = summary.event.id
        keys += [(root, "event", member) for member in summary.members]
        keys += [(root, "claim", claim.id) for claim in summary.claims]
        keys += [(root, "statement", voice.statement) for voice in summary.voices]
        keys += [(root, "stance", f"{fact.statement}/{fact.claim}") for fact in summary.facts]
    found = connection.execute(
        "SELECT value ->> 0 AS root, max((SELECT max(seq) FROM journal"
        " WHERE tbl = value ->> 1 AND key = value ->> 2)) FROM json_each(?) GROUP BY root",
        (rows.to_json(keys),),
    )
    return {root: seq or 0 for root, seq in found.fetchall()}


def _seen(connection: sqlite3.Connection, shown: Sequence[Summary]) -> dict[str, str]:
    """When each of these events was last looked at, where it was."""
    found = connection.execute(
        "SELECT event, at FROM seen WHERE event IN (SELECT value FROM json_each(?))",
        (as_list(summary.event.id for summary in shown),),
    )
    return dict(found.fetchall())


def _unread(summary: Summary, seen: str | None) -> bool:
    """Whether something arrived since the event was looked at; a decision or a note is no arrival."""
    arrived = max((voice.recorded for voice in summary.voices), default=summary.recorded)
    return seen is None or seen < max(arrived, summary.recorded)
