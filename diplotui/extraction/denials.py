"""Denials, evasions and their look-alikes: which stance the words of a statement take on somebody's claim.

A denial says that a claim is not so. It comes by three routes: a verb of denying, a falsity word in a frame
("the report that P was not true"), or a negated clause that contradicts a claim standing before it (this one
is only *open*: it counts where ``links`` finds that claim). Turning an offer down is none of these.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from diplotui.model import Stance

_ADVERB = (
    r"(?:[\w’'-]+ly |also |again |just |simply |all |quite |utter |sheer |pure |total |outright |complete |absolute |blatant |plain |gross |one more |yet another |a pack of )"
)


class Pointer(StrEnum):
    """By which kind of word a denial points at the claim it denies."""

    REPORT = "report"
    """the report, the reporting, the story: what an outlet put forward."""
    ACCUSATION = "accusation"
    """the allegation, the charge, the accusation: what somebody blamed the denier for."""
    CLAIM = "claim"
    """the claim, the suggestion, the remarks: what anybody said."""
    EXHIBIT = "exhibit"
    """the photograph, the document: what was shown."""
    SUCH = "such"
    """such an offer, no such meeting: the matter itself."""
    IT = "it"
    """it, this, that."""


POINTER_NOUNS: tuple[tuple[Pointer, str], ...] = (
    (
        Pointer.REPORT,
        r"reports?|reporting|stor(?:y|ies)|articles?|news|information|rumou?rs?|leaks?|publications?",
    ),
    (Pointer.ACCUSATION, r"accusations?|allegations?|charges?|insinuations?|complaints?|imputations?"),
    (
        Pointer.CLAIM,
        r"claims?|assertions?|suggestions?|statements?|remarks?|comments?|speculation|accounts?|versions?|narratives?"
        r"|characteri[sz]ations?|descriptions?|theor(?:y|ies)|notions?|ideas?|findings?|conclusions?|figures?|numbers?"
        r"|assessments?|testimon(?:y|ies)",
    ),
    (
        Pointer.EXHIBIT,
        r"photo(?:graph)?s?|pictures?|images?|footage|videos?|clips?|recordings?|documents?|letters?|memos?|maps?"
        r"|cables?|transcripts?|screenshots?|dossiers?|tapes?",
    ),
)
"""Nouns that stand for what somebody put forward, by what they point at."""

_NOUN = "|".join(words for _, words in POINTER_NOUNS)
_NOUN_KIND = tuple((kind, re.compile(rf"(?:{words})\Z", re.IGNORECASE)) for kind, words in POINTER_NOUNS)
CLAIM_NOUN = re.compile(rf"\b(?:{_NOUN})\b", re.IGNORECASE)

FALSE_STRONG = (
    r"false|untrue|not (?:\w+ly )?(?:true|factual|accurate|correct|the case|so)(?! much)|inaccurate|incorrect|baseless|groundless"
    r"|unfounded|ill-founded|without (?:any )?(?:foundation|basis|merit|substance)|fabricat(?:ed|ions?)|(?:an? )?fake[sd]?"
    r"|(?:an? )?(?:\w+ )?(?:lies?|hoax|fabrication|invention|fiction|falsehoods?|fantasy|forger(?:y|ies)|myth)"
    r"|forged|doctored|manipulated|staged|nonsense|rubbish|bogus|fictitious|fictional|made[ -]up|invented|concocted"
    r"|disinformation|misinformation|propaganda|slander|far from (?:the )?truth|devoid of (?:truth|any basis)"
    r"|unsubstantiated"
)
"""Words that by themselves say that something is not so."""
FALSE_WEAK = (
    r"wrong|absurd|ridiculous|ludicrous|preposterous|laughable|misleading|speculative|speculation|distorted"
)
"""Words that say so only of a claim noun or after a verb of calling."""

_TRIGGER = re.compile(
    r"false|true|truth|factual|accura|correct|case\b|\bso\b|basel|groundl|found|merit|basis|substance|fabric|fake|\blies?\b|hoax"
    r"|inven|fiction|fantasy|forge|myth|doctored|manipul|staged|nonsense|rubbish|bogus|ficti|made[ -]up|concoct|informa"
    r"|propagand|slander|absurd|ridicul|ludicr|prepost|laugh|mislead|specula|distort|wrong|no such|deni|deny|reject"
    r"|dismiss|refut|rebut|\bnone\b|\bnothing\b|kind|sort|unsubst|do with|no role|no part|no hand|involve|happen|respons"
    r"|behind",
    re.IGNORECASE,
)
"""A cheap look before the frames: without one of these no frame can fire."""

_BE = (
    r"(?:is|are|was|were|be|being|been|as|seems?|appear(?:s|ed)? to be|(?:is|are|was|were) (?:all|also))"
    rf" {_ADVERB}{{0,2}}"
)


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A frame in which a falsity word, or a fixed phrase, denies something said before.

    Groups: ``noun`` the pointer noun, ``what`` the proposition it carries, ``it`` a bare pointer, ``pre`` what
    must not stand before it.
    """

    rule: str
    pattern: re.Pattern[str]
    example: str
    counter: str


