"""What is kept of a fetched feed: new entries as documents, changed ones as their new versions."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from urllib.parse import urlsplit

from diplotui import clock
from diplotui.errors import DiplotuiError, InputError
from diplotui.fetching.filters import Filter
from diplotui.ingest import IngestReport, ingest_text
from diplotui.model.sources import EntryRow, KnownEntry, LeftOutText, Rung, Source
from diplotui.sources.addresses import place_of
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.files import IncomingText, incoming_text
from diplotui.sources.http import PAGE_BYTES, PAGE_TYPES, Request
from diplotui.sources.identity import canonical_link, entry_hash, sort_entries
from diplotui.sources.network import Network
from diplotui.sources.parsed import Entry, ParsedFeed, RobotsWord
from diplotui.sources.worker import ParseWorker
from diplotui.store import Store

MOST_NEW = 200
"""New entries that one round takes from a source; the rest of a flood waits for the next rounds."""
MOST_PAGES = 20
"""The same for sources whose pages are fetched, for each costs a request."""
MOST_SECONDS = 30.0
"""Seconds that one source's entries may take of a round, so that others have their turn; the rest waits."""
NO_TEXT = "it has neither title nor text"


@dataclass(slots=True)
class Kept:
    """What was kept of a poll; ``rows`` are still to be written."""

    rows: list[EntryRow] = field(default_factory=list)
    rung: Rung = Rung.GUID
    new: int = 0
    changed: int = 0
    known: int = 0
    """Entries of the poll that were known before, the changed ones among them."""
    waiting: int = 0
    left_out: int = 0
    trouble: str | None = None
    """What went wrong beside it, as with pages that could not be fetched."""


@dataclass(slots=True)
class EntryKeeper:
    """Keeps the entries of one source in one round.

    ``pulse`` is called between any two with the number done and that of all; it says whether to leave off.
    """

    store: Store
    source: Source
    network: Network
    worker: ParseWorker
    pulse: Callable[[int, int], bool]
    filter: Filter
    secrets: tuple[tuple[str, str], ...] = ()
    """Headers for the source's own origin, where its articles are fetched from there too."""
    _robots: dict[str, bytes | None] = field(default_factory=dict)
    _trouble: list[str] = field(default_factory=list)

    def keep(self, feed: ParsedFeed, rung: Rung) -> Kept:
        """Read what is new or changed into the ledger. Raises StoreError where it cannot be written."""
        poll = sort_entries(feed.entries, self.store.sources.known_entries(self.source.id), rung)
        most = MOST_PAGES if self.source.pages else MOST_NEW
        kept = Kept(rung=poll.rung, waiting=max(0, len(poll.new) - most))
        links = [link for entry in poll.new if (link := canonical_link(entry.link))]
        elsewhere = self.store.sources.seen_elsewhere(self.source.id, links)
        # Feeds begin with the newest; a ledger grows from the oldest.
        jobs: list[tuple[Entry, KnownEntry | None]] = [(entry, None) for entry in reversed(poll.new[:most])]
        jobs += poll.changed
        for done, (entry, before) in enumerate(jobs):
            if self.pulse(done, len(jobs)):
                kept.waiting += len(jobs) - done
                break
            self._take(kept, entry, before, None if before else _same_story(entry, elsewhere))
        kept.changed = sum(row.number is not None for row in kept.rows)
        kept.new = len(kept.rows) - kept.changed
        kept.known = poll.same + len(poll.changed)
        kept.left_out = sum(row.left_out is not None for row in kept.rows)
        kept.trouble = self._words_of_trouble()
        return kept

    def _take(self, kept: Kept, entry: Entry, before: KnownEntry | None, shown: str | None) -> None:
        """Keep one entry. A text on which our own rules fail stops no other: it is tried again next time."""
        try:
            kept.rows.append(self._row(entry, before, shown))
        except DiplotuiError:
            raise
        except Exception as error:
            if os.environ.get("DIPLOTUI_DEBUG"):
                raise
            kept.waiting += 1
            self._trouble.append(f"reading {entry.title[:60]!r} failed ({type(error).__name__})")

    def _row(self, entry: Entry, before: KnownEntry | None, shown: str | None) -> EntryRow:
        """The entry's row, after its document is in the ledger; ``shown``: the document of the same story."""
        document, left_out, words = shown, None, None
        if document is None:
            document, left_out, words = self._document(entry, before.document if before else None)
        return EntryRow(
            number=before.number if before else None,
            guid=entry.guid,
            link=canonical_link(entry.link),
            hash=entry_hash(entry),
            title=entry.title,
            published=entry.published,
            published_raw=entry.published_raw,
            document=document,
            left_out=left_out,
            text=words,
        )

    def _document(
        self, entry: Entry, replaces: str | None
    ) -> tuple[str | None, str | None, LeftOutText | None]:
        """The id of the document that an entry became, or why it became none, and its words for later."""
        if not (entry.title or entry.text):
            return None, NO_TEXT, None
        try:
            incoming = self._text(entry)
        except InputError as error:
            return None, str(error), None
        return keep_text(self.store, self.filter, incoming, replaces)

    def _text(self, entry: Entry) -> IncomingText:
        """An entry's title over its text, or over its page's article where that says more."""
        body, removed = entry.text, entry.removed
        if self.source.pages and entry.link:
            article, article_removed = self._article(entry.link)
            if len(article) > len(body):
                body, removed = article, article_removed
        text = body if body.startswith(entry.title) else f"{entry.title}\n\n{body}"
        incoming = incoming_text(
            text.strip(),
            entry.title[:60] or self.source.name,
            published=_day(entry.published),
            publisher=entry.publisher or self.source.name,
            title=entry.title or None,
            url=entry.link,
        )
        return replace(incoming, removed_characters=incoming.removed_characters + removed)

    def _article(self, link: str) -> tuple[str, int]:
        """The article at a link and what cleaning took out of it; empty, and noted, where there is none."""
        try:
            robots = self._robots_on(link)
            if not robots.allowed:
                raise FetchError(Fault.ROBOTS, f"{link} is closed to programs by its site")
            answer = self.network.fetch(
                Request(
                    link,
                    allow_private=self.source.allow_private,
                    most_bytes=PAGE_BYTES,
                    accept=PAGE_TYPES,
                    gap=robots.delay,
                    secrets=self._secrets_for(link),
                )
            )
            page = self.worker.page(answer.body, answer.url, clock.now())
        except FetchError as error:
            self._trouble.append(f"a page could not be read: {error}; the feed's own words were kept")
            return "", 0
        return page.text, page.removed

    def _secrets_for(self, link: str) -> tuple[tuple[str, str], ...]:
        """The source's password for a page of its own origin; none for any other."""
        own = self.secrets and place_of(link).origin == place_of(self.source.url).origin
        return self.secrets if own else ()

    def _robots_on(self, link: str) -> RobotsWord:
        """What the site's robots.txt says; a site without one says nothing (RFC 9309 2.3.1.3)."""
        parts = urlsplit(link)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            request = Request(
                f"{site}/robots.txt",
                allow_private=self.source.allow_private,
                accept="text/plain",
                most_bytes=500_000,
            )
            try:
                self._robots[site] = self.network.fetch(request).body
            except FetchError as error:
                # Unreachable robots close a site (2.3.1.4); any answer that says "not there" opens it.
                absent = error.kind in (Fault.NOT_FOUND, Fault.GONE, Fault.FORBIDDEN, Fault.STATUS)
                self._robots[site] = b"" if absent else None
        robots = self._robots[site]
        return RobotsWord(False) if robots is None else self.worker.robots(robots, link)

    def _words_of_trouble(self) -> str | None:
        if not self._trouble:
            return None
        others = f" (and {len(self._trouble) - 1} more)" if len(self._trouble) > 1 else ""
        return f"{self._trouble[0]}{others}"


