"""What changed since the last visit, what is watched, and what is still to be asked."""

from pathlib import Path

import pytest

from diplotui.errors import NotFound
from diplotui.model import Basis, ClaimStatus, Decision, EventKind, Filing, QuestionKind, Stance
from diplotui.store import Store, open_store
from tests.builders import DAY, TEXT, actor, claim, document, event, filing, stance, statement

NEXT = DAY.replace(day=4)
LAST = DAY.replace(day=5)


def answer(number: int, party: str, stance_: Stance, on: object = NEXT, **more: object) -> Filing:
    """One more report in which a party says something on c1."""
    text = f"{TEXT} Report {number}."
    return Filing(
        documents=(document(f"d{number}", text, published=on),),  # type: ignore[arg-type]
        statements=(
            statement(
                f"s{number}", f"Report {number}", document=f"d{number}", text=text, party=party,
                speaker=party.lower(), chain=(party.lower(),), said=on, **more,  # type: ignore[arg-type]
            ),
        ),
        stances=(stance(f"s{number}", "c1", stance_),),
    )  # fmt: skip


@pytest.fixture
def told(store: Store) -> Store:
    """Reported by an outlet about the US and RU; nobody has answered."""
    store.file(
        filing(
            statements=(statement("s1", chain=("us",), basis=Basis.ANONYMOUS),),
            stances=(stance("s1", "c1"),),
        )
    )
    return store


def test_was_and_is_with_the_sentence_that_did_it(told: Store) -> None:
    cursor = told.moves_cursor()
    told.file(answer(2, "RU", Stance.DECLINES))
    told.file(answer(3, "RU", Stance.DENIES, LAST))
    told.file(answer(4, "US", Stance.DENIES, LAST))
    moves, cursor = told.status_moves(cursor)
    assert [(one.was.value, one.now.value, one.party, one.statement, one.exact) for one in moves] == [
        ("unaddressed", "evaded", "RU", "s2", "Report 2"),
        ("evaded", "denied-by-some", "RU", "s3", "Report 3"),
        ("denied-by-some", "denied", "US", "s4", "Report 4"),
    ]
    assert told.status_moves(cursor) == ((), cursor)


def test_a_new_claim_has_not_moved(store: Store) -> None:
    cursor = store.moves_cursor()
    store.file(filing())
    assert store.status_moves(cursor)[0] == ()


def test_silence_that_sets_in_is_a_move_without_a_sentence(
    told: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-03-05T12:00:00Z")
    told.file(answer(2, "RU", Stance.ASKED))
    cursor = told.moves_cursor()
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-04-05T12:00:00Z")
    (move,) = told.status_moves(cursor)[0]
    assert (move.was, move.now) == (ClaimStatus.ASKED, ClaimStatus.SILENT)


def test_catching_up_gives_the_net_of_it(told: Store, path: Path) -> None:
    told.mark_visit()
    with open_store(path) as other:
        other.file(answer(2, "RU", Stance.DENIES))
        other.file(answer(3, "RU", Stance.CONFIRMS, LAST))
        other.file(Filing(events=(event("e2", "Something new"), event("e3", "The same", same_as="e2"))))
        other.decide("statement/s1", Decision.ACCEPTED)
    found = told.catch_up(told.last_visit())
    (move,) = found.moves
    assert (move.was, move.now, move.statement) == (ClaimStatus.UNADDRESSED, ClaimStatus.AFFIRMED, "s3")
    assert [(one.statement, one.claim, one.party, one.exact) for one in found.denials] == [
        ("s2", "c1", "RU", "Report 2")
    ]
    assert [(one.party, one.statement) for one in found.reversals] == [("RU", "s3")]
    assert [row.id for row in found.events] == ["e2"]
    assert (found.documents, found.updated, found.more_events) == (2, 1, 0)
    told.mark_visit(found.cursor)
    nothing = told.catch_up(told.last_visit())
    assert (nothing.moves, nothing.denials, nothing.events, nothing.documents) == ((), (), (), 0)


def test_to_and_fro_is_no_move(told: Store) -> None:
    cursor = told.cursor()
    told.file(answer(2, "RU", Stance.DENIES))
    told.decide("statement/s2", Decision.THROWN_OUT)
    assert told.catch_up(cursor).moves == () and told.catch_up(cursor).denials == ()


def test_fifty_retellings_are_one_event(told: Store) -> None:
    cursor = told.mark_visit()
    for number in range(10, 60):
        told.file(answer(number, "US", Stance.ASSERTS, DAY))
    told.file(Filing(events=(event("e9"),), claims=(claim("c9", "e9"),)))
    found = told.catch_up(cursor)
    assert (found.documents, len(found.events), found.updated) == (50, 1, 1)


def test_the_last_visit_survives_a_restart(told: Store, path: Path) -> None:
    assert told.last_visit() is None
    kept = told.mark_visit()
    with open_store(path) as again:
        assert again.last_visit() == kept
    with pytest.raises(NotFound):
        told.mark_visit("yesterday")
    with pytest.raises(NotFound):
        told.catch_up("")


class TestWatching:
    def test_what_is_watched_is_named_with_the_move(self, told: Store) -> None:
        told.file(Filing(actors=(actor("fr", iso="FR"),)))
        for reference in ("claim/c1", "party/ru", "actor/us", "party/FR"):
            told.watch(reference)
        told.watch("claim/c1")
        watched = {one.reference: one.name for one in told.watches()}
        assert set(watched) == {"claim/c1", "party/RU", "actor/us", "party/FR"}
        assert watched["claim/c1"] == "A truce was offered."
        cursor = told.moves_cursor()
        told.file(answer(2, "US", Stance.DENIES))
        (move,) = told.status_moves(cursor)[0]
        assert move.watched == ("claim/c1", "party/RU", "actor/us")

    def test_a_watched_claim_that_was_merged_is_still_watched(self, told: Store) -> None:
        told.file(Filing(claims=(claim("c2", "e1", "The same."),)))
        told.watch("claim/c2")
        told.merge("claim", "c1", "c2")
        cursor = told.moves_cursor()
        told.file(answer(2, "US", Stance.DENIES))
        assert told.status_moves(cursor)[0][0].watched == ("claim/c1",)

    def test_no_longer_and_never(self, told: Store) -> None:
        told.watch("party/RU")
        told.unwatch("party/RU")
        told.unwatch("party/RU")
        assert told.watches() == ()
        for reference in ("claim/c9", "event/e1", "party/", "x"):
            with pytest.raises(NotFound):
                told.watch(reference)


class TestQuestions:
    def test_each_with_its_passage(self, told: Store) -> None:
        told.file(answer(2, "RU", Stance.DENIES))
        told.correct_stance("s2", "c1", scope="in writing")
        told.file(Filing(events=(event("e2", "A vote is due", kind=EventKind.PLANNED),)))
        found = told.questions()
        assert [(one.kind, one.party, one.exact) for one in found] == [
            (QuestionKind.NEVER_ANSWERED, "US", "a truce was offered"),
            (QuestionKind.NARROW_SCOPE, "RU", "Report 2"),
        ]
        assert told.questions(party="RU") == found[1:]
        assert told.questions(topic="other") == () and told.questions(event="e1") == found

    def test_what_is_overdue_asks_with_its_first_sentence(self, told: Store) -> None:
        told.correct_event("e1", kind=EventKind.PLANNED)
        (question,) = told.questions()
        assert (question.kind, question.statement) == (QuestionKind.OVERDUE, "s1")
        assert told.questions(today=DAY) == ()
