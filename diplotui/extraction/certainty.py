"""How sure the wording is: certain, reported, possible or conditional (after FactBank's axes)."""

from dataclasses import dataclass

from diplotui.extraction.looks import LatePattern, Look, look_for
from diplotui.model import Certainty


@dataclass(frozen=True, slots=True)
class CertaintyRow:
    """Words that lower certainty, when they stand in the main clause of what is said."""

    rule: str
    certainty: Certainty
    look: Look
    pattern: LatePattern
    example: str
    counter: str


def _row(
    rule: str, certainty: Certainty, look: str, pattern: str, example: str, counter: str
) -> CertaintyRow:
    return CertaintyRow(rule, certainty, look_for(look), LatePattern(pattern), example, counter)


CERTAINTY: tuple[CertaintyRow, ...] = (
    _row(
        "condition",
        Certainty.CONDITIONAL,
        r"if|unless|should|provided that|as long as",
        r"\A[\s“\"]*(?:that )?(?:if|unless|should|provided that|as long as)\b"
        r"|\bwould\b[^.;]{0,80}\b(?:if|unless|provided that)\b"
        r"|\b(?:if|unless)\b[^.;]{0,80}\bwould\b",
        "If the panel met, it would vote.",
        "It asked if they had met.",
    ),
    _row(
        "possible",
        Certainty.POSSIBLE,
        r"may|might|could|appear|seem|likely|possibl|perhaps|probably|apparently|presumably|potentially|it is",
        r"\b(?:(?-i:may)|might|could)(?: (?:not|well|also|soon|still|yet))? (?:have|be|\w+)\b"
        r"|\b(?:appear|seem)(?:s|ed)?(?: \w+)? (?:to|that|un\w+|likely|willing|ready|poised)\b"
        r"|\b(?:likely|possibly|perhaps"
        r"|probably|apparently|presumably|potentially)\b|\bit is (?:possible|thought|believed)\b",
        "Rebels may have taken the bridge.",
        "On 3 May the bridge fell; the could-have-beens.",
    ),
    _row(
        "reported",
        Certainty.REPORTED,
        r"report|alleg|purportedly|supposedly|rumo|according|said|believed|thought|understood",
        r"\b(?:reportedly|allegedly|purportedly|supposedly|rumou?red)\b"
        r"|\baccording to (?:\w+ )?(?:reports|rumou?rs|accounts)\b|\b(?:is|are|was|were) (?:said"
        r"|reported|alleged|believed|thought|understood) to\b"
        r"|\breports (?:say|said|suggest|suggested|indicate|indicated|that)\b|\ballege[sd]? that\b",
        "The envoy reportedly left.",
        "She reported late for duty.",
    ),
)
"""In the order in which they are tried."""


def read_certainty(text: str, content: tuple[int, int], hedge: bool = False) -> Certainty:
    """The certainty of what is said in a span; ``hedge``: its cue already is one ("reportedly")."""
    passage = text[content[0] : content[1]]
    lowered = passage.lower()
    for row in CERTAINTY:
        if row.look.sees(lowered) and row.pattern.search(passage):
            return row.certainty
    return Certainty.REPORTED if hedge else Certainty.CERTAIN
