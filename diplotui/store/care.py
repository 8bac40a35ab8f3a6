"""Looking after a ledger: check it, make its derived tables again, copy it safely, bring a copy back."""

import contextlib
import hashlib
import os
import sqlite3
from datetime import date
from pathlib import Path

from diplotui.errors import NotALedger, NotFound, StoreCorrupt, StoreError
from diplotui.store import migrate
from diplotui.store.connect import open_connection, sync_folder
from diplotui.store.derive import derived_seq
from diplotui.store.faults import mapped
from diplotui.store.journal import newest
from diplotui.store.placing import NUMBERS, second_of, shown_day
from diplotui.store.summary import summaries
from diplotui.store.tables import TABLES

SOUND_VERSION = (3, 51, 3)
"""From this SQLite on, two writers that checkpoint at one instant cannot damage a write-ahead log."""

SAMPLE = 200
"""Events whose derived rows ``check`` compares with what the rules say now."""

PROBLEMS = 20
"""Lines of one kind that ``check`` lists at most."""


def check(connection: sqlite3.Connection, today: date) -> tuple[str, ...]:
    """Everything found wrong, a line each; a line that begins with "note:" is no fault of the ledger."""
    connection.execute("BEGIN IMMEDIATE")  # the index is tested by a command that counts as a write
    try:
        lines = _faults(connection, today)
    finally:
        connection.execute("ROLLBACK")
    if sqlite3.sqlite_version_info < SOUND_VERSION:
        wanted = ".".join(map(str, SOUND_VERSION))
        lines.append(
            f"note: SQLite {sqlite3.sqlite_version} has a rare fault when two programs write at one instant;"
            f" {wanted} has not. Keep a backup"
        )
    return tuple(lines)


def _faults(connection: sqlite3.Connection, today: date) -> list[str]:
    damaged = [row[0] for row in connection.execute(f"PRAGMA quick_check({PROBLEMS})").fetchall()]
    if damaged != ["ok"]:
        return [f"damaged: {line}; restore a backup" for line in damaged]
    lines: list[str] = []
    dangling = connection.execute('SELECT "table", rowid, parent FROM pragma_foreign_key_check').fetchall()
    lines += [
        f"row {row['rowid']} of {row['table']} refers to a row of {row['parent']} that is not there"
        for row in dangling[:PROBLEMS]
    ]
    lines += _index_faults(connection)
    lines += _missing_triggers(connection)
    if not lines:
        lines += _changed_texts(connection)
        lines += _misplaced_passages(connection)
        lines += _stale_rows(connection, today)
    return lines


def _index_faults(connection: sqlite3.Connection) -> list[str]:
    """Whether the full-text index agrees with what it was made from."""
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return ["the search index does not fit the ledger; 'diplotui check --rebuild' makes it again"]
    return []


