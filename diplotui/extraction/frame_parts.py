"""Pieces of pattern that the tables of frames are put together from."""

from diplotui.extraction.falsity import FALSE_STRONG, FALSE_WEAK, MISFITS
from diplotui.extraction.pointers import NOUN

ADVERB = (
    r"(?:[\w’'-]+ly,? |(?:a |one )?hundred per ?cent |100 ?(?:%|per ?cent) |also |again |just |simply |all "
    r"|quite |utter |sheer |pure |total |outright "
    r"|complete |absolute "
    r"|blatant |plain |gross |one more |yet another |a pack of )"
)
NO_FALSITY = r"(?! (?:hopes?|flags?|alarms?|sense|dawn|friends?|economy|starts?)\b)"
"""Behind a falsity word: what makes it speak of something else."""
BE = (
    r"(?:(?:is|are|was|were|be|being|(?:has|have|had) been|been|as|seems?|appear(?:s"
    r"|ed)? to be)(?:,? of course,?)?)"
    rf" {ADVERB}{{0,2}}"
)
QUOTED = r"[“”\"‘’']{0,2}"
CARRIED = (
    r"(?: (?:last|this|earlier|on|today|yesterday|on) ?(?:\w+)?)?(?: (?:by|from|in|attributed to|(?:made"
    r"|spread|published|circulated|put out|aired|voiced"
    r"|levelled) by) [^.!?;,]{2,40}?)?(?:, (?:which|first|made|published|such as|as|if|however|like|he|she"
    r"|it|they)\b[^.!?;,]{2,70},)?"
    r"(?:\s+(?:that|of|about|alleging|claiming|saying|warning|suggesting|indicating|implying|quoting"
    r"|accusing|linking|describing|purporting"
    r"|detailing|blaming|regarding|on|between|to|with|against|over|concerning"
    r"|in)\s+(?P<what>[^.!?;]{0,160}?))?"
)
FALSE = rf"{QUOTED}{ADVERB}{{0,2}}(?:[\w-]+ and )?(?:{FALSE_STRONG}|{FALSE_WEAK})\b{NO_FALSITY}"
NOT_FACT = (
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
    r"|def(?:y|ies|ied) (?:all )?(?:belief|logic|reason|credulity|common sense)|ma(?:kes?|de) no sense"
    r"|(?:beggars?|beggared|strains?|strained) (?:belief|credulity)"
    rf"|{MISFITS}"
)
CLAIMED = (
    rf"{NOUN}|talk|hints?|links?|connections?|parallels?|comparisons?|equations?|readouts?|lists?|premise"
    rf"|thesis|theses"
    r"|impression|perception|inference|scenarios?|attribution|press|media|propaganda|campaigns?|smears?"
    r"|broadcasts?"
    r"|posts?|tweets?|lawsuits?|dossiers?|indictments?|papers?"
)
"""Nouns of which a word of falsity can be said: what was put forward, and what was made of it."""
OBJECT = r"(?P<what>[^.!?;]{0,160})"
THESE = r"(?:the|that|this|these|those|such|any|his|her|its|their|any of the)"
PROPOSITION = r"(?P<what>[^.!?;]{2,200})"
