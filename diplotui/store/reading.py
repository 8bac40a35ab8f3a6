"""All reads of a store, on two clocks.

``as_of`` is a day of the public clock: what the public could know then. ``as_recorded`` is an instant (ISO
8601; local time where it has no offset) of the ledger's own clock: what this file held then, as it held it,
before later arrivals and corrections. None: now. Both may be given. InputError for what is no instant.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from diplotui.ledger.rereading import Mergers
from diplotui.model import (
    Actor,
    ClaimFilter,
    ClaimPage,
    ClaimRow,
    ClaimStatus,
    Condition,
    Document,
    DocumentRow,
    DocumentView,
    EventDetail,
    Field,
    Filing,
    Found,
    LedgerInfo,
    Note,
    NoteRow,
    Query,
    SearchHit,
    StatementView,
    TimelineFilter,
    TimelinePage,
    TimelinePlace,
    Topic,
    TopicCount,
)
from diplotui.query import parse_query
from diplotui.store import (
    claim_pages,
    claims,
    detail,
    document_view,
    finding,
    note_rows,
    notes,
    read,
    revising,
    timeline,
    whole,
)
from diplotui.store.candidate import ClaimCandidate
from diplotui.store.narrowed import narrow
from diplotui.store.session import Result, Session


class Reading(Session):
    """Reads: each is one snapshot, returned in full."""

    def info(self) -> LedgerInfo:
        """Figures of the ledger."""
        return self._read(lambda connection: read.info(connection, str(self.path)))

    def topics(self, as_recorded: str | None = None, *, as_of: date | None = None) -> tuple[TopicCount, ...]:
        """All topics with what they hold, ``other`` last; what is unread is only counted as it is now."""
        if as_of is None:
            return self._at(as_recorded).read(read.topic_counts)
        day = as_of
        return self._at(as_recorded).read(lambda connection: read.topic_counts_then(connection, day))

    def topic_definitions(self) -> tuple[Topic, ...]:
        """All topics with their words, ``other`` last."""
        return self._read(read.topics)

    def timeline(
        self,
        chosen: TimelineFilter,
        *,
        before: int | None = None,
        after: int | None = None,
        around: int | None = None,
        limit: int = 100,
    ) -> TimelinePage:
        """A window, newest first.

        The newest rows, or those older than ``before``, newer than ``after`` (nearest to it), or on both
        sides of ``around`` (included).
        """
        return self._timeline(
            chosen,
            lambda connection, today: timeline.window(
                connection, chosen, before=before, after=after, around=around, limit=limit, today=today
            ),
        )

    def _timeline(
        self, chosen: TimelineFilter, query: Callable[[sqlite3.Connection, date], Result]
    ) -> Result:
        """Read of the timeline through a filter, from where in time it looks."""
        at = self._at(chosen.as_recorded)

        def read_narrowed(connection: sqlite3.Connection) -> Result:
            narrow(connection, chosen, at.today)
            return query(connection, at.today)

        return at.read(read_narrowed)

    def timeline_oldest(self, chosen: TimelineFilter, *, limit: int = 100) -> TimelinePage:
        """The last window: the oldest rows, newest first."""
        return self._timeline(
            chosen,
            lambda connection, today: timeline.oldest(connection, chosen, limit=limit, today=today),
        )

    def timeline_by(self, chosen: TimelineFilter, order: str, limit: int) -> TimelinePage:
        """The first rows by ``public`` (newest first), ``event`` (own dates, ascending) or ``changed``."""
        return self._timeline(
            chosen,
            lambda connection, today: timeline.ordered(connection, chosen, order, limit=limit, today=today),
        )

    def timeline_place(self, chosen: TimelineFilter, key: int) -> TimelinePlace:
        """Where the row with this key stands."""
        return self._timeline(chosen, lambda connection, _: timeline.place(connection, chosen, key))

    def event(self, event_id: str, as_of: date | None = None, as_recorded: str | None = None) -> EventDetail:
        """An event with all that belongs to it. Raises NotFound."""
        at = self._at(as_recorded)
        return at.read(lambda connection: detail.event_detail(connection, event_id, as_of, at.today))

    def statement(self, statement_id: str, as_recorded: str | None = None) -> StatementView:
        """A statement in its context. Raises NotFound."""
        return self._at(as_recorded).read(lambda connection: detail.statement_view(connection, statement_id))

    def claims(
        self,
        *,
        topic: str | None = None,
        party: str | None = None,
        status: ClaimStatus | None = None,
        as_of: date | None = None,
        as_recorded: str | None = None,
    ) -> tuple[ClaimRow, ...]:
        """Claims with their status, newest event first; on an earlier day only those public then."""
        at = self._at(as_recorded)
        return at.read(
            lambda connection: claims.claim_rows(
                connection, topic=topic, party=party, status=status, as_of=as_of, today=at.today
            )
        )

    def claim_page(self, chosen: ClaimFilter, *, offset: int = 0, limit: int = 100) -> ClaimPage:
        """A window of all claims that a filter shows, in its order."""
        at = self._at(chosen.as_recorded)
        return at.read(
            lambda connection: claim_pages.claim_page(
                connection, chosen, offset=offset, limit=limit, today=at.today
            )
        )

    def claim_count(self, chosen: ClaimFilter) -> int:
        """How many claims a filter shows, in full; ``ClaimPage.total`` stops counting early."""
        at = self._at(chosen.as_recorded)
        return at.read(lambda connection: claim_pages.claim_count(connection, chosen, at.today))

    def claim(self, claim_id: str, as_of: date | None = None, as_recorded: str | None = None) -> ClaimRow:
        """One claim with its status. Raises NotFound."""
        at = self._at(as_recorded)
        return at.read(lambda connection: claims.claim_row(connection, claim_id, as_of, at.today))

    def document(self, document_id: str, as_recorded: str | None = None) -> DocumentRow:
        """One document. Raises NotFound."""
        return self._at(as_recorded).read(lambda connection: read.document(connection, document_id))

    def documents(
        self, *, as_of: date | None = None, as_recorded: str | None = None
    ) -> tuple[DocumentRow, ...]:
        """All documents, newest first."""
        return self._at(as_recorded).read(lambda connection: read.documents(connection, as_of))

    def find_document(self, sha256: str) -> Document | None:
        """The document with this checksum, if there is one."""
        return self._read(lambda connection: read.find_document(connection, sha256))

    def actors(self) -> tuple[Actor, ...]:
        """All actors, in the order in which they were filed."""
        return self._read(read.actors)

    def candidates(
        self, topics: Sequence[str], since: date | None, before: str | None = None
    ) -> tuple[ClaimCandidate, ...]:
        """Claims of these topics (none named: all) spoken of on or after ``since``, newest first.

        ``before``: a document; only what documents filed before it say.
        """
        return self._read(lambda connection: claims.candidates(connection, topics, since, before))

    def filed_from(self, document_id: str) -> Filing:
        """What hangs on one document: its statements with their stances, claims and events, quotes, dates."""
        return self._read(lambda connection: revising.filed_from(connection, document_id))

    def mergers(self) -> Mergers:
        """For each (kind, id) that was merged the id that stands for it."""
        return self._read(revising.mergers)

    def notes(self, about: str | None = None, as_recorded: str | None = None) -> tuple[Note, ...]:
        """Notes about one record (``"event/e01"``), or all; oldest first."""
        return self._at(as_recorded).read(lambda connection: notes.listed(connection, about))

    def document_view(self, document_id: str) -> DocumentView:
        """A document with its statements in the order of the text, and its versions. Raises NotFound."""
        return self._read(lambda connection: document_view.document_view(connection, document_id))

    def note_rows(self) -> tuple[NoteRow, ...]:
        """All notes with what they are about, newest first."""
        return self._read(note_rows.note_rows)

    def resolve(self, text: str) -> str:
        """``kind/id`` of the record whose id is, or uniquely begins with, ``text``.

        Raises NotFound, and ConflictError where several records fit.
        """
        return self._read(lambda connection: read.resolve(connection, text))

    def search(
        self,
        query: str,
        *,
        topic: str | None = None,
        limit: int = 50,
        as_of: date | None = None,
        as_recorded: str | None = None,
    ) -> tuple[SearchHit, ...]:
        """Events that fit a query as it is typed, newest first; ``topic``: only of the one with this id."""
        asked = parse_query(query)
        if topic is not None and not asked.empty:
            asked = replace(asked, conditions=(*asked.conditions, Condition(Field.TOPIC, topic)))
        return self.find(asked, limit=limit, as_of=as_of, as_recorded=as_recorded).hits

    def find(
        self,
        query: Query,
        *,
        limit: int = 50,
        as_of: date | None = None,
        as_recorded: str | None = None,
        most: int = finding.LOOKED_AT,
        cancelled: Callable[[], bool] | None = None,
    ) -> Found:
        """What fits a query, newest first; where the index does not decide, of the newest ``most`` events.

        Raises SearchCancelled soon after ``cancelled`` says so; it is asked often, in this thread.
        """
        at = self._at(as_recorded)
        return at.read(
            lambda connection: finding.find(
                connection,
                query,
                limit=limit,
                today=at.today,
                as_of=as_of,
                most=most,
                cancelled=cancelled,
            )
        )

    def everything(self, topic: str | None = None, as_recorded: str | None = None) -> Filing:
        """All records, or all of one topic, in the order in which they were filed. Raises NotFound."""
        return self._at(as_recorded).read(lambda connection: whole.everything(connection, topic))
