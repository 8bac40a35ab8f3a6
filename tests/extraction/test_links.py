"""Which claim an answer speaks of: short invented texts of many years and quarrels."""

from dataclasses import dataclass
from datetime import date

import pytest

from diplotui.extraction.pipeline import extract
from diplotui.extraction.presuppositions import PRESUPPOSITIONS, read_presupposition
from diplotui.model import Act, Coverage, Extraction
from tests.extraction.cases import statement_at


@dataclass(frozen=True)
class Answer:
    """A short text; ``of`` marks the answering passage, ``to`` the passage whose claim it speaks of."""

    name: str
    text: str
    of: str
    stance: str
    to: str | None
    """None: no claim of the text (unlinked, or its own complement)."""
    published: date = date(2022, 6, 15)


LINKED = (
    Answer(
        "accusation-pointed-at",
        "Mali accused France on Monday of arming jihadist groups in the Sahel. Paris rejected the "
        "allegation as baseless.",
        "rejected the allegation",
        "denies",
        "accused France",
    ),
    Answer(
        "report-by-two",
        "The Lagos Courier reported on Friday that Nigeria and Chad had held secret talks about a "
        "shared airfield."
        " Nigeria and Chad have denied the report.",
        "have denied the report",
        "denies",
        "had held secret talks",
    ),
    Answer(
        "content-repeated",
        "Turkish warplanes bombed a village in northern Iraq on Sunday, the Iraqi foreign ministry said."
        " Turkey's defence ministry denied that its warplanes had bombed the village.",
        "denied that its warplanes",
        "denies",
        "bombed a village in northern Iraq",
    ),
    Answer(
        "such-an-offer",
        "Japan offered South Korea a fund for wartime labourers last month, the Seoul Dispatch reported."
        " A spokesman for Japan's foreign ministry said no such offer had been made.",
        "no such offer",
        "denies",
        "offered South Korea a fund",
    ),
    Answer(
        "gerund",
        "Kosovo's prime minister said on Tuesday that Serbia was massing troops at the border."
        " Serbia denied massing troops.",
        "denied massing",
        "denies",
        "was massing troops",
    ),
    Answer(
        "it",
        "Eritrea shelled two villages on Monday, Ethiopia's army said. Eritrea denied it.",
        "denied it",
        "denies",
        "shelled two villages",
    ),
    Answer(
        "not-true",
        "Venezuela's defence minister said that Colombian soldiers had crossed the Tachira river."
        " “That is not true,” Colombia's defence minister told reporters.",
        "That is not true",
        "denies",
        "had crossed the Tachira river",
    ),
    Answer(
        "lies",
        "Algeria's government said that Morocco had bombed a convoy of lorries."
        " “These allegations are lies,” a Moroccan official said.",
        "These allegations are lies",
        "denies",
        "had bombed a convoy",
    ),
    Answer(
        "negated-answer",
        "India's army said that Pakistani drones had dropped rifles in Punjab."
        " “No Pakistani drones dropped rifles in Punjab,” Pakistan's foreign ministry said.",
        "No Pakistani drones",
        "denies",
        "had dropped rifles",
    ),
    Answer(
        "second-of-two-claims",
        "Azerbaijan's defence ministry said that Armenian troops had shelled its positions near Kelbajar."
        " It also said that Armenia was laying mines beside the Lachin road."
        " Armenia denied laying mines.",
        "denied laying mines",
        "denies",
        "was laying mines",
    ),
    Answer(
        "across-a-paragraph",
        "Greece accused Turkey on Monday of ramming a coastguard boat off Samos.\n\n"
        "The boat's crew of four was unhurt. Waves were high.\n\n"
        "Turkey denied the accusation and said that the Greek boat had sailed into its path.",
        "denied the accusation",
        "denies",
        "of ramming a coastguard boat",
    ),
    Answer(
        "exhibit",
        "A video published by a Syrian rebel group appeared to show Russian jets over Idlib."
        " Russia's defence ministry said the video was fabricated.",
        "the video was fabricated",
        "denies",
        "A video published",
    ),
    Answer(
        "part-of-it",
        "The Nairobi Star reported that Kenya and Somalia had agreed on a sea border and on fishing rights."
        " Kenya's foreign ministry denied parts of the report.",
        "denied parts of the report",
        "partly-denies",
        "had agreed on a sea border",
    ),
    Answer(
        "formal-offer",
        "Cuba had offered the United States a deal on migration, the Miami Ledger reported."
        " “There was no formal offer,” a spokesman for the U.S. State Department said.",
        "no formal offer",
        "non-denial",
        "had offered the United States a deal",
    ),
    Answer(
        "no-comment-on-report",
        "Israel struck a convoy in eastern Syria on Saturday, the Beirut Post reported."
        " Israel declined to comment on the report.",
        "declined to comment",
        "declines",
        "struck a convoy",
    ),
    Answer(
        "neither",
        "The Vilnius Tribune reported that Poland had bought the jammers from Israel."
        " Poland's defence ministry neither confirmed nor denied the report.",
        "neither confirmed nor denied",
        "neither",
        "had bought the jammers",
    ),
    Answer(
        "unaware",
        "A Libyan commander said that Egypt had sent tanks to Sirte."
        " Egypt's foreign ministry said it was not aware of any tanks in Sirte.",
        "not aware",
        "unaware",
        "had sent tanks to Sirte",
    ),
    Answer(
        "did-not-respond",
        "Rwanda accused Burundi of hiding the gunmen. Burundi did not respond to a request for comment.",
        "did not respond",
        "asked",
        "accused Burundi",
    ),
    Answer(
        "confirms",
        "The Dhaka Mail reported that Myanmar had returned 12 fishermen."
        " Bangladesh's coastguard confirmed that Myanmar had returned the fishermen.",
        "confirmed that Myanmar",
        "confirms",
        "had returned 12 fishermen",
    ),
    Answer(
        "passive",
        "Chad's president said that Sudan had sheltered the rebels. The claim was denied by Sudan.",
        "was denied by Sudan",
        "denies",
        "had sheltered the rebels",
    ),
)

