"""Who is meant: surnames, titles, pronouns and "the official" resolved to earlier mentions."""

from collections.abc import Iterator
from dataclasses import replace

from diplotui.extraction.candidate import Candidate, Shape
from diplotui.extraction.entities import Entity, Seen, agrees, bare, same_body, same_role
from diplotui.extraction.named_bodies import issuer, owned, place_behind
from diplotui.extraction.names import name_key
from diplotui.extraction.person_register import PersonRegister
from diplotui.extraction.reading import Reading
from diplotui.extraction.salience import salience
from diplotui.extraction.spans import Mention
from diplotui.extraction.titles import BODY_HEADS, Role
from diplotui.extraction.verb_groups import PREPOSITIONS
from diplotui.model import ActorKind, Source

REACH = 60
"""Earlier mentions looked at for a pronoun or "the minister"; keeps the search linear in the text."""
BLOCKS_BACK = 4
"""Paragraphs that a pronoun may reach back."""
_GENERIC = frozenset({"person", "individual", "man", "woman", "people", "citizen", "child"})
"""With "a" these mean anybody, and no later "he": a person on trial could not have visitors."""
_ELECTED = frozenset({Role.LEADER, Role.MINISTER, Role.LAWMAKER, Role.LOCAL})
"""Roles by which a text calls a speaker whom it takes for known."""


