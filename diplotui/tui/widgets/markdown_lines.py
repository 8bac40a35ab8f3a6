"""Markdown as calm lines: headings, lists, quotations, code, emphasis, tags. Nothing is followed or run.

Line breaks stay where they were typed. What is no Markdown stands as it is; no text is ever lost.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

from diplotui.ledger.tagging import TAG
from diplotui.text import for_screen
from diplotui.tui.lines import BLANK, Line, Piece, cells, piece

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,9}[.)]))\s+(?:\[([ xX])\]\s+)?(.*)$")
_QUOTE = re.compile(r"\s{0,3}>\s?(.*)$")
_RULE = re.compile(r"\s{0,3}(?:-(?:\s*-){2,}|\*(?:\s*\*){2,}|_(?:\s*_){2,})\s*$")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|!?\[(?P<label>[^\]\n]+)\]\((?P<target>[^)\s]+)\)"
    r"|\*\*(?P<strong>\S(?:[^*\n]*\S)?)\*\*|(?<!\w)__(?P<strong2>\S(?:[^_\n]*\S)?)__(?!\w)"
    r"|\*(?P<stress>[^\s*](?:[^*\n]*[^\s*])?)\*|(?<!\w)_(?P<stress2>[^\s_](?:[^_\n]*[^\s_])?)_(?!\w)"
    rf"|(?P<tag>{TAG.pattern})"
)
_INLINE_ROLES = {"code": "bar", "strong": "strong", "strong2": "strong", "stress": "strong",
                 "stress2": "strong", "tag": "key"}  # fmt: skip
DEEPEST = 6
"""Cells of indentation of the deepest list."""


def markdown_lines(text: str, width: int) -> list[Line]:
    """The lines of a Markdown text in ``width`` cells."""
    lines: list[Line] = []
    fenced = False
    for source in for_screen(text).split("\n"):
        if _FENCE.match(source):
            fenced = not fenced
        elif fenced:
            lines += [(piece(f"  {part}", "bar"),) for part in chop_cells(source, max(1, width - 2)) or [""]]
        else:
            lines += _block(source, width)
    return lines


def _block(source: str, width: int) -> list[Line]:
    """One line of the text, as what it begins like."""
    if not source.strip():
        return [BLANK]
    heading = _HEADING.match(source)
    if heading:
        return wrap_pieces(inline(heading[2], "day"), BLANK, BLANK, width)
    if _RULE.match(source):
        return [(piece("─" * max(1, width), "faint"),)]
    quoted = _QUOTE.match(source)
    if quoted:
        bar: Line = (piece("▌ ", "bar"),)
        return wrap_pieces(inline(quoted[1], "dim"), bar, bar, width)
    item = _ITEM.match(source)
    if item:
        box = {None: "", " ": "☐ "}.get(item[3], "☑ ")
        mark = " " * min(cell_len(item[1]), DEEPEST) + (item[2] or "•" if not box else "") + (box or " ")
        first: Line = (piece(mark, "key"),)
        return wrap_pieces(inline(item[4]), first, (Piece(" " * cells(first)),), width)
    return wrap_pieces(inline(source.strip()), BLANK, BLANK, width)


def inline(text: str, *roles: str) -> list[Piece]:
    """The pieces of one line of text, its emphasis, code, links and tags in their roles."""
    pieces: list[Piece] = []
    end = 0
    for found in _INLINE.finditer(text):
        if found.start() > end:
            pieces.append(piece(text[end : found.start()], *roles))
        end = found.end()
        if found["target"]:
            pieces += [piece(found["label"], *roles), piece(f" ({found['target']})", "dim")]
            continue
        kind = next(name for name in _INLINE_ROLES if found[name] is not None)
        pieces.append(piece(found[kind], *roles, _INLINE_ROLES[kind]))
    if end < len(text):
        pieces.append(piece(text[end:], *roles))
    return pieces


def wrap_pieces(pieces: list[Piece], first: Line, further: Line, width: int) -> list[Line]:
    """Pieces broken at spaces into lines of ``width`` cells; ``first`` and ``further`` stand before them."""
    lines: list[Line] = []
    current, margin = list(first), cells(first)
    used = margin
    for word in _words(pieces):
        needed = sum(cell_len(part.text) for part in word)
        gap = 1 if used > margin else 0
        if gap and used + gap + needed > width:
            lines.append(tuple(current))
            current, margin = list(further), cells(further)
            used, gap = margin, 0
        if gap:
            roles = word[0].roles if current and current[-1].roles == word[0].roles else ()
            current.append(Piece(" ", roles))
            used += 1
        for part in word:
            room = max(1, width - margin)
            *whole, rest = chop_cells(part.text, room) if needed > room else [part.text]
            for chunk in whole:
                lines.append((*current, Piece(chunk, part.roles)))
                current, margin = list(further), cells(further)
                used = margin
            current.append(Piece(rest, part.roles))
            used += cell_len(rest)
    lines.append(tuple(current))
    return lines


def _words(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The words of a line; one word can have parts in several roles."""
    word: list[Piece] = []
    for part in pieces:
        for place, text in enumerate(part.text.split(" ")):
            if place and word:
                yield word
                word = []
            if text:
                word.append(Piece(text, part.roles))
    if word:
        yield word
