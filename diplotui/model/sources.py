"""Records of watched sources: what is watched, how fetching it stands, which entries it has shown."""

from dataclasses import dataclass
from enum import StrEnum


class Rung(StrEnum):
    """By what a source's entries are told apart: the best that its feed does not break."""

    GUID = "guid"
    LINK = "link"
    HASH = "hash"


@dataclass(frozen=True, slots=True)
class Source:
    """A feed that is watched."""

    id: str
    url: str
    name: str
    added: str
    """Instant, ISO 8601 in UTC."""
    paused: bool = False
    allow_private: bool = False
    """May be on loopback or a private network."""
    pages: bool = False
    """The pages of its entries are fetched too."""
    minutes: int | None = None
    """Between two fetches; None: as its entries come."""
    reliability: str | None = None
    topic: str | None = None
    former_urls: tuple[str, ...] = ()
    """Where it was before it moved for good, oldest first."""


@dataclass(frozen=True, slots=True)
class FetchState:
    """How fetching a source stands; instants are ISO 8601 in UTC. Not journaled."""

    source: str
    due: str | None = None
    """When it is next asked; None: at once where it never was, else never (it is gone)."""
    fetched: str | None = None
    """Last attempt."""
    succeeded: str | None = None
    """Last attempt that brought a feed, changed or not."""
    fault: str | None = None
    """Kind of the last attempt's failure."""
    error: str | None = None
    """Its words."""
    failures: int = 0
    """Attempts that failed since the last that did not."""
    etag: str | None = None
    last_modified: str | None = None
    validators_url: str | None = None
    body_hash: str | None = None
    moved_to: str | None = None
    moved_times: int = 0
    """How often in a row the source was permanently redirected there."""
    rung: Rung = Rung.GUID
    newest: str | None = None
    """Date of its newest entry."""
    usual_gap: float | None = None
    """Seconds that usually lie between two of its entries."""
    hub: bool = False


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry that a source has shown before."""

    number: int
    guid: str | None
    link: str | None
    """Without what only tracks readers."""
    hash: str
    """Of title and text as they are now."""
    title: str
    document: str | None
    left_out: str | None = None
    """Why it is no document."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry to be written down; ``number`` is that of the known entry it is a new state of, else None."""

    number: int | None
    guid: str | None
    link: str | None
    hash: str
    title: str
    published: str | None
    published_raw: str | None
    document: str | None
    left_out: str | None = None


@dataclass(frozen=True, slots=True)
class HostState:
    """What is remembered of a host over restarts."""

    host: str
    free_at: str | None = None
    """Until when it asked to be left alone."""
    browser_like: bool = False
    """It forbids our honest name."""


@dataclass(frozen=True, slots=True)
class WatchedSource:
    """A source as lists show it."""

    source: Source
    state: FetchState
    entries: int
    documents: int
    """Documents that its entries became."""
