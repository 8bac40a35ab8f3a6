"""Statements that say again what another one of the same text says: one claim, not two.

Only where both come from one report or one speaker, and most of the shorter one's words are in the other.
A lede told by hearsay belongs to the detailed paragraph that follows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from diplotui.extraction.drafts import Draft
from diplotui.extraction.words import overlap
from diplotui.model import Act

WINDOW = 30
WORDS = 3
"""Words in common, at least, within one report; one more where only the voice is the same."""
SHARE = 0.55
"""Of the shorter statement's words, at least this share is in the other; more where only the voice is."""
VOICE_SHARE = 0.65
NEWS = 0.45
"""With more of its own words than this share, a statement also has a claim of its own."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose claim a statement asserts, and whether it has one of its own besides."""

    owner: int
    has_own: bool
    share: float = 0.0


def find_owners(drafts: Sequence[Draft]) -> list[Ownership]:
    """For each draft the statement whose claim it asserts: itself, or the fuller one that it repeats."""
    owners = [Ownership(index, True) for index in range(len(drafts))]
    for index, draft in enumerate(drafts):
        if draft.reading.responds:
            continue
        if _is_lede(index, draft):
            ahead = _ahead(index, drafts)
            if ahead is not None:
                owners[index] = Ownership(ahead, False, 1.0)
            continue
        for before in range(index - 1, max(-1, index - 1 - WINDOW), -1):
            if owners[before].owner != before or drafts[before].reading.responds:
                continue
            shared = _repeats(draft, drafts[before])
            if shared is not None:
                new = len(draft.stems - drafts[before].stems) / max(1, len(draft.stems))
                owners[index] = Ownership(before, new > NEWS, shared)
                break
    return owners


def _repeats(draft: Draft, before: Draft) -> float | None:
    same_report = draft.report is not None and draft.report == before.report
    same_voice = (
        draft.source is not None
        and before.source is not None
        and draft.source.name == before.source.name
        and not (draft.happens.earliest and before.happens.earliest and draft.happens != before.happens)
    )
    if not (same_report or same_voice) or (draft.act is Act.REJECTION) != (before.act is Act.REJECTION):
        return None
    shared = overlap(draft.stems, before.stems)
    words, share = (WORDS, SHARE) if same_report else (WORDS + 1, VOICE_SHARE)
    if len(shared.words) >= words and shared.share >= share:
        return round(shared.share, 2)
    return None


def _is_lede(index: int, draft: Draft) -> bool:
    """Hearsay that stands before the statement that opens its report."""
    return draft.report is not None and draft.report > index


def _ahead(index: int, drafts: Sequence[Draft]) -> int | None:
    """The statement of the report that a lede runs ahead of: the one with its act and most of its words."""
    lede = drafts[index]
    best: tuple[float, int] | None = None
    for after in range(index + 1, min(len(drafts), index + 1 + WINDOW)):
        draft = drafts[after]
        if draft.report != lede.report or draft.reading.responds:
            continue
        shared = overlap(lede.stems, draft.stems)
        score = len(shared.words) + 0.5 * len(shared.families) + (1.5 if draft.act is lede.act else 0.0)
        if len(shared.words) + len(shared.families) >= 1 and (best is None or score > best[0]):
            best = (score, after)
    return best[1] if best else None
