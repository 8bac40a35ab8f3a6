"""How well a claim fits an answer: points for pointer, actors, words, nearness, each kept by name.

The parts stand in ``link_parts``. No part decides alone, but nobody denies his own claim.
"""

from collections.abc import Callable

from diplotui.extraction.claim_sides import (
    acts_in,
    is_negated,
    is_outlet,
    is_own,
    is_own_words,
    is_reported,
    is_told_of,
)
from diplotui.extraction.drafts import Draft
from diplotui.extraction.link_parts import POINTS
from diplotui.extraction.link_question import Question, Surroundings
from diplotui.extraction.pointers import Pointer, pointer_of
from diplotui.extraction.rejoinders import is_rejoinder
from diplotui.extraction.words import Overlap, all_stems, family, overlap, stem
from diplotui.model import OTHER_TOPIC, Act

FITTING = frozenset({"pointer", "pointer-loose", "such", "it", "words"})
"""Parts of which a claim must have one to be the nearest that could be meant."""

FARTHEST = -3.0
"""A claim many sentences back loses no more than this."""
OPEN_WORDS = 2
"""Words or families of words that an answer must share with the claim, unless it is very short."""
SHORT_ANSWER = 2
"""Content words of an answer that needs only one of them in the claim."""
LEAST_SHARE = 0.25
"""A shared matter (an offer, talks, an attack) with the same actor counts at least this much."""
IT_REACH = 2
"""Sentences back that "it" reaches with ease."""
TURN = "turn"
"""Rule of a passage of a transcript."""
TURN_APART = 0.4
"""How much of the points for another section count in a transcript, where each question begins one."""
IT_FAR = 6
"""Sentences back that it reaches at all."""

_POINTED_ACTS: dict[Pointer, frozenset[Act]] = {
    Pointer.ACCUSATION: frozenset({Act.ACCUSATION}),
    Pointer.CLAIM: frozenset({Act.CLAIM, Act.ACCUSATION, Act.ASSESSMENT}),
}
_NEAR_POINTERS = frozenset({Pointer.IT, Pointer.ACCUSATION, Pointer.CLAIM})
"""Pointers that mostly mean what was said just before."""
_NO_CHARGE = frozenset({Act.VOTE, Act.AGREEMENT, Act.ANNOUNCEMENT, Act.DEMAND, Act.APPEAL})
"""Acts that put nothing forward which a bare answer could deny."""
_BLAMING = frozenset({Act.CLAIM, Act.ASSESSMENT, Act.CONFIRMATION, Act.THREAT, Act.ACCUSATION})
"""Acts of which a charge may be made; nobody calls a demand or a vote an accusation."""

Parts = tuple[tuple[str, float], ...]
"""The parts of a score: name and points."""
_Add = Callable[[str, float], None]


def score_claim(asked: Question, claim: Draft, around: Surroundings) -> Parts | None:
    """The parts of the score of one claim; None where it cannot be the one."""
    parts: list[tuple[str, float]] = []

    def add(name: str, times: float) -> None:
        if times:
            parts.append((name, round(POINTS[name] * times, 2)))

    shared = overlap(asked.stems, claim.stems)
    common = len(shared.words) + len(shared.families)
    charged = claim.act is Act.ACCUSATION
    if not asked.stems or common or asked.pointer is Pointer.MATTER:
        _add_pointer(asked, claim, around, add)
    if asked.such and names(asked.such, claim.stems):
        add("such", 1)
    if not _add_words(asked, claim, shared, add, charged) and asked.negated_only:
        return None
    if acts_in(asked.draft, claim):
        add("denier-in-claim", 1)
    else:
        named = bool(set(asked.draft.parties) & claim.mentioned)
        add("denier-named", named)
        add("not-in-it", asked.blame and bool(asked.draft.parties) and not named)
    _add_speaker(asked, claim, add)
    add("topic", claim.topic == asked.draft.topic != OTHER_TOPIC)
    add("nearest", around.nearest * (3 if asked.here else 1))
    _add_standing(asked, claim, around, add)
    add("in-dispute", around.in_dispute and not asked.here)
    add("opens-report", claim.report is not None and claim.source is not None and is_outlet(claim))
    add("thin", _is_thin(asked, claim, shared))
    _add_place(asked, claim, around, parts, add)
    add("another", asked.another)
    denies = asked.draft.act is not Act.NO_COMMENT and bool(asked.stems)
    add("same-side", denies and not asked.negated and is_negated(claim.claim))
    known = claim.mentioned | {*claim.parties, *claim.actors, *claim.subjects}
    add("other-party", bool(asked.stems) and bool(asked.others - known))
    add("only-denied", asked.draft.act is Act.NO_COMMENT and claim.act in (Act.DENIAL, Act.NO_COMMENT))
    add("other-place", bool(asked.places) and not _names_one(asked.places, around.passage))
    if claim.act is not Act.DENIAL and not is_told_of(claim):
        same = is_own_words(asked.draft, claim)
        add("own-claim", same)
        add("own-party", not same and is_own(asked.draft, claim))
    return tuple(parts)


