"""Rounds against a loopback server: what comes in, what comes again, what changes, what fails."""

import os
import random
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diplotui import clock, ingest
from diplotui.fetching import rounds
from diplotui.fetching.filters import Filter
from diplotui.fetching.rounds import Outcome, Pace, SourceReport, fetch_round, next_due
from diplotui.ids import record_id
from diplotui.model.sources import Keep, Source
from diplotui.sources import schedule
from diplotui.store import Store, open_store
from diplotui.store.sources import SourceBook
from tests.sources.server import Asked, Server, answer, redirect

QUICK = Pace(gap=0.0, total=2.0)
DENIAL = "Ecuador's foreign minister, Ana Ruiz, denied on Thursday that Ecuador had offered Peru a ceasefire."
OFFER = "Ecuador offered Peru a ceasefire on Wednesday, the Andean Agency reported on Thursday."


def item(
    guid: str, title: str, text: str, link: str = "", date: str = "Fri, 03 Feb 1995 10:00:00 GMT"
) -> str:
    return (
        f"<item><guid>{guid}</guid><title>{title}</title><link>{link or f'http://news.example/{guid}'}</link>"
        f"<pubDate>{date}</pubDate><description>{text}</description></item>"
    )


def rss(*items: str) -> str:
    return f'<rss version="2.0"><channel><title>Wire</title>{"".join(items)}</channel></rss>'


FEED = rss(item("2", "A minister denies it", DENIAL), item("1", "A truce is offered", OFFER))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


def watch(store: Store, url: str, name: str = "Wire", **more: Any) -> Source:
    source = Source(
        record_id("f", url), url, name, clock.instant_text(clock.now()), allow_private=True, **more
    )
    store.sources.add([source])
    return source


def round_of(store: Store, **more: Any) -> tuple[SourceReport, ...]:
    return fetch_round(store, everything=True, pace=QUICK, **more)


def one(store: Store, **more: Any) -> SourceReport:
    (report,) = round_of(store, **more)
    return report


def test_entries_become_documents_with_statements_linked(store: Store, server: Server) -> None:
    server.routes["/"] = answer(FEED, ETag='"1"')
    watch(store, server.url())
    report = one(store)
    assert (report.outcome, report.new, report.changed, report.error) == (Outcome.FETCHED, 2, 0, None)
    found = store.everything().documents
    assert {document.title for document in found} == {"A minister denies it", "A truce is offered"}
    assert {str(document.published) for document in found} == {"1995-02-03"}
    assert {document.url for document in found} == {"http://news.example/1", "http://news.example/2"}
    (claim,) = store.claims()
    assert claim.status.value.startswith("denied"), "the denial in one entry found the offer in the other"


def test_a_second_round_only_asks_whether_something_changed(store: Store, server: Server) -> None:
    def conditional(asked: Asked) -> bytes:
        return answer(b"", 304) if asked.headers.get("if-none-match") == '"1"' else answer(FEED, ETag='"1"')

    server.routes["/"] = conditional
    watch(store, server.url())
    one(store)
    cursor, entries = store.cursor(), [watched.entries for watched in store.sources.listed()]
    assert one(store).outcome is Outcome.UNCHANGED
    assert store.cursor() == cursor
    assert [watched.entries for watched in store.sources.listed()] == entries
    assert server.asked[-1].headers["if-none-match"] == '"1"'


