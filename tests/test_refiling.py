"""What a change of topics would move, shown before it is made; and that just this is moved then."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from diplotui.errors import InputError, NotFound
from diplotui.ingest import ingest_text
from diplotui.model import Decision, TopicMove
from diplotui.refiling import moves_by_deletion, moves_by_merger, moves_by_new_topic, moves_by_words
from diplotui.sources.files import IncomingText
from diplotui.store import Store, open_store

TEXTS = (
    "The Norwegian ministry said on Monday that a herring quota had been agreed with Iceland.",
    "Peru's foreign minister said that a copper levy on Chile would be lifted in autumn.",
    "The Danish embassy said that the herring fleet had left Iceland.",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "ledger.db") as opened:
        for topic in opened.topic_definitions():
            if topic.id != "other":
                opened.delete_topic(topic.id)
        opened.add_topic("Fish", ("herring",))
        opened.add_topic("Metals", ("copper",))
        for number, text in enumerate(TEXTS):
            ingest_text(opened, IncomingText(text, f"t{number}", date(2031, 5, 6), f"Paper {number}"))
        yield opened


def topics(store: Store) -> dict[str, str]:
    return {row.id: row.topic for row in store.everything().events}


def held(store: Store) -> dict[str, int]:
    return {one.id: one.events for one in store.topics()}


def test_words_that_are_taken_away_move_what_they_filed(store: Store) -> None:
    before = topics(store)
    moves = moves_by_words(store, "fish", ("cod",))
    assert {(one.was, one.now) for one in moves} == {("fish", "other")}
    assert {one.event for one in moves} == {event for event, topic in before.items() if topic == "fish"}
    assert topics(store) == before, "a preview writes nothing"
    store.correct_topic("fish", words=("cod",), moves=moves)
    assert held(store)["fish"] == 0
    assert moves_by_words(store, "fish", ("cod",)) == ()
    store.undo()
    assert topics(store) == before


def test_words_that_are_added_draw_events_in(store: Store) -> None:
    assert moves_by_words(store, "fish", ("herring", "squid")) == ()
    store.correct_topic("metals", words=("tin",), moves=moves_by_words(store, "metals", ("tin",)))
    moves = moves_by_words(store, "fish", ("herring", "copper levy"))
    assert [(one.was, one.now) for one in moves] == [("other", "fish")]


def test_what_a_person_filed_stays(store: Store) -> None:
    (mine,) = moves_by_words(store, "metals", ())
    store.decide(f"event/{mine.event}", Decision.ACCEPTED)
    assert moves_by_words(store, "metals", ()) == ()


def test_a_new_topic_takes_what_fits_it_better(store: Store) -> None:
    store.correct_topic("metals", words=("tin",), moves=moves_by_words(store, "metals", ("tin",)))
    moves = moves_by_new_topic(store, "Levies", ("levy",))
    assert [(one.was, one.now) for one in moves] == [("other", "Levies")]


def test_without_a_topic_its_events_go_to_what_fits_next(store: Store) -> None:
    words = ("copper", "Iceland")
    store.correct_topic("metals", words=words, moves=moves_by_words(store, "metals", words))
    moves = moves_by_deletion(store, "fish")
    assert moves and {(one.was, one.now) for one in moves} == {("fish", "metals")}
    store.delete_topic("fish", moves)
    assert held(store)["other"] == 0


def test_a_merger_moves_all_of_it(store: Store) -> None:
    (move,) = moves_by_merger(store, "fish", "metals")
    assert move == TopicMove(move.event, store.event(move.event).event.title, "metals", "fish")
    store.merge_topics("fish", "metals")
    assert topics(store)[move.event] == "fish"


def test_what_is_no_topic_is_named(store: Store) -> None:
    with pytest.raises(NotFound):
        moves_by_words(store, "nowhere", ("cod",))
    with pytest.raises(InputError):
        moves_by_deletion(store, "other")
