"""A person's corrections, as changes of rows: each leaves them accepted; no later run overwrites them.

Every function runs inside the caller's transaction; references that lead nowhere raise NotFound.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from diplotui.errors import ConflictError, NotFound
from diplotui.ids import record_id
from diplotui.ledger.relations import survivor
from diplotui.model import Actor, Claim, Decision, Event, StanceRow, Statement
from diplotui.store import actions, journal, rows
from diplotui.store.tables import TABLES, locate

BY_HAND = "person"
"""The rule of a row that a person made."""

_ACCEPTED = Decision.ACCEPTED.value
_PROPOSED = Decision.PROPOSED.value
_THROWN_OUT = Decision.THROWN_OUT.value

MERGEABLE = ("event", "claim", "actor")
"""Kinds of records of which two can be found to be one."""


def require_unchanged(
    connection: sqlite3.Connection,
    references: Sequence[str],
    read_at: str | None,
    session: str,
    step: int | None = None,
) -> None:
    """Raise ConflictError where another session changed one of these rows after the cursor ``read_at``.

    None: whatever is there now is taken for known. ``step``: lines of the journal from there on are my own.
    """
    if read_at is None:
        return
    after = journal.cursor_seq(read_at)
    for reference in references:
        table, _, key = reference.partition("/")
        later = connection.execute(
            "SELECT seq FROM journal WHERE tbl = ? AND key = ? AND seq > ?", (table, key, after)
        ).fetchall()
        foreign = [seq for (seq,) in later if step is None or seq < step]
        if any(not actions.written_by(connection, session, seq) for seq in foreign):
            raise ConflictError(
                f"{reference} was changed elsewhere meanwhile; nothing was written, look at it again"
            )


def found(connection: sqlite3.Connection, table: str, *key: str) -> sqlite3.Row:
    """A row by its key. Raises NotFound."""
    return locate(connection, "/".join((table, *key)))[1]


def require_standing(connection: sqlite3.Connection, table: str, key: str) -> None:
    """Raise ConflictError for a row that was thrown out. Raises NotFound."""
    if found(connection, table, key)["decision"] == _THROWN_OUT:
        raise ConflictError(f"{table}/{key} was thrown out; accept it first")


def change(connection: sqlite3.Connection, table: str, key: Sequence[str], **values: object) -> None:
    """Give a row these values and make it a person's."""
    found(connection, table, *key)
    named = dict(zip(TABLES[table].key, key, strict=True))
    TABLES[table].update(connection, {**named, **values, "decision": _ACCEPTED})


def file_actor(connection: sqlite3.Connection, actor: Actor) -> str:
    """Put an actor into the ledger where it is not there yet; returns its id."""
    if TABLES["actor"].find(connection, (actor.id,)) is None:
        TABLES["actor"].insert(connection, {**rows.actor_row(actor), "decision": _ACCEPTED})
    return actor.id


def speaker_change(statement: Statement, speaker: str | None) -> dict[str, object]:
    """Columns of a statement with another speaker, who takes the old one's places in the chain."""
    chain = [link for link in statement.chain if link != statement.speaker]
    if speaker is not None:
        chain = [speaker if link == statement.speaker else link for link in statement.chain]
        if speaker not in chain:
            chain = [speaker, *chain]
    once = [link for place, link in enumerate(chain) if place == 0 or link != chain[place - 1]]
    return {"speaker": speaker, "chain": rows.to_json(once)}


def event_of_statement(connection: sqlite3.Connection, statement_id: str) -> str | None:
    """The event in which a statement stands: the one it names, else that of a claim it speaks of."""
    row = connection.execute(
        "SELECT coalesce(s.event, (SELECT c.event FROM stance AS a JOIN claim AS c ON c.id = a.claim"
        " WHERE a.statement = s.id AND a.decision <> 'thrown-out' ORDER BY a.rowid LIMIT 1))"
        " FROM statement AS s WHERE s.id = ?",
        (statement_id,),
    ).fetchone()
    return None if row is None else row[0]


