"""Attributions: who is said to have said what, through whom, and whose words a quotation is in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotui.extraction.units import LONGEST_UNIT, lay_out, units
from tests.extraction.reading_steps import read_steps
from tests.reference import gold, needs_reference, seed_text

INDIRECT = [
    # text, speakers, class, negated, part of the content
    ("Tehran denied that it had sent drones to Khartoum.", "Iran", "deny", False, "it had sent drones"),
    ("The ministry did not deny the report.", "ministry", "deny", True, "the report"),
    ("Israel neither confirmed nor denied the strike.", "Israel", "decline", False, ""),
    ("The Pentagon declined to comment on the strike.", "Pentagon", "decline", False, ""),
    (
        "A spokesman for the army did not respond to a request.",
        "spokesman for the army",
        "decline",
        False,
        "",
    ),
    (
        "Both Kigali and Lima have denied breaking the truce.",
        "Rwanda+Peru",
        "deny",
        False,
        "breaking the truce",
    ),
    ("Neither Oslo nor Lima confirmed the report.", "Norway+Peru", "confirm", True, "the report"),
    (
        "According to three officials, the offer came in May.",
        "three officials",
        "source",
        False,
        "the offer came in May",
    ),
    (
        "The offer came in May, according to a U.S. report.",
        "U.S. report",
        "source",
        False,
        "The offer came in May",
    ),
    (
        "Germany will send tanks, the chancellor said.",
        "chancellor",
        "report",
        False,
        "Germany will send tanks",
    ),
    ("Serbia accused Kosovo of provoking unrest.", "Serbia", "accuse", False, "Kosovo of provoking"),
    ("Kosovo was accused by Serbia of provoking unrest.", "Serbia", "accuse", False, ""),
    ("The proposal was rejected by Hamas on Sunday.", "Hamas", "reject", False, "The proposal"),
    ("Russia and China vetoed the resolution.", "Russia+China", "vote", False, "the resolution"),
    ("Ankara threatened to close the strait.", "Turkey", "threaten", False, "to close"),
    ("Pyongyang warned that it would retaliate.", "North Korea", "threaten", False, "it would retaliate"),
    ("Hungary agreed to lift its veto.", "Hungary", "agree", False, "to lift"),
    ("Armenia and Azerbaijan signed a treaty in Vienna.", "Armenia+Azerbaijan", "agree", False, "a treaty"),
    ("Cuba reportedly sold the ship.", "", "hedge", False, "Cuba"),
    (
        "The deal is dead, the envoy told state television, and no talks are planned.",
        "envoy",
        "report",
        False,
        "The deal",
    ),
    (
        "Two sources told Reuters that Amsel told Brod the sale was off.",
        "Two sources",
        "report",
        False,
        "Amsel told",
    ),
    (
        "Reuters reported that Ada Brod said the talks were useless.",
        "Ada Brod",
        "report",
        False,
        "the talks were",
    ),
    (
        "Ada Brod, who met the king in May, said the pact would hold.",
        "Ada Brod",
        "report",
        False,
        "the pact would hold",
    ),
    (
        "As Ada Brod put it, the world is on the brink.",
        "Ada Brod",
        "report",
        False,
        "the world is on the brink",
    ),
    (
        "Ada Brod was quoted by the IRNA news agency as saying that it was over.",
        "Ada Brod",
        "report",
        False,
        "it was over",
    ),
    (
        "Officials in Khartoum said the bridge had been hit.",
        "Officials in Khartoum",
        "report",
        False,
        "the bridge",
    ),
    (
        "Forces loyal to the general said they had the port.",
        "Forces loyal to the general",
        "report",
        False,
        "they had",
    ),
    (
        "In an interview with CNN, Ada Brod said that flights would start.",
        "Ada Brod",
        "report",
        False,
        "flights would start",
    ),
    (
        "The mayor, Ivo Petrov, said that shelling had resumed.",
        "Ivo Petrov",
        "report",
        False,
        "shelling had resumed",
    ),
    ("Zagreb stopped short of confirming the retreat.", "Croatia", "confirm", True, "the retreat"),
    ("Poland ruled out sending troops.", "Poland", "reject", False, "sending troops"),
    ("Brussels announced new tariffs on cars.", "Brussels", "announce", False, "new tariffs"),
    ("The charge, which Ankara denies, has soured relations.", "Turkey", "deny", False, "The charge"),
    ("That is a claim Kampala rejects.", "Uganda", "reject", False, "a claim"),
    ("Nicaragua issued a denial within the hour.", "Nicaragua", "deny", False, "a denial"),
    ("Bolivia lodged a protest with the envoy.", "Bolivia", "accuse", False, "a protest"),
    (
        "The foreign ministry referred questions to the army.",
        "foreign ministry",
        "decline",
        False,
        "questions",
    ),
    ("The minister could not be reached for comment.", "minister", "decline", False, ""),
    ("The army has yet to respond.", "army", "decline", False, ""),
    ("Neither government has confirmed the meeting.", "government", "confirm", True, "the meeting"),
    ("Lima told Quito to withdraw its troops.", "Peru", "demand", False, "to withdraw"),
    ("China hopes for calm, the envoy Lin Wei told a briefing.", "Lin Wei", "report", False, "China hopes"),
    (
        "Finland will wait, its foreign minister told Reuters.",
        "foreign minister",
        "report",
        False,
        "Finland will wait",
    ),
    ("The two generals will meet, state media reported.", "state media", "report", False, "The two generals"),
]


@pytest.mark.parametrize(
    ("text", "names", "verb_class", "negated", "part"), INDIRECT, ids=[row[0][:50] for row in INDIRECT]
)
def test_indirect_speech_and_acts(text: str, names: str, verb_class: str, negated: bool, part: str) -> None:
    found = [
        (
            "+".join(m.source.name for m in a.mentions),
            a.verb_class,
            a.negated,
            text[a.content[0] : a.content[1]],
        )
        for a in read_steps(text).attributions
    ]
    assert len(found) == 1
    assert found[0][:3] == (names, verb_class, negated)
    assert part in found[0][3]


NOBODY = [
    "If Tehran says no, the talks are over.",
    "Was the truce rejected by Hamas?",
    "It is unclear whether the minister will resign.",
    "The president is expected to announce a ceasefire.",
    "Reporting from the front has become harder.",
    "The envoy may say more on Friday.",
    "Unless Oslo says otherwise, the fleet sails.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_questions_conditions_and_plans_are_nobodys_words(text: str) -> None:
    assert not read_steps(text).attributions


SPEAKERS = [
    ("“We go,” Lina Haas said.", ["Lina Haas"]),
    ("“We go,” said Lina Haas, a nurse from Graz.", ["Lina Haas"]),
    ("“We go,” said a visibly tired Lina Haas.", ["Lina Haas"]),
    ("“We go,” according to Lina Haas of the Lisbon Institute. “Soon.”", ["Lina Haas", "Lina Haas"]),
    ("“We go,” Lina Haas said. “We go tonight.”", ["Lina Haas", "Lina Haas"]),
    ("“If we go,” Lina Haas said, “we go far.”", ["Lina Haas", "Lina Haas"]),
    ("Lina Haas told reporters: “We go.”", ["Lina Haas"]),
    ("Lina Haas said that the plan was “dead on arrival.”", ["Lina Haas"]),
    ("Lina Haas called the plan “a trap” and said it was “dead.”", ["Lina Haas", "Lina Haas"]),
    (
        "The army “never left the valley,” an unnamed Chadian official told Reuters.",
        ["unnamed Chadian official"],
    ),
    ("“They fired first,” said Col. Aram Torosyan, a spokesman for the army.", ["Aram Torosyan"]),
    (
        "“A dangerous hour,” warned Jana Doe, the EU’s envoy, while Ivo Petrov spoke of “the end.”",
        ["Jana Doe", "Ivo Petrov"],
    ),
    ("Jana Doe, who arrived on Sunday, said the city was “a ruin.”", ["Jana Doe"]),
    ("Jana Doe, appearing on “Sunday Hour,” said it was “over.”", ["Jana Doe"]),
    ("Asked about the plan, the Kremlin said it was “premature.”", ["Kremlin"]),
    ("“We go,” the envoy said.\n\n“We go tonight,” she added.", ["envoy", "envoy"]),
    ("Jana Doe met Ivo Petrov. “It went well,” she said.", ["Jana Doe"]),
    ("Ivo Petrov said it was late.\n\n“We go,” the minister’s office said.", ["minister’s office"]),
    ("“One.\n\n“Two.\n\n“Three,” Jana Doe said.", ["Jana Doe", "Jana Doe", "Jana Doe"]),
    ("“One,” Jana Doe said. “Two.\n\n“Three.”", ["Jana Doe", "Jana Doe", "Jana Doe"]),
    ("“Our view stands,” Jana Doe was quoted as saying by Interfax.", ["Jana Doe"]),
    ("Jana Doe shrugged it off. “So what?”", ["Jana Doe"]),
    ("Her husband, Ivo, nodded. “We want peace,” he said.", ["Ivo"]),
    (
        "“It is over,” one of them said. Another put it more bluntly: “It is a rout.”",
        ["one of them", "Another"],
    ),
    ("Baku disagreed, with a ministry statement calling it “a lie.”", ["ministry statement"]),
    ("Lima hailed what President Ana Sosa called “a new page.”", ["Ana Sosa"]),
    ("“It is over” — that is how Ana Sosa, the president, put it.", ["Ana Sosa"]),
    ("The treaty, the two governments said in a note, would “open an era.”", ["two governments"]),
    ("“We go,” wrote Ana Sosa on Telegram, “and we go now.”", ["Ana Sosa", "Ana Sosa"]),
    ("Ana Sosa’s brother, Luis Sosa, called it “a joke.”", ["Luis Sosa"]),
]


@pytest.mark.parametrize(("text", "names"), SPEAKERS, ids=[text[:50] for text, _ in SPEAKERS])
def test_whose_words_a_quotation_is_in(text: str, names: list[str]) -> None:
    assert read_steps(text).speakers() == names


CHAINS = [
    ("The plan is dead, one source told Reuters.", ["Reuters"], []),
    ("Ada Brod said she would go, according to CNN.", ["CNN"], []),
    ("Ada Brod told the BBC in an interview that she would go.", ["BBC"], []),
    ("Ada Brod said in a Reuters interview that she would go.", ["Reuters"], []),
    ("Reuters reported that Ada Brod had denied it.", ["Reuters"], []),
    ("“The plan was to wait,” according to Reuters, which cites two Thai sources.", [], ["two Thai sources"]),
    ("Reuters, citing two Thai sources, reported that the plan was to wait.", [], ["two Thai sources"]),
]


@pytest.mark.parametrize(("text", "via", "origins"), CHAINS, ids=[text[:50] for text, _, _ in CHAINS])
def test_relays_and_origins(text: str, via: list[str], origins: list[str]) -> None:
    (found,) = read_steps(text).attributions
    assert [m.source.name for m in found.via] == via
    assert [m.source.name for m in found.origins] == origins


def test_two_verbs_of_one_speaker_are_two_attributions() -> None:
    text = "Lima has said that the pact is void and has maintained that it will never sign again."
    found = read_steps(text).attributions
    assert [text[a.content[0] : a.content[1]] for a in found] == [
        "the pact is void",
        "it will never sign again",
    ]


def test_a_quotation_that_names_its_speaker_is_the_outlets_text() -> None:
    text = "“Chad will build drones, the minister, Ali Deby, said in a Reuters interview on Monday.”"
    steps = read_steps(text)
    (found,) = steps.attributions
    assert [m.source.name for m in found.mentions] == ["Ali Deby"]
    assert steps.speakers() == ["Reuters"]


def test_content_ends_at_a_semicolon() -> None:
    text = "The army said it had lost two men; the rebels buried thirty."
    (found,) = read_steps(text).attributions
    assert text[found.content[0] : found.content[1]] == "it had lost two men"


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    steps = read_steps("the envoy said and " * 2_000)
    passage = lay_out(steps.text, steps.sentences, steps.quotes, steps.mentions)
    pieces = list(units(passage))
    assert all(piece.high - piece.low <= LONGEST_UNIT for piece in pieces)
    assert (pieces[0].low, pieces[-1].high) == (0, len(passage.tokens))


def test_a_name_inside_a_quotation_never_speaks_it() -> None:
    text = "“Petrov said no, and Haas told us so,” the guard recalled."
    assert read_steps(text).speakers() == ["guard"]


@needs_reference
def test_the_reference_quotations_have_their_speakers() -> None:
    text = seed_text()
    steps = read_steps(text, plain=False)
    ledger = gold()
    actors = {actor["id"]: actor for actor in ledger["actors"]}
    right = 0
    by_span = dict(
        zip([(q.start, q.end) for q in steps.quotes if q.kind != "scare"], steps.speakers(), strict=True)
    )
    for quote in ledger["quotes"]:
        name = by_span.get((quote["start"], quote["end"])) or ""
        actor = actors[quote["words_of"]]
        wanted = set(actor["name"].lower().split()) | {alias.lower() for alias in actor["aliases"]}
        right += bool(wanted & set(name.lower().split()))
    assert right >= 12


WORDS = (
    "said", "told", "Reuters", "that", "“", "”", ",", ".", ":", "and", "the", "minister", "Anna",
    "Berg", "denied", "who", "according", "to", "rejected", "by", "not", "he", "in", "a",
    "statement", "?", "(", ")", "—", "was", "citing\n\n",
)  # fmt: skip
"""Words of the field, to be thrown together in any order."""


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    ).map(" ".join)
)
def test_any_order_of_words_gives_attributions_in_range(text: str) -> None:
    steps = read_steps(text)
    for found in steps.attributions:
        assert 0 <= found.content[0] < found.content[1] <= len(text)
        assert 0 <= found.cue[0] < found.cue[1] <= len(text)
        assert 0 <= found.sentence < len(steps.sentences)
        assert found.quote is None or 0 <= found.quote < len(steps.quotes)
    assert len(steps.speakers()) == sum(quote.kind != "scare" for quote in steps.quotes)
