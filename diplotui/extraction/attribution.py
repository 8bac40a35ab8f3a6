"""Who is said to have said what: from quotations, mentions and cues to attributions.

Each unit (a sentence, or several that a quotation joins) is read cue by cue: the cue's speaker, what follows
it, what stands before it; then which of the cues speak for the author and which belong to another's content.
"""

from collections.abc import Container, Sequence

from diplotui.extraction.content_spans import as_offsets, content_span, sentence_at
from diplotui.extraction.cue_levels import top_level
from diplotui.extraction.cue_links import Link, find_links
from diplotui.extraction.cue_table import CueClass
from diplotui.extraction.cues import find_cues
from diplotui.extraction.layout_units import asks_from_floor
from diplotui.extraction.quote_speakers import attribute_quotes, match_quotes, quote_owner
from diplotui.extraction.source_phrases import account_attributions, with_source
from diplotui.extraction.spans import Attribution, Mention, QuoteSpan, Sentence
from diplotui.extraction.units import Passage, Unit, lay_out, units


def find_attributions(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[QuoteSpan],
    mentions: Sequence[Mention],
    asking: Container[int] = frozenset(),
) -> tuple[Attribution, ...]:
    """Every attribution outside quotations, in text order, and one for each quotation that has a speaker.

    A quotation that merely continues an earlier speaker has an attribution of its own (rule ``carry-...``),
    whose cue is the earlier one's. ``quote`` is set on the attribution of each quotation. Nested sayings of
    persons are content; an outlet above another speaker is ``via``. Linear in the text.
    ``asking``: blocks in which somebody asks who has no label of the floor's.
    """
    passage = lay_out(text, sentences, quotes, mentions)
    labels = {_block_of(sentences, m): m for m in mentions if m.rule == "turn-label"}
    found: list[Attribution] = []
    layout = list(units(passage))
    for unit in layout:
        label = labels.get(unit.block)
        if label is not None and (unit.block in asking or asks_from_floor(label.source.name)):
            found.extend(_cited_in_question(passage, unit, label))
        elif label is not None:
            found.extend(_turn(unit, label, sentences))
        else:
            found.extend(_unit_attributions(passage, unit))
    return attribute_quotes(passage, layout, found)


def _block_of(sentences: Sequence[Sentence], mention: Mention) -> int:
    """Block of the first sentence that ends after the mention's end."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end < mention.end:
            low = middle + 1
        else:
            high = middle
    return sentences[low].block if low < len(sentences) else -1


def _turn(unit: Unit, label: Mention, sentences: Sequence[Sentence]) -> list[Attribution]:
    """A speaker's turn in a transcript: every sentence of it is the speaker's."""
    turns = []
    for index in range(unit.first_sentence, unit.last_sentence + 1):
        start = (
            max(sentences[index].start, label.end)
            if sentences[index].start < label.end
            else sentences[index].start
        )
        if start < sentences[index].end:
            content = (start, sentences[index].end)
            turns.append(
                Attribution(index, (label,), (label.start, label.end), "say", "report", content, rule="turn")
            )
    return turns


_THOSE_PRESENT = frozenset({"i", "we", "you", "me", "us"})
"""Who speaks in a question without being cited: the asker, and whoever is asked."""


def _cited_in_question(passage: Passage, unit: Unit, label: Mention) -> list[Attribution]:
    """What a question from the floor cites of others: "The minister said today that you had agreed"."""
    return [
        attribution
        for attribution in _unit_attributions(passage, unit)
        if attribution.mentions
        and all(
            mention.source != label.source
            and passage.text[mention.start : mention.end].lower() not in _THOSE_PRESENT
            for mention in attribution.mentions
        )
    ]


def _unit_attributions(passage: Passage, unit: Unit) -> list[Attribution]:
    tokens = passage.tokens
    if unit.high <= unit.low:
        return []
    asks = tokens.words[unit.high - 1] == "?" and passage.quote_of[unit.high - 1] < 0
    cues = [cue for cue in find_cues(passage.text, unit.start, unit.end) if passage.quote_of[cue.head] < 0]
    if asks or not cues:
        return []
    sources = [cue for cue in cues if cue.verb_class in {CueClass.SOURCE, CueClass.HEDGE}]
    links = find_links(passage, unit, [cue for cue in cues if cue not in sources])
    links = top_level(passage, unit, links)
    found = [_attribution(passage, unit, links, position) for position in range(len(links))]
    attributions = [attribution for attribution in found if attribution is not None]
    for cue in sources:
        attributions = with_source(passage, unit, cue, attributions)
    attributions += account_attributions(passage, unit, attributions)
    return sorted(attributions, key=lambda attribution: attribution.cue)


def _attribution(passage: Passage, unit: Unit, links: list[Link], position: int) -> Attribution | None:
    link = links[position]
    span, rule = content_span(passage, unit, links, position)
    if span is None:
        return None
    tokens = passage.tokens
    low, high = span
    start, end, quote = as_offsets(passage, low, high)
    if start >= end:
        return None
    cue_end = max(
        link.cue.end,
        tokens.ends[link.after.end - 1]
        if link.after.end - 1 > link.cue.last and link.subject.first < link.cue.head
        else link.cue.end,
    )
    via = tuple(dict.fromkeys((*link.after.via, *link.via)))
    return Attribution(
        sentence=sentence_at(passage, unit, link.cue.start),
        mentions=link.subject.mentions,
        cue=(link.cue.start, min(cue_end, passage.text.__len__())),
        verb=link.cue.lemma,
        verb_class=_class_of(link).value,
        content=(start, end),
        via=tuple(m for m in via if m.source not in [s.source for s in link.subject.mentions]),
        negated=link.cue.negated != link.subject.negated,
        quote=quote,
        rule=f"{rule}:{link.subject.rule}",
        origins=link.origins,
    )


def _class_of(link: Link) -> CueClass:
    """The cue's class; telling somebody to do something demands it."""
    told = link.cue.lemma == "tell" and link.after.kind == "to"
    return CueClass.DEMAND if told else link.cue.verb_class


__all__ = ["find_attributions", "match_quotes", "quote_owner"]
