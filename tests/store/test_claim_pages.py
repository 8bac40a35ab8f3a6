"""The list of all claims: filtered, the last change first, a window at a time."""

from datetime import date, timedelta

import pytest

from diplotui.model import ClaimFilter, ClaimStatus, Filing, Stance
from diplotui.store import Store
from tests.builders import DAY, claim, event, filing, stance, statement


@pytest.fixture
def told(store: Store) -> Store:
    """Ten claims a day apart, of which every third is denied; the last is turned round."""
    store.file(filing(claims=(), stances=(), statements=()))
    statements = [
        statement(f"s{n}", party="US" if n % 3 == 0 else "FR", said=DAY + timedelta(days=n))
        for n in range(10)
    ]
    stances = [stance(f"s{n}", f"c{n}", Stance.ASSERTS if n % 3 else Stance.DENIES) for n in range(10)]
    turned = statement("s10", party="US", said=DAY + timedelta(days=20))
    store.file(
        Filing(
            claims=tuple(claim(f"c{n}", "e1", f"Claim {n}.", subjects=("US",)) for n in range(10)),
            statements=(*statements, turned),
            stances=(*stances, stance("s10", "c0", Stance.CONFIRMS)),
        )
    )
    return store


def ids(store: Store, chosen: ClaimFilter, **window: int) -> list[str]:
    return [row.claim.id for row in store.claim_page(chosen, **window).rows]


def test_the_last_change_comes_first_and_windows_meet(told: Store) -> None:
    everything = ids(told, ClaimFilter())
    assert everything == ["c0", *(f"c{n}" for n in range(9, 0, -1))]
    page = told.claim_page(ClaimFilter(), offset=3, limit=4)
    assert ([row.claim.id for row in page.rows], page.total, page.offset) == (everything[3:7], 10, 3)
    assert ids(told, ClaimFilter(), offset=10) == []


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (ClaimFilter(statuses=(ClaimStatus.DENIED,)), ["c9", "c6", "c3"]),
        (ClaimFilter(statuses=(ClaimStatus.DENIED, ClaimStatus.AFFIRMED)), ["c0", "c9", "c6", "c3"]),
        (ClaimFilter(reversed=True), ["c0"]),
        (ClaimFilter(unanswered=True), ["c8", "c7", "c5", "c4", "c2", "c1"]),
        (ClaimFilter(party="FR"), ["c8", "c7", "c5", "c4", "c2", "c1"]),
        (ClaimFilter(party="FR", unanswered=True), []),
        (ClaimFilter(topic="other"), []),
        (ClaimFilter(topic="ceasefire", as_of=DAY), ["c0"]),
        (ClaimFilter(as_of=date(2001, 1, 1)), []),
    ],
)
def test_filters(told: Store, chosen: ClaimFilter, shown: list[str]) -> None:
    page = told.claim_page(chosen)
    assert [row.claim.id for row in page.rows] == shown
    assert page.total == len(shown)


def test_an_earlier_day_shows_the_status_of_that_day(told: Store) -> None:
    (row,) = told.claim_page(ClaimFilter(as_of=DAY)).rows
    assert row.status is ClaimStatus.DENIED
    assert told.claim_page(ClaimFilter(reversed=True)).rows[0].status is ClaimStatus.AFFIRMED


def test_claims_of_the_other_topic_are_hidden(told: Store) -> None:
    told.file(Filing(events=(event("e2", topic="other"),), claims=(claim("c11", "e2"),)))
    assert "c11" not in ids(told, ClaimFilter()) and ids(told, ClaimFilter(topic="other")) == ["c11"]
