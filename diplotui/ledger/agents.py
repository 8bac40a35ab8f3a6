"""Who acts in a sentence, read off the places of its names without a parser."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PASSIVE_BY = re.compile(
    r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|un|ot|ld|nt|lt|de|ut|it)\b"
    r"[^.;,]{0,60}?\bby\s+(?:the\s+|an?\s+)?(?=[A-Z])"
)
"""A passive with its agent: "was shot down near the border by Peru"."""

_BEFORE_OBJECT = re.compile(
    r"\b(?:with|to|of|against|by|for|from|in|into|at|on|over|between|near|under|after|during|via|through)"
    r"(?:\s+(?:the|a|an))?\s*$",
    re.IGNORECASE,
)
"""A name after one of these words is a place or takes part, it does not act."""

_SUBJECT_PRONOUN = re.compile(r"\b(?:I|[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Ww]e)\b")
"""What stands for an agent whom the sentence does not name."""

_FURTHEST_JOINED = 3
"""Words that may stand between two names of one subject ("the army and the Rapid Support Forces")."""


@dataclass(frozen=True, slots=True)
class Name:
    """A word that is a name, or the words for a party, with their place in the text."""

    start: int
    end: int
    word: str
    """Party code, or the folded word."""


@dataclass(frozen=True, slots=True)
class Run:
    """Names that stand side by side and make one name."""

    names: tuple[Name, ...]

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.names[-1].end

    @property
    def key(self) -> frozenset[str]:
        """The last word, and the parties in it: "Russian President Vladimir Putin" gives RU and putin."""
        return frozenset(name.word for name in self.names if name.word.isupper()) | {self.names[-1].word}


def runs_of(text: str, placed: Sequence[Name]) -> list[Run]:
    """Names with nothing but space between them, taken as one."""
    runs: list[Run] = []
    for name in placed:
        if runs and not text[runs[-1].end : name.start].strip():
            runs[-1] = Run((*runs[-1].names, name))
        else:
            runs.append(Run((name,)))
    return runs


def agents_of(text: str, placed: Sequence[Name]) -> frozenset[str]:
    """Who acts: the first name that no preposition leads, with those joined to it by "and" or a comma.

    In the passive it is the name after "by". Empty where no name acts, or a pronoun does.
    """
    runs = runs_of(text, placed)
    passive = _PASSIVE_BY.search(text)
    if passive:
        return next((run.key for run in runs if run.start >= passive.end()), frozenset())
    pronoun = _SUBJECT_PRONOUN.search(text)
    if pronoun and (not runs or pronoun.start() < runs[0].start):
        return frozenset()
    agents: frozenset[str] = frozenset()
    last: int | None = None
    for run in runs:
        if last is not None:
            between = text[last : run.start]
            if len(between.split()) > _FURTHEST_JOINED or not re.search(r"\band\b|,", between):
                break
        elif _BEFORE_OBJECT.search(text[: run.start]):
            continue
        agents |= run.key
        last = run.end
    return agents


__all__ = ["Name", "Run", "agents_of", "runs_of"]
