"""Levels of speech in one sentence: which cues are the author's to tell, which another speaker's content."""

from dataclasses import replace

from diplotui.extraction.cue_links import SPEECH, Link, cut_before, is_participle, quote_before
from diplotui.extraction.cue_table import CueClass
from diplotui.extraction.inflection import VerbForm
from diplotui.extraction.spans import Mention
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit
from diplotui.model import ActorKind

_CONTRASTS = word_set("but while although though whereas yet ;")
_PARALLEL = frozenset(
    {CueClass.DENY, CueClass.DECLINE, CueClass.REJECT, CueClass.ACCUSE, CueClass.CONFIRM, CueClass.DEMAND,
     CueClass.APPEAL, CueClass.THREATEN, CueClass.ANNOUNCE, CueClass.AGREE, CueClass.VOTE}
)  # fmt: skip
"""Classes that count in "said A and rejected B" without a that-clause of their own."""
_RELAYED = SPEECH | {CueClass.DECLINE, CueClass.DEMAND, CueClass.THREATEN, CueClass.APPEAL}
"""Classes that an outlet relays as somebody's words; what it tells of acts is its own report.

Where it cites whom it has it from ("citing three officials, that A had urged B"), demands and appeals are
acts that it tells of, too.
"""


def top_level(passage: Passage, unit: Unit, links: list[Link]) -> list[Link]:
    """Drop the sayings inside another's content; lift those that an outlet relays."""
    kept: list[Link] = []
    for link in links:
        if link.subject.shared and kept:
            holder_of = kept[-1].outer or kept[-1]
            link.subject = replace(holder_of.subject, shared=True, rule="shared")
        holder = _holder(kept, link)
        if holder is None and _ends_report(passage, unit, link, links):
            kept = [one for one in kept if not _is_deed(passage, unit, one)]
        if holder is None or _is_separate(passage, unit, holder, link):
            if holder is not None and _is_relay(passage, unit, holder, link):
                holder.via = (*holder.via, *link.subject.mentions)
                continue
            if (
                holder is not None
                and (_is_trailing(passage, unit, link) or _ends_report(passage, unit, link, links))
                and not _direct_quote(passage, unit, holder)
            ):
                kept.remove(holder)  # S, X said: whatever S tells is X's
            kept.append(link)
        elif (
            link.cue.verb_class in (SPEECH if holder.origins else _RELAYED)
            and all_outlets(holder.subject.mentions)
            and not holder.cue.negated
            and link.cue.verb_class is not CueClass.ASSESS
        ):
            link.via = (*holder.subject.mentions, *holder.via)
            link.outer = holder.outer
            kept[kept.index(holder)] = link
        elif _direct_quote(passage, unit, link):
            link.outer = holder
            kept.append(link)
    return kept


def _holder(kept: list[Link], link: Link) -> "Link | None":
    """The link whose content on the right is open where this one begins."""
    for earlier in reversed(kept):
        if earlier.after.start is not None and earlier.after.start <= link.cue.head and earlier.outer is None:
            return earlier
    return None


def _is_separate(passage: Passage, unit: Unit, holder: Link, link: Link) -> bool:
    """Whether a later cue speaks for the author again, not for the earlier speaker."""
    tokens = passage.tokens
    before = tokens.lower[link.first - 1] if link.first > unit.low else ""
    if link.subject.first < holder.cue.first and not link.subject.shared:
        link.cut = cut_before(passage, unit, link.cue.first)
        return True
    if link.subject.shared:
        if is_participle(passage, unit, link.cue):
            return True
        explicit = link.after.kind in {"that", "quote"} or link.cue.verb_class in _PARALLEL
        return explicit and (link.cue.form is not VerbForm.BASE or link.cue.first < link.cue.head)
    if before in _CONTRASTS or link.subject.rule == "with-doing":
        return True
    if before == "and" and holder.subject.rule == "with-doing":
        return True
    if before == "and":
        return tokens.words[link.first - 2] == "," or (
            link.after.kind in {"that", "quote"} and holder.after.kind == "quote"
        )
    if before in {",", "—", "–"} or (link.first > unit.low and passage.quote_of[link.first - 1] >= 0):
        ends = link.after.start is None or quote_before(passage, unit, link.first) is not None
        return ends and link.subject.rule != "relative"
    return False


def _is_relay(passage: Passage, unit: Unit, holder: Link, link: Link) -> bool:
    """Whether an outlet only passes it on: A said S, the BBC reported."""
    return (
        link.after.start is None
        and not _is_deed(passage, unit, holder)
        and all_outlets(link.subject.mentions)
        and not all_outlets(holder.subject.mentions)
        and not link.subject.shared
        and quote_before(passage, unit, link.first) is None
    )


def _is_trailing(passage: Passage, unit: Unit, link: Link) -> bool:
    """Whether a speaker closes the sentence: A hopes that S, X told a briefing."""
    before = link.first - 1
    return (
        link.after.start is None
        and not link.subject.shared
        and before > unit.low
        and passage.tokens.words[before] in {",", "—", "–"}
        and link.after.end >= unit.high - 1
    )


def _is_deed(passage: Passage, unit: Unit, link: Link) -> bool:
    """Whether a cue tells of an act, in nobody's words."""
    return link.cue.verb_class not in _RELAYED and not _direct_quote(passage, unit, link)


_BEHIND_REPORT = word_set(
    """on in at late early earlier last this yesterday today monday tuesday wednesday thursday friday saturday
    sunday citing quoting , ."""
)
"""What may follow "Reuters reported" at the end of a sentence: a day, a place, whom it cites."""


def _ends_report(passage: Passage, unit: Unit, link: Link, links: list[Link]) -> bool:
    """Whether an outlet's cue closes the sentence: "A promised P, Reuters reported on Tuesday, citing C"."""
    tokens, before, after = passage.tokens, link.first - 1, link.cue.last + 1
    return (
        link is links[-1]
        and link.after.start is None
        and all_outlets(link.subject.mentions)
        and not link.subject.shared
        and before > unit.low
        and tokens.words[before] in {",", "—", "–"}
        and (after >= unit.high or tokens.lower[after] in _BEHIND_REPORT)
    )


def all_outlets(mentions: tuple[Mention, ...]) -> bool:
    """Whether outlets alone speak."""
    return bool(mentions) and all(mention.source.kind is ActorKind.OUTLET for mention in mentions)


def _direct_quote(passage: Passage, unit: Unit, link: Link) -> bool:
    return link.after.kind == "quote" or (
        link.after.start is None and quote_before(passage, unit, link.first) is not None
    )


__all__ = ["all_outlets", "top_level"]
