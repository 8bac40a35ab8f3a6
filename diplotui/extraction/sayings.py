"""When something was said, and when what is said happens: two dates, often in one sentence."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from diplotui.extraction.drafts import Unit
from diplotui.extraction.readings import Reading
from diplotui.extraction.spans import Attribution
from diplotui.model import Act, DateBounds, ExtractedDate

RECENT = timedelta(days=31)
"""Only an event this close before publication bounds the day on which it was spoken of."""

_AHEAD = re.compile(r"\b(?:will|would|shall|is to|are to|was to|were to)\b")
_TELLING = frozenset({"report", "source", "confirm", "announce"})
"""Cues whose content tells an event: it was spoken of after it happened."""
_OBJECT_CLASSES = frozenset(
    {"deny", "reject", "accuse", "decline", "confirm", "announce", "demand", "appeal", "threaten"}
)
_CLAUSE = re.compile(
    r"\b(?:that|had|has|have|was|were|is|are|will|would|could|may|might|did)\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|shall|plan(?:s|ned)? to|intend(?:s|ed)? to|(?:is|are|was|were) (?:to|set to|due to"
    r"|expected to|scheduled to|going to|preparing to|about to)"
    r"|expect(?:s|ed)? to|(?:is|are) (?:planned|scheduled|expected)|upcoming)\b(?! never| not)|['’]ll\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bwould (?!not|never|have\b|be (?:a|an|the|no|wrong|better)\b)", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:that|what|which|who|when|if|whether|how|because|while|never)\b", re.IGNORECASE
)


def said_day(
    text: str, unit: Unit, dates: Sequence[ExtractedDate], published: date | None
) -> DateBounds | None:
    """The day of speaking, where the attribution tells it; ``dates`` are those of the passage. Else None."""
    attribution = unit.attribution
    if attribution is None:
        return None
    placed = [found for found in dates if _is_day(found) and not _is_ahead(found, published)]
    contents = [unit.content, *(other.content for other in unit.attributions)]
    aside = _cue_region(text, unit)
    outside = [
        found
        for found in placed
        if _within(found, aside)
        or (not any(_within(found, content) for content in contents) and not _in_relative(text, found, unit))
    ]
    if outside:
        nearest = min(outside, key=lambda found: _distance(found, attribution))
        return nearest.date
    tail = [found for found in placed if _ends(text, found, unit.content)]
    if tail and attribution.verb_class in _OBJECT_CLASSES and _is_object(text, unit.content):
        return tail[-1].date
    return None


def happening(text: str, unit: Unit, dates: Sequence[ExtractedDate], said: DateBounds | None) -> DateBounds:
    """When the content is said to happen: its first date that can be placed; unknown bounds where none is."""
    for found in dates:
        if (
            _within(found, unit.content)
            and (found.date.earliest or found.date.latest)
            and not found.value.startswith("P")
        ):
            if said is not None and unit.attribution is not None and found.date == said:
                continue
            return found.date
    return DateBounds()


def bounds_of_saying(
    text: str,
    unit: Unit,
    said: DateBounds | None,
    happens: DateBounds,
    published: date | None,
    planned: bool,
    spoken: bool,
) -> DateBounds:
    """The bounds for the day of speaking: told, else after the event spoken of and by publication.

    ``spoken``: somebody else than the author speaks; the author speaks on the day of publication. Without a
    day of publication nothing is bounded.
    """
    if said is not None:
        return said
    if unit.attribution is None and not spoken:
        return DateBounds.on(published) if published else DateBounds()
    if published is None:
        return DateBounds()
    event = happens.earliest
    if (
        unit.attribution is not None
        and unit.attribution.verb_class in _TELLING
        and event is not None
        and happens.latest == event
        and not _AHEAD.search(text, *unit.content)
        and not planned
        and published - RECENT <= event <= published
    ):
        if event == published:
            return DateBounds.on(published)
        return DateBounds(f"{event.isoformat()}/{published.isoformat()}", event, published)
    return by_day(published)


def by_day(day: date) -> DateBounds:
    """Some time up to and including a day."""
    return DateBounds(f"../{day.isoformat()}", None, day)


def between(first: date | None, last: date | None) -> DateBounds:
    """From one day to another; either may be unknown."""
    if first is None:
        return by_day(last) if last else DateBounds()
    if last is None or last <= first:
        return DateBounds.on(first)
    return DateBounds(f"{first.isoformat()}/{last.isoformat()}", first, last)


def is_planned(text: str, unit: Unit, reading: Reading, happens: DateBounds, published: date | None) -> bool:
    """Whether the content lies ahead: dated after publication, or worded so and not dated before it."""
    if published is not None and happens.earliest is not None and happens.earliest > published:
        return True
    if published is not None and happens.latest is not None and happens.latest < published:
        return False
    if reading.act in (Act.DENIAL, Act.NO_COMMENT, Act.CONFIRMATION, Act.REJECTION):
        return False
    passage = text[unit.content[0] : unit.content[1]]
    if reading.act in (Act.ANNOUNCEMENT, Act.THREAT) and _WOULD.search(passage[:80]):
        return True
    found = _FUTURE.search(passage[:100])
    return found is not None and not _SUBORDINATE.search(passage[4 : found.start()])


def _is_day(found: ExtractedDate) -> bool:
    return (
        found.date.earliest is not None and found.date.latest is not None and not found.value.startswith("P")
    )


def _is_ahead(found: ExtractedDate, published: date | None) -> bool:
    return published is not None and found.date.earliest is not None and found.date.earliest > published


def _within(found: ExtractedDate, span: tuple[int, int]) -> bool:
    return span[0] <= found.start and found.end <= span[1]


def _cue_region(text: str, unit: Unit) -> tuple[int, int]:
    """Where the cue stands inside the content ("P, X said on Monday, and Q"): from it to the next comma."""
    attribution = unit.attribution
    if attribution is None or not _holds(unit.content, attribution.cue):
        return (0, 0)
    stop = re.compile(r"[,;”\"]|[.!?](?:\s|\Z)").search(text, attribution.cue[1], unit.content[1])
    return attribution.cue[0], stop.start() if stop else unit.content[1]


def _holds(span: tuple[int, int], inner: tuple[int, int]) -> bool:
    return span[0] <= inner[0] and inner[1] <= span[1]


_RELATIVE = re.compile(
    r"\b(?:who|which|whose|whom|where|when|as|since|because|put|made|held|published)\b", re.IGNORECASE
)


_WHO = re.compile(r"\b(?:who|which|whose|whom|where)\b")


def _in_relative(text: str, found: ExtractedDate, unit: Unit) -> bool:
    """Whether a date before the cue stands in a clause about the speaker ("who took office in May, said")."""
    attribution = unit.attribution
    if attribution is None:
        return False
    spoken = [m for m in attribution.mentions if unit.start <= m.start < found.start]
    if not spoken:
        return False
    if found.start < attribution.cue[0]:
        return _RELATIVE.search(text, spoken[-1].start, found.start) is not None
    behind = attribution.cue[1] <= spoken[-1].start
    return behind and _WHO.search(text, spoken[-1].start, found.start) is not None


def _distance(found: ExtractedDate, attribution: Attribution) -> int:
    return min(abs(found.start - attribution.cue[1]), abs(attribution.cue[0] - found.end))


def _ends(text: str, found: ExtractedDate, span: tuple[int, int]) -> bool:
    """Whether a date is the last thing in a span."""
    return _within(found, span) and not re.search(r"\w", text[found.end : span[1]])


def _is_object(text: str, span: tuple[int, int]) -> bool:
    """Whether what follows the cue is a noun phrase ("the report") and no clause."""
    return _CLAUSE.search(text, span[0], span[1]) is None
