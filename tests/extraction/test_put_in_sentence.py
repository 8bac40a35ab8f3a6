"""A claim told in the sentence of its answer, and the report on which somebody was commenting."""

from datetime import date

import pytest

from diplotui.extraction.pipeline import extract
from diplotui.extraction.put_in_sentence import ROWS, PutInRow
from diplotui.model import Act, Extraction, Stance


def _read(text: str) -> Extraction:
    return extract(text, published=date(2031, 5, 4))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_each_row_takes_its_example_and_leaves_its_counter(row: PutInRow) -> None:
    assert row.pattern.match(row.example)
    assert not row.pattern.match(row.counter)


def test_what_somebody_claimed_and_another_is_asked_about_is_linked() -> None:
    read = _read(
        "Peru's interior minister met Rashid Omar on Friday. Asked whether his men had searched the embassy, as a"
        " portal claimed, Rashid said: “No comment on that.”"
    )
    (index,) = [i for i, one in enumerate(read.statements) if one.act is Act.NO_COMMENT]
    target = read.statements[index].stances[0].statement
    assert target is not None and target == index - 1
    assert "portal" in (read.statements[target].source.name if read.statements[target].source else "")


def test_what_is_put_to_somebody_is_asked_by_nobody_and_denied() -> None:
    read = _read("Put to him that the camps were empty, Peru's minister said: “That's not what happened.”")
    put, answer = read.statements
    assert [stance.stance for stance in put.stances] == [Stance.ASKED] and put.source is None
    assert [(stance.stance, stance.statement) for stance in answer.stances] == [(Stance.DENIES, 0)]


def test_a_denial_is_of_the_report_on_which_its_speaker_was_commenting() -> None:
    read = _read(
        "Bangladesh has not closed any camp, Foreign Minister Anwar Rahman said on Friday.\n\n"
        "Rahman was commenting on a report in a Delhi daily that two camps had been closed."
    )
    denial, report = read.statements
    assert [(stance.stance, stance.statement) for stance in denial.stances] == [(Stance.DENIES, 1)]
    assert report.source is not None and report.source.name.endswith("Delhi daily")


def test_a_plain_question_in_the_sentence_of_its_answer_is_no_claim() -> None:
    read = _read("Asked whether the camps were empty, Peru's minister declined to comment.")
    assert [one.act for one in read.statements] == [Act.NO_COMMENT]


def test_a_denial_without_words_of_its_own_is_of_what_its_sentence_asks() -> None:
    read = _read(
        "American envoys were bugged in June, a Boston newspaper wrote on Sunday.\n\n"
        "Asked whether Japan trained pilots for its allies, Japan's foreign minister answered that it does not."
    )
    (index,) = [i for i, one in enumerate(read.statements) if one.act is Act.DENIAL]
    assert [stance.statement for stance in read.statements[index].stances] == [index]
    assert "pilots" in read.statements[index].content
