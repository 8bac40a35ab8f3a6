"""Which claim of the text a denial, a confirmation or an evasion speaks of.

An answer is linked where a claim before it reaches the threshold and stands clear of the next; else it stays
unlinked, or speaks of its own complement. Nothing here looks outside the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplotui.extraction.asked import ASKED
from diplotui.extraction.claim_sides import is_own_words
from diplotui.extraction.discourse import CLAIMS, Discourse
from diplotui.extraction.drafts import Draft
from diplotui.extraction.link_question import Question, Surroundings
from diplotui.extraction.link_score import FITTING, Parts, score_claim
from diplotui.extraction.pointers import Pointer, pointer_of
from diplotui.extraction.reports import is_another
from diplotui.extraction.words import overlap
from diplotui.model import Act, ActorKind

WINDOW = 60
"""How many statements before an answer are looked at: news answers what stands near."""
IN_DISPUTE_WITHIN = 12
"""Statements within which the claim that was answered last stays the one that is being talked about."""
JUST_BEFORE = 1
"""Sentences back within which the last claim counts as standing just before an answer."""
THRESHOLD = 3.2
EVASION_THRESHOLD = 2.5
"""For a refusal to answer: it has few words of its own."""
EVADED_WORDS = 1.5
"""Points of words for a refusal that says what was asked, unless the claim is in its own sentence."""
CONFIRMED_WORDS = 2.0
"""Points of words that a confirmation needs, or a pointer: that a party acts in a claim confirms nothing."""
POINTER_THRESHOLD = 2.0
"""For a bare pointer ("the charge", "it"): it points at something, mostly at what stands before it."""
UNKNOWN_WORDS = 2.5
"""Points of words for a negated clause of somebody whose party is not known."""
OPEN_THRESHOLD = 4.25
"""For a negated clause that is a denial only if a claim stands before it."""
MARGIN = 0.4
"""By which the best claim must lead the next, where the answer has no words of its own to tell them apart."""


@dataclass(frozen=True, slots=True)
class Link:
    """The claim an answer speaks of: index of its statement, and the parts of the score."""

    statement: int
    score: Parts
    beside: bool = False
    """The claim stands in the sentence of the answer."""

    @property
    def total(self) -> float:
        """The sum of its parts."""
        return sum(points for _, points in self.score)


def find_claim(
    asked: Question, text: str, drafts: Sequence[Draft], owners: Sequence[int], discourse: Discourse
) -> Link | None:
    """The claim before it that an answer speaks of, or None.

    ``owners``: for each draft the index of the statement whose claim it asserts (its own, or one repeated).
    A denial that carries its claim itself may be meant too, where the answer has words of its own.
    """
    if _withholds_more(asked, drafts):
        return None
    goes_on = _going_on(asked, drafts, discourse)
    if goes_on is not None:
        return goes_on
    ranked = _ranked(asked, text, drafts, owners, discourse)
    if asked.such and asked.draft.act is Act.DENIAL and not any(_names_it(link) for link in ranked):
        asked = replace(asked, stems=frozenset(), such=frozenset(), pointer=Pointer.IT)
        ranked = _ranked(asked, text, drafts, owners, discourse)
    return _choose(asked, ranked)


def find_settled(
    asked: Question, text: str, drafts: Sequence[Draft], owners: Sequence[int], discourse: Discourse
) -> Link | None:
    """The claim of a negated clause that denies by itself; one word does only about the denying side."""
    link = find_claim(replace(asked, negated_only=False), text, drafts, owners, discourse)
    if link is None or len(asked.stems) > 1:
        return link
    about = {"denier-in-claim", "denier-named", "goes-on", "names-speaker"}
    return link if any(name in about for name, _ in link.score) else None


STANDING_NEEDED = 3.5
"""Points of a link that rests on who is accused, without words in common."""


def find_charge(
    asked: Question, text: str, drafts: Sequence[Draft], owners: Sequence[int], discourse: Discourse
) -> Link | None:
    """The claim that a denial in words of its own answers: the one that its side stands accused in.

    It must stand just before or be in dispute, or share a word; the denying side must act in it.
    """
    bare = replace(
        asked, stems=frozenset(), such=frozenset(), pointer=Pointer.IT, negated_only=False, here=False
    )
    for link in _ranked(bare, text, drafts, owners, discourse):
        parts = dict(link.score)
        near = not {"just-before", "in-dispute", "lead"}.isdisjoint(parts)
        shared = overlap(asked.stems, drafts[link.statement].stems)
        pointed = "names-speaker" in parts and any(pointer_of(word) for word in asked.words)
        close = bool(shared.words) and "just-before" in parts and "denier-named" in parts
        meant = pointed or close or "denier-in-claim" in parts
        if not meant or link.total < STANDING_NEEDED:
            continue
        return link if near or shared.words or shared.families else None
    return None


def _withholds_more(asked: Question, drafts: Sequence[Draft]) -> bool:
    """Whether somebody would only not say more of what he has just put forward: "They would not say how"."""
    if asked.draft.act is not Act.NO_COMMENT or asked.index == 0 or not (asked.silent or asked.own_question):
        return False
    before = drafts[asked.index - 1]
    near = before.unit.section == asked.draft.unit.section and before.act in CLAIMS
    return near and is_own_words(asked.draft, before)


GOES_ON = 3.0
"""Points of a link that a speaker's next words take over from the denial before them."""


