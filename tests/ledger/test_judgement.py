"""What follows from the stances on related claims: implied positions, mergers, history, the public clock."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from diplotui.ledger.facts import Judgement, StanceFact
from diplotui.ledger.judgement import judge, survivors
from diplotui.model import (
    Basis,
    Claim,
    ClaimStatus,
    Coverage,
    Decision,
    Position,
    PositionKind,
    Stance,
    StatusChange,
)
from tests.ledger.said import ACTORS, TODAY, claim, day, said

S = Stance
P = PositionKind
C = ClaimStatus

OFFER = claim("offer", "NO", "SE", entails="talks")
REFUSAL = claim("refusal", "SE", entails="offer")
TALKS = claim("talks", "NO")
CHAINED = (OFFER, REFUSAL, TALKS)
"""The refusal needs the offer, the offer needs the talks."""


def verdict(
    claims: Sequence[Claim], *facts: StanceFact, on: int | None = None, silent_after: int = 7
) -> dict[str, Judgement]:
    as_of = None if on is None else day(on)
    return judge(claims, facts, ACTORS, on=as_of, today=TODAY, silent_after=silent_after)


def cell(judgement: Judgement, party: str) -> Position:
    return next((found for found in judgement.positions if found.party == party), Position(party))


def test_a_denial_reaches_what_needs_the_claim_and_not_what_it_needs() -> None:
    found = verdict(CHAINED, denial := said(S.DENIES, party="SE", claim="offer", scope="to us"))
    reached = cell(found["refusal"], "SE")
    assert (reached.position, reached.coverage) == (P.DENIES, Coverage.IMPLIED)
    assert (reached.statement, reached.scope) == (denial.statement, "to us")
    assert cell(found["talks"], "SE").position is P.NOTHING


def test_a_denial_reaches_through_several_steps() -> None:
    found = verdict(CHAINED, said(S.DENIES, party="NO", claim="talks"))
    assert cell(found["refusal"], "NO").coverage is Coverage.IMPLIED
    assert found["refusal"].status is C.UNADDRESSED, "Norway is no subject of the refusal"
    assert found["offer"].status is C.DENIED_BY_SOME


def test_an_affirmation_reaches_what_the_claim_needs_and_not_what_needs_it() -> None:
    found = verdict(CHAINED, said(S.CONFIRMS, party="NO", claim="offer"))
    assert (cell(found["talks"], "NO").position, cell(found["talks"], "NO").coverage) == (
        P.AFFIRMS,
        Coverage.IMPLIED,
    )
    assert cell(found["refusal"], "NO").position is P.NOTHING


def test_only_own_words_reach_other_claims() -> None:
    summed_up = said(S.DENIES, party="SE", claim="offer", coverage=Coverage.CHARACTERISED)
    assert cell(verdict(CHAINED, summed_up)["refusal"], "SE").position is P.NOTHING
    declined = said(S.DECLINES, party="SE", claim="offer")
    assert cell(verdict(CHAINED, declined)["refusal"], "SE").position is P.NOTHING


def test_what_is_no_longer_held_implies_nothing() -> None:
    denied = said(S.DENIES, 1, party="SE", claim="offer")
    for second in (S.CONFIRMS, S.RETRACTS):
        found = verdict(CHAINED, denied, said(second, 4, party="SE", claim="offer"))
        assert cell(found["refusal"], "SE").position is P.NOTHING


def test_entailment_in_a_circle_ends() -> None:
    circle = (claim("a", entails="b"), claim("b", entails="a"))
    assert cell(verdict(circle, said(S.DENIES, claim="a"))["b"], "NO").position is P.DENIES


def test_a_claim_thrown_out_carries_nothing() -> None:
    thrown_out = Claim("offer", "e1", "An offer was made.", entails="talks", decision=Decision.THROWN_OUT)
    found = verdict((thrown_out, REFUSAL, TALKS), said(S.DENIES, party="SE", claim="offer"))
    assert cell(found["refusal"], "SE").position is P.NOTHING


def test_merged_claims_are_judged_as_one() -> None:
    merged = (claim("kept", "NO"), claim("merged", "SE", same_as="kept"))
    found = verdict(merged, said(S.ASSERTS, party="SE", claim="kept"), said(S.DENIES, 2, claim="merged"))
    assert found["kept"].status is found["merged"].status is C.DISPUTED
    assert [position.party for position in found["kept"].positions] == ["NO", "SE"]
    assert found["merged"].claim == "merged"


def test_a_merged_claim_brings_what_it_entails() -> None:
    claims = (claim("kept", "NO"), claim("merged", "NO", same_as="kept", entails="talks"), TALKS)
    assert cell(verdict(claims, said(S.DENIES, claim="talks"))["kept"], "NO").position is P.DENIES


def test_survivors_follow_mergers_and_end_in_a_circle() -> None:
    chain = (claim("a", same_as="b"), claim("b", same_as="c"), claim("c"))
    assert survivors(chain) == {"a": "c", "b": "c", "c": "c"}
    circle = (claim("a", same_as="b"), claim("b", same_as="a"), claim("d", same_as="a"))
    assert survivors(circle) == {"a": "a", "b": "a", "d": "a"}
    assert survivors((claim("a", same_as="gone"),)) == {"a": "a"}


def test_subjects_always_have_a_cell_and_others_only_with_a_position() -> None:
    found = verdict((claim("c1", "NO"),), said(S.DENIES, party="SE"), said(S.DECLINES, party="DK"))
    assert [position.party for position in found["c1"].positions] == ["NO", "DK", "SE"]
    assert found["c1"].status is C.UNADDRESSED


def test_origins_of_what_entails_the_claim_count_for_it() -> None:
    found = verdict(
        CHAINED,
        said(S.ASSERTS, party=None, claim="offer", chain=("wire", "herald"), basis=Basis.UNATTRIBUTED),
        said(S.ASSERTS, party=None, claim="refusal", chain=("weekly", "herald"), basis=Basis.UNATTRIBUTED),
    )
    assert [found[name].counts.origins for name in ("refusal", "offer", "talks")] == [1, 2, 2]


def test_withdrawn_once_its_origin_takes_it_back() -> None:
    report = said(S.ASSERTS, 1, party=None, claim="refusal", chain=("wire", "herald"), basis=Basis.AUTHOR)
    retraction = said(S.RETRACTS, 5, party=None, claim="offer", chain=("wire",), basis=Basis.AUTHOR)
    found = verdict(CHAINED, report, retraction)
    assert found["refusal"].status is C.WITHDRAWN, "what it needs was taken back by the same outlet"
    assert found["refusal"].history == (
        StatusChange(day(1), C.UNADDRESSED),
        StatusChange(day(5), C.WITHDRAWN),
    )


def test_a_partys_own_withdrawal() -> None:
    found = verdict((claim("c1", "NO"),), said(S.ASSERTS, 1), said(S.RETRACTS, 3))
    assert (found["c1"].status, cell(found["c1"], "NO").position) == (C.WITHDRAWN, P.WITHDREW)


def test_history_keeps_the_days_on_which_the_status_changed() -> None:
    found = verdict(
        (claim("c1", "NO", "SE"),),
        said(S.ASSERTS, 2, party=None, chain=("wire", "herald")),
        said(S.DECLINES, 4),
        said(S.DENIES, 9),
        said(S.DENIES, 12),
        said(S.DENIES, 20, party="SE"),
        said(S.CONFIRMS, 25, party="SE"),
    )
    assert found["c1"].public == day(2)
    assert found["c1"].history == (
        StatusChange(day(2), C.UNADDRESSED),
        StatusChange(day(4), C.EVADED),
        StatusChange(day(9), C.DENIED_BY_SOME),
        StatusChange(day(20), C.DENIED),
        StatusChange(day(25), C.DISPUTED),
    )


def test_silence_has_a_day_of_its_own_in_history() -> None:
    asked = said(S.ASKED, 3, basis=Basis.AUTHOR)
    found = verdict((claim("c1"),), asked)["c1"]
    assert found.status is C.SILENT
    assert found.history == (StatusChange(day(3), C.ASKED), StatusChange(day(10), C.SILENT))
    assert verdict((claim("c1"),), asked, on=9)["c1"].status is C.ASKED
    assert verdict((claim("c1"),), asked, on=10)["c1"].status is C.SILENT


def test_what_was_not_public_yet_does_not_count() -> None:
    facts = (said(S.ASSERTS, 5, party=None, chain=("wire", "herald")), said(S.DENIES, 8))
    before = verdict((claim("c1"),), *facts, on=4)["c1"]
    assert (before.status, before.counts.origins, before.history, before.public) == (
        C.UNADDRESSED,
        0,
        (),
        day(5),
    )
    assert verdict((claim("c1"),), *facts, on=7)["c1"].status is C.UNADDRESSED
    assert verdict((claim("c1"),), *facts, on=8)["c1"].status is C.DENIED


def test_what_has_no_day_always_counts() -> None:
    found = verdict((claim("c1"),), said(S.DENIES, None), on=1)["c1"]
    assert (found.status, found.public) == (C.DENIED, None)
    assert found.history == (StatusChange(None, C.DENIED),)


def test_a_claim_that_is_only_presupposed_is_public_with_what_needs_it() -> None:
    found = verdict(CHAINED, said(S.ASSERTS, 6, party="SE", claim="refusal"))
    assert found["offer"].public == day(6)
    assert verdict((claim("c1"),))["c1"].public is None


FACTS = st.lists(
    st.builds(
        said,
        st.sampled_from(list(Stance)),
        st.one_of(st.none(), st.integers(1, 12)),
        party=st.sampled_from(["NO", "SE", None]),
        claim=st.sampled_from(["offer", "refusal", "talks"]),
        basis=st.sampled_from([Basis.ON_RECORD, Basis.ANONYMOUS]),
        coverage=st.sampled_from([Coverage.EXPLICIT, Coverage.CHARACTERISED]),
    ),
    max_size=8,
)
RELATIONS = settings(max_examples=60, deadline=None)


@RELATIONS
@given(FACTS, st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(facts: list[StanceFact], chance: Random) -> None:
    shuffled_facts, shuffled_claims = list(facts), list(CHAINED)
    chance.shuffle(shuffled_facts)
    chance.shuffle(shuffled_claims)
    assert verdict(shuffled_claims, *shuffled_facts) == verdict(CHAINED, *facts)


@RELATIONS
@given(FACTS, st.integers(1, 11))
def test_history_only_grows_with_the_public_clock(facts: list[StanceFact], on: int) -> None:
    earlier, later = verdict(CHAINED, *facts, on=on), verdict(CHAINED, *facts, on=on + 1)
    for name in earlier:
        known = earlier[name].history
        assert later[name].history[: len(known)] == known
        assert all(change.on is None or change.on <= day(on) for change in known)


@RELATIONS
@given(FACTS, st.integers(1, 12))
def test_as_of_a_day_equals_a_ledger_that_ends_there(facts: list[StanceFact], on: int) -> None:
    then = [fact for fact in facts if fact.on is None or fact.on <= day(on)]
    known, ended = verdict(CHAINED, *facts, on=on), verdict(CHAINED, *then, on=on)
    for name in known:
        assert (known[name].status, known[name].positions, known[name].counts) == (
            ended[name].status,
            ended[name].positions,
            ended[name].counts,
        )


@RELATIONS
@given(FACTS, st.sampled_from(list(Stance)), st.integers(1, 12))
def test_a_statement_without_a_party_moves_no_position(
    facts: list[StanceFact], stance: Stance, on: int
) -> None:
    before = verdict(CHAINED, *facts)
    after = verdict(CHAINED, *facts, said(stance, on, party=None, claim="offer"))
    assert {name: found.positions for name, found in before.items()} == {
        name: found.positions for name, found in after.items()
    }


@RELATIONS
@given(FACTS)
def test_the_last_change_of_history_is_the_status(facts: list[StanceFact]) -> None:
    for found in verdict(CHAINED, *facts).values():
        if found.history:
            assert found.history[-1].status is found.status
