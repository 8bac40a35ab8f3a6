"""Where one was: places in the order in which they were left, back and forward through them.

A place is remembered when one leaves it by a jump (another filter, another pane, an event far away), not at
each step of the cursor, as a browser and an editor do it.
"""

from dataclasses import dataclass, replace

from diplotui.model import TimelineFilter

MOST = 100
"""Places that are kept."""
FAR = 25
"""Rows between two events from which going from one to the other is a jump."""


@dataclass(frozen=True, slots=True)
class Place:
    """What one looked at: the filter, the marked event, the pane, the statement shown."""

    filter: TimelineFilter
    event: str
    key: int
    """The event's key in the timeline, by which its neighbours are found where it is gone."""
    pane: str
    statement: str | None = None

    def beside(self, other: "Place") -> bool:
        """Whether both are the same event through the same filter: then only the pane differs."""
        return (self.filter, self.event) == (other.filter, other.event)


@dataclass(frozen=True, slots=True)
class History:
    """Places behind, the newest last, and places ahead, the next one last."""

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()

    def left(self, place: Place) -> "History":
        """After ``place`` was left by a jump; while one goes round the panes of an event each counts once."""
        begin = len(self.behind)
        while begin and self.behind[begin - 1].beside(place):
            begin -= 1
        panes = tuple(one for one in self.behind[begin:] if one.pane != place.pane)
        return History((*self.behind[:begin], *panes, place)[-MOST:])

    def back(self, now: Place | None) -> "tuple[Place | None, History]":
        """The place to go back to from ``now`` (None: there is none), and the history there."""
        behind = self.behind[:-1] if now is not None and self.behind[-1:] == (now,) else self.behind
        if not behind:
            return None, self
        ahead = self.ahead if now is None else (*self.ahead, now)
        return behind[-1], replace(self, behind=behind[:-1], ahead=ahead)

    def forward(self, now: Place | None) -> "tuple[Place | None, History]":
        """The place that one went back from last, and the history there."""
        if not self.ahead:
            return None, self
        behind = self.behind if now is None else (*self.behind, now)
        return self.ahead[-1], replace(self, behind=behind[-MOST:], ahead=self.ahead[:-1])
