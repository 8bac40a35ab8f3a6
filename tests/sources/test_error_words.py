"""Each error that a source can show: what failed, for which source, what happens next; a row a kind."""

import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from diplotui import clock
from diplotui.errors import StoreFull
from diplotui.fetching.rounds import Outcome, Pace, SourceReport, fetch_round, next_due
from diplotui.model.sources import FetchState, Source
from diplotui.sources.fetch_errors import Fault
from diplotui.sources.folders import folder_address
from diplotui.store import Store
from tests.sources.server import Route, Server, answer, redirect
from tests.sources.test_fetching import DENIAL, FEED, item, one, path, rss, store, watch
from tests.sources.test_http import silent

__all__ = ["path", "store"]

NEXT_TRY = r"; next try \d{4}-\d\d-\d\d \d\d:\d\d$"
NEVER = r"; it is not asked again; see 'diplotui remove', its entries stay$"
AS_IT_IS = ""


@dataclass(frozen=True)
class Case:
    """One kind of fault: what the source is, what its server says, and the words that must stand there."""

    kind: Fault
    words: str
    route: Route = b""
    url: str = AS_IT_IS
    next: str = NEXT_TRY
    more: tuple[tuple[str, Any], ...] = ()


CASES = [
    Case(Fault.BAD_URL, "holds blanks", url="http://n.example/a b"),
    Case(Fault.REFUSED_ADDRESS, "is this computer itself; if you mean it, add the source with"),
    Case(Fault.NO_ADDRESS, "n.example is not known to the name server; check the address",
         url="http://n.example/"),
    Case(Fault.UNREACHABLE, "127.0.0.1 does not accept connections", url="http://127.0.0.1:1/"),
    Case(Fault.TLS, "n.example cannot prove who it is (its certificate does not hold)",
         url="https://n.example/"),
    Case(Fault.TIMEOUT, "did not answer in full within 1 seconds", silent),
    Case(Fault.TOO_LARGE, "MB", b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"),
    Case(Fault.TRUNCATED, "broke off in the middle", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"),
    Case(Fault.BAD_ENCODING, "packed", answer(b"xx", Content_Encoding="br")),
    Case(Fault.REDIRECTS, "sends to an address that is not followed", redirect("file:///etc/passwd")),
    Case(Fault.BROKEN, "does not speak proper HTTP", b"HTTP/1.1 999999 Odd\r\n\r\n"),
    Case(Fault.RATE_LIMITED, "asks to be left alone for a while (429)", answer(b"", 429, Retry_After="3600")),
    Case(Fault.FORBIDDEN, "asks for a password (401); 'diplotui change --secret' names where it is",
         answer(b"", 401)),
    Case(Fault.NOT_FOUND, "has nothing at this address (404)", answer(b"", 404)),
    Case(Fault.GONE, "has taken this address away for good (410)", answer(b"", 410), next=NEVER),
    Case(Fault.SERVER, "has a fault of its own (500)", answer(b"", 500)),
    Case(Fault.STATUS, "answers with 204 and no content", answer(b"", 204)),
    Case(Fault.NOT_A_FEED, "feed", answer("<html>Log in, please</html>")),
    Case(Fault.EMPTY, "has no entries any more, although it had some", answer(rss())),
    Case(Fault.UNREADABLE, "cannot be read within", answer(FEED)),
    Case(Fault.SECRET, "the environment variable NO_SUCH_KEY, which should hold its password, is not set",
         more=(("secret", "env:NO_SUCH_KEY"),)),
    Case(Fault.NO_FOLDER, "is not there", url="file:///no/such/folder"),
]  # fmt: skip


def test_every_kind_of_fault_has_its_row() -> None:
    """Robots close pages, not sources: that is told beside what a source brought."""
    assert {case.kind for case in CASES} == set(Fault) - {Fault.ROBOTS}


@pytest.mark.parametrize("case", CASES, ids=[case.kind.value for case in CASES])
def test_an_error_reads_like_help(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    server.routes["/"] = case.route
    url = case.url.format(port=server.port) if case.url else server.url()
    source = watch(store, url, "Andean wire", **dict(case.more))
    if case.kind is Fault.REFUSED_ADDRESS:
        store.sources.change(replace(source, allow_private=False))
    if case.kind is Fault.TLS:
        monkeypatch.setattr(socket, "getaddrinfo", _at_home)
        monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", _unproved)
    if case.kind is Fault.NO_ADDRESS:
        monkeypatch.setattr(socket, "getaddrinfo", _unknown)
    if case.kind is Fault.UNREADABLE:
        monkeypatch.setattr("diplotui.sources.worker.FEED_SECONDS", 0.0)
    if case.kind is Fault.EMPTY:
        server.routes["/"] = answer(FEED)
        one(store)
        server.routes["/"] = case.route
    (report,) = fetch_round(store, everything=True, pace=Pace(gap=0.0, total=1.0))
    assert report.outcome in (Outcome.FAILED, Outcome.GONE)
    (watched,) = store.sources.listed()
    assert watched.state.fault == case.kind
    said = report.error or ""
    assert said.startswith("Andean wire: ") and case.words in said, said
    assert re.search(case.next, said), said
    assert "\n" not in said and len(said) < 400 and "Traceback" not in said and "Error" not in said


def _unknown(*_: Any, **__: Any) -> Any:
    raise socket.gaierror("unknown")


def _at_home(*_: Any, **__: Any) -> Any:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 443))]


