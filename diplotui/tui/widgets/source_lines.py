"""Watched sources, their entries and offers as rows of a list."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from diplotui.fetching.words import ago, chosen_words, fate_words, sparkline, state_of
from diplotui.model.sources import ShownEntry, WatchedSource
from diplotui.text import one_line
from diplotui.tui.lines import BLANK, Line, Piece, at_edge, cells, cut, joined, piece, wrap
from diplotui.tui.widgets.row_list import Row
from diplotui.words import plural, short_day

NARROW = 100
"""Cells below which a source's line has no sparkline's words."""
MOST_ERROR_LINES = 2


def source_rows(sources: Sequence[WatchedSource], now: datetime, fetching: Collection[str] = ()) -> list[Row]:
    """A row for each source, its error under it."""
    return [
        Row(
            watched.source.id,
            3 + (MOST_ERROR_LINES if watched.state.error else 0),
            partial(_source_lines, watched, now, watched.source.id in fetching),
        )
        for watched in sources
    ]


def _source_lines(watched: WatchedSource, now: datetime, fetching: bool, width: int) -> list[Line]:
    source, state = watched.source, watched.state
    standing = state_of(watched, now, fetching=fetching)
    right: Line = (
        piece(f"{source.reliability}  " if source.reliability else "", "strong"),
        piece(sparkline(watched.days), "day"),
        piece(f"  {standing.word:<15}", standing.role),
    )
    room = width - cells(right) - 4
    left: Line = (
        piece(f" {standing.glyph} ", standing.role),
        piece(cut(one_line(source.name), room), "strong"),
    )
    lines = [at_edge(left, right, width)]
    facts = [
        f"fetched {ago(state.fetched, now)}" if state.fetched else "",
        f"next {ago(state.due, now)}" if state.due and not source.paused else "",
        f"newest {ago(state.newest, now)}" if state.newest else "",
        plural(watched.documents, "document"),
        *chosen_words(source),
    ]
    beside = " · ".join(one_line(fact) for fact in facts if fact)
    lines.append((Piece("   "), piece(cut(beside, width - 4), "dim")))
    if state.error:
        said = wrap(one_line(trouble_words(watched, now)), width - 4, MOST_ERROR_LINES)
        lines += [(Piece("   "), piece(words, "denies")) for words in said]
    return [*lines, BLANK]


def trouble_words(watched: WatchedSource, now: datetime) -> str:
    """A source's last failure and what happens next; its name stands beside it."""
    state = watched.state
    if state.due is None:
        return f"{state.error}; it is not asked again, its entries stay; it can be taken off the list"
    times = f", for the {state.failures}th time" if state.failures > 3 else ""
    after = "resume it to try again" if watched.source.paused else f"next try {ago(state.due, now)}"
    return f"{state.error}{times}; {after}"


def entry_rows(entries: Sequence[ShownEntry], name_of: Callable[[str], str] | None = None) -> list[Row]:
    """A row for each entry; ``name_of``: the source's name, where they are of several."""
    return [
        Row(
            str(entry.number),
            3,
            partial(_entry_lines, entry, name_of(entry.source) if name_of else ""),
            event=entry.event,
        )
        for entry in entries
    ]


def _entry_lines(entry: ShownEntry, name: str, width: int) -> list[Line]:
    when = entry.published or entry.first_seen
    day = short_day(datetime.fromisoformat(when).date())
    fate, role = fate_words(entry)
    glyph = "●" if entry.statements else "○" if entry.document else "–"
    title = one_line(entry.title) or "without a title"
    head = at_edge(
        (piece(f" {glyph} ", role), piece(cut(title, width - 14))), (piece(f"{day:>7} ", "dim"),), width
    )
    parts: list[Line] = [(piece(one_line(fate), role),)]
    if name:
        parts.insert(0, (piece(one_line(name), "dim"),))
    if entry.can_be_taken_in:
        parts.append((piece("can be taken in", "key"),))
    below = joined(parts, piece(" · ", "dim"))
    if cells(below) > width - 4:
        below = (piece(cut(one_line(fate), width - 4), role),)
    return [head, (Piece("   "), *below), BLANK]


def offer_rows(
    offers: Sequence[tuple[str, str, str]], chosen: Collection[str], watched: Collection[str]
) -> list[Row]:
    """Rows to choose from: address, name, what is known of it."""

    def lines(address: str, name: str, note: str, width: int) -> list[Line]:
        if address in watched:
            front = piece(" ● watched   ", "affirms")
        else:
            front = piece(" ◉ chosen    " if address in chosen else " ○           ", "key")
        below = " · ".join(part for part in (one_line(note), one_line(address)) if part)
        return [
            (front, piece(cut(one_line(name), width - 14), "strong" if address in chosen else "")),
            (Piece(" " * 13), piece(cut(below, width - 14), "dim")),
        ]

    return [Row(address, 2, partial(lines, address, name, note)) for address, name, note in offers]


__all__ = ["entry_rows", "offer_rows", "source_rows", "trouble_words"]
