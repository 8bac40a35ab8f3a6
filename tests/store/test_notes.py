"""Notes, and taking back what was last done."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from diplotui.errors import ConflictError, NotFound
from diplotui.model import Decision, Filing, NoteKind, TimelineFilter
from diplotui.store import Store, open_store
from tests.builders import event, filing, note, stance, statement


def test_notes_stand_with_what_they_are_about(store: Store) -> None:
    store.file(filing())
    on_event = store.add_note(note("n1", about="event/e1"))
    on_claim = store.add_note(note("n2", about="claim/c1", at="2025-03-05T09:00:00.000Z"))
    on_statement = store.add_note(note("n3", about="statement/s1", at="2025-03-06T09:00:00.000Z"))
    detail = store.event("e1")
    assert detail.notes == (on_event, on_claim, on_statement)
    assert detail.statements[0].notes == (on_statement,)
    assert detail.row.notes == 3
    assert store.notes("claim/c1") == (on_claim,)


def test_a_note_about_nothing(store: Store) -> None:
    written = store.add_note(note(about=None, kind=NoteKind.QUESTION))
    assert store.notes() == (written,)


def test_a_note_about_what_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFound, match="event/e9"):
        store.add_note(note(about="event/e9"))
    with pytest.raises(NotFound):
        store.add_note(note(about="nonsense"))


def test_the_same_note_twice_is_once_and_another_under_its_id_is_refused(store: Store) -> None:
    store.file(filing())
    store.add_note(note())
    store.add_note(note())
    with pytest.raises(ConflictError, match="n1"):
        store.add_note(note(text="Something else"))
    assert len(store.notes()) == 1


def test_editing_and_deleting(store: Store) -> None:
    store.file(filing())
    store.add_note(note())
    store.edit_note(note(text="Asked.", done=True))
    assert store.notes()[0].text == "Asked." and store.notes()[0].done
    store.delete_note("n1")
    assert store.notes() == () and store.timeline(TimelineFilter()).rows[0].notes == 0
    for action in (lambda: store.delete_note("n1"), lambda: store.edit_note(note())):
        with pytest.raises(NotFound):
            action()


class TestUndo:
    def test_it_takes_back_one_action_after_the_other_and_says_which(self, store: Store) -> None:
        store.file(filing())
        before = store.everything()
        store.add_note(note(text="Ask the embassy about the second half of the answer"))
        store.edit_note(note(text="Asked."))
        store.decide("claim/c1", Decision.ACCEPTED)
        store.delete_note("n1")
        assert "n1" in (store.undo() or "")
        assert store.notes()[0].text == "Asked."
        assert "claim/c1" in (store.undo() or "")
        assert store.claim("c1").claim.decision is Decision.PROPOSED
        assert "Asked." in (store.undo() or "")
        assert store.notes()[0].text.startswith("Ask the embassy")
        assert "Ask the embassy about" in (store.undo() or "")
        assert store.everything() == before
        store.undo()
        assert store.everything() == Filing()
        assert store.undo() is None

    def test_undoing_is_journaled_like_any_change(self, store: Store) -> None:
        store.file(filing())
        end = store.cursor()
        store.decide("stance/s2/c1", Decision.THROWN_OUT)
        store.undo()
        lines, _ = store.changes(end)
        assert [(line.key, line.row["decision"]) for line in lines] == [
            ("s2/c1", "thrown-out"),
            ("s2/c1", "proposed"),
        ]
        assert store.claim("c1").status.value == "disputed"

    def test_what_changed_nothing_is_no_action(self, store: Store) -> None:
        store.file(filing())
        store.file(filing())
        store.mark_seen(["e1"])
        assert "filing" in (store.undo() or "")
        assert store.undo() is None

    def test_a_later_action_on_the_same_row_stands(self, store: Store, path: Path) -> None:
        store.file(filing())
        store.decide("claim/c1", Decision.ACCEPTED)
        with open_store(path) as other:
            other.decide("claim/c1", Decision.THROWN_OUT)
        with pytest.raises(ConflictError, match="claim/c1"):
            store.undo()
        assert store.everything().claims[0].decision is Decision.THROWN_OUT

    def test_a_filing_that_others_build_on_stands(self, store: Store, path: Path) -> None:
        store.file(filing())
        with open_store(path) as other:
            other.file(Filing(statements=(statement("s3"),), stances=(stance("s3", "c1"),)))
        before = store.everything()
        with pytest.raises(ConflictError, match="not undone"):
            store.undo()
        assert store.everything() == before

    def test_an_event_that_others_refer_to_stands(self, store: Store, path: Path) -> None:
        store.file(filing())
        store.file(Filing(events=(event("e2"),)))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("INSERT INTO claim (id, event, text) VALUES ('c9', 'e2', 'It was so.')")
            connection.commit()
        with pytest.raises(ConflictError, match="not undone"):
            store.undo()
        assert len(store.everything().events) == 2

    def test_each_store_takes_back_only_its_own(self, store: Store, path: Path) -> None:
        store.file(filing())
        with open_store(path) as other:
            assert other.undo() is None
            other.add_note(note())
            other.undo()
        assert replace(store.everything(), notes=()) == filing()
