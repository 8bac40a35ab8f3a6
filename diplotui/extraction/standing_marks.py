"""What makes a negated clause sound like an answer: its tense, its emphasis, and how its speaker is said to say it."""

from dataclasses import dataclass

from diplotui.extraction.looks import LatePattern


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What makes a negated clause sound like an answer. ``spoken``: looked for in what is said alone."""

    rule: str
    points: float
    spoken: bool
    pattern: LatePattern
    example: str
    counter: str


def _mark(rule: str, points: float, spoken: bool, pattern: str, example: str, counter: str) -> MarkRow:
    return MarkRow(rule, points, spoken, LatePattern(pattern), example, counter)


_PAST = (
    r"(?:at no (?:time|point|stage|moment) (?:did|had|has|have|was|were)"
    r"|\b(?:had|has|have|['’]ve) \w+(?:ed|en|nt|ld|wn|ne|ung|old|ught|id|ut|de) (?:to |on |with "
    r"|for )?(?:no|nothing|nobody|no one)\b"
    r"|\b\w+(?:ed|nt|ght|ld|ave|ook|ade|ot)(?: (?:down|up|off|out|over))? (?:nothing|nobody|no one)\b"
    r"|\b(?:did|had|have|has|was|were)(?: not|n['’]t| never| no\b| nothing\b| nobody\b)"
    r"|['’](?:ve|s|d) (?:not|never)"
    r"|never (?:\w+ed|had|did|was|were|took|gave|sent|sold|met|paid|went|set|made|saw|fought|shot|bought"
    r"|said|told)"
    r"|\b(?:nobody|none|nothing|no one|no [\w-]+|not (?:one|a single) [\w-]+)(?: [\w-]+){0,4}?"
    r" (?:was|were|had|has|have|did|took|went|came|left|laid|fell|\w+ed))\b"
)

MARKS: tuple[MarkRow, ...] = (
    _mark(
        "told-past",
        1.0,
        True,
        _PAST,
        "It had not moved a soldier.",
        "It does not smoke.",
    ),
    _mark(
        "told-now",
        1.0,
        True,
        r"\b(?:is|are|am|['’]re|['’]m|['’]s|was|were)(?: not|n['’]t| neither) (?:currently |now "
        r"|\w+ly )?(?!going\b|willing\b|being\b|surpris|expect|seek"
        r"|look|ask|plann|rul)\w+ing\b",
        "It is not negotiating with anybody.",
        "It is not enough.",
    ),
    _mark(
        "not-there",
        1.0,
        True,
        r"\b(?:there (?:is|was|are|were|has been|have been|had been) (?:\w+ly )?[“\"]?(?:no|nobody|nothing"
        r"|never|not)\b"
        r"|there['’]s (?:no|nobody|nothing)|(?:nobody|no one|none of|nothing)\b|(?:have|has|had) no\b"
        r"|\A[\s“\"]*(?:that )?(?:no|not (?:a|one)) [\w-]+)",
        "There was no convoy.",
        "The convoy was late.",
    ),
    _mark(
        "emphatic",
        1.0,
        True,
        r"\b(?:never|at no (?:time|point|stage|moment)|in no way|on no occasion|under no circumstances"
        r"|not (?:a|one) single|not one|not once|not even"
        r"|no[\w ’'-]{2,30}(?: what(?:so)?ever| at all| of any (?:kind|sort))|(?:absolutely|categorically"
        r"|simply) (?:no|not)"
        r"|no [\w-]+(?: [\w-]+)?,? (?:and |or )?no [\w-]+|neither [\w ]{2,30} nor|full stop|period)\b",
        "At no time did it cross.",
        "It did not cross.",
    ),
    _mark(
        "answering-verb",
        1.5,
        False,
        r"\b(?:retort(?:s|ed)|counter(?:s|ed)(?! ?(?:terror|attack|intel))|rejoin(?:s|ed)|hit(?:s)? back"
        r"|sh(?:ot|oots) back"
        r"|fir(?:ed|es) back|push(?:ed|es) back|insist(?:s|ed|ing)|maintain(?:s|ed|ing)|respond(?:s|ed|ing)"
        r"|repl(?:y|ies|ied)"
        r"|answer(?:s|ed|ing)|protest(?:s|ed)|snapp(?:ed|ing)|sw(?:ore|ears)|clarif(?:y|ies|ied|ying)"
        r"|stress(?:es|ed|ing)"
        r"|assured|at pains to|quick to|hasten(?:ed|s) to|was adamant|adamant that|flatly"
        r"|emphatic(?:ally)?)\b",
        "it insisted",
        "it said",
    ),
    _mark(
        "answering",
        1.5,
        False,
        r"\b(?:in (?:response|reply|answer|reaction) to|respond(?:ing|ed) to|reacting to|asked (?:about"
        r"|whether|if|why|how)"
        r"|pressed (?:on|about)|questioned (?:on|about)|confronted with|when (?:he|she|it|they) (?:was"
        r"|were) (?:read|shown|told"
        r"|asked)|challenged (?:on|about|over)|commenting on|comment(?:ed|ing)? on|contrary to"
        r"|despite (?:the )?(?:claims?|reports?"
        r"|allegations?)|for (?:its|his|her|their) part|denials?)\b",
        "asked about the convoy, he said",
        "the convoy, he said",
    ),
)
"""What points to an answer, in the words of the statement."""
