"""A long text as lines with offsets, and what changed between two versions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from diplotui.model import DocumentView, ExcludedPassage
from diplotui.tui.lines import plain
from diplotui.tui.widgets.document_lines import DocumentLines
from diplotui.tui.widgets.version_lines import Changed, changes, version_lines
from diplotui.tui.widgets.wrapped_text import line_of, wrap_spans
from tests.builders import TEXT, document
from tests.tui.board import said


@given(st.text(alphabet=st.sampled_from("ab  \n\u0301å漢字é-"), max_size=200), st.integers(2, 40))
def test_lines_are_in_order_fit_and_leave_out_only_blanks(text: str, width: int) -> None:
    spans = wrap_spans(text, width)
    end = 0
    for start, stop in spans:
        assert end <= start <= stop and not text[end:start].strip()
        assert cell_len(text[start:stop]) <= width
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("unbreakable", ["unbreaka", "ble"]),
        ("漢字漢字漢", ["漢字漢字", "漢"]),
        ("é é é é é", ["é é é é", "é"]),
        ("", [""]),
    ],
)
def test_lines_are_broken_at_blanks(text: str, lines: list[str]) -> None:
    assert [text[start:stop] for start, stop in wrap_spans(text, 8)] == lines


def test_a_long_text_is_cut_in_one_go() -> None:
    text = "word and word " * 70_000
    spans = wrap_spans(text, 80)
    assert len(spans) > 12_000 and line_of(spans, len(text) // 2) == pytest.approx(len(spans) / 2, abs=2)


def view_of(text: str = TEXT) -> DocumentView:
    """A document with two statements, the second in the middle of the text, and a passage left out."""
    made = document(text=text, skip=(ExcludedPassage(0, 12, "teaser"),), published=date(2025, 3, 3))
    first, second = (
        said("1", "Kari Holm", "x", date(2025, 3, 3), party="NO"),
        said("2", "Jon", "x", date(2025, 3, 3)),
    )
    views = []
    for one, exact in ((first, "a truce was offered"), (second, "The embassy denied")):
        from dataclasses import replace

        start = text.index(exact)
        views.append(
            replace(one, statement=replace(one.statement, start=start, end=start + len(exact), exact=exact))
        )
    return DocumentView(made, "The Harbour Post", tuple(views), ("e1", None))


def test_each_statement_and_what_was_left_out_stand_in_the_margin() -> None:
    lines = [plain(line) for line in DocumentLines(view_of(), 120, None, None)]
    assert lines[0].startswith("· NO Kari Holm") and "The ministry said" in lines[0]
    assert lines[2].startswith("· Jon") and "The embassy denied" in lines[2]
    narrow = [plain(line) for line in DocumentLines(view_of(), 60, None, None)]
    assert narrow[0].startswith("· NO ") and "Kari" not in narrow[0]
    skipped = DocumentLines(view_of("Read more on\n" + TEXT), 120, None, None)
    assert plain(skipped[0]).startswith("teaser")


def test_breaks_are_made_once_for_a_text_and_a_width() -> None:
    first = DocumentLines(view_of(), 120, None, None)
    assert DocumentLines(view_of(), 120, 1, (0, 5), first).spans is first.spans
    assert DocumentLines(view_of(), 60, 1, None, first).spans is not first.spans
    assert DocumentLines(view_of("Other. " + TEXT), 120, 1, None, first).spans != first.spans


def roles_at(lines: DocumentLines, words: str) -> set[str]:
    return {role for line in lines for part in line if words in part.text for role in part.roles}


def test_the_present_statement_the_mark_and_what_is_left_out_have_their_looks() -> None:
    start = TEXT.index("declined to comment")
    lines = DocumentLines(view_of(), 120, 0, (start, start + 8))
    assert roles_at(lines, "a truce was offered") == {"passage"}
    assert roles_at(lines, "declined") == {"cursor"}
    assert roles_at(lines, "The ministry") == {"faint"}
    assert roles_at(lines, "The envoy") == set()
    assert plain(lines[0]).count("▌") == 1 and "▏" in plain(lines[2])


def test_what_changed_is_kept_gone_come_or_reworded() -> None:
    old = "Title\n\nThe offer was turned down on Monday by the minister.\n\nThe talks go on."
    new = "Title\n\nThe offer was not seen on Monday by the minister.\n\nA statement is expected."
    assert changes(old, new) == [
        Changed(kept=1),
        Changed(
            old="The offer was turned down on Monday by the minister.",
            new="The offer was not seen on Monday by the minister.",
        ),
        Changed(old="The talks go on."),
        Changed(new="A statement is expected."),
    ]
    assert changes(old, old) == [Changed(kept=3)]
    assert changes("", "one\ntwo") == [Changed(new="one"), Changed(new="two")]


def test_changes_have_their_signs_and_the_words_that_differ_stand_out() -> None:
    lines = version_lines(changes("the offer was turned down", "the offer was not seen"), 60)
    assert [plain(line).strip() for line in lines if line] == [
        "− the offer was turned down",
        "+ the offer was not seen",
    ]
    strong = {part.text.strip() for line in lines for part in line if "strong" in part.roles}
    assert "not" in strong and "offer" not in strong
