"""Answers that give no answer: declined, neither confirmed nor denied, referred on, unaware, none yet.

A refusal counts only where the speaker is its subject: in the main clause, or in the speaker's own words
right at their start ("said it would not comment", "“We do not discuss this”"). That a third party would not
speak of something is content like any other.
"""

import re
from dataclasses import dataclass

from diplotui.model import Stance


@dataclass(frozen=True, slots=True)
class EvasionRow:
    """A way of not answering."""

    rule: str
    stance: Stance
    pattern: re.Pattern[str]
    example: str
    counter: str


def _row(rule: str, stance: Stance, pattern: str, example: str, counter: str) -> EvasionRow:
    return EvasionRow(rule, stance, re.compile(pattern, re.IGNORECASE), example, counter)


_SPEAK = (
    r"(?:publicly |further |immediately |directly )?(?:comment|discuss|answer|say(?= (?:if|whether"
    r"|when|how|who|what|why|where|which|more|anything)\b)"
    r"|be drawn|confirm|speak (?:about|on|to)|talk about|address|respond|reveal|disclose|get into"
    r"|go into|go beyond|engage|talk|take part in speculation|read out|weigh in|speculate|characteri[sz]e)"
)
_NOT = r"(?:not|n['’]t|never)"
_OBJECT_AFTER = re.compile(
    r" (?P<matter>(?:that|the|this|these|those|any|such|an?|its|his|her|their|having|being"
    r"|it)\b[^.!?;”\"]{0,160})",
    re.IGNORECASE,
)
_MATTER_AFTER = re.compile(
    r" (?:on|about|to|into|of|whether|if|with|when|how|who|what|why|where"
    r"|which) (?P<matter>[^.!?;”\"]{3,160})",
    re.IGNORECASE,
)