def _frame(rule: str, pattern: str, example: str, counter: str) -> FrameRow:
    return FrameRow(rule, re.compile(pattern, re.IGNORECASE), example, counter)


_QUOTED = r"[“”\"‘’']{0,2}"
_WHAT = r"(?: (?:by|from|in|made by|attributed to) [^.!?;,]{2,40}?)?(?:, (?:which|first|made|published)[^.!?;,]{2,70},)?(?:\s+(?:that|of|about|alleging|claiming|saying|regarding|on)\s+(?P<what>[^.!?;]{0,160}?))?"

FRAMES: tuple[FrameRow, ...] = (
    _frame(
        "deny-noun-be-false",
        rf"\b(?P<noun>{_NOUN})\b{_WHAT}(?:,)? {_BE}{_QUOTED}{_ADVERB}{{0,2}}(?:{FALSE_STRONG}|{FALSE_WEAK})\b",
        "The envoy said the report that troops had crossed was not true.",
        "The envoy said the report was not false.",
    ),
    _frame(
        "deny-false-noun",
        rf"\A(?:that|these|those|this|it|they|such)?(?:['’]s| is| are| was| were)? ?(?:an? )?{_ADVERB}{{0,2}}"
        rf"(?:false|untrue|baseless|groundless|unfounded|fabricated|fake|bogus|unsubstantiated)(?: and \w+)? (?P<noun>{_NOUN})\b",
        "“These are baseless allegations,” he said.",
        "He spread false reports.",
    ),
    _frame(
        "deny-it-be-false",
        rf"(?:\A|[\s“\"‘,])(?P<it>it|this|that|these|those|they|everything|all (?:of )?(?:this|that|it))(?:['’]s |['’]re | {_BE})"
        rf"{_ADVERB}{{0,2}}{_QUOTED}(?:{FALSE_STRONG})(?! (?:hopes?|flags?|alarms?|sense|dawn|friends?)\b)\b",
        "“That is simply untrue,” she said.",
        "It was a false dawn, she said.",
    ),
    _frame(
        "deny-no-truth",
        r"\b(?:no|not (?:a|an|one|any)|without|nor any) (?:\w+ )?(?P<truth>truth|substance|basis|foundation|(?:shred|grain|word|ounce|iota|scintilla|kernel) of truth)"
        r"(?: (?:what(?:so)?ever|at all))?(?: (?:to|in|for|behind) (?P<what>[^.!?;]{0,160}))?",
        "There is no truth to the story.",
        "There is truth in the story.",
    ),
    _frame(
        "deny-false-alone",
        rf"\A{_QUOTED}(?:an? )?{_ADVERB}{{0,2}}(?:{FALSE_STRONG})[.,!]?{_QUOTED}\Z",
        "“Complete nonsense,” the colonel said.",
        "False hope is worse than none.",
    ),
    _frame(
        "deny-no-such",
        r"\bno such (?P<such>[\w-]+)|\bnothing of the (?:sort|kind)\b|\b(?:it|this|that|which|they|that meeting|the incident)"
        r" (?:simply )?(?:did not|didn['’]t|never) (?:happen|take place|occur)(?:ed)?\b|\bnever (?:happened|took place|occurred)\b",
        "No such meeting took place.",
        "Such meetings take place.",
    ),
    _frame(
        "deny-nothing-to-do",
        r"\b(?:(?:had|has|have) (?:nothing to do with|no (?:role|part|hand|involvement|responsibility) (?:in|for))"
        r"|(?:was|were|is|are) not (?:in any way )?(?:involved in|responsible for|behind)|played no (?:role|part) in) (?P<what>[^.!?;]{0,160})",
        "The militia said it had nothing to do with the blast.",
        "The weather had something to do with it.",
    ),
    _frame(
        "deny-i-deny",
        rf"\A(?:[Ww]e|I|the \w+|[A-Z]\w+)?,? ?{_ADVERB}{{0,2}}(?:den(?:y|ies)|refutes?|(?:reject|dismiss)(?:es)?(?= [^.!?;]{{0,40}}\b(?:{_NOUN})\b))"
        r" (?P<what>[^.!?;]{0,160})",
        "“We categorically deny these claims,” it said.",
        "We reject the offer, he said.",
    ),
)
"""The frames, in the order in which they are tried."""

