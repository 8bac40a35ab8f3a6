"""Topics, saved views, marks of what is read: each change is one step, and can be taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from diplotui.errors import ConflictError, InputError, NotFound
from diplotui.model import Filing, SavedView, TopicMove
from diplotui.store import Store, open_store
from tests.builders import claim, document, event, filing, statement, topic


@pytest.fixture
def told(store: Store) -> Store:
    """Two events under truces, one under drones."""
    store.file(filing(topics=(topic(words=("truce",)), topic("drones", "Drones", ("drone",)))))
    store.file(Filing(events=(event("e2", "Another truce"), event("e3", "A drone", topic="drones", on=None))))
    return store


def held(store: Store) -> dict[str, tuple[int, int]]:
    return {one.id: (one.events, one.unread) for one in store.topics()}


def test_a_topic_is_added_last_and_taken_back(told: Store) -> None:
    made = told.add_topic("  Grain  deal ", ("grain", "Black Sea", " grain "))
    assert (made.id, made.name, made.words) == ("grain-deal", "Grain deal", ("grain", "Black Sea"))
    assert [one.id for one in told.topics()][-2:] == ["grain-deal", "other"]
    told.undo()
    assert "grain-deal" not in held(told)


def test_a_name_is_given_once(told: Store) -> None:
    for name in ("Drones", " drones"):
        with pytest.raises(ConflictError, match="already"):
            told.add_topic(name)
    with pytest.raises(ConflictError):
        told.correct_topic("ceasefire", name="DRONES")
    with pytest.raises(InputError):
        told.add_topic("   ")
    assert told.add_topic("зерно").id != told.add_topic("море").id


def test_another_name_and_other_words(told: Store) -> None:
    told.correct_topic("drones", name="Air raids", words=("drone", "missile"))
    assert told.topic_definitions()[1].words == ("drone", "missile")
    assert told.topics()[1].name == "Air raids" and held(told)["drones"][0] == 1
    told.undo()
    assert told.topics()[1].name == "Drones"


def test_the_catch_all_cannot_be_changed(told: Store) -> None:
    for change in (
        lambda: told.correct_topic("other", name="Rest"),
        lambda: told.delete_topic("other"),
        lambda: told.merge_topics("drones", "other"),
    ):
        with pytest.raises(InputError, match="cannot be changed"):
            change()


def test_topics_are_put_in_order(told: Store) -> None:
    told.add_topic("Grain")
    told.order_topics(("grain", "drones"))
    assert [one.id for one in told.topics()] == ["grain", "drones", "ceasefire", "other"]
    told.undo()
    assert [one.id for one in told.topics()] == ["ceasefire", "drones", "grain", "other"]
    with pytest.raises(NotFound):
        told.order_topics(("nowhere",))


def test_one_topic_takes_over_another(told: Store) -> None:
    before = told.everything()
    merged = told.merge_topics("ceasefire", "drones")
    assert merged.words == ("truce", "drone")
    assert held(told) == {"ceasefire": (3, 3), "other": (0, 0)}
    assert [hit.row.id for hit in told.search("drone", topic="ceasefire")] == ["e3"]
    told.undo()
    assert told.everything() == before and held(told)["drones"] == (1, 1)
    assert told.search("drone", topic="ceasefire") == ()


def test_a_topic_goes_and_its_events_stay(told: Store, path: Path) -> None:
    before = told.everything()
    told.delete_topic("ceasefire", (TopicMove("e2", "Another truce", "ceasefire", "drones"),))
    assert held(told) == {"drones": (2, 2), "other": (1, 1)}
    assert told.event("e1").event.decision is before.events[0].decision
    with open_store(path) as other:
        assert other.undo() == "Undone: topic/ceasefire deleted"
    after = told.everything()
    assert replace(after, topics=()) == replace(before, topics=())
    assert set(after.topics) == set(before.topics) and held(told)["ceasefire"] == (2, 2)


def test_an_event_that_went_elsewhere_meanwhile_is_not_moved(told: Store) -> None:
    shown = (TopicMove("e2", "Another truce", "ceasefire", "drones"),)
    told.correct_event("e2", topic="other")
    told.correct_topic("drones", words=("drone", "truce"), moves=shown)
    assert told.event("e2").event.topic == "other"


def test_the_later_of_two_editors_of_a_topic_is_told(told: Store, path: Path) -> None:
    at = told.cursor()
    with open_store(path) as other:
        other.correct_topic("drones", words=("missile",))
    for change in (
        lambda: told.correct_topic("drones", name="Mine", read_at=at),
        lambda: told.merge_topics("ceasefire", "drones", read_at=at),
        lambda: told.delete_topic("drones", read_at=at),
    ):
        with pytest.raises(ConflictError, match="changed elsewhere"):
            change()
    assert told.topic_definitions()[1].words == ("missile",)


# What is read.


def test_only_what_is_named_is_marked_as_read_and_u_takes_it_back(told: Store, path: Path) -> None:
    assert told.mark_read(("e1", "e3", "nowhere")) == 2
    assert held(told) == {"ceasefire": (2, 1), "drones": (1, 0), "other": (0, 0)}
    assert told.mark_read(("e1",)) == 0
    with open_store(path) as other:
        assert other.undo() == "Undone: 2 events marked as read"
    assert held(told)["ceasefire"] == (2, 2)
    with open_store(path) as other:
        assert other.redo() is not None
    assert held(told) == {"ceasefire": (2, 1), "drones": (1, 0), "other": (0, 0)}


def test_marking_stands_in_line_with_other_steps(told: Store) -> None:
    states = [(held(told), told.everything())]
    for step in (
        lambda: told.mark_read(("e1",)),
        lambda: told.correct_event("e2", title="Mine"),
        lambda: told.mark_read(("e2",)),
        lambda: told.mark_read(("e3",)),
    ):
        step()
        states.append((held(told), told.everything()))
    for state in states[-2::-1]:
        assert told.undo() is not None
        assert (held(told), told.everything()) == state
    for state in states[1:]:
        assert told.redo() is not None
        assert (held(told), told.everything()) == state
    assert told.redo() is None


def test_a_mark_is_no_change_of_the_event(told: Store, path: Path) -> None:
    at = told.event("e1").cursor
    with open_store(path) as other:
        other.mark_read(("e1",))
        other.undo()
    told.correct_event("e1", title="Mine", read_at=at)
    assert told.event("e1").event.title == "Mine"


def test_what_comes_in_later_is_unread_again(told: Store) -> None:
    told.mark_read(("e1",))
    told.file(
        Filing(
            documents=(document("d8", "It went on."),),
            statements=(statement("s8", "It went on", document="d8", text="It went on.", event="e1"),),
        )
    )
    assert held(told)["ceasefire"] == (2, 2)
    told.undo()
    assert held(told)["ceasefire"] == (2, 1)
    told.undo()  # back to never read
    assert held(told)["ceasefire"] == (2, 2)


# Views and places.


def test_views_are_saved_renamed_and_deleted(told: Store, path: Path) -> None:
    told.save_view("Denials", "denies:truce  since:2025-03-01")
    told.save_view("Mine", "party:FR")
    told.save_view("Denials", "denies:truce")
    wanted = (SavedView("Denials", "denies:truce", 0), SavedView("Mine", "party:FR", 1))
    with open_store(path) as other:
        assert other.views() == wanted
        assert other.rename_view("Denials", "Truce: denied / unanswered").name.endswith("unanswered")
        with pytest.raises(ConflictError):
            other.rename_view("Mine", "Truce: denied / unanswered")
        other.delete_view("Mine")
        assert [one.name for one in other.views()] == ["Truce: denied / unanswered"]
        other.undo()
        other.undo()
    assert told.views() == wanted
    with pytest.raises(NotFound):
        told.delete_view("nowhere")
    with pytest.raises(InputError):
        told.save_view("", "party:FR")


def test_a_place_is_remembered_in_its_ledger(told: Store, path: Path) -> None:
    assert told.remembered("timeline") is None
    told.remember("timeline", "e1")
    told.remember("timeline", "e2")
    with open_store(path) as other:
        assert other.remembered("timeline") == "e2"
        other.remember("timeline", None)
    assert told.remembered("timeline") is None


def test_claims_follow_their_event_into_another_topic(told: Store) -> None:
    told.file(Filing(claims=(claim("c3", "e3", "A drone fell."),)))
    told.merge_topics("ceasefire", "drones")
    assert {row.topic for row in told.claims()} == {"ceasefire"}
