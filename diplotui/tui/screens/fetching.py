"""What the main screen knows of the sources: their line in the top bar, fetching beside it, their screens."""

from collections.abc import Collection
from contextlib import suppress
from functools import partial
from pathlib import Path

from textual import on

from diplotui import clock
from diplotui.errors import DiplotuiError
from diplotui.fetching.process import FetchNews, FetchProcess
from diplotui.fetching.words import ago, standing_words
from diplotui.model.sources import Standing
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.messages import Fetched, SourcesChanged
from diplotui.tui.screens.moving import MovingScreen
from diplotui.tui.widgets.bars import TopBar

BEGINS_AFTER = 1.5
"""Seconds after the start at which fetching begins, so that the first paint has the machine for itself."""
TOLD_EVERY = 20.0
"""Seconds after which the age of the last fetch is written anew."""


class FetchingScreen(MovingScreen):
    """Sources beside the panes."""

    fetching: FetchProcess | None = None
    """The process that asks the sources; None: this dashboard does not fetch."""
    news: FetchNews = FetchNews(resting=True)
    """What was told last of the round."""
    _standing: Standing | None = None
    _begun = False

    def fetch_beside(self, ledger: Path) -> None:
        """Fetch the sources of the ledger at this path while the dashboard is open."""
        self.fetching = FetchProcess(ledger, self._hear)

    def _hear(self, news: FetchNews) -> None:
        """Hand news over from the thread that listens, unless the screen is gone."""
        if self.is_running:
            self.post_message(Fetched(news))

    def on_mount(self) -> None:
        """Say how the sources stand, and begin to fetch."""
        if self.fetching is not None:
            self.set_timer(BEGINS_AFTER, self._read_standing)
            self.set_interval(TOLD_EVERY, self._read_standing)

    def on_unmount(self) -> None:
        """End the process."""
        if self.fetching is not None:
            self.fetching.close()

    @on(SourcesChanged)
    def _read_standing(self) -> None:
        start(self, self._tell_standing, "sources", exclusive=True)

    async def _tell_standing(self) -> None:
        with suppress(DiplotuiError):
            self._standing = await self.lanes.reader.run(lambda store: store.sources.standing())
            self._show_standing()
            if self.fetching is not None and self._standing.sources and not self._begun:
                self._begun = True
                self.fetching.start()

    def _show_standing(self) -> None:
        at = self.news.working
        if at is not None:
            words: tuple[str, str, str] = (
                f"↻ {at.done} of {at.total} sources",
                f"↻ {at.done}/{at.total}",
                "key",
            )
        elif self.news.trouble is not None:
            words = ("✗ fetching failed", "✗ fetch", "denies")
        elif self._standing is not None:
            words = standing_words(self._standing, clock.now())
        else:
            return
        self.top_bar.tell(sources=words)

    @on(Fetched)
    def _fetched(self, message: Fetched) -> None:
        news = message.news
        if news.done is not None:
            if news.done.error and self.app.screen is self:
                self.hints.say(one_line(news.done.error), failed=True)
        else:
            self.news = news
            if news.trouble is not None:
                self.fail(news.trouble)
            self._show_standing()
        if news.resting:
            self._read_standing()
        if self.app.screen is not self:
            self.app.screen.post_message(Fetched(news))

    def ask_sources(self, only: Collection[str] | None = None, *, everything: bool = False) -> bool:
        """Begin to ask sources now; False, and said why, where this dashboard does not fetch."""
        if self.fetching is None:
            self.hints.say("this dashboard does not fetch; 'diplotui fetch' does", failed=True)
            return False
        with self.told():
            self._begun = True
            self.fetching.ask(only=only, everything=everything)
        return True

    def stop_fetching(self) -> bool:
        """Leave off the round that is going on; False where there is none."""
        if self.fetching is None or self.news.working is None:
            return False
        self.fetching.stop()
        return True

    def action_fetch(self) -> None:
        """Ask what is due."""
        start(self, self._fetch_due, "sources-due", exclusive=True)

    async def _fetch_due(self) -> None:
        with self.told():
            listed = await self.lanes.reader.run(lambda store: store.sources.listed())
            active = [each for each in listed if not each.source.paused]
            if not active:
                self.hints.say("no source is watched; S, then a or o, adds some" if not listed else
                               "all sources are paused; S, then p, resumes one")  # fmt: skip
                return
            now = clock.now()
            due = [
                each for each in active
                if each.state.fetched is None or (each.state.due or "9") <= clock.instant_text(now)
            ]  # fmt: skip
            if due:
                if self.ask_sources():
                    self.hints.say(f"asking {len(due)} of {len(active)} sources")
                return
            soonest = min((each.state.due for each in active if each.state.due), default=None)
            when = f" before {ago(soonest, now)}".replace("before in", "for") if soonest else ""
            self.hints.say(f"no source is due{when}; S, then R, asks all")

    @on(TopBar.SourcesClicked)
    def action_sources(self) -> None:
        """How the sources stand."""
        from diplotui.tui.screens.sources import SourcesScreen

        screen = SourcesScreen(self)
        self.app.push_screen(screen, partial(self._left_sources))

    def _left_sources(self, row: object) -> None:
        from diplotui.tui.widgets.row_list import Row

        self._read_standing()
        if isinstance(row, Row):
            self.go_from_list(row)


__all__ = ["FetchingScreen"]
