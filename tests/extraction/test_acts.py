"""What a speaker does: the tables of acts against their examples, and sentences read by them."""

import pytest

from diplotui.extraction.act_table import ACT_OF_CLASS, AUTHOR_ACTS, CONTENT_ACTS
from diplotui.extraction.acts import read_act
from diplotui.extraction.certainty import CERTAINTY, read_certainty
from diplotui.extraction.readings import Reading
from diplotui.extraction.spans import Attribution, Mention
from diplotui.model import Act, ActorKind, Certainty, Source, Stance

SPEAKER = Mention(0, 1, Source("Anna Lind", ActorKind.PERSON, party="SE", speaks_for=True))


def attributed(
    sentence: str, cue: str, content: str, *, verb: str, verb_class: str, negated: bool = False
) -> Reading:
    """The act of a sentence whose cue and content are given as they stand in it."""
    start, at = sentence.index(cue), sentence.index(content)
    attribution = Attribution(
        sentence=0,
        mentions=(SPEAKER,),
        cue=(start, start + len(cue)),
        verb=verb,
        verb_class=verb_class,
        content=(at, at + len(content)),
        negated=negated,
    )
    reading = read_act(sentence, (0, len(sentence)), attribution, attribution.content)
    assert reading is not None
    return reading


def told(sentence: str) -> Reading:
    """The act of a sentence in the author's voice."""
    reading = read_act(sentence, (0, len(sentence)), None, (0, len(sentence)))
    assert reading is not None
    return reading


@pytest.mark.parametrize("row", AUTHOR_ACTS, ids=lambda row: row.rule)
def test_each_author_row_fires_on_its_example_and_not_on_its_counter_example(row) -> None:
    assert row.pattern.search(row.example)
    assert not row.pattern.search(row.counter)


@pytest.mark.parametrize("row", CONTENT_ACTS, ids=lambda row: row.rule)
def test_each_content_row_fires_on_its_example_and_not_on_its_counter_example(row) -> None:
    assert row.pattern.search(row.example)
    assert not row.pattern.search(row.counter)


@pytest.mark.parametrize("row", CERTAINTY, ids=lambda row: row.rule)
def test_each_certainty_row_fires_on_its_example_and_not_on_its_counter_example(row) -> None:
    assert row.pattern.search(row.example)
    assert not row.pattern.search(row.counter)


def test_every_class_of_cue_with_an_act_has_one() -> None:
    assert len({row.cue_class for row in ACT_OF_CLASS}) == len(ACT_OF_CLASS)


def test_a_denial_is_not_a_rejection() -> None:
    denied = attributed("She denied the report.", "denied", "the report", verb="deny", verb_class="deny")
    rejected = attributed(
        "She rejected the offer.", "rejected", "the offer", verb="reject", verb_class="reject"
    )
    assert (denied.act, denied.stance) == (Act.DENIAL, Stance.DENIES)
    assert (rejected.act, rejected.stance) == (Act.REJECTION, Stance.ASSERTS)


def test_a_falsity_word_makes_a_plain_saying_a_denial() -> None:
    reading = attributed(
        "She said the account was fabricated.",
        "said",
        "the account was fabricated",
        verb="say",
        verb_class="report",
    )
    assert reading.act is Act.DENIAL


def test_a_negated_saying_stays_a_claim_until_a_claim_is_found() -> None:
    reading = attributed(
        "She said no ship had left port.", "said", "no ship had left port", verb="say", verb_class="report"
    )
    assert reading.act is Act.CLAIM
    assert reading.denial is not None
    assert reading.denial.open


def test_what_is_withheld_is_no_denial() -> None:
    reading = attributed(
        "The guards denied entry to the monitors.",
        "denied",
        "entry to the monitors",
        verb="deny",
        verb_class="deny",
    )
    assert reading.act is Act.CLAIM


def test_did_not_deny_is_no_denial() -> None:
    reading = attributed(
        "She did not deny the deal.", "deny", "the deal", verb="deny", verb_class="deny", negated=True
    )
    assert (reading.act, reading.stance) == (Act.NO_COMMENT, Stance.NON_DENIAL)


def test_nobody_can_deny_is_no_denial() -> None:
    reading = attributed(
        "She said nobody can deny the famine.", "deny", "the famine", verb="deny", verb_class="deny"
    )
    assert reading.act is Act.CLAIM


def test_part_of_a_report_denied() -> None:
    reading = attributed(
        "She denied parts of the report.", "denied", "parts of the report", verb="deny", verb_class="deny"
    )
    assert reading.stance is Stance.PARTLY_DENIES


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("it would retaliate against any strike", Act.THREAT),
        ("the rebels must lay down their arms", Act.DEMAND),
        ("both sides should step back", Act.APPEAL),
        ("it will send two frigates", Act.ANNOUNCEMENT),
        ("the militia was behind the blast", Act.ACCUSATION),
        ("the port reopened on Sunday", Act.CLAIM),
    ],
)
def test_what_is_said_refines_a_plain_cue(content: str, act: Act) -> None:
    assert attributed(f"She said {content}.", "said", content, verb="say", verb_class="report").act is act


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The assembly approved a border treaty by 80 votes to 12.", Act.VOTE),
        ("Rwanda and Burundi signed an accord on grazing land.", Act.AGREEMENT),
        ("Georgia rejected the offer.", Act.REJECTION),
        ("Each side accused the other of firing first.", Act.ACCUSATION),
        ("Peru unveiled new patrol boats.", Act.ANNOUNCEMENT),
        ("It remains unclear who cut the cable.", Act.ASSESSMENT),
        ("A convoy reached the town at noon.", Act.CLAIM),
        ("Peru did not respond to a request for comment.", Act.NO_COMMENT),
        ("The embassy issued a flat denial.", Act.DENIAL),
    ],
)
def test_what_the_author_tells(sentence: str, act: Act) -> None:
    assert told(sentence).act is act


def test_withheld_detail_is_no_refusal_to_answer() -> None:
    assert told("The minister did not specify what the accord contains.").act is Act.CLAIM


def test_a_caveat_of_an_outlet_states_nothing() -> None:
    sentence = "The agency could not independently verify the claim."
    assert read_act(sentence, (0, len(sentence)), None, (0, len(sentence))) is None


@pytest.mark.parametrize(
    ("content", "certainty"),
    [
        ("the crew was freed", Certainty.CERTAIN),
        ("the crew may have been freed", Certainty.POSSIBLE),
        ("the crew was reportedly freed", Certainty.REPORTED),
        ("if the crew were freed, talks would resume", Certainty.CONDITIONAL),
        ("talks held in May 2014 failed", Certainty.CERTAIN),
    ],
)
def test_how_sure_the_wording_is(content: str, certainty: Certainty) -> None:
    assert read_certainty(content, (0, len(content))) is certainty


def test_a_hedging_cue_makes_it_reported() -> None:
    assert read_certainty("the envoy left", (0, 14), hedge=True) is Certainty.REPORTED
