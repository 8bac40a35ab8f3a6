"""A ledger file through the store and out again: nothing is lost on disk, and a second copy is the same."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diplotui.exports.ledger_json import ledger_json
from diplotui.exports.status_json import status_json
from diplotui.exports.timeline_json import timeline_json
from diplotui.model import TimelineFilter
from diplotui.sources.ledger_file import read_ledger_file
from diplotui.store import open_store
from tests.exports.kept import SECTIONS, lost
from tests.exports.test_ledger_json import FILING
from tests.reference import GOLD, gold, needs_reference


def through(path: Path, text: str, topic: str | None = None) -> dict[str, Any]:
    """What a fresh ledger at ``path`` exports once ``text`` was imported."""
    with open_store(path) as store:
        store.file(read_ledger_file(text).filing)
        return ledger_json(store.everything(topic))


def test_our_own_export_comes_back_as_it_was(tmp_path: Path) -> None:
    first = through(tmp_path / "first.db", json.dumps(ledger_json(FILING)))
    assert through(tmp_path / "second.db", json.dumps(first)) == first


def test_nothing_is_lost_on_disk(tmp_path: Path) -> None:
    wanted = ledger_json(read_ledger_file(json.dumps(ledger_json(FILING))).filing)
    found = through(tmp_path / "ledger.db", json.dumps(wanted))
    for section in (*SECTIONS, "documents", "notes"):
        assert lost(by_id(wanted[section]), by_id(found[section]), section) == []


def by_id(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """A section's rows by id, or where they have none by place in the text."""
    return {str(row.get("id") or (row["document"], row["start"])): row for row in rows}


@needs_reference
@pytest.mark.parametrize("section", SECTIONS)
def test_the_reference_ledger_comes_back_from_disk(tmp_path: Path, section: str) -> None:
    found = through(tmp_path / "ledger.db", GOLD.read_text(encoding="utf-8"))[section]
    wanted = gold()[section]
    if section != "excluded":
        kept = by_id(found)
        found = [kept[entry["id"]] for entry in wanted]
    assert lost(wanted, found, section) == []


@needs_reference
def test_a_second_copy_of_the_reference_ledger_is_the_same(tmp_path: Path) -> None:
    first = through(tmp_path / "first.db", GOLD.read_text(encoding="utf-8"))
    assert through(tmp_path / "second.db", json.dumps(first)) == first


@needs_reference
@pytest.mark.parametrize("topic", ["ceasefire", "aid-bill", "prisoners", "security-pacts", "drones"])
def test_the_export_of_one_topic_can_be_read_again(tmp_path: Path, topic: str) -> None:
    with open_store(tmp_path / "ledger.db") as store:
        store.file(read_ledger_file(GOLD.read_text(encoding="utf-8")).filing)
        exported = ledger_json(store.everything(topic))
    assert through(tmp_path / "second.db", json.dumps(exported), topic) == exported


@needs_reference
def test_importing_twice_adds_nothing(tmp_path: Path) -> None:
    filing = read_ledger_file(GOLD.read_text(encoding="utf-8")).filing
    with open_store(tmp_path / "ledger.db") as store:
        assert store.file(filing).added
        assert not store.file(filing).added


@needs_reference
def test_statuses_and_counts_of_the_reference_ledger_from_disk(tmp_path: Path) -> None:
    expected = gold()["expected"]
    with open_store(tmp_path / "ledger.db") as store:
        store.file(read_ledger_file(GOLD.read_text(encoding="utf-8")).filing)
        rows = status_json(store.claims())
        instants = {
            instant["at"]: {row["id"]: row for row in status_json(store.claims(as_of=day))}
            for instant in expected["as_of_public"]
            if (day := date.fromisoformat(instant["at"]))
        }
        timeline = timeline_json(store.timeline_by(TimelineFilter(), "event", 100).rows)
    assert {row["id"]: row["status"] for row in rows} == expected["statuses"]
    assert {row["id"]: row["origins"] for row in rows} == expected["origin_counts"]
    for instant in expected["as_of_public"]:
        then = instants[instant["at"]]
        assert (instant["claim"] in then) is instant["known"], instant
        if instant["known"]:
            assert then[instant["claim"]]["status"] == instant["status"], instant
    assert [row["id"] for row in timeline] == expected["timeline_order"]
