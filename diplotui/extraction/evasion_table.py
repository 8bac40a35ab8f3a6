"""The ways in which news prose tells that no answer was given, each with an example and a counter-example.

Read in order; the first row that fits names the stance. ``look`` holds words of which one must stand in the lowered
sentence before the row is tried at all.
"""

from dataclasses import dataclass

from diplotui.extraction.looks import LatePattern, Look, look_for
from diplotui.model import Stance


@dataclass(frozen=True, slots=True)
class EvasionRow:
    """A way of not answering."""

    rule: str
    stance: Stance
    look: Look
    pattern: LatePattern
    example: str
    counter: str


def _row(rule: str, stance: Stance, look: str, pattern: str, example: str, counter: str) -> EvasionRow:
    return EvasionRow(rule, stance, look_for(look), LatePattern(pattern), example, counter)


_SPEAK = (
    r"(?:publicly |further |immediately |directly )?(?:comment|discuss|answer|say(?= (?:if|whether|when|how"
    r"|who"
    r"|what|why|where|which|more|anything)\b)|be drawn|confirm|speak (?:about|on|to)|talk about|address"
    r"|respond"
    r"|reveal|disclose|get into|go into|go beyond|engage|talk|take part in speculation|read out|weigh in"
    r"|speculate"
    r"|characteri[sz]e)"
)
_NOT = r"(?:not|n['’]t|never)"
_ASKING = r"(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|enquiries|requests?)"
_HAD = r"(?:has|have|had)"

