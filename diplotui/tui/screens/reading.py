"""The main screen's reading: what it asks of the ledger, and how an answer finds its pane.

One path of refresh serves own notes, ingests elsewhere and other dashboards: a change is reported, all that
is in sight is read again, every pane keeps its place. Answers to questions that no longer stand are dropped.
"""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial

from textual import on
from textual.timer import Timer

from diplotui.errors import DiplotuiError
from diplotui.model import Lookback, TimelineFilter
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.empty import empty_lines
from diplotui.tui.keymap import keymap_of
from diplotui.tui.lanes import SHORTEST_PAUSE, Lanes
from diplotui.tui.messages import ArrivalFailed, LedgerChanged, LedgerFailed
from diplotui.tui.reads import Board, Rows, read_board, read_event, read_rows
from diplotui.tui.screens.panes import PaneScreen
from diplotui.tui.view import View, read_start
from diplotui.tui.widgets.bars import TopBar
from diplotui.tui.widgets.timeline import Timeline
from diplotui.tui.widgets.topics import Topics
from diplotui.tui.widgets.window import Ask, Side
from diplotui.words import changes_words

SEEN_AFTER = 1.5
"""Seconds of rest on an event after which it counts as read."""


class ReadingScreen(PaneScreen):
    """Panes filled from the ledger and kept up to date."""

    def __init__(self, lanes: Lanes, ledger: str, banner: str | None, *, follow: bool) -> None:
        super().__init__()
        self.lanes = lanes
        self.chosen = TimelineFilter()
        self.timeline.following = follow
        self.top_bar.ledger = ledger
        self.top_bar.banner = banner
        self._rows_asked = 0
        """Counts changes of what the timeline holds: an answer to an older question is dropped."""
        self._refreshing = False
        self._refresh_again = False
        self._ahead: Future[tuple[View, Board]] | None = None
        self._resting: Timer | None = None
        self._read_already: set[str] = set()

    def read_ahead(self) -> None:
        """Begin to read what is shown first, while the terminal is still being set up."""
        newest = self.timeline.following
        self._ahead = self.lanes.reader.submit(lambda store: read_start(store, newest=newest))

    def on_mount(self) -> None:
        """Show what was read ahead, and watch the ledger; its first report brings a refresh."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            with self.told():
                view, board = ahead.result()
                self.take_view(view)
                self.topics.show(board.topics)
                self.topics.take(view.topic)
                self.top_bar.tell(filter=self.filter_words())
                self._take_rows(view.ask(), board.rows)
        else:
            self.refresh_board()
        self.lanes.watch(
            lambda changes: self._post(LedgerChanged(changes)),
            lambda reason: self._post(LedgerFailed(reason)),
        )

    def take_view(self, view: View) -> None:
        """Begin with the view that the ledger remembers."""
        self.chosen = replace(self.chosen, topic=view.topic)

    def _post(self, message: LedgerChanged | LedgerFailed) -> None:
        """Hand a message over from the watcher's thread, unless the screen is gone."""
        if self.is_running:
            self.post_message(message)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn whatever goes wrong inside into one line on the screen."""
        try:
            yield
        except DiplotuiError as error:
            self.fail(str(error))
        except Exception as error:
            self.log.error(error)
            self.fail(f"that did not work: {type(error).__name__}: {error}")

    def fail(self, reason: str) -> None:
        """Say in one line what went wrong; in a toast too where the line is too short for it."""
        self.hints.say(reason, failed=True)
        if len(reason) > self.size.width - 4:
            self.notify(one_line(reason), severity="error", markup=False)

    # The timeline's rows.

    def load_rows(self, ask: Ask) -> None:
        """Ask for rows; a jump puts earlier questions aside."""
        self._rows_asked += 1
        start(self, partial(self._load_rows, ask, self._rows_asked), "rows", exclusive=True)

    async def _load_rows(self, ask: Ask, number: int) -> None:
        with self.told():
            try:
                rows = await self.lanes.reader.run(partial(read_rows, chosen=self.chosen, ask=ask))
            except Exception:
                if number == self._rows_asked:
                    self.timeline.give_up()
                raise
            if number == self._rows_asked:
                self._take_rows(ask, rows)

    def _take_rows(self, ask: Ask, rows: Rows) -> None:
        if ask.side in (Side.OLDER, Side.NEWER):
            self.timeline.extend(ask, rows.page)
            return
        self.timeline.empty = partial(empty_lines, self.topics.chosen, self.chosen, keymap_of(self))
        self.timeline.show(rows.page, rows.place, rows.mark)

    @on(Timeline.RowsWanted)
    def _rows_wanted(self, message: Timeline.RowsWanted) -> None:
        self.load_rows(message.ask)

    @on(Timeline.RowMarked)
    def _row_marked(self, message: Timeline.RowMarked) -> None:
        start(self, self._load_event, "event", exclusive=True)

    async def _load_event(self) -> None:
        row = self.timeline.row
        if row is None:
            self.statement.show(None)
            self.denials.show(None)
            return
        with self.told():
            detail = await self.lanes.reader.run(partial(read_event, event=row.id, back=self.chosen.back))
            if self.timeline.row is not None and self.timeline.row.id == row.id:
                self.statement.show(detail)
                self.denials.show(detail)
                if not self.chosen.back.past:
                    self._rest_on(row.id)

    def _rest_on(self, event: str) -> None:
        """Count an event as read once the cursor has rested on it."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(SEEN_AFTER, partial(self._seen, event))

    def _seen(self, event: str) -> None:
        if event not in self._read_already:
            self._read_already.add(event)
            start(self, partial(self._mark_seen, event), "seen")

    async def _mark_seen(self, event: str) -> None:
        """Tell the ledger; where that fails the event stays unread, which is no news for the reader."""
        with suppress(DiplotuiError):
            await self.lanes.writer.run(lambda store: store.mark_seen([event]))
            back = self.chosen.back
            self.topics.show(await self.lanes.reader.run(lambda store: store.at(back).topics()))

    @on(Timeline.Waiting)
    def _waiting(self, message: Timeline.Waiting) -> None:
        self.top_bar.tell(waiting=message.count)

    @on(TopBar.PillClicked)
    def _pill_clicked(self) -> None:
        self.timeline.action_first()

    # The filter: topic and day.

    @on(Topics.Chosen)
    def _topic_chosen(self, message: Topics.Chosen) -> None:
        self.set_filter(replace(self.chosen, topic=message.topic), Ask(Side.NEWEST))

    def set_filter(self, chosen: TimelineFilter, ask: Ask) -> None:
        """Show the timeline through another filter, from ``ask`` on."""
        self.chosen = chosen
        self.top_bar.tell(filter=self.filter_words(), back=chosen.back)
        self.load_rows(ask)

    def filter_words(self) -> str:
        """What the timeline is narrowed to: a topic, a search."""
        topic = self.topics.chosen.name if self.chosen.topic else ""
        query = self.chosen.query
        return "  ".join(one for one in (topic, f"/{query.typed.strip()}" if query else "") if one)

    def widen(self) -> None:
        """Show again what a search left out, from the same event on."""
        row = self.timeline.row
        ask = Ask(Side.AROUND, row.key, row.id) if row else Ask(Side.NEWEST)
        self.set_filter(replace(self.chosen, query=None), ask)

    def look_from(self, back: Lookback) -> None:
        """Look at the ledger from another place in time; everything in sight is read from there."""
        row = self.timeline.row
        ask = Ask(Side.AROUND, row.key, row.id) if row else Ask(Side.NEWEST)
        self.set_filter(self.chosen.seen_from(back), ask)
        self.refresh_board()

    # Changes.

    @on(LedgerChanged)
    def _ledger_changed(self, message: LedgerChanged) -> None:
        if self.top_bar.trouble:
            self.top_bar.tell(trouble=None)
        words = changes_words(message.changes)
        if words:
            self.hints.say(words)
        self.refresh_board()

    @on(LedgerFailed)
    def _ledger_failed(self, message: LedgerFailed) -> None:
        self.top_bar.tell(trouble=message.reason)

    @on(ArrivalFailed)
    def _arrival_failed(self, message: ArrivalFailed) -> None:
        self.fail(message.reason)

    def refresh_board(self) -> None:
        """Read again all that is in sight; while that goes on, further wishes become one."""
        self._refresh_again = True
        if not self._refreshing:
            self._refreshing = True
            start(self, self._refresh, "refresh")

    async def _refresh(self) -> None:
        try:
            while self._refresh_again:
                self._refresh_again = False
                with self.told():
                    await self._refresh_once()
                await asyncio.sleep(SHORTEST_PAUSE)
        finally:
            self._refreshing = False

    async def _refresh_once(self) -> None:
        held, row, number, chosen = self.timeline.held(), self.timeline.row, self._rows_asked, self.chosen
        fresh = held is None or self.timeline.following
        ask = Ask(Side.NEWEST) if held is None or fresh else Ask(Side.AROUND, held.key, held.id)
        event = row.id if row else None
        board = await self.lanes.reader.run(partial(read_board, chosen=chosen, event=event, ask=ask))
        self.topics.show(board.topics)
        if number != self._rows_asked or held is not self.timeline.held():
            self._refresh_again = True  # the reader moved on meanwhile: this answer is to an older question
            return
        if fresh:
            self._take_rows(ask, board.rows)
        else:
            self.timeline.renew(board.rows.page, board.rows.place, board.rows.mark)
        now = self.timeline.row
        if board.detail is not None and now is not None and now.id == board.detail.event.id:
            self.statement.show(board.detail)
            self.denials.show(board.detail)
        else:
            self._row_marked(Timeline.RowMarked(now))