def _going_on(asked: Question, drafts: Sequence[Draft], discourse: Discourse) -> Link | None:
    """For the next words of who has just denied a claim: that claim.

    The same speaker goes on where one of the two only points. So does whoever of the same party is quoted with
    a negated clause, if the claim is another's: "Rwanda denied it. “We have no soldiers there,” he said."
    """
    last = discourse.last
    if last is None or last.index != asked.index - 1 or last.target == asked.index:
        return None
    before, now = drafts[last.index], asked.draft
    if now.unit.section != before.unit.section or now.unit.block - before.unit.block > 1:
        return None
    same = before.source is not None and now.source is not None and before.source.name == now.source.name
    party = bool(set(before.parties) & set(now.parties))
    bare = not asked.stems and asked.pointer is Pointer.IT and not asked.here and now.act is Act.DENIAL
    spoken = (
        asked.negated_only and now.unit.attribution is not None and now.unit.attribution.quote is not None
    )
    told = last.target != last.index
    quoted = now.unit.attribution is not None and now.unit.attribution.quote is not None
    if (
        (same and (bare or (asked.negated_only and last.bare)))
        or (party and bare and quoted and told)
        or ((same or party) and spoken and told)
    ):
        return Link(last.target, (("goes-on", GOES_ON),))
    return None


def _names_it(link: Link) -> bool:
    """Whether the claim has the noun behind "such", or enough of the answer's words."""
    return any(name in ("such", "words") for name, _ in link.score)


def _ranked(
    asked: Question, text: str, drafts: Sequence[Draft], owners: Sequence[int], discourse: Discourse
) -> list[Link]:
    """The claims that an answer may mean, best first."""
    links: dict[int, Link] = {}
    disputed = discourse.in_dispute
    nearest = True
    last_claim: int | None = None
    for index in range(asked.index - 1, max(-1, asked.index - 1 - WINDOW), -1):
        claim = drafts[index]
        if claim.unit.rule == ASKED:
            continue
        if claim.act not in CLAIMS and not (index in discourse.denied and _may_repeat(asked, claim)):
            continue
        last_claim = index if last_claim is None else last_claim
        target = _target(index, claim, drafts, owners, asked)
        opener = _opens_its_report(index, text, drafts, discourse) if not asked.stems else None
        target = target if opener is None else owners[opener]
        around = Surroundings(
            text[claim.unit.start : claim.unit.end],
            nearest,
            in_dispute=target == disputed and asked.index - discourse.answered[target] <= IN_DISPUTE_WITHIN,
            lead=index in discourse.leads,
            apart=_apart(asked, claim, discourse.answered.get(target), drafts),
            answering=_goes_on_answering(index, drafts, discourse),
            before=last_claim == index
            and asked.draft.unit.first_sentence - claim.unit.first_sentence <= JUST_BEFORE,
        )
        parts = score_claim(asked, claim, around)
        if parts is None:
            continue
        nearest = nearest and not any(name in FITTING for name, _ in parts)
        beside = claim.unit.first_sentence == asked.draft.unit.first_sentence
        link = Link(target, parts, beside)
        if target not in links or link.total > links[target].total:
            links[target] = link
    return sorted(links.values(), key=lambda link: -link.total)


