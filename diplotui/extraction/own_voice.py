"""A communiqué speaks in its issuer's own voice: its plain sentences are the ministry's, not an author's."""

import re
from collections.abc import Sequence

from diplotui.extraction.spans import Block, Mention
from diplotui.model import ActorKind, Source

OPENING = re.compile(
    r"(?:\d+[.)]\s*|[•*–—-]\s*)?The (?:(?:Foreign|Federal|Royal|Permanent) )?"
    r"(?:Ministry|Embassy|Government|Mission|Delegation|Department|Chancellery|Presidency|Secretariat"
    r"|High Commission|Consulate|Holy See|General Staff)"
    r"(?: of (?:Foreign|External|Defen[cs]e|Internal)[\w ]{0,12}?)?"
    r"(?: of [A-Z]\w+(?: [A-Z]\w+)?)?"
    r"(?: of (?:the )?(?:Republic|Kingdom|State|Federation|Union|Government|Principality|Sultanate|People)"
    r"[\w’' ]{0,40}?)?"
    r" (?:\w+ly |once more |again )?"
    r"(?:rejects|regrets|condemns|welcomes|notes|recalls|reiterates|expresses|denies|reaffirms|deplores"
    r"|informs|strongly|firmly|resolutely|wishes|takes note|has the honou?r|draws|protests|calls|reminds|confirms|categorically)\b"
)
"""How a communiqué opens: its issuer without a state's name, and what it does, in the present tense.

Example: ``The Ministry regrets that ...``; not: ``The ministry said on Monday ...``, which a journalist writes.
"""


FIRST_BLOCKS = 3
"""Blocks at whose head a communiqué may open."""


def own_voice(text: str, blocks: Sequence[Block], mentions: Sequence[Mention]) -> Source | None:
    """Who issued the text, where it is a communiqué of theirs; None for everything else."""
    if not blocks or not mentions:
        return None
    match = opening(text, blocks)
    if match is None:
        return _joint_issuers(text, blocks, mentions)
    issuers = [
        m for m in mentions if match.start() <= m.start < match.end() and m.source.kind is ActorKind.OFFICE
    ]
    return issuers[0].source if issuers else None


_JOINT = re.compile(
    r"\W*(?:joint|trilateral|quadrilateral) (?:\w+ )?(?:statement|communiqu[eé]|declaration)\b", re.IGNORECASE
)
"""The heading of a text that several issue together."""
_SEVERAL = re.compile(
    r"(?:the )?(?:(?:two|three|four|both) )?(?:\w+ )?(?:ministers|presidents|leaders|sides|parties|delegations)",
    re.IGNORECASE,
)


def _joint_issuers(text: str, blocks: Sequence[Block], mentions: Sequence[Mention]) -> Source | None:
    """Those who issue a joint statement, as it calls them: the Ministers, the two sides."""
    if _JOINT.match(text, blocks[0].start) is None and _JOINT.match(text.lstrip()) is None:
        return None
    several = (m for m in mentions if m.source.kind is ActorKind.ANONYMOUS and m.source.heads != 1)
    return next((m.source for m in several if _SEVERAL.fullmatch(text[m.start : m.end])), None)


def opening(text: str, blocks: Sequence[Block]) -> re.Match[str] | None:
    """The opening words of a communiqué, behind a heading or a title line."""
    found = (OPENING.match(text, block.start) for block in blocks[:FIRST_BLOCKS])
    return next((match for match in found if match is not None), None)


__all__ = ["OPENING", "opening", "own_voice"]
