"""The derived tables, kept in step with the journal: timeline, positions, statuses, full-text index.

Every writing transaction ends with ``catch_up``; rows that other programs wrote reach the derived tables
the same way, when a ledger is opened or changes are asked for.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from diplotui.ledger.facts import Judgement
from diplotui.ledger.judgement import SILENT_AFTER
from diplotui.model import Position, PositionKind
from diplotui.store import rows
from diplotui.store.affected import affected_events
from diplotui.store.gather import as_list
from diplotui.store.indexed import index_event
from diplotui.store.summary import Summary, canonical_events, summaries

BATCH = 400
"""Events that are derived together: bounds memory and the length of a parameter."""

NUMBERS = 20
"""Bits of a timeline key that number the events of one second."""


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


def derive(connection: sqlite3.Connection, events: Collection[str], today: date) -> None:
    """Replace all that is derived for these events; what is merged, thrown out or gone gets nothing."""
    roots = canonical_events(connection, events)
    ordered = sorted(set(roots) | set(roots.values()))
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        found = summaries(
            connection, [one for one in batch if roots.get(one, one) == one], on=None, today=today
        )
        _replace_claims(connection, batch, found)
        _replace_timeline(connection, batch, found)


def _replace_claims(
    connection: sqlite3.Connection, events: Iterable[str], found: Mapping[str, Summary]
) -> None:
    """Write the statuses and positions of the claims of these events."""
    batch = as_list(events)
    judged = [
        (summary, judgement, claim)
        for summary in found.values()
        for judgement, claim in zip(summary.judgements, summary.claims, strict=True)
    ]
    gone = "SELECT claim FROM claim_status WHERE event IN (SELECT value FROM json_each(?))"
    for table in ("position", "claim_status"):
        connection.execute(f"DELETE FROM {table} WHERE claim IN ({gone})", (batch,))
        connection.execute(
            f"DELETE FROM {table} WHERE claim IN (SELECT value FROM json_each(?))",
            (as_list(claim.id for _, _, claim in judged),),
        )
    connection.executemany(
        "INSERT INTO claim_status VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_status_row(summary, judgement) for summary, judgement, _ in judged],
    )
    connection.executemany(
        "INSERT INTO position VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            _position_row(judgement.claim, ordinal, cell)
            for _, judgement, _ in judged
            for ordinal, cell in enumerate(judgement.positions)
        ],
    )


def _status_row(summary: Summary, judgement: Judgement) -> tuple[object, ...]:
    days = [fact.on for fact in summary.facts if fact.claim == judgement.claim and fact.on is not None]
    return (
        judgement.claim,
        summary.event.id,
        summary.event.topic,
        judgement.status.value,
        judgement.counts.origins,
        judgement.counts.named,
        judgement.counts.people,
        judgement.counts.documents,
        rows.to_json([[rows.day_text(change.on), change.status.value] for change in judgement.history]),
        rows.day_text(judgement.public),
        rows.day_text(max(days, default=judgement.public)),
        rows.day_text(_due(judgement.positions)),
    )


def _due(positions: Iterable[Position]) -> date | None:
    """The first day on which a question that is open now counts as silence."""
    asked = [cell.on for cell in positions if cell.position is PositionKind.ASKED and cell.on is not None]
    return min((day + timedelta(days=SILENT_AFTER) for day in asked), default=None)


def _position_row(claim: str, ordinal: int, cell: Position) -> tuple[object, ...]:
    newest = cell.newest
    return (
        claim,
        cell.party,
        ordinal,
        cell.position.value,
        cell.stance and cell.stance.value,
        cell.coverage and cell.coverage.value,
        cell.basis and cell.basis.value,
        rows.day_text(cell.on),
        cell.statement,
        cell.scope,
        int(cell.part),
        int(cell.proposed),
        int(cell.reversed),
        cell.earlier,
        newest and newest.stance.value,
        newest and rows.day_text(newest.on),
        newest and newest.statement,
        cell.tied,
    )


def _replace_timeline(
    connection: sqlite3.Connection, events: Iterable[str], found: Mapping[str, Summary]
) -> None:
    """Write the timeline rows and search entries of these events, keeping keys whose second stays."""
    batch = as_list(events)
    old = connection.execute(
        "SELECT event, key FROM timeline WHERE event IN (SELECT value FROM json_each(?))", (batch,)
    )
    keys = dict(old.fetchall())
    connection.execute("DELETE FROM timeline WHERE event IN (SELECT value FROM json_each(?))", (batch,))
    for summary in _newest_last(connection, found.values()):
        event_id = summary.event.id
        second = second_of(summary)
        key = keys.get(event_id)
        if key is None or key >> NUMBERS != second:
            key = _next_key(connection, second)
        insert_row(connection, summary, key)
        index_event(connection, summary, key)


def _newest_last(connection: sqlite3.Connection, found: Iterable[Summary]) -> list[Summary]:
    """Summaries in the order in which new keys are given out.

    Events filed together get theirs backwards, so that the first of a text stands above the others.
    """
    by_id = {summary.event.id: summary for summary in found}
    order = connection.execute(
        "SELECT id FROM event WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid DESC",
        (as_list(by_id),),
    )
    return [by_id[event_id] for (event_id,) in order.fetchall()]


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
