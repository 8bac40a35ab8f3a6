"""Catching up: what has come in and what has moved since a cursor, with retellings folded."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from diplotui.model import (
    OTHER_TOPIC,
    Basis,
    CatchUp,
    DenialView,
    Stance,
    StatementView,
    TimelineRow,
)
from diplotui.store import rows
from diplotui.store.claims import claims_then
from diplotui.store.detail import statement_views
from diplotui.store.journal import newest
from diplotui.store.moves import MOVES, end_cursor, move_views, position_of_cursor
from diplotui.store.timeline import end_key, rows_by_key
from diplotui.store.versions import withdrawals

_DENIALS = """
SELECT
    a.statement, a.claim, c.text, coalesce(k.event, c.event) AS event, a.stance, s.party, a.scope, s.basis,
    s.exact, s.public, a.decision = 'proposed' OR s.decision = 'proposed' AS proposed
FROM journal AS j
CROSS JOIN stance AS a ON a.statement = j.row ->> '$.statement' AND a.claim = j.row ->> '$.claim'
CROSS JOIN claim AS c ON c.id = a.claim
CROSS JOIN shown_statement AS s ON s.id = a.statement
LEFT JOIN claim_status AS k ON k.claim = a.claim
WHERE j.seq > ?1 AND +j.tbl = 'stance' AND j.op = 'insert' AND a.decision <> 'thrown-out'
    AND c.decision <> 'thrown-out' AND a.stance IN ('denies', 'partly-denies', 'non-denial')
    AND (?2 IS NULL OR s.public IS NULL OR s.public <= ?2)