def test_the_same_body_without_validators_is_not_read_again(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes["/"] = answer(FEED)
    watch(store, server.url())
    one(store)
    monkeypatch.setattr(rounds.ParseWorker, "feed", lambda *_: pytest.fail("read again"))
    assert one(store).outcome is Outcome.UNCHANGED


def test_a_feed_in_another_order_with_other_guids_brings_nothing_new(store: Store, server: Server) -> None:
    server.routes["/"] = answer(FEED)
    watch(store, server.url())
    one(store)
    server.routes["/"] = answer(
        rss(
            item("9", "A truce is offered", OFFER, "http://news.example/1?utm_source=rss"),
            item("8", "A minister denies it", DENIAL, "http://news.example/2"),
        )
    )
    report = one(store)
    assert (report.outcome, report.new, report.changed) == (Outcome.FETCHED, 0, 0)
    assert store.info().documents == 2


def test_a_quiet_edit_is_a_new_document_in_place_of_the_old(store: Store, server: Server) -> None:
    server.routes["/"] = answer(FEED)
    watch(store, server.url())
    one(store)
    before = {document.id: document for document in store.everything().documents}
    edited = DENIAL.replace("denied on Thursday", "declined on Thursday to say")
    server.routes["/"] = answer(
        rss(item("2", "A minister does not say", edited), item("1", "A truce is offered", OFFER))
    )
    report = one(store)
    assert (report.new, report.changed) == (0, 1)
    (new,) = [document for document in store.everything().documents if document.id not in before]
    assert new.replaces is not None and before[new.replaces].title == "A minister denies it"
    assert one(store).outcome is Outcome.UNCHANGED


def test_one_story_in_two_feeds_is_one_document(store: Store, server: Server) -> None:
    server.routes |= {
        "/a": answer(FEED),
        "/b": answer(rss(item("x", "A truce is offered", OFFER, "https://www.news.example/1?at_medium=RSS"))),
    }
    watch(store, server.url("/a"), "Wire")
    watch(store, server.url("/b"), "Wire, world")
    assert {(report.source.name, report.new) for report in round_of(store)} == {
        ("Wire", 2),
        ("Wire, world", 1),
    }
    assert store.info().documents == 2
    assert [watched.documents for watched in store.sources.listed()] == [2, 1]


def test_a_flood_comes_in_over_several_rounds(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diplotui.fetching.entries.MOST_NEW", 2)
    server.routes["/"] = answer(
        rss(*(item(str(n), f"Nothing happened, part {n}", "No news.") for n in range(5))), ETag='"1"'
    )
    watch(store, server.url())
    assert [(r.new, r.waiting) for r in (one(store), one(store), one(store))] == [(2, 3), (2, 1), (1, 0)]
    assert "if-none-match" not in server.asked[-1].headers
    assert one(store).outcome is Outcome.UNCHANGED


def test_an_entry_without_words_is_listed_and_not_stored(store: Store, server: Server) -> None:
    server.routes["/"] = answer(rss("<item><guid>1</guid></item>"))
    watch(store, server.url())
    report = one(store)
    assert (report.new, report.left_out) == (1, 1)
    (watched,) = store.sources.listed()
    assert (watched.entries, watched.documents) == (1, 0)
    assert one(store).outcome is Outcome.UNCHANGED


def test_a_text_on_which_the_rules_fail_stops_no_other_and_is_tried_again(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes["/"] = answer(FEED, ETag='"1"')
    watch(store, server.url())
    with monkeypatch.context() as broken:
        real = ingest.extract

        def extract(text: str, **more: Any) -> Any:
            if "truce" in text:
                raise RecursionError
            return real(text, **more)

        broken.setattr(ingest, "extract", extract)
        report = one(store)
    assert (report.new, report.waiting, store.info().documents) == (1, 1, 1)
    assert report.error and "RecursionError" in report.error
    assert one(store).new == 1
    assert store.info().documents == 2


FAILURES = [
    # (answer, outcome, words)
    (answer(b"", 500), Outcome.FAILED, "fault of its own (500); next try"),
    (answer(b"", 410), Outcome.GONE, "for good (410); it is not asked again"),
    (answer("<html>log in</html>"), Outcome.FAILED, "web page where a feed should be"),
    (answer(b""), Outcome.FAILED, "is empty"),
    (answer(rss()), Outcome.FAILED, "no entries any more"),
    (b"", Outcome.FAILED, "closed the connection"),
    (b"HTTP/1.1 500 \x1b]0;own\x07\r\n\r\n", Outcome.FAILED, "next try"),
]


@pytest.mark.parametrize(("broken", "outcome", "words"), FAILURES, ids=[words for _, _, words in FAILURES])
def test_a_failure_says_what_happens_next_and_loses_nothing(
    store: Store, server: Server, broken: bytes, outcome: Outcome, words: str
) -> None:
    server.routes |= {"/": answer(FEED), "/good": answer(FEED)}
    source = watch(store, server.url())
    one(store)
    server.routes["/"] = broken
    failed = one(store)
    assert failed.outcome is outcome
    assert failed.error and words in failed.error and failed.error.startswith("Wire: ")
    assert failed.error.isprintable()
    (watched,) = store.sources.listed()
    assert (watched.entries, watched.state.failures) == (2, 1)
    assert fetch_round(store, pace=QUICK) == (), "it is not due"
    server.routes["/"] = answer(FEED.replace("Wire", "Wire again"))
    assert one(store).outcome is Outcome.FETCHED
    assert store.sources.listed()[0].state.failures == 0
    assert source.url == server.url()


def test_a_host_that_wants_to_be_left_alone_is_left_alone_by_all_its_sources_and_after_a_restart(
    path: Path, server: Server
) -> None:
    server.routes |= {"/a": answer(b"", 429, Retry_After="3600"), "/b": answer(FEED)}
    with open_store(path) as store:
        watch(store, server.url("/a"), "A")
        watch(store, server.url("/b"), "B")
        assert [report.outcome for report in round_of(store)] == [Outcome.FAILED, Outcome.WAITING]
    with open_store(path) as store:
        assert [report.outcome for report in round_of(store)] == [Outcome.WAITING, Outcome.WAITING]
        assert server.paths() == ["/a"]


def test_a_source_that_moved_for_good_is_followed_at_the_second_equal_answer(
    store: Store, server: Server
) -> None:
    server.routes |= {"/old": redirect("/new", 301), "/new": answer(FEED)}
    watch(store, server.url("/old"))
    one(store)
    assert store.sources.listed()[0].source.url == server.url("/old")
    one(store)
    source = store.sources.listed()[0].source
    assert (source.url, source.former_urls) == (server.url("/new"), (server.url("/old"),))
    server.asked.clear()
    one(store)
    assert server.paths() == ["/new"]


def test_a_log_in_page_or_a_foreign_feed_moves_no_source(store: Store, server: Server) -> None:
    server.routes |= {"/feed": answer(FEED), "/portal": answer("<html>log in</html>")}
    watch(store, server.url("/feed"))
    one(store)
    server.routes["/feed"] = redirect("/portal", 301)
    for page in (
        "<html>log in</html>",
        "<html>log in</html>",
        rss(item("7", "Buy", "x")),
        rss(item("8", "Now", "y")),
    ):
        server.routes["/portal"] = answer(page)
        one(store)
    assert store.sources.listed()[0].source.url == server.url("/feed")


def test_paused_sources_are_left_alone_and_what_is_not_due_waits(store: Store, server: Server) -> None:
    server.routes["/"] = answer(FEED)
    watch(store, server.url(), paused=True)
    assert round_of(store) == ()
    assert next_due(store) is None
    store.sources.remove(store.sources.listed()[0].source.id)
    watch(store, server.url())
    assert [report.outcome for report in fetch_round(store, pace=QUICK)] == [Outcome.FETCHED]
    assert fetch_round(store, pace=QUICK) == ()
    due = next_due(store)
    assert due is not None and due > clock.now()


def test_two_programs_never_ask_one_host_at_once(path: Path, server: Server) -> None:
    import asyncio

    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        writer.write(answer(FEED))

    server.routes |= {"/a": slow, "/b": slow}
    with open_store(path) as store:
        watch(store, server.url("/a"), "A")
        watch(store, server.url("/b"), "B")
    outcomes: list[Outcome] = []
    ready = threading.Barrier(2)

    def run() -> None:
        with open_store(path) as store:
            ready.wait()
            outcomes.extend(report.outcome for report in fetch_round(store, pace=QUICK))

    programs = [threading.Thread(target=run) for _ in range(2)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert sorted(outcomes) == [Outcome.BUSY, Outcome.BUSY, Outcome.FETCHED, Outcome.FETCHED]
    assert server.busiest == {"127.0.0.1": 1}
    assert sorted(server.paths()) == ["/a", "/b"]


def test_what_another_program_asked_while_we_looked_is_not_asked_again(
    path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes["/"] = answer(FEED)
    with open_store(path) as ours, open_store(path) as theirs:
        watch(ours, server.url())
        claim = SourceBook.claim

        def late(book: SourceBook, *words: Any, **more: Any) -> frozenset[str]:
            monkeypatch.setattr(SourceBook, "claim", claim)
            assert one(theirs).outcome is Outcome.FETCHED
            return claim(book, *words, **more)

        monkeypatch.setattr(SourceBook, "claim", late)
        assert one(ours).outcome is Outcome.BUSY
        assert server.paths() == ["/"]


def test_an_address_that_was_written_by_hand_and_is_none_fails_alone(store: Store, server: Server) -> None:
    server.routes["/"] = answer(FEED)
    watch(store, server.url(), "Good")
    store.sources.add([Source("f0", "http://u:p@news.example/", "Bad", "2024-01-01T00:00:00.000Z")])
    reports = {report.source.name: report for report in round_of(store)}
    assert reports["Good"].outcome is Outcome.FETCHED
    assert reports["Bad"].outcome is Outcome.FAILED and "user name" in (reports["Bad"].error or "")


def test_the_lease_of_a_process_that_is_gone_counts_for_nothing() -> None:
    import socket
    import subprocess
    import sys

    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert rounds._is_gone(f"{socket.gethostname()}:{ended.pid}:x")
    assert not rounds._is_gone(f"{socket.gethostname()}:{os.getpid()}:x")
    assert not rounds._is_gone(f"elsewhere:{ended.pid}:x")


def test_a_round_that_is_killed_between_documents_and_entries_repeats_nothing(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes["/"] = answer(FEED)
    watch(store, server.url())

    class KilledError(BaseException):
        pass

    def die(*_: Any, **__: Any) -> None:
        raise KilledError

    with monkeypatch.context() as dying:
        dying.setattr("diplotui.store.sources.SourceBook.record", die)
        with pytest.raises(KilledError):
            one(store)
    cursor = store.cursor()
    assert store.info().documents == 2
    assert one(store).new == 2
    assert (store.info().documents, store.cursor()) == (2, cursor)


ARTICLE = (
    "<html><body><nav>Menu</nav><article><h1>{0}</h1>" + f"<p>{DENIAL}</p>" * 4 + "</article></body></html>"
)


def test_pages_are_fetched_where_wanted_and_where_robots_allow(store: Store, server: Server) -> None:
    server.routes |= {
        "/": answer(
            rss(
                item("1", "A minister denies it", "Short.", server.url("/open/1")),
                item("2", "Another one", "Teaser.", server.url("/closed/2")),
            )
        ),
        "/robots.txt": answer("User-agent: *\nDisallow: /closed\n", Content_Type="text/plain"),
        "/open/1": answer(ARTICLE, Content_Type="text/html"),
        "/closed/2": answer(ARTICLE, Content_Type="text/html"),
    }
    watch(store, server.url(), pages=True)
    report = one(store)
    assert (report.new, report.outcome) == (2, Outcome.FETCHED)
    assert report.error and "closed to programs" in report.error
    assert "/closed/2" not in server.paths()
    assert server.paths().count("/robots.txt") == 1
    texts = {document.title: document.text for document in store.everything().documents}
    assert DENIAL in texts["A minister denies it"] and "Menu" not in texts["A minister denies it"]
    assert texts["Another one"] == "Another one\n\nTeaser."


def test_links_to_inside_are_not_followed_for_a_public_source(store: Store, server: Server) -> None:
    from diplotui.fetching.entries import EntryKeeper
    from diplotui.sources.network import Network
    from diplotui.sources.worker import ParseWorker

    source = Source("f1", "http://news.example/feed", "Wire", "2024-01-01T00:00:00.000Z", pages=True)
    with Network(gap=0.0) as network, ParseWorker() as worker:
        keeper = EntryKeeper(store, source, network, worker, lambda *_: False, Filter(Keep.EVERYTHING))
        assert keeper._article(server.url("/inside")) == ("", 0)
    assert server.asked == []


def test_many_sources_of_which_some_are_slow_or_dead(path: Path) -> None:
    """40 hosts, 6 of them silent, 4 dead: the good ones are complete, and nobody waits for the silent."""
    import asyncio
    import time

    async def silent(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if asked.host.endswith((".2", ".3", ".4", ".5", ".6", ".7")):
            await asyncio.sleep(30)
        writer.write(answer(rss(item(asked.host, f"Nothing happened at {asked.host}", "No news."))))

    with Server([f"127.0.0.{number}" for number in range(2, 38)]) as many, open_store(path) as store:
        many.routes["/"] = silent
        for number in range(2, 42):
            watch(store, many.url("/", f"127.0.0.{number}"), f"n{number:03}")
        begun = time.monotonic()
        reports = fetch_round(store, pace=Pace(gap=0.0, total=3.0))
        took = time.monotonic() - begun
        outcomes = [report.outcome for report in reports]
        assert (outcomes.count(Outcome.FETCHED), outcomes.count(Outcome.FAILED)) == (30, 10)
        assert set(many.busiest.values()) == {1}
        assert took < 30, "far below one deadline after the other"


def test_hostile_feeds_beside_a_good_one(store: Store, server: Server) -> None:
    hostile = {
        "/bomb": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + b"\x1f\x8b\x08" + b"x" * 100,
        "/entities": answer(
            '<!DOCTYPE r [<!ENTITY a "' + "x" * 1000 + '"><!ENTITY b "' + "&a;" * 1000 + '">]>'
            + rss(item("1", "&b;", "&b;"))
        ),
        "/path": answer("/etc/passwd"),
        "/escape": answer(
            rss(item("1", "\x9b31m&#27;[2J[/b] [@click=a.quit]", "&amp;#27;]52;eA==&amp;#7;", "javascript:x"))
        ),
        "/inner": redirect("http://169.254.169.254/latest"),
        "/canary": answer(b"", 500),
    }  # fmt: skip
    server.routes |= hostile | {"/good": answer(FEED)}
    for name in [*hostile, "/good"]:
        watch(store, server.url(name), name.strip("/"))
    reports = {report.source.name: report for report in round_of(store)}
    assert (reports["good"].outcome, reports["good"].new) == (Outcome.FETCHED, 2)
    assert reports["path"].outcome is reports["inner"].outcome is reports["bomb"].outcome is Outcome.FAILED
    for document in store.everything().documents:
        assert "\x1b" not in document.text and "\x9b" not in document.text and "root:" not in document.text
        assert document.url is None or document.url.startswith("http")
    assert set(server.paths()) == {*hostile, "/good"}


def test_the_schedule_uses_the_feeds_pace(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLOTUI_NOW", "1995-02-03T12:00:00+00:00")
    monkeypatch.setattr(random, "random", lambda: 0.5)
    dates = [f"Fri, 03 Feb 1995 {hour:02}:00:00 GMT" for hour in (2, 4, 6, 8)]
    server.routes["/"] = answer(rss(*(item(d[17:19], f"Nothing at {d}", "None.", date=d) for d in dates)))
    watch(store, server.url())
    one(store)
    state = store.sources.listed()[0].state
    assert state.usual_gap == 2 * schedule.HOUR
    assert (state.due, state.newest) == ("1995-02-03T13:00:00.000Z", "1995-02-03T08:00:00.000Z")
