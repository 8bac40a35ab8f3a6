"""Sentences as the matching rules see them."""

import pytest

from diplotui.ledger.concepts import concept
from diplotui.ledger.matching import points_at, points_at_something
from diplotui.ledger.naming import group_phrase, spelling
from diplotui.ledger.terms import outlook, read_terms, without_background, without_descriptions
from tests.ledger.made import FORMS


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("proposed", "proposal"),
        ("offered", "suggestion"),
        ("truce", "ceasefire"),
        ("withdrew", "withdrawal"),
        ("swapped", "exchanges"),
        ("bought", "sold"),
        ("troops", "soldier"),
        ("agreed", "accepted"),
    ],
)
def test_words_for_one_thing_are_one_concept(first: str, second: str) -> None:
    assert concept(first) == concept(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("accept", "agreement"),
        ("passed", "accepted"),
        ("plane", "plan"),
        ("reject", "deny"),
        ("suspend", "quit"),
    ],
)
def test_words_that_part_ways_in_diplomacy_stay_apart(first: str, second: str) -> None:
    assert concept(first) != concept(second)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Peru signed the pact.", set()),
        ("Peru will sign the pact.", {"future"}),
        ("Peru has not signed the pact.", {"negated"}),
        ("Peru didn’t sign the pact.", {"negated"}),
        ("Peru may sign the pact.", {"possible"}),
        ("Peru should sign the pact.", {"wanted"}),
        ("Peru would sign if Ecuador did.", {"future", "conditional"}),
        ("Peru wants to sign the pact.", {"future"}),
    ],
)
def test_outlook_tells_a_plan_from_its_completion(sentence: str, found: set[str]) -> None:
    assert outlook(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "agents"),
    [
        ("Peru shelled Ecuador.", {"PE"}),
        ("Ecuador was shelled by Peru.", {"PE"}),
        ("Peru and Ecuador signed a truce.", {"PE", "EC"}),
        ("In Lima the Ecuadorian minister Ana Ruiz met nobody.", {"EC"}),
        ("There is no point in talks with Peru.", set()),
        ("It had offered Ecuador a truce.", set()),
        ("A gathering was held by the river, Peru said.", {"PE"}),
        ("Brazilian President Luis Prado spoke.", {"BR", "prado"}),
    ],
)
def test_who_acts_is_read_off_the_places_of_names(sentence: str, agents: set[str]) -> None:
    assert read_terms(sentence, FORMS).agents == agents


def test_a_capital_at_the_start_is_a_name_only_where_it_is_known() -> None:
    assert read_terms("Guerrillas attacked Lima.", FORMS).names == {"PE"}
    assert read_terms("Sendero attacked Lima.", FORMS, ["Sendero"]).names == {"PE", "sendero"}


def test_years_and_days_are_no_numbers_to_compare() -> None:
    terms = read_terms("On 3 March 1995 Peru freed twelve soldiers and 1,200 villagers.", FORMS)
    assert terms.numbers == {"12", "1200"}
    assert "march" not in terms.words


def test_what_describes_or_only_adds_can_be_left_out() -> None:
    sentence = "Ruiz met Vega, a U.S. citizen who was held for 2.5 years, in Lima, which irked Quito."
    assert without_descriptions(sentence) == "Ruiz met Vega, in Lima, which irked Quito."
    assert without_background(sentence) == "Ruiz met Vega, in Lima."


def test_a_pointer_needs_something_to_point_at() -> None:
    assert points_at_something("Lima rejected the offer.")
    assert points_at("Lima rejected the offer.", {concept("proposed")})
    assert not points_at("Lima rejected the offer.", {concept("shelled")})
    assert points_at("Lima denied the report.", set())


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy", True),
        ("The Herald", "the Herald", True),
        ("U.S. Senate", "US Senate", True),
        ("Ana Ruíz", "Ana Ruiz", True),
        ("Ana Ruiz", "Eva Ruiz", False),
    ],
)
def test_spellings_of_one_name(first: str, second: str, same: bool) -> None:
    assert (spelling(first) == spelling(second)) is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("three people familiar with the matter", "people familiar with the matter", True),
        ("an unnamed diplomat", "two diplomats", True),
        ("a senior official", "officials", True),
        ("a diplomat", "an aid worker", False),
    ],
)
def test_descriptions_of_one_unnamed_group(first: str, second: str, same: bool) -> None:
    assert (group_phrase(first) == group_phrase(second)) is same
