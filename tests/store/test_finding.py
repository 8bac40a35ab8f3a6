"""Finding: conditions, parts, speakers, notes on their own, days, both clocks, and searches given up."""

from datetime import date
from unittest.mock import patch

import pytest

from diplotui.errors import SearchCancelled
from diplotui.model import (
    Actor,
    ActorKind,
    Basis,
    Filing,
    Found,
    NoteKind,
    Stance,
    TimelineFilter,
)
from diplotui.query import parse_query
from diplotui.store import Store
from tests.builders import claim, document, event, filing, note, stance, statement, topic
from tests.store.test_looking_back import moment

TEXT = (
    "Kari Holm said a pause had been offered. Lars Dahl denied that any pause was offered. "
    "The treaty was cancelled, sources said. We will not comment on the treaty, Dahl said."
)


@pytest.fixture
def told(store: Store) -> Store:
    store.file(
        filing(
            topics=(topic("ferries", "Ferries and ports"), topic("talks", "Talks")),
            actors=(
                Actor("post", ActorKind.OUTLET, "Evening Post"),
                Actor("no", ActorKind.STATE, "Norway", iso="NO"),
                Actor("dk", ActorKind.STATE, "Denmark", iso="DK"),
                Actor("holm", ActorKind.PERSON, "Kari Holm", of="no", office="foreign minister"),
                Actor("dahl", ActorKind.PERSON, "Lårs Dahl", of="dk", office="spokesman"),
            ),
            documents=(document(text=TEXT, publisher="post"),),
            events=(
                event("e1", "Pause offered", topic="ferries"),
                event("e2", "Treaty cancelled", topic="talks"),
            ),
            claims=(
                claim("c1", "e1", "A pause was offered.", subjects=("NO",)),
                claim("c2", "e2", "The treaty was cancelled.", subjects=("DK",)),
            ),
            statements=(
                statement("s1", "a pause had been offered", text=TEXT, speaker="holm", party="NO"),
                statement(
                    "s2", "denied that any pause was offered", text=TEXT, speaker="dahl", party="DK",
                    said=date(2025, 3, 10),
                ),
                statement(
                    "s3", "The treaty was cancelled, sources said", text=TEXT, speaker=None, party=None,
                    basis=Basis.ANONYMOUS, said=date(2025, 3, 12),
                ),
                statement(
                    "s4", "We will not comment on the treaty", text=TEXT, speaker="dahl", party="DK",
                    said=date(2025, 3, 14),
                ),
            ),
            stances=(
                stance("s1", "c1", Stance.ASSERTS),
                stance("s2", "c1", Stance.DENIES),
                stance("s3", "c2", Stance.ASSERTS),
                stance("s4", "c2", Stance.DECLINES),
            ),
        )
    )  # fmt: skip
    store.add_note(note("n1", about="claim/c2", text="Who gains by this?", kind=NoteKind.QUESTION))
    store.add_note(note("n2", about=None, text="Call the harbour office", tags=("ferry",)))
    return store


def find(store: Store, text: str, **where: object) -> Found:
    return store.find(parse_query(text + " "), **where)  # type: ignore[arg-type]


def events(found: Found) -> list[str]:
    return [hit.row.id for hit in found.hits]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("speaker:holm", ["e1"]),
        ("speaker:lars", ["e2", "e1"]),
        ("speaker:dahl denies:pause", ["e1"]),
        ("speaker:holm denies:pause", []),
        ("denies:DK", ["e1"]),
        ("evades:DK", ["e2"]),
        ("affirms:treaty", ["e2"]),
        ("party:denmark", ["e2", "e1"]),
        ("about:DK", ["e2"]),
        ("-about:DK", ["e1"]),
        ("party:DK denies:pause", ["e1"]),
        ("party:NO denies:pause", []),
        ("-party:NO denies:pause", ["e1"]),
        ("basis:anonymous", ["e2"]),
        ("publisher:evening", ["e2", "e1"]),
        ("status:contested", []),
        ("status:affirmed", ["e1"]),
        ("topic:ferries", ["e1"]),
        ("topic:ports", ["e1"]),
        ("-topic:ferries", ["e2"]),
        ("since:2025-03-11", ["e2"]),
        ("until:2025-03-11", ["e1"]),
        ("on:2025-03-12", ["e2"]),
        ("-on:2025-03-12", ["e1"]),
        ("kind:question", ["e2"]),
        ("kind:note gains", ["e2"]),
        ("kind:note pause", []),
        ("-treaty", ["e1"]),
        ("offered -treaty", ["e1"]),
        ("-speaker:dahl pause", ["e1"]),
    ],
)
def test_conditions(told: Store, text: str, wanted: list[str]) -> None:
    assert events(find(told, text)) == wanted


