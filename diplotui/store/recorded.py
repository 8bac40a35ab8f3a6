"""The ledger as this file had it at an earlier instant, made from the journal and only as far as it differs.

A second, read-only connection gets temporary views under the names of the tables, which SQLite finds first:
rows that were written since are replaced by what the journal says they were, and events that this touches are
derived again. Every read of the store runs on it unchanged. The cost grows with what changed since the
instant, not with the ledger.
"""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from diplotui import clock
from diplotui.errors import InputError
from diplotui.store import derive, journal
from diplotui.store.affected import affected_events
from diplotui.store.connect import TIMEOUT
from diplotui.store.faults import mapped
from diplotui.store.gather import as_list
from diplotui.store.indexed import index_events
from diplotui.store.summary import summaries
from diplotui.store.tables import TABLES, Table

Result = TypeVar("Result")

_CONTESTED = "status IN ('disputed', 'denied', 'denied-in-part', 'denied-by-some')"

_DERIVED = ("timeline", "timeline_party", "position", "claim_status")
"""Derived tables that are made again for the events that were touched since."""


def instant_of(words: str) -> str:
    """An ISO 8601 instant as the journal writes it; without an offset it is local time. Raises InputError."""
    try:
        return clock.instant_text(datetime.fromisoformat(words.strip()))
    except ValueError:
        raise InputError(f"{words!r} is no instant, as in 2024-02-16T18:40:00Z") from None


