"""What an answer tells of the claim it speaks of, and what is known of a claim besides its own statement."""

from dataclasses import dataclass

from diplotui.extraction.drafts import Draft
from diplotui.extraction.pointers import Pointer


@dataclass(frozen=True, slots=True)
class Question:
    """What an answer tells of the claim it speaks of."""

    index: int
    draft: Draft
    stems: frozenset[str]
    """Content stems of the proposition it speaks of; empty where it only points."""
    pointer: Pointer | None
    noun: str
    """Stem of the noun that points."""
    such: frozenset[str]
    """Stems of the noun after "such"."""
    actors: tuple[str, ...]
    """Parties that act in it."""
    silent: bool
    """A refusal that does not even say what was asked."""
    here: bool
    """It points with "this" or "that": at what stands nearest."""
    event: bool
    """An event said to be invented: its noun alone must be in the claim."""
    negated_only: bool
    """A negated clause: a denial only where it contradicts a claim."""
    blame: bool = False
    """It denies a part in the matter: nothing to do with it, any involvement."""
    words: frozenset[str] = frozenset()
    """The words of its passage as they stand."""
    others: frozenset[str] = frozenset()
    """Parties besides its own that what it speaks of names."""
    places: frozenset[str] = frozenset()
    """Stems of the names in what it speaks of, those of parties apart."""
    negated: bool = False
    """What is denied is itself worded in the negative: denied that it had not paid."""
    another: bool = False
    """It points at another claim than the one that was told: other charges, a similar report."""
    own_question: bool = False
    """A refusal of a question without content words: would not say for whom."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a claim besides its own statement."""

    passage: str
    nearest: bool
    """No other claim stands between it and the answer."""
    in_dispute: bool
    """It is the claim that was answered last."""
    lead: bool
    """It is the first claim of its section."""
    apart: int = 0
    """Sentences between the answer and the claim, or the last answer to it."""
    answering: bool = False
    """Who answered last says it, behind that answer."""
    before: bool = False
    """It is the last claim before the answer, at most a sentence back."""
