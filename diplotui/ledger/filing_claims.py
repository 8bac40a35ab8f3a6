"""Which claims the statements of one document found, repeat or answer, and to which events they belong."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from diplotui.ids import record_id
from diplotui.ledger.claim_kinds import claim_kind
from diplotui.ledger.event_heading import own_stance
from diplotui.ledger.events import group_statements, main_topic, stored_event
from diplotui.ledger.matching import Candidate, Match, Matcher, NewStatement
from diplotui.ledger.terms import NO_FORMS, PartyForms
from diplotui.model import (
    ActorKind,
    Claim,
    Document,
    ExtractedStance,
    ExtractedStatement,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Reached:
    """A stance with the claim that it reaches."""

    claim: str
    stance: ExtractedStance
    score: tuple[tuple[str, float], ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the statements of a document come to."""

    claims: tuple[Claim, ...]
    """New ones."""
    reached: tuple[tuple[Reached, ...], ...]
    """For each extracted statement its stances on claims."""
    events: tuple[str, ...]
    """For each extracted statement the id of its event."""
    stored_events: frozenset[str]
    """Those of ``events`` that the ledger has already."""
    hanging: tuple[Claim, ...] = ()
    """Stored claims that take one of the new ones for granted, with that one as their parent."""


def _new(statement: ExtractedStatement, party: str | None = None) -> NewStatement:
    """The statement as the matching rules see it."""
    parties = statement.parties
    return NewStatement(
        text=statement.content,
        topic=statement.topic,
        subjects=statement.subjects,
        actors=statement.actors,
        party=party or (parties[0] if parties else None),
        on=statement.said.latest or statement.said.earliest,
        kind=claim_kind(statement),
        outlets=tuple(link.name for link in statement.chain if link.kind is ActorKind.OUTLET),
    )


def read_claims(
    document: Document,
    statements: Sequence[ExtractedStatement],
    candidates: Sequence[Candidate],
    forms: PartyForms = NO_FORMS,
) -> Reading:
    """Decide for every statement which claim it founds, repeats or answers, and which event it tells of."""
    groups = group_statements(statements, forms)
    group_of = {index: number for number, group in enumerate(groups) for index in group}
    stored = Matcher(candidates, forms)
    matches = _stored_matches(statements, stored)
    founders, repeats = _founders(document, statements, matches, group_of, forms)
    events, old_events = _events_of_groups(document, statements, groups, matches, stored, forms)
    above = _stored_parents(statements, founders, stored)
    claims = _claims(document, statements, founders, matches, group_of, events, above)
    target = {index: claims[founder].id for index, founder in founders.items()}
    target |= {index: match.claim for index, match in matches.items()}
    event_of_claim = {claim.id: claim.event for claim in claims.values()}
    event_of_claim |= {candidate.claim.id: candidate.claim.event for candidate in candidates}
    reached = [_reached(index, statements, target, repeats | matches) for index in range(len(statements))]
    told = tuple(
        event_of_claim[each[0].claim] if each else events[group_of[index]]
        for index, each in enumerate(reached)
    )
    return Reading(
        claims=tuple({claims[index].id: claims[index] for index in sorted(claims)}.values()),
        reached=tuple(map(tuple, reached)),
        events=told,
        stored_events=frozenset(old_events) | {match.event for match in matches.values()},
        hanging=_hanging(statements, claims, stored),
    )


def _stored_parents(
    statements: Sequence[ExtractedStatement], founders: Mapping[int, int], stored: Matcher
) -> dict[int, str]:
    """For founding statements the stored claim that they take for granted: the offer that was turned down."""
    found: dict[int, str] = {}
    for index in sorted(set(founders.values())):
        if own_stance(statements, index) is Stance.ASSERTS:
            match = stored.presupposed(_new(statements[index]))
            if match is not None:
                found[index] = match.claim
    return found


def _hanging(
    statements: Sequence[ExtractedStatement], claims: Mapping[int, Claim], stored: Matcher
) -> tuple[Claim, ...]:
    """Stored claims of two things that take a new claim for granted, each with its first such parent."""
    found: dict[str, Claim] = {}
    for index, claim in claims.items():
        if own_stance(statements, index) is not Stance.ASSERTS or claim.kind != "fact":
            continue
        for old in stored.presupposing(_new(statements[index])):
            if claim.entails != old.id:
                found.setdefault(old.id, replace(old, entails=claim.id))
    return tuple(found.values())


def _stored_matches(statements: Sequence[ExtractedStatement], stored: Matcher) -> dict[int, Match]:
    """Statements that surely speak of a stored claim: repeating it, or answering it from afar."""
    found: dict[int, Match] = {}
    for index, statement in enumerate(statements):
        own = own_stance(statements, index)
        unlinked = any(stance.statement is None for stance in statement.stances)
        if own is Stance.ASSERTS:
            match = stored.repeated(_new(statement))
        elif own is not None or unlinked:
            match = _answered(statement, stored)
        else:
            match = None
        if match is not None:
            found[index] = match
    return found


def _answered(statement: ExtractedStatement, stored: Matcher) -> Match | None:
    """The claim that the statement answers, whichever of its parties is the claim's."""
    tried = (stored.answered(_new(statement, party)) for party in statement.parties or (None,))
    return next((match for match in tried if match is not None), None)


