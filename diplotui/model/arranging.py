"""How a person arranges the ledger: what a change of topics would move, and views kept under a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TopicMove:
    """An event that a change of topics files elsewhere."""

    event: str
    title: str
    was: str
    """Id of the topic."""
    now: str


@dataclass(frozen=True, slots=True)
class SavedView:
    """A query that a person keeps under a name."""

    name: str
    query: str
    """As it was typed."""
    ordinal: int = 0
