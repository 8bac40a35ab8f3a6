"""What all calls of a store share: one connection, snapshots for reading, transactions for writing."""

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from diplotui import clock
from diplotui.errors import NewerLedger, StoreBusy, StoreFull, StoreGone, StoreReadOnly
from diplotui.store import actions, derive, journal
from diplotui.store.connect import TIMEOUT, identity, writing
from diplotui.store.faults import mapped
from diplotui.store.migrate import steps
from diplotui.store.recorded import Past, instant_of

Result = TypeVar("Result")

PATIENCE = 0.1
"""Seconds that a read waits for the write lock when it finds rows that others wrote; the next tries again."""


class Reader(Protocol):
    """Runs a query on one snapshot."""

    def __call__(self, query: Callable[[sqlite3.Connection], Result], /) -> Result:
        """What the query gives."""


class View(NamedTuple):
    """How to read the ledger, and what day it is there."""

    read: Reader
    today: date


class Session:
    """An open connection to a ledger, used by the thread that opened it."""

    path: Path

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._identity = identity(path)
        self._session = uuid.uuid4().hex
        self._pasts: list[Past] = []
        self._woken = False
        self._day: date | None = None
        self._step: int | None = None
        """The first journal line of the step that several calls are making together; None outside one."""
        with mapped(path):
            self._version = journal.data_version(connection)
            self._began = actions.newest(connection)
        self._catch_up()

    def close(self) -> None:
        """Let go of the file; the store cannot be used afterwards."""
        for past in self._pasts:
            past.close()
        self._connection.close()

    def _at(self, as_recorded: str | None) -> "View":
        """How to read the ledger as it was recorded at an instant; None: as it is now.

        The latest two instants are kept at hand.
        """
        if as_recorded is None:
            return View(self._read, clock.today())
        instant = instant_of(as_recorded)
        past = next((one for one in self._pasts if one.instant == instant), None)
        if past is None:
            self._catch_up()
            past = Past(self.path, instant)
            for old in self._pasts[:-1]:
                old.close()
            self._pasts = self._pasts[-1:]
        else:
            self._pasts.remove(past)
        self._pasts.append(past)
        return View(past.read, past.today)

    def _read(self, query: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a query on one snapshot, after the derived tables caught up with a new day."""
        if self._step is not None:  # what the step has written so far is there to be read
            with mapped(self.path):
                return query(self._connection)
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
        if self._step is not None:
            yield
            return
        self._require_same_file()
        with mapped(self.path), writing(self._connection):
            self._require_same_schema()
            yield
            derive.catch_up(self._connection, clock.today())
        self._woken = True

    @contextmanager
    def _action(self, sentence: str, *, personal: bool = True) -> Iterator[None]:
        """A write that can be undone; one that changes nothing is no action.

        ``sentence`` says what was done; ``personal``: by a person, whose decisions outlive the session.
        """
        if self._step is not None:
            yield
            return
        with self._writing():
            first = journal.newest(self._connection) + 1
            yield
            last = journal.newest(self._connection)
            if last >= first:
                actions.record(
                    self._connection,
                    self._session,
                    sentence,
                    (first, last),
                    personal=personal,
                )

    @contextmanager
    def together(self, sentence: str, *, personal: bool = True) -> Iterator[None]:
        """Make one step of all that is written inside: one transaction, whole or not at all, and one undo.

        ``sentence`` says what the step does; ``personal``: a person does it. Steps do not nest: an inner
        one is part of the outer.
        """
        with self._action(sentence, personal=personal):
            if self._step is not None:
                yield
                return
            self._step = journal.newest(self._connection) + 1
            try:
                yield
            finally:
                self._step = None

    def _catch_up(self) -> None:
        """Let the derived tables follow others' rows and the calendar; later, where it cannot write."""
        if self._step is not None:
            return
        self._day = clock.today()
        with suppress(StoreBusy, StoreReadOnly, StoreFull), mapped(self.path):
            if not derive.behind(self._connection, self._day):
                return
            self._connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
            try:
                with writing(self._connection):
                    derive.catch_up(self._connection, self._day)
            finally:
                self._connection.execute(f"PRAGMA busy_timeout = {int(TIMEOUT * 1000)}")

    def _require_same_file(self) -> None:
        if identity(self.path) != self._identity:
            raise StoreGone(f"{self.path} was replaced by another file; restart diplotui")

    def _require_same_schema(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version != len(steps()):
            raise NewerLedger(f"{self.path} was upgraded by a newer diplotui; restart with that version")
