"""Which words of a sentence are what is said: behind the cue, before it, or around it."""

from diplotui.extraction.cue_links import Link, antecedent_end, quote_before
from diplotui.extraction.cue_table import CueClass
from diplotui.extraction.units import Passage, Unit


def sentence_at(passage: Passage, unit: Unit, offset: int) -> int:
    """Index of the unit's sentence that holds an offset."""
    for index in range(unit.first_sentence, unit.last_sentence + 1):
        if offset < passage.sentences[index].end:
            return index
    return unit.last_sentence


def content_span(
    passage: Passage, unit: Unit, links: list[Link], position: int
) -> tuple[tuple[int, int] | None, str]:
    """Token span of what is said, and the rule: behind the cue, before it, or around it."""
    link = links[position]
    earlier = links[position - 1] if position else None
    begin = max(
        _end_of(earlier) if earlier is not None else unit.low, _clause_start(passage, unit, link.first)
    )
    finish = (
        links[position + 1].cut
        if position + 1 < len(links) and links[position + 1].outer is None
        else unit.high
    )
    finish = _before_semicolon(passage, _end_of(link), finish)
    left_quote = quote_before(passage, unit, link.first) if not link.subject.shared else None
    if _is_as_clause(passage, unit, link):
        naming = link.cue.lemma in {"call", "describe", "term", "dub", "label", "know"}
        if naming and passage.tokens.lower[link.first - 1] == "as":
            return None, "naming"
        return _after_comma(passage, unit, link, finish), "as-clause"
    prefers_left = (
        left_quote is not None
        and link.after.kind not in {"that", "colon"}
        and (link.after.kind in {"none", "object", "to", "quote"} or _long(passage, left_quote))
    )
    if link.after.kind == "between":
        return (link.cue.head + 1, link.cue.last), "between"
    if link.after.start is not None and not prefers_left and link.after.start < finish:
        return (link.after.start, finish), link.after.kind
    if left_quote is not None:
        last = passage.tokens.at(passage.quotes[left_quote].outer_end)
        first = passage.tokens.at(passage.quotes[left_quote].outer_start)
        return (max(begin, unit.low) if begin <= first else first, last), "quote-before"
    if link.cue.verb_class is CueClass.DECLINE:
        return (link.first, max(link.after.end, link.cue.last + 1)), "declined"
    before = link.first - 1
    if before > unit.low and passage.tokens.words[before] in {",", "—", "–", "-"}:
        if _is_medial(passage, unit, link, finish):
            return (begin, finish), "medial"
        return (begin, before), "clause-before"
    if link.cue.passive and link.subject.rule == "agent":
        return (begin, finish), "passive"
    antecedent = antecedent_end(passage, unit, link.subject)
    if antecedent is not None and antecedent > begin:
        return (begin, antecedent), "antecedent"
    return None, "none"


def _before_semicolon(passage: Passage, low: int, high: int) -> int:
    """Where the content ends: at a semicolon, unless the reported clause goes on behind it (; that ...)."""
    for at in range(low, high - 1):
        if (
            passage.tokens.words[at] == ";"
            and passage.quote_of[at] < 0
            and passage.tokens.lower[at + 1] != "that"
        ):
            return at
    return high


def _clause_start(passage: Passage, unit: Unit, first: int) -> int:
    """First token behind the last semicolon before ``first``."""
    for at in range(first - 1, unit.low, -1):
        if passage.tokens.words[at] == ";" and passage.quote_of[at] < 0:
            return at + 1
    return unit.low


def _end_of(link: Link) -> int:
    return max(link.after.end, link.cue.last + 1)


def _long(passage: Passage, quote: int) -> bool:
    span = passage.quotes[quote]
    return len(passage.text[span.start : span.end].split()) > 3


def _is_as_clause(passage: Passage, unit: Unit, link: Link) -> bool:
    before = link.first - 1
    return before >= unit.low and passage.tokens.lower[before] in {"as", "how"} and link.after.kind != "that"


def _after_comma(passage: Passage, unit: Unit, link: Link, finish: int) -> tuple[int, int] | None:
    """As X said, S: the clause behind the comma; S, as X said: the one before."""
    for at in range(link.cue.last + 1, finish):
        if passage.quote_of[at] >= 0:
            return at, finish
        if passage.tokens.words[at] in {",", ":"} and at + 1 < finish:
            return at + 1, finish
    before = link.first - 2
    return (unit.low, before) if before > unit.low else None


def _is_medial(passage: Passage, unit: Unit, link: Link, finish: int) -> bool:
    """``The plan, one of them told Reuters, was ...``: text goes on behind a second comma."""
    at = link.after.end
    return (
        at + 1 < finish
        and passage.tokens.words[at] == passage.tokens.words[link.first - 1]
        and link.after.start is None
    )


def as_offsets(passage: Passage, low: int, high: int) -> tuple[int, int, int | None]:
    """Offsets of a token span without outer commas; a span that is one quotation leaves the marks out."""
    tokens = passage.tokens
    while (
        high > low
        and passage.quote_of[high - 1] < 0
        and tokens.words[high - 1] in {",", ".", ";", "—", "–", ":", "-"}
    ):
        high -= 1
    while low < high and passage.quote_of[low] < 0 and tokens.words[low] in {",", ";", "—", "–", ":", "-"}:
        low += 1
    if low >= high:
        return 0, 0, None
    inside = [passage.quote_of[at] for at in range(low, high) if passage.quote_of[at] >= 0]
    quote = inside[0] if inside else None
    if quote is not None and all(passage.quote_of[at] == quote for at in range(low, high)):
        span = passage.quotes[quote]
        return span.start, span.end, quote
    return tokens.starts[low], tokens.ends[high - 1], quote


__all__ = ["as_offsets", "content_span", "sentence_at"]
