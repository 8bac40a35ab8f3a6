"""A cheap look at a passage before the dear pattern: whether any of a few words stands in it at all."""

import re
from dataclasses import dataclass
from functools import cache

_PLAIN = re.compile(r"[\w ’'-]+")


@dataclass(frozen=True, slots=True)
class LatePattern:
    """A pattern, whatever the case, that is compiled when a passage first needs it: most texts need few."""

    words: str

    def search(self, passage: str) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return _compiled(self.words).search(passage)


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """Words of which one must stand in the lowered passage, or a pattern for what plain words cannot say."""

    words: tuple[str, ...]
    rest: re.Pattern[str] | None

    def sees(self, lowered: str) -> bool:
        """Whether the passage is worth the dear pattern."""
        for word in self.words:
            if word in lowered:
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
