"""What the main screen reads in one go: each function is one job for the reader lane."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotui.errors import NotFound
from diplotui.model import (
    EventDetail,
    Lookback,
    TimelineFilter,
    TimelinePage,
    TimelinePlace,
    TimelineRow,
    TopicCount,
)
from diplotui.tui.widgets.window import PAGE, Ask, Side

if TYPE_CHECKING:
    from diplotui.store import Store


@dataclass(frozen=True, slots=True)
class Rows:
    """A window of the timeline, the event to mark in it, and where that one stands among all."""

    page: TimelinePage
    mark: str | None = None
    place: TimelinePlace | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """All that the main screen shows."""

    topics: tuple[TopicCount, ...]
    rows: Rows
    detail: EventDetail | None


def read_rows(store: "Store", chosen: TimelineFilter, ask: Ask) -> Rows:
    """The rows asked for; older and newer ones come without a place, which follows from their neighbours."""
    if ask.side is Side.OLDER:
        return Rows(store.timeline(chosen, before=ask.key, limit=PAGE))
    if ask.side is Side.NEWER:
        return Rows(store.timeline(chosen, after=ask.key, limit=PAGE))
    if ask.side is Side.OLDEST:
        page = store.timeline_oldest(chosen, limit=PAGE)
    elif ask.side is Side.AROUND:
        page = store.timeline(chosen, around=ask.key, limit=2 * PAGE)
    else:
        page = store.timeline(chosen, limit=PAGE)
    row = _row_to_mark(page.rows, ask)
    if row is None:
        return Rows(page)
    return Rows(page, row.id, store.timeline_place(chosen, row.key))


def _row_to_mark(rows: Sequence[TimelineRow], ask: Ask) -> TimelineRow | None:
    """The event asked for, else the one at its key or the next older one; without a key the end asked for."""
    if not rows:
        return None
    named = next((row for row in rows if row.id == ask.mark), None)
    if named is not None:
        return named
    if ask.side is Side.OLDEST:
        return rows[-1]
    key = ask.key
    return rows[0] if key is None else next((row for row in rows if row.key <= key), rows[-1])


def read_event(store: "Store", event: str, back: Lookback) -> EventDetail | None:
    """An event for the panes on the right; None where it is not in the ledger, or was not there then."""
    try:
        return store.at(back).event(event)
    except NotFound:
        return None


def read_board(store: "Store", chosen: TimelineFilter, event: str | None, ask: Ask) -> Board:
    """Everything again: topics, the rows round what is held, and the marked event.

    Where the held event got another place in time, its new key is read around.
    """
    detail = read_event(store, event, chosen.back) if event is not None else None
    if detail is not None and ask.side is Side.AROUND and ask.mark == detail.event.id:
        ask = Ask(ask.side, detail.row.key, ask.mark)
    return Board(store.at(chosen.back).topics(), read_rows(store, chosen, ask), detail)
