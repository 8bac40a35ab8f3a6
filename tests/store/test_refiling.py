"""A filing that comes again: known by its digest, compared row by row where something changed since."""

import dataclasses
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from diplotui.errors import ConflictError
from diplotui.model import Act, Claim, DateBounds, Decision, ExcludedPassage, Filing
from diplotui.store import Store, write
from diplotui.store.refiling import digest_of
from tests.builders import claim, document, event, filing, note, passage, statement


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[Filing]:
    """The filings whose rows are compared one by one."""
    found: list[Filing] = []
    whole = write.file

    def noticed(connection: sqlite3.Connection, filed: Filing) -> bool:
        found.append(filed)
        return whole(connection, filed)

    monkeypatch.setattr(write, "file", noticed)
    return found


def test_unchanged_rows_are_not_looked_at_again(store: Store, compared: list[Filing]) -> None:
    assert store.file(filing()).added
    end = store.cursor()
    assert not store.file(filing()).added
    assert len(compared) == 1 and store.cursor() == end


def test_what_happens_elsewhere_in_the_ledger_does_not_matter(store: Store, compared: list[Filing]) -> None:
    store.file(filing())
    store.file(Filing(documents=(document("d9", "Another text."),)))
    store.add_note(note(about=None))
    assert not store.file(filing()).added and len(compared) == 2


def test_a_row_that_changed_since_is_met_as_ever(store: Store, compared: list[Filing]) -> None:
    store.file(filing())
    store.decide("statement/s1", Decision.THROWN_OUT)
    assert not store.file(filing()).added, "what a person decided stands"
    assert len(compared) == 2
    assert store.statement("s1").statement.decision is Decision.THROWN_OUT


def test_rows_taken_away_since_come_again(store: Store) -> None:
    store.file(filing())
    store.undo()
    assert store.file(filing()).added
    assert store.everything() == filing()


@pytest.mark.parametrize(
    "gone", ["DELETE FROM stance WHERE statement = 's2'", "DELETE FROM event_passage", "DELETE FROM claim"]
)
def test_rows_taken_away_by_another_program_come_again(store: Store, path: Path, gone: str) -> None:
    exact = "a truce was offered"
    whole = dataclasses.replace(filing(), events=(event("e1", passages=(passage(exact),)),))
    store.file(whole)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA foreign_keys = ON")
        other.execute(gone)
        other.commit()
    assert store.file(whole).added
    assert store.everything() == whole


def test_the_same_id_with_other_content_is_refused_as_ever(store: Store) -> None:
    store.file(filing())
    before = store.everything()
    other = dataclasses.replace(filing(), claims=(claim(text="No truce was offered."),))
    with pytest.raises(ConflictError, match="claim/c1"):
        store.file(other)
    with pytest.raises(ConflictError, match="claim/c1"):
        store.file(other)
    assert store.everything() == before


def test_a_purge_forgets_the_digests(store: Store) -> None:
    store.file(filing())
    store.purge("document/d1")
    assert store._connection.execute("SELECT count(*) FROM filed").fetchone()[0] == 0
    assert store.file(filing()).added


def test_every_value_counts() -> None:
    """Two filings that differ anywhere have different digests; equal ones of distinct objects the same."""
    base = dataclasses.replace(filing(), events=(event("e1", passages=(passage("a truce was offered"),)),))
    assert digest_of(base) == digest_of(dataclasses.replace(base))
    text = "".join(["a truce", " was offered"])
    assert digest_of(base) == digest_of(
        dataclasses.replace(base, events=(event("e1", passages=(passage(text),)),))
    )
    said = statement("s1")
    day = date(2025, 3, 4)
    others = [
        dataclasses.replace(base, statements=(one, *base.statements[1:]))
        for one in (
            dataclasses.replace(said, said=DateBounds(said.said.edtf, day, said.said.latest)),
            dataclasses.replace(said, act=Act.THREAT),
            dataclasses.replace(said, chain=(*said.chain, "x")),
            dataclasses.replace(said, decision=Decision.THROWN_OUT),
            dataclasses.replace(said, heads=1),
        )
    ]
    others += [
        dataclasses.replace(base, events=()),
        dataclasses.replace(base, events=(event("e1"),)),
        dataclasses.replace(base, claims=(), hanging=base.claims),
        dataclasses.replace(base, claims=(Claim("c1", "e1", "\udc80"),)),
        dataclasses.replace(
            base,
            documents=(dataclasses.replace(base.documents[0], skip=(ExcludedPassage(0, 3, "caption"),)),),
        ),
    ]
    assert len({digest_of(one) for one in (base, *others)}) == len(others) + 1
