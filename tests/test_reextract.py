"""Reading stored documents again: what is proposed follows the rules, what a person decided stands."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from diplotui import ingest
from diplotui.errors import NotFound
from diplotui.ingest import import_ledger, ingest_text, reextract
from diplotui.model import Basis, Decision, Extraction, Note, NoteKind, Stance, TimelineFilter
from diplotui.sources.files import IncomingText
from diplotui.store import Store, open_store
from tests.reference import GOLD, needs_reference

BORDER = (Path(__file__).parent / "ledger" / "texts" / "truce-1995.txt").read_text(encoding="utf-8")
DAY = date(1995, 2, 3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A report, its retelling by another outlet a day later, and a text on something else."""
    with open_store(tmp_path / "ledger.db") as opened:
        for number, (publisher, text) in enumerate(
            (
                ("The Herald", BORDER),
                ("The Courier", BORDER),
                (
                    "The Herald",
                    "Iceland's fisheries minister, Jon Arnason, said that cod stocks had recovered.\n",
                ),
            )
        ):
            ingest_text(
                opened,
                IncomingText(
                    text=text, name="a text", published=DAY + timedelta(days=number), publisher=publisher
                ),
            )
        yield opened


def changes(store: Store) -> list[tuple[int, int, int]]:
    return [(one.added, one.changed, one.removed) for one in reextract(store)]


def first(store: Store) -> str:
    return store.everything().statements[0].id


def test_the_same_rules_change_nothing(store: Store) -> None:
    before = store.everything()
    assert changes(store) == [(0, 0, 0)] * 3
    assert store.everything() == before
    assert store.undo() and store.info().documents == 2, "no action was added before the last filing"


CORRECTIONS: list[Callable[[Store], object]] = [
    lambda store: store.correct_statement(first(store), party="UY", basis=Basis.BACKGROUND),
    lambda store: store.correct_statement(first(store), speaker=store.actors()[-1].id),
    lambda store: store.decide(f"statement/{first(store)}", Decision.THROWN_OUT),
    lambda store: store.correct_stance(
        store.everything().stances[0].statement,
        store.everything().stances[0].claim,
        stance=Stance.NEITHER,
        scope="today",
    ),
    lambda store: store.correct_stance(
        store.everything().stances[0].statement,
        store.everything().stances[0].claim,
        to_claim=store.everything().claims[-1].id,
    ),
    lambda store: store.correct_claim(store.everything().claims[0].id, text="It was otherwise."),
    lambda store: store.set_subjects(store.everything().claims[0].id, ["UY"]),
    lambda store: store.correct_event(store.everything().events[0].id, title="Otherwise", topic="drones"),
    lambda store: store.merge("event", store.everything().events[-1].id, store.everything().events[0].id),
    lambda store: store.merge("claim", store.everything().claims[-1].id, store.everything().claims[0].id),
    lambda store: store.merge("actor", *[one.id for one in store.actors() if one.kind == "outlet"][:2]),
    lambda store: store.new_claim(first(store), "Something that the rules passed over."),
    lambda store: store.decide(f"claim/{store.everything().claims[0].id}", Decision.THROWN_OUT),
]


@pytest.mark.parametrize("correct", CORRECTIONS)
def test_what_a_person_decided_stands(store: Store, correct: Callable[[Store], object]) -> None:
    correct(store)
    before = store.everything()
    reextract(store)
    once = store.everything()
    assert changes(store) == [(0, 0, 0)] * 3, "a second run changes nothing"
    decided = {
        (type(row), getattr(row, "id", None) or (row.statement, row.claim)): row
        for row in (*before.statements, *before.stances, *before.claims, *before.events, *before.actors)
        if row.decision is not Decision.PROPOSED
    }
    after = {
        (type(row), getattr(row, "id", None) or (row.statement, row.claim)): row
        for row in (*once.statements, *once.stances, *once.claims, *once.events, *once.actors)
    }
    assert decided and {key: after.get(key) for key in decided} == decided
    assert len(once.statements) == len(before.statements), "no sentence is read twice"


