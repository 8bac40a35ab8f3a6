"""Answers in a transcript: the claim that the question before a turn cites or tells."""

import re
from collections.abc import Sequence

from diplotui.extraction.asked import ASKED
from diplotui.extraction.discourse import CLAIMS, Discourse
from diplotui.extraction.drafts import Draft
from diplotui.extraction.link_question import Question
from diplotui.extraction.link_score import TURN
from diplotui.extraction.links import Link, find_claim
from diplotui.extraction.words import overlap
from diplotui.model import Act, Stance

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


LONGEST_ANSWER = 40
"""Statements back within which the question of an answer is looked for."""
ANSWERS = 3.0
"""Points of a link to what the question right before an answer put."""
SHARES = 1.0
"""... and for each content word, or near-synonym, in common with it."""


def put_before(index: int, draft: Draft, drafts: Sequence[Draft]) -> tuple[int, ...]:
    """Indexes of what the question put that an answer follows, in order."""
    question = draft.unit.answers
    if question is None:
        return ()
    puts: list[int] = []
    for at in range(index - 1, max(-1, index - 1 - LONGEST_ANSWER), -1):
        unit = drafts[at].unit
        if unit.asks == question and drafts[at].act is not Act.NO_COMMENT:
            puts.append(at)
        elif unit.asks != question and unit.answers != question:
            break
    return tuple(reversed(puts))


def answer_to(
    asked: Question,
    puts: Sequence[int],
    text: str,
    drafts: Sequence[Draft],
    owners: Sequence[int],
    discourse: Discourse,
) -> Link | None:
    """What the question before an answer put, as far as the answer speaks of it.

    The last thing it put, unless the answer's words are those of another. Who denies in words that are in none of
    them denies something else, unless he goes on with his denial; "nothing was paid", after "was anything paid?",
    tells itself what it denies.
    """
    draft = asked.draft
    shares = {at: _shared(asked, drafts[at]) for at in puts}
    best = max(puts, key=lambda at: (shares[at], at))
    link = Link(owners[best], _points(shares[best]))
    bare = not asked.stems or _POINTS_BACK.match(_denied(text, draft)) is not None
    if draft.act is Act.NO_COMMENT or bare:
        return link
    if _is_plain(drafts[best]):
        return None
    if FLAT_NO.match(text, draft.unit.start):
        return link
    found = find_claim(asked, text, drafts, owners, discourse)
    if found is not None and found.statement in {owners[at] for at in puts}:
        return found
    spoken = bool(asked.such) or asked.pointer is not None
    return link if spoken or shares[best] >= (OPEN_SHARES if asked.negated_only else 1) else None


OPEN_SHARES = 2
"""Words in common that a negated clause needs to be a denial of what the question put."""
_POINTS_BACK = re.compile(
    r"[\s“\"]*(?:so |well,? |and |but )*(?:what(?:['’]s| is| was| has| you| they| he| she| the \w+)|the (?:thing|one)s? (?:that )?you)"
    r"(?: just| have| has|['’]ve| been| being| are| is| \w+ly)*"
    r" (?:sugges|sa[iy]|report|describ|claim|alleg|mention|read|quot|assert|put|impl|ask|cit|refer|heard|hear)",
    re.IGNORECASE,
)
"""What is denied, where it is only "what you read", "what is being suggested"."""


def _denied(text: str, draft: Draft) -> str:
    denial = draft.reading.denial
    return text[slice(*denial.what)] if denial is not None and denial.what is not None else ""


def _is_plain(put: Draft) -> bool:
    """Whether it is a question in the asker's own words."""
    return put.unit.rule == ASKED and put.reading.stance is Stance.ASKED


def _shared(asked: Question, put: Draft) -> int:
    common = overlap(asked.stems, put.stems)
    return len(common.words) + len(common.families)


def _points(shared: int) -> tuple[tuple[str, float], ...]:
    return (("answers", ANSWERS), *((("shares", SHARES * shared),) if shared else ()))
