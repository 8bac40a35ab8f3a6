"""Whether a new statement speaks of a claim that the ledger has: a scored rule that can be shown.

Two questions, one score. Does a statement *repeat* a claim, surely the same proposition in both
directions? Does a denial, confirmation or evasion *answer* a claim? Points come from shared content words
(rarer ones weigh more), names and numbers, the speaker's part in the claim, pointer words, a shared source,
topic and days; a veto says where two sentences differ in kind. A match needs the threshold and a margin
over the second; else there is none. Precision goes before recall.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from diplotui.ledger.compounds import taken_for_granted
from diplotui.ledger.concepts import DECISIVE, POINTER, POINTING, concept
from diplotui.ledger.term_index import TermIndex
from diplotui.ledger.terms import (
    NO_FORMS,
    PartyForms,
    Terms,
    fold,
    read_terms,
    without_background,
    without_descriptions,
)
from diplotui.ledger.vetoes import (
    VETOES_ANSWER,
    VETOES_BOTH,
    VETOES_REPEAT,
    WINDOW_DAYS,
    Candidate,
    NewStatement,
    Pair,
    Reading,
    Veto,
    days_apart,
)
from diplotui.model import Claim

REPEAT_THRESHOLD = 0.7
"""Weighted F1 of all terms from which two sentences are one proposition."""
REPEAT_THRESHOLD_SAME_SOURCE = 0.58
"""The same, where both go back to one outlet's report."""
LATE_SURCHARGE = 0.15
"""What a repetition needs on top where the claim is more than seven days old: most such are new turns."""
ANSWER_THRESHOLD = 4.0
ANSWER_COVER = 0.55
"""Share of the answer's content words that the claim must have."""
ANSWER_COVER_NAMED = 0.4
"""The same, where both name two others besides the speaker."""
ANSWER_TOLD = 0.25
"""Share of the claim, by weight, that the answer must bring up: a mere word in passing is not denied."""
MARGIN = 0.06
"""Share of the best score by which it must lead a claim of another event."""


@dataclass(frozen=True, slots=True)
class Match:
    """The claim that a statement speaks of, and why."""

    claim: str
    event: str
    score: tuple[tuple[str, float], ...]
    """Parts of the score, as (name, points)."""
    total: float
    rule: str


def points_at_something(text: str) -> bool:
    """Whether a sentence has pointer words ("the report", "such an offer")."""
    return bool(POINTER.search(text))


def points_at(text: str, words: Set[str]) -> bool:
    """Whether a pointer in the text is to something among ``words``: "the offer" where one was made.

    Words that only point ("the report") may mean anything.
    """
    nouns = {concept(match.group().split()[-1].casefold()) for match in POINTER.finditer(text)}
    return bool(nouns & (words | POINTING))


def content_words(text: str, forms: PartyForms = NO_FORMS) -> frozenset[str]:
    """Concepts and stems of a sentence without names and without nouns that only point."""
    return read_terms(text, forms).words - POINTING


