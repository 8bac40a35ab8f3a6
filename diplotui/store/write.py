"""Filing records: idempotent, all or nothing, and never over what a person decided."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from diplotui.errors import ConflictError, NotFound
from diplotui.model import Decision, Event, Filing
from diplotui.store import rows
from diplotui.store.tables import TABLES, Table, Values, locate, merged

DECIDABLE = ("document", "actor", "event", "claim", "statement", "stance")
"""Tables with a decision."""


def file(connection: sqlite3.Connection, filing: Filing) -> bool:
    """Write a filing inside the caller's transaction; True where it added or changed anything.

    Raises ConflictError naming the row where one with the same id has other content, and NotFound
    naming the reference where something referred to is neither there nor in the filing.
    """
    before = connection.total_changes
    _require_references(connection, filing)
    for name, new in _rows(filing):
        _file_row(connection, TABLES[name], new)
    for event in filing.events:
        _file_passages(connection, event)
    return connection.total_changes > before


def decide(connection: sqlite3.Connection, reference: str, decision: Decision) -> str:
    """Record a person's decision on a row; returns what was decided before. Raises NotFound."""
    table, row = locate(connection, reference)
    if table.name not in DECIDABLE:
        raise NotFound(f"{reference} is nothing that can be accepted or thrown out")
    before = str(row["decision"])
    if before != decision.value:
        key = {name: row[name] for name in table.key}
        table.update(connection, {**key, "decision": decision.value})
    return before


def _rows(filing: Filing) -> Iterable[tuple[str, Values]]:
    """The rows of a filing with their tables, in an order that satisfies references."""
    yield from (("topic", rows.topic_row(topic)) for topic in filing.topics)
    yield from (("actor", rows.actor_row(actor)) for actor in filing.actors)
    yield from (("document", rows.document_row(document)) for document in filing.documents)
    yield from (("event", rows.event_row(event)) for event in filing.events)
    yield from (("claim", rows.claim_row(claim)) for claim in filing.claims)
    yield from (("statement", rows.statement_row(statement)) for statement in filing.statements)
    yield from (("stance", rows.stance_row(stance)) for stance in filing.stances)
    yield from (("quote", rows.quote_row(quote)) for quote in filing.quotes)
    yield from (("date_mention", rows.date_row(mention)) for mention in filing.dates)
    yield from (("note", rows.note_row(note)) for note in filing.notes)


def _file_row(connection: sqlite3.Connection, table: Table, new: Values) -> None:
    there = table.find(connection, table.key_of(new))
    if there is None:
        try:
            table.insert(connection, new)
        except sqlite3.IntegrityError as error:
            raise ConflictError(
                f"{table.reference(new)} cannot be filed: {error}; nothing was written"
            ) from error
        return
    decided = "decision" in new and there["decision"] != Decision.PROPOSED.value
    proposed = new.get("decision") == Decision.PROPOSED.value
    if decided and proposed:
        return
    change = merged(table, there, new, stronger="decision" in new and not decided and not proposed)
    if change is None:
        raise ConflictError(
            f"{table.reference(new)} is already in the ledger with other content; nothing was written"
        )
    if change:
        table.update(connection, {**{name: new[name] for name in table.key}, **change})


def _file_passages(connection: sqlite3.Connection, event: Event) -> None:
    """Add the passages an event does not have yet, after those it has; a decided event keeps its own."""
    found = connection.execute(
        "SELECT document, start, end, ordinal FROM event_passage WHERE event = ?", (event.id,)
    ).fetchall()
    known = {tuple(row[:3]) for row in found}
    ordinal = max((row["ordinal"] for row in found), default=-1) + 1
    for passage in event.passages:
        if (passage.document, passage.start, passage.end) in known:
            continue
        known.add((passage.document, passage.start, passage.end))
        row: dict[str, Any] = {
            "event": event.id,
            "ordinal": ordinal,
            "document": passage.document,
            "start": passage.start,
            "end": passage.end,
            "exact": passage.exact,
            "role": passage.role,
        }
        _file_row(connection, TABLES["event_passage"], row)
        ordinal += 1


_REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "actor": (("of", "actor"), ("vouched_by", "actor"), ("same_as", "actor")),
    "document": (("publisher", "actor"), ("replaces", "document")),
    "event": (("topic", "topic"), ("same_as", "event")),
    "claim": (("event", "event"), ("entails", "claim"), ("same_as", "claim")),
    "statement": (("document", "document"), ("speaker", "actor"), ("event", "event")),
    "stance": (("statement", "statement"), ("claim", "claim")),
    "quote": (
        ("document", "document"),
        ("statement", "statement"),
        ("words_of", "actor"),
        ("relays", "actor"),
    ),
    "date_mention": (("document", "document"),),
}
"""Columns that name a row of another table: SQLite tests them too, but does not say which one failed."""


def _require_references(connection: sqlite3.Connection, filing: Filing) -> None:
    """Say which reference leads nowhere, where one does."""
    inside = {(name, new["id"]) for name, new in _rows(filing) if "id" in new}
    for name, new in _rows(filing):
        for column, target in _REFERENCES.get(name, ()):
            other = new[column]
            if other is None or (target, other) in inside:
                continue
            if TABLES[target].find(connection, (other,)) is None:
                raise ConflictError(
                    f"{TABLES[name].reference(new)} refers to {target}/{other} ({column}), "
                    "which is not in the ledger; nothing was written"
                )
