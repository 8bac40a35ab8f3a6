"""Both sentences of a party that turned round, or that says two things at once, side by side."""

from collections.abc import Sequence

from diplotui.marks import STANCE_MARKS
from diplotui.model import Position, StatementView
from diplotui.text import one_line
from diplotui.tui.lines import BLANK, Line, indented, pad, piece, quoted, wrap
from diplotui.words import BASIS_WORDS, bounds_words

SIDE_BY_SIDE = 56
"""Cells from which the two stand beside each other; below, one under the other."""
SENTENCE_LINES = 4


def both_sides(
    claim: str, position: Position | None, statements: Sequence[StatementView], width: int
) -> list[Line]:
    """``before`` and ``now``, or ``either`` and ``or``, each with its words; nothing where there is one."""
    if position is None:
        return []
    other = position.earlier if position.reversed else position.tied
    views = {view.statement.id: view for view in statements}
    first, second = views.get(other or ""), views.get(position.statement or "")
    if first is None or second is None or first is second:
        return []
    heads = ("before", "now") if position.reversed else ("either", "or")
    party = one_line(position.party)
    if width < SIDE_BY_SIDE:
        below = [
            _side(claim, f"{party} {head}", view, width)
            for head, view in zip(heads, (first, second), strict=True)
        ]
        return [BLANK, *below[0], *below[1]]
    half = (width - 2) // 2
    left = _side(claim, f"{party} {heads[0]}", first, half)
    right = _side(claim, f"{party} {heads[1]}", second, half)
    height = max(len(left), len(right))
    left += [BLANK] * (height - len(left))
    right += [BLANK] * (height - len(right))
    return [BLANK, *((*pad(one, half + 2), *two) for one, two in zip(left, right, strict=True))]


def _side(claim: str, head: str, view: StatementView, width: int) -> list[Line]:
    """Stance, basis and day; under them the sentence."""
    stance = next((one.stance for one in view.stances if one.claim == claim), None)
    mark = STANCE_MARKS[stance] if stance is not None else None
    front: Line = (
        piece(f"{head} ", "strong"),
        *((piece(f"{mark.glyph} {mark.word} ", mark.role),) if mark else ()),
    )
    facts = ", ".join(
        one for one in (BASIS_WORDS[view.statement.basis], bounds_words(view.statement.said)) if one
    )
    said = wrap(quoted(one_line(view.statement.exact)), width, SENTENCE_LINES)
    return [front, *indented(facts, (), width, "dim", limit=2), *((piece(line, "quote"),) for line in said)]
