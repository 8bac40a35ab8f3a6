"""Filing records: idempotent, all or nothing, and never over what a person decided."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from diplotui.errors import ConflictError, NotFound
from diplotui.model import Decision, Filing
from diplotui.store import rows
from diplotui.store.gather import as_list
from diplotui.store.rows import Row
from diplotui.store.tables import TABLES, Table, Values, locate, merged

DECIDABLE = ("document", "actor", "event", "claim", "statement", "stance")
"""Tables with a decision."""


def file(connection: sqlite3.Connection, filing: Filing) -> bool:
    """Write a filing inside the caller's transaction; True where it added or changed anything.

    Raises ConflictError naming the row where one with the same id has other content, and NotFound
    naming the reference where something referred to is neither there nor in the filing.
    """
    before = connection.total_changes
    by_table: dict[str, list[Values]] = defaultdict(list)
    for name, new in _rows(filing):
        by_table[name].append(new)
    _require_references(connection, by_table)
    for name, rows_ in by_table.items():
        _file_rows(connection, TABLES[name], rows_)
    file_passages(connection, filing)
    return connection.total_changes > before


def file_passages(connection: sqlite3.Connection, filing: Filing) -> None:
    """Add the passages that the events of a filing do not have yet."""
    _file_rows(connection, TABLES["event_passage"], _new_passages(connection, filing))


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
    yield from (("claim", rows.claim_row(claim)) for claim in filing.hanging)
    yield from (("statement", rows.statement_row(statement)) for statement in filing.statements)
    yield from (("stance", rows.stance_row(stance)) for stance in filing.stances)
    yield from (("quote", rows.quote_row(quote)) for quote in filing.quotes)
    yield from (("date_mention", rows.date_row(mention)) for mention in filing.dates)
    yield from (("note", rows.note_row(note)) for note in filing.notes)


def _file_rows(connection: sqlite3.Connection, table: Table, filed: Sequence[Values]) -> None:
    """File the rows of one table: new ones are added together, others meet what is there."""
    there = table.find_all(connection, [table.key_of(new) for new in filed])
    added: dict[tuple[object, ...], Values] = {}
    for new in filed:
        key = table.key_of(new)
        if key in there:
            _meet(connection, table, there[key], new)
        elif added.setdefault(key, new) != new:
            raise ConflictError(f"{table.reference(new)} is filed twice with different content")
    connection.execute("SAVEPOINT added")
    try:
        table.insert(connection, *added.values())
    except sqlite3.IntegrityError:
        connection.execute("ROLLBACK TO added")
        _name_the_refused(connection, table, added.values())
    connection.execute("RELEASE added")


def _name_the_refused(connection: sqlite3.Connection, table: Table, added: Iterable[Values]) -> None:
    """Insert one by one to find which row is refused."""
    for new in added:
        try:
            table.insert(connection, new)
        except sqlite3.IntegrityError as error:
            raise ConflictError(
                f"{table.reference(new)} cannot be filed: {error}; nothing was written"
            ) from error


def _meet(connection: sqlite3.Connection, table: Table, there: Row, new: Values) -> None:
    """File a row whose key is there already."""
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


def _new_passages(connection: sqlite3.Connection, filing: Filing) -> list[Values]:
    """The passages that events do not have yet, numbered after those they have."""
    found = connection.execute(
        "SELECT event, document, start, end, ordinal FROM event_passage"
        " WHERE event IN (SELECT value FROM json_each(?))",
        (as_list(event.id for event in filing.events if event.passages),),
    ).fetchall()
    known = {(row["event"], row["document"], row["start"], row["end"]) for row in found}
    following: dict[str, int] = defaultdict(int)
    for row in found:
        following[row["event"]] = max(following[row["event"]], row["ordinal"] + 1)
    added: list[Values] = []
    for event in filing.events:
        for passage in event.passages:
            place = (event.id, passage.document, passage.start, passage.end)
            if place in known:
                continue
            known.add(place)
            added.append(
                {
                    "event": event.id,
                    "ordinal": following[event.id],
                    "document": passage.document,
                    "start": passage.start,
                    "end": passage.end,
                    "exact": passage.exact,
                    "role": passage.role,
                }
            )
            following[event.id] += 1
    return added


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


def _require_references(connection: sqlite3.Connection, by_table: Mapping[str, Sequence[Values]]) -> None:
    """Say which reference leads nowhere, where one does."""
    filed = {name: {new["id"] for new in new_rows if "id" in new} for name, new_rows in by_table.items()}
    used: dict[str, dict[object, str]] = defaultdict(dict)
    for name, new_rows in by_table.items():
        for column, target in _REFERENCES.get(name, ()):
            for new in new_rows:
                other = new[column]
                if other is not None and other not in filed.get(target, ()):
                    used[target].setdefault(other, f"{TABLES[name].reference(new)} ({column})")
    for target, users in used.items():
        there = TABLES[target].find_all(connection, [(other,) for other in users])
        for other, user in users.items():
            if (other,) not in there:
                raise ConflictError(
                    f"{user} refers to {target}/{other}, which is not in the ledger; nothing was written"
                )
