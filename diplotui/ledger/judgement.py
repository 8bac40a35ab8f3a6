"""All that follows from the stances on a set of claims: positions, statuses, origins, and since when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from diplotui.ledger.facts import Judgement, StanceFact
from diplotui.ledger.moves import MOVES, Move
from diplotui.ledger.origins import count_origins, taken_back
from diplotui.ledger.positions import Track, implied_fact, position
from diplotui.ledger.relations import closure, entailments, inverted, merged_subjects, survivors
from diplotui.ledger.status import claim_status, event_status
from diplotui.model import (
    Actor,
    Claim,
    ClaimStatus,
    Position,
    PositionKind,
    StatusChange,
)

SILENT_AFTER = 7
"""Days after which a question without an answer counts as silence, unless set otherwise."""

_SILENCE = Track(())


def judge(
    claims: Sequence[Claim],
    facts: Sequence[StanceFact],
    actors: Mapping[str, Actor],
    *,
    on: date | None,
    today: date,
    silent_after: int = SILENT_AFTER,
) -> dict[str, Judgement]:
    """Judge every claim of a closed set, as the public clock stood on day ``on`` (None: no restriction).

    ``claims`` must hold everything that is related to one of them through ``entails`` or ``same_as``, in both
    directions. Facts later than ``on`` do not count, facts without a day always do. Silence is counted from
    ``on``, else from ``today``. A claim merged into another one gets that one's judgement under its own id.
    ``Judgement.public`` looks at all facts, so that the caller can tell what was not known yet on ``on``.
    """
    bench = _Bench(claims, facts, actors, today, silent_after)
    judged = {claim_id: bench.judge(claim_id, on) for claim_id in bench.subjects}
    return {claim.id: replace(judged[bench.survivor[claim.id]], claim=claim.id) for claim in claims}


class _Bench:
    """A closed set of claims, sorted out for judging."""

    def __init__(
        self,
        claims: Sequence[Claim],
        facts: Sequence[StanceFact],
        actors: Mapping[str, Actor],
        today: date,
        silent_after: int,
    ) -> None:
        self.actors = actors
        self.today = today
        self.silent_after = silent_after
        self.survivor = survivors(claims)
        self.subjects = merged_subjects(claims, self.survivor)
        self.needs = closure(entailments(claims, self.survivor))
        """For each claim those that must be true if it is."""
        self.needed_by = inverted(self.needs)
        """For each claim those that it must be true for."""
        self.facts: dict[str, list[StanceFact]] = defaultdict(list)
        for fact in facts:
            if fact.claim in self.survivor:
                claim = self.survivor[fact.claim]
                self.facts[claim].append(replace(fact, claim=claim))
        self.tracks = _tracks(self.facts)

    def judge(self, claim: str, on: date | None) -> Judgement:
        """The judgement on one surviving claim."""
        now = on if on is not None else self.today
        return Judgement(
            claim=claim,
            status=self.status(claim, on, now),
            positions=self.positions(claim, on, now),
            counts=count_origins(self.supporting(claim, on), self.actors),
            history=self.history(claim, on),
            public=self.public(claim),
        )

    def known(self, claim: str, on: date | None) -> list[StanceFact]:
        """The stances on one claim that were public on a day."""
        return [f for f in self.facts[claim] if on is None or f.on is None or f.on <= on]

    def supporting(self, claim: str, on: date | None) -> list[StanceFact]:
        """The stances on a claim and on all that entail it."""
        return [fact for one in (claim, *sorted(self.needed_by[claim])) for fact in self.known(one, on)]

    def related(self, claim: str) -> list[StanceFact]:
        """Every stance that can bear on a claim, on whatever day."""
        others = sorted(self.needs[claim] | self.needed_by[claim] - {claim})
        return [fact for one in (claim, *others) for fact in self.facts[one]]

    def positions(self, claim: str, on: date | None, now: date) -> tuple[Position, ...]:
        """A cell for every subject, and for the other parties that have a position, by code."""
        subjects = self.subjects[claim]
        parties = {fact.party for fact in self.related(claim) if fact.party is not None}
        cells = [self.cell(claim, party, on, now) for party in (*subjects, *sorted(parties - set(subjects)))]
        return tuple(
            cell for cell in cells if cell.party in subjects or cell.position is not PositionKind.NOTHING
        )

    def cell(self, claim: str, party: str, on: date | None, now: date) -> Position:
        """Where one party stood on one claim; only its own words on other claims reach this one."""
        tracks = self.tracks[party]
        reaching = (
            *(
                implied_fact(claim, tracks[one].own(on), affirms=True)
                for one in tracks.keys() & self.needed_by[claim]
            ),
            *(
                implied_fact(claim, tracks[one].own(on), affirms=False)
                for one in tracks.keys() & self.needs[claim]
            ),
        )
        implied = [fact for fact in reaching if fact is not None]
        track = tracks.get(claim, _SILENCE)
        return position(party, track, implied, on=on, now=now, silent_after=self.silent_after)

    def status(self, claim: str, on: date | None, now: date) -> ClaimStatus:
        """The status of a claim on one day."""
        return claim_status(
            self.subjects[claim], self.positions(claim, on, now), withdrawn=self.withdrawn(claim, on)
        )

    def withdrawn(self, claim: str, on: date | None) -> bool:
        """Whether every origin of a claim took back what it put forward."""
        retractions = {
            one: [
                fact
                for needed in (one, *self.needs[one])
                for fact in self.known(needed, on)
                if MOVES[fact.stance] is Move.WITHDRAW
            ]
            for one in (claim, *self.needed_by[claim])
        }
        if not any(retractions.values()):
            return False
        return taken_back(self.supporting(claim, on), retractions, self.actors)

    def public(self, claim: str) -> date | None:
        """The first day on which anything on a claim was public; else the first day of what entails it."""
        own = [fact.on for fact in self.facts[claim] if fact.on is not None]
        if own or self.facts[claim]:
            return min(own, default=None)
        reaching = [fact.on for one in self.needed_by[claim] for fact in self.facts[one]]
        return min((day for day in reaching if day is not None), default=None)

    def history(self, claim: str, on: date | None) -> tuple[StatusChange, ...]:
        """Each change of status on the public clock up to ``on``, oldest first."""
        first = self.public(claim)
        changes: list[StatusChange] = []
        if any(fact.on is None for fact in self.facts[claim]):
            changes.append(StatusChange(None, self.status(claim, date.min, date.min)))
        elif first is None:
            return ()
        for day in self.turning_days(claim):
            if (on is not None and day > on) or (not changes and first is not None and day < first):
                continue
            status = self.status(claim, day, day)
            if not changes or changes[-1].status is not status:
                changes.append(StatusChange(day, status))
        return tuple(changes)

    def turning_days(self, claim: str) -> list[date]:
        """The days on which a claim's status can have changed: of its facts, and of silence setting in."""
        dated = [(fact.on, fact.stance) for fact in self.related(claim) if fact.on is not None]
        days = {day for day, _ in dated}
        for day, stance in dated:
            if MOVES[stance] is Move.ASK and (self.today - day).days >= self.silent_after:
                days.add(day + timedelta(days=self.silent_after))
        return sorted(days)


def _tracks(facts: Mapping[str, list[StanceFact]]) -> defaultdict[str, dict[str, Track]]:
    """For each party what it did on each claim on which it did anything."""
    sorted_out: defaultdict[tuple[str, str], list[StanceFact]] = defaultdict(list)
    for claim, known in facts.items():
        for fact in known:
            if fact.party is not None:
                sorted_out[fact.party, claim].append(fact)
    tracks: defaultdict[str, dict[str, Track]] = defaultdict(dict)
    for (party, claim), said in sorted_out.items():
        tracks[party][claim] = Track(said)
    return tracks


__all__ = ["SILENT_AFTER", "event_status", "judge", "survivors"]