_UNDONE = re.compile(
    r"\b(?:not (?:say|know|think|believe|claim)|if|whether|unless|(?:is|was|are|were) not|isn['’]t|wasn['’]t|denials?) (?:[\w’'-]+ ){0,6}\Z",
    re.IGNORECASE,
)
"""Before a frame: what takes it back ("if the report was false", "did not say that it was untrue")."""


@dataclass(frozen=True, slots=True)
class Denial:
    """How a statement bears on somebody's claim, before that claim is looked for."""

    stance: Stance
    rule: str
    pointer: Pointer | None = None
    what: tuple[int, int] | None = None
    """Span of the proposition that is spoken of, negation in it or not; None: only pointed at."""
    scope: str | None = None
    """The words that bound what is denied."""
    open: bool = False
    """Counts only where a claim stands before it that it contradicts."""
    negated: bool = False
    """``what`` is worded in the negative ("never made an offer")."""


# -- Verbs of denying ---------------------------------------------------------------------------------------

GOODS = re.compile(
    r"(?:re-?)?entry|admission|access|visas?|permits?|permission|bail|asylum|entrance|passage|leave|parole|boarding|landing"
    r"|credentials|accreditation|licen[cs]es?|treatment|requests?|motions?|petitions?|applications?|appeals?|rights?|food"
    r"|water|medicines?|care|aid|benefits?|citizenship|passports?|visits?|visitation|counsel|lawyers?|a (?:chance|voice|say)"
    r"|opportunit(?:y|ies)|victory|sleep|service|shelter|oxygen|a win|coverage|clearance|tenure",
    re.IGNORECASE,
)
"""What somebody is kept from: to deny it is to withhold it."""
_RECIPIENT = re.compile(
    r"(?:him|her|them|us|me|you|anyone|people|civilians|refugees|migrants|journalists|detainees)\Z",
    re.IGNORECASE,
)
_PROPOSITION = re.compile(r"(?:that|any|having|being|it|they|he|she|ever|all|[a-z]{3,}ing)\Z")
_NOT_GERUND = frozenset({"boarding", "landing", "housing", "funding", "during", "king", "building"})


