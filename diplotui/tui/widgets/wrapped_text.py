"""A long text cut into lines that know where they stand in it.

Offsets are code points into the text as given; a line is a start and an end, without the blank at which it
was broken.
"""

import re
from bisect import bisect_right

from rich.cells import get_character_cell_size

Spans = list[tuple[int, int]]

_ONE_CELL = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Text of characters that all take one cell: Latin, Greek, Cyrillic, marks of quotation and money."""


def wrap_spans(text: str, width: int) -> Spans:
    """The lines of ``text`` in ``width`` cells, broken at blanks where there are any; in order."""
    width = max(2, width)
    spans: Spans = []
    start = 0
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        paragraph = text[start:end]
        if _ONE_CELL.fullmatch(paragraph):
            _by_length(text, start, end, width, spans)
        else:
            _by_cells(text, start, end, width, spans)
        if end == len(text):
            return spans
        start = end + 1


def _by_length(text: str, start: int, end: int, width: int, spans: Spans) -> None:
    """Where every character takes one cell."""
    while end - start > width:
        cut = text.rfind(" ", start + 1, start + width + 1)
        if cut < 0:
            cut = start + width
        spans.append((start, cut))
        start = cut
        while start < end and text[start] == " ":
            start += 1
    spans.append((start, end))


def _by_cells(text: str, start: int, end: int, width: int, spans: Spans) -> None:
    """Where some take none or two."""
    place, used, blank = start, 0, -1
    while place < end:
        size = get_character_cell_size(text[place])
        if used + size > width:
            cut = blank if blank > start else place
            spans.append((start, cut))
            start = cut
            while start < end and text[start] == " ":
                start += 1
            place, used, blank = start, 0, -1
            continue
        if text[place] == " ":
            blank = place
        used += size
        place += 1
    spans.append((start, end))


def line_of(spans: Spans, offset: int) -> int:
    """Index of the line in which a place of the text stands."""
    return max(0, bisect_right(spans, (offset, 1 << 60)) - 1)
