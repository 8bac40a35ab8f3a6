"""The reference round-up against its hand-made ledger: what a careful analyst got out of it, we get too."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from diplotui.extraction.pipeline import extract
from diplotui.model import Act, ExtractedStatement, Extraction, Stance
from tests.reference import gold, needs_reference, seed_text

pytestmark = needs_reference

PUBLISHED = date(2024, 2, 16)
LEAST_STATEMENTS = 36
"""Of the 37, with the right speaker and party."""


@cache
def ledger() -> dict[str, Any]:
    return gold()


@cache
def extraction() -> Extraction:
    return extract(seed_text(), published=PUBLISHED)


def overlapping(start: int, end: int) -> list[tuple[int, ExtractedStatement]]:
    """The statements that share most of the smaller span, best first."""
    found = []
    for index, statement in enumerate(extraction().statements):
        shared = min(end, statement.end) - max(start, statement.start)
        if shared >= 0.6 * min(end - start, statement.end - statement.start):
            whole = max(end, statement.end) - min(start, statement.start)
            found.append((shared / whole, index, statement))
    return [(index, statement) for _, index, statement in sorted(found, key=lambda row: -row[0])]


def forms(actor_id: str) -> set[str]:
    """Every name of an actor of the ledger, without articles, lowered."""
    actor = next(actor for actor in ledger()["actors"] if actor["id"] == actor_id)
    return {plain(name) for name in (actor["name"], *actor["aliases"])}


def plain(name: str) -> str:
    return name.lower().removeprefix("the ").removeprefix("an ")


def speaks(statement: ExtractedStatement, actor_id: str) -> bool:
    """Whether the speaker is this actor of the ledger; the publisher is nobody in a text alone."""
    if actor_id == ledger()["document"]["publisher"]:
        return statement.source is None
    if statement.source is None:
        return False
    mine = plain(statement.source.name)
    if any(mine in form or form in mine for form in forms(actor_id)):
        return True
    actor = next(actor for actor in ledger()["actors"] if actor["id"] == actor_id)
    words = {word for word in actor["name"].lower().split() if len(word) > 3}
    return actor["kind"] == "anonymous" and bool(words & set(mine.split()))


def matched(row: dict[str, Any]) -> tuple[int, ExtractedStatement] | None:
    """The statement that is the ledger's, by passage, speaker and party."""
    for index, statement in overlapping(row["start"], row["end"]):
        party = row["party"]
        if speaks(statement, row["speaker"]) and (
            party in statement.parties if party else not statement.parties
        ):
            return index, statement
    return None


def statement_of(statement_id: str) -> tuple[int, ExtractedStatement]:
    row = next(row for row in ledger()["statements"] if row["id"] == statement_id)
    hit = overlapping(row["start"], row["end"])
    assert hit
    return hit[0]


def test_statements_with_speaker_and_party() -> None:
    missing = [row["id"] for row in ledger()["statements"] if matched(row) is None]
    assert len(ledger()["statements"]) - len(missing) >= LEAST_STATEMENTS, missing


def test_basis_and_days_of_speaking_of_what_is_matched() -> None:
    wrong = []
    for row in ledger()["statements"]:
        hit = matched(row)
        if hit is None:
            continue
        said = [day and day.isoformat() for day in (hit[1].said.earliest, hit[1].said.latest)]
        if (hit[1].basis.value, said) != (row["basis"], [row["said"]["earliest"], row["said"]["latest"]]):
            wrong.append(row["id"])
    assert wrong == []


def test_topics() -> None:
    topic_of = {event["id"]: event["topic"] for event in ledger()["events"]}
    event_of = {claim["id"]: claim["event"] for claim in ledger()["claims"]}
    wrong = [
        row["id"]
        for row in ledger()["statements"]
        if (hit := matched(row)) is not None
        and hit[1].topic != topic_of[event_of[row["targets"][0]["claim"]]]
    ]
    assert wrong == []


def test_quotations_with_whose_words_they_are() -> None:
    quotes = {(quote.start, quote.end): quote for quote in extraction().quotes}
    assert set(quotes) == {(row["start"], row["end"]) for row in ledger()["quotes"]}
    for row in ledger()["quotes"]:
        source = quotes[row["start"], row["end"]].words_of
        assert source is not None
        mine = plain(source.name)
        kind = next(actor["kind"] for actor in ledger()["actors"] if actor["id"] == row["words_of"])
        if kind == "anonymous":
            assert source.kind.value == "anonymous"
        else:
            assert any(mine in form or form in mine for form in forms(row["words_of"])), row["id"]


def test_dates_with_their_bounds() -> None:
    found = {
        (one.start, one.end): [day and day.isoformat() for day in (one.date.earliest, one.date.latest)]
        for one in extraction().dates
    }
    for row in ledger()["dates"]:
        if row.get("optional"):
            continue
        accepted = [[row["earliest"], row["latest"]], *row.get("also_accept", [])]
        over = [bounds for (start, end), bounds in found.items() if start < row["end"] and end > row["start"]]
        joined = [min(b[0] or "" for b in over), max(b[1] or "9" for b in over)] if len(over) > 1 else None
        assert any(bounds in accepted for bounds in over) or joined in accepted, row["id"]


@pytest.mark.parametrize("denial", ["s10", "s12", "s13"])
def test_denials_of_the_report_reach_the_statement_that_opens_it(denial: str) -> None:
    opening, _ = statement_of("s02")
    _, statement = statement_of(denial)
    assert statement.act is Act.DENIAL
    assert [(s.statement, s.stance) for s in statement.stances] == [(opening, Stance.DENIES)]


def test_nothing_else_is_denied() -> None:
    denials = [
        index for index, statement in enumerate(extraction().statements) if statement.act is Act.DENIAL
    ]
    assert denials == sorted(statement_of(name)[0] for name in ("s10", "s12", "s13"))


def test_the_conversation_of_two_officials_is_not_denied() -> None:
    conversation, _ = statement_of("s06")
    stances = [
        s for statement in extraction().statements for s in statement.stances if s.statement == conversation
    ]
    assert {s.stance for s in stances} == {Stance.ASSERTS}


def test_a_standing_position_answers_nothing() -> None:
    index, statement = statement_of("s07")
    assert {s.statement for s in statement.stances} == {index}


def test_in_silence_declines_and_neither_denies_nor_confirms() -> None:
    _, statement = statement_of("s27")
    assert [s.stance for s in statement.stances] == [Stance.DECLINES]


def test_unnamed_russian_sources_speak_for_nobody() -> None:
    for statement in extraction().statements:
        if statement.source is not None and "sources" in statement.source.name:
            assert statement.parties == ()


def test_turning_the_offer_down_presupposes_it() -> None:
    opening, _ = statement_of("s02")
    assert statement_of("s03")[1].entails == opening


def test_the_lede_is_the_report_told_again() -> None:
    _, lede = statement_of("s01")
    refusal, _ = statement_of("s03")
    assert [(s.statement, s.stance) for s in lede.stances] == [(refusal, Stance.ASSERTS)]


def test_nothing_is_read_out_of_what_is_left_out_or_out_of_headings() -> None:
    closed = [(row["start"], row["end"]) for row in ledger()["excluded"]]
    closed += [(row["start"], row["end"]) for row in ledger()["structure"] if row["role"] != "context"]
    spans = [
        (one.start, one.end) for one in (*extraction().statements, *extraction().quotes, *extraction().dates)
    ]
    inside = [(s, e) for s, e in spans if any(start < e and s < end for start, end in closed)]
    assert inside == []
