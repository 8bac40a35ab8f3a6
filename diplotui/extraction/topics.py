"""Which topic a statement belongs to: a topic's words near it, with falling weight, above a threshold."""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from diplotui.extraction.words import words_of
from diplotui.model import OTHER_TOPIC, Topic
from diplotui.paths import shipped

WORD_WEIGHT = 1.0
PHRASE_WEIGHT = 2.0
"""A phrase ("peace talks") says more than its words."""

NEARNESS: tuple[tuple[str, float, float], ...] = (
    # how near, weight of a hit, most hits counted
    ("passage", 1.0, 4.0),
    ("block", 0.45, 3.0),
    ("lead", 0.7, 3.0),
    ("section", 0.25, 3.0),
    ("headline", 0.2, 3.0),
)
"""A topic's word counts most in the passage itself; what stands around it decides where it is silent. The
lead, a section's first paragraph, says what the section is about."""

THRESHOLD = 0.9
"""One word in the passage is enough; around it, more is needed. Below this a statement goes to ``other``."""

_STARTER_FILE = "topics.json"


@lru_cache(maxsize=1)
def starter_topics() -> tuple[Topic, ...]:
    """The topics that a new ledger starts with, from ``db/topics.json``."""
    rows = json.loads(shipped(_STARTER_FILE).read_text(encoding="utf-8"))
    return tuple(
        Topic(row["id"], row["name"], tuple(row["words"]), ordinal) for ordinal, row in enumerate(rows)
    )


@dataclass(frozen=True, slots=True)
class _Hit:
    """One place where a word or phrase of a topic stands."""

    start: int
    topic: str
    weight: float


class TopicFinder:
    """The topic words of one text, ready to be asked for the topic of any passage.

    Building it is linear in the text; a question costs the hits in its spans.
    """

    def __init__(self, text: str, topics: Sequence[Topic], headings: Sequence[tuple[int, int]] = ()) -> None:
        self._order = {topic.id: rank for rank, topic in enumerate(topics)}
        self._hits = _hits(*words_of(text), _phrases(tuple(topics)))
        self._starts = [hit.start for hit in self._hits]
        self._headline = headings
        self._sums: dict[tuple[int, int], dict[str, float]] = {}
        """Points by span: paragraphs, sections and the headline are asked for again and again."""

    def topic_of(
        self,
        passage: tuple[int, int],
        block: tuple[int, int],
        section: tuple[int, int],
        lead: tuple[int, int] = (0, 0),
    ) -> str:
        """The id of the topic that fits a passage best, or ``other``.

        ``block`` is the paragraph or bullet it stands in, ``section`` the headed part of the text, ``lead``
        that part's first paragraph.
        """
        scores = self.scores(passage, block, section, lead)
        best = max(scores, key=lambda topic: (scores[topic], -self._order[topic]), default=OTHER_TOPIC)
        return best if scores.get(best, 0.0) >= THRESHOLD else OTHER_TOPIC

    def scores(
        self,
        passage: tuple[int, int],
        block: tuple[int, int],
        section: tuple[int, int],
        lead: tuple[int, int],
    ) -> dict[str, float]:
        """Points of each topic that has any; see ``NEARNESS``."""
        spans = {
            "passage": [passage],
            "block": [block],
            "lead": [lead],
            "section": [section],
            "headline": list(self._headline),
        }
        scores: dict[str, float] = defaultdict(float)
        for name, weight, most in NEARNESS:
            sums: dict[str, float] = defaultdict(float)
            for span in spans[name]:
                for topic, points in self._points(span).items():
                    sums[topic] += points
            for topic, points in sums.items():
                scores[topic] += weight * min(points, most)
        return scores

    def _points(self, span: tuple[int, int]) -> dict[str, float]:
        """The points of each topic whose words stand in a span."""
        if span not in self._sums:
            sums: dict[str, float] = defaultdict(float)
            for hit in self._hits[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]:
                sums[hit.topic] += hit.weight
            self._sums[span] = sums
        return self._sums[span]


_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""First stem -> the stems of the words and phrases that begin with it, with their topic."""


@lru_cache(maxsize=8)
def _phrases(topics: tuple[Topic, ...]) -> _Phrases:
    """First stem -> the stems of each topic word or phrase that begins with it, longest first."""
    found: _Phrases = defaultdict(list)
    for topic in topics:
        for stems in dict.fromkeys(tuple(words_of(term)[1]) for term in topic.words):
            if stems:
                found[stems[0]].append((stems, topic.id))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _hits(starts: Sequence[int], stems: Sequence[str], phrases: _Phrases) -> list[_Hit]:
    """Every place where a topic's words stand; per topic the longest phrase at a place counts alone."""
    hits: list[_Hit] = []
    covered: dict[str, int] = {}
    for place, first in enumerate(stems):
        for wanted, topic in phrases.get(first, ()):
            if covered.get(topic, -1) >= place or tuple(stems[place : place + len(wanted)]) != wanted:
                continue
            covered[topic] = place + len(wanted) - 1
            hits.append(_Hit(starts[place], topic, PHRASE_WEIGHT if len(wanted) > 1 else WORD_WEIGHT))
    return hits


def topic_of_line(text: str, topics: Sequence[Topic] | None = None) -> str:
    """The topic of a line that stands alone (a question, a title), or ``other``."""
    whole = (0, len(text))
    return TopicFinder(text, starter_topics() if topics is None else topics).topic_of(whole, (0, 0), (0, 0))


__all__ = ["TopicFinder", "starter_topics", "topic_of_line"]
