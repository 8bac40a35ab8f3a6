"""Words by which something is said not to be so: the inventory behind the frames of denial.

Each class is filled with all its members that news prose uses, not with the words of some texts.
"""

import re
from functools import lru_cache

from diplotui.extraction.looks import LatePattern

_TRUTH = r"(?:the )?(?:facts|truth|reality)"

OUTRIGHT = (
    r"far from (?:the |being )?(?:true|accurate|correct|reality|so)\b"
    r"|(?:devoid|bereft|void|empty) of (?:any |all )?(?:\w+ )?(?:truth|basis|foundation|substance|merit|fact)"
    r"|unwarranted|erroneous|fallacious|mistaken|imaginary|fanciful|spurious|specious|phon(?:e)?y"
    r"|(?:wide of|off) the mark|wrong on (?:all|every|both|each|either|many|several) counts?"
    rf"|(?:at (?:odds|variance) with|contrary to) {_TRUTH}"
    r"|(?:plucked|pulled|conjured) (?:from|out of) (?:thin air|nowhere|the air)"
    r"|(?:trumped|cooked|dreamed|dreamt|conjured)[ -]up|untruths?"
    r"|(?:a )?(?:tissue|string|web|pack|litany|series) of lies|calumn(?:y|ies)|libel|canards?"
    r"|(?:a )?tall tales?"
    r"|(?:an )?old wives['’] tales?|concoctions?|poppycock|bunkum|balderdash|claptrap|twaddle|drivel"
    r"|(?:a )?delusions?|hallucinations?|(?:fake|false) news|(?:a story )?made of (?:thin )?air"
    r"|without (?:any )?(?:grounds|evidence|truth)"
    r"|an? (?:[\w-]+ )?(?:canard|libel|calumny|untruth|concoction|fable|figment|slander|falsification"
    r"|delusion|hallucination)"
    r"|(?:a )?figments?|(?:a )?fables?|(?:an? )?fair(?:y|ies)[ -]tales?|falsifications?|falsified"
    r"|photoshopped"
    r"|ai-generated|deepfakes?|nonsensical|mendacious|mendacity|science fiction|fake from (?:start|beginning)"
    r"|(?:an? )?(?:\w+ )?(?:distortions?|mischaracteri[sz]ations?|misrepresentations?|misinterpretations?"
    r"|misreadings?)"
    rf"|not (?:\w+ )?(?:based|grounded|founded|rooted) (?:on|in) (?:{_TRUTH}|facts?|evidence|anything)"
    rf"|(?:not consistent|inconsistent|not in (?:line|keeping)|out of touch) with (?:{_TRUTH}|what \w+)"
    r"|unsupported by (?:\w+ )?(?:facts?|evidence)|(?:detached|divorced|removed) from reality"
    r"|in disregard of (?:the )?facts"
    r"|(?:riddled|rife|replete|packed|filled|full) (?:with|of) (?:\w+ )?(?:errors|lies|holes|inaccuracies"
    r"|falsehoods|contradictions"
    r"|fabrications|mistakes|untruths)"
    r"|(?:a )?(?:bad|wrong|false|poor|faulty) (?:interpretation|reading|translation)"
    r"|untruthful|a pack of \w+|(?:a )?cock[ -]and[ -]bull stor(?:y|ies)"
    r"|without (?:a )?(?:single )?(?:shred|grain|scrap|fact)"
)
"""Words that by themselves say that something is not so."""

LOOSE = (
    r"ill-informed|misinformed|uninformed|malicious|mischievous|scurrilous|exaggerated|overblown|outlandish"
    r"|childish|puerile|infantile|silly|foolish|stupid|crazy|insane|lunacy|madness|delirium|delirious"
    r"|paranoi[ad]"
    r"|tendentious|deceitful|dishonest|frivolous|untenable|unproven|unverified|unserious|not (?:serious"
    r"|credible)"
    r"|conjecture|guesswork|imagination|hype|sensationalis[tm]|scenario|comical|comic|pathetic|farcical"
    r"|theatrics"
    r"|outrageous|far-fetched|fantastic|hysterical|(?:a )?provocations?|(?:mere )?insinuations?|trash"
    r"|tripe|bunk"
    r"|scaremongering|(?:a )?stunt|(?:a )?smokescreen|(?:a )?red herring|premature and \w+"
    r"|conspiracy theor(?:y|ies)"
    r"|an? (?:[\w-]+ ){0,2}(?:attempt|effort|bid|ploy|pretext|excuse|distraction)(?: to \w+)?"
    r"|(?:meant|designed|intended|calculated|aimed|concocted) (?:to|at) (?:mislead|deceiv|divert|distract"
    r"|discredit|smear|poison"
    r"|malign|tarnish|defam|blacken|cover|sow|stir|inflam|incit|sabotag|derail|undermin|harm|damag|justif"
    r"|whitewash"
    r"|demoni[sz]|besmirch|hid|conceal|confus|driv|provok|scor)\w*|(?:a )?non-?story|an? (?:absurd|old"
    r"|ridiculous|vile|evil|cheap) (?:story|tale|plot|provocation|stunt)"
)
"""Words that say so only of a claim noun or after a verb of calling."""

