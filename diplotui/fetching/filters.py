"""What of a source is kept: everything, or what speaks of a topic or names somebody who is watched."""

import re
from dataclasses import dataclass
from functools import cached_property

from diplotui.extraction.gazetteer import find_terms
from diplotui.extraction.language import is_english
from diplotui.extraction.topics import topic_of_line
from diplotui.ingest import ensure_topics
from diplotui.model import OTHER_TOPIC, Actor, ActorKind, Topic
from diplotui.model.sources import Keep, Source
from diplotui.store import Store

NOT_TOPIC = "left out by the filter: no word of {topic} in it"
NOT_WATCHED = "left out by the filter: it names nobody who is watched"
NEITHER = "left out by the filter: no word of {topic} in it, and nobody who is watched"
SHORTEST_SURNAME = 4


@dataclass(frozen=True)
class Filter:
    """What of a source is kept; pure."""

    keep: Keep
    topics: tuple[Topic, ...] = ()
    """Those of which a word is enough."""
    parties: frozenset[str] = frozenset()
    """Codes of the parties that are watched."""
    names: tuple[str, ...] = ()
    """Names of the actors that are watched."""

    @cached_property
    def _named(self) -> re.Pattern[str] | None:
        words = sorted({name for name in self.names if name}, key=len, reverse=True)
        if not words:
            return None
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")

    def why_not(self, text: str) -> str | None:
        """Why a text is left out, in words; None where it is kept.

        A text in a language that the rules do not read cannot be judged by them: it is kept.
        """
        if self.keep is Keep.EVERYTHING or not is_english(text):
            return None
        by_topic = self.keep in (Keep.TOPIC, Keep.TOPIC_OR_WATCHED)
        by_watch = self.keep in (Keep.WATCHED, Keep.TOPIC_OR_WATCHED)
        if by_topic and self.topics and topic_of_line(text, self.topics) != OTHER_TOPIC:
            return None
        if by_watch and self._names_watched(text):
            return None
        words = NEITHER if by_topic and by_watch else NOT_TOPIC if by_topic else NOT_WATCHED
        topic = f"the topic {self.topics[0].name}" if len(self.topics) == 1 else "any topic"
        return words.format(topic=topic)

    def _names_watched(self, text: str) -> bool:
        if self._named is not None and self._named.search(text):
            return True
        return bool(self.parties) and any(term.party in self.parties for term in find_terms(text))


def filter_of(store: Store, source: Source) -> Filter:
    """The filter of a source as the ledger stands now."""
    if source.keep is Keep.EVERYTHING:
        return Filter(source.keep)
    topics = tuple(each for each in ensure_topics(store) if each.id != OTHER_TOPIC)
    if source.topic is not None:
        topics = tuple(each for each in topics if each.id == source.topic)
    parties, actors = set(), set()
    for watch in store.watches():
        if watch.kind == "party":
            parties.add(watch.record)
        elif watch.kind == "actor":
            actors.add(watch.record)
    names: list[str] = []
    for actor in store.actors() if actors else ():
        if actor.id in actors or actor.same_as in actors:
            names += names_of(actor)
    return Filter(source.keep, topics, frozenset(parties), tuple(names))


def names_of(actor: Actor) -> tuple[str, ...]:
    """The words by which a text names an actor: name, aliases, and of a person the last name."""
    names = [actor.name, *actor.aliases]
    if actor.kind is ActorKind.PERSON:
        last = actor.name.rpartition(" ")[2]
        if len(last) >= SHORTEST_SURNAME and last[:1].isupper():
            names.append(last)
    return tuple(dict.fromkeys(names))


__all__ = ["Filter", "filter_of", "names_of"]
