"""Rows for the quotations and time expressions of a document."""

from bisect import bisect_right
from collections.abc import Sequence
from sys import maxsize

from diplotui.ids import record_id
from diplotui.ledger.filing_actors import ActorBook, relays_after
from diplotui.model import (
    DateBounds,
    DateMention,
    Document,
    ExtractedStatement,
    Extraction,
    Quote,
)

_MOST_NESTED = 12
"""Passages that may begin before a place and still hold it."""


def quotes_of(
    document: Document, extraction: Extraction, statement_ids: Sequence[str], book: ActorBook
) -> tuple[Quote, ...]:
    """A row for each quotation; ``statement_ids``: the first row of each extracted statement."""
    made: dict[str, Quote] = {}
    for quote in extraction.quotes:
        links = extraction.statements[quote.statement].chain if quote.statement is not None else ()
        words, relays = (
            book.actor(source, relays_after(source, links)) if source else None
            for source in (quote.words_of, quote.relays)
        )
        row = Quote(
            id=record_id("q", document.id, quote.start, quote.end),
            document=document.id,
            start=quote.start,
            end=quote.end,
            exact=document.text[quote.start : quote.end],
            statement=statement_ids[quote.statement] if quote.statement is not None else None,
            words_of=words,
            relays=relays,
            rule=quote.rule,
        )
        made.setdefault(row.id, row)
    return tuple(made.values())


def dates_of(
    document: Document, extraction: Extraction, statement_ids: Sequence[str]
) -> tuple[DateMention, ...]:
    """A row for each time expression, with the statements that it dates."""
    holding = _Holding(extraction)
    made: dict[str, DateMention] = {}
    for mention in extraction.dates:
        dated = [
            statement_ids[index]
            for index in holding.around(mention.start, mention.end)
            if _same_days(mention.date, extraction.statements[index])
        ]
        row = DateMention(
            id=record_id("t", document.id, mention.start, mention.end),
            document=document.id,
            start=mention.start,
            end=mention.end,
            exact=document.text[mention.start : mention.end],
            date=mention.date,
            value=mention.value,
            dates=tuple(dict.fromkeys(dated)),
            rule=mention.rule,
        )
        made.setdefault(row.id, row)
    return tuple(made.values())


class _Holding:
    """Which statements hold a place of the text."""

    def __init__(self, extraction: Extraction) -> None:
        self._order = sorted(
            (statement.start, statement.end, index) for index, statement in enumerate(extraction.statements)
        )

    def around(self, start: int, end: int) -> list[int]:
        """Indices of the statements whose passage holds a span, in the order of the text."""
        last = bisect_right(self._order, (start, maxsize, 0))
        near = self._order[max(0, last - _MOST_NESTED) : last]
        return [index for _, passage_end, index in near if end <= passage_end]


def _same_days(date: DateBounds, statement: ExtractedStatement) -> bool:
    """Whether a date is that of the saying or of what it tells."""
    if date.earliest is None and date.latest is None:
        return False
    days = (date.earliest, date.latest)
    return days in ((each.earliest, each.latest) for each in (statement.said, statement.happens))


__all__ = ["dates_of", "quotes_of"]
