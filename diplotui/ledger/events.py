"""Which statements tell of one event: within a document, and against the events that the ledger has.

Same event: same topic, a shared acting actor (an outlet does not count), and days within seven of each
other or a pointer ("the offer"). What is unsure becomes an event of its own. Within a document, a bullet
or headed section is a block; it is split where the topic changes or no actor carries over.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from diplotui.ledger.matching import Matcher, content_words, points_at
from diplotui.ledger.naming import group_phrase, name_key
from diplotui.ledger.terms import NO_FORMS, PartyForms, Terms, fold, read_terms
from diplotui.model import OTHER_TOPIC, Act, ActorKind, ExtractedStatement

SAME_EVENT_DAYS = 7
"""Days between two date bounds of one event, at most."""
ALIKE = 0.4
"""Share of the smaller side's content words that a stored event's claim must have in common."""

VOICE_ACTS = frozenset({Act.ASSESSMENT, Act.DEMAND, Act.THREAT, Act.APPEAL, Act.NO_COMMENT})
"""Acts that are the speaker's own: who is spoken about does not act in them."""

_NAMED = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.BODY})
"""Speakers whose name tells who acts; a state's is its code."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts in a statement, and who else takes part; party codes and last words of names, folded."""

    acting: frozenset[str]
    taking_part: frozenset[str]
    origin: str | None
    """Whose report it is: the first link of the attribution, unless an outlet."""
    voiced: bool
    """Somebody speaks for himself or his party: only an event in which he acts takes it in.

    An analyst, of no party, acts in nothing that he speaks of.
    """


@dataclass(slots=True)
class _Group:
    topic: str
    members: list[int] = field(default_factory=list)
    acting: set[str] = field(default_factory=set)
    taking_part: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    reported: bool = False
    """Some member tells of a development, and is not only somebody's voice."""
    words: set[str] = field(default_factory=set)
    days: list[tuple[date | None, date | None]] = field(default_factory=list)


def terms_of(statement: ExtractedStatement, forms: PartyForms = NO_FORMS) -> Terms:
    """The terms of a statement's content."""
    named = (statement.source.name,) if statement.source else ()
    return read_terms(statement.content, forms, (*statement.actors, *named))


def cast_of(statement: ExtractedStatement, forms: PartyForms = NO_FORMS) -> Cast:
    """Who acts: the agents of the content and, where a party speaks, the speaker; outlets never do."""
    terms = terms_of(statement, forms)
    source = statement.source
    private = source is not None and source.kind is ActorKind.PERSON and not source.party
    own_voice = source is not None and (statement.act in VOICE_ACTS or private)
    voiced = bool(statement.parties) or own_voice
    acting = set() if own_voice else set(terms.agents)
    if voiced:
        acting |= set(statement.parties)
        if source is not None and source.kind in _NAMED:
            acting.add(name_key(source.name))
    named = set(terms.names) or {name_key(name) for name in (*statement.subjects, *statement.actors)}
    return Cast(frozenset(acting or named), frozenset(acting | named), _origin(statement), voiced)


def _origin(statement: ExtractedStatement) -> str | None:
    """What tells one first source from another: a name, or an unnamed group's description and outlet."""
    first = statement.chain[0] if statement.chain else statement.source
    if first is None or first.kind is ActorKind.OUTLET:
        return None
    if first.kind is ActorKind.ANONYMOUS:
        outlet = next((fold(link.name) for link in statement.chain if link.kind is ActorKind.OUTLET), "")
        return f"unnamed {first.party or group_phrase(first.name)} {outlet}"
    return fold(first.name)


def group_statements(
    statements: Sequence[ExtractedStatement], forms: PartyForms = NO_FORMS
) -> tuple[tuple[int, ...], ...]:
    """Indices of the statements of each event, in the order of the text.

    A statement that takes a stance on another's claim belongs to that one's event before all else; then
    the group of its block that it is most surely of, the latest where two are alike.
    """
    order = sorted(range(len(statements)), key=lambda i: (statements[i].start, -statements[i].end, i))
    links = _links(statements)
    groups: list[_Group] = []
    in_block: defaultdict[int, list[_Group]] = defaultdict(list)
    placed: dict[int, _Group] = {}
    for index in order:
        statement = statements[index]
        cast = cast_of(statement, forms)
        group = next((placed[other] for other in sorted(links[index]) if other in placed), None)
        if group is None:
            fits = [_fit(statement, cast, each) for each in in_block[statement.block]]
            best = max(fits, default=0)
            # The latest of those that fit best.
            group = in_block[statement.block][len(fits) - 1 - fits[::-1].index(best)] if best else None
        if group is None:
            group = _Group(statement.topic)
            groups.append(group)
            in_block[statement.block].append(group)
        _join(group, index, statement, cast)
        placed[index] = group
    return tuple(tuple(sorted(group.members)) for group in groups)