ORDER BY s.public DESC, j.seq DESC LIMIT ?3
"""


def catch_up(
    connection: sqlite3.Connection, cursor: str | None, limit: int, today: date, as_of: date | None = None
) -> CatchUp:
    """What changed since a cursor; at most ``limit`` rows of each kind. Raises NotFound.

    ``as_of``: only through what was public on that day, and as claims stood then.
    """
    line, move = position_of_cursor(cursor)
    line = min(line, newest(connection))
    test, value = ("m.id > ?", move) if move is not None else ("m.seq > ?", line)
    found = connection.execute(f"{MOVES} WHERE {test} ORDER BY m.id", (value,)).fetchall()
    if as_of is not None:
        found = [row for row in found if (row["public"] or row["at"][:10]) <= as_of.isoformat()]
    net = _net(found)
    if as_of is not None:
        net = _as_they_stood(connection, net, as_of, today)
    events, more = _new_events(connection, line, limit, today, as_of)
    denials = connection.execute(_DENIALS, (line, rows.day_text(as_of), limit)).fetchall()
    return CatchUp(
        since=_instant(connection, line),
        documents=_new_documents(connection, line, as_of),
        moves=move_views(connection, net[:limit]),
        denials=tuple(map(_denial, denials)),
        reversals=move_views(connection, [row for row in reversed(found) if row["reversed"]][:limit]),
        events=events,
        more_events=more,
        updated=_updated(connection, line, as_of),
        cursor=end_cursor(connection),
        withdrawn=_withdrawn(connection, line, limit, as_of),
    )


def _withdrawn(
    connection: sqlite3.Connection, line: int, limit: int, as_of: date | None
) -> tuple[StatementView, ...]:
    """Statements that documents since a line, new versions of others, no longer hold; the latest first."""
    found = connection.execute(
        "SELECT s.id FROM journal AS j CROSS JOIN document AS n ON n.id = j.key"
        " CROSS JOIN statement AS s ON s.document = n.replaces"
        " WHERE j.seq > ?1 AND +j.tbl = 'document' AND j.op = 'insert' AND n.decision <> 'thrown-out'"
        " AND s.decision <> 'thrown-out' AND (?2 IS NULL OR coalesce(n.published, '') <= ?2)"
        " ORDER BY j.seq DESC, s.start",
        (line, rows.day_text(as_of)),
    ).fetchall()
    gone = list(withdrawals(connection, [statement for (statement,) in found]))[:limit]
    place = {statement: number for number, (statement,) in enumerate(found)}
    views = statement_views(connection, gone)
    return tuple(sorted(views, key=lambda view: place[view.statement.id]))


def _net(found: Sequence[sqlite3.Row]) -> list[dict[str, object]]:
    """One move a claim, from what it first was to what it is now, the latest first; none to and fro."""
    by_claim: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in found:
        by_claim[row["id"]].append(row)
    net = [
        {**dict(told[-1]), "was": told[0]["was"]}
        for told in by_claim.values()
        if told[0]["was"] != told[-1]["now"]
    ]
    return sorted(net, key=lambda row: -int(str(row["move"])))


def _as_they_stood(
    connection: sqlite3.Connection, net: Sequence[dict[str, object]], as_of: date, today: date
) -> list[dict[str, object]]:
    """Net moves up to where the claims stood on a day; without those that were back where they had been."""
    stood = {
        row.claim.id: row.status.value
        for row in claims_then(connection, [str(move["id"]) for move in net], as_of, today)
    }
    told = [{**move, "now": stood[str(move["id"])]} for move in net if move["id"] in stood]
    return [move for move in told if move["was"] != move["now"]]


def _denial(row: sqlite3.Row) -> DenialView:
    return DenialView(
        statement=row["statement"],
        claim=row["claim"],
        claim_text=row["text"],
        event=row["event"],
        stance=Stance(row["stance"]),
        party=row["party"],
        scope=row["scope"],
        basis=Basis(row["basis"]),
        exact=row["exact"],
        on=rows.day_of(row["public"]),
        proposed=bool(row["proposed"]),
    )


def _new_events(
    connection: sqlite3.Connection, line: int, limit: int, today: date, as_of: date | None
) -> tuple[tuple[TimelineRow, ...], int]:
    """Events that the ledger has only since a line, merged ones left out; and how many more there are."""
    found = connection.execute(
        "SELECT t.key FROM journal AS j CROSS JOIN timeline AS t ON t.event = j.key"
        " WHERE j.seq > ? AND +j.tbl = 'event' AND j.op = 'insert' AND t.topic <> ?"
        " AND +t.key < ? GROUP BY t.key ORDER BY t.key DESC",
        (line, OTHER_TOPIC, _end(as_of)),
    ).fetchall()
    keys = [key for (key,) in found]
    shown = rows_by_key(connection, keys[:limit], today, as_of)
    return tuple(shown[key] for key in keys[:limit]), max(len(keys) - limit, 0)


def _end(as_of: date | None) -> int:
    """A key beyond all events that were public on a day."""
    return 1 << 62 if as_of is None else end_key(as_of)


def _updated(connection: sqlite3.Connection, line: int, as_of: date | None) -> int:
    """Events known before, and public by a day, of which something is newer."""
    found = connection.execute(
        "SELECT count(*) FROM timeline AS t WHERE t.changed > ?1 AND t.topic <> ?2 AND +t.key < ?3"
        " AND NOT EXISTS (SELECT 1 FROM journal"
        " WHERE tbl = 'event' AND key = t.event AND op = 'insert' AND seq > ?1)",
        (line, OTHER_TOPIC, _end(as_of)),
    )
    return int(found.fetchone()[0])


def _new_documents(connection: sqlite3.Connection, line: int, as_of: date | None) -> int:
    """Documents that came in after a line and, where a day is given, were published by it."""
    found = connection.execute(
        "SELECT count(*) FROM journal AS j WHERE j.seq > ?1 AND +j.tbl = 'document' AND j.op = 'insert'"
        " AND (?2 IS NULL OR coalesce(j.row ->> '$.published', '') <= ?2)",
        (line, rows.day_text(as_of)),
    )
    return int(found.fetchone()[0])


def _instant(connection: sqlite3.Connection, line: int) -> str | None:
    row = connection.execute("SELECT at FROM journal WHERE seq = ?", (line,)).fetchone()
    return None if row is None else row[0]
