"""Which addresses may be asked."""

import ipaddress

import pytest

from diplotui.sources.addresses import host_key, is_web_url, place_of, refusal
from diplotui.sources.fetch_errors import Fault, FetchError

REFUSED_URLS = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "ftp://news.example/feed",
    "news.example/feed",
    "http://",
    "http:///feed",
    "http://user:secret@news.example/",
    "http://news.example:99999/",
    "http://news.example:0/",
    "http://news.example:port/",
    "http://news.example/a b",
    "http://news.example/a\nb",
    "http://news.example/\x1b[2J",
    "http://[::1/",
    "http://-o.example/",
    "--output=/tmp/x",
    "http://news.example/" + "x" * 3000,
]


@pytest.mark.parametrize("url", REFUSED_URLS)
def test_what_is_no_web_address_is_refused_in_one_harmless_line(url: str) -> None:
    with pytest.raises(FetchError) as refused:
        place_of(url)
    assert refused.value.kind is Fault.BAD_URL
    assert str(refused.value).isprintable() and len(str(refused.value)) <= 300
    assert not is_web_url(url)


@pytest.mark.parametrize(
    ("url", "plain", "host"),
    [
        ("HTTP://News.Example:80/A?b=c#d", "http://news.example:80/A?b=c", "news.example"),
        ("https://bücher.example", "https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x", "2001:db8::1"),
    ],
)
def test_addresses_are_read_into_their_parts(url: str, plain: str, host: str) -> None:
    place = place_of(url)
    assert (place.url, place.host) == (plain, host)


JUDGED = [
    # (address, reachable for any source, reachable with --allow-private)
    ("93.184.216.34", True, True),
    ("2606:4700::1111", True, True),
    ("127.0.0.1", False, True),
    ("127.8.9.1", False, True),
    ("::1", False, True),
    ("10.1.2.3", False, True),
    ("192.168.1.1", False, True),
    ("172.16.0.9", False, True),
    ("fd00::1", False, True),
    ("::ffff:127.0.0.1", False, True),
    ("::ffff:93.184.216.34", True, True),
    ("::127.0.0.1", False, True),
    ("64:ff9b::10.0.0.1", False, True),
    ("2002:7f00:0001::", False, True),
    ("169.254.169.254", False, False),
    ("fe80::1", False, False),
    ("0.0.0.0", False, False),
    ("::", False, False),
    ("224.0.0.1", False, False),
    ("ff02::1", False, False),
    ("240.0.0.1", False, False),
    ("255.255.255.255", False, False),
    ("100.64.0.1", False, False),
    ("64:ff9b::169.254.169.254", False, False),
]


@pytest.mark.parametrize(("address", "anybody", "allowed"), JUDGED)
def test_inner_addresses_are_refused_in_every_spelling(address: str, anybody: bool, allowed: bool) -> None:
    parsed = ipaddress.ip_address(address)
    assert (refusal(parsed, False) is None) is anybody
    assert (refusal(parsed, True) is None) is allowed


@pytest.mark.parametrize(
    ("host", "key"),
    [
        ("blog.news.example", "news.example"),
        ("www.gov.uk", "www.gov.uk"),
        ("feeds.bbci.co.uk", "bbci.co.uk"),
        ("en.kremlin.ru", "kremlin.ru"),
        ("127.0.0.2", "127.0.0.2"),
        ("2001:db8::1", "2001:db8::1"),
    ],
)
def test_sub_domains_share_their_turn(host: str, key: str) -> None:
    assert host_key(host) == key
