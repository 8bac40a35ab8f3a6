"""The one door to a ledger: open it, read records, write records, follow changes.

A ``Store`` belongs to the thread that opened it. Every read is returned in full; every write is
one transaction and returns only after it is on disk.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from diplotui import clock
from diplotui.errors import NewerLedger, StoreBusy, StoreFull, StoreGone, StoreReadOnly
from diplotui.model import (
    Actor,
    Change,
    ClaimRow,
    ClaimStatus,
    Decision,
    Document,
    DocumentRow,
    EventDetail,
    Filing,
    LedgerInfo,
    Note,
    SearchHit,
    StatementView,
    TimelineFilter,
    TimelinePage,
    TimelinePlace,
    Topic,
    TopicCount,
)
from diplotui.store import care, claims, derive, detail, journal, notes, read, timeline, whole, write
from diplotui.store import search as full_text
from diplotui.store import undo as taking_back
from diplotui.store.candidate import ClaimCandidate
from diplotui.store.connect import identity, open_connection, writing
from diplotui.store.faults import mapped
from diplotui.store.gather import as_list
from diplotui.store.migrate import steps
from diplotui.store.undo import Action

POLL = 0.05
"""Seconds between two looks at whether another program has written."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What a filing changed: ``added`` is False where all of it was already in the ledger."""

    added: bool
    documents: tuple[str, ...]


def open_store(path: Path | str, *, create: bool = True) -> "Store":
    """Open (and if need be create or upgrade) the ledger at ``path``.

    Raises NotALedger, NewerLedger, StoreBusy, StoreReadOnly, StoreFull, StoreCorrupt; NotFound where
    there is no folder, or ``create`` is False and there is no file.
    """
    where = Path(path).expanduser()
    connection = open_connection(where, create=create)
    try:
        return Store(where, connection)
    except BaseException:
        connection.close()
        raise


