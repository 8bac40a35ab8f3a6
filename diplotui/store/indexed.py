"""What the full-text index holds of an event."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum

from diplotui.ledger.moves import MOVES, Move
from diplotui.model import PositionKind
from diplotui.query.words import Text
from diplotui.store import rows
from diplotui.store.gather import as_list
from diplotui.store.members import STANDING
from diplotui.store.summary import Summary

_PRIVATE = "\ue000"
"""Begins every mark: a character of private use, a letter to the tokenizer and on nobody's keyboard."""


class Mark(Enum):
    """What a filter can ask of an event without a look at its rows: each a word of the index."""

    TOPIC = "t"
    SPEAKS = "p"
    """The party for which a statement is made."""
    ABOUT = "o"
    """A subject of a claim."""
    STANCE = "m"
    """A statement affirms, denies or evades; with the party after it: one of that party does."""
    STATUS = "s"
    """A claim stands so."""
    BASIS = "b"
    KIND = "k"
    """The event's kind, and ``note`` where somebody wrote on it."""


EVERY = f'"{_PRIVATE}{Mark.TOPIC.value}" *'
"""Expression that matches every event: each has a topic."""

STANCES = {
    Move.AFFIRM: PositionKind.AFFIRMS,
    Move.DENY: PositionKind.DENIES,
    Move.EVADE: PositionKind.EVADES,
}
"""The moves that can be asked for, by the position they lead to."""


def mark(kind: Mark, *words: str) -> str:
    """A fact of an event as one word of the index, so that a filter by it is part of the match."""
    coded = "".join(
        letter if letter.isalnum() else f"{ord(letter):x}" for word in words for letter in word.lower()
    )
    return _PRIVATE + kind.value + coded


Entry = tuple[str, str, str, str]
"""Title, body, people and tags of one event."""

INSERT = "INSERT INTO {table} (rowid, title, body, people, tags) VALUES (?, ?, ?, ?, ?)"


def index_events(
    connection: sqlite3.Connection,
    shown: Sequence[Summary],
    keys: Mapping[str, int],
    table: str = "search",
) -> None:
    """Put events into the index under their timeline keys; older entries are gone already."""
    found = entries(connection, shown)
    connection.executemany(
        INSERT.format(table=table), [(keys[event_id], *entry) for event_id, entry in found.items()]
    )
    if table == "search":
        words = {word for entry in found.values() for text in entry for word in Text(text).words}
        connection.executemany(
            "INSERT OR IGNORE INTO indexed_word VALUES (?)", [(word,) for word in sorted(words)]
        )


def words_beginning(connection: sqlite3.Connection, beginning: str, most: int) -> list[str]:
    """The words of the index that begin so, as far as there are no more than ``most``."""
    found = connection.execute(
        "SELECT word FROM main.indexed_word WHERE word >= ?1 AND word < ?1 || char(1114111) LIMIT ?2",
        (beginning, most + 1),
    ).fetchall()
    return [word for (word,) in found] if len(found) <= most else []


MOST_ASKED = 5_000
"""Words that are looked for in the index one by one; for more its whole list of words is read."""


def forget_words(connection: sqlite3.Connection, among: Collection[str] | None = None) -> None:
    """Take out of the list of words those that stand in no entry; ``among``: look at no others than these."""
    if among is not None and len(among) <= MOST_ASKED:
        connection.execute(
            "DELETE FROM indexed_word WHERE word IN (SELECT value FROM json_each(?)) AND NOT EXISTS ("
            " SELECT 1 FROM search WHERE search MATCH '\"' || word || '\"')",
            (as_list(among),),
        )
        return
    connection.execute("CREATE VIRTUAL TABLE temp.search_term USING fts5vocab (main, search, row)")
    connection.execute("DELETE FROM indexed_word WHERE word NOT IN (SELECT term FROM temp.search_term)")
    connection.execute("DROP TABLE temp.search_term")