def _goes_on_answering(index: int, drafts: Sequence[Draft], discourse: Discourse) -> bool:
    """Whether a statement is by the speaker of the last denial, behind it."""
    last = discourse.last
    return last is not None and last.index < index and is_own_words(drafts[last.index], drafts[index])


def _opens_its_report(index: int, text: str, drafts: Sequence[Draft], discourse: Discourse) -> int | None:
    """The lead that names the outlet which goes on here ("the network said"): a bare answer is of the lead."""
    claim = drafts[index]
    if claim.source is None or claim.source.kind is not ActorKind.OUTLET or not claim.source.name:
        return None
    name = claim.source.name.split()[-1]
    for lead in discourse.leads:
        unit = drafts[lead].unit
        here = lead < index and unit.section == claim.unit.section
        if here and not is_another(drafts[lead], claim) and name in text[unit.start : unit.end]:
            return lead
    return None


def _apart(asked: Question, claim: Draft, last: int | None, drafts: Sequence[Draft]) -> int:
    """Sentences from a claim, or from the last answer to it in its own part of the text, to this answer."""
    here = asked.draft.unit.first_sentence
    if asked.here or last is None or drafts[last].unit.section != claim.unit.section:
        return here - claim.unit.first_sentence
    return here - max(claim.unit.first_sentence, drafts[last].unit.first_sentence)


def _may_repeat(asked: Question, denial: Draft) -> bool:
    """Whether an answer may be of a claim that only a denial tells: not another sentence of the same speaker."""
    if not asked.stems:
        return False
    own = is_own_words(asked.draft, denial)
    return not (own and (asked.negated_only or asked.draft.act is not Act.DENIAL))


def _choose(asked: Question, ranked: list[Link]) -> Link | None:
    if not ranked or ranked[0].total < _needed(asked) or not _stands(asked, ranked[0]):
        return None
    close = len(ranked) > 1 and ranked[0].total - ranked[1].total < MARGIN
    if close and not asked.stems and asked.pointer in (None, Pointer.SUCH, Pointer.EXHIBIT):
        return None
    return ranked[0]


def _needed(asked: Question) -> float:
    if asked.negated_only:
        return OPEN_THRESHOLD
    if (not asked.stems and not asked.silent) or asked.pointer in (Pointer.SUCH, Pointer.MATTER):
        return POINTER_THRESHOLD
    return EVASION_THRESHOLD if asked.draft.act is Act.NO_COMMENT else THRESHOLD


def _stands(asked: Question, link: Link) -> bool:
    """Whether a link rests on more than who speaks: on words in common or on a pointer."""
    parts = dict(link.score)
    known = not {"denier-in-claim", "denier-named"}.isdisjoint(parts)
    if asked.negated_only:
        worded = len(asked.stems) > 1 and parts.get("words", 0.0) >= UNKNOWN_WORDS
        sure = not asked.draft.parties and worded
        return asked.event or known or sure
    if asked.own_question:
        return link.beside
    if not asked.stems or asked.pointer in (Pointer.SUCH, Pointer.MATTER) or "pointer" in parts:
        return True
    if asked.draft.act is Act.NO_COMMENT:
        return link.beside or parts.get("words", 0.0) >= EVADED_WORDS
    return parts.get("words", 0.0) >= (CONFIRMED_WORDS if asked.draft.act is Act.CONFIRMATION else 0.1)


def _target(index: int, claim: Draft, drafts: Sequence[Draft], owners: Sequence[int], asked: Question) -> int:
    """The statement whose claim is meant: the report's opening for a whole report, else the claim's owner.

    A refusal that does not say what was asked ("declined to comment") is of the report as a whole.
    """
    opener = claim.report
    if opener is None or opener >= asked.index:
        return owners[index]
    refusal = asked.draft.act is Act.NO_COMMENT and asked.pointer is None
    if (asked.pointer is Pointer.REPORT or refusal) and not asked.stems:
        return owners[opener]
    if asked.stems:
        first, here = overlap(asked.stems, drafts[opener].stems), overlap(asked.stems, claim.stems)
        if len(first.words) + len(first.families) >= len(here.words) + len(here.families):
            return owners[opener]
    return owners[index]
