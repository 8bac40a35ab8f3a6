"""Who is meant: surnames, titles, pronouns and "the official" resolved to earlier mentions, with the rule that did it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from diplotui.extraction.candidates import Candidate, Shape, issuer
from diplotui.extraction.cues import PREPOSITIONS
from diplotui.extraction.names import NameRun, name_key
from diplotui.extraction.parties import (
    implies_party,
    owned,
    owner_party,
    place_behind,
    place_party,
    speaks_without_party,
    title_party,
)
from diplotui.extraction.reading import Reading
from diplotui.extraction.role_phrases import SAYING
from diplotui.extraction.spans import Mention
from diplotui.extraction.titles import BODY_HEADS, UNNAMED, Role
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

REACH = 60
"""Earlier mentions looked at for a pronoun or "the minister"; keeps the search linear in the text."""

BLOCKS_BACK = 4
"""Paragraphs that a pronoun may reach back."""

LAST_PARTY_BLOCKS = 2
"""Paragraphs in which the party spoken of last stays the one meant by "the minister"."""

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


_ELECTED = frozenset({Role.LEADER, Role.MINISTER, Role.LAWMAKER, Role.LOCAL})
"""Roles by which a text calls a speaker whom it takes for known."""


@dataclass(slots=True)
class _Entity:
    """Somebody or something already mentioned."""

    source: Source
    candidate: Candidate
    keys: tuple[str, ...] = ()
    nouns: set[str] = field(default_factory=set)
    roles: set[Role] = field(default_factory=set)
    female: bool | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """One resolved mention in its place."""

    at: int
    entity: _Entity
    block: int
    salience: int


def resolve(reading: Reading, candidates: list[Candidate], home: str | None = None) -> tuple[Mention, ...]:
    """The mentions of a text in order, each with the source it stands for. ``home``: the dateline's party."""
    discourse = _Discourse(reading, candidates, home)
    found = [found for candidate in candidates for found in discourse.take(candidate)]
    return tuple(
        Mention(
            start=reading.tokens.starts[candidate.first],
            end=reading.tokens.ends[candidate.last],
            source=replace(entity.source, heads=1)
            if candidate.partitive and candidate.heads == 1
            else entity.source,
            inferred=inferred,
            rule=rule,
        )
        for candidate, entity, inferred, rule in found
    )


