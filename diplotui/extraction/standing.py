"""When a negated clause denies although no claim was found that it answers word for word.

"We did not fire a shot" is a denial where its speaker stands accused, or answers somebody, in whatever words the
charge was put. A clause in the negative gathers points for what makes it an answer, each kept by name; a negation
that tells of a gap, a loss or a wish stays a claim.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diplotui.extraction.asked import ASKED
from diplotui.extraction.claim_sides import acts_in, is_own
from diplotui.extraction.discourse import CLAIMS
from diplotui.extraction.drafts import Draft
from diplotui.extraction.standing_marks import MARKS
from diplotui.extraction.words import overlap, stem
from diplotui.model import Act, ActorKind, Stance

NEEDED = 3.5
"""Points from which on a negated clause denies by itself."""
ACCUSED = 2.0
"""The speaker, or the party for which he speaks, acts in what somebody else put forward before."""
NAMED = 1.5
"""... or is at least named there."""
SAME_ACTOR = 1.5
"""Who acts in the negated clause acts in what somebody else put forward before."""
IN_DISPUTE = 1.0
"""Somebody denied in one of the three statements before: the matter is in dispute."""
FLAT = 1.0
"""A short plain sentence about the speaker's own deed, and nothing besides: "We did not fire on anybody"."""
_FLAT_WORDS = 10
ANSWERING_AFTER = 1.5
"""The next sentence tells that the speaker was commenting on a report."""
DENIED_JUST_BEFORE = 1.5
"""The same side denied in one of the two statements before: it goes on doing so."""
SAME_WORDS = 1.0
"""It has a content word, or a near-synonym of one, in common with what somebody else put forward before."""
ACCUSED_WITHIN = 12
"""Statements back in which that is looked for."""
TOLD_AFTER = 4
"""Statements behind, for a story that opens with the answer."""


_GAP = re.compile(
    r"(?:\bnot|\bnever|n['’]t|(?<!\bat )\bno|\bnothing|\bnobody|\bnone"
    r"|\bno one)\b(?: [\w’'-]+){0,4}? (?:yet|receiv\w+|hear[d]?"
    r"|decid\w+|decision|seen|found"
    r"|answer\w*|repl\w+|response|respond\w*|comment\w*|news|word (?:from|of|on|about)|choice|alternative"
    r"|invit\w+|consult\w+|inform\w*|notif\w+"
    r"|(?:been|was|were|be) (?:asked|told|given|offered|allowed)|hurt|injur\w+|wounded|casualt\w+|victims?"
    r"|damage\w*|deaths?|harmed"
    r"|dead|missing"
    r"|progress|breakthrough|agreed|reached|finish\w+|chang\w+|enough|trust|hope|solution|winners?|closer"
    r"|better|worse"
    r"|easy|simple|clear|known|sure|time|doubt|longer|surpris\w+|illusions?|confidence|guarantees?|right"
    r"|rule out|denying"
    r"|immediately|immediate|details?|explanation|reason|sign|signs|indication|expect\w*|afraid|fear|forget"
    r"|forgotten"
    r"|survivors?|obstacles?|objections?|conditions?|den(?:y|ied|ies)|disput\w+|doubt\w*|question\w*"
    r"|contradict\w*|for \w+ \w+ to (?:say|judge|comment)|willing|ready|prepared|interested|able|inclined"
    r"|keen|obliged|bound|authori[sz]ed|entitled|against|opposed|alone|afraid|satisfied|convinced"
    r"|optimistic|in (?:a|the) (?:position|business|mood|habit))\b"
    r"|\b(?:is|are|was|were) to be\b|\b(?:chang|mean|alter|solv|settl|prov|matter)(?:e[sd]|s|t"
    r"|ed) nothing\b|\bnothing to (?:make a fuss"
    r"|worry|fear|apologi[sz]e|hide|say"
    r"|add|discuss|lose|gain|celebrate|be ashamed)\b",
    re.IGNORECASE,
)
"""A gap, a loss, a judgement: negated, and nobody's account contradicted by it."""
_OF_DENYING = re.compile(r"den(?:y|ied|ies)|disput|doubt|question|contradict", re.IGNORECASE)
"""Words of denying: that nobody denies it is no denial, whoever denied before."""
_SELF = re.compile(
    r"\b(?:I|we|it|he|she|they|our|its|his|her|their|my)\b(?: [\w’'-]+){0,3}?(?: (?:did|do|does|had|has"
    r"|have|was|were|are|is|am)"
    r"(?: not|n['’]t| never| no)\b|['’](?:ve|m|re|d) (?:not|never)| (?:never|neither)\b| \w+ed no(?:thing)?\b"
    r"|(?:n['’]t)\b)",
    re.IGNORECASE,
)
"""The speaker, or what is his, is the subject of what is negated."""
_TOLD_ON = re.compile(
    r"\b(?:was|were) (?:commenting|responding|reacting|replying|speaking in response|answering|asked)\b"
    r"|\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey) (?:responded|reacted) to\b|\b(?:[Cc]ommenting|[Rr]esponding"
    r"|[Rr]eacting) (?:on|to)\b"
)
"""In the sentence behind: that the speaker was answering."""
_NEXT = 120
_EARLY = re.compile(r"[^,;:]{0,60}?(?:\bnot|\bnever|n['’]t|\bno|\bnobody|\bnothing|\bnone)\b", re.IGNORECASE)
"""A negation before any comma: the main clause is in the negative."""
_DISPUTED = frozenset({"in-dispute", "denied-just-before", "accused", "named"})
_OWN_PAST = re.compile(
    r"[\s“\"]*(?:that )?(?:I|we|our \w+|its \w+|it|they|he|she)(?: (?:did|had|have|has|was|were)(?: not"
    r"|n['’]t| never)|['’](?:ve|d) (?:not|never)"
    r"| never) ",
    re.IGNORECASE,
)
_SUFFERED = re.compile(
    r"(?:\bnot|\bnever|n['’]t)(?: \w+ly)? (?:been|be|being) (?!involved|behind|present|part|aware|responsible"
    r"|there|in\b|a\b|any)\w+",
    re.IGNORECASE,
)
"""Something that was not done to the speaker: no deed of his."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Why a negated clause denies by itself: the parts of its points."""

    parts: tuple[tuple[str, float], ...]

    @property
    def holds(self) -> bool:
        """Whether the points are enough."""
        return sum(points for _, points in self.parts) >= NEEDED


