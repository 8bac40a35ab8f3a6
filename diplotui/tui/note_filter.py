"""The filter over notes: which of them fit what was typed. No text is a mistake.

``#tag`` or ``tag:x``, ``kind:question``, ``is:open``, ``is:done``, ``about:claim``; all other words must
stand in the note, in its tags or in the words of what it is about, whole or as part of a word.
"""

from collections.abc import Callable, Sequence
from enum import Enum

from diplotui.model import NoteKind, NoteRow


class Standing(Enum):
    """Which notes by whether they are done; the value is the word on the screen."""

    ALL = "open and done"
    OPEN = "open"
    DONE = "done"


def fitting(
    rows: Sequence[NoteRow], typed: str, kind: NoteKind | None = None, standing: Standing = Standing.ALL
) -> list[NoteRow]:
    """The notes that fit the typed filter, the kind and the standing, in their order."""
    tests = [_test(word) for word in typed.casefold().split()]
    return [
        row
        for row in rows
        if (kind is None or row.note.kind is kind)
        and (standing is Standing.ALL or row.note.done == (standing is Standing.DONE))
        and all(test(row) for test in tests)
    ]


def _test(word: str) -> Callable[[NoteRow], bool]:
    name, colon, value = word.partition(":")
    if word.startswith("#") and len(word) > 1:
        name, colon, value = "tag", ":", word[1:]
    if colon and value:
        if name == "tag":
            return lambda row: any(tag.casefold().startswith(value) for tag in row.note.tags)
        if name == "kind" and any(kind.value.startswith(value) for kind in NoteKind):
            return lambda row: row.note.kind.value.startswith(value)
        if name == "is" and value in ("open", "done"):
            return lambda row: row.note.done == (value == "done")
        if name == "about":
            return lambda row: (row.note.about or "nothing").partition("/")[0].startswith(value)
    return lambda row: word in _words_of(row)


def _words_of(row: NoteRow) -> str:
    return " ".join((row.note.text, row.title or "", *row.note.tags)).casefold()
