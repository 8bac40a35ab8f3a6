"""Something heard becomes a document like any other: read, matched, filed; what was typed holds."""

from datetime import date
from pathlib import Path

import pytest

from diplotui.errors import ConflictError, InputError
from diplotui.heard import KIND, Heard, file_heard, text_of
from diplotui.ingest import ingest_text
from diplotui.model import ActorKind, Basis, ClaimStatus, Decision, Stance
from diplotui.sources.files import IncomingText
from diplotui.store import Store, open_store

DAY = date(2031, 3, 4)
REPORT = "Norway's foreign minister Kari Holm said on Monday that Oslo had offered a ceasefire to Iceland."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "ledger.db")


def heard(words: str = "There was never any offer of a ceasefire.", **more: object) -> Heard:
    made: dict[str, object] = {"speaker": "Jon Berg", "words": words, "said": DAY, "party": "IS"}
    return Heard(**(made | more))  # type: ignore[arg-type]


def test_the_text_names_speaker_office_and_words() -> None:
    assert text_of(heard("  “No.” ", office="prime minister")) == "Jon Berg, prime minister, said: “No.”"
    unnamed = heard("No.", speaker="a senior official", office="x", basis=Basis.BACKGROUND)
    assert text_of(unnamed) == "a senior official said: “No.”"
    for missing in (heard(" "), heard(speaker=""), heard("\x1b[31m")):
        with pytest.raises(InputError, match="needed"):
            text_of(missing)


@pytest.mark.parametrize(
    "words", ["There was never any offer of a ceasefire.", "yes", "No comment.", "Hm… 漢字"]
)
def test_what_was_typed_holds_whatever_the_rules_read(store: Store, words: str) -> None:
    with store:
        report = file_heard(store, heard(words, office="prime minister", topic=None))
        view = store.document_view(report.document_id)
        assert view.document.kind == KIND and view.document.published == DAY
        assert view.statements
        for one in view.statements:
            said = one.statement
            assert one.speaker is not None and one.speaker.name == "Jon Berg"
            assert (said.party, said.basis, said.office) == ("IS", Basis.ON_RECORD, "prime minister")
            assert said.said.earliest == said.said.latest == DAY
            assert said.decision is Decision.ACCEPTED
            assert all(stance.decision is Decision.ACCEPTED for stance in one.stances)
        assert not store.check() or all(line.startswith("note:") for line in store.check())


def test_an_unnamed_source_is_described_and_not_a_person(store: Store) -> None:
    with store:
        file_heard(store, heard(speaker="a senior official", basis=Basis.BACKGROUND, party=None))
        view = store.document_view(store.documents()[0].document.id)
        actor = view.statements[0].speaker
        assert actor is not None and actor.kind is ActorKind.ANONYMOUS
        assert view.statements[0].statement.party is None


def test_it_is_one_step_and_undone_as_one(store: Store) -> None:
    with store:
        file_heard(store, heard())
        assert len(store.documents()) == 1
        assert store.undo() == "Undone: heard from Jon Berg"
        assert store.documents() == () and store.claims() == ()


def test_the_same_words_on_one_day_are_filed_once(store: Store) -> None:
    with store:
        file_heard(store, heard())
        with pytest.raises(ConflictError, match="filed already"):
            file_heard(store, heard())
        assert len(store.documents()) == 1


def test_it_answers_a_claim_that_is_named(store: Store) -> None:
    with store:
        ingest_text(store, IncomingText(REPORT, "a", DAY, "The Harbour Post"))
        claim = store.claims()[0]
        assert claim.status is not ClaimStatus.DENIED
        file_heard(store, heard("That is not how it went."), [(claim.claim.id, Stance.DENIES)])
        positions = {one.party: one.stance for one in store.claim(claim.claim.id).positions}
        assert positions["IS"] is Stance.DENIES


def test_the_topic_that_was_typed_is_the_events(store: Store) -> None:
    with store:
        ingest_text(store, IncomingText(REPORT, "a", DAY, "The Harbour Post"))
        file_heard(store, heard("We will build a bridge.", topic="drones"))
        assert {topic.id: topic.events for topic in store.topics()}["drones"] == 1
