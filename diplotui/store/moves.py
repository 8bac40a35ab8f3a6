"""How statuses moved: was, is, and the sentence that did it."""

import re
import sqlite3
from collections.abc import Sequence

from diplotui.errors import NotFound
from diplotui.model import (
    ClaimStatus,
    StatusMove,
)
from diplotui.store import rows
from diplotui.store.journal import newest

_CURSOR = re.compile(r"(?:j(?P<line>[0-9]{1,18}))?(?:m(?P<move>[0-9]{1,18}))?", re.ASCII)

MOVES = """
SELECT
    m.id AS move, m.at, m.was, m.now, m.party, m.statement, m.reversed, c.*, s.event AS shown_by, s.topic,
    t.exact, t.speaker, t.chain, coalesce(t.latest, d.published) AS public, v.name AS speaker_name
FROM status_move AS m
CROSS JOIN claim AS c ON c.id = m.claim
CROSS JOIN claim_status AS s ON s.claim = m.claim
LEFT JOIN statement AS t ON t.id = m.statement
LEFT JOIN document AS d ON d.id = t.document
LEFT JOIN actor AS v ON v.id = t.speaker
"""
"""Moves with their claim, and the statement that did it."""


def newest_move(connection: sqlite3.Connection) -> int:
    """Number of the newest move; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM status_move").fetchone()[0])


def moves_after(
    connection: sqlite3.Connection, cursor: str | None, limit: int
) -> tuple[tuple[StatusMove, ...], str]:
    """Moves beyond a cursor, oldest first, and the cursor to go on from. Raises NotFound."""
    line, move = position_of_cursor(cursor)
    test, value = ("m.id > ?", move) if move is not None else ("m.seq > ?", line)
    found = connection.execute(f"{MOVES} WHERE {test} ORDER BY m.id LIMIT ?", (value, limit)).fetchall()
    end = found[-1]["move"] if len(found) == limit else newest_move(connection)
    return move_views(connection, found), f"m{end}"


def end_cursor(connection: sqlite3.Connection) -> str:
    """The present end of journal and moves."""
    return f"j{newest(connection)}m{newest_move(connection)}"


def position_of_cursor(cursor: str | None) -> tuple[int, int | None]:
    """Journal line and move that a cursor stands for. Raises NotFound."""
    if cursor is None:
        return 0, None
    found = _CURSOR.fullmatch(cursor)
    if not cursor or found is None:
        raise NotFound(f"{cursor!r} is no cursor of this ledger")
    line, move = found.group("line", "move")
    return int(line or 0), None if move is None else int(move)


def require_cursor(cursor: str) -> None:
    """Raise NotFound for what is no cursor."""
    position_of_cursor(cursor)


def move_views(connection: sqlite3.Connection, found: Sequence[rows.Row]) -> tuple[StatusMove, ...]:
    """Moves from the rows of ``MOVES``, with what of them is watched."""
    watched = _watched(connection) if found else set()
    return tuple(_view(row, watched) for row in found)


def _view(row: rows.Row, watched: set[str]) -> StatusMove:
    claim = rows.claim_of(row)
    voices = [row["speaker"], *(rows.words_of(row["chain"]) if row["chain"] else ())]
    touched = [
        f"claim/{claim.id}",
        *(f"party/{party}" for party in (row["party"], *claim.subjects) if party),
        *(f"actor/{voice}" for voice in voices if voice),
    ]
    return StatusMove(
        claim=claim,
        topic=row["topic"],
        event=row["shown_by"],
        was=ClaimStatus(row["was"]),
        now=ClaimStatus(row["now"]),
        at=row["at"],
        party=row["party"],
        statement=row["statement"],
        exact=row["exact"],
        speaker=row["speaker_name"],
        on=rows.day_of(row["public"]),
        reversed=bool(row["reversed"]),
        watched=tuple(one for one in dict.fromkeys(touched) if one in watched),
    )


def _watched(connection: sqlite3.Connection) -> set[str]:
    """References that are watched, with what was merged into them and what they were merged into."""
    found = connection.execute(
        "WITH RECURSIVE one (kind, record) AS (SELECT kind, record FROM watch"
        " UNION SELECT 'claim', c.same_as FROM one JOIN claim AS c ON c.id = one.record"
        " WHERE one.kind = 'claim' AND c.same_as IS NOT NULL"
        " UNION SELECT 'actor', a.same_as FROM one JOIN actor AS a ON a.id = one.record"
        " WHERE one.kind = 'actor' AND a.same_as IS NOT NULL"
        " UNION SELECT 'actor', a.id FROM one JOIN actor AS a ON a.same_as = one.record"
        " WHERE one.kind = 'actor')"
        " SELECT kind || '/' || record FROM one"
    )
    return {reference for (reference,) in found.fetchall()}
