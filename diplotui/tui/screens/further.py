"""What the main screen can do beyond reading and deciding: correct, redo, look from a typed day."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from diplotui.model import Claim, Lookback, StatementView
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.corrections import Target
from diplotui.tui.keymap import TAKEN_BACK, keyed
from diplotui.tui.lines import cut
from diplotui.tui.lookback import lookback_words, typed_of
from diplotui.tui.screens.following import FollowingScreen
from diplotui.tui.widgets.pane import Marked

PAST_IS_READ_ONLY = "the past is only read; {back} comes back to now, where it can be changed"
"""Why nothing is written from the past; see ``keyed``."""

MARKED_CELLS = 40
"""Cells of a marked record's title in the line at the bottom."""


class FurtherScreen(FollowingScreen):
    """Corrections, redo, and the day one looks from."""

    clock: Callable[[], datetime]

    def refused_in_the_past(self) -> bool:
        """Whether one looks at the past, where nothing is changed; says so."""
        if not self.chosen.back.past:
            return False
        self.hints.say(keyed(self, PAST_IS_READ_ONLY), failed=True)
        return True

    @property
    def read_at(self) -> str | None:
        """Cursor at which the panes were read: what others changed since is told and not overwritten."""
        return self.statement.detail.cursor if self.statement.detail is not None else None

    # Corrections.

    _corrections: dict[str, dict[str, str]] | None = None

    @property
    def corrections(self) -> dict[str, dict[str, str]]:
        """What was typed into forms for corrections that were left, by record."""
        if self._corrections is None:
            self._corrections = {}
        return self._corrections

    def action_correct(self) -> None:
        """Correct what is marked."""
        if self.refused_in_the_past():
            return
        target = self.target()
        if target is None:
            self.hints.say("nothing is marked that could be corrected")
        else:
            self._open_form(target)

    def action_new_claim(self) -> None:
        """Make a claim of the statement shown."""
        if self.refused_in_the_past():
            return
        detail, view = self.statement.detail, self.statement.view
        if detail is None or view is None:
            self.hints.say("no statement is shown of which a claim could be made")
            return
        said = view.statement
        title = one_line(said.exact)
        new = Target(f"new/{said.id}", title, "", detail.cursor, statement=said, new=True)
        self._open_form(new)

    def _open_form(self, target: Target) -> None:
        from diplotui.tui.screens.correct import CorrectScreen

        screen = CorrectScreen(target, self.lanes, self.clock, self.corrections)
        self.app.push_screen(screen, lambda said: self.hints.say(said) if said else None)

    def target(self) -> Target | None:
        """What the form corrects: the statement shown, the cell of the matrix, or the marked event."""
        detail, marked = self.statement.detail, self.marked()
        if detail is None or marked is None:
            return None
        row = detail.event
        topic = next((one.name for one in self.topics.topics if one.id == row.topic), row.topic)
        claims = tuple(one.claim for one in detail.claims)
        title, at = one_line(marked.title), detail.cursor
        if marked.kind == "event":
            if row.id != marked.reference.partition("/")[2]:
                return None
            return Target(marked.reference, title, topic, at, event=row, claims=claims)
        view: StatementView | None = self.statement.view
        claim_id: str | None = None
        if marked.kind == "claim":
            position = self.denials.position
            claim_id = self.denials.claim.claim.id if self.denials.claim else None
            wanted = position.statement if position else None
            view = next((one for one in detail.statements if one.statement.id == wanted), None)
        stances = view.stances if view is not None else ()
        stance = next((one for one in stances if claim_id in (None, one.claim)), None)
        claim_id = claim_id or (stance.claim if stance else None)
        return Target(
            f"{marked.reference}/{view.statement.id if view else ''}",
            title,
            topic,
            at,
            statement=view.statement if view else None,
            speaker=view.speaker if view else None,
            stance=stance,
            claim=next((one for one in claims if one.id == claim_id), None),
            claims=claims,
        )

    def turn_subject(self) -> None:
        """Count the party under the cursor among the claim's subjects, or no longer."""
        claim, place = self.denials.claim, self.denials.cell.party
        if claim is None or place >= len(self.denials.parties):
            self.hints.say(
                keyed(self, "no party is under the cursor; {correct} corrects whom the claim is about")
            )
            return
        start(self, partial(self._write_subject, claim.claim, self.denials.parties[place]), "write")

    async def _write_subject(self, claim: Claim, party: str) -> None:
        about = claim.subjects
        kept = tuple(one for one in about if one != party) if party in about else (*about, party)
        word = "no longer a subject" if party in about else "a subject"
        read_at = self.read_at
        with self.told():
            await self.lanes.writer.run(lambda store: store.set_subjects(claim.id, kept, read_at=read_at))
            self.hints.say(
                f"{party} is {word} {keyed(self, TAKEN_BACK)}: {cut(one_line(claim.text), MARKED_CELLS)}"
            )

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        if not self.refused_in_the_past():
            start(self, self._redo, "write")

    async def _redo(self) -> None:
        with self.told():
            redone = await self.lanes.writer.run(lambda store: store.redo())
            self.hints.say(redone or "nothing to do again")

    # Merging.

    _to_merge: Marked | None = None
    """What ``M`` merges into the present record of its kind."""
    _marked_at: str | None = None
    """Cursor at which that was read."""

    def action_mark(self) -> None:
        """Mark the present claim or event for merging, or no longer."""
        marked = self.marked()
        if marked is None or marked.kind not in ("event", "claim"):
            self.hints.say("mark an event in the timeline, or a claim in the denial status")
        elif self._to_merge is not None and self._to_merge.reference == marked.reference:
            self._to_merge = None
            self.hints.say("marked no longer")
        else:
            self._to_merge, self._marked_at = marked, self.read_at
            title = cut(marked.title, MARKED_CELLS)
            words = keyed(self, f"{{merge}} on another {marked.kind} merges this one into it")
            self.hints.say(f"{words}: {title}")

    def action_merge(self) -> None:
        """Say that the marked claim or event and the present one are the same."""
        if self.refused_in_the_past():
            return
        merged, into = self._to_merge, self.marked()
        if merged is None:
            words = "{mark} marks the event or the claim that shall be merged; {merge} then merges it"
            self.hints.say(keyed(self, words))
        elif into is None or into.kind != merged.kind or into.reference == merged.reference:
            words = keyed(self, f"go to another {merged.kind}: {{merge}} merges into it")
            self.hints.say(f"{words}: {cut(merged.title, MARKED_CELLS)}")
        else:
            start(self, partial(self._merge, merged, into), "write")

    async def _merge(self, merged: Marked, into: Marked) -> None:
        gone, kept = merged.reference.partition("/")[2], into.reference.partition("/")[2]
        with self.told():
            read_at = self._marked_at
            await self.lanes.writer.run(lambda store: store.merge(into.kind, kept, gone, read_at=read_at))
            self._to_merge = None
            self.hints.say(f"merged into {keyed(self, TAKEN_BACK)}: {cut(into.title, MARKED_CELLS)}")

    # From where in time one looks.

    def action_look_from(self) -> None:
        """Look from a day that is typed."""
        self._ask_where_from(typed_of(self.chosen.back))

    def action_look_from_recorded(self) -> None:
        """Look at the ledger as it was recorded at an instant that is typed."""
        typed = typed_of(self.chosen.back)
        self._ask_where_from(typed if self.chosen.as_recorded else f"{typed} as recorded ".lstrip())

    def _ask_where_from(self, typed: str) -> None:
        from diplotui.tui.screens.day import DayScreen

        self.app.push_screen(DayScreen(self.clock, typed), self._look_from_typed)

    def _look_from_typed(self, back: Lookback | None) -> None:
        if back is None:
            return
        self.timeline.stop_following()
        self.look_from(back)
        now = keyed(self, "{back} comes back to now")
        self.hints.say(f"{lookback_words(back)}; {now}" if back.past else "as of now")


def turn_subject(board: FurtherScreen) -> None:
    """Count the party under the cursor among the claim's subjects, or no longer."""
    board.turn_subject()