EVASIONS: tuple[EvasionRow, ...] = (
    _row(
        "neither",
        Stance.NEITHER,
        r"\b(?:say|said|saying|state|stated) neither (?:that|whether|yes)\b|\bneither (?:admitted"
        r"|acknowledged|accepted|owned up to) (?:n?or"
        r" |[^.;]{0,40}nor )(?:denied|rejected|disputed)"
        r"|\bneither (?:a )?confirm(?:ation)? nor (?:a )?den(?:y|ial)"
        r"|\b(?:neither|not|nor|n['’]t|declin\w+ to|refus\w+ to|without"
        r"|would not)\b[\w ]{0,20}? ?confirm\w* (?:or|nor|and)(?: to)? den\w+"
        r"|\bconfirm(?:ing)? nor deny(?:ing)?\b",
        "The ministry neither confirmed nor denied the deal.",
        "The ministry confirmed the deal.",
    ),
    _row(
        "did-not-deny",
        Stance.NON_DENIAL,
        rf"\b(?:did|does|do|has|have|had|would|could) ?{_NOT}(?: \w+ly)? (?:deny|denied)\b"
        rf"|\b(?:stop|stopp|fall|fell)\w* short of (?:\w+ly )?(?:denying|confirming)\b",
        "The general did not deny the order.",
        "The general denied the order.",
    ),
    _row(
        "refers",
        Stance.REFERS,
        r"\b(?:refer|direct|redirect|defer)(?:red|s|ring|ed|ing)? (?:all |any "
        r"|further )?(?:\w+ )?(?:questions?|queries|inquiries|enquiries|requests?|reporters"
        r"|journalists|comment|you|media|them|him)"
        r"(?: (?:about|on|for|regarding) [^.!?;”\"]{3,120}?)? (?:back )?to\b"
        r"|\b(?:you|they)(?: would|['’]d| should|['’]ll| will)? have to ask\b|\bask (?:the|them|him"
        r"|her)\b(?= [A-Z])|\bis a question for\b|\bbest (?:answered|addressed) by\b"
        r"|\bspeak for themselves\b|\b(?:was|is|were|are|be) (?:\w+ly )?(?:a (?:matter|question|issue)|one"
        r"|something) for (?:the|its|his|her|their|that"
        r"|(?-i:[A-Z]))(?!\w* (?:concern|debate|regret))|\b(?:point|steer|direct"
        r"|refer) you (?:back )?to(?:ward)?\b"
        r"|\b(?:pass|passed|passes|forward|forwarded) (?:all |any )?(?:\w+ )?(?:questions?|queries"
        r"|inquiries|requests?) (?:on )?to\b"
        r"|\btake (?:that|it) up with\b|\bbest (?:put|directed) to\b|\b(?:sent|sends|sending|steered|waved"
        r"|bounced) (?:reporters|journalists|callers|questions|inquiries|us|them)"
        r" (?:back |on |over )?to (?:the|its|his|her)\b|\bleave (?:it|that) to (?:the|them|him"
        r"|her)\b",
        "The embassy referred questions to the ministry.",
        "He referred to the treaty.",
    ),
    _row(
        "unaware",
        Stance.UNAWARE,
        rf"\b(?:was|were|is|are|am|['’]m|['’]re)(?: \w+ly)? (?:{_NOT} (?:\w+ly )?aware|unaware"
        rf"|{_NOT} familiar)\b"
        rf"|\b(?:had|has|have)(?: \w+)? no (?:\w+ )?(?:idea|information|knowledge|details|data|record)s?\b"
        r"|\b(?:had|has|did|does)(?: not|n['’]t) know\w* (?:about|of)\b|\b(?:knew|knows"
        r"|know) (?:of no|nothing (?:of|about))\b"
        rf"|\b(?:did|does|do)(?: not|n['’]t) (?:know (?:anything|whether|if|the (?:details|facts"
        rf"|circumstances)|what|who|why|how|when|where)\b ?|have (?:any )?(?:information"
        rf"|knowledge|details) )"
        rf"|\b(?:had|has|have)(?: not|n['’]t) (?:seen|read|heard)(?= (?:(?:of|about) )?(?:the|that"
        rf"|those|any|this) (?:\w+ )?(?:report|story|article|claim|comment|remark|statement"
        rf"|document|letter|video|photo)s?)",
        "The ministry was not aware of such talks.",
        "The public was made aware of the risk.",
    ),
    _row(
        "asked",
        Stance.ASKED,
        r"\b(?:did|does|has|have|had)(?: not|n['’]t)(?: yet| immediately| so far"
        r"| publicly)* (?:respond|repl|answer|comment|return|react)\w*"
        r"|\b(?:has|have|had) yet to (?:respond|comment|reply|answer|react)\b|\bno (?:immediate "
        r"|official |public |further )*(?:comment|response|reaction|reply|word|answer)s? (?:from"
        r"|was|were|by)\b"
        r"|\bcould(?: not|n['’]t)(?: immediately)? be (?:reached|contacted)\b|\b(?:went|were left"
        r"|have gone) (?:unanswered|unreturned)\b"
        r"|\b(?:calls?|e-?mails?|messages?|requests?|questions?|inquiries|letters?)\b[^.;”]{0,70} (?:was"
        r"|were|has been|have been)(?: not|n['’]t)"
        r" (?:\w+ly )?(?:returned|answered|acknowledged)\b|\b(?:is|are|was|were) yet to (?:respond|comment"
        r"|reply|answer|react)\b"
        r"|\b(?:was|were|is) (?:\w+ly )?(?:unavailable|unreachable|not reachable)\b(?: for comment)?"
        r"|\bnot (?:\w+ )?contactable\b"
        r"|\bno (?:response|reply|answer|comment|reaction)\b[^.;”]{0,50} (?:was|were|has been|had been"
        r"|have been) (?:received|available"
        r"|forthcoming|given)|\b(?:has|have|had) (?:so far |thus far )?(?:remained|stayed|been) silent\b"
        r"|\bthere was no word from\b|\bneither [^.;“”]{3,80} n?or [^.;“”]{2,60}? (?:replied|responded"
        r"|answered|commented|reacted|returned)\b"
        r"|\b(?:nobody|no one|none) (?:at|in|from) [^.;“”]{2,50} (?:replied|responded|answered"
        r"|was available|commented|could be reached)\b"
        r"|\b(?:has|have|had) (?:so far |thus far |as yet )?said nothing\b|\b(?:did not"
        r"|didn['’]t) (?:pick up|take (?:calls|questions))\b"
        r"|\bmade no (?:immediate |public |official )*comment\b|\b(?:was"
        r"|were) not (?:immediately )?available for comment\b"
        r"|\bno one was available\b|\b(?:did|has|have) not return\w* (?:calls|a call|messages"
        r"|requests?)\b|\bdid not immediately\b(?= (?:comment|respond|reply|answer))",
        "Baku did not immediately respond to a request for comment.",
        "The army responded with artillery.",
    ),
    _row(
        "declines",
        Stance.DECLINES,
        rf"\b(?:declin(?:ed|es|ing|e)|refus(?:ed|es|ing|e)|unwilling) (?:to {_SPEAK}\b|(?:all |any "
        rf"|further |public |a )*comment\b)"
        rf"|\b(?:would|will|do|does|can|ca|could|is going to|was going to|am|are|is)(?: not"
        rf"|n['’]t)(?: going to| about to| be able to)? {_SPEAK}\b"
        rf"|\bwon['’]t {_SPEAK}\b|\bno (?:further |official )?comment\b(?! (?:from|was|were|by))"
        rf"|\b(?:have|has|had|['’]ve|got)(?: not|n['’]t)? (?:nothing|anything"
        rf"|no more)(?: \w+)? (?:to (?:add|say|offer|announce|share|read out|confirm|comment|report|tell"
        rf"|give|disclose|reveal|contribute)|(?:for you )?on)\b"
        rf"|\b(?:not|n['’]t)(?: be)? (?:going to|in a position to|at liberty to) {_SPEAK}\b"
        rf"|\b(?:refrain|abstain)\w* from (?:comment|specify|say|confirm|discuss|answer|speculat|elaborat"
        rf"|judg)\w*|\bremained silent\b|\b(?:kept|keeps"
        rf"|keeping) (?:silent|quiet|mum)\b|\bnot (?:going to )?read out private\b"
        r"|\b(?:evad|avoid|dodg|duck|sidestepp?|skirt|deflect|fend|parr|brush|ignor|wav|batt?|swatt?"
        r"|shrugg?|shout)(?:e[ds]|ed|s|ing|ie[ds]|y|e)?"
        r"(?: off| aside| away| down)? (?:the |a |an |any |all |several |repeated |further |more |direct "
        r"|straight |clear |\w+['’] )*"
        r"(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|answers?(?! to the)|answering)\b"
        r"|\b(?:dodged|ducked|sidestepped|skirted|deflected|evaded|dodges|ducks|sidesteps|skirts"
        r"|evades) (?:the (?:issue|subject|matter|topic"
        r"|point)|it|that|a reply)\b|\bdemurred\b|\b(?:tight-lipped|non-?committal|close-mouthed|coy)\b"
        r"|\b(?:gave|gives|offered|offers|provided|had|has|made|makes) no (?:direct |clear |straight "
        r"|substantive |immediate |further )?(?:answer"
        r"|reply|response|comment)\b(?! (?:from|to the (?:offer|proposal)))|\b(?:say|said"
        r"|saying) nothing (?:on|about|of|that|more|further|else|as|when|before|after|to (?:reporters"
        r"|journalists|the press))\b|\b(?:would|will|could) say nothing\b|\b(?:would|will"
        r"|could) (?:only say|say only)\b"
        r"|\bnot for (?:me|us|him|her|them|it|an?|the) ?(?:\w+ ){0,2}to (?:say|comment|judge|answer|discuss"
        r"|speculate|confirm)\b"
        r"|\bnot(?: \w+)?(?:, [^,;.]{3,50},)? in the (?:business|habit) of (?:commenting|discussing"
        r"|answering|confirming"
        r"|speculating|responding)\b"
        r"|\bnot (?:my|our|his|her|its|their) (?:place|job|role|business) to\b|\b(?:policy|practice|custom"
        r"|habit|rule)\b[^.;]{0,20}\bnot to (?:comment"
        r"|discuss|confirm|answer)\b|\bunable to (?:confirm|comment|say|discuss|answer)\b|\bleav(?:e|es"
        r"|ing) it (?:at that|there)\b"
        r"|\bnot going to go there\b|\bwithout (?:answering|taking|responding to) (?:any |the |further "
        r"|\w+ )?questions?\b"
        r"|\btook no questions\b|\b(?:hung|hangs) up\b|\b(?:walked|walks) (?:away|off|out) (?:when asked"
        r"|from (?:the )?question)"
        r"|\b(?:declin|refus)\w+ to (?:be (?:quoted|interviewed)|elaborate|improve|expand|go (?:further"
        r"|beyond)|add|take (?:any )?questions)\b"
        r"|\b(?:do|does|did)(?: not|n['’]t) have (?:anything|an? [\w-]+|any [\w-]+)(?: \w+)? for you\b"
        r"|\bnever (?:publicly |ever )?(?:comment|discuss|speculat|answer|confirm|talk|speak|disclos"
        r"|reveal)\w* (?:on|about|publicly|in public"
        r"|intelligence|operational|operations|security|such|private|leaks|rumou?rs|speculation|plans"
        r"|matters|individual|questions|hypothetical)"
        r"|(?:\bnot|n['’]t|refuse\w*|declin\w*)\b[^.;”]{0,40}\b(?:running|blow-by-blow) commentary\b"
        r"|\bwithout comment(?:ing)?\b"
        r"|\bmaintained (?:a |his |her |its )?silence\b|\bdeclin\w+ comment\b",
        "The envoy declined to comment on the talks.",
        "Exports declined to a new low; he declined the offer.",
    ),
)
"""In the order in which they are tried; the first that fits names the stance."""

