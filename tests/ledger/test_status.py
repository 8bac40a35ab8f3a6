"""The status of a claim from its subjects' cells, and of an event from its claims."""

import pytest

from diplotui.ledger.status import CONTESTED, STATUSES, claim_status, event_status, responded
from diplotui.model import ClaimStatus, EventKind, Position, PositionKind, Stance
from tests.ledger.said import said

P = PositionKind
C = ClaimStatus


def cells(*kinds: PositionKind, part: bool = False) -> list[Position]:
    """One cell a party; ``part`` marks the first one."""
    return [
        Position(party, kind, part=part and place == 0)
        for place, (party, kind) in enumerate(zip(("NO", "SE", "FI"), kinds, strict=False))
    ]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((P.AFFIRMS, P.DENIES), C.DISPUTED),
        ((P.AFFIRMS, P.DENIES, P.EVADES), C.DISPUTED),
        ((P.AFFIRMS, P.AFFIRMS), C.AFFIRMED),
        ((P.AFFIRMS, P.NOTHING), C.AFFIRMED),
        ((P.AFFIRMS, P.EVADES), C.AFFIRMED),
        ((P.DENIES,), C.DENIED),
        ((P.DENIES, P.DENIES), C.DENIED),
        ((P.DENIES, P.NOTHING), C.DENIED_BY_SOME),
        ((P.DENIES, P.EVADES), C.DENIED_BY_SOME),
        ((P.DENIES, P.WITHDREW), C.DENIED_BY_SOME),
        ((P.EVADES, P.SILENT), C.EVADED),
        ((P.SILENT, P.ASKED), C.SILENT),
        ((P.ASKED, P.NOTHING), C.ASKED),
        ((P.WITHDREW, P.NOTHING), C.UNADDRESSED),
        ((P.NOTHING, P.NOTHING), C.UNADDRESSED),
        ((), C.UNADDRESSED),
    ],
)
def test_first_line_that_fits(kinds: tuple[PositionKind, ...], expected: ClaimStatus) -> None:
    found = cells(*kinds)
    assert claim_status([cell.party for cell in found], found, withdrawn=False) is expected


def test_one_denial_in_part_makes_it_denied_in_part() -> None:
    assert claim_status(["NO"], cells(P.DENIES, part=True), withdrawn=False) is C.DENIED_IN_PART
    assert (
        claim_status(["NO", "SE"], cells(P.DENIES, P.DENIES, part=True), withdrawn=False) is C.DENIED_IN_PART
    )
    assert (
        claim_status(["NO", "SE"], cells(P.DENIES, P.NOTHING, part=True), withdrawn=False) is C.DENIED_BY_SOME
    )


def test_what_every_origin_took_back_is_withdrawn_before_all_else() -> None:
    assert claim_status(["NO", "SE"], cells(P.AFFIRMS, P.DENIES), withdrawn=True) is C.WITHDRAWN


def test_parties_that_are_not_subjects_have_no_vote() -> None:
    assert claim_status(["NO"], cells(P.NOTHING, P.DENIES), withdrawn=False) is C.UNADDRESSED
    assert claim_status(["NO"], cells(P.DENIES, P.AFFIRMS), withdrawn=False) is C.DENIED


def test_a_subject_without_a_cell_has_not_denied() -> None:
    assert claim_status(["NO", "IS"], cells(P.DENIES), withdrawn=False) is C.DENIED_BY_SOME


def test_every_status_has_its_line() -> None:
    assert {status for status, _ in STATUSES} == set(ClaimStatus) == set(CONTESTED)


def test_an_event_is_as_contested_as_its_most_contested_claim() -> None:
    assert event_status([C.AFFIRMED, C.EVADED, C.DENIED_BY_SOME]) is C.DENIED_BY_SOME
    assert event_status([C.DENIED, C.DISPUTED]) is C.DISPUTED
    assert event_status([C.WITHDRAWN, C.DENIED_IN_PART]) is C.DENIED_IN_PART
    assert event_status([C.UNADDRESSED, C.AFFIRMED]) is C.AFFIRMED
    assert event_status([]) is C.UNADDRESSED


def test_a_plain_fact_that_nobody_answers_shows_no_status() -> None:
    assert not responded(EventKind.HAPPENED, [said(Stance.ASSERTS)])
    assert responded(EventKind.HAPPENED, [said(Stance.ASSERTS), said(Stance.DECLINES)])
    assert responded(EventKind.ALLEGED, [])
