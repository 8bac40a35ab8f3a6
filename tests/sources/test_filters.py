"""What of a source is kept, what is left out, how that is listed and taken in after all."""

from pathlib import Path

import pytest

from diplotui.errors import ConflictError, NotFound
from diplotui.fetching.entries import take_in
from diplotui.fetching.filters import Filter, names_of
from diplotui.model import Actor, ActorKind, Topic
from diplotui.model.sources import Keep
from diplotui.store import Store
from tests.sources.server import Server, answer
from tests.sources.test_fetching import DENIAL, OFFER, item, one, path, rss, store, watch

__all__ = ["path", "store"]

TRUCE = Topic("truce", "Truce", ("ceasefire", "peace talks"))
FISH = Topic("fish", "Fish", ("herring",))
GERMAN = (
    "Der Sprecher der Regierung hat am Montag nicht gesagt, ob die Gespräche mit der Delegation beginnen."
)

CASES = [
    # what, filter, text, kept?
    ("everything", Filter(Keep.EVERYTHING), "Sunny weather.", True),
    ("a word of the topic", Filter(Keep.TOPIC, (TRUCE,)), OFFER, True),
    ("no word of it", Filter(Keep.TOPIC, (FISH,)), OFFER, False),
    ("of any topic", Filter(Keep.TOPIC, (FISH, TRUCE)), OFFER, True),
    ("no topic at all", Filter(Keep.TOPIC), OFFER, False),
    ("a watched party", Filter(Keep.WATCHED, parties=frozenset({"EC"})), OFFER, True),
    (
        "by its capital",
        Filter(Keep.WATCHED, parties=frozenset({"EC"})),
        "Quito said that it would wait.",
        True,
    ),
    ("another party", Filter(Keep.WATCHED, parties=frozenset({"NO"})), OFFER, False),
    ("a watched person", Filter(Keep.WATCHED, names=("Ana Ruiz", "Ruiz")), DENIAL, True),
    (
        "part of another name",
        Filter(Keep.WATCHED, names=("Ana",)),
        "Anatoly spoke to the press on Monday.",
        False,
    ),
    ("nobody is watched", Filter(Keep.WATCHED), DENIAL, False),
    ("either: the topic", Filter(Keep.TOPIC_OR_WATCHED, (TRUCE,)), OFFER, True),
    ("either: the party", Filter(Keep.TOPIC_OR_WATCHED, (FISH,), frozenset({"PE"})), OFFER, True),
    ("neither", Filter(Keep.TOPIC_OR_WATCHED, (FISH,), frozenset({"NO"})), OFFER, False),
    ("a language that is not read", Filter(Keep.TOPIC, (FISH,)), GERMAN, True),
]


@pytest.mark.parametrize(
    ("chosen", "text", "kept"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_filter(chosen: Filter, text: str, kept: bool) -> None:
    why = chosen.why_not(text)
    assert (why is None) == kept
    assert why is None or why.startswith("left out by the filter: ")


def test_a_person_is_known_by_the_last_name() -> None:
    person = Actor("a1", ActorKind.PERSON, "Ana Ruiz", aliases=("A. Ruiz",))
    assert names_of(person) == ("Ana Ruiz", "A. Ruiz", "Ruiz")
    assert names_of(Actor("a2", ActorKind.BODY, "Andean Council")) == ("Andean Council",)


def test_what_is_left_out_is_listed_and_can_be_taken_in(store: Store, server: Server) -> None:
    server.routes["/"] = answer(
        rss(
            item("3", "Ein Sprecher", GERMAN),
            item("2", "Ana Ruiz denies it", DENIAL),
            item("1", "Weather", "It will rain in the valley on Monday, a farmer thinks so."),
        )
    )
    watch(store, server.url(), keep=Keep.WATCHED)
    store.watch("party/EC")
    report = one(store)
    assert (report.new, report.left_out) == (3, 1)
    entries = {entry.title: entry for entry in store.sources.entries()}
    weather, denial, german = entries["Weather"], entries["Ana Ruiz denies it"], entries["Ein Sprecher"]
    assert weather.document is None and weather.can_be_taken_in
    assert "nobody who is watched" in (weather.left_out or "")
    assert denial.statements and denial.event
    assert (german.language, german.statements) == ("und", 0), "stored, marked, not mis-read"
    assert {entry.title for entry in store.sources.entries(bare=True)} == {"Weather", "Ein Sprecher"}

    assert one(store).new == 0, "what was left out does not come again"
    taken = take_in(store, weather.number)
    (after,) = [entry for entry in store.sources.entries() if entry.number == weather.number]
    assert (after.document, after.left_out, after.can_be_taken_in) == (taken.document_id, None, False)
    document = store.document(taken.document_id).document
    assert "rain" in document.text and str(document.published) == "1995-02-03"
    with pytest.raises(ConflictError, match="already"):
        take_in(store, weather.number)
    with pytest.raises(NotFound):
        take_in(store, 999)


def test_a_filter_never_stops_the_new_version_of_a_document(store: Store, server: Server) -> None:
    server.routes["/"] = answer(rss(item("1", "Ana Ruiz denies it", DENIAL)))
    source = watch(store, server.url())
    one(store)
    from dataclasses import replace

    store.sources.change(replace(source, keep=Keep.WATCHED))
    server.routes["/"] = answer(
        rss(item("1", "Corrected", "The article was withdrawn on Friday by its editors."))
    )
    report = one(store)
    assert (report.changed, report.left_out, store.info().documents) == (1, 0, 2)


def test_a_left_out_entry_that_changes_is_looked_at_anew(
    store: Store, server: Server, tmp_path: Path
) -> None:
    server.routes["/"] = answer(rss(item("1", "Weather", "It will rain on Monday.")))
    watch(store, server.url(), keep=Keep.WATCHED)
    store.watch("party/EC")
    one(store)
    server.routes["/"] = answer(rss(item("1", "Weather", DENIAL)))
    report = one(store)
    assert (report.new, report.changed, report.left_out) == (0, 1, 0)
    (entry,) = store.sources.entries()
    assert entry.document and not entry.left_out and not entry.can_be_taken_in