class Past:
    """The ledger at ``path`` as it was recorded at ``instant`` (as ``instant_of`` gives it), to be read."""

    def __init__(self, path: Path, instant: str) -> None:
        self.path = path
        self.instant = instant
        self.today = datetime.fromisoformat(instant).astimezone().date()
        """The day up to which silence is counted."""
        self._built: int | None = None
        with mapped(path):
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=TIMEOUT
            )
            self._connection.row_factory = sqlite3.Row
            self._connection.execute("PRAGMA temp_store = MEMORY")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def read(self, query: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a query of the store on the ledger as it was; one snapshot."""
        with mapped(self.path):
            self._connection.execute("BEGIN")
            try:
                newest = self._connection.execute("SELECT max(seq) FROM main.journal").fetchone()[0] or 0
                if newest != self._built:
                    self._built = None
                    _build(self._connection, self.instant, self.today)
                    self._built = newest
                return query(self._connection)
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")


def line_at(connection: sqlite3.Connection, instant: str) -> int:
    """The last journal line written at an instant or before it; 0 where there is none.

    Found by halving: the journal's numbers and its clock rise together.
    """
    low, high = 0, journal.newest(connection)
    while low < high:
        middle = (low + high + 1) // 2
        seq, at = connection.execute(
            "SELECT seq, at FROM journal WHERE seq >= ? ORDER BY seq LIMIT 1", (middle,)
        ).fetchone()
        if at <= instant:
            low = seq
        else:
            high = middle - 1
    return low


def _build(connection: sqlite3.Connection, instant: str, today: date) -> None:
    """Put the views of an instant before the tables."""
    _clear(connection)
    until = line_at(connection, instant)
    if until == journal.newest(connection):
        touched: set[str] = set()
    else:
        touched, _ = affected_events(connection, until)
    silent = "SELECT DISTINCT s.event FROM position AS p JOIN claim_status AS s ON s.claim = p.claim"
    touched |= {event for (event,) in connection.execute(f"{silent} WHERE p.position = 'silent'").fetchall()}
    if not touched and until == journal.newest(connection):
        return
    connection.execute("CREATE TEMP TABLE changed (tbl TEXT, key TEXT, PRIMARY KEY (tbl, key)) WITHOUT ROWID")
    connection.execute(
        "INSERT OR IGNORE INTO changed SELECT tbl, key FROM main.journal WHERE seq > ?", (until,)
    )
    for table in TABLES.values():
        _show_content(connection, table, until)
    connection.execute(f"CREATE TEMP VIEW journal AS SELECT * FROM main.journal WHERE seq <= {until}")
    shown = connection.execute("SELECT sql FROM main.sqlite_master WHERE name = 'shown_statement'").fetchone()
    connection.execute(shown[0].replace("CREATE VIEW", "CREATE TEMP VIEW", 1))
    _show_derived(connection, touched, today)
    connection.execute(
        f"CREATE TEMP VIEW status_move AS SELECT * FROM main.status_move WHERE seq <= {until}"
        f" AND at < '{_end_of(today)}'"
    )


def indexes(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """The full-text indexes that stand for the ledger on this connection, each with a test for its rows.

    In a view of the past, what was touched since is indexed again, and only once a search asks for it.
    """
    made = {name for (name,) in connection.execute("SELECT name FROM temp.sqlite_master").fetchall()}
    if "changed_key" not in made:
        return (("main.search", "1"),)
    if "past_search" not in made:
        definition = connection.execute("SELECT sql FROM main.sqlite_master WHERE name = 'search'").fetchone()
        connection.execute(definition[0].replace("TABLE search", "TABLE temp.past_search", 1))
        keys = dict(connection.execute("SELECT event, key FROM temp.past_timeline").fetchall())
        shown = summaries(connection, list(keys), on=None, today=clock.today())
        index_events(connection, list(shown.values()), keys, "temp.past_search")
    return (
        ("main.search", "rowid NOT IN (SELECT key FROM temp.changed_key)"),
        ("temp.past_search", "1"),
    )


def _clear(connection: sqlite3.Connection) -> None:
    """Take all temporary views and tables away."""
    found = connection.execute(
        "SELECT type, name FROM temp.sqlite_master WHERE type IN ('view', 'table') ORDER BY type DESC, name"
    )
    for kind, name in found.fetchall():
        connection.execute(f"DROP {kind} IF EXISTS temp.{name}")


def _end_of(day: date) -> str:
    """The instant at which a local day ends: silence that sets in later is not in its past."""
    midnight = datetime.combine(min(day, date.max - timedelta(days=1)) + timedelta(days=1), time())
    return clock.instant_text(midnight.astimezone())


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """A table's columns, quoted."""
    found = connection.execute("SELECT name FROM pragma_table_info(?, 'main')", (table,)).fetchall()
    return [f'"{name}"' for (name,) in found]


def _show_content(connection: sqlite3.Connection, table: Table, until: int) -> None:
    """Replace the rows of a content table that were written since; nothing where none was."""
    name = table.name
    test = "SELECT 1 FROM temp.changed WHERE tbl = ?"
    if connection.execute(test, (name,)).fetchone() is None:
        return
    columns = _columns(connection, name)
    key = " || '/' || ".join(f"t.{column}" for column in table.key)
    values = [f"j.row ->> '$.{column.strip(chr(34))}'" for column in columns]
    if name == "document":  # the journal leaves texts out; they are fixed
        values[columns.index('"text"')] = "d.text"
    source = "JOIN main.document AS d ON d.id = c.key" if name == "document" else ""
    connection.execute(f"CREATE TEMP TABLE past_{name} AS SELECT rowid AS place, * FROM main.{name} WHERE 0")
    connection.execute(
        f"INSERT INTO past_{name} SELECT coalesce((SELECT t.rowid FROM main.{name} AS t"
        f" WHERE {_is_key(table)}), j.seq + (1 << 50)), {', '.join(values)}"
        f" FROM temp.changed AS c {source} JOIN main.journal AS j ON j.seq = (SELECT max(seq)"
        " FROM main.journal WHERE tbl = c.tbl AND key = c.key AND seq <= ?)"
        " WHERE c.tbl = ? AND j.op <> 'delete'",
        (until, name),
    )
    _copy_indexes(connection, name)
    older = ""
    if connection.execute(f"SELECT 1 FROM temp.past_{name}").fetchone():  # without it, joins stay quick
        older = f" UNION ALL SELECT place, {', '.join(columns)} FROM temp.past_{name}"
    connection.execute(
        f"CREATE TEMP VIEW {name} AS SELECT t.rowid AS rowid, {', '.join(f't.{one}' for one in columns)}"
        f" FROM main.{name} AS t WHERE NOT EXISTS (SELECT 1 FROM temp.changed"
        f" WHERE tbl = '{name}' AND key = {key}){older}"
    )


def _is_key(table: Table) -> str:
    """The test that ``t`` is the row of the journal line ``j``."""
    return " AND ".join(f"t.{column} = j.row ->> '$.{column}'" for column in table.key)


def _copy_indexes(connection: sqlite3.Connection, name: str) -> None:
    """Give a table of past rows the indexes of the present one."""
    wanted = [TABLES[name].key] if name in TABLES else []
    for (index,) in connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
        (name,),
    ).fetchall():
        found = connection.execute(
            "SELECT name FROM pragma_index_info(?, 'main') WHERE name IS NOT NULL", (index,)
        )
        wanted.append(tuple(column for (column,) in found.fetchall()))
    for number, columns in enumerate(one for one in wanted if one):
        quoted = ", ".join(f'"{column}"' for column in columns)
        connection.execute(f"CREATE INDEX temp.past_{name}_{number} ON past_{name} ({quoted})")


