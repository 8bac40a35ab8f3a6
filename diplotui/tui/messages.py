"""Messages that cross the dashboard: facts about the ledger, posted from threads to the main screen."""

from dataclasses import dataclass

from textual.message import Message

from diplotui.fetching.process import FetchNews
from diplotui.model import Change


@dataclass
class LedgerChanged(Message):
    """Somebody wrote to the ledger; empty after it could not be read for a while."""

    changes: tuple[Change, ...]


@dataclass
class LedgerFailed(Message):
    """The ledger cannot be read at present."""

    reason: str


@dataclass
class ArrivalFailed(Message):
    """What was to be brought in while the dashboard runs could not be."""

    reason: str


@dataclass
class Fetched(Message):
    """Something happened to the sources."""

    news: FetchNews


class SourcesChanged(Message):
    """A person changed the list of sources, or what was chosen for one."""
