"""What the rules for open questions need, gathered from the ledger."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import date

from diplotui.ledger.questions import Ground, Matter, open_questions
from diplotui.model import ClaimRow, OpenQuestion
from diplotui.store import rows
from diplotui.store.claims import claims_then, stored_rows
from diplotui.store.gather import as_list
from diplotui.store.members import STANDING
from diplotui.store.timeline import end_key

_NEWEST = 400
"""Claims and events that are looked at: the newest with something open; a longer list helps nobody."""

_GAPS = """
SELECT s.claim FROM timeline AS t
CROSS JOIN claim_status AS s ON s.event = t.event
WHERE EXISTS (SELECT 1 FROM position AS p WHERE p.claim = s.claim
    AND (t.responded AND p.position IN ('nothing', 'asked', 'silent') OR p.reversed OR p.scope <> ''))
"""

_THEN = """
SELECT s.claim FROM timeline AS t CROSS JOIN claim_status AS s ON s.event = t.event WHERE t.key < ?
"""
"""Claims that may have had something open on an earlier day: which of them had, only their rows then tell."""

_TO_COME = """
SELECT e.* FROM event AS e CROSS JOIN timeline AS t ON t.event = e.id
WHERE e.kind IN ('planned', 'pending') AND e.latest < ?
"""

_FIRST = """
SELECT a.claim, s.id, s.document, s.exact, s.public FROM stance AS a
JOIN shown_statement AS s ON s.id = a.statement
WHERE a.claim IN (SELECT value FROM json_each(?1)) AND a.stance IN ('asserts', 'confirms', 'partly-confirms')
    AND (?2 IS NULL OR s.public IS NULL OR s.public <= ?2)
    AND s.basis <> 'author' AND a.decision <> 'thrown-out'
ORDER BY s.public IS NULL, s.public DESC, s.id DESC
"""


def questions(
    connection: sqlite3.Connection,
    topic: str | None,
    party: str | None,
    event: str | None,
    today: date,
    as_of: date | None = None,
) -> tuple[OpenQuestion, ...]:
    """The open questions of the ledger, or of one topic, party or event, ranked.

    ``as_of``: those that were open on that day, by what was public then.
    """
    tests, values = [], []
    for test, value in (("t.topic = ?", topic), ("t.event = ?", event)):
        if value is not None:
            tests.append(f" AND {test}")
            values.append(value)
    if topic is None and event is None:
        tests.append(" AND t.topic <> 'other'")
    where = "".join(tests)
    if as_of is None:
        claims = connection.execute(f"{_GAPS}{where} ORDER BY t.key DESC LIMIT {_NEWEST}", values).fetchall()
    else:
        claims = connection.execute(
            f"{_THEN}{where} ORDER BY t.key DESC LIMIT {_NEWEST}", (end_key(as_of), *values)
        ).fetchall()
        where += f" AND t.key < {end_key(as_of)}"
    events = connection.execute(
        f"{_TO_COME}{where} ORDER BY e.latest DESC LIMIT {_NEWEST}", (today.isoformat(), *values)
    ).fetchall()
    found = open_questions(
        _matters(connection, [claim for (claim,) in claims], today, as_of),
        [(one := rows.event_of(row), _ground_of_event(connection, one.id)) for row in events],
        today,
    )
    return tuple(one for one in found if party is None or one.party == party)


def _matters(
    connection: sqlite3.Connection, claims: Collection[str], today: date, as_of: date | None
) -> list[Matter]:
    if as_of is None:
        shown = stored_rows(connection, claims)
    else:
        shown = claims_then(connection, claims, as_of, today)
    wanted = as_list(claims)
    found = connection.execute(_FIRST, (wanted, rows.day_text(as_of))).fetchall()
    first = {row["claim"]: _ground(row) for row in found}
    grounds = _grounds(connection, shown)
    events = connection.execute(
        "SELECT s.claim, e.* FROM claim_status AS s JOIN event AS e ON e.id = s.event"
        " WHERE s.claim IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).fetchall()
    event_of = {row["claim"]: rows.event_of(row) for row in events}
    return [Matter(row, event_of[row.claim.id], first.get(row.claim.id), grounds) for row in shown]


def _grounds(connection: sqlite3.Connection, shown: Sequence[ClaimRow]) -> dict[str, Ground]:
    """The passages on which positions rest."""
    found = connection.execute(
        "SELECT id, document, exact, public FROM shown_statement"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (as_list(cell.statement for row in shown for cell in row.positions if cell.statement),),
    )
    return {row["id"]: _ground(row) for row in found.fetchall()}


def _ground_of_event(connection: sqlite3.Connection, event: str) -> Ground | None:
    """The first passage of an event: its own, else that of its first statement."""
    row = connection.execute(
        "SELECT NULL AS id, p.document, p.exact, d.published AS public FROM event_passage AS p"
        f" JOIN document AS d ON d.id = p.document WHERE p.event = ? AND {STANDING}"
        " ORDER BY p.ordinal LIMIT 1",
        (event,),
    ).fetchone()
    if row is None:
        row = connection.execute(
            "SELECT s.id, s.document, s.exact, s.public FROM shown_statement AS s WHERE s.event = ?1"
            " OR s.id IN (SELECT a.statement FROM stance AS a JOIN claim AS c ON c.id = a.claim"
            " WHERE c.event = ?1 AND a.decision <> 'thrown-out') ORDER BY s.public, s.id LIMIT 1",
            (event,),
        ).fetchone()
    return None if row is None else _ground(row)


def _ground(row: rows.Row) -> Ground:
    return Ground(row["id"], row["document"], row["exact"], rows.day_of(row["public"]))
