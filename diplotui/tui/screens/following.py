"""What keeps the reader of the main screen up to date: lists over the ledger, catch-up, watching, toasts."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial

from textual import on

from diplotui.errors import DiplotuiError, NotFound
from diplotui.model import Lookback, StatusMove, TimelineRow
from diplotui.model.records import OTHER_TOPIC
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.lines import cut
from diplotui.tui.messages import LedgerChanged
from diplotui.tui.screens.reading import ReadingScreen
from diplotui.tui.widgets.bars import TopBar
from diplotui.tui.widgets.row_list import Row
from diplotui.tui.widgets.window import Ask, Side
from diplotui.words import status_word

CLAIM_CELLS = 60
"""Cells of a claim in a toast."""


def move_sentence(move: StatusMove) -> str:
    """``denied by some → denied: Norway offered ...``."""
    turned = ", reversed" if move.reversed else ""
    claim = cut(one_line(move.claim.text), CLAIM_CELLS)
    return one_line(f"◉ {status_word(move.was)} → {status_word(move.now)}{turned}: {claim}")


class FollowingScreen(ReadingScreen):
    """Lists over the whole ledger, what moved since the last visit, and what is watched."""

    clock: Callable[[], datetime]
    rings = False
    """Whether the terminal's bell rings when something watched moves."""
    watched: frozenset[str] = frozenset()
    """What is watched, as ``claim/c1``, ``party/RU`` or ``actor/a1``."""
    _moves: str | None = None
    """Cursor up to which moves were told."""

    def on_mount(self) -> None:
        """Count what moved since the last visit."""
        start(self, self._begin_following, "following")

    async def _begin_following(self) -> None:
        """Note where the moves end now; a ledger that cannot be read is told elsewhere."""
        with suppress(DiplotuiError):
            self._moves = await self.lanes.reader.run(lambda store: store.moves_cursor())
            await self._read_watched()
            visit = await self.lanes.reader.run(lambda store: store.last_visit())
            if visit is None:
                await self.lanes.writer.run(lambda store: store.mark_visit())
                return
            found = await self.lanes.reader.run(lambda store: store.catch_up(visit))
            self.top_bar.tell(moved=len(found.moves))

    async def _read_watched(self) -> None:
        found = await self.lanes.reader.run(lambda store: store.watches())
        self.watched = frozenset(one.reference for one in found)
        self.denials.watched = self.watched
        events = frozenset(one.event for one in found if one.event is not None)
        self.timeline.take_watched(events | {one.reference for one in found if one.kind == "party"})
        self.denials.layout_lines()

    # Toasts.

    @on(LedgerChanged)
    def _others_changed(self, message: LedgerChanged) -> None:
        """Tell the list that lies over the dashboard, and look for moves of what is watched."""
        if self.app.screen is not self:
            self.app.screen.post_message(LedgerChanged(message.changes))
        if self._moves is not None:
            start(self, self._tell_moves, "moves", exclusive=True)

    async def _tell_moves(self) -> None:
        cursor = self._moves
        if cursor is None:
            return
        with suppress(DiplotuiError):
            moves, self._moves = await self.lanes.reader.run(lambda store: store.status_moves(cursor))
            for move in moves:
                if move.watched:
                    self.notify(move_sentence(move), markup=False)
                    if self.rings:
                        self.app.bell()

    # Lists.

    def action_claims(self) -> None:
        """All claims."""
        from diplotui.tui.screens.claims import ClaimsScreen

        screen = ClaimsScreen(self.lanes, self._watch_row, lambda: self.watched, self.chosen.back)
        self.app.push_screen(screen, self.go_from_list)

    @on(TopBar.MovedClicked)
    def action_catch_up(self) -> None:
        """What changed since the last visit."""
        from diplotui.tui.screens.listing import CatchUpScreen

        screen = CatchUpScreen(self.lanes, self._watch_row, self._caught_up, self.chosen.back)
        self.app.push_screen(screen, self.go_from_list)

    def action_questions(self) -> None:
        """Open questions, of the topic chosen or of all."""
        from diplotui.tui.screens.listing import QuestionsScreen

        screen = QuestionsScreen(self.lanes, self._watch_row, self.chosen.back, self.chosen.topic)
        self.app.push_screen(screen, self.go_from_list)

    def _caught_up(self, cursor: str) -> None:
        self.top_bar.tell(moved=0)
        start(self, partial(self._mark_visit, cursor), "write")

    async def _mark_visit(self, cursor: str) -> None:
        with self.told():
            await self.lanes.writer.run(lambda store: store.mark_visit(cursor))

    def go_from_list(self, row: Row | None) -> None:
        """Go to the event of a list's row; None: nowhere."""
        if row is not None and row.event is not None:
            kind, _, record = row.key.partition("/")
            claim = record if kind == "claim" else None
            start(self, partial(self._go_to_event, row.event, row.statement, claim), "jump", exclusive=True)

    async def _go_to_event(self, event: str, statement: str | None, claim: str | None) -> None:
        with self.told():
            try:
                back = self.chosen.back
                detail = await self.lanes.reader.run(lambda store: store.at(back).event(event))
            except NotFound:
                self.hints.say("its event is not shown: it was thrown out, or not known then")
                return
            self.go_to_row(detail.row, past=True)
            self.statement.show(detail, statement)
            self.denials.show(detail)
            if claim is not None:
                self.denials.show_claim(claim)

    def go_to_row(self, row: TimelineRow, *, past: bool = False) -> None:
        """Go to an event through a filter that lets it be seen; ``past``: on the day one looks from."""
        topic = self.chosen.topic
        if topic is not None and topic != row.topic:
            topic = None
        if row.topic == OTHER_TOPIC:
            topic = OTHER_TOPIC
        self.topics.take(topic)
        self.timeline.following = False
        back = self.chosen.back if past else Lookback()
        chosen = replace(self.chosen, topic=topic, query=None).seen_from(back)
        self.set_filter(chosen, Ask(Side.AROUND, row.key, row.id))
        self.go_to("timeline")

    # Watching.

    def action_watch(self) -> None:
        """Choose what to watch of what is marked."""
        self._choose_watch(self.watchable())

    def watchable(self) -> tuple[tuple[str, str], ...]:
        """Claims, parties and actors of what is marked: reference and name."""
        marked, detail = self.marked(), self.statement.detail
        if marked is None or detail is None:
            return ()
        claims = tuple(row.claim for row in detail.claims)
        parties: tuple[str, ...] = detail.parties
        actors: tuple[tuple[str, str], ...] = ()
        view = self.statement.view
        if marked.kind == "claim" and self.denials.claim is not None:
            claims = (self.denials.claim.claim,)
        elif marked.kind == "statement" and view is not None:
            reached = {stance.claim for stance in view.stances}
            claims = tuple(claim for claim in claims if claim.id in reached)
            parties = (view.statement.party,) if view.statement.party else ()
            if view.speaker is not None:
                actors = ((f"actor/{view.speaker.id}", view.speaker.name),)
        named = tuple((f"claim/{claim.id}", claim.text) for claim in claims)
        return (*named, *((f"party/{party}", party) for party in parties), *actors)

    def _watch_row(self, row: Row) -> None:
        self._choose_watch(row.watchable())

    def _choose_watch(self, choices: tuple[tuple[str, str], ...]) -> None:
        if not choices:
            self.hints.say("nothing is marked that could be watched")
            return
        from diplotui.tui.screens.watch import WatchScreen

        self.app.push_screen(WatchScreen(choices, self.watched, self.turn_watch), self._watch_chosen)

    def turn_watch(self, reference: str, watch: bool) -> None:
        """Watch something, or no longer."""
        start(self, partial(self._write_watch, reference, watch), "write")

    async def _write_watch(self, reference: str, watch: bool) -> None:
        with self.told():
            if watch:
                await self.lanes.writer.run(lambda store: store.watch(reference))
            else:
                await self.lanes.writer.run(lambda store: store.unwatch(reference))
            await self._read_watched()
            if self.app.screen is not self:
                self.app.screen.post_message(LedgerChanged(()))

    def _watch_chosen(self, _: None) -> None:
        """A list below shows its marks anew."""
        if self.app.screen is not self:
            self.app.screen.post_message(LedgerChanged(()))
