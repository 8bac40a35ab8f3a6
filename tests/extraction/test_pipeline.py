"""Whole texts read from end to end, and what holds for any text at all."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplotui.extraction.pipeline import extract
from diplotui.extraction.topics import starter_topics
from diplotui.extraction.wire import extraction_json
from diplotui.model import OTHER_TOPIC, Act, Basis, Extraction, Topic
from tests.extraction.cases import case, faults, names

DAY = date(2011, 4, 20)

PIECES = st.sampled_from(
    [
        "Mali's army said ",
        "that ",
        "the report ",
        "was not true",
        "“",
        "”",
        '"',
        "'",
        ". ",
        "\n\n",
        "— ",
        "? ",
        ", ",
        "denied ",
        "Russia ",
        "on Monday",
        "according to the Lagos Courier",
        "MS LEE: ",
        "QUESTION: ",
        "which it has denied",
        "asked about the deal, ",
        "declined to comment",
        "no such offer",
        "as the president said, ",
        "reportedly ",
        "it ",
        "one of the sources told ",
        "\u200b",
        "é",
        "中文",
        "🙂",
        "\r\n",
        "\t",
        "…",
        "(",
        ")",
        "Gen. ",
        "U.S. ",
        "2011-04-20 ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=50).map("".join),
)


def spans(extraction: Extraction) -> list[tuple[int, int]]:
    lists: tuple[tuple[Any, ...], ...] = (
        extraction.statements,
        extraction.quotes,
        extraction.dates,
        extraction.excluded,
    )
    return [(one.start, one.end) for row in lists for one in row]


@pytest.mark.parametrize("name", names())
def test_a_whole_text_is_read_as_a_careful_reader_does(name: str) -> None:
    chosen = case(name)
    extraction = extract(chosen.text, published=chosen.published)
    assert faults(chosen, extraction) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([DAY, None]))
def test_any_text_is_read_without_failing_and_every_index_holds(text: str, published: date | None) -> None:
    extraction = extract(text, published=published)
    assert all(0 <= start < end <= len(text) for start, end in spans(extraction))
    count = len(extraction.statements)
    for index, statement in enumerate(extraction.statements):
        assert statement.stances
        assert all(s.statement is None or 0 <= s.statement < count for s in statement.stances)
        assert statement.entails is None or (0 <= statement.entails < count and statement.entails != index)
        assert statement.rule
        assert len(statement.content) <= 200
    assert all(quote.statement is None or 0 <= quote.statement < count for quote in extraction.quotes)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert extract(text, published=DAY) == extract(text, published=DAY)


def test_without_a_day_of_publication_nothing_is_bounded_by_it() -> None:
    extraction = extract("Chad's army said on Monday that the town had fallen.", published=None)
    (statement,) = extraction.statements
    assert (statement.said.earliest, statement.said.latest) == (None, None)


def test_an_empty_text_gives_nothing() -> None:
    assert extract("", published=DAY).statements == ()


def test_topics_may_be_ones_own() -> None:
    text = "Ethiopia said that the reservoir was full."
    mine = (Topic("dam", "The dam", ("reservoir",)),)
    assert [s.topic for s in extract(text, published=DAY, topics=mine).statements] == ["dam"]
    assert [s.topic for s in extract(text, published=DAY, topics=()).statements] == [OTHER_TOPIC]
    assert "dam" not in {topic.id for topic in starter_topics()}


def test_a_question_a_condition_and_a_headline_state_nothing() -> None:
    text = (
        "Will Chile sign?\n\nDid Peru close the port? If the Senate voted on Friday, Chile would sign "
        "the treaty."
    )
    assert [s for s in extract(text, published=DAY).statements if s.act.value in ("vote", "agreement")] == []


def test_json_keeps_to_the_contract() -> None:
    text = (
        "The Lagos Courier reported on Monday, citing two officials, that Togo had closed its "
        "border with Benin."
        " Togo's government denied the report. “No border post was closed,” its spokesman, Koffi "
        "Mensah, told reporters."
    )
    wire = extraction_json(extract(text, published=DAY), text)
    assert list(wire) == ["statements", "quotes", "dates", "excluded"]
    promised = {
        "start",
        "end",
        "act",
        "certainty",
        "speaker",
        "office",
        "parties",
        "chain",
        "basis",
        "heads",
        "topic",
        "said",
        "stances",
        "rule",
    }
    for statement in wire["statements"]:
        assert promised <= set(statement)
        assert set(statement["said"]) == {"edtf", "earliest", "latest"}
        assert all(
            {"statement", "stance", "scope", "coverage", "score"} <= set(s) for s in statement["stances"]
        )
    assert all(set(quote) == {"start", "end", "speaker", "relays", "statement"} for quote in wire["quotes"])
    assert all(
        set(one) == {"start", "end", "value", "edtf", "earliest", "latest", "rule"} for one in wire["dates"]
    )


def test_a_report_with_unnamed_sources_is_one_origin() -> None:
    text = (
        "On Monday the Lagos Courier reported that Togo had offered to lease a port to Ghana, "
        "citing two officials.\n\n"
        "One of the officials told the newspaper that the lease would run for 20 years."
    )
    first, second = extract(text, published=DAY).statements[:2]
    assert first.chain[0].name == second.chain[0].name
    assert (first.heads, second.heads) == (2, 1)
    assert (first.basis, second.basis) == (Basis.ANONYMOUS, Basis.ANONYMOUS)
    assert second.said == first.said


def test_a_refusal_that_does_not_say_what_was_asked_is_of_the_whole_report() -> None:
    text = (
        "Kenya had offered Somalia a truce over the border, Reuters reported on Monday, citing two diplomats."
        "\n\nAccording to the agency, Kenya had sent an envoy to see his counterpart in Doha.\n\n"
        "Kenya's foreign ministry declined to comment to Reuters."
    )
    read = extract(text, published=date(2014, 10, 8))
    (refusal,) = [one for one in read.statements if one.act is Act.NO_COMMENT]
    assert [stance.statement for stance in refusal.stances] == [0]


def test_another_topic_of_one_outlet_is_another_report() -> None:
    text = (
        "Norway will supply more drones, according to Reuters.\n\n"
        "Reuters reported on Monday, citing two diplomats, that Kenya had offered Somalia a ceasefire."
        " Kenya's foreign ministry said on Tuesday that the report was “not true”."
    )
    read = extract(text, published=date(2014, 10, 8))
    drones, truce, denial = read.statements
    assert [link.name for link in drones.chain] == ["Reuters"]
    assert [link.name for link in truce.chain] == ["two diplomats", "Reuters"]
    assert [stance.statement for stance in denial.stances] == [1]


@pytest.mark.parametrize(
    ("text", "act", "speaker"),
    [
        ("Oman said on Monday that Kenya was to have no part in the talks.", Act.CLAIM, "Oman"),
        ("Oman said on Monday that it had no part in the raid.", Act.DENIAL, "Oman"),
        (
            "The Cairo Post reported that Oman had been sending clear signals that it wanted a truce.",
            Act.CLAIM,
            "The Cairo Post",
        ),
    ],
)
def test_look_alikes_of_a_denial_and_of_a_speaker(text: str, act: Act, speaker: str) -> None:
    (statement,) = extract(text, published=date(2014, 10, 8)).statements
    assert statement.act is act
    assert statement.source is not None
    assert statement.source.name.removeprefix("The ") == speaker.removeprefix("The ")
