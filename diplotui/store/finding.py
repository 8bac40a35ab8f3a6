"""Finding: what fits a query, newest first, as far as asked; a search that nobody awaits ends early."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice

from diplotui.errors import SearchCancelled
from diplotui.model import (
    Field,
    Found,
    FoundPart,
    Query,
    SearchHit,
)
from diplotui.query.matching import Asked, needs_parts, parts_found
from diplotui.query.words import Text, found_in, pattern_of
from diplotui.store import rows
from diplotui.store.beside import notes_found, speakers_found
from diplotui.store.gather import as_list
from diplotui.store.indexed import words_beginning
from diplotui.store.parts import parts_of
from diplotui.store.search import MOST_WORDS, as_they_were, expression, key_range, matching_keys, not_on
from diplotui.store.timeline import rows_by_key

LOOKED_AT = 10_000
"""Events that are looked into at most, where the index alone does not decide and nobody is in a hurry."""

AT_ONCE = 26
"""Events whose parts are read together: a page of 50 takes two turns, and little is judged beyond it."""

STEPS = 2_000
"""Steps of SQLite's machine between two looks at whether the search is still wanted."""


def find(
    connection: sqlite3.Connection,
    query: Query,
    *,
    limit: int,
    today: date,
    as_of: date | None = None,
    most: int = LOOKED_AT,
    cancelled: Callable[[], bool] | None = None,
) -> Found:
    """What a query finds. Raises SearchCancelled soon after ``cancelled`` (asked in this thread) says so."""
    if query.empty:
        return Found(hints=query.hints)
    with _heeding(connection, cancelled):
        search = Search(connection, query, today, as_of, most)
        found = dict(islice(search.run(), limit))
        shown = rows_by_key(connection, list(found), today, as_of)
        missing = {key: shown[key].id for key, parts in found.items() if parts is None and key in shown}
        parts = search.parts(missing)
        hits = []
        for key, row in shown.items():
            best = found[key]
            best = best if best is not None else parts.get(key, ())
            hits.append(_hit(query, SearchHit(row, row.title, (), best)))
        return Found(
            hits=tuple(sorted(hits, key=lambda hit: -hit.row.key)),
            speakers=speakers_found(connection, query, as_of),
            notes=notes_found(connection, query),
            hints=(*query.hints, *search.hints),
            complete=search.complete,
        )


@contextmanager
def _heeding(connection: sqlite3.Connection, cancelled: Callable[[], bool] | None) -> Iterator[None]:
    """Ends what runs inside once it is cancelled."""
    if cancelled is None:
        yield
        return
    connection.set_progress_handler(lambda: int(cancelled()), STEPS)
    try:
        if cancelled():
            raise SearchCancelled("a newer search took its place")
        yield
    except sqlite3.OperationalError:
        if cancelled():
            raise SearchCancelled("a newer search took its place") from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


