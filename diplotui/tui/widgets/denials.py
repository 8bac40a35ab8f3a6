"""The denial status: where each party stands on each claim of the marked event, cell by cell."""

from dataclasses import dataclass
from functools import partial

from textual import events
from textual.message import Message

from diplotui.model import ClaimRow, EventDetail, Position
from diplotui.text import one_line
from diplotui.tui.command import DENIALS
from diplotui.tui.commands import bindings_for
from diplotui.tui.lines import Line, piece, wrap
from diplotui.tui.widgets.both_sides import both_sides
from diplotui.tui.widgets.line_view import Jump
from diplotui.tui.widgets.matrix import Cell, columns, matrix_lines, status_footer
from diplotui.tui.widgets.pane import Marked, Pane
from diplotui.words import status_word

NOTHING_MARKED = "Claims of the marked event stand here against the parties: who denies, who is silent."
NO_CLAIM = "No claim is filed on this event: nothing in it can be affirmed or denied."
AIRY_FROM = 16
"""Lines of height from which claims are set apart by a blank line."""


class Denials(Pane):
    """The pane of the matrix."""

    NUMBER = 4
    NAME = "Denial status"
    BINDINGS = bindings_for(DENIALS)

    @dataclass
    class CellOpened(Message):
        """Enter on a cell: show the sentence that it rests on (None: there is none)."""

        statement: str | None
        party: str
        claim: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.detail: EventDetail | None = None
        self.cell = Cell()
        self.watched: frozenset[str] = frozenset()
        """What is watched, as ``claim/c1`` or ``party/RU``."""
        self._extents: list[tuple[int, int]] = []

    @property
    def claims(self) -> tuple[ClaimRow, ...]:
        """The claims of the event."""
        return self.detail.claims if self.detail else ()

    @property
    def parties(self) -> tuple[str, ...]:
        """The columns."""
        return self.detail.parties if self.detail else ()

    @property
    def claim(self) -> ClaimRow | None:
        """The claim under the cursor."""
        return self.claims[self.cell.claim] if self.cell.claim < len(self.claims) else None

    @property
    def position(self) -> Position | None:
        """The position under the cursor."""
        claim = self.claim
        if claim is None or self.cell.party >= len(self.parties):
            return None
        return claim.position(self.parties[self.cell.party])

    def show(self, detail: EventDetail | None) -> None:
        """Show this event's claims; the cursor stays on the same claim and party while they are there."""
        claim = self.claim
        party = self.parties[self.cell.party] if self.cell.party < len(self.parties) else None
        self.detail = detail
        ids = [row.claim.id for row in self.claims]
        held = claim is not None and claim.claim.id in ids
        if held and claim is not None:
            column = self.parties.index(party) if party in self.parties else 0
            self.cell = Cell(ids.index(claim.claim.id), column)
        else:
            self.cell = Cell()
            self.top = 0
        self.layout_lines()

    def show_claim(self, claim: str) -> bool:
        """Mark this claim; False where it is not one of the event's."""
        ids = [row.claim.id for row in self.claims]
        if claim not in ids:
            return False
        self.cell = Cell(ids.index(claim), 0)
        self.layout_lines()
        return True

    def layout_lines(self) -> None:
        """Set the matrix for the present width, the marked claim in view."""
        width = self.content_width - 1
        self._extents = []
        claim = self.claim
        if claim is None:
            words = NO_CLAIM if self.detail else NOTHING_MARKED
            self.set_lines([(piece(line, "dim"),) for line in wrap(words, width)])
            self.entitle()
            return
        height = self.content_size.height
        views = self.detail.statements if self.detail else ()
        sides = both_sides(claim.claim.id, self.position, views, width)
        footer: list[Line] = [*sides, *status_footer(claim, width)]
        if len(footer) > max(0, height - 4) and sides:
            footer = sides  # what a party said before and now goes before the counts
        airy = height >= AIRY_FROM
        lines, self._extents = matrix_lines(self.claims, self.parties, width, self.cell, airy=airy)
        self.set_lines(lines, footer if len(footer) <= max(0, height - 4) else ())
        self.top = min(self.top, self.last_top)
        first, last = self._extents[self.cell.claim]
        self.bring_into_view(0 if self.cell.claim == 0 else first, last)
        watched = f"claim/{claim.claim.id}" in self.watched
        self.entitle("◉ watched" if watched else "", foot=f"{self.cell.claim + 1} of {len(self.claims)}")

    def marked(self) -> Marked | None:
        """The claim under the cursor."""
        claim = self.claim
        if claim is None:
            return None
        text = one_line(claim.claim.text)
        return Marked(f"claim/{claim.claim.id}", text, f"{text} ({status_word(claim.status)})")

    def move_to(self, claim: int, party: int) -> None:
        """Move the cursor to a cell, kept within the matrix."""
        self.cell = Cell(max(0, min(claim, len(self.claims) - 1)), max(0, min(party, len(self.parties) - 1)))
        self.layout_lines()

    def jumps(self) -> list[Jump]:
        """The claims in sight."""
        seen = self.begin_in_sight([first for first, _ in self._extents])
        return [Jump(-1, line, partial(self._jump_to, self.claims[place].claim.id)) for place, line in seen]

    def _jump_to(self, claim: str) -> None:
        """Mark a claim, wherever it stands by now."""
        ids = [row.claim.id for row in self.claims]
        if claim in ids:
            self.move_to(ids.index(claim), self.cell.party)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the cell under the mouse; a double click opens it."""
        line, offset = self.line_at(event), event.get_content_offset(self)
        if line is None or offset is None:
            return
        place = next((i for i, (first, last) in enumerate(self._extents) if first <= line <= last), None)
        if place is None:
            return
        share = columns(self.content_width - 1, len(self.parties), self.cell.party)
        party = self.cell.party
        if offset.x >= share.claim:
            party = share.first + (offset.x - share.claim) // share.party
        self.move_to(place, party)
        if event.chain == 2:
            self.action_open()

    def action_down(self) -> None:
        """The next claim."""
        self.move_to(self.cell.claim + 1, self.cell.party)

    def action_up(self) -> None:
        """The claim before."""
        self.move_to(self.cell.claim - 1, self.cell.party)

    def action_left(self) -> None:
        """The party to the left."""
        self.move_to(self.cell.claim, self.cell.party - 1)

    def action_right(self) -> None:
        """The party to the right."""
        self.move_to(self.cell.claim, self.cell.party + 1)

    def action_page_down(self) -> None:
        """Some claims further."""
        self.move_to(self.cell.claim + 4, self.cell.party)

    def action_page_up(self) -> None:
        """Some claims back."""
        self.move_to(self.cell.claim - 4, self.cell.party)

    def action_first(self) -> None:
        """The first claim."""
        self.move_to(0, self.cell.party)

    def action_last(self) -> None:
        """The last claim."""
        self.move_to(len(self.claims) - 1, self.cell.party)

    def action_open(self) -> None:
        """Bring the sentence behind the cell."""
        claim, position = self.claim, self.position
        if claim is None:
            return
        party = self.parties[self.cell.party] if self.cell.party < len(self.parties) else ""
        statement = position.statement if position else None
        self.post_message(self.CellOpened(statement, party, claim.claim.id))
