"""Every pane from one place in time: counts, catch-up, search, questions, documents and notes obey it."""

import time
from datetime import date, datetime

import pytest

from diplotui.clock import instant_text
from diplotui.errors import NotFound
from diplotui.model import (
    Basis,
    ClaimFilter,
    ClaimStatus,
    EventKind,
    Filing,
    Lookback,
    QuestionKind,
    Stance,
    TimelineFilter,
)
from diplotui.store import Store
from tests.builders import DAY, TEXT, claim, document, event, filing, note, passage, stance, statement

FOUR = DAY.replace(day=4)
SIX = DAY.replace(day=6)


def moment() -> str:
    """An instant between what was written before and what is written after."""
    time.sleep(0.003)
    here = instant_text(datetime.now().astimezone())
    time.sleep(0.003)
    return here


def report(number: int, day: date, stance_: Stance, words: str, party: str = "RU") -> Filing:
    """Another document, in which a party answers to c1."""
    text = f"{TEXT} {words}"
    return Filing(
        documents=(document(f"d{number}", text, published=day),),
        statements=(
            statement(
                f"s{number}", words, document=f"d{number}", text=text, party=party,
                speaker=party.lower(), chain=(party.lower(),), said=day,
            ),
        ),
        stances=(stance(f"s{number}", "c1", stance_),),
    )  # fmt: skip


@pytest.fixture
def told(store: Store) -> Store:
    """A report on the third, a denial on the fourth, another event on the sixth."""
    store.file(
        filing(
            statements=(statement("s1", speaker="us", party="US", chain=("us",)),),
            stances=(stance("s1", "c1"),),
        )
    )
    store.file(report(2, FOUR, Stance.DENIES, "The spokesman called it nonsense."))
    store.file(
        Filing(
            documents=(document("d9", "A convoy was stopped.", published=SIX),),
            events=(event("e9", "A convoy is stopped", on=SIX),),
            claims=(claim("c9", "e9", "A convoy was stopped."),),
            statements=(
                statement(
                    "s9", "A convoy was stopped", document="d9", text="A convoy was stopped.", said=SIX
                ),
            ),
            stances=(stance("s9", "c9"),),
        )
    )
    return store


def counts(store: Store, back: Lookback) -> tuple[int, int]:
    (one,) = [one for one in store.at(back).topics() if one.id == "ceasefire"]
    return one.events, one.contested


def test_topics_count_what_was_public(told: Store) -> None:
    assert counts(told, Lookback()) == (2, 1)
    assert counts(told, Lookback(as_of=SIX)) == (2, 1)
    assert counts(told, Lookback(as_of=FOUR)) == (1, 1)
    assert counts(told, Lookback(as_of=DAY)) == (1, 0)
    assert counts(told, Lookback(as_of=DAY.replace(day=2))) == (0, 0)


def test_topic_counts_are_those_of_the_timeline_on_every_day(told: Store) -> None:
    for day in range(1, 9):
        back = Lookback(as_of=DAY.replace(day=day))
        rows = told.at(back).timeline(TimelineFilter(topic="ceasefire")).rows
        contested = [row for row in rows if row.status.value.startswith("d")]
        assert counts(told, back) == (len(rows), len(contested))


def test_topics_of_an_instant_and_a_day_at_once(told: Store) -> None:
    at = moment()
    told.correct_event("e9", topic="other")
    told.correct_stance("s2", "c1", stance=Stance.DECLINES)
    assert counts(told, Lookback()) == (1, 0)
    assert counts(told, Lookback(as_recorded=at)) == (2, 1)
    assert counts(told, Lookback(as_of=FOUR, as_recorded=at)) == (1, 1)


def test_search_finds_what_was_public(told: Store) -> None:
    def found(words: str, day: date | None) -> list[str]:
        return [hit.row.id for hit in told.at(Lookback(as_of=day)).search(words)]

    assert found("nonsense", None) == ["e1"] == found("nonsense", FOUR)
    assert found("nonsense", DAY) == []
    assert found("truce", DAY) == ["e1"]
    assert found("convoy", DAY.replace(day=5)) == []
    assert found("convoy", SIX) == ["e9"]


def test_a_hit_of_an_earlier_day_is_shown_as_it_stood(told: Store) -> None:
    (hit,) = told.at(Lookback(as_of=DAY)).search("truce")
    assert hit.row.status is ClaimStatus.AFFIRMED and hit.row.statements == 1
    assert hit.excerpt[slice(*hit.highlights[0])] == "truce"


def test_search_of_what_the_ledger_had(told: Store) -> None:
    at = moment()
    told.correct_claim("c9", text="A lorry was held.")
    told.correct_event("e9", title="A lorry is held")
    told.file(report(3, SIX, Stance.DENIES, "It was all invented."))
    now, then = told.at(Lookback()), told.at(Lookback(as_recorded=at))
    assert [hit.row.id for hit in now.search("lorry")] == ["e9"]
    assert then.search("lorry") == () == then.search("invented")
    assert [hit.row.id for hit in then.search("convoy")] == ["e9"]
    assert [hit.row.title for hit in then.search("truce convoy")] == []
    assert [hit.row.id for hit in then.search("nonsense")] == ["e1"]
    assert [hit.row.id for hit in told.at(Lookback(FOUR, at)).search("stopped")] == []
    told.correct_claim("c1", text="A pact was offered.")
    assert [hit.row.id for hit in then.search("nonsense", topic="ceasefire")] == ["e1"]


