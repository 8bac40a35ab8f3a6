"""Changing topics, inside the caller's transaction: their rows, and the events that go along.

Topics are a person's own; an event that is moved because its topic went is as little decided as it was.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from diplotui.errors import ConflictError, InputError, NotFound
from diplotui.ids import record_id
from diplotui.model import OTHER_TOPIC, Topic, TopicMove
from diplotui.store import rows
from diplotui.store.tables import TABLES


@dataclass(frozen=True, slots=True)
class FiledEvent:
    """An event that the rules filed under its topic, with the passages that it was filed by."""

    event: str
    title: str
    topic: str
    passages: tuple[tuple[str, int, int], ...]
    """Document, start, end."""


def add(connection: sqlite3.Connection, name: str, words: Sequence[str]) -> Topic:
    """A new topic, the last but the catch-all. Raises ConflictError for a name that is taken."""
    _require_free(connection, name)
    last = connection.execute(
        "SELECT coalesce(max(ordinal), -1) FROM topic WHERE id <> ?", (OTHER_TOPIC,)
    ).fetchone()[0]
    topic = Topic(_free_id(connection, name), name, terms_of(words), last + 1)
    TABLES["topic"].insert(connection, rows.topic_row(topic))
    return topic


def change(connection: sqlite3.Connection, topic_id: str, **values: object) -> Topic:
    """Give a topic another name, words or place. Raises NotFound, ConflictError, InputError for ``other``."""
    topic = require_own(connection, topic_id)
    if "name" in values and values["name"] != topic.name:
        _require_free(connection, str(values["name"]))
    if "words" in values:
        values["words"] = rows.to_json(values["words"])  # type: ignore[arg-type]
    TABLES["topic"].update(connection, {"id": topic_id, **values})
    return found(connection, topic_id)


def order(connection: sqlite3.Connection, topics: Sequence[str]) -> None:
    """Put these topics first, in this order; the others follow in theirs. Raises NotFound."""
    for topic in topics:
        found(connection, topic)
    rest = connection.execute(
        "SELECT id FROM topic ORDER BY id = ?, ordinal, rowid", (OTHER_TOPIC,)
    ).fetchall()
    ordered = dict.fromkeys([*topics, *(one for (one,) in rest)])
    for place, topic in enumerate(ordered):
        TABLES["topic"].update(connection, {"id": topic, "ordinal": place})


def merge(connection: sqlite3.Connection, kept: str, merged: str) -> Topic:
    """Give one topic the events, sources and words of another, which goes. Raises NotFound, ConflictError."""
    if kept == merged:
        raise ConflictError(f"topic/{kept} is one topic already")
    gone, into = require_own(connection, merged), found(connection, kept)
    if kept != OTHER_TOPIC:
        words = tuple(dict.fromkeys((*into.words, *gone.words)))
        TABLES["topic"].update(connection, {"id": kept, "words": rows.to_json(words)})
    connection.execute("UPDATE event SET topic = ? WHERE topic = ?", (kept, merged))
    _drop(connection, merged, kept)
    return found(connection, kept)


def delete(connection: sqlite3.Connection, topic_id: str, moves: Sequence[TopicMove]) -> None:
    """Take a topic away; its events go where ``moves`` says, the others to the catch-all. Raises NotFound."""
    require_own(connection, topic_id)
    move(connection, moves)
    connection.execute("UPDATE event SET topic = ? WHERE topic = ?", (OTHER_TOPIC, topic_id))
    _drop(connection, topic_id, None)


def move(connection: sqlite3.Connection, moves: Sequence[TopicMove]) -> None:
    """File events elsewhere that are still where the move found them. Raises NotFound for a topic."""
    for topic in {one.now for one in moves}:
        found(connection, topic)
    connection.executemany(
        "UPDATE event SET topic = ? WHERE id = ? AND topic = ?",
        [(one.now, one.event, one.was) for one in moves],
    )


def in_topic(connection: sqlite3.Connection, topic_id: str) -> tuple[tuple[str, str], ...]:
    """Id and title of every event of a topic that is shown, newest first."""
    events = connection.execute(
        "SELECT e.id, e.title FROM timeline AS t JOIN event AS e ON e.id = t.event"
        " WHERE t.topic = ? ORDER BY t.key DESC",
        (topic_id,),
    )
    return tuple((event, title) for event, title in events.fetchall())


def filed_events(connection: sqlite3.Connection) -> tuple[FiledEvent, ...]:
    """The events on whose topic no person decided, newest first."""
    spoken: dict[str, list[tuple[str, int, int]]] = {}
    for event, document, start, end in connection.execute(_SPOKEN).fetchall():
        spoken.setdefault(event, []).append((document, start, end))
    events = connection.execute(
        "SELECT e.id, e.title, e.topic FROM timeline AS t JOIN event AS e ON e.id = t.event"
        " WHERE e.decision = 'proposed' ORDER BY t.key DESC"
    )
    return tuple(
        FiledEvent(event, title, topic, tuple(spoken.get(event, ())))
        for event, title, topic in events.fetchall()
    )


_SPOKEN = """
SELECT coalesce(s.event, (
    SELECT c.event FROM stance AS a JOIN claim AS c ON c.id = a.claim
    WHERE a.statement = s.id AND a.decision <> 'thrown-out' ORDER BY a.rowid LIMIT 1
)) AS at, s.document, s.start, s.end FROM shown_statement AS s WHERE at IS NOT NULL
ORDER BY s.document, s.start
"""


def found(connection: sqlite3.Connection, topic_id: str) -> Topic:
    """A topic by its id. Raises NotFound."""
    row = TABLES["topic"].find(connection, (topic_id,))
    if row is None:
        raise NotFound(f"there is no topic {topic_id}")
    return rows.topic_of(row)


def require_own(connection: sqlite3.Connection, topic_id: str) -> Topic:
    """A topic that can be changed. Raises NotFound, InputError for the catch-all."""
    if topic_id == OTHER_TOPIC:
        raise InputError(f"{OTHER_TOPIC} holds what no topic fits; it cannot be changed")
    return found(connection, topic_id)


def terms_of(words: Sequence[str]) -> tuple[str, ...]:
    """Words and phrases of a topic, each once, spaces folded, empty ones left out."""
    return tuple(dict.fromkeys(term for word in words if (term := " ".join(word.split()))))


def _require_free(connection: sqlite3.Connection, name: str) -> None:
    taken = connection.execute("SELECT id FROM topic WHERE lower(name) = lower(?)", (name,)).fetchone()
    if taken is not None:
        raise ConflictError(f"topic/{taken[0]} has the name {name!r} already; choose another, or merge")


def _free_id(connection: sqlite3.Connection, name: str) -> str:
    """An id that reads like the name; a digest of it where that is taken or has no plain letter."""
    plain = "".join(one if one.isascii() and one.isalnum() else " " for one in name.lower())
    slug = "-".join(plain.split())[:40].strip("-")
    if slug and TABLES["topic"].find(connection, (slug,)) is None:
        return slug
    number = 1
    while TABLES["topic"].find(connection, (made := record_id("p", name, number),)) is not None:
        number += 1
    return made


def _drop(connection: sqlite3.Connection, topic_id: str, successor: str | None) -> None:
    """Delete a topic's row; its sources are filed under another from now on, or by their words."""
    connection.execute("UPDATE source SET topic = ? WHERE topic = ?", (successor, topic_id))
    TABLES["topic"].delete(connection, (topic_id,))
