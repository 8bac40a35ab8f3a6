"""The fetch boundary against a server that also misbehaves: every fault is one FetchError with its kind."""

import asyncio
import gzip
import resource
import socket
import threading
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from diplotui.sources import addresses
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.http import BROWSER_LIKE, USER_AGENT, Answer, Request, Web
from diplotui.sources.network import Network
from diplotui.sources.turns import HostTurns
from tests.sources.server import Asked, Server, answer, redirect

FEED = b"<rss version='2.0'><channel><title>Wire</title></channel></rss>"


def fetch(server: Server, path: str = "/", *, total: float = 2.0, **more: Any) -> Answer:
    """Fetch one path of the server, which is on loopback and so has to be allowed."""
    request = Request(**{"url": server.url(path), "allow_private": True, "most_bytes": 100_000} | more)

    async def run() -> Answer:
        web = Web(HostTurns(gap=0.0), total=total)
        try:
            return await web.fetch(request)
        finally:
            await web.aclose()

    return asyncio.run(run())


def fault(server: Server, path: str = "/", **more: Any) -> FetchError:
    with pytest.raises(FetchError) as failed:
        fetch(server, path, **more)
    message = str(failed.value)
    assert message and message.isprintable() and not message.endswith(".")
    return failed.value


def test_a_plain_answer_comes_whole_with_its_validators(server: Server) -> None:
    server.routes["/"] = answer(
        FEED, ETag='W/"a b"', Last_Modified="yesterday", Cache_Control="public, max-age=60"
    )
    got = fetch(server)
    assert got.body == FEED
    assert (got.etag, got.last_modified, got.max_age) == ('W/"a b"', "yesterday", 60.0)
    sent = server.asked[0].headers
    assert sent["user-agent"] == USER_AGENT
    assert sent["accept-encoding"] == "gzip, deflate"
    assert sent["host"] == f"127.0.0.1:{server.port}"
    assert "if-none-match" not in sent and "if-modified-since" not in sent and "cookie" not in sent


PACKED = [
    ("gzip", gzip.compress(FEED)),
    ("x-gzip", gzip.compress(FEED[:9]) + gzip.compress(FEED[9:])),
    ("deflate", zlib.compress(FEED)),
    ("deflate", zlib.compress(FEED)[2:-4]),  # without its header, as some servers send it
    ("identity", FEED),
]


@pytest.mark.parametrize(("encoding", "body"), PACKED)
def test_packed_answers_are_unpacked(server: Server, encoding: str, body: bytes) -> None:
    server.routes["/"] = answer(body, Content_Encoding=encoding)
    assert fetch(server).body == FEED


def test_validators_go_back_verbatim_to_who_gave_them_only(server: Server) -> None:
    server.routes["/feed"] = answer(b"", 304)
    server.routes["/moved"] = redirect("/feed")
    known = {"etag": 'W/"x y"', "last_modified": "Mo, 99", "validators_url": server.url("/feed")}
    assert fetch(server, "/moved", **known).not_modified
    first, second = server.asked
    assert "if-none-match" not in first.headers and "if-modified-since" not in first.headers
    assert (second.headers["if-none-match"], second.headers["if-modified-since"]) == ('W/"x y"', "Mo, 99")


def test_nothing_changed_without_having_been_asked_is_a_fault(server: Server) -> None:
    server.routes["/"] = answer(b"", 304)
    assert fault(server).kind is Fault.BROKEN


