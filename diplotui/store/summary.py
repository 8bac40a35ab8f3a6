"""What the timeline says of an event, made from its claims, statements and notes.

The same function serves the stored timeline and a view of an earlier day.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from diplotui.ledger.facts import Judgement, StanceFact
from diplotui.ledger.judgement import event_status
from diplotui.ledger.status import responded
from diplotui.model import Claim, ClaimStatus, Event, OriginCount
from diplotui.store import rows
from diplotui.store.gather import Evidence, as_list, clock_of, evidence

_MEMBERS = """
WITH RECURSIVE member (root, id) AS (
    SELECT value, value FROM json_each(?)
    UNION SELECT m.root, e.id FROM member AS m CROSS JOIN event AS e ON e.same_as = m.id
)
SELECT root, id FROM member
"""

_LOOSE = """
SELECT id, event, document, party, public, said, publisher,
    coalesce((
        SELECT at FROM journal WHERE tbl = 'statement' AND key = shown_statement.id ORDER BY seq LIMIT 1
    ), '') AS recorded
FROM shown_statement WHERE event IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement of an event, as far as counting needs it."""

    statement: str
    document: str
    party: str | None
    on: date | None
    clock: str | None
    recorded: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One event with all that is derived for it; merged events are folded in."""

    event: Event
    members: tuple[str, ...]
    """Ids of the event and of those merged into it."""
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    """One for each of ``claims``."""
    facts: tuple[StanceFact, ...]
    voices: tuple[Voice, ...]
    former: tuple[Voice, ...]
    """Statements of versions of a document that others have replaced: they say since when it was public."""
    documents: tuple[str, ...]
    parties: tuple[str, ...]
    public: date | None
    """First day on which any of it was public; else the day of its documents; None where unknown."""
    clock: str | None
    recorded: str
    """Instant at which the ledger first had the event."""
    status: ClaimStatus
    responded: bool
    counts: OriginCount
    """Of its best supported claim."""

    def references(self) -> list[str]:
        """All that a note on this event can be about, as ``kind/id``."""
        return [
            *(f"event/{member}" for member in self.members),
            *(f"claim/{claim}" for claim in {c.id for c in self.claims} | {f.claim for f in self.facts}),
            *(f"statement/{voice.statement}" for voice in self.voices),
        ]


def canonical_events(connection: sqlite3.Connection, events: Iterable[str]) -> dict[str, str]:
    """For each event the one it was merged into, or itself; a circle ends at its smallest id."""
    found: dict[str, str] = {}
    for event_id in events:
        path: list[str] = []
        current = event_id
        while current not in path:
            path.append(current)
            row = connection.execute("SELECT same_as FROM event WHERE id = ?", (current,)).fetchone()
            if row is None or row[0] is None:
                break
            current = row[0]
        else:
            current = min(path[path.index(current) :])
        found[event_id] = current
    return found


def summaries(
    connection: sqlite3.Connection, events: Collection[str], *, on: date | None, today: date
) -> dict[str, Summary]:
    """Summaries of these unmerged events; those thrown out or not there are left out.

    ``on``: only what was public on that day counts; None: all of it.
    """
    members = _members(connection, events)
    rooted = {root: rows_ for root, rows_ in members.items() if rows_[0]["id"] == root}
    root_of = {row["id"]: root for root, rows_ in rooted.items() for row in rows_}
    found = connection.execute(
        "SELECT id FROM claim WHERE event IN (SELECT value FROM json_each(?))", (as_list(root_of),)
    ).fetchall()
    known = evidence(connection, [claim_id for (claim_id,) in found], on=on, today=today)
    by_root = _by_root(known, root_of)
    loose = _loose_voices(connection, root_of, on)
    former = _former_voices(connection, root_of, on)
    passages = _passage_documents(connection, root_of)
    recorded = _recorded(connection, rooted)
    return {
        root: _summary(
            rows_,
            known,
            by_root.get(root, ()),
            loose.get(root, ()),
            former.get(root, ()),
            passages.get(root, {}),
            recorded[root],
            on,
        )
        for root, rows_ in rooted.items()
    }


def _summary(
    members: Sequence[rows.Row],
    known: Evidence,
    claims: Sequence[Claim],
    loose: Sequence[Voice],
    former: Sequence[Voice],
    passages: Mapping[str, date | None],
    recorded: str,
    on: date | None,
) -> Summary:
    event = rows.event_of(members[0])
    facts_of = {claim.id: known.of(claim.id) for claim in claims}
    shown = [
        claim
        for claim in claims
        if on is None or known.judgements[claim.id].public is not None or facts_of[claim.id]
    ]
    judgements = tuple(known.judgements[claim.id] for claim in shown)
    facts = tuple(fact for claim in shown for fact in facts_of[claim.id])
    voices = tuple({voice.statement: voice for voice in (*map(_voice, facts), *loose)}.values())
    days = [voice.on for voice in (*voices, *former) if voice.on is not None] or [
        day for day in passages.values() if day is not None
    ]
    public = min(days, default=None)
    clocks = [voice.clock for voice in (*voices, *former) if voice.clock is not None and voice.on == public]
    documents = {voice.document for voice in voices} | (set(passages) if on is None or not voices else set())
    return Summary(
        event=event,
        members=tuple(row["id"] for row in members),
        claims=tuple(shown),
        judgements=judgements,
        facts=facts,
        voices=voices,
        former=tuple(former),
        documents=tuple(sorted(documents)),
        parties=_parties(members, shown, judgements, voices),
        public=public,
        clock=min(clocks, default=None),
        recorded=recorded,
        status=event_status(judgement.status for judgement in judgements),
        responded=responded(event.kind, facts),
        counts=max(
            (judgement.counts for judgement in judgements),
            key=lambda counts: (counts.origins, counts.named, counts.people, counts.documents),
            default=OriginCount(),
        ),
    )


