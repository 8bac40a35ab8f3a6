"""What parsing gives: entries of feeds, articles of pages, addresses of feeds, as JSON carries them.

Parsing runs in a process of its own, so these records cross a pipe as JSON and nothing else does.
"""

from dataclasses import asdict, dataclass
from typing import Any

LONGEST_TITLE = 500
LONGEST_TEXT = 400_000
"""Characters of an entry's text that are kept; more is no news item."""
MOST_ENTRIES = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed, cleaned: no markup, no control characters."""

    guid: str | None
    link: str | None
    """Only a plain http or https address; anything else is None."""
    title: str
    text: str
    published_raw: str | None = None
    published: str | None = None
    """ISO 8601 with its zone, as the feed wrote it; None where the feed does not say or is not believed."""
    zoneless: bool = False
    """The feed named no zone; UTC stands in."""
    publisher: str | None = None
    """Whose article it is, where a feed gathers from several."""
    removed: int = 0
    """Control and format characters that cleaning took out."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed: ``kind`` is feed, json, sitemap; ``cut``: entries beyond the most that are taken."""

    kind: str
    title: str
    entries: tuple[Entry, ...]
    language: str | None = None
    ttl_minutes: float | None = None
    hub: bool = False
    cut: int = 0


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """The article of a page; ``text`` is empty where none was found."""

    text: str
    title: str | None = None
    published: str | None = None
    """ISO day."""
    publisher: str | None = None
    language: str | None = None
    removed: int = 0


@dataclass(frozen=True, slots=True)
class RobotsWord:
    """What robots.txt says of a page; ``delay``: seconds to wait between two."""

    allowed: bool
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class FeedLink:
    """The address of a feed, from a page or a list; ``folders`` as an OPML list nests them."""

    url: str
    title: str = ""
    folders: tuple[str, ...] = ()


def to_plain(record: ParsedFeed | ParsedPage | RobotsWord | tuple[FeedLink, ...]) -> Any:
    """A record as JSON can hold it."""
    if isinstance(record, tuple):
        return [asdict(link) for link in record]
    return asdict(record)


def feed_of(values: dict[str, Any]) -> ParsedFeed:
    """A feed back from JSON; raises TypeError or KeyError for what is none."""
    return ParsedFeed(**(values | {"entries": tuple(Entry(**entry) for entry in values["entries"])}))


def links_of(values: list[dict[str, Any]]) -> tuple[FeedLink, ...]:
    """Feed addresses back from JSON."""
    return tuple(FeedLink(**(link | {"folders": tuple(link["folders"])})) for link in values)
