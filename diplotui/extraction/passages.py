"""Cuts a text into passages with one speaker each: attributed ones, and what the author states himself.

One speaker's words in one sentence are one passage, also over several cues ("denied it and said ..."); a
quotation broken by its attribution is one; where two speakers share a sentence each has its clause.
"""

import re
from dataclasses import replace

from diplotui.extraction.asides import Aside, find_aside
from diplotui.extraction.asked import ASKED, put_by
from diplotui.extraction.authorial import QUESTION, author_clause, author_sentence
from diplotui.extraction.drafts import Unit
from diplotui.extraction.finder import Finder, Parts, clause_end
from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.grouping import RESPONSE_CLASSES, Group, gather, merge, rank
from diplotui.extraction.spans import Attribution, Mention
from diplotui.model import ActorKind, Source

SCRAP = 0.25
"""A quotation shorter than this share of its passage is a part of what is said, not all of it."""


def cut_passages(parts: Parts) -> tuple[Unit, ...]:
    """All passages that state something, in text order."""
    finder = Finder(parts)
    finder.asides = _asides(finder)
    groups = merge(finder, gather(finder))
    units: list[Unit] = []
    by_sentence: dict[int, list[Group]] = {}
    covered: set[int] = set()
    for group in groups:
        first = finder.sentence_at(group.start)
        by_sentence.setdefault(first, []).append(group)
        covered.update(range(first, finder.sentence_at(max(group.start, group.end - 1)) + 1))
    for index in range(len(parts.sentences)):
        if index in by_sentence:
            units.extend(_attributed(finder, index, by_sentence[index]))
        elif index in covered:
            continue
        elif finder.is_asked(index):
            units.extend(_put(finder, index))
        else:
            units.extend(author_sentence(finder, index))
    units.extend(_aside_unit(finder, index, aside) for index, aside in finder.asides.items())
    stated = (_in_turn(parts, unit) for unit in units if _says_something(parts.text, unit))
    return tuple(sorted(stated, key=_place))


def _place(unit: Unit) -> tuple[int, int]:
    return unit.start, unit.end


_WORD = re.compile(r"\w{2,}")


def _says_something(text: str, unit: Unit) -> bool:
    """Not: a scrap without words, or a question."""
    passage = text[unit.start : unit.end]
    if len(_WORD.findall(passage)) < 2:
        return False
    if unit.rule != "turn":
        return True
    return not (_CHAIRS.match(passage) or (QUESTION.search(passage) and passage.count(".") == 0))


_CHAIRS = re.compile(
    r"[\s“\"]*(?:(?:thank(?:s| you)|okay|ok|all right|well|so|and|now|ladies and gentlemen)\b[ ,.]*)*"
    r"(?:(?:(?:a very )?good (?:morning|afternoon|evening|day)|hello|welcome)\b"
    r"|(?:ladies and gentlemen|everyone|everybody)[ ,.]*\Z"
    r"|(?:I|we) have (?:nothing|no announcements?|no opening \w+)(?: (?:at|for) (?:the top|you at the top))?\b(?=[ .,]*(?:\Z|so\b|and\b|to begin))"
    r"|that (?:is|['’]s) all (?:I|we) have\b|let['’]?s (?:go|turn|move|start)\b[^.]*\bquestions?\b"
    r"|(?:next|last|final|one more|another) question\b|[\w’'. -]{2,30}, (?:you are|you['’]re) (?:first|next)\b"
    r"|[\w’'. -]{2,30} will (?:now )?(?:take you through|brief you|say a few words|take (?:your|the) questions)\b"
    r"|(?:I|we)(?:['’]ll| will| am| are|['’]m|['’]re)(?: now| then| \w+ to)? (?:take|hand|go to|turn to|open)\b[^.]*\b(?:questions?|over|floor)\b"
    r"|go ahead\b)",
    re.IGNORECASE,
)
"""How a briefing is opened, chaired and closed: words that state nothing."""


# -- Questions in a transcript ------------------------------------------------------------------------------


def _in_turn(parts: Parts, unit: Unit) -> Unit:
    """A passage with the question's turn in which it stands, or that it follows."""
    turns = parts.turns
    return replace(unit, asks=turns.asking.get(unit.block), answers=turns.answering.get(unit.block))


