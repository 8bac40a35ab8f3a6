"""Changes of topics, each in one place: what is typed for it, what it would move, how it is written.

What would move is worked out from the stored texts before anything is written, and exactly that is written.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from diplotui.errors import InputError
from diplotui.model import OTHER_TOPIC, Topic, TopicMove
from diplotui.text import one_line
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store

Values = Mapping[str, str]
"""What stands in the fields, by name."""
Moves = tuple[TopicMove, ...]


@dataclass(frozen=True, slots=True)
class TopicChange:
    """One change as the form shows it."""

    title: str
    about: str
    preview: "Callable[[Store, Values], Moves]"
    """What it would move; raises InputError for fields that cannot be read."""
    write: "Callable[[Store, Values, Moves], None]"
    done: str
    """What is said when it is written."""
    fields: Values = field(default_factory=dict)
    confirm: bool = False
    """Whether it is asked for once more even where nothing moves."""


def words_of(typed: str) -> tuple[str, ...]:
    """Words and phrases between commas or semicolons, each once."""
    found = (" ".join(word.split()) for word in one_line(typed).replace(";", ",").split(","))
    return tuple(dict.fromkeys(word for word in found if word))


def _name(values: Values) -> str:
    name = one_line(values.get("name", ""))
    if not name:
        raise InputError("a topic needs a name")
    return name


def _words_field(words: Sequence[str]) -> str:
    return ", ".join(words)


def adding() -> TopicChange:
    """A new topic; what its words fit better goes there."""

    def preview(store: "Store", values: Values) -> Moves:
        from diplotui.refiling import moves_by_new_topic

        return moves_by_new_topic(store, _name(values), words_of(values["words"]))

    def write(store: "Store", values: Values, moves: Moves) -> None:
        name = _name(values)
        with store.together(f"topic added: {name}"):
            topic = store.add_topic(name, words_of(values["words"]))
            there = tuple(replace(one, now=topic.id) if one.now == name else one for one in moves)
            store.correct_topic(topic.id, moves=there)

    about = "Its words decide what is filed there; empty: only what you move there yourself."
    return TopicChange("New topic", about, preview, write, "topic added", {"name": "", "words": ""})


def editing(topic: Topic, read_at: str | None) -> TopicChange:
    """Another name or other words of a topic; ``read_at``: cursor at which it was read."""
    before = _words_field(topic.words)

    def preview(store: "Store", values: Values) -> Moves:
        from diplotui.refiling import moves_by_words

        _name(values)
        words = words_of(values["words"])
        return () if words == words_of(before) else moves_by_words(store, topic.id, words)

    def write(store: "Store", values: Values, moves: Moves) -> None:
        words = words_of(values["words"])
        if words == words_of(before):
            store.correct_topic(topic.id, name=_name(values), read_at=read_at)
        else:
            store.correct_topic(topic.id, name=_name(values), words=words, moves=moves, read_at=read_at)

    about = "Words and phrases with commas between; they decide what is filed under the topic."
    fields = {"name": topic.name, "words": before}
    return TopicChange(f"Topic {topic.name}", about, preview, write, "topic changed", fields)


def merging(kept: Topic, gone: Topic) -> TopicChange:
    """One topic takes over all of another."""

    def preview(store: "Store", _values: Values) -> Moves:
        from diplotui.refiling import moves_by_merger

        return moves_by_merger(store, kept.id, gone.id)

    def write(store: "Store", _values: Values, _moves: Moves) -> None:
        store.merge_topics(kept.id, gone.id)

    about = f"{gone.name} goes into {kept.name}, with its events, words and sources."
    return TopicChange("Merge topics", about, preview, write, f"merged into {kept.name}", confirm=True)


def deleting(topic: Topic) -> TopicChange:
    """A topic goes; its events go to the topic that fits next, else to the catch-all."""

    def preview(store: "Store", _values: Values) -> Moves:
        from diplotui.refiling import moves_by_deletion

        return moves_by_deletion(store, topic.id)

    def write(store: "Store", _values: Values, moves: Moves) -> None:
        store.delete_topic(topic.id, moves)

    about = f"{topic.name} goes; each of its events goes where its words fit next, else to {OTHER_TOPIC}."
    return TopicChange("Delete a topic", about, preview, write, f"{topic.name} deleted", confirm=True)


def moves_words(moves: Moves, names: Mapping[str, str]) -> str:
    """``12 events would move: 10 to Other, 2 to Aid bill.``."""
    if not moves:
        return "No event would move."
    places = Counter(one.now for one in moves).most_common()
    where = ", ".join(f"{count} to {one_line(names.get(topic, topic))}" for topic, count in places)
    return f"{plural(len(moves), 'event')} would move: {where}."
