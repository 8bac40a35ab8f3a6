"""A person decides: what was corrected stands, whatever comes in later, and whoever else edits is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from diplotui.errors import ConflictError, InputError, NotFound
from diplotui.model import (
    Actor,
    ActorKind,
    Basis,
    ClaimStatus,
    DateBounds,
    Decision,
    EventKind,
    Filing,
    PositionKind,
    Stance,
    TimelineFilter,
)
from diplotui.store import Store, open_store
from tests.builders import DAY, TEXT, actor, claim, document, event, filing, passage, stance, statement, topic

LATER = DAY.replace(day=6)


@pytest.fixture
def told(store: Store) -> Store:
    """Two events: a truce asserted and denied, and talks that nobody answered."""
    store.file(filing(topics=(topic(), topic("drones", "Drones"))))
    store.file(
        Filing(
            events=(event("e2", "Talks are reported"),),
            claims=(claim("c2", "e2", "Talks were held."),),
            statements=(
                statement("s3", "The envoy declined to comment", speaker="ru", party="RU", event="e2"),
            ),
            stances=(stance("s3", "c2", Stance.DECLINES),),
        )
    )
    return store


class TestStatements:
    def test_a_corrected_party_moves_the_position(self, told: Store) -> None:
        now = told.correct_statement("s2", party="ua")
        assert (now.party, now.decision) == ("UA", Decision.ACCEPTED)
        row = told.claim("c1")
        assert row.position("RU").position is PositionKind.NOTHING  # type: ignore[union-attr]
        assert row.position("UA").position is PositionKind.DENIES  # type: ignore[union-attr]
        assert told.correct_statement("s2", party=None).party is None
        assert told.claim("c1").position("UA") is None

    def test_a_new_speaker_takes_the_old_ones_place_in_the_chain(self, told: Store) -> None:
        peskov = Actor("p1", ActorKind.PERSON, "Ivan Petrov", iso="RU")
        now = told.correct_statement("s2", speaker=peskov, office="spokesman", basis=Basis.BACKGROUND)
        assert (now.speaker, now.chain, now.office, now.basis) == (
            "p1",
            ("p1",),
            "spokesman",
            Basis.BACKGROUND,
        )
        assert told.statement("s2").speaker == Actor(
            "p1", ActorKind.PERSON, "Ivan Petrov", iso="RU", decision=Decision.ACCEPTED
        )
        assert told.correct_statement("s2", speaker="ru").chain == ("ru",)

    def test_a_corrected_day_moves_the_public_clock(self, told: Store) -> None:
        told.correct_statement("s2", said=DateBounds.on(LATER))
        assert told.claim("c1", as_of=DAY).status is ClaimStatus.AFFIRMED
        assert told.claim("c1").status is ClaimStatus.DISPUTED

    def test_a_corrected_topic_is_that_of_its_event(self, told: Store) -> None:
        told.correct_statement("s1", topic="drones")
        assert [row.id for row in told.timeline(TimelineFilter(topic="drones")).rows] == ["e1"]

    def test_a_statement_moves_with_the_claims_that_it_alone_speaks_of(self, told: Store) -> None:
        told.correct_statement("s3", event="e1")
        detail = told.event("e1")
        assert {row.claim.id for row in detail.claims} == {"c1", "c2"}
        assert "s3" in {view.statement.id for view in detail.statements}
        with pytest.raises(NotFound):
            told.event("e2")  # it was only proposed, and nothing is left in it

    @pytest.mark.parametrize(
        ("wrong", "error"),
        [
            ({"party": "the French"}, InputError),
            ({"speaker": "nobody"}, NotFound),
            ({"event": "e9"}, NotFound),
            ({"topic": "fish"}, NotFound),
        ],
    )
    def test_what_leads_nowhere_is_refused_and_nothing_written(
        self, told: Store, wrong: dict[str, str], error: type[Exception]
    ) -> None:
        before = told.everything()
        with pytest.raises(error):
            told.correct_statement("s1", **wrong)  # type: ignore[arg-type]
        assert told.everything() == before


class TestStances:
    def test_another_stance_and_scope(self, told: Store) -> None:
        told.correct_stance("s2", "c1", stance=Stance.PARTLY_DENIES, scope="in writing")
        cell = told.claim("c1").position("RU")
        assert cell is not None and (cell.part, cell.scope) == (True, "in writing")
        told.correct_stance("s2", "c1", scope=None)
        assert told.claim("c1").position("RU").scope is None  # type: ignore[union-attr]

    def test_to_another_claim_and_the_empty_one_goes(self, told: Store) -> None:
        told.correct_stance("s3", "c2", to_claim="c1", stance=Stance.DENIES)
        stances = {(one.statement, one.claim): one for one in told.everything().stances}
        assert stances["s3", "c2"].decision is Decision.THROWN_OUT
        assert stances["s3", "c1"].decision is Decision.ACCEPTED
        assert told.statement("s3").statement.event == "e1"
        assert {row.claim.id for row in told.claims()} == {"c1"}
        assert [row.id for row in told.timeline(TimelineFilter()).rows] == ["e1"]

    def test_a_denial_without_a_claim_gets_one(self, told: Store) -> None:
        told.file(Filing(statements=(statement("s4", "The embassy denied", party="RU", event="e2"),)))
        told.add_stance("s4", "c2", Stance.DENIES)
        assert told.claim("c2").position("RU").position is PositionKind.DENIES  # type: ignore[union-attr]


class TestMaking:
    def test_a_claim_from_a_statement(self, told: Store) -> None:
        made = told.new_claim("s1", "  The truce was\noffered in writing ", subjects=("us", "RU"))
        assert (made.text, made.event, made.subjects) == (
            "The truce was offered in writing",
            "e1",
            ("US", "RU"),
        )
        row = told.claim(made.id)
        assert row.claim.decision is Decision.ACCEPTED
        assert row.position("US").position is PositionKind.AFFIRMS  # type: ignore[union-attr]
        with pytest.raises(ConflictError, match=made.id):
            told.new_claim("s1", "The truce was offered in writing")
        with pytest.raises(InputError):
            told.new_claim("s1", "  ")

    def test_a_statement_from_a_marked_passage(self, told: Store) -> None:
        made = told.new_statement(
            passage("The ministry said on Monday"), speaker="us", party="US", event="e1"
        )
        assert told.statement(made.id).statement.decision is Decision.ACCEPTED
        with pytest.raises(ConflictError):
            told.new_statement(passage("The ministry said on Monday"), speaker="us", party="US", event="e1")

    def test_subjects_make_the_status(self, told: Store) -> None:
        told.set_subjects("c1", ["ru"])
        assert told.claim("c1").status is ClaimStatus.DENIED
        assert told.claim("c1").claim.subjects == ("RU",)

    def test_claims_and_events_are_corrected(self, told: Store) -> None:
        told.correct_claim("c2", text="Talks were held in secret.", event="e1")
        told.correct_event("e1", title="A truce", kind=EventKind.HAPPENED, date=DateBounds.on(LATER))
        detail = told.event("e1")
        assert (detail.event.title, detail.event.date.latest) == ("A truce", LATER)
        assert "Talks were held in secret." in {row.claim.text for row in detail.claims}


class TestMerging:
    def test_events_claims_and_back(self, told: Store) -> None:
        told.merge("event", "e1", "e2")
        told.merge("claim", "c1", "c2")
        assert [row.id for row in told.timeline(TimelineFilter()).rows] == ["e1"]
        assert [row.claim.id for row in told.claims()] == ["c1"]
        told.split("claim", "c2")
        told.split("event", "e2")
        assert {row.id for row in told.timeline(TimelineFilter()).rows} == {"e1", "e2"}
        with pytest.raises(ConflictError):
            told.split("event", "e2")

    def test_actors_are_recounted_and_can_be_undone(self, told: Store) -> None:
        told.file(
            Filing(
                actors=(actor("usa", name="USA"),),
                statements=(statement("s5", "any truce was offered", speaker="usa", chain=("usa",)),),
                stances=(stance("s5", "c1"),),
            )
        )
        assert told.claim("c1").counts.origins == 2
        told.merge("actor", "us", "usa")
        assert told.claim("c1").counts.origins == 1
        told.undo()
        assert told.claim("c1").counts.origins == 2

    def test_no_circles_and_no_strangers(self, told: Store) -> None:
        assert told.merge("event", "e1", "e2") == "e1"
        for kept, merged in (("e2", "e1"), ("e1", "e2"), ("e1", "e1")):
            with pytest.raises(ConflictError):
                told.merge("event", kept, merged)
        with pytest.raises(NotFound):
            told.merge("event", "e1", "e9")
        with pytest.raises(NotFound):
            told.merge("note", "n1", "n2")

    def test_the_survivor_of_a_survivor_stands_for_all(self, told: Store) -> None:
        told.file(Filing(events=(event("e3"),)))
        told.merge("event", "e1", "e2")
        assert told.merge("event", "e2", "e3") == "e1"

    def test_an_event_of_two_developments_is_parted(self, told: Store) -> None:
        told.merge("event", "e1", "e2")
        told.split("event", "e2")
        told.correct_claim("c2", event="e1")
        made = told.split_event("e1", claims=["c2"], title="Talks apart", topic="drones")
        detail = told.event(made.id)
        assert [row.claim.id for row in detail.claims] == ["c2"]
        assert [row.claim.id for row in told.event("e1").claims] == ["c1"]

    def test_a_claim_that_mixes_two_matters_is_parted(self, told: Store) -> None:
        made = told.split_claim("c1", ["s2"], "A truce was offered in public.")
        assert told.claim("c1").position("RU").position is PositionKind.NOTHING  # type: ignore[union-attr]
        assert told.claim(made.id).position("RU").position is PositionKind.DENIES  # type: ignore[union-attr]


CORRECTIONS: list[Callable[[Store], object]] = [
    lambda store: store.correct_statement("s2", party="UA"),
    lambda store: store.correct_stance("s2", "c1", stance=Stance.DECLINES),
    lambda store: store.correct_stance("s3", "c2", to_claim="c1"),
    lambda store: store.decide("claim/c1", Decision.THROWN_OUT),
    lambda store: store.new_claim("s1", "Another matter"),
    lambda store: store.merge("event", "e1", "e2"),
    lambda store: store.set_subjects("c1", ["FR"]),
    lambda store: store.correct_event("e1", title="Corrected"),
]


@pytest.mark.parametrize("correct", CORRECTIONS)
def test_a_correction_survives_the_same_filing_again_and_a_restart(
    told: Store, path: Path, correct: Callable[[Store], object]
) -> None:
    proposed = told.everything()
    correct(told)
    decided = told.everything()
    assert decided != proposed
    told.file(proposed)
    assert told.everything() == decided
    with open_store(path) as again:
        assert again.everything() == decided
        assert [line for line in again.check() if not line.startswith("note:")] == []


def test_merged_records_stay_merged_when_they_are_filed_again(told: Store) -> None:
    told.merge("event", "e1", "e2")
    told.file(
        Filing(
            documents=(document("d2", TEXT + " Again."),),
            statements=(statement("s7", document="d2", event="e2", party="FR"),),
        )
    )
    assert "s7" in {view.statement.id for view in told.event("e1").statements}


class TestTwoDashboards:
    def test_the_later_of_two_edits_is_told_and_loses_nothing(self, told: Store, path: Path) -> None:
        read_at = told.event("e1").cursor
        with open_store(path) as other:
            other.correct_statement("s2", party="UA", read_at=other.event("e1").cursor)
        before = told.everything()
        with pytest.raises(ConflictError, match="statement/s2 was changed elsewhere"):
            told.correct_statement("s2", party="FR", read_at=read_at)
        assert told.everything() == before
        assert told.correct_statement("s2", party="FR", read_at=told.cursor()).party == "FR"

    def test_ones_own_edits_and_other_rows_are_no_conflict(self, told: Store, path: Path) -> None:
        read_at = told.event("e1").cursor
        told.correct_statement("s2", party="UA", read_at=read_at)
        with open_store(path) as other:
            other.decide("statement/s1", Decision.ACCEPTED)
        assert told.correct_statement("s2", party="FR", read_at=read_at).party == "FR"
        with pytest.raises(ConflictError, match="statement/s1"):
            told.decide("statement/s1", Decision.THROWN_OUT, read_at=read_at)
