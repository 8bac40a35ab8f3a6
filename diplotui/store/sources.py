"""Watched sources on disk: what is watched, fetch states, entries, retention, and leases on hosts."""

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from diplotui.errors import ConflictError, NotFound
from diplotui.model.sources import (
    EntryRow,
    FetchState,
    HostState,
    KnownEntry,
    LeftOutText,
    Retention,
    ShownEntry,
    Source,
    Standing,
    Tidied,
    WatchedSource,
)
from diplotui.store import entries, source_rows, tidying

Result = TypeVar("Result")

ACTIVE_DAYS = 14
"""Days of which a source's entries are counted."""


class _Ledger(Protocol):
    """What of an open ledger is used here."""

    def _read(self, query: Callable[[sqlite3.Connection], Result]) -> Result: ...

    def _writing(self) -> AbstractContextManager[None]: ...

    _connection: sqlite3.Connection


@dataclass(frozen=True, slots=True)
class SourceBook:
    """The ledger's watched sources; used by the thread that opened the ledger. A write is one transaction."""

    _ledger: _Ledger

    def listed(self, *, today: date | None = None) -> tuple[WatchedSource, ...]:
        """All sources with their fetch states, by name; ``today``: with their entries a day up to it."""
        return self._ledger._read(lambda connection: source_rows.listed(connection, today, ACTIVE_DAYS))

    def standing(self) -> Standing:
        """How all sources stand, in a few numbers."""
        return self._ledger._read(source_rows.standing)

    def addresses(self) -> frozenset[str]:
        """The addresses that are watched."""

        def query(connection: sqlite3.Connection) -> frozenset[str]:
            return frozenset(url for (url,) in connection.execute("SELECT url FROM source").fetchall())

        return self._ledger._read(query)

    def find(self, words: str) -> Source:
        """The source with this id (or its beginning), address or name.

        Raises NotFound, and ConflictError where several fit.
        """
        sources = [watched.source for watched in self.listed()]
        exact = [s for s in sources if words in (s.id, s.url, s.name)]
        fitting = exact or [
            s for s in sources if s.id.startswith(words) or s.name.casefold() == words.casefold()
        ]
        if not fitting:
            raise NotFound(f"there is no source {words}; 'diplotui sources' lists them")
        if len(fitting) > 1:
            named = ", ".join(source.id for source in fitting[:5])
            raise ConflictError(f"{words} fits several sources ({named}); name one by its id")
        return fitting[0]

    def add(self, sources: Sequence[Source]) -> tuple[Source, ...]:
        """Begin to watch sources; returns those that were not watched yet, by address."""
        with self._ledger._writing():
            return tuple(each for each in sources if source_rows.insert(self._ledger._connection, each))

    def change(self, source: Source, *, ask_soon: bool = False) -> None:
        """Give a source new properties; ``ask_soon``: and let it be due at once.

        Raises NotFound; ConflictError for an address that another has.
        """
        with self._ledger._writing():
            source_rows.update(self._ledger._connection, source)
            if ask_soon:
                self._ledger._connection.execute(
                    "UPDATE fetch_state SET due = fetched WHERE source = ?", (source.id,)
                )

    def remove(self, source_id: str) -> None:
        """Stop to watch a source and forget its entries; its documents stay, until they are tidied.

        Raises NotFound.
        """
        with self._ledger._writing():
            tidying.keep_age(self._ledger._connection, source_id)
            gone = self._ledger._connection.execute("DELETE FROM source WHERE id = ?", (source_id,))
            if not gone.rowcount:
                raise NotFound(f"there is no source {source_id}")

    # Entries.

    def known_entries(self, source_id: str) -> tuple[KnownEntry, ...]:
        """The newest entries that a source has shown, oldest first."""
        return self._ledger._read(lambda connection: source_rows.known(connection, source_id))

    def seen_elsewhere(self, source_id: str, links: Collection[str]) -> dict[str, KnownEntry]:
        """The newest entry with a document that another source has shown at each of these links."""
        return self._ledger._read(lambda connection: source_rows.seen_elsewhere(connection, source_id, links))

    def entries(
        self, source_id: str | None = None, *, bare: bool = False, limit: int = 500
    ) -> tuple[ShownEntry, ...]:
        """Entries of one source or of all, newest first, and what became of them.

        ``bare``: only those without a statement: left out, in a language that is not read, or saying nothing.
        """
        return self._ledger._read(lambda connection: entries.shown(connection, source_id, bare, limit))

    def left_out_text(self, number: int) -> tuple[ShownEntry, LeftOutText]:
        """An entry that was left out, and its words. Raises NotFound, ConflictError."""
        return self._ledger._read(lambda connection: entries.left_out_text(connection, number))

    def take_in(self, number: int, document: str) -> None:
        """Write that an entry that was left out is a document now."""
        with self._ledger._writing():
            entries.taken_in(self._ledger._connection, number, document)

    def record(
        self,
        state: FetchState,
        rows: Sequence[EntryRow] = (),
        *,
        at: str,
        source: Source | None = None,
    ) -> None:
        """Write what a fetch left: its state, its entries, and the source where it moved; all or nothing.

        Nothing is written for a source that was removed meanwhile.
        """
        with self._ledger._writing():
            connection = self._ledger._connection
            if not connection.execute("SELECT 1 FROM source WHERE id = ?", (state.source,)).fetchone():
                return
            if source is not None:
                source_rows.update(connection, source)
            source_rows.write_state(connection, state)
            source_rows.write_entries(connection, state.source, rows, at)

    # Retention.

    def retention(self) -> Retention:
        """How long and how much is kept of texts on which nothing rests."""
        return self._ledger._read(tidying.kept)

    def set_retention(self, retention: Retention) -> None:
        """Keep to this from now on, after every round of fetching."""
        with self._ledger._writing():
            tidying.keep(self._ledger._connection, retention)

    def tidy_plan(self, retention: Retention, before: str | None) -> Tidied:
        """What tidying would take; ``before``: the instant that ``retention.days`` stands for."""
        return self._ledger._read(lambda connection: tidying.plan(connection, retention, before)[0])

    def tidy(self, retention: Retention, before: str | None) -> Tidied:
        """Take away texts on which nothing rests, by age and by size; see ``tidying.plan``."""
        counted, documents, texts = self._ledger._read(
            lambda connection: tidying.plan(connection, retention, before)
        )
        if not documents and not texts:
            return counted
        with self._ledger._writing():
            connection = self._ledger._connection
            counted, documents, texts = tidying.plan(connection, retention, before)
            tidying.carry_out(connection, documents, texts)
        return counted

    # Hosts.

    def host_states(self) -> dict[str, HostState]:
        """What is remembered of hosts."""

        def query(connection: sqlite3.Connection) -> dict[str, HostState]:
            found = connection.execute("SELECT host, free_at, browser_like FROM host_state").fetchall()
            return {
                row["host"]: HostState(row["host"], row["free_at"], bool(row["browser_like"]))
                for row in found
            }

        return self._ledger._read(query)

    def remember_host(self, host: HostState) -> None:
        """Write what is to be remembered of a host."""
        with self._ledger._writing():
            self._ledger._connection.execute(
                "INSERT INTO host_state (host, free_at, browser_like) VALUES (?, ?, ?)"
                " ON CONFLICT (host) DO UPDATE"
                " SET free_at = excluded.free_at, browser_like = excluded.browser_like",
                (host.host, host.free_at, int(host.browser_like)),
            )

    def claim(
        self, hosts: Collection[str], owner: str, *, now: str, until: str, gone: Callable[[str], bool]
    ) -> frozenset[str]:
        """Take these hosts for one process until an instant; returns those that nobody else has.

        A lease that ran out or whose owner is ``gone`` counts for nothing.
        """
        with self._ledger._writing():
            connection = self._ledger._connection
            held: Mapping[str, str] = {
                row["host"]: row["owner"]
                for row in connection.execute("SELECT host, owner FROM host_lease WHERE until > ?", (now,))
            }
            free = frozenset(
                host for host in hosts if host not in held or held[host] == owner or gone(held[host])
            )
            connection.executemany(
                "INSERT OR REPLACE INTO host_lease (host, owner, until) VALUES (?, ?, ?)",
                [(host, owner, until) for host in sorted(free)],
            )
        return free

    def renew(self, owner: str, until: str) -> None:
        """Keep all hosts of an owner for longer."""
        with self._ledger._writing():
            self._ledger._connection.execute(
                "UPDATE host_lease SET until = ? WHERE owner = ?", (until, owner)
            )

    def release(self, owner: str) -> None:
        """Let go of all hosts of an owner."""
        with self._ledger._writing():
            self._ledger._connection.execute("DELETE FROM host_lease WHERE owner = ?", (owner,))


FORGOTTEN = "its document was forgotten"


def forget_entries(connection: sqlite3.Connection, document: str) -> None:
    """Leave of a purged document's entries only a digest, which keeps the same words from coming again."""
    entries.forget(connection, [document], FORGOTTEN)
