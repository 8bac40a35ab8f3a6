"""The ``extract`` command: what the rules read in a text, as JSON or as the text marked up with rule ids."""

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from rich.text import Text

from diplotui.cli.output import console, passage
from diplotui.errors import InputError
from diplotui.extraction.pipeline import extract as read
from diplotui.extraction.wire import extraction_json
from diplotui.model import ExtractedStatement, Extraction
from diplotui.sources.files import decode, parse_day, read_file
from diplotui.text import clean_text, one_line


def extract(chosen: argparse.Namespace) -> int:
    """Read one text, or with --jsonl a text a line."""
    name = "standard input" if chosen.file == "-" else chosen.file
    if chosen.jsonl:
        stream = sys.stdin.buffer if chosen.file == "-" else _opened(Path(chosen.file))
        _extract_lines(stream)
        return 0
    data = sys.stdin.buffer.read() if chosen.file == "-" else read_file(Path(chosen.file))
    text = decode(data, name)
    if chosen.json:
        found = read(text, published=chosen.published)
        sys.stdout.write(json.dumps(extraction_json(found, text)) + "\n")
    else:
        cleaned = clean_text(text)
        print_marked(cleaned.text, read(cleaned.text, published=chosen.published), chosen.published)
    return 0


def _opened(path: Path) -> Iterable[bytes]:
    return read_file(path).splitlines(keepends=True)


def _extract_lines(lines: Iterable[bytes]) -> None:
    """A JSON line out for each line in, in order; a line that cannot be read says so and the run goes on."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        sys.stdout.write(json.dumps(_extract_line(line, number)) + "\n")
        sys.stdout.flush()


def _extract_line(line: bytes, number: int) -> dict[str, Any]:
    identity: Any = None
    try:
        record = json.loads(line.decode("utf-8-sig"))
        if not isinstance(record, dict):
            raise InputError("is not a JSON object")
        identity = record.get("id")
        text, day = record.get("text"), record.get("published")
        if not isinstance(text, str):
            raise InputError('has no "text"')
        if day is not None and not isinstance(day, str):
            raise InputError('"published" is neither a day nor null')
        published = parse_day(day, "published") if day is not None else None
        return {"id": identity} | extraction_json(read(text, published=published), text)
    except (InputError, UnicodeDecodeError, ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, InputError) else "is not JSON in UTF-8"
        return {"id": identity, "error": f"line {number}: {one_line(reason)}"}


def print_marked(text: str, found: Extraction, published: date | None) -> None:
    """The text with what was read marked in it, each with the id of its rule."""
    out = console()
    shown = passage(text)
    if len(shown.plain) == len(text):
        for cut in found.excluded:
            shown.stylize("dim strike", cut.start, cut.end)
        for quote in found.quotes:
            shown.stylize("italic", quote.start, quote.end)
        for day in found.dates:
            shown.stylize("underline", day.start, day.end)
        for statement in found.statements:
            shown.stylize("bold", statement.start, statement.end)
    out.print(shown)
    out.rule("statements")
    for number, statement in enumerate(found.statements):
        out.print(_marked_statement(number, statement, text))
    out.rule("dates")
    for day in found.dates:
        bounds = f"{day.date.earliest or '..'} to {day.date.latest or '..'}"
        out.print(passage(f"{text[day.start : day.end]!r}  {day.value}  {bounds}  [{day.rule}]"))
    out.rule("left out")
    for cut in found.excluded:
        out.print(passage(f"{cut.reason}: {one_line(text[cut.start : cut.end])[:100]}", "dim"))
    if published is None:
        out.print(passage("no day of publication was given: relative dates stay unresolved (--published)"))


def _marked_statement(number: int, statement: ExtractedStatement, text: str) -> Text:
    speaker = statement.source.name if statement.source else "(the author)"
    head = Text(f"{number:3} ")
    head.append(f"{statement.act} ", "bold")
    head.append(one_line(f"{speaker} {'/'.join(statement.parties)} ({statement.basis}) [{statement.rule}]"))
    head.append("\n    " + one_line(text[statement.start : statement.end]), "italic")
    for stance in statement.stances:
        target = "nothing in this text" if stance.statement is None else f"the claim of {stance.statement}"
        scope = f" scope {stance.scope}" if stance.scope else ""
        score = " ".join(f"{part}={points:g}" for part, points in stance.score)
        head.append("\n    " + one_line(f"{stance.stance} {target}{scope} [{stance.rule}] {score}"), "dim")
    return head