STORIES = (
    Answer(
        "denied-first-then-told",
        "Lima has denied that its soldiers burned a customs post near Leticia, after Bogotá complained on Friday."
        " A Colombian general said that Peruvian soldiers had burned the post at Leticia on Wednesday night.",
        "has denied that",
        "denies",
        "had burned the post",
    ),
    Answer(
        "report-denied-before-the-outlet-tells-it",
        "Tunisia's interior minister denied on Monday that a prisoner had been handed over, calling the story in"
        " the Sfax Tribune an invention. The Sfax Tribune had written that a plane left for Tripoli at night.",
        "denied on Monday",
        "denies",
        "had written",
    ),
    Answer(
        "relative-clause-before-the-report",
        "Chad and Libya were quarrelling over a mine at Aouzou, Nigeria's foreign minister said on Monday.\n\n"
        "There was also talk of a truce that both Chad and Libya say was never on offer. The Lagos Courier reported"
        " on Friday, citing two officials, that Chad had suggested an armistice to Libya.",
        "was never on offer",
        "denies",
        "had suggested an armistice",
    ),
    Answer(
        "whole-report-past-its-details",
        "Senegal has promised Gambia a bridge in return for a fishing zone, the Banjul Courier reported on Friday."
        " The president was in high spirits, the Courier said. Gambia declined to comment.",
        "declined to comment",
        "declines",
        "has promised Gambia",
    ),
    Answer(
        "words-that-go-on",
        "Chad accused Libya of flooding a mine at Aouzou. Libya denied the charge. “Not one of our engineers has been"
        " near Aouzou,” a Libyan minister said.",
        "Not one of our engineers",
        "denies",
        "of flooding a mine",
    ),
    Answer(
        "answer-to-what-a-question-cites",
        "QUESTION: The Finnish minister said this morning that you had closed the lock at Nuijamaa. Is that true?\n\n"
        "MR ORLOV: No, we have not. Next question, please.",
        "No, we have not",
        "denies",
        "had closed the lock",
    ),
    Answer(
        "refusal-in-an-answering-turn",
        "QUESTION: The Finnish minister said this morning that you had closed the lock at Nuijamaa.\n\n"
        "MR ORLOV: I am not going to comment on what ministers say on the radio.",
        "I am not going to comment",
        "declines",
        "had closed the lock",
    ),
    Answer(
        "what-an-outlet-tells-of-the-denier",
        "Ghana has asked Togo to recall its consul in Ho, the Accra Courier reported on Sunday. Ghana's foreign"
        " ministry denied the report.",
        "denied the report",
        "denies",
        "has asked Togo",
    ),
    Answer(
        "past-one-who-only-hits-back",
        "Mali accused Niger of hiding rebels near Labbezanga. The prime minister hit back within the hour. Niger's"
        " army called it a smear.",
        "called it a smear",
        "denies",
        "of hiding rebels",
    ),
    Answer(
        "refusal-with-its-matter-first",
        "Spain dredged the channel off Gibraltar at night, a harbour pilot said. As to the channel, Spain's foreign"
        " ministry would neither confirm nor deny anything.",
        "As to the channel",
        "neither",
        "dredged the channel",
    ),
)
"""Answers that need more of the story than the sentence before them."""

