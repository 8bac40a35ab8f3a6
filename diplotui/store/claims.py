"""Claims with their status: lists, one row, and what a new statement is matched against."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from diplotui.errors import NotFound
from diplotui.model import (
    Basis,
    Claim,
    ClaimRow,
    ClaimStatus,
    Coverage,
    NewestStance,
    OriginCount,
    Position,
    PositionKind,
    Stance,
    StatusChange,
)
from diplotui.store import rows
from diplotui.store.candidate import ClaimCandidate
from diplotui.store.gather import as_list, evidence
from diplotui.store.summary import Summary

_ROWS = (
    "SELECT c.*, s.event AS shown_by, s.topic, s.status, s.origins, s.named, s.people, s.documents, s.history"
    " FROM claim_status AS s JOIN claim AS c ON c.id = s.claim"
)


def as_judged(summary: Summary) -> tuple[ClaimRow, ...]:
    """The claims of an event with what follows from their stances."""
    return tuple(
        ClaimRow(
            claim=claim,
            topic=summary.event.topic,
            status=judgement.status,
            counts=judgement.counts,
            positions=judgement.positions,
            history=judgement.history,
        )
        for claim, judgement in zip(summary.claims, summary.judgements, strict=True)
    )


def claim_rows(
    connection: sqlite3.Connection,
    *,
    topic: str | None,
    party: str | None,
    status: ClaimStatus | None,
    as_of: date | None,
    today: date,
) -> tuple[ClaimRow, ...]:
    """Claims with their status, newest event first; see ``Store.claims``."""
    tests, values = ["1"], []
    if topic is not None:
        tests.append("s.topic = ?")
        values.append(topic)
    if party is not None and as_of is None:
        tests.append("s.claim IN (SELECT claim FROM position WHERE party = ?)")
        values.append(party)
    if status is not None and as_of is None:
        tests.append("s.status = ?")
        values.append(status.value)
    found = connection.execute(
        f"{_ROWS} JOIN timeline AS t ON t.event = s.event WHERE {' AND '.join(tests)}"
        " ORDER BY t.key DESC, c.rowid",
        values,
    ).fetchall()
    shown = _stored(connection, found) if as_of is None else _then(connection, found, as_of, today)
    return tuple(
        row
        for row in shown
        if (party is None or row.position(party) is not None) and (status is None or row.status is status)
    )


def claim_row(connection: sqlite3.Connection, claim_id: str, as_of: date | None, today: date) -> ClaimRow:
    """One claim with its status, of the one it was merged into where it was. Raises NotFound."""
    seen: set[str] = set()
    while claim_id not in seen:
        seen.add(claim_id)
        other = connection.execute("SELECT same_as FROM claim WHERE id = ?", (claim_id,)).fetchone()
        if other is None or other[0] is None:
            break
        claim_id = other[0]
    found = connection.execute(f"{_ROWS} WHERE s.claim = ?", (claim_id,)).fetchall()
    shown = _stored(connection, found) if as_of is None else _then(connection, found, as_of, today)
    if not shown:
        on = "" if as_of is None else f" on {as_of}"
        raise NotFound(f"there is no claim {claim_id}{on}")
    return shown[0]


def stored_rows(connection: sqlite3.Connection, claims: Collection[str]) -> tuple[ClaimRow, ...]:
    """These claims with their status now, in no particular order; what is not shown is left out."""
    found = connection.execute(
        f"{_ROWS} WHERE s.claim IN (SELECT value FROM json_each(?))", (as_list(claims),)
    ).fetchall()
    return _stored(connection, found)


def claims_then(
    connection: sqlite3.Connection, claims: Collection[str], as_of: date, today: date
) -> tuple[ClaimRow, ...]:
    """These claims as the public clock stood on a day; not yet public ones are left out."""
    found = connection.execute(
        f"{_ROWS} WHERE s.claim IN (SELECT value FROM json_each(?))", (as_list(claims),)
    ).fetchall()
    return _then(connection, found, as_of, today)


def _stored(connection: sqlite3.Connection, found: Sequence[sqlite3.Row]) -> tuple[ClaimRow, ...]:
    positions: dict[str, list[Position]] = defaultdict(list)
    cells = connection.execute(
        "SELECT * FROM position WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, ordinal",
        (as_list(row["id"] for row in found),),
    )
    for row in cells.fetchall():
        positions[row["claim"]].append(position_of(row))
    return tuple(
        ClaimRow(
            claim=rows.claim_of(row),
            topic=row["topic"],
            status=ClaimStatus(row["status"]),
            counts=OriginCount(row["origins"], row["named"], row["people"], row["documents"]),
            positions=tuple(positions[row["id"]]),
            history=history_of(row["history"]),
        )
        for row in found
    )


def _then(
    connection: sqlite3.Connection, found: Sequence[sqlite3.Row], as_of: date, today: date
) -> tuple[ClaimRow, ...]:
    """The same claims as the public clock stood on an earlier day; not yet public ones are absent."""
    known = evidence(connection, [row["id"] for row in found], on=as_of, today=today)
    shown = []
    for row in found:
        judgement = known.judgements.get(row["id"])
        if judgement is not None and (judgement.public is not None or known.of(row["id"])):
            shown.append(
                ClaimRow(
                    claim=known.claims[row["id"]],
                    topic=row["topic"],
                    status=judgement.status,
                    counts=judgement.counts,
                    positions=judgement.positions,
                    history=judgement.history,
                )
            )
    return tuple(shown)


def position_of(row: rows.Row) -> Position:
    """A party's cell from its row."""
    newest = None
    if row["newest_stance"] is not None:
        newest = NewestStance(
            Stance(row["newest_stance"]), rows.day_of(row["newest_public"]), row["newest_statement"]
        )
    return Position(
        party=row["party"],
        position=PositionKind(row["position"]),
        stance=None if row["stance"] is None else Stance(row["stance"]),
        coverage=None if row["coverage"] is None else Coverage(row["coverage"]),
        basis=None if row["basis"] is None else Basis(row["basis"]),
        on=rows.day_of(row["public"]),
        statement=row["statement"],
        scope=row["scope"],
        part=bool(row["part"]),
        proposed=bool(row["proposed"]),
        reversed=bool(row["reversed"]),
        earlier=row["earlier"],
        newest=newest,
        tied=row["tied"],
    )


