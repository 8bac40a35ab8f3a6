"""Mentions: who is named or described, with which office and party, and whom a phrase means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotui.extraction.names import name_key
from diplotui.model import ActorKind, Source
from tests.extraction.reading_steps import read_steps

PERSON, OFFICE, BODY, STATE, OUTLET, ANONYMOUS = (
    ActorKind.PERSON,
    ActorKind.OFFICE,
    ActorKind.BODY,
    ActorKind.STATE,
    ActorKind.OUTLET,
    ActorKind.ANONYMOUS,
)


def source(text: str, name: str) -> Source:
    found = [mention.source for mention in read_steps(text).mentions]
    return next(one for one in found if one.name == name)


NAMED = [
    ("Kremlin spokesman Pavel Orlov spoke.", "Pavel Orlov", "Kremlin spokesman", "RU", True),
    ("Jana Doe, the EU's foreign policy chief, spoke.", "Jana Doe", "EU's foreign policy chief", "EU", True),
    ("Lena Roth, a spokeswoman for the UN refugee agency, spoke.", "Lena Roth", None, "UN", True),
    ("Israeli Prime Minister Dov Almog spoke.", "Dov Almog", "Israeli Prime Minister", "IL", True),
    ("Secretary of State Carl Benson spoke.", "Carl Benson", "Secretary of State", None, False),
    ("Saudi Crown Prince Faisal bin Talal spoke.", "Faisal bin Talal", "Saudi Crown Prince", "SA", True),
    ("European Commission President Ines van der Meer spoke.", "Ines van der Meer", None, "EU", True),
    ("The president of Kenya, Peter Otieno, spoke.", "Peter Otieno", "president of Kenya", "KE", True),
    ("Chancellor Greta Voss of Germany spoke.", "Greta Voss", "Chancellor", "DE", True),
    ("IAEA Director General Marco Silva spoke.", "Marco Silva", "IAEA Director General", "IAEA", True),
    ("Chinese Foreign Ministry spokesperson Lin Wei spoke.", "Lin Wei", None, "CN", True),
    ("Lt. Gen. Oleh Bondar, commander of Ukraine's ground forces, spoke.", "Oleh Bondar", None, "UA", True),
    ("Ukraine's trade minister, Olha Koval, spoke.", "Olha Koval", "Ukraine's trade minister", "UA", True),
    ("A Kremlin adviser, Yuri Somov, spoke.", "Yuri Somov", "Kremlin adviser", "RU", True),
    ("The army's chief spokesman, Rear Adm. Dan Peled, spoke.", "Dan Peled", None, None, False),
    ("Former U.S. ambassador to Russia Mike Fowler spoke.", "Mike Fowler", None, "US", False),
    ("Russian opposition leader Anna Belova spoke.", "Anna Belova", None, "RU", False),
    ("Turkish journalist Can Yildiz spoke.", "Can Yildiz", "Turkish journalist", "TR", False),
    ("Sen. Ruth Hale, D-Ohio, spoke.", "Ruth Hale", "Sen.", None, False),
    ("Analyst Ana Borges of the Lisbon Institute spoke.", "Ana Borges", "Analyst", None, False),
    ("Abdul-Malik al-Nouri spoke.", "Abdul-Malik al-Nouri", None, None, False),
    ("Seán O'Brien Jr. spoke.", "Seán O'Brien Jr.", None, None, False),
    ("Park Jong-su spoke.", "Park Jong-su", None, None, False),
]


@pytest.mark.parametrize(("text", "name", "office", "party", "speaks"), NAMED, ids=[row[1] for row in NAMED])
def test_persons(text: str, name: str, office: str | None, party: str | None, speaks: bool) -> None:
    found = source(text, name)
    assert (found.kind, found.party, found.speaks_for, found.heads) == (PERSON, party, speaks, 1)
    assert office is None or found.office == office


DESCRIBED = [
    ("An unnamed U.S. official spoke.", "unnamed U.S. official", ANONYMOUS, "US", True, 1),
    (
        "The talks failed, three anonymous Iranian sources said.",
        "three anonymous Iranian sources",
        ANONYMOUS,
        "IR",
        False,
        3,
    ),
    (
        "A senior official familiar with the talks spoke.",
        "senior official familiar with the talks",
        ANONYMOUS,
        None,
        False,
        1,
    ),
    ("Two diplomats spoke.", "Two diplomats", ANONYMOUS, None, False, 2),
    ("People briefed on the matter spoke.", "People briefed on the matter", ANONYMOUS, None, False, None),
    ("A French diplomat spoke.", "French diplomat", ANONYMOUS, "FR", True, 1),
    ("Western officials spoke.", "Western officials", ANONYMOUS, None, False, None),
    ("Witnesses spoke.", "Witnesses", ANONYMOUS, None, False, None),
    ("A former Pentagon official spoke.", "former Pentagon official", ANONYMOUS, "US", False, 1),
    ("Indian officials and others spoke.", "Indian officials and others", ANONYMOUS, "IN", False, None),
    ("A spokesman for the Turkish army spoke.", "spokesman for the Turkish army", ANONYMOUS, "TR", True, 1),
    ("The White House spoke.", "White House", OFFICE, "US", True, None),
    ("The Israeli Foreign Ministry spoke.", "Israeli Foreign Ministry", OFFICE, "IL", True, None),
    ("The Iranian mission to the UN spoke.", "Iranian mission to the UN", OFFICE, "IR", True, None),
    ("Human Rights Watch spoke.", "Human Rights Watch", BODY, None, False, None),
    ("Beijing spoke.", "China", STATE, "CN", True, None),
    ("The BBC spoke.", "BBC", OUTLET, None, False, None),
]


@pytest.mark.parametrize(
    ("text", "name", "kind", "party", "speaks", "heads"), DESCRIBED, ids=[r[1] for r in DESCRIBED]
)
def test_bodies_and_unnamed_sources(
    text: str, name: str, kind: ActorKind, party: str | None, speaks: bool, heads: int | None
) -> None:
    found = source(text, name)
    assert (found.kind, found.party, found.speaks_for, found.heads) == (kind, party, speaks, heads)


RESOLVED = [
    ("Jordan's Prime Minister Samir Nasser spoke. Nasser left.", "Nasser", "Samir Nasser", "surname"),
    ("Mr. Nasser spoke. Samir Nasser, 60, left.", "Mr. Nasser", "Samir Nasser", "surname"),
    (
        "Polish President Adam Wolski spoke. The president left.",
        "The president",
        "Adam Wolski",
        "the-president",
    ),
    (
        "Polish President Adam Wolski met Lina Haas. The Polish president left.",
        "The Polish president",
        "Adam Wolski",
        "the-president",
    ),
    (
        "NATO spokeswoman Lina Haas spoke. The spokeswoman left.",
        "The spokeswoman",
        "Lina Haas",
        "the-spokeswoman",
    ),
    (
        "The defence ministry of Chile spoke. The ministry said no more.",
        "The ministry",
        "defence ministry",
        "the-ministry",
    ),
    (
        "Two Omani sources spoke. One of the sources left.",
        "One of the sources",
        "Two Omani sources",
        "one-of",
    ),
    ("Two Omani sources spoke. The sources left.", "The sources", "Two Omani sources", "the-source"),
    ("The New York Times wrote it. The Times said no more.", "The Times", "New York Times", "term-outlet"),
    ("Lina Haas spoke to Adam Wolski. She left.", "She", "Lina Haas", "pronoun-she"),
    ("Adam Wolski said Karl Braun was ill. He left.", "He", "Adam Wolski", "pronoun-he"),
    ("Volodymyr Kolinsky spoke. Later Kolinskyy left.", "Kolinskyy", "Volodymyr Kolinsky", "surname"),
    ("Faisal bin Talal spoke. Later bin Talal left.", "bin Talal", "Faisal bin Talal", "full-name"),
    ("Park Jong-su spoke. Then Park said no.", "Park", "Park Jong-su", "surname"),
]


@pytest.mark.parametrize(
    ("text", "phrase", "name", "rule"), RESOLVED, ids=[row[1] + " = " + row[2] for row in RESOLVED]
)
def test_later_phrases_mean_earlier_ones(text: str, phrase: str, name: str, rule: str) -> None:
    mentions = [m for m in read_steps(text).mentions if text[m.start : m.end] == phrase]
    assert [mention.source.name for mention in mentions] == [name]
    assert mentions[0].inferred == (rule not in {"full-name", "term-outlet"})


def test_one_of_several_sources_counts_one_head() -> None:
    mentions = read_steps("Three Thai sources met. One of the sources said no.").mentions
    assert [mention.source.heads for mention in mentions] == [3, 1]


def test_a_demonym_alone_mentions_nobody() -> None:
    assert not read_steps("Russian gas was cheap.").mentions


def test_a_description_later_gives_a_titled_name_its_party() -> None:
    text = "President Ivan Morozov left on Monday. The Bulgarian president will return soon."
    assert source(text, "Ivan Morozov").party == "BG"


def test_a_party_is_not_taken_from_the_post_abroad() -> None:
    assert source("The envoy to Sudan, Piet Maas, spoke.", "Piet Maas").party is None


def test_an_undescribed_person_speaks_for_nobody() -> None:
    assert not source("Lina Haas spoke in Berlin.", "Lina Haas").speaks_for


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Erdoğan", "Erdogan"),
        ("al-Sisi", "el-Sisi"),
        ("Mohammed", "Muhammad"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


WORDS = (
    "The", "the", "minister", "of", "Foreign", "Affairs", "Anna", "von", "der", "Berg", ",", ".",
    "said", "told", "“", "”", "'s", "Russia", "officials", "in", "Kyiv", "who", "he", "she",
    "Gen.", "President", "two", "sources", "and", "Reuters\n\n",
)  # fmt: skip
"""Words of the field, to be thrown together in any order."""


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    ).map(" ".join)
)
def test_any_order_of_words_gives_mentions_in_range(text: str) -> None:
    end = 0
    for mention in read_steps(text).mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.source.name
        end = mention.end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign ministry spokesperson Sun Lei said so.", "Sun Lei"),
        ("He spoke to Jan Kowalski. Kowalski said no.", "Jan Kowalski"),
        ("In May Orlova said no.", "Orlova"),
        ("Foreign Minister Bilal Shah said so.", "Bilal Shah"),
        ("Lawmaker Leonid Kalashnikov said so.", "Leonid Kalashnikov"),
        ("Mother-of-three Ana Rey said so.", "Ana Rey"),
        ("Greenwater, a campaign group, said so.", "Greenwater"),
        ("Channel 31 said so.", "Channel 31"),
        ("A colonel spoke. The colonel, Salif Barry, said so.", "Salif Barry"),
    ],
)
def test_a_name_is_told_from_a_date_a_title_and_a_noun(text: str, name: str) -> None:
    assert name in {mention.source.name for mention in read_steps(text).mentions}
