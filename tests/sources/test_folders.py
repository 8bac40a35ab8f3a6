"""A watched folder: files come in once they are whole; changed, moved, broken and undated ones."""

import os
import time
from pathlib import Path

import pytest

from diplotui.fetching.adding import add_folder
from diplotui.fetching.rounds import Outcome, SourceReport, fetch_round
from diplotui.fetching.state import instant_of
from diplotui.sources import folders
from diplotui.sources.folders import day_in_name, files_in, folder_address, folder_of
from diplotui.store import Store
from tests.sources.test_fetching import DENIAL, OFFER, path, store

__all__ = ["path", "store"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in box é#1"
    made.mkdir()
    return made


def put(file: Path, text: str, *, age: float = 60.0) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    when = time.time() - age
    os.utime(file, (when, when))


def look(store: Store) -> SourceReport:
    (report,) = fetch_round(store, everything=True)
    return report


def test_an_address_stands_for_its_folder(folder: Path) -> None:
    assert folder_of(folder_address(folder)) == folder


def test_files_come_in_with_the_day_in_their_names(store: Store, folder: Path) -> None:
    add_folder(store, folder)
    put(folder / "2024-02-15 offer.txt", OFFER)
    put(folder / "deep" / "20240216_denial.md", DENIAL)
    put(folder / "picture.png", "x")
    put(folder / ".hidden.txt", "x")
    report = look(store)
    assert (report.outcome, report.new, report.changed, report.error) == (Outcome.FETCHED, 2, 0, None)
    days = {document.title: str(document.published) for document in store.everything().documents}
    assert days == {"2024-02-15 offer": "2024-02-15", "20240216_denial": "2024-02-16"}
    assert [document.publisher for document in store.everything().documents] == [None, None]
    (claim,) = store.claims()
    assert claim.status.value.startswith("denied")
    cursor = store.cursor()
    assert (look(store).outcome, store.cursor()) == (Outcome.UNCHANGED, cursor)


def test_a_file_that_is_being_written_waits(store: Store, folder: Path) -> None:
    add_folder(store, folder)
    put(folder / "half.txt", OFFER[:30], age=0)
    report = look(store)
    assert (report.new, report.waiting) == (0, 1)
    (watched,) = store.sources.listed()
    due, fetched = instant_of(watched.state.due), instant_of(watched.state.fetched)
    assert due and fetched and (due - fetched).total_seconds() <= 5, "looked at again soon"
    put(folder / "half.txt", OFFER)
    assert look(store).new == 1
    (document,) = store.everything().documents
    assert document.text == OFFER


def test_a_changed_file_is_a_new_version_and_a_moved_one_is_the_same(store: Store, folder: Path) -> None:
    add_folder(store, folder)
    put(folder / "a.txt", OFFER)
    look(store)
    (before,) = store.everything().documents
    (folder / "a.txt").rename(folder / "b.txt")
    report = look(store)
    assert (report.new, report.changed, store.info().documents) == (0, 0, 1)
    put(folder / "b.txt", OFFER.replace("ceasefire", "truce"), age=30)
    report = look(store)
    assert (report.new, report.changed) == (0, 1)
    (after,) = [one for one in store.everything().documents if one.id != before.id]
    assert after.replaces == before.id
    (folder / "b.txt").unlink()
    assert (look(store).outcome, store.info().documents) == (Outcome.UNCHANGED, 2), "documents stay"


def test_each_text_of_a_file_of_many_is_known(store: Store, folder: Path) -> None:
    add_folder(store, folder)
    lines = ['{"text": "' + OFFER + '", "published": "2024-02-15"}', '{"text": "' + DENIAL + '"}']
    put(folder / "all.jsonl", lines[0])
    assert look(store).new == 1
    put(folder / "all.jsonl", "\n".join(lines), age=20)
    report = look(store)
    assert (report.new, report.changed, store.info().documents) == (1, 0, 2)


def test_what_cannot_be_read_is_listed_with_its_reason_and_once(store: Store, folder: Path) -> None:
    add_folder(store, folder)
    (folder / "binary.txt").write_bytes(b"\x00\x01" * 50)
    os.utime(folder / "binary.txt", (1, 1))
    report = look(store)
    assert (report.new, report.left_out) == (1, 1)
    (entry,) = store.sources.entries(bare=True)
    assert "binary" in (entry.left_out or "") and not entry.can_be_taken_in
    assert look(store).outcome is Outcome.UNCHANGED
    put(folder / "binary.txt", OFFER)
    look(store)
    assert store.info().documents == 1


def test_a_folder_that_is_gone_is_said_and_looked_for_again(store: Store, folder: Path) -> None:
    add_folder(store, folder)
    folder.rmdir()
    report = look(store)
    assert report.outcome is Outcome.FAILED
    assert "is not there" in (report.error or "") and "next try" in (report.error or "")
    folder.mkdir()
    assert look(store).outcome is Outcome.UNCHANGED


def test_links_are_not_followed_and_too_many_files_are_refused(
    store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "outside.txt", DENIAL)
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    assert files_in(folder, time.time()) == ()
    monkeypatch.setattr(folders, "MOST_FILES", 2)
    add_folder(store, folder)
    for number in range(3):
        put(folder / f"{number}.txt", OFFER)
    assert "more than 2 texts" in (look(store).error or "")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-02-16.txt", "2024-02-16"),
        ("x/20240216 a.txt", "2024-02-16"),
        ("2024-13-16.txt", None),
        ("202402161.txt", None),
        ("report 2024-02-16.txt", None),
    ],
)
def test_a_day_stands_at_the_beginning_of_a_name(name: str, day: str | None) -> None:
    found = day_in_name(name)
    assert (str(found) if found else None) == day
