"""Which web addresses may be asked: checked as words, then resolved once and checked as IP addresses."""

import asyncio
import ipaddress
import re
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

from diplotui.sources.fetch_errors import Fault, FetchError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

LONGEST_URL = 2_000
MOST_ADDRESSES = 3
"""Addresses of one name that are tried, in the order the resolver gives them."""
DEFAULT_PORTS = {"http": 80, "https": 443}

_UNFIT = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029<>\"\\^`]")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SECOND_LEVEL = frozenset(
    {"ac", "co", "com", "edu", "go", "gov", "gob", "gouv", "mil", "ne", "net", "or", "org"}
)
"""Labels under a country's domain below which names are given out, as in gov.uk and com.au."""


@dataclass(frozen=True, slots=True)
class Place:
    """A checked web address in its parts; ``host`` is ASCII (IDNA), an IPv6 address without brackets."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port: what secrets are bound to (RFC 6454)."""
        return self.scheme, self.host, self.port

    @property
    def host_header(self) -> str:
        """Host as the request names it, with the port where it is not the scheme's own."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == DEFAULT_PORTS[self.scheme] else f"{name}:{self.port}"

    def at(self, address: IPAddress) -> str:
        """The same URL with the checked address in place of the name."""
        where = f"[{address}]" if address.version == 6 else str(address)
        parts = urlsplit(self.url)
        return urlunsplit((self.scheme, f"{where}:{self.port}", parts.path or "/", parts.query, ""))


def place_of(url: str) -> Place:
    """Read a web address; raises FetchError(BAD_URL) for anything but plain http or https to a host."""
    if len(url) > LONGEST_URL:
        raise _bad(url, "is too long")
    if _UNFIT.search(url):
        raise _bad(url, "holds blanks or characters that no web address has")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _bad(url, "is no web address") from None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS:
        raise _bad(url, "is neither http nor https")
    if parts.username is not None or parts.password is not None:
        raise _bad(url, "carries a user name; take it out")
    host = _ascii_host(url, parts)
    number = DEFAULT_PORTS[scheme] if port is None else port
    if not 0 < number < 65536:
        raise _bad(url, "has an impossible port")
    bracketed = f"[{host}]" if ":" in host else host
    netloc = bracketed if port is None else f"{bracketed}:{number}"
    plain = urlunsplit((scheme, netloc, parts.path or "/", parts.query, ""))
    return Place(plain, scheme, host, number)


def is_web_url(url: str | None) -> bool:
    """Whether a link may be shown as openable and asked: plain http or https to a host."""
    if not url:
        return False
    try:
        place_of(url)
    except FetchError:
        return False
    return True


def host_key(host: str) -> str:
    """What counts as one host for politeness: the registrable domain, or the address itself."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    labels = host.rstrip(".").split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def refusal(address: IPAddress, allow_private: bool) -> str | None:
    """Why an address may not be asked, in words; None where it may.

    Addresses that carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo) are judged by that one.
    ``allow_private`` opens loopback and private networks; link-local (where clouds keep their keys),
    multicast and reserved addresses stay shut.
    """
    inner = _embedded(address)
    if inner is not None:
        return refusal(inner, allow_private)
    if address.is_loopback:
        return None if allow_private else "is this computer itself"
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        return "is not on the public Internet"
    if address.is_global:
        return None
    if address.is_private and not address.is_reserved:
        return None if allow_private else "is on a private network"
    return "is not on the public Internet"


async def checked_addresses(place: Place, allow_private: bool) -> tuple[IPAddress, ...]:
    """Resolve a host once and check all that comes back; the addresses to connect to, in order.

    Raises FetchError(NO_ADDRESS) where there is none, (REFUSED_ADDRESS) where any is not allowed: a name
    that points inside and outside at once is no honest name.
    """
    try:
        found = await _resolve(place.host, place.port)
    except (OSError, UnicodeError):
        raise FetchError(
            Fault.NO_ADDRESS, f"{place.host} is not known to the name server; check the address"
        ) from None
    addresses = list(dict.fromkeys(_address(words) for words in found))
    if not addresses:
        raise FetchError(Fault.NO_ADDRESS, f"{place.host} has no address")
    for address in addresses:
        require_allowed(place, address, allow_private)
    return tuple(addresses[:MOST_ADDRESSES])


async def _resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, from a thread that nobody waits for: a name server may be silent."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | Exception) -> None:
        if answer.done():
            return
        if isinstance(found, Exception):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def ask() -> None:
        found: list[str] | Exception
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
            found = [str(entry[4][0]) for entry in entries]
        except Exception as error:
            found = error
        with suppress(RuntimeError):  # the loop is closed: nobody wants to know any more
            loop.call_soon_threadsafe(settle, found)

    threading.Thread(target=ask, name="name server", daemon=True).start()
    return await answer


def require_allowed(place: Place, address: IPAddress, allow_private: bool) -> None:
    """Raise FetchError(REFUSED_ADDRESS) for an address that this source may not be on."""
    why = refusal(address, allow_private)
    if why is not None:
        hint = "" if allow_private else "; if you mean it, add the source with --allow-private"
        raise FetchError(Fault.REFUSED_ADDRESS, f"{place.host} ({address}) {why}{hint}")


def _address(words: str) -> IPAddress:
    return ipaddress.ip_address(words.partition("%")[0])


def _embedded(address: IPAddress) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    low = int(address) & 0xFFFFFFFF
    if address in _NAT64 or (int(address) >> 32 == 0 and low > 1):
        return ipaddress.IPv4Address(low)
    return None


def _ascii_host(url: str, parts: SplitResult) -> str:
    host = parts.hostname or ""
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise _bad(url, "is no web address") from None
    try:
        plain = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _bad(url, "has no possible host name") from None
    if not re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", plain) or plain.startswith("-"):
        raise _bad(url, "has no possible host name")
    return plain


def _bad(url: str, why: str) -> FetchError:
    shown = url if len(url) <= 80 else f"{url[:79]}…"
    return FetchError(Fault.BAD_URL, f"{shown!r} {why}")
