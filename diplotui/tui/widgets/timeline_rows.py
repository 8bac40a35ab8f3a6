"""How an event is set as two or three lines of the timeline, and the days as headings between them."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from diplotui.marks import PLAIN, STATUS_MARKS
from diplotui.model import TimelineRow
from diplotui.text import one_line
from diplotui.tui.lines import BLANK, Line, Piece, at_edge, cells, cut, pad, piece, wrap_beside
from diplotui.words import long_day, origin_words, own_date, plural, short_origin_words

DATE_CELLS = 8
"""The column of the event's own date, with a blank after it."""
GLYPH_CELLS = 2
TITLE_LINES = 2
WATCHED = "◉"
"""Marks events of which a claim or a party is watched."""
MOST_PARTIES = 3
LONGEST_TITLE = 400
"""Characters of a title that are looked at; two lines never hold more."""


class Placed(NamedTuple):
    """A line of the timeline and the row of the window it belongs to; None for a heading or a gap."""

    line: Line
    row: int | None


def heading(day: date | None, width: int) -> Line:
    """``Wed 14 Feb 2024 ─────``."""
    words = long_day(day) if day is not None else "Undated"
    rule = "─" * max(0, width - len(words) - 2)
    return (piece(words, "day"), piece(f" {rule}", "dim"))


def parties_words(parties: Sequence[str]) -> str:
    """The codes at the right edge; of many only the first: ``RU US +2``."""
    codes = [cut(one_line(code), 6) for code in parties]
    more = len(codes) - MOST_PARTIES
    return " ".join(codes[:MOST_PARTIES]) + (f" +{more}" if more > 0 else "")


def is_watched(row: TimelineRow, watched: Collection[str]) -> bool:
    """Whether an event is among what is watched, or a party of it is (as ``party/RU``)."""
    return row.id in watched or any(f"party/{party}" in watched for party in row.parties)


@lru_cache(maxsize=2048)
def row_lines(row: TimelineRow, width: int, watched: bool = False) -> tuple[Line, ...]:
    """The lines of one event: date, glyph, title, parties at the edge; the status where somebody answered.

    ``watched``: a claim or a party of it is; then ◉ stands before the parties.
    """
    mark = STATUS_MARKS[row.status] if row.responded else PLAIN
    parties = " ".join(part for part in (WATCHED if watched else "", parties_words(row.parties)) if part)
    margin = DATE_CELLS + GLYPH_CELLS
    room = width - margin - 1
    title = one_line(row.title[:LONGEST_TITLE]) or "(no title)"
    beside = room - (len(parties) + 2 if parties else 0)
    titles = wrap_beside(title, max(beside, 8), max(room, 8), TITLE_LINES)
    front = pad((piece(own_date(row.date, row.public), "dim"),), DATE_CELLS)
    first: Line = (*front, piece(mark.glyph, mark.role), piece(" " + titles[0]))
    lines = [at_edge(first, (piece(parties, "strong"), Piece(" ")) if parties else (), width)]
    lines += [(piece(" " * margin), piece(rest)) for rest in titles[1:]]
    if row.responded:
        lines.append(_status_line(row, width, margin))
    return tuple(lines)


def _status_line(row: TimelineRow, width: int, margin: int) -> Line:
    """``✗ denied · 1 origin · none named``, cut to the width."""
    mark = STATUS_MARKS[row.status]
    words = f"{mark.glyph} {mark.word}"
    notes = f" · ✎ {row.notes}" if row.notes else ""
    front: Line = (piece(" " * margin), piece(words, mark.role))
    room = max(0, width - cells(front))
    counts = row.counts
    wordings = [f" · {origin_words(counts)}{notes}", f" · {short_origin_words(counts)}{notes}"]
    wordings.append(f" · {plural(counts.origins, 'origin')}{notes}")
    fits = next((words for words in wordings if len(words) <= room), wordings[-1])
    return (*front, piece(cut(fits if counts.origins else notes, room), "dim"))


def timeline_lines(
    rows: Sequence[TimelineRow],
    width: int,
    *,
    airy: bool,
    open_end: bool,
    watched: Collection[str] = (),
) -> list[Placed]:
    """All lines of a window: each day's heading, then its rows; ``airy`` puts a blank line between days.

    ``watched``: events and parties that are marked so. ``open_end``: newer rows exist above the window, so
    the first heading is still due.
    """
    placed: list[Placed] = []
    day: date | None = None
    for index, row in enumerate(rows):
        if index == 0 or row.public != day:
            day = row.public
            if airy and (index or open_end):
                placed.append(Placed(BLANK, None))
            placed.append(Placed(heading(day, width), None))
        placed.extend(Placed(line, index) for line in row_lines(row, width, is_watched(row, watched)))
    return placed
