"""Answers in a transcript: the claim that the question before a turn cites or tells."""

import re
from collections.abc import Sequence

from diplotui.extraction.discourse import CLAIMS, Discourse
from diplotui.extraction.drafts import Draft
from diplotui.extraction.link_question import Question
from diplotui.extraction.link_score import TURN
from diplotui.extraction.links import Link, find_claim
from diplotui.model import Stance

FLAT_NO = re.compile(
    r"[\s“\"]*(?:no|nope|not at all|absolutely not|not true|not so|(?:that|this|it)(?: is|['’]s|['’]s) not)\b(?! comment)",
    re.IGNORECASE,
)
"""The beginning of a turn that answers a question with no."""


def of_question(
    asked: Question, text: str, drafts: Sequence[Draft], owners: Sequence[int], discourse: Discourse
) -> Link | None:
    """The claim that the question before a turn cited, for a turn that begins with no."""
    link = find_claim(asked, text, drafts, owners, discourse)
    if link is None or drafts[link.statement].unit.section != asked.draft.unit.section:
        return None
    return link


IN_TURN = 3.0
"""Points of a link to the claim that the question before an answering turn tells."""


def asked_in_turn(
    text: str, index: int, draft: Draft, drafts: Sequence[Draft], owners: Sequence[int]
) -> Link | None:
    """The claim that the question right before this turn tells or cites, whatever words the answer has."""
    if draft.unit.rule != TURN:
        return None
    before = index - 1
    while before >= 0 and drafts[before].unit.block == draft.unit.block:
        before -= 1
    if before < 0:
        return None
    asked = drafts[before]
    other = asked.source is None or draft.source is None or asked.source.name != draft.source.name
    if not other or asked.act not in CLAIMS or draft.unit.block - asked.unit.block != 1:
        return None
    if asked.unit.rule == TURN and "?" not in text[asked.unit.start : draft.unit.start]:
        return None
    return Link(owners[before], (("in-turn", IN_TURN),))


_AFTER_QUESTION = re.compile(r"\?[”\"]?\s*\n\s*[^\n?]{0,80}\Z")


def answers_question(text: str, draft: Draft) -> bool:
    """Whether a negated clause begins a turn right after a question ("Was it paid?" "Nothing was.")."""
    denial = draft.reading.denial
    if draft.unit.rule != "turn" or denial is None or denial.stance is not Stance.DENIES:
        return False
    return _AFTER_QUESTION.search(text, max(0, draft.unit.start - 120), draft.unit.start) is not None
