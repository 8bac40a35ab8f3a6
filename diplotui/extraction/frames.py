"""Denials by a falsity word in a frame, or by a fixed phrase: "the report that P was not true".

A falsity word alone denies nothing ("false hope", "she lies"): it needs a claim noun or a pointer, a form of
"be" or a verb of calling, in one clause.
"""

import re
from dataclasses import dataclass

from diplotui.extraction.denials import is_withholding, read_denied
from diplotui.extraction.pointers import NOUN, PART, Denial, Pointer, pointer_of, tidy
from diplotui.model import Stance

_ADVERB = (
    r"(?:[\w’'-]+ly |also |again |just |simply |all |quite |utter |sheer |pure |total |outright "
    r"|complete |absolute "
    r"|blatant |plain |gross |one more |yet another |a pack of )"
)

FALSE_STRONG = (
    r"false|untrue|not (?:\w+ly )?(?:true|factual|accurate|correct|the case|so)(?! much)|inaccurate"
    r"|incorrect|baseless"
    r"|groundless|unfounded|ill-founded|without (?:any )?(?:foundation|basis|merit|substance)"
    r"|fabricat(?:ed|ions?)"
    r"|(?:an? )?fake[sd]?|(?:an? )?(?:\w+ )?(?:lies?|hoax|fabrication|inventions?|fiction"
    r"|falsehoods?|fantas(?:y|ies)"
    r"|forger(?:y|ies)|myths?|fair(?:y|ies) tales?)|forged|doctored|manipulated|staged|nonsense|rubbish|bogus"
    r"|fictitious|fictional|made[ -]up|invented|concocted|disinformation|misinformation|propaganda|slander"
    r"|far from (?:the )?truth|devoid of (?:truth|any basis)|unsubstantiated"
    r"|(?:an? |the )?(?:product|figment)s? of (?:the|his|her|their|its|\w+['’]s)(?: \w+)? imagination"
)
"""Words that by themselves say that something is not so."""
FALSE_WEAK = (
    r"wrong|absurd|ridiculous|ludicrous|preposterous|laughable|misleading|speculative|speculation"
    r"|distorted|theatre"
    r"|theater|farce|hypocrisy|risible|null and void"
)
"""Words that say so only of a claim noun or after a verb of calling."""

_FALSITY = re.compile(
    r"false|tru[et]|realit|untrue|factual|accura|correct|the case|not so|n['’]t so|basel|groundl|unfound"
    r"|ill-found|merit|basis"
    r"|foundation|substan|fabric|fake|\blies?\b|hoax|invent|ficti|fantas|fairy|imagin|forge|myth"
    r"|doctored|manipul|staged"
    r"|nonsense|rubbish|bogus|made[ -]up|concoct|informat|propagand|slander|absurd|ridicul|ludicr"
    r"|prepost|laugh"
    r"|mislead|specula|distort|wrong|correspond|conform|depart|facts|relation|resembl|theat|farce"
    r"|hypocr|risible|void"
)
_SUCH = re.compile(r"\bsuch\b|nothing of|happen|tak\w+ place|took place|occur")
_DOING = re.compile(r"to do with|role|part in|hand in|involve|responsib|behind")
_DENYING = re.compile(r"den(?:y|ies)|refute|reject|dismiss")
_BELIEVING = re.compile(r"believe")
_LYING = re.compile(r"lying|mistaken|misinformed|wrong")
_RECOGNISING = re.compile(r"recogni")
_FLAT = re.compile(r"\b(?:no|not|never|wrong)\b")
_CALLS = re.compile(
    r"qualif|describ|\bcall|dismiss|brand|label|reject|denounc|decri|slammed|ridicul|\bterm|condemn"
    r"|characteri|brush|\bwav"
)
"""Cheap looks at a lowered passage before the frames: without its word no frame can fire."""

