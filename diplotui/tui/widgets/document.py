"""The pane for reading a document: its statements in turn, and a passage marked by sentences and words."""

import re
from bisect import bisect_left, bisect_right

from textual import events
from textual.content import Content
from textual.message import Message

from diplotui.model import DocumentView, Passage, StatementView
from diplotui.text import one_line
from diplotui.tui.commands import bindings_for
from diplotui.tui.lines import Line, cut, piece
from diplotui.tui.widgets.document_lines import DocumentLines, Span
from diplotui.tui.widgets.line_view import LineView
from diplotui.tui.widgets.statement_lines import speaker_name
from diplotui.tui.widgets.version_lines import Changed, version_lines
from diplotui.words import long_day, plural

_WORD = re.compile(r"\S+")
REACH = 1000
"""Characters in which the word before a mark is looked for."""
ABOVE = 3
"""Lines left above the passage that is gone to."""


def head_words(view: DocumentView) -> str:
    """Outlet, day, kind, address; what is odd about the text."""
    document = view.document
    parts = [
        one_line(view.publisher or ""),
        long_day(document.published) if document.published else "no day of publication",
        document.kind if document.kind != "article" else "",
        plural(len(view.statements), "statement"),
        f"{plural(len(document.skip), 'passage')} left out" if document.skip else "",
        "[ the version before" if view.former is not None else "",
        "replaced: ] the version after" if view.later is not None else "",
        one_line(document.url or ""),
    ]
    return " · ".join(part for part in parts if part)


