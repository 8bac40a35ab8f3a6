"""What one source brought, or what came in and says nothing; what was left out can be taken in."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from diplotui.errors import DiplotuiError
from diplotui.model.sources import Source
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.screens.listing import Listed, ListScreen
from diplotui.tui.widgets.row_list import RowList
from diplotui.tui.widgets.source_lines import entry_rows
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.fetching import FetchingScreen

MOST_ENTRIES = 500
"""Entries that are listed, the newest."""


class EntriesScreen(ListScreen):
    """What one source brought, or what of all sources says nothing; gives the row to go to."""

    SCOPE = "entries"
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("entries")

    def __init__(self, board: "FetchingScreen", source: Source | None) -> None:
        super().__init__(board.lanes)
        self.source = source
        self.NAME = f"From {one_line(source.name)}" if source else "Came in, and says nothing"
        self.EMPTY = (
            "Nothing has come in yet; {sources.fetch} on the source asks it now."
            if source
            else "Nothing was left out: each text that came in says something."
        )

    def listed(self, store: "Store") -> Listed:
        """Read the newest entries."""
        key = self.source.id if self.source else None
        found = store.sources.entries(key, bare=self.source is None, limit=MOST_ENTRIES)
        names = {one.source.id: one.source.name for one in store.sources.listed()}
        bare = sum(not entry.statements for entry in found)
        words = plural(len(found), "item") + (f", {bare} without a statement" if self.source else "")
        return entry_rows(found, None if self.source else lambda source: names.get(source, "")), words

    @on(RowList.Opened)
    def _opened(self, message: RowList.Opened) -> None:
        if message.row.event is None:
            self.hints.say("no event stands behind it")
        else:
            self.dismiss(message.row)

    def action_take_in(self) -> None:
        """Read what was left out into the ledger."""
        row = self.list.row
        if row is not None:
            start(self, partial(self._take_in, int(row.key)), "write")

    async def _take_in(self, number: int) -> None:
        from diplotui.fetching.entries import take_in

        try:
            self.hints.say("reading it")
            report = await self.lanes.writer.run(lambda store: take_in(store, number))
        except DiplotuiError as error:
            self.hints.say(str(error), failed=True)
        else:
            self.hints.say(f"taken in: {plural(report.statements, 'statement')}")
            self.read_again()