class Store:
    """An open ledger."""

    path: Path

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._identity = identity(path)
        self._actions: list[Action] = []
        self._woken = False
        self._day: date | None = None
        with mapped(path):
            self._version = journal.data_version(connection)
        self._catch_up()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; the store cannot be used afterwards."""
        with suppress(sqlite3.Error):  # only statistics for the query planner
            self._connection.execute("PRAGMA optimize")
        self._connection.close()

    def info(self) -> LedgerInfo:
        """Figures of the ledger."""
        return self._read(lambda connection: read.info(connection, str(self.path)))

    # Writing: each call is one transaction.

    def file(self, filing: Filing) -> FileResult:
        """Write a filing; rows already there with equal content are left alone.

        Raises ConflictError, and writes nothing, where an id is there with other content.
        """
        with self._action("filing taken back"):
            added = write.file(self._connection, filing)
        return FileResult(added, tuple(document.id for document in filing.documents))

    def add_note(self, note: Note) -> Note:
        """Write a new note. Raises ConflictError for an id that is taken, NotFound for an unknown subject."""
        with self._action(f"note taken back: {_shortened(note.text)}"):
            return notes.add(self._connection, note)

    def edit_note(self, note: Note) -> Note:
        """Replace a note by its new version. Raises NotFound."""
        with self._action(f"note as it was before: {_shortened(note.text)}"):
            return notes.edit(self._connection, note)

    def delete_note(self, note_id: str) -> None:
        """Take a note away; the journal keeps it. Raises NotFound."""
        with self._action(f"note {note_id} is back"):
            notes.delete(self._connection, note_id)

    def decide(self, reference: str, decision: Decision) -> None:
        """Record a person's decision on ``statement/s1``, ``stance/s1/c1`` and the like. Raises NotFound."""
        with self._action(f"{reference} is no longer {decision.value}"):
            write.decide(self._connection, reference, decision)

    def undo(self) -> str | None:
        """Take back the last action of this store; says what was taken back, None where there is nothing.

        Raises ConflictError, and changes nothing, where a later action touched the same rows.
        """
        if not self._actions:
            return None
        action = self._actions[-1]
        with self._writing():
            taking_back.undo(self._connection, action)
        self._actions.pop()
        return action.sentence

    def mark_seen(self, events: Sequence[str]) -> None:
        """Count these events as read; not journaled."""
        with self._writing():
            read.seen(self._connection, as_list(events))

    # Reading. ``as_of`` is a day of the public clock; None: now.

    def topics(self) -> tuple[TopicCount, ...]:
        """All topics with what they hold, ``other`` last."""
        return self._read(read.topic_counts)

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
        return self._read(
            lambda connection: timeline.window(
                connection,
                chosen,
                before=before,
                after=after,
                around=around,
                limit=limit,
                today=clock.today(),
            )
        )

    def timeline_oldest(self, chosen: TimelineFilter, *, limit: int = 100) -> TimelinePage:
        """The last window: the oldest rows, newest first."""
        return self._read(
            lambda connection: timeline.oldest(connection, chosen, limit=limit, today=clock.today())
        )

    def timeline_by(self, chosen: TimelineFilter, order: str, limit: int) -> TimelinePage:
        """The first rows by ``public`` (newest first), ``event`` (own dates, ascending) or ``changed``."""
        return self._read(
            lambda connection: timeline.ordered(connection, chosen, order, limit=limit, today=clock.today())
        )

    def timeline_place(self, chosen: TimelineFilter, key: int) -> TimelinePlace:
        """Where the row with this key stands."""
        return self._read(lambda connection: timeline.place(connection, chosen, key))

    def event(self, event_id: str, as_of: date | None = None) -> EventDetail:
        """An event with all that belongs to it. Raises NotFound."""
        return self._read(lambda connection: detail.event_detail(connection, event_id, as_of, clock.today()))

    def statement(self, statement_id: str) -> StatementView:
        """A statement in its context. Raises NotFound."""
        return self._read(lambda connection: detail.statement_view(connection, statement_id))

    def claims(
        self,
        *,
        topic: str | None = None,
        party: str | None = None,
        status: ClaimStatus | None = None,
        as_of: date | None = None,
    ) -> tuple[ClaimRow, ...]:
        """Claims with their status, newest event first; on an earlier day only those public then."""
        return self._read(
            lambda connection: claims.claim_rows(
                connection, topic=topic, party=party, status=status, as_of=as_of, today=clock.today()
            )
        )

    def claim(self, claim_id: str, as_of: date | None = None) -> ClaimRow:
        """One claim with its status. Raises NotFound."""
        return self._read(lambda connection: claims.claim_row(connection, claim_id, as_of, clock.today()))

    def document(self, document_id: str) -> DocumentRow:
        """One document. Raises NotFound."""
        return self._read(lambda connection: read.document(connection, document_id))

    def documents(self) -> tuple[DocumentRow, ...]:
        """All documents, newest first."""
        return self._read(read.documents)

    def find_document(self, sha256: str) -> Document | None:
        """The document with this checksum, if there is one."""
        return self._read(lambda connection: read.find_document(connection, sha256))

    def actors(self) -> tuple[Actor, ...]:
        """All actors, in the order in which they were filed."""
        return self._read(read.actors)

    def candidates(self, topics: Sequence[str], since: date | None) -> tuple[ClaimCandidate, ...]:
        """Claims of these topics (none named: all) spoken of on or after ``since``, newest first."""
        return self._read(lambda connection: claims.candidates(connection, topics, since))

    def notes(self, about: str | None = None) -> tuple[Note, ...]:
        """Notes about one record (``"event/e01"``), or all; oldest first."""
        return self._read(lambda connection: notes.listed(connection, about))

    def resolve(self, text: str) -> str:
        """``kind/id`` of the record whose id is, or uniquely begins with, ``text``.

        Raises NotFound, and ConflictError where several records fit.
        """
        return self._read(lambda connection: read.resolve(connection, text))

    def search(self, query: str, *, topic: str | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        """Events that hold all the words of a plain-text query, newest first."""
        return self._read(
            lambda connection: full_text.search(
                connection, query, topic=topic, limit=limit, today=clock.today()
            )
        )

    def everything(self, topic: str | None = None) -> Filing:
        """All records, or all of one topic, in the order in which they were filed. Raises NotFound."""
        return self._read(lambda connection: whole.everything(connection, topic))

    # Following changes.

    def cursor(self) -> str:
        """The present end of the journal, to be handed to ``changes`` later; opaque."""
        return self._read(lambda connection: journal.cursor_text(journal.newest(connection)))

    def changes(self, cursor: str | None, limit: int = 500) -> tuple[tuple[Change, ...], str]:
        """What changed after ``cursor`` (None: ever), oldest first, and the cursor to go on from."""
        self._catch_up()
        return self._read(lambda connection: journal.changes(connection, cursor, limit))

    def wait(self, timeout: float) -> bool:
        """Wait up to ``timeout`` seconds until there may be changes: a hint, to be followed by ``changes``.

        Raises StoreGone where the file has disappeared, NewerLedger where it was upgraded meanwhile.
        """
        end = time.monotonic() + timeout
        while True:
            self._require_same_file()
            with mapped(self.path):
                version = journal.data_version(self._connection)
            if self._woken or version != self._version or self._day != clock.today():
                self._woken = False
                self._version = version
                self._require_same_schema()
                self._catch_up()
                return True
            left = end - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(POLL, left))

    # Care.

    def check(self) -> tuple[str, ...]:
        """What is wrong with the ledger, a line each; a line that begins with "note:" is no fault of it."""
        with self._writing():
            return care.check(self._connection, clock.today())

    def rebuild(self) -> None:
        """Make all derived tables again."""
        with self._writing():
            derive.derive_all(self._connection, clock.today())

    def backup(self, destination: Path) -> None:
        """Write a checked copy to ``destination``, whole or not at all. Raises StoreError, StoreFull."""
        with mapped(self.path):
            care.backup(self._connection, self.path, destination)

    # How all of the above reach the connection.

    def _read(self, query: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a query on one snapshot, after the derived tables caught up with a new day."""
        if self._day != clock.today():
            self._catch_up()
        with mapped(self.path):
            self._connection.execute("BEGIN")
            try:
                return query(self._connection)
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One write transaction that leaves the derived tables in step."""
        self._require_same_file()
        with mapped(self.path), writing(self._connection):
            self._require_same_schema()
            yield
            derive.catch_up(self._connection, clock.today())
        self._woken = True

    @contextmanager
    def _action(self, sentence: str) -> Iterator[None]:
        """A write that can be undone; one that changes nothing is no action."""
        with self._writing():
            first = journal.newest(self._connection) + 1
            yield
            last = journal.newest(self._connection)
        if last >= first:
            self._actions.append(Action(first, last, f"Undone: {sentence}"))

    def _catch_up(self) -> None:
        """Let the derived tables follow others' rows; where nothing can be written, they stay behind."""
        today = clock.today()
        try:
            with mapped(self.path):
                if derive.behind(self._connection, today):
                    with writing(self._connection):
                        derive.catch_up(self._connection, today)
        except (StoreBusy, StoreReadOnly, StoreFull):
            return
        self._day = today

    def _require_same_file(self) -> None:
        if identity(self.path) != self._identity:
            raise StoreGone(f"{self.path} was replaced by another file; restart diplotui")

    def _require_same_schema(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version != len(steps()):
            raise NewerLedger(f"{self.path} was upgraded by a newer diplotui; restart with that version")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
