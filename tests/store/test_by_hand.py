"""Rows that other programs write: journaled by the triggers, and caught up with by the next read."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import sqlite_utils

from diplotui.model import TimelineFilter
from diplotui.store import Store, open_store
from tests.builders import TEXT, filing


def write_by_hand(path: Path) -> None:
    """A whole small story through sqlite-utils, with as little as the tables ask for."""
    database = sqlite_utils.Database(path)
    start = TEXT.index("The envoy declined to comment")
    database.table("statement").insert(
        {
            "id": "hand",
            "document": "d1",
            "start": start,
            "end": start + len("The envoy declined to comment"),
            "exact": "The envoy declined to comment",
            "party": "FR",
            "basis": "on-record",
            "latest": "2025-03-05",
        }
    )
    database.table("stance").insert({"statement": "hand", "claim": "c1", "stance": "declines"})
    database.table("note").insert({"about": "claim/c1", "text": "Handwritten remark on zebras."})
    database.close()


def test_rows_written_by_hand_reach_journal_positions_and_search(store: Store, path: Path) -> None:
    store.file(filing())
    store.wait(0)
    end = store.cursor()
    write_by_hand(path)
    assert store.wait(2)
    lines, _ = store.changes(end)
    assert [(line.table, line.operation) for line in lines] == [
        ("statement", "insert"),
        ("stance", "insert"),
        ("note", "insert"),
    ]
    cell = store.claim("c1").position("FR")
    assert cell is not None and cell.position.value == "evades" and cell.statement == "hand"
    assert [hit.row.id for hit in store.search("envoy declined")] == ["e1"]
    (hit,) = store.search("zebras")
    assert hit.row.notes == 1
    assert [line for line in store.check() if not line.startswith("note:")] == []


def test_rows_written_while_no_store_was_open_are_there_at_once(path: Path) -> None:
    with open_store(path) as store:
        store.file(filing())
    write_by_hand(path)
    with open_store(path) as store:
        assert store.claim("c1").position("FR") is not None
        assert store.event("e1").notes[0].text == "Handwritten remark on zebras."


def test_a_document_can_be_entered_from_nothing_but_its_tables(store: Store, path: Path) -> None:
    database = sqlite_utils.Database(path)
    database.table("topic").insert({"id": "fish", "name": "Fishing rights"})
    database.table("event").insert({"id": "f1", "topic": "fish", "title": "Boats held", "kind": "happened"})
    database.table("claim").insert(
        {"id": "f2", "event": "f1", "text": "Boats were held.", "subjects": json.dumps(["NO"])}
    )
    database.close()
    store.changes(None)
    (row,) = store.timeline(TimelineFilter(topic="fish")).rows
    assert row.title == "Boats held" and store.claim("f2").position("NO") is not None


def test_the_command_line_of_sqlite_utils_works_too(store: Store, path: Path) -> None:
    tool = shutil.which("sqlite-utils", path=str(Path(sys.executable).parent))
    assert tool is not None
    store.file(filing())
    subprocess.run(
        [tool, "insert", str(path), "note", "-"],
        input=json.dumps({"text": "From the shell", "about": "event/e1"}),
        text=True,
        check=True,
    )
    store.changes(None)
    (note,) = store.notes("event/e1")
    assert note.text == "From the shell" and note.at.endswith("Z")
    assert store.timeline(TimelineFilter()).rows[0].notes == 1


def test_rows_deleted_by_hand_leave_the_views(store: Store, path: Path) -> None:
    store.file(filing())
    database = sqlite_utils.Database(path)
    database.table("stance").delete_where()
    database.table("claim").delete("c1")
    database.close()
    store.changes(None)
    assert store.claims() == ()
    assert store.timeline(TimelineFilter()).rows[0].status.value == "unaddressed"
    database = sqlite_utils.Database(path)
    database.table("event").delete("e1")
    database.close()
    store.changes(None)
    assert store.timeline(TimelineFilter()).rows == ()
    assert store.search("truce") == ()
    assert store.topics()[0].events == 0


def test_a_table_rebuilt_by_a_tool_is_reported(store: Store, path: Path) -> None:
    """Rebuilding a table drops its triggers: from then on its changes would go unrecorded."""
    store.file(filing())
    database = sqlite_utils.Database(path)
    database.table("topic").transform(defaults={"ordinal": 1})
    database.close()
    assert any("topic_journal_insert is missing" in line for line in store.check())
