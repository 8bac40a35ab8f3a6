"""What denies, what only looks like it, and what a denial points at."""

import re

import pytest

from diplotui.extraction.denials import is_withholding, read_denied
from diplotui.extraction.evasion_table import EVASIONS
from diplotui.extraction.evasions import read_evasion
from diplotui.extraction.frames import SPOKEN, read_called, read_frame
from diplotui.extraction.frames_told import TOLD
from diplotui.extraction.negations import NON_DENIALS, read_negation, read_shape
from diplotui.extraction.pointers import Pointer, pointer_of
from diplotui.model import Stance


def whole(text: str) -> tuple[int, int]:
    return 0, len(text)


def spoken(sentence: str) -> str:
    """What a table's example has its speaker say: the quotation, else what follows "said (that)"."""
    quoted = re.search("“(.+)”", sentence)
    if quoted:
        return quoted[1]
    return re.sub(r"\A.*? said (?:that )?|\.\Z", "", sentence)


@pytest.mark.parametrize("row", SPOKEN, ids=lambda row: row.rule)
def test_each_frame_fires_on_its_example_and_not_on_its_counter_example(row) -> None:
    example, counter = spoken(row.example), spoken(row.counter)
    found = read_frame(example, whole(example))
    assert found is not None
    assert found.rule == row.rule
    assert read_frame(counter, whole(counter)) is None


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row.rule)
def test_each_way_of_calling_it_false_fires_on_its_example_only(row) -> None:
    found = read_called(row.example, whole(row.example))
    assert found is not None
    assert found.rule == row.rule
    assert read_called(row.counter, whole(row.counter)) is None


@pytest.mark.parametrize("row", NON_DENIALS, ids=lambda row: row.rule)
def test_each_shape_of_a_non_denial_fires_on_its_example_only(row) -> None:
    example, counter = spoken(row.example), spoken(row.counter)
    found = read_shape(example, whole(example))
    assert found is not None
    assert (found.stance, found.open) == (Stance.NON_DENIAL, True)
    other = read_shape(counter, whole(counter))
    assert other is None or other.rule != row.rule


@pytest.mark.parametrize("row", EVASIONS, ids=lambda row: row.rule)
def test_each_evasion_fires_on_its_example_and_not_on_its_counter_example(row) -> None:
    found = read_evasion(row.example, whole(row.example), None)
    assert found is not None
    assert (found.rule, found.stance) == (row.rule, row.stance)
    assert read_evasion(row.counter, whole(row.counter), None) is None


@pytest.mark.parametrize(
    "what",
    [
        "entry to three journalists",
        "him a visa",
        "the convoy access to the valley",
        "visas to the delegation",
        "bail",
        "them permission to land",
        "the request",
        "us the right to vote",
    ],
)
def test_what_is_kept_from_somebody_is_no_denial(what: str) -> None:
    assert is_withholding(what)


@pytest.mark.parametrize(
    "what",
    [
        "the report",
        "that it had refused them entry",
        "supplying the rebels with visas",
        "any role in the raid",
        "allegations that it blocked access",
        "it",
        "having sent troops",
        "it had refused bail",
        "it was behind the raid",
    ],
)
def test_what_can_be_true_or_false_is_denied(what: str) -> None:
    assert not is_withholding(what)


@pytest.mark.parametrize(
    ("what", "pointer", "scope", "proposition"),
    [
        ("the report", Pointer.REPORT, "the report", None),
        ("the accusations", Pointer.ACCUSATION, "the accusations", None),
        ("it", Pointer.IT, None, None),
        (
            "the claim that its jets had crossed the strait",
            Pointer.CLAIM,
            None,
            "its jets had crossed the strait",
        ),
        ("any role in the raid", None, None, "any role in the raid"),
        ("that it had supplied lethal aid", None, "lethal", "that it had supplied lethal aid"),
        ("the authenticity of the recording", Pointer.EXHIBIT, None, None),
    ],
)
def test_a_denial_says_what_it_points_at(
    what: str, pointer: Pointer | None, scope: str | None, proposition: str | None
) -> None:
    denial = read_denied(what, whole(what))
    assert denial.pointer is pointer
    if scope is not None:
        assert denial.scope == scope
    assert (what[slice(*denial.what)] if denial.what else None) == proposition


