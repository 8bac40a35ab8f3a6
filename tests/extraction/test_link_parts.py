"""The parts of a link's score, each on the two texts of its row; and the passages that only answer."""

from datetime import date

import pytest

from diplotui.extraction.link_parts import PARTS, Case, PartRow
from diplotui.extraction.pipeline import extract
from diplotui.extraction.rejoinders import REJOINDERS, RejoinderRow, is_rejoinder
from diplotui.model import ExtractedStance
from tests.extraction.cases import statement_at

PUBLISHED = date(2017, 5, 18)
NAMES = [row.name for row in PARTS]


def stances(case: Case) -> tuple[list[ExtractedStance], list[ExtractedStance]]:
    """The answer's stances on the claim, and those on all other statements."""
    found = extract(case.text, published=PUBLISHED)
    answer, claim = (statement_at(found, case.text, words) for words in (case.answer, case.claim))
    assert answer is not None, "no statement holds the answer"
    assert claim is not None, "no statement holds the claim"
    made = [stance for stance in answer[1].stances if stance.score]
    to_claim = [stance for stance in made if stance.statement == claim[0]]
    return to_claim, [stance for stance in made if stance not in to_claim]


@pytest.mark.parametrize("row", PARTS, ids=NAMES)
def test_each_part_links_its_example(row: PartRow) -> None:
    to_claim, _ = stances(row.linked)
    assert to_claim, "the answer is not linked to the claim"
    counted = {name for stance in to_claim for name, _ in stance.score}
    if row.points > 0:
        assert row.name in counted
    elif row.name != "sentence-apart":
        assert row.name not in counted


@pytest.mark.parametrize("row", PARTS, ids=NAMES)
def test_each_part_leaves_its_counter_example_apart(row: PartRow) -> None:
    to_claim, _ = stances(row.apart)
    assert not to_claim


@pytest.mark.parametrize("row", REJOINDERS, ids=lambda row: row.rule)
def test_each_rejoinder_fires_on_its_example_only(row: RejoinderRow) -> None:
    assert row.pattern.search(row.example)
    assert not is_rejoinder(row.counter)