def history_of(text: str) -> tuple[StatusChange, ...]:
    """The changes of a status from their JSON."""
    return tuple(StatusChange(rows.day_of(day), ClaimStatus(status)) for day, status in json.loads(text))


def candidates(
    connection: sqlite3.Connection, topics: Collection[str], since: date | None, before: str | None = None
) -> tuple[ClaimCandidate, ...]:
    """Claims of these topics (all, where none is named) with what a new statement is matched against.

    ``since``: only those with a statement that became public on that day or later, or on no known day.
    ``before``: a document; only what documents filed before it say, as when it was filed itself.
    """
    wanted_topics = as_list(topics) if topics else None
    select = (
        "SELECT c.*, s.topic, s.event AS shown_by, s.public, s.newest FROM claim_status AS s"
        " JOIN claim AS c ON c.id = s.claim"
        " WHERE s.topic IN (SELECT value FROM json_each("
        "coalesce(?1, (SELECT json_group_array(id) FROM topic))))"
    )
    found = connection.execute(
        f"{select} AND s.newest >= ?2 UNION ALL {select} AND s.newest IS NULL",
        (wanted_topics, rows.day_text(since) or ""),
    ).fetchall()
    found.sort(key=lambda row: row["newest"] or "", reverse=True)
    wanted = as_list(row["id"] for row in found)
    events = {
        row["id"]: rows.words_of(row["parties"])
        for row in connection.execute(
            "SELECT id, parties FROM event WHERE id IN (SELECT value FROM json_each(?))",
            (as_list(row["shown_by"] for row in found),),
        ).fetchall()
    }
    spoken = defaultdict(list)
    for row in connection.execute(_SPOKEN, (wanted, before)).fetchall():
        spoken[row["claim"]].append(row)
    made = (_candidate(row, events.get(row["shown_by"], ()), spoken[row["id"]]) for row in found)
    if before is None:
        return tuple(made)
    then = [_as_spoken(one, spoken[one.claim.id]) for one in made if spoken[one.claim.id]]
    return tuple(one for one in then if since is None or one.latest is None or one.latest >= since)


_SPOKEN = """
WITH RECURSIVE one (claim, id) AS (
    SELECT value, value FROM json_each(?1)
    UNION SELECT o.claim, c.id FROM one AS o CROSS JOIN claim AS c ON c.same_as = o.id
)
SELECT o.claim, s.exact, s.party, s.public, v.name, v.kind FROM one AS o
CROSS JOIN stance AS a ON a.claim = o.id
JOIN shown_statement AS s ON s.id = a.statement LEFT JOIN actor AS v ON v.id = s.speaker
WHERE a.decision <> 'thrown-out' AND (?2 IS NULL OR s.document IN (
    SELECT id FROM document WHERE rowid < (SELECT rowid FROM document WHERE id = ?2)
))
ORDER BY s.document, s.start
"""
"""What is said on claims, and on those merged into them."""


def _as_spoken(candidate: ClaimCandidate, spoken: Sequence[sqlite3.Row]) -> ClaimCandidate:
    """A candidate with the days of some of the statements on it."""
    days = sorted(day for row in spoken if (day := rows.day_of(row["public"])) is not None)
    return replace(candidate, earliest=days[0] if days else None, latest=days[-1] if days else None)


def _candidate(row: sqlite3.Row, parties: Sequence[str], spoken: Sequence[sqlite3.Row]) -> ClaimCandidate:
    claim: Claim = rows.claim_of(row)
    actors = dict.fromkeys((*claim.subjects, *parties))
    actors.update(dict.fromkeys(one["party"] for one in spoken if one["party"] is not None))
    actors.update(
        dict.fromkeys(one["name"] for one in spoken if one["name"] is not None and one["kind"] != "outlet")
    )
    return ClaimCandidate(
        claim=claim,
        topic=row["topic"],
        actors=tuple(actors),
        passages=tuple(dict.fromkeys(one["exact"] for one in spoken)),
        earliest=rows.day_of(row["public"]),
        latest=rows.day_of(row["newest"]),
    )
