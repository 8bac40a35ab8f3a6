"""What a question puts to the one who answers: "Is it true that the port is closed?" puts a claim.

Only what it puts is kept, and of the asker's own words only what an answer speaks of; a plain question ("Any
reaction?", "What did he say?") puts nothing.
"""

import re
from dataclasses import dataclass

from diplotui.extraction.content import has_finite_verb
from diplotui.extraction.drafts import Unit
from diplotui.extraction.readings import Reading
from diplotui.extraction.words import content_stems
from diplotui.model import Act, Stance

ASKED = "asked"
"""Rule of a passage that an asker puts in words of his own."""
TOLD = "asked-told"
"""Rule of what he tells before he asks."""


@dataclass(frozen=True, slots=True)
class PutRow:
    """A shape of question that puts a claim; the group ``put`` is what it puts."""

    rule: str
    pattern: re.Pattern[str]
    example: str
    counter: str


def _row(rule: str, pattern: str, example: str, counter: str) -> PutRow:
    return PutRow(rule, re.compile(pattern, re.IGNORECASE), example, counter)


_RUMOUR = (
    r"(?:word|talk|rumou?rs?|reports?|claims?|allegations?|accusations?|suggestions?|speculation|an? (?:\w+ )?(?:report"
    r"|claim|rumou?r|allegation|suggestion|story))"
)

PUTS: tuple[PutRow, ...] = (
    _row(
        "asked-true",
        r"\b(?:is|was) (?:it|there any truth (?:in|to) (?:the )?[\w ]{3,30}) ?(?:true|correct|right|accurate"
        r"|the case|a fact|possible)? (?:then )?that (?P<put>[^?]+)\?",
        "Is it true that the port is closed?",
        "Is it true?",
    ),
    _row(
        "asked-to-confirm",
        r"\b(?:can|could|would|will|do|did|are|is) (?:you|the \w+|he|she|they|your \w+)(?: \w+ly| please| at least"
        r"| able| prepared| in a position| now)?(?: to)? (?:confirm|deny|say|tell us|rule out|acknowledge|admit"
        rf"|verify|know)(?: or (?:deny|confirm))?(?: (?:the )?{_RUMOUR})? (?:that|whether|if) (?P<put>[^?]+)\?",
        "Can you confirm that two ships were turned back?",
        "Can you confirm?",
    ),
    _row(
        "asked-rumour",
        rf"\b(?:there(?:['’]s| is| are| was| were| has been| have been)|we(?: have|['’]ve)? (?:hear|heard|seen|see)"
        rf"|I(?: have|['’]ve)? (?:heard|seen|saw)) (?:also |now |some |been )*{_RUMOUR} that (?P<put>[^?]+)",
        "There is word that the text had been changed.",
        "There is word from the port.",
    ),
    _row(
        "asked-who-say",
        r"\b(?:papers?|newspapers?|reports?|media|outlets?|officials|people|those|some|sources|articles?|stor(?:y|ies)|dispatch(?:es)?"
        r"|accounts) (?:that|who|which|saying|claiming|alleging|suggesting)(?: (?:say|says|claim|claims|allege|alleges|suggest|suggests"
        r"|write|report|reported|said|claimed|alleged))? (?:that )?(?P<put>[^?]{20,})\?",
        "And the papers that say the general asked for tanks last week?",
        "And the papers?",
    ),
    _row(
        "asked-yes-no",
        r"(?:\A|[,;:—–-] ?|\b(?:and|but|so|then|or) )[\s“\"]*(?P<put>(?:(?:is|are|was|were|has|have|had|did|does|do|will)(?:n['’]t)?)"
        r" (?!you\b|we\b|I\b|it (?:true|correct|right)\b|(?:that|this|it|these|those)\b(?! \w+ \w+ \w+)|there (?:a|any) (?:reaction|comment|response|update))"
        r"[^?]{8,})\?",
        "Did the envoy tell the minister that aid would be cut?",
        "Is that so?",
    ),
)
"""Each shape with a question that has it and one that has not; the first that fits counts."""

FEWEST_STEMS = 2
"""Content words of a claim that is put."""
_ASKING_WORDS = content_stems(
    "comment reaction response answer question confirm deny true accurate correct account aware update detail"
    " information thing anything something story report right fair say tell anywhere anyone anybody somebody someone somewhere"
)
"""Words of asking: a question made of them puts nothing."""
_NO_CLAIM = re.compile(
    r"[\s“\"]*(?:thank|thanks|good (?:morning|afternoon|evening)|hello|hi\b|a? ?follow|just|sorry|I\b|we\b|my\b|one more"
    r"|yes\b|no\b|ok|okay|please|what|who|why|how|when|where|which|could|can|would|do you|are you|any\b|let me|your)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 6
LONGEST = 1_000
"""Characters of a sentence that is looked at: far above any question, and the patterns look ahead to its end."""


@dataclass(frozen=True, slots=True)
class Put:
    """What a sentence of a question puts, and by which rule."""

    start: int
    end: int
    rule: str


def read_put(unit: Unit) -> Reading:
    """The reading of what an asker puts: he asserts it only where he tells it."""
    rule = unit.attribution.rule if unit.attribution is not None else TOLD
    named = unit.rule != ASKED and unit.attribution is not None and bool(unit.attribution.mentions)
    return Reading(Act.CLAIM, rule, Stance.ASSERTS if rule == TOLD or named else Stance.ASKED)


def put_by(text: str, start: int, end: int) -> Put | None:
    """What a sentence of an asker's puts in his own words, or None."""
    if end - start > LONGEST:
        return None
    sentence = text[start:end]
    for row in PUTS:
        match = row.pattern.search(sentence)
        if match and len(content_stems(match["put"]) - _ASKING_WORDS) >= FEWEST_STEMS:
            return Put(start + match.start("put"), start + match.end("put"), row.rule)
    if "?" in sentence or _NO_CLAIM.match(sentence) or len(sentence.split()) < _FEWEST_WORDS:
        return None
    return Put(start, end, TOLD) if has_finite_verb(sentence) else None
