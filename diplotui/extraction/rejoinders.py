"""Passages that only answer: they hit back, call the charge a smear, or the accuser a liar.

Such a passage is no claim that a later answer speaks of, even where no denial was read in it: what follows
mostly goes on about the claim that it answered.
"""

from dataclasses import dataclass
from functools import lru_cache

from diplotui.extraction.looks import LatePattern


@dataclass(frozen=True, slots=True)
class RejoinderRow:
    """A shape of answer that carries no claim of its own."""

    rule: str
    pattern: LatePattern
    example: str
    counter: str


def _row(rule: str, pattern: str, example: str, counter: str) -> RejoinderRow:
    return RejoinderRow(rule, LatePattern(pattern), example, counter)


_POINTED = (
    r"(?:the|these|those|this|that|such|all|any|its|his|her|their|\w+['’]s)(?: \w+)? "
    r"(?:accusations?|allegations?|charges?|claims?|reports?|stor(?:y|ies)|articles?|assertions?|rumou?rs?"
    r"|suggestions?|insinuations?|denials?)"
)

REJOINDERS: tuple[RejoinderRow, ...] = (
    _row(
        "hits-back",
        r"\b(?:hit|shot|fired|snapped|lashed|struck|pushed|fought) back\b(?! (?:at|on) the (?:front|border|line))"
        r"|\bretort(?:ed|s)\b|\bcountered\b|\blashed out\b|\b(?:was|were) (?:\w+ )?(?:dismissive|blunter|furious"
        r"|indignant|scathing|defiant)\b|\bwent further\b",
        "The prime minister hit back within the hour.",
        "The army struck the town at dawn.",
    ),
    _row(
        "calls-the-charge",
        r"\b(?:call|term|brand|liken|describ|label|dubb?|dismiss|reject|rebuff|ridicul|mock|scorn|condemn|denounc"
        rf"|decr|slam|defend|stand|stood|shrug)\w*(?: \w+)?(?: (?:by|off|aside))? {_POINTED}\b",
        "The ministry termed such claims a fable.",
        "The ministry claims that ships were sunk.",
    ),
    _row(
        "calls-a-liar",
        r"\b(?:accus\w+|blam\w+) [^.;]{1,60}? (?:of|for) (?:\w+ly )?(?:lying|telling lies|inventing|fabricating"
        r"|peddling|spreading|slander\w*|smear\w*|distort\w*|twist\w*|misrepresent\w*|making (?:it |things )?up"
        r"|mislead\w*|exaggerat\w*|(?:a )?(?:lies?|disinformation|propaganda|provocation))\b",
        "He accused the minister of peddling falsehoods.",
        "He accused the minister of arming rebels.",
    ),
    _row(
        "charge-is",
        r"\A[\s“\"]*(?:the|these|those|this|that|such|all|any|\w+['’]s) (?:accusation|allegation|charge|claim"
        r"|insinuation|suggestion|rumou?r)s?(?:,[^,.;]{1,30},)? (?:was|were|is|are|had been)\b"
        r"(?! (?:made|published|first|based|put))",
        "Khartoum's allegation, he went on, was a cover for its own war.",
        "The claim was made on Monday.",
    ),
    _row(
        "drew-scorn",
        rf"\A[\s“\"]*{_POINTED} (?:drew|met with|prompted|provoked|brought|was met (?:with|by)) (?:\w+ )?(?:scorn|denials?"
        r"|ridicule|derision|laughter|disbelief|anger|outrage|silence|a (?:\w+ )?(?:denial|rebuke|retort|response))\b",
        "The claim drew scorn in Bogotá.",
        "The claim drew on satellite pictures.",
    ),
    _row(
        "no-matter",
        r"\A[\s“\"]*[^.;“”\"]{0,80}\b(?:did not (?:delete|retract|withdraw|repeat) (?:it|them|this)"
        r"|(?:repeated|renewed|stood by|withdrew) (?:it|them|this|(?:its|his|her|their|the) (?:denials?|words)))\b",
        "Warsame did not delete it.",
        "The navy did not withdraw its ships.",
    ),
)
"""Each shape with a passage that has it and one that has not."""


@lru_cache(maxsize=4_000)
def is_rejoinder(passage: str) -> bool:
    """Whether a passage only answers what was said before it."""
    return any(row.pattern.search(passage) for row in REJOINDERS)
