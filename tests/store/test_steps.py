"""Several changes as one step, and two people who change the same thing at the same moment."""

from collections.abc import Callable
from pathlib import Path

import pytest

from diplotui.errors import ConflictError, NotFound
from diplotui.model import (
    Basis,
    ClaimStatus,
    Coverage,
    DateBounds,
    Decision,
    Filing,
    Stance,
)
from diplotui.store import Store, open_store
from tests.builders import DAY, TEXT, actor, claim, event, filing, note, passage, stance, statement


@pytest.fixture
def told(store: Store) -> Store:
    """Two events, three claims, four statements."""
    store.file(filing())
    store.file(
        Filing(
            events=(event("e2", "An envoy keeps silent"),),
            claims=(claim("c2", "e2", "A letter was sent."), claim("c3", "e2", "A call was made.")),
            statements=(
                statement("s3", "The envoy declined to comment", speaker="ru", party="RU", event="e2"),
                statement("s4", "declined to comment", event="e2"),
            ),
            stances=(stance("s3", "c2", Stance.DECLINES), stance("s4", "c3"), stance("s3", "c3")),
        )
    )
    return store


def several(store: Store) -> None:
    """A correction of a statement, its claim, its stance and its event, with a merger and a note."""
    with store.together("the lot corrected"):
        store.correct_statement("s2", party="UA", basis=Basis.BACKGROUND, office="envoy")
        store.correct_claim("c1", text="A truce was offered in writing.", subjects=("UA",))
        store.correct_stance("s2", "c1", stance=Stance.DECLINES, coverage=Coverage.CHARACTERISED)
        store.correct_event("e1", title="An offer")
        store.merge("claim", "c2", "c3")
        store.add_note(note())


def test_several_changes_are_one_step(told: Store, path: Path) -> None:
    before = told.everything()
    several(told)
    after = told.everything()
    assert told.undo() == "Undone: the lot corrected"
    assert told.everything() == before
    assert told.redo() == "Redone: the lot corrected"
    assert told.everything() == after
    with open_store(path) as other:  # after a restart
        assert other.undo() == "Undone: the lot corrected"
        assert other.everything() == before
        assert other.undo() is None


def test_a_step_is_whole_or_not_at_all(told: Store) -> None:
    before, cursor = told.everything(), told.cursor()
    with pytest.raises(NotFound), told.together("half of it"):
        told.correct_claim("c1", text="Another.")
        told.correct_claim("nowhere", text="Another.")
    assert told.everything() == before and told.cursor() == cursor
    assert told.claim("c1").claim.text == "A truce was offered."
    told.correct_claim("c1", text="The store goes on working.")
    assert (told.undo() or "").endswith("claim/c1 corrected")


def test_inside_a_step_what_it_wrote_is_read(told: Store) -> None:
    with told.together("made and read"):
        made = told.new_claim("s1", "A truce was near.")
        with told.together("an inner step is part of the outer"):
            told.correct_claim(made.id, subjects=("FR",))
        assert told.filed_from("d1").claims[-1].subjects == ("FR",)
        with pytest.raises(ConflictError, match="in the middle"):
            told.undo()
    assert told.claim(made.id).claim.subjects == ("FR",)
    assert told.undo() == "Undone: made and read"


def test_my_own_earlier_change_in_a_step_is_no_conflict(told: Store) -> None:
    at = told.event("e1").cursor
    with told.together("twice the same row"):
        told.correct_statement("s2", party="UA", read_at=at)
        told.correct_statement("s2", office="envoy", read_at=at)
    assert told.statement("s2").statement.office == "envoy"


def test_several_records_are_merged_in_one_step_and_recounted(told: Store) -> None:
    before = told.everything()
    assert told.merge("event", "e1", "e2") == "e1"
    told.undo()
    told.merge("claim", "c1", "c2", "c3")
    assert told.claim("c3").claim.id == "c1" == told.claim("c2").claim.id
    assert {cell.party for cell in told.claim("c1").positions} == {"US", "RU"}
    told.undo()
    assert told.everything() == before


def test_a_move_is_undone_with_all_that_it_took_along(told: Store) -> None:
    before = (told.everything(), told.event("e1").row, told.event("e2").row)
    told.correct_statement("s4", event="e1")
    assert told.claim("c3").claim.event == "e2"  # s3 speaks of it, too
    told.correct_statement("s3", event="e1")
    told.undo()
    told.undo()
    assert (told.everything(), told.event("e1").row.title, told.event("e2").row.title) == (
        before[0],
        before[1].title,
        before[2].title,
    )
    assert told.event("e2").row.statements == before[2].statements


def test_a_move_that_empties_an_event_is_undone_with_the_event(told: Store) -> None:
    told.file(
        Filing(
            events=(event("e3", "A call"),),
            claims=(claim("c5", "e3", "A call was held."),),
            statements=(statement("s5", "a truce", event="e3"),),
            stances=(stance("s5", "c5"),),
        )
    )
    before = told.everything()
    told.correct_statement("s5", event="e1")
    with pytest.raises(NotFound):
        told.event("e3")
    assert told.claim("c5").claim.event == "e1"
    told.undo()
    assert told.everything() == before
    assert told.event("e3").row.statements == 1


def test_a_moved_stance_is_undone_with_the_claim_that_it_emptied(told: Store) -> None:
    before = told.everything()
    told.correct_stance("s4", "c3", to_claim="c1")
    told.correct_stance("s3", "c3", to_claim="c1")
    with pytest.raises(NotFound):
        told.claim("c3")
    told.undo()
    told.undo()
    assert told.everything() == before and told.claim("c3").counts.documents == 1


