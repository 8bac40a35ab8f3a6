"""Those already mentioned, and whether a later phrase can stand for one of them."""

from dataclasses import dataclass, field

from diplotui.extraction.candidate import Candidate, Shape
from diplotui.extraction.names import NameRun
from diplotui.extraction.reading import Reading
from diplotui.extraction.titles import COMPLEMENTS, FORMER, MODIFIERS, OPPOSITION, UNNAMED, Role
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

_FAMILIES: tuple[tuple[str, frozenset[Role]], ...] = (
    ("leader", frozenset({Role.LEADER, Role.CHIEF})),
    ("ruler", frozenset({Role.LEADER})),
    ("minister", frozenset({Role.MINISTER})),
    ("secretary", frozenset({Role.MINISTER})),
    ("diplomat", frozenset({Role.MINISTER, Role.ENVOY})),
    ("envoy", frozenset({Role.ENVOY})),
    ("spokesman", frozenset({Role.SPOKES})),
    ("spokeswoman", frozenset({Role.SPOKES})),
    ("spokesperson", frozenset({Role.SPOKES})),
    ("commander", frozenset({Role.COMMANDER})),
    ("general", frozenset({Role.COMMANDER})),
    ("lawmaker", frozenset({Role.LAWMAKER})),
    ("adviser", frozenset({Role.ADVISER})),
    ("official", frozenset({Role.OFFICIAL, Role.ADVISER})),
    ("head", frozenset({Role.CHIEF})),
    ("chief", frozenset({Role.CHIEF, Role.COMMANDER})),
)
"""A noun with an article stands for an earlier person of one of these roles."""


@dataclass(slots=True)
class Entity:
    """Somebody or something already mentioned."""

    source: Source
    candidate: Candidate
    keys: tuple[str, ...] = ()
    nouns: set[str] = field(default_factory=set)
    roles: set[Role] = field(default_factory=set)
    female: bool | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One resolved mention in its place."""

    at: int
    entity: Entity
    block: int
    salience: int


PLURAL_BODIES = word_set("force troop authority police marine guard prosecutor military army navy")
"""Nouns of state organs that "they" can stand for."""


def bare(reading: Reading, run: NameRun) -> Candidate:
    """A person named only as another's: Kim Jong Un's sister."""
    name = reading.words(run.first, run.last)
    return Candidate(
        run.first, run.last, Shape.FULL, ActorKind.PERSON, name, heads=1, surname=name.split()[-1]
    )


def given_second(entity: Entity) -> bool:
    """Family name first, as in Chinese and Korean: short first part."""
    return len(entity.keys[0]) <= 5


def agrees(entity: Entity, candidate: Candidate) -> bool:
    """Whether a pronoun can stand for an earlier mention: person, body, number, gender."""
    kind = entity.source.kind
    if candidate.name == "it":
        return kind in {ActorKind.OFFICE, ActorKind.BODY, ActorKind.STATE, ActorKind.OUTLET}
    if candidate.plural:
        if kind is ActorKind.OFFICE:
            return entity.candidate.noun in PLURAL_BODIES
        return kind in {ActorKind.ANONYMOUS, ActorKind.BODY} and entity.source.heads != 1
    if kind is ActorKind.ANONYMOUS and entity.source.heads != 1:
        return False
    if kind not in {ActorKind.PERSON, ActorKind.ANONYMOUS}:
        return False
    return entity.female is None or candidate.female is None or entity.female == candidate.female


def same_body(entity: Entity, candidate: Candidate, kind: str) -> bool:
    """Whether "the ministry", "the group", "the newspaper" can stand for an earlier body."""
    source = entity.source
    if kind == "outlet":
        return source.kind is ActorKind.OUTLET
    if kind == "document":
        return (source.kind in {ActorKind.OFFICE, ActorKind.BODY} and candidate.noun != "report") or (
            candidate.noun in {"report", "article"} and source.kind is ActorKind.OUTLET
        )
    if source.kind not in {ActorKind.OFFICE, ActorKind.BODY, ActorKind.OUTLET}:
        return False
    named = candidate.noun in source.name.lower().split() or candidate.noun in entity.nouns
    if candidate.noun in {
        "group",
        "force",
        "movement",
        "militia",
        "organization",
        "organisation",
        "alliance",
        "bloc",
        "agency",
    }:
        return (
            named
            or (source.kind is ActorKind.BODY)
            or (candidate.noun == "agency" and source.kind is ActorKind.OUTLET)
        )
    return named


_QUALIFIERS = COMPLEMENTS | OPPOSITION | FORMER | word_set("prime deputy vice shadow chief first permanent")
"""Words that tell one post from another of the same noun."""


def _is_portfolio(word: str) -> bool:
    """Whether a word before "minister" names what he is minister of: immigration; not: visiting, new, top."""
    if word in COMPLEMENTS:
        return True
    return word not in MODIFIERS | _EPITHETS and not word.endswith(("ed", "ing", "'s")) and "-" not in word


_PORTFOLIOS = frozenset({"minister", "secretary"})
"""Nouns of posts that are told apart by their matter."""
_EPITHETS = word_set("then new young old veteran late same main former his her its their the a an")
"""What is said of a minister and names no post."""


def _other_post(entity: Entity, candidate: Candidate) -> bool:
    """Whether the words before the noun name another post: the defence minister, after a foreign minister."""
    said = set(candidate.name.lower().split()) & _QUALIFIERS
    if candidate.noun in _PORTFOLIOS:
        said |= {word for word in candidate.name.split()[:-1] if word.islower() and _is_portfolio(word)}
    if not said:
        return False
    source = entity.source
    title = source.office or (source.name if source.kind is ActorKind.ANONYMOUS else None)
    if title is None and " " in source.name and source.name[:1].islower():
        title = source.name
    if title is None:
        return False
    known = set(title.lower().split())
    same_rank = candidate.noun in _PORTFOLIOS and bool(known & _PORTFOLIOS)
    return (candidate.noun in known or same_rank) and not said <= known


def same_role(entity: Entity, candidate: Candidate) -> bool:
    """Whether "the minister", "the sources" can stand for an earlier mention."""
    source = entity.source
    if source.kind not in {ActorKind.PERSON, ActorKind.ANONYMOUS}:
        return False
    if candidate.party and source.party and candidate.party != source.party:
        return False
    if candidate.plural or candidate.partitive:
        if source.kind is not ActorKind.ANONYMOUS or source.heads == 1:
            return False
        if (
            not candidate.partitive
            and " " in candidate.name
            and candidate.name[0].isupper()
            and " " in source.name
            and source.name[0].isupper()
        ):
            return candidate.name == source.name  # the Free Democrats, after the Social Democrats
        return candidate.noun in entity.nouns or (
            candidate.noun in {"source", "people"} and bool(entity.roles & {Role.SOURCE})
        )
    if source.kind is ActorKind.ANONYMOUS and source.heads != 1:
        return candidate.noun in entity.nouns and candidate.noun in {"source", "official", "diplomat"}
    if _other_post(entity, candidate):
        return False
    if candidate.noun in entity.nouns:
        return True
    if candidate.party and candidate.party != source.party:
        return False
    if UNNAMED & set(candidate.name.lower().split()):
        return False
    family = next((roles for noun, roles in _FAMILIES if noun == candidate.noun), frozenset())
    if candidate.role is Role.SPOKES:
        family = frozenset({Role.SPOKES})
    if source.kind is ActorKind.ANONYMOUS:
        return False
    return bool(family & entity.roles)


__all__ = ["Entity", "Seen", "agrees", "bare", "given_second", "same_body", "same_role"]
