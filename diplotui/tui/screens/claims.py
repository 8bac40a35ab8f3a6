"""The claims screen: every claim of the ledger with its status, through a filter line, a window at a time."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from diplotui.model import ClaimFilter, ClaimOrder, ClaimPage, Lookback
from diplotui.tui.background import start
from diplotui.tui.claim_filter import read_claim_filter
from diplotui.tui.commands import bindings_for
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.listing import Listed, ListScreen
from diplotui.tui.widgets.claim_lines import claim_rows
from diplotui.tui.widgets.line_field import LineField
from diplotui.tui.widgets.row_list import Row, RowList
from diplotui.tui.widgets.window import MOST, NEAR, PAGE
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store

COUNTED = 2_000
"""From this many on a page says only that there are so many or more."""


class FilterLine(LineField):
    """The filter; Enter and the arrow go to the list, escape empties it first."""

    SCOPE = "filter"
    BINDINGS = bindings_for("filter")

    def action_leave(self) -> None:
        """Go to the list."""
        self.screen.set_focus(self.screen.query_one("RowList"))

    def action_clear(self) -> None:
        """Empty the filter and go to the list."""
        self.value = ""
        self.action_leave()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Places of the list that are in memory, from ``first`` up to ``last``, which is not included."""

    first: int = 0
    last: int = PAGE

    def older(self) -> "Stretch":
        """A page further; the beginning is let go where it grows too long."""
        return Stretch(max(self.first, self.last + PAGE - MOST), self.last + PAGE)

    def newer(self) -> "Stretch":
        """A page back; the end is let go where it grows too long."""
        first = max(0, self.first - PAGE)
        return Stretch(first, min(self.last, first + MOST))


class ClaimList(RowList):
    """The list; its ends are those of the ledger, not of what is in memory."""

    @dataclass
    class EndWanted(Message):
        """The first or the last of all claims shall be marked."""

        first: bool

    def action_first(self) -> None:
        """The first of all."""
        self.post_message(self.EndWanted(True))

    def action_last(self) -> None:
        """The last of all."""
        self.post_message(self.EndWanted(False))


class ClaimsScreen(ListScreen):
    """Claims with status, counts and parties."""

    NAME = "Claims"
    EMPTY = "No claim fits. Words of the claim, codes as US, and denied by some, never answered, reversed."
    SCOPE = "claims"
    BINDINGS = bindings_for("claims")

    def __init__(
        self,
        lanes: Lanes,
        watch: Callable[[Row], None],
        watched: Callable[[], Collection[str]],
        back: Lookback,
    ) -> None:
        super().__init__(lanes, watch, back)
        self.list: RowList = ClaimList(id="list")
        self.watched = watched
        self.order = ClaimOrder.CHANGED
        self.stretch = Stretch()
        self.filter = FilterLine(
            placeholder="/ denied by some · never answered · reversed · US · words", id="filter"
        )
        self._page: tuple[ClaimFilter, ClaimPage] | None = None
        self._land: int | None = None
        """The row to mark once what was asked for is there: 0 the first, -1 the last."""
        self._reading = False
        self._counted: tuple[ClaimFilter, int] | None = None
        """The whole count of what a filter shows, once somebody went to the last."""

    def above(self) -> Sequence[Widget]:
        """The filter."""
        self.filter.cursor_blink = False
        return (self.filter,)

    @property
    def chosen(self) -> ClaimFilter:
        """What stands in the filter."""
        return read_claim_filter(self.filter.value, self.order)

    def listed(self, store: "Store") -> Listed:
        """Read the stretch that is in memory, never the whole list."""
        chosen, stretch = self.chosen, self.stretch
        page = store.at(self.back).claim_page(
            chosen, offset=stretch.first, limit=stretch.last - stretch.first
        )
        self._page = (chosen, page)
        return (), ""

    async def _read(self) -> None:
        try:
            await super()._read()
        finally:
            self._reading = False

    def take(self, rows: Sequence[Row], words: str) -> None:
        """Show the claims that were read."""
        if self._page is None:
            return
        page = self._page[1]
        count = f"{COUNTED:,}+ claims" if page.total >= COUNTED else plural(page.total, "claim")
        self.entitle(f"{count}, by {self.order.value}")
        self.list.show(claim_rows(page.rows, self.watched()), self.EMPTY)
        land, self._land = self._land, None
        if land is not None and page.rows:
            self.list.top = 0
            self.list.move_to(land % len(page.rows), 1)

    def place_words(self) -> str:
        """``3 of 2,000+``."""
        if self._page is None or not self.list.rows:
            return ""
        chosen, page = self._page
        total = f"{COUNTED:,}+" if page.total >= COUNTED else str(page.total)
        if self._counted is not None and self._counted[0] == chosen and page.total >= COUNTED:
            total = f"{max(self._counted[1], page.offset + len(page.rows)):,}"
        return f"{page.offset + self.list.index + 1} of {total}"

    # The stretch in memory follows the cursor.

    @property
    def _has_more(self) -> bool:
        """Whether there is more behind the stretch."""
        if self._page is None:
            return False
        page, length = self._page[1], self.stretch.last - self.stretch.first
        full = bool(page.rows) if self.back.as_of else len(page.rows) >= length
        return full if page.total >= COUNTED else page.total > self.stretch.last

    @on(RowList.Moved)
    def _near_an_end(self) -> None:
        if self._reading or not self.list.rows or self._page is None:
            return
        if self.list.index > len(self.list.rows) - NEAR and self._has_more:
            self._go_on(self.stretch.older())
        elif self.list.index < NEAR and self.stretch.first > 0:
            self._go_on(self.stretch.newer())

    def _go_on(self, stretch: Stretch) -> None:
        self._reading = True
        self.stretch = stretch
        self.read_again()

    @on(ClaimList.EndWanted)
    def _end_wanted(self, message: ClaimList.EndWanted) -> None:
        if message.first:
            self._from_the_first()
        elif self._has_more:
            start(self, self._go_to_the_last, "list", exclusive=True)
        else:
            self.list.move_to(len(self.list.rows) - 1, -1)

    async def _go_to_the_last(self) -> None:
        chosen = self.chosen
        count = await self.lanes.reader.run(lambda store: store.at(self.back).claim_count(chosen))
        self._counted = (chosen, count)
        self._land = -1
        self._go_on(Stretch(max(0, count - PAGE), count))

    def _from_the_first(self) -> None:
        self._land = 0
        self._go_on(Stretch())

    @on(Input.Changed)
    def _typed(self) -> None:
        self._from_the_first()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.set_focus(self.list)

    def action_filter(self) -> None:
        """Type into the filter."""
        self.set_focus(self.filter)

    def action_sort(self) -> None:
        """Sort the other way."""
        changed = self.order is ClaimOrder.CHANGED
        self.order = ClaimOrder.CONTESTED if changed else ClaimOrder.CHANGED
        self._from_the_first()
