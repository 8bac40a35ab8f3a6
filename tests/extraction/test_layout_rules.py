"""Every row of the table of page lines: its example falls under it, its counter-example stays."""

import pytest

from diplotui.extraction.layout_rules import LineRule, line_rules, rule_of

ROWS = [rule for rule in line_rules() if rule.example]


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: f"{rule.id}: {rule.example}")
def test_example_and_counter_example(rule: LineRule) -> None:
    found = rule_of(rule.example)
    assert found is not None
    assert found.id == rule.id
    assert rule_of(rule.counter) is None


def test_every_rule_has_an_example() -> None:
    assert {rule.id for rule in ROWS} == {rule.id for rule in line_rules()}


@pytest.mark.parametrize(
    "paragraph",
    [
        "Subscribers to the treaty met in Geneva on Monday and asked for a new clause.",
        "Photos of the crossing were shown to the council by the Jordanian envoy on Friday.",
        "Related talks on grain were held in Istanbul, the ministry said.",
        "By Tuesday the army had withdrawn from both villages, according to the mission.",
        "Sign language interpreters were absent, the delegation complained.",
        "Home Secretary Jane Doe told parliament that the visas would be revoked.",
        "Follow-up talks are planned for next week, the mediator said on Sunday.",
        "The story continues to haunt both governments, a former envoy said.",
        "Correction of the border line was refused by both sides, the minister said.",
        "Support for the mission has fallen, according to a poll.",
        "Advertising for the vote began on Monday.",
        "Read the treaty first, the judge told them.",
        "Comments made by the president were removed from the record, his office said.",
    ],
)
def test_paragraphs_that_begin_alike_stay(paragraph: str) -> None:
    assert rule_of(paragraph) is None
