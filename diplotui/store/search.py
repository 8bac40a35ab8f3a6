"""The full-text index: a query as an expression of FTS5, and the keys that match it, newest first.

What a user types is never syntax: every word is quoted. The index holds words and marks of whole events, so
it narrows a query down; where that does not decide, ``diplotui.query.matching`` does.
"""

import heapq
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date

from diplotui.model import Condition, EventKind, Field, PositionKind, Query, Word
from diplotui.query.fields import STATUSES
from diplotui.query.matching import STANCES, Asked
from diplotui.query.parsing import party_code
from diplotui.query.words import Text
from diplotui.store.gather import as_list
from diplotui.store.indexed import EVERY, INSERT, Mark, entries, mark
from diplotui.store.recorded import indexes
from diplotui.store.summary import summaries
from diplotui.store.timeline import LAST_KEY, end_key, first_key

SHORTEST = 4
"""Letters of a beginning from which its words are looked up; shorter ones have an index of their own."""

MOST_WORDS = 48
"""Words of one beginning that are searched one by one; the index merges more of them faster."""

Beginning = Callable[[str], Sequence[str]]
"""The words of the index with this beginning; none where they are too many."""


def expression(
    asked: Asked,
    topics: Mapping[str, frozenset[str]],
    *,
    present: bool = True,
    words: Beginning = lambda _: (),
) -> str:
    """The expression that every event which fits the query matches, and as few others as can be.

    ``topics``: the ids that each value of ``topic`` stands for. ``present``: claims stand as they do now.
    """
    query = asked.query
    wanted = [_word(word, words) for word in query.words if not word.excluded]
    unwanted = [_word(word, words) for word in query.words if word.excluded]
    for condition in query.conditions:
        if condition.field is Field.TOPIC:
            terms = [mark(Mark.TOPIC, topic) for topic in sorted(topics.get(condition.value, ()))]
            (unwanted if condition.excluded else wanted).append(_any(terms))
        elif not condition.excluded:
            wanted += _narrowing(asked, condition, words, present=present)
    wanted = [term for term in wanted if term] or [f"tags : {EVERY}"]
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted if term)


def _word(word: Word, words: Beginning) -> str:
    return _begun(word.text, words) if word.beginning else _quoted(word.text)


def _begun(text: str, words: Beginning) -> str:
    """An expression for words of which the last may be a beginning."""
    parts = Text(text).words
    if len(parts) == 1 and parts[0].isascii() and len(parts[0]) >= SHORTEST and (whole := words(parts[0])):
        return "(" + " OR ".join(map(_quoted, whole)) + ")"
    return _quoted(text) + " *"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _any(terms: Sequence[str]) -> str:
    """An expression for any of these marks."""
    return "tags : (" + " OR ".join(map(_quoted, terms)) + ")" if terms else ""


def _narrowing(asked: Asked, condition: Condition, words: Beginning, *, present: bool) -> Iterator[str]:
    """What an event must have in which a condition holds."""
    field, value = condition.field, condition.value
    if field in (Field.SPEAKER, Field.PUBLISHER):
        yield f"people : {_begun(value, words)}"
    elif field in STANCES:
        stance: PositionKind = STANCES[field]
        party = party_code(value)
        parties = [party] if party else sorted(_speaking(asked))
        marks = [mark(Mark.STANCE, stance.value, code) for code in parties]
        yield _any(marks or [mark(Mark.STANCE, stance.value)])
        if party is None:
            yield f"body : {_begun(value, words)}"
    elif field in (Field.PARTY, Field.ABOUT):
        kind = Mark.SPEAKS if field is Field.PARTY else Mark.ABOUT
        yield _any([mark(kind, code) for code in sorted(asked.codes(value))])
    elif field is Field.BASIS:
        yield _any([mark(Mark.BASIS, one) for one in condition.values])
    elif field is Field.STATUS and present:
        statuses = sorted({status.value for one in condition.values for status in STATUSES[one]})
        yield _any([mark(Mark.STATUS, one) for one in statuses])
    elif field is Field.KIND:
        kinds = {kind.value for kind in EventKind}
        if set(condition.values) <= kinds:
            yield _any([mark(Mark.KIND, one) for one in condition.values])
        elif set(condition.values) <= {"note", "question", "judgement"}:
            yield _any([mark(Mark.KIND, "note")])


def _speaking(asked: Asked) -> frozenset[str]:
    """The parties for which the statement must be made; none: for any."""
    wanted = [asked.codes(one.value) for one in asked.query.of(Field.PARTY) if not one.excluded]
    return frozenset.intersection(*wanted) if wanted else frozenset()


def key_range(query: Query, as_of: date | None) -> tuple[int, int]:
    """The first key that the days of a query allow, and the first beyond."""
    first, end = 0, LAST_KEY if as_of is None else end_key(as_of)
    for condition in query.of(Field.SINCE, Field.UNTIL, Field.ON):
        day = condition.day
        if day is None or (condition.field is Field.ON and condition.excluded):
            continue
        since = condition.field is Field.SINCE
        if condition.excluded:  # not since a day: before it; not until a day: after it
            if since:
                end = min(end, first_key(day))
            else:
                first = max(first, end_key(day))
            continue
        if condition.field is not Field.UNTIL:
            first = max(first, first_key(day))
        if not since:
            end = min(end, end_key(day))
    return first, end


def not_on(query: Query) -> tuple[range, ...]:
    """The keys of the days that a query excludes one by one."""
    return tuple(
        range(first_key(condition.day), end_key(condition.day))
        for condition in query.of(Field.ON)
        if condition.excluded and condition.day is not None
    )


def matching_keys(
    connection: sqlite3.Connection, match: str, first: int, end: int, aside: sqlite3.Connection | None = None
) -> Iterator[int]:
    """Keys from ``first`` up to ``end`` whose events match, newest first, read as they are asked for."""
    tables = indexes(connection) if aside is None else (("main.search", "1"),)
    streams = []
    for table, test in tables:
        name = table.rpartition(".")[2]
        found = (aside or connection).execute(
            f"SELECT rowid FROM {table} WHERE {name} MATCH ? AND rowid < ? AND rowid >= ? AND {test}"
            " ORDER BY rowid DESC",
            (match, end, first),
        )
        streams.append(key for (key,) in found)
    return heapq.merge(*streams, reverse=True)


def as_they_were(
    connection: sqlite3.Connection, keys: Sequence[int], match: str, as_of: date, today: date
) -> list[int]:
    """Those of some events that match with what was public of them on a day, newest first."""
    events: Mapping[str, int] = dict(
        connection.execute(
            "SELECT event, key FROM timeline WHERE key IN (SELECT value FROM json_each(?))", (as_list(keys),)
        ).fetchall()
    )
    then = summaries(connection, list(events), on=as_of, today=today)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as aside:
        made = connection.execute("SELECT sql FROM main.sqlite_master WHERE name = 'search'").fetchone()
        aside.execute(made[0])
        aside.executemany(
            INSERT.format(table="search"),
            [(events[one], *entry) for one, entry in entries(connection, list(then.values()), as_of).items()],
        )
        return list(matching_keys(connection, match, 0, LAST_KEY, aside))
