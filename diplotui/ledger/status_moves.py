"""Which party's cell made a claim's status move."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from diplotui.model import Position


def turned_cells(before: Mapping[str, Position], after: Sequence[Position]) -> list[Position]:
    """Cells of parties that turned round: they hold the opposite of what they held, and did not before."""
    return [
        cell
        for cell in after
        if cell.reversed and (cell.party not in before or before[cell.party].statement != cell.statement)
    ]


def moving_cell(
    before: Mapping[str, Position], after: Sequence[Position], subjects: Collection[str]
) -> Position | None:
    """The cell that changed and so made a status move; None where none did, as after a correction.

    Of several: one that turned round, then a subject's, then the latest, then the first.
    """
    turned = {cell.party for cell in turned_cells(before, after)}
    changed = [
        cell
        for cell in after
        if cell.statement is not None
        and (
            cell.party not in before
            or (cell.position, cell.statement, cell.part)
            != (before[cell.party].position, before[cell.party].statement, before[cell.party].part)
        )
    ]
    return max(
        changed,
        key=lambda cell: (cell.party in turned, cell.party in subjects, cell.on or date.min),
        default=None,
    )


__all__ = ["moving_cell", "turned_cells"]
