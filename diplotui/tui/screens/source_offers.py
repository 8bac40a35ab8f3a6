"""The choice from a list of feeds: the starter set, an OPML list, the feeds that a page names."""

from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from diplotui.errors import DiplotuiError
from diplotui.sources.parsed import FeedLink
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.answering import AnsweringScreen
from diplotui.tui.widgets.row_list import RowList
from diplotui.tui.widgets.source_lines import offer_rows
from diplotui.words import plural

HOW = "{list.open} chooses, {offers.all} all, {offers.add} watches what is chosen, {offers.close} closes"
"""Below the choice; see ``keyed``."""

Said = tuple[str, tuple[str, ...]]
"""A line that says what was done, and the ids of the sources to ask now."""


class OffersScreen(AnsweringScreen[Said | None], ModalScreen[Said | None]):
    """Feeds to choose from, all of them or a few."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../styles/sources.tcss"]
    AUTO_FOCUS = "RowList"
    SCOPE = "offers"
    BINDINGS = bindings_for("offers")

    def __init__(
        self,
        title: str,
        offers: Sequence[tuple[FeedLink, str]],
        watched: Collection[str],
        lanes: Lanes,
        *,
        private: bool = False,
        pages: bool = False,
        chosen: Collection[str] = (),
    ) -> None:
        super().__init__()
        self.title_words = title
        self.offers = {link.url: (link, note) for link, note in offers}
        self.watched = frozenset(watched)
        self.lanes = lanes
        self.private = private
        self.pages = pages
        self.chosen = set(chosen) - self.watched
        self.list = RowList(id="offers")
        self._adding = False

    def compose(self) -> ComposeResult:
        """The choices."""
        self.list.border_title = Content(one_line(self.title_words))
        yield self.list

    def on_mount(self) -> None:
        """Show the choices."""
        self._show()

    def _show(self, trouble: str = "") -> None:
        rows = [(url, link.title or url, note) for url, (link, note) in self.offers.items()]
        self.list.show(offer_rows(rows, self.chosen, self.watched), "There is no feed in this list.")
        words = trouble or (f"{len(self.chosen)} chosen · {keyed(self, HOW)}")
        self.list.border_subtitle = Content(one_line(words))

    @on(RowList.Opened)
    def _turned(self, message: RowList.Opened) -> None:
        url = message.row.key
        if url not in self.watched:
            self.chosen ^= {url}
        self._show()

    def action_all(self) -> None:
        """Choose all, or none where all are chosen."""
        free = set(self.offers) - self.watched
        self.chosen = set() if self.chosen == free else free
        self._show()

    def action_add(self) -> None:
        """Watch what was chosen."""
        if not self.chosen:
            self._show(
                keyed(
                    self,
                    "nothing is chosen yet: {list.open} chooses, {offers.all} all, {offers.close} closes",
                )
            )
        elif not self._adding:
            self._adding = True
            start(self, self._add, "write")

    async def _add(self) -> None:
        from diplotui.fetching.adding import add_sources

        links = [link for url, (link, _) in self.offers.items() if url in self.chosen]
        try:
            new, refused = await self.lanes.writer.run(
                lambda store: add_sources(store, links, allow_private=self.private, pages=self.pages)
            )
        except DiplotuiError as error:
            self._show(str(error))
        else:
            words = f"watching {plural(len(new), 'more source')}"
            if refused:
                words += f"; {len(refused)} cannot be watched: {refused[0]}"
            self.dismiss((words, tuple(source.id for source in new)))
        finally:
            self._adding = False

    def action_close(self) -> None:
        """Watch none of them."""
        self.dismiss(None)


__all__ = ["OffersScreen", "Said"]
