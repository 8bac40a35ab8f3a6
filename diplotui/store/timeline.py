"""Windows of the timeline, each in time proportional to the window and not to the ledger.

The timeline's integer key orders events by the second they first became public; a window is read from an
index of keys, so that the millionth row costs what the first does.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from diplotui.errors import NotFound
from diplotui.model import (
    OTHER_TOPIC,
    ClaimStatus,
    DateBounds,
    EventKind,
    Field,
    OriginCount,
    TimelineFilter,
    TimelinePage,
    TimelinePlace,
    TimelineRow,
)
from diplotui.store import rows
from diplotui.store.placing import NUMBERS
from diplotui.store.summary import Summary, summaries

COLUMNS = "t.*, e.title, e.kind, e.date, e.earliest, e.latest FROM {source} JOIN event AS e ON e.id = t.event"

ORDERS = {
    "public": "t.key DESC",
    "event": "t.own_day IS NULL, t.own_day, t.own_latest IS NULL, t.own_latest, t.event",
    "changed": "t.changed DESC, t.key DESC",
}
"""Orders of a list: newest public day first; the events' own days, ascending; newest change first."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter as SQL: where rows come from, and the conditions that hold for all of them."""

    source: str
    key: str
    conditions: tuple[str, ...]
    values: tuple[object, ...]

    def where(self, *more: str) -> str:
        """The WHERE clause with further conditions."""
        return " AND ".join((*self.conditions, *more)) or "1"


def chosen_by(chosen: TimelineFilter) -> Chosen:
    """The index that serves a filter, and what is left to test; ``narrow`` made that of a query before."""
    conditions: list[str] = []
    values: list[object] = []
    if chosen.query is not None:
        source, key = "temp.narrowed AS n CROSS JOIN timeline AS t ON t.key = n.key", "n.key"
        if chosen.party is not None:
            conditions.append("t.key IN (SELECT key FROM timeline_party WHERE party = ?)")
            values.append(chosen.party)
    elif chosen.party is not None:
        source, key = "timeline_party AS p JOIN timeline AS t ON t.key = p.key", "p.key"
        conditions.append("p.party = ?")
        values.append(chosen.party)
    else:
        index = "timeline_shown" if chosen.topic is None else "timeline_topic"
        hint = f" INDEXED BY {index}" if chosen.as_recorded is None else ""
        source, key = f"timeline AS t{hint}", "t.key"
    if chosen.topic is not None:
        conditions.append("t.topic = ?")
        values.append(chosen.topic)
    elif chosen.query is None or not chosen.query.of(Field.TOPIC):
        conditions.append(f"t.topic <> '{OTHER_TOPIC}'")
    if chosen.since is not None:
        conditions.append(f"{key} >= ?")
        values.append(first_key(chosen.since))
    if chosen.as_of is not None:
        conditions.append(f"{key} < ?")
        values.append(end_key(chosen.as_of))
    return Chosen(source, key, tuple(conditions), tuple(values))


LAST_KEY = 1 << 62
"""Beyond every key of the timeline."""


def first_key(day: date) -> int:
    """The smallest key of a public day."""
    return (day.toordinal() * 86400) << NUMBERS


def end_key(day: date) -> int:
    """A key beyond all of a public day and of those before it."""
    return first_key(day + timedelta(days=1)) if day < date.max else LAST_KEY


