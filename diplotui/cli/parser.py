"""Which commands there are and what they take. Nothing heavy is imported before a command runs."""

import argparse
import importlib
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from diplotui.errors import InputError
from diplotui.text import one_line

Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Shows what a user typed without letting it command the terminal."""

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))


class _Version(argparse.Action):
    """Reads the installed version only when asked for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib.metadata import version

        print(f"diplotui {version('diplotui')}")
        parser.exit()


def _command(module: str, function: str) -> Command:
    """The function that runs a command, imported only when it runs."""

    def run(chosen: argparse.Namespace) -> int:
        code: int = getattr(importlib.import_module(f"diplotui.cli.{module}"), function)(chosen)
        return code

    return run


def iso_day(words: str) -> date:
    """A day as YYYY-MM-DD, for argparse."""
    from diplotui.sources.files import parse_day

    try:
        return parse_day(words, "day")
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error).removeprefix("day: ")) from None


def typed_day(words: str) -> date:
    """A day as a person types it ("2 weeks ago"), for argparse."""
    from diplotui.clock import read_when

    try:
        return read_when(words).date()
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def typed_instant(words: str) -> str:
    """An instant as a person types it, for argparse; as the journal writes it."""
    from diplotui.clock import instant_text, read_when

    try:
        return instant_text(read_when(words))
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    everywhere = _Parser(add_help=False)
    everywhere.add_argument(
        "--db", type=Path, metavar="PATH", default=argparse.SUPPRESS, help="the ledger (default: your own)"
    )
    parser = _Parser(
        prog="diplotui",
        description="Who said what about which claim, on what basis, who denied it, and what nobody has"
        " answered. Without a command: the dashboard.",
        parents=[everywhere],
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="the version, and nothing else")
    parser.set_defaults(run=_command("dashboard", "dashboard"))
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    def add(name: str, module: str, help_line: str, **options: Any) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=help_line, description=help_line, parents=[everywhere], **options
        )
        command.set_defaults(run=_command(module, name.replace("-", "_")))
        return command

    _add_sources(add)
    _add_watching(add)
    _add_lists(add)
    _add_care(add)
    return parser


def _add_sources(add: Callable[..., argparse.ArgumentParser]) -> None:
    demo = add("demo", "demo", "the sample through the whole pipeline, then the dashboard on it")
    demo.add_argument("--summary", action="store_true", help="print the result and end; no dashboard")

    ingest = add("ingest", "writing", "read texts into the ledger")
    ingest.add_argument(
        "files", nargs="+", metavar="FILE", help="text, HTML, e-mail, subtitles or JSONL; - is standard input"
    )
    ingest.add_argument("--published", type=iso_day, metavar="DAY", help="day of publication, YYYY-MM-DD")
    ingest.add_argument(
        "--undated", action="store_true", help="there is no day; leave relative dates unresolved"
    )
    ingest.add_argument("--publisher", metavar="NAME")
    ingest.add_argument("--title", metavar="TITLE")
    ingest.add_argument("--url", metavar="URL")

    extract = add("extract", "extracting", "show what the rules read in a text, without storing it")
    extract.add_argument("file", nargs="?", default="-", metavar="FILE", help="- (default) is standard input")
    extract.add_argument("--published", type=iso_day, metavar="DAY", help="day of publication, YYYY-MM-DD")
    shape = extract.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON document")
    shape.add_argument(
        "--jsonl", action="store_true", help='a JSON line for each {"id","text","published"} line'
    )

    note = add("note", "writing", "write a note on a record, or on nothing")
    note.add_argument("text", metavar="TEXT")
    about = "id of an event, claim, statement, topic, ...; without it the note is about nothing in particular"
    note.add_argument("--about", metavar="ID", help=about)
    note.add_argument("--tag", action="append", default=[], metavar="TAG", help="beside the #tags of TEXT")
    note.add_argument("--at", metavar="WHEN", help="when, in words: 'yesterday 14:05'")
    note.add_argument("--kind", choices=["note", "question", "judgement"], default="note")


