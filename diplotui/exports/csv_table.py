"""Tables for spreadsheets: events and positions as comma-separated values.

After RFC 4180, in UTF-8. A cell of words that a spreadsheet would take for a formula gets an apostrophe
before it (OWASP, "CSV Injection"); numbers and days are written as they are.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from diplotui.exports.status_json import iso_day
from diplotui.model import ClaimRow, StatementView, TimelineRow
from diplotui.text import one_line

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula can begin with; also the full-width forms, which some programs read alike."""

TIMELINE_COLUMNS = (
    "id", "public", "date", "topic", "kind", "event", "parties", "status",
    "statements", "documents", "origins",
)  # fmt: skip

POSITION_COLUMNS = (
    "claim_id", "claim", "topic", "status", "party", "position", "stance", "coverage", "in_part", "reversed",
    "proposed", "on", "basis", "scope", "words", "speaker", "publisher", "url", "origins", "named", "people",
)  # fmt: skip


def guarded(words: str | None) -> str:
    """Words as a cell that no spreadsheet takes for a formula; one line."""
    line = one_line(words or "")
    return f"'{line}" if line.startswith(FORMULA_STARTS) else line


def timeline_csv(rows: Iterable[TimelineRow]) -> str:
    """A line an event, in the order given."""
    return _table(
        TIMELINE_COLUMNS,
        (
            (
                guarded(row.id),
                iso_day(row.public) or "",
                guarded(row.date.edtf),
                guarded(row.topic),
                row.kind.value,
                guarded(row.title),
                guarded(" ".join(row.parties)),
                row.status.value,
                row.statements,
                row.documents,
                row.counts.origins,
            )
            for row in rows
        ),
    )


def positions_csv(rows: Iterable[ClaimRow], statements: Mapping[str, StatementView]) -> str:
    """A line a party's position on a claim, in the order given, with the words on which it rests.

    ``statements`` by id: those that the positions name; one that is missing leaves its cells empty.
    """
    return _table(POSITION_COLUMNS, (line for row in rows for line in _positions(row, statements)))


def _positions(row: ClaimRow, statements: Mapping[str, StatementView]) -> Iterable[Sequence[object]]:
    for cell in row.positions:
        view = statements.get(cell.statement or "")
        yield (
            guarded(row.claim.id),
            guarded(row.claim.text),
            guarded(row.topic),
            row.status.value,
            guarded(cell.party),
            cell.position.value,
            cell.stance.value if cell.stance else "",
            cell.coverage.value if cell.coverage else "",
            _yes(cell.part),
            _yes(cell.reversed),
            _yes(cell.proposed),
            iso_day(cell.on) or "",
            cell.basis.value if cell.basis else "",
            guarded(cell.scope),
            guarded(view.statement.exact if view else None),
            guarded(view.speaker.name if view and view.speaker else None),
            guarded(view.publisher if view else None),
            guarded(view.url if view else None),
            row.counts.origins,
            row.counts.named,
            row.counts.people,
        )


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _table(columns: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(lines)
    return out.getvalue()
