"""What a view of the ledger becomes when it leaves: a brief, a table of events or of positions, in a file."""

import os
from datetime import date
from pathlib import Path

from diplotui.errors import InputError
from diplotui.exports.brief import read_brief
from diplotui.exports.brief_markdown import brief_markdown
from diplotui.exports.csv_table import positions_csv, timeline_csv
from diplotui.model import ClaimRow, StatementView, TimelineFilter
from diplotui.store import Store

MOST_ROWS = 1_000_000
"""Lines of a table at most; a spreadsheet holds 1,048,576."""


def brief_of(store: Store, chosen: TimelineFilter, title: str, today: date) -> str:
    """The brief of what a filter shows, as Markdown."""
    return brief_markdown(read_brief(store, chosen, title, today))


def events_of(store: Store, chosen: TimelineFilter) -> str:
    """The events that a filter shows, newest first, as CSV."""
    return timeline_csv(store.timeline_by(chosen, "public", MOST_ROWS).rows)


def positions_of(store: Store, chosen: TimelineFilter) -> str:
    """Who stands where on each claim of the events that a filter shows, as CSV."""
    rows = store.claims(
        topic=chosen.topic, party=chosen.party, as_of=chosen.as_of, as_recorded=chosen.as_recorded
    )
    if chosen.since is not None or chosen.query is not None:
        events = {row.id for row in store.timeline_by(chosen, "public", MOST_ROWS).rows}
        rows = tuple(row for row in rows if row.claim.event in events)
    return claims_csv(store, rows, chosen.as_recorded)


def claims_csv(store: Store, rows: tuple[ClaimRow, ...], as_recorded: str | None = None) -> str:
    """Who stands where on these claims, as CSV."""
    named = {cell.statement for row in rows for cell in row.positions if cell.statement}
    statements: dict[str, StatementView] = {one: store.statement(one, as_recorded) for one in sorted(named)}
    return positions_csv(rows, statements)


def write_new(path: Path, text: str) -> Path:
    """Write a file that is not there yet, whole or not at all; returns where it is.

    Raises InputError where there is one already, or where it cannot be written.
    """
    where = path.expanduser().absolute()
    partial = where.with_name(f".{where.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(text.encode("utf-8"))
        os.link(partial, where)  # fails where a file is, unlike a rename
    except FileExistsError:
        raise InputError(f"{path} is there already; name another file, or move that one away") from None
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}); name another place") from None
    finally:
        partial.unlink(missing_ok=True)
    return where
