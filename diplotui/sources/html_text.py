"""A fragment of HTML, as feeds carry it, to plain paragraphs. lxml reads it; nothing is ever fetched."""

import re
from typing import Any

from diplotui.text import clean_text

_PARAGRAPHS = frozenset({
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p",
    "pre", "section", "table", "tr", "ul",
})  # fmt: skip
_SILENT = frozenset({
    "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "textarea", "title",
})  # fmt: skip
_OPENING = {"br": "\n", "li": "\n• "}
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#a-zA-Z]")
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]*\n[ \t\r\f\v\u00a0]*")


def html_to_text(html: str) -> str:
    """The words of an HTML fragment: paragraphs apart by an empty line, list items as bullets.

    Text without tags and entities comes back as it is. Linear in the length.
    """
    if not _MARKUP.search(html):
        return html.strip()
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    document = f"<!DOCTYPE html><body><div>{clean_text(html).text}</div>"
    root = lxml_html.document_fromstring(document.encode(), parser=parser)
    pieces: list[str] = []
    _walk(root, pieces)
    text = _BLANKS.sub("\n", "".join(pieces))
    return re.sub(r"\n{2,}", "\n\n", text).strip()


def _walk(root: Any, pieces: list[str]) -> None:
    """Words and breaks in the order of the document; a stack of our own, so that depth costs no frames."""
    from lxml import etree

    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            if not silent:
                pieces.append(_OPENING.get(tag) or _break(tag))
                pieces.append(_words(element.text))
            continue
        if not silent:
            pieces.append(_break(tag))
        silent -= tag in _SILENT
        if not silent and element is not root:
            pieces.append(_words(element.tail))


def _break(tag: str) -> str:
    return "\n\n" if tag in _PARAGRAPHS else " " if tag in ("td", "th") else ""


def _words(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
