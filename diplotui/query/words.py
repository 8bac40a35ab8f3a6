"""Words in a text, as the index takes them: runs of letters and digits, without case and accents."""

import re
import unicodedata
from functools import lru_cache

from diplotui.model import Word

Pattern = tuple[tuple[str, ...], bool]
"""Words that stand side by side, and whether the last may be the beginning of one."""

_RUN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")

LEAD = 24
"""Characters of a text before the first word found that are shown, at least where there are more."""
EXCERPT = 240
"""Characters of an excerpt at most."""


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word as the index compares it."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class Text:
    """A text cut into words, once they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower() if text.isascii() else None
        """By which most texts are ruled out at once; None where case and accents are not so simple."""
        self._cut: tuple[list[str], list[tuple[int, int]]] | None = None

    def _runs(self) -> tuple[list[str], list[tuple[int, int]]]:
        if self._cut is None:
            if self.lower is not None:
                runs = list(_RUN.finditer(self.lower))
                self._cut = [run[0] for run in runs], [run.span() for run in runs]
            else:
                runs = list(_RUN.finditer(self.text))
                self._cut = [folded(run[0]) for run in runs], [run.span() for run in runs]
        return self._cut

    @property
    def words(self) -> list[str]:
        """Its words, folded."""
        return self._runs()[0]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where they stand, in code points."""
        return self._runs()[1]


def pattern_of(wanted: Word | str) -> Pattern:
    """What to look for; a bare string is a condition's value, whose last word may be a beginning."""
    text, beginning = (wanted, True) if isinstance(wanted, str) else (wanted.text, wanted.beginning)
    return tuple(Text(text).words), beginning


def found_in(text: Text, pattern: Pattern) -> tuple[tuple[int, int], ...]:
    """Where the words of a pattern stand side by side: spans in code points."""
    wanted, beginning = pattern
    if not wanted or (text.lower is not None and not all(word in text.lower for word in wanted)):
        return ()
    *before, last = wanted
    length = len(wanted)
    found: list[tuple[int, int]] = []
    for end, word in enumerate(text.words):
        fits = word.startswith(last) if beginning else word == last
        if fits and end + 1 >= length and text.words[end + 1 - length : end] == before:
            found.append((text.spans[end + 1 - length][0], text.spans[end][1]))
    return tuple(found)


def shortened(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text in one line round the first of the spans, and the spans in it."""
    first = spans[0][0] if spans else 0
    start = 0
    if first > 2 * LEAD:
        start = text.rfind(" ", 0, first - LEAD) + 1
    end = min(len(text), start + EXCERPT)
    mark, tail = ("…" if start else ""), ("…" if end < len(text) else "")
    shift = len(mark) - start
    kept = tuple((begin + shift, stop + shift) for begin, stop in spans if start <= begin and stop <= end)
    line = mark + text[start:end].replace("\n", " ") + tail
    return line, kept
