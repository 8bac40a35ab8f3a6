"""What the public could know on a day, and what this ledger held at an instant."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from diplotui.clock import instant_text, now
from diplotui.errors import InputError, NotFound
from diplotui.model import (
    ClaimRow,
    ClaimStatus,
    DateBounds,
    Decision,
    EventDetail,
    Filing,
    Stance,
    TimelineFilter,
    TimelineRow,
)
from diplotui.store import Store, open_store
from tests.builders import (
    DAY,
    TEXT,
    actor,
    claim,
    document,
    event,
    filing,
    note,
    passage,
    stance,
    statement,
    topic,
)

FOUR = DAY.replace(day=4)


def moment() -> str:
    """An instant between what was written before and what is written after."""
    time.sleep(0.003)
    here = instant_text(datetime.now().astimezone())
    time.sleep(0.003)
    return here


def seen(store: Store, at: str | None) -> tuple[list[TimelineRow], list[EventDetail], tuple[ClaimRow, ...]]:
    """Everything that the panes show, without keys and cursors, which are the store's own."""
    rows = store.timeline(TimelineFilter(as_recorded=at)).rows
    details = [store.event(row.id, as_recorded=at) for row in rows]
    return (
        [replace(row, key=0) for row in rows],
        [replace(one, cursor=None, row=replace(one.row, key=0)) for one in details],
        store.claims(as_recorded=at),
    )


def talks() -> Filing:
    return Filing(
        documents=(document("d2", TEXT + " Talks were held.", published=FOUR),),
        actors=(actor("fr", iso="FR", name="France"),),
        events=(event("e2", "Talks are reported", on=FOUR, passages=(passage("a truce was offered"),)),),
        claims=(claim("c2", "e2", "Talks were held.", entails="c1"), claim("c3", "e1", "A truce was near.")),
        statements=(
            statement(
                "s3",
                "Talks were held",
                document="d2",
                text=TEXT + " Talks were held.",
                speaker="fr",
                party="FR",
                chain=("fr",),
                said=FOUR,
            ),
            statement("s4", "declined to comment", party="RU", said=FOUR),
        ),
        stances=(stance("s3", "c2"), stance("s4", "c3", Stance.ASKED)),
    )


STEPS: list[Callable[[Store], object]] = [
    lambda store: store.file(filing(topics=(topic(), topic("drones", "Drones")))),
    lambda store: store.file(talks()),
    lambda store: store.correct_statement("s2", party="UA", said=DateBounds.on(FOUR)),
    lambda store: store.merge("claim", "c1", "c3"),
    lambda store: store.merge("event", "e1", "e2"),
    lambda store: store.add_note(note(about="event/e1")),
    lambda store: store.decide("claim/c1", Decision.THROWN_OUT),
    lambda store: store.undo(),
    lambda store: store.split("event", "e2"),
    lambda store: store.merge("actor", "us", "fr"),
    lambda store: store.correct_event("e2", topic="drones", title="Talks"),
    lambda store: store.correct_stance("s4", "c3", to_claim="c2"),
    lambda store: store.new_claim("s1", "A truce was offered in writing."),
    lambda store: store.decide("event/e1", Decision.THROWN_OUT),
    lambda store: store.delete_note("n1"),
]


def test_every_moment_comes_back_as_it_was(store: Store, path: Path) -> None:
    shots = [(moment(), seen(store, None))]
    for step in STEPS:
        step(store)
        shots.append((moment(), seen(store, None)))
    with open_store(path) as other:
        for at, then in reversed(shots):
            assert seen(other, at) == then
        for at, then in shots:
            assert seen(other, at) == then


def test_the_past_stands_still_while_something_comes_in(store: Store) -> None:
    store.file(filing())
    at = moment()
    then = seen(store, at)
    assert then == seen(store, None)
    store.file(talks())
    assert seen(store, at) == then
    store.correct_statement("s1", party="FR")
    assert seen(store, at) == then


def test_pages_topics_and_places_of_the_past(store: Store) -> None:
    store.file(filing())
    for number in range(2, 10):
        store.file(Filing(events=(event(f"e{number}"),), claims=(claim(f"c{number}", f"e{number}"),)))
    at = moment()
    for number in range(10, 13):
        store.file(Filing(events=(event(f"e{number}"),)))
    store.correct_event("e3", topic="other")
    wanted = TimelineFilter(as_recorded=at)
    first = store.timeline(wanted, limit=4)
    rest = store.timeline(wanted, before=first.rows[-1].key, limit=9)
    assert len(first.rows) + len(rest.rows) == 9 and first.has_older and not rest.has_older
    assert len({row.key for row in (*first.rows, *rest.rows)}) == 9
    assert store.timeline_place(wanted, rest.rows[-1].key).total == 9
    assert store.timeline_oldest(wanted, limit=1).rows == rest.rows[-1:]
    assert {row.id for row in store.timeline_by(wanted, "event", 99).rows} == {f"e{n}" for n in range(1, 10)}
    assert {one.id: one.events for one in store.topics(as_recorded=at)}["ceasefire"] == 9
    assert len(store.timeline(replace(wanted, party="US", topic="ceasefire")).rows) == 9


def test_both_clocks_at_once(store: Store) -> None:
    store.file(filing())
    at = moment()
    store.correct_statement("s2", said=DateBounds.on(FOUR))
    assert store.claim("c1", as_of=DAY).status is ClaimStatus.AFFIRMED
    assert store.claim("c1", as_of=DAY, as_recorded=at).status is ClaimStatus.DISPUTED
    assert store.claims(as_of=date(2025, 3, 1), as_recorded=at) == ()
    assert store.statement("s2", as_recorded=at).statement.said.latest == DAY


def test_what_was_not_there_yet_is_not_found(store: Store) -> None:
    at = moment()
    store.file(filing())
    assert store.timeline(TimelineFilter(as_recorded=at)).rows == ()
    for read in (store.event, store.statement):
        with pytest.raises(NotFound):
            read("e1" if read == store.event else "s1", as_recorded=at)
    with pytest.raises(NotFound):
        store.claim("c1", as_recorded=at)


def test_silence_is_counted_from_that_instant(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = now().astimezone().date()
    store.file(filing(stances=(stance("s2", "c1", Stance.ASKED),)))
    store.correct_statement("s2", said=DateBounds.on(asked))
    at = moment()
    monkeypatch.setenv("DIPLOTUI_NOW", f"{asked.year + 1}-01-01T12:00:00Z")
    assert store.claim("c1").status is ClaimStatus.SILENT
    assert store.claim("c1", as_recorded=at).status is ClaimStatus.ASKED


def test_what_was_forgotten_is_not_in_the_past_either(store: Store) -> None:
    store.file(filing())
    at = moment()
    store.purge("document/d1")
    assert store.timeline(TimelineFilter(as_recorded=at)).rows == ()


def test_what_is_no_instant_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="no instant"):
        store.claims(as_recorded="last Friday")