class DocumentPane(LineView, can_focus=True):
    """The text with its margin, or what changed in it since the version before."""

    SCOPE = "document"
    BINDINGS = bindings_for("document")

    class Turned(Message):
        """Another statement is the present one, or another passage is marked."""

    def __init__(self) -> None:
        super().__init__(id="document")
        self.view: DocumentView | None = None
        self.current: int | None = None
        """Index of the present statement."""
        self.mark: Span | None = None
        """The marked passage."""
        self.sentences: list[Span] = []
        self.changed: list[Changed] | None = None
        """What changed since the version before, while that is shown."""
        self._text: DocumentLines | None = None

    # What is shown.

    def show(self, view: DocumentView, statement: str | None = None) -> None:
        """Show a document at a statement, else at the one shown before, else at its beginning."""
        before = self.present
        wanted = statement or (before.statement.id if before else None)
        same = self.view is not None and self.view.document.id == view.document.id
        self.view, self.changed = view, None
        ids = [one.statement.id for one in view.statements]
        self.current = ids.index(wanted) if wanted in ids else None
        if not same:
            self.top, self.mark, self.sentences = 0, None, []
        self.layout_lines()
        if statement is not None or not same:
            self.bring_present()

    def show_changes(self, changed: list[Changed] | None) -> None:
        """Show what changed since the version before; None: the text again."""
        self.changed, self.top = changed, 0
        self.layout_lines()

    @property
    def present(self) -> StatementView | None:
        """The present statement."""
        if self.view is None or self.current is None or self.current >= len(self.view.statements):
            return None
        return self.view.statements[self.current]

    @property
    def passage(self) -> Passage | None:
        """The marked passage."""
        if self.view is None or self.mark is None or self.mark[0] >= self.mark[1]:
            return None
        document = self.view.document
        return Passage(document.id, *self.mark, document.text[slice(*self.mark)])

    def layout_lines(self) -> None:
        """Set the text for the present width."""
        if not self.size or self.view is None:
            return
        if self.changed is not None:
            self.set_lines(version_lines(self.changed, self.content_width - 1))
            return
        self._text = DocumentLines(self.view, self.content_width, self.current, self.mark, self._text)
        self._strips.clear()
        self.lines = self._text
        self.top = max(0, min(self.top, len(self._text) - 1))
        self.entitle()
        self.refresh()

    def on_resize(self) -> None:
        """After wrapping anew the passage is in sight again."""
        self.bring_present()

    def entitle(self) -> None:
        """Say in the frame which statement is the present one."""
        view, one = self.view, self.present
        if view is None:
            return
        title = one_line(view.document.title or "") or f"document {view.document.id}"
        self.border_title = Content(cut(title, max(20, self.content_width - 10)))
        words = f"{len(view.statements)} statements"
        if one is not None and self.current is not None:
            party = f" {one_line(one.statement.party)}" if one.statement.party else ""
            words = f"{self.current + 1} of {len(view.statements)}: {cut(speaker_name(one), 40)}{party}"
        self.border_subtitle = Content(words)

    def bring_present(self) -> None:
        """Scroll to the present statement where it is not in sight."""
        one = self.present
        if one is not None and self._text is not None and self.changed is None:
            first = self._text.line_of(one.statement.start)
            last = self._text.line_of(max(one.statement.start, one.statement.end - 1))
            if first < self.top or last >= self.top + self.content_height:
                self.top = max(0, min(first - ABOVE, self.last_top))
            self.refresh()

    # From statement to statement.

    def _turn(self, place: int) -> None:
        if self.view is None or self.changed is not None or not self.view.statements:
            return
        self.current = max(0, min(place, len(self.view.statements) - 1))
        self.layout_lines()
        self.bring_present()
        self.post_message(self.Turned())

    def _offset(self) -> int:
        """The place of the text at the top of the view."""
        spans = self._text.spans if self._text is not None else []
        return spans[self.top][0] if self.top < len(spans) else 0

    def _starts(self) -> list[int]:
        return [one.statement.start for one in self.view.statements] if self.view else []

    def action_right(self) -> None:
        """The next statement; at first the first one in sight."""
        if self.current is None:
            self._turn(bisect_left(self._starts(), self._offset()))
        else:
            self._turn(self.current + 1)

    def action_left(self) -> None:
        """The statement before."""
        if self.current is None:
            self._turn(bisect_left(self._starts(), self._offset()) - 1)
        else:
            self._turn(self.current - 1)

    def on_click(self, event: events.Click) -> None:
        """The statement under the mouse."""
        line = self.line_at(event)
        if line is None or self._text is None or self.view is None or self.changed is not None:
            return
        start, end = self._text.spans[line]
        for place, one in enumerate(self.view.statements):
            if one.statement.start < max(end, start + 1) and start < one.statement.end:
                self._turn(place)
                return

    # Scrolling.

    def action_down(self) -> None:
        """Scroll."""
        self.scroll_lines(1)

    def action_up(self) -> None:
        """Scroll back."""
        self.scroll_lines(-1)

    def action_page_down(self) -> None:
        """Scroll a screen."""
        self.scroll_lines(self.content_height - 1)

    def action_page_up(self) -> None:
        """Scroll back a screen."""
        self.scroll_lines(1 - self.content_height)

    def action_first(self) -> None:
        """To the beginning."""
        self.scroll_lines(-len(self.lines))

    def action_last(self) -> None:
        """To the end."""
        self.scroll_lines(self.last_top - self.top)

    # Marking a passage.

    def mark_sentence(self, by: int) -> None:
        """Mark the next sentence or the one before; at first the one at the present statement or in sight."""
        if not self.sentences:
            return
        starts = [start for start, _ in self.sentences]
        if self.mark is None:
            from_here = self.present.statement.start if self.present else self._offset()
            place = max(0, bisect_right(starts, from_here) - 1)
        else:
            place = max(0, bisect_right(starts, self.mark[0]) - 1) + by
        self._mark(self.sentences[max(0, min(place, len(self.sentences) - 1))])

    def mark_more(self, by: int) -> None:
        """Take the next sentence into the mark, or the last one out of it."""
        if self.mark is None:
            return
        ends = [end for _, end in self.sentences]
        place = bisect_left(ends, self.mark[1]) + by
        if 0 <= place < len(ends) and ends[place] > self.mark[0]:
            self._mark((self.mark[0], ends[place]))

    def mark_words(self, start_by: int, end_by: int) -> None:
        """Move the beginning or the end of the mark by a word."""
        if self.mark is None or self.view is None:
            return
        text = self.view.document.text
        start, end = self.mark
        words = [found.span() for found in _WORD.finditer(text, start, end)]
        if start_by > 0 and len(words) > 1:
            start = words[1][0]
        elif start_by < 0:
            before = [found.start() for found in _WORD.finditer(text, max(0, start - REACH), start)]
            start = before[-1] if before else start
        if end_by > 0:
            after = _WORD.search(text, end)
            end = after.end() if after else end
        elif end_by < 0 and len(words) > 1:
            end = words[-2][1]
        self._mark((start, end))

    def _mark(self, span: Span) -> None:
        self.mark = span
        self.layout_lines()
        if self._text is not None:
            first, last = self._text.line_of(span[0]), self._text.line_of(max(span[0], span[1] - 1))
            self.bring_into_view(first, last, margin=1)
        self.refresh()
        self.post_message(self.Turned())

    def clear_mark(self) -> bool:
        """Mark nothing; whether something was marked."""
        marked, self.mark = self.mark is not None, None
        if marked:
            self.layout_lines()
        return marked


class DocumentHead(LineView):
    """One line above the text: outlet, day, what is in it, its address."""

    def __init__(self) -> None:
        super().__init__(id="head")
        self.words = ""

    def show(self, words: str) -> None:
        """Show these words."""
        self.words = words
        self.layout_lines()

    def layout_lines(self) -> None:
        """Set the line for the present width."""
        line: Line = (piece(cut(f" {self.words}", self.content_width - 1), "dim"),)
        self.set_lines([line])