def test_differences_are_told(store: Store) -> None:
    store.correct_statement(first(store), party="UY")
    (told, *_) = [one for one in reextract(store) if one.differences]
    (difference,) = told.differences
    assert difference.reference == f"statement/{first(store)}"
    assert (difference.field, difference.decided) == ("party", "UY")


class TestOtherRules:
    """The rules read the first document otherwise than they did."""

    @staticmethod
    def use(monkeypatch: pytest.MonkeyPatch, change: Callable[[Extraction], Extraction]) -> None:
        real = ingest.extract
        monkeypatch.setattr(ingest, "extract", lambda *given, **named: change(real(*given, **named)))

    def test_a_proposed_statement_that_is_no_longer_read_goes(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = len(store.everything().statements)
        self.use(monkeypatch, lambda found: Extraction(language=found.language))
        reextract(store)
        left = store.everything()
        assert before and (left.statements, left.claims, left.events, left.quotes) == ((), (), (), ())
        assert changes(store) == [(0, 0, 0)] * 3
        assert [line for line in store.check() if not line.startswith("note:")] == []

    def test_an_accepted_one_or_one_with_a_note_stays(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept, noted = [one.id for one in store.everything().statements[:2]]
        store.decide(f"statement/{kept}", Decision.ACCEPTED)
        store.add_note(Note("n1", "1995-02-03T10:00:00.000Z", NoteKind.NOTE, f"statement/{noted}", "Ask."))
        self.use(monkeypatch, lambda found: Extraction(language=found.language))
        told = reextract(store)
        assert {one.id for one in store.everything().statements} == {kept, noted}
        assert [one.rules for one in told[0].differences] == ["no longer read"]

    def test_another_speaker_over_a_decided_passage_is_a_difference_and_no_second_statement(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.correct_statement(first(store), office="spokesman")
        before = store.everything()

        def renamed(found: Extraction) -> Extraction:
            return replace(
                found,
                statements=tuple(
                    replace(one, source=replace(one.source, name=f"{one.source.name} II"), parties=("UY",))
                    if one.source
                    else one
                    for one in found.statements
                ),
            )

        self.use(monkeypatch, renamed)
        told = reextract(store, before.documents[0].id)
        assert len(store.filed_from(before.documents[0].id).statements) == len(
            [one for one in before.statements if one.document == before.documents[0].id]
        )
        assert {one.reference for one in told[0].differences} >= {f"statement/{first(store)}"}

    def test_a_claim_in_other_words_keeps_its_id_and_its_notes(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        claim = store.everything().claims[0]
        store.add_note(Note("n1", "1995-02-03T10:00:00.000Z", NoteKind.NOTE, f"claim/{claim.id}", "Ask."))

        def reworded(found: Extraction) -> Extraction:
            said = tuple(replace(one, content=f"{one.content} again") for one in found.statements)
            return replace(found, statements=said)

        self.use(monkeypatch, reworded)
        reextract(store, store.everything().documents[0].id)
        assert "again" in store.claim(claim.id).claim.text
        assert store.claim(claim.id).claim.event == claim.event


def test_one_document_alone(store: Store) -> None:
    document = store.everything().documents[1].id
    assert [one.document for one in reextract(store, document)] == [document]
    with pytest.raises(NotFound):
        reextract(store, "d9")


@needs_reference
def test_the_reference_ledger_read_again_keeps_its_events(tmp_path: Path) -> None:
    """What a person held for one event is not founded again, though its statements name only claims."""
    with open_store(tmp_path / "gold.db") as store:
        import_ledger(store, GOLD.read_text(encoding="utf-8"))
        before = {row.id: row.title for row in store.timeline(TimelineFilter(), limit=100).rows}
        reextract(store)
        after = {row.id: row.title for row in store.timeline(TimelineFilter(), limit=100).rows}
    assert after == before