LINKED += STORIES

UNLINKED = (
    Answer(
        "own-complement",
        "Talks on fishing quotas ended in Oslo on Friday. Iceland denied that its trawlers had cut "
        "Norwegian nets.",
        "denied that its trawlers",
        "denies",
        None,
    ),
    Answer(
        "other-matter",
        "Peru's government said that Chile had closed the border crossing at Tacna."
        " Chile denied buying submarines from Germany.",
        "denied buying submarines",
        "denies",
        None,
    ),
    Answer(
        "claim-in-the-negative",
        "Syria would hold no talks on water without a map, a Jordanian aide said. Syria denied that there had been"
        " talks.",
        "denied that there",
        "denies",
        None,
    ),
    Answer(
        "other-charges",
        "Benin accused Togo of hiding smugglers. Togo denied other charges that Benin had made in May.",
        "denied other charges",
        "denies",
        None,
    ),
    Answer(
        "later-and-of-somebody-else",
        "Lima has denied that its soldiers burned a customs post near Leticia. A Chilean minister said that the"
        " price of copper would fall.",
        "has denied that",
        "denies",
        None,
    ),
    Answer(
        "own-claim",
        "Sudan's army said that it had retaken the bridge at Omdurman. Sudan's army denied that it "
        "had shelled a market.",
        "denied that it had shelled",
        "denies",
        None,
    ),
)

NO_DENIAL = (
    ("rejected-offer", "Iran offered talks on Monday. Iraq rejected the offer."),
    (
        "denied-entry",
        "Armenia accused Georgia of spying on Sunday. Georgia denied entry to two Armenian officials.",
    ),
    ("denied-bail", "A court in Lima denied bail to the general whom Chile had accused of smuggling."),
    ("false-dawn", "Kuwait said that the accord was signed. Iraq's minister said it was a false dawn."),
    (
        "no-point",
        "The Ankara Sun reported that Syria had proposed a meeting of presidents."
        " Turkey's president said that there was no point in meeting now.",
    ),
    (
        "never-accept",
        "Serbia said that Kosovo had agreed to new plates. Kosovo's premier said that he would "
        "never accept a partition.",
    ),
    ("did-not-deny", "Laos said that Thai troops had crossed the river. Thailand did not deny the claim."),
    (
        "nobody-denies",
        "Spain said that the boats came from Morocco. Nobody denies that, Morocco's envoy said.",
    ),
    (
        "no-comment",
        "The Riga Echo reported that Latvia had expelled an envoy. Latvia's foreign ministry "
        "declined to comment.",
    ),
)


def read(answer: Answer) -> tuple[Extraction, int, str]:
    extraction = extract(answer.text, published=answer.published)
    hit = statement_at(extraction, answer.text, answer.of)
    assert hit is not None, "no statement holds the answer"
    return extraction, hit[0], answer.text