def _add_speaker(asked: Question, claim: Draft, add: _Add) -> None:
    """Whether the answer names who put the claim forward: the Reuters report, the minister's charge, Kyiv."""
    name = claim.source.name.split()[-1] if claim.source is not None and claim.source.name else ""
    if len(name) >= _SHORTEST_NAME and name[0].isupper() and name in asked.words:
        add("names-speaker", 1)
    elif claim.parties and set(claim.parties) & asked.draft.mentioned - set(asked.draft.parties):
        add("names-side", 1)


def _add_standing(asked: Question, claim: Draft, around: Surroundings, add: _Add) -> None:
    """What kind of passage the claim is: a lead, an agreement, itself only an answer."""
    add("lead", around.lead and not asked.here)
    refusal = asked.draft.act is Act.NO_COMMENT and not asked.own_question
    bare = not asked.stems and (asked.pointer is not None or refusal)
    add("lead-bare", around.lead and not asked.here and bare)
    add("goes-on-answering", not asked.stems and around.answering)
    add("answers-itself", not asked.stems and claim.reading.denial is not None)
    add("no-charge", bare and claim.act in _NO_CHARGE and not is_told_of(claim))
    rejoinder = is_rejoinder(around.passage)
    add("rejoinder", rejoinder)
    told = claim.source is not None or claim.act is Act.ACCUSATION
    add("narrated", not asked.stems and not refusal and not told and not around.lead)
    charge = told and (claim.act not in _NO_CHARGE or is_told_of(claim)) and not rejoinder
    near = asked.pointer in _NEAR_POINTERS and not refusal
    add("just-before", not asked.stems and near and around.before and charge)


THICK_SHARE = 0.8
"""Share of an answer's own words in a claim with which one word is enough."""


def _is_thin(asked: Question, claim: Draft, shared: Overlap) -> bool:
    """Whether a denial that tells what it denies shares too little with another's quarrel sentences away."""
    denial = asked.draft.reading.denial
    if denial is None or denial.open or denial.what is None or asked.draft.act is not Act.DENIAL:
        return False
    if not asked.stems or asked.pointer in (Pointer.IT, Pointer.SUCH, Pointer.MATTER):
        return False
    apart = asked.draft.unit.first_sentence - claim.unit.first_sentence
    common = len(shared.words) + len(shared.families)
    if acts_in(asked.draft, claim) or set(asked.draft.parties) & claim.mentioned:
        return False
    return apart > 1 and common < OPEN_WORDS and (shared.share < THICK_SHARE or not shared.words)


