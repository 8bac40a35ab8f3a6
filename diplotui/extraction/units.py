"""Sentences as attribution reads them: a unit never cuts a quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from diplotui.extraction.spans import Mention, QuoteSpan, Sentence
from diplotui.extraction.tokens import Tokens, tokenize

LONGEST_UNIT = 1_000
"""Tokens; far above any sentence of prose."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole text with what was found in it; token indexes run over the whole text."""

    text: str
    tokens: Tokens
    sentences: Sequence[Sentence]
    quotes: Sequence[QuoteSpan]
    quote_of: list[int]
    """Index of the quotation each token stands in, marks included; -1 outside and in scare quotes."""
    begins: dict[int, Mention]
    """Mentions outside speech by their first token."""
    ends: dict[int, Mention]
    """Mentions outside speech by their last token."""
    covers: dict[int, Mention]
    """Mentions outside speech by every token of theirs."""
    quoted: list[Mention]
    """Mentions inside speech, in order."""

    def first(self, mention: Mention) -> int:
        """First token of a mention."""
        return self.tokens.at(mention.start)

    def last(self, mention: Mention) -> int:
        """Last token of a mention."""
        return self.tokens.at(mention.end) - 1


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences that belong together because a quotation runs over their boundary."""

    first_sentence: int
    last_sentence: int
    start: int
    end: int
    block: int
    low: int
    high: int
    """Tokens from ``low`` up to, not including, ``high``."""
    quotes: tuple[int, ...]


def lay_out(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[QuoteSpan], mentions: Sequence[Mention]
) -> Passage:
    """Everything about the text that finding speakers needs."""
    tokens = tokenize(text)
    quote_of = [-1] * len(tokens)
    for index, quote in enumerate(quotes):
        if quote.kind != "scare":
            for at in range(tokens.at(quote.outer_start), tokens.at(quote.outer_end)):
                quote_of[at] = index
    begins: dict[int, Mention] = {}
    ends: dict[int, Mention] = {}
    covers: dict[int, Mention] = {}
    quoted: list[Mention] = []
    for mention in mentions:
        first, last = tokens.at(mention.start), tokens.at(mention.end) - 1
        if not 0 <= first <= last:
            continue
        if quote_of[first] >= 0:
            quoted.append(mention)
        else:
            begins[first] = mention
            ends[last] = mention
            covers.update(dict.fromkeys(range(first, last + 1), mention))
    return Passage(text, tokens, sentences, quotes, quote_of, begins, ends, covers, quoted)


def units(passage: Passage) -> Iterator[Unit]:
    """The sentences of the text, joined where a quotation runs over a boundary."""
    sentences, quotes, tokens = passage.sentences, passage.quotes, passage.tokens
    begin, at_quote = 0, 0
    while begin < len(sentences):
        last = begin
        inside: list[int] = []
        while at_quote < len(quotes) and quotes[at_quote].outer_start < sentences[last].end:
            quote = quotes[at_quote]
            if quote.outer_start >= sentences[begin].start and quote.kind != "scare":
                inside.append(at_quote)
            while (
                last + 1 < len(sentences)
                and sentences[last + 1].block == sentences[begin].block
                and sentences[last + 1].start < quote.outer_end
            ):
                last += 1
            at_quote += 1
        start, end = sentences[begin].start, sentences[last].end
        whole = Unit(
            begin, last, start, end, sentences[begin].block, tokens.at(start), tokens.at(end), tuple(inside)
        )
        yield from _pieces(passage, whole)
        begin = last + 1


def _pieces(passage: Passage, unit: Unit) -> Iterator[Unit]:
    """The unit, or parts of it where it is longer than any sentence: time stays linear in hostile text."""
    if unit.high - unit.low <= LONGEST_UNIT:
        yield unit
        return
    tokens = passage.tokens
    for low in range(unit.low, unit.high, LONGEST_UNIT):
        high = min(low + LONGEST_UNIT, unit.high)
        start, end = tokens.starts[low], tokens.ends[high - 1]
        inside = tuple(i for i in unit.quotes if start <= passage.quotes[i].outer_start < end)
        yield replace(unit, start=start, end=end, low=low, high=high, quotes=inside)


__all__ = ["Passage", "Unit", "lay_out", "units"]
