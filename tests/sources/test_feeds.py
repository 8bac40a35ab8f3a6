"""Feeds of every kind to entries, hostile ones too: nothing is fetched or opened, little is believed."""

import io
import json
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from diplotui.sources.discovery import feeds_of_page, looks_like_page
from diplotui.sources.feeds import read_feed
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.html_text import html_to_text
from diplotui.sources.opml import read_opml, write_opml
from diplotui.sources.pages import read_page, read_robots
from diplotui.sources.parsed import MOST_ENTRIES, FeedLink, ParsedFeed, RobotsWord
from tests.hostile import HOSTILE

NOW = datetime(2024, 2, 16, 12, 0, tzinfo=UTC)
URL = "http://news.example/feed"


def read(data: bytes | str, content_type: str = "application/xml") -> ParsedFeed:
    return read_feed(data.encode() if isinstance(data, str) else data, content_type, URL, NOW)


def rss(items: str, channel: str = "<title>Wire</title>") -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{channel}{items}</channel></rss>'


RSS = rss(
    "<item><title>Envoy denies it</title><link>/a</link><guid>g1</guid>"
    "<pubDate>Thu, 15 Feb 2024 10:00:00 +0300</pubDate>"
    "<description>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;three&lt;/li&gt;&lt;/ul&gt;"
    "</description></item>",
    "<title>Wire</title><language>en-GB</language><ttl>30</ttl>",
)
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><title>Envoy denies it</title><id>g1</id><link href="http://news.example/a"/>
<updated>2024-02-15T07:00:00Z</updated><content type="html">&lt;p>One &amp;amp; two.&lt;/p></content>
</entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Wire</title></channel>
<item rdf:about="g1"><title>Envoy denies it</title><link>http://news.example/a</link>
<dc:date>2024-02-15T07:00:00Z</dc:date><description>One &amp; two.</description></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Wire",
        "items": [
            {
                "id": "g1",
                "url": "/a",
                "title": "Envoy denies it",
                "content_html": "<p>One &amp; two.</p>",
                "date_published": "2024-02-15T07:00:00Z",
            },
            "no item",
        ],
    }
)
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://news.example/a</loc><news:news>
<news:title>Envoy denies it</news:title><news:publication_date>2024-02-15T07:00:00Z</news:publication_date>
</news:news></url><url><loc>http://news.example/about</loc></url></urlset>"""


@pytest.mark.parametrize(
    ("data", "kind"),
    [(RSS, "feed"), (ATOM, "feed"), (RDF, "feed"), (JSON_FEED, "json"), (SITEMAP, "sitemap")],
)
def test_every_kind_gives_the_same_entry(data: str, kind: str) -> None:
    feed = read(data)
    assert feed.kind == kind
    (entry,) = feed.entries
    assert (entry.title, entry.link) == ("Envoy denies it", "http://news.example/a")
    assert datetime.fromisoformat(entry.published or "").astimezone(UTC).hour == 7
    assert entry.text.startswith("One & two.") or kind == "sitemap"


def test_a_channel_says_its_language_and_its_pace() -> None:
    feed = read(RSS)
    assert (feed.title, feed.language, feed.ttl_minutes) == ("Wire", "en-GB", 30.0)
    assert feed.entries[0].text == "One & two.\n\n• three"


NO_FEEDS = [
    ("", Fault.EMPTY),
    ("  \n", Fault.EMPTY),
    ("<!DOCTYPE html><html><body><form>log in</form></body></html>", Fault.NOT_A_FEED),
    ("hello", Fault.NOT_A_FEED),
    ("{}", Fault.NOT_A_FEED),
    ('{"version": "https://jsonfeed.org/version/1", "items": 3}', Fault.NOT_A_FEED),
    ("[" * 100_000, Fault.NOT_A_FEED),
    (
        "<sitemapindex><sitemap><loc>http://news.example/s.xml</loc></sitemap></sitemapindex>",
        Fault.NOT_A_FEED,
    ),
    ("<urlset><url><loc>http://news.example/about</loc></url></urlset>", Fault.NOT_A_FEED),
    ("\x00\x01\x02", Fault.NOT_A_FEED),
]


