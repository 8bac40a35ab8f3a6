"""How a position, a status and a stance are marked: a glyph, a word and a role (the style sheet's colour).

Meaning is carried by glyph and word; the colour only helps the eye, so that all works without colour.
"""

from dataclasses import dataclass

from diplotui.model import ClaimStatus, Coverage, Position, PositionKind, Stance


@dataclass(frozen=True, slots=True)
class Mark:
    """A glyph of one cell, the word beside it, and the role that colours both."""

    glyph: str
    word: str
    role: str


PLAIN = Mark("·", "", "dim")
"""Not a party to the claim, or nothing to say about a status."""

POSITION_MARKS: dict[PositionKind, Mark] = {
    PositionKind.NOTHING: Mark("?", "nothing", "open"),
    PositionKind.ASKED: Mark("◌", "asked", "open"),
    PositionKind.SILENT: Mark("◌", "silent", "open"),
    PositionKind.EVADES: Mark("~", "evades", "evades"),
    PositionKind.AFFIRMS: Mark("✓", "affirms", "affirms"),
    PositionKind.DENIES: Mark("✗", "denies", "denies"),
    PositionKind.WITHDREW: Mark("↩", "withdrew", "evades"),
}

STATUS_MARKS: dict[ClaimStatus, Mark] = {
    ClaimStatus.DISPUTED: Mark("≠", "disputed", "denies"),
    ClaimStatus.DENIED: Mark("✗", "denied", "denies"),
    ClaimStatus.DENIED_IN_PART: Mark("✗", "denied in part", "denies"),
    ClaimStatus.DENIED_BY_SOME: Mark("✗", "denied by some", "denies"),
    ClaimStatus.WITHDRAWN: Mark("↩", "withdrawn", "evades"),
    ClaimStatus.EVADED: Mark("~", "evaded", "evades"),
    ClaimStatus.SILENT: Mark("◌", "silent", "open"),
    ClaimStatus.ASKED: Mark("◌", "asked", "open"),
    ClaimStatus.AFFIRMED: Mark("✓", "affirmed", "affirms"),
    ClaimStatus.UNADDRESSED: Mark("?", "unaddressed", "open"),
}

STANCE_MARKS: dict[Stance, Mark] = {
    Stance.ASSERTS: Mark("✓", "asserts", "affirms"),
    Stance.CONFIRMS: Mark("✓", "confirms", "affirms"),
    Stance.PARTLY_CONFIRMS: Mark("✓", "partly confirms", "affirms"),
    Stance.DENIES: Mark("✗", "denies", "denies"),
    Stance.PARTLY_DENIES: Mark("✗", "partly denies", "denies"),
    Stance.NON_DENIAL: Mark("~", "non-denial of", "evades"),
    Stance.DECLINES: Mark("~", "declines on", "evades"),
    Stance.NEITHER: Mark("~", "neither confirms nor denies", "evades"),
    Stance.REFERS: Mark("~", "refers elsewhere on", "evades"),
    Stance.UNAWARE: Mark("~", "is not aware of", "evades"),
    Stance.WALKS_BACK: Mark("↩", "walks back", "evades"),
    Stance.RETRACTS: Mark("↩", "retracts", "evades"),
    Stance.ASKED: Mark("◌", "is asked about", "open"),
}

REVERSED = Mark("⇄", "reversed", "evades")

_EVASION_WORDS: dict[Stance, str] = {
    Stance.DECLINES: "declines",
    Stance.NEITHER: "neither",
    Stance.REFERS: "refers",
    Stance.UNAWARE: "unaware",
    Stance.NON_DENIAL: "non-denial",
}


def position_mark(position: Position | None) -> Mark:
    """What a cell of the matrix says: None is a party that the claim is not about.

    An implied position says ``implied`` in place of its word, since nobody said it; a reversal goes before
    both, and the cell's second line then tells the present position.
    """
    if position is None:
        return PLAIN
    mark = POSITION_MARKS[position.position]
    if position.reversed:
        return Mark(REVERSED.glyph, REVERSED.word, mark.role)
    if position.coverage is Coverage.IMPLIED:
        return Mark(mark.glyph, "implied", mark.role)
    if position.position is PositionKind.EVADES and position.stance is not None:
        return Mark(mark.glyph, _EVASION_WORDS.get(position.stance, mark.word), mark.role)
    if position.part:
        return Mark(mark.glyph, "in part", mark.role)
    return mark


def cell_roles(position: Position | None) -> tuple[str, ...]:
    """How strongly a cell is shown: bold where a person stands behind it, plain where the rules alone do.

    What nobody said in so many words (implied, characterised by others) is faded.
    """
    role = position_mark(position).role
    if position is None or role == PLAIN.role:
        return (role,)
    if position.coverage in (Coverage.IMPLIED, Coverage.CHARACTERISED):
        return (f"faded-{role}",)
    return (role,) if position.proposed or position.statement is None else (role, "strong")
