"""One polite, guarded request: deadline, caps, checked addresses, redirects by hand, honest name."""

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.request import getproxies, proxy_bypass

import httpx

from diplotui import clock
from diplotui.sources import bodies, http_headers
from diplotui.sources.addresses import (
    IPAddress,
    Place,
    checked_addresses,
    host_key,
    place_of,
)
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.redirects import MOST_HOPS, PERMANENT, REDIRECTS, next_place, secrets_for
from diplotui.sources.turns import HostTurns

TOTAL_SECONDS = 20.0
"""Deadline of a whole fetch, all hops, headers and body; waiting for the host's turn does not count."""
CONNECT_SECONDS = 5.0
FEED_BYTES = 10_000_000
PAGE_BYTES = 5_000_000
MOST_HEADERS = 200

USER_AGENT = "diplotui/0.1 (feed reader for one person)"
BROWSER_LIKE = "Mozilla/5.0 (compatible; diplotui/0.1; feed reader for one person)"
"""Sent once more where the honest name is forbidden, and from then on to that host: some official sites let
in only what begins like a browser. It still says who asks."""

FEED_TYPES = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)
PAGE_TYPES = "text/html, application/xhtml+xml, text/plain;q=0.5"

_STATUS_FAULTS: Mapping[int, tuple[Fault, str]] = {
    401: (Fault.FORBIDDEN, "asks for a password (401); 'diplotui change --secret' names where it is"),
    403: (Fault.FORBIDDEN, "does not let programs in (403)"),
    404: (Fault.NOT_FOUND, "has nothing at this address (404)"),
    406: (Fault.FORBIDDEN, "does not answer programs like this one (406)"),
    407: (Fault.FORBIDDEN, "cannot be reached: the proxy asks for a password (407)"),
    410: (Fault.GONE, "has taken this address away for good (410)"),
    429: (Fault.RATE_LIMITED, "asks to be left alone for a while (429)"),
    451: (Fault.FORBIDDEN, "withholds this address for legal reasons (451)"),
    503: (Fault.RATE_LIMITED, "is overloaded or closed for now (503)"),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for. ``secrets`` are headers bound to the origin of ``url``.

    ``etag`` and ``last_modified`` go back verbatim, and only to ``validators_url``, which gave them.
    """

    url: str
    allow_private: bool = False
    etag: str | None = None
    last_modified: str | None = None
    validators_url: str | None = None
    secrets: tuple[tuple[str, str], ...] = ()
    most_bytes: int = FEED_BYTES
    browser_like: bool = False
    accept: str = FEED_TYPES
    gap: float | None = None
    """Seconds between requests to the host, where the site asks for more than ours."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a whole body, or nothing new (``not_modified``)."""

    url: str
    """Where the body came from, after redirects."""
    body: bytes = b""
    content_type: str = ""
    etag: str | None = None
    last_modified: str | None = None
    max_age: float | None = None
    not_modified: bool = False
    permanent_url: str | None = None
    """Where an unbroken chain of permanent redirects (301, 308) from the start has led."""
    browser_like: bool = False


class Web:
    """Asks the web; belongs to one event loop. No cookies, no connection is used twice.

    httpx's transports do the work, not its client: that one reads every Location itself and fails on some.
    A kept connection would be found again by its address and not by its name, and so serve one host's
    request over what was proved for another.
    """

    def __init__(self, turns: HostTurns, *, total: float = TOTAL_SECONDS) -> None:
        self._turns = turns
        self._total = total
        self._tls = ssl.create_default_context()
        self._transports: dict[str | None, httpx.AsyncHTTPTransport] = {}

    async def aclose(self) -> None:
        """Let go of all connections."""
        for transport in self._transports.values():
            await transport.aclose()

    async def fetch(self, request: Request) -> Answer:
        """The answer to a request; raises FetchError for everything that can go wrong.

        A host that forbids our honest name is asked once more with ``BROWSER_LIKE``.
        """
        try:
            try:
                return await self._walk(request)
            except FetchError as error:
                if error.kind is not Fault.FORBIDDEN or request.browser_like or request.secrets:
                    raise
            return await self._walk(replace(request, browser_like=True))
        except FetchError:
            raise
        except TimeoutError:
            raise FetchError(
                Fault.TIMEOUT, f"did not answer in full within {self._total:g} seconds"
            ) from None
        except Exception as error:  # whatever a library makes of a hostile answer, it is this source's fault
            raise FetchError(
                Fault.BROKEN, f"answers in a way that cannot be read ({type(error).__name__})"
            ) from error

    async def _walk(self, request: Request) -> Answer:
        """Follow redirects hop by hop; every hop is checked, and has its host's turn."""
        start = here = place_of(request.url)
        permanent: str | None = None
        unbroken = True
        left = self._total
        now = asyncio.get_running_loop().time
        for _ in range(MOST_HOPS + 1):
            async with self._turns.turn(host_key(here.host), request.gap):
                begun = now()
                async with asyncio.timeout(left):
                    found = await self._hop(request, start, here)
                left -= now() - begun
            if isinstance(found, Answer):
                return replace(found, permanent_url=permanent, browser_like=request.browser_like)
            status, location = found
            here = next_place(here, location)
            unbroken = unbroken and status in PERMANENT
            permanent = here.url if unbroken else permanent
        raise FetchError(Fault.REDIRECTS, f"sends on and on (more than {MOST_HOPS} times)")

    async def _hop(self, request: Request, start: Place, here: Place) -> Answer | tuple[int, str | None]:
        """One request: an answer, or the status and target of a redirect."""
        proxy = _proxy_for(here)
        if proxy is not None:
            # The proxy resolves names, so there is no address to pin; what we can resolve is still checked.
            try:
                await checked_addresses(here, request.allow_private)
            except FetchError as error:
                if error.kind is not Fault.NO_ADDRESS:
                    raise
            return await self._ask(request, start, here, None, proxy)
        addresses = await checked_addresses(here, request.allow_private)
        for address in addresses[:-1]:
            try:
                return await self._ask(request, start, here, address, None)
            except FetchError as error:
                if error.kind is not Fault.UNREACHABLE:
                    raise
        return await self._ask(request, start, here, addresses[-1], None)

    async def _ask(
        self, request: Request, start: Place, here: Place, address: IPAddress | None, proxy: str | None
    ) -> Answer | tuple[int, str | None]:
        waits = {"connect": CONNECT_SECONDS, "read": self._total, "write": self._total, "pool": None}
        asked = httpx.Request(
            "GET",
            here.at(address) if address else here.url,
            headers=_headers(request, start, here),
            extensions={"timeout": waits} | ({"sni_hostname": here.host} if address else {}),
        )
        try:
            response = await self._transport(proxy).handle_async_request(asked)
            try:
                return await _answer(response, request, here)
            finally:
                await response.aclose()
        except httpx.ConnectTimeout:
            raise FetchError(Fault.UNREACHABLE, f"{here.host} does not answer") from None
        except httpx.ConnectError as error:
            raise _no_connection(error, here) from None
        except httpx.RemoteProtocolError as error:
            if "without sending complete message body" in str(error):
                raise FetchError(Fault.TRUNCATED, "the answer broke off in the middle") from None
            if "without sending a response" in str(error):
                raise FetchError(Fault.BROKEN, f"{here.host} closed the connection") from None
            raise FetchError(Fault.BROKEN, f"{here.host} does not speak proper HTTP") from None
        except httpx.TimeoutException:
            raise TimeoutError from None
        except httpx.TransportError:
            raise FetchError(Fault.BROKEN, f"{here.host} closed the connection") from None

    def _transport(self, proxy: str | None) -> httpx.AsyncHTTPTransport:
        if proxy not in self._transports:
            self._transports[proxy] = httpx.AsyncHTTPTransport(
                verify=self._tls,
                proxy=proxy,
                trust_env=False,
                limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
            )
        return self._transports[proxy]


def _headers(request: Request, start: Place, here: Place) -> dict[str, str]:
    headers = {
        "Host": here.host_header,
        "User-Agent": BROWSER_LIKE if request.browser_like else USER_AGENT,
        "Accept": request.accept,
        "Accept-Encoding": bodies.ACCEPTED,
        "Connection": "close",
    }
    if request.validators_url == here.url:
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.last_modified:
            headers["If-Modified-Since"] = request.last_modified
    headers.update(secrets_for(start, here, request.secrets))
    return headers


async def _answer(response: httpx.Response, request: Request, here: Place) -> Answer | tuple[int, str | None]:
    """Judge status and headers, then read the body."""
    status, headers = response.status_code, response.headers
    if len(headers) > MOST_HEADERS:
        raise FetchError(Fault.BROKEN, f"{here.host} sends too many headers")
    if status in REDIRECTS:
        return status, headers.get("location")
    known = Answer(
        url=here.url,
        content_type=_header(headers, "content-type") or "",
        etag=_header(headers, "etag"),
        last_modified=_header(headers, "last-modified"),
        max_age=http_headers.max_age(headers),
    )
    if status == 304:
        if request.validators_url != here.url or not (request.etag or request.last_modified):
            raise FetchError(
                Fault.BROKEN, f"{here.host} says that nothing changed although never asked before"
            )
        return replace(known, not_modified=True)
    if status != 200:
        raise status_error(status, here.host, http_headers.retry_after(headers, clock.now()))
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:15]) > request.most_bytes:
        raise bodies.too_large(request.most_bytes)
    body = await bodies.read_body(
        response.aiter_raw(), headers.get("content-encoding", ""), request.most_bytes
    )
    return replace(known, body=body)


def _header(headers: httpx.Headers, name: str) -> str | None:
    """A header that we may keep and send back: of sane length and printable ASCII, else none."""
    value = headers.get(name)
    if value is None or len(value) > 500 or not (value.isascii() and value.isprintable()):
        return None
    return str(value)


def status_error(status: int, host: str, wait: float | None) -> FetchError:
    """The error for an answer without content."""
    if status in _STATUS_FAULTS:
        kind, words = _STATUS_FAULTS[status]
        return FetchError(kind, f"{host} {words}", retry_after=wait)
    if status >= 500:
        return FetchError(Fault.SERVER, f"{host} has a fault of its own ({status})", retry_after=wait)
    return FetchError(Fault.STATUS, f"{host} answers with {status} and no content", retry_after=wait)


def _no_connection(error: BaseException, here: Place) -> FetchError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return FetchError(
                Fault.TLS, f"{here.host} cannot prove who it is (its certificate does not hold)"
            )
        cause = cause.__cause__ or cause.__context__
    return FetchError(Fault.UNREACHABLE, f"{here.host} does not accept connections")


def _proxy_for(here: Place) -> str | None:
    """The proxy that the environment names for a host (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY)."""
    proxies = getproxies()
    proxy = proxies.get(here.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(here.host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
