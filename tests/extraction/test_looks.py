"""A look may only spare a pattern that could not have matched."""

import re

import pytest

from diplotui.extraction.asides import ASIDES, find_aside
from diplotui.extraction.falsity import FALSE_STRONG, FALSE_WEAK
from diplotui.extraction.frame_row import FrameRow
from diplotui.extraction.frames import NEED_FALSITY, SPARED, SPOKEN, TOLD
from diplotui.extraction.looks import LatePattern

NEVER = "(?!)"
ROWS = (*SPOKEN, *TOLD)
SPARED_ROWS = [row for row in ROWS if row.example in SPARED]


def test_every_spared_rule_exists() -> None:
    assert {row.rule for row in SPARED_ROWS} == NEED_FALSITY


@pytest.mark.parametrize("row", SPARED_ROWS, ids=lambda row: row.rule)
def test_spared_without_a_word_of_falsity_could_not_match(row: FrameRow) -> None:
    assert row.pattern.search(row.example)
    bare = row.pattern.words.replace(FALSE_STRONG, NEVER).replace(FALSE_WEAK, NEVER)
    assert bare != row.pattern.words
    for other in ROWS:
        assert not re.search(bare, other.example, re.IGNORECASE), other.example


def test_an_aside_that_calls_something_false_needs_the_whole_pattern() -> None:
    text = "The rebels were paid in gold, a claim Kampala called a fabrication."
    assert find_aside(text, 0, len(text), 0, ())
    assert not ASIDES[0].plain.search(text)
    assert ASIDES[0].pattern.search(text)


def test_a_late_pattern_is_compiled_when_first_asked() -> None:
    late = LatePattern("(oops")
    with pytest.raises(re.error):
        late.search("oops")
    assert LatePattern("OOPS").search("oops")
    assert not LatePattern("OOPS", re.NOFLAG).search("oops")
