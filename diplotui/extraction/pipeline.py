"""From a text to everything that was read out of it: the one door to this room.

Each step is a pure function of its own module; every result carries the rule that made it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from diplotui.extraction.attribution import find_attributions, match_quotes, quote_owner
from diplotui.extraction.dates import find_dates
from diplotui.extraction.drafts import Draft, Unit
from diplotui.extraction.finder import Parts
from diplotui.extraction.gazetteer import find_terms
from diplotui.extraction.homes.settling import settle_parties
from diplotui.extraction.layout import read_layout
from diplotui.extraction.mentions import find_mentions
from diplotui.extraction.nested import NESTED, background_deeds, nested_sayings
from diplotui.extraction.passages import cut_passages
from diplotui.extraction.put_in_sentence import claim_and_answer
from diplotui.extraction.quotes import find_quotes
from diplotui.extraction.repeats import find_owners
from diplotui.extraction.reports import tell_reports
from diplotui.extraction.responses import Linked, link_all
from diplotui.extraction.sayings import by_day
from diplotui.extraction.sentences import split_sentences
from diplotui.extraction.spans import Layout
from diplotui.extraction.statements import Reader
from diplotui.extraction.topic_places import TopicPlaces
from diplotui.extraction.topics import starter_topics
from diplotui.extraction.turns import read_turns
from diplotui.model import (
    ActorKind,
    ExtractedDate,
    ExtractedQuote,
    ExtractedStatement,
    Extraction,
    Source,
    Topic,
)

SCARE = "scare"
"""Kind of a quotation that only sets a word or a name apart; it is no quotation of anybody."""


def extract(text: str, *, published: date | None, topics: Sequence[Topic] | None = None) -> Extraction:
    """Read a text: statements, quotations, dates, and what was left out.

    ``published``: day of publication; None leaves relative dates unresolved and days of speaking unbounded.
    ``topics``: None for the starter topics. Offsets are code points into ``text``. Never raises on any text;
    time and memory are linear in its length.
    """
    layout = read_layout(text)
    parts, dates = _take_apart(text, layout, published)
    reader = Reader(parts, dates, published)
    drafts = [draft for unit in _all_passages(parts, reader) if (draft := reader.draft(unit)) is not None]
    drafts = _with_topics(text, drafts, layout, starter_topics() if topics is None else topics)
    drafts = carry_days(tell_reports(drafts))
    linked = link_all(text, drafts, find_owners(drafts), published)
    statements = tuple(_statement(row) for row in linked)
    return Extraction(
        statements=statements,
        quotes=_quotes(parts, statements),
        dates=tuple(dates),
        excluded=layout.excluded,
        headings=layout.headings,
    )


def _take_apart(text: str, layout: Layout, published: date | None) -> tuple[Parts, Sequence[ExtractedDate]]:
    sentences = split_sentences(text, layout.blocks)
    quotes = find_quotes(text, layout.blocks)
    terms = tuple(find_terms(text))
    found = find_mentions(text, layout.blocks, quotes, terms)
    mentions = settle_parties(text, layout, sentences, found, terms, quotes)
    turns = read_turns(text, layout.blocks)
    parts = Parts(
        text=text,
        blocks=layout.blocks,
        sentences=tuple(sentences),
        quotes=tuple(quotes),
        mentions=tuple(mentions),
        attributions=find_attributions(text, tuple(sentences), tuple(quotes), tuple(mentions), turns.asking),
        terms=terms,
        turns=turns,
    )
    return parts, find_dates(text, layout.blocks, published)


def _all_passages(parts: Parts, reader: Reader) -> list[Unit]:
    """The passages of a text with those inside them, in order; an outer one stands before its inner ones."""
    found: list[Unit] = []
    for whole in cut_passages(parts):
        *put, unit = claim_and_answer(parts.text, whole, reader.mentions(whole.start, whole.end))
        found += [*put, unit]
        found += nested_sayings(parts.text, unit, reader.mentions(unit.start, unit.end))
        found += background_deeds(parts.text, unit, reader.dates(unit.start, unit.end))
    return sorted(found, key=lambda unit: (unit.start, -unit.end))


def carry_days(drafts: Sequence[Draft]) -> list[Draft]:
    """Give an undated saying the day of the same speaker's saying just before it, at most a block away."""
    told = list(drafts)
    for index in range(1, len(told)):
        before, draft = told[index - 1], told[index]
        if draft.unit.rule == NESTED and before.day is not None:
            told[index] = replace(draft, said=by_day(before.day))
            continue
        if draft.dated or not before.dated or draft.source is None or before.source is None:
            continue
        if draft.source.name == before.source.name and draft.unit.block - before.unit.block <= 1:
            told[index] = replace(draft, said=before.said, dated=True)
    return told


def _with_topics(text: str, drafts: Sequence[Draft], layout: Layout, topics: Sequence[Topic]) -> list[Draft]:
    places = TopicPlaces(text, layout, topics)
    return [
        replace(
            draft,
            topic=places.topic_of((draft.unit.start, draft.unit.end), draft.unit.block, draft.unit.section),
        )
        for draft in drafts
    ]


def _statement(row: Linked) -> ExtractedStatement:
    draft = row.draft
    return ExtractedStatement(
        start=draft.unit.start,
        end=draft.unit.end,
        act=draft.act,
        certainty=draft.certainty,
        source=draft.source,
        parties=draft.parties,
        chain=draft.chain,
        basis=draft.basis,
        heads=draft.heads,
        topic=draft.topic,
        said=draft.said,
        happens=draft.happens,
        content=draft.claim,
        subjects=draft.subjects,
        actors=draft.actors,
        mode=draft.mode,
        stances=row.stances,
        block=draft.unit.section,
        rule=f"{draft.unit.rule}+{draft.reading.rule}",
        entails=row.entails,
        planned=draft.planned,
    )


def _quotes(parts: Parts, statements: Sequence[ExtractedStatement]) -> tuple[ExtractedQuote, ...]:
    """The quotations with whose words they are, whose information they relay, and their statement."""
    found: list[ExtractedQuote] = []
    starts = [statement.start for statement in statements]
    matched = match_quotes(parts.quotes, parts.attributions)
    for quote, attribution in zip(parts.quotes, matched, strict=True):
        if quote.kind == SCARE:
            continue
        words_of, relays = quote_owner(quote, attribution)
        index = _holding(statements, starts, quote.start, quote.end)
        if relays is None and words_of is not None and index is not None:
            relays = _relayed(words_of, statements[index])
        rule = attribution.rule if attribution is not None else "no-speaker"
        found.append(ExtractedQuote(quote.start, quote.end, words_of, relays, index, rule))
    return tuple(found)


def _holding(
    statements: Sequence[ExtractedStatement], starts: Sequence[int], start: int, end: int
) -> int | None:
    """The statement in whose passage a quotation stands; passages may share text, the latest one wins."""
    for index in range(bisect_right(starts, start) - 1, max(-1, bisect_right(starts, start) - 6), -1):
        if statements[index].start <= start and end <= statements[index].end:
            return index
    return None


def _relayed(words_of: Source, statement: ExtractedStatement) -> Source | None:
    """Of an outlet's words: the unnamed people whose information they carry."""
    if words_of.kind is not ActorKind.OUTLET or not statement.chain:
        return None
    origin = statement.chain[0]
    return origin if origin.kind is ActorKind.ANONYMOUS else None
