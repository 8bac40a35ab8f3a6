"""The claims screen: every claim of the ledger with its status, through a filter line."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.widget import Widget
from textual.widgets import Input

from diplotui.model import ClaimRow, Lookback
from diplotui.text import one_line
from diplotui.tui.claim_filter import Order, chosen_claims
from diplotui.tui.commands import bindings_for
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.listing import Listed, ListScreen
from diplotui.tui.widgets.claim_lines import claim_rows, status_words
from diplotui.tui.widgets.row_list import Row
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store


class FilterLine(Input):
    """The filter; Enter and the arrow go to the list, escape empties it first."""

    SCOPE = "filter"
    BINDINGS = bindings_for("filter")

    def _on_paste(self, event: events.Paste) -> None:
        event.text = one_line(event.text)

    def action_leave(self) -> None:
        """Go to the list."""
        self.screen.set_focus(self.screen.query_one("RowList"))

    def action_clear(self) -> None:
        """Empty the filter and go to the list."""
        self.value = ""
        self.action_leave()


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
        self.watched = watched
        self.order = Order.CHANGED
        self.claims: tuple[ClaimRow, ...] = ()
        self.topics: dict[str, str] = {}
        self.filter = FilterLine(
            placeholder="/ denied by some · never answered · reversed · US · words", id="filter"
        )

    def above(self) -> Sequence[Widget]:
        """The filter."""
        self.filter.cursor_blink = False
        return (self.filter,)

    def listed(self, store: "Store") -> Listed:
        """Read all claims; the filter is applied when they are shown."""
        self.claims = store.at(self.back).claims()
        self.topics = {topic.id: topic.name for topic in store.topics()}
        return (), ""

    def take(self, rows: Sequence[Row], words: str) -> None:
        """Show the claims that fit the filter."""
        chosen = chosen_claims(self.claims, self.filter.value, self.topics, self.order)
        self.entitle(f"{plural(len(chosen), 'claim')}, by {self.order.value} · {status_words(chosen)}")
        self.list.show(claim_rows(chosen, self.watched()), self.EMPTY)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.take((), "")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.set_focus(self.list)

    def action_filter(self) -> None:
        """Type into the filter."""
        self.set_focus(self.filter)

    def action_sort(self) -> None:
        """Sort the other way."""
        self.order = Order.CONTESTED if self.order is Order.CHANGED else Order.CHANGED
        self.take((), "")
