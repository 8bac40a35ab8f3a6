"""Moving about on the main screen: back and forward through where one was, and the view remembered."""

from contextlib import suppress
from functools import partial

from textual import on
from textual.timer import Timer

from diplotui.errors import DiplotuiError
from diplotui.model import TimelineFilter
from diplotui.tui.background import start
from diplotui.tui.history import FAR, History, Place
from diplotui.tui.reads import Rows, read_event
from diplotui.tui.screens.further import FurtherScreen
from diplotui.tui.screens.panes import ZOOMED
from diplotui.tui.view import NAME, View
from diplotui.tui.widgets.timeline import Timeline
from diplotui.tui.widgets.window import Ask, Side

REMEMBER_AFTER = 3.0
"""Seconds of rest after which the ledger remembers the view, so that a crash does not lose it."""


class MovingScreen(FurtherScreen):
    """History and the remembered view."""

    history = History()
    _on_the_way = False
    """Whether one left and has not arrived: until then filter and event do not belong together."""
    _returning = False
    """Whether one goes through the history, which is not itself a part of it."""
    _here: tuple[Place, int | None] | None = None
    """Where one is, and that event's rank."""
    _kept: View | None = None
    _keep_soon: Timer | None = None

    # History.

    @property
    def place(self) -> Place | None:
        """Where one is; None without an event."""
        row, view = self.timeline.row, self.statement.view
        if row is None:
            return None
        return Place(self.chosen, row.id, row.key, self.current, view.statement.id if view else None)

    def leave(self) -> None:
        """Remember where one is, since one goes elsewhere; once on each way."""
        place = self.place
        if place is not None and not self._on_the_way and not self._returning:
            self.history = self.history.left(place)

    def set_filter(self, chosen: TimelineFilter, ask: Ask) -> None:
        """Show the timeline through another filter; where one was can be gone back to."""
        self.leave()
        self._on_the_way, self._here = True, None
        super().set_filter(chosen, ask)

    def go_to(self, name: str) -> None:
        """Go to a pane; where one was can be gone back to."""
        if name != self.current:
            self.leave()
        super().go_to(name)
        self.keep_view_soon()

    def _take_rows(self, ask: Ask, rows: Rows) -> None:
        super()._take_rows(ask, rows)
        if ask.side not in (Side.OLDER, Side.NEWER):
            self._on_the_way = False

    @on(Timeline.RowMarked)
    def _row_reached(self) -> None:
        """An event far from the one before was jumped to: from there one can go back."""
        place, rank, was = self.place, self.timeline.rank, self._here
        self.keep_view_soon()
        if place is None:
            return
        self._here = (place, rank)
        if was is None or self.timeline.following:
            return
        before, rank_before = was
        known = before.filter == place.filter and rank is not None and rank_before is not None
        if known and abs((rank or 0) - (rank_before or 0)) >= FAR:
            self.history = self.history.left(before)

    def action_go_back(self) -> None:
        """Go to where one was before the last jump."""
        place, history = self.history.back(self.place)
        self._return_to(place, history, "there is nothing to go back to")

    def action_go_forward(self) -> None:
        """Go to where one went back from."""
        place, history = self.history.forward(self.place)
        self._return_to(place, history, "there is nothing to go forward to")

    def _return_to(self, place: Place | None, history: History, nothing: str) -> None:
        if place is None:
            self.hints.say(nothing)
            return
        self.history = history
        self._returning = True
        start(self, partial(self._return, place), "jump", exclusive=True)

    async def _return(self, place: Place) -> None:
        try:
            with self.told():
                back = place.filter.back
                detail = await self.lanes.reader.run(partial(read_event, event=place.event, back=back))
                self.topics.take(place.filter.topic)
                self.timeline.following = False
                key = detail.row.key if detail is not None else place.key
                moved_in_time = back != self.chosen.back
                self.set_filter(place.filter, Ask(Side.AROUND, key, place.event))
                if moved_in_time:
                    self.refresh_board()
                self.go_to(place.pane)
                if detail is not None:
                    self.statement.show(detail, place.statement)
                    self.denials.show(detail)
                else:
                    self.hints.say("the event there is not in the ledger any more; this is its neighbour")
        finally:
            self._returning = False

    # The view that the ledger remembers.

    def view(self) -> View:
        """The view as it is now; on the newest event, the newest is remembered, not this one."""
        row = self.timeline.row
        marked = row if row is not None and self.timeline.rank != 1 else None
        return View(
            self.chosen.topic,
            marked.id if marked else None,
            marked.key if marked else None,
            self.current,
            self.right,
            self.has_class(ZOOMED),
            self.chosen.query.typed if self.chosen.query else None,
        )

    def take_view(self, view: View) -> None:
        """Begin with the view remembered, before anything is shown."""
        self._kept = view
        self.current, self.right = view.pane, view.right
        self.chosen = view.filter
        self.set_class(view.zoomed, ZOOMED)

    def keep_view_soon(self) -> None:
        """Let the ledger remember the view after a while of rest."""
        if self.is_running:
            if self._keep_soon is not None:
                self._keep_soon.stop()
            self._keep_soon = self.set_timer(REMEMBER_AFTER, lambda: start(self, self._keep_view, "view"))

    async def _keep_view(self) -> None:
        """Where the ledger cannot be written, the view is not kept; that is no news for the reader."""
        view = self.view()
        if view != self._kept:
            self._kept = view
            with suppress(DiplotuiError):
                await self.lanes.writer.run(lambda store: store.remember(NAME, view.text()))

    def keep_view_now(self) -> None:
        """Let the ledger remember the view on leaving; whoever closes the lanes waits for it."""
        view = self.view()
        if view != self._kept and (self.timeline.row is not None or self._kept is not None):
            self.lanes.writer.submit(lambda store: store.remember(NAME, view.text()))
