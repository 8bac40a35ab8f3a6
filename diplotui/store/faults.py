"""SQLite's failures turned into the few errors that a user can meet, in one place."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diplotui.errors import (
    ConflictError,
    InputError,
    NotALedger,
    StoreBusy,
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreReadOnly,
)

_FAULTS: tuple[tuple[int, type[StoreError], str], ...] = (
    (sqlite3.SQLITE_BUSY, StoreBusy, "is in use by another program; try again in a moment"),
    (sqlite3.SQLITE_LOCKED, StoreBusy, "is in use by another program; try again in a moment"),
    (
        sqlite3.SQLITE_READONLY,
        StoreReadOnly,
        "cannot be written; allow writing to it and to its folder, or choose another with --db",
    ),
    (
        sqlite3.SQLITE_PERM,
        StoreReadOnly,
        "cannot be written; allow writing to it and to its folder, or choose another with --db",
    ),
    (
        sqlite3.SQLITE_CANTOPEN,
        StoreReadOnly,
        "cannot be opened; allow reading and writing it and its folder, or choose another with --db",
    ),
    (
        sqlite3.SQLITE_FULL,
        StoreFull,
        "could not grow: the disk is full; nothing saved before is lost. Make room and try again",
    ),
    (
        sqlite3.SQLITE_IOERR,
        StoreFull,
        "could not be read or written: the disk reports an error; check that it has room and is sound",
    ),
    (
        sqlite3.SQLITE_CORRUPT,
        StoreCorrupt,
        "is damaged; restore a backup with 'diplotui restore BACKUP'",
    ),
    (sqlite3.SQLITE_NOTADB, NotALedger, "is no diplotui ledger; choose another path with --db"),
)
"""SQLite's primary result code, our error, and what follows the ledger's path in its message."""


def translated(error: sqlite3.Error, path: Path) -> StoreError:
    """Our error for one of SQLite's."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        for primary, kind, words in _FAULTS:
            if code & 0xFF == primary:
                return kind(f"{path} {words}")
    if isinstance(error, sqlite3.IntegrityError):
        return ConflictError(f"the ledger refuses this: {error}; nothing was written")
    return StoreError(f"{path}: {error}")


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Run a block so that only our errors leave it."""
    try:
        yield
    except sqlite3.Error as error:
        raise translated(error, path) from error
    except UnicodeEncodeError as error:
        raise InputError("the text holds half characters (lone surrogates) and cannot be stored") from error
