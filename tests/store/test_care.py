"""Copies: whole or not at all, checked, and never over what is there."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from diplotui.errors import NewerLedger, NotALedger, NotFound, StoreCorrupt, StoreError, StoreFull
from diplotui.store import Store, open_store, restore
from tests.builders import event, filing, note


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if not one.name.endswith(("-wal", "-shm")))


def test_a_copy_of_an_open_ledger_is_complete(store: Store, tmp_path: Path) -> None:
    store.file(filing())
    copy = tmp_path / "copy.db"
    store.backup(copy)
    store.add_note(note())
    with open_store(copy) as copied:
        assert copied.everything() == filing()
        assert copied.cursor() == "j11"
        assert [line for line in copied.check() if not line.startswith("note:")] == []


def test_a_copy_into_a_folder_takes_the_ledgers_name(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    store.backup(tmp_path / "copies")
    assert names(tmp_path / "copies") == ["ledger.db"]


def test_a_copy_never_overwrites(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("mine")
    with pytest.raises(StoreError, match="is there already"):
        store.backup(copy)
    assert copy.read_text() == "mine"
    with pytest.raises(NotFound, match="does not exist"):
        store.backup(tmp_path / "nowhere" / "copy.db")
    assert names(tmp_path) == ["copy.db", "ledger.db"]


def test_a_copy_onto_a_full_disk_leaves_nothing_behind(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A device that is always full stands in for the disk."""
    import resource
    import signal

    store.file(filing())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1]))
    try:
        with pytest.raises(StoreFull):
            store.backup(tmp_path / "copy.db")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert names(tmp_path) == ["ledger.db"]


def test_restoring_keeps_the_old_ledger_aside(store: Store, path: Path, tmp_path: Path) -> None:
    store.file(filing())
    copy = tmp_path / "copy.db"
    store.backup(copy)
    store.add_note(note())
    store.close()
    aside = restore(copy, path)
    assert aside is not None and aside.name == "ledger.db.bak"
    with open_store(path) as restored, open_store(aside) as old:
        assert restored.notes() == () and len(old.notes()) == 1
    assert restore(copy, path) == path.with_name("ledger.db.2.bak")


def test_restoring_to_a_free_place(store: Store, tmp_path: Path) -> None:
    store.file(filing())
    assert restore(store.path, tmp_path / "new.db") is None
    with open_store(tmp_path / "new.db") as restored:
        assert restored.everything() == filing()


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda path: None, NotFound),
        (lambda path: path.write_bytes(b""), NotALedger),
        (lambda path: path.write_text("no ledger " * 100), NotALedger),
        (lambda path: _other_program(path), NotALedger),
        (lambda path: _newer(path), NewerLedger),
        (lambda path: _halved(path), StoreCorrupt),
    ],
    ids=["missing", "empty", "text", "other program", "newer", "truncated"],
)
def test_what_is_no_sound_ledger_is_not_restored(  # type: ignore[no-untyped-def]
    store: Store, path: Path, tmp_path: Path, make, error: type[StoreError]
) -> None:
    store.file(filing())
    copy = tmp_path / "copy.db"
    make(copy)
    with pytest.raises(error):
        restore(copy, path)
    assert store.everything() == filing()
    assert not [name for name in names(tmp_path) if "restore" in name or "bak" in name]


def _other_program(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name)")


def _newer(path: Path) -> None:
    open_store(path).close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('diplotui', '0099_wings', 'x')"
        )
        connection.commit()


def _halved(path: Path) -> None:
    with open_store(path) as store:
        store.file(filing(events=tuple(event(f"e{number}") for number in range(1, 400))))
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2 // 4096 * 4096])
