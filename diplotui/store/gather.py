"""What the ledger's rules need, gathered from the tables: related claims, facts, actors, judgements."""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from diplotui.ledger.facts import Judgement, StanceFact
from diplotui.ledger.judgement import judge, survivors
from diplotui.model import Actor, Basis, Claim, Coverage, Stance
from diplotui.store import rows

_RELATED = """
WITH RECURSIVE related (id) AS (
    SELECT value FROM json_each(?)
    UNION SELECT (SELECT c.entails FROM claim AS c WHERE c.id = r.id) FROM related AS r
    UNION SELECT (SELECT c.same_as FROM claim AS c WHERE c.id = r.id) FROM related AS r
    UNION SELECT c.id FROM related AS r CROSS JOIN claim AS c ON c.entails = r.id
    UNION SELECT c.id FROM related AS r CROSS JOIN claim AS c ON c.same_as = r.id
)
SELECT id FROM related WHERE id IS NOT NULL
"""
"""Scalar subqueries look rows up by key, whatever the planner knows; a join may read the whole table."""

_FACTS = """
SELECT
    a.claim, a.stance, a.coverage, a.scope, s.id AS statement, s.basis, s.party, s.speaker, s.chain, s.heads,
    s.said, s.public, s.document, s.start, s.publisher,
    a.decision = 'proposed' OR s.decision = 'proposed' AS proposed,
    coalesce((
        SELECT at FROM journal WHERE tbl = 'statement' AND key = s.id ORDER BY seq LIMIT 1
    ), '') AS recorded
FROM shown_statement AS s
CROSS JOIN stance AS a ON a.statement = s.id
WHERE s.id IN (SELECT statement FROM stance WHERE claim IN (SELECT value FROM json_each(?1)))
    AND a.claim IN (SELECT value FROM json_each(?1)) AND a.decision <> 'thrown-out'
"""
"""Begins with the statements and sorts nothing, so that a view of the past in their place is read by key."""

_VOICES = """
WITH RECURSIVE voice (id) AS (
    SELECT value FROM json_each(?)
    UNION SELECT (SELECT a.same_as FROM actor AS a WHERE a.id = v.id) FROM voice AS v
    UNION SELECT (SELECT a.vouched_by FROM actor AS a WHERE a.id = v.id) FROM voice AS v
    UNION SELECT (SELECT a.of FROM actor AS a WHERE a.id = v.id) FROM voice AS v
)
SELECT * FROM actor WHERE id IN (SELECT id FROM voice) AND decision <> 'thrown-out'
"""

_CLOCK = re.compile(r"T(\d\d:\d\d)[^/]*$")
"""The time of day in an EDTF instant or at the end of an interval."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A closed set of claims with all that bears on them and what follows from it."""

    claims: Mapping[str, Claim]
    survivor: Mapping[str, str]
    """For each claim the one it was merged into, or itself."""
    facts: Mapping[str, tuple[StanceFact, ...]]
    """For each surviving claim those on it and on what was merged into it, as far as public on the day."""
    judgements: Mapping[str, Judgement]

    def of(self, claim_id: str) -> tuple[StanceFact, ...]:
        """The facts on a claim and on those merged into it."""
        return self.facts.get(claim_id, ())


def as_list(ids: Iterable[str] | Iterable[int]) -> str:
    """Ids as one JSON parameter for ``json_each``, in a stable order."""
    return json.dumps(sorted(set(ids)))


def related(connection: sqlite3.Connection, claims: Collection[str]) -> set[str]:
    """These claims and all that entailment or a merger joins to them, in both directions."""
    found = connection.execute(_RELATED, (as_list(claims),)).fetchall()
    return {claim_id for (claim_id,) in found}


def evidence(
    connection: sqlite3.Connection, claims: Collection[str], *, on: date | None, today: date
) -> Evidence:
    """Everything on these claims and their relatives, judged as the public clock stood ``on`` that day."""
    known = shown_claims(connection, related(connection, claims))
    facts = facts_on(connection, known, on)
    voices = {fact.speaker for fact in facts} | {fact.publisher for fact in facts}
    voices |= {actor for fact in facts for actor in fact.chain}
    actors = actors_behind(connection, [actor for actor in voices if actor is not None])
    judged = judge(list(known.values()), facts, actors, on=on, today=today)
    survivor = survivors(known.values())
    by_claim: dict[str, list[StanceFact]] = defaultdict(list)
    for fact in facts:
        by_claim[survivor[fact.claim]].append(fact)
    return Evidence(known, survivor, {claim: tuple(on_it) for claim, on_it in by_claim.items()}, judged)


def shown_claims(connection: sqlite3.Connection, claims: Collection[str]) -> dict[str, Claim]:
    """The claims among these that were not thrown out, nor their event; references to others are cut."""
    found = connection.execute(
        "SELECT c.* FROM claim AS c JOIN event AS e ON e.id = c.event"
        " WHERE c.id IN (SELECT value FROM json_each(?))"
        " AND c.decision <> 'thrown-out' AND e.decision <> 'thrown-out' ORDER BY c.rowid",
        (as_list(claims),),
    )
    known = {row["id"]: rows.claim_of(row) for row in found.fetchall()}
    return {
        claim.id: claim
        if _inside(claim.entails, known) and _inside(claim.same_as, known)
        else replace(
            claim,
            entails=claim.entails if _inside(claim.entails, known) else None,
            same_as=claim.same_as if _inside(claim.same_as, known) else None,
        )
        for claim in known.values()
    }


def _inside(claim_id: str | None, known: Mapping[str, Claim]) -> bool:
    return claim_id is None or claim_id in known


def facts_on(
    connection: sqlite3.Connection, claims: Collection[str], on: date | None = None
) -> tuple[StanceFact, ...]:
    """The stances on these claims, thrown-out ones and (where ``on`` is given) later ones left out."""
    found = connection.execute(_FACTS, (as_list(claims),)).fetchall()
    found.sort(key=lambda row: (row["document"], row["start"], row["statement"]))
    facts = (fact_of(row) for row in found)
    return tuple(fact for fact in facts if on is None or fact.on is None or fact.on <= on)


def fact_of(row: rows.Row) -> StanceFact:
    """A stance with what the rules need of its statement, from a row of the query above."""
    return StanceFact(
        statement=row["statement"],
        claim=row["claim"],
        stance=Stance(row["stance"]),
        coverage=Coverage(row["coverage"]),
        scope=row["scope"],
        basis=Basis(row["basis"]),
        party=row["party"],
        speaker=row["speaker"],
        chain=rows.words_of(row["chain"]),
        heads=row["heads"],
        on=rows.day_of(row["public"]),
        recorded=row["recorded"],
        document=row["document"],
        proposed=bool(row["proposed"]),
        clock=clock_of(row["said"]),
        publisher=row["publisher"],
    )


def clock_of(said: str | None) -> str | None:
    """The time of day, HH:MM, that an EDTF date ends with, if it has one."""
    found = _CLOCK.search(said or "")
    return found.group(1) if found else None


def actors_behind(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Actor]:
    """These actors and those they belong to, were merged into or are vouched for by."""
    found = connection.execute(_VOICES, (as_list(ids),)).fetchall()
    return {row["id"]: rows.actor_of(row) for row in found}
