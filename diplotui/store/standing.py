"""The derived rows of claims: status, history and the position of every party."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from diplotui.ledger.facts import Judgement
from diplotui.ledger.judgement import SILENT_AFTER
from diplotui.ledger.status_moves import moving_cell, turned_cells
from diplotui.model import Position, PositionKind
from diplotui.store import rows
from diplotui.store.claims import position_of
from diplotui.store.gather import as_list
from diplotui.store.journal import newest
from diplotui.store.summary import Summary


def replace_claims(
    connection: sqlite3.Connection, events: Iterable[str], found: Mapping[str, Summary], *, log: bool = True
) -> None:
    """Write the statuses and positions of the claims of these events; ``log``: and how they moved."""
    batch = as_list(events)
    judged = [
        (summary, judgement, claim)
        for summary in found.values()
        for judgement, claim in zip(summary.judgements, summary.claims, strict=True)
    ]
    before = _statuses(connection, [claim.id for _, _, claim in judged]) if log else {}
    moves = _moves(connection, before, [judgement for _, judgement, _ in judged])
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
    connection.executemany(
        "INSERT INTO status_move (seq, claim, was, now, party, statement, reversed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        moves,
    )


def _statuses(connection: sqlite3.Connection, claims: Iterable[str]) -> dict[str, str]:
    """The statuses of these claims as they are kept now."""
    found = connection.execute(
        "SELECT claim, status FROM claim_status WHERE claim IN (SELECT value FROM json_each(?))",
        (as_list(claims),),
    )
    return dict(found.fetchall())


def _moves(
    connection: sqlite3.Connection, before: Mapping[str, str], judged: Iterable[Judgement]
) -> list[tuple[object, ...]]:
    """A row for each claim whose status becomes another one, or on which a party turned round.

    A claim that was not there before has not moved.
    """
    moves: list[tuple[object, ...]] = []
    seq = newest(connection) if before else 0
    for judgement in judged:
        was = before.get(judgement.claim)
        now = judgement.status.value
        if was is None or (was == now and not any(cell.reversed for cell in judgement.positions)):
            continue
        found = connection.execute("SELECT * FROM position WHERE claim = ?", (judgement.claim,)).fetchall()
        cells = {row["party"]: position_of(row) for row in found}
        turned = turned_cells(cells, judgement.positions)
        if was == now and not turned:
            continue
        row = connection.execute("SELECT subjects FROM claim WHERE id = ?", (judgement.claim,)).fetchone()
        cell = moving_cell(cells, judgement.positions, rows.words_of(row[0]))
        party, statement = (cell.party, cell.statement) if cell else (None, None)
        moves.append((seq, judgement.claim, was, now, party, statement, int(bool(turned))))
    return moves


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
    last = cell.newest
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
        last and last.stance.value,
        last and rows.day_text(last.on),
        last and last.statement,
        cell.tied,
    )
