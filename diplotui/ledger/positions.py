"""Where a party stands on a claim: a state machine over what it said, in the order it became public.

Four things decide which statement a position rests on, in this order:

1. coverage: explicit before implied before characterised, as long as it affirms, denies or withdraws;
2. weight: an evasion never displaces a word that affirms or denies, of any coverage;
3. footing: who speaks unnamed can fill an empty cell, but cannot overturn what stands on the record;
4. time: the later day; on one day on-record before unnamed, then the later clock. Where none of this tells
   two opposite statements apart, one stands in front and the other is named beside it (``tied``).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from diplotui.ledger.facts import StanceFact
from diplotui.ledger.moves import IN_PART, MOVES, NEXT, OPPOSITE, SAME_MOMENT, WEIGHT, Move
from diplotui.model import Basis, Coverage, NewestStance, Position, PositionKind, Stance


@dataclass(frozen=True, slots=True)
class Held:
    """A position with the fact it rests on, as far as one kind of coverage tells."""

    kind: PositionKind = PositionKind.NOTHING
    fact: StanceFact | None = None
    part: bool = False
    sign: PositionKind | None = None
    """The last affirms or denies, kept through a withdrawal."""
    signed: StanceFact | None = None
    """The fact that set ``sign`` last."""
    opposite: StanceFact | None = None
    """The last fact that held the opposite of ``sign``."""


def on_record(fact: StanceFact) -> bool:
    """Whether a speaker known by name or office put it on the record."""
    return fact.basis is Basis.ON_RECORD


def known_before(first: StanceFact, second: StanceFact) -> bool:
    """Whether the ledger knows that ``first`` became public before ``second``."""
    if first.on is None or second.on is None:
        return False
    if first.on != second.on:
        return first.on < second.on
    return first.clock is not None and second.clock is not None and first.clock < second.clock


def in_order(facts: Iterable[StanceFact]) -> list[StanceFact]:
    """Facts in the order in which they take effect, the last one in front; arrival plays no part.

    What has no day comes first: it must not overturn what has one.
    """
    by_name = sorted(facts, key=lambda fact: fact.statement, reverse=True)
    return sorted(
        by_name,
        key=lambda fact: (
            fact.on or date.min,
            on_record(fact),
            fact.clock or "",
            SAME_MOMENT[MOVES[fact.stance]],
        ),
    )


def hold(facts: Iterable[StanceFact]) -> Held:
    """What facts of one party, one claim and one kind of coverage come to."""
    return _Line(facts).until(None)


class _Line:
    """Facts in order, with what was held after each of them: the position of any day is one look-up."""

    def __init__(self, facts: Iterable[StanceFact]) -> None:
        self.facts = in_order(facts)
        self.days = [fact.on or date.min for fact in self.facts]
        self.states = list(accumulate(self.facts, step, initial=Held()))

    def until(self, on: date | None) -> Held:
        return self.states[-1 if on is None else bisect_right(self.days, on)]

    def between(self, first: date, on: date | None) -> list[StanceFact]:
        return self.facts[bisect_left(self.days, first) : None if on is None else bisect_right(self.days, on)]


class Track:
    """All that one party did on one claim: its own words, and what others say it said."""

    def __init__(self, facts: Iterable[StanceFact]) -> None:
        known = list(facts)
        self._own = _Line(fact for fact in known if fact.coverage is not Coverage.CHARACTERISED)
        self._summaries = _Line(fact for fact in known if fact.coverage is Coverage.CHARACTERISED)

    def own(self, on: date | None) -> Held:
        """What its own words public on a day came to (None: all of them)."""
        return self._own.until(on)

    def summed_up(self, on: date | None) -> Held:
        """What others' summaries public on a day came to."""
        return self._summaries.until(on)

    def after(self, fact: StanceFact, on: date | None) -> list[StanceFact]:
        """What is known to have become public later than ``fact``, until a day.

        Beside a fact without a day, everything that has one counts as later.
        """
        first = fact.on or date.min
        later = self._own.between(first, on) + self._summaries.between(first, on)
        return [one for one in later if one.on is not None and (fact.on is None or known_before(fact, one))]


