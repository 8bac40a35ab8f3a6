"""Filing: all or nothing, twice is once, and never over what a person decided."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from diplotui.errors import ConflictError, InputError, NotFound
from diplotui.model import Decision, Filing, Stance, TimelineFilter
from diplotui.store import Store
from tests.builders import (
    TEXT,
    actor,
    claim,
    date_mention,
    document,
    event,
    filing,
    note,
    passage,
    quote,
    stance,
    statement,
    topic,
)


def test_everything_filed_comes_back(store: Store) -> None:
    story = filing(
        events=(event(passages=(passage("any truce"), replace(passage("The ministry"), role="headline"))),),
        quotes=(quote(statement="s2", words_of="ru"),),
        dates=(date_mention(value="2025-W10-1", dates=("s1",)),),
        notes=(note(tags=("check",)),),
    )
    assert store.file(story).added
    assert store.everything() == story


def test_the_same_filing_again_adds_nothing(store: Store) -> None:
    store.file(filing())
    end = store.cursor()
    assert not store.file(filing()).added
    assert store.changes(end)[0] == ()


def test_other_content_under_one_id_is_refused_by_name_and_nothing_is_written(store: Store) -> None:
    store.file(filing())
    end = store.cursor()
    changed = filing(
        claims=(claim(text="A truce was refused."),), notes=(note(),), events=(event(), event("e2", "More"))
    )
    with pytest.raises(ConflictError, match="claim/c1"):
        store.file(changed)
    assert store.changes(end)[0] == ()
    assert [row.id for row in store.timeline(TimelineFilter()).rows] == ["e1"]


def test_another_text_under_a_documents_id_is_refused(store: Store) -> None:
    store.file(filing())
    with pytest.raises(ConflictError, match="document/d1"):
        store.file(Filing(documents=(document(text=TEXT + " More."),)))


@pytest.mark.parametrize(
    ("records", "named"),
    [
        ({"events": (event(topic="nowhere"),)}, "topic/nowhere"),
        ({"claims": (claim(entails="c9"),)}, "claim/c9"),
        ({"actors": (actor("us", same_as="uk"), actor("ru"))}, "actor/uk"),
        ({"stances": (stance("s7"),)}, "statement/s7"),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(
    store: Store, records: dict[str, object], named: str
) -> None:
    with pytest.raises(ConflictError, match=named):
        store.file(filing(**records))
    assert store.everything() == Filing()


def test_a_passage_must_stand_in_its_document(store: Store) -> None:
    moved = replace(statement(), start=3, end=22)
    with pytest.raises(ConflictError, match=r"statement/s1.*does not stand in its document"):
        store.file(filing(statements=(moved, statement("s2"))))


def test_a_half_character_is_refused_in_one_line(store: Store) -> None:
    with pytest.raises(InputError):
        store.file(filing(events=(event(title="half \ud800"),)))


def test_what_a_person_accepted_or_threw_out_is_not_overwritten(store: Store) -> None:
    store.file(filing())
    store.decide("stance/s2/c1", Decision.THROWN_OUT)
    store.decide("statement/s1", Decision.ACCEPTED)
    end = store.cursor()
    again = filing(
        stances=(stance("s1", "c1"), stance("s2", "c1", Stance.CONFIRMS)),
        statements=(statement("s1", "truce", party="RU"), filing().statements[1]),
    )
    assert not store.file(again).added
    assert store.changes(end)[0] == ()


def test_an_import_accepts_what_was_proposed(store: Store) -> None:
    store.file(filing())
    store.file(filing(claims=(claim(decision=Decision.ACCEPTED),)))
    assert store.claim("c1").claim.decision is Decision.ACCEPTED


def test_actors_grow_by_what_other_texts_know_of_them(store: Store) -> None:
    store.file(filing())
    store.file(Filing(actors=(actor("us", name="United States", aliases=("Washington",), wikidata="Q30"),)))
    store.file(Filing(actors=(actor("us", name="United States", aliases=("the Americans",)),)))
    known = next(one for one in store.actors() if one.id == "us")
    assert (known.iso, known.wikidata) == ("US", "Q30")
    assert known.aliases == ("Washington", "the Americans")


def test_an_event_gains_passages_from_a_second_document(store: Store) -> None:
    store.file(filing(events=(event(passages=(passage("any truce"),)),)))
    second = document("d2", "A second report. " + TEXT)
    place = passage("A second report", document="d2", text=second.text)
    store.file(Filing(documents=(second,), events=(event(passages=(place,)),)))
    assert store.event("e1").event.passages == (passage("any truce"), place)
    assert store.timeline(TimelineFilter()).rows[0].documents == 2


def test_topics_keep_the_words_a_person_gave_them(store: Store) -> None:
    store.file(Filing(topics=(topic(words=("truce",)),)))
    store.file(Filing(topics=(topic(),)))
    assert store.topic_definitions()[0].words == ("truce",)
    with pytest.raises(ConflictError, match="topic/ceasefire"):
        store.file(Filing(topics=(topic(name="Something else"),)))


def test_deciding_on_what_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound):
        store.decide("statement/s9", Decision.ACCEPTED)
    with pytest.raises(NotFound):
        store.decide("topic/other", Decision.ACCEPTED)


def test_thrown_out_rows_leave_every_view_and_stay_as_tombstones(store: Store) -> None:
    store.file(filing())
    store.decide("statement/s2", Decision.THROWN_OUT)
    assert store.claim("c1").status.value == "affirmed"
    assert [view.statement.id for view in store.event("e1").statements] == ["s1"]
    assert store.search("denied") == ()
    store.decide("event/e1", Decision.THROWN_OUT)
    assert store.timeline(TimelineFilter()).rows == ()
    assert store.claims() == ()
    assert store.candidates([], None) == ()
    assert store.topics()[0].events == 0
    with pytest.raises(NotFound):
        store.event("e1")
    assert len(store.everything().statements) == 2
    assert store.undo() and store.undo()
    assert store.claim("c1").status.value == "disputed"


def test_a_newer_version_of_a_page_replaces_the_older(store: Store) -> None:
    store.file(filing())
    newer = document("d2", TEXT + "\n\nCorrected.", replaces="d1")
    store.file(
        Filing(
            documents=(newer,),
            statements=(
                statement("s3", document="d2", text=newer.text, speaker="us", party="US", chain=("us",)),
            ),
            stances=(stance("s3", "c1"),),
        )
    )
    row = store.timeline(TimelineFilter()).rows[0]
    assert (row.statements, row.documents) == (1, 1)
    assert store.claim("c1").counts.documents == 1


def test_passages_of_a_replaced_page_are_current_no_longer(store: Store) -> None:
    """Neither in the event nor in the search; the ledger keeps them, and they count again without the new."""
    old = "Reporters heard of a quokka. It was hungry."
    fixed = "Reporters heard of a wombat. It was hungry."
    first = event("e1", passages=(passage("heard of a quokka", text=old),))
    store.file(filing(documents=(document("d1", old),), events=(first,), statements=(), stances=()))
    newer = passage("heard of a wombat", document="d2", text=fixed)
    again = filing(
        documents=(document("d2", fixed, replaces="d1"),),
        events=(event("e1", passages=(newer,)),),
        statements=(),
        stances=(),
    )
    store.file(again)
    assert store.event("e1").event.passages == (newer,)
    assert store.search("wombat") and store.search("quokka") == ()
    assert store.everything().events[0].passages == (*first.passages, newer)
    store.decide("document/d2", Decision.THROWN_OUT)
    assert store.event("e1").event.passages == first.passages
    assert store.search("quokka") and store.search("wombat") == ()


class TestJournal:
    def test_it_has_a_line_for_every_change_without_the_text(self, store: Store) -> None:
        start = store.cursor()
        store.file(filing(events=(event(passages=(passage("any truce"),)),), notes=(note(),)))
        lines, _ = store.changes(start)
        assert [(line.table, line.key, line.operation) for line in lines] == [
            ("topic", "ceasefire", "insert"),
            ("actor", "us", "insert"),
            ("actor", "ru", "insert"),
            ("document", "d1", "insert"),
            ("event", "e1", "insert"),
            ("claim", "c1", "insert"),
            ("statement", "s1", "insert"),
            ("statement", "s2", "insert"),
            ("stance", "s1/c1", "insert"),
            ("stance", "s2/c1", "insert"),
            ("note", "n1", "insert"),
            ("event_passage", "e1/0", "insert"),
        ]
        by_key = {line.key: line.row for line in lines}
        assert "text" not in by_key["d1"]
        assert by_key["c1"]["subjects"] == ["US", "RU"]

    @pytest.mark.parametrize("attempt", ["DELETE FROM journal", "UPDATE journal SET row = '{}'"])
    def test_it_refuses_change(self, store: Store, path: Path, attempt: str) -> None:
        store.file(filing())
        with (
            closing(sqlite3.connect(path)) as by_hand,
            pytest.raises(sqlite3.IntegrityError, match="journal"),
        ):
            by_hand.execute(attempt)

    def test_an_update_that_changes_nothing_is_not_journaled(self, store: Store, path: Path) -> None:
        store.file(filing())
        end = store.cursor()
        with closing(sqlite3.connect(path)) as by_hand:
            by_hand.execute("UPDATE event SET title = title")
            by_hand.commit()
        assert store.changes(end)[0] == ()

    def test_deleting_a_document_journals_all_that_goes_with_it(self, store: Store, path: Path) -> None:
        store.file(filing())
        end = store.cursor()
        with closing(sqlite3.connect(path, isolation_level=None)) as by_hand:
            by_hand.execute("PRAGMA foreign_keys = ON")
            by_hand.execute("DELETE FROM document")
        lines, _ = store.changes(end)
        assert sorted((line.table, line.key) for line in lines if line.operation == "delete") == [
            ("document", "d1"),
            ("stance", "s1/c1"),
            ("stance", "s2/c1"),
            ("statement", "s1"),
            ("statement", "s2"),
        ]
        assert store.claim("c1").status.value == "unaddressed"


class TestFixed:
    @pytest.mark.parametrize(
        "attempt",
        [
            "UPDATE document SET text = 'other'",
            "UPDATE document SET sha256 = 'other'",
            "UPDATE statement SET start = start + 1, end = end + 1",
            "UPDATE statement SET exact = 'other'",
            "UPDATE statement SET id = 's9' WHERE id = 's1'",
            "UPDATE statement SET basis = 'hearsay'",
            "UPDATE statement SET latest = '2025-02-30'",
            "UPDATE claim SET subjects = 'US'",
            "UPDATE claim SET entails = id",
            "INSERT INTO document (id, text, sha256) VALUES ('d9', 'a' || char(0) || 'b', '')",
            "INSERT INTO quote (id, document, start, end, exact) VALUES ('q9', 'd1', 0, 3, 'the')",
            "INSERT INTO event_passage VALUES ('e1', 9, 'd1', 0, 3, 'the', NULL)",
        ],
    )
    def test_the_ledger_itself_refuses(self, store: Store, path: Path, attempt: str) -> None:
        store.file(filing())
        with closing(sqlite3.connect(path)) as by_hand, pytest.raises(sqlite3.IntegrityError):
            by_hand.execute(attempt)

    def test_what_is_not_the_text_may_change(self, store: Store, path: Path) -> None:
        store.file(filing())
        with closing(sqlite3.connect(path)) as by_hand:
            by_hand.execute("UPDATE document SET title = 'A title'")
            by_hand.commit()
        assert store.document("d1").document.title == "A title"