def _founders(
    document: Document,
    statements: Sequence[ExtractedStatement],
    matches: Mapping[int, Match],
    group_of: Mapping[int, int],
    forms: PartyForms,
) -> tuple[dict[int, int], dict[int, Match]]:
    """Statement -> the statement of this document that founds its claim: itself, or one before it.

    That is one whose claim it repeats or, for a denial left alone with its complement, answers; the
    second result says why.
    """
    own = Matcher((), forms)
    founders: dict[int, int] = {}
    repeats: dict[int, Match] = {}
    for index in sorted(range(len(statements)), key=lambda i: statements[i].start):
        stance = own_stance(statements, index)
        statement = statements[index]
        if stance is None or index in matches or not statement.content.strip():
            continue
        match = own.repeated(_new(statement)) if stance is Stance.ASSERTS else _answered(statement, own)
        founders[index] = int(match.claim) if match is not None else index
        if match is not None:
            repeats[index] = match
        else:
            claim = Claim(
                id=str(index),
                event=str(group_of[index]),
                text=statement.content,
                kind=claim_kind(statement),
                subjects=statement.subjects,
            )
            passage = document.text[statement.start : statement.end]
            day = statement.said.latest
            own.add(Candidate(claim, statement.topic, statement.actors, (passage,), day, day))
    return founders, repeats


def _events_of_groups(
    document: Document,
    statements: Sequence[ExtractedStatement],
    groups: Sequence[Sequence[int]],
    matches: Mapping[int, Match],
    stored: Matcher,
    forms: PartyForms,
) -> tuple[list[str], set[str]]:
    """The event id of each group, and which of them are stored: a linked claim brings its event along.

    Only statements of the group's own topic do; what is said in passing goes alone to its claim's event.
    """
    ids: list[str] = []
    old: set[str] = set()
    for group in groups:
        topic = main_topic(statements[index] for index in group)
        told = [index for index in group if statements[index].topic == topic]
        linked = Counter(matches[index].event for index in told if index in matches)
        found = linked.most_common(1)[0][0] if linked else None
        if found is None:
            found = stored_event([statements[index] for index in told], stored, forms)
        if found is not None:
            old.add(found)
        else:
            first = statements[group[0]]
            found = record_id("e", document.id, first.start, first.end, first.content)
        ids.append(found)
    return ids, old


def _claims(
    document: Document,
    statements: Sequence[ExtractedStatement],
    founders: Mapping[int, int],
    matches: Mapping[int, Match],
    group_of: Mapping[int, int],
    events: Sequence[str],
    above: Mapping[int, str],
) -> dict[int, Claim]:
    """A claim for each founding statement, with at most one presupposed parent and no cycle.

    ``above``: parents that the ledger has already; one in the document goes before it.
    """
    ids = {
        index: record_id(
            "c", document.id, statements[index].start, statements[index].end, statements[index].content
        )
        for index in sorted(set(founders.values()))
    }
    named = {index: ids[founder] for index, founder in founders.items()}
    named |= {index: match.claim for index, match in matches.items()}
    parents: dict[str, str] = {}
    for index, claim_id in ids.items():
        presupposed = statements[index].entails
        parent = named.get(presupposed) if presupposed is not None else above.get(index)
        if parent is not None and not _above(parents, parent, claim_id):
            parents.setdefault(claim_id, parent)
    return {
        index: Claim(
            id=claim_id,
            event=events[group_of[index]],
            text=_sentence(statements[index].content),
            kind=claim_kind(statements[index]),
            subjects=statements[index].subjects,
            entails=parents.get(claim_id),
            rule=statements[index].rule,
        )
        for index, claim_id in ids.items()
    }


def _above(parents: Mapping[str, str], claim: str, sought: str) -> bool:
    """Whether ``sought`` is the claim itself or one that it entails."""
    step: str | None = claim
    while step is not None:
        if step == sought:
            return True
        step = parents.get(step)
    return False


def _sentence(content: str) -> str:
    """A content clause as a sentence: one line, capital, full stop."""
    line = " ".join(content.split()).rstrip(" ,;:")
    return line[:1].upper() + line[1:] + ("" if line.endswith((".", "!", "?", "”", '"')) else ".")


def _reached(
    index: int,
    statements: Sequence[ExtractedStatement],
    target: Mapping[int, str],
    matches: Mapping[int, Match],
) -> list[Reached]:
    """The claims that one statement takes a stance on; one stance a claim, the first that is given."""
    found: dict[str, Reached] = {}
    for stance in statements[index].stances:
        aim = index if stance.statement is None else stance.statement
        claim = target.get(aim) or _claim_behind(aim, statements, target)
        if claim is None:
            continue
        match = matches.get(index) if aim == index else None
        score = match.score if match else stance.score
        rule = match.rule if match else stance.rule or statements[index].rule
        found.setdefault(claim, Reached(claim, stance, score, rule))
    return list(found.values())


def _claim_behind(
    index: int, statements: Sequence[ExtractedStatement], target: Mapping[int, str]
) -> str | None:
    """The claim of a statement that has none of its own: the one that it takes a stance on."""
    aims = (stance.statement for stance in statements[index].stances)
    return next((target[aim] for aim in aims if aim is not None and aim in target), None)


__all__ = ["Reached", "Reading", "read_claims"]
