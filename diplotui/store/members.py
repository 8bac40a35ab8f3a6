"""What belongs to an event: those merged into it, what is said in it now and was before, its documents."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from diplotui.store import rows
from diplotui.store.gather import as_list, clock_of

_MEMBERS = """
WITH RECURSIVE member (root, id) AS (
    SELECT value, value FROM json_each(?)
    UNION SELECT m.root, e.id FROM member AS m CROSS JOIN event AS e ON e.same_as = m.id
)
SELECT root, id FROM member
"""


STANDING = """
d.decision <> 'thrown-out' AND NOT EXISTS (
    SELECT 1 FROM document AS newer WHERE newer.replaces = d.id AND newer.decision <> 'thrown-out'
)
"""
"""The test that a document ``d`` counts: it was not thrown out, and no version of it came after it."""


_LOOSE = """
SELECT id, event, document, party, public, said, publisher,
    coalesce((
        SELECT at FROM journal WHERE tbl = 'statement' AND key = shown_statement.id ORDER BY seq LIMIT 1
    ), '') AS recorded
FROM shown_statement WHERE event IN (SELECT value FROM json_each(?))
"""


_FORMER = """
SELECT s.id, e.value AS event, s.document, s.party, coalesce(s.latest, d.published) AS public, s.said,
    '' AS recorded
FROM json_each(?) AS e CROSS JOIN statement AS s ON s.id IN (
    SELECT id FROM statement WHERE event = e.value
    UNION SELECT a.statement FROM claim AS c CROSS JOIN stance AS a ON a.claim = c.id
    WHERE c.event = e.value AND a.decision <> 'thrown-out'
)
CROSS JOIN document AS d ON d.id = s.document
WHERE s.decision <> 'thrown-out' AND d.decision <> 'thrown-out' AND EXISTS (
    SELECT 1 FROM document AS newer WHERE newer.replaces = s.document AND newer.decision <> 'thrown-out'
)
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement of an event, as far as counting needs it."""

    statement: str
    document: str
    party: str | None
    on: date | None
    clock: str | None
    recorded: str


def canonical_events(connection: sqlite3.Connection, events: Iterable[str]) -> dict[str, str]:
    """For each event the one it was merged into, or itself; a circle ends at its smallest id."""
    found: dict[str, str] = {}
    for event_id in events:
        path: list[str] = []
        current = event_id
        while current not in path:
            path.append(current)
            row = connection.execute("SELECT same_as FROM event WHERE id = ?", (current,)).fetchone()
            if row is None or row[0] is None:
                break
            current = row[0]
        else:
            current = min(path[path.index(current) :])
        found[event_id] = current
    return found


def members_of(connection: sqlite3.Connection, events: Collection[str]) -> dict[str, list[rows.Row]]:
    """The rows of each event and of those merged into it, itself first; thrown-out ones left out."""
    pairs = connection.execute(_MEMBERS, (as_list(events),)).fetchall()
    found = connection.execute(
        "SELECT * FROM event WHERE id IN (SELECT value FROM json_each(?)) AND decision <> 'thrown-out'"
        " ORDER BY rowid",
        (as_list(member for _, member in pairs),),
    ).fetchall()
    place = {row["id"]: (number, row) for number, row in enumerate(found)}
    members: dict[str, list[tuple[bool, int, rows.Row]]] = defaultdict(list)
    for root, member in pairs:
        if member in place:
            number, row = place[member]
            members[root].append((member != root, number, row))
    return {
        root: [row for _, _, row in sorted(kept, key=lambda one: one[:2])] for root, kept in members.items()
    }


def loose_voices(
    connection: sqlite3.Connection, root_of: Mapping[str, str], on: date | None
) -> dict[str, list[Voice]]:
    """Statements that name an event themselves."""
    voices: dict[str, list[Voice]] = defaultdict(list)
    for row in connection.execute(_LOOSE, (as_list(root_of),)).fetchall():
        day = rows.day_of(row["public"])
        if on is None or day is None or day <= on:
            voices[root_of[row["event"]]].append(
                Voice(row["id"], row["document"], row["party"], day, clock_of(row["said"]), row["recorded"])
            )
    return voices


def former_voices(
    connection: sqlite3.Connection, root_of: Mapping[str, str], on: date | None
) -> dict[str, list[Voice]]:
    """Statements of replaced versions that stood in these events."""
    replaced = "SELECT 1 FROM document WHERE replaces IS NOT NULL LIMIT 1"
    voices: dict[str, list[Voice]] = defaultdict(list)
    if connection.execute(replaced).fetchone() is None:
        return voices
    for row in connection.execute(_FORMER, (as_list(root_of),)).fetchall():
        day = rows.day_of(row["public"])
        if on is None or day is None or day <= on:
            voices[root_of[row["event"]]].append(
                Voice(row["id"], row["document"], row["party"], day, clock_of(row["said"]), row["recorded"])
            )
    return voices


def passage_documents(
    connection: sqlite3.Connection, root_of: Mapping[str, str]
) -> dict[str, dict[str, date | None]]:
    """The documents that an event's own passages stand in, with their days."""
    documents: dict[str, dict[str, date | None]] = defaultdict(dict)
    found = connection.execute(
        "SELECT p.event, d.id, d.published FROM event_passage AS p JOIN document AS d ON d.id = p.document"
        f" WHERE p.event IN (SELECT value FROM json_each(?)) AND {STANDING}",
        (as_list(root_of),),
    )
    for event_id, document, published in found.fetchall():
        documents[root_of[event_id]][document] = rows.day_of(published)
    return documents


def first_recorded(connection: sqlite3.Connection, events: Collection[str]) -> dict[str, str]:
    """When the ledger first had each event; the empty string where the journal does not know."""
    found = connection.execute(
        "SELECT value, (SELECT at FROM journal WHERE tbl = 'event' AND key = value ORDER BY seq LIMIT 1)"
        " FROM json_each(?)",
        (as_list(events),),
    )
    return {event_id: at or "" for event_id, at in found.fetchall()}
