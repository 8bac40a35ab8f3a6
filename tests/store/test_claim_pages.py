"""The list of all claims: filtered, the last change first, a window at a time."""

from datetime import date, timedelta

import pytest

from diplotui.model import ClaimFilter, ClaimOrder, ClaimStatus, Filing, Stance
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
        (ClaimFilter(parties=("FR", "US")), ["c8", "c7", "c5", "c4", "c2", "c1"]),
        (ClaimFilter(words=("CLAIM", "7")), ["c7"]),
        (ClaimFilter(words=("ceasefire", "7")), ["c7"]),
        (ClaimFilter(words=("%",)), []),
        (ClaimFilter(topic="other"), []),
        (ClaimFilter(as_of=DAY, statuses=(ClaimStatus.DENIED,)), ["c0"]),
        (ClaimFilter(as_of=DAY, reversed=True), []),
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


def test_the_most_contested_come_first_and_windows_meet(told: Store) -> None:
    contested = ClaimFilter(order=ClaimOrder.CONTESTED)
    everything = ids(told, contested)
    assert everything == ["c9", "c6", "c3", "c0", "c8", "c7", "c5", "c4", "c2", "c1"]
    for start in range(11):
        assert ids(told, contested, offset=start, limit=3) == everything[start : start + 3]
    assert ids(told, ClaimFilter(order=ClaimOrder.CONTESTED, statuses=(ClaimStatus.AFFIRMED,))) == ["c0"]


def test_all_claims_that_fit_can_be_counted(told: Store) -> None:
    assert told.claim_count(ClaimFilter()) == 10
    assert told.claim_count(ClaimFilter(statuses=(ClaimStatus.DENIED,))) == 3
    assert told.claim_count(ClaimFilter(as_of=DAY, statuses=(ClaimStatus.DENIED,))) == 1
