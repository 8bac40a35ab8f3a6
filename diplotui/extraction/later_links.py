"""The claim told behind a denial that opens a story: "denied a report ... The paper had reported ..."."""

import re
from collections.abc import Sequence

from diplotui.extraction.claim_sides import is_own, is_told_of
from diplotui.extraction.discourse import CLAIMS
from diplotui.extraction.drafts import Draft
from diplotui.extraction.link_question import Question, Surroundings
from diplotui.extraction.link_score import score_claim
from diplotui.extraction.links import Link
from diplotui.extraction.pointers import Pointer, pointer_of
from diplotui.extraction.rejoinders import is_rejoinder
from diplotui.extraction.words import overlap
from diplotui.model import Act, ActorKind

LATER_NEEDED = 4.0
"""Points of such a claim about the denying side behind a denial that opens a story."""
OPENING = 3
"""Statements of a part of the text within which a denial opens it."""
LATER_POINTED = 3
"""Statements behind a denial of a report within which "that report" tells what was reported."""
LATER_WITHIN = 8
"""Statements behind a denial within which the claim may be told that it denies."""
LATER_WORDS = 2
LATER_SHARE = 0.4
"""Words, and share of them, that such a claim must have in common with the denial."""


def find_later_claim(
    asked: Question, text: str, drafts: Sequence[Draft], owners: Sequence[int]
) -> Link | None:
    """The claim behind a denial that opens a story ("denied a report ... The paper had reported ...")."""
    denial = asked.draft.reading.denial
    settled = asked.draft.act is Act.DENIAL or (denial is not None and denial.open)
    if denial is None or asked.negated_only or not settled:
        return None
    opens = _opens_story(asked, drafts)
    leads = asked.index == 0 or drafts[asked.index - 1].unit.block != asked.draft.unit.block
    best: Link | None = None
    for index in range(asked.index + 1, min(len(drafts), asked.index + 1 + LATER_WITHIN)):
        claim = drafts[index]
        if claim.unit.section != asked.draft.unit.section:
            break
        if (
            claim.unit.asks is not None
            or claim.act not in CLAIMS
            or owners[index] != index
            or claim.source is None
        ):
            continue
        if claim.reading.denial is not None or (is_own(asked.draft, claim) and not is_told_of(claim)):
            continue
        passage = text[claim.unit.start : claim.unit.end]
        apart = claim.unit.first_sentence - asked.draft.unit.first_sentence
        parts = score_claim(asked, claim, Surroundings(passage, False, False, False, apart))
        if parts is None or is_rejoinder(passage):
            continue
        link = Link(index, parts)
        first = opens or (leads and claim.unit.block == asked.draft.unit.block)
        meant = _is_that_report(asked, claim, index, passage) or _is_meant_later(asked, claim, link, first)
        if meant and (best is None or link.total > best.total):
            best = link
    return best


def _opens_story(asked: Question, drafts: Sequence[Draft]) -> bool:
    """Whether a denial is among the first statements of its part of the text."""
    section = asked.draft.unit.section
    before = drafts[max(0, asked.index - OPENING) : asked.index]
    return len(before) < OPENING or any(draft.unit.section != section for draft in before)


def _is_meant_later(asked: Question, claim: Draft, link: Link, opens: bool) -> bool:
    """Whether a claim told behind a denial is the one that it denies.

    Anywhere by most of the words; behind a denial that opens the story or its paragraph also by a word about
    the denying side, by the name of who put it forward, or by the outlet whose report is denied.
    """
    shared = overlap(asked.stems, claim.stems)
    if len(shared.words) >= LATER_WORDS and shared.share >= LATER_SHARE:
        return True
    if not opens:
        return False
    parts = dict(link.score)
    common = len(shared.words) + len(shared.families)
    about = not {"denier-in-claim", "denier-named"}.isdisjoint(parts)
    named = not {"names-speaker", "names-side"}.isdisjoint(parts)
    reported = claim.source is not None and claim.source.kind is ActorKind.OUTLET and "names-speaker" in parts
    if about and common and link.total >= LATER_NEEDED:
        return True
    return (named and common >= LATER_WORDS) or reported


_THAT_REPORT = re.compile(
    r"[\s“\"]*(?:that|the|this) (?:\w+ )?(?P<noun>[a-z]+)\b[^.;]{0,60}\b(?:had|cited)\b"
)
"""A passage that goes back to a report that was only denied so far: "That report, by a daily, had cited ..."."""


def _is_that_report(asked: Question, claim: Draft, index: int, passage: str) -> bool:
    """Whether a passage behind the denial of a report takes that report up by its noun."""
    if asked.pointer is not Pointer.REPORT or index - asked.index > LATER_POINTED:
        return False
    found = _THAT_REPORT.match(passage.lower())
    return found is not None and pointer_of(found["noun"]) is Pointer.REPORT
