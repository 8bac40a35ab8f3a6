"""Cuts a text into passages with one speaker each: attributed ones, and what the author states himself.

One speaker's words in one sentence are one passage, also over several cues ("denied it and said ..."); a
quotation broken by its attribution is one; where two speakers share a sentence each has its clause.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplotui.extraction.asides import Aside, find_aside
from diplotui.extraction.content import has_finite_verb
from diplotui.extraction.drafts import Unit
from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.spans import Attribution, Block, Mention, QuoteSpan, Sentence
from diplotui.model import ActorKind, Source

AUTHOR_CLASSES = frozenset({"agree", "vote"})
"""Cues that tell of a deed rather than of words: the author tells it."""

_RESPONSE_CLASSES = ("deny", "decline", "confirm", "reject", "accuse")
"""Of several cues of one speaker in a sentence, the first of these names the act."""

_OWN_PASSAGE = frozenset({"deny", "decline", "confirm", "reject"})
"""Cues that open a passage of their own beside another saying of the same speaker in the sentence."""

SCRAP = 0.25
"""A quotation shorter than this share of its passage is a part of what is said, not all of it."""

FEWEST_WORDS = 4
"""A shorter sentence or clause of the author's states no development."""


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


@dataclass(slots=True)
class _Group:
    """Attributions of one speaker that make one passage."""

    start: int
    end: int
    attributions: list[Attribution]

    def holds(self, attribution: Attribution) -> bool:
        return self.start <= attribution.content[0] and attribution.content[1] <= self.end


def cut_passages(parts: Parts) -> tuple[Unit, ...]:
    """All passages that state something, in text order."""
    finder = _Finder(parts)
    finder.asides = _asides(finder)
    groups = _merged(finder, _groups(finder))
    units: list[Unit] = []
    by_sentence: dict[int, list[_Group]] = {}
    covered: set[int] = set()
    for group in groups:
        first = finder.sentence_at(group.start)
        by_sentence.setdefault(first, []).append(group)
        covered.update(range(first, finder.sentence_at(max(group.start, group.end - 1)) + 1))
    for index in range(len(parts.sentences)):
        if index in by_sentence:
            units.extend(_attributed(finder, index, by_sentence[index]))
        elif index not in covered:
            units.extend(_authorial(finder, index))
    units.extend(_aside_unit(finder, index, aside) for index, aside in finder.asides.items())
    return tuple(sorted((unit for unit in units if _says_something(parts.text, unit)), key=_place))


def _place(unit: Unit) -> tuple[int, int]:
    return unit.start, unit.end


_ASKER = re.compile(r"\A\s*(?:QUESTION|Q|REPORTER|PRESS|Question|Reporter)\b\s*\d*\s*[:.]")
_WORD = re.compile(r"\w{2,}")


def _says_something(text: str, unit: Unit) -> bool:
    """Not: a scrap without words, a question, or the turn of somebody who only asks."""
    passage = text[unit.start : unit.end]
    if len(_WORD.findall(passage)) < 2 or _ASKER.match(passage):
        return False
    attribution = unit.attribution
    if attribution is not None and unit.rule == "turn":
        asker = attribution.mentions[0].source.name if attribution.mentions else ""
        if _ASKER.match(f"{asker}:"):
            return False
    return not (unit.rule == "turn" and _QUESTION.search(passage) and passage.count(".") == 0)


class _Finder:
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
        return replace(sentence, end=_clause_end(self.text, sentence.start, aside.start))

    def aside_at(self, offset: int) -> Aside | None:
        """The aside in which an offset lies."""
        aside = self.asides.get(self.sentence_at(offset))
        return aside if aside is not None and aside.start <= offset < aside.end else None

    def terms(self, start: int, end: int) -> Sequence[TermSpan]:
        low, high = bisect_left(self._term_starts, start), bisect_left(self._term_starts, end)
        return self.parts.terms[low:high]

    def mentions(self, start: int, end: int) -> Sequence[Mention]:
        low, high = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return self.parts.mentions[low:high]


# -- Denials behind what they deny --------------------------------------------------------------------------


def _asides(finder: _Finder) -> dict[int, Aside]:
    found: dict[int, Aside] = {}
    for index, sentence in enumerate(finder.parts.sentences):
        mentions = finder.mentions(sentence.start, sentence.end)
        aside = find_aside(finder.text, sentence.start, sentence.end, index, mentions)
        if aside is not None and not finder.is_quoted(aside.start):
            found[index] = aside
    return found


def _aside_unit(finder: _Finder, index: int, aside: Aside) -> Unit:
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


