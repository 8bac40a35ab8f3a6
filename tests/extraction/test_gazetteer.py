"""Terms: which words stand for which party, and where the same words mean something else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.extraction.gazetteer import find_terms, party_name
from diplotui.extraction.term_tables import entries


def terms(text: str) -> list[tuple[str, str | None]]:
    return [(text[span.start : span.end], span.party) for span in find_terms(text)]


def parties(text: str) -> list[str | None]:
    return [span.party for span in find_terms(text)]


@pytest.mark.parametrize(
    ("text", "party", "kind"),
    [
        ("Russia denied it.", "RU", "state"),
        ("the United Kingdom denied it", "GB", "state"),
        ("Türkiye and Turkey", "TR", "state"),
        ("Burma", "MM", "state"),
        ("Cote d’Ivoire", "CI", "state"),
        ("Kosovo", "XK", "state"),
        ("Taipei", "TW", "capital"),
        ("Ramallah", "PS", "capital"),
        ("Kiev", "UA", "capital"),
        ("French officials", "FR", "demonym"),
        ("American officials", "US", "demonym"),
        ("the Russians", "RU", "people"),
        ("the Kremlin", "RU", "metonym"),
        ("the Quai d’Orsay", "FR", "metonym"),
        ("Zhongnanhai", "CN", "metonym"),
        ("Downing Street", "GB", "metonym"),
        ("the Pentagon", "US", "office"),
        ("the Knesset", "IL", "office"),
        ("the European Commission", "EU", "body"),
        ("Brussels", "EU", "body"),
        ("the U.N. Security Council", "UN", "body"),
        ("the IAEA", "IAEA", "body"),
        ("Hezbollah", "HEZBOLLAH", "group"),
        ("the Houthis", "HOUTHIS", "group"),
    ],
)
def test_a_term_stands_for_its_party(text: str, party: str, kind: str) -> None:
    assert {(span.party, span.kind) for span in find_terms(text)} == {(party, kind)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the AP reported", "Associated Press"),
        ("told al-Jazeera", "Al Jazeera"),
        ("The New York Times reported", "New York Times"),
        ("the Washington Post reported", "Washington Post"),
        ("Yonhap", "Yonhap"),
    ],
)
def test_an_outlet_speaks_for_no_party(text: str, name: str) -> None:
    (span,) = find_terms(text)
    assert (span.kind, span.name, span.party, span.acts) == ("outlet", name, None, False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Equatorial Guinea and Papua New Guinea and Guinea", ["GQ", "PG", "GN"]),
        ("Guinea-Bissau", ["GW"]),
        ("Niger and Nigeria", ["NE", "NG"]),
        ("the Democratic Republic of the Congo and the Republic of the Congo", ["CD", "CG"]),
        ("North Korea and South Korea", ["KP", "KR"]),
        ("Dominica", ["DM"]),
        ("the Dominican Republic", ["DO"]),
        ("South Sudan and Sudan", ["SS", "SD"]),
        ("Northern Ireland and Ireland", ["GB", "IE"]),
    ],
)
def test_names_inside_names(text: str, found: list[str]) -> None:
    assert parties(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "George Washington and Washington state",
        "Rep. Jordan asked; Jordan Doe said nothing; Michael Jordan left.",
        "Chad Doe wrote it.",
        "Georgia's 14th district",
        "He was born in New Mexico, in Latin America.",
        "He spoke in French.",
        "the West and the South China Sea",
        "State, the house and the diet",
        "Chinatown, us and them, who, turkeyish",
        "the government, its cabinet and an embassy",
        "Tom Holland and Ambassador Holland",
    ],
)
def test_what_only_looks_like_a_party(text: str) -> None:
    assert terms(text) == []


def test_jordan_the_state_beside_jordan_the_man() -> None:
    assert terms("Jordan Doe said that Jordan denied it.") == [("Jordan", "JO")]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Georgia accused Moscow; Tbilisi denied it.", "GE"),
        ("In Atlanta, Georgia voted.", None),
    ],
)
def test_georgia_by_what_else_the_text_names(text: str, party: str | None) -> None:
    assert ("Georgia", "GE") in terms(text) if party else ("Georgia", "GE") not in terms(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("the Senate", "US"),
        ("the Nigerian Senate", "NG"),
        ("the House of Representatives", "US"),
        ("Japan's House of Representatives", "JP"),
        ("the House passed it", "US"),
        ("the Foreign Office", "GB"),
        ("Germany's Foreign Office", "DE"),
        ("the Russian foreign ministry", "RU"),
        ("the Foreign Ministry of Iran", "IR"),
        ("Pakistan's National Security Council", "PK"),
        ("the Foreign Ministry", None),
        ("the Turkish government", "TR"),
    ],
)
def test_an_office_belongs_to_the_state_beside_it(text: str, party: str | None) -> None:
    assert find_terms(text)[-1].party == party


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Moscow denied it.", True),
        ("He spoke in Moscow.", False),
        ("at the Pentagon", False),
        ("Russia-backed forces", False),
        ("Russian forces", False),
        ("The Kremlin said", True),
        ("The Senate voted", True),
        ("a letter from Moscow", True),
    ],
)
def test_who_can_act(text: str, acts: bool) -> None:
    assert find_terms(text)[0].acts is acts


def test_datelines_in_capitals() -> None:
    assert parties("MOSCOW, Feb. 16 — NEW DELHI") == ["RU", "IN"]


def test_no_term_reaches_over_a_paragraph() -> None:
    assert parties("South\n\nKorea") == []
    assert parties("South\nKorea") == ["KR"]


def test_party_names_for_the_screen() -> None:
    assert [party_name(code) for code in ("RU", "HAMAS", "EU", "ZZ")] == [
        "Russia",
        "Hamas",
        "European Union",
        "ZZ",
    ]


def test_the_tables_hold_every_state_once_and_codes_are_well_formed() -> None:
    names = [entry for entry in entries() if entry.kind == "state"]
    assert len({entry.party for entry in names}) >= 197
    assert "UK" not in {entry.party for entry in entries()}
    for entry in entries():
        form = {"state": r"[A-Z]{2}", "capital": r"[A-Z]{2}", "group": r"[A-Z0-9-]{2,}"}.get(entry.kind)
        if form and entry.term not in {"North", "South"}:
            assert re.fullmatch(form, entry.party), entry


def test_no_form_stands_for_two_states() -> None:
    owners: dict[str, str] = {}
    for entry in entries():
        if entry.kind in ("state", "capital", "demonym"):
            assert owners.setdefault(entry.term, entry.party) == entry.party, entry.term


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(sorted({entry.term for entry in entries()}))).map(" ".join))
)
def test_any_text_gives_spans_in_order_inside_it(text: str) -> None:
    end = 0
    for span in find_terms(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("the Security Council", "UN"),
        ("Russia's Security Council", "RU"),
        ("the WHO", "WHO"),
        ("Bosnian Serb", "BA"),
    ],
)
def test_councils_and_peoples_of_two_names(text: str, party: str) -> None:
    assert find_terms(text)[-1].party == party
