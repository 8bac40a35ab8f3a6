"""Files and standard input as texts: read, checked, decoded, cleaned at the border."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from diplotui.errors import InputError
from diplotui.text import clean_text

_CONTROL_BYTES = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
BINARY_SHARE = 0.01
"""More control bytes than this share of a file (or any NUL) mean it is no text."""
NOT_YET_READ = {".pdf": "PDF", ".docx": "Word"}
PARSED = (".html", ".htm", ".eml", ".vtt", ".srt")
"""Ends of file names whose text has to be found first; ``parsed_files`` does, loaded only for them."""


@dataclass(frozen=True, slots=True)
class IncomingText:
    """A cleaned text with what is known of it; None where its source does not say."""

    text: str
    name: str
    """What to call it in messages: a file's name, or "standard input"."""
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    kind: str = "article"
    removed_characters: int = 0


def read_file(path: Path) -> bytes:
    """The bytes of a file; raises InputError, in words, for one that cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; name the files in it") from None
    except PermissionError:
        raise InputError(f"{path}: may not be read; check its permissions") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None


def decode(data: bytes, name: str) -> str:
    """Bytes as UTF-8 text (a byte order mark is dropped); raises InputError for what is no such text."""
    if not data.strip():
        raise InputError(f"{name}: is empty; nothing was stored")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{name}: is UTF-16, not UTF-8; save it as UTF-8 and try again")
    if b"\x00" in data or len(_CONTROL_BYTES.findall(data)) > BINARY_SHARE * len(data):
        raise InputError(f"{name}: is a binary file, not a text; save it as plain UTF-8 text first")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{name}: is not valid UTF-8 (byte {error.start}, line {line}); save it as UTF-8 and try again"
        ) from None


def parse_day(words: str, name: str) -> date:
    """A day in ISO form (2024-02-16); raises InputError for anything else."""
    try:
        if len(words) != 10:
            raise ValueError
        return date.fromisoformat(words)
    except ValueError:
        raise InputError(
            f"{name}: {words!r} is not a day; write it as YYYY-MM-DD, as in 2024-02-16"
        ) from None


def incoming_text(
    text: str,
    name: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> IncomingText:
    """Clean a text at the border; raises InputError where nothing of it is left to read."""
    cleaned = clean_text(text)
    if not cleaned.text.strip():
        raise InputError(f"{name}: holds no readable text; nothing was stored")

    def tidy(words: str | None) -> str | None:
        return clean_text(words).text.strip() or None if words else None

    return IncomingText(
        text=cleaned.text,
        name=name,
        published=published,
        publisher=tidy(publisher),
        title=tidy(title),
        url=tidy(url),
        removed_characters=cleaned.removed,
    )


def texts_of(data: bytes, name: str, suffix: str, **said: Any) -> Iterator[IncomingText]:
    """The texts in one file: one, or one a line for JSONL. ``said``: what the caller knows of it.

    A line of JSONL is ``{"text", "published", "publisher", "title", "url"}``; what it says itself goes
    before ``said``. Raises InputError, before anything is handed on, for a line that cannot be read.
    """
    if suffix in NOT_YET_READ:
        raise InputError(
            f"{name}: {NOT_YET_READ[suffix]} is not read yet; save the article as plain text and ingest that"
        )
    if suffix in PARSED:
        from diplotui.sources.parsed_files import read_parsed

        return iter((read_parsed(data, name, suffix, said),))
    text = decode(data, name)
    if suffix != ".jsonl":
        return iter((incoming_text(text, name, **said),))
    lines = [
        _jsonl_line(line, f"{name}, line {number}", said)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]
    return iter(lines)


def _jsonl_line(line: str, name: str, said: dict[str, Any]) -> IncomingText:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(f"{name}: is not JSON; nothing of this file was stored") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputError(f'{name}: has no "text"; nothing of this file was stored')
    known = dict(said)
    for field in ("publisher", "title", "url"):
        if record.get(field) is not None:
            known[field] = str(record[field])
    if record.get("published") is not None:
        known["published"] = parse_day(str(record["published"]), name)
    return incoming_text(record["text"], name, **known)
