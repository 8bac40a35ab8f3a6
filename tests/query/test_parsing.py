"""The query language: what is typed, what is understood, and that nothing typed is an error."""

from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplotui.model import Condition, Field, Query, Word
from diplotui.query import parse_query, print_query
from diplotui.query.completion import completed
from diplotui.query.fields import FIELDS, FieldRow, help_lines

NOW = datetime(2024, 2, 16, 12, 0)


def read(text: str) -> Query:
    return parse_query(text, NOW)


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.field)
def test_each_field_has_an_example_and_a_counter_example(row: FieldRow) -> None:
    taken, refused = read(row.example), read(row.counter)
    assert [one.field for one in taken.conditions] == [row.field] and not taken.words and not taken.hints
    assert not refused.conditions and len(refused.hints) == 1


def test_every_field_of_the_model_is_in_the_table_and_in_the_help() -> None:
    assert {row.field for row in FIELDS} == set(Field)
    assert {row.example for row in FIELDS} <= {example for example, _ in help_lines()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("truce offer", [Word("truce"), Word("offer", beginning=True)]),
        ("truce offer ", [Word("truce"), Word("offer")]),
        ('"not true"', [Word("not true")]),
        ("“not true”", [Word("not true")]),
        ("-drone strike", [Word("drone", excluded=True), Word("strike", beginning=True)]),
        ('-"air raid"', [Word("air raid", excluded=True)]),
        ("ceas* talks ", [Word("ceas", beginning=True), Word("talks")]),
        ('true OR "xy', [Word("true"), Word("OR"), Word("xy", beginning=True)]),
        ("at 14:05 ", [Word("at"), Word("14:05")]),
        ("https://x.test/a?b=c ", [Word("https://x.test/a?b=c")]),
        ("- -- \" * ( : ) 'tis ", [Word("'tis")]),
        ("a", [Word("a")]),
        ("", []),
    ],
)
def test_words(text: str, words: list[Word]) -> None:
    query = read(text)
    assert list(query.words) == words and not query.conditions and not query.hints


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("speaker:peskov", Condition(Field.SPEAKER, "peskov")),
        ('Speaker:"Dmitry  Peskov"', Condition(Field.SPEAKER, "Dmitry Peskov")),
        ('speaker:"dmitry pes', Condition(Field.SPEAKER, "dmitry pes")),
        ("-party:RU", Condition(Field.PARTY, "RU", excluded=True)),
        ("status:Denied,disputed", Condition(Field.STATUS, "denied,disputed")),
        ('since:"2 weeks ago"', Condition(Field.SINCE, "2024-02-02", day=date(2024, 2, 2))),
        ('since:"december 2023"', Condition(Field.SINCE, "2023-12-01", day=date(2023, 12, 1))),
        ('until:"february 2023"', Condition(Field.UNTIL, "2023-02-28", day=date(2023, 2, 28))),
        ("on:yesterday", Condition(Field.ON, "2024-02-15", day=date(2024, 2, 15))),
        ("until:2024-02-16", Condition(Field.UNTIL, "2024-02-16", day=date(2024, 2, 16))),
    ],
)
def test_conditions(text: str, condition: Condition) -> None:
    query = read(text)
    assert query.conditions == (condition,) and not query.words and not query.hints


@pytest.mark.parametrize(
    ("text", "words", "hint"),
    [
        ("colour:red ", ["colour", "red"], "colour: is no field"),
        ("since:whenever ", ["since", "whenever"], "whenever is no day"),
        ("status:false ", ["status", "false"], "it can be disputed"),
        ("speaker: ", [], "right behind the colon"),
        ('since:"qq z', [], "qq z is no day"),
    ],
)
def test_what_is_no_condition_is_words_and_one_line_says_so(text: str, words: list[str], hint: str) -> None:
    query = read(text)
    assert [word.text for word in query.words] == words and not query.conditions
    assert len(query.hints) == 1 and hint in query.hints[0]


@example("A:A")
@given(st.text(max_size=60) | st.text(alphabet='ab-:"“”* \t’speakrtu.,', max_size=30))
def test_any_text_is_read_and_its_printed_form_is_the_same_query(text: str) -> None:
    query = read(text)
    printed = print_query(query)
    assert read(printed) == query
    assert print_query(read(printed)) == printed


@given(st.lists(st.sampled_from([row.example for row in FIELDS] + ["-" + row.example for row in FIELDS])))
def test_examples_stand_together_in_any_order(examples: list[str]) -> None:
    query = read(" ".join(examples))
    assert not query.hints and len(query.conditions) == len(set(examples))
    assert read(print_query(query)) == query


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("truce spe", "truce speaker:"),
        ("-sta", "-status:"),
        ("status:ev", "status:evaded"),
        ("status:evaded,den", "status:evaded,denied"),
        ("topic:cea", "topic:ceasefire"),
        ("party:r", "party:RU"),
        ("truce", None),
        ("status:", None),
        ("x:y", None),
        ("", None),
    ],
)
def test_completion(text: str, whole: str | None) -> None:
    known = {Field.TOPIC: ["ceasefire", "drones"], Field.PARTY: ["RU", "US"]}
    assert completed(text, known) == whole
