"""What a change of topics would move: worked out from the stored texts, before anything is written.

Only events on whose topic no person decided move by a topic's words; the store's operations take the moves
that were shown.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from diplotui.extraction.topic_places import passage_topics
from diplotui.model import OTHER_TOPIC, Topic, TopicMove
from diplotui.store import Store


def moves_by_words(store: Store, topic_id: str, words: Sequence[str]) -> tuple[TopicMove, ...]:
    """What would move if a topic had these words, newest first. Raises NotFound for an unknown topic."""
    store.require_topic(topic_id)
    known = _own(store)
    changed = [replace(one, words=tuple(words)) if one.id == topic_id else one for one in known]
    return tuple(_moves(store, known, changed))


def moves_by_new_topic(store: Store, name: str, words: Sequence[str]) -> tuple[TopicMove, ...]:
    """What would move into a new topic with these words; ``now`` is the name where it goes there."""
    known = _own(store)
    return tuple(_moves(store, known, [*known, Topic(name, name, tuple(words))]))


def moves_by_deletion(store: Store, topic_id: str) -> tuple[TopicMove, ...]:
    """Where a topic's events would go without it: to the topic that fits next, else to ``other``."""
    store.require_topic(topic_id)
    known = _own(store)
    rest = [topic for topic in known if topic.id != topic_id]
    fits = {one.event: one.now for one in _moves(store, known, rest)}
    return tuple(
        TopicMove(event, title, topic_id, fits.get(event, OTHER_TOPIC))
        for event, title in store.events_of_topic(topic_id)
    )


def moves_by_merger(store: Store, survivor: str, merged: str) -> tuple[TopicMove, ...]:
    """All events of the topic that would go. Raises NotFound."""
    store.require_topic(survivor)
    store.require_topic(merged)
    return tuple(TopicMove(event, title, merged, survivor) for event, title in store.events_of_topic(merged))


def _own(store: Store) -> list[Topic]:
    return [topic for topic in store.topic_definitions() if topic.id != OTHER_TOPIC]


def _moves(store: Store, known: Sequence[Topic], changed: Sequence[Topic]) -> Iterator[TopicMove]:
    """Events that stand where the known topics put them and that the changed ones put elsewhere."""
    filed = store.filed_events()
    by_document: dict[str, list[tuple[int, int]]] = {}
    for event in filed:
        for document, start, end in event.passages:
            by_document.setdefault(document, []).append((start, end))
    before: dict[tuple[str, int, int], str] = {}
    after: dict[tuple[str, int, int], str] = {}
    for document, spans in by_document.items():
        text = store.document(document).document.text
        for found, topics in ((before, known), (after, changed)):
            for span, topic in zip(spans, passage_topics(text, spans, topics), strict=True):
                found[document, *span] = topic
    for event in filed:
        was = _main([before[passage] for passage in event.passages])
        now = _main([after[passage] for passage in event.passages])
        if was == event.topic != now:
            yield TopicMove(event.event, event.title, was, now)


def _main(topics: Sequence[str]) -> str:
    """The topic of most passages, the first where two are level; ``other`` only where none has another."""
    found = Counter(topic for topic in topics if topic != OTHER_TOPIC).most_common(1)
    return found[0][0] if found else OTHER_TOPIC
