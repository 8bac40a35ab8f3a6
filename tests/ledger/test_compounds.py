"""What a claim takes for granted: each row on its example, and on one that only looks like it."""

import pytest

from diplotui.ledger.compounds import COMPOUNDS, CompoundRow, taken_for_granted


@pytest.mark.parametrize("row", COMPOUNDS, ids=lambda row: row.rule)
def test_each_row_cuts_out_what_its_example_takes_for_granted(row: CompoundRow) -> None:
    granted = taken_for_granted(row.example)
    assert granted is not None
    assert (granted.rule, granted.text) == (row.rule, row.granted)


@pytest.mark.parametrize("row", COMPOUNDS, ids=lambda row: row.rule)
def test_each_row_leaves_its_counter_example_alone(row: CompoundRow) -> None:
    assert taken_for_granted(row.counter) is None


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        (
            "In the spring Togo sounded out Benin about a truce, and Cotonou turned the approach down.",
            "In the spring Togo sounded out Benin about a truce",
        ),
        (
            "Togo had put the offer to Benin in May and that the Beninese had turned it down at once.",
            "Togo had put the offer to Benin in May",
        ),
        ("Togo offered Benin a truce, but the proposal was rejected.", "Togo offered Benin a truce"),
    ],
)
def test_an_offer_that_was_refused_was_made(text: str, granted: str) -> None:
    found = taken_for_granted(text)
    assert found is not None
    assert found.text == granted