def move_statement(connection: sqlite3.Connection, statement_id: str, event: str) -> None:
    """Put a statement into another event, with the claims that nobody else speaks of."""
    found(connection, "event", event)
    old = event_of_statement(connection, statement_id)
    change(connection, "statement", [statement_id], event=event)
    own = connection.execute(
        "SELECT a.claim FROM stance AS a WHERE a.statement = ?1 AND a.decision <> 'thrown-out' AND NOT EXISTS"
        " (SELECT 1 FROM stance AS b WHERE b.claim = a.claim AND b.statement <> ?1"
        " AND b.decision <> 'thrown-out')",
        (statement_id,),
    ).fetchall()
    for (claim,) in own:
        change(connection, "claim", [claim], event=event)
    if old is not None and old != event:
        drop_empty(connection, events=[old])


def move_stance(
    connection: sqlite3.Connection, statement: str, claim: str, to: str, values: Mapping[str, object]
) -> None:
    """Let a stance reach another claim: the old one is thrown out, a new one accepted.

    The statement follows into the other claim's event where nothing holds it in its own; a claim that was
    only proposed and that nobody speaks of any more is thrown out.
    """
    old = found(connection, "stance", statement, claim)
    target = found(connection, "claim", to)
    kept = {name: old[name] for name in ("stance", "coverage", "scope")}
    put_stance(connection, statement, to, {**kept, **values})
    TABLES["stance"].update(connection, {"statement": statement, "claim": claim, "decision": _THROWN_OUT})
    left = found(connection, "claim", claim)["event"]
    stays = connection.execute(
        "SELECT 1 FROM stance AS a JOIN claim AS c ON c.id = a.claim"
        " WHERE a.statement = ? AND a.decision <> 'thrown-out' AND c.event = ?",
        (statement, left),
    ).fetchone()
    if stays is None and found(connection, "statement", statement)["event"] == left:
        change(connection, "statement", [statement], event=target["event"])
    drop_empty(connection, claims=[claim], events=[left])


def put_stance(
    connection: sqlite3.Connection, statement: str, claim: str, values: Mapping[str, object]
) -> None:
    """Write a person's stance of a statement on a claim, over one that is there."""
    found(connection, "statement", statement)
    found(connection, "claim", claim)
    key = {"statement": statement, "claim": claim}
    if TABLES["stance"].find(connection, (statement, claim)) is not None:
        TABLES["stance"].update(connection, {**key, **values, "decision": _ACCEPTED})
    else:
        TABLES["stance"].insert(
            connection, {**key, **values, "score": "[]", "rule": BY_HAND, "decision": _ACCEPTED}
        )


def drop_empty(
    connection: sqlite3.Connection, *, claims: Sequence[str] = (), events: Sequence[str] = ()
) -> None:
    """Throw out those that were only proposed and that nothing speaks of any more."""
    for claim in claims:
        empty = connection.execute(
            "SELECT 1 FROM claim AS c WHERE c.id = ?1 AND c.decision = 'proposed'"
            " AND NOT EXISTS (SELECT 1 FROM stance WHERE claim = ?1 AND decision <> 'thrown-out')"
            " AND NOT EXISTS (SELECT 1 FROM claim AS o WHERE ?1 IN (o.entails, o.same_as))",
            (claim,),
        ).fetchone()
        if empty:
            TABLES["claim"].update(connection, {"id": claim, "decision": _THROWN_OUT})
    for event in events:
        empty = connection.execute(
            "SELECT 1 FROM event AS e WHERE e.id = ?1 AND e.decision = 'proposed'"
            " AND NOT EXISTS (SELECT 1 FROM claim WHERE event = ?1 AND decision <> 'thrown-out')"
            " AND NOT EXISTS (SELECT 1 FROM statement WHERE event = ?1 AND decision <> 'thrown-out')"
            " AND NOT EXISTS (SELECT 1 FROM event AS o WHERE o.same_as = ?1)",
            (event,),
        ).fetchone()
        if empty:
            TABLES["event"].update(connection, {"id": event, "decision": _THROWN_OUT})


def new_claim(connection: sqlite3.Connection, statement: str, claim: Claim, stance: StanceRow) -> Claim:
    """Add a claim with the stance that a statement takes on it. Raises ConflictError where it is there."""
    found(connection, "event", claim.event)
    if TABLES["claim"].find(connection, (claim.id,)) is not None:
        raise ConflictError(f"claim/{claim.id} says this already of {statement}; correct that one")
    TABLES["claim"].insert(connection, rows.claim_row(claim))
    put_stance(
        connection,
        statement,
        claim.id,
        {"stance": stance.stance.value, "coverage": stance.coverage.value, "scope": stance.scope},
    )
    if found(connection, "statement", statement)["event"] is None:
        change(connection, "statement", [statement], event=claim.event)
    return claim