def test_many_hits_of_earlier_days_are_all_looked_at(store: Store) -> None:
    words = [f"Report {number} says so." for number in range(60)]
    text = " ".join(words)
    store.file(filing(documents=(document(), document("dx", text)), statements=(), stances=()))
    for number, exact in enumerate(words):
        day = DAY if number % 3 == 0 else SIX
        store.file(
            Filing(
                events=(event(f"x{number}", "A report"),),
                claims=(claim(f"y{number}", f"x{number}", "Something."),),
                statements=(
                    statement(f"z{number}", "Report", document="dx", text=text, said=DAY),
                    statement(f"w{number}", exact, document="dx", text=text, said=day),
                ),
                stances=(stance(f"z{number}", f"y{number}"), stance(f"w{number}", f"y{number}")),
            )
        )
    assert len(store.search('"says so"', limit=100)) == 60
    assert len(store.search('"says so"', limit=100, as_of=DAY)) == 20
    assert len(store.search('"says so"', limit=7, as_of=DAY)) == 7


def test_catching_up_to_an_earlier_instant(told: Store) -> None:
    cursor = told.mark_visit()
    told.file(report(3, SIX, Stance.DECLINES, "No comment.", party="US"))
    told.correct_stance("s2", "c1", stance=Stance.CONFIRMS)
    at = moment()
    told.correct_stance("s2", "c1", stance=Stance.DENIES)
    told.file(Filing(events=(event("e5", "Later still"),)))
    then, now = told.at(Lookback(as_recorded=at)).catch_up(cursor), told.at(Lookback()).catch_up(cursor)
    assert [(one.claim.id, one.now) for one in then.moves] == [("c1", ClaimStatus.AFFIRMED)]
    assert now.moves == ()
    assert then.documents == now.documents == 1
    assert [row.id for row in now.events] == ["e5"] and then.events == ()


def test_catching_up_with_what_was_public_by_a_day(told: Store) -> None:
    cursor = told.mark_visit()
    told.file(report(3, FOUR, Stance.CONFIRMS, "It is true."))
    told.file(report(4, SIX, Stance.DENIES, "Not a word of it is so."))
    told.file(Filing(events=(event("e5", "Later still", on=SIX),)))
    back = told.at(Lookback(as_of=FOUR)).catch_up(cursor)
    assert back.documents == 1 and back.denials == () and back.events == ()
    assert {one.statement for one in told.catch_up(cursor).denials} == {"s4"}


def test_questions_that_were_open_on_a_day(told: Store) -> None:
    told.file(Filing(events=(event("p1", "A visit", kind=EventKind.PLANNED, on=FOUR),)))
    told.file(
        Filing(
            claims=(claim("c3", "e1", "A map was shown."),),
            statements=(statement("s3", "declined to comment", basis=Basis.ANONYMOUS, chain=("us",)),),
            stances=(stance("s3", "c3"),),
        )
    )
    told.file(report(6, SIX, Stance.DENIES, "We saw no map."))
    told.correct_stance("s6", "c1", to_claim="c3")
    told.set_subjects("c3", ("RU",))

    def asked(day: date | None) -> set[str | None]:
        open_ = told.at(Lookback(as_of=day)).questions()
        return {one.claim for one in open_ if one.kind is QuestionKind.NEVER_ANSWERED}

    assert "c3" in asked(FOUR) and "c3" not in asked(SIX) and "c3" not in asked(None)


def test_documents_and_notes(told: Store) -> None:
    told.add_note(note())
    at = moment()
    told.edit_note(note(text="Asked."))
    told.file(report(3, SIX, Stance.DECLINES, "No comment."))
    back = told.at(Lookback(as_recorded=at))
    assert [one.text for one in back.notes()] == ["Ask the embassy."]
    assert [one.document.id for one in back.documents()] == ["d9", "d2", "d1"]
    assert [one.document.id for one in told.at(Lookback(as_of=FOUR)).documents()] == ["d2", "d1"]
    with pytest.raises(NotFound):
        back.document("d3")


def test_one_lookback_rules_every_read(told: Store) -> None:
    back = told.at(Lookback(as_of=DAY))
    assert [row.id for row in back.timeline(TimelineFilter(as_of=SIX)).rows] == ["e1"]
    assert back.claim_page(ClaimFilter()).rows == (back.claim("c1"),) == back.claims()
    assert back.event("e1").row.status is ClaimStatus.AFFIRMED
    assert back.timeline_place(TimelineFilter(), back.event("e1").row.key).total == 1
    with pytest.raises(NotFound):
        back.event("e9")


def test_passages_published_later_are_not_found_earlier(told: Store) -> None:
    text = "Observers spoke of a breakthrough."
    told.file(Filing(documents=(document("d7", text, published=SIX),)))
    told.file(
        Filing(
            events=(event("e7", "Talks", passages=(passage("a breakthrough", document="d7", text=text),)),),
            claims=(claim("c7", "e7", "Talks were held."),),
            statements=(statement("s7", "a truce"),),
            stances=(stance("s7", "c7"),),
        )
    )
    assert [hit.row.id for hit in told.search("breakthrough")] == ["e7"]
    assert told.search("breakthrough", as_of=DAY) == ()
