"""What a search finds beside events: speakers by their names, and notes that stand on no event."""

import sqlite3
from datetime import date, datetime

from diplotui.model import Field, NoteHit, Query, SpeakerHit
from diplotui.query.words import Text, found_in, pattern_of, shortened
from diplotui.store import rows

SPEAKERS = NOTES = 3
"""Speakers and notes that are named at most."""

NOTES_LOOKED_AT = 5_000

_NAMES = "(name || char(10) || coalesce(office, '') || char(10) || aliases)"

_ACTORS = (
    f"SELECT id, name, office, iso, {_NAMES} FROM actor"
    " WHERE same_as IS NULL AND decision <> 'thrown-out' AND kind <> 'outlet'"
)

COUNTED = 1_000
"""Statements of a speaker that are counted at most."""

_ON_THEIR_OWN = (
    "SELECT * FROM note WHERE about IS NULL OR"
    " NOT (about LIKE 'event/%' OR about LIKE 'claim/%' OR about LIKE 'statement/%')"
    " ORDER BY at DESC LIMIT ?"
)


def speakers_found(
    connection: sqlite3.Connection, query: Query, as_of: date | None
) -> tuple[SpeakerHit, ...]:
    """Who is called by the words of a query that has no conditions but ``kind:speaker``."""
    kinds = {value for one in query.of(Field.KIND) for value in one.values}
    wanted = [pattern_of(word) for word in query.words if not word.excluded]
    if not wanted or len(query.conditions) > len(query.of(Field.KIND)) or not kinds <= {"speaker"}:
        return ()
    found: list[SpeakerHit] = []
    plain = [word for words, _ in wanted for word in words if word.isascii()]
    tests = "".join(
        f" AND (instr(lower({_NAMES}), ?) OR {_NAMES} GLOB '*[^' || char(1) || '-' || char(127) || ']*')"
        for _ in plain
    )
    listed = connection.execute(f"{_ACTORS}{tests} ORDER BY rowid", plain)
    for actor, name, office, iso, names in listed:
        text = Text(names)
        if all(found_in(text, pattern) for pattern in wanted) and (
            count := _statements(connection, actor, as_of)
        ):
            found.append(SpeakerHit(actor, name, office, iso, count))
            if len(found) == SPEAKERS:
                break
    return tuple(sorted(found, key=lambda one: (-one.statements, one.name)))


def _statements(connection: sqlite3.Connection, actor: str, as_of: date | None) -> int:
    """How many statements somebody made, up to ``COUNTED``; on an earlier day whether any was public."""
    if as_of is None:
        query = "SELECT count(*) FROM (SELECT 1 FROM statement WHERE speaker = ? LIMIT ?)"
        return int(connection.execute(query, (actor, COUNTED)).fetchone()[0])
    found = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM shown_statement WHERE speaker = ?"
        " AND (public IS NULL OR public <= ?) LIMIT ?)",
        (actor, rows.day_text(as_of), COUNTED),
    )
    return int(found.fetchone()[0])


def notes_found(connection: sqlite3.Connection, query: Query) -> tuple[NoteHit, ...]:
    """Notes that stand on no event, the newest first."""
    kinds = {value for one in query.of(Field.KIND) for value in one.values}
    days = query.of(Field.SINCE, Field.UNTIL, Field.ON)
    if len(query.conditions) > len(query.of(Field.KIND)) + len(days):
        return ()
    wanted = [(pattern_of(word), word.excluded) for word in query.words]
    found: list[NoteHit] = []
    for row in connection.execute(_ON_THEIR_OWN, (NOTES_LOOKED_AT,)).fetchall():
        if kinds and not kinds & {"note", row["kind"]}:
            continue
        local = datetime.fromisoformat(row["at"]).astimezone().date()
        if not all(_on_day(one.field, local, one.day) is not one.excluded for one in days):
            continue
        text, beside = Text(row["text"]), Text(" ".join(rows.words_of(row["tags"])))
        spans = [(found_in(text, pattern), found_in(beside, pattern), out) for pattern, out in wanted]
        if all(bool(own or other) is not out for own, other, out in spans):
            marks = tuple(sorted(span for own, _, _ in spans for span in own))
            found.append(
                NoteHit(row["id"], row["kind"], row["at"], row["about"], *shortened(row["text"], marks))
            )
            if len(found) == NOTES:
                break
    return tuple(found)


def _on_day(field: Field, day: date, typed: date | None) -> bool:
    if typed is None:
        return True
    if field is Field.SINCE:
        return day >= typed
    return day <= typed if field is Field.UNTIL else day == typed