class Matcher:
    """The claims that new statements are matched against, read once."""

    def __init__(self, candidates: Iterable[Candidate], forms: PartyForms = NO_FORMS) -> None:
        self._forms = forms
        self._candidates: list[Candidate] = []
        self._readings: list[Reading] = []
        self._granted: list[Reading | None] = []
        """Of each claim the part that it takes for granted."""
        self._index = TermIndex()
        for candidate in candidates:
            self.add(candidate)

    def add(self, candidate: Candidate) -> None:
        """One more claim to match against."""
        own = self._read(candidate.claim.text, candidate.actors)
        self._index.add(own.full)
        self._candidates.append(candidate)
        self._readings.append(own)
        self._granted.append(self._read_granted(candidate.claim.text, candidate.actors))

    def _read_granted(self, text: str, actors: Sequence[str]) -> Reading | None:
        granted = taken_for_granted(text)
        return self._read(granted.text, actors) if granted is not None else None

    def _read(self, text: str, actors: Sequence[str]) -> Reading:
        """One sentence, whole and without background; nouns that only point count for nothing."""
        full = self._terms(text, actors)
        core, described = without_background(text), without_descriptions(text)
        return Reading(
            full=full,
            core=full if core == text else self._terms(core, actors),
            names=full.names if described == text else self._terms(described, actors).names,
        )

    def _terms(self, text: str, actors: Sequence[str]) -> Terms:
        terms = read_terms(text, self._forms, actors)
        return replace(terms, words=terms.words - POINTING)

    def _pairs(self, new: NewStatement) -> list[Pair]:
        """The new statement beside every claim that shares a content word with it."""
        read = self._read(new.text, new.actors)
        found = self._index.holding(read.full.words)
        return [
            Pair(new, self._candidates[i], read, self._readings[i], partial(self._read_widely, i))
            for i in found
        ]

    def near(self, words: Iterable[str]) -> list[tuple[Candidate, Terms]]:
        """Claims that share content words with a sentence, each with its terms."""
        return [(self._candidates[i], self._readings[i].full) for i in self._index.holding(words)]

    def _read_widely(self, index: int) -> Terms:
        candidate = self._candidates[index]
        return read_terms(
            ". ".join((candidate.claim.text, *candidate.passages)), self._forms, candidate.actors
        )

    def repeated(self, new: NewStatement) -> Match | None:
        """The claim that an assertion repeats, if it surely is the same proposition."""
        pairs = self._pairs(new)
        found = self._best(self._score_repeat(pair) for pair in pairs)
        return found or self._best(self._score_granted(pair) for pair in self._compound_pairs(new))

    def presupposed(self, new: NewStatement) -> Match | None:
        """The claim that an assertion takes for granted: the offer was made that it says was refused."""
        granted = taken_for_granted(new.text)
        if granted is None:
            return None
        made = replace(new, text=granted.text, kind="fact")
        simple = (pair for pair in self._pairs(made) if taken_for_granted(pair.old.claim.text) is None)
        found = self._best(self._score_repeat(pair) for pair in simple)
        return None if found is None else replace(found, rule=f"match.entails.{granted.rule}")

    def presupposing(self, new: NewStatement) -> list[Claim]:
        """Claims without a parent that take an assertion for granted, told of before it by itself."""
        if taken_for_granted(new.text) is not None:
            return []
        read = self._read(new.text, new.actors)
        return [
            old.claim
            for i in self._index.holding(read.full.words)
            if (granted := self._granted[i]) is not None
            and (old := self._candidates[i]).claim.entails is None
            and self._score_repeat(Pair(new, old, read, granted, partial(self._read_widely, i)))
        ]

    def _compound_pairs(self, new: NewStatement) -> list[tuple[Pair, Pair]]:
        """The new statement beside every claim, where both tell of two things: whole, and what is granted."""
        granted = self._read_granted(new.text, new.actors)
        if granted is None:
            return []
        read = self._read(new.text, new.actors)
        return [
            (
                Pair(new, self._candidates[i], read, self._readings[i], partial(self._read_widely, i)),
                Pair(new, self._candidates[i], granted, old, partial(self._read_widely, i)),
            )
            for i in self._index.holding(granted.full.words)
            if (old := self._granted[i]) is not None
        ]

    def _score_granted(self, pairs: tuple[Pair, Pair]) -> Match | None:
        """Two tellings of one offer with one outcome, where only the rest is worded in another way."""
        whole, granted = pairs
        new, old = whole.new_read.core, whole.old_read.core
        if new.outlook != old.outlook or new.words & DECISIVE != old.words & DECISIVE:
            return None
        return self._score_repeat(granted)

    def answered(self, new: NewStatement) -> Match | None:
        """The claim that a denial, confirmation or evasion speaks of."""
        return self._best(self._score_answer(pair) for pair in self._pairs(new))

    def _best(self, scored: Iterable[Match | None]) -> Match | None:
        """The best match, unless a claim of another event comes close."""
        ranked = sorted((match for match in scored if match), key=lambda match: -match.total)
        if not ranked:
            return None
        rivals = [match for match in ranked[1:] if match.event != ranked[0].event]
        if rivals and ranked[0].total - rivals[0].total < MARGIN * ranked[0].total:
            return None
        return ranked[0]

    def _score_repeat(self, pair: Pair) -> Match | None:
        new, old = pair.new_terms, pair.old_terms
        if not new.words or not old.words or _held_against(pair, VETOES_REPEAT):
            return None
        together = max(
            self._index.overlap(new, old), self._index.overlap(pair.new_read.core, pair.old_read.core)
        )
        source = _shares_source(pair)
        threshold = REPEAT_THRESHOLD_SAME_SOURCE if source else REPEAT_THRESHOLD
        if together < threshold + (LATE_SURCHARGE if days_apart(pair.new, pair.old) > 7 else 0.0):
            return None
        if together < REPEAT_THRESHOLD and not _mostly_shared(new.words, old.words):
            return None  # one report, two matters: an offer of a truce is no offer of a treaty
        parts = [("words", round(together, 2)), ("topic", 0.1 if pair.new.topic == pair.old.topic else 0.0)]
        parts += [("source", 0.1)] if source else []
        return _match(pair, parts, "match.repeat")

    def _score_answer(self, pair: Pair) -> Match | None:
        new, old = pair.new_terms, pair.old_terms
        if not new.words or _held_against(pair, VETOES_ANSWER):
            return None
        core = pair.new_read.core.words or new.words
        shared = core & old.words
        cover = len(shared) / len(core) if core else 0.0
        named = (new.names & (old.names | set(pair.old.actors))) - {pair.new.party}
        if cover < (ANSWER_COVER_NAMED if len(named) > 1 else ANSWER_COVER) or len(shared) + len(named) < 2:
            return None
        part = _part_of_speaker(pair)
        if part == 0.0 or self._told(pair) < ANSWER_TOLD:
            return None
        apart = days_apart(pair.new, pair.old)
        parts = [
            ("words", round(3 * cover, 2)),
            ("names", round(min(1.0, 0.5 * len(new.names & old.names)), 2)),
            ("speaker", part),
            ("pointer", 0.5 if points_at_something(pair.new.text) else 0.0),
            ("topic", 0.5 if pair.new.topic == pair.old.topic else 0.0),
            ("days", 0.5 if apart <= 3 else 0.25 if apart <= 7 else 0.0),
        ]
        if sum(points for _, points in parts) < ANSWER_THRESHOLD:
            return None
        return _match(pair, parts, "match.answer")

    def _told(self, pair: Pair) -> float:
        """How much of the claim's core the answer and its speaker bring up, by weight, from 0 to 1."""
        new, old = pair.new_read.core, pair.old_read.core
        names = new.names | ({pair.new.party} if pair.new.party else set())
        return self._index.share(old, Terms(new.words, names, new.numbers, new.outlook, new.agents))


