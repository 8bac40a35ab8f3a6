"""Who asks and who answers in a transcript, and which question an answer follows.

A question from the floor bears a label that says so; elsewhere an outlet's or a person's name stands before it.
Whoever only asks puts no claim of his own: his words count for what they put to the one who answers.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from diplotui.extraction.layout_units import asks_from_floor
from diplotui.extraction.spans import Block


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a transcript by their blocks; a turn is named by the offset of its label."""

    asking: dict[int, int] = field(default_factory=dict)
    """Block of a question -> its turn."""
    answering: dict[int, int] = field(default_factory=dict)
    """Block of an answer -> the question's turn right before it."""


@dataclass(frozen=True, slots=True)
class _Turn:
    key: int
    label: str
    blocks: tuple[int, ...]
    asks: bool
    """It holds a question mark, or its label is that of somebody who only asks."""


_BEHIND_NAME = re.compile(r"[,(\[].*\Z", re.DOTALL)


def read_turns(text: str, blocks: Sequence[Block]) -> Turns:
    """The questions and answers of a transcript; none where a text has no turns."""
    turns = _turns(text, blocks)
    askers = _askers(turns)
    found = Turns()
    question: int | None = None
    for turn in turns:
        if turn.label in askers:
            question = turn.key
            found.asking.update(dict.fromkeys(turn.blocks, turn.key))
        elif question is not None:
            found.answering.update(dict.fromkeys(turn.blocks, question))
    return found


def _turns(text: str, blocks: Sequence[Block]) -> list[_Turn]:
    grouped: dict[int, list[Block]] = {}
    for block in blocks:
        if block.speaker is not None:
            grouped.setdefault(block.speaker[0], []).append(block)
    turns = []
    for key, members in grouped.items():
        label = text[slice(*members[0].speaker)] if members[0].speaker else ""
        words = "".join(text[max(one.start, key) : one.end] for one in members)
        name = _BEHIND_NAME.sub("", label).strip().casefold()
        asks = asks_from_floor(label) or "?" in words
        turns.append(_Turn(key, name, tuple(one.index for one in members), asks))
    return turns


def _askers(turns: Sequence[_Turn]) -> frozenset[str]:
    """Labels of those who only ask: the floor's, and names that ask and are answered and never answer."""
    floor = {turn.label for turn in turns if asks_from_floor(turn.label)}
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for before, turn in pairwise(turns):
        if before.asks and before.label != turn.label:
            asked[before.label] += 1
            answered[turn.label] += 1
    podium = {label for label in answered if label not in floor and answered[label] > asked[label]}
    unanswered = {before.label for before, turn in pairwise(turns) if turn.label not in podium}
    always_answered = {turn.label for turn in turns[:-1]} - unanswered - {turn.label for turn in turns[-1:]}
    first = turns[0].label if turns else ""
    named = {
        label
        for label in always_answered - podium - floor
        if asked[label] > 2 * answered[label] or (not floor and not answered[label] and label != first)
    }
    return frozenset(floor | named)
