"""Beginning to watch: what stands at an address, which feeds a page or a list names, sources from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from diplotui import clock
from diplotui.ids import record_id
from diplotui.model.sources import Source
from diplotui.sources.addresses import place_of
from diplotui.sources.discovery import looks_like_page
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.folders import folder_address
from diplotui.sources.http import TOTAL_SECONDS, Answer, Request
from diplotui.sources.known_pages import GUESSES, feed_address
from diplotui.sources.network import Network
from diplotui.sources.opml import looks_like_opml
from diplotui.sources.parsed import FeedLink
from diplotui.sources.secrets import read_secret
from diplotui.sources.turns import GAP_SECONDS
from diplotui.sources.worker import ParseWorker
from diplotui.store import Store

PASSING = frozenset({
    Fault.NO_ADDRESS, Fault.UNREACHABLE, Fault.TIMEOUT, Fault.TRUNCATED, Fault.RATE_LIMITED, Fault.SERVER,
})  # fmt: skip
"""Failures that say nothing about the address: it is watched all the same."""


@dataclass(frozen=True, slots=True)
class Look:
    """What stands at an address: the feeds to watch, others that its page names, what could not be seen."""

    feeds: tuple[FeedLink, ...]
    others: tuple[FeedLink, ...] = ()
    trouble: str | None = None


def look(
    url: str,
    *,
    allow_private: bool = False,
    secret: str | None = None,
    gap: float = GAP_SECONDS,
    total: float = TOTAL_SECONDS,
) -> Look:
    """Look at an address, storing nothing: a feed, a list of feeds (OPML), or a page that names its feed.

    An address without a scheme is taken for https; ``secret`` is where its password is. Pages of channels and
    accounts whose feed's address is known from theirs are not asked. Raises FetchError for what is no feed
    and leads to none; where it only cannot be reached now, it is taken at its word, with the ``trouble``
    named.
    """
    address = place_of(url if "://" in url else f"https://{url}").url
    address = feed_address(address) or address
    with Network(gap=gap, total=total) as network, ParseWorker() as worker:
        try:
            asked = Request(address, allow_private=allow_private, secrets=read_secret(secret))
            answer = network.fetch(asked)
        except FetchError as error:
            if error.kind not in PASSING:
                raise
            return Look((FeedLink(address),), trouble=str(error))
        if looks_like_opml(answer.body):
            return Look(worker.opml(answer.body))
        if not looks_like_page(answer.body, answer.content_type):
            return Look((_feed(answer, address, worker),))
        named = worker.feeds_of_page(answer.body, answer.url)
        guess = None if named else feed_address(answer.url, GUESSES)
        if guess is not None:
            named = (FeedLink(guess),)
        if not named:
            raise FetchError(
                Fault.NOT_A_FEED, f"{address} is a page that names no feed; add the feed's own address"
            )
        first = network.fetch(Request(named[0].url, allow_private=allow_private))
        if guess is not None and looks_like_page(first.body, first.content_type):
            raise FetchError(
                Fault.NOT_A_FEED, f"{address} is a page that names no feed; add the feed's own address"
            )
        return Look((_feed(first, named[0].url, worker),), named[1:])


def _feed(answer: Answer, address: str, worker: ParseWorker) -> FeedLink:
    feed = worker.feed(answer.body, answer.content_type, answer.url, clock.now())
    return FeedLink(answer.permanent_url or address, feed.title)


def read_list(data: bytes) -> tuple[FeedLink, ...]:
    """The feeds of an OPML file. Raises FetchError for what is none."""
    with ParseWorker() as worker:
        return worker.opml(data)


def add_sources(
    store: Store,
    links: Iterable[FeedLink],
    *,
    name: str | None = None,
    allow_private: bool = False,
    pages: bool = False,
    secret: str | None = None,
) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Watch feeds; returns the sources that are new, and why others cannot be watched, a line each."""
    sources, refused = [], []
    for link in links:
        try:
            place = place_of(link.url)
        except FetchError as error:
            refused.append(str(error))
            continue
        sources.append(
            Source(
                id=record_id("f", place.url),
                url=place.url,
                name=name or link.title or place.host,
                added=clock.instant_text(clock.now()),
                allow_private=allow_private,
                pages=pages,
                secret=secret,
            )
        )
    return store.sources.add(_named_apart(sources)), tuple(refused)


def add_folder(store: Store, folder: Path, *, name: str | None = None) -> Source | None:
    """Watch a folder for files; None where it is watched already. Raises InputError for what is no folder."""
    address = folder_address(folder)
    source = Source(
        id=record_id("f", address),
        url=address,
        name=name or folder.expanduser().absolute().name or "folder",
        added=clock.instant_text(clock.now()),
    )
    return next(iter(store.sources.add([source])), None)


def _named_apart(sources: Sequence[Source]) -> list[Source]:
    """Two feeds of one list under one name get numbers, so that each can be called by its own."""
    seen: dict[str, int] = {}
    named = []
    for source in sources:
        seen[source.name] = seen.get(source.name, 0) + 1
        number = seen[source.name]
        named.append(source if number == 1 else replace(source, name=f"{source.name} ({number})"))
    return named


__all__ = ["Look", "add_folder", "add_sources", "look", "read_list"]
