"""What a search found, as lines: speakers, notes on their own, and events with the parts that fit."""

from collections.abc import Iterator
from dataclasses import dataclass

from diplotui.marks import PLAIN, STATUS_MARKS
from diplotui.model import Found, FoundPart, NoteHit, SearchHit, SpeakerHit, TimelineRow
from diplotui.text import one_line
from diplotui.tui.lines import Line, Piece, at_edge, cells, cut, pad, piece
from diplotui.tui.widgets.timeline_rows import parties_words
from diplotui.words import MONTHS, instant_words, plural

DAY_CELLS = 13
KIND_CELLS = 10
"""Cells of the word that says what a line is."""
WHO_CELLS = 22
"""Cells of a speaker's name before what was said."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where Enter goes: to an event and a part of it, or on to what a speaker said."""

    row: TimelineRow | None = None
    part: FoundPart | None = None
    speaker: SpeakerHit | None = None
    note: NoteHit | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing found: where it leads, and how many lines it takes."""

    goal: Goal
    height: int
    first: bool
    """Whether it is the first of its event, whose title then stands above."""
    marks: tuple[tuple[int, int], ...] = ()
    """Spans of the title that were looked for."""

    def lines(self, width: int) -> list[Line]:
        """Its lines for a width."""
        goal = self.goal
        if goal.speaker is not None:
            return [speaker_line(goal.speaker, width)]
        if goal.note is not None:
            return [note_line(goal.note, width)]
        lines: list[Line] = []
        if goal.row is not None and self.first:
            lines.append(event_line(goal.row, () if goal.part else self.marks, width))
        if goal.part is not None:
            lines.append(part_line(goal.part, width))
        return lines


def entries(found: Found) -> list[Entry]:
    """All that was found, in the order shown: names first, then own notes, then events, newest first."""
    listed = [Entry(Goal(speaker=one), 1, True) for one in found.speakers]
    listed += [Entry(Goal(note=one), 1, True) for one in found.notes]
    for hit in found.hits:
        listed += _of_event(hit)
    return listed


def _of_event(hit: SearchHit) -> Iterator[Entry]:
    if not hit.parts:
        yield Entry(Goal(row=hit.row), 1, True, hit.highlights if hit.excerpt == hit.row.title else ())
    for place, part in enumerate(hit.parts):
        yield Entry(Goal(row=hit.row, part=part), 1 if place else 2, place == 0)


def event_line(row: TimelineRow, marks: tuple[tuple[int, int], ...], width: int) -> Line:
    """Day, glyph, title and parties."""
    mark = STATUS_MARKS[row.status] if row.responded else PLAIN
    day = f"{row.public.day} {MONTHS[row.public.month - 1]} {row.public.year}" if row.public else "undated"
    front = pad((piece(f" {day}", "dim"),), DAY_CELLS)
    right: Line = (piece(parties_words(row.parties), "strong"), Piece(" "))
    room = max(8, width - DAY_CELLS - 3 - cells(right))
    title = marked_pieces(row.title, marks, room, "")
    return at_edge((*front, piece(mark.glyph, mark.role), Piece(" "), *title), right, width)


def part_line(part: FoundPart, width: int) -> Line:
    """What it is, who says it, and the words found in their place."""
    front = pad((piece(f"   {part.kind}", "key"),), DAY_CELLS + 2)
    who = cut(one_line(part.who), WHO_CELLS)
    if who:
        front = (*front, piece(f"{who}: ", "strong"))
    room = max(8, width - cells(front) - 1)
    return (*front, *marked_pieces(*in_view(part.excerpt, part.highlights, room), room))


def in_view(
    text: str, marks: tuple[tuple[int, int], ...], room: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text cut in front, so that the first of its marks stands within so many cells."""
    if not marks or not 0 <= marks[0][0] <= len(text) or marks[0][1] < room:
        return text, marks
    start = text.rfind(" ", 0, max(0, marks[0][0] - room // 3)) + 1
    if not start:
        return text, marks
    shift = 1 - start
    return "…" + text[start:], tuple((begin + shift, end + shift) for begin, end in marks)


def speaker_line(one: SpeakerHit, width: int) -> Line:
    """Name, office, party and how many statements."""
    front = pad((piece(" speaker", "key"),), DAY_CELLS + 2)
    count = "1000 statements or more" if one.statements >= 1000 else plural(one.statements, "statement")
    right: Line = (piece(count, "dim"), Piece(" "))
    name, room = one_line(one.name), max(8, width - cells(front) - cells(right) - 1)
    office = ", ".join(one_line(word) for word in (one.office or "", one.party or "") if word)
    words: Line = (piece(cut(name, room), "strong"),)
    if office and cells(words) + 2 < room:
        words = (*words, piece(cut(f", {office}", room - cells(words)), "dim"))
    return at_edge((*front, *words), right, width)


def note_line(one: NoteHit, width: int) -> Line:
    """Kind, day and the words found in their place."""
    front = pad((piece(f" {one.kind}", "key"),), DAY_CELLS + 2)
    right: Line = (piece(instant_words(one.at), "dim"), Piece(" "))
    room = max(8, width - cells(front) - cells(right) - 1)
    return at_edge((*front, *marked_pieces(one.excerpt, one.highlights, room)), right, width)


def marked_pieces(text: str, marks: tuple[tuple[int, int], ...], width: int, role: str = "dim") -> Line:
    """A text with the words found marked, cut to the width; broken and overlapping spans are ignored."""
    pieces: list[Piece] = []
    last, room = 0, width
    for begin, end in (*marks, (len(text), len(text))):
        if not last <= begin <= end <= len(text):
            continue
        for part, name in ((text[last:begin], role), (text[begin:end], "found")):
            shown = cut(_spaced(part), room)
            if shown:
                pieces.append(piece(shown, name))
                room -= cells((pieces[-1],))
        last = end
    return tuple(pieces)


def _spaced(text: str) -> str:
    """One line that keeps a blank at either end, so that marked words do not stick to their neighbours."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")
