"""The whole ledger, or all of one topic, as one filing: what an export writes and an import reads back."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection
from typing import TypeVar

from diplotui.errors import NotFound
from diplotui.model import OTHER_TOPIC, Filing, Passage
from diplotui.store import rows
from diplotui.store.gather import as_list

Record = TypeVar("Record")


def everything(connection: sqlite3.Connection, topic: str | None) -> Filing:
    """All records, thrown-out ones too, in the order in which they were filed.

    With a topic: its events and all that they rest on, so that the result can be filed elsewhere; claims
    that these entail come along with their events. Raises NotFound for an unknown topic.
    """
    if topic is None:
        chosen = None
    else:
        if connection.execute("SELECT 1 FROM topic WHERE id = ?", (topic,)).fetchone() is None:
            raise NotFound(f"there is no topic {topic}")
        chosen = _chosen(connection, topic)

    def read(table: str, build: Callable[[sqlite3.Row], Record]) -> tuple[Record, ...]:
        if chosen is None:
            found = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")
        elif table == "stance":
            found = connection.execute(
                "SELECT * FROM stance WHERE statement IN (SELECT value FROM json_each(?))"
                " AND claim IN (SELECT value FROM json_each(?)) ORDER BY rowid",
                (as_list(chosen["statement"]), as_list(chosen["claim"])),
            )
        else:
            found = connection.execute(
                f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid",
                (as_list(chosen[table]),),
            )
        return tuple(build(row) for row in found.fetchall())

    passages = _passages(connection, None if chosen is None else chosen["event"])
    events = read("event", lambda row: rows.event_of(row, passages[row["id"]]))
    used = {event.topic for event in events}
    return Filing(
        documents=read("document", rows.document_of),
        topics=tuple(t for t in read("topic", rows.topic_of) if t.id != OTHER_TOPIC or t.id in used),
        actors=read("actor", rows.actor_of),
        events=events,
        claims=read("claim", rows.claim_of),
        statements=read("statement", rows.statement_of),
        stances=read("stance", rows.stance_of),
        quotes=read("quote", rows.quote_of),
        dates=read("date_mention", rows.date_of),
        notes=read("note", rows.note_of),
    )


def _passages(connection: sqlite3.Connection, events: Collection[str] | None) -> dict[str, list[Passage]]:
    passages: dict[str, list[Passage]] = defaultdict(list)
    test = "1" if events is None else "event IN (SELECT value FROM json_each(?))"
    found = connection.execute(
        f"SELECT * FROM event_passage WHERE {test} ORDER BY event, ordinal",
        () if events is None else (as_list(events),),
    )
    for row in found.fetchall():
        passages[row["event"]].append(rows.passage_of(row))
    return passages


_CLOSURE = """
WITH RECURSIVE
needed (id) AS (
    SELECT c.id FROM claim AS c JOIN event AS e ON e.id = c.event WHERE e.topic = ?1
    UNION SELECT c.entails FROM claim AS c JOIN needed AS n ON c.id = n.id WHERE c.entails IS NOT NULL
    UNION SELECT c.same_as FROM claim AS c JOIN needed AS n ON c.id = n.id WHERE c.same_as IS NOT NULL
),
shown (id) AS (
    SELECT id FROM event WHERE topic = ?1
    UNION SELECT c.event FROM claim AS c JOIN needed AS n ON n.id = c.id
    UNION SELECT e.same_as FROM event AS e JOIN shown AS s ON e.id = s.id WHERE e.same_as IS NOT NULL
)
"""
"""Claims and events of a topic, and those that they refer to."""


_STATEMENTS = """
SELECT statement FROM stance WHERE claim IN (SELECT value FROM json_each(?1))
UNION SELECT id FROM statement WHERE event IN (SELECT value FROM json_each(?2))
"""
"""Statements on some claims and in some events."""

_DOCUMENTS = """
WITH RECURSIVE cited (id) AS (
    SELECT document FROM statement WHERE id IN (SELECT value FROM json_each(?1))
    UNION SELECT document FROM event_passage WHERE event IN (SELECT value FROM json_each(?2))
    UNION SELECT d.replaces FROM document AS d JOIN cited AS c ON d.id = c.id
)
SELECT id FROM cited
"""
"""Documents of some statements and events, with those that they replace."""

_QUOTES = "SELECT id FROM quote WHERE statement IN (SELECT value FROM json_each(?))"

_DATES = """
SELECT m.id FROM date_mention AS m JOIN statement AS s ON s.document = m.document
    AND s.start <= m.start AND m.end <= s.end WHERE s.id IN (SELECT value FROM json_each(?1))
UNION SELECT m.id FROM date_mention AS m JOIN event_passage AS p ON p.document = m.document
    AND p.start <= m.start AND m.end <= p.end WHERE p.event IN (SELECT value FROM json_each(?2))
"""
"""Dates inside the passages of some statements and events."""

_ACTORS = """
WITH RECURSIVE voice (id) AS (
    SELECT speaker FROM statement WHERE id IN (SELECT value FROM json_each(?1))
    UNION SELECT j.value FROM statement AS s, json_each(s.chain) AS j
        WHERE s.id IN (SELECT value FROM json_each(?1))
    UNION SELECT publisher FROM document WHERE id IN (SELECT value FROM json_each(?2))
    UNION SELECT words_of FROM quote WHERE id IN (SELECT value FROM json_each(?3))
    UNION SELECT relays FROM quote WHERE id IN (SELECT value FROM json_each(?3))
    UNION SELECT a.of FROM actor AS a JOIN voice AS v ON a.id = v.id
    UNION SELECT a.vouched_by FROM actor AS a JOIN voice AS v ON a.id = v.id
    UNION SELECT a.same_as FROM actor AS a JOIN voice AS v ON a.id = v.id
)
SELECT id FROM voice
"""
"""All who speak, relay, publish or are quoted in some statements, documents and quotations."""

_TOPICS = "SELECT topic FROM event WHERE id IN (SELECT value FROM json_each(?))"

_NOTES = "SELECT id FROM note WHERE about IN (SELECT value FROM json_each(?))"


def _chosen(connection: sqlite3.Connection, topic: str) -> dict[str, set[str]]:
    """Ids of the records of one topic, by table."""

    def ids(query: str, *values: str) -> set[str]:
        found = connection.execute(query, values).fetchall()
        return {one for (one,) in found if one is not None}

    claims = ids(_CLOSURE + "SELECT id FROM needed", topic)
    events = ids(_CLOSURE + "SELECT id FROM shown", topic)
    shown = as_list(events)
    statements = ids(_STATEMENTS, as_list(claims), shown)
    spoken = as_list(statements)
    documents = ids(_DOCUMENTS, spoken, shown)
    quotes = ids(_QUOTES, spoken)
    chosen = {
        "topic": ids(_TOPICS, shown) | {topic},
        "event": events,
        "claim": claims,
        "statement": statements,
        "document": documents,
        "quote": quotes,
        "date_mention": ids(_DATES, spoken, shown),
        "actor": ids(_ACTORS, spoken, as_list(documents), as_list(quotes)),
    }
    subjects = [f"{kind}/{one}" for kind, found in chosen.items() for one in found]
    chosen["note"] = ids(_NOTES, as_list(subjects))
    return chosen