def _groups(finder: _Finder) -> list[_Group]:
    """One group an attribution, without the ones that only tell of a deed or lie inside another's content."""
    told = sorted(map(_told_by_outlet, finder.parts.attributions), key=_order)
    kept: list[_Group] = []
    last_cue = 0
    for attribution in told:
        if finder.aside_at(attribution.cue[0]) is not None:
            continue
        attribution = _without_aside(finder, attribution)
        if attribution.verb_class in AUTHOR_CLASSES and attribution.quote is None and not attribution.via:
            continue
        if kept and _is_inside(attribution, kept[-1]):
            continue
        start, end = _hull(finder, attribution, last_cue)
        kept.append(_Group(start, end, [attribution]))
        last_cue = attribution.cue[1]
    return kept


def _without_aside(finder: _Finder, attribution: Attribution) -> Attribution:
    """An attribution whose content ends before the aside behind it."""
    start, end = attribution.content
    aside = finder.aside_at(max(start, end - 1))
    if aside is None or aside.start <= start:
        return attribution
    return replace(attribution, content=(start, _clause_end(finder.text, start, aside.start)))


def _order(attribution: Attribution) -> int:
    """Where an attribution stands: at its cue, or at its quotation where the cue is an earlier one's."""
    return attribution.content[0] if attribution.rule.startswith("carry") else attribution.cue[0]


def _told_by_outlet(attribution: Attribution) -> Attribution:
    """A deed that an outlet reports ("the paper said that the two had signed"): the outlet is the speaker."""
    if attribution.verb_class not in AUTHOR_CLASSES or not attribution.via or attribution.quote is not None:
        return attribution
    outlet, *relays = attribution.via
    start = min([attribution.content[0], *(mention.start for mention in attribution.mentions)])
    return replace(
        attribution,
        mentions=(outlet,),
        via=tuple(relays),
        verb_class="report",
        verb="report",
        content=(start, attribution.content[1]),
    )


def _hull(finder: _Finder, attribution: Attribution, last_cue: int) -> tuple[int, int]:
    """The stretch from the first to the last of source, cue and content, as far as they stand together.

    ``last_cue``: end of the cue before; a speaker named before that is shared with it and lies outside.
    """
    content = attribution.content
    pieces = [content]
    if not attribution.rule.startswith("carry"):
        pieces.append(attribution.cue)
        shared = attribution.cue[0] >= last_cue
        named = (*attribution.mentions, *attribution.via, *attribution.origins)
        pieces += [(m.start, m.end) for m in named if not (shared and m.start < last_cue)]
    low = finder.sentence(min(finder.sentence_at(content[0]), attribution.sentence)).start
    high = finder.sentence(max(finder.sentence_at(max(content[0], content[1] - 1)), attribution.sentence)).end
    near = [piece for piece in pieces if low <= piece[0] and piece[1] <= high]
    return min(piece[0] for piece in near or [content]), max(piece[1] for piece in near or [content])


def _is_inside(attribution: Attribution, group: _Group) -> bool:
    """Whether an attribution stands inside what another one reports (not: beside it, by the same speaker)."""
    outer = group.attributions[-1]
    if _same_speaker(outer, attribution) and outer.verb_class != "hedge":
        return False
    start, end = outer.content
    return start <= attribution.cue[0] and attribution.cue[1] <= end and attribution.quote is None


_PARTICIPLE = re.compile(r"[a-z]+ing\b")


def _goes_on(text: str, other: Attribution) -> bool:
    """Whether a cue only goes on with the saying before it: ", adding that ..."."""
    cue = text[other.cue[0] : other.cue[1]]
    before = text[max(0, other.cue[0] - 3) : other.cue[0]].rstrip()
    return _PARTICIPLE.match(cue) is not None and before.endswith((",", "”", '"', "and"))


def _same_speaker(one: Attribution, other: Attribution) -> bool:
    names = [mention.source.name for mention in one.mentions]
    return bool(names) and names == [mention.source.name for mention in other.mentions]


def _merged(finder: _Finder, groups: list[_Group]) -> list[_Group]:
    """Put together the attributions of one speaker in one sentence, and the parts of one broken quotation."""
    kept: list[_Group] = []
    for group in groups:
        if kept and _belongs(finder, kept[-1], group):
            kept[-1].end = max(kept[-1].end, group.end)
            kept[-1].attributions += group.attributions
        else:
            kept.append(group)
    return kept


def _belongs(finder: _Finder, before: _Group, group: _Group) -> bool:
    one, other = before.attributions[-1], group.attributions[0]
    same_sentence = finder.sentence_at(group.start) <= finder.sentence_at(max(before.start, before.end - 1))
    if same_sentence and _goes_on(finder.text, other):
        return True
    if not _same_speaker(before.attributions[0], other):
        return False
    if one.rule == other.rule == "turn":
        return finder.block_at(before.start) == finder.block_at(group.start)
    if same_sentence:
        return ";" not in finder.text[before.end : group.start] and not _turns(before, other)
    between = finder.text[before.end : group.start]
    return (
        one.quote is not None
        and other.quote is not None
        and "\n" not in between
        and not re.search(r"\w", between)
    )


