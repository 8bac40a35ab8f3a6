"""Spans that are the same passage, one-to-one pairs of them, and tallies with precision and recall."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

SHARE = 0.5
"""Two spans are the same passage when they share this part of the shorter one."""


class Spanned(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Wanted = TypeVar("Wanted", bound=Spanned)
Read = TypeVar("Read", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a reading got wrong."""

    part: str
    kind: str
    text: str
    detail: str


@dataclass(slots=True)
class Tally:
    """How many were read, how many were wanted, and how many of each were right."""

    right: int = 0
    read: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Right of those read; 1 where nothing was read and nothing wanted."""
        return self.right / self.read if self.read else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Right of those wanted; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Tallies by part, and the faults behind them."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, part: str, *, right: int = 0, read: int = 0, wanted: int = 0) -> None:
        """Count towards one part."""
        tally = self.tallies.setdefault(part, Tally())
        tally.right += right
        tally.read += read
        tally.wanted += wanted


def overlap(first: Spanned, second: Spanned) -> int:
    """How many characters two spans share."""
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def same_passage(first: Spanned, second: Spanned) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shorter = min(first.end - first.start, second.end - second.start)
    return shorter > 0 and overlap(first, second) >= SHARE * shorter


def pair(
    wanted: Sequence[Wanted],
    read: Sequence[Read],
    fits: Callable[[Wanted, Read], bool],
    rank: Callable[[Wanted, Read], tuple[float, ...]],
) -> dict[int, int]:
    """One-to-one pairs (index wanted to index read) of those that fit, best rank first."""
    candidates = [
        (rank(one, other), -i, -j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(read)
        if fits(one, other)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def closeness(first: Spanned, second: Spanned) -> tuple[float, ...]:
    """Shared characters over all characters of both: ranks pairs."""
    union = max(first.end, second.end) - min(first.start, second.start)
    return (overlap(first, second) / union,)