class _Discourse:
    """What has been mentioned so far."""

    def __init__(self, reading: Reading, candidates: list[Candidate], home: str | None) -> None:
        self.reading = reading
        self.seen: list[_Seen] = []
        self.persons: list[_Entity] = []
        self.by_key: dict[str, list[_Entity]] = {}
        self.home = home
        self.bodies: dict[tuple[str, str | None], _Entity] = {}
        for candidate in candidates:
            if candidate.shape is Shape.FULL:
                self._enter_person(candidate)
            for run in candidate.inner:
                if run.kind == "person":
                    self._enter_person(_bare(reading, run))
        self.speaking = {
            name_key(candidate.surname)
            for candidate in candidates
            if candidate.weak and self._salience(candidate) == 3
        }

    # -- persons -----------------------------------------------------------------------------------------

    def _enter_person(self, candidate: Candidate) -> _Entity:
        keys = tuple(name_key(word) for word in candidate.name.split() if len(word) > 2 or word[-1:] != ".")
        entity = self._same_person(keys)
        if entity is None:
            source = Source(candidate.name, ActorKind.PERSON, heads=1)
            entity = _Entity(source, candidate, keys)
            self.persons.append(entity)
            for key in dict.fromkeys(keys):
                self.by_key.setdefault(key, []).append(entity)
        self._learn(entity, candidate)
        return entity

    def _same_person(self, keys: tuple[str, ...]) -> _Entity | None:
        if not keys:
            return None
        for entity in self.by_key.get(keys[-1], ()):
            mine = entity.keys
            if mine == keys or (len(keys) > 1 and (mine[-len(keys) :] == keys or keys[-len(mine) :] == mine)):
                return entity
            if mine[-1] == keys[-1] and mine[0][0] == keys[0][0] and min(len(mine[0]), len(keys[0])) <= 3:
                return entity
            if mine[-1] == keys[-1] and mine[0] == keys[0]:
                return entity
        return None

    def _learn(self, entity: _Entity, candidate: Candidate) -> None:
        """Add to a person what this mention says of him or her; the first office given stays."""
        source = entity.source
        party = source.party
        speaks = source.speaks_for
        if (candidate.office or candidate.role) and party is None and candidate.party is not None:
            party, speaks = candidate.party, candidate.speaks
        elif candidate.office is not None and source.office is None:
            speaks = candidate.speaks
        aliases = source.aliases
        if (
            candidate.name != source.name
            and candidate.name not in aliases
            and candidate.shape is not Shape.ROLE
        ):
            aliases = (*aliases, candidate.name)
        office = source.office or candidate.office
        entity.source = replace(source, office=office, party=party, speaks_for=speaks, aliases=aliases)
        if candidate.noun and candidate.shape is not Shape.PRONOUN:
            entity.nouns.add(candidate.noun)
        if candidate.role is not None:
            entity.roles.add(candidate.role)
        if entity.female is None:
            entity.female = candidate.female

    def _by_surname(self, candidate: Candidate) -> _Entity | None:
        """The person of that surname: one mentioned before, else one that the text names in full later."""
        entities = self.by_key.get(name_key(candidate.surname), [])
        if not entities:
            return None
        last = [entity for entity in entities if entity.keys[-1] == name_key(candidate.surname)]
        first = [entity for entity in entities if entity.keys[0] == name_key(candidate.surname)]
        pool = (
            last or (first if not candidate.weak or first[:1] and _given_second(first[0]) else []) or entities
        )
        before = [entity for entity in pool if entity.candidate.first < candidate.first]
        return before[-1] if before else pool[0]

    # -- taking candidates in order -------------------------------------------------------------------------

    def take(self, candidate: Candidate) -> Iterator[tuple[Candidate, _Entity, bool, str]]:
        """The mention that a candidate makes, if it makes one."""
        answer = self._resolve(candidate)
        if answer is None:
            return
        entity, inferred, rule = answer
        self._note(candidate, entity)
        yield candidate, entity, inferred, rule

    def _note(self, candidate: Candidate, entity: _Entity) -> None:
        block = self.reading.block[candidate.first]
        if self.reading.quote[candidate.first] < 0:
            self.seen.append(_Seen(candidate.first, entity, block, self._salience(candidate)))

    def _salience(self, candidate: Candidate) -> int:
        """3 for one who speaks, 2 for a subject, 1 for others."""
        tokens, first = self.reading.tokens, candidate.first
        before = tokens.lower[first - 1] if first else ""
        follows = tokens.lower[candidate.last + 1 : candidate.last + 2]
        if follows and follows[0] in {"himself", "herself"}:
            return 3
        if before in SAYING and first > 1 and not tokens.words[first - 2][0].isalnum():
            return 3
        if before in PREPOSITIONS and before != "with":
            return 1
        after = self._verb_place(candidate.last + 1)
        verb = tokens.lower[after] if after < len(tokens) else ""
        if verb in SAYING:
            return 3
        if candidate.weak and self.reading.opens[first] and self._speaks_later(candidate.last + 1):
            return 3
        if before in PREPOSITIONS or self._is_embedded(candidate):
            return 1
        if before in {"was", "is", "stood", "sat", "came"} or self.reading.opens[first]:
            return 2
        return 2 if verb and _may_be_verb(verb) else 1

    def _verb_place(self, at: int) -> int:
        """Token where the verb of a subject that ends before ``at`` may stand: behind adverbs, a day, a place."""
        tokens, begin = self.reading.tokens, at
        while at < len(tokens) and at < begin + 7:
            if tokens.lower[at] in {"in", "at", "of"} and at + 1 in self.reading.terms:
                at = self.reading.terms[at + 1][0] + 1
            elif _may_stand_between(tokens.lower[at]):
                at += 1
            else:
                break
        return at

    def _speaks_later(self, at: int) -> bool:
        """``X, appearing on television, said``: a verb of saying behind the comma that closes."""
        tokens = self.reading.tokens
        if at >= len(tokens) or tokens.words[at] != ",":
            return False
        for step in range(at + 2, min(at + 26, len(tokens))):
            if self.reading.opens[step] and self.reading.quote[step] < 0:
                return False
            if tokens.lower[step] in SAYING:
                return not tokens.words[step - 1][0].isalnum()
        return False

    def _is_embedded(self, candidate: Candidate) -> bool:
        """Whether the mention stands in what somebody is said to have said."""
        tokens = self.reading.tokens
        if self.reading.opens[candidate.first]:
            return False
        for at in range(candidate.first - 1, max(-1, candidate.first - 30), -1):
            if tokens.lower[at] in SAYING or tokens.lower[at] == "that":
                return True
            if self.reading.opens[at] or self.reading.quote[at] >= 0:
                return False
        return False

    def _resolve(self, candidate: Candidate) -> tuple[_Entity, bool, str] | None:
        if candidate.shape is Shape.FULL:
            return (
                self._enter_person(self._with_party(candidate)),
                False,
                "full-name" if candidate.office is None else "title-name",
            )
        if candidate.shape in {Shape.SURNAME, Shape.LABEL}:
            return self._surname(candidate)
        if candidate.shape is Shape.PRONOUN:
            found = self._pronoun(candidate)
            return None if found is None else (found, True, f"pronoun-{candidate.name}")
        if candidate.shape in {Shape.TERM, Shape.BODY}:
            unowned = candidate.kind is ActorKind.OFFICE and not owned(self.reading, candidate)
            place = place_behind(self.reading, candidate) if unowned else None
            candidate = candidate if place is None else replace(candidate, party=place, speaks=True)
            return self._body(candidate), False, f"{candidate.shape.value}-{candidate.kind.value}"
        if candidate.shape is Shape.NOUN:
            return self._noun(candidate)
        return self._role(candidate)

    def _surname(self, candidate: Candidate) -> tuple[_Entity, bool, str] | None:
        entity = self._by_surname(candidate)
        rule = "turn-label" if candidate.shape is Shape.LABEL else "surname"
        if entity is not None:
            if entity.source.party is None:
                candidate = self._with_party(candidate)
            self._learn(entity, candidate)
            return entity, True, rule
        candidate = self._with_party(candidate)
        if candidate.weak and not self._speaks_alone(candidate):
            return None
        source = Source(candidate.name, ActorKind.PERSON, heads=1)
        entity = _Entity(source, candidate, (name_key(candidate.surname),))
        self.persons.append(entity)
        self.by_key.setdefault(name_key(candidate.surname), []).append(entity)
        self._learn(entity, candidate)
        return (
            entity,
            False,
            rule if rule == "turn-label" else "single-name" if candidate.weak else "title-surname",
        )

    def _speaks_alone(self, candidate: Candidate) -> bool:
        """A lone capitalised word counts where a verb of saying stands by it."""
        tokens = self.reading.tokens
        before = tokens.lower[candidate.first - 1] if candidate.first else ""
        follows = tokens.lower[candidate.last + 1 : candidate.last + 2]
        if before == "with" and follows and follows[0].endswith("ing"):
            return name_key(candidate.surname) in self.speaking
        if before in PREPOSITIONS or before in {"the", "a", "an"}:
            return False
        return name_key(candidate.surname) in self.speaking

    def _body(self, candidate: Candidate) -> _Entity:
        key = (name_key(candidate.name), candidate.party)
        entity = self.bodies.get(key)
        text = self.reading.words(candidate.first, candidate.last)
        if entity is None and candidate.kind is ActorKind.OUTLET and " " not in candidate.name:
            entity = self._short_outlet(candidate.name.lower())
        if entity is None:
            heads = None
            source = Source(
                candidate.name,
                candidate.kind,
                party=candidate.party,
                speaks_for=candidate.speaks,
                heads=heads,
            )
            entity = _Entity(source, candidate, nouns={candidate.noun})
            self.bodies[key] = entity
        short = text[4:] if text.lower().startswith("the ") else text
        if short != entity.source.name and short not in entity.source.aliases:
            entity.source = replace(entity.source, aliases=(*entity.source.aliases, short))
        return entity

    def _short_outlet(self, noun: str) -> _Entity | None:
        """The Times, the Post: an outlet named in full before."""
        for seen in self._recent():
            source = seen.entity.source
            if source.kind is ActorKind.OUTLET and source.name.lower().split()[-1] == noun:
                return seen.entity
        return None

    # -- described ---------------------------------------------------------------------------------------

    def _recent(self) -> Iterator[_Seen]:
        yield from reversed(self.seen[-REACH:])

    def _fresh(self, candidate: Candidate, rule: str) -> tuple[_Entity, bool, str]:
        candidate = self._with_party(candidate)
        party, speaks = candidate.party, candidate.speaks
        if party is None and candidate.role in {Role.SPOKES, Role.ADVISER} and candidate.inner:
            party, speaks = self._party_of(candidate)
        source = Source(
            candidate.name,
            candidate.kind,
            office=candidate.office,
            party=party,
            speaks_for=speaks,
            heads=candidate.heads,
        )
        roles = {candidate.role} if candidate.role is not None else set()
        return _Entity(source, candidate, (), {candidate.noun}, roles, candidate.female), False, rule

    def _with_party(self, candidate: Candidate) -> Candidate:
        """The candidate with the party that the text names elsewhere, where its own words name none."""
        if candidate.party is not None or not (
            candidate.office or candidate.role or candidate.shape in {Shape.ROLE, Shape.NOUN}
        ):
            return candidate
        office = candidate.office or candidate.name
        sure = title_party(office, sure=True)
        if sure is not None and not candidate.speaks and candidate.role is not None:
            return replace(candidate, party=sure, speaks=speaks_without_party(candidate))
        if not implies_party(candidate):
            return candidate
        earlier = [seen.entity.source for seen in self._recent()]
        party = (
            owner_party(self.reading, candidate, earlier)
            or place_party(self.reading, candidate)
            or self.home
            or title_party(office, sure=False)
            or self._last_party(candidate)
        )
        return candidate if party is None else replace(candidate, party=party, speaks=True)

    def _last_party(self, candidate: Candidate) -> str | None:
        """The party spoken of last in this paragraph or the ones before, as a subject."""
        block = self.reading.block[candidate.first]
        for seen in self._recent():
            if block - seen.block > LAST_PARTY_BLOCKS:
                return None
            if seen.salience > 1 and seen.entity.source.party is not None:
                return seen.entity.source.party
        return None

    def _party_of(self, candidate: Candidate) -> tuple[str | None, bool]:
        """A spokesman for X speaks for X's party."""
        for run in candidate.inner:
            for entity in self.by_key.get(name_key(self.reading.tokens.words[run.last]), ()):
                return entity.source.party, entity.source.speaks_for
        return None, False

    def _noun(self, candidate: Candidate) -> tuple[_Entity, bool, str] | None:
        """The ministry, the group, the newspaper, the statement."""
        definite = candidate.article in {"the", "this", "that", "its", "their", "his", "her"}
        kind = BODY_HEADS[candidate.noun]
        if definite and candidate.party is None and not candidate.inner:
            for seen in self._recent():
                if _same_body(seen.entity, candidate, kind):
                    return seen.entity, True, f"the-{candidate.noun}"
        issued = issuer(candidate) if kind == "document" or candidate.kind is ActorKind.OUTLET else None
        if issued is not None:
            return self._body(issued), True, "document-of"
        if kind == "document" and candidate.inner:
            for run in candidate.inner:
                for entity in self.by_key.get(name_key(self.reading.tokens.words[run.last]), ()):
                    return entity, True, "document-of"
        return self._fresh(candidate, "described-body")

    def _role(self, candidate: Candidate) -> tuple[_Entity, bool, str]:
        definite = candidate.article in {"the", "this", "these", "those"} or candidate.partitive
        if definite and (candidate.partitive or self.reading.quote[candidate.first] < 0):
            for seen in self._recent():
                if _same_role(seen.entity, candidate):
                    entity = seen.entity
                    if (
                        entity.source.kind is ActorKind.PERSON
                        and entity.source.party is None
                        and candidate.party
                    ):
                        self._learn(entity, replace(candidate, office=candidate.office or candidate.name))
                    return entity, True, "one-of" if candidate.partitive else f"the-{candidate.noun}"
            near = self._near_speaker(candidate)
            if near is not None:
                return near, True, f"the-{candidate.noun}-near"
        return self._fresh(candidate, "described" if candidate.article not in {"the"} else "described-the")

    def _near_speaker(self, candidate: Candidate) -> _Entity | None:
        """``The president`` after a speaker whom the text gives no title: he or she."""
        if candidate.plural or candidate.partitive or candidate.party or candidate.role not in _ELECTED:
            return None
        block = self.reading.block[candidate.first]
        for seen in self._recent():
            if block - seen.block > BLOCKS_BACK:
                return None
            source = seen.entity.source
            if seen.salience == 3 and source.kind is ActorKind.PERSON:
                free = source.office is None and not seen.entity.roles
                return seen.entity if free and _agrees(seen.entity, candidate) else None
        return None

    # -- pronouns ----------------------------------------------------------------------------------------

    def _pronoun(self, candidate: Candidate) -> _Entity | None:
        """The most prominent earlier mention that agrees: speakers first, then subjects, the nearest of them."""
        block = self.reading.block[candidate.first]
        alone = self._only_one(candidate, block)
        if alone is not None:
            return alone
        best: tuple[int, _Entity] | None = None
        for seen in self._recent():
            if block - seen.block > BLOCKS_BACK or (best is not None and block - seen.block > 1):
                break
            if not _agrees(seen.entity, candidate):
                continue
            if best is None or (best[0] < 2 and seen.salience > best[0]):
                best = (seen.salience, seen.entity)
            if seen.salience > 1:
                break
        return best[1] if best is not None else None

    def _only_one(self, candidate: Candidate, block: int) -> _Entity | None:
        """The one person of the paragraph who agrees, wherever he or she stands in it."""
        if candidate.plural or candidate.name == "it":
            return None
        found: _Entity | None = None
        for seen in self._recent():
            if seen.block != block:
                break
            if _agrees(seen.entity, candidate):
                if found is not None and found is not seen.entity:
                    return None
                found = seen.entity
        return found