def _held_against(pair: Pair, vetoes: Sequence[Veto]) -> bool:
    return any(veto.test(pair) for veto in (*VETOES_BOTH, *vetoes))


def _mostly_shared(new: Set[str], old: Set[str]) -> bool:
    """Whether more than half of the shorter side's words, names apart, stand in the other one."""
    return 2 * len(new & old) > min(len(new), len(old))


def _shares_source(pair: Pair) -> bool:
    """Whether an outlet in the new statement's attribution stands in a passage on the claim, too."""
    passages = [fold(passage) for passage in pair.old.passages]
    return any(fold(outlet) in passage for outlet in pair.new.outlets for passage in passages)


def _part_of_speaker(pair: Pair) -> float:
    """Points for the speaker's part in the claim: its subject, somebody who acts in it, or none (0)."""
    party = pair.new.party
    if party is None:
        return 0.5
    if party in pair.old.claim.subjects or party in pair.old_terms.names:
        return 1.0
    return 0.5 if party in pair.old.actors else 0.0


def _match(pair: Pair, parts: Sequence[tuple[str, float]], rule: str) -> Match:
    kept = tuple((name, points) for name, points in parts if points)
    return Match(
        claim=pair.old.claim.id,
        event=pair.old.claim.event,
        score=kept,
        total=round(sum(points for _, points in kept), 3),
        rule=rule,
    )


__all__ = [
    "WINDOW_DAYS",
    "Candidate",
    "Match",
    "Matcher",
    "NewStatement",
    "content_words",
    "points_at",
    "points_at_something",
]
