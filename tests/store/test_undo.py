"""Taking back and doing again, as often as there is something, and across a restart."""

from pathlib import Path

import pytest

from diplotui.errors import ConflictError
from diplotui.model import Decision, Stance
from diplotui.store import Store, open_store
from tests.builders import filing, note


@pytest.fixture
def told(store: Store) -> Store:
    store.file(filing())
    return store


def walk(store: Store) -> list[object]:
    """Several actions, some on the same rows; the ledger before each and after the last."""
    states: list[object] = [store.everything()]
    for action in (
        lambda: store.decide("statement/s2", Decision.ACCEPTED),
        lambda: store.correct_statement("s2", party="UA"),
        lambda: store.correct_statement("s2", party="FR"),
        lambda: store.add_note(note()),
        lambda: store.new_claim("s1", "The truce was offered in writing."),
        lambda: store.correct_stance("s2", "c1", stance=Stance.DECLINES),
        lambda: store.edit_note(note(text="Asked.")),
        lambda: store.delete_note("n1"),
        lambda: store.decide_all(("statement/s1", "stance/s1/c1"), Decision.THROWN_OUT),
    ):
        action()
        states.append(store.everything())
    return states


def test_all_the_way_back_and_forth_and_back(told: Store) -> None:
    states = walk(told)
    for state in states[-2::-1]:
        assert (told.undo() or "").startswith("Undone: ")
        assert told.everything() == state
    for state in states[1:]:
        assert (told.redo() or "").startswith("Redone: ")
        assert told.everything() == state
    assert told.redo() is None
    for state in states[-2::-1]:
        told.undo()
        assert told.everything() == state
    assert [line for line in told.check() if not line.startswith("note:")] == []


def test_to_and_fro_in_the_middle(told: Store) -> None:
    states = walk(told)
    for step in (-1, -1, 1, -1, -1, -1, 1, 1, -1, 1, 1, 1):
        told.undo() if step < 0 else told.redo()
    assert told.everything() == states[-1]
    told.undo()
    assert told.everything() == states[-2]


def test_something_new_ends_what_could_be_redone(told: Store) -> None:
    told.decide("statement/s2", Decision.ACCEPTED)
    told.undo()
    told.decide("claim/c1", Decision.ACCEPTED)
    assert told.redo() is None
    assert "claim/c1" in (told.undo() or "")


def test_a_person_s_decisions_can_be_taken_back_after_a_restart(told: Store, path: Path) -> None:
    before = told.everything()
    told.correct_statement("s2", party="UA")
    told.decide("claim/c1", Decision.ACCEPTED)
    told.undo()
    told.close()
    with open_store(path) as again:
        assert "claim/c1" in (again.redo() or "")
        assert "claim/c1" in (again.undo() or "")
        assert "statement/s2" in (again.undo() or "")
        assert again.everything() == before
        assert again.undo() is None, "a filing is not a person's, and ends with its session"


def test_another_dashboard_s_later_action_is_its_own(told: Store, path: Path) -> None:
    with open_store(path) as other:
        told.decide("claim/c1", Decision.ACCEPTED)
        assert other.undo() is None
    assert "claim/c1" in (told.undo() or "")


def test_a_row_that_somebody_else_changed_since_is_left_alone(told: Store, path: Path) -> None:
    told.correct_statement("s2", party="UA")
    with open_store(path) as other:
        other.correct_statement("s2", party="FR")
    before = told.everything()
    with pytest.raises(ConflictError, match="not undone: statement/s2 was changed again since"):
        told.undo()
    assert told.everything() == before


def test_a_row_changed_to_and_fro_by_somebody_else_is_left_alone(told: Store, path: Path) -> None:
    told.decide("claim/c1", Decision.ACCEPTED)
    with open_store(path) as other:
        other.decide("claim/c1", Decision.THROWN_OUT)
        other.decide("claim/c1", Decision.ACCEPTED)
    with pytest.raises(ConflictError, match="claim/c1"):
        told.undo()


def test_redoing_is_refused_where_somebody_changed_the_row_meanwhile(told: Store, path: Path) -> None:
    told.correct_statement("s2", party="UA")
    told.undo()
    with open_store(path) as other:
        other.correct_statement("s2", party="FR")
    with pytest.raises(ConflictError, match="not redone"):
        told.redo()
    assert told.statement("s2").statement.party == "FR"


def test_after_forgetting_nothing_is_left_to_take_back(told: Store) -> None:
    told.correct_statement("s2", party="UA")
    told.purge("actor/us")
    assert told.undo() is None and told.redo() is None
