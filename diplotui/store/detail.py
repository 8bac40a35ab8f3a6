"""One event with everything the statement and denial panes show of it."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from diplotui.errors import NotFound
from diplotui.model import (
    Actor,
    ClaimRow,
    Coverage,
    Decision,
    Event,
    EventDetail,
    Note,
    PositionKind,
    Stance,
    StanceView,
    StatementView,
)
from diplotui.store import rows
from diplotui.store.claims import as_judged
from diplotui.store.context import REACH, after_passage, before_passage
from diplotui.store.gather import as_list
from diplotui.store.journal import cursor_text, newest
from diplotui.store.members import STANDING, canonical_events
from diplotui.store.summary import Summary, summaries
from diplotui.store.timeline import as_it_was, timeline_row
from diplotui.store.versions import withdrawals

_STATEMENTS = f"""
SELECT
    s.*, d.title AS document_title, d.published, d.url, d.rowid AS filed, s.rowid AS place,
    (SELECT name FROM actor WHERE id = d.publisher) AS publisher_name,
    substr(d.text, max(s.start - {REACH}, 0) + 1, s.start - max(s.start - {REACH}, 0)) AS before,
    substr(d.text, s.end + 1, {REACH + 1}) AS after
FROM statement AS s
JOIN document AS d ON d.id = s.document
WHERE s.id IN (SELECT value FROM json_each(?))
"""


def event_detail(
    connection: sqlite3.Connection, event_id: str, as_of: date | None, today: date
) -> EventDetail:
    """The detail of an event, of the one it was merged into where it was. Raises NotFound."""
    root = canonical_events(connection, [event_id])[event_id]
    row = timeline_row(connection, root)
    summary = summaries(connection, [root], on=as_of, today=today)[root]
    if as_of is not None:
        if row.public is not None and row.public > as_of:
            raise NotFound(f"event {event_id} was not public on {as_of}")
        row = as_it_was(row, summary)
    notes = _notes(connection, summary.references())
    former = [voice.statement for voice in summary.former]
    statements = statement_views(
        connection,
        [*(voice.statement for voice in summary.voices), *former],
        claims={c.id for c in summary.claims},
    )
    statements = _standing_or_withdrawn(statements, set(former))
    claims = as_judged(summary)
    return EventDetail(
        event=_with_passages(connection, summary),
        row=row,
        statements=statements,
        claims=claims,
        parties=_columns(claims),
        notes=notes,
        cursor=cursor_text(newest(connection)),
    )


def _standing_or_withdrawn(
    views: Sequence[StatementView], former: Collection[str]
) -> tuple[StatementView, ...]:
    """Those that stand, then those withdrawn from their text.

    Statements of former versions whose words stand in a later one, which has its own, are left out.
    """
    kept: dict[object, StatementView] = {}
    for view in views:
        said = view.statement
        if said.id not in former:
            kept[said.id] = view
        elif view.withdrawn is not None:  # of versions with the same words the last one counts
            kept["".join(said.exact.split()), said.party, said.speaker] = view
    shown = {view.statement.id for view in kept.values()}
    left = [view for view in views if view.statement.id in shown]
    return tuple(sorted(left, key=lambda view: view.withdrawn is not None))


def statement_view(connection: sqlite3.Connection, statement_id: str) -> StatementView:
    """One statement in its context, thrown out or not. Raises NotFound."""
    views = statement_views(connection, [statement_id])
    if not views:
        raise NotFound(f"there is no statement {statement_id}")
    return views[0]


def statement_views(
    connection: sqlite3.Connection, statements: Collection[str], claims: Collection[str] | None = None
) -> tuple[StatementView, ...]:
    """Statements in their context, by day, document and place.

    ``claims``: these come first among the stances of a statement.
    """
    wanted = as_list(statements)
    found = sorted(connection.execute(_STATEMENTS, (wanted,)).fetchall(), key=_in_order)
    stances = _stances(connection, wanted, claims or ())
    notes = _notes_by_subject(connection, [f"statement/{row['id']}" for row in found])
    actors = _actors(connection, found)
    gone = withdrawals(connection, statements)
    views = []
    for row in found:
        statement = rows.statement_of(row)
        views.append(
            StatementView(
                statement=statement,
                speaker=None if statement.speaker is None else actors.get(statement.speaker),
                chain=tuple(actors[link].name if link in actors else link for link in statement.chain),
                publisher=row["publisher_name"],
                document_title=row["document_title"],
                published=rows.day_of(row["published"]),
                url=row["url"],
                before=before_passage(row["before"], whole=row["start"] <= REACH),
                after=after_passage(row["after"][:REACH], whole=len(row["after"]) <= REACH),
                stances=tuple(stances[statement.id]),
                notes=tuple(notes[f"statement/{statement.id}"]),
                withdrawn=gone.get(statement.id),
            )
        )
    return tuple(views)


def _in_order(row: sqlite3.Row) -> tuple[object, ...]:
    """By public day, document and place; what has no day first."""
    published = row["published"] or ""
    return (row["latest"] or published, published, row["filed"], row["start"], row["place"])


def _actors(connection: sqlite3.Connection, found: Sequence[sqlite3.Row]) -> dict[str, Actor]:
    ids = {row["speaker"] for row in found if row["speaker"] is not None}
    ids |= {link for row in found for link in rows.words_of(row["chain"])}
    known = connection.execute(
        "SELECT * FROM actor WHERE id IN (SELECT value FROM json_each(?))", (as_list(ids),)
    ).fetchall()
    return {row["id"]: rows.actor_of(row) for row in known}


def _stances(
    connection: sqlite3.Connection, statements: str, first: Collection[str]
) -> dict[str, list[StanceView]]:
    views: dict[str, list[StanceView]] = defaultdict(list)
    found = connection.execute(
        "SELECT a.*, c.text FROM stance AS a JOIN claim AS c ON c.id = a.claim"
        " WHERE a.statement IN (SELECT value FROM json_each(?)) AND a.decision <> 'thrown-out'"
        " AND c.decision <> 'thrown-out' ORDER BY a.rowid",
        (statements,),
    ).fetchall()
    for row in sorted(found, key=lambda row: row["claim"] not in first):
        views[row["statement"]].append(
            StanceView(
                row["claim"],
                row["text"],
                Stance(row["stance"]),
                Coverage(row["coverage"]),
                row["scope"],
                rows.score_of(row["score"]),
                row["rule"],
                Decision(row["decision"]),
            )
        )
    return views


def _notes_by_subject(connection: sqlite3.Connection, subjects: Collection[str]) -> dict[str, list[Note]]:
    by_subject: dict[str, list[Note]] = defaultdict(list)
    for note in _notes(connection, subjects):
        if note.about is not None:
            by_subject[note.about].append(note)
    return by_subject


def _notes(connection: sqlite3.Connection, subjects: Collection[str]) -> tuple[Note, ...]:
    """The notes on any of these records, oldest first."""
    found = connection.execute(
        "SELECT * FROM note WHERE about IN (SELECT value FROM json_each(?)) ORDER BY at, id",
        (as_list(subjects),),
    )
    return tuple(rows.note_of(row) for row in found.fetchall())


def _with_passages(connection: sqlite3.Connection, summary: Summary) -> Event:
    event = connection.execute("SELECT * FROM event WHERE id = ?", (summary.event.id,)).fetchone()
    cited = connection.execute(
        "SELECT p.* FROM event_passage AS p JOIN document AS d ON d.id = p.document"
        f" WHERE p.event IN (SELECT value FROM json_each(?)) AND {STANDING}"
        " ORDER BY p.event <> ?, p.event, p.ordinal",
        (as_list(summary.members), summary.event.id),
    )
    return rows.event_of(event, [rows.passage_of(row) for row in cited.fetchall()])


def _columns(claims: Sequence[ClaimRow]) -> tuple[str, ...]:
    """Columns of the matrix: parties that are subjects or stand somewhere, most relevant first.

    A party weighs two for each claim it answers to, affirming, denying or evading, and one for each it is
    only a subject of; equals by code.
    """
    weight: dict[str, int] = defaultdict(int)
    for claim in claims:
        for cell in claim.positions:
            weight[cell.party] += 1 if cell.position is PositionKind.NOTHING else 2
    return tuple(sorted(weight, key=lambda party: (-weight[party], party)))
