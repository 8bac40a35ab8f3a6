"""The stances of every statement: on its own claim, on the one it repeats, on the one it answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from diplotui.extraction.asides import RULE as ASIDE
from diplotui.extraction.content import claim_text
from diplotui.extraction.discourse import CLAIMS, Discourse, begin
from diplotui.extraction.drafts import Draft
from diplotui.extraction.footing import coverage_of
from diplotui.extraction.link_score import TURN, Question
from diplotui.extraction.links import Link, find_charge, find_claim, find_later_claim
from diplotui.extraction.presuppositions import MAKING, Presupposition, read_presupposition
from diplotui.extraction.questions import bare_question, own_matter, question_of
from diplotui.extraction.readings import Reading
from diplotui.extraction.rejoinders import is_rejoinder
from diplotui.extraction.repeats import Ownership
from diplotui.extraction.sayings import between
from diplotui.extraction.standing import standing_of
from diplotui.extraction.statements import second_claim
from diplotui.extraction.words import family, stem
from diplotui.model import Act, Basis, ExtractedStance, Stance

PRESUPPOSED_BEHIND = 8
"""Statements behind a refusal that opens a story within which the offer may be told."""
PRESUPPOSED_WITHIN = 30
"""Statements back within which the offer must stand that another one takes for granted."""

_KIND_STEMS = {
    "offer": frozenset(),
    "demand": frozenset(
        stem(word)
        for word in [
            "demand",
            "ultimatum",
            "request",
            "appeal",
            "call",
            "ask",
            "asked",
            "urge",
            "called",
            "order",
        ]
    ),
    "pact": frozenset(),
}


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
            result = replace(result, entails=_presupposed(text, index, current, indexes))
        bare = draft.reading.responds and not question_of(index, draft, text).stems
        discourse.note(index, result.draft, result.stances[0].statement, bare)
        _go_on(text, index, result.draft, current, indexes, discourse)
        current[index] = result.draft
        linked.append(result)
    return linked


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
        draft.reading.stance if draft.reading.stance in (Stance.ASSERTS, Stance.CONFIRMS) else Stance.ASSERTS
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
    link = _beside(text, index, draft, drafts, owners) or find_claim(asked, text, drafts, owners, discourse)
    if link is None:
        link = find_later_claim(asked, text, drafts, owners)
    if link is None and draft.unit.rule == TURN and _FLAT_NO.match(text, draft.unit.start):
        link = _of_question(bare_question(index, draft), text, drafts, owners, discourse)
    denial = draft.reading.denial
    open_only = denial is not None and denial.open and not _answers_question(text, draft)
    if link is None and not open_only:
        link = _asked_in_turn(text, index, draft, drafts, owners)
    if link is None and open_only and standing_of(text, index, draft, drafts).holds:
        closed = replace(asked, negated_only=False)
        link = find_claim(closed, text, drafts, owners, discourse)
        link = (
            link
            or find_charge(asked, text, drafts, owners, discourse)
            or _asked_in_turn(text, index, draft, drafts, owners)
        )
    elif link is None and open_only:
        return Linked(draft, _assertions(index, draft, Ownership(owners[index], True)))
    reading = _denying(draft.reading) if denial is not None and denial.open else draft.reading
    draft = replace(draft, reading=reading)
    if denial is not None and denial.open and denial.what is not None:
        draft = replace(draft, claim=claim_text(text[slice(*denial.what)], negated=denial.negated))
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


BESIDE = 5.0
"""Points of a link that the sentence's own build gives: "..., a charge Tehran denies"."""


_SUBJECTLESS = re.compile(r"(?:was|were|has been|have been|is|are) (?:\w+ly )?(?:denied|refuted|rebutted)\b")


