"""The sample in ``db/sample``: complete, dated, marked as a sample, and in our own words."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.reference import needs_reference, seed_text

SAMPLE = Path(__file__).resolve().parents[2] / "db" / "sample"
ROWS = json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))
LONGEST_SHARED_RUN = 11


def words(text: str) -> list[str]:
    return re.findall(r"[\w$]+", text.lower())


def test_index_lists_every_text_once_in_order_of_publication() -> None:
    assert [row["file"] for row in ROWS] == sorted(path.name for path in SAMPLE.glob("*.txt"))
    days = [date.fromisoformat(row["published"]) for row in ROWS]
    assert days == sorted(days)
    assert date(2024, 2, 12) <= days[0] and days[-1] <= date(2024, 2, 16)


def test_one_document_is_left_to_arrive_live() -> None:
    assert [row["live"] for row in ROWS] == [False] * (len(ROWS) - 1) + [True]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["file"]))
def test_text_says_that_it_is_a_sample(row: dict[str, str]) -> None:
    text = (SAMPLE / row["file"]).read_text(encoding="utf-8")
    assert text.startswith("[Sample text, written for diplotui")
    assert "Sample" in row["publisher"]
    assert 150 <= len(text.split()) <= 400


@needs_reference
@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["file"]))
def test_wording_is_our_own(row: dict[str, str]) -> None:
    run = LONGEST_SHARED_RUN + 1
    seed = words(seed_text())
    taken = {tuple(seed[i : i + run]) for i in range(len(seed) - run + 1)}
    ours = words((SAMPLE / row["file"]).read_text(encoding="utf-8"))
    shared = [
        " ".join(ours[i : i + run]) for i in range(len(ours) - run + 1) if tuple(ours[i : i + run]) in taken
    ]
    assert shared == []
