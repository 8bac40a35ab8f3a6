"""Quotations: which marks pair, what is left out, what is a scare quote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotui.extraction.quotes import find_quotes
from tests.extraction.reading_steps import paragraphs, read_steps
from tests.reference import gold, needs_reference, seed_text

MARKS = "\"'“”‘’„«»`"

PAIRS = [
    ("“We leave on Monday,” she said.", ["We leave on Monday,"]),
    ('"We leave on Monday," she said.', ["We leave on Monday,"]),
    ("He said: “Never.”", ["Never."]),
    ("‘We leave on Monday,’ she said.", ["We leave on Monday,"]),
    (
        "'We can't leave,' she said. 'The drivers' union says no.'",
        ["We can't leave,", "The drivers' union says no."],
    ),
    ("‘It is the ministers’ fault,’ he said.", ["It is the ministers’ fault,"]),
    ("„Wir fahren heute nicht mehr“, sagte er.", ["Wir fahren heute nicht mehr"]),
    ("« Nous partons demain matin tôt », dit-il.", ["Nous partons demain matin tôt"]),
    ("``We leave on Monday,'' she said.", ["We leave on Monday,"]),
    ("“He told me ‘go home’ and I went,” she said.", ["He told me ‘go home’ and I went,"]),
    ("“He told me “go home” and I went,” she said.", ["He told me “go home” and I went,"]),
    ("“One,” he said. “Two.”", ["One,", "Two."]),
    ('“Mixed," he said. "Again,” he added.', ["Mixed,", "Again,"]),
    ("“Open to the end, he said, and on.", ["Open to the end, he said, and on."]),
    ("“First.\n\n“Second.\n\n“Third,” he said.", ["First.", "Second.", "Third,"]),
    ('"First," he said. "Second\n\n"Third," he added.', ["First,", "Second", "Third,"]),
    ("The bridge, he said, was gone.” Nobody answered.", []),
    ("A 6\" pipe, 5' long, from the '90s and rock 'n' roll.", []),
    ("The ministers’ talks and the workers’ party went on.", []),
    ("The report was “not true.”", ["not true."]),
    ("“Yes”—that was all he said.", ["Yes"]),
    ("He called it a ‘farce’ and ‘an outrage to all’.", ["farce", "an outrage to all"]),
    ("(“Nobody was hurt,” the army said.)", ["Nobody was hurt,"]),
    ("“ ” and “…” hold no words.", []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text[:40] for text, _ in PAIRS])
def test_marks_pair_and_stay_outside(text: str, expected: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in find_quotes(text, paragraphs(text))] == expected


KINDS = [
    ("The so-called “Iron Wall” plan was shelved.", "scare"),
    ("Moscow’s “special military operation” entered its third year.", "scare"),
    ("The film “Night Train” opened in Oslo.", "scare"),
    ("Fighters of a group called “Free Coast” took the port.", "scare"),
    ("He appeared on NBC’s “Meet the Press” on Sunday.", "scare"),
    ("The minister said the deal was “dead.”", "speech"),
    ("The minister called the offer “a trap”.", "speech"),
    ("The envoy, he said, was “in good spirits” after the talks.", "speech"),
    ("“Nonsense,” the spokesman said.", "speech"),
    ("Nobody, it read, “shall be punished for what was said in this room.”", "speech"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[text[:40] for text, _ in KINDS])
def test_a_word_at_arms_length_is_no_speech(text: str, kind: str) -> None:
    assert [quote.kind for quote in find_quotes(text, paragraphs(text))] == [kind]


def test_later_paragraphs_of_one_speech_are_continued() -> None:
    text = "“First.\n\n“Second.\n\n“Third,” he said. “Fourth.”"
    assert [q.kind for q in find_quotes(text, paragraphs(text))] == [
        "speech",
        "continued",
        "continued",
        "speech",
    ]


def test_outer_offsets_hold_the_marks() -> None:
    text = "He said « non » twice."
    (quote,) = find_quotes(text, paragraphs(text))
    assert (text[quote.outer_start : quote.outer_end], text[quote.start : quote.end]) == ("« non »", "non")


@needs_reference
def test_the_reference_has_its_thirteen_quotations() -> None:
    steps = read_steps(seed_text(), plain=False)
    expected = {(quote["start"], quote["end"]) for quote in gold()["quotes"]}
    assert {(quote.start, quote.end) for quote in steps.quotes if quote.kind != "scare"} == expected


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab sS.,!?\n()" + MARKS), max_size=120))
def test_any_marks_give_ordered_spans_in_range(text: str) -> None:
    blocks = paragraphs(text)
    end = 0
    for quote in find_quotes(text, blocks):
        assert end <= quote.outer_start < quote.start < quote.end <= quote.outer_end <= len(text)
        assert blocks[quote.block].start <= quote.outer_start <= quote.outer_end <= blocks[quote.block].end
        end = quote.outer_end
