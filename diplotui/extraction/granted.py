"""Which statement of a text another one takes for granted: the offer that it tells was turned down."""

from collections.abc import Sequence

from diplotui.extraction.drafts import Draft
from diplotui.extraction.presuppositions import MAKING, Presupposition, read_presupposition
from diplotui.extraction.words import family, stem
from diplotui.model import Act

PRESUPPOSED_BEHIND = 8
"""Statements behind a refusal that opens a story within which the offer may be told."""
PRESUPPOSED_WITHIN = 30
"""Statements back within which the offer must stand that another one takes for granted."""

_KIND_STEMS = {
    "offer": frozenset(),
    "demand": frozenset(
        stem(word)
        for word in [
            "demand",
            "ultimatum",
            "request",
            "appeal",
            "call",
            "ask",
            "asked",
            "urge",
            "called",
            "order",
        ]
    ),
    "pact": frozenset(),
}


def presupposed(text: str, index: int, drafts: Sequence[Draft], owners: Sequence[int]) -> int | None:
    """The statement whose claim this one takes for granted: the offer that it tells was turned down.

    The nearest one before it; else the first behind it, where the story opens with the refusal.
    """
    unit = drafts[index].unit
    found = read_presupposition(text[unit.start : unit.end])
    if found is None:
        return None
    for before in range(index - 1, max(-1, index - 1 - PRESUPPOSED_WITHIN), -1):
        if owners[before] == before and _puts_forward(text, found, drafts[index], drafts[before]):
            return before
    for after in range(index + 1, min(len(drafts), index + 1 + PRESUPPOSED_BEHIND)):
        told = drafts[after]
        passage = text[told.unit.start : told.unit.end]
        about_both = bool(set(told.subjects) & {*drafts[index].subjects, *drafts[index].parties})
        if owners[after] != after or not about_both or read_presupposition(passage) is not None:
            continue
        if _puts_forward(text, found, drafts[index], told):
            return after
    return None


def _puts_forward(text: str, found: Presupposition, taking: Draft, told: Draft) -> bool:
    """Whether a statement tells that the matter was put to somebody which another one takes for granted."""
    if told.reading.responds or told.act is Act.REJECTION or told.unit.section != taking.unit.section:
        return False
    passage = text[told.unit.start : told.unit.end]
    if not MAKING.search(passage):
        return False
    families = {family(item) for item in told.stems} | {
        family(stem(word)) for word in MAKING.findall(passage)
    }
    return f"={found.kind}" in families or bool(_KIND_STEMS[found.kind] & told.stems)
