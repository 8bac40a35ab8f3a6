"""Passages made into statements: who speaks, on what footing, since when, and what the claim is."""

from datetime import date

import pytest

from diplotui.extraction.authorial import LEADS_IN, LeadInRow
from diplotui.extraction.content import claim_text, past_of_gerund, positive
from diplotui.extraction.pipeline import extract
from diplotui.model import Act, Basis, Certainty, ExtractedStatement, Mode
from tests.extraction.cases import statement_at

PUBLISHED = date(2014, 10, 9)
"""A Thursday."""


def read(text: str, words: str) -> ExtractedStatement:
    """The narrowest statement of a text that holds some words."""
    hit = statement_at(extract(text, published=PUBLISHED), text, words)
    assert hit is not None
    return hit[1]


def statements(text: str) -> list[ExtractedStatement]:
    return list(extract(text, published=PUBLISHED).statements)


@pytest.mark.parametrize(
    ("text", "basis", "parties"),
    [
        ("Chile's foreign minister, Ana Rojas, said that the pass would reopen.", Basis.ON_RECORD, ("CL",)),
        ("Oman said that the strait was calm.", Basis.ON_RECORD, ("OM",)),
        ("A U.S. official said that the drone had been recovered.", Basis.ANONYMOUS, ("US",)),
        (
            "A U.S. official said on condition of anonymity that the drone was lost.",
            Basis.BACKGROUND,
            ("US",),
        ),
        ("Two people familiar with the talks said that they had failed.", Basis.ANONYMOUS, ()),
        ("The Times reported that Oman had closed a port.", Basis.UNATTRIBUTED, ()),
        ("Oman reportedly closed a port.", Basis.UNATTRIBUTED, ()),
        ("Oman and Yemen signed a border treaty.", Basis.AUTHOR, ()),
        ("Chile has denied the report.", Basis.CHARACTERISED, ("CL",)),
        ("A spokeswoman for Chile's government said that the pass was shut.", Basis.ON_RECORD, ("CL",)),
    ],
)
def test_on_what_footing_and_for_whom(text: str, basis: Basis, parties: tuple[str, ...]) -> None:
    (statement,) = statements(text)
    assert (statement.basis, statement.parties) == (basis, parties)


def test_two_speakers_share_one_statement() -> None:
    (statement,) = statements("Norway and Iceland said in a joint statement that the quota would fall.")
    assert set(statement.parties) == {"NO", "IS"}


def test_two_speakers_of_one_sentence_have_a_clause_each() -> None:
    text = "Peru's army said that its men had been shot at, but Ecuador's army said that nobody had fired."
    first, second = statements(text)
    assert (first.parties, second.parties) == (("PE",), ("EC",))
    assert first.end <= second.start
    assert text[second.start :].startswith("Ecuador")


def test_an_author_clause_beside_a_saying_is_a_statement_of_its_own() -> None:
    text = "Kenya's president did not name the country, but he said that a deal was close."
    first, second = statements(text)
    assert (first.basis, second.basis) == (Basis.AUTHOR, Basis.ON_RECORD)
    assert text[first.start : first.end] == "Kenya's president did not name the country"


def test_a_broken_quotation_is_one_statement() -> None:
    text = "“The bridge is ours,” said Ivan Petrov, a spokesman for Bulgaria's army. “It was built by us.”"
    (statement,) = statements(text)
    assert (statement.start, statement.end) == (0, len(text))
    assert statement.mode is Mode.QUOTE


def test_a_turn_of_a_transcript_is_one_statement_and_a_question_none() -> None:
    text = (
        "MR COOPER: Good to see you all. The talks in Geneva went on today.\n\n"
        "QUESTION: Was a truce agreed?\n\n"
        "MR COOPER: Nothing was agreed. We will meet again."
    )
    assert [text[s.start : s.end].count(".") for s in statements(text)][-1] == 2
    assert all("Was a truce" not in text[s.start : s.end] for s in statements(text))
    assert statements(text)[-1].act is Act.DENIAL


def test_words_of_a_third_person_inside_a_quotation() -> None:
    text = (
        "“We will stand by the treaty, and as the president said, nobody will be left alone,” Luis Gomez, a"
        " spokesman for Mexico's foreign ministry, said on Tuesday."
    )
    inner = read(text, "nobody will be left alone")
    assert inner.mode is Mode.NESTED_QUOTE
    assert inner.parties == ("MX",)
    assert inner.said.latest == date(2014, 10, 7)


def test_a_denial_behind_what_it_denies() -> None:
    text = "Kabul says that Dushanbe trains the rebels, a charge Dushanbe has always denied."
    extraction = extract(text, published=PUBLISHED)
    claim, denial = extraction.statements
    assert (claim.act, denial.act) == (Act.CLAIM, Act.DENIAL)
    assert [(s.statement, s.stance.value) for s in denial.stances] == [(0, "denies")]
    assert denial.parties == ("TJ",)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Oman said on Monday that the port was open.", date(2014, 10, 6), date(2014, 10, 6)),
        ("Oman said that the port was open.", None, PUBLISHED),
        ("Oman said that the port had been shut on Monday.", date(2014, 10, 6), PUBLISHED),
        ("The port was open, Oman's navy said on Monday.", date(2014, 10, 6), date(2014, 10, 6)),
        ("Oman denied the report on Tuesday.", date(2014, 10, 7), date(2014, 10, 7)),
        ("Oman and Yemen signed a border treaty.", PUBLISHED, PUBLISHED),
    ],
)
def test_when_it_was_said(text: str, earliest: date | None, latest: date) -> None:
    (statement,) = statements(text)
    assert (statement.said.earliest, statement.said.latest) == (earliest, latest)


