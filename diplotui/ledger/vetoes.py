"""Where two sentences differ in kind: tests that hold against a link whatever its points."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from diplotui.ledger.concepts import DECISIVE, OPPOSITES, RIVALS, ROLE_FREE
from diplotui.ledger.terms import Terms, fold
from diplotui.model import Claim

WINDOW_DAYS = 30
"""A claim that nobody has spoken of for longer is not linked by itself."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stored claim with what a new statement is matched against."""

    claim: Claim
    topic: str
    actors: tuple[str, ...] = ()
    """Party codes and names of those who spoke of it or act in it."""
    passages: tuple[str, ...] = ()
    """Texts of the statements on it."""
    earliest: date | None = None
    latest: date | None = None
    """First and last public day of the statements on it."""


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What of a new statement is matched."""

    text: str
    """Content: the proposition, or the words that point at one ("the report of air strikes")."""
    topic: str
    subjects: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    party: str | None = None
    on: date | None = None
    """Public day."""
    kind: str = "fact"
    """Kind of claim it would found."""
    outlets: tuple[str, ...] = ()
    """Names of the outlets that the attribution goes through."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, read three times."""

    full: Terms
    core: Terms
    """Without what only adds on somebody or something."""
    names: frozenset[str]
    """Names without those in descriptions of people."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Everything that a rule may look at."""

    new: NewStatement
    old: Candidate
    new_read: Reading
    old_read: Reading
    widely: Callable[[], Terms]
    """Reads the stored claim with the passages on it."""

    @property
    def new_terms(self) -> Terms:
        """Terms of the whole new sentence."""
        return self.new_read.full

    @property
    def old_terms(self) -> Terms:
        """Terms of the whole stored claim."""
        return self.old_read.full


UNKNOWN_GAP = 8
"""Days that count between two statements of which one has no day: more than a week, within the window."""


def days_apart(new: NewStatement, old: Candidate) -> int:
    """Days between the new statement and the nearest day of the claim."""
    first, last = old.earliest or old.latest, old.latest or old.earliest
    if new.on is None or first is None or last is None:
        return UNKNOWN_GAP
    return max(0, (new.on - last).days, (first - new.on).days)


def _each_lacks(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first - second) and bool(second - first)


def _opposite(pair: Pair) -> bool:
    """One side has the opposite, or another thing of the sort, of what only the other side has."""
    only_new, only_old = (
        pair.new_terms.words - pair.old_terms.words,
        pair.old_terms.words - pair.new_terms.words,
    )
    if any(frozenset((a, b)) in OPPOSITES for a in only_new for b in only_old):
        return True
    return any(rivals & only_new and rivals & only_old for rivals in RIVALS)


def _roles_turned(pair: Pair) -> bool:
    """Who acts in one sentence is acted on in the other."""
    new, old = pair.new_terms, pair.old_terms
    if not new.agents or not old.agents or new.agents & old.agents:
        return False
    if (new.words & ROLE_FREE) and (old.words & ROLE_FREE):
        return False
    return new.agents <= old.names and old.agents <= new.names


def _unknown_names(pair: Pair) -> bool:
    """The answer names somebody whom neither the claim nor its passages know."""
    known = pair.old_terms.names | pair.widely().names | {fold(name) for name in pair.old.actors}
    known |= set(pair.old.actors) | set(pair.old.claim.subjects)
    parts = {part for name in known for part in name.split()}
    new = pair.new_terms.names - known - parts
    return bool(new - ({pair.new.party} if pair.new.party else set()))


def _strangers(pair: Pair) -> bool:
    """Nobody who acts, speaks or is named is common to both: two truces in two wars."""
    new = pair.new_terms.names | set(pair.new.actors) | set(pair.new.subjects)
    old = pair.old_terms.names | set(pair.old.actors) | set(pair.old.claim.subjects)
    return not new & old


@dataclass(frozen=True, slots=True)
class Veto:
    """A test that holds against a link, with two sentences that it parts and two that it leaves together."""

    name: str
    test: Callable[[Pair], bool]
    parts: str
    leaves: str


VETOES_BOTH = (
    Veto(
        "too-old",
        lambda pair: days_apart(pair.new, pair.old) > WINDOW_DAYS,
        parts="a strike in August / a strike in March",
        leaves="a truce on Monday / the truce of Monday, denied on Friday",
    ),
    Veto(
        "strangers",
        _strangers,
        parts="a truce began (of A and B) / a truce began (of C and D)",
        leaves="a truce began (of A and B) / A's truce began",
    ),
    Veto(
        "opposite",
        _opposite,
        parts="approved the bill / rejected the bill",
        leaves="approved the bill / passed the bill",
    ),
    Veto(
        "roles",
        _roles_turned,
        parts="A shelled B / B shelled A",
        leaves="A shelled B / B was shelled by A",
    ),
)
VETOES_REPEAT = (
    Veto(
        "numbers",
        lambda pair: _each_lacks(pair.new_terms.numbers, pair.old_terms.numbers),
        parts="released 290 prisoners / released 64 prisoners",
        leaves="released 290 prisoners / released prisoners",
    ),
    Veto(
        "names",
        lambda pair: _each_lacks(pair.new_read.names, pair.old_read.names),
        parts="met in Munich / met in Jakarta",
        leaves="met in Munich / met",
    ),
    Veto(
        "outlook",
        lambda pair: pair.new_read.core.outlook != pair.old_read.core.outlook,
        parts="will sign the pact / signed the pact",
        leaves="will sign the pact / is to sign the pact",
    ),
    Veto(
        "decisive",
        lambda pair: bool((pair.new_read.core.words ^ pair.old_read.core.words) & DECISIVE),
        parts="made a truce offer / rejected a truce offer",
        leaves="rejected a truce offer / turned a truce offer down",
    ),
    Veto(
        "kind",
        lambda pair: (pair.new.kind == "position") != (pair.old.claim.kind == "position"),
        parts="troops must leave (a demand) / troops must leave (a court's finding)",
        leaves="troops must leave (a demand) / troops have to leave (a demand)",
    ),
)
VETOES_ANSWER = (
    Veto(
        "numbers",
        lambda pair: bool(pair.old_terms.numbers) and bool(pair.new_terms.numbers - pair.old_terms.numbers),
        parts="killed 47 civilians / denied killing 12",
        leaves="killed 47 civilians / denied killing civilians",
    ),
    Veto(
        "names",
        _unknown_names,
        parts="A hired the company / C denied that C hired the company",
        leaves="A hired the company / A denied that it hired the company",
    ),
    Veto(
        "decisive",
        lambda pair: bool((pair.new_read.core.words - pair.old_terms.words) & DECISIVE),
        parts="agreed to a truce / denied that it broke the truce",
        leaves="agreed to a truce / denied that it agreed to a truce",
    ),
)
"""Tests for both questions, for a repetition, and for an answer."""


__all__ = [
    "VETOES_ANSWER",
    "VETOES_BOTH",
    "VETOES_REPEAT",
    "WINDOW_DAYS",
    "Candidate",
    "NewStatement",
    "Pair",
    "Reading",
    "Veto",
    "days_apart",
]
