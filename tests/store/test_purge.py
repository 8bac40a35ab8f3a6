"""Forgetting a source for good: nothing of it is left in the file, and the rest stands."""

from pathlib import Path

import pytest

from diplotui.errors import NotFound
from diplotui.model import ActorKind, Basis, Filing, TimelineFilter
from diplotui.store import Store
from tests.builders import actor, claim, document, event, filing, note, passage, quote, stance, statement

SECRET = "Colonel Zyxwvut told us in the Quokka cafe that the convoy was turned back."


@pytest.fixture
def told(store: Store) -> Store:
    store.file(filing())
    store.file(
        Filing(
            documents=(document("d2", SECRET),),
            actors=(actor("a9", ActorKind.PERSON, "Colonel Zyxwvut", office="of the Quokka brigade"),),
            events=(
                event(
                    "e2",
                    "Convoy said to be turned back, by Zyxwvut",
                    passages=(passage(SECRET, document="d2", text=SECRET),),
                ),
            ),
            claims=(claim("c2", "e2", "Zyxwvut saw the convoy turn back."),),
            statements=(
                statement(
                    "s8",
                    "the convoy was turned back",
                    document="d2",
                    text=SECRET,
                    speaker="a9",
                    chain=("a9",),
                ),
                statement(
                    "s9", SECRET[:20], document="d2", text=SECRET, basis=Basis.ANONYMOUS, chain=("a9",)
                ),
            ),
            stances=(stance("s8", "c2"), stance("s9", "c1")),
            quotes=(quote("q9", "Quokka cafe", document="d2", text=SECRET, words_of="a9"),),
        )
    )
    store.add_note(note(about="claim/c2", text="Ring back."))
    return store


def left_in(path: Path, word: str) -> list[str]:
    """Files beside the ledger, itself included, that still hold a word."""
    return [one.name for one in path.parent.iterdir() if word.encode().lower() in one.read_bytes().lower()]


def test_a_document_is_forgotten_with_all_that_rests_on_it_alone(told: Store, path: Path) -> None:
    assert left_in(path, "zyxwvut")
    gone = told.purge("document/d2")
    assert {"document/d2", "statement/s8", "stance/s9/c1", "claim/c2", "event/e2", "actor/a9"} <= set(gone)
    assert left_in(path, "zyxwvut") == [] and left_in(path, "quokka") == []
    assert [row.id for row in told.timeline(TimelineFilter()).rows] == ["e1"]
    assert told.search("convoy") == ()
    assert [(one.text, one.about) for one in told.notes()] == [("Ring back.", None)]
    assert [line for line in told.check() if not line.startswith("note:")] == []


def test_what_others_support_stands(told: Store) -> None:
    told.purge("document/d2")
    assert told.everything() == filing(notes=told.notes())
    assert told.claim("c1").status.value == "disputed"


def test_an_actor_is_forgotten_and_what_was_said_stands(told: Store, path: Path) -> None:
    told.purge("actor/a9")
    assert "a9" not in {one.id for one in told.actors()}
    view = told.statement("s8")
    assert view.speaker is None and view.chain == ()
    lines, _ = told.changes(None)
    assert all("a9" not in str(line.row) for line in lines if line.table != "actor")
    assert left_in(path, "of the Quokka brigade") == []
    assert [line for line in told.check() if not line.startswith("note:")] == []


def test_followers_learn_that_rows_are_gone(told: Store) -> None:
    end = told.cursor()
    told.purge("document/d2")
    lines, _ = told.changes(end)
    deleted = {line.key: line.row for line in lines if line.operation == "delete"}
    assert deleted["s8"] == {"id": "s8"}


def test_the_journal_is_guarded_again_afterwards(told: Store) -> None:
    told.purge("document/d2")
    with pytest.raises(Exception, match="never shortened"):
        told._connection.execute("DELETE FROM journal")
    assert told.undo() is None


@pytest.mark.parametrize("reference", ["document/d9", "claim/c1", "nonsense"])
def test_only_documents_and_actors_can_be_purged(told: Store, reference: str) -> None:
    before = told.everything()
    with pytest.raises(NotFound):
        told.purge(reference)
    assert told.everything() == before
