"""The frames in which a falsity word, or a fixed phrase, denies what was said before.

Two tables: ``SPOKEN`` is held against the speaker's own words, ``TOLD`` against the words about the speaker
("called the charge groundless", "rubbished the claim"). Groups of a pattern: ``noun`` the pointer noun,
``what`` the proposition or the phrase that points, ``it`` a bare pointer, ``such`` the noun after "such".
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from diplotui.extraction.falsity import CALLING, LOOSE, MISFITS, OUTRIGHT, TRIGGERS, WAVING
from diplotui.extraction.pointers import NOUN


class Reads(StrEnum):
    """How what a frame catches is read on."""

    NOUN = "noun"
    """A pointer noun with what it carries."""
    POINTS = "points"
    """It only says that something was not so."""
    SUCH = "such"
    """Such a thing: named by its noun, else only pointed at."""
    DENIED = "denied"
    """``what`` is read like the object of a verb of denying."""
    EVENT = "event"
    """An event said to be invented; needs a claim before it."""
    BLAME = "blame"
    """Blame of which nothing more is said."""


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A frame, with the cheap look at the lowered passage that goes before it."""

    rule: str
    reads: Reads
    trigger: re.Pattern[str]
    pattern: re.Pattern[str]
    example: str
    counter: str


def _row(rule: str, reads: Reads, trigger: str, pattern: str, example: str, counter: str) -> FrameRow:
    return FrameRow(rule, reads, re.compile(trigger), re.compile(pattern, re.IGNORECASE), example, counter)


