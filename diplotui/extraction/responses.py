"""The stances of every statement: on its own claim, on the one it repeats, on the one it answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from diplotui.extraction.asides import RULE as ASIDE
from diplotui.extraction.asked import ASKED
from diplotui.extraction.content import claim_text
from diplotui.extraction.discourse import Discourse, begin
from diplotui.extraction.drafts import Draft
from diplotui.extraction.footing import coverage_of
from diplotui.extraction.granted import presupposed
from diplotui.extraction.later_links import find_later_claim
from diplotui.extraction.link_question import Question
from diplotui.extraction.link_score import TURN
from diplotui.extraction.links import Link, find_charge, find_claim, find_settled
from diplotui.extraction.put_in_sentence import COMMENTED, PUT_IN
from diplotui.extraction.questions import bare_question, own_matter, question_of, subject_before
from diplotui.extraction.readings import Reading
from diplotui.extraction.rejoinders import is_rejoinder
from diplotui.extraction.repeats import Ownership
from diplotui.extraction.sayings import between
from diplotui.extraction.standing import standing_of
from diplotui.extraction.statements import second_claim
from diplotui.extraction.turn_links import (
    FLAT_NO,
    answer_to,
    answers_question,
    asked_in_turn,
    of_question,
    put_before,
)
from diplotui.model import Act, Basis, ExtractedStance, Stance


@dataclass(frozen=True, slots=True)
class Linked:
    """A draft with its stances; reading, claim and day may have changed with the link."""

    draft: Draft
    stances: tuple[ExtractedStance, ...]
    entails: int | None = None


def link_all(
    text: str, drafts: Sequence[Draft], owners: Sequence[Ownership], published: date | None
) -> list[Linked]:
    """All drafts with their stances, in order; each looks only at what stands before it."""
    indexes = [owner.owner for owner in owners]
    linked: list[Linked] = []
    discourse = begin(drafts)
    current = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.reading.responds or (draft.reading.denial is not None and draft.reading.denial.open):
            result = _answer(text, index, draft, current, indexes, discourse, published)
        else:
            taken_back = _taken_back(index, draft, current, indexes)
            result = Linked(draft, _assertions(index, draft, owners[index]) + taken_back)
        if owners[index].has_own and not result.draft.reading.responds:
            entailed = presupposed(text, index, current, indexes)
            result = result if entailed is None else replace(result, entails=entailed)
        bare = draft.reading.responds and not question_of(index, draft, text).stems
        discourse.note(index, result.draft, result.stances[0].statement, bare)
        _go_on(text, index, result.draft, current, indexes, discourse)
        current[index] = result.draft
        linked.append(result)
    return only_answered(linked)


def only_answered(linked: Sequence[Linked]) -> list[Linked]:
    """The statements without what askers put that nobody answers; indexes follow."""
    meant = {stance.statement for row in linked for stance in row.stances if row.draft.unit.rule != ASKED}
    kept = [index for index, row in enumerate(linked) if row.draft.unit.rule != ASKED or index in meant]
    if len(kept) == len(linked):
        return list(linked)
    moved: dict[int | None, int | None] = {old: new for new, old in enumerate(kept)}
    return [
        replace(
            linked[old],
            stances=tuple(
                replace(stance, statement=moved.get(stance.statement)) for stance in linked[old].stances
            ),
            entails=moved.get(linked[old].entails),
            draft=replace(linked[old].draft, report=moved.get(linked[old].draft.report)),
        )
        for old in kept
    ]


def _go_on(
    text: str,
    index: int,
    draft: Draft,
    drafts: Sequence[Draft],
    owners: Sequence[int],
    discourse: Discourse,
) -> None:
    """Keep the claim in dispute that a passage goes on about which only hits back, without an answer's words."""
    if draft.reading.responds or not is_rejoinder(text[draft.unit.start : draft.unit.end]):
        return
    link = find_claim(bare_question(index, draft), text, drafts, owners, discourse)
    if link is not None:
        discourse.answered[link.statement] = index


def _assertions(index: int, draft: Draft, owner: Ownership) -> tuple[ExtractedStance, ...]:
    """Its own claim, the one it repeats, or both."""
    coverage = coverage_of(draft)
    stance = (
        draft.reading.stance
        if draft.reading.stance in (Stance.ASSERTS, Stance.CONFIRMS, Stance.ASKED)
        else Stance.ASSERTS
    )
    own = ExtractedStance(index, stance, coverage, rule=draft.reading.rule)
    if owner.owner == index:
        return (own,)
    again = ExtractedStance(owner.owner, stance, coverage, score=(("words", owner.share),), rule="repeats")
    return (own, again) if owner.has_own else (again,)


TAKEN_BACK_WITHIN = 12


def _taken_back(
    index: int, draft: Draft, drafts: Sequence[Draft], owners: Sequence[int]
) -> tuple[ExtractedStance, ...]:
    """For a walk-back: the last thing that the same speaker or party had put forward."""
    if draft.reading.stance not in (Stance.WALKS_BACK, Stance.RETRACTS):
        return ()
    for before in range(index - 1, max(-1, index - 1 - TAKEN_BACK_WITHIN), -1):
        other = drafts[before]
        same = (
            draft.source is not None and other.source is not None and draft.source.name == other.source.name
        )
        if not other.reading.responds and (same or set(draft.parties) & set(other.parties)):
            return (
                ExtractedStance(
                    owners[before], draft.reading.stance, coverage_of(draft), rule=draft.reading.rule
                ),
            )
    return ()


