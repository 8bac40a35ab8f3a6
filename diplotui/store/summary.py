"""What the timeline says of an event, made from its claims, statements and notes.

The same function serves the stored timeline and a view of an earlier day.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from diplotui.ledger.facts import Judgement, StanceFact
from diplotui.ledger.judgement import event_status
from diplotui.ledger.status import responded
from diplotui.model import Claim, ClaimStatus, Event, OriginCount
from diplotui.store import rows
from diplotui.store.gather import Evidence, as_list, evidence
from diplotui.store.members import (
    Voice,
    first_recorded,
    former_voices,
    loose_voices,
    members_of,
    passage_documents,
)


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


def summaries(
    connection: sqlite3.Connection, events: Collection[str], *, on: date | None, today: date
) -> dict[str, Summary]:
    """Summaries of these unmerged events; those thrown out or not there are left out.

    ``on``: only what was public on that day counts; None: all of it.
    """
    members = members_of(connection, events)
    rooted = {root: rows_ for root, rows_ in members.items() if rows_[0]["id"] == root}
    root_of = {row["id"]: root for root, rows_ in rooted.items() for row in rows_}
    found = connection.execute(
        "SELECT id FROM claim WHERE event IN (SELECT value FROM json_each(?))", (as_list(root_of),)
    ).fetchall()
    known = evidence(connection, [claim_id for (claim_id,) in found], on=on, today=today)
    by_root = _by_root(known, root_of)
    loose = loose_voices(connection, root_of, on)
    former = former_voices(connection, root_of, on)
    passages = passage_documents(connection, root_of)
    recorded = first_recorded(connection, rooted)
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


def _by_root(known: Evidence, root_of: Mapping[str, str]) -> dict[str, list[Claim]]:
    """The claims of each event that were not merged into others."""
    by_root: dict[str, list[Claim]] = defaultdict(list)
    for claim in known.claims.values():
        if claim.event in root_of and known.survivor[claim.id] == claim.id:
            by_root[root_of[claim.event]].append(claim)
    return by_root


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
