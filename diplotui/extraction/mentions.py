"""Mentions in a text: every phrase that names or describes somebody, resolved as far as the text allows."""

from collections.abc import Sequence

from diplotui.extraction.candidates import find_candidates
from diplotui.extraction.coreference import resolve
from diplotui.extraction.datelines import dateline_span
from diplotui.extraction.gazetteer import TermSpan, find_terms
from diplotui.extraction.reading import read
from diplotui.extraction.spans import Block, Mention, QuoteSpan


def find_mentions(
    text: str,
    blocks: Sequence[Block],
    quotes: Sequence[QuoteSpan],
    terms: Sequence[TermSpan] | None = None,
) -> tuple[Mention, ...]:
    """Persons, states, offices, bodies, outlets, groups and unnamed sources of the blocks, in text order.

    Mentions inside quotations are found too; who may speak is decided by ``attribution``. A mention with a
    title or apposition spans it; a transcript's speaker label has the rule ``turn-label``. A dateline
    mentions nobody. ``terms``: those of the
    text, where they are known already. Linear in the text.
    """
    reading = read(text, blocks, quotes, find_terms(text) if terms is None else terms)
    start, end = dateline_span(text, blocks)
    low, high = reading.tokens.at(start), reading.tokens.at(end)
    candidates = [
        candidate for candidate in find_candidates(reading, blocks) if not low <= candidate.first < high
    ]
    return resolve(reading, candidates)


__all__ = ["find_mentions"]