_TRIGGER = re.compile(
    r"declin|refus|unwilling|unable|neither|confirm|\bden(?:y|ied)|referr|\brefer |redirect|direct(?:ed|s"
    r"|ing)? |deferr"
    r"|asked|pressed|question|quizzed|have to ask|\bask |unaware|yet to|unanswered|silen|\bmum\b"
    r"|quiet|refrain|abstain"
    r"|avoid|dodg|sidestep|evad|duck|skirt|deflect|fend|parr|brush|ignor|wav|\bbatt?|swat|shrug|shout"
    r"|demurr|tight-lip|committal|\bcoy\b"
    r"|for you\b|neither|nobody|none|no (?:\w+ )?(?:answer|reply|response|comment|word|questions)|(?:said|say"
    r"|saying) nothing|say only"
    r"|only say|never |commentary|reporters|without comment|declin|sent |sends|matter for|one for"
    r"|question for"
    r"|issue for|something for|point you|steer you|refer you|direct you|returned|unavailab|reachab"
    r"|contacted|policy|practice|custom|habit"
    r"|business of|leav|hung up|hangs up|walked|walks|without|available|place to|job to|role to"
    r"|best (?:answered|addressed)|speak for themselves|short of"
    r"|(?:\bnot|n['’]t|\bnever|\bno|\bnothing|\banything)\b[^.]{0,40}?\b(?:comment|discuss|answer"
    r"|say|drawn|confirm|speak|talk"
    r"|address|respon|repl|reveal|disclos|get into|go into|engage|weigh|speculat|characteri|return"
    r"|reached|know|aware|heard"
    r"|seen|read|familiar|information|knowledge|details|data|records?|anything|on |to (?:add|say"
    r"|offer|announce|share)"
    r"|position|liberty|react|word|available|of\b|take part)"
)
"""A cheap look at the lowered sentence before the rows: without one of these none can fire."""

