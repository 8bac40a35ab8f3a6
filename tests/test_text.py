"""The border: what comes in is made harmless, and nothing else happens to it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.text import clean_text, for_screen, one_line

CASES = [
    # (as it came, as it is kept)
    ("plain “quoted” text, with accents: é, ü, ł", "plain “quoted” text, with accents: é, ü, ł"),
    ("red \x1b[31malert\x1b[0m", "red alert"),
    ("clip\x1b]52;c;aGVsbG8=\x07board", "clipboard"),
    ("link \x1b]8;;http://x.example\x1b\\here\x1b]8;;\x1b\\.", "link here."),
    ("eight-bit \x9b2Jform", "eight-bit form"),
    ("unfinished \x1b]0;title stays", "unfinished ]0;title stays"),
    ("tab\there, line\r\nend, old\rend", "tab here, line\nend, old\nend"),
    ("over\u202eride\u202c", "override"),
    ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
    ("idle\u200djoiner", "idlejoiner"),
    (
        "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
    ),
    (
        "Persian \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "Persian \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    ),
    ("Hebrew \u05e9\u05dc\u05d5\u05dd\u200f!", "Hebrew \u05e9\u05dc\u05d5\u05dd\u200f!"),
    ("mark \u200fwithout such letters", "mark without such letters"),
    ("lone \ud800 surrogate", "lone \ufffd surrogate"),
    ("nul\x00 del\x7f", "nul del"),
    ("tags \U000e0041\U000e0042", "tags "),
]


@pytest.mark.parametrize(("came", "kept"), CASES)
def test_cleaning_by_example(came: str, kept: str) -> None:
    assert clean_text(came).text == kept


def test_removed_characters_are_counted_but_line_ends_are_not() -> None:
    assert clean_text("a\r\nb\tc").removed == 0
    assert clean_text("a\x00b\x1b[0mc").removed == 5


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs"])
        | st.sampled_from("\x1b[]\x07\x9b\x9dm;0\u200d\u202e")
    )
)
def test_cleaned_text_has_no_control_characters_and_stays_as_it_is(text: str) -> None:
    cleaned = clean_text(text).text
    assert not [c for c in cleaned if unicodedata.category(c) == "Cc" and c != "\n"]
    assert clean_text(cleaned).text == cleaned
    cleaned.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs"])))
def test_text_without_control_or_format_characters_is_left_alone(text: str) -> None:
    assert clean_text(text).text == text
    assert clean_text(text).removed == 0


def test_a_flood_of_marks_is_cut_on_the_screen_only() -> None:
    flood = "a" + "\u0301" * 50
    assert clean_text(flood).text == flood
    assert for_screen(flood) == "a" + "\u0301" * 4


def test_one_line_folds_every_kind_of_line_end() -> None:
    assert one_line(" one\ntwo\u2028three\u2029four\t five ") == "one two three four five"
