"""The steps up to attribution, run as extraction runs them, and what the tables of these tests compare."""

from dataclasses import dataclass

from diplotui.extraction.attribution import find_attributions, match_quotes, quote_owner
from diplotui.extraction.layout import read_layout
from diplotui.extraction.mentions import find_mentions
from diplotui.extraction.quotes import find_quotes
from diplotui.extraction.sentences import split_sentences
from diplotui.extraction.spans import Attribution, Block, Mention, QuoteSpan, Sentence


@dataclass(frozen=True)
class Steps:
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[QuoteSpan, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]

    def speakers(self) -> list[str | None]:
        """Whose words each quotation is in; scare quotes left out."""
        matched = match_quotes(self.quotes, self.attributions)
        owners = [
            quote_owner(quote, attribution)[0]
            for quote, attribution in zip(self.quotes, matched, strict=True)
            if quote.kind != "scare"
        ]
        return [owner.name if owner else None for owner in owners]


def paragraphs(text: str) -> tuple[Block, ...]:
    """Blocks cut at blank lines, without the layout's own rules."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block(len(blocks), start, start + len(part), "paragraph", 0))
        start += len(part) + 2
    return tuple(blocks)


def read_steps(text: str, *, plain: bool = True) -> Steps:
    """``plain`` cuts at blank lines alone, so that a short example is never taken for boilerplate."""
    blocks = paragraphs(text) if plain else read_layout(text).blocks
    sentences = split_sentences(text, blocks)
    quotes = find_quotes(text, blocks)
    mentions = find_mentions(text, blocks, quotes)
    return Steps(
        text, blocks, sentences, quotes, mentions, find_attributions(text, sentences, quotes, mentions)
    )
