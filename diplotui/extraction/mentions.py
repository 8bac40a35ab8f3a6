"""Mentions in a text: every phrase that names or describes somebody, resolved as far as the text allows."""

from collections.abc import Sequence

from diplotui.extraction.candidates import find_candidates
from diplotui.extraction.coreference import resolve
from diplotui.extraction.reading import read
from diplotui.extraction.spans import Block, Mention, QuoteSpan


def find_mentions(text: str, blocks: Sequence[Block], quotes: Sequence[QuoteSpan]) -> tuple[Mention, ...]:
    """Persons, states, offices, bodies, outlets, groups and unnamed sources of the blocks, in text order.

    Mentions inside quotations are found too; who may speak is decided by ``attribution``. A mention with a
    title or apposition spans it; a transcript's speaker label has the rule ``turn-label``. Linear in the text.
    """
    reading = read(text, blocks, quotes)
    return resolve(reading, find_candidates(reading, blocks))


__all__ = ["find_mentions"]
