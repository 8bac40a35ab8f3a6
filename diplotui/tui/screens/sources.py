"""The sources over the whole screen: how each stands; add, change, ask, leave."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from diplotui import clock
from diplotui.errors import DiplotuiError
from diplotui.fetching.changes import Wish, change_source
from diplotui.model.sources import Source, WatchedSource
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for, commands_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lines import cut
from diplotui.tui.messages import Fetched, SourcesChanged
from diplotui.tui.screens.listing import Listed, ListScreen
from diplotui.tui.screens.source_entries import EntriesScreen
from diplotui.tui.widgets.row_list import Row, RowList
from diplotui.tui.widgets.source_lines import source_rows
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.fetching import FetchingScreen

NAME_CELLS = 30
"""Cells of a source's name in the line at the bottom."""


def offer_note(row: Mapping[str, str | None]) -> str:
    """What is known of a source of the starter set."""
    known = f"last known to work {row['checked']}" if row["checked"] else "in doubt"
    return " · ".join(part for part in (row["kind"], known, row["note"]) if part)


class SourcesScreen(ListScreen):
    """Every source with its state; gives the row of an entry to go to."""

    NAME = "Sources"
    EMPTY = (
        "Nothing is watched yet. {sources.add} adds a feed, a page that names its feed, a list of feeds or a"
        " folder; {sources.offers} offers public sources of this field, none of them watched until you choose"
        " it. What they bring comes in by itself while this is open, and with 'diplotui watch' without it."
    )
    SCOPE = "sources"
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("sources")

    def __init__(self, board: "FetchingScreen") -> None:
        super().__init__(board.lanes)
        self.board = board
        self.sources: tuple[WatchedSource, ...] = ()
        self._doubted: str | None = None
        """The source that x was pressed on once."""

    def listed(self, store: "Store") -> Listed:
        """Read the sources and their entries a day."""
        self.sources = store.sources.listed(today=clock.today())
        working = self.board.news.working
        asked = {one.source.id for one in self.sources if working and one.source.name == working.source}
        failing = sum(one.state.error is not None and not one.source.paused for one in self.sources)
        words = plural(len(self.sources), "source") + (f" · {failing} failing" if failing else "")
        return source_rows(self.sources, clock.now(), asked), words

    def take(self, rows: Sequence[Row], words: str) -> None:
        """Show what was read; the hints are those of the sources first."""
        super().take(rows, words)
        own = [command for command in commands_for(self.SCOPE) if self.SCOPE in command.scopes]
        ends = [command for command in commands_for(self.SCOPE) if command.id in ("help", "list.close")]
        self.hints.show([*own, *ends])

    @property
    def marked(self) -> WatchedSource | None:
        """The source under the cursor."""
        row = self.list.row
        return next((one for one in self.sources if row and one.source.id == row.key), None)

    def _with_marked(self, do: Callable[[WatchedSource], None]) -> None:
        watched = self.marked
        if watched is None:
            self.hints.say(
                keyed(self, "no source is marked; {sources.add} adds one, {sources.offers} offers some")
            )
        else:
            do(watched)

    # What happens meanwhile.

    @on(Fetched)
    def _fetched(self, message: Fetched) -> None:
        news = message.news
        if news.done is not None:
            done = news.done
            counts = [f"{done.new} new"] if done.new else []
            counts += [f"{done.changed} changed"] if done.changed else []
            counts += [f"{done.waiting} still to be read"] if done.waiting else []
            brought = ", ".join(counts) or ("nothing new" if done.error is None else "")
            words = done.error if done.error and not counts else f"{done.name}: {brought}"
            self.hints.say(one_line(words or ""), failed=bool(done.error) and not counts)
        elif news.working is not None and news.working.source:
            at = news.working
            name = cut(one_line(at.source or ""), NAME_CELLS)
            self.hints.say(f"{name}: reading {at.entries_done + 1} of {at.entries} (s stops)")
            return
        elif news.working is not None:
            if news.working.done == news.working.total:
                return  # what the last one brought stays to be read
            self.hints.say(f"asked {news.working.done} of {news.working.total} sources (s stops)")
            return
        elif news.trouble is not None:
            self.hints.say(one_line(news.trouble), failed=True)
        elif not news.asked:
            return
        self.read_again()

    @on(SourcesChanged)
    def _sources_changed(self) -> None:
        self.board.post_message(SourcesChanged())
        self.read_again()

    # Commands.

    @on(RowList.Opened)
    def _opened(self, message: RowList.Opened) -> None:
        self._with_marked(lambda watched: self._show_entries(watched.source))

    def _show_entries(self, source: Source | None) -> None:
        screen = EntriesScreen(self.board, source)
        self.app.push_screen(screen, self._go)

    def _go(self, row: Row | None) -> None:
        if row is not None:
            self.dismiss(row)

    def action_left_out(self) -> None:
        """What of all sources says nothing."""
        self._show_entries(None)

    def action_add(self) -> None:
        """Add something to watch."""
        from diplotui.tui.screens.source_adding import AddScreen

        self.app.push_screen(AddScreen(self.lanes), self._added)

    def _added(self, said: tuple[str, tuple[str, ...]] | None) -> None:
        if said is None:
            return
        words, new = said
        self.hints.say(words)
        self.post_message(SourcesChanged())
        if new and self.board.fetching is not None:
            self.board.ask_sources(only=new)

    def action_offers(self) -> None:
        """Choose from the sources that come with the program."""
        from diplotui.paths import shipped
        from diplotui.sources.parsed import FeedLink
        from diplotui.tui.screens.source_offers import OffersScreen

        with self.board.told():
            rows = json.loads(shipped("starter-feeds.json").read_text(encoding="utf-8"))["feeds"]
            offers = [(FeedLink(row["url"], row["name"]), offer_note(row)) for row in rows]
            watched = frozenset(one.source.url for one in self.sources)
            title = "Public sources of this field, as known on the day beside each"
            self.app.push_screen(OffersScreen(title, offers, watched, self.lanes), self._added)

    def action_change(self) -> None:
        """Change what was chosen for the marked source."""
        from diplotui.tui.screens.source_forms import ChangeScreen

        def open_form(watched: WatchedSource) -> None:
            self.app.push_screen(ChangeScreen(watched.source, self.lanes), self._added)

        self._with_marked(open_form)

    def action_pause(self) -> None:
        """Pause the marked source, or resume it."""

        def turn(watched: WatchedSource) -> None:
            start(self, partial(self._pause, watched.source), "write")

        self._with_marked(turn)

    async def _pause(self, source: Source) -> None:
        wish = Wish(paused=not source.paused)
        await self._write(lambda store: change_source(store, source, wish))
        name = cut(one_line(source.name), NAME_CELLS)
        paused = keyed(self, "paused; {sources.pause} resumes it")
        self.hints.say(f"{name} is {'asked again' if source.paused else paused}")
        if source.paused and self.board.fetching is not None:
            self.board.ask_sources(only=[source.id])

    def action_remove(self) -> None:
        """Take the marked source off the list, at the second key."""

        def ask(watched: WatchedSource) -> None:
            name = cut(one_line(watched.source.name), NAME_CELLS)
            if self._doubted != watched.source.id:
                self._doubted = watched.source.id
                self.hints.say(f"x again takes {name} off the list; its documents stay")
                return
            self._doubted = None
            start(self, partial(self._remove, watched.source), "write")

        self._with_marked(ask)

    async def _remove(self, source: Source) -> None:
        await self._write(lambda store: store.sources.remove(source.id))
        self.hints.say(f"no longer watched: {cut(one_line(source.name), NAME_CELLS)}; its documents stay")

    async def _write(self, job: "Callable[[Store], object]") -> None:
        try:
            await self.lanes.writer.run(job)
        except DiplotuiError as error:
            self.hints.say(str(error), failed=True)
        self.post_message(SourcesChanged())

    @on(RowList.Moved)
    def _no_doubt(self) -> None:
        if self.marked is None or self.marked.source.id != self._doubted:
            self._doubted = None

    def action_fetch(self) -> None:
        """Ask the marked source now."""

        def ask(watched: WatchedSource) -> None:
            if watched.source.paused:
                self.hints.say(keyed(self, "it is paused; {sources.pause} asks it again"))
            elif self.board.ask_sources(only=[watched.source.id]):
                self.hints.say(f"asking {cut(one_line(watched.source.name), NAME_CELLS)}")

        self._with_marked(ask)

    def action_fetch_all(self) -> None:
        """Ask all sources now."""
        if self.board.ask_sources(everything=True):
            self.hints.say("asking all sources")

    def action_stop(self) -> None:
        """Stop the round."""
        stopped = self.board.stop_fetching()
        words = "stopping; what was not asked is asked in ten minutes, or with {sources.fetch-all}"
        self.hints.say(keyed(self, words) if stopped else "nothing is being fetched")