def test_parts_name_what_was_found_and_who_said_it(told: Store) -> None:
    (hit,) = find(told, "denies:pause").hits
    (part,) = hit.parts
    assert (part.kind, part.id, part.who) == ("statement", "s2", "Lårs Dahl")
    (hit,) = find(told, "pause").hits
    assert {(part.kind, part.id) for part in hit.parts} == {
        ("statement", "s1"),
        ("statement", "s2"),
        ("claim", "c1"),
    }
    assert all(part.excerpt[a:b].lower() == "pause" for part in hit.parts for a, b in part.highlights)


def test_speakers_and_notes_on_their_own(told: Store) -> None:
    found = find(told, "dahl")
    assert [(one.name, one.statements) for one in found.speakers] == [("Lårs Dahl", 2)]
    found = find(told, "harbour")
    assert [one.id for one in found.notes] == ["n2"] and not found.hits
    assert [one.id for one in find(told, "kind:note ferry").notes] == ["n2"]
    assert not find(told, "topic:talks harbour").notes


def test_what_the_ledger_does_not_have_is_said(told: Store) -> None:
    found = find(told, "topic:trade pause")
    assert not found.hits and "there is no topic trade" in found.hints[0]
    assert "no party of this ledger is called atlantis" in find(told, "party:atlantis").hints[0]


def test_the_public_clock(told: Store) -> None:
    assert events(find(told, "denies:pause", as_of=date(2025, 3, 9))) == []
    assert events(find(told, "denies:pause", as_of=date(2025, 3, 10))) == ["e1"]
    assert events(find(told, "evades:treaty", as_of=date(2025, 3, 13))) == []
    assert events(find(told, "treaty", as_of=date(2025, 3, 11))) == []


def test_the_ledgers_own_clock(told: Store) -> None:
    before = moment()
    told.file(
        Filing(
            statements=(statement("s5", "The treaty", text=TEXT, speaker="holm", party="NO"),),
            stances=(stance("s5", "c2", Stance.DENIES),),
        )
    )
    assert events(find(told, "denies:treaty")) == ["e2"]
    assert events(find(told, "denies:treaty", as_recorded=before)) == []


def test_a_timeline_shows_only_what_a_query_finds(told: Store) -> None:
    chosen = TimelineFilter(query=parse_query("speaker:dahl denies:pause"))
    page = told.timeline(chosen)
    assert [row.id for row in page.rows] == ["e1"] and not page.has_older and not page.has_newer
    assert told.timeline_place(chosen, page.rows[0].key).total == 1
    assert [row.id for row in told.timeline_oldest(chosen).rows] == ["e1"]
    both = TimelineFilter(query=parse_query("publisher:post"))
    assert [row.id for row in told.timeline(both).rows] == ["e2", "e1"]
    newest, oldest = told.timeline(both).rows
    assert [row.id for row in told.timeline(both, before=newest.key).rows] == ["e1"]
    assert [row.id for row in told.timeline(both, after=oldest.key).rows] == ["e2"]
    told.edit_note(note("n1", about="claim/c1", text="Who gains by this?", kind=NoteKind.QUESTION))
    asked = TimelineFilter(query=parse_query("kind:question"))
    assert [row.id for row in told.timeline(asked).rows] == ["e1"]
    assert told.timeline(TimelineFilter(query=parse_query("zebra"))).rows == ()


def test_a_search_that_is_given_up_ends(told: Store) -> None:
    with pytest.raises(SearchCancelled):
        told.find(parse_query("pause"), cancelled=lambda: True)
    assert events(find(told, "pause")) == ["e1"]


def test_a_hurried_search_says_that_it_did_not_look_into_all(told: Store) -> None:
    with patch("diplotui.store.finding.AT_ONCE", 1):
        assert not find(told, "affirms:treaty", most=1).complete
        assert find(told, "denies:pause").complete
