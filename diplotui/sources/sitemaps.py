"""News sitemaps: how sites without a feed list their newest articles."""

import re
from datetime import datetime

from diplotui.sources.entries import make_entry
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.parsed import MOST_ENTRIES, Entry, ParsedFeed
from diplotui.sources.safe_xml import child_text, local_name, read_xml


def looks_like_sitemap(data: bytes) -> bool:
    """Whether the first element is that of a sitemap or of an index of them."""
    return bool(re.search(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", data[:5_000]))


def read_sitemap(data: bytes, now: datetime) -> ParsedFeed:
    """The articles of a news sitemap, newest first; pages without news data have only their address.

    Raises FetchError(NOT_A_FEED) for an index of sitemaps, naming the first of them.
    """
    root = read_xml(data)
    if local_name(root) == "sitemapindex":
        inner = next((loc for child in root if (loc := child_text(child, "loc"))), "none")
        raise FetchError(
            Fault.NOT_A_FEED, f"is a list of sitemaps; add the one you want, for instance {inner[:150]}"
        )
    entries: list[Entry] = []
    for url in root:
        if local_name(url) != "url" or not (link := child_text(url, "loc")):
            continue
        news = next((child for child in url if local_name(child) == "news"), None)
        if news is None:
            continue
        entries.append(
            make_entry(
                now=now,
                guid=link,
                link=link,
                title=child_text(news, "title") or "",
                body_is_html=False,
                date=child_text(news, "publication_date") or child_text(url, "lastmod"),
            )
        )
    if not entries and len(root):
        raise FetchError(Fault.NOT_A_FEED, "is a sitemap without news; only news sitemaps are read")
    return ParsedFeed("sitemap", "", tuple(entries[:MOST_ENTRIES]), cut=max(0, len(entries) - MOST_ENTRIES))