def window(
    connection: sqlite3.Connection,
    chosen: TimelineFilter,
    *,
    before: int | None,
    after: int | None,
    around: int | None,
    limit: int,
    today: date,
) -> TimelinePage:
    """A window, newest first; see ``Store.timeline``."""
    by = chosen_by(chosen)
    if around is not None:
        newer = _read(connection, by, f"{by.key} > ?", (around,), "ASC", limit)[::-1]
        older = _read(connection, by, f"{by.key} <= ?", (around,), "DESC", limit)
        wanted = max(limit // 2, limit - len(older))
        found = newer[max(len(newer) - wanted, 0) :] if wanted else []
        found = [*found, *older[: limit - len(found)]]
    elif after is not None:
        found = _read(connection, by, f"{by.key} > ?", (after,), "ASC", limit)[::-1]
    elif before is not None:
        found = _read(connection, by, f"{by.key} < ?", (before,), "DESC", limit)
    else:
        found = _read(connection, by, "1", (), "DESC", limit)
    if not found and (before is not None or after is not None):
        return TimelinePage(
            (),
            has_newer=before is not None and _any(connection, by, f"{by.key} >= ?", before),
            has_older=after is not None and _any(connection, by, f"{by.key} <= ?", after),
        )
    return _page(connection, chosen, by, found, today)


def oldest(
    connection: sqlite3.Connection, chosen: TimelineFilter, *, limit: int, today: date
) -> TimelinePage:
    """The last window: the oldest rows, newest first."""
    by = chosen_by(chosen)
    found = _read(connection, by, "1", (), "ASC", limit)[::-1]
    return _page(connection, chosen, by, found, today)


def ordered(
    connection: sqlite3.Connection, chosen: TimelineFilter, order: str, *, limit: int, today: date
) -> TimelinePage:
    """The first rows in one of ``ORDERS``. Raises NotFound for another word."""
    if order not in ORDERS:
        raise NotFound(f"there is no order {order!r}; choose one of {', '.join(ORDERS)}")
    by = chosen_by(chosen)
    source = by.source.split(" INDEXED BY ")[0]
    found = connection.execute(
        f"SELECT {COLUMNS.format(source=source)} WHERE {by.where()} ORDER BY {ORDERS[order]} LIMIT ?",
        (*by.values, limit + 1),
    ).fetchall()
    shown = _rows(connection, found[:limit], chosen.as_of, today)
    return TimelinePage(shown, has_newer=False, has_older=len(found) > limit)


def place(connection: sqlite3.Connection, chosen: TimelineFilter, key: int) -> TimelinePlace:
    """Rank of a row from the newest, and of how many; counted on an index from the nearer end.

    Which end is nearer is guessed from where the key lies between the outermost ones.
    """
    by = chosen_by(chosen)
    total = _total(connection, chosen, by)
    if total == 0:
        return TimelinePlace(1, 0)
    newest, oldest_ = (
        connection.execute(
            f"SELECT {by.key} FROM {by.source} WHERE {by.where()} ORDER BY {by.key} {direction} LIMIT 1",
            by.values,
        ).fetchone()[0]
        for direction in ("DESC", "ASC")
    )
    if newest - key <= key - oldest_:
        return TimelinePlace(_count(connection, by, f"{by.key} > ?", (key,)) + 1, total)
    return TimelinePlace(max(total - _count(connection, by, f"{by.key} < ?", (key,)), 1), total)


def rows_by_key(
    connection: sqlite3.Connection, keys: Sequence[int], today: date, as_of: date | None = None
) -> dict[int, TimelineRow]:
    """The timeline rows with these keys; ``as_of``: with what was known on that day."""
    found = connection.execute(
        f"SELECT {COLUMNS.format(source='timeline AS t')} WHERE t.key IN (SELECT value FROM json_each(?))",
        (rows.to_json(keys),),
    ).fetchall()
    return {row.key: row for row in _rows(connection, found, as_of, today)}


def _total(connection: sqlite3.Connection, chosen: TimelineFilter, by: Chosen) -> int:
    """How many rows a filter shows; kept as a number where it is only a topic."""
    if all(one is None for one in (chosen.party, chosen.since, chosen.as_of, chosen.query)):
        test = "topic <> ?" if chosen.topic is None else "topic = ?"
        found = connection.execute(
            f"SELECT coalesce(sum(events), 0) FROM topic_count WHERE {test}", (chosen.topic or OTHER_TOPIC,)
        )
        return int(found.fetchone()[0])
    return _count(connection, by, "1", ())


def _count(connection: sqlite3.Connection, by: Chosen, condition: str, values: tuple[object, ...]) -> int:
    found = connection.execute(
        f"SELECT count(*) FROM {by.source} WHERE {by.where(condition)}", (*by.values, *values)
    )
    return int(found.fetchone()[0])


def _any(connection: sqlite3.Connection, by: Chosen, condition: str, key: int) -> bool:
    found = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM {by.source} WHERE {by.where(condition)})", (*by.values, key)
    )
    return bool(found.fetchone()[0])


def _read(
    connection: sqlite3.Connection,
    by: Chosen,
    condition: str,
    values: tuple[object, ...],
    direction: str,
    limit: int,
) -> list[sqlite3.Row]:
    return connection.execute(
        f"SELECT {COLUMNS.format(source=by.source)} WHERE {by.where(condition)}"
        f" ORDER BY {by.key} {direction} LIMIT ?",
        (*by.values, *values, limit),
    ).fetchall()


def _page(
    connection: sqlite3.Connection,
    chosen: TimelineFilter,
    by: Chosen,
    found: Sequence[sqlite3.Row],
    today: date,
) -> TimelinePage:
    """A page of these rows, with whether more lie beyond it."""
    if not found:
        return TimelinePage((), has_newer=False, has_older=False)
    return TimelinePage(
        _rows(connection, found, chosen.as_of, today),
        has_newer=_any(connection, by, f"{by.key} > ?", found[0]["key"]),
        has_older=_any(connection, by, f"{by.key} < ?", found[-1]["key"]),
    )


def _rows(
    connection: sqlite3.Connection, found: Sequence[sqlite3.Row], as_of: date | None, today: date
) -> tuple[TimelineRow, ...]:
    shown = tuple(row_of(row) for row in found)
    if as_of is None:
        return shown
    then = summaries(connection, [row.id for row in shown], on=as_of, today=today)
    return tuple(as_it_was(row, then[row.id]) for row in shown)


def row_of(row: rows.Row) -> TimelineRow:
    """A timeline row from the tables."""
    return TimelineRow(
        key=row["key"],
        id=row["event"],
        title=row["title"],
        topic=row["topic"],
        kind=EventKind(row["kind"]),
        date=DateBounds(row["date"], rows.day_of(row["earliest"]), rows.day_of(row["latest"])),
        public=rows.day_of(row["public"]),
        parties=rows.words_of(row["parties"]),
        statements=row["statements"],
        documents=row["documents"],
        status=ClaimStatus(row["status"]),
        responded=bool(row["responded"]),
        counts=OriginCount(row["origins"], row["named"], row["people"], row["retellings"]),
        notes=row["notes"],
    )


def as_it_was(row: TimelineRow, then: Summary) -> TimelineRow:
    """A row with what was known on an earlier day."""
    return replace(
        row,
        statements=len(then.voices),
        documents=len(then.documents),
        status=then.status,
        responded=then.responded,
        counts=then.counts,
    )


def timeline_row(connection: sqlite3.Connection, event_id: str) -> TimelineRow:
    """The row of one event. Raises NotFound where it is not shown."""
    row = connection.execute(
        f"SELECT {COLUMNS.format(source='timeline AS t')} WHERE t.event = ?", (event_id,)
    ).fetchone()
    if row is None:
        raise NotFound(f"there is no event {event_id}")
    return row_of(row)
