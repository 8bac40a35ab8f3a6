"""JSON Feed 1.0 and 1.1 (jsonfeed.org), forgiving where its readers are."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from diplotui.sources.entries import make_entry
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.parsed import LONGEST_TITLE, MOST_ENTRIES, Entry, ParsedFeed
from diplotui.text import one_line


def looks_like_json(data: bytes) -> bool:
    """Whether a body is meant as JSON."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read_json_feed(data: bytes, url: str, now: datetime) -> ParsedFeed:
    """A JSON Feed; raises FetchError(NOT_A_FEED) for other JSON and for what only begins like it."""
    try:
        feed = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        raise FetchError(Fault.NOT_A_FEED, "sends broken JSON where a feed should be") from None
    version = feed.get("version") if isinstance(feed, dict) else None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org/version/" not in str(version):
        raise FetchError(Fault.NOT_A_FEED, "sends JSON that is no JSON Feed")
    language = _text(feed, "language")
    entries = [item for item in items if isinstance(item, dict)]
    return ParsedFeed(
        kind="json",
        title=one_line(_text(feed, "title") or "")[:LONGEST_TITLE],
        entries=tuple(_entry(item, url, now, language) for item in entries[:MOST_ENTRIES]),
        language=one_line(language)[:20] if language else None,
        hub=bool(feed.get("hubs")),
        cut=max(0, len(entries) - MOST_ENTRIES),
    )


def _entry(item: dict[str, Any], url: str, now: datetime, language: str | None) -> Entry:
    html = _text(item, "content_html")
    link = _text(item, "url") or _text(item, "external_url")
    identity = item.get("id")
    return make_entry(
        now=now,
        guid=str(identity) if isinstance(identity, str | int | float) else None,
        link=_joined(url, link),
        title=_text(item, "title") or "",
        body=html or _text(item, "content_text") or _text(item, "summary") or "",
        body_is_html=bool(html),
        date=_text(item, "date_published") or _text(item, "date_modified"),
        language=_text(item, "language") or language,
    )


def _text(values: dict[str, Any], name: str) -> str | None:
    value = values.get(name)
    return value if isinstance(value, str) and value.strip() else None


def _joined(base: str, link: str | None) -> str | None:
    if link is None:
        return None
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return None
