"""What a text was taken apart into, looked up by offset."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from diplotui.extraction.asides import Aside
from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.spans import Attribution, Block, Mention, QuoteSpan, Sentence
from diplotui.extraction.turns import Turns


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text was taken apart into, by the steps before this one."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[QuoteSpan, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    terms: tuple[TermSpan, ...]
    turns: Turns = field(default_factory=Turns)


class Finder:
    """Looks up sentences, quotations, mentions and terms by offset."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.text = parts.text
        self._sentence_starts = [sentence.start for sentence in parts.sentences]
        self._term_starts = [term.start for term in parts.terms]
        self._quote_starts = [quote.start for quote in parts.quotes]
        self._mention_starts = [mention.start for mention in parts.mentions]
        self.sections = {block.index: block.section for block in parts.blocks}
        self.asides: dict[int, Aside] = {}
        """Index of a sentence to the denial that is tucked behind its main clause."""

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds an offset, else the last one before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies inside a quotation."""
        index = bisect_right(self._quote_starts, offset) - 1
        return index >= 0 and offset < self.parts.quotes[index].end

    def block_at(self, offset: int) -> int:
        """Index of the block that holds an offset."""
        return self.parts.sentences[self.sentence_at(offset)].block

    def sentence(self, index: int) -> Sentence:
        """A sentence, without the aside at its end."""
        sentence = self.parts.sentences[index]
        aside = self.asides.get(index)
        if aside is None or aside.end < sentence.end - 1:
            return sentence
        return replace(sentence, end=clause_end(self.text, sentence.start, aside.start))

    def aside_at(self, offset: int) -> Aside | None:
        """The aside in which an offset lies."""
        aside = self.asides.get(self.sentence_at(offset))
        return aside if aside is not None and aside.start <= offset < aside.end else None

    def is_asked(self, index: int) -> bool:
        """Whether a sentence stands in a question from the floor: only what it cites of others is stated."""
        return self.parts.sentences[index].block in self.parts.turns.asking

    def terms(self, start: int, end: int) -> Sequence[TermSpan]:
        """The known terms that begin in a span."""
        low, high = bisect_left(self._term_starts, start), bisect_left(self._term_starts, end)
        return self.parts.terms[low:high]

    def mentions(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in a span."""
        low, high = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return self.parts.mentions[low:high]


_JOINT = re.compile(
    r"[\s,;:–—-]*(?:\b(?:and|but|while|whereas|though|although|as|yet|or)\b[\s,]*)?\Z", re.IGNORECASE
)


def clause_end(text: str, after: int, before: int) -> int:
    """Where a clause ends that the next speaker's clause follows: before the comma and the conjunction."""
    stretch = text[after:before]
    joint = _JOINT.search(stretch)
    return after + (joint.start() if joint else len(stretch))