@pytest.mark.parametrize(("data", "kind"), NO_FEEDS)
def test_what_is_no_feed_is_said(data: str, kind: Fault) -> None:
    with pytest.raises(FetchError) as refused:
        read(data, "text/html")
    assert refused.value.kind is kind


@pytest.mark.parametrize("body", ["/etc/passwd", "/dev/zero", "http://127.0.0.1:9/x", "file:///etc/hosts"])
def test_a_body_that_is_a_name_is_never_opened(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: Any, *_: Any, **__: Any) -> Any:
        raise AssertionError(f"opened {name}")

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(io, "open", refuse)
    monkeypatch.setattr("socket.create_connection", refuse)
    with pytest.raises(FetchError):
        read(body)


def test_external_entities_and_bombs_give_no_content(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("s3cret")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(9)
    )
    text = RSS.replace("<rss", f"{doctype}]><rss", 1).replace("Envoy denies it", "Envoy &x; &j;")
    try:
        feed = read(text)
    except FetchError:
        return
    assert "s3cret" not in str(feed) and len(str(feed)) < 5_000


def no_commands(words: str) -> bool:
    return not any(unicodedata.category(mark) in ("Cc", "Cs") and mark != "\n" for mark in words)


@pytest.mark.parametrize("trick", HOSTILE)
def test_hostile_words_are_cleaned_in_every_field_of_every_format(trick: str) -> None:
    words = HOSTILE[trick]
    escaped = (
        words.encode("utf-8", "replace")
        .decode()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\x00", "")
    )
    numeric = "".join(f"&#{ord(mark)};" for mark in words)
    item = "<item><title>{0}</title><guid>{0}</guid><link>{0}</link><pubDate>{0}</pubDate>"
    item += "<source url='x'>{0}</source><description>&lt;p&gt;{0}{1}&lt;/p&gt;</description></item>"
    twice = numeric.replace("&", "&amp;")
    feeds = [
        read(rss(item.format(text, twice), f"<title>{text}</title>")) for text in (escaped, numeric, twice)
    ]
    fields = {"id": words, "url": words, "title": words, "content_text": words, "content_html": numeric}
    feed = {"version": "https://jsonfeed.org/version/1", "title": words, "items": [fields]}
    feeds.append(read(json.dumps(feed)))
    for feed_read in feeds:
        assert no_commands(feed_read.title) and "\n" not in feed_read.title
        for entry in feed_read.entries:
            for name in ("guid", "link", "title", "text", "published_raw", "publisher"):
                assert no_commands(getattr(entry, name) or ""), (name, getattr(entry, name))
            assert "\n" not in entry.title
            assert entry.link is None or entry.link.startswith("http://news.example/")


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://u:p@x.example/", "mailto:a@b"],
)
def test_links_that_are_no_web_addresses_are_dropped(link: str) -> None:
    (entry,) = read(rss(f"<item><title>A</title><link>{link}</link></item>")).entries
    assert entry.link is None


BROKEN = [
    rss("<item><title>AT&T & more</title></item>"),
    rss("<item><title>A&nbsp;B</title></item>"),
    rss("<item><title>Cut short</title>")[:-20],
    rss("<item><title>" + "<b>" * 5_000 + "deep</title></item>"),
]


@pytest.mark.parametrize("data", BROKEN)
def test_broken_feeds_keep_what_can_be_read(data: str) -> None:
    assert len(read(data).entries) == 1


ENCODINGS = [
    ("windows-1251", "Министр опроверг"),
    ("utf-16", "Министр опроверг"),
    ("iso-8859-1", "Élysée dément"),
]


