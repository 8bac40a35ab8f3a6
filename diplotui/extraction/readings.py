"""What is read out of one statement before links: its act, and what it says of somebody else's claim."""

from dataclasses import dataclass, replace

from diplotui.extraction.pointers import Denial
from diplotui.extraction.spans import Attribution
from diplotui.model import Act, Stance


@dataclass(frozen=True, slots=True)
class Reading:
    """The act of one statement, with what it says of somebody else's claim."""

    act: Act
    rule: str
    stance: Stance = Stance.ASSERTS
    denial: Denial | None = None
    """For denials, also the open ones that stay claims until a claim is found that they contradict."""
    matter: tuple[int, int] | None = None
    """For evasions: span of what was asked about."""

    @property
    def responds(self) -> bool:
        """Whether it speaks of a claim rather than putting one forward."""
        return self.act in RESPONSES


RESPONSES = frozenset({Act.DENIAL, Act.CONFIRMATION, Act.NO_COMMENT})


def spoken_view(text: str, attribution: Attribution, content: tuple[int, int]) -> str:
    """What is said, with an attribution in its middle blanked out; as long as the content itself."""
    start, end = content
    passage = text[start:end]
    if not (start <= attribution.cue[0] and attribution.cue[1] <= end):
        return passage
    pieces = [
        attribution.cue,
        *((m.start, m.end) for m in (*attribution.mentions, *attribution.via, *attribution.origins)),
    ]
    inside = [piece for piece in pieces if start <= piece[0] and piece[1] <= end]
    low, high = min(piece[0] for piece in inside) - start, max(piece[1] for piece in inside) - start
    return passage[:low] + " " * (high - low) + passage[high:]


def shifted(denial: Denial | None, by: int) -> Denial | None:
    """A denial read in a view, with its span moved to the text's offsets."""
    if denial is None or denial.what is None:
        return denial
    return replace(denial, what=(denial.what[0] + by, denial.what[1] + by))
