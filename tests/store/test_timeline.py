"""Windows of the timeline, compared with a plain sort of all rows."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from diplotui.model import (
    Claim,
    DateBounds,
    Event,
    EventKind,
    Filing,
    Stance,
    TimelineFilter,
    TimelineRow,
)
from diplotui.store import Store, open_store
from tests.builders import TEXT, actor, claim, document, event, filing, note, stance, statement, topic

FIRST = date(2024, 1, 1)
PARTIES = ("US", "RU", "FR")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred events, filed one by one in no order, several a day, of three topics."""
    path = tmp_path_factory.mktemp("many") / "ledger.db"
    chance = random.Random(5)
    with open_store(path) as store:
        store.file(Filing(topics=(topic("a", "A"), topic("b", "B")), documents=(document(),)))
        for number in range(200):
            day = FIRST + timedelta(days=chance.randrange(60))
            own = chance.choice((None, day, FIRST + timedelta(days=chance.randrange(60))))
            story = chance.choice(("a", "a", "b", "other"))
            store.file(
                Filing(
                    events=(event(f"e{number:03}", topic=story, on=own, parties=(chance.choice(PARTIES),)),),
                    claims=(claim(f"c{number:03}", f"e{number:03}", subjects=()),),
                    statements=(statement(f"s{number:03}", said=day),),
                    stances=(stance(f"s{number:03}", f"c{number:03}"),),
                )
            )
    return path


@pytest.fixture
def ledger(many: Path):  # type: ignore[no-untyped-def]
    with open_store(many) as store:
        yield store


def all_rows(store: Store) -> list[TimelineRow]:
    """Every row, newest first, read topic by topic in one big window each."""
    rows = [
        row
        for one in ("a", "b", "other")
        for row in store.timeline(TimelineFilter(topic=one), limit=10_000).rows
    ]
    return sorted(rows, key=lambda row: -row.key)


FILTERS = [
    TimelineFilter(),
    TimelineFilter(topic="a"),
    TimelineFilter(topic="other"),
    TimelineFilter(party="FR"),
    TimelineFilter(topic="b", party="US"),
    TimelineFilter(since=FIRST + timedelta(days=30)),
    TimelineFilter(as_of=FIRST + timedelta(days=30)),
    TimelineFilter(topic="a", party="RU", since=FIRST + timedelta(days=10), as_of=FIRST + timedelta(days=40)),
    TimelineFilter(topic="nowhere"),
]


def chosen_rows(store: Store, chosen: TimelineFilter) -> list[TimelineRow]:
    """What a filter means, said plainly."""
    return [
        row
        for row in all_rows(store)
        if (row.topic == chosen.topic if chosen.topic is not None else row.topic != "other")
        and (chosen.party is None or chosen.party in row.parties)
        and (chosen.since is None or (row.public is not None and row.public >= chosen.since))
        and (chosen.as_of is None or (row.public is not None and row.public <= chosen.as_of))
    ]


def test_newest_public_day_first(ledger: Store) -> None:
    days = [row.public for row in all_rows(ledger)]
    assert days == sorted(days, key=lambda day: day or date.min, reverse=True)
    assert len({row.key for row in all_rows(ledger)}) == 200


@pytest.mark.parametrize("chosen", FILTERS, ids=str)
def test_windows_are_cut_from_the_plain_sort(ledger: Store, chosen: TimelineFilter) -> None:
    rows = [row.id for row in chosen_rows(ledger, chosen)]
    keys = {row.id: row.key for row in all_rows(ledger)}
    chance = random.Random(len(rows))
    first = ledger.timeline(chosen, limit=7)
    assert [row.id for row in first.rows] == rows[:7]
    assert (first.has_newer, first.has_older) == (False, len(rows) > 7)
    last = ledger.timeline_oldest(chosen, limit=7)
    assert [row.id for row in last.rows] == rows[-7:]
    assert (last.has_newer, last.has_older) == (len(rows) > 7, False)
    for place in chance.sample(range(len(rows)), min(12, len(rows))):
        key = keys[rows[place]]
        before = ledger.timeline(chosen, before=key, limit=7)
        assert [row.id for row in before.rows] == rows[place + 1 : place + 8]
        assert (before.has_newer, before.has_older) == (True, place + 8 < len(rows))
        after = ledger.timeline(chosen, after=key, limit=7)
        assert [row.id for row in after.rows] == rows[max(place - 7, 0) : place]
        assert (after.has_newer, after.has_older) == (place > 7, True)
        around = ledger.timeline(chosen, around=key, limit=7)
        window = [row.id for row in around.rows]
        start = rows.index(window[0])
        assert window == rows[start : start + 7] and rows[place] in window
        assert len(window) == min(7, len(rows))
        assert (around.has_newer, around.has_older) == (start > 0, start + 7 < len(rows))
        rank = ledger.timeline_place(chosen, key)
        assert (rank.rank, rank.total) == (place + 1, len(rows))


