"""Whose claim it is, and how it is worded: the questions that every link asks of a claim."""

import re
from functools import lru_cache

from diplotui.extraction.drafts import Draft
from diplotui.model import Act, ActorKind, Certainty


def is_outlet(claim: Draft) -> bool:
    """Whether an outlet put the claim forward in its own words."""
    return claim.source is not None and claim.source.kind is ActorKind.OUTLET


def is_reported(claim: Draft) -> bool:
    """Whether an outlet or unnamed people stand behind a claim, or hearsay."""
    return (
        claim.report is not None
        or claim.certainty is Certainty.REPORTED
        or (claim.source is not None and claim.source.kind in (ActorKind.OUTLET, ActorKind.ANONYMOUS))
        or any(link.kind is ActorKind.OUTLET for link in claim.chain)
    )


_NEGATED = re.compile(
    r"\b(?:not|never|nobody|nothing|no one|refus\w+ to|declin\w+ to|fail\w+ to)\b|n['’]t\b"
    r"|\bno\b(?! (?:longer|doubt|matter|less|later|more|fewer|sooner|\d))",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_000)
def is_negated(claim: str) -> bool:
    """Whether a claim is worded in the negative, in its main part: before any "who", "which" or "if"."""
    return _NEGATED.search(_SUBORDINATE.split(claim, maxsplit=1)[0]) is not None


_SUBORDINATE = re.compile(
    r"[,;]|\b(?:who|whom|whose|which|if|unless|until|because|although|though|while|after|before|when|as|since)\b"
)


def acts_in(answer: Draft, claim: Draft) -> bool:
    """Whether somebody for whom the answer speaks is a party to the claim, or is named in it."""
    named = {speaker.name for speaker in answer.speakers} | set(answer.parties)
    return bool(named & {*claim.subjects, *claim.actors})


_DEEDS = frozenset(
    {Act.REJECTION, Act.APPEAL, Act.DEMAND, Act.AGREEMENT, Act.VOTE, Act.THREAT, Act.ACCUSATION}
)
"""Acts that an outlet may tell of somebody who has not told it of them."""


def is_told_of(claim: Draft) -> bool:
    """Whether an outlet or unnamed people tell what somebody did: "A has asked B to leave, the Post reported".

    The text has that somebody for its speaker, and he may deny it all the same.
    """
    if claim.act not in _DEEDS or claim.unit.attribution is None or claim.unit.attribution.quote is not None:
        return False
    relays = (link for link in claim.chain if claim.source is None or link.name != claim.source.name)
    return any(link.kind in (ActorKind.OUTLET, ActorKind.ANONYMOUS) for link in relays)


def is_own(answer: Draft, claim: Draft) -> bool:
    """Whether the claim was put forward by the answering party or speaker itself."""
    if answer.parties and set(answer.parties) & set(claim.parties):
        return True
    return is_own_words(answer, claim)


def is_own_words(answer: Draft, claim: Draft) -> bool:
    """Whether the claim was put forward by the answering speaker itself."""
    return answer.source is not None and claim.source is not None and answer.source.name == claim.source.name
