"""OPML: lists of feeds, in from other readers and out to them."""

from collections.abc import Iterable
from typing import Any

from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.parsed import FeedLink
from diplotui.sources.safe_xml import local_name, read_xml
from diplotui.text import one_line

MOST_BYTES = 5_000_000
DEEPEST = 20
MOST_FEEDS = 5_000


def looks_like_opml(data: bytes) -> bool:
    """Whether a file is meant as OPML."""
    return b"<opml" in data[:2_000].lower()


def read_opml(data: bytes) -> tuple[FeedLink, ...]:
    """The feeds of an OPML list in their order, each address once; the addresses are not checked here.

    Raises FetchError(NOT_A_FEED) for what is no OPML, (TOO_LARGE) beyond 5 MB or 5,000 feeds. Folders below
    the twentieth are not looked into.
    """
    if len(data) > MOST_BYTES:
        raise FetchError(Fault.TOO_LARGE, f"the list is larger than {MOST_BYTES // 1_000_000} MB")
    root = read_xml(data)
    if local_name(root) != "opml":
        raise FetchError(Fault.NOT_A_FEED, "is no OPML list")
    found: dict[str, FeedLink] = {}
    waiting: list[tuple[Any, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, folders = waiting.pop()
        url = next((value for name, value in element.attrib.items() if name.lower() == "xmlurl"), "").strip()
        title = one_line(element.get("title") or element.get("text") or "")[:200]
        if url and url not in found:
            found[url] = FeedLink(url, title, folders)
            if len(found) > MOST_FEEDS:
                raise FetchError(Fault.TOO_LARGE, f"the list has more than {MOST_FEEDS:,} feeds")
        if len(folders) < DEEPEST:
            inside = (*folders, title) if title and not url else folders
            waiting += [
                (child, inside) for child in reversed(element) if local_name(child) in ("body", "outline")
            ]
    return tuple(found.values())


def write_opml(links: Iterable[FeedLink], title: str = "diplotui") -> bytes:
    """An OPML 2.0 list, one folder deep; a serializer writes it, so that no name can break out."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    folders: dict[str, Any] = {}
    for link in links:
        parent = body
        if link.folders:
            name = one_line(link.folders[0])
            if name not in folders:
                folders[name] = etree.SubElement(body, "outline", text=name, title=name)
            parent = folders[name]
        words = one_line(link.title) or link.url
        etree.SubElement(parent, "outline", type="rss", text=words, title=words, xmlUrl=link.url)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written