def step(held: Held, fact: StanceFact) -> Held:
    """One transition of the state machine."""
    move = MOVES[fact.stance]
    kind = NEXT.get((held.kind, move))
    if kind is None or _outranked(held, fact, kind):
        return held
    if move not in (Move.AFFIRM, Move.DENY):
        return replace(held, kind=kind, fact=fact, part=move is Move.SOFTEN and kind in OPPOSITE)
    turned = held.sign is not None and kind is OPPOSITE[held.sign]
    return Held(
        kind=kind,
        fact=fact,
        part=fact.stance in IN_PART,
        sign=kind,
        signed=fact,
        opposite=held.signed if turned else held.opposite,
    )


def _outranked(held: Held, fact: StanceFact, kind: PositionKind) -> bool:
    """Whether an unnamed speaker would overturn what an on-record one established."""
    if held.fact is None or on_record(fact) or not on_record(held.fact):
        return False
    return WEIGHT[kind] <= WEIGHT[held.kind]


def position(
    party: str,
    track: Track,
    implied: Sequence[StanceFact],
    *,
    on: date | None,
    now: date,
    silent_after: int,
) -> Position:
    """The cell of one party on one claim, as of day ``on`` (None: no restriction).

    ``implied`` are the facts that reach the claim from others (see ``implied_fact``), public by then; ``now``
    is the day up to which silence is counted, in days.
    """
    tiers = (track.own(on), hold(implied), track.summed_up(on))
    held = max(tiers, key=lambda tier: WEIGHT[tier.kind])
    if held.fact is None:
        return Position(party)
    kind = held.kind
    if kind is PositionKind.ASKED and _unanswered(held.fact, now, silent_after):
        kind = PositionKind.SILENT
    reversed_from, tied = _opposition(held)
    return Position(
        party=party,
        position=kind,
        stance=held.fact.stance,
        coverage=held.fact.coverage,
        basis=held.fact.basis,
        on=held.fact.on,
        statement=held.fact.statement,
        scope=held.fact.scope,
        part=held.part,
        proposed=held.fact.proposed,
        reversed=reversed_from is not None,
        earlier=reversed_from,
        newest=_newest(held, track.after(held.fact, on)),
        tied=tied,
    )


def _unanswered(question: StanceFact, now: date, silent_after: int) -> bool:
    return question.on is not None and now - question.on >= timedelta(days=silent_after)


def _opposition(held: Held) -> tuple[str | None, str | None]:
    """The statement this position turned from, and the one it cannot be told apart from in time."""
    if held.kind not in OPPOSITE or held.fact is None or held.opposite is None:
        return None, None
    if known_before(held.opposite, held.fact):
        return held.opposite.statement, None
    if on_record(held.opposite) == on_record(held.fact):
        return None, held.opposite.statement
    return None, None


def _newest(held: Held, later: Iterable[StanceFact]) -> NewestStance | None:
    """The last thing the party did after what its position rests on.

    Somebody's summary of the same position is no further act and is left out.
    """
    acts = [fact for fact in later if not _summary_of(held, fact)]
    if not acts:
        return None
    last = max(in_order(acts), key=lambda fact: (fact.on or date.min, fact.clock or ""))
    return NewestStance(last.stance, last.on, last.statement)


def _summary_of(held: Held, fact: StanceFact) -> bool:
    same = NEXT.get((PositionKind.NOTHING, MOVES[fact.stance])) is held.kind
    return fact.coverage is Coverage.CHARACTERISED and same


def implied_fact(claim: str, held: Held, *, affirms: bool) -> StanceFact | None:
    """What a position on one claim implies for another one, or None.

    ``affirms``: the other claim follows from this one, so that affirming this affirms that; else this one
    follows from the other, so that denying this denies that. What is affirmed only in part need not hold
    for what follows from the whole; a denial in part still denies the whole, in part.
    """
    wanted = PositionKind.AFFIRMS if affirms else PositionKind.DENIES
    if held.fact is None or held.kind is not wanted or (affirms and held.part):
        return None
    stance = held.fact.stance
    if stance is Stance.WALKS_BACK:
        stance = Stance.PARTLY_DENIES
    return replace(held.fact, claim=claim, coverage=Coverage.IMPLIED, stance=stance)
