"""Writing what today's rules read in a stored document over what earlier rules proposed.

What a person decided stands: where the rules read it otherwise, that is only reported.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diplotui.ledger.relations import survivor
from diplotui.ledger.rereading import Mergers, Rereading, root_of
from diplotui.model import Difference, Filing, Revision, Statement
from diplotui.store import rows, write
from diplotui.store.gather import as_list
from diplotui.store.rows import Row
from diplotui.store.tables import TABLES, Table, Values

_TOLD = {
    "statement": ("speaker", "party", "office", "basis", "said", "event"),
    "stance": ("stance", "coverage", "scope"),
    "claim": ("text", "subjects", "event"),
    "event": ("topic", "title", "kind", "date"),
}
"""Columns in which a person's row is compared with what the rules read."""

_MERGED = {"speaker": "actor", "event": "event", "claim": "claim", "entails": "claim"}
"""Columns that name what can be merged: names of what is one count as equal."""

_AMONG = "id IN (SELECT value FROM json_each(?))"


def filed_from(connection: sqlite3.Connection, document: str) -> Filing:
    """What hangs on one document: statements, stances, the claims and events they speak of, quotes, dates."""

    def read(query: str, *values: str) -> list[sqlite3.Row]:
        return connection.execute(query, values).fetchall()

    statements = read("SELECT * FROM statement WHERE document = ? ORDER BY start, rowid", document)
    ids = as_list(row["id"] for row in statements)
    stances = read(
        "SELECT * FROM stance WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY rowid", ids
    )
    claims = as_list(row["claim"] for row in stances)
    found = read(f"SELECT * FROM claim WHERE {_AMONG}", claims)
    events = as_list(
        [row["event"] for row in found] + [row["event"] for row in statements if row["event"] is not None]
    )
    return Filing(
        statements=tuple(map(rows.statement_of, statements)),
        stances=tuple(map(rows.stance_of, stances)),
        claims=tuple(map(rows.claim_of, found)),
        events=tuple(map(rows.event_of, read(f"SELECT * FROM event WHERE {_AMONG}", events))),
        quotes=tuple(map(rows.quote_of, read("SELECT * FROM quote WHERE document = ?", document))),
        dates=tuple(map(rows.date_of, read("SELECT * FROM date_mention WHERE document = ?", document))),
    )  # fmt: skip


def mergers(connection: sqlite3.Connection) -> Mergers:
    """Everything that was merged, with what stands for it."""
    found: dict[tuple[str, str], str] = {}
    for kind in ("event", "claim", "actor"):
        into = dict(
            connection.execute(f"SELECT id, same_as FROM {kind} WHERE same_as IS NOT NULL").fetchall()
        )
        found |= {(kind, record): survivor(record, into.get) for record in into}
    return found


def revise(connection: sqlite3.Connection, document: str, read: Rereading) -> Revision:
    """Bring the proposed rows of one document up to a new reading, inside the caller's transaction."""
    return _Reviser(connection, document, read).run()


