"""Which sentences have which terms, how much a term weighs, and how much two sentences share."""

import math
from collections import defaultdict
from collections.abc import Iterable

from diplotui.ledger.terms import Terms

NAME_WEIGHT = 1.3
NUMBER_WEIGHT = 1.5
"""A shared name or number says more than a shared word."""
LEAST_COVER = 0.5
"""Either of two sentences must find at least this share of its terms in the other."""
MOST_COMPARED = 300
"""Sentences that one sentence is compared with; the newest of those with its most common term are left."""


class TermIndex:
    """The terms of all sentences that were added, numbered from 0."""

    def __init__(self) -> None:
        self._size = 0
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        self._weights: dict[str, float] = {}

    def add(self, terms: Terms) -> None:
        """One more sentence."""
        for term in terms.words | terms.names | terms.numbers:
            self._holding[term].append(self._size)
        self._size += 1
        self._weights.clear()

    def holding(self, words: Iterable[str]) -> list[int]:
        """Numbers of the sentences that have any of these terms, ascending.

        Rare terms are looked up first, and no more than ``MOST_COMPARED`` sentences are given: two sentences
        that are alike share a rare term, and the time for one sentence stays the same in a large ledger.
        """
        found: set[int] = set()
        for word in sorted(words, key=lambda word: (len(self._holding.get(word, ())), word)):
            room = MOST_COMPARED - len(found)
            if room <= 0:
                break
            found.update(self._holding.get(word, ())[-room:])
        return sorted(found)

    def weight(self, term: str) -> float:
        """From about 1 for a term of every sentence to 2 for one of none (damped inverse frequency)."""
        known = self._weights.get(term)
        if known is None:
            total, having = self._size + 1, len(self._holding.get(term, ())) + 1
            known = self._weights[term] = 1.0 + math.log(total / having + 1) / math.log(total + 1)
        return known

    def share(self, of: Terms, within: Terms) -> float:
        """The part of the terms of one sentence, by weight, that another has; from 0 to 1."""
        shared = self._mass(of.words & within.words, of.names & within.names, of.numbers & within.numbers)
        return shared / (self._mass(of.words, of.names, of.numbers) or 1.0)

    def overlap(self, first: Terms, second: Terms) -> float:
        """Weighted F1 of the terms of two sentences; 0 where either finds too little in the other."""
        if not first.words & second.words:
            return 0.0
        of_first, of_second = self.share(first, second), self.share(second, first)
        if min(of_first, of_second) < LEAST_COVER:
            return 0.0
        return 2 * of_first * of_second / (of_first + of_second)

    def _mass(self, words: Iterable[str], names: Iterable[str], numbers: Iterable[str]) -> float:
        return (
            sum(map(self.weight, words))
            + NAME_WEIGHT * sum(map(self.weight, names))
            + NUMBER_WEIGHT * sum(map(self.weight, numbers))
        )


__all__ = ["TermIndex"]
