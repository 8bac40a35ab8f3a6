"""Following a ledger: nothing is missed, whoever wrote it."""

import threading
import time
from pathlib import Path

import pytest

from diplotui.errors import NotFound, StoreBusy
from diplotui.model import Filing, TimelineFilter
from diplotui.store import Store, connect, open_store
from tests.builders import claim, event, filing, note, stance, statement, topic


def test_from_the_beginning_and_on_from_a_cursor(store: Store) -> None:
    first, cursor = store.changes(None)
    assert [line.key for line in first] == ["other"]
    store.file(filing())
    lines, end = store.changes(cursor, limit=3)
    assert len(lines) == 3 and lines[-1].cursor == end
    rest, _ = store.changes(end)
    assert len(rest) == 7
    assert store.changes(store.cursor())[0] == ()


def test_what_is_no_cursor_is_refused(store: Store) -> None:
    with pytest.raises(NotFound, match="no cursor"):
        store.changes("yesterday")


def test_a_cursor_from_beyond_the_end_goes_on_from_the_end(store: Store) -> None:
    lines, cursor = store.changes("j999999")
    assert lines == ()
    store.file(filing())
    assert len(store.changes(cursor)[0]) == 10


def test_waiting_ends_without_news(store: Store) -> None:
    store.wait(0)
    began = time.monotonic()
    assert not store.wait(0.12)
    assert time.monotonic() - began >= 0.12


def test_its_own_writes_wake_it(store: Store) -> None:
    store.wait(0)
    store.add_note(note(about=None))
    assert store.wait(5)
    assert not store.wait(0)


def test_another_process_wakes_it_and_every_line_arrives_once(store: Store, path: Path) -> None:
    """The loop is always the same: wait, then drain."""
    notes = 30

    def write() -> None:
        with open_store(path) as other:
            for number in range(notes):
                other.add_note(note(f"n{number}", about=None))

    cursor = store.cursor()
    writer = threading.Thread(target=write)
    writer.start()
    seen: list[str] = []
    end = time.monotonic() + 20
    while len(seen) < notes and time.monotonic() < end:
        if store.wait(0.5):
            lines, cursor = store.changes(cursor)
            seen += [line.key for line in lines]
    writer.join()
    assert seen == [f"n{number}" for number in range(notes)]


def test_two_writers_take_turns(path: Path) -> None:
    """Both get all of theirs in, and the derived tables hold both."""

    def write(name: str) -> None:
        with open_store(path) as store:
            for number in range(10):
                one = f"{name}{number}"
                store.file(
                    Filing(
                        events=(event(one),),
                        claims=(claim(one, one),),
                        statements=(statement(one),),
                        stances=(stance(one, one),),
                    )
                )

    with open_store(path) as store:
        store.file(Filing(topics=(topic(),), documents=filing().documents))
        writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        store.changes(None)
        assert len(store.timeline(TimelineFilter()).rows) == 20
        assert [line for line in store.check() if not line.startswith("note:")] == []


def test_a_writer_that_holds_on_too_long_is_told_of_and_reads_go_on(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3
    from contextlib import closing

    store.file(filing())
    store._connection.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO note (text) VALUES ('waiting')")
        with pytest.raises(StoreBusy, match="in use by another program"):
            store.add_note(note())
        assert store.timeline(TimelineFilter()).rows
        other.execute("COMMIT")
    store.add_note(note())
    assert len(store.notes()) == 2
    assert connect.TIMEOUT == 10


def test_a_store_belongs_to_its_thread(store: Store) -> None:
    raised: list[BaseException] = []

    def use() -> None:
        try:
            store.topics()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert raised
