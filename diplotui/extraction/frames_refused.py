"""Frames by which a speaker refuses a claim: we deny it, I do not recognise these figures, they lie."""

from diplotui.extraction.frame_parts import ADVERB, OBJECT, PROPOSITION, THESE
from diplotui.extraction.frame_row import FrameRow, Reads, frame
from diplotui.extraction.pointers import NOUN

_DENIED = r"(?:reject|dismiss|refut|disput|rebut|den|repudiat|contest)(?:e[ds]|ed|s|es|ies|ied)?"
SAID_REFUSED: tuple[FrameRow, ...] = (
    frame(
        "deny-i-deny",
        Reads.DENIED,
        r"den(?:y|ies)|refute|reject|dismiss",
        rf"\A[\s:“\"]*(?:[Ww]e|I|(?:the|its|our|his|her|their) (?:\w+ ){{1,3}}?|(?!Nobody|None|Neither|Few"
        rf"|Many|Critics)(?-i:[A-Z])[\w’'-]+(?: [\w’'-]+){{0,3}}?)?[\s,“\"]*{ADVERB}{{0,2}}(?:den(?:y|ies)"
        rf"|refutes?|(?:reject|dismiss)(?:e?s)?(?= [^.!?;]{{0,40}}\b(?:{NOUN})\b))[”\"]? {OBJECT}",
        "“We categorically deny these claims,” it said.",
        "We reject the offer, he said.",
    ),
    frame(
        "deny-i-denied",
        Reads.DENIED,
        r"denied|refuted",
        r"(?:\A|[.;,“\"] ?|\band )(?:that )?(?:I|we|it|he|she|they)(?: (?:have|had|has|\w+ly|always|already"
        r"|repeatedly|once))* (?:denied|refuted)"
        rf" (?P<what>(?:it|this|that|them|any|all|ever|having"
        rf"|(?:{THESE}) (?:[\w’'-]+ ){{0,3}}?(?:{NOUN}))\b[^.!?;]{{0,120}})",
        "“I have always denied that charge,” he said.",
        "“They denied us that road,” he said.",
    ),
    frame(
        "deny-lying",
        Reads.POINTS,
        r"lying|mistaken|misinformed|wrong",
        r"(?:\b(?:is|was|are|were|has been|have been|had been) (?:lying|mistaken|misinformed)|\b(?:he|she"
        r"|they|(?-i:[A-Z])[\w’'-]+"
        r"|(?:the|his|her|their) (?:[\w-]+ )?(?:minister|president|papers?|newspapers?|agency|government"
        r"|spokes\w+|general|commander"
        r"|ambassador|report\w*|journalists?|army|military|ministry|officials?|critics|analysts|media|press"
        r"|sides?|senator|lawmakers?"
        r"|investigators|experts|authors|panel|commission)) (?:is|was|are|were) (?:simply |just |plainly "
        r"|quite )?wrong)"
        r"(?! (?:to|about|in|for|if|side|when|not)\b)[\s.,;”\"]*\Z",
        "He said the army was lying.",
        "He said the army was wrong to leave.",
    ),
    frame(
        "deny-not-recognise",
        Reads.POINTS,
        r"recogni|accept|share|reason to believe",
        r"\b(?:(?:do|does|did)(?: not|n['’]t) (?:recogni[sz]e|accept|share)"
        r"|no reason to believe) (?:that|this|the|these|those"
        rf"|any of the) (?:[\w-]+ ){{0,2}}?(?:{NOUN}|pictures?|premise|views?|opinion)\b",
        "“We do not recognise these figures,” it said.",
        "We do not recognise the state.",
    ),
    frame(
        "deny-not-believe",
        Reads.DENIED,
        r"believe",
        r"\A[\s“\"]*(?:that )?(?:he|she|it|they|I|we)? ?(?:does|do|did)(?: not"
        r"|n['’]t) believe (?P<what>it|this|that|them"
        rf"|(?:a word of )?(?:the|these|those|such|any of the) [\w ]{{0,30}}(?:{NOUN}))\b[\s.,”\"]*\Z",
        "The general said he did not believe it.",
        "The general said he did not believe in luck.",
    ),
    frame(
        "deny-not-accept",
        Reads.DENIED,
        r"accept|share|agree with|subscribe|buy|endorse|stand behind",
        r"\b(?:(?:do|does|did|would|could|can)(?: not|n['’]t)|cannot|never) (?:\w+ly )?(?:accept|share"
        r"|agree with"
        rf"|subscribe to|buy|endorse|stand behind) (?P<what>{THESE} (?:[\w’'-]+ ){{0,3}}?"
        rf"(?:{NOUN}|premise|view|thesis))\b",
        "We do not subscribe to that view.",
        "We do not subscribe to that channel.",
    ),
    frame(
        "deny-no-evidence",
        Reads.DENIED,
        r"evidence|proof|indicat|hint",
        r"\b(?:no|not (?:a|any|one)(?: \w+ of)?|nor any|without|zero) (?:\w+ ){0,2}?(?:evidence|proof"
        r"|indications?|hint)"
        r"(?: \w+)? (?:for|of|to support|to back up|in support of|behind|to corroborate|to justify)"
        rf" (?P<what>{THESE} (?:[\w’'-]+ ){{0,3}}?(?:{NOUN})|that|this|it)\b",
        "There is no indication to support the claim.",
        "There is every indication to support the claim.",
    ),
    frame(
        "deny-no-reason-to-believe",
        Reads.DENIED,
        r"to (?:believe|credit|trust|accept|suspect|think)",
        r"\b(?:no|not|n['’]t|little) (?:\w+ ){0,2}?(?:reason|grounds|cause|basis) to (?:believe|credit"
        r"|trust|accept"
        rf"|suspect|think)(?: that)? {PROPOSITION}",
        "There are no grounds to suspect the army.",
        "There are grounds to suspect the army.",
    ),
    frame(
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
    frame(
        "deny-he-rejected",
        Reads.DENIED,
        r"reject|dismiss|refut|disput|denie",
        r"\A[\s:“\"]*(?:that )?(?:he|she|it|they|his \w+|her \w+|its \w+|their \w+|the \w+)(?: \w+ly"
        r"| had| has| have| also)* "
        rf"{_DENIED} (?P<what>(?:{THESE}|all|as \w+) (?:[\w’'-]+ ){{0,4}}?(?:{NOUN})\b[^.!?;]{{0,120}})",
        "He said he rejected the charge.",
        "He said he rejected the offer.",
    ),
    frame(
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
    frame(
        "deny-misinformed",
        Reads.POINTS,
        r"misinform|mistaken|liar|dream|imagin|making|misled|briefed|inventing|fabricating|facts|lying",
        r"\b(?:is|are|was|were|has been|have been|must be|must have been) (?:badly |sadly |simply "
        r"|sorely )?(?:misinformed"
        r"|ill-informed|a liar|liars|dreaming|misled|badly briefed"
        r"|making (?:it|this|things|that|all this) up|inventing (?:it|this|things|that|stories)"
        r"|fabricating \w+"
        r"|imagining things)\b|\b(?:got|gets?|has|have|had)(?: got)? (?:its|his|her|their|the) facts wrong\b"
        r"|\A[\s“\"]*(?:that )?(?:they|he|she|(?-i:[A-Z])\w+|the \w+) (?:is|are|was"
        r"|were) lying\b[\s.,!”\"]*\Z",
        "“Mr Abel was badly briefed,” she said.",
        "“The public is well informed,” she said.",
    ),
)
"""What refuses a claim in the speaker's own words, in the order in which it is tried."""