@pytest.mark.parametrize(("encoding", "title"), ENCODINGS)
def test_declared_encodings_are_heard(encoding: str, title: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>' + rss(f"<item><title>{title}</title></item>")[21:]
    assert read(data.encode(encoding)).entries[0].title == title


def test_lying_encodings_do_not_break_anything() -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><item><title>\xe9 \xff'
    assert len(read(data + b"</title></item></channel></rss>").entries) == 1


def test_a_flood_of_items_is_cut() -> None:
    feed = read(rss("".join(f"<item><guid>{n}</guid></item>" for n in range(MOST_ENTRIES + 7))))
    assert (len(feed.entries), feed.cut) == (MOST_ENTRIES, 7)


def test_html_becomes_paragraphs_without_scripts_and_pictures() -> None:
    html = (
        "<h2>Head</h2><p>One <b>bold</b>\n line<br>and next</p><script>evil()</script><!-- no -->"
        "<img src='http://tracker.example/x.gif' onerror='evil()'><ul><li>first<li>second</ul>tail &lt;3"
    )
    assert html_to_text(html) == "Head\n\nOne bold line\nand next\n\n• first\n• second\n\ntail <3"
    assert html_to_text("5 < 6 & 7 > 3") == "5 < 6 & 7 > 3"
    assert "deep" in html_to_text("<div>" * 200 + "deep")
    html_to_text("<div>" * 50_000 + "deeper than anything")


PAGE = """<!doctype html><html><head><base href="http://cdn.example/x/"><title>T</title>
<link rel="alternate" type="application/rss+xml" title="News &#27;[2J" href="/rss.xml">
<link rel="alternate" type="application/atom+xml" href="http://news.example/atom">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="/s.css"></head></html>"""


def test_a_page_names_its_feeds() -> None:
    assert looks_like_page(PAGE.encode(), "text/html")
    assert not looks_like_page(RSS.encode(), "text/html")
    assert [(link.url, link.title) for link in feeds_of_page(PAGE.encode(), "http://news.example/")] == [
        ("http://cdn.example/rss.xml", "News"),
        ("http://news.example/atom", ""),
    ]
    assert feeds_of_page(b"", URL) == () == feeds_of_page(b"\x00<", URL)


def test_opml_survives_a_round_trip_with_hostile_names() -> None:
    links = tuple(
        FeedLink(f"http://news.example/{number}", name, ("A & B",) if number % 2 else ())
        for number, name in enumerate(['"/><x>', "Ünïcode", "plain"])
    )
    back = read_opml(write_opml(links))
    assert {(link.url, link.title, link.folders) for link in back} == {
        (link.url, link.title, link.folders) for link in links
    }


BAD_LISTS = [b"", b"hello", b"<html/>", b"<opml>" + b"x" * 5_100_000]


@pytest.mark.parametrize("data", BAD_LISTS, ids=["empty", "words", "page", "huge"])
def test_what_is_no_list_of_feeds_is_said(data: bytes) -> None:
    with pytest.raises(FetchError):
        read_opml(data)


def test_opml_bombs_stay_small() -> None:
    deep = b"<opml><body>" + b"<outline text='a'>" * 90 + b"<outline xmlUrl='http://x.example/'/>"
    assert read_opml(deep) == ()
    many = b"".join(b"<outline xmlUrl='http://x.example/%d'/>" % number for number in range(5_001))
    with pytest.raises(FetchError):
        read_opml(b"<opml><body>" + many + b"</body></opml>")


ARTICLE = (
    "<html><head><title>Envoy denies it</title><meta property='og:site_name' content='The Paper'>"
    "<meta property='article:published_time' content='2024-02-15T10:00:00Z'></head>"
    "<body><nav>Menu</nav><article>"
    + "".join(f"<p>The envoy said on Monday that round {n} had failed, and denied it.</p>" for n in range(5))
    + "</article><footer>All rights</footer></body></html>"
)  # fmt: skip


def test_a_page_gives_its_article_and_its_day() -> None:
    page = read_page(ARTICLE.encode(), URL, NOW)
    assert page.text.startswith("The envoy said on Monday that round 0") and "Menu" not in page.text
    assert (page.title, page.published, page.publisher) == ("Envoy denies it", "2024-02-15", "The Paper")
    assert read_page(b"<html></html>", URL, NOW).text == "" == read_page(b"", URL, NOW).text


def test_robots_are_heard() -> None:
    robots = b"User-agent: *\nDisallow: /private\n\nUser-agent: diplotui\nDisallow: /drafts\n"
    assert read_robots(robots, "http://news.example/private/x").allowed
    assert not read_robots(robots, "http://news.example/drafts/x").allowed
    assert read_robots(b"\xff\x00<html>", "http://news.example/x") == RobotsWord(True, 0.0)
    slow = b"User-agent: *\nCrawl-delay: %s\n"
    delays = [read_robots(slow % words, URL).delay for words in (b"3", b"999", b"-1", b"x")]
    assert delays == [3.0, 10.0, 0.0, 0.0]
