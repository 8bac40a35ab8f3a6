"""Text to query. Nothing typed is an error: what is no condition is taken as words, and a hint says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from diplotui.clock import Edge, read_when
from diplotui.errors import InputError
from diplotui.model.queries import Condition, Field, Query, Word
from diplotui.query.fields import BY_NAME, FieldRow, Shape

LONGEST = 1_000
"""Characters of a query that are read."""

_PIECE = re.compile(
    r"""(?P<minus>-?)
        (?:(?P<name>[A-Za-z]+):(?!//))?
        (?:(?:"(?P<quoted>[^"“”]*)"|“(?P<curly>[^"“”]*)”)(?P<star>\*?)
        |(?P<bare>[^\s"“”]+)
        |(?(name)["“](?P<open>[^"“”]*)\Z|(?!)))?""",
    re.VERBOSE,
)
_EDGES: dict[Field, Edge] = {Field.SINCE: "first", Field.UNTIL: "last"}
"""Since a month: from its first day on; until a month: to the end of its last."""

_CODE = re.compile(r"[A-Z]{2,6}")
"""A party's code as it is written: in capitals."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One thing typed: perhaps a minus, perhaps a field, and its text."""

    excluded: bool
    name: str | None
    text: str
    quoted: bool
    unfinished: bool
    """A bare word behind which nothing stands, not even a blank: it may be the beginning of one."""
    starred: bool
    """An asterisk behind it says that it is a beginning."""
    open: bool
    """A value whose closing quotation mark is still missing."""


def parse_query(text: str, base: datetime | None = None) -> Query:
    """What ``text`` asks for; ``base``: the present instant, for "2 weeks ago"."""
    words: list[Word] = []
    conditions: list[Condition] = []
    hints: list[str] = []
    for piece in _pieces(text[:LONGEST]):
        row = BY_NAME.get((piece.name or "").lower())
        condition = _condition(piece, row, base) if row is not None else None
        if condition is not None:
            if condition not in conditions:
                conditions.append(condition)
            continue
        if piece.name is not None:
            hints.append(_hint(piece, row))
        if row is not None and (piece.open or not piece.text.strip()):
            continue  # still being typed
        words += _words(piece)
    said = tuple(dict.fromkeys(words))
    return Query(said, tuple(conditions), text, tuple(dict.fromkeys(one for one in hints if one)))


def party_code(value: str) -> str | None:
    """The party that a value of ``denies`` and the like names: a code in capitals; None: it is words."""
    return value if _CODE.fullmatch(value) else None


def _pieces(text: str) -> Iterator[_Piece]:
    text = text.replace("\0", " ")
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _PIECE.match(text, place)
        if found is None or found.end() == place:
            place += 1  # a quotation mark without its counterpart
            continue
        place = found.end()
        quoted = next((found[one] for one in ("quoted", "curly", "open") if found[one] is not None), None)
        bare = found["bare"] or ""
        yield _Piece(
            excluded=bool(found["minus"]),
            name=found["name"],
            text=quoted if quoted is not None else bare.rstrip("*"),
            quoted=quoted is not None,
            unfinished=place == len(text) and bool(bare),
            starred=bare.endswith("*") or bool(found["star"]),
            open=found["open"] is not None,
        )


def _condition(piece: _Piece, row: FieldRow, base: datetime | None) -> Condition | None:
    """The condition that a piece states; None where its value is none of this field."""
    value = " ".join(piece.text.split())
    if not any(letter.isalnum() for letter in value):
        return None
    if row.shape is Shape.DAY:
        day = _day(value, base, _EDGES.get(row.field, "current"))
        return None if day is None else Condition(row.field, day.isoformat(), piece.excluded, day)
    if row.shape is Shape.LIST:
        chosen = tuple(dict.fromkeys(one for one in value.lower().split(",") if one))
        if not chosen or any(one not in row.values for one in chosen):
            return None
        value = ",".join(chosen)
    return Condition(row.field, value, piece.excluded)


def _day(value: str, base: datetime | None, edge: Edge) -> date | None:
    try:
        return read_when(value, base=base, edge=edge).date()
    except (InputError, OverflowError, ValueError):
        return None


def _words(piece: _Piece) -> Iterator[Word]:
    """The words of a piece that states no condition; the name before a colon is one of them."""
    if piece.name is not None:
        yield Word(piece.name, excluded=piece.excluded)
    text = " ".join(piece.text.split())
    if any(letter.isalnum() for letter in text):
        unfinished = piece.starred or (piece.unfinished and len(text) > 1)
        yield Word(text, unfinished and text[-1].isalnum(), piece.excluded)


def _hint(piece: _Piece, row: FieldRow | None) -> str:
    """Why a piece with a colon is taken as words; empty where nobody would wonder."""
    if row is None:
        known = ", ".join(BY_NAME)
        return f"{piece.name}: is no field and is taken as words; fields: {known}" if piece.text else ""
    if not piece.text.strip():
        return f"{row.field}: wants something right behind the colon, as in {row.example}"
    if row.shape is Shape.DAY:
        return f"{piece.text} is no day and is taken as words; as in {row.example}"
    if row.shape is Shape.LIST:
        return f"{row.field}:{piece.text} is taken as words; it can be {', '.join(row.values)}"
    return f"{row.field}:{piece.text} is taken as words; as in {row.example}"