def test_reading_on_window_by_window_meets_every_row_once(ledger: Store) -> None:
    met: list[str] = []
    page = ledger.timeline(TimelineFilter(), limit=9)
    while page.rows:
        met += [row.id for row in page.rows]
        page = ledger.timeline(TimelineFilter(), before=page.rows[-1].key, limit=9)
    assert met == [row.id for row in chosen_rows(ledger, TimelineFilter())]


def test_topics_count_what_the_timeline_shows(ledger: Store) -> None:
    rows = all_rows(ledger)
    for one in ledger.topics():
        assert one.events == sum(row.topic == one.id for row in rows)


def test_order_of_own_dates_puts_undated_events_last(ledger: Store) -> None:
    rows = ledger.timeline_by(TimelineFilter(topic="a"), "event", 10_000).rows
    days = [row.date.earliest for row in rows]
    dated = [day for day in days if day is not None]
    assert dated == sorted(dated) and days[: len(dated)] == dated


def test_order_of_change_follows_the_last_filing_or_decision(store: Store) -> None:
    from diplotui.model import Decision

    store.file(filing())
    store.file(
        Filing(
            events=(event("e2", "Another matter", on=None),),
            claims=(claim("c2", "e2"),),
            statements=(statement("s3"),),
            stances=(stance("s3", "c2"),),
        )
    )
    assert [row.id for row in store.timeline_by(TimelineFilter(), "changed", 9).rows] == ["e2", "e1"]
    store.decide("statement/s1", Decision.ACCEPTED)
    assert [row.id for row in store.timeline_by(TimelineFilter(), "changed", 9).rows] == ["e1", "e2"]


def test_events_filed_together_stand_as_in_their_text(store: Store) -> None:
    store.file(
        Filing(
            topics=(topic(),),
            documents=(document(),),
            events=tuple(event(f"e{number}") for number in range(4)),
            claims=tuple(claim(f"c{number}", f"e{number}") for number in range(4)),
            statements=tuple(statement(f"s{number}") for number in range(4)),
            stances=tuple(stance(f"s{number}", f"c{number}") for number in range(4)),
        )
    )
    assert [row.id for row in store.timeline(TimelineFilter()).rows] == ["e0", "e1", "e2", "e3"]


class TestPublicDay:
    def test_the_earliest_statement_makes_an_event_public(self, store: Store) -> None:
        store.file(filing())
        earlier = date(2025, 3, 1)
        store.file(Filing(statements=(statement("s3", said=earlier),), stances=(stance("s3", "c1"),)))
        assert store.timeline(TimelineFilter()).rows[0].public == earlier

    def test_a_statement_without_a_day_counts_from_its_documents(self, store: Store) -> None:
        store.file(filing(statements=(statement("s1", said=None), statement("s2", said=None))))
        assert store.timeline(TimelineFilter()).rows[0].public == date(2025, 3, 3)

    def test_without_any_day_it_is_that_of_recording(self, store: Store) -> None:
        store.file(
            filing(
                documents=(document(published=None),),
                statements=(statement("s1", said=None), statement("s2", said=None)),
            )
        )
        recorded = store.info().recorded
        assert recorded is not None
        assert str(store.timeline(TimelineFilter()).rows[0].public) == recorded[:10]

    def test_a_known_time_orders_within_the_day(self, store: Store) -> None:
        day = date(2025, 3, 3)
        for name, clock in (("e1", "18:30"), ("e2", "09:15")):
            store.file(
                Filing(
                    topics=(topic(),),
                    documents=(document(),),
                    events=(Event(name, "ceasefire", name, EventKind.HAPPENED, DateBounds()),),
                    claims=(Claim(f"c{name}", name, name),),
                    statements=(statement(f"s{name}", said=DateBounds(f"2025-03-03T{clock}:00Z", day, day)),),
                    stances=(stance(f"s{name}", f"c{name}"),),
                )
            )
        assert [row.id for row in store.timeline(TimelineFilter()).rows] == ["e1", "e2"]

    def test_an_event_without_statements_stands_too(self, store: Store) -> None:
        store.file(filing(claims=(), statements=(), stances=()))
        (row,) = store.timeline(TimelineFilter()).rows
        assert (row.statements, row.status.value) == (0, "unaddressed")
        assert store.event("e1").claims == ()


