"""Search: a query above, what it finds below, newest first, as one types."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from diplotui.errors import DiplotuiError, SearchCancelled
from diplotui.model import Field, Found, Lookback, Query
from diplotui.query import parse_query
from diplotui.query.completion import completed
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lane
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.screens.hits import Hits
from diplotui.tui.screens.search_lines import Goal
from diplotui.tui.widgets.line_field import LineField
from diplotui.words import plural

KEYS = (
    "enter goes there · {search.narrow} only these · {search.keep} keep · {search.views} kept"
    " · {search.close} closes"
)
"""Below the search; see ``keyed``."""
LIMIT = 32
"""Events shown, each with up to three of its parts; more words find fewer, the timeline shows all."""

LOOKED_AT = 1_000
"""Events that are looked into while one types; the timeline narrowed to the query looks into more."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The answer that the timeline shall show only what a query finds."""

    query: Query


@dataclass(frozen=True, slots=True)
class Keeping:
    """The answer that a query shall be kept under a name."""

    query: Query


def nothing_found(typed: str) -> str:
    """What is said where a search finds nothing."""
    return f"nothing fits {typed}" if ":" in typed else f"nothing has “{typed}” in it"


class ListOfViews:
    """The answer that the saved views shall be shown."""


Answer = Goal | Narrowing | Keeping | ListOfViews


class Completion(Suggester):
    """Proposes how a field's name or value goes on."""

    def __init__(self, known: dict[Field, list[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text, as the field shows it in grey; only where it goes on as it was typed."""
        whole = completed(value, self.known)
        return whole if whole is not None and whole.startswith(value) else None


class SearchScreen(FormScreen[Answer | None]):
    """The search over the dimmed dashboard; gives where to go, or what to do with the query."""

    SCOPE = "search"
    BINDINGS = bindings_for("search")

    def __init__(
        self,
        reader: Lane,
        now: datetime,
        back: Lookback | None = None,
        *,
        typed: str = "",
        known: dict[Field, list[str]] | None = None,
    ) -> None:
        super().__init__()
        self.reader = reader
        self.now = now
        self.back = back or Lookback()
        self.hits = Hits()
        self.hint = Static("", id="search-hint", markup=False)
        self.words = LineField(
            typed,
            placeholder='words, speaker:peskov, denies:ceasefire, since:"2 weeks ago"',
            id="words",
            select_on_focus=False,
            suggester=Completion(known or {}),
        )
        self._number = 0
        """Counts the searches begun: an older one gives up once there is a newer."""

    def compose(self) -> ComposeResult:
        """The query, a line on how it was read, and what it finds."""
        with Vertical(id="search") as form:
            form.border_title = Content("Search")
            form.border_subtitle = Content(keyed(self, KEYS))
            yield self.words
            yield self.hint
            yield self.hits

    def on_mount(self) -> None:
        """Search for what the field begins with."""
        super().on_mount()
        if self.words.value:
            self._begin(self.words.value)

    def insert_text(self, text: str) -> None:
        """Put text behind the words searched for."""
        if text:
            self.words.insert_text_at_cursor(text)

    @property
    def asked(self) -> Query:
        """What stands in the field, as it is understood."""
        return parse_query(one_line(self.words.value), self.now)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._begin(event.value)

    def _begin(self, words: str) -> None:
        self._number += 1
        start(self, partial(self._search, words, self._number), "search", exclusive=True)

    async def _search(self, words: str, number: int) -> None:
        """Search for what stands in the field; a newer search ends this one, in the reader's thread too."""
        if not words.strip():
            self._show(Found(), None)
            return
        back, now = self.back, self.now
        try:
            found = await self.reader.run(
                lambda store: store.find(
                    parse_query(words, now),
                    limit=LIMIT,
                    most=LOOKED_AT,
                    as_of=back.as_of,
                    as_recorded=back.as_recorded,
                    cancelled=lambda: number != self._number,
                )
            )
        except SearchCancelled:
            return
        except DiplotuiError as error:
            self._show(Found(), str(error))
        except Exception as error:
            self.log.error(error)
            self._show(Found(), f"the search failed: {type(error).__name__}: {error}")
        else:
            if number == self._number:
                self._show(found, nothing_found(one_line(words.strip())))

    def _show(self, found: Found, nothing: str | None) -> None:
        self.hits.show(found, nothing)
        count = plural(len(found.hits), "event") if found.hits else ""
        if len(found.hits) == LIMIT:
            count = f"the newest {LIMIT} events"
        elif not found.complete:
            count = f"{count or 'nothing'} among the newest {LOOKED_AT} events looked into; f2 looks further"
        self.hint.update(Content(one_line(found.hints[0] if found.hints else count)))

    @on(Input.Submitted)
    def _chosen(self) -> None:
        if self.hits.goal is not None:
            self._take(self.hits.goal)

    @on(Hits.Clicked)
    def _clicked(self, message: Hits.Clicked) -> None:
        self._take(message.goal)

    def _take(self, goal: Goal) -> None:
        """Go there; from a speaker on to what was said."""
        if goal.speaker is None:
            self.dismiss(goal)
            return
        self.words.value = f'speaker:"{one_line(goal.speaker.name).replace(chr(34), " ")}" '
        self.words.cursor_position = len(self.words.value)

    def action_move(self, by: int) -> None:
        """Mark another of the things found."""
        self.hits.move(by)

    def action_complete(self) -> None:
        """Complete the field's name or value that is being typed."""
        known = self.words.suggester.known if isinstance(self.words.suggester, Completion) else {}
        whole = completed(self.words.value, known)
        if whole is not None:
            self.words.value = whole
            self.words.cursor_position = len(whole)

    def action_narrow(self) -> None:
        """Let the timeline show only what this finds."""
        if not self.asked.empty:
            self.dismiss(Narrowing(self.asked))

    def action_keep(self) -> None:
        """Keep the query under a name."""
        if not self.asked.empty:
            self.dismiss(Keeping(self.asked))

    def action_views(self) -> None:
        """Show the queries that were kept."""
        self.dismiss(ListOfViews())

    def action_close(self) -> None:
        """Close without going anywhere."""
        self.dismiss(None)