_BE = rf"(?:is|are|was|were|be|being|been|as|seems?|appear(?:s|ed)? to be) {_ADVERB}{{0,2}}"
_QUOTED = r"[“”\"‘’']{0,2}"
_WHAT = (
    r"(?: (?:by|from|in|made by|attributed to) [^.!?;,]{2,40}?)?(?:, (?:which|first|made"
    r"|published)[^.!?;,]{2,70},)?"
    r"(?:\s+(?:that|of|about|alleging|claiming|saying|regarding|on)\s+(?P<what>[^.!?;]{0,160}?))?"
)
_FALSE = (
    rf"{_QUOTED}{_ADVERB}{{0,2}}(?:{FALSE_STRONG}|{FALSE_WEAK})\b"
    r"(?! (?:hopes?|flags?|alarms?|sense|dawn|friends?|economy|starts?)\b)"
)
_NOT_FACT = (
    r"(?:has|have|had) nothing to do with (?:the )?(?:reality|facts|truth)|"
    r"(?:does|do|did)(?: not|n['’]t) (?:correspond|conform) (?:to|with) (?:the )?(?:reality|facts|truth)"
    r"|depart(?:s|ed)? from the (?:facts|truth)|contradict(?:s|ed)? the facts"
    r"|(?:has|have|had|bears?|bore) (?:absolutely |simply )?no (?:basis|foundation|substance|merit"
    r"|truth|(?:relation|resemblance)"
    r" to (?:the )?(?:reality|facts|truth))"
)


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A frame in which a falsity word, or a fixed phrase, denies something said before.

    Groups: ``noun`` the pointer noun, ``what`` the proposition it carries, ``it`` a bare pointer.
    """

    rule: str
    pattern: re.Pattern[str]
    example: str
    counter: str
    trigger: re.Pattern[str]
    """A cheap look at the lowered passage first."""


def _frame(
    rule: str, pattern: str, example: str, counter: str, trigger: re.Pattern[str] = _FALSITY
) -> FrameRow:
    return FrameRow(rule, re.compile(pattern, re.IGNORECASE), example, counter, trigger)


FRAMES: tuple[FrameRow, ...] = (
    _frame(
        "deny-noun-be-false",
        rf"\b(?P<noun>{NOUN})\b{_WHAT}(?:,)? (?:{_BE}{_FALSE}|(?:{_NOT_FACT})\b)",
        "The envoy said the report that troops had crossed was not true.",
        "The envoy said the report was not false.",
    ),
    _frame(
        "deny-false-noun",
        r"\A[\s“\"]*(?:that|these|those|this|it|they|such)?(?:['’]s| is| are| was| were)? ?(?:an? )?"
        rf"{_ADVERB}{{0,2}}(?:false|untrue|baseless|groundless|unfounded|fabricated|fake|bogus"
        rf"|unsubstantiated)"
        rf"(?: and \w+)? (?P<noun>{NOUN})\b",
        "“These are baseless allegations,” he said.",
        "He spread false reports.",
    ),
    _frame(
        "deny-it-be-false",
        r"(?:\A|[\s“\"‘,])(?P<it>it|this|that|these|those|they|everything|all (?:of )?(?:this|that|it))"
        rf"(?:['’]s |['’]re | {_BE}){_ADVERB}{{0,2}}{_QUOTED}(?:{FALSE_STRONG})\b"
        r"(?! (?:hopes?|flags?|alarms?|sense|dawn|friends?|economy|starts?|to|that)\b)",
        "“That is simply untrue,” she said.",
        "It was a false dawn, she said.",
    ),
    _frame(
        "deny-no-truth",
        r"\b(?:no|not (?:a|an|one|any)|without|nor any) (?:\w+ )?(?:truth|substance|(?:shred|grain"
        r"|word|ounce|iota"
        r"|scintilla|kernel) of truth|(?:basis|foundation|merit)(?= (?:what(?:so)?ever )?(?:to|in|for|behind)"
        rf" (?:it|this|that|(?:the|these|such"
        rf"|those) (?:\w+ ){{0,2}}(?:{NOUN}))\b))(?: (?:what(?:so)?ever|at all))?"
        r"(?: (?:to|in|for|behind) (?P<what>[^.!?;]{0,160}))?",
        "There is no truth to the story.",
        "There is truth in the story.",
    ),
    _frame(
        "deny-false-alone",
        rf"\A[\s:]*{_QUOTED}(?:an? )?{_ADVERB}{{0,2}}(?:{FALSE_STRONG})[.,!]?{_QUOTED}\Z",
        "“Complete nonsense,” the colonel said.",
        "False hope is worse than none.",
    ),
    _frame(
        "deny-no-such",
        r"\bno such (?P<such>[\w-]+)|\bnothing of the (?:sort|kind)\b|\b(?:not|never"
        r"|n['’]t)\b[^.!?;]{0,30} (?:any )?such (?:an? )?"
        r"(?:\w+ )?(?P<any>request|offer|proposal|meeting|call|remark|statement|order|letter|demand"
        r"|deal|agreement)s?\b"
        r"|\b(?:it|this|that|which|they|that meeting|the incident)(?: simply)? (?:did not|didn['’]t"
        r"|never) (?:happen|take place|occur)"
        r"(?:ed)?\b|\bnever (?:happened|took place|occurred)\b",
        "No such meeting took place.",
        "Such meetings take place.",
        _SUCH,
    ),
    _frame(
        "deny-nothing-to-do",
        r"\b(?:(?:had|has|have) (?:nothing to do with|no (?:role|part|hand|involvement"
        r"|responsibility) (?:in|for))"
        r"|(?:was|were|is|are)(?: not|n['’]t) (?:in any way )?(?:involved in|responsible for"
        r"|behind)|played no (?:role|part) in)"
        r" (?P<what>[^.!?;]{0,160})",
        "The militia said it had nothing to do with the blast.",
        "The weather had something to do with it.",
        _DOING,
    ),
    _frame(
        "deny-i-deny",
        rf"\A[\s:“\"]*(?:[Ww]e|I|the \w+|(?!Nobody|None|Neither|Few|Many)[A-Z]\w+)?,? ?{_ADVERB}{{0,2}}(?:den(?:y|ies)|refutes?"
        rf"|(?:reject|dismiss)(?:es)?(?= [^.!?;]{{0,40}}\b(?:{NOUN})\b)) (?P<what>[^.!?;]{{0,160}})",
        "“We categorically deny these claims,” it said.",
        "We reject the offer, he said.",
        _DENYING,
    ),
    _frame(
        "deny-far-from-truth",
        r"\bnothing (?:could|can) be further from the truth\b|\b(?:the opposite|the reverse|the contrary) (?:is|was) (?:true|the case)\b",
        "“Nothing could be further from the truth,” she said.",
        "The truth lies further off, she said.",
    ),
    _frame(
        "deny-lying",
        r"\b(?:is|was|are|were|has been|have been|had been) (?:lying|mistaken|misinformed|wrong)"
        r"(?! (?:to|about|in|for|if|side|when|not)\b)[\s.,;”\"]*\Z",
        "He said the army was lying.",
        "He said the army was wrong to leave.",
        _LYING,
    ),
    _frame(
        "deny-not-recognise",
        r"\b(?:do|does|did)(?: not|n['’]t) recogni[sz]e (?P<what>(?:that|this|the|these|those|any of the)"
        rf" (?:[\w-]+ ){{0,2}}?(?:{NOUN}|pictures?|portrayals?))\b",
        "“We do not recognise these figures,” it said.",
        "We do not recognise the state.",
        _RECOGNISING,
    ),
    _frame(
        "deny-flat-no",
        r"\A[\s:“\"]*(?:no|absolutely not|certainly not|of course not|not at all|never|wrong|not so)[.,!]*[”\"]?\s*\Z",
        "“Absolutely not,” the admiral said.",
        "“Never again,” the admiral said.",
        _FLAT,
    ),
    _frame(
        "deny-event-false",
        rf"\b(?P<what>(?:the|this|any|such) [\w’' -]{{3,60}}?) (?:was|were|is|are|had been"
        rf"|has been) {_ADVERB}{{0,2}}{_QUOTED}"
        rf"{_ADVERB}?(?:made[ -]up|invented|staged|fabricated|faked|concocted|fictitious"
        rf"|pure fiction|(?:an? )(?:\w+ )?(?:invention|fabrication"
        r"|hoax|myth|lie|fantasy))\b",
        "The president said that the attack was staged.",
        "The president said that the play was long.",
    ),
    _frame(
        "deny-not-believe",
        r"\A[\s“\"]*(?:that )?(?:he|she|it|they|I|we)? ?(?:does|do|did)(?: not"
        r"|n['’]t) believe (?P<what>it|this|that|them"
        rf"|(?:a word of )?(?:the|these|those|such|any of the) [\w ]{{0,30}}(?:{NOUN}))\b[\s.,”\"]*\Z",
        "The general said he did not believe it.",
        "The general said he did not believe in luck.",
        _BELIEVING,
    ),
)
"""The frames, in the order in which they are tried."""

_CALLING = (
    r"(?:qualif(?:ied|ies)|describ(?:ed|es)|call(?:ed|s)|dismiss(?:ed|es)|brand(?:ed|s)"
    r"|label(?:l?ed|s)|reject(?:ed|s)"
    r"|denounc(?:ed|es)|decri(?:ed|es)|slammed|ridicul(?:ed|es)|term(?:ed|s)|condemn(?:ed|s)"
    r"|characteri[sz](?:ed|es)"
    r"|brush(?:ed|es)(?: aside)?|wav(?:ed|es)(?: away)?)"
)
CALLED = re.compile(
    rf"\b{_CALLING} (?:(?P<noun_phrase>(?:[\w’'-]+ ){{0,7}}?(?:{NOUN})\b[^.!?;]{{0,80}}?|it|this"
    rf"|that|them)(?: as)?,? {_FALSE}"
    rf"|as {_FALSE},? (?P<later>(?:the|an?|any|all|these"
    rf"|such) (?:[\w’'-]+ ){{0,4}}?(?:{NOUN})\b[^.!?;]{{0,120}}))",
    re.IGNORECASE,
)
"""Somebody called, described or dismissed it (as) false, outside what is then said."""

WAVED_OFF = re.compile(
    r"\b(?:rubbish(?:ed|es)|scoff(?:ed|s) at|hit(?:s)? back at|laugh(?:ed|s) (?:off|at)|shrug(?:ged|s) off|shot down|shoots? down"
    r"|knock(?:ed|s) down|quash(?:ed|es)|scotch(?:ed|es)|debunk(?:ed|s)|pour(?:ed|s) (?:cold water|scorn) on|took issue with"
    r"|takes issue with|brush(?:ed|es) (?:off|aside)|wav(?:ed|es) (?:away|off|aside)|swat(?:ted|s) away|bat(?:ted|s) away"
    r"|disown(?:ed|s)|refut(?:ed|es)|rebut(?:ted|s)|dispel(?:led|s)|disclaim(?:ed|s)|pooh-pooh(?:ed|s)|cast doubt on)"
    rf" (?P<noun_phrase>(?:[\w’'-]+ ){{0,6}}?(?:{NOUN})\b[^.!?;]{{0,120}}|(?:it|this|that|them)\b)",
    re.IGNORECASE,
)
"""A claim waved off by a verb of its own, without a word of falsity."""
WAVED_OFF_PASSIVE = re.compile(
    rf"\b(?P<noun_phrase>(?:the|these|those|such|his|her|their|its) (?:[\w’'-]+ ){{0,3}}?(?:{NOUN}))\b[^.;“”]{{0,60}}? (?:was|were|has been|have been)"
    r" (?:\w+ly )?(?:denied|dismissed|rejected|refuted|rebutted|disputed|ridiculed|rubbished)\b(?! (?:entry|access|a visa|bail))",
    re.IGNORECASE,
)
_PROTESTED = re.compile(
    r"\b(?:protest(?:ed|s)|maintain(?:ed|s)) (?:its|his|her|their) innocence\b", re.IGNORECASE
)

_UNDONE = re.compile(
    r"\b(?:not (?:say|know|think|believe|claim)|if|whether|unless|(?:is|was|are|were) not|isn['’]t"
    r"|wasn['’]t|denials?)"
    r" (?:[\w’'-]+ ){0,6}\Z",
    re.IGNORECASE,
)
"""Before a frame: what takes it back ("if the report was false", "did not say that it was untrue")."""


def read_frame(text: str, span: tuple[int, int]) -> Denial | None:
    """A denial by a falsity word or a fixed phrase inside the words of the speaker."""
    start, end = span
    passage = text[start:end]
    lowered = passage.lower()
    fired: dict[re.Pattern[str], bool] = {}
    for row in FRAMES:
        if row.trigger not in fired:
            fired[row.trigger] = row.trigger.search(lowered) is not None
        found = row.pattern.search(passage) if fired[row.trigger] else None
        if found is None or _is_undone(passage, found):
            continue
        if row.rule == "deny-i-deny" and is_withholding(found["what"] or ""):
            continue
        return _from_frame(row.rule, found, start, passage)
    return None


def read_called(text: str, span: tuple[int, int]) -> Denial | None:
    """A denial by a verb of calling and a falsity word, in the words about the speaker."""
    passage = text[span[0] : span[1]]
    lowered = passage.lower()
    if _PROTESTED.search(passage):
        return Denial(Stance.DENIES, "deny-protested", Pointer.ACCUSATION)
    found = WAVED_OFF.search(passage) or WAVED_OFF_PASSIVE.search(passage)
    if found is not None and not _is_undone(passage, found):
        start, end = found.span("noun_phrase")
        return read_denied(text, (span[0] + start, span[0] + end), "deny-waved-off")
    if not (_CALLS.search(lowered) and _FALSITY.search(lowered)):
        return None
    found = CALLED.search(passage)
    if found is None or _is_undone(passage, found):
        return None
    named = "noun_phrase" if found["noun_phrase"] else "later"
    return read_denied(text, (span[0] + found.start(named), span[0] + found.end(named)), "deny-called")


def _is_undone(passage: str, found: re.Match[str]) -> bool:
    return _UNDONE.search(passage[: found.start()]) is not None or "not false" in found.group().lower()


def _from_frame(rule: str, found: re.Match[str], start: int, passage: str) -> Denial:
    groups = found.groupdict()
    what = (start + found.start("what"), start + found.end("what")) if groups.get("what") else None
    near = passage[max(0, found.start() - 40) : found.end()]
    part = Stance.PARTLY_DENIES if PART.search(near) else Stance.DENIES
    if rule == "deny-event-false":
        return Denial(part, rule, None, what, None, open=True)
    if rule in _ONLY_POINTS:
        return Denial(Stance.DENIES, rule, Pointer.IT)
    if rule in (
        "deny-no-truth",
        "deny-i-deny",
        "deny-not-believe",
        "deny-nothing-to-do",
        "deny-not-recognise",
    ):
        if what is None:
            return Denial(Stance.DENIES, rule, Pointer.IT)
        inner = read_denied(passage, (what[0] - start, what[1] - start), rule)
        shifted = (inner.what[0] + start, inner.what[1] + start) if inner.what else None
        return Denial(inner.stance, rule, inner.pointer, shifted, inner.scope)
    if groups.get("noun"):
        return Denial(part, rule, pointer_of(groups["noun"] or ""), what, _scope(found, passage))
    if groups.get("it") or rule == "deny-false-alone":
        return Denial(part, rule, Pointer.IT)
    if rule == "deny-no-such" and not (groups.get("such") or groups.get("any")):
        return Denial(part, rule, Pointer.IT, None, tidy(found.group()))
    if rule == "deny-no-such":
        return Denial(
            Stance.DENIES,
            rule,
            Pointer.SUCH,
            (start, start + len(passage)),
            tidy(found.group()),
            negated=True,
        )
    return Denial(Stance.DENIES, rule, None, what, None)


_ONLY_POINTS = frozenset({"deny-far-from-truth", "deny-lying", "deny-flat-no"})
"""Frames that say no more than that it is not so."""

_DETERMINED = re.compile(
    r"(?:\b(?:the|these|those|this|such|any|all|its|his|her|their)\b[\w ’'-]*)?\Z", re.IGNORECASE
)


def _scope(found: re.Match[str], passage: str) -> str:
    """The pointer's noun phrase with what it carries: "the report that troops had crossed"."""
    noun_end = found.end("what") if found.groupdict().get("what") else found.end("noun")
    lead = _DETERMINED.search(passage[max(0, found.start("noun") - 30) : found.start("noun")])
    return tidy((lead.group() if lead else "") + passage[found.start("noun") : noun_end])