def test_what_happens_is_dated_apart_from_the_saying() -> None:
    (statement,) = statements("Oman said on Monday that two ships had collided on 3 October.")
    assert statement.said.latest == date(2014, 10, 6)
    assert statement.happens.earliest == date(2014, 10, 3)


def test_the_same_speaker_goes_on_on_the_same_day() -> None:
    text = (
        "Ana Rojas, Chile's foreign minister, said on Monday that the pass was shut.\n\n“Snow fell,” "
        "Rojas said."
    )
    first, second = statements(text)
    assert second.said == first.said


def test_what_lies_ahead_is_planned() -> None:
    (statement,) = statements("Latvia's president announced that she will visit Kyiv on Saturday.")
    assert statement.planned
    assert statement.act is Act.ANNOUNCEMENT


def test_hearsay_is_certain_in_nobodys_mouth() -> None:
    assert read("Oman reportedly closed a port.", "closed").certainty is Certainty.REPORTED


def test_subjects_are_who_acts_and_not_where() -> None:
    assert read("Sudan's army said that Chad had sent men into Libya.", "Chad had sent").subjects == ("TD",)


@pytest.mark.parametrize(
    ("passage", "options", "claim"),
    [
        ("that he will sign the pact", {"subject": "Ana Rojas"}, "Ana Rojas will sign the pact."),
        ("supplying the rebels", {"subject": "Chad", "denied": True}, "Chad supplied the rebels."),
        ("any role in the raid", {"subject": "Chad", "denied": True}, "Chad had a role in the raid."),
        ("having crossed the line", {"subject": "Chad", "denied": True}, "Chad had crossed the line."),
        ("Chad of shelling a camp", {"act": Act.ACCUSATION}, "Chad shelled a camp."),
        ("“Our men did not fire,”", {"negated": True}, "Our men did fire."),
        ("there were no talks", {"negated": True}, "There were talks."),
        ("the envoy reportedly left", {}, "The envoy left."),
        ("LIMA, Feb. 3 (Wire) — Peru shut the road", {}, "Peru shut the road."),
        ("NATO - which met in Vilnius - agreed", {}, "NATO - which met in Vilnius - agreed."),
        ("many times that the port is open", {}, "The port is open."),
        ("many times the port was shut", {}, "Many times the port was shut."),
        ("the two had met in Doha, the Gulf Post reported", {}, "The two had met in Doha."),
    ],
)
def test_the_claim_as_a_sentence_of_its_own(passage: str, options: dict[str, object], claim: str) -> None:
    assert claim_text(passage, **options) == claim  # type: ignore[arg-type]


def test_a_long_claim_is_cut_at_a_word() -> None:
    claim = claim_text("the river rose " * 40)
    assert len(claim) <= 200
    assert claim.endswith("…")


@pytest.mark.parametrize(
    ("gerund", "past"),
    [("firing", "fired"), ("sending", "sent"), ("supplying", "supplied"), ("planning", "planned")],
)
def test_the_past_of_a_gerund(gerund: str, past: str) -> None:
    assert past_of_gerund(gerund) == past


def test_a_negation_taken_away() -> None:
    assert positive("it never made any offer, nor did it plan one") == "it made some offer"


@pytest.mark.parametrize("row", LEADS_IN, ids=lambda row: row.rule)
def test_what_only_leads_up_to_a_saying_is_no_statement(row: LeadInRow) -> None:
    assert row.pattern.search(row.example)
    assert not row.pattern.search(row.counter)
    assert not [one for one in statements(row.example) if one.source is None]


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("Two ships left the port, the Harbour Gazette reported Friday.", "Harbour Gazette", Act.CLAIM),
        ("Two ships left the port, the Harbour Gazette reported last week.", "Harbour Gazette", Act.CLAIM),
        (
            "Envoys of Peru were handed reports of what their Chilean colleagues had told Lima, a Quito newspaper"
            " wrote on Sunday.",
            "a Quito newspaper",
            Act.CLAIM,
        ),
        ("Lima barred all ships from leaving, its foreign ministry said.", "foreign ministry", Act.CLAIM),
        (
            "In Lima a foreign ministry official, speaking on condition of anonymity, would not say if the talks were"
            " dead.",
            "foreign ministry official",
            Act.NO_COMMENT,
        ),
        ("“The rods are gone,” agency spokesman Karl Linde told reporters.", "Karl Linde", Act.CLAIM),
        (
            "“We cannot confirm the report,” Peru's defence minister said.",
            "Peru's defence minister",
            Act.NO_COMMENT,
        ),
    ],
)
def test_who_is_laid_down_as_the_speaker_of_plain_news_prose(text: str, speaker: str, act: Act) -> None:
    (one,) = statements(text)
    assert one.source is not None and one.source.name.endswith(speaker.removeprefix("a "))
    assert one.act is act