MISFITS = (
    r"(?:does|do|did)(?: not|n['’]t) (?:match|reflect|accord|tally|square|agree)"
    rf"(?: with)? (?:{_TRUTH}|(?:the )?(?:actual \w+|what \w+))"
    rf"|(?:diverge|deviate)(?:s|d)? from {_TRUTH}"
    r"|(?:distort|misrepresent|misstate|falsif|twist|pervert)(?:s|ed|ie[sd]|es|d)? (?:the )?"
    r"(?:facts|truth|reality|conversation|record|what \w+)"
    rf"|(?:run|fl|ran|flew)(?:s|ies|y)? (?:counter to|in the face of) {_TRUTH}"
    r"|(?:(?:does|do|did)(?: not|n['’]t) hold|holds? no|held no)(?: any)? (?:water|up)"
    r"|(?:does|do|did)(?: not|n['’]t) (?:stand up|withstand|bear|survive)(?: to)? (?:any )?(?:scrutiny"
    r"|examination)"
    r"|(?:lack(?:s|ed)?|contain(?:s|ed)? (?:no|not))(?: (?:all|any|every|a|an|one|the slightest))?"
    r" (?:\w+ of )?(?:\w+ )?(?:foundation|basis|substance|merit|truth|credibility|evidence|proof"
    r"|grounds?|facts?)"
    r"|(?:has|have|had) (?:absolutely |simply )?no (?:factual basis|grounds?|credibility)"
    rf"|ha(?:s|ve|d) nothing in common with {_TRUTH}|(?:relate|correspond|conform|bear)(?:s"
    rf"|ed)? (?:in )?no (?:way|relation|resemblance) to {_TRUTH}"
    rf"|in no way (?:relate|correspond|conform|reflect|match)(?:s|ed|es)?(?: to| with)? {_TRUTH}"
)
"""Verb phrases that say it of a claim noun."""

TRIGGERS = (
    r"no way|relat|"
    r"odds with|varianc|contrary|the mark|counts|warrant|erron|fallac|mistak|spurious|specious|phon"
    r"|thin air|nowhere"
    r"|of air|cooked|dream|conjur|trumped|calumn|libel|canard|tale|poppyc|bunk|balder|clapt|twadd|drivel"
    r"|delusi|halluc"
    r"|ill-inf|malici|mischie|scurr|exagger|overbl|outland|outrag|far-f|hyster|provoc|insinu|trash|tripe"
    r"|scarem|stunt"
    r"|attempt|effort|\bbid\b|ploy|pretext|excuse|meant to|smoke|herring|premature|conspir|story|water"
    r"|scrutiny|truth|far from|grounds|evidence|lack|reflect|plot"
    r"|nothing in common|interpret|transl|reading|riddled|rife|replete|errors|holes|inaccurac"
    r"|contradictions|figment|fable|fairy"
    r"|falsif|photoshop|ai-gen|deepfake|mendac|mischar|misint|misread"
    r"|founded"
    r"|rooted|consistent|in line|keeping|unsupp|divorced|removed|disregard|untruth|cock|shred|scrap"
    r"|childish|puerile"
    r"|infantil|silly|foolish|stupid|crazy|insane|lunacy|madness|deliri|parano|tendent|deceit|dishonest"
    r"|frivol|untenab"
    r"|unproven|unverif|serious|credible|conject|guess|hype|sensation|scenario|comic|pathetic|theatr"
    r"|designed|intended"
    r"|calculated|aimed|touch with"
)
"""A cheap look for any of these in a lowered passage."""

CALLING = (
    r"trash(?:ed|es)|lambast(?:ed|es)|blast(?:ed|s)|scorn(?:ed|s)|deride[sd]?|mock(?:ed|s)|likened"
    r"|likens|compared"
    r"|compares|portray(?:ed|s)|depict(?:ed|s)|cast|discount(?:ed|s)|criticis(?:ed|es)|criticiz(?:ed|es)"
    r"|attack(?:ed|s)|dubbed|dubs|regard(?:ed|s)|repudiat(?:ed|es)|s(?:aw|ees)|decr(?:ied|ies)"
    r"|deplor(?:ed|es)"
    r"|denie[sd]|shrug(?:ged|s) off|laugh(?:ed|s) off|knock(?:ed|s) down|wrote off|writes off"
)
"""Further verbs after which a word of falsity denies."""

WAVING = (
    r"trash(?:ed|es)|gainsa(?:id|ys)|discredit(?:ed|s)|disproved?|dispute[sd]|contest(?:ed|s)"
    r"|contradict(?:ed|s)"
    r"|contravene[sd]|t(?:ook|akes) (?:[a-z]+ )?(?:exception|umbrage|issue) (?:to|at|with)|push(?:ed"
    r"|es) back (?:against|on|at)"
    r"|hits? out at|kick(?:ed|s) back at|fir(?:ed|es) back at|swip(?:ed|es) at|sneer(?:ed|s) at|wav(?:ed"
    r"|es) (?:that|this) away"
    r"|repudiat(?:ed|es)|gave short shrift to|gives short shrift to|sl(?:aps?|apped) down|bat(?:s"
    r"|ted) (?:down|back)|swat(?:s|ted) (?:down|aside)"
    r"|tamp(?:s|ed) down|p(?:oured|ours|ut|uts) paid to"
    r"|threw out|throws out"
    r"|la(?:id|ys) to rest|puts? to (?:bed|rest)|cast(?:s)? aside|cast(?:s)? (?:\w+ )?doubt (?:on|over)"
    r"|quibbl(?:ed|es) with"
    r"|challenge[sd]|countere?[sd]?|questioned the|discount(?:ed|s)"
    r"|disagree[sd] with|differed with|den(?:ied|ies)"
)
"""Further verbs that wave a claim off without a word of falsity."""

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

FALSITY_LOOK = (
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
"""A cheap look for any word of falsity in a lowered passage."""

_FALSITY = LatePattern(rf"\b(?:{FALSE_STRONG}|{FALSE_WEAK})", re.NOFLAG)


@lru_cache(maxsize=512)
def has_falsity(lowered: str) -> bool:
    """Whether a word of falsity stands in a lowered passage."""
    return _FALSITY.search(lowered) is not None
