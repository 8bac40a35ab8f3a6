"""Opening a ledger's file: create it whole or not at all, refuse what is no ledger, upgrade it.

A new ledger is made under a temporary name and linked into place when it is complete, so that an empty
file at the ledger's path is always somebody else's mistake and never a half-made ledger.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from diplotui.errors import NotALedger, NotFound, StoreBusy, StoreGone
from diplotui.store import migrate
from diplotui.store.faults import mapped

TIMEOUT = 10.0
"""Seconds that a write waits for another writer before it gives up with StoreBusy."""

CACHE = 16_000
"""Kibibytes of pages kept in memory at most: enough that a large index is not read again for every row."""


def open_connection(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the up-to-date ledger at ``path``, created or upgraded if need be.

    Raises NotALedger, NewerLedger, StoreBusy, StoreReadOnly, StoreFull, StoreCorrupt; NotFound where
    there is no file and ``create`` is False, or no folder.
    """
    with mapped(path):
        if not path.exists():
            if not path.parent.is_dir():
                raise NotFound(f"the folder {path.parent} does not exist; create it or choose another path")
            if not create:
                raise NotFound(
                    f"there is no ledger at {path} yet; 'diplotui ingest FILE --published DAY' makes one,"
                    " 'diplotui demo' shows a sample"
                )
            _create(path)
        _require_file(path)
        connection = _connect(path)
        try:
            migrate.require_ledger(connection, path)
            if not migrate.is_current(connection, path):
                _use_wal(connection, path)
                migrate.bring_up(connection, path)
            _use_wal(connection, path)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
        except BaseException:
            connection.close()
            raise
        return connection


@contextlib.contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One write transaction: takes the write lock at once, commits at the end, rolls back on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise


def identity(path: Path) -> tuple[int, int]:
    """Device and inode of the file, to notice when it is moved away or replaced. Raises StoreGone."""
    try:
        state = path.stat()
    except OSError:
        raise StoreGone(f"{path} is gone; put it back, or restart diplotui to begin a new ledger") from None
    return state.st_dev, state.st_ino


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's name last through a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _connect(path: Path) -> sqlite3.Connection:
    """A plain connection in driver autocommit mode; never creates the file."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=TIMEOUT,
        isolation_level=None,
        cached_statements=256,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _require_file(path: Path) -> None:
    """Refuse what cannot be a ledger by its outside. Raises NotALedger."""
    if path.is_dir():
        raise NotALedger(f"{path} is a folder; name a file in it")
    if path.stat().st_size == 0:
        raise NotALedger(f"{path} is empty; delete it or choose another path")


def _create(path: Path) -> None:
    """Make a new, complete ledger at ``path``; leave one alone that another process made meanwhile."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{time.monotonic_ns()}.new")
    connection = sqlite3.connect(temporary, timeout=TIMEOUT, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        migrate.bring_up(connection, path)
        connection.close()  # folds the write-ahead log into the file
        try:
            os.link(temporary, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without hard links
            if not path.exists():
                os.replace(temporary, path)
        sync_folder(path.parent)
    finally:
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)


def _use_wal(connection: sqlite3.Connection, path: Path) -> None:
    """Switch to write-ahead logging; SQLite's own time-out does not cover the switch."""
    for _ in range(200):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                return
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        time.sleep(0.05)
    raise StoreBusy(f"{path} is in use by another program; try again in a moment")
