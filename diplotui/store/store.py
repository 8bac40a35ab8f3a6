"""The one door to a ledger: open it, read records, write records, follow changes.

A ``Store`` belongs to the thread that opened it. Every read is returned in full; every write is
one transaction and returns only after it is on disk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType

from diplotui.model import (
    Actor,
    Change,
    Claim,
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


@dataclass(frozen=True, slots=True)
class FileResult:
    """What a filing changed: ``added`` is False where all of it was already in the ledger."""

    added: bool
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimCandidate:
    """A stored claim with what a new statement is matched against."""

    claim: Claim
    topic: str
    actors: tuple[str, ...]
    """Party codes and names of those who spoke of it or act in it."""
    passages: tuple[str, ...]
    """Texts of the statements on it."""
    earliest: date | None
    latest: date | None
    """First and last public day of the statements on it."""


def open_store(path: Path | str, *, create: bool = True) -> "Store":
    """Open (and if need be create or upgrade) the ledger at ``path``.

    Raises NotALedger, NewerLedger, StoreBusy, StoreReadOnly, StoreFull, StoreCorrupt; NotFound where
    ``create`` is False and there is no file.
    """
    raise NotImplementedError


class Store:
    """An open ledger."""

    path: Path

    def __enter__(self) -> "Store":
        raise NotImplementedError

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def info(self) -> LedgerInfo:
        raise NotImplementedError

    # Writing: each call is one transaction.

    def file(self, filing: Filing) -> FileResult:
        """Write a filing; rows already there with equal content are left alone.

        Raises ConflictError, and writes nothing, where an id is there with other content.
        """
        raise NotImplementedError

    def add_note(self, note: Note) -> Note: raise NotImplementedError
    def edit_note(self, note: Note) -> Note: raise NotImplementedError
    def delete_note(self, note_id: str) -> None: raise NotImplementedError
    def decide(self, reference: str, decision: Decision) -> None: raise NotImplementedError
    def undo(self) -> str | None: raise NotImplementedError
    def mark_seen(self, events: Sequence[str]) -> None: raise NotImplementedError

    # Reading. ``as_of`` is a day of the public clock; None: now.

    def topics(self) -> tuple[TopicCount, ...]: raise NotImplementedError
    def topic_definitions(self) -> tuple[Topic, ...]: raise NotImplementedError
    def timeline(
        self, chosen: TimelineFilter, *, before: int | None = None, after: int | None = None,
        around: int | None = None, limit: int = 100,
    ) -> TimelinePage:
        """A window, newest first: the newest rows, or those older than ``before``, newer than ``after``
        (nearest to it), or on both sides of ``around`` (included)."""
        raise NotImplementedError
    def timeline_oldest(self, chosen: TimelineFilter, *, limit: int = 100) -> TimelinePage: raise NotImplementedError
    def timeline_by(self, chosen: TimelineFilter, order: str, limit: int) -> TimelinePage: raise NotImplementedError
    def timeline_place(self, chosen: TimelineFilter, key: int) -> TimelinePlace: raise NotImplementedError
    def event(self, event_id: str, as_of: date | None = None) -> EventDetail: raise NotImplementedError
    def statement(self, statement_id: str) -> StatementView: raise NotImplementedError
    def claims(
        self, *, topic: str | None = None, party: str | None = None, status: ClaimStatus | None = None,
        as_of: date | None = None,
    ) -> tuple[ClaimRow, ...]: raise NotImplementedError
    def claim(self, claim_id: str, as_of: date | None = None) -> ClaimRow: raise NotImplementedError
    def document(self, document_id: str) -> DocumentRow: raise NotImplementedError
    def documents(self) -> tuple[DocumentRow, ...]: raise NotImplementedError
    def find_document(self, sha256: str) -> Document | None: raise NotImplementedError
    def actors(self) -> tuple[Actor, ...]: raise NotImplementedError
    def candidates(self, topics: Sequence[str], since: date | None) -> tuple[ClaimCandidate, ...]: raise NotImplementedError
    def notes(self, about: str | None = None) -> tuple[Note, ...]: raise NotImplementedError
    def resolve(self, text: str) -> str: 
        """``kind/id`` of the record whose id is, or uniquely begins with, ``text``. Raises NotFound, ConflictError."""
        raise NotImplementedError
    def search(self, query: str, *, topic: str | None = None, limit: int = 50) -> tuple[SearchHit, ...]: raise NotImplementedError
    def everything(self, topic: str | None = None) -> Filing: raise NotImplementedError

    # Following changes.

    def cursor(self) -> str: raise NotImplementedError
    def changes(self, cursor: str | None, limit: int = 500) -> tuple[tuple[Change, ...], str]: raise NotImplementedError
    def wait(self, timeout: float) -> bool: raise NotImplementedError

    # Care.

    def check(self) -> tuple[str, ...]: raise NotImplementedError
    def rebuild(self) -> None: raise NotImplementedError
    def backup(self, destination: Path) -> None: raise NotImplementedError
