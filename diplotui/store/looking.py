"""One place in time from which all panes read, so that no pane shows another day than its neighbours."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from diplotui.model import (
    CatchUp,
    ClaimFilter,
    ClaimPage,
    ClaimRow,
    ClaimStatus,
    DocumentRow,
    EventDetail,
    Found,
    Lookback,
    Note,
    OpenQuestion,
    Query,
    SearchHit,
    StatementView,
    TimelineFilter,
    TimelinePage,
    TimelinePlace,
    TopicCount,
)

if TYPE_CHECKING:
    from diplotui.store.following import Following


class LookingBack:
    """The reads of a store as seen from one ``Lookback``; each as the store's own of that name."""

    def __init__(self, store: "Following", back: Lookback) -> None:
        self._store = store
        self.back = back

    def topics(self) -> tuple[TopicCount, ...]:
        """All topics with what they held."""
        return self._store.topics(self.back.as_recorded, as_of=self.back.as_of)

    def timeline(
        self,
        chosen: TimelineFilter,
        *,
        before: int | None = None,
        after: int | None = None,
        around: int | None = None,
        limit: int = 100,
    ) -> TimelinePage:
        """A window, newest first."""
        return self._store.timeline(
            chosen.seen_from(self.back), before=before, after=after, around=around, limit=limit
        )

    def timeline_oldest(self, chosen: TimelineFilter, *, limit: int = 100) -> TimelinePage:
        """The last window: the oldest rows, newest first."""
        return self._store.timeline_oldest(chosen.seen_from(self.back), limit=limit)

    def timeline_by(self, chosen: TimelineFilter, order: str, limit: int) -> TimelinePage:
        """The first rows in one of the timeline's orders."""
        return self._store.timeline_by(chosen.seen_from(self.back), order, limit)

    def timeline_place(self, chosen: TimelineFilter, key: int) -> TimelinePlace:
        """Where the row with this key stands."""
        return self._store.timeline_place(chosen.seen_from(self.back), key)

    def event(self, event_id: str) -> EventDetail:
        """An event with all that belonged to it. Raises NotFound, also where it was not there yet."""
        return self._store.event(event_id, self.back.as_of, self.back.as_recorded)

    def statement(self, statement_id: str) -> StatementView:
        """A statement in its context. Raises NotFound."""
        return self._store.statement(statement_id, self.back.as_recorded)

    def claims(
        self, *, topic: str | None = None, party: str | None = None, status: ClaimStatus | None = None
    ) -> tuple[ClaimRow, ...]:
        """Claims with their status, newest event first."""
        return self._store.claims(
            topic=topic,
            party=party,
            status=status,
            as_of=self.back.as_of,
            as_recorded=self.back.as_recorded,
        )

    def claim_page(self, chosen: ClaimFilter, *, offset: int = 0, limit: int = 100) -> ClaimPage:
        """A window of all claims that a filter shows."""
        return self._store.claim_page(chosen.seen_from(self.back), offset=offset, limit=limit)

    def claim_count(self, chosen: ClaimFilter) -> int:
        """How many claims a filter shows, in full."""
        return self._store.claim_count(chosen.seen_from(self.back))

    def claim(self, claim_id: str) -> ClaimRow:
        """One claim with its status. Raises NotFound."""
        return self._store.claim(claim_id, self.back.as_of, self.back.as_recorded)

    def document(self, document_id: str) -> DocumentRow:
        """One document. Raises NotFound."""
        return self._store.document(document_id, self.back.as_recorded)

    def documents(self) -> tuple[DocumentRow, ...]:
        """All documents, newest first."""
        return self._store.documents(as_of=self.back.as_of, as_recorded=self.back.as_recorded)

    def notes(self, about: str | None = None) -> tuple[Note, ...]:
        """Notes about one record, or all; oldest first."""
        return self._store.notes(about, self.back.as_recorded)

    def search(self, query: str, *, topic: str | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        """Events that held all the words of a plain-text query, newest first."""
        return self._store.search(
            query, topic=topic, limit=limit, as_of=self.back.as_of, as_recorded=self.back.as_recorded
        )

    def find(self, query: Query, *, limit: int = 50, cancelled: Callable[[], bool] | None = None) -> Found:
        """What fitted a query, newest first. Raises SearchCancelled."""
        return self._store.find(
            query,
            limit=limit,
            as_of=self.back.as_of,
            as_recorded=self.back.as_recorded,
            cancelled=cancelled,
        )

    def catch_up(self, cursor: str | None, *, limit: int = 200) -> CatchUp:
        """What had changed since ``cursor``. Raises NotFound for what is no cursor."""
        return self._store.catch_up(
            cursor, limit=limit, as_of=self.back.as_of, as_recorded=self.back.as_recorded
        )

    def questions(
        self, *, topic: str | None = None, party: str | None = None, event: str | None = None
    ) -> tuple[OpenQuestion, ...]:
        """What the gaps let one ask, most pressing first."""
        return self._store.questions(
            topic=topic,
            party=party,
            event=event,
            as_of=self.back.as_of,
            as_recorded=self.back.as_recorded,
        )