class _Reviser:
    """One document's rows on their way from an earlier reading to a new one."""

    def __init__(self, connection: sqlite3.Connection, document: str, read: Rereading) -> None:
        self.connection = connection
        self.document = document
        self.filing = read.filing
        self.absorbed = read.absorbed
        self.mergers = mergers(connection)
        self.added = self.changed = self.removed = 0
        self.differences: list[Difference] = []

    def run(self) -> Revision:
        stored = filed_from(self.connection, self.document)
        write.file(self.connection, Filing(actors=self.filing.actors))
        self._meet("event", map(rows.event_row, self.filing.events))
        self._meet("claim", map(rows.claim_row, self.filing.claims))
        self._meet("statement", map(rows.statement_row, self.filing.statements))
        self._meet_stances(stored)
        self._remove_statements(stored)
        self._remove_claims(stored)
        self._passages(stored)
        self._remove_events(stored)
        self._replace("quote", [rows.quote_row(one) for one in self.filing.quotes])
        self._replace("date_mention", [rows.date_row(one) for one in self.filing.dates])
        self._document()
        for known, fresh in self.absorbed:
            there = TABLES["statement"].find(self.connection, (known,))
            if there is not None:
                self._compare(TABLES["statement"], there, rows.statement_row(replace(fresh, id=known)))
        return Revision(self.document, self.added, self.changed, self.removed, tuple(self.differences))

    def _meet(self, name: str, fresh: Iterable[Values]) -> None:
        """Add new rows, change proposed ones, and compare decided ones."""
        table = TABLES[name]
        for new in fresh:
            there = table.find(self.connection, table.key_of(new))
            if there is None:
                table.insert(self.connection, new)
                self.added += 1
            elif there["decision"] == "proposed":
                self._update(table, there, new)
            else:
                self._compare(table, there, new)

    def _update(self, table: Table, there: Row, new: Values) -> None:
        """Give a proposed row the rules' new values; a merger, which is a person's, is kept."""
        change = {
            name: value
            for name, value in new.items()
            if name not in (*table.key, "decision", "same_as") and not self._equal(name, there[name], value)
        }
        if change:
            table.update(self.connection, {**{name: new[name] for name in table.key}, **change})
            self.changed += 1

    def _equal(self, name: str, stored: object, fresh: object) -> bool:
        if name == "chain":
            return self._chain(stored) == self._chain(fresh)
        if name == "score":
            return bool(rows.score_of(str(stored)) == rows.score_of(str(fresh)))
        if name in _MERGED:
            root = root_of(self.mergers, _MERGED[name])
            return root(_text(stored)) == root(_text(fresh))
        return stored == fresh

    def _chain(self, text: object) -> list[str | None]:
        return [root_of(self.mergers, "actor")(link) for link in json.loads(str(text))]

    def _compare(self, table: Table, there: Row, new: Values) -> None:
        """Report where the rules read otherwise what a person decided."""
        reference = table.reference(there)
        if there["decision"] == "thrown-out":
            self.differences.append(Difference(reference, "decision", "thrown out", "still read"))
            return
        self.differences += [
            Difference(reference, name, _shown(there[name]), _shown(new[name]))
            for name in _TOLD[table.name]
            if not self._equal(name, there[name], new[name])
        ]

    def _meet_stances(self, stored: Filing) -> None:
        root = root_of(self.mergers, "claim")
        table = TABLES["stance"]
        known = {(one.statement, root(one.claim)): one for one in reversed(stored.stances)}
        known |= {(one.statement, one.claim): one for one in stored.stances}
        decided = {one.id for one in stored.statements if one.decision.value != "proposed"}
        met: set[tuple[str, str]] = set()
        for fresh in self.filing.stances:
            there = known.get((fresh.statement, fresh.claim)) or known.get(
                (fresh.statement, root(fresh.claim))
            )
            new = rows.stance_row(replace(fresh, claim=there.claim if there else fresh.claim))
            if there is not None:
                met.add((there.statement, there.claim))
                self._meet("stance", [new])
            elif fresh.statement in decided:
                self.differences.append(
                    Difference(table.reference(new), "stance", "none", fresh.stance.value)
                )
            else:
                self._meet("stance", [new])
        for one in stored.stances:
            if (one.statement, one.claim) not in met:
                self._drop(table, (one.statement, one.claim), one.decision.value)  # fmt: skip

    def _drop(self, table: Table, key: tuple[str, ...], decision: str) -> None:
        """Delete a proposed row that is no longer read; report an accepted one."""
        if decision == "proposed":
            table.delete(self.connection, key)
            self.removed += 1
        elif decision == "accepted" and not self._made_by_hand(table, key):
            reference = "/".join((table.name, *key))
            self.differences.append(Difference(reference, "decision", "accepted", "no longer read"))

    def _made_by_hand(self, table: Table, key: tuple[str, ...]) -> bool:
        row = table.find(self.connection, key)
        return row is None or row["rule"] == "person"

    def _remove_statements(self, stored: Filing) -> None:
        kept = {one.id for one in self.filing.statements} | {known for known, _ in self.absorbed}
        for one in stored.statements:
            if one.id in kept or self._held(one):
                continue
            self._drop(TABLES["statement"], (one.id,), one.decision.value)

    def _held(self, one: Statement) -> bool:
        """Whether a person's stance or note hangs on a statement."""
        return self._any(
            "SELECT 1 FROM stance WHERE statement = ?1 UNION ALL SELECT 1 FROM note"
            " WHERE about = 'statement/' || ?1",
            one.id,
        )

    def _remove_claims(self, stored: Filing) -> None:
        """Delete proposed claims of which nobody speaks any more and on which nothing hangs."""
        for claim in stored.claims:
            if claim.decision.value == "proposed" and not self._any(
                "SELECT 1 FROM stance WHERE claim = ?1 UNION ALL SELECT 1 FROM claim"
                " WHERE ?1 IN (entails, same_as) UNION ALL SELECT 1 FROM note WHERE about = 'claim/' || ?1"
                " UNION ALL SELECT 1 FROM watch WHERE kind = 'claim' AND record = ?1",
                claim.id,
            ):
                self._drop(TABLES["claim"], (claim.id,), "proposed")

    def _remove_events(self, stored: Filing) -> None:
        """Delete proposed events in which nothing stands any more."""
        for event in stored.events:
            if event.decision.value == "proposed" and not self._any(
                "SELECT 1 FROM claim WHERE event = ?1 UNION ALL SELECT 1 FROM statement WHERE event = ?1"
                " UNION ALL SELECT 1 FROM event WHERE same_as = ?1 UNION ALL SELECT 1 FROM note"
                " WHERE about = 'event/' || ?1 UNION ALL SELECT 1 FROM event_passage WHERE event = ?1"
                " AND document <> ?2",
                event.id,
                self.document,
            ):
                self.connection.execute("DELETE FROM event_passage WHERE event = ?", (event.id,))
                self._drop(TABLES["event"], (event.id,), "proposed")

    def _passages(self, stored: Filing) -> None:
        """Give proposed events of this document the passages of the new reading; none, where it has none."""
        founded = {event.id for event in self.filing.events}
        for event in stored.events:
            if event.id not in founded and event.decision.value == "proposed":
                self.connection.execute(
                    "DELETE FROM event_passage WHERE event = ? AND document = ?", (event.id, self.document)
                )
        for event in self.filing.events:
            row = TABLES["event"].find(self.connection, (event.id,))
            if row is None or row["decision"] != "proposed":
                continue
            wanted = {(one.start, one.end): one for one in event.passages}
            there = self.connection.execute(
                "SELECT ordinal, start, end, role FROM event_passage WHERE event = ? AND document = ?",
                (event.id, self.document),
            ).fetchall()
            if {(one["start"], one["end"], one["role"]) for one in there} == {
                (*place, one.role) for place, one in wanted.items()
            }:
                continue
            for one in there:
                self.connection.execute(
                    "DELETE FROM event_passage WHERE event = ? AND ordinal = ?", (event.id, one["ordinal"])
                )
            write.file_passages(self.connection, Filing(events=(event,)))
            self.changed += 1

    def _replace(self, name: str, fresh: Sequence[Values]) -> None:
        """Make the rows of a table on which nobody decides what the new reading has."""
        table = TABLES[name]
        wanted = {new["id"]: new for new in fresh}
        there = self.connection.execute(
            f"SELECT * FROM {name} WHERE document = ?", (self.document,)
        ).fetchall()
        for row in there:
            new = wanted.pop(row["id"], None)
            if new is None:
                table.delete(self.connection, (row["id"],))
                self.removed += 1
            elif not all(self._same_mention(column, row[column], value) for column, value in new.items()):
                table.update(self.connection, new)
                self.changed += 1
        table.insert(self.connection, *wanted.values())
        self.added += len(wanted)

    def _same_mention(self, name: str, stored: object, fresh: object) -> bool:
        if name in ("words_of", "relays"):
            root = root_of(self.mergers, "actor")
            return root(_text(stored)) == root(_text(fresh))
        return stored == fresh

    def _document(self) -> None:
        """Renew what of the document is passed over, and its language."""
        for fresh in self.filing.documents:
            there = TABLES["document"].find(self.connection, (fresh.id,))
            if there is not None and there["decision"] == "proposed":
                new = rows.document_row(fresh)
                self._update(TABLES["document"], there, {one: new[one] for one in ("id", "skip", "language")})

    def _any(self, query: str, *values: str) -> bool:
        return self.connection.execute(query, values).fetchone() is not None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _shown(value: object) -> str:
    return "none" if value in (None, "[]") else str(value)
