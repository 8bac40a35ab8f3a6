"""A new version of a document takes over what was decided on the old one.

A sentence that stands in both versions, word for word and by the same speaker, says the same: its statement
in the new version speaks of the same claims, in the same event, with the same decisions. What a person
decided moves along even where the rules read the sentence otherwise. What is gone has no successor.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from diplotui.ids import record_id
from diplotui.ledger.rereading import Mergers, overlap, root_of, without_unfounded
from diplotui.model import Decision, Event, Filing, Passage, StanceRow, Statement


@dataclass(frozen=True, slots=True)
class Succession:
    """The filing of a new version, with what it takes over."""

    filing: Filing
    successors: Mapping[str, str]
    """For each statement of the old version that stands in the new one the one that takes its place."""


def standing_at(text: str, exact: str, near: int = 0) -> tuple[int, int] | None:
    """Where a passage stands in a text, word for word, whatever the spaces; the place nearest to ``near``."""
    words = r"\s+".join(map(re.escape, exact.split()))
    if not words:
        return None
    found = [place.span() for place in re.finditer(words, text)]
    return min(found, key=lambda span: abs(span[0] - near), default=None)


def succeeded(fresh: Filing, old: Filing, held: Collection[str], mergers: Mergers) -> Succession:
    """What a filing of one document becomes as the new version of another.

    ``old``: what hangs on the old version. ``held``: those of its statements on which a note hangs.
    """
    pairs = _same_passages(fresh.statements, old.statements, mergers)
    taken = {new.id for _, new in pairs}
    decided = _decided(old, held)
    left = [one for one in old.statements if one.id not in {before.id for before, _ in pairs}]
    absorbed: dict[str, str] = {}
    for before, after in _still_standing(fresh, left):
        over = [one for one in fresh.statements if overlap(one, after)]
        if before.id in decided:
            absorbed |= {one.id: after.id for one in over if one.id not in taken}
        elif over:
            continue
        pairs.append((before, after))
    return _taken_over(fresh, old, pairs, absorbed)


def _same_passages(
    fresh: Sequence[Statement], old: Sequence[Statement], mergers: Mergers
) -> list[tuple[Statement, Statement]]:
    """Pairs of an old and a new statement of the same words, speaker and party."""
    speaker = root_of(mergers, "actor")
    free: dict[object, list[Statement]] = defaultdict(list)
    for one in fresh:
        free[_folded(one.exact), speaker(one.speaker), one.party].append(one)
    pairs = []
    for before in old:
        there = free[_folded(before.exact), speaker(before.speaker), before.party]
        if there:
            pairs.append((before, there.pop(0)))
    return pairs


def _folded(exact: str) -> str:
    return " ".join(exact.split())


def _decided(old: Filing, held: Collection[str]) -> set[str]:
    """Statements of the old version on which a person left anything."""
    decided = {one.id for one in old.statements if one.decision is not Decision.PROPOSED}
    decided |= {one.statement for one in old.stances if one.decision is not Decision.PROPOSED}
    return decided | set(held)


def _still_standing(fresh: Filing, old: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Old statements whose words stand in the new text, each with itself as it stands there."""
    document = fresh.documents[0]
    for before in old:
        place = standing_at(document.text, before.exact, before.start)
        if place is not None:
            start, end = place
            made = record_id("s", document.id, start, end, before.id)
            exact = document.text[start:end]
            yield before, replace(before, id=made, document=document.id, start=start, end=end, exact=exact)


