"""Files that are not plain text: web pages and mails through the parse process, subtitles to running text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from diplotui import clock
from diplotui.errors import InputError
from diplotui.sources.fetch_errors import FetchError
from diplotui.sources.files import IncomingText, decode, incoming_text
from diplotui.sources.parsed import ParsedPage
from diplotui.sources.transcripts import captions_to_text
from diplotui.sources.worker import ParseWorker


def read_parsed(data: bytes, name: str, suffix: str, said: dict[str, Any]) -> IncomingText:
    """The text of a file in one of ``READERS``' formats; what the caller ``said`` goes before what it says.

    Raises InputError for a file that cannot be read or holds no text.
    """
    return READERS[suffix](data, name, said)


def _page(data: bytes, name: str, said: dict[str, Any]) -> IncomingText:
    with ParseWorker() as worker:
        return _incoming(
            lambda: worker.page(data, said.get("url"), clock.now()),
            name,
            said,
            "holds no article that could be found",
        )


def _mail(data: bytes, name: str, said: dict[str, Any]) -> IncomingText:
    with ParseWorker() as worker:
        return _incoming(lambda: worker.mail(data, clock.now()), name, said, "holds no text")


def _captions(data: bytes, name: str, said: dict[str, Any]) -> IncomingText:
    words = captions_to_text(decode(data, name))
    if not words:
        raise InputError(f"{name}: holds no captions; nothing was stored")
    return replace(incoming_text(words, name, **said), kind="transcript")


def _incoming(parse: Callable[[], ParsedPage], name: str, said: dict[str, Any], empty: str) -> IncomingText:
    try:
        page = parse()
    except FetchError as error:
        raise InputError(f"{name}: {error}; nothing was stored") from None
    if not page.text:
        raise InputError(f"{name}: {empty}; save its text as a plain file and ingest that")
    found: dict[str, Any] = {
        "published": date.fromisoformat(page.published) if page.published else None,
        "publisher": page.publisher,
        "title": page.title,
    }
    known = found | {key: value for key, value in said.items() if value is not None}
    text = page.text
    if page.title and not text.startswith(page.title):
        text = f"{page.title}\n\n{text}"
    incoming = incoming_text(text, name, **known)
    return replace(incoming, removed_characters=incoming.removed_characters + page.removed)


READERS: dict[str, Callable[[bytes, str, dict[str, Any]], IncomingText]] = {
    ".html": _page,
    ".htm": _page,
    ".eml": _mail,
    ".vtt": _captions,
    ".srt": _captions,
}
"""By the file name's end, lower case."""
