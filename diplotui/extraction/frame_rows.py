"""Further frames of denial: wrong to say, not what happened, no evidence for it, no link with it.

Read after the rows of ``frame_table``.
"""

import re

from diplotui.extraction.frame_table import FALSE_STRONG, FALSE_WEAK, FrameRow, Reads
from diplotui.extraction.pointers import NOUN


def _row(rule: str, reads: Reads, trigger: str, pattern: str, example: str, counter: str) -> FrameRow:
    return FrameRow(rule, reads, re.compile(trigger), re.compile(pattern, re.IGNORECASE), example, counter)


_SAYING = (
    r"(?:say|suggest|claim|allege|assert|imply|speak of|talk of|pretend|insinuate|call|describe|state"
    r"|argue|think"
    r"|believe|maintain|conclude|write)"
)
_THESE = r"(?:the|that|this|these|those|such|any|his|her|its|their|any of the)"
_WHAT = r"(?P<what>[^.!?;]{2,200})"

_DENIED = r"(?:reject|dismiss|refut|disput|rebut|den|repudiat|contest)(?:e[ds]|ed|s|es|ies|ied)?"

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
        r"\b(?:that|this|it)(?: (?:is|was|were) (?:simply |just )?not|['’]s not| (?:is"
        r"|was)n['’]t) (?:at all )?"
        r"(?:what|how|the way)\b (?:[\w’']+ ){0,6}?(?:was|were|happened|said|went|saw|occurred|agreed"
        r"|did|meant"
        r"|discussed|heard|transpired|unfolded|took place)\b"
        r"|\b(?:it|he|she|they|we|i|nobody|no one)(?: (?:did|does|do|has|have|had))?(?: done"
        r"| did)? no such thing\b"
        r"|\bnothing (?:remotely )?like (?:that|it|this)\b",
        "That is not how it went.",
        "That is how it went.",
    ),
    _row(
        "deny-not-accept",
        Reads.DENIED,
        r"accept|share|agree with|subscribe|buy|endorse|stand behind",
        r"\b(?:(?:do|does|did|would|could|can)(?: not|n['’]t)|cannot|never) (?:\w+ly )?(?:accept|share"
        r"|agree with"
        rf"|subscribe to|buy|endorse|stand behind) (?P<what>{_THESE} (?:[\w’'-]+ ){{0,3}}?"
        rf"(?:{NOUN}|premise|view|thesis))\b",
        "We do not subscribe to that view.",
        "We do not subscribe to that channel.",
    ),
    _row(
        "deny-no-evidence",
        Reads.DENIED,
        r"evidence|proof|indicat|hint",
        r"\b(?:no|not (?:a|any|one)(?: \w+ of)?|nor any|without|zero) (?:\w+ ){0,2}?(?:evidence|proof"
        r"|indications?|hint)"
        r"(?: \w+)? (?:for|of|to support|to back up|in support of|behind|to corroborate|to justify)"
        rf" (?P<what>{_THESE} (?:[\w’'-]+ ){{0,3}}?(?:{NOUN})|that|this|it)\b",
        "There is no indication to support the claim.",
        "There is every indication to support the claim.",
    ),
    _row(
        "deny-no-reason-to-believe",
        Reads.DENIED,
        r"to (?:believe|credit|trust|accept|suspect|think)",
        r"\b(?:no|not|n['’]t|little) (?:\w+ ){0,2}?(?:reason|grounds|cause|basis) to (?:believe|credit"
        r"|trust|accept"
        rf"|suspect|think)(?: that)? {_WHAT}",
        "There are no grounds to suspect the army.",
        "There are grounds to suspect the army.",
    ),
    _row(
        "deny-no-link",
        Reads.DENIED,
        r"link|connect|ties|relation|influence|say in|stake|complicit|implicat|involve|to do with"
        r"|party to|mixed",
        r"\b(?:had|has|have|['’]ve|bears?|bore|there (?:is|was|were|are)"
        r"|with) (?:absolutely )?(?:no (?:\w+ )?"
        r"(?:connections?|links?|ties|relations?|relationship|stake|say|influence"
        r"|involvement)(?: (?:whatsoever|at all))?"
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
        "deny-that-was-not",
        Reads.POINTS,
        r"not|n['’]t|false|untrue|lie|wrong|nonsense|fabricat|invent|incorrect|inaccurate",
        r"\A[\s“\"]*(?:that )?(?:is|was|were|are) (?:simply |just |all |\w+ly )?[“\"]?"
        rf"(?:not (?:the case|so|true|correct|accurate)|{FALSE_STRONG})[\s.,;”\"]*\Z",
        "He said that was not the case.",
        "He said that was not the case he had in mind.",
    ),
    _row(
        "deny-noun-said-by-false",
        Reads.NOUN,
        r"false|true|lie|fabricat|fake|invent|nonsense|incorrect|inaccurate|wrong|baseless|unfounded"
        r"|groundless|disinform",
        rf"\b(?:the|this|that|these|those|such|any|all|his|her|its|their|media"
        rf"|press) (?:[\w’'-]+ ){{0,2}}?(?P<noun>{NOUN})\b"
        r" (?:[a-z]+(?:ed|en|ade|ut) )?(?:by|from|in|on|about|against|concerning|regarding"
        r"|over) [^.!?;,“”\"]{2,90}? "
        rf"(?:is|are|was|were) (?:\w+ly )?[“\"]?(?:an? )?(?:{FALSE_STRONG})\b",
        "The information disseminated by the other side is false.",
        "The information disseminated by the other side is old.",
    ),
    _row(
        "deny-nothing-but",
        Reads.POINTS,
        r"nothing|no more than|just|pure|mere",
        r"\b(?:it|this|that|these|they|those|all this)(?:['’]s|['’]re| is| are| was"
        r"| were) (?:nothing (?:but|more than|other than|short of)"
        rf"|no more than|just|purely?|merely?) (?:an? )?(?:\w+ ){{0,2}}?(?:{FALSE_STRONG}|{FALSE_WEAK})\b",
        "It is nothing but slander.",
        "It is nothing but sand.",
    ),
    _row(
        "deny-i-reject-that",
        Reads.POINTS,
        r"reject|dismiss|refut|dispute",
        r"\A[\s:“\"]*(?:that )?(?:I|we|he|she|it|they)(?: \w+ly| \w+ly and \w+ly| also"
        r"| would)* (?:reject|dismiss|refute|dispute)"
        r"(?:ed|s|es|d)? (?:that|this|it|them|all (?:of )?(?:that|this|it))"
        r"(?=\s*(?:[.,;:!”\"]|\Z|(?:[a-z]+ly|outright|and|but|as|in|on|because|too)\b))",
        "“I reject that,” he said.",
        "“We reject that offer,” he said.",
    ),
    _row(
        "deny-he-rejected",
        Reads.DENIED,
        r"reject|dismiss|refut|disput|denie",
        r"\A[\s:“\"]*(?:that )?(?:he|she|it|they|his \w+|her \w+|its \w+|their \w+|the \w+)(?: \w+ly"
        r"| had| has| have| also)* "
        rf"{_DENIED} (?P<what>(?:{_THESE}|all|as \w+) (?:[\w’'-]+ ){{0,4}}?(?:{NOUN})\b[^.!?;]{{0,120}})",
        "He said he rejected the charge.",
        "He said he rejected the offer.",
    ),
    _row(
        "deny-ellipsis",
        Reads.POINTS,
        r"not\b|n['’]t\b",
        r"\A[\s:“\"]*(?:that )?(?:it|he|she|they|we|I|there|nobody|nothing)"
        r" (?:had|has|have|did|was|were|does|do|is|are|would|will)(?: not|n['’]t)(?: been)?[\s.,!”\"]*\Z",
        "Asked whether it had fired, the army said it had not.",
        "The army said it had not fired.",
    ),
    _row(
        "deny-nothing-wrong",
        Reads.POINTS,
        r"nothing|none of|anything",
        r"\b(?:did|done|do|does|doing) nothing (?:wrong|improper|illegal|untoward|of the kind)\b"
        r"|\b(?:not|never|n['’]t) (?:do|done) anything (?:wrong|improper|illegal|untoward)\b"
        r"|\bnone of (?:it|this|that|these things) (?:ever )?(?:happened|occurred|took place)\b",
        "Riga said it had done nothing wrong.",
        "Riga said it had done nothing since.",
    ),
    _row(
        "deny-can-deny",
        Reads.DENIED,
        r"\bdeny\b|\brefute\b|\brebut\b",
        r"(?:\A|[.;“\"] ?)(?:that )?(?:I|we|let (?:me|us))(?: (?:can|must|do|want to|have to|wish to"
        r"|would like to"
        r"|am able to|am here to))?(?: \w+ly| also| again| only| firmly)* (?:deny|refute"
        r"|rebut)\b(?! entry| access) ?"
        r"(?P<what>[^.!?;]{1,160})",
        "I can categorically deny that.",
        "I cannot deny that.",
    ),
    _row(
        "deny-not-a-word-true",
        Reads.POINTS,
        r"\b(?:true|truth|correct)\b",
        r"\b(?:not (?:a|one) (?:single )?(?:word|shred|bit|line|detail)|nothing|none|little"
        r"|no part)[”\"]? (?:of|in|about) [^.!?;]{2,60}?"
        r" (?:is|was|are|were) (?:\w+ly )?(?:true|correct|accurate)\b|\bnot a word of (?:it|this"
        r"|that)? ?(?:is|was) true\b",
        "Not a word of the charge was true.",
        "Every word of the charge was true.",
    ),
    _row(
        "deny-far-from-doing",
        Reads.DENIED,
        r"far from",
        r"\A[\s“\"]*(?:that,? )?far from (?P<what>[a-z]{2,}ing\b[^.,;!?]{0,120})",
        "Far from attacking, the army was pulling back.",
        "Far from the town, the army was pulling back.",
    ),
    _row(
        "deny-what-is-said",
        Reads.POINTS,
        r"\bwhat\b|\beverything\b|\ball\b",
        r"\b(?:what|everything|all|anything)(?: that)? (?:[\w’'.-]+ ){1,5}?(?:sa(?:ys?|id)|claim(?:s"
        r"|ed)?|alleg(?:e[sd]?)"
        r"|report(?:s|ed)?|wr(?:ites?|ote)|publish(?:ed|es)|describ(?:es|ed)|is saying|are saying"
        r"|was saying|were saying"
        rf"|(?:has|have|had) been (?:said|reported|written|claimed|alleged)) (?:\w+ )?(?:is|was|are"
        rf"|were) (?:\w+ly )?[“\"]?(?:{FALSE_STRONG})\b",
        "What the paper says is not true.",
        "What the paper says is true.",
    ),
    _row(
        "deny-not-us",
        Reads.POINTS,
        r"\bnot\b|n['’]t\b",
        r"\b(?:it|this|that) (?:was|is)(?: not|n['’]t) (?:us|our (?:\w+ )?(?:doing|work|people|men"
        r"|forces|soldiers)|them|him|her|me)\b",
        "“It was not us,” he said.",
        "“It was not use that wore it out,” he said.",
    ),
    _row(
        "deny-misinformed",
        Reads.POINTS,
        r"misinform|mistaken|liar|dream|imagin|making|misled|briefed|inventing|fabricating|facts|lying",
        r"\b(?:is|are|was|were|has been|have been|must be|must have been) (?:badly |sadly |simply "
        r"|sorely )?(?:misinformed"
        r"|ill-informed|a liar|liars|dreaming|misled|badly briefed"
        r"|making (?:it|this|things|that|all this) up|inventing (?:it|this|things|that|stories)"
        r"|fabricating \w+"
        r"|imagining things)\b|\b(?:got|gets?|has|have|had)(?: got)? (?:its|his|her|their|the) facts wrong\b"
        r"|\A[\s“\"]*(?:that )?(?:they|he|she|[A-Z]\w+|the \w+) (?:is|are|was|were) lying\b[\s.,!”\"]*\Z",
        "“Mr Abel was badly briefed,” she said.",
        "“The public is well informed,” she said.",
    ),
)
"""What denies in the speaker's own words."""

