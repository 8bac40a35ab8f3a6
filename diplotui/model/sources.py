"""Records of watched sources: what is watched, how fetching it stands, which entries it has shown."""

from dataclasses import dataclass
from enum import StrEnum


class Rung(StrEnum):
    """By what a source's entries are told apart: the best that its feed does not break."""

    GUID = "guid"
    LINK = "link"
    HASH = "hash"


class Keep(StrEnum):
    """Which of a source's texts become documents; the others are listed as left out."""

    EVERYTHING = "everything"
    TOPIC = "topic"
    """What holds words of the source's topic, or of any topic where it has none."""
    WATCHED = "watched"
    """What names an actor or a party that is watched."""
    TOPIC_OR_WATCHED = "topic-or-watched"


GRADES = ("A", "B", "C", "D", "E", "F")
"""NATO's grades of a source's record (STANAG 2511): A reliable to E unreliable, F cannot be judged."""
FOLDER = "file://"
"""How the address of a source that is a folder begins."""


@dataclass(frozen=True, slots=True)
class Source:
    """A feed or a folder that is watched."""

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
    keep: Keep = Keep.EVERYTHING
    secret: str | None = None
    """Where its password is: ``env:NAME`` or ``file:PATH``; never the password."""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of this computer."""
        return self.url.startswith(FOLDER)


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
    stamp: str | None = None
    """Of a file: its size and when it was written."""


@dataclass(frozen=True, slots=True)
class LeftOutText:
    """The words of an entry that was left out, kept so that it can be taken in later."""

    text: str
    publisher: str | None = None
    url: str | None = None
    kind: str = "article"
    removed_characters: int = 0


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
    stamp: str | None = None
    text: LeftOutText | None = None
    """Its words, where it was left out and could be taken in."""


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
    days: tuple[int, ...] = ()
    """Entries a day by their dates, oldest first, today last; empty where nobody asked."""


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry as lists show it, with what became of it."""

    number: int
    source: str
    title: str
    link: str | None
    published: str | None
    first_seen: str
    document: str | None
    left_out: str | None
    language: str | None = None
    """Of its document; ``und`` where the rules do not read it."""
    statements: int = 0
    """What its document says, thrown-out statements left out."""
    event: str | None = None
    """The event that its first statement belongs to."""
    can_be_taken_in: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How all sources stand, for one line."""

    sources: int
    paused: int
    failing: tuple[str, ...]
    """Names of those whose last fetch failed, longest failing first."""
    last_fetch: str | None


@dataclass(frozen=True, slots=True)
class Retention:
    """How long and how much is kept of texts on which nothing rests; None: without end."""

    days: int | None = None
    megabytes: float | None = None


@dataclass(frozen=True, slots=True)
class Tidied:
    """What tidying takes, or would take."""

    documents: int
    left_out_texts: int
    characters: int
    oldest: str | None = None
    newest: str | None = None
    """Days of the oldest and the newest of it."""
    titles: tuple[str, ...] = ()
    """Some of the titles, oldest first."""
