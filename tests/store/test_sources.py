"""Watched sources in the ledger: found, changed, fetched once, forgotten."""

from pathlib import Path

import pytest

from diplotui.errors import ConflictError, NotFound
from diplotui.model.sources import EntryRow, FetchState, HostState, Rung, Source
from diplotui.store import Store, migrate, open_store
from diplotui.store.connect import open_connection
from tests.builders import filing

AT, LATER, LATEST = "2024-02-16T12:00:00.000Z", "2024-02-16T12:02:00.000Z", "2024-02-16T12:04:00.000Z"


def source(id: str = "f1", url: str = "http://n.example/feed", name: str = "Wire", **more: object) -> Source:
    return Source(id, url, name, AT, **more)  # type: ignore[arg-type]


def row(
    number: int | None = None, document: str | None = None, link: str = "https://n.example/a"
) -> EntryRow:
    return EntryRow(number, "g1", link, "h1", "A", None, "raw", document)


def test_sources_are_kept_and_found_by_id_address_and_name(store: Store) -> None:
    one = source(pages=True, minutes=30, former_urls=("http://old.example/",))
    assert store.sources.add([one, source("f2")]) == (one,), "one address is watched once"
    (listed,) = store.sources.listed()
    assert (listed.source, listed.state, listed.entries) == (one, FetchState("f1"), 0)
    for words in ("f1", "f", one.url, "Wire", "wire"):
        assert store.sources.find(words) == one
    with pytest.raises(NotFound):
        store.sources.find("nothing")
    store.sources.add([source("f3", "http://n.example/3", "Wire")])
    with pytest.raises(ConflictError, match="f1, f3"):
        store.sources.find("Wire")
    with pytest.raises(ConflictError, match="watched already"):
        store.sources.change(source("f3", one.url))


def test_a_fetch_is_written_whole_and_not_journaled(store: Store) -> None:
    store.file(filing())
    store.sources.add([source()])
    cursor = store.cursor()
    state = FetchState("f1", due=LATER, fetched=AT, rung=Rung.LINK, etag='W/"x"', usual_gap=60.5, hub=True)
    store.sources.record(state, [row(document="d1")], at=AT)
    (listed,) = store.sources.listed()
    assert (listed.state, listed.entries, listed.documents) == (state, 1, 1)
    (known,) = store.sources.known_entries("f1")
    assert (known.guid, known.hash, known.document) == ("g1", "h1", "d1")
    elsewhere = store.sources.seen_elsewhere("f2", ["https://n.example/a", "https://n.example/b"])
    assert elsewhere == {"https://n.example/a": known}
    assert store.sources.seen_elsewhere("f1", ["https://n.example/a"]) == {}
    store.sources.record(state, [row(known.number, None)], at=LATER)
    assert [entry.document for entry in store.sources.known_entries("f1")] == [None]
    assert store.cursor() == cursor


def test_a_removed_source_takes_its_entries_along_and_leaves_documents(store: Store) -> None:
    store.file(filing())
    store.sources.add([source()])
    store.sources.record(FetchState("f1"), [row(document="d1")], at=AT)
    store.sources.remove("f1")
    assert store.sources.listed() == () == store.sources.known_entries("f1")
    assert store.document("d1")
    store.sources.record(FetchState("f1"), [row()], at=AT)  # a fetch that was under way meanwhile
    with pytest.raises(NotFound):
        store.sources.remove("f1")


def test_a_purged_document_leaves_only_a_digest_of_its_entry(store: Store) -> None:
    store.file(filing())
    store.sources.add([source()])
    store.sources.record(FetchState("f1"), [row(document="d1")], at=AT)
    store.purge("document/d1")
    (known,) = store.sources.known_entries("f1")
    assert (known.hash, known.guid, known.link, known.title, known.document) == ("h1", None, None, "", None)
    assert known.left_out == "its document was forgotten"


def test_a_host_is_asked_by_one_program_at_a_time(store: Store) -> None:
    def claim(owner: str, now: str = AT, gone: str = "") -> frozenset[str]:
        return store.sources.claim(["a", "b"], owner, now=now, until=LATER, gone=lambda other: other == gone)

    assert claim("one") == {"a", "b"}
    assert claim("one") == {"a", "b"}
    assert claim("two") == frozenset()
    assert claim("two", gone="one") == {"a", "b"}
    assert claim("one", now=LATEST) == {"a", "b"}, "a lease runs out"
    store.sources.renew("one", LATEST)
    assert claim("two", now=LATER) == frozenset()
    store.sources.release("one")
    assert claim("two") == {"a", "b"}


def test_what_a_host_asked_for_is_remembered(store: Store) -> None:
    assert store.sources.host_states() == {}
    store.sources.remember_host(HostState("n.example", LATER, True))
    store.sources.remember_host(HostState("n.example", None, True))
    assert store.sources.host_states() == {"n.example": HostState("n.example", None, True)}


def test_sources_of_an_older_ledger_come_along(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The step that lets a source be a folder makes its table anew: states, entries and leases stay."""
    older = migrate.steps()[:5]
    with monkeypatch.context() as before:
        before.setattr(migrate, "steps", lambda: older)
        before.setattr("diplotui.store.session.steps", lambda: older)
        connection = open_connection(path, create=True)
        connection.execute(
            "INSERT INTO source (id, url, name, added, pages, former_urls) VALUES"
            " ('f1', 'https://n.example/feed', 'Wire', ?, 1, '[\"https://old.example/\"]')",
            (AT,),
        )
        connection.execute("INSERT INTO fetch_state (source, etag) VALUES ('f1', 'x')")
        connection.execute(
            "INSERT INTO entry (source, guid, hash, title, first_seen) VALUES ('f1', 'g1', 'h1', 'A', ?)",
            (AT,),
        )
        connection.close()
    with open_store(path) as store:
        (listed,) = store.sources.listed()
        assert listed.source == Source(
            "f1", "https://n.example/feed", "Wire", AT, pages=True, former_urls=("https://old.example/",)
        )
        assert (listed.state.etag, listed.entries) == ("x", 1)
        store.sources.remove("f1")
        assert store.sources.known_entries("f1") == (), "entries still go with their source"
        assert [line for line in store.check() if not line.startswith("note:")] == []