ASKED_ABOUT = re.compile(
    r"\b(?:(?:when |if )?(?:asked|pressed|questioned|quizzed) (?:by [^,]{2,60}? )?(?:(?:directly"
    r"|again|repeatedly|later|on \w+day|in an? \w+|at an? [\w ]{3,30}?) )*"
    r"(?:about|on|whether|if|how|why|when|what|for)|(?:in response|responding|in answer"
    r"|replying) to (?:an? )?(?:questions?|queries|reporters)(?: [\w’' ]{2,30}?)? (?:about|on"
    r"|whether)"
    r"|(?:on|to) the question of)\s+(?P<matter>[^.!?;”\"]{3,220}?)(?=,\s|\.\s|\.\Z|;|\Z)",
    re.IGNORECASE,
)
"""A question that the sentence tells of, and what it was about."""

_IN_PRIVATE = re.compile(
    r"\b(?:in silence|silence|in private|privately|behind closed doors|not (?:in|a) public"
    r"|not (?:be )?(?:discussed )?in (?:the )?(?:public|press|media)|not through (?:the )?(?:media"
    r"|press|microphones?)"
    r"|not for public|quiet(?:ly)? diplomacy|away from the cameras?|confidential(?:ity|ly)?"
    r"|discreet(?:ly)?|discretion|in due course|when the time comes|premature|too early to"
    r"|hypothetical)\b",
    re.IGNORECASE,
)
"""Answers that move the matter out of sight; a refusal only after a question that the text tells of."""

