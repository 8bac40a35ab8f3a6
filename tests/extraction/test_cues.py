"""Cues: each row of the table fires on its example, not on its counter-example; classes by what follows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotui.extraction.cue_table import PHRASES, VERBS, CueClass, CueRow
from diplotui.extraction.cues import find_cues
from diplotui.extraction.inflection import verb_forms
from tests.extraction.reading_steps import read_steps

ROWS = [row for row in VERBS + PHRASES if row.verb_class is not CueClass.CITE]
NAMED_BY_OBJECT = {"withhold", "issue"}
"""Rows whose cues are named and classed by what follows: referred questions, lodged a protest."""


def lemmas(row: CueRow) -> set[str]:
    return {lemma.replace(" …", "") for lemma in row.lemmas.split("|")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_the_example_fires(row: CueRow) -> None:
    found = read_steps(row.example).attributions
    if row.rule in NAMED_BY_OBJECT:
        assert any(a.verb.split()[0] in lemmas(row) for a in found)
    else:
        assert any(a.verb in lemmas(row) and a.verb_class == row.verb_class.value for a in found)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_the_counter_example_does_not(row: CueRow) -> None:
    assert not [a for a in read_steps(row.counter).attributions if a.verb in lemmas(row)]


CLASSES = [
    ("Tehran denied the report.", "deny", "deny"),
    ("Tehran rejected the allegations.", "reject", "deny"),
    ("Tehran rejected the offer.", "reject", "reject"),
    ("Tehran turned down the suggestion.", "turn down", "reject"),
    ("Tehran dismissed the suggestion that it had paid.", "dismiss", "deny"),
    ("Tehran dismissed the talk as baseless.", "dismiss", "deny"),
    ("Tehran called the claim nonsense.", "call", "deny"),
    ("Tehran called the move a provocation.", "call", "report"),
    ("Tehran declined to comment.", "decline to comment", "decline"),
    ("Tehran refused to say who paid.", "refuse to say", "decline"),
    ("Tehran refused to withdraw.", "refuse", "reject"),
    ("Tehran did not immediately respond.", "not respond", "decline"),
    ("Tehran neither confirmed nor denied it.", "neither confirm nor deny", "decline"),
    ("Tehran refused to confirm or deny it.", "refuse to confirm", "decline"),
    ("Tehran ruled out talks.", "rule out", "reject"),
    ("Tehran turned the offer down.", "turn down", "reject"),
    ("The group claimed responsibility.", "claim responsibility", "report"),
    ("The two reached a deal on prisoners.", "reach", "agree"),
    ("The Senate passed the bill.", "pass", "vote"),
    ("It was quoted as saying so.", "quote as saying", "report"),
    ("The envoy is said to have left.", "is said to", "hedge"),
]


@pytest.mark.parametrize(("text", "lemma", "verb_class"), CLASSES, ids=[text for text, _, _ in CLASSES])
def test_what_follows_decides_the_class(text: str, lemma: str, verb_class: str) -> None:
    assert (lemma, verb_class) in [(cue.lemma, cue.verb_class.value) for cue in find_cues(text)]


LOOK_ALIKES = [
    "The reporter was reporting from the capital.",
    "It all went according to plan.",
    "Refugees were denied entry.",
    "The court denied them bail.",
    "He was refused admission.",
    "The state of the union.",
    "Three bank notes were found.",
    "Months passed slowly.",
    "The alleged spy left.",
    "Oil demand fell.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_give_no_attribution(text: str) -> None:
    assert not read_steps(text).attributions


NEGATED = [
    ("Kyiv did not deny the strike.", True),
    ("Kyiv has never denied the strike.", True),
    ("Kyiv stopped short of denying the strike.", True),
    ("Kyiv denied the strike.", False),
]


@pytest.mark.parametrize(("text", "negated"), NEGATED, ids=[text for text, _ in NEGATED])
def test_negation_stands_in_the_verb_group(text: str, negated: bool) -> None:
    assert [cue.negated for cue in find_cues(text) if cue.lemma == "deny"] == [negated]


def test_a_passive_names_its_agent() -> None:
    (cue,) = find_cues("The plan was rejected on Friday by Seoul.")
    assert cue.passive and cue.agent is not None


def test_forms_of_a_verb() -> None:
    assert set(verb_forms("deny")) == {"deny", "denies", "denied", "denying"}
    assert set(verb_forms("admit")) == {"admit", "admits", "admitted", "admitting"}
    assert set(verb_forms("write")) == {"write", "writes", "wrote", "writing", "written"}


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_cues_in_range(text: str) -> None:
    for cue in find_cues(text):
        assert 0 <= cue.start < cue.end <= len(text)
