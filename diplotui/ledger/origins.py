"""How many independent origins stand behind a claim, once retellings are taken away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diplotui.ledger.facts import StanceFact
from diplotui.ledger.moves import MOVES, Move
from diplotui.ledger.positions import known_before
from diplotui.ledger.relations import survivor
from diplotui.model import Actor, ActorKind, Basis, Coverage, OriginCount

NEVER_NAMED = frozenset({ActorKind.ANONYMOUS, ActorKind.OUTLET})
"""Kinds of origin that are no named source: unnamed groups, and outlets that do not say whom they heard."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The far end of an attribution chain."""

    key: str
    """Id of the actor it counts as; ``document/ID`` for the voice of a text without a publisher."""
    named: bool
    people: int
    """People, at least."""


def canonical(actor_id: str, actors: Mapping[str, Actor]) -> str:
    """The actor that stands for ``actor_id`` after all mergers."""

    def merged_into(one: str) -> str | None:
        actor = actors.get(one)
        return actor.same_as if actor is not None and actor.same_as in actors else None

    return survivor(actor_id, merged_into)


def origin(fact: StanceFact, actors: Mapping[str, Actor]) -> Origin | None:
    """Where what a statement says comes from; None for what is laid to nobody ("reports say")."""
    if fact.basis is Basis.UNATTRIBUTED and (not fact.chain or fact.chain[0] == fact.publisher):
        return None
    if not fact.chain:
        return Origin(f"document/{fact.document}", named=False, people=fact.heads or 0)
    first = canonical(fact.chain[0], actors)
    actor = actors.get(first)
    kind = actor.kind if actor is not None else None
    key = _voucher(first, fact, actors) if kind is ActorKind.ANONYMOUS else first
    named = kind is not None and kind not in NEVER_NAMED and fact.basis is Basis.ON_RECORD
    return Origin(key, named, _people(fact, actor))


def _voucher(group: str, fact: StanceFact, actors: Mapping[str, Actor]) -> str:
    """The outlet that answers for an unnamed group: the one recorded, else the first outlet of the chain."""
    recorded = actors[group].vouched_by
    if recorded is not None:
        return canonical(recorded, actors)
    for link in fact.chain[1:]:
        relay = canonical(link, actors)
        if relay in actors and actors[relay].kind is ActorKind.OUTLET:
            return relay
    return group


def _people(fact: StanceFact, actor: Actor | None) -> int:
    """How many people an origin is, at least: as the text says, else one where somebody must have spoken."""
    if actor is None or actor.kind is ActorKind.OUTLET:
        return fact.heads or 0
    return max(fact.heads or 0, actor.heads or 0, 1)


def asserting(facts: Iterable[StanceFact]) -> list[StanceFact]:
    """The facts that put a claim forward or back it.

    A summary of what a party said counts only where none of its own words are there.
    """
    affirming = [fact for fact in facts if MOVES[fact.stance] is Move.AFFIRM]
    heard = {fact.party for fact in affirming if fact.coverage is not Coverage.CHARACTERISED}
    return [
        fact
        for fact in affirming
        if fact.coverage is not Coverage.CHARACTERISED or fact.party is None or fact.party not in heard
    ]


def counted(facts: Iterable[StanceFact], actors: Mapping[str, Actor]) -> list[StanceFact]:
    """The asserting facts that have an origin; an author's own inference only where there is nothing else."""
    laid = [fact for fact in asserting(facts) if origin(fact, actors) is not None]
    return [fact for fact in laid if fact.basis is not Basis.AUTHOR] or laid


def taken_back(
    facts: Iterable[StanceFact],
    retractions: Mapping[str, Iterable[StanceFact]],
    actors: Mapping[str, Actor],
) -> bool:
    """Whether everything that counts for a claim was withdrawn again by its own origin or party.

    ``retractions``: for each claim the withdrawals of it and of what it entails. False where nothing counts.
    """

    def withdrawn(fact: StanceFact) -> bool:
        return any(
            (_key(retraction, actors) == _key(fact, actors) or retraction.party == fact.party is not None)
            and not known_before(retraction, fact)
            for retraction in retractions.get(fact.claim, ())
        )

    behind = counted(facts, actors)
    return bool(behind) and all(withdrawn(fact) for fact in behind)


def _key(fact: StanceFact, actors: Mapping[str, Actor]) -> str | None:
    found = origin(fact, actors)
    return None if found is None else found.key


def count_origins(facts: Iterable[StanceFact], actors: Mapping[str, Actor]) -> OriginCount:
    """Origins, named ones, people at least and documents behind a claim.

    ``facts``: the stances on the claim and on all claims that entail it.
    """
    known = list(facts)
    distinct: dict[str, Origin] = {}
    for fact in counted(known, actors):
        found = origin(fact, actors)
        if found is not None:
            before = distinct.get(found.key, found)
            distinct[found.key] = Origin(
                found.key, before.named or found.named, max(before.people, found.people)
            )
    return OriginCount(
        origins=len(distinct),
        named=sum(one.named for one in distinct.values()),
        people=sum(one.people for one in distinct.values()),
        documents=len({fact.document for fact in asserting(known)}),
    )


def wording(counts: OriginCount) -> str:
    """An origin count in words that claim no more than it knows.

    "1 origin, 3 people, none named"; "2 origins, none named, independence not established".
    """
    if counts.origins == 0:
        return "no origin"
    parts = [_number(counts.origins, "origin", "origins")]
    if counts.origins == 1 and counts.people > counts.named:
        parts.append(_number(counts.people, "person", "people"))
    parts.append(f"{counts.named} named" if counts.named else "none named")
    if counts.origins > 1:
        parts.append("independence not established")
    return ", ".join(parts)


def _number(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