def entries(
    connection: sqlite3.Connection, shown: Sequence[Summary], on: date | None = None
) -> dict[str, Entry]:
    """What the index holds of each event; ``on``: of what had been published by that day."""
    spoken = _by(
        connection,
        "SELECT s.id, s.exact, s.document, s.start, s.end, s.office, s.basis, a.name, p.name AS outlet"
        " FROM statement AS s JOIN document AS d ON d.id = s.document"
        " LEFT JOIN actor AS a ON a.id = s.speaker LEFT JOIN actor AS p ON p.id = d.publisher"
        " WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.document, s.start",
        (voice.statement for summary in shown for voice in summary.voices),
    )
    cited = _by(
        connection,
        "SELECT p.event, p.exact, p.document, p.start, p.end FROM event_passage AS p"
        " JOIN document AS d ON d.id = p.document WHERE p.event IN (SELECT value FROM json_each(?1))"
        f" AND (?2 IS NULL OR d.published IS NULL OR d.published <= ?2) AND {STANDING}"
        " ORDER BY p.event, p.ordinal",
        (member for summary in shown for member in summary.members),
        rows.day_text(on),
    )
    notes = _by(
        connection,
        "SELECT about, text, tags FROM note WHERE about IN (SELECT value FROM json_each(?)) ORDER BY at",
        (reference for summary in shown for reference in summary.references()),
    )
    names = _by(
        connection,
        "SELECT id, name FROM actor WHERE id IN (SELECT value FROM json_each(?))",
        (actor for summary in shown for fact in summary.facts for actor in fact.chain),
    )
    return {
        summary.event.id: _entry(
            summary,
            sorted(
                (row for voice in summary.voices for row in spoken[voice.statement]),
                key=lambda row: (row["document"], row["start"]),
            ),
            [row for member in summary.members for row in cited[member]],
            [row for reference in summary.references() for row in notes[reference]],
            [row["name"] for fact in summary.facts for actor in fact.chain for row in names[actor]],
        )
        for summary in shown
    }


def _by(
    connection: sqlite3.Connection, query: str, ids: Iterable[str], *values: str | None
) -> dict[str, list[sqlite3.Row]]:
    """Rows of a query over a list of ids and further values, by their first column."""
    found: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(query, (as_list(ids), *values)).fetchall():
        found[row[0]].append(row)
    return found


def _entry(
    summary: Summary,
    spoken: Sequence[sqlite3.Row],
    cited: Sequence[sqlite3.Row],
    notes: Sequence[sqlite3.Row],
    relays: Sequence[str],
) -> Entry:
    body = [claim.text for claim in summary.claims]
    body += [row["exact"] for row in cited]
    body += [row["exact"] for row in spoken if not _covered(row, cited)]
    body += [row["text"] for row in notes]
    people = [row["name"] for row in spoken] + [row["office"] for row in spoken]
    people += [*(row["outlet"] for row in spoken), *relays, *summary.parties]
    tags = [*_marks(summary), *(mark(Mark.BASIS, row["basis"]) for row in spoken)]
    tags += [summary.event.topic, summary.event.kind.value]
    tags += [tag for row in notes for tag in rows.words_of(row["tags"])]
    if notes:
        tags.append(mark(Mark.KIND, "note"))
    return (
        summary.event.title,
        "\n".join(dict.fromkeys(body)),
        "\n".join(dict.fromkeys(name for name in people if name)),
        " ".join(dict.fromkeys(tags)),
    )


def _marks(summary: Summary) -> Iterable[str]:
    """What filters can ask of an event."""
    yield mark(Mark.TOPIC, summary.event.topic)
    yield mark(Mark.KIND, summary.event.kind.value)
    for voice in summary.voices:
        if voice.party is not None:
            yield mark(Mark.SPEAKS, voice.party)
    for claim in summary.claims:
        yield from (mark(Mark.ABOUT, party) for party in claim.subjects)
    for judgement in summary.judgements:
        yield mark(Mark.STATUS, judgement.status.value)
    for fact in summary.facts:
        stance = STANCES.get(MOVES[fact.stance])
        if stance is not None:
            yield mark(Mark.STANCE, stance.value)
            if fact.party is not None:
                yield mark(Mark.STANCE, stance.value, fact.party)


def _covered(statement: sqlite3.Row, cited: Sequence[sqlite3.Row]) -> bool:
    """Whether a statement's passage lies inside one of the event's own passages."""
    return any(
        row["document"] == statement["document"]
        and row["start"] <= statement["start"]
        and statement["end"] <= row["end"]
        for row in cited
    )