@pytest.mark.parametrize("answer", LINKED, ids=lambda answer: answer.name)
def test_an_answer_is_linked_to_its_claim(answer: Answer) -> None:
    extraction, index, text = read(answer)
    assert answer.to is not None
    claim = statement_at(extraction, text, answer.to)
    assert claim is not None
    made = [(stance.stance.value, stance.statement) for stance in extraction.statements[index].stances]
    assert (answer.stance, claim[0]) in made
    assert claim[0] != index


@pytest.mark.parametrize("answer", LINKED, ids=lambda answer: answer.name)
def test_a_link_keeps_the_parts_of_its_score(answer: Answer) -> None:
    extraction, index, _ = read(answer)
    linked = [s for s in extraction.statements[index].stances if s.statement not in (None, index)]
    assert linked
    assert all(stance.score and stance.rule for stance in linked)


@pytest.mark.parametrize("answer", UNLINKED, ids=lambda answer: answer.name)
def test_a_denial_of_something_else_is_not_linked(answer: Answer) -> None:
    extraction, index, _ = read(answer)
    statement = extraction.statements[index]
    assert statement.act is Act.DENIAL
    assert {stance.statement for stance in statement.stances if stance.stance.value == answer.stance} <= {
        None,
        index,
    }


@pytest.mark.parametrize(("name", "text"), NO_DENIAL, ids=[name for name, _ in NO_DENIAL])
def test_what_is_no_denial_denies_nothing(name: str, text: str) -> None:
    extraction = extract(text, published=date(2018, 3, 9))
    denying = [
        text[s.start : s.end]
        for s in extraction.statements
        if s.act is Act.DENIAL or any(stance.stance.value.endswith("denies") for stance in s.stances)
    ]
    assert denying == []


def test_two_deniers_share_one_statement_and_are_characterised() -> None:
    answer = LINKED[1]
    extraction, index, _ = read(answer)
    statement = extraction.statements[index]
    assert set(statement.parties) == {"NG", "TD"}
    assert {stance.coverage for stance in statement.stances} == {Coverage.CHARACTERISED}


def test_a_denial_without_a_claim_carries_its_complement() -> None:
    extraction, index, _ = read(UNLINKED[0])
    statement = extraction.statements[index]
    assert [stance.statement for stance in statement.stances] == [index]
    assert "not" not in statement.content.split()
    assert "trawlers" in statement.content


def test_a_bare_pointer_without_a_claim_stays_unlinked() -> None:
    text = "Brunei denied the charges."
    statement = extract(text, published=date(2001, 5, 4)).statements[0]
    assert [(stance.statement, stance.stance.value) for stance in statement.stances] == [(None, "denies")]


@pytest.mark.parametrize("row", PRESUPPOSITIONS, ids=lambda row: row.rule)
def test_each_presupposition_fires_on_its_example_only(row) -> None:
    found = read_presupposition(row.example)
    assert found is not None
    assert found.rule == row.rule
    assert read_presupposition(row.counter) is None


def test_turning_an_offer_down_presupposes_the_offer() -> None:
    text = (
        "Egypt proposed a joint patrol of the canal on Sunday. Sudan's foreign minister praised the harvest."
        " Ethiopia turned down the proposal on Tuesday."
    )
    extraction = extract(text, published=date(2020, 1, 16))
    offer, refusal = (statement_at(extraction, text, words) for words in ("proposed a joint", "turned down"))
    assert offer is not None
    assert refusal is not None
    assert refusal[1].act is Act.REJECTION
    assert refusal[1].entails == offer[0]
    assert extraction.statements[offer[0]].entails is None


def test_a_refusal_that_opens_a_story_presupposes_the_offer_told_behind_it() -> None:
    text = (
        "Ethiopia on Tuesday turned down Egypt's proposal for the canal. Egypt had proposed a joint patrol of the"
        " canal to Ethiopia on Sunday. Sudan's foreign minister praised the harvest."
    )
    extraction = extract(text, published=date(2020, 1, 16))
    offer, refusal = (statement_at(extraction, text, words) for words in ("proposed a joint", "turned down"))
    assert offer is not None
    assert refusal is not None
    assert refusal[1].entails == offer[0]
    assert extraction.statements[offer[0]].entails is None