FURTHER_TOLD: tuple[FrameRow, ...] = (
    _row(
        "deny-differs",
        Reads.POINTS,
        r"differ|disagree|none of it|otherwise",
        r"\b(?:beg(?:ged|s) to differ|disagree[sd]?(?=[.,;]|\Z)|(?:would|will) have none of (?:it|this|that)"
        r"|(?:is|was|were) having none of (?:it|this|that)|(?:saw|sees|see) (?:it|things"
        r"|matters) (?:very )?differently"
        r"|(?:insist|maintain|argue|say|said|contend)(?:s|ed)? otherwise)\b",
        "Riga insisted otherwise.",
        "Riga differed from Vilnius in size.",
    ),
    _row(
        "deny-not-accepted",
        Reads.DENIED,
        r"accept|believe|concede",
        r"\b(?:(?:would|could|can|will|did|does|do)(?: not|n['’]t)|cannot|refuse[sd]? to"
        r"|declined to) (?:accept|concede|believe)"
        rf" (?P<what>(?:that|it|this|(?:{_THESE} (?:[\w’'-]+ ){{0,3}}?(?:{NOUN})))\b[^.!?;]{{0,120}})",
        "Riga would not accept that it had fired.",
        "Riga would not accept the offer.",
    ),
    _row(
        "deny-answered-no",
        Reads.POINTS,
        r"\bno\b|negative|shook",
        r"\b(?:answer|repl|respond)[a-z]+ (?:with an? (?:\w+ )?[“\"]?no\b|in the negative|that it was not)"
        r"|\bshook (?:his|her) head\b",
        "Riga answered in the negative.",
        "Riga answered with no delay.",
    ),
    _row(
        "deny-contradicted",
        Reads.DENIED,
        r"contradict|belie|gainsa",
        rf"\b(?:contradict(?:ed|s)|belie[sd]|gainsa(?:id|ys)) (?P<what>(?:[\w’'-]+ ){{0,5}}?(?:{NOUN})\b"
        rf"|it|this|that|them"
        r"|him|her|[A-Z][\w’'-]+)",
        "Riga contradicted Vilnius.",
        "The figures contradict one another.",
    ),
    _row(
        "deny-talk-of",
        Reads.DENIED,
        r"\b(?:talk|idea|notion|hint|possibility)\b",
        r"\b(?:dismiss|reject|scotch|quash|discount|ridicul|scoff|laugh|play|brush|wav|shrug|rubbish"
        r"|deni|disput|shot|knock)"
        r"[a-z]*(?: (?:down|off|away|aside|at))? (?:the |any |all |such |as \w+ )*(?:talk|idea|notion"
        r"|hints?) (?:of|that|about)"
        r" (?P<what>(?!a (?:new|joint|peace)\b)[^.!?;]{3,160})",
        "Riga dismissed talk of an attack.",
        "Riga opened talks of a new kind.",
    ),
)
"""What denies in the words about the speaker."""