class TestEarlierDay:
    """The same ledger as the public clock stood on an earlier day."""

    @pytest.fixture
    def story(self, store: Store) -> Store:
        store.file(
            filing(
                statements=(
                    statement("s1", speaker="us", party="US", chain=("us",)),
                    statement("s2", said=date(2025, 3, 6), speaker="ru", party="RU", chain=("ru",)),
                )
            )
        )
        return store

    def test_rows_show_what_was_known_then(self, story: Store) -> None:
        (row,) = story.timeline(TimelineFilter(as_of=date(2025, 3, 5))).rows
        assert (row.statements, row.status.value) == (1, "affirmed")
        (row,) = story.timeline(TimelineFilter(as_of=date(2025, 3, 6))).rows
        assert (row.statements, row.status.value) == (2, "disputed")
        assert story.timeline(TimelineFilter(as_of=date(2025, 3, 2))).rows == ()

    def test_the_event_shows_what_was_known_then(self, story: Store) -> None:
        detail = story.event("e1", date(2025, 3, 5))
        assert [view.statement.id for view in detail.statements] == ["s1"]
        assert [row.status.value for row in detail.claims] == ["affirmed"]
        assert detail.row.statements == 1

    def test_history_tells_since_when(self, story: Store) -> None:
        assert [(str(one.on), one.status.value) for one in story.claim("c1").history] == [
            ("2025-03-03", "affirmed"),
            ("2025-03-06", "disputed"),
        ]

    def test_claims_by_party_and_status(self, story: Store) -> None:
        from diplotui.model import ClaimStatus

        assert story.claims(status=ClaimStatus.DISPUTED, as_of=date(2025, 3, 5)) == ()
        assert len(story.claims(status=ClaimStatus.AFFIRMED, as_of=date(2025, 3, 5))) == 1
        assert len(story.claims(party="RU")) == 1 and story.claims(party="FR") == ()


def test_a_question_turns_into_silence_as_days_pass(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-03-04T12:00:00+00:00")
    store.file(
        filing(
            statements=(statement("s1", party="RU", speaker="ru"),),
            stances=(stance("s1", "c1", Stance.ASKED),),
        )
    )
    assert store.claim("c1").status.value == "asked"
    assert store.timeline(TimelineFilter()).rows[0].status.value == "asked"
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-03-09T12:00:00+00:00")
    assert store.claim("c1").status.value == "asked"
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-03-11T12:00:00+00:00")
    assert store.timeline(TimelineFilter()).rows[0].status.value == "silent"
    assert store.claim("c1").status.value == "silent"
    assert [line for line in store.check() if not line.startswith("note:")] == []


class TestUnread:
    def test_what_was_looked_at_is_read_until_something_arrives(self, store: Store) -> None:
        store.file(filing())
        assert store.topics()[0].unread == 1
        end = store.cursor()
        store.mark_seen(["e1"])
        assert store.topics()[0].unread == 0
        assert store.changes(end)[0] == ()
        store.add_note(note())
        store.undo()
        assert store.topics()[0].unread == 0
        store.file(Filing(statements=(statement("s3"),), stances=(stance("s3", "c1"),)))
        assert store.topics()[0].unread == 1

    def test_contested_events_are_counted(self, store: Store) -> None:
        store.file(filing())
        assert store.topics()[0].contested == 1


class TestMergers:
    @pytest.fixture
    def two(self, store: Store) -> Store:
        store.file(filing())
        store.file(
            Filing(
                actors=(actor("fr", iso="FR"),),
                documents=(document("d2", TEXT),),
                events=(event("e2", "The same again"),),
                claims=(claim("c2", "e2", "Somebody offered a truce."),),
                statements=(statement("s3", document="d2", party="US", speaker="us", chain=("fr",)),),
                stances=(stance("s3", "c2"),),
            )
        )
        return store

    def test_a_merged_claim_counts_for_the_other(self, two: Store, path: Path) -> None:
        by_hand(path, "UPDATE claim SET same_as = 'c1' WHERE id = 'c2'")
        two.changes(None)
        assert [row.claim.id for row in two.claims()] == ["c1"]
        assert two.claim("c2") == two.claim("c1")
        assert two.claim("c1").counts.origins == 2
        assert [view.statement.id for view in two.event("e1").statements] == ["s1", "s2", "s3"]

    def test_a_merged_event_folds_into_the_other(self, two: Store, path: Path) -> None:
        by_hand(path, "UPDATE event SET same_as = 'e1' WHERE id = 'e2'")
        two.changes(None)
        assert [row.id for row in two.timeline(TimelineFilter()).rows] == ["e1"]
        assert two.event("e2").event.id == "e1"
        assert {row.claim.id for row in two.event("e1").claims} == {"c1", "c2"}
        assert len(two.search("again")) == 0 and len(two.search("somebody")) == 1
        by_hand(path, "UPDATE event SET same_as = NULL WHERE id = 'e2'")
        two.changes(None)
        assert len(two.timeline(TimelineFilter()).rows) == 2

    def test_merged_actors_are_one_origin(self, two: Store, path: Path) -> None:
        by_hand(
            path,
            "UPDATE claim SET same_as = 'c1' WHERE id = 'c2'",
            "UPDATE actor SET same_as = 'us' WHERE id = 'fr'",
        )
        two.changes(None)
        assert two.claim("c1").counts.origins == 1
        assert [line for line in two.check() if not line.startswith("note:")] == []


def by_hand(path: Path, *commands: str) -> None:
    """Change rows as another program would."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for command in commands:
            connection.execute(command)
