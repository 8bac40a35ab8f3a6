"""The dateline of a text: MANILA, July 13 (Reuters) - ...; BOGOTA. ...; NEW DELHI: ..."""

import re
from collections.abc import Sequence

from diplotui.extraction.spans import Block

_DATELINE = re.compile(
    r"\s*[A-ZÀ-Ý][A-ZÀ-Ý.'’/ -]{2,40}(?:, [^—–\n(:]{1,30}?)?\s*(?:\([^)\n]{2,30}\)\s*)?"
    r"(?:—|–|--|- |-(?=\s)|\. (?=[A-Z])|: )"
)
BLOCKS = 3
"""Blocks at whose head a dateline may stand: a summary or a headline goes before it."""
LONGEST = 90
"""Characters of a block within which its dateline ends."""


def dateline_span(text: str, blocks: Sequence[Block]) -> tuple[int, int]:
    """Offsets of the dateline of the first blocks; (0, 0) where there is none."""
    for block in blocks[:BLOCKS]:
        if block.speaker is not None:
            continue
        match = _DATELINE.match(text, block.start, min(block.end, block.start + LONGEST))
        if match is not None:
            return match.start(), match.end()
    return 0, 0


__all__ = ["dateline_span"]
