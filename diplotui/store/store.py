"""The one door to a ledger: open it, read records, write records, follow changes.

A ``Store`` belongs to the thread that opened it. Every read is returned in full; every write is
one transaction and returns only after it is on disk.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from diplotui import clock
from diplotui.errors import ConflictError
from diplotui.ledger.rereading import Rereading
from diplotui.model import Change, Filing, Note, Revision
from diplotui.store import actions, care, derive, journal, notes, read, refiling, revising, versions
from diplotui.store import purge as purging
from diplotui.store.arranging import Arranging
from diplotui.store.connect import open_connection
from diplotui.store.correcting import Correcting
from diplotui.store.faults import mapped
from diplotui.store.following import Following
from diplotui.store.gather import as_list
from diplotui.store.indexed import forget_words
from diplotui.store.making import Making
from diplotui.store.sources import SourceBook
from diplotui.store.stepping import shortened

POLL = 0.05
"""Seconds between two looks at whether another program has written."""


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


class Store(Correcting, Making, Arranging, Following):
    """An open ledger."""

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing: each call is one transaction.

    def file(self, filing: Filing, *, seen: str | None = None) -> FileResult:
        """Write a filing; rows already there with equal content are left alone.

        ``seen``: the end of the journal when the filing was matched against the ledger. Raises ConflictError,
        and writes nothing, where the journal has grown since, or an id is there with other content.
        """
        with self._action("filing", personal=False):
            self._require_unchanged(seen)
            added = refiling.file(self._connection, filing)
        return FileResult(added, tuple(document.id for document in filing.documents))

    def _require_unchanged(self, seen: str | None) -> None:
        """Raise ConflictError where the journal has grown beyond ``seen``; None is any."""
        if seen is not None and journal.newest(self._connection) > journal.cursor_seq(seen):
            raise ConflictError("the ledger changed while the text was read; file it again")

    def file_version(self, filing: Filing, replaces: str, *, seen: str | None = None) -> FileResult:
        """Write the filing of one document that is the new version of another.

        What was decided on statements whose words stand in both moves along, and so do notes; what stands in
        the old one alone is kept as withdrawn from the text. Raises as ``file`` does.
        """
        with self._action("new version filed", personal=False):
            self._require_unchanged(seen)
            added = versions.take_over(self._connection, filing, replaces)
        return FileResult(added, tuple(document.id for document in filing.documents))

    def newest_version(self, document_id: str) -> str:
        """The id of the version of a document that stands now."""
        return self._read(lambda connection: versions.newest(connection, document_id))

    def revise(self, document_id: str, reading: Rereading) -> Revision:
        """Bring what the rules proposed of a document up to a new reading of it.

        What a person decided stands; ``Revision.differences`` says where the rules read it otherwise.
        """
        with self._action(f"document/{document_id} read again", personal=False):
            return revising.revise(self._connection, document_id, reading)

    def add_note(self, note: Note) -> Note:
        """Write a new note. Raises ConflictError for an id that is taken, NotFound for an unknown subject."""
        with self._action(f"note: {shortened(note.text)}"):
            return notes.add(self._connection, note)

    def edit_note(self, note: Note, *, read_at: str | None = None) -> Note:
        """Replace a note by its new version. Raises NotFound, ConflictError as corrections do."""
        with self._changing(f"note edited: {shortened(note.text)}", (f"note/{note.id}",), read_at):
            return notes.edit(self._connection, note)

    def delete_note(self, note_id: str, *, read_at: str | None = None) -> None:
        """Take a note away; the journal keeps it. Raises NotFound, ConflictError as corrections do."""
        with self._changing(f"note {note_id} deleted", (f"note/{note_id}",), read_at):
            notes.delete(self._connection, note_id)

    def mark_seen(self, events: Sequence[str]) -> None:
        """Count these events as read; not journaled."""
        with self._writing():
            read.seen(self._connection, as_list(events))

    @property
    def sources(self) -> SourceBook:
        """The watched sources, how fetching them stands, and their entries."""
        return SourceBook(self)

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
        with mapped(self.path):
            return care.check(self._connection, clock.today())

    def rebuild(self) -> None:
        """Make all derived tables again."""
        with self._writing():
            derive.derive_all(self._connection, clock.today())

    def purge(self, reference: str) -> tuple[str, ...]:
        """Forget ``document/ID`` or ``actor/ID`` for good, journal included; returns what is gone.

        Not undoable, and neither is anything done before. Copies made before are not touched.

        Raises NotFound.
        """
        with self._writing():
            touched = derive.shown_by(self._connection, reference)
            gone = purging.purge(self._connection, reference)
            actions.forget(self._connection)
            self._connection.execute("DELETE FROM watch WHERE kind || '/' || record = ?", (reference,))
            derive.derive(self._connection, touched, clock.today())
            forget_words(self._connection)
            refiling.forget(self._connection)
        with mapped(self.path):
            purging.scrub(self._connection)
        return gone

    def backup(self, destination: Path) -> None:
        """Write a checked copy to ``destination``, whole or not at all. Raises StoreError, StoreFull."""
        with mapped(self.path):
            care.backup(self._connection, self.path, destination)