def standing_of(text: str, index: int, draft: Draft, drafts: Sequence[Draft]) -> Standing:
    """The points of the open denial at ``index``; ``drafts`` are all statements, in order."""
    denial = draft.reading.denial
    if denial is None or not denial.open or denial.what is None or denial.stance is not Stance.DENIES:
        return Standing(())
    spoken = text[slice(*denial.what)]
    gap = _GAP.search(spoken)
    if not draft.speakers or (gap and not _is_answered(gap.group(), index, draft, drafts)):
        return Standing(())
    passage = text[max(draft.unit.start, 0) : draft.unit.end]
    parts = [(row.rule, row.points) for row in MARKS if row.pattern.search(spoken if row.spoken else passage)]
    goes_on = any(one.act is Act.DENIAL and is_own(draft, one) for one in drafts[max(0, index - 2) : index])
    if _TOLD_ON.search(text, draft.unit.end, draft.unit.end + _NEXT) and index + 1 < len(drafts):
        parts.append(("answering-after", ANSWERING_AFTER))
    factual = not {"told-past", "told-now", "not-there", "emphatic"}.isdisjoint(rule for rule, _ in parts)
    if not factual and not (goes_on and _EARLY.match(spoken)):
        return Standing(())
    if not _SUFFERED.search(spoken) and (
        _SELF.search(spoken) or set(draft.subjects[:1]) & set(draft.parties)
    ):
        parts.append(("own-deed", 1.0))
    if goes_on:
        parts.append(("denied-just-before", DENIED_JUST_BEFORE))
    elif _is_official(draft) and any(one.act is Act.DENIAL for one in drafts[max(0, index - 3) : index]):
        parts.append(("in-dispute", IN_DISPUTE))
    parts.extend(_accused(index, draft, drafts))
    if not _is_official(draft) and not any(rule == "accused" for rule, _ in parts):
        return Standing(())
    disputed = not _DISPUTED.isdisjoint(rule for rule, _ in parts)
    if disputed and len(spoken.split()) <= _FLAT_WORDS and _OWN_PAST.match(spoken):
        parts.append(("flat", FLAT))
    return Standing(tuple(parts))


def _is_answered(gap: str, index: int, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether what is said to be lacking is what somebody else said there was: "no map had been agreed"."""
    word = stem(gap.split()[-1].lower())
    if _OF_DENYING.match(gap.split()[-1]):
        return False
    near = drafts[max(0, index - ACCUSED_WITHIN) : index]
    return any(word in claim.stems and not is_own(draft, claim) and claim.act in CLAIMS for claim in near)


def _is_official(draft: Draft) -> bool:
    """Whether the speaker has a name, an office or a party: not somebody in the crowd."""
    return bool(draft.parties) or (draft.source is not None and draft.source.kind is not ActorKind.ANONYMOUS)


def _accused(index: int, draft: Draft, drafts: Sequence[Draft]) -> tuple[tuple[str, float], ...]:
    """Whether somebody else put something forward near by in which the speaker's side, or the same actor, acts."""
    best: tuple[tuple[str, float], ...] = ()
    words: tuple[tuple[str, float], ...] = ()
    near = (
        *range(index - 1, max(-1, index - 1 - ACCUSED_WITHIN), -1),
        *range(index + 1, index + 1 + TOLD_AFTER),
    )
    for at in near:
        if at >= len(drafts):
            break
        claim = drafts[at]
        if (
            claim.unit.rule == ASKED
            or claim.act not in CLAIMS
            or claim.unit.section != draft.unit.section
            or is_own(draft, claim)
        ):
            continue
        shared = overlap(draft.stems, claim.stems)
        if shared.words or shared.families:
            words = (("same-words", SAME_WORDS),)
        if acts_in(draft, claim):
            return (*words, ("accused", ACCUSED))
        if set(draft.parties) & claim.mentioned:
            best = (("named", NAMED),)
        elif not best and set(draft.subjects[:1]) & set(claim.subjects[:2]):
            best = (("same-actor", SAME_ACTOR),)
    return (*words, *best)
