"""Cutting, wrapping and setting lines by terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from diplotui.text import one_line
from diplotui.tui.lines import at_edge, cells, cut, indented, pad, piece, plain, quoted, wrap, wrap_beside
from tests.hostile import HOSTILE


def test_text_that_fits_is_not_cut() -> None:
    assert cut("truce", 5) == "truce"
    assert cut("truce offer", 6) == "truce…"
    assert cut("truce", 0) == ""
    assert cut("外交部", 5) == "外交…"


def test_words_are_wrapped_and_long_ones_broken() -> None:
    assert wrap("the offer was not true", 10) == ["the offer", "was not", "true"]
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("", 10) == [""]


def test_a_limit_ends_in_an_ellipsis_only_where_something_is_left_out() -> None:
    assert wrap("one two three four", 9, 2) == ["one two", "three fo…"]
    assert wrap("one two three", 9, 2) == ["one two", "three"]
    assert wrap("one two", 3, 1) == ["on…"]


def test_the_first_line_is_narrower_where_something_stands_beside_it() -> None:
    assert wrap_beside("one two three four", 7, 12, 2) == ["one two", "three four"]
    assert wrap_beside("one two", 10, 20, 2) == ["one two"]
    assert wrap_beside("one two", 3, 20, 1) == ["on…"]


@given(st.text(), st.integers(1, 40), st.integers(1, 5))
def test_no_line_is_wider_than_asked(text: str, width: int, limit: int) -> None:
    clean = one_line(text)
    for line in (*wrap(clean, width), *wrap(clean, width, limit), cut(clean, width)):
        assert cell_len(line) <= max(width, 2)
    assert len(wrap(clean, width, limit)) <= limit
    if width >= 2:
        assert "".join(wrap(clean, width)).replace(" ", "") == clean.replace(" ", "")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_wraps_too(text: str) -> None:
    assert all(cell_len(line) <= 20 for line in wrap(one_line(text), 20))


def test_columns_and_edges() -> None:
    assert plain(pad((piece("a"),), 4)) == "a   "
    assert plain(at_edge((piece("title"),), (piece("RU"),), 10)) == "title   RU"
    assert plain(at_edge((piece("title"),), (piece("RU"),), 3)) == "title RU"
    lines = indented("one two three", (piece("✗ denies  "),), 18)
    assert [plain(line) for line in lines] == ["✗ denies  one two", "          three"]
    assert all(cells(line) <= 18 for line in lines)


def test_a_scope_is_not_put_in_quotation_marks_twice() -> None:
    assert quoted("to us") == "“to us”"
    assert quoted("“to us”") == "“to us”"
    assert quoted('"not true"') == '"not true"'
    assert quoted("") == "“”"
