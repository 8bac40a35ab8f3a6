"""A text read once for names: its tokens, known terms, runs of capitals, first words of sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.names import SENTENCE_OPENERS, NameRun, find_names
from diplotui.extraction.spans import Block, QuoteSpan
from diplotui.extraction.tokens import Tokens, tokenize

_SENTENCE_ENDS = frozenset(".!?:;•")
_DASHES = frozenset("—–-")
_MARKS = frozenset("\"“”„«»‘’'—–-()[]•*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules for mentions walk along; all indexes are token indexes."""

    text: str
    tokens: Tokens
    opens: list[bool]
    """The first word of a sentence, a block or a quotation."""
    block: list[int]
    """Index of the block each token stands in; -1 outside all."""
    quote: list[int]
    """Index of the quotation each token stands in; -1 outside all."""
    terms: dict[int, tuple[int, TermSpan]]
    """First token of a known term to its last token and the term."""
    term_ends: dict[int, int]
    """Last token of a known term to its first."""
    runs: dict[int, NameRun]
    run_ends: dict[int, int]

    def words(self, first: int, last: int) -> str:
        """The text from token ``first`` to token ``last``, as it stands, white space folded."""
        return " ".join(self.text[self.tokens.starts[first] : self.tokens.ends[last]].split())


def read(
    text: str, blocks: Sequence[Block], quotes: Sequence[QuoteSpan], found: Sequence[TermSpan]
) -> Reading:
    """Lay out everything about ``text`` that the rules for names need. Linear in the text."""
    tokens = tokenize(text)
    block = _cover(tokens, [(b.start, b.end) for b in blocks])
    quote = _cover(tokens, [(q.outer_start, q.outer_end) for q in quotes])
    opens = _openings(tokens, block, {tokens.at(q.start) for q in quotes})
    terms = _term_tokens(found, tokens)
    runs = find_names(tokens, {first: last for first, (last, _) in terms.items()}, opens)
    return Reading(
        text=text,
        tokens=tokens,
        opens=opens,
        block=block,
        quote=quote,
        terms=terms,
        term_ends={last: first for first, (last, _) in terms.items()},
        runs=runs,
        run_ends={run.last: run.first for run in runs.values()},
    )


def _cover(tokens: Tokens, spans: list[tuple[int, int]]) -> list[int]:
    """For each token the index of the span that holds it, -1 for none."""
    covered = [-1] * len(tokens)
    for index, (start, end) in enumerate(spans):
        for at in range(tokens.at(start), tokens.at(end)):
            covered[at] = index
    return covered


def _openings(tokens: Tokens, block: list[int], quote_starts: set[int]) -> list[bool]:
    opens = [False] * len(tokens)
    fresh = True
    for at, word in enumerate(tokens.words):
        if at and block[at] != block[at - 1]:
            fresh = True
        if word in _SENTENCE_ENDS:
            initial = (
                word == "." and at > 0 and len(tokens.words[at - 1]) == 1 and tokens.words[at - 1].isupper()
            )
            follows = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
            fresh = not initial or follows in SENTENCE_OPENERS
        elif word in _MARKS:
            follows = tokens.words[at + 1] if at + 1 < len(tokens) else ""
            opener = word in _DASHES and follows[:1].isupper() and follows.lower() in SENTENCE_OPENERS
            fresh = fresh or opener or at + 1 in quote_starts
        else:
            opens[at] = fresh or at in quote_starts
            fresh = False
    return opens


def _term_tokens(found: Sequence[TermSpan], tokens: Tokens) -> dict[int, tuple[int, TermSpan]]:
    terms: dict[int, tuple[int, TermSpan]] = {}
    for term in found:
        first = tokens.at(term.start)
        last = tokens.at(term.end) - 1
        if first < len(tokens) and tokens.starts[first] == term.start and last >= first:
            terms[first] = (last, term)
    return terms


__all__ = ["Reading", "read"]
