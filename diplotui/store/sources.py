"""Watched sources on disk: what is watched, fetch states, entries, and leases on hosts."""

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from typing import Any, Protocol, TypeVar

from diplotui.errors import ConflictError, NotFound
from diplotui.model.sources import EntryRow, FetchState, HostState, KnownEntry, Rung, Source, WatchedSource
from diplotui.store.rows import to_json, words_of

Result = TypeVar("Result")

MOST_KNOWN = 20_000
"""Newest entries of a source that a poll is compared with; feeds show far fewer."""

_SOURCE = tuple(field.name for field in fields(Source))
_STATE = tuple(field.name for field in fields(FetchState))


class _Ledger(Protocol):
    """What of an open ledger is used here."""

    def _read(self, query: Callable[[sqlite3.Connection], Result]) -> Result: ...

    def _writing(self) -> AbstractContextManager[None]: ...

    _connection: sqlite3.Connection


@dataclass(frozen=True, slots=True)
class SourceBook:
    """The ledger's watched sources; used by the thread that opened the ledger. A write is one transaction."""

    _ledger: _Ledger

    def listed(self) -> tuple[WatchedSource, ...]:
        """All sources with their fetch states, by name."""
        return self._ledger._read(_listed)

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
            return tuple(source for source in sources if _add(self._ledger._connection, source))

    def change(self, source: Source) -> None:
        """Give a source new properties. Raises NotFound; ConflictError for an address that another has."""
        with self._ledger._writing():
            _change(self._ledger._connection, source)

    def remove(self, source_id: str) -> None:
        """Stop to watch a source and forget its entries; its documents stay. Raises NotFound."""
        with self._ledger._writing():
            gone = self._ledger._connection.execute("DELETE FROM source WHERE id = ?", (source_id,))
            if not gone.rowcount:
                raise NotFound(f"there is no source {source_id}")

    def known_entries(self, source_id: str) -> tuple[KnownEntry, ...]:
        """The newest entries that a source has shown, oldest first."""
        return self._ledger._read(lambda connection: _known(connection, source_id))

    def seen_elsewhere(self, source_id: str, links: Collection[str]) -> dict[str, KnownEntry]:
        """The newest entry with a document that another source has shown at each of these links."""
        return self._ledger._read(lambda connection: _seen_elsewhere(connection, source_id, links))

    def record(
        self,
        state: FetchState,
        entries: Sequence[EntryRow] = (),
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
                _change(connection, source)
            _write_state(connection, state)
            for row in entries:
                _write_entry(connection, state.source, row, at)

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
    connection.execute(
        "UPDATE entry SET guid = NULL, link = NULL, title = '', document = NULL, left_out = ?"
        " WHERE document = ?",
        (FORGOTTEN, document),
    )


def _source_row(source: Source) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(source, name) for name in _SOURCE}
    row |= {name: int(row[name]) for name in ("paused", "allow_private", "pages")}
    return row | {"former_urls": to_json(source.former_urls)}


def _source_of(row: Any) -> Source:
    values = {name: row[name] for name in _SOURCE}
    values |= {name: bool(values[name]) for name in ("paused", "allow_private", "pages")}
    return Source(**(values | {"former_urls": words_of(values["former_urls"])}))


def _listed(connection: sqlite3.Connection) -> tuple[WatchedSource, ...]:
    states = {
        row["source"]: FetchState(
            **({name: row[name] for name in _STATE} | {"rung": Rung(row["rung"]), "hub": bool(row["hub"])})
        )
        for row in connection.execute("SELECT * FROM fetch_state").fetchall()
    }
    counts = {
        row["source"]: (row["entries"], row["documents"])
        for row in connection.execute(
            "SELECT source, count(*) AS entries, count(DISTINCT document) AS documents"
            " FROM entry GROUP BY source"
        ).fetchall()
    }
    sources = [
        _source_of(row) for row in connection.execute("SELECT * FROM source ORDER BY name, id").fetchall()
    ]
    return tuple(
        WatchedSource(each, states.get(each.id, FetchState(each.id)), *counts.get(each.id, (0, 0)))
        for each in sources
    )


def _add(connection: sqlite3.Connection, source: Source) -> bool:
    if connection.execute("SELECT 1 FROM source WHERE url = ? OR id = ?", (source.url, source.id)).fetchone():
        return False
    row = _source_row(source)
    connection.execute(
        f"INSERT INTO source ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
    )
    return True


def _change(connection: sqlite3.Connection, source: Source) -> None:
    row = _source_row(source)
    taken = connection.execute(
        "SELECT name FROM source WHERE url = ? AND id <> ?", (source.url, source.id)
    ).fetchone()
    if taken:
        raise ConflictError(f"{source.url} is watched already, as {taken['name']}")
    names = [name for name in row if name != "id"]
    changed = connection.execute(
        f"UPDATE source SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?",
        (*(row[name] for name in names), source.id),
    )
    if not changed.rowcount:
        raise NotFound(f"there is no source {source.id}")


def _known(connection: sqlite3.Connection, source_id: str) -> tuple[KnownEntry, ...]:
    found = connection.execute(
        "SELECT number, guid, link, hash, title, document, left_out FROM entry"
        " WHERE source = ? ORDER BY number DESC LIMIT ?",
        (source_id, MOST_KNOWN),
    ).fetchall()
    return tuple(KnownEntry(*row) for row in reversed(found))


def _seen_elsewhere(
    connection: sqlite3.Connection, source_id: str, links: Collection[str]
) -> dict[str, KnownEntry]:
    found: dict[str, KnownEntry] = {}
    for link in links:
        row = connection.execute(
            "SELECT number, guid, link, hash, title, document, left_out FROM entry"
            " WHERE link = ? AND source <> ? AND document IS NOT NULL ORDER BY number DESC LIMIT 1",
            (link, source_id),
        ).fetchone()
        if row:
            found[link] = KnownEntry(*row)
    return found


def _write_state(connection: sqlite3.Connection, state: FetchState) -> None:
    row: dict[str, Any] = {name: getattr(state, name) for name in _STATE}
    row |= {"rung": state.rung.value, "hub": int(state.hub)}
    connection.execute(
        f"INSERT OR REPLACE INTO fetch_state ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    )


def _write_entry(connection: sqlite3.Connection, source: str, row: EntryRow, at: str) -> None:
    values = (
        row.guid,
        row.link,
        row.hash,
        row.title,
        row.published,
        row.published_raw,
        row.document,
        row.left_out,
    )
    if row.number is None:
        connection.execute(
            "INSERT INTO entry (guid, link, hash, title, published, published_raw, document, left_out,"
            " source, first_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, source, at),
        )
    else:
        connection.execute(
            "UPDATE entry SET guid = ?, link = ?, hash = ?, title = ?, published = ?, published_raw = ?,"
            " document = ?, left_out = ?, changed = ? WHERE number = ?",
            (*values, at, row.number),
        )
