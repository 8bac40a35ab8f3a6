"""XML from outside, read without entities, external files or network, up to a depth."""

from typing import Any

from diplotui.sources.fetch_errors import Fault, FetchError

DEEPEST = 100


def read_xml(data: bytes) -> Any:
    """The root element of an XML document (lxml); raises FetchError(NOT_A_FEED) for what is none."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise FetchError(Fault.NOT_A_FEED, "is no readable XML")
    return root


def local_name(element: Any) -> str:
    """An element's name without its namespace; empty for comments and entities."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def child_text(element: Any, name: str) -> str | None:
    """The text of the first child of this name, in any namespace."""
    for child in element:
        if local_name(child) == name:
            return (child.text or "").strip() or None
    return None