def _may_stand_between(word: str) -> bool:
    """Whether a word may stand between a subject and its verb: an adverb, an auxiliary, a day."""
    return word in _BETWEEN or word.endswith("ly")


_BETWEEN = word_set(
    """also later then , on has have had earlier again once never not himself herself itself monday tuesday wednesday
    thursday friday saturday sunday late early"""
)


def _may_be_verb(word: str) -> bool:
    """Whether a word behind a mention is likely its verb."""
    return word[0].isalpha() and word not in _NO_VERBS and word not in PREPOSITIONS


_NO_VERBS = word_set("and or but who which that when where while as if because the a an his her its their to")


def _bare(reading: Reading, run: NameRun) -> Candidate:
    """A person named only as another's: Kim Jong Un's sister."""
    name = reading.words(run.first, run.last)
    return Candidate(
        run.first, run.last, Shape.FULL, ActorKind.PERSON, name, heads=1, surname=name.split()[-1]
    )


def _given_second(entity: _Entity) -> bool:
    """Family name first, as in Chinese and Korean: short first part."""
    return len(entity.keys[0]) <= 5


def _agrees(entity: _Entity, candidate: Candidate) -> bool:
    kind = entity.source.kind
    if candidate.name == "it":
        return kind in {ActorKind.OFFICE, ActorKind.BODY, ActorKind.STATE, ActorKind.OUTLET}
    if candidate.plural:
        return kind in {ActorKind.ANONYMOUS, ActorKind.BODY, ActorKind.STATE} and entity.source.heads != 1
    if kind is ActorKind.ANONYMOUS and entity.source.heads != 1:
        return False
    if kind not in {ActorKind.PERSON, ActorKind.ANONYMOUS}:
        return False
    return entity.female is None or candidate.female is None or entity.female == candidate.female