async def drip(asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(100):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def drip_headers(asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        writer.write(b"X-%d: y\r\n" % number)
        await writer.drain()
        await asyncio.sleep(0.05)


async def silent(asked: Asked, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


async def endless(asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(10_000):
        writer.write(b"x" * 10_000)
        await writer.drain()


async def header_flood(asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(200_000):
        writer.write(b"X-%d: yyyyyyyyyyyyyyyyyyyyyyyy\r\n" % number)
        await writer.drain()


async def reset(asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    await writer.drain()
    writer.get_extra_info("socket").setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00"
    )
    writer.transport.abort()


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


FAULTS: list[tuple[str, bytes | Callable[[Asked, asyncio.StreamWriter], Awaitable[None]], set[Fault]]] = [
    ("slow drip", drip, {Fault.TIMEOUT}),
    ("slow headers", drip_headers, {Fault.TIMEOUT}),
    ("silence", silent, {Fault.TIMEOUT}),
    ("endless body", endless, {Fault.TOO_LARGE}),
    ("body said to be huge", b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx", {Fault.TOO_LARGE}),
    ("gzip bomb", answer(bomb(40), Content_Encoding="gzip"), {Fault.TOO_LARGE}),
    ("packed twice", answer(gzip.compress(gzip.compress(FEED)), Content_Encoding="gzip, gzip"),
     {Fault.BAD_ENCODING}),
    ("packed as never asked", answer(b"xx", Content_Encoding="br"), {Fault.BAD_ENCODING}),
    ("no gzip at all", answer(FEED, Content_Encoding="gzip"), {Fault.BAD_ENCODING}),
    ("gzip cut short", answer(gzip.compress(FEED)[:-9], Content_Encoding="gzip"), {Fault.TRUNCATED}),
    ("short body", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", {Fault.TRUNCATED}),
    ("reset in the middle", reset, {Fault.BROKEN, Fault.TRUNCATED}),
    ("bad chunk", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", {Fault.BROKEN}),
    ("unfinished chunks", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n",
     {Fault.TRUNCATED}),
    ("no HTTP", b"SSH-2.0-OpenSSH_9.9\r\n", {Fault.BROKEN}),
    ("impossible status", b"HTTP/1.1 999999 \x1b[2J\r\n\r\n", {Fault.BROKEN}),
    ("escapes in headers", b"HTTP/1.1 500 \x1b]0;own\x07\r\nX: \x1b[2J\r\n\r\n",
     {Fault.SERVER, Fault.BROKEN}),
    ("flood of headers", header_flood, {Fault.BROKEN}),
    ("closed at once", b"", {Fault.BROKEN}),
    ("no content", answer(b"", 204), {Fault.STATUS}),
    ("not there", answer(b"no", 404), {Fault.NOT_FOUND}),
    ("gone", answer(b"no", 410), {Fault.GONE}),
    ("forbidden", answer(b"no", 403), {Fault.FORBIDDEN}),
    ("fault of the server", answer(b"no", 500), {Fault.SERVER}),
    ("redirect to nowhere", answer(b"", 302), {Fault.REDIRECTS}),
    ("redirect to itself", redirect("/"), {Fault.REDIRECTS}),
    ("redirect to a file", redirect("file:///etc/passwd"), {Fault.REDIRECTS}),
    ("redirect to a script", redirect("javascript:alert(1)"), {Fault.REDIRECTS}),
    ("redirect with a bad port", redirect("http://127.0.0.1:99999/"), {Fault.REDIRECTS}),
    ("redirect with an open bracket", redirect("http://[::1/"), {Fault.REDIRECTS}),
    ("redirect with escapes", redirect("http://x.example/\x1b[2J\x07"), {Fault.REDIRECTS, Fault.BROKEN}),
    ("redirect to the keys of a cloud", redirect("http://169.254.169.254/latest"), {Fault.REFUSED_ADDRESS}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "route", "kinds"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_each_fault_is_one_error_in_plain_words(
    server: Server, name: str, route: Any, kinds: set[Fault]
) -> None:
    server.routes["/"] = route
    assert fault(server, total=0.7).kind in kinds


def test_bombs_and_endless_bodies_do_not_grow_the_process(server: Server) -> None:
    server.routes |= {"/bomb": answer(bomb(200), Content_Encoding="gzip"), "/endless": endless}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in ("/bomb", "/endless"):
        assert fault(server, path, most_bytes=5_000_000).kind is Fault.TOO_LARGE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/inside",
        "http://localhost:{port}/inside",
        "http://[::1]:{port}/inside",
        "http://[::ffff:127.0.0.1]:{port}/inside",
        "http://2130706433:{port}/inside",
        "http://0x7f.1:{port}/inside",
        "http://127.1:{port}/inside",
        "http://0.0.0.0:{port}/inside",
    ],
)
def test_no_spelling_of_an_inner_address_is_asked(server: Server, target: str) -> None:
    server.routes["/inside"] = answer(b"secret")
    url = target.format(port=server.port)
    refused = fault(server, url=url, allow_private=False)
    assert refused.kind in (Fault.REFUSED_ADDRESS, Fault.NO_ADDRESS)
    assert server.asked == []


def pretend(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[str]]) -> None:
    """Names that resolve to these addresses, one answer after the other."""

    def getaddrinfo(host: str, port: int, **_: Any) -> list[Any]:
        found = names[host]
        address = found.pop(0) if len(found) > 1 else found[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def test_a_public_name_may_not_lead_inside_by_redirect_or_by_its_address(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, {"outer.example": ["127.0.0.1"], "127.0.0.1": ["127.0.0.1"]})
    assert fault(server, url=f"http://outer.example:{server.port}/", allow_private=False).kind is (
        Fault.REFUSED_ADDRESS
    )
    assert server.asked == []


def test_a_name_is_resolved_once_so_that_it_cannot_change_between_check_and_use(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second answer of a rebinding name server would be an address that nobody checked."""
    pretend(monkeypatch, {"rebind.example": ["127.0.0.1", "127.0.0.99"], "127.0.0.1": ["127.0.0.1"]})
    server.routes["/"] = answer(FEED)
    assert fetch(server, url=f"http://rebind.example:{server.port}/").body == FEED
    assert [(asked.host, asked.headers["host"]) for asked in server.asked] == [
        ("127.0.0.1", f"rebind.example:{server.port}")
    ]


def test_a_silent_name_server_holds_up_nobody(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()

    def getaddrinfo(*_: Any, **__: Any) -> list[Any]:
        answered.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with Network(gap=0.0, total=0.3) as network, pytest.raises(FetchError) as failed:
        network.fetch(Request("http://silent.example/"))
    assert failed.value.kind is Fault.TIMEOUT
    assert not answered.is_set(), "the network was closed while the name server kept silent"
    answered.set()


def test_a_proxy_of_the_environment_is_used_and_the_checks_stay(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(
        monkeypatch, {"n.example": ["93.184.216.34"], "127.0.0.1": ["127.0.0.1"], "10.0.0.1": ["10.0.0.1"]}
    )
    monkeypatch.setenv("http_proxy", server.url())
    server.routes["http://n.example/feed"] = answer(FEED)
    assert fetch(server, url="http://n.example/feed", allow_private=False).body == FEED
    assert fault(server, url="http://10.0.0.1/feed", allow_private=False).kind is Fault.REFUSED_ADDRESS
    assert server.paths() == ["http://n.example/feed"]
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.routes["/feed"] = answer(FEED)
    assert fetch(server, "/feed").body == FEED


def test_secrets_stay_with_their_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(("127.0.0.1", "127.0.0.2")) as server:
        server.routes["/feed"] = redirect("/same")
        server.routes["/same"] = redirect(server.url("/other", "127.0.0.2"))
        server.routes["/other"] = answer(FEED)
        fetch(server, "/feed", secrets=(("X-Api-Key", "s3cret"),))
        assert ["x-api-key" in asked.headers for asked in server.asked] == [True, True, False]


def test_cookies_are_neither_kept_nor_sent(server: Server) -> None:
    server.routes["/"] = answer(b"", 302, Location="/b", Set_Cookie="id=1")
    server.routes["/b"] = answer(FEED)
    fetch(server)
    assert "cookie" not in server.asked[1].headers


def test_only_an_unbroken_chain_of_permanent_redirects_is_permanent(server: Server) -> None:
    server.routes |= {
        "/a": redirect("/b", 301),
        "/b": redirect("/c", 308),
        "/c": redirect("/d", 302),
        "/d": redirect("/e", 301),
        "/e": answer(FEED),
        "/x": redirect("/d", 302),
    }
    got = fetch(server, "/a")
    assert (got.url, got.permanent_url) == (server.url("/e"), server.url("/c"))
    assert fetch(server, "/x").permanent_url is None
    assert fetch(server, "/e").permanent_url is None


def test_five_hops_are_followed_and_no_more(server: Server) -> None:
    server.routes |= {f"/{number}": redirect(f"/{number + 1}") for number in range(8)}
    server.routes["/5"] = answer(FEED)
    assert fetch(server, "/0").body == FEED
    server.routes["/5"] = redirect("/6")
    server.asked.clear()
    assert fault(server, "/0").kind is Fault.REDIRECTS
    assert len(server.asked) == 6


def test_a_host_that_forbids_our_name_is_asked_once_more_and_no_more(server: Server) -> None:
    def only_browsers(asked: Asked) -> bytes:
        return answer(FEED) if asked.headers["user-agent"].startswith("Mozilla/5.0") else answer(b"", 403)

    server.routes |= {"/": only_browsers, "/never": answer(b"", 403)}
    assert fetch(server).browser_like
    assert [asked.headers["user-agent"] for asked in server.asked] == [USER_AGENT, BROWSER_LIKE]
    assert fetch(server, browser_like=True).browser_like
    server.asked.clear()
    fault(server, "/never")
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120.0), ("9999999", 86_400.0), ("Tue, 01 Jan 2030 00:10:00 GMT", 600.0), ("soon", None),
     ("-5", None), ("Sat, 01 Jan 2000 00:00:00 GMT", 0.0)],
)  # fmt: skip
def test_retry_after_is_heard_in_both_forms_up_to_a_day(
    server: Server, monkeypatch: pytest.MonkeyPatch, header: str, seconds: float | None
) -> None:
    monkeypatch.setenv("DIPLOTUI_NOW", "2030-01-01T00:00:00+00:00")
    server.routes["/"] = answer(b"", 429, Retry_After=header)
    refused = fault(server)
    assert (refused.kind, refused.retry_after) == (Fault.RATE_LIMITED, seconds)


def test_a_host_that_is_not_there_is_said(server: Server) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        assert fault(server, url=url).kind is Fault.UNREACHABLE


def test_one_host_is_asked_one_request_at_a_time(server: Server) -> None:
    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.05)
        writer.write(answer(FEED))

    server.routes |= {f"/{number}": slow for number in range(4)}

    async def run() -> None:
        web = Web(HostTurns(gap=0.02))
        await asyncio.gather(
            *(web.fetch(Request(server.url(f"/{number}"), allow_private=True)) for number in range(4))
        )
        await web.aclose()

    asyncio.run(run())
    assert server.busiest == {"127.0.0.1": 1}
    assert addresses.host_key("127.0.0.1") == "127.0.0.1"