@pytest.mark.parametrize(
    "content",
    [
        "the story was not true",
        "reports of a secret deal are “completely false”",
        "these are groundless accusations",
        "that is a lie",
        "there is not a shred of truth in the account",
        "there was no truth whatsoever to the allegation that it had armed the militia",
        "Absolute nonsense!",
        "no such letter was sent",
        "the video was doctored",
        "nothing of the sort happened",
        "it had nothing to do with the explosion",
        "it was not involved in the raid",
        "We firmly reject these allegations",
        "that was not so",
    ],
)
def test_falsity_in_a_frame_denies(content: str) -> None:
    assert read_frame(content, whole(content)) is not None


@pytest.mark.parametrize(
    "content",
    [
        "she lies too much",
        "it was false hope",
        "it would be false economy to wait",
        "the border is a fiction to the people who live on it",
        "the report was not false",
        "if the report was false, he would resign",
        "he did not say that the report was untrue",
        "we reject the offer",
        "the enemy spreads lies",
        "it was a false dawn",
        "his passport was forged",
        "the truth would come out",
    ],
)
def test_falsity_outside_a_frame_denies_nothing(content: str) -> None:
    assert read_frame(content, whole(content)) is None


@pytest.mark.parametrize(
    "content",
    [
        "our troops did not cross the river",
        "the government has never sent envoys to the north",
        "There were no talks in Muscat",
        "its pilots had not fired first",
        "no ship of ours was in those waters",
    ],
)
def test_a_negated_fact_may_deny_what_was_claimed_before(content: str) -> None:
    found = read_negation(content, whole(content))
    assert found is not None
    assert found.open


@pytest.mark.parametrize(
    "content",
    [
        "there is no point in negotiating",
        "it will never accept the new border",
        "it did not want a war",
        "the law that was not passed would have helped",
        "there was no reason for alarm",
        "the port was open although no ship had called",
    ],
)
def test_a_negated_wish_or_judgement_contradicts_nobody(content: str) -> None:
    assert read_negation(content, whole(content)) is None


@pytest.mark.parametrize(
    ("sentence", "content", "stance"),
    [
        (
            "Asked about the swap, the palace said such things are settled behind closed doors.",
            "such things are settled behind closed doors.",
            Stance.DECLINES,
        ),
        (
            "The ministry said it would not comment on the raid.",
            "it would not comment on the raid.",
            Stance.DECLINES,
        ),
        (
            "The admiral said he was not aware of any incident.",
            "he was not aware of any incident.",
            Stance.UNAWARE,
        ),
        (
            "“We neither confirm nor deny such operations,” the army said.",
            "We neither confirm nor deny such operations,",
            Stance.NEITHER,
        ),
        (
            "The base referred questions about the crash to the ministry.",
            "questions about the crash to the ministry.",
            Stance.REFERS,
        ),
    ],
)
def test_an_answer_that_gives_none(sentence: str, content: str, stance: Stance) -> None:
    at = sentence.index(content)
    found = read_evasion(sentence, whole(sentence), (at, at + len(content)))
    assert found is not None
    assert found.stance is stance


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "A source said that the envoy would not discuss the truce.",
            "that the envoy would not discuss the truce.",
        ),
        (
            "The minister said the talks were settled behind closed doors.",
            "the talks were settled behind closed doors.",
        ),
        ("The minister did not specify when the deal would be signed.", None),
        ("The premier declined to elaborate.", None),
    ],
)
def test_what_only_looks_like_an_evasion(sentence: str, content: str | None) -> None:
    span = None
    if content is not None:
        at = sentence.index(content)
        span = (at, at + len(content))
    assert read_evasion(sentence, whole(sentence), span) is None


def test_what_was_asked_about_is_kept() -> None:
    sentence = "When asked about a possible handover of the crew, the embassy declined to comment."
    found = read_evasion(sentence, whole(sentence), None)
    assert found is not None
    assert found.matter is not None
    assert sentence[slice(*found.matter)] == "a possible handover of the crew"


def test_nouns_point_by_kind() -> None:
    assert pointer_of("allegations") is Pointer.ACCUSATION
    assert pointer_of("story") is Pointer.REPORT
    assert pointer_of("footage") is Pointer.EXHIBIT
    assert pointer_of("bridge") is None
