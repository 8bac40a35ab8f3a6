"""Tables for spreadsheets: the same cells come back, and no cell is a formula."""

import csv
import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.errors import InputError
from diplotui.exports.csv_table import FORMULA_STARTS, POSITION_COLUMNS, TIMELINE_COLUMNS, guarded
from diplotui.exports.outgoing import events_of, positions_of, write_new
from diplotui.ingest import import_ledger
from diplotui.model import TimelineFilter
from diplotui.store import Store, open_store
from tests.exports.brief_ledger import brief_ledger


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "north.db") as opened:
        import_ledger(opened, brief_ledger())
        yield opened


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_line_an_event_newest_first(store: Store) -> None:
    head, *lines = table(events_of(store, TimelineFilter()))
    assert head == list(TIMELINE_COLUMNS)
    assert [line[0] for line in lines] == ["e2", "e1"] or [line[0] for line in lines] == ["e1", "e2"]
    assert dict(zip(head, lines[[line[0] for line in lines].index("e1")], strict=True))["parties"] == "NO SE"


def test_a_line_a_position_with_its_words(store: Store) -> None:
    head, *lines = table(positions_of(store, TimelineFilter()))
    assert head == list(POSITION_COLUMNS)
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    held = next(row for row in rows if row["claim_id"] == "c1" and row["party"] == "NO")
    assert held["speaker"] == "Kari Dahl"
    assert held["publisher"] == "Coastal Courier"
    silent = next(row for row in rows if row["claim_id"] == "c2" and row["party"] == "SE")
    assert (silent["position"], silent["words"]) == ("nothing", "")


def test_a_claim_that_looks_like_a_formula_is_guarded(store: Store) -> None:
    assert "'=A second net was cut." in positions_of(store, TimelineFilter())


@given(st.text(max_size=30))
def test_no_cell_of_words_is_a_formula(text: str) -> None:
    assert not guarded(text).startswith(FORMULA_STARTS)
    assert "\n" not in guarded(text)


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    where = tmp_path / "brief.md"
    write_new(where, "first\n")
    with pytest.raises(InputError, match="is there already"):
        write_new(where, "second\n")
    assert where.read_text() == "first\n"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_new(tmp_path / "nowhere" / "brief.md", "x")
    assert stat.S_ISDIR(tmp_path.stat().st_mode)
