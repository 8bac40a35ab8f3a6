"""The persons of a text: one entry each, found again by full name, surname or another spelling."""

from dataclasses import replace

from diplotui.extraction.candidate import Candidate, Shape
from diplotui.extraction.entities import Entity, given_second
from diplotui.extraction.names import name_key
from diplotui.model import ActorKind, Source


class PersonRegister:
    """Persons by the keys of their names."""

    def __init__(self) -> None:
        self.by_key: dict[str, list[Entity]] = {}

    def enter(self, candidate: Candidate) -> Entity:
        """The person of a full name, entered if new."""
        keys = tuple(name_key(word) for word in candidate.name.split() if len(word) > 2 or word[-1:] != ".")
        entity = self._same_person(keys)
        if entity is None:
            source = Source(candidate.name, ActorKind.PERSON, heads=1)
            entity = Entity(source, candidate, keys)
            for key in dict.fromkeys(keys):
                self.by_key.setdefault(key, []).append(entity)
        self.learn(entity, candidate)
        return entity

    def _same_person(self, keys: tuple[str, ...]) -> Entity | None:
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

    def learn(self, entity: Entity, candidate: Candidate) -> None:
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
        if (office, party, speaks, aliases) != (
            source.office,
            source.party,
            source.speaks_for,
            source.aliases,
        ):
            entity.source = replace(source, office=office, party=party, speaks_for=speaks, aliases=aliases)
        if candidate.noun and candidate.shape is not Shape.PRONOUN:
            entity.nouns.add(candidate.noun)
        if candidate.role is not None:
            entity.roles.add(candidate.role)
        if entity.female is None:
            entity.female = candidate.female

    def by_surname(self, candidate: Candidate) -> Entity | None:
        """The person of that surname: one mentioned before, else one that the text names in full later."""
        entities = self.by_key.get(name_key(candidate.surname), [])
        if not entities:
            return None
        last = [entity for entity in entities if entity.keys[-1] == name_key(candidate.surname)]
        first = [entity for entity in entities if entity.keys[0] == name_key(candidate.surname)]
        pool = (
            last
            or (first if not candidate.weak or (first[:1] and given_second(first[0])) else [])
            or entities
        )
        before = [entity for entity in pool if entity.candidate.first < candidate.first]
        return before[-1] if before else pool[0]

    def add_surname(self, candidate: Candidate) -> Entity:
        """A person known by the surname alone."""
        key = name_key(candidate.surname)
        entity = Entity(Source(candidate.name, ActorKind.PERSON, heads=1), candidate, (key,))
        self.by_key.setdefault(key, []).append(entity)
        self.learn(entity, candidate)
        return entity


__all__ = ["PersonRegister"]
