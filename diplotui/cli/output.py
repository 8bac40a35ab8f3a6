"""How commands print: Rich tables for people, one JSON document for programs, messages to standard error."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from diplotui.text import for_screen, one_line

WIDTH_WITHOUT_TERMINAL = 160
"""Columns of a table that goes into a file or a pipe."""

NARROWEST = 24
"""Columns that a column of running words has at least."""


def console() -> Console:
    """Standard output, wide enough when it is no terminal."""
    plain = not sys.stdout.isatty()
    return Console(
        width=WIDTH_WITHOUT_TERMINAL if plain else None, highlight=False, emoji=False, markup=False
    )


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def say(message: str) -> None:
    """A line to the user, on standard error."""
    print(one_line(message), file=sys.stderr)


def cell(words: object, style: str = "") -> Text:
    """Text from outside as a table cell: one line, no markup, no terminal commands."""
    return Text(one_line("" if words is None else str(words)), style=style)


def passage(words: str, style: str = "") -> Text:
    """Text from outside over several lines."""
    return Text(for_screen(words), style=style)


def print_table(
    titles: Sequence[str], rows: Iterable[Sequence[object]], *, wide: int | tuple[int, ...] = ()
) -> None:
    """A quiet table; the columns ``wide`` share what room is left, and their words wrap."""
    roomy = (wide,) if isinstance(wide, int) else wide
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for place, title in enumerate(titles):
        if place in roomy:
            table.add_column(title, overflow="fold", ratio=1, min_width=NARROWEST)
        else:
            table.add_column(title, overflow="fold", no_wrap=True)
    for row in rows:
        table.add_row(*(words if isinstance(words, Text) else cell(words) for words in row))
    console().print(table)
