"""What a user meets when the disk is full, the file damaged or the process limited: one clear line."""

import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from diplotui.errors import StoreCorrupt, StoreError, StoreFull
from diplotui.model import Filing, TimelineFilter
from diplotui.store import Store, open_store
from diplotui.store.faults import translated
from tests.builders import claim, document, event, filing, note, stance, statement, topic

ROOT = Path(__file__).resolve().parents[2]


def story(name: str, text: str) -> Filing:
    """A story of its own document."""
    start = text[:20]
    return Filing(
        topics=(topic(),),
        documents=(document(f"d{name}", text),),
        events=(event(f"e{name}"),),
        claims=(claim(f"c{name}", f"e{name}"),),
        statements=(statement(f"s{name}", start, document=f"d{name}", text=text),),
        stances=(stance(f"s{name}", f"c{name}"),),
    )


def problems(store: Store) -> list[str]:
    return [line for line in store.check() if not line.startswith("note:")]


def test_a_full_disk_keeps_all_that_was_acknowledged(store: Store) -> None:
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    acknowledged = []
    with pytest.raises(StoreFull, match="disk is full; nothing saved before is lost"):
        for number in range(1000):
            store.file(story(str(number), f"Text number {number} of many. " * 200))
            acknowledged.append(f"e{number}")
    assert acknowledged
    shown = {row.id for row in store.timeline(TimelineFilter(), limit=1000).rows}
    assert shown == set(acknowledged)
    assert problems(store) == []
    store._connection.execute(f"PRAGMA max_page_count = {pages + 10_000}")
    store.file(story("last", "There is room again now. " * 20))
    assert len(store.timeline(TimelineFilter(), limit=1000).rows) == len(acknowledged) + 1


LIMITED = """
import resource, signal, sys
from diplotui.errors import StoreFull
from diplotui.store import open_store
from tests.store.test_faults import story
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_store(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
    for number in range(1000):
        try:
            store.file(story(str(number), f"Text number {number} of many. " * 300))
        except StoreFull as error:
            print(number, error)
            break
"""


def test_a_file_that_may_not_grow(path: Path) -> None:
    """The limit on file sizes makes writes fail half-way, as a failing disk would."""
    assert resource.RLIMIT_FSIZE
    found = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    number, _, message = found.stdout.partition(" ")
    assert str(path) in message and message.count("\n") == 1
    with open_store(path) as store:
        assert len(store.timeline(TimelineFilter(), limit=1000).rows) == int(number) > 0
        assert problems(store) == []


def test_a_damaged_page_is_found_and_named(store: Store, path: Path) -> None:
    for number in range(40):
        store.file(story(str(number), f"Text number {number} of many. " * 100))
    store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        for place in range(size // 2, size - 4096, 4096 * 7):
            file.seek(place)
            file.write(b"\0" * 2000)
    try:
        with open_store(path) as damaged:
            assert any("damaged" in line for line in damaged.check())
    except StoreCorrupt as error:
        assert "restore" in str(error)


def test_a_truncated_ledger_is_refused_or_reported(store: Store, path: Path) -> None:
    for number in range(40):
        store.file(story(str(number), f"Text number {number} of many. " * 100))
    store.close()
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)
    with pytest.raises(StoreCorrupt, match="restore a backup"), open_store(path) as damaged:
        raise StoreCorrupt("; ".join(damaged.check()))


def test_one_changed_byte_in_a_text_is_found(store: Store, path: Path) -> None:
    store.file(filing())
    store.close()
    content = path.read_bytes()
    place = content.index(b"The envoy declined")
    path.write_bytes(content[:place] + b"the" + content[place + 3 :])
    with open_store(path) as damaged:
        assert problems(damaged) == [
            "the text of document d1 is not what was filed (its checksum differs); restore a backup"
        ]


def test_a_passage_that_no_longer_fits_is_found(store: Store, path: Path) -> None:
    store.file(filing())
    with closing(sqlite3.connect(path, isolation_level=None)) as by_hand:
        by_hand.execute("DROP TRIGGER statement_passage_update")
        by_hand.execute("UPDATE statement SET start = start + 1, end = end + 1 WHERE id = 's1'")
    found = problems(store)
    assert any("statement_passage_update is missing" in line for line in found)


def test_stale_derived_rows_are_found_and_made_again(store: Store, path: Path) -> None:
    store.file(filing())
    store.add_note(note())
    with closing(sqlite3.connect(path, isolation_level=None)) as by_hand:
        by_hand.execute("UPDATE timeline SET status = 'affirmed'")
        by_hand.execute("DELETE FROM position")
    assert any("event e1 are stale" in line for line in problems(store))
    key = store.timeline(TimelineFilter()).rows[0].key
    store.rebuild()
    assert problems(store) == []
    assert store.claim("c1").status.value == "disputed" and store.claim("c1").position("RU")
    assert store.timeline(TimelineFilter()).rows[0].key == key


def test_a_damaged_search_index_is_found_and_made_again(store: Store, path: Path) -> None:
    store.file(filing())
    with closing(sqlite3.connect(path, isolation_level=None)) as by_hand:
        by_hand.execute("DELETE FROM search_idx")
        by_hand.execute("DELETE FROM search_data WHERE id > 10")
    assert any("search index" in line for line in problems(store))
    store.rebuild()
    assert problems(store) == [] and len(store.search("truce")) == 1


def test_derived_tables_can_be_made_from_nothing(store: Store, path: Path) -> None:
    for number in range(5):
        store.file(story(str(number), f"Text number {number} of many. " * 3))
    before = (store.timeline(TimelineFilter()), store.topics(), store.claims())
    with closing(sqlite3.connect(path, isolation_level=None)) as by_hand:
        for table in ("timeline", "timeline_party", "topic_count", "position", "claim_status", "search"):
            by_hand.execute(f"DELETE FROM {table}")
    store.rebuild()
    assert (store.timeline(TimelineFilter()), store.topics(), store.claims()) == before
    assert len(store.search("number")) == 5


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, "StoreBusy"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "StoreBusy"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "StoreReadOnly"),
        (sqlite3.SQLITE_CANTOPEN, "StoreReadOnly"),
        (sqlite3.SQLITE_FULL, "StoreFull"),
        (sqlite3.SQLITE_IOERR_WRITE, "StoreFull"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "StoreCorrupt"),
        (sqlite3.SQLITE_NOTADB, "NotALedger"),
        (sqlite3.SQLITE_ERROR, "StoreError"),
    ],
)
def test_every_failure_of_sqlite_has_one_of_our_errors(code: int, kind: str) -> None:
    error = sqlite3.OperationalError("message")
    error.sqlite_errorcode = code
    found = translated(error, Path("ledger.db"))
    assert type(found).__name__ == kind and isinstance(found, StoreError)
    assert str(found).startswith("ledger.db") and "\n" not in str(found)