def merge(connection: sqlite3.Connection, kind: str, kept: str, merged: str) -> str:
    """Let one record stand for another, too; returns the id of the one that stands for both.

    Raises ConflictError where the two are one already.
    """
    _require_mergeable(kind)

    def merged_into(record: str) -> str | None:
        value: str | None = found(connection, kind, record)["same_as"]
        return value

    found(connection, kind, merged)
    root = survivor(kept, merged_into)
    if survivor(merged, merged_into) == root:
        raise ConflictError(f"{kind}/{merged} and {kind}/{kept} are one already")
    change(connection, kind, [merged], same_as=root)
    return root


def split(connection: sqlite3.Connection, kind: str, record: str) -> None:
    """Let a merged record stand for itself again. Raises ConflictError where it was not merged."""
    _require_mergeable(kind)
    if found(connection, kind, record)["same_as"] is None:
        raise ConflictError(f"{kind}/{record} was not merged into anything")
    change(connection, kind, [record], same_as=None)


def _require_mergeable(kind: str) -> None:
    if kind not in MERGEABLE:
        raise NotFound(f"a {kind} cannot be merged; only {', '.join(MERGEABLE)}")


def split_event(
    connection: sqlite3.Connection,
    event_id: str,
    claims: Sequence[str],
    statements: Sequence[str],
    **values: object,
) -> Event:
    """Make a new event of some of the claims and statements of one; what is not given is as in the old one.

    The statements that speak of these claims alone go along.
    """
    old = found(connection, "event", event_id)
    row: dict[str, Any] = {name: old[name] for name in old.keys()}  # noqa: SIM118
    row |= values
    row |= {
        "id": record_id("e", BY_HAND, event_id, *sorted(claims), *sorted(statements)),
        "same_as": None,
        "rule": BY_HAND,
        "decision": _ACCEPTED,
    }
    if not claims and not statements:
        raise NotFound(f"nothing was named that could be taken out of event/{event_id}")
    if TABLES["event"].find(connection, (row["id"],)) is not None:
        raise ConflictError(f"event/{row['id']} was made of these already")
    TABLES["event"].insert(connection, row)
    for claim in claims:
        change(connection, "claim", [claim], event=row["id"])
    going = connection.execute(
        "SELECT s.id FROM statement AS s WHERE s.event = ?1 AND EXISTS (SELECT 1 FROM stance AS a"
        " WHERE a.statement = s.id AND a.claim IN (SELECT value FROM json_each(?2)))"
        " AND NOT EXISTS (SELECT 1 FROM stance AS a JOIN claim AS c ON c.id = a.claim"
        " WHERE a.statement = s.id AND a.decision <> 'thrown-out' AND c.event = ?1)",
        (event_id, rows.to_json(claims)),
    ).fetchall()
    for statement in dict.fromkeys([*statements, *(one for (one,) in going)]):
        change(connection, "statement", [statement], event=row["id"])
    return rows.event_of(row)


def split_claim(
    connection: sqlite3.Connection,
    claim_id: str,
    statements: Sequence[str],
    text: str,
    subjects: Sequence[str] | None,
) -> Claim:
    """Make a new claim in the same event and let these statements' stances reach it instead."""
    old = rows.claim_of(found(connection, "claim", claim_id))
    made = Claim(
        id=record_id("c", BY_HAND, claim_id, text, *sorted(statements)),
        event=old.event,
        text=text,
        kind=old.kind,
        subjects=old.subjects if subjects is None else tuple(subjects),
        rule=BY_HAND,
        decision=Decision.ACCEPTED,
    )
    if not statements:
        raise NotFound(f"no statement was named that speaks of another matter than claim/{claim_id}")
    if TABLES["claim"].find(connection, (made.id,)) is not None:
        raise ConflictError(f"claim/{made.id} was made of these already")
    TABLES["claim"].insert(connection, rows.claim_row(made))
    for statement in statements:
        move_stance(connection, statement, claim_id, made.id, {})
    return made
