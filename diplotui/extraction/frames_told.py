"""Frames in the words about a speaker: called the charge groundless, rubbished it, saw it differently."""

from diplotui.extraction.falsity import CALLING, FALSE_STRONG, FALSE_WEAK, WAVING
from diplotui.extraction.frame_parts import ADVERB, FALSE, NO_FALSITY, THESE
from diplotui.extraction.frame_row import FrameRow, Reads, frame
from diplotui.extraction.pointers import NOUN

_CALLING = (
    r"(?:qualif(?:ied|ies)|describ(?:ed|es)|call(?:ed|s)|dismiss(?:ed|es)|brand(?:ed|s)"
    r"|label(?:l?ed|s)|reject(?:ed|s)"
    r"|denounc(?:ed|es)|decri(?:ed|es)|slammed|ridicul(?:ed|es)|term(?:ed|s)|condemn(?:ed|s)"
    r"|characteri[sz](?:ed|es)"
    r"|brush(?:ed|es)(?: aside)?|wav(?:ed|es)(?: away)?|trash(?:ed|es)|blast(?:ed|s)|lambasted"
    r"|savaged|likened|deem(?:ed|s)"
    r"|(?:qualify|describ|call|dismiss|brand|label|labell|reject|denounc|decry|slamm|ridicul|term"
    r"|characteri[sz]|brush|wav|rubbish|deem"
    r"|mock|derid|deni?y|depict|portray)ing(?: aside| away| off)?"
    rf"|{CALLING})"
)
_CALLS = (
    r"qualif|describ|\bcall|dismiss|brand|label|reject|denounc|decri|slammed|ridicul|\bterm|condemn"
    r"|characteri|brush|\bwav"
    r"|trash|blast|lambast|savag|liken|deem"
    r"|trash|rubbish|lamb|blast|scorn|deri|mock|liken|compar|portray|depict|cast|discount|critici"
    r"|attack|dub|regard"
    r"|repudiat|saw|sees|decr|deplor|denie|shrug|laugh|knock|writes|wrote|denying"
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
_CALLED = rf"(?:[“\"‘]?(?:an? |the )?(?:[\w-]+,? (?:and )?){{0,2}}?)?{FALSE}"
"""A word of falsity behind a verb of calling, with what stands before it ("a cruel untruth")."""
OUTRIGHT_CALLED = rf"[“\"‘]?(?:an? |the |another |yet another |pure |sheer |utter |complete |total )*(?:[\w-]+ (?:of )?){{0,2}}?(?:{FALSE_STRONG})\b{NO_FALSITY}"
"""A word that says by itself that something is not so: enough for a matter that is no claim by its noun."""
_NOUN_PHRASE = rf"(?:[\w’'-]+ ){{0,7}}?(?:{NOUN}|positions?|views?|analysis|evidence)\b"
TOLD: tuple[FrameRow, ...] = (
    frame(
        "deny-called",
        Reads.DENIED,
        _CALLS,
        rf"\b{_CALLING} (?P<what>{_NOUN_PHRASE}[^.!?;]{{0,80}}?|it|this|that|them)(?: as| to)?,? {_CALLED}",
        "Riga called the charge groundless.",
        "Riga called the charge on Monday.",
    ),
    frame(
        "deny-called-outright",
        Reads.POINTS,
        r"call|describ|dismiss|brand|label|term|dub|character|portray|denounc",
        r"\b(?:call(?:ed|s|ing)|describ(?:ed|es|ing)|dismiss(?:ed|es|ing)|brand(?:ed|s|ing)|label(?:l?ed|s"
        r"|l?ing)|term(?:ed|s|ing)"
        r"|dub(?:bed|s|bing)|characteri[sz](?:ed|es|ing)|portray(?:ed|s|ing)|denounc(?:ed|es|ing))"
        rf" (?:the|this|that|these|those|his|her|its|their"
        rf"|(?-i:[A-Z])[\w-]+['’]s?) (?:[\w’'-]+ ){{1,5}}?(?:as |to be )?{OUTRIGHT_CALLED}",
        "Riga called the meeting a fabrication.",
        "Riga called the envoy a friend.",
    ),
    frame(
        "deny-was-called",
        Reads.POINTS,
        r"called|described|dismissed|branded|labell?ed|termed|rejected|denounced|brushed|waved|shrugged"
        r"|laughed|derided|mocked",
        r"\b(?:(?:this|that|it|they|which|all this)|(?:the|these|those|such|his|her|their|its|any"
        r"|(?-i:[A-Z])[\w-]+['’]s?) (?:[\w’'-]+ ){0,4}?"
        rf"(?:{NOUN}|matter|affair|video|idea))\b[^.;“”]{{0,60}}? (?:is|was|were|are|has been|have been"
        rf"|had been) (?:\w+ly )?(?:also )?"
        r"(?:called|described|dismissed|branded|labell?ed|termed|rejected|denounced|brushed aside"
        r"|waved away|waved off"
        r"|shrugged off|laughed off|derided|mocked)"
        rf"(?: (?:in|at|by) (?-i:[A-Z])[\w’' ]{{2,40}}?)?(?: as)? {_CALLED}",
        "The charge was dismissed in Riga as slander.",
        "The charge was described in Riga as grave.",
    ),
    frame(
        "deny-what-he-called",
        Reads.POINTS,
        r"calls|called|terms|describ",
        r"\b(?:which|that|what) (?:(?:the|its|his|her|their) )?[\w’' .,-]{2,60}? (?:calls|called|terms"
        r"|termed|describes as|described as"
        r"|dismissed as|dismisses as|has called|has described as|has dismissed as)"
        rf" {OUTRIGHT_CALLED}",
        "It was a tale which Riga called a fabrication.",
        "It was a ship which Riga called a gift.",
    ),
    frame(
        "deny-called-later",
        Reads.DENIED,
        _CALLS,
        rf"\b{_CALLING} as {_CALLED}[”\"’]?,? (?P<what>(?:the|an?|any|all|these"
        rf"|such) {_NOUN_PHRASE}[^.!?;]{{0,120}})",
        "Riga dismissed as nonsense a report that it had paid.",
        "Riga dismissed as head of the port a man of 60.",
    ),
    frame(
        "deny-waved-off",
        Reads.DENIED,
        r"rubbish|scoff|back at|laugh|shrug|down|quash|scotch|debunk|water|scorn|issue with|brush"
        r"|wav|away|disown|refut|rebut"
        r"|dispel|disclaim|pooh|doubt|contest|challeng|disput|trash|gain|credit|disprov|disput"
        r"|contest|contra|takes|took|push|hit"
        r"|kick|fire|swip|sneer|repud|shrift|paid|throw|threw|laid|lays|put|cast|quibb|challeng"
        r"|counter|question|discount"
        r"|slap|\bbat|swat|tamp|disagr|differ|den(?:ied|ies)",
        rf"\b{_WAVING} (?P<what>{_NOUN_PHRASE}[^.!?;,]{{0,120}}|(?:it|this|that|them)\b)",
        "Riga rubbished the claim.",
        "Riga rubbed out the line.",
    ),
    frame(
        "deny-at-pains",
        Reads.DENIED,
        r"\bdeny",
        r"\b(?:on record as denying|(?:at pains to|went on to|continue[sd]? to|sought to|moved to"
        r"|rushed to|hastened to|(?:was|were) quick to"
        r"|forced to|felt obliged to) deny) (?P<what>[^.!?;]{1,160})",
        "Riga rushed to deny the claim.",
        "Riga rushed to deny them entry.",
    ),
    frame(
        "deny-called-liar",
        Reads.POINTS,
        r"mistaken|liar|misinformed",
        r"\bcall(?:ed|s) (?:him|her|them|the [\w-]+|(?-i:[A-Z])\w+) (?:mistaken|an? (?:\w+ )?liar|liars"
        r"|misinformed)\b",
        "He called the captain a liar.",
        "He called the captain a taxi.",
    ),
    frame(
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
    frame(
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
    frame(
        "deny-protested",
        Reads.BLAME,
        r"innocence",
        r"\b(?:protest(?:ed|s)|maintain(?:ed|s)) (?:its|his|her|their) innocence\b",
        "Riga protested its innocence.",
        "Riga protested against the innocence of the law.",
    ),
    frame(
        "deny-was-the-word",
        Reads.POINTS,
        r"\b(?:word|reply|answer|response|verdict|comment|retort|reaction)\b",
        rf"\A[\s“\"]*(?:{ADVERB}){{0,2}}(?:an? )?(?:{FALSE_STRONG}|{FALSE_WEAK})[.,!]*[”\"]?,? (?:was|is"
        rf"|came|ran) (?:the|his|her|its|their"
        r"|\w+['’]s?) (?:\w+ |one-word ){0,3}?(?:word|reply|answer|response|verdict|comment|retort"
        r"|reaction)\b",
        "“Nonsense,” was the reply from Riga.",
        "“Welcome,” was the reply from Riga.",
    ),
    frame(
        "deny-differs",
        Reads.POINTS,
        r"differ|disagree|none of it|otherwise",
        r"\b(?:beg(?:ged|s) to differ|disagree[sd]?(?=[.,;:]|\Z)|(?:would|will) have none of (?:it|this|that)"
        r"|(?:is|was|were) having none of (?:it|this|that)|(?:saw|sees|see) (?:it|things"
        r"|matters) (?:very )?differently"
        r"|(?:insist|maintain|argue|say|said|contend)(?:s|ed)? otherwise)\b",
        "Riga insisted otherwise.",
        "Riga differed from Vilnius in size.",
    ),
    frame(
        "deny-not-accepted",
        Reads.DENIED,
        r"accept|believe|concede",
        r"\b(?:(?:would|could|can|will|did|does|do)(?: not|n['’]t)|cannot|refuse[sd]? to"
        r"|declined to) (?:accept|concede|believe)"
        rf" (?P<what>(?:that|it|this|(?:{THESE} (?:[\w’'-]+ ){{0,3}}?(?:{NOUN})))\b[^.!?;]{{0,120}})",
        "Riga would not accept that it had fired.",
        "Riga would not accept the offer.",
    ),
    frame(
        "deny-answered-no",
        Reads.POINTS,
        r"\bno\b|negative|shook",
        r"\b(?:answer|repl|respond)[a-z]+ (?:with an? (?:\w+ )?[“\"]?no\b|in the negative|that it was not)"
        r"|\bshook (?:his|her) head\b",
        "Riga answered in the negative.",
        "Riga answered with no delay.",
    ),
    frame(
        "deny-contradicted",
        Reads.DENIED,
        r"contradict|belie|gainsa",
        rf"\b(?:contradict(?:ed|s)|belie[sd]|gainsa(?:id|ys)) (?P<what>(?:[\w’'-]+ ){{0,5}}?(?:{NOUN})\b"
        rf"|it|this|that|them"
        r"|him|her|(?-i:[A-Z])[\w’'-]+)",
        "Riga contradicted Vilnius.",
        "The figures contradict one another.",
    ),
    frame(
        "deny-talk-of",
        Reads.DENIED,
        r"\b(?:talk|idea|notion|hint|possibility)\b",
        r"\b(?:dismiss|reject|scotch|quash|discount|ridicul|scoff|laugh|brush|wav|shrug|rubbish"
        r"|deni|disput|shot|knock)"
        r"[a-z]*(?: (?:down|off|away|aside|at))? (?:the |any |all |such |as \w+ )*(?:talk|idea|notion"
        r"|hints?) (?:of|that|about)"
        r" (?P<what>(?!a (?:new|joint|peace)\b)[^.!?;]{3,160})",
        "Riga dismissed talk of an attack.",
        "Riga opened talks of a new kind.",
    ),
)
"""What denies in the words about the speaker, in the order in which it is tried."""
