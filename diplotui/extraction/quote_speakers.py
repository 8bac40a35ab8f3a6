"""Speakers of quotations that no cue governs: carried over from the one before, or found inside the marks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from diplotui.extraction.cue_table import CueClass
from diplotui.extraction.cues import find_cues
from diplotui.extraction.inflection import VerbForm
from diplotui.extraction.spans import Attribution, Mention, QuoteSpan
from diplotui.extraction.units import Passage, Unit
from diplotui.extraction.verb_groups import PREPOSITIONS
from diplotui.model import ActorKind, Source

SENTENCE_REACH = 300
"""Tokens or characters around a quotation in which its sentence is looked for."""

INSIDE_TAIL = 24
"""Tokens at the end of a quotation in which it may name its own speaker."""


def attribute_quotes(
    passage: Passage, layout: Sequence[Unit], found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """All attributions, with one for each quotation whose speaker can be told."""
    attributions = list(found)
    matched = list(match_quotes(tuple(passage.quotes), tuple(attributions)))
    unit_of = {quote: position for position, unit in enumerate(layout) for quote in unit.quotes}
    by_unit = _by_unit(layout, attributions)
    for index, quote in enumerate(passage.quotes):
        if quote.kind == "scare":
            continue
        if matched[index] is None:
            carried = _carried(passage, layout, unit_of, by_unit, matched, index)
            if carried is not None:
                attributions.append(carried)
                matched[index] = carried
        inner = _inside(passage, index, matched[index])
        if inner is not None:
            own = matched[index]
            if own is not None and own.quote == index and own in attributions:
                attributions[attributions.index(own)] = inner
            else:
                attributions.append(inner)
            matched[index] = inner
    _carry_back(passage, attributions, matched)
    attributions = _share_origins(passage, attributions)
    return tuple(sorted(attributions, key=lambda a: (a.sentence, a.content, a.cue)))


def match_quotes(
    quotes: tuple[QuoteSpan, ...], attributions: tuple[Attribution, ...]
) -> tuple[Attribution | None, ...]:
    """For each quotation its own attribution, else the innermost whose content holds it."""
    own: dict[int, Attribution] = {}
    for attribution in attributions:
        if attribution.quote is not None:
            rival = own.get(attribution.quote)
            if rival is None or _length(attribution) < _length(rival):
                own[attribution.quote] = attribution
    spans = sorted((a.content, position) for position, a in enumerate(attributions))
    starts = [content[0] for content, _ in spans]
    answer: list[Attribution | None] = []
    for index, quote in enumerate(quotes):
        best = own.get(index)
        if best is None:
            at = bisect_right(starts, quote.start) - 1
            for step in range(at, max(-1, at - 6), -1):
                (_, end), position = spans[step]
                if end >= quote.end:
                    best = attributions[position]
                    break
        answer.append(best)
    return tuple(answer)


def _length(attribution: Attribution) -> int:
    return attribution.content[1] - attribution.content[0]


def quote_owner(quote: QuoteSpan, attribution: Attribution | None) -> tuple[Source | None, Source | None]:
    """Whose words a quotation is in, and whose information these words relay (None: nobody else's).

    Words that name their own speaker inside the marks are the outlet's, relaying that speaker; an outlet's
    words relay whom it cites.
    """
    if attribution is None or not attribution.mentions:
        return None, None
    speaker = attribution.mentions[0].source
    if attribution.rule.startswith("inside"):
        outlet = next((m.source for m in attribution.via if m.source.kind is ActorKind.OUTLET), None)
        return outlet, speaker
    if speaker.kind is ActorKind.OUTLET and attribution.origins:
        return speaker, attribution.origins[0].source
    return speaker, None


def _by_unit(layout: Sequence[Unit], attributions: Sequence[Attribution]) -> list[list[Attribution]]:
    sentence_unit = {
        s: i for i, unit in enumerate(layout) for s in range(unit.first_sentence, unit.last_sentence + 1)
    }
    lists: list[list[Attribution]] = [[] for _ in layout]
    for attribution in attributions:
        lists[sentence_unit[attribution.sentence]].append(attribution)
    return lists


def _carried(
    passage: Passage,
    layout: Sequence[Unit],
    unit_of: dict[int, int],
    by_unit: list[list[Attribution]],
    matched: list[Attribution | None],
    index: int,
) -> Attribution | None:
    """The speaker of the quotation before it, of its own unit, or of the sentence it stands in."""
    quote = passage.quotes[index]
    position = unit_of.get(index)
    if position is None:
        return None
    unit = layout[position]
    previous = _previous(passage, matched, index)
    beside = [a for a in by_unit[position] if a.mentions and a.verb_class not in {"vote", "agree", "hedge"}]
    if beside:
        return _carry(passage, unit, index, beside[0], "carry-split")
    if quote.kind == "continued" and previous is not None:
        return _carry(passage, unit, index, previous, "carry-continued")
    if previous is not None and _adjoins(passage, layout, position, index, previous):
        return _carry(passage, unit, index, previous, "carry-next")
    subject = _unit_subject(passage, unit, index) or _subject_before(passage, layout, position, index)
    if subject is not None:
        return Attribution(
            sentence=unit.first_sentence,
            mentions=(subject,),
            cue=(subject.start, subject.end),
            verb="say",
            verb_class="report",
            content=(quote.start, quote.end),
            quote=index,
            rule="subject-of-sentence",
        )
    return None


def _previous(passage: Passage, matched: list[Attribution | None], index: int) -> Attribution | None:
    for step in range(index - 1, max(-1, index - 4), -1):
        if passage.quotes[step].kind != "scare":
            return matched[step]
    return None


def _adjoins(
    passage: Passage, layout: Sequence[Unit], position: int, index: int, previous: Attribution
) -> bool:
    """A quotation that is a sentence of its own, in the paragraph of the one before or the next."""
    unit, quote = layout[position], passage.quotes[index]
    words = passage.text[max(unit.start, quote.outer_start - SENTENCE_REACH) : quote.outer_start].split()
    before = passage.quotes[index - 1]
    if len(words) > 3 or quote.block - before.block > 1:
        return False
    outside = passage.text[quote.outer_end : min(unit.end, quote.outer_end + SENTENCE_REACH)].strip(
        " .,!?\"'”’"
    )
    return len(outside.split()) <= 3


def _carry(passage: Passage, unit: Unit, index: int, other: Attribution, rule: str) -> Attribution:
    quote = passage.quotes[index]
    sentence = next(
        (
            s
            for s in range(unit.first_sentence, unit.last_sentence + 1)
            if quote.outer_start < passage.sentences[s].end
        ),
        unit.first_sentence,
    )
    return replace(other, sentence=sentence, content=(quote.start, quote.end), quote=index, rule=rule)


def _unit_subject(passage: Passage, unit: Unit, index: int) -> Mention | None:
    """The first mention before the quotation that stands behind no preposition."""
    tokens = passage.tokens
    end = tokens.at(passage.quotes[index].outer_start)
    for at in range(max(unit.low, end - SENTENCE_REACH), end):
        mention = passage.begins.get(at)
        if mention is None or mention.source.kind is ActorKind.STATE:
            continue
        if tokens.lower[min(passage.last(mention) + 1, len(tokens) - 1)] == "'s":
            continue
        if at == unit.low or tokens.lower[at - 1] not in PREPOSITIONS:
            return mention
    return None


def _subject_before(passage: Passage, layout: Sequence[Unit], position: int, index: int) -> Mention | None:
    """The person at the head of the sentence before a quotation that stands alone."""
    unit, quote = layout[position], passage.quotes[index]
    if position == 0 or quote.outer_start - unit.start > 2 or layout[position - 1].block != unit.block:
        return None
    before = layout[position - 1]
    tokens = passage.tokens
    for at in range(before.low, before.high):
        mention = passage.begins.get(at)
        if mention is None or mention.source.kind not in {ActorKind.PERSON, ActorKind.ANONYMOUS}:
            continue
        if at == before.low or tokens.lower[at - 1] not in PREPOSITIONS:
            return mention
    return None


def _carry_back(passage: Passage, attributions: list[Attribution], matched: list[Attribution | None]) -> None:
    """Earlier paragraphs of one speech take the speaker named at its end."""
    for index in range(len(passage.quotes) - 2, -1, -1):
        following = passage.quotes[index + 1]
        if matched[index] is None and following.kind == "continued" and matched[index + 1] is not None:
            quote = passage.quotes[index]
            sentence = _sentence_of(passage, quote)
            other = matched[index + 1]
            if other is not None and sentence is not None:
                carried = replace(
                    other, sentence=sentence, content=(quote.start, quote.end), quote=index, rule="carry-back"
                )
                attributions.append(carried)
                matched[index] = carried


def _sentence_of(passage: Passage, quote: QuoteSpan) -> int | None:
    """Index of the sentence in which a quotation opens."""
    low, high = 0, len(passage.sentences)
    while low < high:
        middle = (low + high) // 2
        if passage.sentences[middle].start <= quote.outer_start:
            low = middle + 1
        else:
            high = middle
    return low - 1 if low else None


def _inside(passage: Passage, index: int, outer: Attribution | None) -> Attribution | None:
    """A quotation that names its own speaker at its end: it is an outlet's text, and relays that speaker."""
    guessed = outer is None or outer.rule.startswith(("carry", "subject"))
    if (
        outer is not None
        and not guessed
        and any(m.source.kind is not ActorKind.OUTLET for m in outer.mentions)
    ):
        return None
    tokens, quote = passage.tokens, passage.quotes[index]
    high = tokens.at(quote.end)
    low = max(tokens.at(quote.start), high - INSIDE_TAIL)
    if high - low < 6:
        return None
    mentions = {}
    for mention in passage.quoted:
        if quote.start <= mention.start < quote.end:
            mentions[tokens.at(mention.start)] = mention
    ends = {tokens.at(m.end) - 1: m for m in mentions.values()}
    for cue in reversed(find_cues(passage.text, tokens.starts[low], quote.end)):
        if cue.verb_class is not CueClass.REPORT or cue.form is not VerbForm.PAST or cue.passive or cue.modal:
            continue
        speaker = ends.get(cue.first - 1) or mentions.get(cue.last + 1)
        if speaker is None and cue.first - 2 >= low and tokens.words[cue.first - 1] == ",":
            speaker = ends.get(cue.first - 2)
        if speaker is None or speaker.rule.startswith("pronoun"):
            continue
        opening = min(tokens.at(speaker.start), cue.first)
        if opening <= low or tokens.words[opening - 1] not in {",", "—", "–"}:
            continue
        tail = tokens.lower[max(cue.last + 1, tokens.at(speaker.end)) : high]
        if len(tail) > 12 or "that" in tail:
            continue
        relays = tuple(
            m for m in mentions.values() if m.start > cue.end and m.source.kind is ActorKind.OUTLET
        )
        above = outer.mentions if outer is not None and outer.mentions else ()
        above = tuple(m for m in above if m.source.kind is ActorKind.OUTLET)
        via = (*relays, *(m for m in above if m.source not in [r.source for r in relays]))
        sentence = _sentence_of(passage, quote) or 0
        return Attribution(
            sentence=outer.sentence if outer is not None else sentence,
            mentions=(speaker,),
            cue=(cue.start, cue.end),
            verb=cue.lemma,
            verb_class=cue.verb_class.value,
            content=(quote.start, quote.end),
            via=via,
            quote=index,
            rule="inside-quote",
        )
    return None


def _share_origins(passage: Passage, attributions: list[Attribution]) -> list[Attribution]:
    """Quotations of one outlet in one paragraph share whom it cites or lets speak inside."""
    known: dict[tuple[int, str], tuple[Mention, ...]] = {}
    for attribution in attributions:
        block = passage.sentences[attribution.sentence].block
        if attribution.rule == "inside-quote" and attribution.via:
            known[(block, attribution.via[-1].source.name)] = attribution.mentions
    shared = []
    for attribution in attributions:
        if attribution.quote is not None and len(attribution.mentions) == 1 and not attribution.origins:
            block = passage.sentences[attribution.sentence].block
            origins = known.get((block, attribution.mentions[0].source.name), ())
            if origins and attribution.mentions[0].source.kind is ActorKind.OUTLET:
                attribution = replace(attribution, origins=origins)
        shared.append(attribution)
    return shared


__all__ = ["attribute_quotes", "match_quotes", "quote_owner"]
