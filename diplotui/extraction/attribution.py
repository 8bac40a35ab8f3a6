"""Who is said to have said what: from quotations, mentions and cues to attributions."""

from diplotui.extraction.spans import Attribution, Mention, QuoteSpan, Sentence
from diplotui.model import Source


def find_attributions(
    text: str,
    sentences: tuple[Sentence, ...],
    quotes: tuple[QuoteSpan, ...],
    mentions: tuple[Mention, ...],
) -> tuple[Attribution, ...]:
    """Every attribution outside quotations, in text order, and one for each quotation that has a speaker.

    A quotation that merely continues an earlier speaker has an attribution of its own (rule ``carry-...``),
    whose cue is the earlier one's. ``quote`` is set on the attribution of each quotation. Nested sayings of
    persons are content; an outlet above another speaker is ``via``.
    """
    return ()


def match_quotes(
    quotes: tuple[QuoteSpan, ...], attributions: tuple[Attribution, ...]
) -> tuple[Attribution | None, ...]:
    """For each quotation its own attribution, else the innermost whose content holds it."""
    return tuple(None for _ in quotes)


def quote_owner(quote: QuoteSpan, attribution: Attribution | None) -> tuple[Source | None, Source | None]:
    """Whose words a quotation is in, and whose information these words relay (None: nobody else's)."""
    return None, None


__all__ = ["find_attributions", "match_quotes", "quote_owner"]
