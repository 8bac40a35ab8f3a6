"""Forgetting a source for good: nothing of it is left in the file, and the rest stands."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from diplotui.errors import NotFound
from diplotui.ledger.rereading import Rereading
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


def test_a_closed_file_holds_none_of_its_words(told: Store, path: Path) -> None:
    """The list of the index's words included, and what was thrown away before: notes, an earlier reading."""
    once = Filing(
        documents=(document("d3", "Madame Ypsilanti spoke of a wallaby."),),
        actors=(actor("a8", ActorKind.PERSON, "Madame Ypsilanti"),),
        events=(event("e3", "A wallaby, by Ypsilanti"),),
        claims=(claim("c3", "e3", "There was a wallaby."),),
        statements=(
            statement(
                "s3", "a wallaby", document="d3", text="Madame Ypsilanti spoke of a wallaby.", speaker="a8",
                chain=("a8",),
            ),
        ),
        stances=(stance("s3", "c3"),),
    )  # fmt: skip
    told.file(once)
    told.revise("d3", Rereading(Filing(documents=once.documents), ()))
    told.add_note(note("n2", about="document/d2", text="Met him at the Numbat bar."))
    told.delete_note("n2")
    told.add_note(note("n3", about="event/e2", text="Ask the Bilby too."))
    told.edit_note(note("n3", about="event/e2", text="Ask the others too."))
    secrets = ("zyxwvut", "quokka", "ypsilanti", "wallaby", "numbat", "bilby")
    assert all(left_in(path, word) for word in secrets)
    told.purge("document/d2")
    told.purge("document/d3")
    assert [one.text for one in told.notes()] == ["Ring back.", "Ask the others too."]
    assert [line for line in told.check() if not line.startswith("note:")] == []
    assert told.search("truce"), "what stands is still found"
    told.close()
    assert [word for word in secrets if left_in(path, word)] == []
    with closing(sqlite3.connect(path)) as closed:
        words = {word for (word,) in closed.execute("SELECT word FROM indexed_word")}
    assert "truce" in words and "convoy" not in words


def test_a_purged_actors_name_is_no_word_of_the_index(told: Store, path: Path) -> None:
    told.file(
        Filing(
            actors=(actor("a7", ActorKind.PERSON, "Ondine Kookaburra"),),
            documents=(document("d4", "She denied it."),),
            statements=(
                statement("s4", "denied it", document="d4", text="She denied it.", speaker="a7", event="e1"),
            ),
        )
    )
    assert left_in(path, "kookaburra")
    told.purge("actor/a7")
    told.close()
    assert left_in(path, "kookaburra") == []


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