CHANGES: dict[str, tuple[Callable[[Store, str | None], object], Callable[[Store], object]]] = {
    "decide": (
        lambda store, at: store.decide("statement/s2", Decision.THROWN_OUT, read_at=at),
        lambda store: store.correct_statement("s2", party="FR"),
    ),
    "correct a statement": (
        lambda store, at: store.correct_statement("s2", said=DateBounds.on(DAY), read_at=at),
        lambda store: store.decide("statement/s2", Decision.THROWN_OUT),
    ),
    "correct a stance": (
        lambda store, at: store.correct_stance("s2", "c1", scope="then", read_at=at),
        lambda store: store.correct_stance("s2", "c1", stance=Stance.DECLINES),
    ),
    "correct a claim": (
        lambda store, at: store.correct_claim("c1", text="Mine.", read_at=at),
        lambda store: store.correct_claim("c1", text="Theirs."),
    ),
    "subjects": (
        lambda store, at: store.set_subjects("c1", ("FR",), read_at=at),
        lambda store: store.set_subjects("c1", ("DE",)),
    ),
    "correct an event": (
        lambda store, at: store.correct_event("e1", title="Mine", read_at=at),
        lambda store: store.correct_event("e1", title="Theirs"),
    ),
    "merge": (
        lambda store, at: store.merge("claim", "c1", "c2", read_at=at),
        lambda store: store.correct_claim("c2", text="Theirs."),
    ),
    "part an event": (
        lambda store, at: store.split_event("e2", claims=("c3",), read_at=at),
        lambda store: store.correct_claim("c3", text="Theirs."),
    ),
    "part a claim": (
        lambda store, at: store.split_claim("c3", ("s4",), "Mine.", read_at=at),
        lambda store: store.correct_stance("s4", "c3", stance=Stance.DENIES),
    ),
    "add a stance": (
        lambda store, at: store.add_stance("s1", "c2", Stance.DENIES, read_at=at),
        lambda store: store.correct_claim("c2", text="Theirs."),
    ),
    "make a claim": (
        lambda store, at: store.new_claim("s1", "Mine.", read_at=at),
        lambda store: store.correct_statement("s1", party="FR"),
    ),
    "make a statement": (
        lambda store, at: store.new_statement(
            passage("The embassy"), speaker="ru", party="RU", event="e1", read_at=at
        ),
        lambda store: store.decide("event/e1", Decision.THROWN_OUT),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_later_of_two_is_told_and_nothing_is_lost(name: str, told: Store, path: Path) -> None:
    mine, theirs = CHANGES[name]
    at = told.cursor()
    with open_store(path) as other:
        theirs(other)
    kept = told.everything()
    with pytest.raises(ConflictError, match="changed elsewhere"):
        mine(told, at)
    assert told.everything() == kept
    mine(told, told.cursor())  # looked at again
    assert told.everything() != kept


def test_a_note_edited_elsewhere_is_not_overwritten(told: Store, path: Path) -> None:
    told.add_note(note())
    at = told.cursor()
    with open_store(path) as other:
        other.edit_note(note(text="Theirs."))
    with pytest.raises(ConflictError):
        told.edit_note(note(text="Mine."), read_at=at)
    with pytest.raises(ConflictError):
        told.delete_note("n1", read_at=at)
    assert [one.text for one in told.notes()] == ["Theirs."]


def test_a_second_stance_of_one_statement(told: Store) -> None:
    told.add_stance("s2", "c2", Stance.DENIES, scope="in writing")
    assert told.claim("c2").status is ClaimStatus.DENIED_BY_SOME
    assert told.claim("c1").status is ClaimStatus.DISPUTED
    assert [one.claim for one in told.statement("s2").stances] == ["c1", "c2"]
    told.undo()
    assert [one.claim for one in told.statement("s2").stances] == ["c1"]
    told.decide("claim/c2", Decision.THROWN_OUT)
    with pytest.raises(ConflictError, match="thrown out"):
        told.add_stance("s2", "c2", Stance.DENIES)


def test_a_marked_sentence_becomes_a_statement_with_its_claim(told: Store) -> None:
    told.file(Filing(actors=(actor("fr", iso="FR"),)))
    with told.together("made by hand"):
        made = told.new_statement(
            passage("The envoy declined to comment."), speaker="fr", party="fr", event="e1", office="envoy"
        )
        kept = told.new_claim(made.id, "The envoy was in town.", subjects=("fr",), stance=Stance.DECLINES)
    assert told.claim(kept.id).status is ClaimStatus.EVADED
    assert TEXT[made.start : made.end] == made.exact and made.party == "FR"
    told.undo()
    with pytest.raises(NotFound):
        told.statement(made.id)


def test_basis_office_coverage_and_subjects_can_be_put_right(told: Store) -> None:
    told.correct_statement("s2", basis=Basis.ANONYMOUS, office="an official")
    told.correct_stance("s2", "c1", coverage=Coverage.CHARACTERISED)
    told.set_subjects("c1", ("RU",))
    row = told.claim("c1")
    cell = row.position("RU")
    assert cell is not None
    assert (cell.basis, cell.coverage) == (Basis.ANONYMOUS, Coverage.CHARACTERISED)
    assert row.claim.subjects == ("RU",) and told.statement("s2").statement.office == "an official"