def _taken_over(
    fresh: Filing,
    old: Filing,
    pairs: Sequence[tuple[Statement, Statement]],
    absorbed: Mapping[str, str],
) -> Succession:
    successors = {before.id: after.id for before, after in pairs}
    claims = _same_claims(fresh, old, successors)
    events = _same_events(fresh, old, pairs)
    before_of = {after.id: before for before, after in pairs}
    rows = {one.id: one for one in fresh.statements if one.id not in absorbed}
    rows |= {after.id: after for _, after in pairs}
    statements = tuple(
        _successor(before_of[one.id], one)
        if one.id in before_of
        else replace(one, event=events.get(one.event or "", one.event))
        for one in rows.values()
    )
    taken = [
        replace(one, statement=successors[one.statement])
        for one in old.stances
        if one.statement in successors
    ]
    known = {one.statement for one in taken}
    kept = [
        replace(one, claim=claims.get(one.claim, one.claim))
        for one in fresh.stances
        if one.statement not in absorbed and one.statement not in known
    ]
    filing = replace(
        fresh,
        statements=statements,
        stances=_once((*taken, *kept)),
        claims=tuple(
            replace(
                one,
                event=events.get(one.event, one.event),
                entails=one.entails and claims.get(one.entails, one.entails),
            )
            for one in fresh.claims
            if one.id not in claims
        ),
        events=tuple(one for one in fresh.events if one.id not in events),
        quotes=tuple(
            replace(one, statement=one.statement and absorbed.get(one.statement, one.statement))
            for one in fresh.quotes
        ),
        dates=tuple(
            replace(one, dates=tuple(dict.fromkeys(absorbed.get(dated, dated) for dated in one.dates)))
            for one in fresh.dates
        ),
    )
    filing = without_unfounded(filing)
    return Succession(replace(filing, events=(*filing.events, *_cited(fresh, old, events))), successors)


def _successor(before: Statement, after: Statement) -> Statement:
    """The new version's statement: as a person left the old one, else as the rules read it; in its event."""
    if before.decision is Decision.PROPOSED:
        return replace(after, event=before.event)
    return replace(
        before, id=after.id, document=after.document, start=after.start, end=after.end, exact=after.exact
    )


def _once(stances: Sequence[StanceRow]) -> tuple[StanceRow, ...]:
    """One stance for each statement and claim: the first."""
    return tuple({(one.statement, one.claim): one for one in reversed(stances)}.values())[::-1]


def _same_claims(fresh: Filing, old: Filing, successors: Mapping[str, str]) -> dict[str, str]:
    """New claims, each with the old one that the same sentence made."""
    made = {claim.id for claim in fresh.claims}
    spoken: dict[str, list[StanceRow]] = defaultdict(list)
    for stance in old.stances:
        if stance.statement in successors:
            spoken[successors[stance.statement]].append(stance)
    same: dict[str, str] = {}
    for stance in fresh.stances:
        before = spoken.get(stance.statement, ())
        alike = [one for one in before if one.stance is stance.stance] or (before if len(before) == 1 else ())
        free = [one.claim for one in alike if one.claim not in same.values()]
        if stance.claim in made and stance.claim not in same and free:
            same[stance.claim] = free[0]
    return same


def _same_events(fresh: Filing, old: Filing, pairs: Sequence[tuple[Statement, Statement]]) -> dict[str, str]:
    """New events, each with the old one in which most of its sentences stood."""
    event_of = {claim.id: claim.event for claim in old.claims}
    stood = {one.statement: event_of[one.claim] for one in reversed(old.stances) if one.claim in event_of}
    made = {event.id for event in fresh.events}
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for before, after in pairs:
        home = before.event or stood.get(before.id)
        if after.event in made and home is not None:
            counted[after.event][home] += 1
    return {event: found.most_common(1)[0][0] for event, found in counted.items()}


def _cited(fresh: Filing, old: Filing, events: Mapping[str, str]) -> tuple[Event, ...]:
    """The old events with the passages in which the new version tells of them."""
    known = {event.id: event for event in old.events}
    passages: dict[str, list[Passage]] = defaultdict(list)
    for event in fresh.events:
        if event.id in events:
            passages[events[event.id]] += event.passages
    return tuple(
        replace(known[event], passages=tuple(cited))
        for event, cited in passages.items()
        if event in known and cited
    )


__all__ = ["Succession", "standing_at", "succeeded"]