def _same_body(entity: _Entity, candidate: Candidate, kind: str) -> bool:
    source = entity.source
    if kind == "outlet":
        return source.kind is ActorKind.OUTLET
    if kind == "document":
        return (
            source.kind in {ActorKind.OFFICE, ActorKind.BODY}
            and candidate.noun != "report"
            or (candidate.noun in {"report", "article"} and source.kind is ActorKind.OUTLET)
        )
    if source.kind not in {ActorKind.OFFICE, ActorKind.BODY, ActorKind.OUTLET}:
        return False
    named = candidate.noun in source.name.lower().split() or candidate.noun in entity.nouns
    if candidate.noun in {
        "group",
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


def _same_role(entity: _Entity, candidate: Candidate) -> bool:
    """Whether "the minister", "the sources" can stand for an earlier mention."""
    source = entity.source
    if source.kind not in {ActorKind.PERSON, ActorKind.ANONYMOUS}:
        return False
    if candidate.party and source.party and candidate.party != source.party:
        return False
    if candidate.plural or candidate.partitive:
        if source.kind is not ActorKind.ANONYMOUS or source.heads == 1:
            return False
        return candidate.noun in entity.nouns or (
            candidate.noun in {"source", "people"} and bool(entity.roles & {Role.SOURCE})
        )
    if source.kind is ActorKind.ANONYMOUS and source.heads != 1:
        return candidate.noun in entity.nouns and candidate.noun in {"source", "official", "diplomat"}
    if candidate.noun in entity.nouns:
        return True
    if UNNAMED & set(candidate.name.lower().split()):
        return False
    family = next((roles for noun, roles in _FAMILIES if noun == candidate.noun), frozenset())
    if candidate.role is Role.SPOKES:
        family = frozenset({Role.SPOKES})
    if source.kind is ActorKind.ANONYMOUS:
        return False
    return bool(family & entity.roles)


__all__ = ["BLOCKS_BACK", "REACH", "resolve"]
