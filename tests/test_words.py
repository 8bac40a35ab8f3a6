"""Days, counts and histories in words."""

from datetime import date

import pytest

from diplotui.model import Basis, Change, ClaimStatus, DateBounds, OriginCount, StatusChange
from diplotui.words import (
    BASIS_WORDS,
    bounds_words,
    changes_words,
    history_words,
    instant_words,
    origin_words,
    own_date,
    short_origin_words,
)


def bounds(first: str | None, last: str | None) -> DateBounds:
    return DateBounds(
        None, date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-03-05", "2031-03-05", "Wed 5 Mar 2031"),
        ("2031-03-01", "2031-03-31", "Mar 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2030-09-01", "2030-12-31", "late 2030"),
        ("2031-01-01", "2031-04-30", "early 2031"),
        ("2030-09-01", "2030-11-30", "autumn 2030"),
        ("2030-09-03", "2031-01-02", "3 Sep 2030 to 2 Jan 2031"),
        ("2031-02-03", "2031-03-02", "3 Feb to 2 Mar 2031"),
        ("2018-12-03", None, "since 3 Dec 2018"),
        (None, "2031-02-15", "by 15 Feb 2031"),
        (None, None, ""),
    ],
)
def test_a_date_is_said_with_its_precision(first: str | None, last: str | None, words: str) -> None:
    assert bounds_words(bounds(first, last)) == words


@pytest.mark.parametrize(
    ("first", "last", "column"),
    [
        ("2031-03-05", "2031-03-05", "—"),
        ("2031-03-01", "2031-03-01", "1 Mar"),
        ("2029-12-24", "2029-12-24", "Dec ’29"),
        ("2031-03-01", "2031-03-31", "in Mar"),
        ("2029-12-01", "2029-12-31", "Dec ’29"),
        ("2030-09-01", "2030-12-31", "in 2030"),
        ("2031-02-20", "2031-03-04", "in 2031"),
        ("2029-11-01", "2030-03-31", "2029–30"),
        (None, "2031-03-04", "by Mar"),
        (None, "2024-06-30", "by 2024"),
        ("2031-02-01", None, "Feb on"),
        ("2018-12-03", None, "2018 on"),
        (None, None, "undated"),
    ],
)
def test_the_timelines_narrow_column(first: str | None, last: str | None, column: str) -> None:
    assert own_date(bounds(first, last), date(2031, 3, 5)) == column
    assert len(column) <= 7


def test_what_stands_behind_a_claim() -> None:
    assert origin_words(OriginCount(1, 0, 3, 2)) == "1 origin · none named"
    assert origin_words(OriginCount(1, 0, 3, 2), people=True) == "1 origin, 3 people, none named"
    assert origin_words(OriginCount(2, 1, 1, 2), people=True) == "2 origins, 1 person, 1 named"
    assert origin_words(OriginCount(), people=True) == "no origin known"
    assert short_origin_words(OriginCount(2, 0, 3, 2)) == "2 origins, 0 named"


def test_a_history_begins_with_the_eve_and_names_a_year_once() -> None:
    steps = history_words(
        (
            StatusChange(date(2030, 12, 31), ClaimStatus.DENIED_BY_SOME),
            StatusChange(date(2031, 1, 2), ClaimStatus.DENIED),
        )
    )
    assert [day for day, _ in steps] == ["30 Dec 2030", "31 Dec", "2 Jan 2031"]
    assert steps[0][1] is None
    assert history_words((StatusChange(None, ClaimStatus.ASKED),)) == [("undated", ClaimStatus.ASKED)]


def test_what_came_in_is_counted_and_what_a_person_did_is_not() -> None:
    def change(table: str, operation: str = "insert") -> Change:
        return Change("1", "", table, "x", operation)

    changes = [change("document"), change("statement"), change("statement"), change("note"),
               change("event", "update"), change("actor")]  # fmt: skip
    assert changes_words(changes) == "in: 1 document, 2 statements"
    assert changes_words([change("event", "update"), change("note")]) == ""


def test_every_basis_has_words() -> None:
    assert set(BASIS_WORDS) == set(Basis)


def test_an_instant_by_the_local_clock_and_what_is_none() -> None:
    assert instant_words("2031-03-21T14:32:00.000Z") == "21 Mar 14:32"
    assert instant_words("yesterday\n, I think, or so") == "yesterday , I t…"
