"""The dates of the reference round-up: all that its ledger asks for, with accepted bounds."""

from datetime import date
from typing import Any

import pytest

from diplotui.extraction.dates import find_dates
from diplotui.extraction.layout import read_layout
from tests.reference import GOLD, gold, needs_reference, seed_text

PUBLISHED = date(2024, 2, 16)


def required() -> list[dict[str, Any]]:
    """The dates that the ledger does not call optional; none where the ledger is absent."""
    return [entry for entry in gold()["dates"] if not entry.get("optional")] if GOLD.is_file() else []


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@needs_reference
@pytest.mark.parametrize("entry", required(), ids=lambda entry: entry["id"])
def test_bounds_are_accepted(entry: dict[str, Any]) -> None:
    text = seed_text()
    found = [
        (iso(one.date.earliest), iso(one.date.latest))
        for one in find_dates(text, read_layout(text).blocks, PUBLISHED)
        if one.start < entry["end"] and one.end > entry["start"]
    ]
    accepted = {(entry["earliest"], entry["latest"]), *map(tuple, entry.get("also_accept", []))}
    assert accepted.intersection(found)


@needs_reference
def test_nothing_is_placed_that_the_ledger_does_not_have() -> None:
    text = seed_text()
    known = [(entry["start"], entry["end"]) for entry in gold()["dates"]]
    for one in find_dates(text, read_layout(text).blocks, PUBLISHED):
        if one.date.earliest or one.date.latest:
            assert any(one.start < end and one.end > start for start, end in known)
