"""Whether an event fits a query, and which parts of it: the rule that the full-text index only narrows down.

Words are looked for in the whole event: title, passages, claims, notes, names. The conditions on a statement
(speaker, party, publisher, basis, stance) hold together of one statement of it, those on a claim (status,
about) of the claim that this statement speaks of, else of any. ``kind`` restricts the parts that count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from diplotui.model import Basis, ClaimStatus, Condition, EventKind, Field, FoundPart, PositionKind, Query
from diplotui.query.fields import STATUSES
from diplotui.query.parsing import party_code
from diplotui.query.words import Text, found_in, pattern_of, shortened

PARTS_SHOWN = 3
"""Parts of an event that a search names at most."""

STANCES = {
    Field.AFFIRMS: PositionKind.AFFIRMS,
    Field.DENIES: PositionKind.DENIES,
    Field.EVADES: PositionKind.EVADES,
}
_OF_STATEMENT = (Field.SPEAKER, Field.PARTY, Field.PUBLISHER, Field.BASIS, *STANCES)
_OF_CLAIM = (Field.STATUS, Field.ABOUT)


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """A claim, as far as a query can ask about it."""

    id: str
    text: str
    subjects: tuple[str, ...]
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class StatementPart:
    """A statement with its names, and what it does to which claims."""

    id: str
    exact: str
    speaker: str
    names: tuple[str, ...]
    """Name and other names of the speaker, office."""
    party: str | None
    basis: Basis
    publisher: str
    takes: tuple[tuple[PositionKind, str], ...]
    """Affirms, denies or evades, and which claim."""


@dataclass(frozen=True, slots=True)
class NotePart:
    """A note on the event, a claim or a statement of it."""

    id: str
    kind: str
    text: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """An event with its parts."""

    title: str
    kind: EventKind
    statements: tuple[StatementPart, ...] = ()
    claims: tuple[ClaimPart, ...] = ()
    notes: tuple[NotePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with what its values mean in one ledger."""

    query: Query
    parties: tuple[tuple[str, frozenset[str]], ...] = ()
    """Each value of ``party`` and ``about``, and the codes that it stands for."""

    def codes(self, value: str) -> frozenset[str]:
        """The codes of the parties that a value names."""
        return dict(self.parties).get(value, frozenset())


def needs_parts(query: Query) -> bool:
    """Whether the index alone cannot tell if an event fits."""
    return bool(query.of(*_OF_STATEMENT, *_OF_CLAIM, Field.KIND))


def parts_found(asked: Asked, event: Parts) -> tuple[FoundPart, ...] | None:
    """The parts that fit best, at most ``PARTS_SHOWN``; None where the event does not fit."""
    query = asked.query
    claims = {claim.id: claim for claim in event.claims if _claim_fits(asked, claim)}
    of_statement, of_claim = query.of(*_OF_STATEMENT), query.of(*_OF_CLAIM)
    said: Sequence[StatementPart] = event.statements
    if of_statement:
        said = [one for one in said if _statement_fits(asked, one, claims, event.claims, bool(of_claim))]
        if not said:
            return None
    elif of_claim and not claims:
        return None
    elif of_claim:
        said = [one for one in said if any(claim in claims for _, claim in one.takes)]
    wanted = _kinds(query)
    if not _event_kind_fits(query, event.kind):
        return None
    shown = list(claims.values())
    if of_statement:
        spoken_of = {claim for one in said for _, claim in one.takes} if "claim" in wanted else set()
        shown = [claim for claim in shown if claim.id in spoken_of]
    listed = [*_statements(said), *(_Part("claim", one.id, "", one.text) for one in shown)]
    if not of_statement:
        listed += _notes(event.notes, wanted)
    if wanted:
        listed = [one for one in listed if one.kind in wanted or (one.kind == "note" and one.who in wanted)]
    return _best(query, listed, event.title, restricted=bool(wanted), asked=bool(of_statement or of_claim))


@dataclass(frozen=True, slots=True)
class _Part:
    """What can be shown of an event, with the words that stand for it beside its text."""

    kind: str
    id: str
    who: str
    text: str
    beside: str = ""


def _statements(said: Iterable[StatementPart]) -> list[_Part]:
    return [_Part("statement", one.id, one.speaker, one.exact, " \n ".join(one.names)) for one in said]


