"""Which claim of the text a denial, a confirmation or an evasion speaks of: a score with its parts kept.

A response is linked where one claim reaches the threshold and stands clear of the next; else it stays
unlinked, or speaks of its own complement. Nothing here looks outside the text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from diplotui.extraction.content import first_clause
from diplotui.extraction.drafts import Draft
from diplotui.extraction.pointers import CLAIM_NOUN, Pointer, pointer_of
from diplotui.extraction.words import all_stems, content_stems, family, overlap, stem
from diplotui.model import OTHER_TOPIC, Act, ActorKind, Certainty

WINDOW = 60
"""How many statements before a response are looked at: news answers what stands near."""

POINTS: dict[str, float] = {
    "pointer": 3.0,  # the noun fits the claim's kind: the accusation -> an accusation
    "pointer-loose": 1.5,  # the noun may fit: the claim -> anything that another party said
    "named": 1.5,  # the noun's own verb stands in the claim: the findings -> found
    "such": 2.0,  # "such an offer": the claim names the matter
    "it": 1.5,  # it, this: the claim just before
    "denier-in-claim": 2.0,  # who answers acts in the claim
    "same-actor": 1.0,  # who acts in what is denied acts in the claim
    "words": 5.0,  # times the share of content words in common
    "answered": 1.0,  # another answer just before this one went to it
    "topic": 0.5,
    "nearest": 0.5,
    "opens-report": 0.75,  # a report's first statement stands for the report
    "sentence-apart": -0.25,
    "section-apart": -2.5,
    "later-day": -3.0,  # said after the answer
    "own-claim": -6.0,  # nobody denies what the same party put forward
}
"""Points of each part. Set on texts of our own making; the shares were not fitted to any single one."""

FARTHEST = -3.0
"""A claim many sentences back loses no more than this."""

THRESHOLD = 3.0
EVASION_THRESHOLD = 2.5
"""For a refusal to answer: it has few words of its own."""
CONFIRMED_WORDS = 2.0
"""Points of words that a confirmation needs, or a pointer: that a party acts in a claim confirms nothing."""
POINTER_THRESHOLD = 2.0
"""For a bare pointer ("the charge", "it"): it always points at something, and mostly at what stands before it."""
MARGIN = 0.4
OPEN_THRESHOLD = 4.25
"""For a negated clause that is a denial only if a claim stands before it."""
OPEN_WORDS = 2
"""Words or families of words that such a clause must share with the claim."""

LEAST_SHARE = 0.25
"""A shared matter (an offer, talks, an attack) with the same actor counts at least this much."""

_CLAIMS = frozenset(
    {Act.CLAIM, Act.ACCUSATION, Act.ANNOUNCEMENT, Act.ASSESSMENT, Act.AGREEMENT, Act.VOTE, Act.REJECTION, Act.THREAT,
     Act.DEMAND, Act.APPEAL, Act.CONFIRMATION}
)  # fmt: skip
"""Acts that put something forward which can be denied."""
_POINTED_ACTS: dict[Pointer, frozenset[Act]] = {
    Pointer.ACCUSATION: frozenset({Act.ACCUSATION}),
    Pointer.CLAIM: frozenset({Act.CLAIM, Act.ACCUSATION, Act.ASSESSMENT}),
}
_BLAMING = frozenset({Act.CLAIM, Act.ASSESSMENT, Act.CONFIRMATION, Act.THREAT, Act.ACCUSATION})
"""Acts of which a charge may be made; nobody calls a demand or a vote an accusation."""


@dataclass(frozen=True, slots=True)
class Link:
    """The claim a response speaks of: index of its statement, and the parts of the score."""

    statement: int
    score: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        """The sum of its parts."""
        return sum(points for _, points in self.score)


@dataclass(frozen=True, slots=True)
class Question:
    """What a response says of the claim it looks for."""

    index: int
    draft: Draft
    stems: frozenset[str]
    """Content stems of the proposition it speaks of; empty where it only points."""
    pointer: Pointer | None
    noun: str
    """Stem of the noun that points."""
    such: frozenset[str]
    """Stems of the noun after "such"."""
    actors: tuple[str, ...]
    """Parties that act in it."""
    event: bool
    """An event said to be invented: its noun alone must be in the claim."""
    negated_only: bool
    """A negated clause: a denial only where it contradicts a claim."""


_SUCH = re.compile(
    r"\b(?:no|any)? ?such(?: an?)? (?P<such>[\w-]+)|\bthe same (?P<same>[\w-]+)", re.IGNORECASE
)


def question_of(index: int, draft: Draft, text: str) -> Question:
    """What the statement at ``index`` asks the claims before it."""
    denial = draft.reading.denial
    span = denial.what if denial is not None else draft.reading.matter
    passage = first_clause(text[span[0] : span[1]]) if span else ""
    pointer = denial.pointer if denial is not None else _matter_pointer(passage, draft)
    such = _SUCH.search(passage or text[draft.unit.start : draft.unit.end])
    noun = (such["such"] or such["same"]) if such else ""
    return Question(
        index,
        draft,
        content_stems(passage),
        pointer,
        _pointing_noun(denial.scope if denial is not None else passage),
        frozenset({stem(noun)}) if noun else frozenset(),
        draft.subjects,
        denial is not None and denial.rule == "deny-event-false",
        denial.open if denial is not None else False,
    )


def _pointing_noun(words: str | None) -> str:
    """Stem of the noun by which a scope or a question points: "the findings" -> find."""
    found = CLAIM_NOUN.search(words or "")
    return stem(found.group()) if found else ""


def _matter_pointer(passage: str, draft: Draft) -> Pointer | None:
    """What a question put to somebody was about, where it is only pointed at ("on the report", or silence)."""
    found = CLAIM_NOUN.search(passage)
    if found:
        return pointer_of(found.group())
    bare = draft.act is Act.NO_COMMENT and not content_stems(passage)
    return Pointer.IT if bare else None


ANSWERED_WITHIN = 3
"""Statements back within which another answer makes its claim the one that is being talked about."""


def find_claim(
    asked: Question,
    text: str,
    drafts: Sequence[Draft],
    owners: Sequence[int],
    answered: Mapping[int, int] = MappingProxyType({}),
) -> Link | None:
    """The claim that a response speaks of, or None.

    ``owners``: for each draft the index of the statement whose claim it asserts (itself, or the one it repeats).
    ``answered``: statements whose claim was answered before, with the index of the last answer.
    """
    links: dict[int, Link] = {}
    nearest = True
    for index in range(asked.index - 1, max(-1, asked.index - 1 - WINDOW), -1):
        candidate = drafts[index]
        if candidate.act not in _CLAIMS or candidate.unit.end > asked.draft.unit.end:
            continue
        parts = _score(asked, candidate, nearest)
        if asked.noun and asked.noun in all_stems(text[candidate.unit.start : candidate.unit.end]):
            parts = (*parts, ("named", POINTS["named"]))
        target = _target(index, candidate, drafts, owners, asked)
        if asked.index - answered.get(target, -WINDOW) <= ANSWERED_WITHIN:
            parts = (*parts, ("answered", POINTS["answered"]))
        link = Link(target, parts)
        nearest = False
        if link.statement not in links or link.total > links[link.statement].total:
            links[link.statement] = link
    return _choose(asked, sorted(links.values(), key=lambda link: -link.total))


def _choose(asked: Question, ranked: list[Link]) -> Link | None:
    if not ranked:
        return None
    best = ranked[0]
    if best.total < _needed(asked) or not _stands(asked, best):
        return None
    if asked.negated_only and not asked.event and not any(name == "denier-in-claim" for name, _ in best.score):
        return None
    if len(ranked) > 1 and best.total - ranked[1].total < MARGIN and not asked.stems:
        return best if _points_back(asked) else None
    return best


def _needed(asked: Question) -> float:
    if asked.negated_only:
        return OPEN_THRESHOLD
    if not asked.stems:
        return POINTER_THRESHOLD
    return EVASION_THRESHOLD if asked.draft.act is Act.NO_COMMENT else THRESHOLD


def _stands(asked: Question, link: Link) -> bool:
    """Whether a link rests on more than who speaks: on words in common or on a pointer."""
    parts = dict(link.score)
    if not asked.stems or asked.draft.act is Act.NO_COMMENT or "pointer" in parts:
        return True
    words = parts.get("words", 0.0)
    return words >= (CONFIRMED_WORDS if asked.draft.act is Act.CONFIRMATION else 0.1)


def _points_back(asked: Question) -> bool:
    """Whether a bare pointer means the claim nearest to it."""
    return asked.pointer in (Pointer.IT, Pointer.ACCUSATION, Pointer.CLAIM, Pointer.REPORT)


def _target(
    index: int, candidate: Draft, drafts: Sequence[Draft], owners: Sequence[int], asked: Question
) -> int:
    """The statement whose claim is meant: the report's opening for a whole report, else the claim's owner."""
    opener = candidate.report
    if opener is not None and asked.pointer is Pointer.REPORT and not asked.stems:
        return owners[opener]
    if opener is not None and asked.stems:
        first = overlap(asked.stems, drafts[opener].stems)
        here = overlap(asked.stems, candidate.stems)
        if len(first.words) + len(first.families) >= len(here.words) + len(here.families):
            return owners[opener]
    return owners[index]


def _score(asked: Question, candidate: Draft, nearest: bool) -> tuple[tuple[str, float], ...]:
    parts: list[tuple[str, float]] = []

    def add(name: str, times: float = 1.0) -> None:
        if times:
            parts.append((name, round(POINTS[name] * times, 2)))

    shared = overlap(asked.stems, candidate.stems)
    common = len(shared.words) + len(shared.families)
    silent = not asked.stems
    if silent or common:
        _add_pointer(asked, candidate, add)
    if asked.such and _names(asked.such, candidate.stems):
        add("such")
    same_actor = bool(common and set(asked.actors[:1]) & set(candidate.subjects[:2]))
    kin = bool(shared.families or any(family(word) for word in shared.words))
    enough = 1 if asked.event else OPEN_WORDS
    if common >= enough or (common and (len(asked.stems) <= 2 or (kin and same_actor))):
        add("words", max(shared.share, LEAST_SHARE if kin and same_actor else 0.0))
    elif asked.negated_only:
        return (("too-few-words", -9.0),)
    if same_actor:
        add("same-actor")
    if _acts_in(asked.draft, candidate):
        add("denier-in-claim")
    if candidate.topic == asked.draft.topic != OTHER_TOPIC:
        add("topic")
    if nearest:
        add("nearest")
    if candidate.report is not None and _opens(candidate, asked):
        add("opens-report")
    apart = asked.draft.unit.first_sentence - candidate.unit.first_sentence
    if apart > 1:
        parts.append(("sentence-apart", max(FARTHEST, POINTS["sentence-apart"] * (apart - 1))))
    if candidate.unit.section != asked.draft.unit.section:
        add("section-apart")
    if _is_later(candidate, asked.draft):
        add("later-day")
    if _is_own(asked.draft, candidate):
        add("own-claim")
    return tuple(parts)


def _add_pointer(asked: Question, candidate: Draft, add: "_Adder") -> None:
    pointer = asked.pointer
    if pointer is None:
        return
    if pointer is Pointer.IT:
        apart = asked.draft.unit.first_sentence - candidate.unit.first_sentence
        add("it", 1.0 if apart <= 2 else 0.0)
        return
    if pointer is Pointer.REPORT:
        add("pointer" if _is_reported(candidate) else "pointer-loose", 1.0)
        return
    if pointer is Pointer.EXHIBIT:
        noun = _exhibit(asked)
        add("pointer", 1.0 if noun and _names(frozenset({noun}), candidate.stems) else 0.0)
        return
    if candidate.act in _POINTED_ACTS.get(pointer, frozenset()):
        add("pointer")
    elif not _is_own(asked.draft, candidate) and (
        pointer is not Pointer.ACCUSATION or candidate.act in _BLAMING
    ):
        add("pointer-loose", 0.5 if candidate.source is None else 1.0)


def _exhibit(asked: Question) -> str:
    scope = asked.draft.reading.denial.scope if asked.draft.reading.denial else None
    words = [word for word in (scope or "").split() if pointer_of(word.strip(",.")) is Pointer.EXHIBIT]
    return stem(words[-1]) if words else ""


def _names(nouns: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether a passage names a matter, in the same or in other words."""
    if nouns & stems:
        return True
    kinds = {family(noun) for noun in nouns} - {None}
    return bool(kinds & {family(item) for item in stems})


