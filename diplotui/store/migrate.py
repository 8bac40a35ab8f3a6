"""The numbered SQL steps in ``db/migrations``, and the guarded way to apply them.

Two programs that start at once both succeed: the list of pending steps is made inside the transaction
that applies them. A ledger written by a newer program is refused by name.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from diplotui.errors import NewerLedger, NotALedger, StoreError
from diplotui.paths import shipped
from diplotui.store.progress import tell

APPLICATION_ID = 0x44504C54
"""``DPLT``: marks an SQLite file as a diplotui ledger."""

MIGRATION_SET = "diplotui"
"""Name of our steps in the ``_sqlite_migrations`` table that sqlite-utils keeps."""


@cache
def steps() -> tuple[str, ...]:
    """Names of the steps this program knows, in order."""
    return tuple(sorted(path.stem for path in shipped("migrations").glob("*.sql")))


def applied(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Names of the steps that were applied to this file, in order; none in a file without a ledger."""
    known = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    ).fetchone()
    if not known[0]:
        return ()
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (MIGRATION_SET,)
    )
    return tuple(name for (name,) in rows.fetchall())


def require_ledger(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file of another program. Raises NotALedger."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if mark == APPLICATION_ID:
        return
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if mark != 0 or tables:
        raise NotALedger(f"{path} belongs to another program, not to diplotui; choose another path with --db")


def is_current(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file has exactly the steps we know. Raises NewerLedger where it has more."""
    there = applied(connection)
    unknown = [name for name in there if name not in steps()]
    if unknown:
        raise NewerLedger(
            f"{path} was written by a newer diplotui (it has {', '.join(unknown)}; "
            f"this one knows up to {steps()[-1]}); upgrade diplotui"
        )
    return len(there) == len(steps())


def bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Apply the pending steps in one transaction, keeping a copy of a ledger that had content.

    ``connection`` is in driver autocommit mode and has no transaction open. Raises what ``is_current``
    does, and StoreError where a step leaves dangling references.
    """
    from sqlite_utils import Database, Migrations

    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        require_ledger(connection, path)
        if not is_current(connection, path):
            before = applied(connection)
            if before:
                tell("upgrading the ledger, of which a copy is kept as it is")
                _keep_copy(path, len(before))
                tell("upgrading the ledger")
            migrations = Migrations(MIGRATION_SET)
            for name in steps():
                script = (shipped("migrations") / f"{name}.sql").read_text(encoding="utf-8")

                def step(database: Database, script: str = script) -> None:
                    for statement in statements(script):
                        database.execute(statement)

                migrations(name=name)(step)
            migrations.apply(Database(connection, execute_plugins=False))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(steps())}")
            dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
            if dangling:
                raise StoreError(
                    f"{path} cannot be upgraded: {len(dangling)} of its rows point at rows that are not "
                    "there; run 'diplotui check' with the version that wrote it"
                )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def statements(script: str) -> Iterator[str]:
    """The statements of a script, each of which ends at the end of a line.

    A hundred times faster than looking for the end at every semicolon and letter, which shows when a new
    ledger is made.
    """
    lines: list[str] = []
    for line in script.splitlines(keepends=True):
        lines.append(line)
        if line.rstrip().endswith(";") and sqlite3.complete_statement("".join(lines)):
            yield "".join(lines)
            lines = []
    if "".join(lines).strip():
        yield "".join(lines)


def _keep_copy(path: Path, version: int) -> None:
    """Copy the ledger as it is to ``NAME.vN.bak`` beside it, through a second connection."""
    copy = path.with_name(f"{path.name}.v{version}.bak")
    temporary = path.with_name(f"{path.name}.v{version}.{os.getpid()}.tmp")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as reader:
        try:
            reader.execute("VACUUM INTO ?", (str(temporary),))
            os.replace(temporary, copy)
        finally:
            temporary.unlink(missing_ok=True)