def _put(finder: Finder, index: int) -> list[Unit]:
    """What a sentence of an asker's puts in his own words: at most one passage, laid to the label's bearer."""
    sentence = finder.parts.sentences[index]
    put = put_by(finder.text, sentence.start, sentence.end)
    key = finder.parts.turns.asking[sentence.block]
    label = next((mention for mention in finder.mentions(key, key + 1)), None)
    if put is None:
        return []
    content, cue = (put.start, put.end), (sentence.start, sentence.start)
    said = Attribution(
        index, (label,) if label is not None else (), cue, "ask", "report", content, rule=put.rule
    )
    section = finder.sections.get(sentence.block, 0)
    return [Unit(sentence.start, sentence.end, sentence.block, section, index, content, (said,), rule=ASKED)]


# -- Denials behind what they deny --------------------------------------------------------------------------


def _asides(finder: Finder) -> dict[int, Aside]:
    found: dict[int, Aside] = {}
    for index, sentence in enumerate(finder.parts.sentences):
        mentions = finder.mentions(sentence.start, sentence.end)
        aside = find_aside(finder.text, sentence.start, sentence.end, index, mentions)
        if aside is not None and not finder.is_quoted(aside.start):
            found[index] = aside
    return found


def _aside_unit(finder: Finder, index: int, aside: Aside) -> Unit:
    attribution = aside.attribution
    if not attribution.mentions:
        acting = [
            t for t in finder.terms(finder.parts.sentences[index].start, aside.start) if t.acts and t.party
        ]
        attribution = replace(attribution, mentions=tuple(_of_term(term) for term in acting[-1:]))
    block = finder.parts.sentences[index].block
    section = finder.sections.get(block, 0)
    content = attribution.content
    return Unit(aside.start, aside.end, block, section, index, content, (attribution,), rule=attribution.rule)


def _of_term(term: TermSpan) -> Mention:
    """A party that the text names, as a speaker by its pronoun."""
    source = Source(term.name, ActorKind.STATE, party=term.party, speaks_for=True)
    return Mention(term.start, term.end, source, inferred=True, rule="aside-pronoun")


# -- Attributed passages ------------------------------------------------------------------------------------


def _attributed(finder: Finder, index: int, groups: list[Group]) -> list[Unit]:
    """The passages of a sentence with attributions: theirs, and the author's clauses beside them."""
    sentence = finder.sentence(index)
    units: list[Unit] = []
    start = sentence.start
    lead = None if finder.is_asked(index) else author_clause(finder, sentence.start, groups[0].start)
    if lead is not None:
        units.append(lead)
        start = groups[0].start
    for place, group in enumerate(groups):
        last = place + 1 == len(groups)
        end = finder.sentence(finder.sentence_at(max(group.start, group.end - 1))).end
        if not last and groups[place + 1].start < end:
            end = clause_end(finder.text, max(group.end, start), groups[place + 1].start)
        end = max(end, group.end)
        units.append(_unit(finder, start, end, group))
        start = max(end, groups[place + 1].start) if not last else end
    return units


def _unit(finder: Finder, start: int, end: int, group: Group) -> Unit:
    ordered = sorted(group.attributions, key=lambda one: (rank(one), "relative" in one.rule, one.cue))
    first = ordered[0]
    spoken = [a for a in group.attributions if a is first or a.quote is not None or a.rule == "turn"]
    low, high = min(a.content[0] for a in spoken), max(a.content[1] for a in spoken)
    content = first.content if first.verb_class in RESPONSE_CLASSES else (low, high)
    if first.quote is not None and content[1] - content[0] < SCRAP * (end - start):
        content = (start, end)
    at = finder.sentence_at(start)
    block = finder.sentence(at).block
    return Unit(
        start,
        end,
        block,
        finder.sections.get(block, 0),
        at,
        content,
        tuple(ordered),
        rule=first.rule,
    )


def trim(text: str, unit: Unit) -> Unit:
    """The passage without white space, bullets and list marks at its ends."""
    start, end = unit.start, unit.end
    while start < end and text[start] in " \t\r\n•*·–—-,;:":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    content = (max(unit.content[0], start), min(unit.content[1], end))
    if content[0] > content[1]:
        content = (start, end)
    if (start, end, content) == (unit.start, unit.end, unit.content):
        return unit
    return replace(unit, start=start, end=end, content=content)