async def _unproved(*_: Any) -> Any:
    raise httpx.ConnectError("no") from ssl.SSLCertVerificationError("self-signed")


WAITING: list[tuple[str, Callable[[Store, Source, Server], None], str]] = [
    (
        "its host asked to be left alone",
        lambda store, source, server: fetch_and_forget(store, server),
        r"asked to be left alone until \d{4}-",
    ),
    (
        "another program is asking",
        lambda store, source, server: hold(store),
        "another program is asking this host right now; nothing is lost",
    ),
]


def fetch_and_forget(store: Store, server: Server) -> None:
    server.routes["/"] = answer(b"", 429, Retry_After="3600")
    fetch_round(store, everything=True, pace=Pace(gap=0.0, total=1.0))


def hold(store: Store) -> None:
    now, until = clock.instant_text(clock.now()), "2999-01-01T00:00:00.000Z"
    store.sources.claim({"127.0.0.1"}, "elsewhere:1:x", now=now, until=until, gone=lambda _: False)


@pytest.mark.parametrize(("name", "prepare", "words"), WAITING, ids=[row[0] for row in WAITING])
def test_what_waits_says_for_what(
    store: Store, server: Server, name: str, prepare: Callable[..., None], words: str
) -> None:
    prepare(store, watch(store, server.url()), server)
    asked = len(server.asked)
    (report,) = fetch_round(store, everything=True)
    assert report.outcome in (Outcome.WAITING, Outcome.BUSY)
    assert re.search(words, report.error or "") and len(server.asked) == asked


def test_what_waits_for_its_host_is_not_asked_for_every_second(store: Store, server: Server) -> None:
    """A second source of a host that asked to be left alone is due when the host may be asked."""
    watch(store, server.url())
    fetch_and_forget(store, server)
    watch(store, server.url("/other"), "Other")
    due = next_due(store)
    assert due is not None and due > clock.now() + timedelta(minutes=50)


def test_a_full_disk_ends_the_round_in_one_line_with_nothing_half_stored(
    store: Store, server: Server
) -> None:
    server.routes["/"] = answer(
        rss(*(item(str(n), f"Denial {n}", f"{DENIAL} {'He said more. ' * 300} {n}") for n in range(30)))
    )
    watch(store, server.url())
    connection = store._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 25}")
    with pytest.raises(StoreFull, match="disk is full; nothing saved before is lost"):
        fetch_round(store, everything=True, pace=Pace(gap=0.0))
    kept = store.info().documents
    assert 0 < kept < 30 and store.claims(), "reading goes on"
    assert [line for line in store.check() if not line.startswith("note:")] == []
    connection.execute(f"PRAGMA max_page_count = {pages + 100_000}")
    (report,) = fetch_round(store, everything=True, pace=Pace(gap=0.0))
    assert (report.outcome, report.new, store.info().documents) == (Outcome.FETCHED, 30, 30)


def test_a_long_feed_is_read_in_turns_with_progress(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not fit into a source's time of a round waits a minute; none is lost."""
    monkeypatch.setattr("diplotui.fetching.rounds.MOST_SECONDS", 0.0)
    server.routes["/"] = answer(rss(*(item(str(n), f"Item {n}", f"Words {n}.") for n in range(5))))
    watch(store, server.url())
    steps = []
    reports: list[SourceReport] = []
    for _ in range(2):
        (report,) = fetch_round(store, everything=True, pace=Pace(gap=0.0), progress=steps.append)
        reports.append(report)
    assert reports[0].new + reports[0].waiting == 5 and reports[0].waiting > 0
    (watched,) = store.sources.listed()
    state: FetchState = watched.state
    assert (
        state.due is not None
        and state.fetched is not None
        and state.due[:16] <= _minutes_after(state.fetched, 2)
    )
    assert (steps[0].total, {step.source for step in steps}) == (1, {None, "Wire"})
    monkeypatch.setattr("diplotui.fetching.rounds.MOST_SECONDS", 60.0)
    (report,) = fetch_round(store, everything=True, pace=Pace(gap=0.0))
    assert store.info().documents == 5 and report.waiting == 0


def _minutes_after(instant: str, minutes: int) -> str:
    return clock.instant_text(datetime.fromisoformat(instant) + timedelta(minutes=minutes))[:16]


def test_stopping_leaves_the_rest_for_the_next_round(store: Store, server: Server) -> None:
    server.routes["/"] = answer(rss(*(item(str(n), f"Item {n}", f"Words {n}.") for n in range(6))))
    watch(store, server.url())
    seen: list[int] = []

    def stopping() -> bool:
        return len(seen) > 3

    (report,) = fetch_round(
        store,
        everything=True,
        pace=Pace(gap=0.0),
        progress=lambda at: seen.append(at.entries),
        stopping=stopping,
    )
    assert 0 < report.new < 6 and report.new + report.waiting == 6
    (report,) = fetch_round(store, everything=True, pace=Pace(gap=0.0))
    assert store.info().documents == 6


def test_a_folder_can_be_named_as_an_address(tmp_path: Path) -> None:
    assert folder_address(tmp_path).startswith("file:///")
