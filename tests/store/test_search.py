"""Search: what a user types is plain text, whatever it looks like."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplotui.model import Filing
from diplotui.query import parse_query
from diplotui.query.matching import Asked
from diplotui.store import Store
from diplotui.store.search import expression
from tests.builders import claim, document, event, filing, note, stance, statement, topic

NAMES = "abcdefghijkl"


@pytest.fixture
def told(store: Store) -> Store:
    text = (
        "Mr Müller said the report was not true. It's a well-known forgery, he said. "
        "The true story is not the one told. Talks resume."
    )
    store.file(
        filing(
            documents=(document(text=text),),
            events=(event(title="Forgery alleged"),),
            claims=(claim(text="A letter was forged."),),
            statements=(
                statement("s1", "the report was not true", text=text),
                statement("s2", "It's a well-known forgery", text=text, speaker="ru"),
            ),
            stances=(stance("s1"), stance("s2")),
        )
    )
    store.file(
        Filing(
            topics=(topic("talks", "Talks"),),
            events=(event("e2", "Talks resume", topic="talks"),),
            claims=(claim("c2", "e2", "Talks resume."),),
            statements=(statement("s3", "The true story is not the one told", text=text),),
            stances=(stance("s3", "c2"),),
            notes=(note(about="claim/c2", text="Überprüfen!", tags=("urgent",)),),
        )
    )
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("forgery", ["e1"]),
        ("FORGERY", ["e1"]),
        ("forg", ["e1"]),
        ("forg ", []),
        ("true", ["e2", "e1"]),
        ("not true", ["e2", "e1"]),
        ('"not true"', ["e1"]),
        ("“not true”", ["e1"]),
        ("it's", ["e1"]),
        ("well-known", ["e1"]),
        ("known-well", []),
        ("uberprufen", ["e2"]),
        ("urgent", ["e2"]),
        ("Russia", ["e1"]),
        ("talks resume", ["e2"]),
        ("nothing of the kind", []),
    ],
)
def test_words_phrases_beginnings_and_accents(told: Store, query: str, found: list[str]) -> None:
    assert [hit.row.id for hit in told.search(query)] == found


@pytest.mark.parametrize(
    "query",
    [
        "", " ", '"', '""', "'", "a-b", "AND", "OR", "NOT", "NEAR", "NEAR(a b)", "title:x", "*", "a*", "^a",
        "(", ")", "{a}", "-", "+", "\0", "tr\0ue", "a\nb", "%", "_", ";", "--", "“", '"a', 'a"b', "ö", "真",
        "🕊️", "\ud83d", "x" * 10_000, '" OR "', "true AND", "col : val",
    ],
)  # fmt: skip
def test_nothing_typed_is_a_syntax_error(told: Store, query: str) -> None:
    for topic_id in (None, "talks", 'x"y'):
        told.search(query, topic=topic_id)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30))
def test_any_text_can_be_searched(told: Store, query: str) -> None:
    told.search(query)


def test_words_of_syntax_are_words(told: Store) -> None:
    assert expression(Asked(parse_query('true OR "xy')), {}) == '"true" AND "OR" AND "xy" *'


def test_highlights_are_spans_of_the_excerpt(told: Store) -> None:
    (hit,) = told.search('"not true"')
    assert [hit.excerpt[start:end] for start, end in hit.highlights] == ["not true"]
    assert "\n" not in hit.excerpt and "\x02" not in hit.excerpt


def test_a_topic_restricts(told: Store) -> None:
    assert [hit.row.id for hit in told.search("true", topic="talks")] == ["e2"]
    assert told.search("true", topic="nowhere") == ()


def test_the_window_is_the_newest(told: Store) -> None:
    assert [hit.row.id for hit in told.search("true", limit=1)] == ["e2"]


def test_changed_and_deleted_notes_leave_the_index(told: Store) -> None:
    told.edit_note(note(about="claim/c2", text="Other words"))
    assert told.search("uberprufen") == () and len(told.search("other words")) == 1
    told.delete_note("n1")
    assert told.search("other words") == ()


def test_hits_come_in_the_order_of_large_keys(store: Store) -> None:
    """Guards against full-text rows lost or misplaced when rowids are huge."""
    chance = random.Random(3)
    days = [f"{chance.randrange(1900, 2900)}-{chance.randrange(1, 13):02}-15" for _ in NAMES]
    from datetime import date

    store.file(filing())
    for name, day in zip(NAMES, days, strict=True):
        store.file(
            Filing(
                events=(event(f"x{name}", f"Zebra {name}"),),
                claims=(claim(f"x{name}", f"x{name}"),),
                statements=(statement(f"x{name}", said=date.fromisoformat(day)),),
                stances=(stance(f"x{name}", f"x{name}"),),
            )
        )
    found = [str(hit.row.public) for hit in store.search("zebra")]
    assert found == sorted(days, reverse=True)