def _show_derived(connection: sqlite3.Connection, touched: Iterable[str], today: date) -> None:
    """Derive the touched events again as they were, and show them in place of what they are now."""
    events = as_list(touched)
    connection.execute("CREATE TEMP TABLE changed_event (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("INSERT INTO changed_event SELECT value FROM json_each(?)", (events,))
    for name in _DERIVED:
        connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM main.{name} WHERE 0")
    chosen = "SELECT id FROM temp.changed_event"
    connection.execute(f"INSERT INTO temp.timeline SELECT * FROM main.timeline WHERE event IN ({chosen})")
    derive.derive(connection, set(touched), today, past=True)
    _free_keys(connection)
    connection.execute(
        "CREATE TEMP TABLE changed_claim AS SELECT claim FROM main.claim_status"
        f" WHERE event IN ({chosen}) UNION SELECT claim FROM temp.claim_status"
    )
    connection.execute(
        f"CREATE TEMP TABLE changed_key AS SELECT key FROM main.timeline WHERE event IN ({chosen})"
    )
    connection.execute("CREATE INDEX temp.changed_claim_claim ON changed_claim (claim)")
    connection.execute("CREATE INDEX temp.changed_key_key ON changed_key (key)")
    for name, column, gone in (
        ("timeline", "event", "changed_event"),
        ("timeline_party", "key", "changed_key"),
        ("position", "claim", "changed_claim"),
        ("claim_status", "claim", "changed_claim"),
    ):
        columns = ", ".join(_columns(connection, name))
        connection.execute(f"ALTER TABLE temp.{name} RENAME TO past_{name}")
        _copy_indexes(connection, name)
        connection.execute(
            f"CREATE TEMP VIEW {name} AS SELECT {columns} FROM main.{name}"
            f" WHERE {column} NOT IN (SELECT * FROM temp.{gone})"
            f" UNION ALL SELECT {columns} FROM temp.past_{name}"
        )
    connection.execute(
        "CREATE TEMP VIEW topic_count AS SELECT topic, sum(events) AS events, sum(contested) AS contested,"
        " sum(unread) AS unread FROM (SELECT * FROM main.topic_count"
        f" UNION ALL SELECT topic, -1, -({_CONTESTED}), -unread FROM main.timeline WHERE event IN ({chosen})"
        f" UNION ALL SELECT topic, 1, {_CONTESTED}, unread FROM temp.past_timeline) GROUP BY topic"
    )


def _free_keys(connection: sqlite3.Connection) -> None:
    """Give touched events other keys where an untouched one has theirs: keys stay unique."""
    taken = connection.execute(
        "SELECT t.key FROM temp.timeline AS t JOIN main.timeline AS m ON m.key = t.key"
        " WHERE m.event NOT IN (SELECT id FROM temp.changed_event)"
    ).fetchall()
    for (key,) in taken:
        free = key + 1
        while connection.execute(
            "SELECT 1 FROM main.timeline WHERE key = ?1 UNION ALL SELECT 1 FROM temp.timeline WHERE key = ?1",
            (free,),
        ).fetchone():
            free += 1
        for name in ("timeline", "timeline_party"):
            connection.execute(f"UPDATE temp.{name} SET key = ? WHERE key = ?", (free, key))


__all__ = ["Past", "indexes", "instant_of", "line_at"]
