"""What a hand reads from the documented views is what the dashboard shows."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from diplotui.model import Decision, Filing, Stance, TimelineFilter
from diplotui.store import Store
from tests.builders import DAY, claim, event, filing, note, stance, statement, topic
from tests.reference import needs_reference
from tests.store.gold_filing import gold_filing


@pytest.fixture
def hand(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def same(store: Store, hand: sqlite3.Connection) -> int:
    """Compare all three views with the store's answers; how many rows there were."""
    topics = [one.id for one in store.topics()]
    events = [row for name in topics for row in store.timeline(TimelineFilter(topic=name), limit=999).rows]
    shown = hand.execute("SELECT * FROM timeline_view").fetchall()
    assert [row["id"] for row in shown if row["topic"] != "other"] == [
        row.id for row in store.timeline(TimelineFilter(), limit=999).rows
    ]
    assert {
        row["id"]: (
            row["title"], row["topic"], row["kind"], row["date"], row["public"], row["status"],
            json.loads(row["parties"]), row["statements"], row["documents"], row["notes"], row["origins"],
        )
        for row in shown
    } == {
        row.id: (
            row.title, row.topic, row.kind, row.date.edtf, row.public and row.public.isoformat(), row.status,
            list(row.parties), row.statements, row.documents, row.notes, row.counts.origins,
        )
        for row in events
    }  # fmt: skip
    claims = store.claims()
    assert {
        row["id"]: (row["claim"], row["event"], row["status"], row["origins"], row["named"], row["people"])
        for row in hand.execute("SELECT * FROM status_view")
    } == {
        row.claim.id: (
            row.claim.text, store.event(row.claim.event).event.id, row.status, row.counts.origins,
            row.counts.named, row.counts.people,
        )
        for row in claims
    }  # fmt: skip
    cells = {
        (row["claim"], row["party"]): (
            row["position"], bool(row["part"]), row["stance"], row["coverage"], row["public"],
            row["statement"], row["scope"], bool(row["proposed"]), bool(row["reversed"]),
        )
        for row in hand.execute("SELECT * FROM position_view")
    }  # fmt: skip
    assert cells == {
        (row.claim.id, cell.party): (
            cell.position, cell.part, cell.stance, cell.coverage, cell.on and cell.on.isoformat(),
            cell.statement, cell.scope, cell.proposed, cell.reversed,
        )
        for row in claims
        for cell in row.positions
    }  # fmt: skip
    return len(shown) + len(claims) + len(cells)


def test_after_filing_deciding_and_undoing(store: Store, hand: sqlite3.Connection) -> None:
    store.file(filing(topics=(topic(), topic("drones", "Drones"))))
    store.file(
        Filing(
            events=(event("e2", topic="other"), event("e3", topic="drones")),
            claims=(claim("c2", "e3", "It was refused.", entails="c1"),),
            statements=(statement("s3", party="RU", said=DAY.replace(day=9)),),
            stances=(stance("s3", "c1", Stance.CONFIRMS, scope="in part"),),
        )
    )
    assert same(store, hand) > 6
    for act in (
        lambda: store.correct_statement("s2", party="UA"),
        lambda: store.add_note(note()),
        lambda: store.decide("stance/s3/c1", Decision.ACCEPTED),
        lambda: store.merge("event", "e1", "e3"),
        lambda: store.split("event", "e3"),
        lambda: store.merge("claim", "c1", "c2"),
        lambda: store.decide("claim/c1", Decision.THROWN_OUT),
        store.undo,
        store.undo,
    ):
        act()
        same(store, hand)


@needs_reference
def test_on_the_reference_ledger(store: Store, hand: sqlite3.Connection) -> None:
    store.file(gold_filing())
    assert same(store, hand) > 80
