"""From the sources that a text describes to the ledger's actors: known ones are found, others are made."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diplotui.ids import record_id
from diplotui.ledger.naming import group_phrase, spelling
from diplotui.ledger.terms import NO_FORMS, PartyForms
from diplotui.model import Actor, ActorKind, Source

_BODY_CODES = frozenset({"EU", "UN"})
"""Bodies whose code has two letters like a state's."""


def _is_body(code: str) -> bool:
    return code in _BODY_CODES or len(code) != 2


class ActorBook:
    """The actors that the ledger has and those that this document adds.

    A named source is a known actor where name or alias, kind and party agree; ``same_as`` is followed. An
    unnamed group is known by its nationality and the outlet that vouches for it, so that a retelling of one
    report finds the same group; without an outlet it is this document's own.
    """

    def __init__(
        self,
        known: Iterable[Actor],
        document: str,
        publisher: Actor | None = None,
        forms: PartyForms = NO_FORMS,
    ) -> None:
        self._document = document
        self._forms = forms
        self._by_id: dict[str, Actor] = {}
        self._by_name: dict[tuple[ActorKind, str], list[str]] = {}
        self._by_surname: dict[str, list[str]] = {}
        self._by_code: dict[str, str] = {}
        self._made: dict[str, None] = {}
        for actor in known:
            self._enter(actor)
        self.publisher = publisher
        if publisher is not None and publisher.id not in self._by_id:
            self._enter(publisher)
            self._made[publisher.id] = None

    @property
    def made(self) -> tuple[Actor, ...]:
        """Actors that the ledger does not have yet."""
        return tuple(self._by_id[actor] for actor in self._made)

    def _enter(self, actor: Actor) -> None:
        self._by_id[actor.id] = actor
        for name in (actor.name, *actor.aliases):
            self._by_name.setdefault((actor.kind, spelling(name)), []).append(actor.id)
        if actor.iso and actor.kind in (ActorKind.STATE, ActorKind.BODY) and actor.of is None:
            self._by_code.setdefault(actor.iso, actor.id)
        if actor.kind is ActorKind.PERSON and actor.name.strip():
            self._by_surname.setdefault(spelling(actor.name).split()[-1], []).append(actor.id)

    def _make(self, actor: Actor) -> str:
        self._enter(actor)
        self._made[actor.id] = None
        return actor.id

    def _merged(self, actor_id: str) -> str:
        """The actor that this one was merged into, itself if none."""
        seen: set[str] = set()
        while actor_id not in seen and (actor := self._by_id.get(actor_id)) and actor.same_as:
            seen.add(actor_id)
            actor_id = actor.same_as
        return actor_id

    def chain(self, sources: Sequence[Source]) -> tuple[str, ...]:
        """Actor ids from the origin to the publisher; no actor follows itself."""
        ids: list[str] = []
        for place, source in enumerate(sources):
            ids.append(self.actor(source, sources[place + 1 :]))
        if self.publisher is not None:
            ids.append(self._merged(self.publisher.id))
        return tuple(each for place, each in enumerate(ids) if place == 0 or each != ids[place - 1])

    def actor(self, source: Source, relays: Sequence[Source] = ()) -> str:
        """The actor of one source; ``relays`` are the links after it in the chain."""
        if source.kind is ActorKind.ANONYMOUS:
            return self._merged(self._group(source, relays))
        if source.kind is ActorKind.STATE and source.party:
            return self.party(source.party)
        found = self._named(source)
        if found is None:
            key = (source.kind.value, spelling(source.name), source.party or "")
            found = self._make(
                Actor(
                    id=record_id("a", *key),
                    kind=source.kind,
                    name=source.name,
                    of=self._belongs_to(source),
                    iso=source.party,
                    office=source.office,
                    aliases=source.aliases,
                    rule=f"actor.{source.kind.value}",
                )
            )
        return self._merged(found)

    def party(self, code: str) -> str:
        """The state or body with this code."""
        if code in self._by_code:
            return self._merged(self._by_code[code])
        kind = ActorKind.BODY if _is_body(code) else ActorKind.STATE
        name = self._forms.name(code)
        return self._make(
            Actor(id=record_id("a", "party", code), kind=kind, name=name, iso=code, rule="actor.party")
        )

    def _belongs_to(self, source: Source) -> str | None:
        """The party that a named source belongs to; an outlet, or the body itself, belongs to none."""
        if source.party is None or source.kind is ActorKind.OUTLET:
            return None
        itself = source.kind is ActorKind.BODY and spelling(source.name) in (
            spelling(source.party),
            spelling(self._forms.name(source.party)),
        )
        return None if itself else self.party(source.party)

    def _named(self, source: Source) -> str | None:
        """A known actor of this name: by name or alias, for a person also by a unique surname."""
        for name in (source.name, *source.aliases):
            for actor_id in self._by_name.get((source.kind, spelling(name)), ()):
                if _agree(source.party, self._by_id[actor_id].iso):
                    return actor_id
        words = spelling(source.name).split()
        if source.kind is not ActorKind.PERSON or not words or source.party is None:
            return None
        alike = [
            actor_id
            for actor_id in self._by_surname.get(words[-1], ())
            if self._by_id[actor_id].iso == source.party
            and (len(words) == 1 or len(spelling(self._by_id[actor_id].name).split()) == 1)
        ]
        return alike[0] if len(set(alike)) == 1 else None

    def _group(self, source: Source, relays: Sequence[Source]) -> str:
        """An unnamed group: of one nationality, vouched for by one outlet."""
        outlet = next((relay for relay in relays if relay.kind is ActorKind.OUTLET), None)
        if outlet is not None:
            vouching: str | None = self.actor(outlet)
        else:
            vouching = self._merged(self.publisher.id) if self.publisher else None
        who = (source.party, source.speaks_for) if source.party else (group_phrase(source.name),)
        found = record_id("a", "anonymous", vouching or self._document, *who)
        if found in self._by_id:
            self._count(found, source.heads)
            return found
        return self._make(
            Actor(
                id=found,
                kind=ActorKind.ANONYMOUS,
                name=source.name,
                of=self.party(source.party) if source.party and source.speaks_for else None,
                iso=source.party,
                heads=source.heads,
                vouched_by=vouching,
                rule="actor.anonymous",
            )
        )

    def _count(self, actor_id: str, heads: int | None) -> None:
        """A group that this document adds is as large as its largest mention; a stored one stays."""
        actor = self._by_id[actor_id]
        if actor_id in self._made and heads is not None and heads > (actor.heads or 0):
            self._by_id[actor_id] = replace(actor, heads=heads)


def relays_after(source: Source, links: Sequence[Source]) -> Sequence[Source]:
    """The relays behind a speaker: those after it in the chain, all where it is not in the chain."""
    return links[links.index(source) + 1 :] if source in links else links


def _agree(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second


__all__ = ["ActorBook", "relays_after"]