def _missing_triggers(connection: sqlite3.Connection) -> list[str]:
    """Whether all triggers are there: tools that rebuild a table drop them silently."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    wanted = {f"{table}_journal_{when}" for table in TABLES for when in ("insert", "update", "delete")}
    wanted |= {f"{table}_passage_{when}" for table in _CITING for when in ("insert", "update")}
    wanted |= {"journal_no_update", "journal_no_delete", "document_fixed"}
    wanted |= {"timeline_added", "timeline_gone", "timeline_seen"}
    return [
        f"the trigger {name} is missing (a tool rebuilt its table): changes go unrecorded; restore a backup"
        for name in sorted(wanted - there)
    ]


_CITING = ("statement", "quote", "date_mention", "event_passage")
"""Tables that cite a document by offsets."""


def _changed_texts(connection: sqlite3.Connection) -> list[str]:
    """Documents whose text no longer has the checksum it came with: the only guard against a flipped byte."""
    found = connection.execute("SELECT id, text, sha256 FROM document ORDER BY rowid")
    return [
        f"the text of document {row['id']} is not what was filed (its checksum differs); restore a backup"
        for row in found
        if hashlib.sha256(row["text"].encode()).hexdigest() != row["sha256"]
    ][:PROBLEMS]


def _misplaced_passages(connection: sqlite3.Connection) -> list[str]:
    """Passages that do not stand in their document, as after a changed byte in either."""
    lines = []
    for table in _CITING:
        found = connection.execute(
            f"SELECT t.*, t.document AS cited FROM {table} AS t JOIN document AS d ON d.id = t.document"
            f" WHERE t.exact IS NOT substr(d.text, t.start + 1, t.end - t.start) LIMIT {PROBLEMS}"
        ).fetchall()
        lines += [
            f"{TABLES[table].reference(row)} cites words that do not stand in document {row['cited']}"
            for row in found
        ]
    return lines


def _stale_rows(connection: sqlite3.Connection, today: date) -> list[str]:
    """Derived rows of a sample of events that differ from what the rules say now."""
    if newest(connection) > derived_seq(connection):
        return ["derived tables are behind the journal; 'diplotui check --rebuild' makes them again"]
    chosen = connection.execute(
        "SELECT id FROM event WHERE same_as IS NULL AND decision <> 'thrown-out' ORDER BY random() LIMIT ?",
        (SAMPLE,),
    ).fetchall()
    lines = []
    for event_id, summary in summaries(connection, [one for (one,) in chosen], on=None, today=today).items():
        row = connection.execute("SELECT * FROM timeline WHERE event = ?", (event_id,)).fetchone()
        statuses = connection.execute(
            "SELECT claim, status, origins FROM claim_status WHERE event = ?", (event_id,)
        )
        stored = {tuple(one) for one in statuses.fetchall()}
        judged = {(one.claim, one.status.value, one.counts.origins) for one in summary.judgements}
        fits = row is not None and (
            row["topic"] == summary.event.topic
            and row["key"] >> NUMBERS == second_of(summary)
            and row["public"] == shown_day(summary).isoformat()
            and row["status"] == summary.status.value
            and row["statements"] == len(summary.voices)
            and stored == judged
        )
        if not fits:
            lines.append(
                f"derived rows of event {event_id} are stale; 'diplotui check --rebuild' renews them"
            )
    return lines[:PROBLEMS]


def backup(connection: sqlite3.Connection, source: Path, destination: Path) -> None:
    """Write a checked copy to ``destination``: whole or not at all, and never over an existing file."""
    if destination.is_dir():
        destination = destination / source.name
    if destination.exists():
        raise StoreError(f"{destination} is there already; choose another name")
    if not destination.parent.is_dir():
        raise NotFound(f"the folder {destination.parent} does not exist; create it or choose another path")
    temporary = destination.with_name(f".{destination.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        with mapped(destination):
            connection.execute("VACUUM INTO ?", (str(temporary),))
            _require_sound(temporary)
        _settle(temporary, destination, replace=False)
    finally:
        temporary.unlink(missing_ok=True)


def restore(source: Path, destination: Path) -> Path | None:
    """Put the ledger ``source`` at ``destination``; the one that was there is kept beside it.

    Returns where the old one went, None where there was none. ``source`` stays as it is. Raises NotFound,
    NotALedger, NewerLedger, StoreCorrupt.
    """
    if not source.is_file():
        raise NotFound(f"there is no backup at {source}")
    temporary = destination.with_name(f".{destination.name}.{os.getpid()}.restore")
    temporary.unlink(missing_ok=True)
    try:
        try:
            with mapped(source), contextlib.closing(_reader(source)) as connection:
                migrate.require_ledger(connection, source)
                migrate.is_current(connection, source)
                if not migrate.applied(connection):
                    raise NotALedger
                connection.execute("VACUUM INTO ?", (str(temporary),))
        except NotALedger:
            raise NotALedger(f"{source} is no diplotui ledger; choose another backup") from None
        with mapped(source):
            _require_sound(temporary)
        old = _set_aside(destination) if destination.exists() else None
        _settle(temporary, destination, replace=True)
    finally:
        temporary.unlink(missing_ok=True)
    open_connection(destination, create=False).close()
    return old


def _reader(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _require_sound(path: Path) -> None:
    """Refuse a copy with damage. Raises StoreCorrupt."""
    with contextlib.closing(_reader(path)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreCorrupt(f"the copy would be damaged ({found}); nothing was replaced")


def _settle(temporary: Path, destination: Path, *, replace: bool) -> None:
    """Give a finished file its name, on disk."""
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    if replace:
        os.replace(temporary, destination)
    else:
        try:
            os.link(temporary, destination)
        except FileExistsError:
            raise StoreError(f"{destination} is there already; choose another name") from None
        except OSError:  # a file system without hard links
            os.replace(temporary, destination)
    sync_folder(destination.parent)


def _set_aside(path: Path) -> Path:
    """Copy what is at ``path`` with all its write-ahead log, then take the old files away."""
    aside = path.with_name(f"{path.name}.bak")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.{number}.bak")
    os.replace(path, aside)
    for suffix in ("-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            os.replace(part, aside.with_name(aside.name + suffix))
    return aside
