"""Feeds: RSS 0.9x to 2.0, RDF and Atom through feedparser; JSON Feed and news sitemaps beside them.

Runs in the parse process. feedparser is only ever handed an open stream: given bytes or a string it takes
them for a file's name or an address where it can, and a server could have it read local files.
"""

import io
import re
from datetime import datetime
from typing import Any

from diplotui.sources.entries import make_entry
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.json_feed import looks_like_json, read_json_feed
from diplotui.sources.parsed import LONGEST_TITLE, MOST_ENTRIES, Entry, ParsedFeed
from diplotui.sources.sitemaps import looks_like_sitemap, read_sitemap
from diplotui.text import one_line

_HTML = ("html", "xhtml+xml")
_DATES = ("published", "updated", "created")
_HALF_CHARACTER = re.compile(
    rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d"
    rb"|73[0-3]\d|734[0-3]));?"
)
"""References to half a character (a lone surrogate), on which feedparser gives up the whole feed."""


def read_feed(data: bytes, content_type: str, url: str, now: datetime) -> ParsedFeed:
    """A feed of any kind that we read; raises FetchError(NOT_A_FEED) for what is none."""
    if not data.strip():
        raise FetchError(Fault.EMPTY, "the answer is empty")
    if looks_like_json(data):
        return read_json_feed(data, url, now)
    if looks_like_sitemap(data):
        return read_sitemap(data, now)
    return _by_feedparser(data, content_type, url, now)


def load_parser() -> None:
    """Import what takes a while, before a clock runs."""
    import feedparser  # noqa: F401


def _by_feedparser(data: bytes, content_type: str, url: str, now: datetime) -> ParsedFeed:
    import feedparser

    found = feedparser.parse(
        io.BytesIO(_HALF_CHARACTER.sub(b"&#65533;", data)),
        response_headers={"content-type": content_type, "content-location": url},
        sanitize_html=False,  # nothing is shown as HTML, and this is three quarters of the work
    )
    if not found.get("version") and not found.entries:
        page = data.lstrip()[:500].lower()
        if b"<html" in page or b"<!doctype html" in page:
            raise FetchError(Fault.NOT_A_FEED, "sends a web page where a feed should be (a log-in page?)")
        raise FetchError(Fault.NOT_A_FEED, "sends something that is no feed")
    feed = found.feed
    language = feed.get("language") or None
    return ParsedFeed(
        kind="feed",
        title=one_line(_plain(feed, "title"))[:LONGEST_TITLE],
        entries=tuple(_entry(entry, now, language) for entry in found.entries[:MOST_ENTRIES]),
        language=one_line(str(language))[:20] if language else None,
        ttl_minutes=_minutes(feed.get("ttl")),
        hub=any(link.get("rel") == "hub" for link in feed.get("links", ())),
        cut=max(0, len(found.entries) - MOST_ENTRIES),
    )


def _entry(raw: Any, now: datetime, language: str | None) -> Entry:
    body, is_html = _body(raw)
    return make_entry(
        now=now,
        guid=raw.get("id"),
        link=raw.get("link"),
        title=str(raw.get("title") or ""),
        title_is_html=_is_html(raw.get("title_detail")),
        body=body,
        body_is_html=is_html,
        date=_date(raw),
        publisher=(raw.get("source") or {}).get("title"),
        language=language,
    )


def _date(raw: Any) -> str | None:
    """The first date an entry has; read past feedparser's own stand-ins of one for the other."""
    return next((str(value) for name in _DATES if (value := dict.get(raw, name))), None)


def _body(raw: Any) -> tuple[str, bool]:
    """The longest of what an entry carries, and whether it is HTML."""
    bodies = [part for part in (*raw.get("content", ()), raw.get("summary_detail")) if part]
    if not bodies:
        return "", False
    chosen = max(bodies, key=lambda part: len(part.get("value") or ""))
    return str(chosen.get("value") or ""), _is_html(chosen)


def _is_html(detail: Any) -> bool:
    return bool(detail) and any(str(detail.get("type", "")).endswith(kind) for kind in _HTML)


def _plain(raw: Any, name: str) -> str:
    from diplotui.sources.html_text import html_to_text

    words = str(raw.get(name) or "")[: 20 * LONGEST_TITLE]
    return html_to_text(words) if _is_html(raw.get(f"{name}_detail")) else words


def _minutes(words: object) -> float | None:
    try:
        minutes = float(str(words))
    except ValueError:
        return None
    return minutes if 0 < minutes < 1e6 else None