def _voice(fact: StanceFact) -> Voice:
    return Voice(fact.statement, fact.document, fact.party, fact.on, fact.clock, fact.recorded)


def _members(connection: sqlite3.Connection, events: Collection[str]) -> dict[str, list[rows.Row]]:
    """The rows of each event and of those merged into it, itself first; thrown-out ones left out."""
    pairs = connection.execute(_MEMBERS, (as_list(events),)).fetchall()
    found = connection.execute(
        "SELECT * FROM event WHERE id IN (SELECT value FROM json_each(?)) AND decision <> 'thrown-out'"
        " ORDER BY rowid",
        (as_list(member for _, member in pairs),),
    ).fetchall()
    place = {row["id"]: (number, row) for number, row in enumerate(found)}
    members: dict[str, list[tuple[bool, int, rows.Row]]] = defaultdict(list)
    for root, member in pairs:
        if member in place:
            number, row = place[member]
            members[root].append((member != root, number, row))
    return {
        root: [row for _, _, row in sorted(kept, key=lambda one: one[:2])] for root, kept in members.items()
    }


def _by_root(known: Evidence, root_of: Mapping[str, str]) -> dict[str, list[Claim]]:
    """The claims of each event that were not merged into others."""
    by_root: dict[str, list[Claim]] = defaultdict(list)
    for claim in known.claims.values():
        if claim.event in root_of and known.survivor[claim.id] == claim.id:
            by_root[root_of[claim.event]].append(claim)
    return by_root


def _loose_voices(
    connection: sqlite3.Connection, root_of: Mapping[str, str], on: date | None
) -> dict[str, list[Voice]]:
    """Statements that name an event themselves."""
    voices: dict[str, list[Voice]] = defaultdict(list)
    for row in connection.execute(_LOOSE, (as_list(root_of),)).fetchall():
        day = rows.day_of(row["public"])
        if on is None or day is None or day <= on:
            voices[root_of[row["event"]]].append(
                Voice(row["id"], row["document"], row["party"], day, clock_of(row["said"]), row["recorded"])
            )
    return voices


_FORMER = """
SELECT s.id, e.value AS event, s.document, s.party, coalesce(s.latest, d.published) AS public, s.said,
    '' AS recorded
FROM json_each(?) AS e CROSS JOIN statement AS s ON s.id IN (
    SELECT id FROM statement WHERE event = e.value
    UNION SELECT a.statement FROM claim AS c CROSS JOIN stance AS a ON a.claim = c.id
    WHERE c.event = e.value AND a.decision <> 'thrown-out'
)
CROSS JOIN document AS d ON d.id = s.document
WHERE s.decision <> 'thrown-out' AND d.decision <> 'thrown-out' AND EXISTS (
    SELECT 1 FROM document AS newer WHERE newer.replaces = s.document AND newer.decision <> 'thrown-out'
)
"""


def _former_voices(
    connection: sqlite3.Connection, root_of: Mapping[str, str], on: date | None
) -> dict[str, list[Voice]]:
    """Statements of replaced versions that stood in these events."""
    replaced = "SELECT 1 FROM document WHERE replaces IS NOT NULL LIMIT 1"
    voices: dict[str, list[Voice]] = defaultdict(list)
    if connection.execute(replaced).fetchone() is None:
        return voices
    for row in connection.execute(_FORMER, (as_list(root_of),)).fetchall():
        day = rows.day_of(row["public"])
        if on is None or day is None or day <= on:
            voices[root_of[row["event"]]].append(
                Voice(row["id"], row["document"], row["party"], day, clock_of(row["said"]), row["recorded"])
            )
    return voices


def _passage_documents(
    connection: sqlite3.Connection, root_of: Mapping[str, str]
) -> dict[str, dict[str, date | None]]:
    """The documents that an event's own passages stand in, with their days."""
    documents: dict[str, dict[str, date | None]] = defaultdict(dict)
    found = connection.execute(
        "SELECT p.event, d.id, d.published FROM event_passage AS p JOIN document AS d ON d.id = p.document"
        " WHERE p.event IN (SELECT value FROM json_each(?)) AND d.decision <> 'thrown-out'"
        " AND NOT EXISTS (SELECT 1 FROM document AS newer"
        " WHERE newer.replaces = d.id AND newer.decision <> 'thrown-out')",
        (as_list(root_of),),
    )
    for event_id, document, published in found.fetchall():
        documents[root_of[event_id]][document] = rows.day_of(published)
    return documents


def _recorded(connection: sqlite3.Connection, events: Collection[str]) -> dict[str, str]:
    """When the ledger first had each event; the empty string where the journal does not know."""
    found = connection.execute(
        "SELECT value, (SELECT at FROM journal WHERE tbl = 'event' AND key = value ORDER BY seq LIMIT 1)"
        " FROM json_each(?)",
        (as_list(events),),
    )
    return {event_id: at or "" for event_id, at in found.fetchall()}


def _parties(
    members: Sequence[rows.Row],
    claims: Sequence[Claim],
    judgements: Sequence[Judgement],
    voices: Sequence[Voice],
) -> tuple[str, ...]:
    """All parties to an event: those it names, subjects, those with a position, those who spoke."""
    parties: dict[str, None] = {}
    for row in members:
        parties.update(dict.fromkeys(rows.words_of(row["parties"])))
    for claim in claims:
        parties.update(dict.fromkeys(claim.subjects))
    for judgement in judgements:
        parties.update(dict.fromkeys(cell.party for cell in judgement.positions))
    parties.update(dict.fromkeys(voice.party for voice in voices if voice.party is not None))
    return tuple(parties)