def is_withholding(what: str, passive: bool = False) -> bool:
    """Whether "denied ``what``" keeps something from somebody: denied entry, denied them a visa.

    A passive ("were denied access") withholds as soon as an object follows.
    """
    words = re.findall(r"[\w’'-]+|[.,;:]", what)[:7]
    for place, word in enumerate(words):
        if CLAIM_NOUN.fullmatch(word):
            return False
        if GOODS.fullmatch(word) or (place == 0 and _RECIPIENT.match(word) and not _is_verb(words[1:2])):
            return True
        if _PROPOSITION.match(word) and word not in _NOT_GERUND:
            return False
        if word in ".,;:by" or (passive and word in {"by", "on", "in"}):
            return False
    return passive and bool(words) and words[0] not in {"by", "on", "in", "at"} and words[0].isalpha()


def _is_verb(words: list[str]) -> bool:
    return (
        bool(words)
        and re.fullmatch(r"(?:had|has|have|was|were|is|are|did|would|could|\w+ed)", words[0]) is not None
    )


_PART = re.compile(
    r"\b(?:some|parts?|aspects?|elements?|portions?|many|several|most|details?) of\b|\bpart(?:ly|ially)\b|\bin part\b"
    r"|\b(?:some|several|certain|many) (?:details|elements|points|aspects)\b|\bexaggerat",
    re.IGNORECASE,
)
"""What makes a denial or a confirmation a partial one."""

LIMITERS = re.compile(
    r"\b(?:to (?:us|me|him|her|them)|formal(?:ly)?|official(?:ly)?|direct(?:ly)?|currently|at (?:this|the) (?:time|moment|point|stage)"
    r"|at present|for now|right now|in writing|written|deliberate(?:ly)?|intentional(?:ly)?|knowingly|final|concrete|public(?:ly)?"
    r"|in any way|any longer|as (?:described|reported|presented)|on (?:its|their|our) (?:territory|soil)|recent(?:ly)?|lethal|combat)\b",
    re.IGNORECASE,
)
"""Words that bound a denial: what lies outside them stays open."""