def _add_watching(add: Callable[..., argparse.ArgumentParser]) -> None:
    new = add("add", "feeding", "watch a feed, a page's feed, the feeds of an OPML list, or a folder")
    new.add_argument("what", metavar="URL|OPML|FOLDER", help="address of a feed or page, OPML file, folder")
    new.add_argument("--name", metavar="NAME", help="what to call it (default: what it calls itself)")
    new.add_argument("--allow-private", action="store_true", help="it may be on this computer or network")
    new.add_argument("--pages", action="store_true", help="fetch the pages of its articles too")
    secret = "where its password is: env:NAME, or file:PATH that only you can read"
    new.add_argument("--secret", metavar="WHERE", help=secret)
    listing = add("sources", "feeding", "the watched sources and how fetching them stands")
    listing.add_argument("--starter", action="store_true", help="sources to begin with, none of them watched")
    shape = listing.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON document")
    shape.add_argument("--opml", action="store_true", help="an OPML list for other readers")
    gone = add("remove", "feeding", "stop to watch a source; its documents stay")
    gone.add_argument("source", metavar="SOURCE", help="its id, name or address")
    fetch = add("fetch", "feeding", "ask the sources that are due")
    fetch.add_argument("source", nargs="*", metavar="SOURCE", help="only these, due or not")
    fetch.add_argument("--now", action="store_true", help="all that are not paused, due or not")
    fetch.add_argument("--json", action="store_true", help="one JSON document")
    add("watch", "feeding", "fetch on schedule, until Ctrl+C")
    _add_choices(add, secret)


def _add_choices(add: Callable[..., argparse.ArgumentParser], secret: str) -> None:
    change = add("change", "sourcing", "change a watched source")
    change.add_argument("--name", metavar="NAME", help="what to call it")
    change.add_argument("--grade", metavar="A-F", help="how reliable it is, A to E; F: cannot be judged")
    change.add_argument("--every", metavar="TIME", help="how often to ask: 20 (minutes), 2h, 1d, auto")
    change.add_argument("--topic", metavar="ID", help="the topic that --keep topic asks for; any")
    change.add_argument(
        "--keep", metavar="WHAT", help="everything, topic, watched, or topic-or-watched; the rest is listed"
    )
    change.add_argument("--secret", metavar="WHERE", help=f"{secret}; none")
    change.add_argument("--pages", action=argparse.BooleanOptionalAction, help="fetch its articles' pages")
    change.add_argument(
        "--allow-private", action=argparse.BooleanOptionalAction, help="it may be on this network"
    )
    pause = add("pause", "sourcing", "do not ask a source until it is resumed")
    resume = add("resume", "sourcing", "ask a paused source again")
    for command in (change, pause, resume):
        command.add_argument("source", metavar="SOURCE", help="its id, name or address")
    bare = add("left-out", "sourcing", "what came in and was left out, or says nothing that could be filed")
    bare.add_argument("source", nargs="?", metavar="SOURCE", help="only of this source")
    bare.add_argument("--limit", type=int, default=200, metavar="N", help="at most so many (200)")
    bare.add_argument("--json", action="store_true", help="one JSON document")
    taken = add("take-in", "sourcing", "read what was left out into the ledger after all")
    taken.add_argument("entries", nargs="+", type=int, metavar="ENTRY", help="as left-out numbers them")
    tidy = add("tidy", "sourcing", "take away old texts of sources on which nothing rests; shows them first")
    tidy.add_argument("--older-than", type=int, metavar="DAYS", help="what came in longer ago")
    tidy.add_argument("--larger-than", type=int, metavar="MB", help="the oldest, until no more is left")
    tidy.add_argument("--yes", action="store_true", help="do it")
    tidy.add_argument("--always", action="store_true", help="do it, and after every round of fetching")
    tidy.add_argument("--never", action="store_true", help="no longer by itself")


