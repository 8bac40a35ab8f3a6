"""Lines of text with roles, and the few layout rules that all panes share: cut, wrap, set at the edge.

A line is a tuple of pieces; a piece is plain text with the names of its roles (``dim``, ``denies``), which
the style sheet turns into colours. Nothing here reads markup, so no text can become a command or a colour.
Widths are terminal cells.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells, set_cell_size

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line, with the roles that give it its look."""

    text: str
    roles: tuple[str, ...] = ()


Line = tuple[Piece, ...]
"""One line of a pane."""

BLANK: Line = ()


def piece(text: str, *roles: str) -> Piece:
    """A piece of ``text`` in these roles; an empty role is none."""
    return Piece(text, tuple(role for role in roles if role))


def cells(line: Line) -> int:
    """How many cells a line takes."""
    return sum(cell_len(part.text) for part in line)


def plain(line: Line) -> str:
    """The text of a line without its roles."""
    return "".join(part.text for part in line)


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def wrap(text: str, width: int, limit: int | None = None) -> list[str]:
    """Break ``text`` at spaces into lines of at most ``width`` cells; a longer word is broken anywhere.

    With ``limit`` the last line ends in an ellipsis where more would follow. Never empty.
    """
    width = max(width, 1)
    wrapped: list[str] = []
    current, used = "", 0
    for word in text.split():
        needed = cell_len(word)
        if current and used + 1 + needed <= width:
            current, used = f"{current} {word}", used + 1 + needed
            continue
        if current:
            wrapped.append(current)
        *whole, current = chop_cells(word, width) if needed > width else [word]
        wrapped.extend(whole)
        used = cell_len(current)
        if limit is not None and len(wrapped) > limit:
            break
    if current or not wrapped:
        wrapped.append(current)
    if limit is not None and len(wrapped) > limit:
        rest = wrapped[limit - 1] + " " + wrapped[limit]
        wrapped = [*wrapped[: limit - 1], cut(rest if cell_len(rest) > width else rest + " " * width, width)]
    return wrapped


def wrap_beside(text: str, first: int, width: int, limit: int) -> list[str]:
    """Like ``wrap`` with ``limit``, but the first line has only ``first`` cells, beside something else."""
    head = wrap(text, first)[0]
    rest = text[len(head) :].strip()
    if not rest:
        return [head]
    return [head, *wrap(rest, width, limit - 1)] if limit > 1 else wrap(text, first, 1)


def quoted(text: str) -> str:
    """``text`` in quotation marks, unless it begins with one already."""
    return text if text[:1] in "\"'“”‘’„«»" and text else f"“{text}”"


def pad(line: Line, width: int) -> Line:
    """The line with blanks up to ``width`` cells, so that the next piece stands in its column."""
    missing = width - cells(line)
    return (*line, Piece(" " * missing)) if missing > 0 else line


def at_edge(left: Line, right: Line, width: int) -> Line:
    """``left``, and ``right`` against the right edge of ``width`` cells, with one blank between at least."""
    gap = max(1, width - cells(left) - cells(right))
    return (*left, Piece(" " * gap), *right) if right else left


def joined(parts: Iterable[Line], separator: Piece) -> Line:
    """The parts that are not empty, in one line, with ``separator`` between them."""
    result: list[Piece] = []
    for part in parts:
        if part:
            if result:
                result.append(separator)
            result.extend(part)
    return tuple(result)


def indented(text: str, first: Line, width: int, *roles: str, limit: int | None = None) -> list[Line]:
    """``first``, then ``text`` wrapped beside it; the following lines start where the text did."""
    margin = cells(first)
    wrapped = wrap(text, width - margin, limit)
    head: Line = (*first, piece(wrapped[0], *roles))
    return [head, *[(Piece(" " * margin), piece(rest, *roles)) for rest in wrapped[1:]]]
