"""Where a party stands on a claim: a state machine over what it said, in the order it became public.

Four things decide which statement a position rests on, in this order:

1. coverage: explicit before implied before characterised, as long as it affirms, denies or withdraws;
2. weight: an evasion never displaces a word that affirms or denies, of any coverage;
3. footing: an unnamed official fills an empty cell and never overturns an on-record statement;
4. time: the later day; on one day on-record before unnamed, then the later clock. Where none of this tells
   two opposite statements apart, one stands in front and the other is named beside it (``tied``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from diplotui.ledger.facts import StanceFact
from diplotui.model import Basis, Coverage, NewestStance, Position, PositionKind, Stance


class Move(Enum):
    """What a stance does to a position."""

    ASK = "ask"
    EVADE = "evade"
    AFFIRM = "affirm"
    DENY = "deny"
    SOFTEN = "soften"
    WITHDRAW = "withdraw"


MOVES: dict[Stance, Move] = {
    Stance.ASKED: Move.ASK,
    Stance.DECLINES: Move.EVADE,
    Stance.NEITHER: Move.EVADE,
    Stance.REFERS: Move.EVADE,
    Stance.UNAWARE: Move.EVADE,
    Stance.NON_DENIAL: Move.EVADE,
    Stance.ASSERTS: Move.AFFIRM,
    Stance.CONFIRMS: Move.AFFIRM,
    Stance.PARTLY_CONFIRMS: Move.AFFIRM,
    Stance.DENIES: Move.DENY,
    Stance.PARTLY_DENIES: Move.DENY,
    Stance.WALKS_BACK: Move.SOFTEN,
    Stance.RETRACTS: Move.WITHDRAW,
}
"""Every stance and the move it makes."""

IN_PART = frozenset({Stance.PARTLY_CONFIRMS, Stance.PARTLY_DENIES, Stance.WALKS_BACK})
"""Stances that leave a position marked as held in part."""

NEXT: dict[tuple[PositionKind, Move], PositionKind] = {
    (PositionKind.NOTHING, Move.ASK): PositionKind.ASKED,
    (PositionKind.NOTHING, Move.EVADE): PositionKind.EVADES,
    (PositionKind.NOTHING, Move.AFFIRM): PositionKind.AFFIRMS,
    (PositionKind.NOTHING, Move.DENY): PositionKind.DENIES,
    (PositionKind.NOTHING, Move.SOFTEN): PositionKind.EVADES,
    (PositionKind.NOTHING, Move.WITHDRAW): PositionKind.WITHDREW,
    (PositionKind.ASKED, Move.EVADE): PositionKind.EVADES,
    (PositionKind.ASKED, Move.AFFIRM): PositionKind.AFFIRMS,
    (PositionKind.ASKED, Move.DENY): PositionKind.DENIES,
    (PositionKind.ASKED, Move.SOFTEN): PositionKind.EVADES,
    (PositionKind.ASKED, Move.WITHDRAW): PositionKind.WITHDREW,
    (PositionKind.EVADES, Move.EVADE): PositionKind.EVADES,
    (PositionKind.EVADES, Move.AFFIRM): PositionKind.AFFIRMS,
    (PositionKind.EVADES, Move.DENY): PositionKind.DENIES,
    (PositionKind.EVADES, Move.SOFTEN): PositionKind.EVADES,
    (PositionKind.EVADES, Move.WITHDRAW): PositionKind.WITHDREW,
    (PositionKind.AFFIRMS, Move.AFFIRM): PositionKind.AFFIRMS,
    (PositionKind.AFFIRMS, Move.DENY): PositionKind.DENIES,
    (PositionKind.AFFIRMS, Move.SOFTEN): PositionKind.AFFIRMS,
    (PositionKind.AFFIRMS, Move.WITHDRAW): PositionKind.WITHDREW,
    (PositionKind.DENIES, Move.AFFIRM): PositionKind.AFFIRMS,
    (PositionKind.DENIES, Move.DENY): PositionKind.DENIES,
    (PositionKind.DENIES, Move.SOFTEN): PositionKind.DENIES,
    (PositionKind.DENIES, Move.WITHDRAW): PositionKind.WITHDREW,
    (PositionKind.WITHDREW, Move.AFFIRM): PositionKind.AFFIRMS,
    (PositionKind.WITHDREW, Move.DENY): PositionKind.DENIES,
    (PositionKind.WITHDREW, Move.WITHDRAW): PositionKind.WITHDREW,
}
"""From a position, by a move, to the next; a pair that is not here leaves the position as it is.

A softening or a withdrawal whose earlier statement the ledger does not have still is an answer: the first
counts as an evasion (its sign is not known), the second as a withdrawal.
"""

WEIGHT: dict[PositionKind, int] = {
    PositionKind.NOTHING: 0,
    PositionKind.ASKED: 1,
    PositionKind.SILENT: 1,
    PositionKind.EVADES: 2,
    PositionKind.WITHDREW: 3,
    PositionKind.AFFIRMS: 3,
    PositionKind.DENIES: 3,
}
"""Which position is worth more in one cell; a lighter one never displaces a heavier one."""

OPPOSITE: dict[PositionKind, PositionKind] = {
    PositionKind.AFFIRMS: PositionKind.DENIES,
    PositionKind.DENIES: PositionKind.AFFIRMS,
}

_SAME_MOMENT = {
    Move.ASK: 0,
    Move.EVADE: 1,
    Move.AFFIRM: 2,
    Move.DENY: 3,
    Move.SOFTEN: 4,
    Move.WITHDRAW: 5,
}
"""Order of moves of one moment: a question before its answer, a word before its withdrawal."""


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
            _SAME_MOMENT[MOVES[fact.stance]],
        ),
    )


def hold(facts: Iterable[StanceFact]) -> Held:
    """What facts of one party, one claim and one coverage come to."""
    held = Held()
    for fact in in_order(facts):
        held = step(held, fact)
    return held


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
    own: Sequence[StanceFact],
    implied: Sequence[StanceFact],
    *,
    now: date,
    silent_after: int,
) -> Position:
    """The cell of one party on one claim.

    ``own`` are its facts on the claim itself, ``implied`` those that reach it from other claims (see
    ``implied_fact``), all already public; ``now`` is the day from which silence is counted, in days.
    """
    tiers = (
        hold(fact for fact in own if fact.coverage is not Coverage.CHARACTERISED),
        hold(implied),
        hold(fact for fact in own if fact.coverage is Coverage.CHARACTERISED),
    )
    held = max(tiers, key=lambda tier: WEIGHT[tier.kind])
    if held.fact is None:
        return Position(party)
    kind = held.kind
    if kind is PositionKind.ASKED and _unanswered(held.fact, now, silent_after):
        kind = PositionKind.SILENT
    reversed_, tied = _opposition(held)
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
        reversed=reversed_ is not None,
        earlier=reversed_,
        newest=newest(held, own),
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


def newest(held: Held, own: Sequence[StanceFact]) -> NewestStance | None:
    """The last thing the party did on the claim, where it came after what its position rests on.

    Somebody's summary of the same position is no further act and is left out.
    """
    front = held.fact
    if front is None:
        return None
    later = [
        fact
        for fact in own
        if fact.on is not None
        and (front.on is None or known_before(front, fact))
        and not _summary_of(held, fact)
    ]
    if not later:
        return None
    last = max(in_order(later), key=lambda fact: (fact.on or date.min, fact.clock or ""))
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