def _is_reported(candidate: Draft) -> bool:
    source = candidate.source
    return (
        candidate.report is not None
        or candidate.certainty is Certainty.REPORTED
        or (source is not None and source.kind in (ActorKind.OUTLET, ActorKind.ANONYMOUS))
        or any(link.kind is ActorKind.OUTLET for link in candidate.chain)
    )


def _opens(candidate: Draft, asked: Question) -> bool:
    return candidate.source is not None and candidate.source.kind is ActorKind.OUTLET


def _acts_in(answer: Draft, claim: Draft) -> bool:
    """Whether somebody for whom the answer speaks is a party to the claim, or is named in it."""
    if set(answer.parties) & set(claim.subjects):
        return True
    named = {speaker.name for speaker in answer.speakers}
    return bool(named & set(claim.actors) or set(answer.parties) & set(claim.actors))


def _is_later(claim: Draft, answer: Draft) -> bool:
    first, last = claim.said.earliest, answer.said.latest
    return first is not None and last is not None and first > last


def _is_own(answer: Draft, claim: Draft) -> bool:
    """Whether the claim was put forward by the answering party or speaker itself."""
    if answer.parties and set(answer.parties) & set(claim.parties):
        return True
    return answer.source is not None and claim.source is not None and answer.source.name == claim.source.name


class _Adder:
    """Type of the function that adds a part to a score."""

    def __call__(self, name: str, times: float = 1.0) -> None:
        """Add ``times`` the points of a part."""


def own_matter(asked: Question) -> bool:
    """Whether a response that found no claim carries one of its own: a proposition, not a bare pointer."""
    denial = asked.draft.reading.denial
    if asked.draft.act is Act.NO_COMMENT:
        return asked.draft.reading.matter is not None and len(asked.stems) > 1
    if denial is None:
        return asked.draft.act is Act.CONFIRMATION
    return denial.what is not None and bool(asked.stems)