_ADVERB = (
    r"(?:[\w’'-]+ly |also |again |just |simply |all |quite |utter |sheer |pure |total |outright "
    r"|complete |absolute "
    r"|blatant |plain |gross |one more |yet another |a pack of )"
)
FALSE_STRONG = (
    r"false|untrue|not (?:\w+ly )?(?:true|factual|accurate|correct|the case|so)(?! much)|inaccurate"
    r"|incorrect|baseless"
    r"|groundless|unfounded|ill-founded|without (?:any )?(?:foundation|basis|merit|substance"
    r"|grounds|evidence)|fabricat(?:ed|ions?)"
    r"|(?:an? )?fake[sd]?|(?:an? )?(?:\w+ (?:of )?)?(?:lies?|hoax|fabrication|inventions?|fiction"
    r"|falsehoods?|fantas(?:y|ies)"
    r"|forger(?:y|ies)|myths?|fair(?:y|ies) tales?|smears?)|forged|doctored|manipulated|staged"
    r"|nonsense|rubbish|bogus"
    r"|fictitious|fictional|made[ -]up|invented|concocted|disinformation|misinformation|propaganda"
    r"|slander|hogwash"
    r"|garbage|tosh|baloney|erroneous|imaginary|imagined|non-?existent|(?:plucked|pulled) (?:from"
    r"|out of) thin air"
    r"|(?:conjured|cooked|dreamt|dreamed|trumped)[ -]up|a story made of air|far from (?:the )?truth"
    r"|devoid of (?:truth|any basis)|unsubstantiated"
    r"|(?:an? |the )?(?:product|figment)s? of (?:the|his|her|their|its|\w+['’]s)(?: [\w’']+)? imagination"
    rf"|{OUTRIGHT}"
)
"""Words that by themselves say that something is not so."""
FALSE_WEAK = (
    r"wrong|absurd|ridiculous|ludicrous|preposterous|laughable|misleading|speculative|speculation"
    r"|distorted|theatre"
    r"|theater|farce|hypocrisy|risible|null and void|gossip|hearsay|a (?:\w+ )?joke|mistaken"
    r"|misguided|ill-informed|uninformed"
    r"|unwarranted|unjustified|far-fetched|fanciful|outlandish|scurrilous|libellous|defamatory"
    r"|malicious|premature and \w+"
    r"|a provocation|insinuations?|(?:[\w-]+ )?propaganda|nothing (?:more than|but) [\w ]{3,30}"
    rf"|{LOOSE}"
)
"""Words that say so only of a claim noun or after a verb of calling."""
_FALSITY = (
    r"false|tru[et]|realit|factual|accura|correct|the case|not so|n['’]t so|basel|groundl|unfound"
    r"|ill-found|merit|basis"
    r"|foundation|substan|fabric|fake|\blies?\b|hoax|invent|ficti|fantas|fairy|imagin|forge|myth"
    r"|doctored|manipul|staged"
    r"|nonsense|rubbish|bogus|made[ -]up|concoct|informat|propagand|slander|smear|hogwash|garbage"
    r"|tosh|baloney|absurd"
    r"|ridicul|ludicr|prepost|laugh|mislead|specula|distort|wrong|correspond|conform|depart|facts"
    r"|relation|resembl|theat"
    r"|farce|hypocr|risible|void|gossip|hearsay|joke|evidence|proof|errone|existent|thin air"
    r"|conjured|cooked|dream|trumped"
    r"|made of air|grounds|mistaken|misguid|informed|unwarrant|unjustif|fetched|fanciful|outland"
    r"|scurril|libel|defam|malic"
    r"|premature|provocation|insinuat|nothing but|nothing more|hold water|stand up|add up|stack up"
    r"|at odds|at variance|inconsist|lacks?|misrepr|twist|misstat"
    r"|recogni|unfair"
    rf"|{TRIGGERS}"
)
_NO_FALSITY = r"(?! (?:hopes?|flags?|alarms?|sense|dawn|friends?|economy|starts?)\b)"
"""Behind a falsity word: what makes it speak of something else."""
_BE = (
    r"(?:(?:is|are|was|were|be|being|(?:has|have|had) been|been|as|seems?|appear(?:s"
    r"|ed)? to be)(?:,? of course,?)?)"
    rf" {_ADVERB}{{0,2}}"
)
_QUOTED = r"[“”\"‘’']{0,2}"
_WHAT = (
    r"(?: (?:by|from|in|attributed to|(?:made|spread|published|circulated|put out|aired|voiced"
    r"|levelled) by) [^.!?;,]{2,40}?)?(?:, (?:which|first|made|published)[^.!?;,]{2,70},)?"
    r"(?:\s+(?:that|of|about|alleging|claiming|saying|regarding|on)\s+(?P<what>[^.!?;]{0,160}?))?"
)
_FALSE = rf"{_QUOTED}{_ADVERB}{{0,2}}(?:[\w-]+ and )?(?:{FALSE_STRONG}|{FALSE_WEAK})\b{_NO_FALSITY}"
_NOT_FACT = (
    r"(?:does|do|did)(?: not|n['’]t) (?:correspond|conform) (?:to|with) (?:the )?(?:reality|facts|truth)"
    r"|(?:is|was|are|were) (?:\w+ly )?(?:at odds|at variance|inconsistent) with (?:the )?(?:facts"
    r"|truth|reality)"
    r"|lack(?:s|ed)? (?:all |any )?(?:foundation|basis|merit|substance|credibility)"
    r"|misrepresent(?:s|ed)|distort(?:s|ed)|twist(?:s|ed)"
    r"|misstate[sd]?|mischaracteri[sz]e[sd]?|(?:is|was) not one (?:it|we|he|she|they) recogni[sz]e[sd]?"
    r"|(?:does|do|did)(?: not|n['’]t) (?:hold water|stand up|add up|stack up)"
    r"|depart(?:s|ed)? from the (?:facts|truth)|contradict(?:s|ed)? the facts"
    r"|(?:has|have|had) (?:nothing to do with|no (?:connection|link) (?:with"
    r"|to)) (?:the )?(?:reality|facts|truth)"
    r"|(?:has|have|had|bears?|bore) (?:absolutely |simply )?no"
    r" (?:basis|foundation|substance|merit|truth|(?:relation|resemblance) to (?:the )?(?:reality"
    r"|facts|truth))"
    rf"|{MISFITS}"
)
_CLAUSE_OBJECT = r"(?P<what>[^.!?;]{0,160})"
_MATTERS = (
    r"request|offer|proposal|meeting|call|remark|statement|order|letter|demand|deal|agreement"
    r"|commitment|promise|plan"
    r"|attack|act|action|activity|practice|incident|person|order|weapon|payment|conversation|visit"
    r"|trip|(?<=any such )thing"
)

