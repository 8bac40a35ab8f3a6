"""A page's own feeds: what its head names as alternates."""

from urllib.parse import urljoin

from diplotui.sources.addresses import is_web_url
from diplotui.sources.parsed import FeedLink
from diplotui.text import clean_text, one_line

_TYPES = frozenset({
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    "application/json", "application/xml", "text/xml",
})  # fmt: skip
MOST_LINKS = 20


def looks_like_page(data: bytes, content_type: str) -> bool:
    """Whether a body is an HTML page."""
    start = data.lstrip()[:1_000].lower()
    return ("html" in content_type.lower() and not start.startswith((b"<?xml", b"<rss"))) or start.startswith(
        (b"<!doctype html", b"<html")
    )


def feeds_of_page(data: bytes, url: str) -> tuple[FeedLink, ...]:
    """The feeds that a page declares, in its order, plain web addresses only."""
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (ValueError, lxml_html.etree.ParserError):
        return ()
    base = url
    for element in root.iter("base"):
        base = _joined(url, element.get("href")) or url
        break
    found: dict[str, FeedLink] = {}
    for element in root.iter("link"):
        relations = (element.get("rel") or "").lower().split()
        kind = (element.get("type") or "").lower().partition(";")[0].strip()
        target = _joined(base, element.get("href"))
        if "alternate" in relations and kind in _TYPES and target and target not in found:
            found[target] = FeedLink(target, one_line(clean_text(element.get("title") or "").text)[:200])
        if len(found) == MOST_LINKS:
            break
    return tuple(found.values())


def _joined(base: str, target: str | None) -> str | None:
    if not target:
        return None
    try:
        url = urljoin(base, target.strip())
    except ValueError:
        return None
    return url if is_web_url(url) else None
