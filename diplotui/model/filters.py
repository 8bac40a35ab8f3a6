"""Which part of the ledger is looked at, and from where in time."""

from dataclasses import dataclass, replace
from datetime import date as Day
from enum import StrEnum

from diplotui.model.queries import Query
from diplotui.model.vocabulary import ClaimStatus


@dataclass(frozen=True, slots=True)
class Lookback:
    """From where in time the ledger is looked at; where nothing is given, as it stands now."""

    as_of: Day | None = None
    """A day of the public clock: only what the public could know then."""
    as_recorded: str | None = None
    """An instant (ISO 8601) of the ledger's own clock: only what it held then, as it held it."""

    @property
    def past(self) -> bool:
        """Whether this is another view than the present one: nothing may be changed from there."""
        return self.as_of is not None or self.as_recorded is not None


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """Which events a timeline shows; None means no restriction."""

    topic: str | None = None
    """None: all topics but ``other``."""
    party: str | None = None
    since: Day | None = None
    as_of: Day | None = None
    """Only what was public on this day."""
    as_recorded: str | None = None
    """Only what the ledger held at this instant (ISO 8601), as it held it then."""
    query: Query | None = None
    """Only what a query finds."""

    @property
    def back(self) -> Lookback:
        """From where in time it looks."""
        return Lookback(self.as_of, self.as_recorded)

    def seen_from(self, back: Lookback) -> "TimelineFilter":
        """The same filter, looking from another place in time."""
        return replace(self, as_of=back.as_of, as_recorded=back.as_recorded)


class ClaimOrder(StrEnum):
    """How a list of claims is sorted."""

    CHANGED = "last change"
    CONTESTED = "most contested"
    """By status, and the last change first among those of one."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims a list shows; what is not given restricts nothing."""

    topic: str | None = None
    """None: all topics but ``other``."""
    party: str | None = None
    """Only claims about it, or on which it has a position."""
    statuses: tuple[ClaimStatus, ...] = ()
    reversed: bool = False
    """Only claims on which a party turned round."""
    unanswered: bool = False
    """Only claims to which a party they are about (with ``party``: that one) has said nothing."""
    parties: tuple[str, ...] = ()
    """Only claims that concern all of these, each as ``party`` does."""
    words: tuple[str, ...] = ()
    """Each must stand in the claim's text or in the name of its topic."""
    order: ClaimOrder = ClaimOrder.CHANGED
    as_of: Day | None = None
    as_recorded: str | None = None

    @property
    def back(self) -> Lookback:
        """From where in time it looks."""
        return Lookback(self.as_of, self.as_recorded)

    def seen_from(self, back: Lookback) -> "ClaimFilter":
        """The same filter, looking from another place in time."""
        return replace(self, as_of=back.as_of, as_recorded=back.as_recorded)
