"""The part of the timeline that is in memory: some rows around what is being read, never the whole table."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from diplotui.model import TimelinePage, TimelineRow

PAGE = 100
"""Rows asked for at once."""
MOST = 300
"""Rows kept; beyond that the far end is let go."""
NEAR = 40
"""With fewer rows than this to the end of the window, more are asked for."""


class Side(StrEnum):
    """Which rows to ask the ledger for."""

    NEWEST = "newest"
    OLDEST = "oldest"
    AROUND = "around"
    NEWER = "newer"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Ask:
    """A wish for rows: on which side of ``key`` (None for newest and oldest)."""

    side: Side
    key: int | None = None
    mark: str | None = None
    """The event to mark among them; None: leave it to the side."""


@dataclass(frozen=True)
class Window:
    """Neighbouring rows, newest first, and whether there are more on either side."""

    rows: tuple[TimelineRow, ...] = ()
    has_newer: bool = False
    has_older: bool = False

    @classmethod
    def of(cls, page: TimelinePage) -> "Window":
        """The window that a page of the store fills."""
        return cls(page.rows, page.has_newer, page.has_older)

    def index(self, event: str | None) -> int | None:
        """Where this event stands in the window; None where it does not."""
        return self._places.get(event) if event is not None else None

    @cached_property
    def _places(self) -> dict[str, int]:
        return {row.id: place for place, row in enumerate(self.rows)}

    def nearest(self, key: int) -> int | None:
        """The row that stands at ``key``, or the next older one, or else the last; None without rows."""
        if not self.rows:
            return None
        older = (place for place, row in enumerate(self.rows) if row.key <= key)
        return next(older, len(self.rows) - 1)

    def with_older(self, page: TimelinePage) -> "Window":
        """The window with older rows joined on; the newest are let go where it grows too long."""
        known = {row.id for row in page.rows}
        rows = tuple(row for row in self.rows if row.id not in known) + page.rows
        spare = max(0, len(rows) - MOST)
        return Window(rows[spare:], self.has_newer or spare > 0, page.has_older)

    def with_newer(self, page: TimelinePage) -> "Window":
        """The window with newer rows joined on; the oldest are let go where it grows too long."""
        known = {row.id for row in page.rows}
        rows = page.rows + tuple(row for row in self.rows if row.id not in known)
        return Window(rows[:MOST], page.has_newer, self.has_older or len(rows) > MOST)
