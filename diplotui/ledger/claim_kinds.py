"""What kind of sentence a claim is, by the act that founds it."""

from diplotui.model import Act, Certainty, ExtractedStatement

CLAIM_KINDS: dict[Act, str] = {
    Act.CLAIM: "fact",
    Act.CONFIRMATION: "fact",
    Act.DENIAL: "fact",
    Act.NO_COMMENT: "question-premise",
    Act.REJECTION: "fact",
    Act.ACCUSATION: "fact",
    Act.ANNOUNCEMENT: "fact",
    Act.AGREEMENT: "fact",
    Act.VOTE: "fact",
    Act.DEMAND: "position",
    Act.THREAT: "position",
    Act.APPEAL: "position",
    Act.ASSESSMENT: "assessment",
}
"""Kind of the claim that a statement of this act founds, where nothing below says otherwise."""


def claim_kind(statement: ExtractedStatement) -> str:
    """fact, plan, forecast, assessment, position or question-premise."""
    kind = CLAIM_KINDS[statement.act]
    if kind != "fact":
        return kind
    if statement.certainty is Certainty.CONDITIONAL:
        return "forecast"
    if statement.planned:
        return "plan"
    return "inference" if statement.certainty is Certainty.POSSIBLE else "fact"


__all__ = ["CLAIM_KINDS", "claim_kind"]