def _add_lists(add: Callable[..., argparse.ArgumentParser]) -> None:
    timeline = add("timeline", "reading", "the events, newest first")
    timeline.add_argument("--order", choices=["public", "event", "changed"], default="public")
    timeline.add_argument("--query", metavar="QUERY", help="only what it finds, as in search")
    timeline.add_argument("--limit", type=int, default=1000, metavar="N", help="at most so many (1000)")
    claims = add("claims", "reading", "the claims and how they stand")
    claims.add_argument("--status", metavar="STATUS", help="only claims of this status, as in denied")
    status = add("status", "reading", "who stands where on which claim")
    topics = add("topics", "reading", "the topics and what they hold")
    search = add("search", "reading", "statements, claims, notes, events and speakers that fit a query")
    search.add_argument(
        "query",
        metavar="QUERY",
        help="words, \"a phrase\", -without, and fields: speaker:peskov denies:ceasefire since:'2 weeks ago';"
        " also party: about: affirms: evades: publisher: basis: status: topic: kind: until: on:",
    )
    search.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many events (50)")
    show = add("show", "reading", "one record with all that hangs on it")
    show.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    questions = add("questions", "judging", "what is open: unanswered, narrowly denied, reversed, overdue")
    export = _add_export(add)
    for command in (timeline, claims, status, search, questions, export):
        command.add_argument("--topic", metavar="ID", help="only this topic")
    for command in (timeline, claims, status, questions, export):
        command.add_argument("--party", metavar="CODE", help="only with this party, as in US")
    for command in (timeline, claims, status, topics, search, show, questions, export):
        command.add_argument("--as-of", type=iso_day, metavar="DAY", help="as the public knew it on DAY")
    for command in (timeline, claims, status, topics, search, show, questions, export):
        command.add_argument(
            "--as-recorded",
            type=typed_instant,
            metavar="INSTANT",
            help="as this ledger had it at INSTANT, as in 2024-02-16T18:40 or 'yesterday 18:40'",
        )
    for command in (timeline, export):
        command.add_argument(
            "--since", type=typed_day, metavar="WHEN", help="not older than, as in '2 weeks ago'"
        )
    for command in (timeline, claims, status, topics, search, show, questions):
        command.add_argument("--json", action="store_true", help="one JSON document")


def _add_care(add: Callable[..., argparse.ArgumentParser]) -> None:
    load = add("import", "care", "read a ledger file (JSON) into the ledger")
    load.set_defaults(run=_command("care", "import_ledger"))
    load.add_argument("file", metavar="FILE", help="- is standard input")
    check = add("check", "care", "is the ledger sound?")
    check.add_argument("--rebuild", action="store_true", help="make all derived tables anew first")
    backup = add("backup", "care", "a safe copy, while others may be writing")
    backup.add_argument("destination", type=Path, metavar="DEST")
    restore = add("restore", "care", "put a copy in place of the ledger, which is kept aside")
    restore.add_argument("source", type=Path, metavar="SRC")
    again = add("reextract", "judging", "run today's rules over stored documents; decisions stand")
    again.add_argument("id", nargs="?", metavar="ID", help="one document; default: all")
    forget = add("purge", "judging", "forget a document or an actor for good, journal included")
    forget.add_argument("id", metavar="ID", help="of the document or actor; it is asked for once more")
    keys = add("keys", "keys", "the dashboard's commands with their keys, as your settings have them")
    keys.add_argument("--json", action="store_true", help="one JSON document")
    locate = add("locate", "care", "where the files are")
    locate.add_argument("--json", action="store_true", help="one JSON document")


def _add_export(add: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    export = add("export", "exporting", "write out the ledger, a brief of it, or a table")
    export.add_argument(
        "--format",
        choices=["json", "markdown", "csv"],
        required=True,
        help="json: the ledger itself; markdown: a brief with footnotes; csv: a table",
    )
    export.add_argument(
        "--table",
        choices=["events", "positions"],
        help="what a line of a csv table is: an event (default), or a party's position on a claim",
    )
    export.add_argument("--output", type=Path, metavar="FILE", help="a new file; default: standard output")
    export.add_argument("--title", metavar="WORDS", help="heading of a brief; default: the ledger's name")
    return export


def wrong_usage(message: str) -> int:
    """Say on standard error why the words given do not fit together; returns exit code 2."""
    print(f"diplotui: {one_line(message)}", file=sys.stderr)
    return 2
