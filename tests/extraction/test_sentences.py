"""Sentences: where the stops of names, times and quotations end no sentence, and where they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.extraction.layout import read_layout
from diplotui.extraction.sentences import split_sentences, split_text
from diplotui.extraction.spans import Block


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_text(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. Navy denied it.",
        "Sen. Jane Roe (D- Mass.) asked for a vote.",
        "Lt. Gen. John Roe and Dr. Doe met Gov. Poe in St. Petersburg.",
        "The truce begins at 8 p.m. Moscow time.",
        "It starts at 10 a.m. GMT on Friday.",
        "No. 10 declined to comment.",
        "J. R. Doe and George W. Poe signed.",
        "Yahoo! News had the story first.",
        "They met on Feb. 16 in Bern.",
        "Mr. Doe of the U.N. Security Council spoke.",
        "Example Inc. Chairman Jane Doe denied it.",
        "Prices rose 3.5 percent.",
        '"Will they come?" he asked.',
        "“Will they come?” Jane Doe asked reporters.",
        "“We made no offer,” he said.",
        "It was, e.g. in Bern, denied (see p. 5).",
        "The note went out under Art. 5 of the treaty.",
        "Why now?!",
        "The talks ... went on.",
    ],
)
def test_one_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ("They met in the U.S.", "The envoy left."),
        ("It was 5 p.m.", "She left."),
        ("The answer was no.", "He left."),
        ("“Everything fell apart.", "We waited for days,” he said.", "Then he left."),
        ('The report was "not true."', "Kyiv agreed."),
        ("“We will go.”", "“They will not.”"),
        ("He did not elaborate.", "(Nobody did.)", "Talks go on."),
        ("Really?", "Yes!", "No."),
        ('"Never!" she said.', "Nobody spoke."),
        ("Both sides denied it...", "Then they signed."),
        ("«We made no offer.»", "He left."),
    ],
)
def test_several_sentences(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == list(parts)


def test_a_bullet_s_dash_and_a_speaker_s_label_are_left_out() -> None:
    text = "— The port reopens. Ships wait.\n\nMR ROE: We deny it. All of it."
    found = split_sentences(text, read_layout(text).blocks)
    assert [text[one.start : one.end] for one in found] == [
        "The port reopens.", "Ships wait.", "We deny it.", "All of it.",
    ]  # fmt: skip
    assert [one.block for one in found] == [0, 0, 1, 1]


def test_a_wrapped_line_goes_on() -> None:
    assert sentences("The ministry\ndenied it. The envoy\r\nleft.") == [
        "The ministry\ndenied it.",
        "The envoy\r\nleft.",
    ]


@given(st.one_of(st.text(), st.text(alphabet='aB. ?!"“”’)(\n—1U.S.p.m\ud800😀')))
def test_any_text_keeps_all_its_signs_in_order(text: str) -> None:
    end = 0
    for one in split_sentences(text, [Block(0, 0, len(text), "paragraph", 0)]):
        assert end <= one.start < one.end <= len(text)
        assert not text[end : one.start].strip()
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        end = one.end
    assert not text[end:].strip()


def test_ten_thousand_open_marks_take_no_square_of_time() -> None:
    assert sentences("“" * 50_000 + " He left. She stayed.")[-1] == "She stayed."
