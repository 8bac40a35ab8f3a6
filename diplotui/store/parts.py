"""The parts of events that a query is matched against, read for a few events at a time."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection
from datetime import date

from diplotui.ledger.moves import MOVES
from diplotui.model import Basis, ClaimStatus, EventKind, PositionKind, Stance
from diplotui.query.matching import ClaimPart, NotePart, Parts, StatementPart
from diplotui.store import rows
from diplotui.store.gather import as_list
from diplotui.store.indexed import STANCES

_EVENTS = """
WITH RECURSIVE member (root, id) AS (
    SELECT value, value FROM json_each(?)
    UNION SELECT m.root, e.id FROM member AS m CROSS JOIN event AS e ON e.same_as = m.id
)
SELECT m.root, e.id, e.title, e.kind FROM member AS m CROSS JOIN event AS e ON e.id = m.id
WHERE e.decision <> 'thrown-out'
"""

_CLAIMS = """
SELECT s.event, c.id, c.text, c.subjects, s.status, s.public, s.history
FROM claim_status AS s JOIN claim AS c ON c.id = s.claim
WHERE s.event IN (SELECT value FROM json_each(?)) ORDER BY c.rowid
"""

_STANCES = """
WITH RECURSIVE same (root, id) AS (
    SELECT value, value FROM json_each(?)
    UNION SELECT m.root, c.id FROM same AS m CROSS JOIN claim AS c ON c.same_as = m.id
)
SELECT m.root, m.id, x.statement, x.stance FROM same AS m CROSS JOIN stance AS x ON x.claim = m.id
WHERE x.decision <> 'thrown-out'
"""

_STATEMENTS = """
SELECT s.id, s.exact, s.office, s.party, s.basis, s.public, a.name, a.aliases,
    b.name AS present_name, p.name AS outlet
FROM shown_statement AS s
LEFT JOIN actor AS a ON a.id = s.speaker
LEFT JOIN actor AS b ON b.id = a.same_as
LEFT JOIN actor AS p ON p.id = s.publisher
WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.document, s.start
"""

Takes = dict[str, list[tuple[PositionKind, str]]]


def parts_of(connection: sqlite3.Connection, events: Collection[str], as_of: date | None) -> dict[str, Parts]:
    """The parts of events, those merged into them folded in; ``as_of``: what of them was public then."""
    members = connection.execute(_EVENTS, (as_list(events),)).fetchall()
    root_of = {row["id"]: row["root"] for row in members}
    claims = _claims(connection, events, as_of)
    takes, said_on, same = _stances(connection, claims)
    loose = connection.execute(
        "SELECT id, event FROM statement WHERE event IN (SELECT value FROM json_each(?))", (as_list(root_of),)
    ).fetchall()
    event_of = {claim.id: event for event, held in claims.items() for claim in held}
    spoken: dict[str, dict[str, None]] = defaultdict(dict)
    for statement, on in said_on.items():
        for claim in on:
            spoken[event_of[claim]][statement] = None
    for statement, event in loose:
        spoken[root_of[event]][statement] = None
    statements = _statements(connection, [one for said in spoken.values() for one in said], takes, as_of)
    about = {f"event/{member}": root for member, root in root_of.items()}
    about |= {f"claim/{claim}": event_of[root] for claim, root in same.items()}
    about |= {f"statement/{one}": event for event, said in spoken.items() for one in said}
    notes = _notes(connection, about)
    return {
        row["root"]: Parts(
            row["title"],
            EventKind(row["kind"]),
            tuple(part for one, part in statements.items() if one in spoken[row["root"]]),
            tuple(claims.get(row["root"], ())),
            tuple(notes.get(row["root"], ())),
        )
        for row in members
        if row["id"] == row["root"]
    }


def _claims(
    connection: sqlite3.Connection, events: Collection[str], as_of: date | None
) -> dict[str, list[ClaimPart]]:
    found: dict[str, list[ClaimPart]] = defaultdict(list)
    for row in connection.execute(_CLAIMS, (as_list(events),)).fetchall():
        if as_of is None or row["public"] is None or row["public"] <= as_of.isoformat():
            status = row["status"] if as_of is None else _status_then(row["history"], row["status"], as_of)
            found[row["event"]].append(
                ClaimPart(row["id"], row["text"], rows.words_of(row["subjects"]), ClaimStatus(status))
            )
    return found


def _status_then(history: str, status: str, as_of: date) -> str:
    """A claim's status on a day, from the days on which it changed."""
    known = [word for day, word in json.loads(history) if day is None or day <= as_of.isoformat()]
    return known[-1] if known else status


def _stances(
    connection: sqlite3.Connection, claims: dict[str, list[ClaimPart]]
) -> tuple[Takes, dict[str, list[str]], dict[str, str]]:
    """What each statement does to which claims, which it speaks of at all, and what was merged into what."""
    wanted = [claim.id for held in claims.values() for claim in held]
    takes: Takes = defaultdict(list)
    said_on: dict[str, list[str]] = defaultdict(list)
    same = {claim: claim for claim in wanted}
    for root, claim, statement, stance in connection.execute(_STANCES, (as_list(wanted),)).fetchall():
        same[claim] = root
        said_on[statement].append(root)
        position = STANCES.get(MOVES[Stance(stance)])
        if position is not None:
            takes[statement].append((position, root))
    return takes, said_on, same


def _statements(
    connection: sqlite3.Connection, wanted: Collection[str], takes: Takes, as_of: date | None
) -> dict[str, StatementPart]:
    day = rows.day_text(as_of)
    found = {}
    for row in connection.execute(_STATEMENTS, (as_list(wanted),)).fetchall():
        if day is not None and row["public"] is not None and row["public"] > day:
            continue
        aliases = rows.words_of(row["aliases"]) if row["aliases"] else ()
        names = (row["present_name"], row["name"], row["office"], *aliases)
        speaker = row["present_name"] or row["name"] or row["office"] or ""
        found[row["id"]] = StatementPart(
            row["id"],
            row["exact"],
            speaker,
            tuple(name for name in names if name),
            row["party"],
            Basis(row["basis"]),
            row["outlet"] or "",
            tuple(takes.get(row["id"], ())),
        )
    return found


def _notes(connection: sqlite3.Connection, about: dict[str, str]) -> dict[str, list[NotePart]]:
    """The notes on these records, by event."""
    found: dict[str, list[NotePart]] = defaultdict(list)
    for row in connection.execute(
        "SELECT id, kind, about, text, tags FROM note WHERE about IN (SELECT value FROM json_each(?))"
        " ORDER BY at",
        (as_list(about),),
    ).fetchall():
        note = NotePart(row["id"], row["kind"], row["text"], rows.words_of(row["tags"]))
        found[about[row["about"]]].append(note)
    return found
