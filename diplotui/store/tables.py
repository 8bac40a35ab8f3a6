"""The content tables as the store writes them: keys, and what an equal row is.

How a filed row meets one that is there is data: each column of a table is compared, filled or joined.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diplotui.errors import NotFound
from diplotui.store.rows import Row

Values = Mapping[str, object]
"""A row to be written, by column name."""


@dataclass(frozen=True, slots=True)
class Table:
    """A content table: its name, its key, and the columns that do not simply have to be equal."""

    name: str
    key: tuple[str, ...] = ("id",)
    filled: frozenset[str] = frozenset()
    """Where one side does not know (NULL or an empty list), the other's value holds."""
    joined: frozenset[str] = frozenset()
    """Lists that grow: what is new is appended."""
    ignored: frozenset[str] = frozenset({"rule"})
    """Columns whose difference makes no other row."""

    def key_of(self, row: Row) -> tuple[object, ...]:
        """The values of a row's key."""
        if len(self.key) == 1:
            return (row[self.key[0]],)
        return tuple(row[name] for name in self.key)

    def reference(self, row: Row) -> str:
        """``kind/id`` as people and notes write it."""
        return "/".join((self.name, *map(str, self.key_of(row))))

    @property
    def _test(self) -> str:
        return " AND ".join(f"{name} = ?" for name in self.key)

    def find(self, connection: sqlite3.Connection, key: tuple[object, ...]) -> sqlite3.Row | None:
        """The row with this key."""
        found = connection.execute(f"SELECT * FROM {self.name} WHERE {self._test}", key).fetchone()
        return found if isinstance(found, sqlite3.Row) else None

    def find_all(
        self, connection: sqlite3.Connection, wanted: Sequence[tuple[object, ...]]
    ) -> dict[tuple[object, ...], sqlite3.Row]:
        """The rows with these keys, by key."""
        columns = ", ".join(self.key)
        values = ", ".join(f"value ->> {place}" for place in range(len(self.key)))
        found = connection.execute(
            f"SELECT * FROM {self.name} WHERE ({columns}) IN (SELECT {values} FROM json_each(?))",
            (json.dumps(wanted),),
        ).fetchall()
        return {self.key_of(row): row for row in found}

    def insert(self, connection: sqlite3.Connection, *added: Values) -> None:
        """Add rows, which all have the same columns."""
        if added:
            connection.executemany(
                f"INSERT INTO {self.name} ({', '.join(added[0])}) VALUES ({', '.join('?' * len(added[0]))})",
                [tuple(row.values()) for row in added],
            )

    def update(self, connection: sqlite3.Connection, row: Values) -> None:
        """Give the row with this key these values."""
        names = [name for name in row if name not in self.key]
        if names:
            connection.execute(
                f"UPDATE {self.name} SET {', '.join(f'{name} = ?' for name in names)} WHERE {self._test}",
                (*(row[name] for name in names), *self.key_of(row)),
            )

    def delete(self, connection: sqlite3.Connection, key: tuple[object, ...]) -> None:
        """Take a row away."""
        connection.execute(f"DELETE FROM {self.name} WHERE {self._test}", key)


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("topic", filled=frozenset({"words"}), ignored=frozenset({"ordinal", "words"})),
        Table(
            "actor",
            filled=frozenset(
                {"of", "iso", "office", "heads", "vouched_by", "wikidata", "reliability", "same_as"}
            ),
            joined=frozenset({"aliases"}),
        ),
        Table("document", ignored=frozenset({"rule", "removed_characters"})),
        Table("event", joined=frozenset({"parties"})),
        Table("claim", filled=frozenset({"entails", "same_as"})),
        Table("statement", filled=frozenset({"event"})),
        Table("stance", key=("statement", "claim"), ignored=frozenset({"rule", "score"})),
        Table("quote"),
        Table("date_mention"),
        Table("note"),
        Table("event_passage", key=("event", "ordinal")),
        Table("saved_view", key=("name",)),
    )
}
"""Every content table by name, in an order in which rows can be inserted."""

KINDS = ("event", "claim", "statement", "document", "actor", "topic", "note", "quote", "date_mention")
"""Tables whose records people name by id, most usual first."""


def locate(connection: sqlite3.Connection, reference: str) -> tuple[Table, sqlite3.Row]:
    """The table and row of a full reference such as ``statement/s1`` or ``stance/s1/c1``. Raises NotFound."""
    kind, _, rest = reference.partition("/")
    table = TABLES.get(kind)
    if table is not None and rest:
        key = tuple(rest.split("/")) if len(table.key) > 1 else (rest,)
        row = table.find(connection, key) if len(key) == len(table.key) else None
        if row is not None:
            return table, row
    raise NotFound(f"there is no {reference} in the ledger")


def merged(table: Table, there: Row, new: Values, *, stronger: bool) -> dict[str, object] | None:
    """What a stored row becomes when ``new`` is filed; None where the two contradict each other.

    ``stronger``: a person stands behind the new row and only the rules behind the stored one. The answer
    holds the columns that change, and is empty where none does.
    """
    change: dict[str, object] = {}
    for name, value in new.items():
        stored = there[name]
        if name in table.key or stored == value:
            continue
        if name == "decision":
            if stronger:
                change[name] = value
        elif name in table.joined:
            known = json.loads(stored)
            grown = known + [item for item in json.loads(str(value)) if item not in known]
            if grown != known:
                change[name] = json.dumps(grown, ensure_ascii=False, separators=(",", ":"))
        elif name in table.filled and stored in (None, "[]"):
            change[name] = value
        elif name in table.ignored or (name in table.filled and value in (None, "[]")):
            continue
        else:
            return None
    return change
