"""The form that adds to the sources: a feed, a list of feeds, a folder; a text file is read once."""

import asyncio
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from diplotui.errors import InputError
from diplotui.fetching.changes import WrongWish
from diplotui.sources.parsed import FeedLink
from diplotui.text import one_line
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.source_forms import SourceForm, read_yes
from diplotui.tui.screens.source_offers import OffersScreen, Said
from diplotui.words import plural


class AddScreen(SourceForm):
    """Something to watch, or a file to read."""

    TITLE_WORDS = "Add to the sources"

    def __init__(self, lanes: Lanes) -> None:
        fields = {
            "what": ("", "address of a feed or page, an OPML list, a folder, or a text file"),
            "name": ("", "what to call it; empty: what it calls itself"),
            "private": ("no", "yes: it may be on this computer or network"),
            "pages": ("no", "yes: the pages of its articles are fetched too"),
            "day": ("", "of a text file: its day of publication, 2024-02-16"),
        }
        about = "A feed, a page that names its feed, a list of feeds, a folder to watch; a file is read once."
        super().__init__(lanes, about, fields)

    async def save(self) -> None:
        """Look at what was typed and watch it; a list of feeds is shown first."""
        what = self.typed["what"]
        if not what:
            raise WrongWish("what", "write an address, or the name of a file or folder")
        private, pages = read_yes("private", self.typed["private"]), read_yes("pages", self.typed["pages"])
        path = Path(what).expanduser()
        name = self.typed["name"] or None
        if "://" not in what and await asyncio.to_thread(path.is_dir):
            await self._add_folder(path, name)
        elif "://" not in what and await asyncio.to_thread(path.is_file):
            await self._add_file(path, private, pages)
        elif "://" not in what and what.startswith(("/", "~", ".")):
            raise WrongWish("what", f"there is no file or folder {what}")
        else:
            await self._add_address(what, name, private, pages)

    async def _add_folder(self, path: Path, name: str | None) -> None:
        from diplotui.fetching.adding import add_folder

        made = await self.lanes.writer.run(lambda store: add_folder(store, path, name=name))
        if made is None:
            raise WrongWish("what", "this folder is watched already")
        self.dismiss((f"watching the folder {one_line(made.name)}", (made.id,)))

    async def _add_file(self, path: Path, private: bool, pages: bool) -> None:
        from diplotui.fetching.adding import read_list
        from diplotui.sources.files import parse_day, read_file
        from diplotui.sources.opml import looks_like_opml

        data = await asyncio.to_thread(read_file, path)
        if looks_like_opml(data):
            links = await asyncio.to_thread(read_list, data)
            await self._offer(links, private, pages)
            return
        words = self.typed["day"]
        try:
            day = parse_day(words, "day") if words else None
        except InputError as error:
            raise WrongWish("day", str(error)) from None
        self.trouble.update("reading …")
        self.dismiss((await self._read_in(path, data, day), ()))

    async def _read_in(self, path: Path, data: bytes, day: date | None) -> str:
        from diplotui.ingest import ingest_text
        from diplotui.sources.files import texts_of

        texts = await asyncio.to_thread(
            lambda: list(texts_of(data, path.name, path.suffix.lower(), published=day))
        )
        if any(text.published is None for text in texts):
            raise WrongWish("day", "this text does not say its day of publication; write it here")
        reports = [await self.lanes.writer.run(partial(ingest_text, incoming=text)) for text in texts]
        if not any(report.added for report in reports):
            return f"{one_line(path.name)} is in the ledger already"
        return f"read {one_line(path.name)}: {plural(sum(one.statements for one in reports), 'statement')}"

    async def _add_address(self, what: str, name: str | None, private: bool, pages: bool) -> None:
        from diplotui.fetching.adding import add_sources, look
        from diplotui.sources.fetch_errors import FetchError

        self.trouble.update("looking at it …")
        try:
            found = await asyncio.to_thread(look, what, allow_private=private)
        except FetchError as error:
            hint = str(error).replace("add the source with --allow-private", "write yes at private")
            raise WrongWish("what", hint) from None
        if not self.is_running or self.app.screen is not self:
            return  # left meanwhile
        if len(found.feeds) > 1 or found.others:
            await self._offer((*found.feeds, *found.others), private, pages, chosen=found.feeds[:1])
            return
        new, refused = await self.lanes.writer.run(
            lambda store: add_sources(store, found.feeds, name=name, allow_private=private, pages=pages)
        )
        if not new:
            raise WrongWish("what", refused[0] if refused else "it is watched already")
        words = f"watching {one_line(new[0].name)}"
        if found.trouble:
            words += f"; it cannot be reached now ({found.trouble})"
        self.dismiss((words, tuple(source.id for source in new)))

    async def _offer(
        self, links: Sequence[FeedLink], private: bool, pages: bool, chosen: Sequence[FeedLink] = ()
    ) -> None:
        """Show what would come, and watch what is chosen of it."""
        listed = await self.lanes.reader.run(lambda store: store.sources.addresses())
        offers = [(link, " / ".join(link.folders)) for link in links]
        title = f"{plural(len(links), 'feed')} to choose from; none is asked before you choose"
        screen = OffersScreen(
            title, offers, listed, self.lanes, private=private, pages=pages,
            chosen=frozenset(link.url for link in chosen),
        )  # fmt: skip
        self.app.push_screen(screen, self._chosen)

    def _chosen(self, said: Said | None) -> None:
        if said is not None:
            self.dismiss(said)


__all__ = ["AddScreen"]
