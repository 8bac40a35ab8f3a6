"""What a text has come to while it is read on: which claims lead, which were answered."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from diplotui.extraction.asked import ASKED
from diplotui.extraction.drafts import Draft
from diplotui.model import Act

CLAIMS = frozenset(Act) - {Act.DENIAL, Act.NO_COMMENT}
"""Acts that put something forward which can be denied."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A denial with its link."""

    index: int
    target: int
    """Statement whose claim it speaks of; its own index for its complement."""
    bare: bool
    """It only pointed at the claim."""


@dataclass(slots=True)
class Discourse:
    """What the text has come to, while it is read on: which claims were answered, which are the leads."""

    leads: frozenset[int]
    """The first claim of each section."""
    answered: dict[int, int] = field(default_factory=dict)
    """Statement whose claim was answered -> index of the last answer."""
    denied: set[int] = field(default_factory=set)
    """Answers that carry their claim themselves."""
    last: Answered | None = None
    """The denial that was linked last."""

    @property
    def in_dispute(self) -> int:
        """The statement whose claim was answered last; -1: none."""
        return max(self.answered, key=lambda target: self.answered[target], default=-1)

    def note(self, index: int, draft: Draft, target: int | None, bare: bool = False) -> None:
        """Remember an answer and where it went; ``bare``: it has no words of its own for the claim."""
        if target is not None and draft.act is Act.DENIAL:
            self.last = Answered(index, target, bare)
        if target is not None and target != index and draft.reading.responds:
            self.answered[target] = index
        elif target == index and draft.act in (Act.DENIAL, Act.NO_COMMENT):
            self.denied.add(index)


def begin(drafts: Sequence[Draft]) -> Discourse:
    """The state of a text of which nothing was answered yet."""
    leads: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        if draft.act in CLAIMS and draft.unit.rule != ASKED:
            leads.setdefault(draft.unit.section, index)
    return Discourse(frozenset(leads.values()))
