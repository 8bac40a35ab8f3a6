"""A cheap look at a passage before the dear pattern: whether any of a few words stands in it at all."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

_PLAIN = re.compile(r"[\w ’'-]+")


Found = re.Match[str] | None


class LatePattern:
    """A pattern that is compiled when a passage first needs it: most texts need few of the many in the tables.

    Once compiled, its methods are those of the compiled pattern itself, at no further cost.
    """

    def __init__(self, words: str, flags: int = re.IGNORECASE) -> None:
        self.words = words
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.words, self.flags)

    @cached_property
    def search(self) -> Callable[[str], Found]:
        """As ``re.Pattern.search``."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[[str], Found]:
        """As ``re.Pattern.match``."""
        return self.compiled.match

    @cached_property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """As ``re.Pattern.finditer``."""
        return self.compiled.finditer


@dataclass(frozen=True, slots=True)
class Look:
    """Words of which one must stand in the lowered passage, or a pattern for what plain words cannot say."""

    words: tuple[str, ...]
    rest: re.Pattern[str] | None

    def sees(self, lowered: str) -> bool:
        """Whether the passage is worth the dear pattern."""
        if any(map(lowered.__contains__, self.words)):
            return True
        return self.rest is not None and self.rest.search(lowered) is not None


def look_for(trigger: str) -> Look:
    """The look for a trigger: its plain alternatives are found as text, many times faster than by pattern."""
    if "(" in trigger or "[^" in trigger:
        return Look((), re.compile(trigger))
    choices = trigger.split("|")
    words = tuple(choice for choice in choices if _PLAIN.fullmatch(choice))
    rest = "|".join(choice for choice in choices if not _PLAIN.fullmatch(choice))
    return Look(words, re.compile(rest) if rest else None)
