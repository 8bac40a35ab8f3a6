"""Words and marks of a text with their places: what the rules for cues, names and speakers walk along."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

ABBREVIATIONS = frozenset(
    (
        "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Lt", "Maj", "Col", "Capt", "Cmdr", "Cdr",
        "Adm", "Sgt", "Brig", "Rev", "Hon", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Amb",
        "Messrs", "Mme", "Jr", "Sr", "St", "Pres", "Min",
    )
)  # fmt: skip
"""Abbreviations whose full stop belongs to the word: titles of persons, and Jr./Sr. after names."""

_TOKEN = re.compile(
    r"""
    [^\W\d_](?:\.[^\W\d_])+\.?     # U.S., p.m.
    | \d+(?:[.,]\d+)+              # 1,200
    | \w+(?:[-'’‑]\w+)*            # al-Jazeera, O'Brien, didn't
    | [^\w\s]
    """,
    re.VERBOSE,
)
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the tokens of one text; a possessive ``'s`` is a token of its own."""

    words: list[str]
    lower: list[str]
    """Lower case with straight apostrophes."""
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after ``offset`` (``len(self)`` if none)."""
        return bisect_left(self.starts, offset)


@lru_cache(maxsize=8)
def tokenize(text: str) -> Tokens:
    """Cut ``text`` into words and marks; offsets are code points. Linear in the text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    find, end = text.find, 0
    for word in _TOKEN.findall(text):
        start = find(word, end)
        if word == "." and words and start == end and words[-1] in ABBREVIATIONS:
            words[-1] += "."
            ends[-1] = end = start + 1
            continue
        end = start + len(word)
        if word[-1] == "s" and word.endswith(_POSSESSIVE) and end - start > 2:
            words += (word[:-2], word[-2:])
            starts += (start, end - 2)
            ends += (end - 2, end)
        else:
            words.append(word)
            starts.append(start)
            ends.append(end)
    return Tokens(words, [_lowered(word) for word in words], starts, ends)


@lru_cache(maxsize=50_000)
def _lowered(word: str) -> str:
    return word.lower().replace("’", "'")


def word_set(words: str) -> frozenset[str]:
    """The words of a table cell that lists them with spaces between."""
    return frozenset(words.split())


__all__ = ["ABBREVIATIONS", "Tokens", "tokenize", "word_set"]