_OWN_START = re.compile(
    r"\A[\s“\"‘’':]*(?:that )?[“\"]?(?:(?:[Yy]ou know(?: that)?|[Ll]ook|[Ww]ell|[Aa]gain|[Aa]s (?:I"
    r"|we)[^,]{2,30}|(?:[Aa]s|[Ff]or|[Oo]n|[Ii]n|[Aa]t|[Aa]bout|[Uu]nder) [^,.;“”\"]{2,45}?),? )?"
    r"(?:(?:it|he|she|they|we|i|I|It|He|She|They|We|there|There|[Tt]he (?:\w+ ){1,3}?|[Ii]ts \w+"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b[ ,]*){0,2}(?:['’](?:ve|m|re|d|ll))?"
    r"(?:(?:do|does|did|have|has|had|would|will|can|could|am|is|are|was|were|wo)?(?:n['’]t| not)? ?)"
    r"(?:also |still |simply |just |currently |\w+ly )?\Z"
)
"""What may stand before a refusal in the speaker's own words: their subject, and nothing more."""

NOT_VERIFIED = re.compile(
    r"\b(?:could|can|was|were|has|have)(?: not|n['’]t) (?:been )?(?:able to )?(?:immediately )?"
    r"(?:independently (?:verif|confirm|corroborat)|verif|corroborat|authenticat)\w*"
    r"|\bindependently verified\b",
    re.IGNORECASE,
)
"""An outlet's caveat ("could not independently verify the report"): nobody's stance on anything."""

WITHHELD_DETAIL = re.compile(
    r"\b(?:declin(?:ed|es|ing) to|refus(?:ed|es|ing) to|did(?: not|n['’]t)|without) (?:elaborat\w+"
    r"|specify\w*|giv\w+ (?:\w+ )?details|provid\w+ (?:\w+ )?details|nam(?:e|ing)|identify\w*"
    r"|go(?:ing)? into details?)\b",
    re.IGNORECASE,
)
"""Detail withheld, as the writer notes it: no answer was refused."""


LEAD = 12
"""Characters of auxiliaries between the start of a refusal and its cue (would not, has yet to)."""


_REQUEST = re.compile(
    r"(?:an? |the |our |repeated |several |multiple |written |emailed )*"
    r"(?:requests?|calls?|messages?|questions?|queries|emails?|inquiries)(?: for (?:further "
    r"|immediate |more )?(?:comment|details|information))?"
    r"(?:,? (?:on|about|regarding|from [\w ]{3,40}?(?: on| about)?)\b| seeking comment(?: on)?)? ?",
    re.IGNORECASE,
)
"""What merely says that somebody was asked."""


@dataclass(frozen=True, slots=True)
class Evasion:
    """A refusal to answer: its stance and, where the words tell, what was asked about."""

    stance: Stance
    rule: str
    matter: tuple[int, int] | None = None


def read_evasion(
    text: str,
    sentence: tuple[int, int],
    content: tuple[int, int] | None,
    cue: tuple[int, int] | None = None,
) -> Evasion | None:
    """The evasion that a sentence tells of, or None.

    ``content`` is what its speaker says; None: the sentence has no attribution and is read whole. What begins
    at the ``cue`` is the speaker's own act also where the content holds the cue.
    """
    start, end = sentence
    whole = text[start:end]
    if not _TRIGGER.search(whole.lower()):
        return None
    asked = ASKED_ABOUT.search(whole)
    question = (start + asked.start("matter"), start + asked.end("matter")) if asked else None
    for row in EVASIONS:
        for found in row.pattern.finditer(whole):
            at = found.start() + start
            own = cue is not None and cue[0] - LEAD <= at <= cue[1]
            own = own or (asked is not None and found.start() >= asked.end("matter"))
            if content is not None and not own and not _is_own(text, at, content):
                continue
            if WITHHELD_DETAIL.match(whole, found.start()) or NOT_VERIFIED.search(
                whole[max(0, found.start() - 20) : found.end()]
            ):
                continue
            return Evasion(row.stance, row.rule, question or _matter(whole, found.end(), start))
    if asked and content is not None:
        if _IN_PRIVATE.search(text[content[0] : content[1]]):
            return Evasion(Stance.DECLINES, "declines-in-private", question)
        if _SAID_ONLY.search(whole, asked.end("matter")):
            return Evasion(Stance.DECLINES, "said-only", question)
    if asked and _POINTED_TO.search(whole):
        return Evasion(Stance.REFERS, "pointed-to", question)
    return None


_SAID_ONLY = re.compile(
    r"\b(?:said|saying|replied|answered|repeated) only\b|\b(?:would|could|will) (?:only"
    r"|merely) say\b|\bwould say only\b",
    re.IGNORECASE,
)
_POINTED_TO = re.compile(
    r"\b(?:pointed|points) (?:reporters |them |us )?to (?:the|its|his|her|an?)\b(?! (?:fact|need))",
    re.IGNORECASE,
)


_EMPTY = re.compile(
    r"[\s“\"‘’':]*(?:(?:(?:I|We|You|They)(?:['’](?:ve|re|m))?(?: have|['’]ve| are| am)? (?:seen|read|heard"
    r"|aware of|noted|saw|understand"
    r"|appreciate|know)\b[^.!?;]{0,80}|Thanks?(?: you)?\b[^.!?;]{0,40}|Good question|Well|Look|Again|So"
    r"|Okay|Sure|Yeah|Right)[.!,;—-]+\s+"
    r"(?:(?:And|But|So|And so) )?)+",
)
"""What only leads up to a refusal: "I have seen the reports. I am not going to speak to that"."""


def _is_own(text: str, at: int, content: tuple[int, int]) -> bool:
    if not content[0] <= at < content[1]:
        return True
    empty = _EMPTY.match(text, content[0], at)
    return _OWN_START.match(text[empty.end() if empty else content[0] : at]) is not None


def _matter(whole: str, after: int, start: int) -> tuple[int, int] | None:
    found = _MATTER_AFTER.match(whole, after) or _OBJECT_AFTER.match(whole, after)
    if found is None:
        return None
    asked = _REQUEST.match(whole, found.start("matter"), found.end("matter"))
    low = asked.end() if asked else found.start("matter")
    return (start + low, start + found.end("matter")) if whole[low : found.end("matter")].strip() else None
