"""Frames that say a thing did not happen: no such offer, nothing to do with it, that is not how it went."""

from diplotui.extraction.frame_parts import OBJECT, PROPOSITION
from diplotui.extraction.frame_row import FrameRow, Reads, frame

_MATTERS = (
    r"request|offer|proposal|meeting|call|remark|statement|order|letter|demand|deal|agreement"
    r"|commitment|promise|plan"
    r"|attack|act|action|activity|practice|incident|person|order|weapon|payment|conversation|visit"
    r"|trip|(?<=any such )thing"
)
SAID_UNDONE: tuple[FrameRow, ...] = (
    frame(
        "deny-flat-no",
        Reads.POINTS,
        r"\b(?:no|not|never|wrong|none|nothing|nobody|zero)\b",
        r"\A[\s:“\"]*(?:no|absolutely not|certainly not|of course not|not at all|never|wrong|no way"
        r"|none(?: of it| what(?:so)?ever)?"
        r"|nothing(?: at all| what(?:so)?ever| of the (?:sort|kind))?|nobody|zero|not (?:true|correct|us|me"
        r"|ours?|mine|guilty|by us|our (?:doing|work|people|men)|in the (?:least|slightest)|remotely"
        r"|(?:a|one)(?: single)? [\w-]+)"
        r"|not so)[.,!]*[”\"]?\s*\Z",
        "“Absolutely not,” the admiral said.",
        "“Never again,” the admiral said.",
    ),
    frame(
        "deny-no-first",
        Reads.POINTS,
        r"\bno\b|not",
        r"\A[\s:“\"]*(?:no|absolutely not|certainly not|of course not|not at all|not so)[.!] +(?=(?-i:[A-Z“]))",
        "“No. The bridge is whole,” the admiral said.",
        "“No. 10 is whole,” the admiral said.",
    ),
    frame(
        "deny-no-such",
        Reads.SUCH,
        r"\bsuch\b|nothing of|happen|tak\w+ place|took place|occur",
        r"\bno such (?P<such>[\w-]+)|\bnothing of the (?:sort|kind)\b|(?:\bnot|\bnever|n['’]t"
        r"|\bno)\b[^.!?;]{0,30} (?:any )?such"
        rf" (?:an? )?(?:\w+ )?(?P<any>{_MATTERS})s?\b|\b(?:it|this|that|which|they|(?:the|that"
        rf"|any) (?P<subject>[\w-]+))[\s“\"]*(?: ?simply| ?just)?"
        r" ?(?:(?:did not|didn['’]t|never) (?:happen|take place|occur|exist)(?:ed)?|(?:has|have|had)(?: not"
        r"|n['’]t| never)"
        r" (?:happened|taken place|occurred|existed))\b|\bnever (?:happened|took place|taken place|occurred"
        r"|existed)\b",
        "No such meeting took place.",
        "Such meetings take place.",
    ),
    frame(
        "deny-nothing-to-do",
        Reads.DENIED,
        r"to do with|role|part in|part of|party to|implicat|complicit|engaged|participat|taking part"
        r"|hand in|involve|responsib|behind|connection|link|associat",
        r"\b(?:(?:had|has|(?<!to )(?<!will )(?<!would )(?<!should )(?<!must )have) (?:nothing to do with"
        r"|no (?:connection|link"
        r"|association)(?: what(?:so)?ever)? (?:with|to)"
        r"|no (?:role|part|hand|involvement|responsibility)(?: what(?:so)?ever)? (?:in|for))|(?:was"
        r"|were|is|are|am|been|['’]m|['’]re)(?: [“\"]?not|n['’]t| neither| never)"
        r"(?: (?:by any means|in any (?:way|manner|form)|at all|directly|\w+ly"
        r"|directly or indirectly))* ?[“\"]?(?:(?<= )(?:involved|implicated"
        r"|complicit|engaged|participating|taking part)[”\"]? (?:in|with)|(?<= )(?:responsible for|behind"
        r"|a party to)"
        r"|(?<= )(?:a )?part of (?:the|this|that|any) (?:conflict|war|fighting|attack|plot|operation|plan"
        r"|raid|coup|talks|negotiations"
        r"|deal|arrangement|scheme|dispute))|played no (?:role|part) in)"
        rf" {OBJECT}",
        "The militia said it had nothing to do with the blast.",
        "The weather had something to do with it.",
    ),
    frame(
        "deny-not-done",
        Reads.POINTS,
        r"\bdo |done|what|\bmark\b|wrong|to bed|to rest",
        r"\b(?:did|have|has|had)(?: not|n['’]t) (?:do|done) (?:this|it|that)\b|\b(?:that|this"
        r"|it) (?:is|was)(?: not|n['’]t)"
        r" (?:at all )?what (?:was said|happened|(?:he|she|I|we|they) (?:said|meant|discussed|agreed|did))\b"
        r"|\b(?:wide of|off) the mark\b|\bput (?:that|this|it) to (?:bed|rest)\b"
        r"|\bbarking up the wrong tree\b"
        r"|\b(?:got|has|have|had) it (?:all |completely )?wrong\b",
        "“We did not do this,” the rebels said.",
        "The rebels said they did this for years.",
    ),
    frame(
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
        r"|\bnothing (?:remotely )?like (?:that|it|this)\b|\bthere (?:is|was|were|has been"
        r"|had been) (?:simply |absolutely )?nothing like an?\b"
        r"|\bthere (?:is|was) no question of\b",
        "That is not how it went.",
        "That is how it went.",
    ),
    frame(
        "deny-no-link",
        Reads.DENIED,
        r"link|connect|ties|relation|influence|say in|stake|complicit|implicat|involve|to do with"
        r"|party to|mixed",
        r"\b(?:had|has|have|['’]ve|bears?|bore|there (?:is|was|were|are)"
        r"|with) (?:absolutely )?(?:no (?:\w+ )?"
        r"(?:connections?|links?|ties|relations?|relationship|stake|say|influence"
        r"|involvement)(?: (?:whatsoever|at all))?"
        r" (?:in|for|with|to|over|on|between)|nothing (?:whatsoever|whatever|at all) to do with) "
        rf"{PROPOSITION}",
        "The bank has no links whatsoever to the fund.",
        "The bank has links to the fund.",
    ),
    frame(
        "deny-not-linked",
        Reads.DENIED,
        r"link|connect|complicit|implicat|party to|mixed up",
        r"\b(?:is|are|was|were|been)(?: not|n['’]t| never) (?:in any way )?(?:connected (?:to|with)|linked to"
        rf"|complicit in|a party to|implicated in|mixed up in) {PROPOSITION}",
        "The bank is not linked to the fund.",
        "The bank is linked to the fund.",
    ),
    frame(
        "deny-ellipsis",
        Reads.POINTS,
        r"not\b|n['’]t\b",
        r"\A[\s:“\"]*(?:that )?(?:it|he|she|they|we|I|there|nobody|nothing)"
        r" (?:had|has|have|did|was|were|does|do|is|are|would|will)(?: not|n['’]t)(?: been)?[\s.,!”\"]*\Z",
        "Asked whether it had fired, the army said it had not.",
        "The army said it had not fired.",
    ),
    frame(
        "deny-nothing-wrong",
        Reads.POINTS,
        r"nothing|none of|anything",
        r"\b(?:did|done|do|does|doing) nothing (?:wrong|improper|illegal|untoward|of the kind)\b"
        r"|(?:\bnot|\bnever|n['’]t) (?:do|done) anything (?:wrong|improper|illegal|untoward)\b"
        r"|\bnone of (?:it|this|that|these things) (?:ever )?(?:happened|occurred|took place)\b",
        "Riga said it had done nothing wrong.",
        "Riga said it had done nothing since.",
    ),
    frame(
        "deny-far-from-doing",
        Reads.DENIED,
        r"far from",
        r"\A[\s“\"]*(?:that,? )?far from (?P<what>[a-z]{2,}ing\b[^.,;!?]{0,120})",
        "Far from attacking, the army was pulling back.",
        "Far from the town, the army was pulling back.",
    ),
    frame(
        "deny-not-us",
        Reads.POINTS,
        r"\bnot\b|n['’]t\b",
        r"\b(?:it|this|that) (?:was|is)(?: not|n['’]t) (?:us|our (?:\w+ )?(?:doing|work|people|men"
        r"|forces|soldiers)|them|him|her|me)\b",
        "“It was not us,” he said.",
        "“It was not use that wore it out,” he said.",
    ),
)
"""What says that a thing did not happen, in the speaker's own words, in the order in which it is tried."""