def resolve(reading: Reading, candidates: list[Candidate]) -> tuple[Mention, ...]:
    """The mentions of a text in order, each with the source it stands for."""
    discourse = _Discourse(reading, candidates)
    found = [found for candidate in candidates for found in discourse.take(candidate)]
    for entity, person in discourse.unmasked:
        entity.source = person.source
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

    def __init__(self, reading: Reading, candidates: list[Candidate]) -> None:
        self.reading = reading
        self.seen: list[Seen] = []
        self.persons = PersonRegister()
        self.unmasked: list[tuple[Entity, Entity]] = []
        """Who spoke without a name, and the person that the text later names."""
        self.bodies: dict[tuple[str, str | None], Entity] = {}
        for candidate in candidates:
            if candidate.shape is Shape.FULL:
                self.persons.enter(candidate)
            for run in candidate.inner:
                if run.kind == "person":
                    self.persons.enter(bare(reading, run))
        self.speaking = {
            name_key(candidate.surname)
            for candidate in candidates
            if candidate.weak and salience(self.reading, candidate) == 3
        }

    # -- taking candidates in order -------------------------------------------------------------------------

    def take(self, candidate: Candidate) -> Iterator[tuple[Candidate, Entity, bool, str]]:
        """The mention that a candidate makes, if it makes one."""
        answer = self._resolve(candidate)
        if answer is None:
            return
        entity, inferred, rule = answer
        self._note(candidate, entity)
        yield candidate, entity, inferred, rule

    def _note(self, candidate: Candidate, entity: Entity) -> None:
        block = self.reading.block[candidate.first]
        prominence = salience(self.reading, candidate)
        generic = candidate.noun in _GENERIC and candidate.article in {"a", "an"} and prominence < 3
        if self.reading.quote[candidate.first] < 0 and not generic:
            self.seen.append(Seen(candidate.first, entity, block, prominence))

    def _resolve(self, candidate: Candidate) -> tuple[Entity, bool, str] | None:
        if candidate.shape is Shape.FULL:
            self._unmask(candidate)
            return (
                self.persons.enter(candidate),
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

    def _unmask(self, candidate: Candidate) -> None:
        """``The colonel, Seydou Barry,``: the colonel who spoke before without a name is this one."""
        if candidate.office is None or self.reading.tokens.lower[candidate.first] != "the":
            return
        for seen in self._recent():
            entity = seen.entity
            source = entity.source
            if (
                source.kind is not ActorKind.ANONYMOUS
                or source.heads != 1
                or candidate.noun not in entity.nouns
            ):
                continue
            if source.party is None or candidate.party in {None, source.party}:
                person = self.persons.enter(candidate)
                office = candidate.office or source.name
                entity.source = person.source = replace(
                    person.source,
                    office=office,
                    party=source.party or candidate.party,
                    speaks_for=source.speaks_for or candidate.speaks,
                )
                self.unmasked.append((entity, person))
            return

    def _surname(self, candidate: Candidate) -> tuple[Entity, bool, str] | None:
        entity = self.persons.by_surname(candidate)
        rule = "turn-label" if candidate.shape is Shape.LABEL else "surname"
        if entity is not None:
            self.persons.learn(entity, candidate)
            return entity, True, rule
        if candidate.weak and not self._speaks_alone(candidate):
            return None
        entity = self.persons.add_surname(candidate)
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

    def _body(self, candidate: Candidate) -> Entity:
        key = (name_key(candidate.name), candidate.party)
        entity = self.bodies.get(key)
        text = self.reading.words(candidate.first, candidate.last)
        if entity is None and candidate.kind is ActorKind.OUTLET and " " not in candidate.name:
            entity = self._short_outlet(candidate.name.lower())
        if entity is None:
            kind, party = candidate.kind, candidate.party
            source = Source(candidate.name, kind, party=party, speaks_for=candidate.speaks)
            entity = Entity(source, candidate, nouns={candidate.noun})
            self.bodies[key] = entity
        short = text[4:] if text.lower().startswith("the ") else text
        if short != entity.source.name and short not in entity.source.aliases:
            entity.source = replace(entity.source, aliases=(*entity.source.aliases, short))
        return entity

    def _short_outlet(self, noun: str) -> Entity | None:
        """The Times, the Post: an outlet named in full before."""
        for seen in self._recent():
            source = seen.entity.source
            if source.kind is ActorKind.OUTLET and source.name.lower().split()[-1] == noun:
                return seen.entity
        return None

    # -- described ---------------------------------------------------------------------------------------

    def _recent(self) -> Iterator[Seen]:
        yield from reversed(self.seen[-REACH:])

    def _fresh(self, candidate: Candidate, rule: str) -> tuple[Entity, bool, str]:
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
        return Entity(source, candidate, (), {candidate.noun}, roles, candidate.female), False, rule

    def _party_of(self, candidate: Candidate) -> tuple[str | None, bool]:
        """A spokesman for X speaks for X's party."""
        for run in candidate.inner:
            for entity in self.persons.by_key.get(name_key(self.reading.tokens.words[run.last]), ()):
                return entity.source.party, entity.source.speaks_for
        return None, False

    def _noun(self, candidate: Candidate) -> tuple[Entity, bool, str] | None:
        """The ministry, the group, the newspaper, the statement."""
        definite = candidate.article in {"the", "this", "that"} or (
            candidate.article in {"its", "their", "his", "her"} and BODY_HEADS[candidate.noun] == "document"
        )
        kind = BODY_HEADS[candidate.noun]
        if definite and candidate.party is None and not candidate.inner:
            whose = candidate.noun == "office" and " of " in candidate.name  # the office of the mediator
            for seen in () if whose else self._recent():
                if same_body(seen.entity, candidate, kind):
                    return seen.entity, True, f"the-{candidate.noun}"
        issued = issuer(candidate) if kind == "document" or candidate.kind is ActorKind.OUTLET else None
        if issued is not None:
            return self._body(issued), True, "document-of"
        if kind == "document" and candidate.inner:
            for run in candidate.inner:
                for entity in self.persons.by_key.get(name_key(self.reading.tokens.words[run.last]), ()):
                    return entity, True, "document-of"
        return self._fresh(candidate, "described-body")

    def _role(self, candidate: Candidate) -> tuple[Entity, bool, str]:
        definite = candidate.article in {"the", "this", "these", "those"} or candidate.partitive
        if definite and (candidate.partitive or self.reading.quote[candidate.first] < 0):
            new = (
                candidate.party is not None
                and " of " in candidate.name
                and not any(seen.entity.source.party == candidate.party for seen in self._recent())
            )
            for seen in () if new else self._likeliest(candidate):
                if same_role(seen.entity, candidate):
                    entity = seen.entity
                    if (
                        entity.source.kind is ActorKind.PERSON
                        and entity.source.party is None
                        and candidate.party
                    ):
                        self.persons.learn(
                            entity, replace(candidate, office=candidate.office or candidate.name)
                        )
                    return entity, True, "one-of" if candidate.partitive else f"the-{candidate.noun}"
            near = self._near_speaker(candidate)
            if near is not None:
                return near, True, f"the-{candidate.noun}-near"
        return self._fresh(candidate, "described" if candidate.article not in {"the"} else "described-the")

    def _likeliest(self, candidate: Candidate) -> Iterator[Seen]:
        """Earlier mentions, the last first; those called by the same noun go before all others."""
        named = [seen for seen in self._recent() if candidate.noun in seen.entity.nouns]
        yield from named
        yield from self._recent()

    def _near_speaker(self, candidate: Candidate) -> Entity | None:
        """``The president`` after a speaker whom the text gives no title: he or she."""
        if candidate.plural or candidate.partitive or candidate.party or candidate.role not in _ELECTED:
            return None
        if (
            candidate.inner
            or len(candidate.name.split()) > 2
            or "-" in candidate.name
            or " of " in candidate.name
        ):
            return None
        block = self.reading.block[candidate.first]
        for seen in self._recent():
            if block - seen.block > BLOCKS_BACK:
                return None
            source = seen.entity.source
            if seen.salience == 3 and source.kind is ActorKind.PERSON:
                free = source.office is None and not seen.entity.roles
                return seen.entity if free and agrees(seen.entity, candidate) else None
        return None

    # -- pronouns ----------------------------------------------------------------------------------------

    def _pronoun(self, candidate: Candidate) -> Entity | None:
        """The nearest earlier speaker or subject that agrees, else the nearest mention that does."""
        block = self.reading.block[candidate.first]
        alone = self._only_one(candidate, block)
        if alone is not None:
            return alone
        sure = self._known_gender(candidate, block)
        if sure is not None:
            return sure
        best: tuple[int, Entity] | None = None
        for seen in self._recent():
            if block - seen.block > BLOCKS_BACK or (best is not None and block - seen.block > 1):
                break
            if not agrees(seen.entity, candidate):
                continue
            if best is None or (best[0] < 2 and seen.salience > best[0]):
                best = (seen.salience, seen.entity)
            if seen.salience > 1:
                break
        if best is None and candidate.plural:
            return self._plural_state(block)
        return best[1] if best is not None else None

    def _known_gender(self, candidate: Candidate, block: int) -> Entity | None:
        """The last speaker of the paragraph whom the text calls a woman (a man), if the nearer ones only may be."""
        if candidate.female is None:
            return None
        for seen in self._recent():
            if seen.block != block:
                return None
            entity = seen.entity
            if not agrees(entity, candidate):
                continue
            if entity.female is None and seen.salience > 1:
                return None
            if entity.female is candidate.female and seen.salience == 3:
                return entity
        return None

    def _plural_state(self, block: int) -> Entity | None:
        """``They`` of a state, or of two, where nobody else is meant: Ethiopia claims the town; they say."""
        for seen in self._recent():
            if block - seen.block > BLOCKS_BACK:
                return None
            if seen.entity.source.kind is ActorKind.STATE:
                return seen.entity
        return None

    def _only_one(self, candidate: Candidate, block: int) -> Entity | None:
        """The one person of the paragraph who agrees, wherever he or she stands in it."""
        if candidate.plural or candidate.name == "it":
            return None
        found: Entity | None = None
        for seen in self._recent():
            if seen.block != block:
                break
            if agrees(seen.entity, candidate):
                if found is not None and found is not seen.entity:
                    return None
                found = seen.entity
        return found


__all__ = ["BLOCKS_BACK", "REACH", "resolve"]
