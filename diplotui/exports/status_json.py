"""Claims and where the parties stand on them, as ``status --json`` prints it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from diplotui.model import ClaimRow, NewestStance, Position


def status_json(claim_rows: Iterable[ClaimRow]) -> list[dict[str, Any]]:
    """One object a claim, in the order given; days in ISO form, counts as whole numbers."""
    return [_claim(row) for row in claim_rows]


def _claim(row: ClaimRow) -> dict[str, Any]:
    return {
        "id": row.claim.id,
        "claim": row.claim.text,
        "topic": row.topic,
        "status": row.status.value,
        "subjects": list(row.claim.subjects),
        "positions": {cell.party: _cell(cell) for cell in row.positions},
        "origins": row.counts.origins,
        "named": row.counts.named,
        "people": row.counts.people,
        "documents": row.counts.documents,
    }


def _cell(cell: Position) -> dict[str, Any]:
    return {
        "position": cell.position.value,
        "stance": cell.stance.value if cell.stance else None,
        "coverage": cell.coverage.value if cell.coverage else None,
        "basis": cell.basis.value if cell.basis else None,
        "on": iso_day(cell.on),
        "statement": cell.statement,
        "scope": cell.scope,
        "proposed": cell.proposed,
        "reversed": cell.reversed,
        "newest": _newest(cell.newest),
    }


def _newest(newest: NewestStance | None) -> dict[str, Any] | None:
    if newest is None:
        return None
    return {"stance": newest.stance.value, "on": iso_day(newest.on), "statement": newest.statement}


def iso_day(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day is not None else None
