"""Search: words above, the events they find below, newest first, as one types."""

from dataclasses import dataclass
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from diplotui.errors import DiplotuiError
from diplotui.marks import PLAIN, STATUS_MARKS
from diplotui.model import SearchHit
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.lanes import Lane
from diplotui.tui.lines import Line, Piece, at_edge, cut, pad, piece
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.line_view import LineView
from diplotui.tui.widgets.timeline_rows import parties_words
from diplotui.words import MONTHS

LINES_A_HIT = 2
DAY_CELLS = 13
LIMIT = 50
"""Events shown; more words find fewer."""


def hit_lines(hit: SearchHit, width: int) -> tuple[Line, Line]:
    """Day, glyph, title and parties; under them the found words in their place."""
    row = hit.row
    mark = STATUS_MARKS[row.status] if row.responded else PLAIN
    day = f"{row.public.day} {MONTHS[row.public.month - 1]} {row.public.year}" if row.public else "undated"
    front = pad((piece(f" {day}", "dim"),), DAY_CELLS)
    right: Line = (piece(parties_words(row.parties), "strong"), Piece(" "))
    title = cut(one_line(row.title), max(8, width - DAY_CELLS - 4 - len(parties_words(row.parties))))
    first = at_edge((*front, piece(mark.glyph, mark.role), piece(f" {title}")), right, width)
    return first, (*pad((), DAY_CELLS + 2), *excerpt_pieces(hit, width - DAY_CELLS - 3))


def excerpt_pieces(hit: SearchHit, width: int) -> Line:
    """The excerpt with the found words marked, cut to the width; broken spans are ignored."""
    pieces: list[Piece] = []
    last = 0
    room = width
    for begin, end in (*hit.highlights, (len(hit.excerpt), len(hit.excerpt))):
        if not last <= begin <= end <= len(hit.excerpt):
            continue
        for text, role in ((hit.excerpt[last:begin], "dim"), (hit.excerpt[begin:end], "found")):
            shown = cut(_spaced(text), room)
            if shown:
                pieces.append(piece(shown, role))
                room -= len(shown)
        last = end
    return tuple(pieces)


def _spaced(text: str) -> str:
    """One line that keeps a blank at either end, so that marked words do not stick to their neighbours."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


class Hits(LineView):
    """The events found, one of them marked."""

    @dataclass
    class Clicked(Message):
        """An event was clicked."""

        hit: SearchHit

    def __init__(self) -> None:
        super().__init__(id="hits")
        self.hits: tuple[SearchHit, ...] = ()
        self.index = 0
        self.words = "Type words that occur in a title, a passage, a claim or a name."

    def show(self, hits: tuple[SearchHit, ...], words: str) -> None:
        """Show what was found, or ``words`` where that is nothing."""
        self.hits, self.words, self.index, self.top = hits, words, 0, 0
        self.layout_lines()

    def layout_lines(self) -> None:
        """Two lines an event."""
        width = self.content_width
        if not self.hits:
            self.set_lines([(piece(cut(f" {self.words}", width), "dim"),)])
            return
        self.set_lines(line for hit in self.hits for line in hit_lines(hit, width))

    def is_marked(self, index: int) -> bool:
        """The lines of the marked event."""
        return bool(self.hits) and index // LINES_A_HIT == self.index

    def move(self, by: int) -> None:
        """Mark another event."""
        self.index = max(0, min(self.index + by, len(self.hits) - 1))
        self.bring_into_view(self.index * LINES_A_HIT, self.index * LINES_A_HIT + 1)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the event under the mouse."""
        line = self.line_at(event)
        if line is not None and line // LINES_A_HIT < len(self.hits):
            self.post_message(self.Clicked(self.hits[line // LINES_A_HIT]))


class Words(Input):
    """The field; what is pasted into it is cleaned like any text from outside."""

    def _on_paste(self, event: events.Paste) -> None:
        event.text = one_line(event.text)


class SearchScreen(FormScreen[SearchHit | None]):
    """The search over the dimmed dashboard; gives the event to go to."""

    SCOPE = "search"
    BINDINGS = bindings_for("search")

    def __init__(self, reader: Lane) -> None:
        super().__init__()
        self.reader = reader
        self.hits = Hits()
        self.words = Words(placeholder="search", id="words", select_on_focus=False)

    def compose(self) -> ComposeResult:
        """The words, and what they find."""
        with Vertical(id="search") as form:
            form.border_title = Content("Search")
            form.border_subtitle = Content("enter goes there, esc closes")
            yield self.words
            yield self.hits

    def insert_text(self, text: str) -> None:
        """Put text behind the words searched for."""
        self.words.insert_text_at_cursor(text)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        start(self, partial(self._search, event.value), "search", exclusive=True)

    async def _search(self, words: str) -> None:
        """Search for what stands in the field; a newer search cancels this one."""
        if not words.strip():
            self.hits.show((), "Type words that occur in a title, a passage, a claim or a name.")
            return
        try:
            found = await self.reader.run(lambda store: store.search(words, limit=LIMIT))
        except DiplotuiError as error:
            self.hits.show((), str(error))
        except Exception as error:
            self.log.error(error)
            self.hits.show((), f"the search failed: {type(error).__name__}: {error}")
        else:
            if words == self.words.value:
                self.hits.show(found, f"nothing has “{words}” in it")

    @on(Input.Submitted)
    def _chosen(self) -> None:
        if self.hits.hits:
            self.dismiss(self.hits.hits[self.hits.index])

    @on(Hits.Clicked)
    def _clicked(self, message: Hits.Clicked) -> None:
        self.dismiss(message.hit)

    def action_move(self, by: int) -> None:
        """Mark another of the events found."""
        self.hits.move(by)

    def action_close(self) -> None:
        """Close without going anywhere."""
        self.dismiss(None)
