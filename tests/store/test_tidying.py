"""Retention: by age and size, and never what a statement, a decision, a note or a version rests on."""

from diplotui.model import Decision, Document, Note, NoteKind, TimelineFilter
from diplotui.model.sources import EntryRow, FetchState, LeftOutText, Retention, Source, Tidied
from diplotui.store import Store
from diplotui.store.tidying import TIDIED
from tests.builders import document, filing

OLD, NEW, LIMIT = "2024-01-01T00:00:00.000Z", "2024-03-01T00:00:00.000Z", "2024-02-01T00:00:00.000Z"


def loose(store: Store, number: int, at: str = OLD, **more: object) -> Document:
    """A document of a source of which nothing was read."""
    made = document(f"loose{number}", f"Nothing was said on day {number}.", **more)  # type: ignore[arg-type]
    store.file(filing(documents=(made,), events=(), claims=(), statements=(), stances=(), actors=()))
    store.sources.add([Source("f1", "http://n.example/feed", "Wire", OLD)])
    row = EntryRow(None, f"g{number}", None, f"h{number}", f"Title {number}", None, None, made.id)
    store.sources.record(FetchState("f1"), [row], at=at)
    return made


def left(store: Store, number: int, at: str = OLD) -> None:
    row = EntryRow(
        None, f"l{number}", None, f"k{number}", f"Left {number}", None, None, None, "left out by the filter",
        text=LeftOutText("x" * 1000),
    )  # fmt: skip
    store.sources.record(FetchState("f1"), [row], at=at)


def documents(store: Store) -> set[str]:
    return {one.id for one in store.everything().documents}


def test_what_is_old_goes_and_its_entry_keeps_it_from_coming_again(store: Store) -> None:
    loose(store, 1)
    loose(store, 2, NEW)
    left(store, 3)
    days = Retention(days=30)
    plan = store.sources.tidy_plan(days, LIMIT)
    assert (plan.documents, plan.left_out_texts, plan.oldest) == (1, 1, "2024-01-01")
    assert documents(store) == {"loose1", "loose2"}, "a plan takes nothing"
    assert store.sources.tidy(days, LIMIT) == plan
    assert documents(store) == {"loose2"}
    gone, kept, out = store.sources.known_entries("f1")
    assert (gone.document, gone.left_out, gone.hash) == (None, TIDIED, "h1")
    assert kept.document == "loose2" and out.left_out == "left out by the filter"
    assert not any(entry.can_be_taken_in for entry in store.sources.entries())
    assert store.sources.tidy(days, LIMIT) == Tidied(0, 0, 0)
    assert [line for line in store.check() if not line.startswith("note:")] == []


def test_beyond_the_size_the_oldest_goes_first(store: Store) -> None:
    loose(store, 1)
    for number, at in ((1, "2024-01-02"), (2, "2024-01-03"), (3, "2024-01-04")):
        left(store, number, f"{at}T00:00:00.000Z")
    found = store.sources.tidy(Retention(megabytes=0.0021), None)
    assert (found.documents, found.left_out_texts) == (1, 1)
    assert [entry.title for entry in store.sources.entries() if entry.can_be_taken_in] == ["Left 3", "Left 2"]


def test_nothing_goes_on_which_something_rests(store: Store) -> None:
    store.file(filing())  # d1 has statements
    for number in range(1, 5):
        loose(store, number)
    store.add_note(Note("n1", OLD, NoteKind.NOTE, "document/loose1", "odd"))
    loose(store, 5, replaces="loose2")
    row = EntryRow(None, "own", None, "own", "Own", None, None, "d1")
    store.sources.record(FetchState("f1"), [row], at=OLD)
    by_hand = document("by-hand", "A text that a person read in.")
    store.file(filing(documents=(by_hand,), events=(), claims=(), statements=(), stances=(), actors=()))
    found = store.sources.tidy(Retention(days=1), NEW)
    assert found.documents == 2
    assert documents(store) == {"d1", "loose1", "loose2", "loose5", "by-hand"}


def test_a_document_on_which_a_person_decided_stays(store: Store) -> None:
    loose(store, 1)
    loose(store, 2, decision=Decision.ACCEPTED)
    store.decide("document/loose1", Decision.THROWN_OUT)
    assert store.sources.tidy(Retention(days=1), NEW).documents == 0


def test_the_setting_is_kept(store: Store) -> None:
    assert store.sources.retention() == Retention()
    store.sources.set_retention(Retention(90, 500.0))
    assert store.sources.retention() == Retention(90, 500.0)


def test_the_past_can_still_be_read(store: Store) -> None:
    store.file(filing())
    loose(store, 1)
    store.sources.tidy(Retention(days=1), NEW)
    shown = store.timeline(TimelineFilter()).rows
    assert shown and store.topics(as_recorded="2030-01-01T00:00:00Z")


def test_words_of_what_goes_are_forgotten(store: Store) -> None:
    """As when what was read out of it went before, by another reading."""
    store.file(filing())
    loose(store, 1)
    told = store._connection
    told.execute('INSERT INTO indexed_word SELECT value FROM json_each(\'["nothing", "day"]\')')
    store.sources.tidy(Retention(days=1), NEW)
    words = {word for (word,) in told.execute("SELECT word FROM indexed_word").fetchall()}
    assert "truce" in words and not {"nothing", "day"} & words


def test_documents_of_a_removed_source_go_with_age(store: Store) -> None:
    store.file(filing())
    loose(store, 1)
    loose(store, 2, NEW)
    by_hand = document("by-hand", "A text that a person read in.")
    store.file(filing(documents=(by_hand,), events=(), claims=(), statements=(), stances=(), actors=()))
    row = EntryRow(None, "own", None, "own", "Own", None, None, "d1")
    store.sources.record(FetchState("f1"), [row], at=OLD)
    store.sources.remove("f1")
    assert store.sources.tidy(Retention(days=30), LIMIT).documents == 1
    assert documents(store) == {"d1", "loose2", "by-hand"}
    assert store.sources.tidy(Retention(megabytes=0), None).documents == 1
    assert documents(store) == {"d1", "by-hand"}
    assert [line for line in store.check() if not line.startswith("note:")] == []


def test_a_document_that_another_source_showed_later_is_as_young_as_that(store: Store) -> None:
    made = loose(store, 1)
    store.sources.add([Source("f2", "http://m.example/feed", "Paper", OLD)])
    row = EntryRow(None, "again", None, "again", "Again", None, None, made.id)
    store.sources.record(FetchState("f2"), [row], at=NEW)
    for source in ("f2", "f1"):
        store.sources.remove(source)
        assert store.sources.tidy_plan(Retention(days=30), LIMIT).documents == 0
    assert store.sources.tidy(Retention(days=1), "2024-03-02").documents == 1