SPOKEN: tuple[FrameRow, ...] = (
    _row(
        "deny-noun-be-false",
        Reads.NOUN,
        _FALSITY,
        rf"\b(?P<noun>{NOUN}|what (?:had been|has been|was|were|is being) (?:circulated|reported"
        rf"|published|said|claimed|alleged)"
        rf"|what [\w’']+ (?:said|claimed|alleged|reported))\b{_WHAT}[\s,]+(?:{_BE}{_FALSE}"
        rf"|{_QUOTED}(?:{_NOT_FACT})\b)",
        "The envoy said the report that troops had crossed was not true.",
        "The envoy said the report was not false.",
    ),
    _row(
        "deny-false-noun",
        Reads.NOUN,
        _FALSITY,
        r"\A[\s“\"]*(?:that|these|those|this|it|they|such)?(?:['’]s| is| are| was| were)? ?(?:an? )?"
        rf"{_ADVERB}{{0,2}}(?:false|untrue|baseless|groundless|unfounded|fabricated|fake|bogus"
        rf"|unsubstantiated)"
        rf"(?: and \w+)? (?P<noun>{NOUN})\b",
        "“These are baseless allegations,” he said.",
        "He spread false reports.",
    ),
    _row(
        "deny-it-be-false",
        Reads.NOUN,
        _FALSITY,
        r"(?:\A|[\s“\"‘,])(?P<it>it|this|that|these|those|they|everything|all (?:of )?(?:this|that|it))"
        rf"(?:['’]s |['’]re "
        rf"|[\s,]+{_BE}){_ADVERB}{{0,2}}{_QUOTED}(?:{FALSE_STRONG})\b{_NO_FALSITY}(?! (?:to"
        rf"|that)\b)",
        "“That is simply untrue,” she said.",
        "It was a false dawn, she said.",
    ),
    _row(
        "deny-no-truth",
        Reads.DENIED,
        _FALSITY,
        r"\b(?:no|not (?:a|an|one|any)|without|nor any) (?:\w+ )?(?:truth|substance|(?:shred|scrap"
        r"|grain|word|ounce|iota"
        r"|scintilla|kernel) of (?:truth|evidence|proof)|(?:basis|foundation|merit|evidence"
        r"|proof)(?= (?:what(?:so)?ever )?"
        rf"(?:to support|to|in|for|of|behind) (?:it|this|that|(?:the|these|such"
        rf"|those) (?:\w+ ){{0,2}}(?:{NOUN}))\b))"
        rf"(?:[”\"]? (?:what(?:so)?ever|at all))?(?:[”\"]? (?:to support|to|in|for|of"
        rf"|behind) {_CLAUSE_OBJECT})?",
        "There is no truth to the story.",
        "There is truth in the story.",
    ),
    _row(
        "deny-false-alone",
        Reads.POINTS,
        _FALSITY,
        rf"\A[\s:]*{_QUOTED}(?:an? )?{_ADVERB}{{0,2}}(?:{FALSE_STRONG})(?: from (?:beginning|start"
        rf"|first) to (?:end|last"
        rf"|finish)| through and through|,? pure and simple)?[.,!]?{_QUOTED}\Z",
        "“Complete nonsense,” the colonel said.",
        "False hope is worse than none.",
    ),
    _row(
        "deny-flat-no",
        Reads.POINTS,
        r"\b(?:no|not|never|wrong)\b",
        r"\A[\s:“\"]*(?:no|absolutely not|certainly not|of course not|not at all|never|wrong"
        r"|not so)[.,!]*[”\"]?\s*\Z",
        "“Absolutely not,” the admiral said.",
        "“Never again,” the admiral said.",
    ),
    _row(
        "deny-no-such",
        Reads.SUCH,
        r"\bsuch\b|nothing of|happen|tak\w+ place|took place|occur",
        r"\bno such (?P<such>[\w-]+)|\bnothing of the (?:sort|kind)\b|\b(?:not|never|n['’]t"
        r"|no)\b[^.!?;]{0,30} (?:any )?such"
        rf" (?:an? )?(?:\w+ )?(?P<any>{_MATTERS})s?\b|\b(?:it|this|that|which|they|(?:the|that"
        rf"|any) (?P<subject>[\w-]+))[\s“\"]*(?: ?simply| ?just)?"
        r" ?(?:did not|didn['’]t|never) (?:happen|take place|occur)(?:ed)?\b|\bnever (?:happened"
        r"|took place|occurred)\b",
        "No such meeting took place.",
        "Such meetings take place.",
    ),
    _row(
        "deny-nothing-to-do",
        Reads.DENIED,
        r"to do with|role|part in|hand in|involve|responsib|behind|connection|link|associat",
        r"\b(?:(?:had|has|(?<!to )(?<!will )(?<!would )(?<!should )(?<!must )have) (?:nothing to do with|no (?:connection|link"
        r"|association)(?: what(?:so)?ever)? (?:with|to)"
        r"|no (?:role|part|hand|involvement|responsibility)(?: what(?:so)?ever)? (?:in|for))|(?:was"
        r"|were|is|are)(?: not|n['’]t)"
        r" (?:in any way )?(?:involved in|responsible for|behind)|played no (?:role|part) in)"
        rf" {_CLAUSE_OBJECT}",
        "The militia said it had nothing to do with the blast.",
        "The weather had something to do with it.",
    ),
    _row(
        "deny-i-deny",
        Reads.DENIED,
        r"den(?:y|ies)|refute|reject|dismiss",
        rf"\A[\s:“\"]*(?:[Ww]e|I|the \w+|(?!Nobody|None|Neither|Few"
        rf"|Many)[A-Z]\w+)?[\s,]*{_ADVERB}{{0,2}}(?:den(?:y|ies)"
        rf"|refutes?|(?:reject|dismiss)(?:es)?(?= [^.!?;]{{0,40}}\b(?:{NOUN})\b)) {_CLAUSE_OBJECT}",
        "“We categorically deny these claims,” it said.",
        "We reject the offer, he said.",
    ),
    _row(
        "deny-far-from-truth",
        Reads.POINTS,
        r"truth|the case|true|nothing (?:in|to)",
        r"\bnothing (?:could|can) be further from the truth\b"
        r"|\b(?:the opposite|the reverse|the contrary) (?:is|was) (?:true|the case)\b"
        rf"|\b(?:there (?:is|was)|has|had) nothing (?:in|to) (?:it|(?:the|these|that|this"
        rf"|those) (?:[\w-]+ )?(?:{NOUN}))\b",
        "“Nothing could be further from the truth,” she said.",
        "The truth lies further off, she said.",
    ),
    _row(
        "deny-lying",
        Reads.POINTS,
        r"lying|mistaken|misinformed|wrong",
        r"\b(?:is|was|are|were|has been|have been|had been) (?:lying|mistaken|misinformed|wrong)"
        r"(?! (?:to|about|in|for|if|side|when|not)\b)[\s.,;”\"]*\Z",
        "He said the army was lying.",
        "He said the army was wrong to leave.",
    ),
    _row(
        "deny-not-recognise",
        Reads.POINTS,
        r"recogni|accept|share|reason to believe",
        r"\b(?:(?:do|does|did)(?: not|n['’]t) (?:recogni[sz]e|accept|share)"
        r"|no reason to believe) (?:that|this|the|these|those"
        rf"|any of the) (?:[\w-]+ ){{0,2}}?(?:{NOUN}|pictures?|premise|views?|opinion)\b",
        "“We do not recognise these figures,” it said.",
        "We do not recognise the state.",
    ),
    _row(
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
    _row(
        "deny-false-that",
        Reads.DENIED,
        r"incorrect|wrong|untrue|false|inaccurate|not true|not correct|a lie|nonsense|rubbish|not the case",
        r"\bit (?:is|was|would be) [“\"]?(?:\w+ly |complete |utter |total |absolute "
        r"|pure )?(?:incorrect|wrong|untrue|false"
        r"|inaccurate|not (?:\w+ly )?(?:true|correct|accurate|the case)|a lie|nonsense|rubbish)[”\"]?"
        rf" (?:to (?:say|claim|suggest|assert|allege) )?that {_CLAUSE_OBJECT}",
        "“It is not true that we fired,” he said.",
        "“It is true that we fired,” he said.",
    ),
    _row(
        "deny-event-false",
        Reads.EVENT,
        _FALSITY,
        rf"\b(?P<what>(?:the|this|any|such) [\w’' -]{{3,60}}?) (?:was|were|is|are|had been"
        rf"|has been) {_ADVERB}{{0,2}}"
        rf"{_QUOTED}{_ADVERB}?(?:made[ -]up|invented|staged|fabricated|faked|concocted|fictitious"
        rf"|pure fiction"
        r"|an? (?:\w+ )?(?:invention|fabrication|hoax|myth|lie|fantasy))\b",
        "The president said that the attack was staged.",
        "The president said that the play was long.",
    ),
    _row(
        "deny-not-believe",
        Reads.DENIED,
        r"believe",
        r"\A[\s“\"]*(?:that )?(?:he|she|it|they|I|we)? ?(?:does|do|did)(?: not"
        r"|n['’]t) believe (?P<what>it|this|that|them"
        rf"|(?:a word of )?(?:the|these|those|such|any of the) [\w ]{{0,30}}(?:{NOUN}))\b[\s.,”\"]*\Z",
        "The general said he did not believe it.",
        "The general said he did not believe in luck.",
    ),
)
"""What denies in the speaker's own words, in the order in which it is tried."""

_CALLING = (
    r"(?:qualif(?:ied|ies)|describ(?:ed|es)|call(?:ed|s)|dismiss(?:ed|es)|brand(?:ed|s)"
    r"|label(?:l?ed|s)|reject(?:ed|s)"
    r"|denounc(?:ed|es)|decri(?:ed|es)|slammed|ridicul(?:ed|es)|term(?:ed|s)|condemn(?:ed|s)"
    r"|characteri[sz](?:ed|es)"
    r"|brush(?:ed|es)(?: aside)?|wav(?:ed|es)(?: away)?|trash(?:ed|es)|blast(?:ed|s)|lambasted"
    r"|savaged|likened|deem(?:ed|s)"
    rf"|{CALLING})"
)
_CALLS = (
    r"qualif|describ|\bcall|dismiss|brand|label|reject|denounc|decri|slammed|ridicul|\bterm|condemn"
    r"|characteri|brush|\bwav"
    r"|trash|blast|lambast|savag|liken|deem"
    r"|trash|rubbish|lamb|blast|scorn|deri|mock|liken|compar|portray|depict|cast|discount|critici"
    r"|attack|dub|regard"
    r"|repudiat|saw|sees|decr|deplor|denie|shrug|laugh|knock|writes|wrote|play"
)
_WAVING = (
    r"(?:rubbish(?:ed|es)|scoff(?:ed|s) at|hits? back at|laugh(?:ed|s) (?:off|at)|shrug(?:ged"
    r"|s) off|sh(?:ot|oots?) down"
    r"|knock(?:ed|s) down|quash(?:ed|es)|scotch(?:ed|es)|debunk(?:ed|s)|pour(?:ed|s) (?:cold water|scorn) on"
    r"|t(?:ook|akes) issue with|brush(?:ed|es) (?:off|aside)|wav(?:ed|es) (?:away|off|aside)"
    r"|swat(?:ted|s) away"
    r"|bat(?:ted|s) away|disown(?:ed|s)|refut(?:ed|es)|rebut(?:ted|s)|dispel(?:led|s)|disclaim(?:ed|s)"
    r"|pooh-pooh(?:ed|s)|cast doubt on|contest(?:ed|s)|challenged?|disput(?:ed?|es|ing)"
    rf"|{WAVING})"
)
_NOUN_PHRASE = rf"(?:[\w’'-]+ ){{0,7}}?(?:{NOUN}|positions?|views?|analysis|evidence)\b"

TOLD: tuple[FrameRow, ...] = (
    _row(
        "deny-called",
        Reads.DENIED,
        _CALLS,
        rf"\b{_CALLING} (?P<what>{_NOUN_PHRASE}[^.!?;]{{0,80}}?|it|this|that|them)(?: as| to)?,? {_FALSE}",
        "Riga called the charge groundless.",
        "Riga called the charge on Monday.",
    ),
    _row(
        "deny-called-later",
        Reads.DENIED,
        _CALLS,
        rf"\b{_CALLING} as {_FALSE},? (?P<what>(?:the|an?|any|all|these"
        rf"|such) {_NOUN_PHRASE}[^.!?;]{{0,120}})",
        "Riga dismissed as nonsense a report that it had paid.",
        "Riga dismissed as head of the port a man of 60.",
    ),
    _row(
        "deny-waved-off",
        Reads.DENIED,
        r"rubbish|scoff|back at|laugh|shrug|down|quash|scotch|debunk|water|scorn|issue with|brush"
        r"|wav|away|disown|refut|rebut"
        r"|dispel|disclaim|pooh|doubt|contest|challeng|disput|trash|gain|credit|disprov|disput"
        r"|contest|contra|takes|took|push|hit"
        r"|kick|fire|swip|sneer|repud|shrift|paid|throw|threw|laid|lays|put|cast|quibb|challeng"
        r"|counter|question|discount"
        r"|distanc|disagr|differ|den(?:ied|ies)",
        rf"\b{_WAVING} (?P<what>{_NOUN_PHRASE}[^.!?;,]{{0,120}}|(?:it|this|that|them)\b)",
        "Riga rubbished the claim.",
        "Riga rubbed out the line.",
    ),
    _row(
        "deny-at-pains",
        Reads.DENIED,
        r"\bdeny",
        r"\b(?:on record as denying|(?:at pains to|went on to|continue[sd]? to|sought to|moved to"
        r"|rushed to|hastened to|(?:was|were) quick to"
        r"|forced to|felt obliged to) deny) (?P<what>[^.!?;]{1,160})",
        "Riga rushed to deny the claim.",
        "Riga rushed to deny them entry.",
    ),
    _row(
        "deny-called-liar",
        Reads.POINTS,
        r"mistaken|liar|misinformed",
        r"\bcall(?:ed|s) (?:him|her|them|the [\w-]+|[A-Z]\w+) (?:mistaken|an? (?:\w+ )?liar|liars"
        r"|misinformed)\b",
        "He called the captain a liar.",
        "He called the captain a taxi.",
    ),
    _row(
        "deny-passive",
        Reads.DENIED,
        r"\b(?:was|were|been)\b",
        rf"\b(?P<what>(?:the|these|those|such|his|her|their"
        rf"|its) (?:[\w’'-]+ ){{0,3}}?(?:{NOUN}))\b[^.;“”]{{0,60}}?"
        r" (?:was|were|has been|have been) (?:\w+ly )?(?:denied|dismissed|rejected|refuted|rebutted"
        r"|disputed|ridiculed"
        r"|rubbished)\b(?! (?:entry|access|a visa|bail))",
        "The charge was dismissed in Riga.",
        "The guests were denied entry.",
    ),
    _row(
        "deny-different",
        Reads.POINTS,
        r"story|account|version|picture|explanation|opposite|contrary|reverse|none of it|differ"
        r"|disagree|other way",
        r"\b(?:told|gave|offered|presented|had) an? (?:very |quite |rather |altogether "
        r"|completely )?(?:different|opposite"
        r"|contrary) (?:story|account|version|picture|explanation)\b"
        r"|\b(?:claimed|said|asserted|maintained|argued|told \w+) the (?:opposite|contrary|reverse)\b"
        r"|\b(?:would have|was having|were having|is having|are having|will have) none of it\b"
        r"|\b(?:begged|begs|beg) to differ\b|\bsaw it (?:quite |rather |very )?differently\b"
        r"|\b(?:took|takes) (?:a|quite a|a very) different view\b|\b(?:it|things) (?:was"
        r"|were) the other way (?:a)?round\b",
        "Riga gave a different account.",
        "Riga gave its account in May.",
    ),
    _row(
        "deny-protested",
        Reads.BLAME,
        r"innocence",
        r"\b(?:protest(?:ed|s)|maintain(?:ed|s)) (?:its|his|her|their) innocence\b",
        "Riga protested its innocence.",
        "Riga protested against the innocence of the law.",
    ),
)
"""What denies in the words about the speaker, in the order in which it is tried."""

UNDONE = re.compile(
    r"\b(?:not (?:say|know|think|believe|claim)|if|whether|unless|(?:is|was|are|were) not|isn['’]t"
    r"|wasn['’]t|denials?)"
    r" (?:[\w’'-]+ ){0,6}\Z",
    re.IGNORECASE,
)
"""Before a frame: what takes it back ("if the report was false", "did not say that it was untrue")."""
