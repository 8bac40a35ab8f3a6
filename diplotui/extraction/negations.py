"""Open denials: negated facts and non-denials, which count only as answers to a claim before them."""

import re
from dataclasses import dataclass

from diplotui.extraction.looks import LatePattern
from diplotui.extraction.pointers import Denial, limit_of, tidy
from diplotui.model import Stance

_NEGATED = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are)(?: [“\"]?not|n['’]t)"
    r"|(?:has|have|had|was|were|is|are)? ?never(?! (?:again|mind))"
    r"|(?:at no (?:time|point|stage)|under no circumstances|in no way|on no occasion"
    r"|nowhere) (?:did|do|does|has|have|had|was|were|is|are)"
    r"|there['’]s (?:simply |just |absolutely )?(?:no|never)|no [\w-]+, no [\w-]+"
    r"|there (?:was|were|is|are|has been|have been|had been) (?:\w+ly )?[“\"]?(?:no|nobody|nothing|never"
    r"|not any)"
    r"|(?:no|not (?:a|one|a single)) [\w-]+[”\"]?(?: [\w-]+){0,4}? (?:was|were|is|are|has|have|had"
    r"|took|left|\w+ed)"
    r"|\A[\s“\"]*(?:that )?no [\w-]+(?: (?:or|and|nor) [\w-]+)?(?:,[^.!?;]{2,110}?,"
    r"| [^.!?;,]{2,90}?) (?:was|were|has|had|took|occurred|happened)"
    r"|(?!there\b|with\b|said\b|says\b|sees?\b|saw\b|needs?\b|wants?\b|gave\b|makes?\b)[a-z]+(?:ed|nt"
    r"|ght|ld|ok|lt|ew) no"
    r" (?!longer\b|more\b|doubt\b|one\b|matter\b|less\b|later\b|comment\b|reason\b)[a-z-]+"
    r"|\A[\s“\"]*(?:is|are|was|were|has been|have been|had been) (?:no|never|not any)\b|at no (?:point"
    r"|time|stage|moment)|in no way|on no occasion|not once"
    r"|(?:nobody|none|no one|nothing)|no longer|nor (?:did|do|does|have|has|had|was|were)|neither|without any"
    r"|(?:made|has|have|had|carried out|received|held|offered|sent|supplied|given|knew of) (?:no|nothing))\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|because|if|unless|until|while|although|though|when|whether|as|since)\b",
    re.IGNORECASE,
)
_NO_FACT = re.compile(
    r"(?<!\bat )\bno (?:\w+ )?(?:point|need|reason|question|place|room|way|doubt|alternative|justification"
    r"|future|substitute"
    r"|choice|excuse|option|solution|time|intention|interest|winner|guarantee|sign|right|law)s?\b"
    r"|(?:\bnot|\bnever|n['’]t) (?:\w+ly )?(?:want|wish|need|accept|allow|tolerate|rule out|hesitate"
    r"|know|think|believe"
    r"|expect|mean|matter|deny|specify|say|elaborate|seek|intend|be able|enough|only|just|until|yet"
    r"|sure|clear"
    r"|have (?:anything|a comment|any (?:comment|information))|acceptable|helpful|possible"
    r"|surprising|going to|discuss|comment)\b|\b(?:nobody|no one|none|neither)(?: \w+){0,2} (?:den(?:y|ies"
    r"|ied)|disput\w+|doubt\w*|question\w*)|\bnothing (?:but|less"
    r"|more|new|to (?:hide|lose|add))\b",
    re.IGNORECASE,
)
"""Negations that state a wish, a judgement or a gap, and contradict nobody's account of what happened."""

_MODAL = re.compile(r"\b(?:would|will|could|can|should|must|may|might|shall)(?: \w+ly)?\s*\Z", re.IGNORECASE)

MAX_LEAD = 90
"""Characters before the negation: further in, it is not the main clause that is negated."""
_REACH = 40
_AFTER_NEGATION = 30


_LEAD_IN = re.compile(
    r"\A[\s“\":]*(?:[^.;]{0,30}?\b(?:tell you|clear|say|fact is|truth is|stress|assure \w+|repeat"
    r"|certain|sure|confirm|state)\b[\w ,]{0,20}?)?\bthat\b",
    re.IGNORECASE,
)
"""What may stand before the clause that is negated: "I can tell you that nobody ..."."""


def read_negation(text: str, span: tuple[int, int]) -> Denial | None:
    """An open denial: a main clause in the negative about what did or does happen."""
    start, end = span
    passage = text[start:end]
    for found in _NEGATED.finditer(passage[: MAX_LEAD + _REACH]):
        if found.start() > MAX_LEAD:
            return None
        if _is_fact(passage, found):
            return Denial(
                Stance.DENIES, "deny-negated", None, span, limit_of(passage), open=True, negated=True
            )
    return None


def _is_fact(passage: str, found: re.Match[str]) -> bool:
    """Whether a negation stands in a main clause and tells what did or does happen, no wish and no gap."""
    lead = _LEAD_IN.sub("", passage[: found.start()])
    if _SUBORDINATE.search(lead) or _MODAL.search(lead):
        return False
    bare = _NO_FACT.search(passage, found.start(), found.end() + _AFTER_NEGATION)
    return bare is None or bare.start() >= found.end()


@dataclass(frozen=True, slots=True)
class ShapeRow:
    """A shape that sounds like a denial and leaves the claim possible."""

    rule: str
    pattern: LatePattern
    example: str
    counter: str


def _shape(rule: str, pattern: str, example: str, counter: str) -> ShapeRow:
    return ShapeRow(rule, LatePattern(pattern), example, counter)


NON_DENIALS: tuple[ShapeRow, ...] = (
    _shape(
        "shape-messenger",
        r"\bconsider the source\b|\b(?:irresponsible|sloppy|sensational(?:ist)?"
        r"|politically motivated|biased|gutter)"
        r" (?:\w+ )?(?:reporting|journalism|leaks?|story|article|press)\b|\bgossip\b|\bwould(?: not"
        r"|n['’]t) dignify\b"
        r"|\b(?:anonymous|unnamed) (?:sources?|officials?)\b(?= (?:who|with|are|have|should|can"
        r"|cannot))|\bwitch[- ]hunt\b",
        "“Consider the source,” the spokesman said.",
        "Anonymous sources said so.",
    ),
    _shape(
        "shape-neighbour",
        r"(?:\bno|\bnot|\bnever|n['’]t)\b(?![^.;]{0,60}(?:formal or in|official or un"
        r"|direct or in))(?: [\w-]+){0,4}? (?:formal(?:ly)?|official(?:ly)?"
        r"|final(?:i[sz]ed)?|concrete|written"
        r"|specific)\b",
        "“There was no formal offer,” she said.",
        "They made no offer.",
    ),
    _shape(
        "shape-tense",
        r"\b(?:there (?:is|are)|(?:is|are|['’]re|['’]s)) (?:currently |presently )?(?:no|not)\b[^.!?;]{0,60}"
        r"\b(?:currently|at (?:this|the) (?:time|moment|point|stage)|right now|at present|today|now)\b"
        r"|\b(?:currently|at (?:this|the) (?:time|moment)|at present|right now),? (?:there (?:is"
        r"|are)|(?:is|are)) no\b"
        r"|\bthere (?:is|are) currently no\b|\bno (?:current|immediate) plans?\b",
        "“There are no talks at this time.”",
        "There were no talks.",
    ),
    _shape(
        "shape-principle",
        r"\bnothing about (?P<x>[\w ]{2,20}) without (?P=x)|\b(?:our|its"
        r"|the government['’]s) (?:position|policy|stance)"
        r" (?:is (?:clear|well[- ]known|unchanged)|remains|has(?: not|n['’]t) changed)\b",
        "“Our position is well known,” the minister replied.",
        "Our position was shelled.",
    ),
    _shape(
        "shape-knowledge",
        r"\bnot (?:that I(?: am|['’]m)? (?:know|aware)|to (?:my|our) knowledge|as far as (?:I|we) know)\b"
        r"|\b(?:to (?:my|our) knowledge|as far as (?:I|we) know),? (?:no|not|there)\b",
        "“Not that I know of,” he said.",
        "I do not know him.",
    ),
)
"""The five shapes; each counts only in an answer to a claim that stands before it."""


def read_shape(text: str, span: tuple[int, int]) -> Denial | None:
    """A non-denial in the words of the speaker; like a negated clause it needs a claim before it."""
    passage = text[span[0] : span[1]]
    for row in NON_DENIALS:
        found = row.pattern.search(passage)
        if found:
            scope = limit_of(found.group()) or tidy(found.group())
            return Denial(Stance.NON_DENIAL, row.rule, None, span, scope, open=True, negated=True)
    return None
