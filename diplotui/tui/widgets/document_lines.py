"""A document as lines: each statement marked in the margin, what was left out dimmed with its reason.

Lines are made when they are asked for, so that a long text is as quick to read as a short one.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload

from diplotui.marks import STANCE_MARKS
from diplotui.model import DocumentView, ExcludedPassage, StatementView
from diplotui.text import one_line
from diplotui.tui.lines import Line, Piece, cut, pad, piece
from diplotui.tui.widgets.statement_lines import speaker_name
from diplotui.tui.widgets.wrapped_text import Spans, line_of, wrap_spans

WIDE_FROM = 100
"""Cells of a line from which the margin has room for names."""
MARGINS = (13, 24)
"""Cells of the margin, narrow and wide."""
TEXT_CELLS = 100
"""Cells of a line of text at most: longer ones are hard to read."""

Span = tuple[int, int]


class DocumentLines(Sequence[Line]):
    """All lines of a document for a width.

    ``current``: the statement that stands out; ``mark``: a marked span; ``before``: lines made earlier, whose
    breaks hold where text and width are the same.
    """

    def __init__(
        self,
        view: DocumentView,
        width: int,
        current: int | None,
        mark: Span | None,
        before: "DocumentLines | None" = None,
    ) -> None:
        self.view = view
        self.current = current
        self.mark = mark
        self.margin = MARGINS[width >= WIDE_FROM]
        self.text = view.document.text
        self.width = width
        same = before is not None and before.width == width and before.text == self.text
        self.spans: Spans = (
            before.spans
            if same and before is not None
            else wrap_spans(self.text, min(TEXT_CELLS, width - self.margin - 1))
        )
        said = [one.statement for one in view.statements]
        self._starts = [one.start for one in said]
        self._longest = max((one.end - one.start for one in said), default=0)
        self._beginning: dict[int, list[int]] = defaultdict(list)
        for place, one in enumerate(view.statements):
            self._beginning[line_of(self.spans, one.statement.start)].append(place)
        self._left_out = {line_of(self.spans, one.start): one for one in reversed(view.document.skip)}

    def __len__(self) -> int:
        return len(self.spans)

    @overload
    def __getitem__(self, line: int) -> Line: ...
    @overload
    def __getitem__(self, line: slice) -> Sequence[Line]: ...
    def __getitem__(self, line: int | slice) -> Line | Sequence[Line]:
        if isinstance(line, slice):
            return [self[index] for index in range(*line.indices(len(self)))]
        return self._line(line)

    def __iter__(self) -> Iterator[Line]:
        return (self[index] for index in range(len(self)))

    def line_of(self, offset: int) -> int:
        """Index of the line in which a place of the text stands."""
        return line_of(self.spans, offset)

    def _line(self, index: int) -> Line:
        start, end = self.spans[index]
        first = bisect_left(self._starts, start - self._longest)
        after = bisect_left(self._starts, max(end, start + 1))
        spoken = [
            (place, self.view.statements[place])
            for place in range(first, after)
            if start < self.view.statements[place].statement.end
        ]
        left_out = [one for one in self.view.document.skip if one.start < end and start < one.end]
        margin = pad(self._margin(index), self.margin - 2)
        return (*margin, self._bar(spoken, left_out), *self._pieces(start, end, left_out))

    def _margin(self, index: int) -> Line:
        """Who begins to speak on this line and what that does, or why the passage is left out."""
        begun = self._beginning.get(index)
        room = self.margin - 3
        if begun:
            first = self.current if self.current in begun else begun[0]
            more = f" +{len(begun) - 1}" if len(begun) > 1 else ""
            one = self.view.statements[first if first is not None else begun[0]]
            glyph, role = statement_mark(one)
            party = one_line(one.statement.party or "")
            who = f"{party} {speaker_name(one)}" if self.margin == MARGINS[1] else party or speaker_name(one)
            look = "strong" if first == self.current else "dim"
            return (
                piece(f"{glyph} ", role),
                piece(cut(who.strip(), room - 2 - len(more)), look),
                piece(more, "dim"),
            )
        if index in self._left_out:
            return (piece(cut(one_line(self._left_out[index].reason), room), "faint"),)
        return ()

    def _bar(self, spoken: Sequence[tuple[int, StatementView]], left_out: Sequence[ExcludedPassage]) -> Piece:
        if any(place == self.current for place, _ in spoken):
            return piece("▌ ", "bar")
        if spoken:
            return piece("▏ ", statement_mark(spoken[0][1])[1])
        return piece("┊ " if left_out else "  ", "faint")

    def _pieces(self, start: int, end: int, left_out: Sequence[ExcludedPassage]) -> Line:
        """The text of a line, broken where its look changes."""
        current: Span = (0, 0)
        if self.current is not None and self.current < len(self.view.statements):
            said = self.view.statements[self.current].statement
            current = (said.start, said.end)
        mark = self.mark or (0, 0)
        edges = {start, end, *current, *mark, *(edge for one in left_out for edge in (one.start, one.end))}
        cuts = sorted(edge for edge in edges if start <= edge <= end)
        pieces: list[Piece] = []
        for begin, stop in pairwise(cuts):
            roles: list[str] = []
            if mark[0] <= begin < mark[1]:
                roles.append("cursor")
            if current[0] <= begin < current[1]:
                roles.append("passage")
            elif any(one.start <= begin < one.end for one in left_out):
                roles.append("faint")
            pieces.append(Piece(self.text[begin:stop], tuple(roles)))
        return tuple(pieces)


def statement_mark(view: StatementView) -> tuple[str, str]:
    """Glyph and role of what a statement does: that of its first stance, a dot where it has none."""
    if not view.stances:
        return "·", "dim"
    mark = STANCE_MARKS[view.stances[0].stance]
    return mark.glyph, mark.role