def keep_text(
    store: Store, chosen: Filter, incoming: IncomingText, replaces: str | None
) -> tuple[str | None, str | None, LeftOutText | None]:
    """Read a text into the ledger, or leave it out: its document, or why there is none and its words.

    A new version of a document is kept whatever it says.
    """
    why = None if replaces is not None else chosen.why_not(incoming.text)
    if why is not None:
        words = LeftOutText(
            incoming.text, incoming.publisher, incoming.url, incoming.kind, incoming.removed_characters
        )
        return None, why, words
    try:
        return ingest_text(store, incoming, replaces=replaces).document_id, None, None
    except InputError as error:
        return None, str(error), None


def take_in(store: Store, number: int) -> IngestReport:
    """Read an entry that was left out into the ledger. Raises NotFound, ConflictError, InputError."""
    entry, words = store.sources.left_out_text(number)
    incoming = IncomingText(
        text=words.text,
        name=entry.title[:60] or f"entry {number}",
        published=_day(entry.published),
        publisher=words.publisher,
        title=entry.title or None,
        url=words.url,
        kind=words.kind,
        removed_characters=words.removed_characters,
    )
    report = ingest_text(store, incoming)
    store.sources.take_in(number, report.document_id)
    return report


def _same_story(entry: Entry, elsewhere: dict[str, KnownEntry]) -> str | None:
    """The document of another source's entry at the same address with the same title or words."""
    there = elsewhere.get(canonical_link(entry.link) or "")
    if there is None:
        return None
    same = there.title.casefold() == entry.title.casefold() or there.hash == entry_hash(entry)
    return there.document if same else None


def _day(published: str | None) -> date | None:
    """The day as the feed wrote it, in its own zone."""
    return datetime.fromisoformat(published).date() if published else None