class Search:
    """One run of a query over the index and, where that does not decide, over the parts of events."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        query: Query,
        today: date,
        as_of: date | None,
        most: int = LOOKED_AT,
    ) -> None:
        self.connection = connection
        self.query = query
        self.today = today
        self.as_of = as_of
        self.most = most
        self.complete = True
        self.hints: tuple[str, ...] = ()
        self.topics = self._topics()
        self.asked = Asked(query, tuple(self._parties().items()))

    def run(self) -> Iterator[tuple[int, tuple[FoundPart, ...] | None]]:
        """Keys of the events that fit, newest first, with their parts where they were looked into."""
        if any(not ids for ids in self.topics.values()) or any(not codes for _, codes in self.asked.parties):
            return
        match = expression(
            self.asked,
            self.topics,
            present=self.as_of is None,
            words=lambda beginning: words_beginning(self.connection, beginning, MOST_WORDS),
        )
        first, end = key_range(self.query, self.as_of)
        apart = not_on(self.query)
        keys = (
            key
            for key in matching_keys(self.connection, match, first, end)
            if not any(key in day for day in apart)
        )
        if not needs_parts(self.query) and self.as_of is None:
            yield from ((key, None) for key in keys)
            return
        looked_at = 0
        while batch := list(islice(keys, AT_ONCE)):
            looked_at += len(batch)
            yield from self._fitting(batch, match)
            if looked_at >= self.most:
                self.complete = False
                return

    def _fitting(self, keys: list[int], match: str) -> Iterator[tuple[int, tuple[FoundPart, ...] | None]]:
        if self.as_of is not None:
            keys = as_they_were(self.connection, keys, match, self.as_of, self.today)
        found = self.parts(self._events(keys))
        yield from ((key, found[key]) for key in keys if key in found)

    def _events(self, keys: list[int]) -> dict[int, str]:
        return dict(
            self.connection.execute(
                "SELECT key, event FROM timeline WHERE key IN (SELECT value FROM json_each(?))",
                (as_list(keys),),
            ).fetchall()
        )

    def parts(self, events: Mapping[int, str]) -> dict[int, tuple[FoundPart, ...]]:
        """The best parts of those of some events that fit, by key."""
        read = parts_of(self.connection, list(events.values()), self.as_of)
        found = {key: parts_found(self.asked, read[event]) for key, event in events.items() if event in read}
        return {key: parts for key, parts in found.items() if parts is not None}

    def _topics(self) -> dict[str, frozenset[str]]:
        """The topics that each value of ``topic`` names: by its id, else those whose name has the words."""
        wanted = self.query.of(Field.TOPIC)
        if not wanted:
            return {}
        known = self.connection.execute("SELECT id, name FROM topic ORDER BY ordinal").fetchall()
        named: dict[str, frozenset[str]] = {}
        for condition in wanted:
            ids: set[str] = set()
            for value in condition.values:
                exact = {topic for topic, _ in known if topic.lower() == value.lower()}
                pattern = pattern_of(value)
                ids |= exact or {topic for topic, name in known if found_in(Text(name), pattern)}
            if not ids:
                listed = ", ".join(topic for topic, _ in known)
                self.hints += (f"there is no topic {condition.value}; there are {listed}",)
            named[condition.value] = frozenset(ids)
        return named

    def _parties(self) -> dict[str, frozenset[str]]:
        """The codes that each value of ``party`` and ``about`` names: a code, or words of a party's name."""
        named: dict[str, frozenset[str]] = {}
        for condition in self.query.of(Field.PARTY, Field.ABOUT):
            codes: set[str] = set()
            for value in condition.values:
                codes |= self._codes(value)
            if not codes:
                self.hints += (f"no party of this ledger is called {condition.value}",)
            named[condition.value] = frozenset(codes)
        return named

    def _codes(self, value: str) -> set[str]:
        code = value.upper()
        held = self.connection.execute(
            "SELECT EXISTS (SELECT 1 FROM timeline_party WHERE party = ?1)"
            " OR EXISTS (SELECT 1 FROM actor WHERE iso = ?1)",
            (code,),
        ).fetchone()[0]
        if held:
            return {code}
        pattern = pattern_of(value)
        found = self.connection.execute(
            "SELECT iso, name, aliases FROM actor WHERE iso IS NOT NULL AND kind IN ('state', 'body')"
        )
        return {
            iso
            for iso, name, aliases in found.fetchall()
            if any(found_in(Text(one), pattern) for one in (name, *rows.words_of(aliases)))
        }


def _hit(query: Query, hit: SearchHit) -> SearchHit:
    """A hit with an excerpt: of its best part, else its title with the words found in it."""
    if hit.parts:
        return replace(hit, excerpt=hit.parts[0].excerpt, highlights=hit.parts[0].highlights)
    title = Text(hit.row.title)
    spans = [found_in(title, pattern_of(word)) for word in query.words if not word.excluded]
    return replace(hit, highlights=tuple(sorted(span for own in spans for span in own)))
