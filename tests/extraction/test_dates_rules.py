"""Every row of the date table: its example gives its value, its counter-example gives nothing of the rule."""

from datetime import date

import pytest

from diplotui.extraction.date_rules import DateRule, date_rules
from diplotui.extraction.dates import find_dates
from diplotui.extraction.dates_tense import Tense, tense_of
from diplotui.extraction.spans import Block
from diplotui.extraction.table_files import rows
from diplotui.model import ExtractedDate

WEDNESDAY = date(2019, 5, 15)
ROWS = [rule for rule in date_rules() if rule.example]


def dates_in(text: str) -> tuple[ExtractedDate, ...]:
    return find_dates(text, [Block(0, 0, len(text), "paragraph", 0)], WEDNESDAY)


def name(rule: DateRule) -> str:
    return f"{rule.id}: {rule.example}"


@pytest.mark.parametrize("rule", ROWS, ids=name)
def test_example_is_read_by_its_rule(rule: DateRule) -> None:
    assert (rule.id, rule.value) in [(found.rule, found.value) for found in dates_in(rule.example)]


@pytest.mark.parametrize("rule", ROWS, ids=name)
def test_counter_example_is_not_read_by_the_rule(rule: DateRule) -> None:
    assert rule.counter
    assert rule.id not in [found.rule for found in dates_in(rule.counter)]


def test_every_rule_has_an_example() -> None:
    assert {rule.id for rule in ROWS} == {rule.id for rule in date_rules()}


@pytest.mark.parametrize("row", rows("tense"), ids=lambda row: row[2])
def test_tense_cue_decides_its_example(row: tuple[str, ...]) -> None:
    tense, _, example = row
    start = example.index("Friday")
    expected = Tense.PAST if tense == "past" else Tense.FUTURE
    assert tense_of(example, start, start + 6, 0, len(example)) is expected
