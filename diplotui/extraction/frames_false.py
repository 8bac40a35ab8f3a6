"""Frames that say a claim is false: the report was not true, there is no truth in it, pure invention.

A falsity word counts only with a claim noun or a pointer and a form of "be" in one clause.
"""

from diplotui.extraction.falsity import FALSE_STRONG, FALSE_WEAK, FALSITY_LOOK
from diplotui.extraction.frame_parts import (
    ADVERB,
    BE,
    CARRIED,
    CLAIMED,
    FALSE,
    NO_FALSITY,
    NOT_FACT,
    OBJECT,
    PROPOSITION,
    QUOTED,
)
from diplotui.extraction.frame_row import FrameRow, Reads, frame
from diplotui.extraction.pointers import NOUN

SAYING = (
    r"(?:say|suggest|claim|allege|assert|imply|speak of|talk of|pretend|insinuate|call|describe|state"
    r"|argue|think"
    r"|believe|maintain|conclude|write)"
)
_QUALITY = (
    r"(?:[\w-]*(?:ian|ish|ese|al|ic|ous|ive|ary|less|ful|ugly|dirty|nasty|silly|crazy|ed|ing|old|new|cheap"
    r"|crude|vile|same|more|big|huge|cruel|worst) )"
)
"""An adjective, by its ending, before the word of falsity that is all that is said."""
WEAK_ALONE = (
    r"absurd|ridiculous|ludicrous|preposterous|laughable|misleading|outrageous|childish|wrong|rubbish|bunk"
    r"|trash"
    r"|speculation|gossip|hearsay|provocations?|insinuations?"
)
"""Words that deny where they are all that is said."""
SAID_FALSE: tuple[FrameRow, ...] = (
    frame(
        "deny-noun-be-false",
        Reads.NOUN,
        FALSITY_LOOK,
        rf"\b(?P<noun>{CLAIMED}|what (?:had been|has been|was|were|is being) (?:circulated|reported"
        rf"|published|said|claimed|alleged)"
        rf"|what (?:[\w’'-]+ ){{1,4}}?(?:said|says|claims|claimed|alleged|reported|wrote|published|described"
        rf"|told [\w ]{{2,25}}?))\b{CARRIED}[\s,]+(?:{BE}{FALSE}"
        rf"|{QUOTED}(?:{NOT_FACT})\b)",
        "The envoy said the report that troops had crossed was not true.",
        "The envoy said the report was not false.",
    ),
    frame(
        "deny-false-noun",
        Reads.NOUN,
        FALSITY_LOOK,
        r"\A[\s“\"]*(?:that|these|those|this|it|they|such|there)?(?:['’]s| is| are| was| were)? ?(?:(?:an?"
        r"|many|some|several|so many) )?"
        rf"{ADVERB}{{0,2}}{QUOTED}(?:false|untrue|baseless|groundless|unfounded|fabricated|fake|bogus"
        rf"|unsubstantiated|so-called)"
        rf"(?: and \w+)?{QUOTED} (?P<noun>{NOUN})\b",
        "“These are baseless allegations,” he said.",
        "He spread false reports.",
    ),
    frame(
        "deny-it-be-false",
        Reads.NOUN,
        FALSITY_LOOK,
        r"(?:\A|[\s“\"‘,])(?P<it>it|this|that|these|those|they|everything|all (?:of )?(?:this|that|it))"
        rf"(?:['’]s |['’]re "
        rf"|[\s,]+{BE}){ADVERB}{{0,2}}{QUOTED}{ADVERB}{{0,2}}(?:{FALSE_STRONG})\b{NO_FALSITY}(?! (?:to"
        rf"|that)\b)",
        "“That is simply untrue,” she said.",
        "It was a false dawn, she said.",
    ),
    frame(
        "deny-no-truth",
        Reads.DENIED,
        FALSITY_LOOK,
        r"\b(?:no|zero|(?:not|never)(?: been)? (?:a|an|one|any)|without|nor any) [“\"]?(?:\w+ )?(?:truth"
        r"|substance|(?:shred|scrap"
        r"|grain|word|ounce|iota"
        r"|scintilla|kernel) of (?:truth|evidence|proof)|(?:basis|foundation|merit|evidence"
        r"|proof)(?= (?:what(?:so)?ever )?"
        rf"(?:to support|to|in|for|of|behind) (?:it|this|that|(?:the|these|such"
        rf"|those) (?:\w+ ){{0,2}}(?:{NOUN}))\b))"
        rf"(?:[”\"]? (?:what(?:so)?ever|at all))?(?:[”\"]? (?:to support|to|in|for|of"
        rf"|behind) {OBJECT})?",
        "There is no truth to the story.",
        "There is truth in the story.",
    ),
    frame(
        "deny-false-alone",
        Reads.POINTS,
        FALSITY_LOOK,
        rf"\A[\s:]*{QUOTED}(?:(?:(?:an? |more |another "
        rf"|yet )*{ADVERB}{{0,2}}{_QUALITY}{{0,2}}?(?:{FALSE_STRONG})\b"
        rf"(?:,[^.!?”]{{0,90}}| and [\w ,-]{{2,40}}| from (?:beginning|start|first) to (?:end|last|finish)"
        rf"| from [\w ]{{2,40}}"
        rf"| through and through| pure and simple)?)"
        rf"|{ADVERB}{{0,2}}(?:{WEAK_ALONE})(?: and [\w-]+)?)[.,!]*{QUOTED}\s*\Z",
        "“Complete nonsense,” the colonel said.",
        "False hope is worse than none.",
    ),
    frame(
        "deny-far-from-truth",
        Reads.POINTS,
        r"truth|the case|true|nothing (?:in|to)",
        r"\bnothing (?:could|can) be further from the truth\b"
        r"|\b(?:the opposite|the reverse|the contrary) (?:is|was) (?:true|the case)\b"
        rf"|\b(?:there (?:is|was)|has|had) nothing (?:in|to) (?:it|(?:the|these|that|this"
        rf"|those) (?:[\w-]+ )?(?:{NOUN}))(?=[\s”\"]*(?:[.,;:!?”\"]|\Z|and\b|but\b|at all\b|what))",
        "“Nothing could be further from the truth,” she said.",
        "The truth lies further off, she said.",
    ),
    frame(
        "deny-false-that",
        Reads.DENIED,
        r"incorrect|wrong|untrue|false|inaccurate|not true|not correct|a lie|nonsense|rubbish|not the case",
        r"\bit (?:is|was|would be) [“\"]?(?:\w+ly |complete |utter |total |absolute "
        r"|pure )?(?:incorrect|wrong|untrue|false"
        r"|inaccurate|not (?:\w+ly )?(?:true|correct|accurate|the case)|a lie|nonsense|rubbish)[”\"]?"
        rf",?(?: (?:as|despite|contrary to|whatever) [^,]{{3,80}},)? (?:to (?:say|claim|suggest|assert"
        rf"|allege) )?that {OBJECT}",
        "“It is not true that we fired,” he said.",
        "“It is true that we fired,” he said.",
    ),
    frame(
        "deny-false-that",
        Reads.DENIED,
        r"\b(?:it|this)(?:[’']s| is| was) ",
        r"\b(?:it|this)(?:[’']s| is| was) (?:\w+ly |also |just |quite |plain )?[“\"]?"
        rf"(?:{FALSE_STRONG}|{FALSE_WEAK})[”\"]? (?:that|to {SAYING}(?: that)?) {PROPOSITION}",
        "It is wrong to say that the road was closed.",
        "It was wrong to close the road.",
    ),
    frame(
        "deny-event-false",
        Reads.EVENT,
        FALSITY_LOOK,
        rf"\b(?P<what>(?:the|this|any|such) [\w’' -]{{3,60}}?) (?:was|were|is|are|had been"
        rf"|has been) {ADVERB}{{0,2}}"
        rf"{QUOTED}{ADVERB}?(?:made[ -]up|invented|staged|fabricated|faked|concocted|fictitious"
        rf"|pure fiction"
        r"|an? (?:\w+ )?(?:invention|fabrication|hoax|myth|lie|fantasy))\b",
        "The president said that the attack was staged.",
        "The president said that the play was long.",
    ),
    frame(
        "deny-that-was-not",
        Reads.POINTS,
        r"not|n['’]t|false|untrue|lie|wrong|nonsense|fabricat|invent|incorrect|inaccurate",
        r"\A[\s“\"]*(?:(?:no|well|again),? )?(?:that|this|it|they)(?:['’]s|['’]re| is| was| are"
        r"| were) (?:\w+ ){0,2}?wrong(?=[\s”\"]*(?:[.!;]|\Z))|"
        r"\A[\s“\"]*(?:that )?(?:is|was|were|are) (?:simply |just |all |\w+ly )?[“\"]?"
        rf"(?:not (?:the case|so|true|correct|accurate)|{FALSE_STRONG})[\s.,;”\"]*\Z",
        "He said that was not the case.",
        "He said that was not the case he had in mind.",
    ),
    frame(
        "deny-noun-said-by-false",
        Reads.NOUN,
        r"false|true|lie|fabricat|fake|invent|nonsense|incorrect|inaccurate|wrong|baseless|unfounded"
        r"|groundless|disinform",
        rf"\b(?:the|this|that|these|those|such|any|all|his|her|its|their|media"
        rf"|press) (?:[\w’'-]+ ){{0,2}}?(?P<noun>{NOUN})\b"
        r" (?:[a-z]+(?:ed|en|ade|ut) )?(?:by|from|in|on|about|against|concerning|regarding"
        r"|over|,) [^.!?;“”\"]{2,180}? "
        rf"(?:is|are|was|were) (?:\w+ly )?[“\"]?(?:an? )?(?:{FALSE_STRONG})\b",
        "The information disseminated by the other side is false.",
        "The information disseminated by the other side is old.",
    ),
    frame(
        "deny-nothing-but",
        Reads.POINTS,
        r"nothing|no more than|just|pure|mere",
        r"\b(?:it|this|that|these|they|those|all this)(?:['’]s|['’]re| is| are| was"
        r"| were) (?:nothing (?:but|more than|other than|short of)"
        rf"|no more than|just|purely?|merely?) (?:an? )?(?:\w+ ){{0,2}}?(?:{FALSE_STRONG}|{FALSE_WEAK})\b",
        "It is nothing but slander.",
        "It is nothing but sand.",
    ),
    frame(
        "deny-just-rumours",
        Reads.POINTS,
        r"rumou?r|speculat|gossip|hearsay|stories|tales|just that|talk",
        r"\b(?:is|are|was|were|['’]s|['’]re) just (?:that|rumou?rs?|gossip|hearsay|speculation|talk|stories"
        r"|tales|fiction)\b"
        r"|\b(?:it|this|that|these|those|they|all (?:this|that))(?: is| are| was| were|['’]s"
        r"|['’]re) (?:only |mere |mere(?:ly)? |pure(?:ly)? |simply"
        r" |nothing (?:but|more than) )?(?:a )?(?:rumou?rs?|gossip|hearsay|speculation)\b",
        "“These are just rumours,” he said.",
        "“These are just causes,” he said.",
    ),
    frame(
        "deny-got-it-wrong",
        Reads.POINTS,
        r"wrong|errors|mistakes|inaccurac|falsehood",
        rf"\b(?:the|this|that|these|those|his|her|its|their) (?:[\w’'-]+ ){{0,2}}?(?:{NOUN}|paper|newspaper"
        rf"|book|broadcast)"
        r" (?:has|have|had|gets?|got|contain(?:s|ed)?|is full of|was full of) (?:the wrong"
        r"|(?:[\w-]+ ){0,2}?(?:errors|mistakes|inaccuracies"
        r"|falsehoods|lies)\b|(?:its|the|her|his|their|every|most) [\w-]+ wrong|it (?:all |quite "
        r"|completely )?wrong)",
        "The report had the wrong day and the wrong town, he said.",
        "The report had the day and the town, he said.",
    ),
    frame(
        "deny-contrary-to",
        Reads.POINTS,
        r"contrary to",
        rf"\A[\s“\"]*(?:that )?(?:again, |and |but )?contrary to (?:(?:the|these|those|some|all|any|certain"
        rf"|media|press|recent|earlier|what) )*"
        rf"(?:[\w’'-]+ ){{0,3}}?(?:{NOUN}|said|says|reported|claimed|alleged|written|published|suggested)\b",
        "“Contrary to press reports, the bridge stands,” he said.",
        "“Contrary to the weather, the bridge stands,” he said.",
    ),
    frame(
        "deny-piece-of",
        Reads.POINTS,
        r"propaganda|informat|lies|untruth|fabricat|fake|slander|falsehood|nonsense|smear",
        r"\b(?:it|this|that|these|those|they|such \w+)(?:['’]s|['’]re| is| are| was| were| amounts? to"
        r"| amounted to)"
        r" (?:nothing but |part of )?(?:[\w’-]+ ){0,5}?(?:piece|example|case|instance|part|attempt|bit|act"
        r"|exercise|product|campaign|wave)s?"
        r" (?:of|at|in) (?:[\w’-]+ ){0,6}?(?:propaganda|disinformation|misinformation|lies|lying|untruths"
        r"|fabrications?|fake news|slander"
        r"|falsehoods?|nonsense|smears?)\b",
        "This is one more piece of crude disinformation.",
        "This is a piece of land.",
    ),
    frame(
        "deny-campaign-of-lies",
        Reads.POINTS,
        r"lies|falsehood|informat|slander|untruth|fabricat",
        r"\b(?:campaign|barrage|torrent|wave|flood|web|string|series|stream|litany) of (?:[\w-]+ )?(?:lies"
        r"|falsehoods|disinformation"
        r"|misinformation|slanders?|untruths|fabrications)\b",
        "“A torrent of lies is being poured on us,” he said.",
        "“A torrent of rain is being poured on us,” he said.",
    ),
    frame(
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
    frame(
        "deny-what-is-said",
        Reads.POINTS,
        r"\b(?:what|everything|all|anything) .{2,300}?(?:sa(?:y|id)|claim|alleg|report|wr[io]|publish|describ|told)",
        r"\b(?:what|everything|all|anything)(?: that)? (?:[\w’'.-]+ ){1,5}?(?:sa(?:ys?|id)|claim(?:s"
        r"|ed)?|alleg(?:e[sd]?)"
        r"|report(?:s|ed)?|wr(?:ites?|ote)|publish(?:ed|es)|describ(?:es|ed)|is saying|are saying"
        r"|was saying|were saying"
        rf"|(?:has|have|had) been (?:said|reported|written|claimed|alleged)"
        rf"|told [\w ]{{2,25}}?) (?:\w+ )?(?:(?:is|was|are"
        rf"|were) (?:\w+ly )?[“\"]?(?:{FALSE_STRONG})|{NOT_FACT})\b",
        "Everything the neighbours say is untrue.",
        "Everything the neighbours say is old.",
    ),
)
"""What calls a claim false in the speaker's own words, in the order in which it is tried."""