def _answer(
    text: str,
    index: int,
    draft: Draft,
    drafts: Sequence[Draft],
    owners: Sequence[int],
    discourse: Discourse,
    published: date | None,
) -> Linked:
    asked = question_of(index, draft, text)
    puts = put_before(index, draft, drafts)
    if puts:
        return _in_turn(text, asked, puts, drafts, owners, discourse)
    if draft.unit.answers is not None and draft.act is Act.NO_COMMENT:
        return Linked(draft, (_response(draft, index if own_matter(asked) else None, None),))
    link = _beside(text, index, draft, drafts, owners) or find_claim(asked, text, drafts, owners, discourse)
    if link is None:
        link = find_later_claim(asked, text, drafts, owners)
    if link is None and draft.unit.rule == TURN and FLAT_NO.match(text, draft.unit.start):
        link = of_question(bare_question(index, draft), text, drafts, owners, discourse)
    denial = draft.reading.denial
    open_only = denial is not None and denial.open and not answers_question(text, draft)
    if link is None and not open_only:
        link = asked_in_turn(text, index, draft, drafts, owners)
    if link is None and open_only and standing_of(text, index, draft, drafts).holds:
        closed = replace(asked, negated_only=False)
        link = find_settled(asked, text, drafts, owners, discourse)
        link = (
            link
            or find_later_claim(closed, text, drafts, owners)
            or find_charge(asked, text, drafts, owners, discourse)
            or asked_in_turn(text, index, draft, drafts, owners)
        )
    elif link is None and open_only:
        return Linked(draft, _assertions(index, draft, Ownership(owners[index], True)))
    draft = _settled(text, draft)
    target = link.statement if link is not None else (index if own_matter(asked) else None)
    stances = [_response(draft, target, link)]
    said_besides = second_claim(text, draft) if link is not None and link.statement != index else None
    if said_besides is not None:
        subject = draft.speakers[0].name if len(draft.speakers) == 1 else None
        draft = replace(draft, claim=claim_text(text[slice(*said_besides.content)], subject=subject))
        stances.append(ExtractedStance(index, Stance.ASSERTS, coverage_of(draft), rule="says-besides"))
    if draft.basis is Basis.CHARACTERISED and link is not None and published is not None:
        draft = replace(draft, said=between(drafts[link.statement].said.earliest, published))
    return Linked(draft, tuple(stances))


def _in_turn(
    text: str,
    asked: Question,
    puts: Sequence[int],
    drafts: Sequence[Draft],
    owners: Sequence[int],
    discourse: Discourse,
) -> Linked:
    """An answer in a transcript: of what the question right before it put, or of its own complement."""
    draft = asked.draft
    denial = draft.reading.denial
    link = answer_to(asked, puts, text, drafts, owners, discourse)
    denies = denial is None or not denial.open or link is not None
    denies = denies or answers_question(text, draft)
    if not denies and not standing_of(text, asked.index, draft, drafts).holds:
        return Linked(draft, _assertions(asked.index, draft, Ownership(owners[asked.index], True)))
    draft = _settled(text, draft)
    target = link.statement if link is not None else (asked.index if own_matter(asked) else None)
    return Linked(draft, (_response(draft, target, link),))


def _settled(text: str, draft: Draft) -> Draft:
    """A draft whose open denial is one: its act, and the claim that its negated clause denies."""
    denial = draft.reading.denial
    if denial is None or not denial.open:
        return draft
    settled = replace(draft, reading=_denying(draft.reading))
    if denial.what is None:
        return settled
    told = subject_before(text, settled, denial.what[0]) + text[slice(*denial.what)]
    return replace(settled, claim=claim_text(told, negated=denial.negated))


BESIDE = 5.0
"""Points of a link that the sentence's own build gives: "..., a charge Tehran denies"."""


_ASKED = re.compile(r"[\s“\"]*(?:When |On being )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\b")
"""A clause that tells what was asked, before its answer."""
_SUBJECTLESS = re.compile(r"(?:was|were|has been|have been|is|are) (?:\w+ly )?(?:denied|refuted|rebutted)\b")


def _beside(
    text: str, index: int, draft: Draft, drafts: Sequence[Draft], owners: Sequence[int]
) -> Link | None:
    """For an aside, or an answer to what was put: the claim in the clause before it."""
    if index + 1 < len(drafts) and drafts[index + 1].unit.rule == COMMENTED:
        return Link(index + 1, (("commented-on", BESIDE),))
    told = drafts[index - 1].unit if index else draft.unit
    put = told.rule in PUT_IN or bool(told.rule.startswith("as-clause") and _ASKED.match(text, told.start))
    aside = draft.unit.rule.startswith(ASIDE) or _SUBJECTLESS.match(text, draft.unit.start)
    if index == 0 or not (put or aside):
        return None
    before = drafts[index - 1]
    if before.unit.first_sentence != draft.unit.first_sentence or before.reading.responds:
        return None
    return Link(owners[index - 1], (("beside", BESIDE),))


def _denying(reading: Reading) -> Reading:
    """A claim worded in the negative that turned out to contradict one before it."""
    denial = reading.denial
    if denial is None:
        return reading
    return replace(reading, act=Act.DENIAL, rule=denial.rule, stance=denial.stance)


def _response(draft: Draft, target: int | None, link: Link | None) -> ExtractedStance:
    denial = draft.reading.denial
    return ExtractedStance(
        target,
        draft.reading.stance,
        coverage_of(draft),
        denial.scope if denial is not None else None,
        link.score if link is not None else (),
        draft.reading.rule if link is None else f"{draft.reading.rule}/linked",
    )
