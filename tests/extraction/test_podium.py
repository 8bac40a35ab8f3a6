"""For whom those speak who answer in a briefing."""

from datetime import date

import pytest

from diplotui.extraction.asked import PUTS, PutRow, put_by
from diplotui.extraction.pipeline import extract
from diplotui.model import Stance

STATE_PODIUM = """\
Foreign Ministry Spokesperson Lin Daru's Regular Press Conference on May 4, 2031

North Daily: Has Mongolia asked for the talks to be moved? A paper says so.

Lin Daru: There was no such request. China and Mongolia are in touch.

Wire of the Isles: A fishing union says that four of your ships blocked the strait this week.

Lin Daru: That is not true. China's ships kept to China's waters.

North Daily: Will China send observers?

Lin Daru: We have never refused observers.
"""
ALLIANCE_PODIUM = """\
Press Conference by the Spokesman, Karl Brandt, and Colonel Ana Pires, SHAPE
Brussels, 4 May 2031

Mr Brandt: Good afternoon. The Council met this morning.

Question: Did a missile come down in Serbia?

Colonel Pires: We have lost no missile. The Serbian report is wrong.

Question: And the second one?

Mr Brandt: There was no second one.
"""
WORLD_PODIUM = """\
DAILY NOON BRIEFING

A record of today's briefing by Ravi Lund, Deputy Spokesman for the Secretary-General, follows.

Question: Was the mission in Haiti told to leave?

Deputy Spokesman: No such request has been made.

Question: And the coordinator?

Deputy Spokesman: He has not left.
"""


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        (STATE_PODIUM, "There was no such request", "CN"),
        (STATE_PODIUM, "We have never refused", "CN"),
        (ALLIANCE_PODIUM, "We have lost no missile", "NATO"),
        (ALLIANCE_PODIUM, "There was no second one", "NATO"),
        (WORLD_PODIUM, "No such request has been made", "UN"),
    ],
)
def test_answers_count_for_the_podium(text: str, words: str, party: str) -> None:
    read = extract(text, published=date(2031, 5, 4))
    (answer,) = [one for one in read.statements if words in text[one.start : one.end]]
    assert answer.parties == (party,)


def test_those_who_ask_speak_for_nobody() -> None:
    read = extract(STATE_PODIUM, published=date(2031, 5, 4))
    asked = [one for one in read.statements if "fishing union" in STATE_PODIUM[one.start : one.end]]
    assert all("CN" not in one.parties for one in asked)


def test_answers_that_name_two_states_alike_have_no_home() -> None:
    text = STATE_PODIUM.replace(
        "China's ships kept to China's waters", "Mongolia, Mongolia and Mongolia know"
    )
    read = extract(text.replace("China and Mongolia", "Mongolia and China"), published=date(2031, 5, 4))
    answers = [one for one in read.statements if "never refused" in text[one.start : one.end]]
    assert answers and all(one.parties != ("CN",) for one in answers)


def test_each_sentence_of_an_answer_is_a_statement_but_a_bare_yes_or_no() -> None:
    text = ALLIANCE_PODIUM.replace("There was no second one.", "No, no. There was no second one.")
    read = extract(text, published=date(2031, 5, 4))
    passages = [text[one.start : one.end] for one in read.statements]
    assert "We have lost no missile." in passages
    assert "The Serbian report is wrong." in passages
    assert "No, no. There was no second one." in passages


# -- What a question puts, and what its answer speaks of ----------------------------------------------------


def _link(text: str, answer: str) -> str | None:
    """The passage of which an answer speaks; None where it has no link or tells itself what it denies."""
    read = extract(text, published=date(2031, 5, 4))
    (index,) = [i for i, one in enumerate(read.statements) if answer in text[one.start : one.end]]
    (target,) = {stance.statement for stance in read.statements[index].stances}
    if target is None or target == index:
        return None
    return text[read.statements[target].start : read.statements[target].end]


CITING = """\
Press Conference by the Spokesman, Karl Brandt

Question: The Harbour Gazette writes that two of your trawlers were sunk on Friday. What is your comment?

Mr Brandt: That is wrong. All of them came home.

Question (Radio Split): Is it true that a frigate was sent to the bay?

Mr Brandt: I have nothing for you on that.

Question: Any reaction from the Secretary General?

Mr Brandt: I will leave that to him. No comment.

Question: And the second matter -- there's word that the council had a paragraph cut from the report.

Mr Brandt: That is a fabrication.

Question: The Gazette says the pilots were warned. A union says that the radar had been switched off for an hour.

Mr Brandt: The pilots were never warned.
"""


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("That is wrong", "The Harbour Gazette writes that two of your trawlers were sunk"),
        ("I have nothing for you", "Is it true that a frigate was sent"),
        ("No comment", None),
        ("That is a fabrication", "there's word that the council"),
        ("The pilots were never warned", "The Gazette says the pilots were warned"),
    ],
)
def test_an_answer_speaks_of_what_the_question_before_it_put(answer: str, question: str | None) -> None:
    linked = _link(CITING, answer)
    assert linked is None if question is None else linked is not None and question in linked


def test_a_plain_question_puts_nothing_and_an_outlet_that_asks_claims_nothing() -> None:
    text = STATE_PODIUM.replace("Will China send observers?", "The two sides met in May. Any reaction?")
    read = extract(text, published=date(2031, 5, 4))
    passages = [text[one.start : one.end] for one in read.statements]
    assert not any("reaction" in passage or "met in May" in passage for passage in passages)


def test_what_is_asked_is_asked_and_not_asserted() -> None:
    read = extract(CITING, published=date(2031, 5, 4))
    (asked,) = [one for one in read.statements if "frigate" in CITING[one.start : one.end]]
    assert [stance.stance for stance in asked.stances] == [Stance.ASKED]
    assert asked.parties == ()


@pytest.mark.parametrize("row", PUTS, ids=lambda row: row.rule)
def test_each_shape_of_question_puts_a_claim_and_its_counter_does_not(row: PutRow) -> None:
    found = put_by(row.example, 0, len(row.example))
    assert found is not None and found.rule == row.rule
    other = put_by(row.counter, 0, len(row.counter))
    assert other is None or other.rule != row.rule
