"""``db/schema.sql`` is the schema as the migrations leave it.

To write it anew after adding a migration: ``python -m tests.store.test_schema > db/schema.sql``
"""

import re
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from diplotui.paths import shipped
from diplotui.store import open_store
from diplotui.store.tables import TABLES
from tests.builders import filing

HEADER = """\
-- The ledger as all of db/migrations leave it; a test compares the two.
-- To write it anew: python -m tests.store.test_schema > db/schema.sql
"""


def statements(path: Path) -> list[str]:
    """What makes the schema of a database, SQLite's own and the migrations' bookkeeping left out."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND tbl_name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            " AND tbl_name <> '_sqlite_migrations' AND tbl_name NOT LIKE 'search\\_%' ESCAPE '\\'"
            " ORDER BY rowid"
        )
        return [sql for (sql,) in found.fetchall()]


def normal(sql: str) -> str:
    """A statement without comments and layout."""
    return " ".join(re.sub(r"--[^\n]*", "", sql).split())


def test_schema_file_is_what_the_migrations_make(path: Path) -> None:
    open_store(path).close()
    by_hand = path.with_name("by-hand.db")
    with closing(sqlite3.connect(by_hand)) as connection:
        connection.executescript(shipped("schema.sql").read_text(encoding="utf-8"))
    assert [normal(sql) for sql in statements(by_hand)] == [normal(sql) for sql in statements(path)]


def test_every_content_table_is_strict_and_journaled(path: Path) -> None:
    open_store(path).close()
    made = "\n".join(statements(path))
    for table in TABLES:
        assert re.search(rf"CREATE TABLE {table} \(.*?\n\) STRICT", made, re.DOTALL), table
        for when in ("insert", "update", "delete"):
            assert f"CREATE TRIGGER {table}_journal_{when} " in made


def test_closed_lists_are_those_of_the_model(path: Path) -> None:
    """Each CHECK lists exactly the values of its enum, so that no word can be filed that cannot be read."""
    from diplotui import model

    listed = {
        ("actor", "kind"): model.ActorKind,
        ("event", "kind"): model.EventKind,
        ("statement", "basis"): model.Basis,
        ("statement", "mode"): model.Mode,
        ("statement", "act"): model.Act,
        ("statement", "certainty"): model.Certainty,
        ("stance", "stance"): model.Stance,
        ("stance", "coverage"): model.Coverage,
        ("note", "kind"): model.NoteKind,
        ("event", "decision"): model.Decision,
        ("stance", "decision"): model.Decision,
    }
    open_store(path).close()
    made = {sql.split()[2]: normal(sql) for sql in statements(path) if sql.startswith("CREATE TABLE")}
    for (table, column), words in listed.items():
        found = re.search(rf"CHECK \( ?{column} IN \(([^)]*)\)", made[table])
        assert found, (table, column)
        assert set(re.findall(r"'([^']*)'", found.group(1))) == {word.value for word in words}


def test_views_can_be_read_by_hand(path: Path) -> None:
    with open_store(path) as store:
        store.file(filing())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id, status, public FROM timeline_view").fetchall() == [
            ("e1", "disputed", "2025-03-03")
        ]
        assert connection.execute(
            "SELECT party, position, exact FROM position_view ORDER BY 1"
        ).fetchall() == [
            ("RU", "denies", "denied that any truce was offered"),
            ("US", "affirms", "a truce was offered"),
        ]
        assert connection.execute("SELECT id, status, origins FROM status_view").fetchall() == [
            ("c1", "disputed", 1)
        ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        open_store(Path(folder) / "ledger.db").close()
        print(HEADER + "".join(f"\n{sql};\n" for sql in statements(Path(folder) / "ledger.db")), end="")