def _beside(
    text: str, index: int, draft: Draft, drafts: Sequence[Draft], owners: Sequence[int]
) -> Link | None:
    """For an aside: the claim in the clause before it."""
    if index == 0 or not (draft.unit.rule.startswith(ASIDE) or _SUBJECTLESS.match(text, draft.unit.start)):
        return None
    before = drafts[index - 1]
    if before.unit.first_sentence != draft.unit.first_sentence or before.reading.responds:
        return None
    return Link(owners[index - 1], (("beside", BESIDE),))


_FLAT_NO = re.compile(
    r"[\s“\"]*(?:no|nope|not at all|absolutely not|not true|not so|(?:that|this|it)(?: is|['’]s|['’]s) not)\b(?! comment)",
    re.IGNORECASE,
)
"""The beginning of a turn that answers a question with no."""


def _of_question(
    asked: Question, text: str, drafts: Sequence[Draft], owners: Sequence[int], discourse: Discourse
) -> Link | None:
    """The claim that the question before a turn cited, for a turn that begins with no."""
    link = find_claim(asked, text, drafts, owners, discourse)
    if link is None or drafts[link.statement].unit.section != asked.draft.unit.section:
        return None
    return link


IN_TURN = 3.0
"""Points of a link to the claim that the question before an answering turn tells."""


def _asked_in_turn(
    text: str, index: int, draft: Draft, drafts: Sequence[Draft], owners: Sequence[int]
) -> Link | None:
    """The claim that the question right before this turn tells or cites, whatever words the answer has."""
    if index == 0 or draft.unit.rule != TURN:
        return None
    asked = drafts[index - 1]
    other = asked.source is None or draft.source is None or asked.source.name != draft.source.name
    if not other or asked.act not in CLAIMS or draft.unit.block - asked.unit.block != 1:
        return None
    if asked.unit.rule == TURN and "?" not in text[asked.unit.start : draft.unit.start]:
        return None
    return Link(owners[index - 1], (("in-turn", IN_TURN),))


_AFTER_QUESTION = re.compile(r"\?[”\"]?\s*\n\s*[^\n?]{0,80}\Z")


def _answers_question(text: str, draft: Draft) -> bool:
    """Whether a negated clause begins a turn right after a question ("Was it paid?" "Nothing was.")."""
    denial = draft.reading.denial
    if draft.unit.rule != "turn" or denial is None or denial.stance is not Stance.DENIES:
        return False
    return _AFTER_QUESTION.search(text, max(0, draft.unit.start - 120), draft.unit.start) is not None


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


def _presupposed(text: str, index: int, drafts: Sequence[Draft], owners: Sequence[int]) -> int | None:
    """The statement whose claim this one takes for granted: the offer that it tells was turned down.

    The nearest one before it; else the first behind it, where the story opens with the refusal.
    """
    unit = drafts[index].unit
    found = read_presupposition(text[unit.start : unit.end])
    if found is None:
        return None
    for before in range(index - 1, max(-1, index - 1 - PRESUPPOSED_WITHIN), -1):
        if owners[before] == before and _puts_forward(text, found, drafts[index], drafts[before]):
            return before
    for after in range(index + 1, min(len(drafts), index + 1 + PRESUPPOSED_BEHIND)):
        told = drafts[after]
        passage = text[told.unit.start : told.unit.end]
        about_both = bool(set(told.subjects) & {*drafts[index].subjects, *drafts[index].parties})
        if owners[after] != after or not about_both or read_presupposition(passage) is not None:
            continue
        if _puts_forward(text, found, drafts[index], told):
            return after
    return None


def _puts_forward(text: str, found: Presupposition, taking: Draft, told: Draft) -> bool:
    """Whether a statement tells that the matter was put to somebody which another one takes for granted."""
    if told.reading.responds or told.act is Act.REJECTION or told.unit.section != taking.unit.section:
        return False
    passage = text[told.unit.start : told.unit.end]
    if not MAKING.search(passage):
        return False
    families = {family(item) for item in told.stems} | {
        family(stem(word)) for word in MAKING.findall(passage)
    }
    return f"={found.kind}" in families or bool(_KIND_STEMS[found.kind] & told.stems)