def _links(statements: Sequence[ExtractedStatement]) -> list[set[int]]:
    """For each statement those it is tied to by a stance, in either direction."""
    links: list[set[int]] = [set() for _ in statements]
    for index, statement in enumerate(statements):
        for stance in statement.stances:
            if stance.statement is not None and stance.statement != index:
                links[index].add(stance.statement)
                links[stance.statement].add(index)
    return links


def _join(group: _Group, index: int, statement: ExtractedStatement, cast: Cast) -> None:
    group.members.append(index)
    group.acting |= cast.acting
    group.taking_part |= cast.taking_part
    group.origins |= {cast.origin} if cast.origin else set()
    group.reported = group.reported or not cast.voiced
    group.words |= content_words(statement.content)
    group.days.append((statement.said.earliest, statement.said.latest))
    if group.topic == OTHER_TOPIC:
        group.topic = statement.topic


def _fit(statement: ExtractedStatement, cast: Cast, group: _Group) -> int:
    """How surely a statement is of a group of its block: 0 not at all, then the points of ``_shared``."""
    if statement.topic not in (group.topic, OTHER_TOPIC):
        return 0
    day = (statement.said.earliest, statement.said.latest)
    near = any(_within_days(day, other) for other in _comparable(day, group.days))
    return _shared(cast, group) if near or points_at(statement.content, group.words) else 0


def _shared(cast: Cast, group: _Group) -> int:
    """What carries over: 3 the report of one origin, 2 an actor, 1 one who acts here and takes part there."""
    if cast.origin in group.origins:
        return 3
    if cast.acting & group.acting or not group.taking_part or not cast.taking_part:
        return 2
    if cast.voiced or not group.reported:
        return 0
    return int(bool(cast.acting & group.taking_part or cast.taking_part & group.acting))


Bounds = tuple[date | None, date | None]


def _comparable(day: Bounds, others: Sequence[Bounds]) -> Sequence[Bounds]:
    """The days that a day is held against: the known ones where it is known itself, else all."""
    known = [other for other in others if None not in other]
    return known if known and None not in day else others


def _within_days(first: Bounds, second: Bounds) -> bool:
    """Whether two spans of days are at most seven days apart; an unknown bound holds nothing apart."""
    (start, end), (other_start, other_end) = first, second
    if end is not None and other_start is not None and (other_start - end).days > SAME_EVENT_DAYS:
        return False
    return not (start is not None and other_end is not None and (start - other_end).days > SAME_EVENT_DAYS)


def main_topic(members: Iterable[ExtractedStatement]) -> str:
    """The topic of most of these statements, the first named where two are level; ``other`` only if all."""
    topics = Counter(statement.topic for statement in members if statement.topic != OTHER_TOPIC)
    return topics.most_common(1)[0][0] if topics else OTHER_TOPIC


def stored_event(
    members: Iterable[ExtractedStatement], stored: Matcher, forms: PartyForms = NO_FORMS
) -> str | None:
    """The stored event that a new group tells of although none of its claims is stored; None if unsure.

    Same topic, shared acting actor, within seven days, and wording that is surely on the same matter.
    """
    scored: dict[str, float] = {}
    for statement in members:
        cast, words = cast_of(statement, forms), terms_of(statement, forms).words
        days = (statement.said.earliest, statement.said.latest)
        for candidate, known in stored.near(words):
            if candidate.topic == OTHER_TOPIC or statement.topic != candidate.topic:
                continue
            if not cast.acting & known.agents:
                continue
            if not _within_days(days, (candidate.earliest, candidate.latest)):
                continue
            shared = words & known.words
            alike = len(shared) / min(len(words), len(known.words)) if len(shared) > 1 else 0.0
            if alike >= ALIKE:
                scored[candidate.claim.event] = max(alike, scored.get(candidate.claim.event, 0.0))
    best = sorted(scored.items(), key=lambda item: (-item[1], item[0]))
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


__all__ = [
    "SAME_EVENT_DAYS",
    "VOICE_ACTS",
    "Cast",
    "cast_of",
    "group_statements",
    "main_topic",
    "stored_event",
    "terms_of",
]