def _notes(notes: Iterable[NotePart], wanted: frozenset[str]) -> list[_Part]:
    """Notes; where questions or judgements are asked for, only those."""
    return [
        _Part("note", one.id, one.kind, one.text, " ".join(one.tags))
        for one in notes
        if not wanted or "note" in wanted or one.kind in wanted
    ]


def _kinds(query: Query) -> frozenset[str]:
    """The kinds of parts that count; empty: all."""
    chosen: set[str] = set()
    for condition in query.of(Field.KIND):
        if not condition.excluded:
            chosen |= set(condition.values) - {kind.value for kind in EventKind}
    return frozenset(chosen)


def _event_kind_fits(query: Query, kind: EventKind) -> bool:
    for condition in query.of(Field.KIND):
        kinds = set(condition.values) & {one.value for one in EventKind}
        if kinds and (kind.value in kinds) is condition.excluded:
            return False
    return True


def _best(
    query: Query, listed: Sequence[_Part], title: str, *, restricted: bool, asked: bool
) -> tuple[FoundPart, ...] | None:
    """The parts that hold most of the words; parts that hold none, only where conditions chose them."""
    wanted = [pattern_of(word) for word in query.words if not word.excluded]
    rated: list[tuple[int, _Part, tuple[tuple[int, int], ...]]] = []
    for part in listed:
        text, beside = Text(part.text), Text(part.beside)
        spans = [found_in(text, pattern) for pattern in wanted]
        held = sum(1 for pattern, own in zip(wanted, spans, strict=True) if own or found_in(beside, pattern))
        if restricted and held < len(wanted):
            continue
        if held or asked or restricted:
            rated.append((held, part, tuple(sorted(span for own in spans for span in own))))
    if restricted and not rated and not ("event" in _kinds(query) and _in_title(wanted, title)):
        return None
    most = max((held for held, _, _ in rated), default=0)
    best = [one for one in rated if one[0] == most]
    if wanted and not asked and not restricted and _in_title(wanted, title) and most < len(wanted):
        best = []
    return tuple(
        FoundPart(part.kind, part.id, part.who, *shortened(part.text, spans))
        for _, part, spans in best[:PARTS_SHOWN]
    )


def _in_title(wanted: Sequence[tuple[tuple[str, ...], bool]], title: str) -> bool:
    text = Text(title)
    return all(found_in(text, pattern) for pattern in wanted)


def _claim_fits(asked: Asked, claim: ClaimPart) -> bool:
    return all(_of_claim(asked, claim, one) is not one.excluded for one in asked.query.of(*_OF_CLAIM))


def _of_claim(asked: Asked, claim: ClaimPart, condition: Condition) -> bool:
    if condition.field is Field.STATUS:
        return any(claim.status in STATUSES[value] for value in condition.values)
    return not asked.codes(condition.value).isdisjoint(claim.subjects)


def _statement_fits(
    asked: Asked,
    said: StatementPart,
    fitting: dict[str, ClaimPart],
    claims: Sequence[ClaimPart],
    restricted: bool,
) -> bool:
    """Whether all conditions hold of one statement; ``restricted``: some are on the claim, too."""
    if restricted and not any(claim in fitting for _, claim in said.takes):
        return False
    texts = {claim.id: claim.text for claim in (fitting.values() if restricted else claims)}
    return all(_of_statement(asked, said, texts, one) is not one.excluded
               for one in asked.query.of(*_OF_STATEMENT))  # fmt: skip


def _of_statement(asked: Asked, said: StatementPart, texts: dict[str, str], condition: Condition) -> bool:
    value = condition.value
    if condition.field is Field.SPEAKER:
        return any(_holds(name, value) for name in said.names)
    if condition.field is Field.PARTY:
        return said.party in asked.codes(value)
    if condition.field is Field.PUBLISHER:
        return _holds(said.publisher, value)
    if condition.field is Field.BASIS:
        return said.basis.value in condition.values
    taken = [claim for stance, claim in said.takes if stance is STANCES[condition.field] and claim in texts]
    if party_code(value) is not None:
        return bool(taken) and said.party == value
    return any(_holds(texts[claim], value) for claim in taken)


@lru_cache(maxsize=4096)
def _holds(text: str, value: str) -> bool:
    """Whether a text holds the words of a value side by side, the last one as a beginning."""
    return bool(found_in(Text(text), pattern_of(value)))