def _attributed(finder: _Finder, index: int, groups: list[_Group]) -> list[Unit]:
    """The passages of a sentence with attributions: theirs, and the author's clauses beside them."""
    sentence = finder.sentence(index)
    units: list[Unit] = []
    start = sentence.start
    lead = _author_clause(finder, sentence.start, groups[0].start)
    if lead is not None:
        units.append(lead)
        start = groups[0].start
    for place, group in enumerate(groups):
        last = place + 1 == len(groups)
        end = finder.sentence(finder.sentence_at(max(group.start, group.end - 1))).end
        if not last and groups[place + 1].start < end:
            end = _clause_end(finder.text, max(group.end, start), groups[place + 1].start)
        end = max(end, group.end)
        units.append(_unit(finder, start, end, group))
        start = max(end, groups[place + 1].start) if not last else end
    return units


def _turns(before: _Group, other: Attribution) -> bool:
    """Whether a speaker turns to another matter within a sentence: said P, and denied (rejected) Q."""
    first = before.attributions[0]
    return other.verb_class in _OWN_PASSAGE and (other.verb_class, other.negated) != (
        first.verb_class,
        first.negated,
    )


_JOINT = re.compile(
    r"[\s,;:–—-]*(?:\b(?:and|but|while|whereas|though|although|as|yet|or)\b[\s,]*)?\Z", re.IGNORECASE
)


def _clause_end(text: str, after: int, before: int) -> int:
    """Where a clause ends that the next speaker's clause follows: before the comma and the conjunction."""
    stretch = text[after:before]
    joint = _JOINT.search(stretch)
    return after + (joint.start() if joint else len(stretch))


def _unit(finder: _Finder, start: int, end: int, group: _Group) -> Unit:
    ordered = sorted(group.attributions, key=lambda one: (_rank(one), "relative" in one.rule, one.cue))
    first = ordered[0]
    spoken = [a for a in group.attributions if a is first or a.quote is not None or a.rule == "turn"]
    low, high = min(a.content[0] for a in spoken), max(a.content[1] for a in spoken)
    content = first.content if first.verb_class in _RESPONSE_CLASSES else (low, high)
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


def _rank(attribution: Attribution) -> int:
    name = attribution.verb_class
    return _RESPONSE_CLASSES.index(name) if name in _RESPONSE_CLASSES else len(_RESPONSE_CLASSES)


# -- The author's own passages ------------------------------------------------------------------------------

_SUBORDINATE = re.compile(
    r"\A[\s“\"]*(?:as|when|while|after|before|despite|although|though|following|with|without|in|on"
    r"|at|by|for|if|since|because"
    r"|during|amid|unlike|like|under|once|until|given|having|asked|speaking|citing|responding"
    r"|reacting|according|earlier|later"
    r"|separately|meanwhile|but|and|yet|so|to|from|of|[\w-]+ing)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r"(?:,? (?:and|but|while|whereas|yet)|;|—|–)[\s,]*\Z")
_NO_STATEMENT = re.compile(
    r"\A[\s“\"‘(\[•*–—-]*(?:read|see|click|subscribe|sign up|follow|watch|listen|share|photo|image"
    r"|source|note|editor|correction|update"
    r"|reporting by|edited by|writing by|additional reporting|if|unless|whether|what|why|who|how"
    r"|could|would|should|is|are|do|does|did|can|will)\b(?! also)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\s”\"’')\]]*\Z")


def _author_clause(finder: _Finder, start: int, end: int) -> Unit | None:
    """A coordinate clause of the author's before the first speaker ("X did not say how, but he said ...")."""
    stretch = finder.text[start:end]
    joint = _COORDINATED.search(stretch)
    if joint is None or _SUBORDINATE.match(stretch):
        return None
    return _author_unit(finder, start, start + joint.start(), "author-clause")


def _authorial(finder: _Finder, index: int) -> list[Unit]:
    sentence = finder.sentence(index)
    unit = _author_unit(finder, sentence.start, sentence.end, "author-sentence")
    return [unit] if unit is not None else []


def _author_unit(finder: _Finder, start: int, end: int, rule: str) -> Unit | None:
    """The author's passage, where it tells a development: a verb, and somebody known in it."""
    passage = finder.text[start:end]
    if (
        len(passage.split()) < FEWEST_WORDS
        or _QUESTION.search(passage)
        or _NO_STATEMENT.match(passage)
        or not has_finite_verb(passage)
    ):
        return None
    terms = finder.terms(start, end)
    actors = tuple(mention for mention in finder.mentions(start, end) if mention.end <= end)
    if not terms and not any(not mention.inferred or mention.source.party for mention in actors):
        return None
    at = finder.sentence_at(start)
    block = finder.sentence(at).block
    return Unit(start, end, block, finder.sections.get(block, 0), at, (start, end), actors=actors, rule=rule)


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
    return replace(unit, start=start, end=end, content=content)