_NOUN_PHRASE = re.compile(
    rf"\A[\s“\"]*((?:(?:the|these|those|this|such|any|all|its|his|her|their|what|media|press)\b[\w ,’'-]{{0,40}}?|[\w’'. -]{{0,40}}?)"
    rf"\b(?P<noun>{_NOUN})\b(?:(?:,)? (?:that|of|about|from|by|it|he|she|they|in|on|against|to)\b[^.!?;]*)?)",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(
    r"\b(?:that|of|about|alleging|saying|claiming|it|he|she|they)\s+(?P<what>[^.!?;”\"]+)", re.IGNORECASE
)
_BARE_IT = re.compile(
    r"\A[\s“\"]*(?P<it>it|this|that|them|these|those|everything|which|any such)\b[\s.,;”\"]*(?:\Z|on\b|in\b)",
    re.IGNORECASE,
)
_SUCH = re.compile(r"\b(?:such(?: an?)?|the same|that kind of) (?P<such>[\w-]+)", re.IGNORECASE)


def read_denied(text: str, what: tuple[int, int], rule: str = "deny-verb") -> Denial:
    """A denial by a verb, from the span of what is denied: pointer, proposition and scope."""
    start, end = what
    passage = text[start:end]
    stance = Stance.PARTLY_DENIES if _PART.search(passage[:60]) else Stance.DENIES
    bare = _BARE_IT.match(passage)
    if bare or not passage.strip(" .,;:“”\"’'"):
        return Denial(stance, f"{rule}-it", Pointer.IT, None, None)
    phrase = _NOUN_PHRASE.match(passage)
    if phrase:
        carried = _AFTER_NOUN.search(passage, phrase.end("noun"))
        proposition = (start + carried.start("what"), start + carried.end("what")) if carried else None
        return Denial(stance, f"{rule}-noun", pointer_of(phrase["noun"]), proposition, _tidy(phrase.group(1)))
    such = _SUCH.search(passage[:80])
    limit = LIMITERS.search(passage)
    return Denial(
        stance,
        f"{rule}-content",
        Pointer.SUCH if such else None,
        what,
        _tidy(limit.group()) if limit else None,
    )


def pointer_of(noun: str) -> Pointer | None:
    """What kind of thing a pointer noun stands for."""
    return next((kind for kind, pattern in _NOUN_KIND if pattern.match(noun)), None)


def _tidy(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" .,;:“”\"’'")[:160]


# -- Falsity frames -----------------------------------------------------------------------------------------


def read_frame(text: str, span: tuple[int, int]) -> Denial | None:
    """A denial by a falsity word or a fixed phrase inside the words of the speaker."""
    start, end = span
    passage = text[start:end]
    if not _TRIGGER.search(passage):
        return None
    for row in FRAMES:
        found = row.pattern.search(passage)
        if found is None or _UNDONE.search(passage[: found.start()]) or "not false" in found.group().lower():
            continue
        return _from_frame(row.rule, found, start, passage)
    return None


def _from_frame(rule: str, found: re.Match[str], start: int, passage: str) -> Denial:
    groups = found.groupdict()
    what = (start + found.start("what"), start + found.end("what")) if groups.get("what") else None
    noun = groups.get("noun")
    if rule in ("deny-no-truth", "deny-i-deny") and what:
        inner = read_denied(passage, (what[0] - start, what[1] - start), rule)
        shifted = (inner.what[0] + start, inner.what[1] + start) if inner.what else None
        return Denial(inner.stance, rule, inner.pointer, shifted, inner.scope)
    if noun:
        pointer = pointer_of(noun)
        opening = passage[max(0, found.start("noun") - 30) : found.end("noun")]
        lead = re.search(
            rf"(?:\b(?:the|these|those|this|such|any|all|its|his|her|their)\b[\w ’'-]*)?\b{re.escape(noun)}\Z",
            opening,
        )
        said = (lead.group() if lead else noun) + (
            passage[found.end("noun") : found.end("what")] if what else ""
        )
        part = Stance.PARTLY_DENIES if _PART.search(passage) else Stance.DENIES
        return Denial(part, rule, pointer, what, _tidy(said))
    if groups.get("it") or rule == "deny-false-alone":
        return Denial(Stance.PARTLY_DENIES if _PART.search(passage) else Stance.DENIES, rule, Pointer.IT)
    if rule == "deny-no-such":
        return Denial(Stance.DENIES, rule, Pointer.SUCH, (start, start + len(passage)), negated=True)
    return Denial(Stance.DENIES, rule, None, what, None)


# -- Negated content ----------------------------------------------------------------------------------------

_NEGATED = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are)(?: not|n['’]t)"
    r"|(?:has|have|had|was|were|is|are)? ?never(?! (?:again|mind))"
    r"|there (?:was|were|is|are|has been|have been|had been) (?:no|never|not any)"
    r"|(?:no|not (?:a|one|a single)) [\w-]+(?: [\w-]+){0,3} (?:was|were|is|are|has|have|had|crossed|took|left|entered|fired)"
    r"|(?:nobody|none|no one|nothing)|no longer|nor (?:did|do|does|have|has|had|was|were)|neither|without any"
    r"|(?:made|has|have|had|carried out|received|held|offered|sent) no)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|because|if|unless|until|while|although|though|when|whether)\b", re.IGNORECASE
)
_NO_FACT = re.compile(
    r"\bno (?:\w+ )?(?:point|need|reason|question|place|room|way|doubt|alternative|justification|future|substitute|choice|excuse|option|solution"
    r"|time|intention|interest|winner|guarantee|sign)s?\b|\b(?:not|never|n['’]t) (?:\w+ly )?(?:want|wish|need|accept|allow|tolerate|rule out|hesitate|know"
    r"|think|believe|expect|mean|matter|deny|specify|say|elaborate|seek|intend|be able|enough|only|just|until|yet|sure|clear|acceptable|helpful|possible|surprising)\b",
    re.IGNORECASE,
)
"""Negations that state a wish, a judgement or a gap, and contradict nobody's account of what happened."""
MAX_LEAD = 90
"""Characters before the negation: further in, it is not the main clause that is negated."""


def read_negation(text: str, span: tuple[int, int]) -> Denial | None:
    """An open denial: a main clause in the negative about what did or does happen."""
    start, end = span
    passage = text[start:end]
    found = _NEGATED.search(passage[: MAX_LEAD + 40])
    if found is None or found.start() > MAX_LEAD:
        return None
    lead = passage[: found.start()]
    lead = re.sub(r"\A[\s“\"]*that\b", "", lead, flags=re.IGNORECASE)
    if (
        _SUBORDINATE.search(lead)
        or _NO_FACT.match(passage, found.start())
        or _NO_FACT.search(passage[found.start() : found.end() + 30])
    ):
        return None
    limit = LIMITERS.search(passage)
    scope = _tidy(limit.group()) if limit else None
    return Denial(Stance.DENIES, "deny-negated", None, span, scope, open=True, negated=True)


# -- Non-denials --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShapeRow:
    """A shape that sounds like a denial and leaves the claim possible."""

    rule: str
    stance: Stance
    pattern: re.Pattern[str]
    example: str
    counter: str


def _shape(
    rule: str, pattern: str, example: str, counter: str, stance: Stance = Stance.NON_DENIAL
) -> ShapeRow:
    return ShapeRow(rule, stance, re.compile(pattern, re.IGNORECASE), example, counter)


NON_DENIALS: tuple[ShapeRow, ...] = (
    _shape(
        "shape-messenger",
        r"\bconsider the source\b|\b(?:irresponsible|sloppy|sensational(?:ist)?|politically motivated|biased|gutter) (?:\w+ )?(?:reporting|journalism|leaks?|story|article|press)\b"
        r"|\b(?:anonymous|unnamed) (?:sources?|officials?)\b(?= (?:who|with|are|have|should|can|cannot))|\bgossip\b|\bwould(?: not|n['’]t) dignify\b|\bwitch[- ]hunt\b",
        "“Consider the source,” the spokesman said.",
        "Anonymous sources said so.",
    ),
    _shape(
        "shape-neighbour",
        r"\b(?:no|not|never|n['’]t)\b(?: [\w-]+){0,4}? (?:formal(?:ly)?|official(?:ly)?|final(?:i[sz]ed)?|concrete|written|specific)\b",
        "“There was no formal offer,” she said.",
        "They made no offer.",
    ),
    _shape(
        "shape-tense",
        r"\b(?:there (?:is|are)|(?:is|are|['’]re|['’]s)) (?:currently |presently )?(?:no|not)\b[^.!?;]{0,60}\b(?:currently|at (?:this|the) (?:time|moment|point|stage)|right now|at present|today|now)\b"
        r"|\b(?:currently|at (?:this|the) (?:time|moment)|at present|right now),? (?:there (?:is|are)|(?:is|are)) no\b|\bthere (?:is|are) currently no\b|\bno (?:current|immediate) plans?\b",
        "“There are no talks at this time.”",
        "There were no talks.",
    ),
    _shape(
        "shape-principle",
        r"\bnothing about (?P<x>[\w ]{2,20}) without (?P=x)|\b(?:our|its|the government['’]s) (?:position|policy|stance) (?:is (?:clear|well[- ]known|unchanged)|remains|has(?: not|n['’]t) changed)\b",
        "“Our position is well known,” the minister replied.",
        "Our position was shelled.",
    ),
    _shape(
        "shape-knowledge",
        r"\bnot (?:that I(?: am|['’]m)? (?:know|aware)|to (?:my|our) knowledge|as far as (?:I|we) know)\b|\b(?:to (?:my|our) knowledge|as far as (?:I|we) know),? (?:no|not|there)\b",
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
            limit = LIMITERS.search(found.group())
            return Denial(
                row.stance,
                row.rule,
                None,
                span,
                _tidy(limit.group()) if limit else _tidy(found.group()),
                open=True,
                negated=True,
            )
    return None
