"""A document read again by today's rules, told in the ids under which the ledger has it already.

Ids are made from content, so that another reading of the same sentence has another id. What is evidently the
same row keeps the one it has, and with it its notes, mergers and decisions.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from diplotui.model import Decision, Filing, Statement

Mergers = Mapping[tuple[str, str], str]
"""For each (kind, id) that was merged the id that stands for it."""


@dataclass(frozen=True, slots=True)
class Rereading:
    """A filing in the ledger's own ids."""

    filing: Filing
    absorbed: tuple[tuple[str, Statement], ...]
    """Statements of the rules that lie over one that a person decided, with that one's id: not filed."""


def in_known_ids(fresh: Filing, stored: Filing, mergers: Mergers) -> Rereading:
    """Tell a fresh filing of one document in the ids of what is stored of it.

    A statement is the same where id, or passage, party and speaker agree. One that lies over a statement on
    which a person decided, and that nothing else answers to, is that one. A claim is the same where the same
    statement founds it; an event where most of its statements stood in it before.
    """
    same, absorbed = _same_statements(fresh, stored, mergers)
    dropped = {statement.id for _, statement in absorbed}
    filing = replace(
        fresh,
        statements=tuple(
            replace(one, id=same.get(one.id, one.id)) for one in fresh.statements if one.id not in dropped
        ),
        stances=tuple(
            replace(one, statement=same.get(one.statement, one.statement))
            for one in fresh.stances
            if one.statement not in dropped
        ),
        quotes=tuple(
            replace(one, statement=_known(one.statement, same, dropped)) for one in fresh.quotes
        ),
        dates=tuple(
            replace(one, dates=tuple(same.get(dated, dated) for dated in one.dates if dated not in dropped))
            for one in fresh.dates
        ),
    )  # fmt: skip
    filing = without_unfounded(filing)
    filing = _in_claim_ids(filing, _same_claims(filing, stored, mergers))
    filing = _in_event_ids(filing, _same_events(filing, stored, mergers))
    return Rereading(filing, tuple(absorbed))


def _known(statement: str | None, same: Mapping[str, str], dropped: Collection[str]) -> str | None:
    return None if statement is None or statement in dropped else same.get(statement, statement)


def root_of(mergers: Mergers, kind: str) -> Callable[[str | None], str | None]:
    """What stands for a record of this kind."""
    return lambda record: None if record is None else mergers.get((kind, record), record)


def _same_statements(
    fresh: Filing, stored: Filing, mergers: Mergers
) -> tuple[dict[str, str], list[tuple[str, Statement]]]:
    speaker = root_of(mergers, "actor")
    left = {one.id: one for one in stored.statements}
    same: dict[str, str] = {}
    waiting = []
    for one in fresh.statements:
        if left.pop(one.id, None) is None:
            waiting.append(one)
    by_place: dict[object, list[str]] = defaultdict(list)
    for known in left.values():
        by_place[known.start, known.end, known.party, speaker(known.speaker)].append(known.id)
    unknown = []
    for one in waiting:
        there = by_place[one.start, one.end, one.party, speaker(one.speaker)]
        if there:
            same[one.id] = there.pop(0)
            del left[same[one.id]]
        else:
            unknown.append(one)
    decided = [one for one in left.values() if one.decision is not Decision.PROPOSED]
    absorbed: list[tuple[str, Statement]] = []
    for one in unknown:
        over = [known for known in decided if overlap(one, known)]
        if over:
            known = max(over, key=lambda known: (known.party == one.party, _shared(one, known)))
            absorbed.append((known.id, one))
    return same, absorbed


def _shared(one: Statement, other: Statement) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def overlap(one: Statement, other: Statement) -> bool:
    """Whether two passages share half of the shorter one."""
    return 2 * _shared(one, other) >= min(one.end - one.start, other.end - other.start)


def without_unfounded(filing: Filing) -> Filing:
    """Leave out new claims of which no statement speaks any more, and events in which nothing stands."""
    spoken = {stance.claim for stance in filing.stances}
    claims = tuple(claim for claim in filing.claims if claim.id in spoken)
    gone = {claim.id for claim in filing.claims} - spoken
    claims = tuple(replace(claim, entails=None) if claim.entails in gone else claim for claim in claims)
    told = {claim.event for claim in claims} | {statement.event for statement in filing.statements}
    return replace(filing, claims=claims, events=tuple(event for event in filing.events if event.id in told))


def _same_claims(filing: Filing, stored: Filing, mergers: Mergers) -> dict[str, str]:
    """New ids of claims, with the ids of the stored claims that the same statements found.

    Claims that were merged are the same as what stands for them, where the statement spoke of them before.
    """
    root = root_of(mergers, "claim")
    known = {claim.id for claim in stored.claims}
    spoken: dict[str, list[str]] = defaultdict(list)
    for stance in stored.stances:
        spoken[stance.statement].append(stance.claim)
    meant = {stance.claim for stance in filing.stances}
    made = {claim.id for claim in filing.claims} - known
    same: dict[str, str] = {}
    for stance in filing.stances:
        if stance.claim not in made or stance.claim in same:
            continue
        free = [
            claim for claim in spoken[stance.statement]
            if claim not in meant and root(claim) not in meant and claim not in same.values()
        ]  # fmt: skip
        if len(free) == 1:
            same[stance.claim] = free[0]
    return same


def _in_claim_ids(filing: Filing, same: Mapping[str, str]) -> Filing:
    return replace(
        filing,
        claims=tuple(
            replace(
                one,
                id=same.get(one.id, one.id),
                entails=None if one.entails is None else same.get(one.entails, one.entails),
            )
            for one in filing.claims
        ),
        stances=tuple(replace(one, claim=same.get(one.claim, one.claim)) for one in filing.stances),
    )


def _same_events(filing: Filing, stored: Filing, mergers: Mergers) -> dict[str, str]:
    """New ids of events, with the ids of the stored events in which most of their statements stood.

    Several may be one that a person decided: what a person holds for one event is not parted by the rules.
    """
    known = {event.id for event in stored.events}
    decided = {event.id for event in stored.events if event.decision is not Decision.PROPOSED}
    stood, stands = _events_of(stored), _events_of(filing)
    meant = {event.id for event in filing.events} | {one.event for one in filing.statements}
    same: dict[str, str] = {}
    for event in filing.events:
        if event.id in known:
            continue
        before = Counter(
            stood[one.id] for one in filing.statements if stands.get(one.id) == event.id and one.id in stood
        )
        for old, _ in before.most_common(1):
            if old in decided or (old not in meant and old not in same.values()):
                same[event.id] = old
    return same


def _events_of(filing: Filing) -> dict[str, str]:
    """The event of each statement: its own, else that of the claim of which it speaks first."""
    event_of = {claim.id: claim.event for claim in filing.claims}
    found: dict[str, str] = {}
    for stance in filing.stances:
        if stance.claim in event_of:
            found.setdefault(stance.statement, event_of[stance.claim])
    return found | {one.id: one.event for one in filing.statements if one.event is not None}


def _in_event_ids(filing: Filing, same: Mapping[str, str]) -> Filing:
    renamed = {same.get(one.id, one.id): replace(one, id=same.get(one.id, one.id)) for one in filing.events}
    return replace(
        filing,
        events=tuple(renamed.values()),
        claims=tuple(replace(one, event=same.get(one.event, one.event)) for one in filing.claims),
        statements=tuple(
            replace(one, event=None if one.event is None else same.get(one.event, one.event))
            for one in filing.statements
        ),
    )


__all__ = ["Mergers", "Rereading", "in_known_ids", "overlap", "root_of", "without_unfounded"]
