"""The tables of the state machine of positions: what each stance does, and where it leads from where."""

from enum import Enum

from diplotui.model import PositionKind, Stance


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

SAME_MOMENT = {
    Move.ASK: 0,
    Move.EVADE: 1,
    Move.AFFIRM: 2,
    Move.DENY: 3,
    Move.SOFTEN: 4,
    Move.WITHDRAW: 5,
}
"""Order of moves of one moment: a question before its answer, a word before its withdrawal."""