EVASIONS: tuple[EvasionRow, ...] = (
    _row(
        "neither",
        Stance.NEITHER,
        r"confirm|neither",
        r"\b(?:neither|not|nor|n['’]t|declin\w+ to|refus\w+ to|without"
        r"|would not)\b[\w ]{0,20}? ?confirm\w* (?:or|nor|and)"
        r"(?: to)? den\w+|\bconfirm(?:ing)? nor deny(?:ing)?\b"
        r"|\bneither (?:a )?confirm(?:ation)? nor (?:a )?den(?:y|ial)",
        "The ministry neither confirmed nor denied the deal.",
        "The ministry confirmed the deal.",
    ),
    _row(
        "neither-said",
        Stance.NEITHER,
        r"neither",
        r"\b(?:say|said|saying|state|stated) neither (?:that|whether|yes)\b|\bneither (?:admitted"
        r"|acknowledged|accepted"
        r"|owned up to) (?:n?or |[^.;]{0,40}nor )(?:denied|rejected|disputed)",
        "The ministry would say neither that it had paid nor that it had not.",
        "The ministry said neither side had paid.",
    ),
    _row(
        "did-not-deny",
        Stance.NON_DENIAL,
        r"den|short of",
        rf"\b(?:did|does|do|has|have|had|would|could) ?{_NOT}(?: \w+ly)? (?:deny|denied)\b"
        r"|\b(?:stop|stopp|fall|fell)\w* short of (?:\w+ly )?(?:denying|confirming)\b",
        "The general did not deny the order.",
        "The general denied the order.",
    ),
    _row(
        "refers",
        Stance.REFERS,
        r"refer|direct|defer|pass|forward|sent|send|steer|wave|bounce",
        rf"\b(?:refer|direct|redirect|defer)(?:red|s|ring|ed|ing)? (?:all |any "
        rf"|further )?(?:\w+ )?(?:{_ASKING}|reporters"
        r"|journalists|comment|you|media|them|him)(?: (?:about|on|for"
        r"|regarding) [^.!?;”\"]{3,120}?)? (?:back )?to\b"
        rf"|\b(?:pass|passed|passes|forward|forwarded) (?:all |any )?(?:\w+ )?{_ASKING} (?:on )?to\b"
        r"|\b(?:sent|sends|sending|steered|waved|bounced) (?:reporters|journalists|callers|questions"
        r"|inquiries|us|them)"
        r" (?:back |on |over )?to (?:the|its|his|her)\b",
        "The embassy referred questions to the ministry.",
        "He referred to the treaty.",
    ),
    _row(
        "refers-ask-them",
        Stance.REFERS,
        r"ask|question for|best|speak for|point|steer|refer|direct|take|leave",
        r"\b(?:you|they)(?: would|['’]d| should|['’]ll| will)? have to ask\b|\bask (?:the|them|him"
        r"|her)\b(?= [A-Z])"
        r"|\bis a question for\b|\bbest (?:answered|addressed) by\b|\bbest (?:put|directed) to\b"
        r"|\bspeak for themselves\b"
        r"|\b(?:point|steer|direct|refer) you (?:back )?to(?:ward)?\b|\btake (?:that|it) up with\b"
        r"|\bleave (?:it|that) to (?:the|them|him|her)\b",
        "“You would have to ask the army,” he said.",
        "“You would have to march on the army,” he said.",
    ),
    _row(
        "refers-matter-for",
        Stance.REFERS,
        r"matter|question|issue|one for|something for",
        r"\b(?:was|is|were|are|be) (?:\w+ly )?(?:a (?:matter|question|issue)|one|something) for (?:the|its"
        r"|his|her|their|that"
        r"|(?-i:[A-Z]))(?!\w* (?:concern|debate|regret))",
        "That was a matter for the allies, the ministry said.",
        "That was a matter of course, the ministry said.",
    ),
    _row(
        "unaware",
        Stance.UNAWARE,
        r"aware|familiar|no |know|knew|have|seen|read|heard",
        rf"\b(?:was|were|is|are|am|['’]m|['’]re)(?: \w+ly)? (?:{_NOT} (?:\w+ly )?aware|unaware"
        rf"|{_NOT} familiar)\b"
        rf"|\b{_HAD}(?: \w+)? no (?:\w+ )?(?:idea|information|knowledge|details|data|record)s?\b"
        r"|\b(?:had|has|did|does)(?: not|n['’]t) know\w* (?:about|of)\b|\b(?:knew|knows|know) (?:of no"
        r"|nothing (?:of|about))\b"
        r"|\b(?:did|does|do)(?: not|n['’]t) (?:know (?:anything|whether|if|the (?:details|facts"
        r"|circumstances)|what|who|why|how"
        r"|when)\b ?|have (?:any )?(?:information|knowledge|details) )"
        rf"|\b{_HAD}(?: not|n['’]t) (?:seen|read|heard)(?= (?:(?:of|about) )?(?:the|that|those|any"
        rf"|this) (?:\w+ )?(?:report|story"
        r"|article|claim|comment|remark|statement|document|letter|video|photo)s?)",
        "The ministry was not aware of such talks.",
        "The public was made aware of the risk.",
    ),
    _row(
        "asked",
        Stance.ASKED,
        r"respon|repl|answer|comment|return|react|word",
        r"\b(?:did|does|has|have|had)(?: not|n['’]t)(?: yet| immediately| so far| publicly)* (?:respond"
        r"|repl|answer|comment|return"
        r"|react)\w*|\b(?:has|have|had|is|are|was|were) yet to (?:respond|comment|reply|answer|react)\b"
        r"|\bno (?:immediate |official |public |further )*(?:comment|response|reaction|reply|word"
        r"|answer)s? (?:from|was|were|by)\b"
        r"|\bmade no (?:immediate |public |official )*comment\b|\bthere was no word from\b"
        r"|\bno (?:response|reply|answer|comment|reaction)\b[^.;”]{0,50} (?:was|were|has been|had been"
        r"|have been) (?:received"
        r"|available|forthcoming|given)",
        "Baku did not immediately respond to a request for comment.",
        "The army responded with artillery.",
    ),
    _row(
        "asked-nobody-reached",
        Stance.ASKED,
        r"reach|contact|answered|returned|acknowledged|unavailable|available|neither|nobody|no one|none"
        r"|pick|take",
        r"\bcould(?: not|n['’]t)(?: immediately)? be (?:reached|contacted)\b|\b(?:went|were left"
        r"|have gone) (?:unanswered"
        r"|unreturned)\b|\b(?:calls?|e-?mails?|messages?|requests?|questions?|inquiries"
        r"|letters?)\b[^.;”]{0,70} (?:was|were|has been"
        r"|have been)(?: not|n['’]t) (?:\w+ly )?(?:returned|answered|acknowledged)\b"
        r"|\b(?:was|were|is) (?:\w+ly )?(?:unavailable|unreachable|not reachable)\b"
        r"|\bnot (?:\w+ )?contactable\b"
        r"|\b(?:was|were) not (?:immediately )?available for comment\b|\bno one was available\b"
        r"|\b(?:did|has|have) not return\w* (?:calls|a call|messages|requests?)\b"
        r"|\bneither [^.;“”]{3,80} n?or [^.;“”]{2,60}? (?:replied|responded|answered|commented|reacted"
        r"|returned)\b"
        r"|\b(?:nobody|no one|none) (?:at|in|from) [^.;“”]{2,50} (?:replied|responded|answered"
        r"|was available|commented|could be"
        r" reached)\b|\b(?:did not|didn['’]t) (?:pick up|take (?:calls|questions))\b",
        "Messages left with the embassy were not returned.",
        "The hostages were not returned.",
    ),
    _row(
        "asked-silent",
        Stance.ASKED,
        r"silent|nothing",
        rf"\b{_HAD} (?:so far |thus far )?(?:remained|stayed|been) silent\b|\b{_HAD} (?:so far |thus far "
        rf"|as yet )?said nothing\b",
        "The palace has so far said nothing.",
        "The palace has so far cost nothing.",
    ),
    _row(
        "declines",
        Stance.DECLINES,
        r"declin|refus|reluct|prefer|rather|chose|opted|unwilling|unable|not|n't|n’t|no |without|refrain"
        r"|abstain",
        rf"\b(?:declin(?:ed|es|ing|e)|refus(?:ed|es|ing|e)|unwilling) (?:to {_SPEAK}\b|(?:all |any "
        rf"|further |public |a )*comment\b)"
        rf"|\b(?:would|will|do|does|can|ca|could|is going to|was going to|am|are|is)(?: not"
        rf"|n['’]t)(?: going to| about to"
        rf"| be able to)? {_SPEAK}\b|\bwon['’]t {_SPEAK}\b|\bno (?:further |official )?comment\b(?! (?:from"
        rf"|was|were|by))"
        rf"|\b(?:not|n['’]t)(?: be)? (?:going to|in a position to|at liberty to) {_SPEAK}\b"
        r"|\b(?:refrain|abstain)\w* from (?:comment|specify|say|confirm|discuss|answer|speculat|elaborat"
        r"|judg)\w*"
        r"|\b(?:declin|refus)\w+ to (?:be (?:quoted|interviewed)|elaborate|improve|expand|go (?:further"
        r"|beyond)|add|take (?:any )?"
        r"questions)\b|\b(?:did|does|do|would)(?: not|n['’]t) (?:wish|want|care|like|choose|propose|intend"
        r"|feel able) to (?:comment|discuss|answer|say"
        r"|speak|be drawn)|\b(?:prefer(?:red|s)?|chose|opted|asked|would rather) (?:not"
        r"|rather not) (?:to )?(?:comment|say|answer|discuss|speak)\b"
        r"|\b(?:reluctant|unwilling|had no wish) to (?:comment|discuss|answer|be drawn)\b"
        r"|\bunable to (?:confirm|comment|say|discuss|answer)\b|\bwithout comment(?:ing)?\b"
        r"|\b(?:cannot|can(?: not|['’]t)) (?:yet |now |currently )?(?:confirm(?! that)|comment|discuss|speak to)\b",
        "The envoy declined to comment on the talks.",
        "Exports declined to a new low; he declined the offer.",
    ),
    _row(
        "declines-nothing-to-say",
        Stance.DECLINES,
        r"nothing|anything|no more|for you|no ",
        r"\b(?:have|has|had|['’]ve|got)(?: not|n['’]t)? (?:nothing|anything|no more)(?: \w+)? (?:to (?:add"
        r"|say|offer|announce|share"
        r"|read out|confirm|comment|report|tell|give|disclose|reveal|contribute)|(?:for you )?on)\b"
        r"|\b(?:do|does|did)(?: not|n['’]t) have (?:anything|an? [\w-]+|any [\w-]+)(?: \w+)? for you\b"
        r"|\b(?:gave|gives|offered|offers|provided|had|has|made|makes) no (?:direct |clear |straight "
        r"|substantive |immediate |further )?"
        r"(?:answer|reply|response|comment)\b(?! (?:from|to the (?:offer|proposal)))"
        r"|\b(?:say|said|saying) nothing (?:on|about|of|that|more|further|else|as|when|before|after"
        r"|to (?:reporters|journalists"
        r"|the press))\b|\b(?:would|will|could) say nothing\b",
        "“I have nothing to add on that,” he said.",
        "“I have nothing to eat,” the actor said.",
    ),
    _row(
        "declines-says-only",
        Stance.DECLINES,
        r"say only|only say|leav|go there",
        r"\b(?:would|will|could) (?:only say|say only)\b|\bleav(?:e|es|ing) it (?:at that|there)\b"
        r"|\bnot going to go there\b",
        "The adviser would say only that the talks had closed.",
        "The adviser had to say that the talks had closed.",
    ),
    _row(
        "declines-dodges",
        Stance.DECLINES,
        r"evad|avoid|dodg|duck|skip|sidestep|skirt|deflect|fend|parr|brush|ignor|wav|batt|swat|shrug|shout"
        r"|demurr|tight-lip|committal"
        r"|coy|close-mouth",
        r"\b(?:evad|avoid|dodg|duck|skipp?|sidestepp?|skirt|deflect|fend|parr|brush|ignor|wav|batt?|swatt?"
        r"|shrugg?"
        r"|shout)(?:e[ds]|ed|s|ing"
        r"|ie[ds]|y|e)?(?: off| aside| away| down)? (?:the |a |an |any |all |several |repeated |further "
        r"|more |direct |straight "
        r"|clear |\w+['’] )*(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|answers?(?! to the)|answering)\b"
        r"|\b(?:dodged|ducked|sidestepped|skirted|deflected|evaded|dodges|ducks|sidesteps|skirts"
        r"|evades) (?:the (?:issue|subject"
        r"|matter|topic|point)|it|that|a reply)\b|\bdemurred\b|\b(?:tight-lipped|non-?committal"
        r"|close-mouthed|coy)\b",
        "The minister dodged a question about the deal.",
        "The minister dodged a stone.",
    ),
    _row(
        "declines-not-his-to-say",
        Stance.DECLINES,
        r"not for|business|habit|place to|job to|role to|policy|practice|custom|rule",
        r"\bnot for (?:me|us|him|her|them|it|an?|the) ?(?:\w+ ){0,2}to (?:say|comment|judge|answer|discuss"
        r"|speculate|confirm)\b"
        r"|\bnot(?: \w+)?(?:, [^,;.]{3,50},)? in the (?:business|habit) of (?:commenting|discussing"
        r"|answering|confirming|speculating"
        r"|responding)\b|\bnot (?:my|our|his|her|its|their) (?:place|job|role|business) to\b"
        r"|\b(?:policy|practice|custom|habit|rule)\b[^.;]{0,20}\bnot to (?:comment|discuss|confirm|answer)\b",
        "It was not for a soldier to say, he replied.",
        "It was not for a soldier to sleep, he replied.",
    ),
    _row(
        "declines-never-does",
        Stance.DECLINES,
        r"never |commentary|read out",
        r"\bnever (?:publicly |ever )?(?:comment|discuss|speculat|answer|confirm|talk|speak|disclos"
        r"|reveal)\w* (?:on|about|publicly"
        r"|in public|intelligence|operational|operations|security|such|private|leaks|rumou?rs|speculation"
        r"|plans|matters|individual"
        r"|questions|hypothetical)|(?:\bnot|n['’]t|refuse\w*|declin\w*)\b[^.;”]{0,40}\b(?:running"
        r"|blow-by-blow) commentary\b"
        r"|\bnot (?:going to )?read out private\b",
        "The embassy never discusses intelligence matters.",
        "The embassy never closes on Mondays.",
    ),
    _row(
        "declines-silent",
        Stance.DECLINES,
        r"counsel|tongue|peace|giving|gave|without|silen|quiet|mum|question|hung up|hangs up|walk",
        r"\bremained silent\b|\b(?:kept|keeps|keeping) (?:silent|quiet|mum)\b|\bmaintained (?:a |his |her "
        r"|its )?silence\b"
        r"|\bkept (?:its|his|her|their) (?:own )?counsel\b|\bheld (?:its|his|her|their) (?:tongue|peace)\b"
        r"|\b(?:gave|giving) nothing away\b"
        r"|\bwithout (?:speaking|talking|saying|making|giving) (?:to (?:reporters|journalists|the press"
        r"|the media)|a word|anything|an? (?:\w+ )?"
        r"(?:statement|comment|answer))\b|\bwithout (?:answering|taking|responding to) (?:any |the "
        r"|further |\w+ )?questions?\b"
        r"|\btook no questions\b"
        r"|\b(?:hung|hangs) up\b|\b(?:walked|walks) (?:away|off|out) (?:when asked|from (?:the )?question)",
        "The palace remained silent on the report.",
        "The palace remained shut.",
    ),
)
"""In the order in which they are tried; the first that fits names the stance."""
