"""What changed from one version of a document to the next: paragraphs that went, came, or were reworded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from diplotui.text import one_line
from diplotui.tui.lines import BLANK, Line, Piece, piece
from diplotui.tui.widgets.markdown_lines import wrap_pieces
from diplotui.words import plural

REWORDED = 0.5
"""Share of words that two paragraphs have in common from which one is a rewording of the other."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One stretch: paragraphs that stayed, or one that went (``old``), came (``new``), or was reworded."""

    kept: int = 0
    old: str = ""
    new: str = ""


def paragraphs(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line for line in map(one_line, text.split("\n")) if line]


def changes(old: str, new: str) -> list[Changed]:
    """What changed from one text to another, in the order of the new one."""
    before, after = paragraphs(old), paragraphs(new)
    found: list[Changed] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Changed(kept=j - i))
        else:
            found += _paired(before[i:j], after[k:m])
    return found


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Changed]:
    """Paragraphs beside each other as rewordings where they share enough, else as gone and come."""
    for place in range(max(len(old), len(new))):
        was = old[place] if place < len(old) else ""
        now = new[place] if place < len(new) else ""
        if was and now and SequenceMatcher(None, was.split(), now.split(), autojunk=False).ratio() < REWORDED:
            yield Changed(old=was)
            yield Changed(new=now)
        else:
            yield Changed(old=was, new=now)


def version_lines(found: Sequence[Changed], width: int) -> list[Line]:
    """The changes as lines: − what went, + what came, words of a rewording stand out."""
    lines: list[Line] = []
    for one in found:
        if one.kept:
            lines += [(piece(f"  … {plural(one.kept, 'paragraph')} unchanged", "faint"),), BLANK]
            continue
        was, now = _words(one)
        if one.old:
            lines += wrap_pieces(was, (piece("− ", "denies"),), (Piece("  "),), width)
        if one.new:
            lines += wrap_pieces(now, (piece("+ ", "affirms"),), (Piece("  "),), width)
        lines.append(BLANK)
    return lines


def _words(one: Changed) -> tuple[list[Piece], list[Piece]]:
    """Both paragraphs, the words that differ in bold where both are there."""
    if not (one.old and one.new):
        return [piece(one.old, "dim")], [piece(one.new)]
    old, new = re.findall(r"\S+", one.old), re.findall(r"\S+", one.new)
    was: list[Piece] = []
    now: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = tag == "equal"
        was.append(piece(" ".join(old[i:j]) + " ", "dim" if same else "denies"))
        now.append(piece(" ".join(new[k:m]) + " ", "" if same else "strong"))
    return was, now
