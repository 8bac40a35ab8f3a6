"""When a negated clause denies by itself, and when it only tells of a gap."""

from datetime import date

import pytest

from diplotui.extraction.pipeline import extract
from diplotui.extraction.standing_marks import MARKS
from diplotui.model import Act, ExtractedStatement


def answer(claim: str, reply: str) -> ExtractedStatement:
    """The last statement of a text of two paragraphs."""
    return extract(f"{claim}\n\n{reply}\n", published=date(2017, 6, 8)).statements[-1]


@pytest.mark.parametrize("row", MARKS, ids=lambda row: row.rule)
def test_each_mark_of_an_answer_stands_in_its_example_only(row) -> None:
    assert row.pattern.search(row.example)
    assert not row.pattern.search(row.counter)


CHARGE = "Bolivian troops burned a customs post on Friday, Peru's interior minister told radio listeners."


@pytest.mark.parametrize(
    "reply",
    [
        "“We never went near any hut,” Bolivian Defence Minister Hugo Salas said.",
        "Bolivia's army said not a single man had left barracks.",
        "Bolivia's army insisted that nobody was on duty that night.",
        "“Our soldiers did not do arson,” Bolivian Defence Minister Hugo Salas replied.",
        "Bolivian Defence Minister Hugo Salas denied it. “We had no patrols out,” he said.",
    ],
)
def test_whoever_stands_accused_denies_by_a_negated_fact(reply: str) -> None:
    found = answer(CHARGE, reply)
    assert found.act is Act.DENIAL
    assert found.parties == ("BO",)


@pytest.mark.parametrize(
    "reply",
    [
        "Bolivia's army said it had not yet received a complaint.",
        "Bolivia's army said nobody was hurt.",
        "“We are not interested in a quarrel,” Bolivian Defence Minister Hugo Salas said.",
        "“There is no alternative to talks,” Bolivian Defence Minister Hugo Salas said.",
        "Chile's foreign minister said he had never visited that valley.",
        "“No country wins a quarrel,” Chile's foreign minister said.",
    ],
)
def test_a_gap_a_loss_or_a_bystander_denies_nothing(reply: str) -> None:
    assert answer(CHARGE, reply).act is not Act.DENIAL


def test_a_label_may_name_the_office_behind_the_speaker() -> None:
    text = (
        "Jane Roe, Official Spokesperson: Good afternoon. I have one announcement.\n\n"
        "Kim: The Norwegian minister says that your trawlers cut a cable. Did they?\n\n"
        "Jane Roe, Official Spokesperson: No. No trawler of ours was anywhere near.\n\n"
        "Lee: And the second cable?\n\n"
        "Jane Roe, Official Spokesperson: I have nothing on that.\n"
    )
    found = extract(text, published=date(2023, 9, 21)).statements
    said = [
        (one.source.name, one.act) for one in found if one.source and text[one.start : one.start + 1] in "NI"
    ]
    assert ("Jane Roe", Act.DENIAL) in said
    assert ("Jane Roe", Act.NO_COMMENT) in said


def test_a_communique_denies_in_its_own_voice() -> None:
    text = (
        "The Ministry regrets the announcement made in Vilnius on 3 June.\n\n"
        "It is not true that the Republic of Belarus closed the canal to Lithuanian barges.\n"
    )
    last = extract(text, published=date(2019, 6, 5)).statements[-1]
    assert last.act is Act.DENIAL
