"""What the author states in his own voice: sentences and clauses that tell a development."""

import re
from dataclasses import dataclass

from diplotui.extraction.content import has_finite_verb
from diplotui.extraction.drafts import Unit
from diplotui.extraction.finder import Finder

FEWEST_WORDS = 4
"""A shorter sentence or clause of the author's states no development."""
SHORT_ANSWER = re.compile(
    r"\b(?:otherwise|den(?:y|ies|ied)|disagree[sd]?|differ(?:s|ed)?|demurred|declined)\W*\Z"
)
"""... unless it is an answer: Bangkok says otherwise."""

# -- The author's own passages ------------------------------------------------------------------------------

_SUBORDINATE = re.compile(
    r"\A[\s“\"]*(?:as|when|while|after|before|despite|although|though|following|with|without|in|on"
    r"|at|by|for|if|since|because"
    r"|during|amid|unlike|like|under|once|until|given|having|asked|speaking|citing|responding"
    r"|reacting|according|earlier|later"
    r"|separately|meanwhile|but|and|yet|so|to|from|of|[\w-]+ing)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r"(?:,? (?:and|but|while|whereas|yet)|, (?:al)?though|;|—|–)[\s,]*\Z")
_NO_STATEMENT = re.compile(
    r"\A[\s“\"‘(\[•*–—-]*(?:read|see|click|subscribe|sign up|follow|watch|listen|share|photo|image"
    r"|source|note|editor|correction|update"
    r"|reporting by|edited by|writing by|additional reporting|if|unless|whether|what|why|who|how"
    r"|could|would|should|is|are|do|does|did|can|will)\b(?! also)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LeadInRow:
    """A shape of sentence that only leads up to what somebody says, or tells how he says it."""

    rule: str
    pattern: re.Pattern[str]
    example: str
    counter: str


def _row(rule: str, pattern: str, example: str, counter: str) -> LeadInRow:
    return LeadInRow(rule, re.compile(pattern, re.IGNORECASE), example, counter)


LEADS_IN: tuple[LeadInRow, ...] = (
    _row(
        "manner-compared",
        r"\b(?:was|were|is|are|proved|sounded) (?:(?:rather|even|far|much|a little|somewhat|no|considerably) )?"
        r"(?:(?:less|more|equally|similarly|just as|not (?:so|as)) (?:categorical|reserved|blunt|direct|forthcoming|guarded|careful"
        r"|cautious|emphatic|explicit|diplomatic|optimistic|sanguine|restrained|specific|precise|polite|outspoken|certain|sure)"
        r"|shorter|briefer|blunter|terser|curter|firmer|harsher|milder|softer|vaguer|clearer|plainer|cooler|sharper)\W*\Z",
        "The government in Juba was shorter.",
        "The second convoy was shorter than the first.",
    ),
    _row(
        "not-won-over",
        r"\b(?:was|were|is|are) not (?:persuaded|convinced|impressed|amused|reassured|mollified|so sure|having it)\W*\Z"
        r"|\b(?:do|does|did) not see (?:it|things|the matter) (?:that|this|the same) way\W*\Z"
        r"|\b(?:has|had|have) (?:other ideas|a different (?:view|story|explanation)|no complaints?|an answer)\W*\Z",
        "Kenya was not persuaded.",
        "Kenya was not consulted.",
    ),
    _row(
        "has-been-talking",
        r"\b(?:has|have|had) (?:just |also |now )?(?:been )?(?:talking|speaking|spoken|talked) to\b[^,;]{0,50}\Z"
        r"|\b(?:has|have) just (?:reacted|responded|spoken|tweeted)\W*\Z",
        "The foreign minister has been talking to the BBC.",
        "The foreign minister had been talking to the rebels for months, and paid them.",
    ),
    _row(
        "was-asked",
        r"\b(?:was|were) (?:not |also |then |later |never )?asked (?:on \w+day |again |twice |repeatedly )?(?:about|what|whether|if|how|why)\b"
        r"(?![^;]{0,200}\b(?:and|but) (?:answered|said|replied|declined|refused|denied|did not (?!volunteer)))",
        "The minister was asked on Monday if she knew the names.",
        "The ministry was asked to hand over the names.",
    ),
)
"""Each shape with a sentence that has it and one that has not; they state no development."""

QUESTION = re.compile(r"\?[\s”\"’')\]]*\Z")


def author_clause(finder: Finder, start: int, end: int) -> Unit | None:
    """A coordinate clause of the author's before the first speaker ("X did not say how, but he said ...")."""
    stretch = finder.text[start:end]
    joint = _COORDINATED.search(stretch)
    if joint is None or _SUBORDINATE.match(stretch):
        return None
    return _author_unit(finder, start, start + joint.start(), "author-clause")


def author_sentence(finder: Finder, index: int) -> list[Unit]:
    """A sentence without any speaker, where it tells a development: at most one passage."""
    sentence = finder.sentence(index)
    unit = _author_unit(finder, sentence.start, sentence.end, "author-sentence")
    return [unit] if unit is not None else []


def _author_unit(finder: Finder, start: int, end: int, rule: str) -> Unit | None:
    """The author's passage, where it tells a development: a verb, and somebody known in it."""
    passage = finder.text[start:end]
    if (
        (len(passage.split()) < FEWEST_WORDS and not SHORT_ANSWER.search(passage))
        or QUESTION.search(passage)
        or any(row.pattern.search(passage) for row in LEADS_IN)
        or _NO_STATEMENT.match(passage)
        or not has_finite_verb(passage)
    ):
        return None
    terms = finder.terms(start, end)
    actors = tuple(mention for mention in finder.mentions(start, end) if mention.end <= end)
    if not terms and not any(not mention.inferred or mention.source.party for mention in actors):
        return None
    at = finder.sentence_at(start)
    block = finder.sentence(at).block
    return Unit(start, end, block, finder.sections.get(block, 0), at, (start, end), actors=actors, rule=rule)
