"""Which attributions belong together: one speaker in one sentence, the parts of one broken quotation."""

import re
from dataclasses import dataclass, replace

from diplotui.extraction.finder import Finder, clause_end
from diplotui.extraction.spans import Attribution

AUTHOR_CLASSES = frozenset({"agree", "vote"})
"""Cues that tell of a deed rather than of words: the author tells it."""

RESPONSE_CLASSES = ("deny", "decline", "confirm", "reject", "accuse")
"""Of several cues of one speaker in a sentence, the first of these names the act."""

_OWN_PASSAGE = frozenset({"deny", "decline", "confirm", "reject"})
"""Cues that open a passage of their own beside another saying of the same speaker in the sentence."""


@dataclass(slots=True)
class Group:
    """Attributions of one speaker that make one passage."""

    start: int
    end: int
    attributions: list[Attribution]


def gather(finder: Finder) -> list[Group]:
    """One group an attribution, without the ones that only tell of a deed or lie inside another's content."""
    told = sorted(map(_told_by_outlet, finder.parts.attributions), key=_order)
    kept: list[Group] = []
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
        kept.append(Group(start, end, [attribution]))
        last_cue = attribution.cue[1]
    return kept


def _without_aside(finder: Finder, attribution: Attribution) -> Attribution:
    """An attribution whose content ends before the aside behind it."""
    start, end = attribution.content
    aside = finder.aside_at(max(start, end - 1))
    if aside is None or aside.start <= start:
        return attribution
    return replace(attribution, content=(start, clause_end(finder.text, start, aside.start)))


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


def _hull(finder: Finder, attribution: Attribution, last_cue: int) -> tuple[int, int]:
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


def _is_inside(attribution: Attribution, group: Group) -> bool:
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


def merge(finder: Finder, groups: list[Group]) -> list[Group]:
    """Put together the attributions of one speaker in one sentence, and the parts of one broken quotation."""
    kept: list[Group] = []
    for group in groups:
        if kept and _belongs(finder, kept[-1], group):
            kept[-1].end = max(kept[-1].end, group.end)
            kept[-1].attributions += group.attributions
        else:
            kept.append(group)
    return kept


def _belongs(finder: Finder, before: Group, group: Group) -> bool:
    one, other = before.attributions[-1], group.attributions[0]
    same_sentence = finder.sentence_at(group.start) <= finder.sentence_at(max(before.start, before.end - 1))
    if same_sentence and _goes_on(finder.text, other):
        return True
    if not _same_speaker(before.attributions[0], other):
        return False
    if one.rule == other.rule == "turn":
        same_block = finder.block_at(before.start) == finder.block_at(group.start)
        return same_block and _is_short(finder.text[one.content[0] : one.content[1]])
    if same_sentence:
        return ";" not in finder.text[before.end : group.start] and not _turns(before, other)
    between = finder.text[before.end : group.start]
    return (
        one.quote is not None
        and other.quote is not None
        and other.rule.startswith("carry")
        and "\n" not in between
        and not re.search(r"\w", between)
    )


SHORT_ANSWER = 3
"""Words of an answer that says nothing without the sentence after it: "It is not." "No, no." """


def _is_short(words: str) -> bool:
    return len(words.split()) <= SHORT_ANSWER


def _turns(before: Group, other: Attribution) -> bool:
    """Whether a speaker turns to another matter within a sentence: said P, and denied (rejected) Q."""
    first = before.attributions[0]
    return other.verb_class in _OWN_PASSAGE and (other.verb_class, other.negated) != (
        first.verb_class,
        first.negated,
    )


def rank(attribution: Attribution) -> int:
    """Which of several cues names the act: the smallest."""
    name = attribution.verb_class
    return RESPONSE_CLASSES.index(name) if name in RESPONSE_CLASSES else len(RESPONSE_CLASSES)
