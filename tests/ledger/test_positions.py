"""Where a party stands: every transition, and what decides between several statements."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotui.ledger.facts import StanceFact
from diplotui.ledger.moves import MOVES
from diplotui.ledger.positions import Track, hold, implied_fact, known_before, position
from diplotui.model import Basis, Coverage, Position, PositionKind, Stance
from tests.ledger.said import TODAY, day, said

S = Stance
P = PositionKind


def cell(*facts: StanceFact, implied: tuple[StanceFact, ...] = (), silent_after: int = 7) -> Position:
    return position("NO", Track(facts), implied, on=None, now=TODAY, silent_after=silent_after)


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        ((), P.NOTHING),
        ((S.DECLINES,), P.EVADES),
        ((S.NEITHER,), P.EVADES),
        ((S.REFERS,), P.EVADES),
        ((S.UNAWARE,), P.EVADES),
        ((S.NON_DENIAL,), P.EVADES),
        ((S.ASSERTS,), P.AFFIRMS),
        ((S.CONFIRMS,), P.AFFIRMS),
        ((S.PARTLY_CONFIRMS,), P.AFFIRMS),
        ((S.DENIES,), P.DENIES),
        ((S.PARTLY_DENIES,), P.DENIES),
        ((S.ASKED, S.DECLINES), P.EVADES),
        ((S.ASKED, S.DENIES), P.DENIES),
        ((S.ASKED, S.CONFIRMS), P.AFFIRMS),
        ((S.DECLINES, S.DENIES), P.DENIES),
        ((S.DECLINES, S.CONFIRMS), P.AFFIRMS),
        ((S.DECLINES, S.ASKED), P.EVADES),
        ((S.DENIES, S.DECLINES), P.DENIES),
        ((S.DENIES, S.ASKED), P.DENIES),
        ((S.CONFIRMS, S.NON_DENIAL), P.AFFIRMS),
        ((S.CONFIRMS, S.DENIES), P.DENIES),
        ((S.DENIES, S.CONFIRMS), P.AFFIRMS),
        ((S.ASSERTS, S.WALKS_BACK), P.AFFIRMS),
        ((S.DENIES, S.WALKS_BACK), P.DENIES),
        ((S.ASSERTS, S.RETRACTS), P.WITHDREW),
        ((S.DENIES, S.RETRACTS), P.WITHDREW),
        ((S.DENIES, S.RETRACTS, S.DECLINES), P.WITHDREW),
        ((S.DENIES, S.RETRACTS, S.CONFIRMS), P.AFFIRMS),
        ((S.RETRACTS,), P.WITHDREW),
        ((S.WALKS_BACK,), P.EVADES),
    ],
)
def test_one_word_after_another(stances: tuple[Stance, ...], expected: PositionKind) -> None:
    facts = [said(stance, on) for on, stance in enumerate(stances, 1)]
    assert cell(*facts).position is expected


def test_every_stance_makes_a_move() -> None:
    assert set(MOVES) == set(Stance)


def test_a_question_without_an_answer_becomes_silence_after_a_week() -> None:
    asked = said(S.ASKED, 10, basis=Basis.AUTHOR)

    def after(days: int) -> PositionKind:
        return position("NO", Track([asked]), [], on=None, now=day(10 + days), silent_after=7).position

    assert (after(0), after(6), after(7), after(20)) == (P.ASKED, P.ASKED, P.SILENT, P.SILENT)
    assert position("NO", Track([asked]), [], on=None, now=day(12), silent_after=2).position is P.SILENT


def test_silence_rests_on_the_first_question_and_remembers_the_last() -> None:
    first, again = said(S.ASKED, 3), said(S.ASKED, 9)
    found = cell(again, first)
    assert (found.position, found.statement, found.on) == (P.SILENT, first.statement, day(3))
    assert found.newest is not None
    assert found.newest.statement == again.statement


def test_a_question_without_a_day_never_turns_into_silence() -> None:
    assert cell(said(S.ASKED, None)).position is P.ASKED


@pytest.mark.parametrize(
    ("stances", "part"),
    [
        ((S.PARTLY_CONFIRMS,), True),
        ((S.PARTLY_DENIES,), True),
        ((S.ASSERTS, S.WALKS_BACK), True),
        ((S.DENIES, S.WALKS_BACK), True),
        ((S.DENIES,), False),
        ((S.PARTLY_DENIES, S.DENIES), False),
        ((S.DENIES, S.PARTLY_DENIES), True),
        ((S.WALKS_BACK,), False),
        ((S.ASSERTS, S.WALKS_BACK, S.RETRACTS), False),
    ],
)
def test_what_is_held_only_in_part(stances: tuple[Stance, ...], part: bool) -> None:
    assert cell(*(said(stance, on) for on, stance in enumerate(stances, 1))).part is part


def test_a_reversal_names_the_earlier_words() -> None:
    before, after = said(S.DENIES, 2), said(S.CONFIRMS, 9)
    found = cell(after, before)
    assert (found.position, found.statement, found.reversed, found.earlier) == (
        P.AFFIRMS,
        after.statement,
        True,
        before.statement,
    )


def test_a_reversal_stays_known_when_the_new_word_is_repeated() -> None:
    found = cell(before := said(S.DENIES, 2), said(S.CONFIRMS, 9), said(S.CONFIRMS, 11))
    assert (found.reversed, found.earlier, found.on) == (True, before.statement, day(11))


def test_the_opposite_after_a_withdrawal_is_a_reversal() -> None:
    found = cell(before := said(S.ASSERTS, 2), said(S.RETRACTS, 4), said(S.DENIES, 6))
    assert (found.position, found.reversed, found.earlier) == (P.DENIES, True, before.statement)


def test_the_same_after_a_withdrawal_is_none() -> None:
    assert not cell(said(S.ASSERTS, 2), said(S.RETRACTS, 4), said(S.ASSERTS, 6)).reversed


def test_an_evasion_is_remembered_beside_a_denial() -> None:
    found = cell(said(S.DENIES, 2), later := said(S.DECLINES, 20))
    assert (found.position, found.on) == (P.DENIES, day(2))
    assert found.newest is not None
    assert (found.newest.stance, found.newest.on, found.newest.statement) == (
        S.DECLINES,
        day(20),
        later.statement,
    )


def test_an_evasion_from_before_the_denial_is_not_newest() -> None:
    assert cell(said(S.DECLINES, 1), said(S.DENIES, 2)).newest is None


def test_an_evasion_displaces_not_even_a_characterised_denial() -> None:
    found = cell(said(S.DENIES, 2, coverage=Coverage.CHARACTERISED), said(S.DECLINES, 5))
    assert (found.position, found.coverage) == (P.DENIES, Coverage.CHARACTERISED)
    assert found.newest is not None
    assert found.newest.stance is S.DECLINES


def test_an_evasion_displaces_not_even_an_implied_denial() -> None:
    reached = said(S.DENIES, 2, coverage=Coverage.IMPLIED)
    assert cell(said(S.DECLINES, 5), implied=(reached,)).position is P.DENIES


def test_own_words_before_implied_before_characterised() -> None:
    own = said(S.DENIES, 1)
    reached = said(S.ASSERTS, 5, coverage=Coverage.IMPLIED)
    summed_up = said(S.ASSERTS, 9, coverage=Coverage.CHARACTERISED)
    assert cell(own, summed_up, implied=(reached,)).statement == own.statement
    assert cell(summed_up, implied=(reached,)).statement == reached.statement
    assert cell(summed_up).statement == summed_up.statement


def test_a_summary_of_a_denial_is_no_second_act() -> None:
    assert cell(said(S.DENIES, 1), said(S.DENIES, 4, coverage=Coverage.CHARACTERISED)).newest is None


def test_a_later_summary_of_the_opposite_is_shown_as_newest() -> None:
    found = cell(said(S.CONFIRMS, 1), said(S.DENIES, 4, coverage=Coverage.CHARACTERISED))
    assert found.position is P.AFFIRMS
    assert found.newest is not None
    assert found.newest.stance is S.DENIES


def test_an_unnamed_official_fills_an_empty_cell() -> None:
    found = cell(said(S.DENIES, 3, basis=Basis.ANONYMOUS, scope="to us"))
    assert (found.position, found.basis, found.scope) == (P.DENIES, Basis.ANONYMOUS, "to us")


def test_an_unnamed_official_never_overturns_an_on_record_one() -> None:
    found = cell(first := said(S.DENIES, 3), said(S.CONFIRMS, 8, basis=Basis.BACKGROUND))
    assert (found.position, found.statement, found.reversed) == (P.DENIES, first.statement, False)
    assert found.newest is not None
    assert found.newest.stance is S.CONFIRMS


@pytest.mark.parametrize("stance", [S.RETRACTS, S.WALKS_BACK])
def test_an_unnamed_official_takes_nothing_back_for_an_on_record_one(stance: Stance) -> None:
    found = cell(said(S.ASSERTS, 3), said(stance, 8, basis=Basis.ANONYMOUS))
    assert (found.position, found.part) == (P.AFFIRMS, False)


def test_an_unnamed_denial_weighs_more_than_an_on_record_evasion() -> None:
    found = cell(said(S.DECLINES, 3), said(S.DENIES, 8, basis=Basis.ANONYMOUS))
    assert (found.position, found.basis) == (P.DENIES, Basis.ANONYMOUS)


def test_a_named_speaker_overturns_an_unnamed_one() -> None:
    found = cell(before := said(S.DENIES, 3, basis=Basis.ANONYMOUS), said(S.CONFIRMS, 8))
    assert (found.position, found.reversed, found.earlier) == (P.AFFIRMS, True, before.statement)


def test_on_one_day_on_record_goes_before_unnamed() -> None:
    found = cell(named := said(S.DENIES, 3), said(S.CONFIRMS, 3, basis=Basis.ANONYMOUS))
    assert (found.statement, found.reversed, found.tied) == (named.statement, False, None)


def test_on_one_day_the_later_clock_holds() -> None:
    found = cell(late := said(S.CONFIRMS, 3, clock="16:40"), early := said(S.DENIES, 3, clock="09:15"))
    assert (found.statement, found.reversed, found.earlier, found.tied) == (
        late.statement,
        True,
        early.statement,
        None,
    )


def test_two_opposite_words_of_one_day_are_both_shown() -> None:
    confirmed, denied = said(S.CONFIRMS, 3), said(S.DENIES, 3)
    found = cell(confirmed, denied)
    assert {found.statement, found.tied} == {confirmed.statement, denied.statement}
    assert not found.reversed


def test_a_later_word_resolves_the_tie() -> None:
    found = cell(confirmed := said(S.CONFIRMS, 3), said(S.DENIES, 3), said(S.DENIES, 4))
    assert (found.tied, found.reversed, found.earlier) == (None, True, confirmed.statement)


def test_what_has_no_day_overturns_nothing() -> None:
    found = cell(dated := said(S.DENIES, 3), undated := said(S.CONFIRMS, None))
    assert (found.statement, found.tied, found.reversed) == (dated.statement, undated.statement, False)


def test_a_cell_says_whether_it_rests_on_a_proposal() -> None:
    assert cell(said(S.DENIES, 3, proposed=True)).proposed
    assert not cell(said(S.DENIES, 3, proposed=True), said(S.DENIES, 4)).proposed


def test_a_denial_in_part_implies_one_in_part_and_a_part_affirmed_implies_nothing() -> None:
    walked_back = hold([said(S.DENIES, 1), said(S.WALKS_BACK, 2)])
    reached = implied_fact("c2", walked_back, affirms=False)
    assert reached is not None
    assert (reached.claim, reached.stance, reached.coverage) == ("c2", S.PARTLY_DENIES, Coverage.IMPLIED)
    assert implied_fact("c2", hold([said(S.PARTLY_CONFIRMS)]), affirms=True) is None


UNHURRIED = settings(deadline=None)
STANCES = st.sampled_from(list(Stance))
FACTS = st.lists(
    st.builds(
        said,
        STANCES,
        st.one_of(st.none(), st.integers(1, 6)),
        basis=st.sampled_from([Basis.ON_RECORD, Basis.ANONYMOUS]),
        coverage=st.sampled_from([Coverage.EXPLICIT, Coverage.CHARACTERISED]),
        clock=st.sampled_from([None, "09:00", "17:30"]),
    ),
    max_size=7,
)


@UNHURRIED
@given(FACTS, st.randoms())
def test_order_of_arrival_does_not_matter(facts: list[StanceFact], chance: Random) -> None:
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert cell(*shuffled) == cell(*facts)


@UNHURRIED
@given(FACTS, st.sampled_from([S.DECLINES, S.NEITHER, S.REFERS, S.UNAWARE, S.NON_DENIAL, S.ASKED]))
def test_an_evasion_never_erases_a_word(facts: list[StanceFact], evasion: Stance) -> None:
    before = cell(*facts)
    after = cell(*facts, said(evasion, 30))
    if before.position in (P.AFFIRMS, P.DENIES, P.WITHDREW):
        assert (after.position, after.statement) == (before.position, before.statement)


@UNHURRIED
@given(FACTS, STANCES)
def test_an_unnamed_official_never_moves_an_on_record_position(
    facts: list[StanceFact], stance: Stance
) -> None:
    before = cell(*facts)
    after = cell(*facts, said(stance, 30, basis=Basis.ANONYMOUS))
    if (
        before.basis is Basis.ON_RECORD
        and before.coverage is Coverage.EXPLICIT
        and before.position in (P.AFFIRMS, P.DENIES, P.WITHDREW)
    ):
        assert (after.position, after.statement) == (before.position, before.statement)


@UNHURRIED
@given(FACTS)
def test_what_a_position_turned_from_came_before(facts: list[StanceFact]) -> None:
    found = cell(*facts)
    by_id = {fact.statement: fact for fact in facts}
    assert found.reversed == (found.earlier is not None)
    if found.earlier is not None and found.statement is not None:
        assert known_before(by_id[found.earlier], by_id[found.statement])