def _add_words(asked: Question, claim: Draft, shared: Overlap, add: _Add, charged: bool) -> bool:
    """Points for words in common; whether there were enough of them.

    ``charged``: the claim is an accusation: one word is enough for
    a denial by whom it is about.
    """
    common = len(shared.words) + len(shared.families)
    same_actor = bool(common and set(asked.actors[:1]) & set(claim.subjects[:2]))
    accused = acts_in(asked.draft, claim) and not is_own(asked.draft, claim)
    related = bool(shared.families) and (accused or not asked.negated_only)
    kin = any(family(word) for word in shared.words) or related
    literal = bool(shared.words) or (accused and related)
    brief = len(asked.stems) <= SHORT_ANSWER and literal
    denies = asked.draft.act is Act.DENIAL and not asked.negated_only
    told = denies and charged and accused and bool(shared.words)
    one = (
        told
        or asked.event
        or brief
        or (accused and _covered(asked.stems, shared) >= HALF)
        or (kin and same_actor)
    )
    enough = common >= (1 if one else OPEN_WORDS)
    if enough:
        add("words", max(shared.share, LEAST_SHARE if kin and same_actor else 0.0))
    add("same-actor", same_actor)
    return enough


HALF = 0.5
"""Share of its own words by which an accused party's negated clause speaks of the charge."""


def _covered(stems: frozenset[str], shared: Overlap) -> float:
    """Share of the answer's stems that the claim has, in the same or in other words."""
    covered = sum(item in shared.words or family(item) in shared.families for item in stems)
    return covered / len(stems) if stems else 0.0


def _add_place(
    asked: Question, claim: Draft, around: Surroundings, parts: list[tuple[str, float]], add: _Add
) -> None:
    if around.apart > 1:
        parts.append(("sentence-apart", max(FARTHEST, POINTS["sentence-apart"] * (around.apart - 1))))
    apart = claim.unit.section != asked.draft.unit.section
    add("section-apart", apart and (TURN_APART if asked.draft.unit.rule == TURN else 1))
    first, last = claim.said.earliest, asked.draft.said.latest
    add("later-day", claim.dated and first is not None and last is not None and first > last)


def _add_pointer(asked: Question, claim: Draft, around: Surroundings, add: _Add) -> None:
    pointer = asked.pointer
    if pointer is None:
        return
    if asked.noun and asked.noun in all_stems(around.passage):
        add("named", 1)
    if pointer in (Pointer.IT, Pointer.MATTER):
        if around.apart <= IT_REACH or around.in_dispute:
            add("it", 1)
        elif around.apart <= IT_FAR:
            add("it-far", 1)
    elif pointer is Pointer.REPORT:
        reported = is_reported(claim)
        add("pointer" if reported else "pointer-loose", 1 if reported or claim.source is not None else 0.5)
    elif pointer is Pointer.EXHIBIT:
        noun = _exhibit(asked)
        add("pointer", bool(noun) and names(frozenset({noun}), claim.stems))
    elif claim.act in _POINTED_ACTS.get(pointer, frozenset()):
        add("pointer", 0.5 if claim.source is None else 1)
    elif not is_own(asked.draft, claim) and (pointer is not Pointer.ACCUSATION or claim.act in _BLAMING):
        add("pointer-loose", 0.5 if claim.source is None else 1)


def _exhibit(asked: Question) -> str:
    """Stem of the noun of what was shown: photograph, video, letter."""
    denial = asked.draft.reading.denial
    words = (denial.scope or "").split() if denial else []
    shown = [word for word in words if pointer_of(word.strip(",.")) is Pointer.EXHIBIT]
    return stem(shown[-1]) if shown else ""


def names(nouns: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether a passage names a matter, in the same or in other words."""
    if nouns & stems:
        return True
    kinds = {family(noun) for noun in nouns} - {None}
    return bool(kinds & {family(item) for item in stems})


_SHORTEST_NAME = 4
"""Letters of a speaker's name by which an answer may point at him."""
_ROOT = 5
"""Letters that a name shares with its adjective: Africa, African."""


def _names_one(places: frozenset[str], passage: str) -> bool:
    """Whether a passage names one of these, or what belongs to it."""
    roots = {place[:_ROOT] for place in places}
    return any(word[:_ROOT] in roots for word in all_stems(passage))
