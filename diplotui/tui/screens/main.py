"""The main screen's commands: what a person does to what is marked."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from textual import on

from diplotui.model import Decision, Lookback
from diplotui.tui.background import start
from diplotui.tui.drafts import Drafts
from diplotui.tui.keymap import TAKEN_BACK, keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.lines import cut
from diplotui.tui.screens.fetching import FetchingScreen
from diplotui.tui.widgets.denials import Denials
from diplotui.tui.widgets.pane import Marked
from diplotui.tui.widgets.timeline import Timeline
from diplotui.tui.widgets.topics import Topics

TITLE_CELLS = 40
"""Cells of a record's title in the line at the bottom."""


class MainScreen(FetchingScreen):
    """The dashboard."""

    def __init__(
        self,
        lanes: Lanes,
        ledger: str,
        clock: Callable[[], datetime],
        *,
        banner: str | None = None,
        follow: bool = False,
    ) -> None:
        super().__init__(lanes, ledger, banner, follow=follow)
        self.clock = clock
        self.drafts = Drafts(lanes)
        """What was typed into forms and not saved, by record."""

    # Going from one pane to what it points at.

    @on(Topics.Opened)
    def _topic_opened(self) -> None:
        self.go_to("timeline")

    @on(Timeline.Opened)
    def _event_opened(self) -> None:
        self.go_to("statement")

    @on(Denials.CellOpened)
    def _cell_opened(self, message: Denials.CellOpened) -> None:
        if message.statement is None:
            self.hints.say(f"{message.party or 'nobody'}: no sentence on this claim in the ledger")
        elif self.statement.show_statement(message.statement):
            if not self.in_sight("statement"):
                self.go_to("statement")
        else:
            self.hints.say("the sentence belongs to another event; search for it with /")

    # Decisions.

    def action_accept(self) -> None:
        """Accept what is marked."""
        self._decide(Decision.ACCEPTED, "accepted")

    def action_throw_out(self) -> None:
        """Throw out what is marked."""
        self._decide(Decision.THROWN_OUT, "thrown out")

    def _decide(self, decision: Decision, word: str) -> None:
        if self.refused_in_the_past():
            return
        marked = self.marked()
        if marked is None:
            self.hints.say("nothing is marked")
            return
        start(self, partial(self._write_decision, marked, decision, word), "write")

    async def _write_decision(self, marked: Marked, decision: Decision, word: str) -> None:
        with self.told():
            read_at = self.read_at
            await self.lanes.writer.run(
                lambda store: store.decide(marked.reference, decision, read_at=read_at)
            )
            self.hints.say(f"{word} {keyed(self, TAKEN_BACK)}: {cut(marked.title, TITLE_CELLS)}")

    def action_undo(self) -> None:
        """Take back the last decision or note."""
        if not self.refused_in_the_past():
            start(self, self._undo, "write")

    async def _undo(self) -> None:
        with self.told():
            undone = await self.lanes.writer.run(lambda store: store.undo())
            self.hints.say(undone or "nothing to take back")
            self.refresh_board()  # marks of what is read are in no journal

    # Notes.

    def action_note(self) -> None:
        """Write on what is marked."""
        if self.refused_in_the_past():
            return
        marked = self.note_subject()
        if marked is None:
            self.hints.say("nothing is marked to write on")
            return
        from diplotui.tui.screens.note import NoteScreen

        shown = tuple(self.statement.notes()) if marked.kind == "statement" else ()
        screen = NoteScreen(marked, shown, self.lanes, self.clock, self.drafts)
        self.app.push_screen(screen, lambda said: self.hints.say(said) if said else None)

    def note_subject(self) -> Marked | None:
        """What a note is about: what is marked; in the topics the topic chosen there."""
        topic = self.topics.chosen
        if self.current == "topics" and topic.id:
            return Marked(f"topic/{topic.id}", topic.name, topic.name)
        return self.marked()

    # The newest, and the past.

    def action_follow(self) -> None:
        """Jump to the newest and keep up with what arrives; again: stay where it is."""
        if self.timeline.following:
            self.timeline.stop_following()
            self.hints.say("not following any more")
            return
        if self.chosen.back.past:
            self.look_from(Lookback())
        self.timeline.follow()
        self.hints.say("following the newest; any move stops it")

    def action_time_back(self) -> None:
        """Look from the day before: at first the day before the newest thing known of the marked event."""
        day = self.chosen.as_of or self._newest_known()
        if day is not None:
            self.timeline.stop_following()
            self.look_from(Lookback(day - timedelta(days=1), self.chosen.as_recorded))

    def action_time_forward(self) -> None:
        """Look from the next day; past the newest thing known it is now again."""
        if self.chosen.as_of is not None:
            day = self.chosen.as_of + timedelta(days=1)
            past = day if day < self.clock().date() else None
            self.look_from(Lookback(past, self.chosen.as_recorded))

    def _newest_known(self) -> date | None:
        """The last day on which something became public of the marked event, or the event itself did."""
        detail, row = self.statement.detail, self.timeline.row
        days = [change.on for claim in (detail.claims if detail else ()) for change in claim.history]
        return max((day for day in (*days, row.public if row else None) if day), default=None)

    def action_back(self) -> None:
        """Out of zoom, back to the timeline, to the present, to all that a search left out, to all topics."""
        if self.has_class("-zoomed") or self.current != "timeline":
            super().action_back()
        elif self.chosen.back.past:
            self.look_from(Lookback())
        elif self.chosen.query is not None:
            self.widen()
        elif self.chosen.topic is not None:
            self.topics.choose_id(None)

    # Out of the dashboard.

    def action_copy(self) -> None:
        """Copy what is marked."""
        from diplotui.tui.copying import copy_text

        marked = self.marked()
        if marked is not None:
            copy_text(self, marked.copy, self.hints.say)

    def action_open_url(self) -> None:
        """Open the address of the document behind the statement shown."""
        marked = self.statement.marked()
        url = (marked.url if marked else None) or ""
        if url.lower().startswith(("https://", "http://")):
            with self.told():
                self.app.open_url(url)
                self.hints.say(f"handed to the browser: {url}")
        else:
            self.hints.say("this document has no address on the web")

    def action_help(self) -> None:
        """All keys on one page."""
        from diplotui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.current))
