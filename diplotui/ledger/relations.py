"""How claims hang together: what was merged into what, and what needs what to be true."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from diplotui.model import Claim, Decision


def survivor(record_id: str, merged_into: Callable[[str], str | None]) -> str:
    """The record that stands for ``record_id`` after all mergers; itself where there was none.

    ``merged_into`` names the next record, or None. A circle, which no ledger should hold, ends at its
    smallest id.
    """
    path: list[str] = []
    while record_id not in path:
        path.append(record_id)
        following = merged_into(record_id)
        if following is None:
            return record_id
        record_id = following
    return min(path[path.index(record_id) :])


def survivors(claims: Iterable[Claim]) -> dict[str, str]:
    """For each claim the one that stands for it; what was merged into an unknown claim stands for itself."""
    merged_into = {claim.id: claim.same_as for claim in claims}
    known = {one: other if other in merged_into else None for one, other in merged_into.items()}
    return {claim_id: survivor(claim_id, known.__getitem__) for claim_id in known}


def merged_subjects(claims: Iterable[Claim], standing_for: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The subjects of each surviving claim: its own, then those of what was merged into it."""
    gathered: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda one: (standing_for[one.id] != one.id, one.id)):
        gathered[standing_for[claim.id]].update(dict.fromkeys(claim.subjects))
    return {claim_id: tuple(parties) for claim_id, parties in gathered.items()}


def entailments(claims: Iterable[Claim], standing_for: Mapping[str, str]) -> dict[str, set[str]]:
    """For each surviving claim those it entails directly; what was thrown out carries nothing."""
    thrown_out = {claim.id for claim in claims if claim.decision is Decision.THROWN_OUT}
    direct: dict[str, set[str]] = {claim_id: set() for claim_id in standing_for.values()}
    for claim in claims:
        if claim.entails is None or claim.entails not in standing_for:
            continue
        if not {claim.id, claim.entails} & thrown_out:
            direct[standing_for[claim.id]].add(standing_for[claim.entails])
    return direct


def closure(direct: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The transitive closure of a relation; nothing is related to itself, even in a circle."""
    closed = {}
    for claim_id in direct:
        reached: set[str] = set()
        waiting = list(direct[claim_id])
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting.extend(direct[one])
        closed[claim_id] = reached - {claim_id}
    return closed


def inverted(relation: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """A relation read the other way round."""
    inverse: dict[str, set[str]] = {claim_id: set() for claim_id in relation}
    for claim_id, others in relation.items():
        for other in others:
            inverse[other].add(claim_id)
    return inverse
