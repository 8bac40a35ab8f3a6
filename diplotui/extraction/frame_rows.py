"""Further frames of denial: wrong to say, not what happened, no evidence for it, no link with it.

Read after the rows of ``frame_table``.
"""

import re

from diplotui.extraction.falsity import OUTRIGHT
from diplotui.extraction.frame_table import FALSE_STRONG, FALSE_WEAK, FrameRow, Reads
from diplotui.extraction.pointers import NOUN


def _row(rule: str, reads: Reads, trigger: str, pattern: str, example: str, counter: str) -> FrameRow:
    return FrameRow(rule, reads, re.compile(trigger), re.compile(pattern, re.IGNORECASE), example, counter)


_SAYING = (
    r"(?:say|suggest|claim|allege|assert|imply|speak of|talk of|pretend|insinuate|call|describe|state|argue|think"
    r"|believe|maintain|conclude|write)"
)
_THESE = r"(?:the|that|this|these|those|such|any|his|her|its|their|any of the)"
_WHAT = r"(?P<what>[^.!?;]{2,200})"

FURTHER_SPOKEN: tuple[FrameRow, ...] = (
    _row(
        "deny-false-that",
        Reads.DENIED,
        r"\b(?:that|to) ",
        r"\b(?:it|this)(?:[’']s| is| was) (?:\w+ly |also |just |quite |plain )?[“\"]?"
        rf"(?:{FALSE_STRONG}|{FALSE_WEAK})[”\"]? (?:that|to {_SAYING}(?: that)?) {_WHAT}",
        "It is wrong to say that the road was closed.",
        "It was wrong to close the road.",
    ),
    _row(
        "deny-not-what-happened",
        Reads.POINTS,
        r"not|n['’]t|no such|nothing",
        r"\b(?:that|this|it)(?: (?:is|was|were) (?:simply |just )?not|['’]s not| (?:is|was)n['’]t) (?:at all )?"
        r"(?:what|how|the way)\b (?:[\w’']+ ){0,6}?(?:was|were|happened|said|went|saw|occurred|agreed|did|meant"
        r"|discussed|heard|transpired|unfolded|took place)\b"
        r"|\b(?:it|he|she|they|we|i|nobody|no one)(?: (?:did|does|do|has|have|had))?(?: done| did)? no such thing\b"
        r"|\bnothing (?:remotely )?like (?:that|it|this)\b",
        "That is not what was said.",
        "That is what was said.",
    ),
    _row(
        "deny-not-accept",
        Reads.DENIED,
        r"accept|share|agree with|subscribe|buy|endorse|stand behind",
        r"\b(?:(?:do|does|did|would|could|can)(?: not|n['’]t)|cannot|never) (?:\w+ly )?(?:accept|share|agree with"
        rf"|subscribe to|buy|endorse|stand behind) (?P<what>{_THESE} (?:[\w’'-]+ ){{0,3}}?"
        rf"(?:{NOUN}|premise|view|thesis))\b",
        "We do not accept the premise.",
        "We do not accept the offer.",
    ),
    _row(
        "deny-not-one",
        Reads.NOUN,
        r"\bone\b",
        rf"\b(?P<noun>{NOUN})\b (?:is|was|were|are)(?: not|n['’]t) one (?:that )?(?:it|we|he|she|they|i|[a-z]+)"
        r" (?:recogni[sz]ed?|shared?|accept(?:s|ed)?)",
        "The report is not one we recognise.",
        "The report is one of many.",
    ),
    _row(
        "deny-no-evidence",
        Reads.DENIED,
        r"evidence|proof|indicat|hint",
        r"\b(?:no|not (?:a|any|one)(?: \w+ of)?|nor any|without|zero) (?:\w+ ){0,2}?(?:evidence|proof|indications?|hint)"
        r"(?: \w+)? (?:for|of|to support|to back up|in support of|behind|to corroborate|to justify)"
        rf" (?P<what>{_THESE} (?:[\w’'-]+ ){{0,3}}?(?:{NOUN})|that|this|it)\b",
        "There is no evidence for the claim.",
        "There is evidence for the claim.",
    ),
    _row(
        "deny-no-reason-to-believe",
        Reads.DENIED,
        r"to (?:believe|credit|trust|accept|suspect|think)",
        r"\b(?:no|not|n['’]t|little) (?:\w+ ){0,2}?(?:reason|grounds|cause|basis) to (?:believe|credit|trust|accept"
        rf"|suspect|think)(?: that)? {_WHAT}",
        "He had no reason to believe the report.",
        "He had reason to believe the report.",
    ),
    _row(
        "deny-no-link",
        Reads.DENIED,
        r"link|connect|ties|relation|influence|say in|stake|complicit|implicat|involve|to do with|party to|mixed",
        r"\b(?:had|has|have|['’]ve|bears?|bore|there (?:is|was|were|are)|with) (?:absolutely )?(?:no (?:\w+ )?"
        r"(?:connections?|links?|ties|relations?|relationship|stake|say|influence|involvement)(?: (?:whatsoever|at all))?"
        r" (?:in|for|with|to|over|on|between)|nothing (?:whatsoever|whatever|at all) to do with) "
        rf"{_WHAT}",
        "The bank has no links whatsoever to the fund.",
        "The bank has links to the fund.",
    ),
    _row(
        "deny-not-linked",
        Reads.DENIED,
        r"link|connect|complicit|implicat|party to|mixed up",
        r"\b(?:is|are|was|were|been)(?: not|n['’]t| never) (?:in any way )?(?:connected (?:to|with)|linked to"
        rf"|complicit in|a party to|implicated in|mixed up in) {_WHAT}",
        "The bank is not linked to the fund.",
        "The bank is linked to the fund.",
    ),
    _row(
        "deny-misinformed",
        Reads.POINTS,
        r"misinform|mistaken|liar|dream|imagin|making|misled|briefed",
        r"\b(?:is|are|was|were|has been|have been|must be|must have been) (?:badly |sadly |simply |sorely )?(?:misinformed"
        r"|ill-informed|a liar|liars|dreaming|misled|badly briefed|making (?:it|this|things|that) up|imagining things)\b",
        "“Mr Abel is misinformed,” she said.",
        "“The public is well informed,” she said.",
    ),
    _row(
        "deny-outright-alone",
        Reads.POINTS,
        r"[a-z]",
        rf"\A[\s:“\"‘]*(?:an? |pure |utter |total |complete |sheer |absolute |more |just |yet another )*(?:{OUTRIGHT})"
        r"[.,!]*[”\"]?\s*\Z",
        "“A tissue of lies,” the colonel said.",
        "“Mistaken for a spy, he fled,” the colonel said.",
    ),
    _row(
        "deny-do-not-do",
        Reads.POINTS,
        r"(?:not|n['’]t|never)\b",
        r"\A[\s:“\"]*(?:we|i|they|it|he|she) (?:did not|didn['’]t|have not|haven['’]t|never|would never)"
        r"(?: (?:do|did|done))? (?:it|this|that)\b[\s.,!”\"]*",
        "“We did not do this,” he said.",
        "“We did not know this man,” he said.",
    ),
)
"""What denies in the speaker's own words."""
