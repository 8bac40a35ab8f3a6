"""The hand-made ledger of the reference round-up, filed and read back through the store alone."""

from datetime import date
from pathlib import Path

import pytest

from diplotui.errors import NotFound
from diplotui.model import PositionKind, TimelineFilter
from diplotui.store import Store, open_store
from tests.reference import gold, needs_reference
from tests.store.gold_filing import gold_filing

pytestmark = needs_reference


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "ledger.db"
    with open_store(path) as store:
        store.file(gold_filing())
    return path


@pytest.fixture
def ledger(filed: Path):  # type: ignore[no-untyped-def]
    with open_store(filed) as store:
        yield store


def test_all_that_was_filed_comes_back(ledger: Store) -> None:
    assert ledger.everything() == gold_filing()


def test_statuses_are_the_expected_ones(ledger: Store) -> None:
    expected = gold()["expected"]["statuses"]
    assert {row.claim.id: row.status.value for row in ledger.claims()} == expected


def test_origin_counts_are_the_expected_ones(ledger: Store) -> None:
    expected = gold()["expected"]["origin_counts"]
    assert {row.claim.id: row.counts.origins for row in ledger.claims()} == expected


def test_events_stand_under_their_topics(ledger: Store) -> None:
    expected = gold()["expected"]["topics"]
    found = {
        topic: sorted(row.id for row in ledger.timeline(TimelineFilter(topic=topic)).rows)
        for topic in expected
    }
    assert found == expected
    assert {topic.id: topic.events for topic in ledger.topics()} == {
        **{topic: len(events) for topic, events in expected.items()},
        "other": 0,
    }


def test_order_of_the_events_own_dates(ledger: Store) -> None:
    page = ledger.timeline_by(TimelineFilter(), "event", 100)
    assert [row.id for row in page.rows] == gold()["expected"]["timeline_order"]


def test_earlier_days_of_the_public_clock(ledger: Store) -> None:
    for instant in gold()["expected"]["as_of_public"]:
        day = date.fromisoformat(instant["at"])
        if not instant["known"]:
            with pytest.raises(NotFound):
                ledger.claim(instant["claim"], day)
            assert instant["claim"] not in {row.claim.id for row in ledger.claims(as_of=day)}
            continue
        row = ledger.claim(instant["claim"], day)
        assert row.status.value == instant["status"]
        assert row in ledger.claims(as_of=day)
        for party in ("US", "RU"):
            cell = row.position(party)
            assert cell is not None
            held = None if cell.position is PositionKind.NOTHING else cell.position.value
            assert held == instant[party]


def test_nothing_is_wrong_with_it(ledger: Store) -> None:
    assert [line for line in ledger.check() if not line.startswith("note:")] == []


def test_one_topic_can_be_taken_elsewhere(ledger: Store, tmp_path: Path) -> None:
    part = ledger.everything("prisoners")
    with open_store(tmp_path / "other.db") as other:
        other.file(part)
        assert [row.claim.id for row in other.claims(topic="prisoners")] == [
            row.claim.id for row in ledger.claims(topic="prisoners")
        ]
        assert other.everything() == part
