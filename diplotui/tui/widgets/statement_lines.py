"""How a statement is set.

Who on what basis, when and by which chain; the passage in its context; what it does to which claim; what was
written on it.
"""

from collections.abc import Sequence

from diplotui.marks import STANCE_MARKS
from diplotui.model import DateBounds, Decision, EventDetail, Note, StanceView, StatementView
from diplotui.text import for_screen, one_line
from diplotui.tui.lines import BLANK, Line, Piece, at_edge, cells, cut, indented, piece, quoted, wrap
from diplotui.words import BASIS_WORDS, bounds_words, instant_words, long_day

CONTEXT = 160
"""Characters of the neighbouring text that are shown on either side of the passage."""
LONGEST_PASSAGE = 4000

NOTE_GLYPHS = {"note": "✎", "question": "?", "judgement": "§"}


def speaker_name(view: StatementView) -> str:
    """The speaker's name, else that of the origin of the chain, else the outlet's."""
    name = view.speaker.name if view.speaker is not None else next(iter(view.chain), view.publisher or "")
    return one_line(name) or "nobody named"


def said_words(view: StatementView) -> str:
    """The day it was said or became public, in words."""
    return bounds_words(view.statement.said) or (
        f"published {long_day(view.published)}" if view.published else "undated"
    )


def statement_lines(view: StatementView, width: int) -> list[Line]:
    """All lines of one statement."""
    return [
        *_head(view, width),
        BLANK,
        *_passage(view, width),
        BLANK,
        *(line for stance in view.stances for line in _stance(stance, view.statement.decision, width)),
        *_filing(view, width),
    ]


def _head(view: StatementView, width: int) -> list[Line]:
    statement = view.statement
    basis = BASIS_WORDS[statement.basis]
    party: Line = (piece(f" {one_line(statement.party)} ", "badge"), Piece(" ")) if statement.party else ()
    right: Line = (*party, piece(basis, "dim"))
    name = wrap(speaker_name(view), width)
    office = one_line(statement.office or (view.speaker.office if view.speaker else None) or "")
    lines: list[Line] = [(piece(line, "strong"),) for line in name]
    room = width - cells(lines[-1]) - cells(right) - 4
    if office and len(office) <= room:
        lines[-1] = (*lines[-1], piece(f"  {office}", "dim"))
    elif office:
        lines += [(piece(line, "dim"),) for line in wrap(office, width)]
    if width - cells(lines[-1]) - cells(right) >= 2:
        lines[-1] = at_edge(lines[-1], right, width)
    else:
        lines.append(right)
    via = f" · via {one_line(view.publisher)}" if view.publisher else ""
    lines += [(piece(line, "dim"),) for line in wrap(said_words(view) + via, width)]
    if len(view.chain) > 2:
        chain = " → ".join(one_line(name) for name in view.chain)
        lines += [(piece(line, "dim"),) for line in wrap(chain, width)]
    return lines


def _passage(view: StatementView, width: int) -> list[Line]:
    before, after = context(view.before, view.after)
    passage = wrap(for_screen(view.statement.exact[:LONGEST_PASSAGE]), width - 2)
    return [
        *[(piece(line, "dim"),) for line in (wrap(before, width) if before else ())],
        *[(piece("▌ ", "bar"), piece(line, "passage")) for line in passage],
        *[(piece(line, "dim"),) for line in (wrap(after, width) if after else ())],
    ]


def context(before: str, after: str) -> tuple[str, str]:
    """The neighbours of a passage in one line each: of its own paragraph, else of the one beside it.

    What is long is shortened at a word on its far side.
    """
    left = one_line(before.rstrip().rpartition("\n")[2])
    right = one_line(after.lstrip().partition("\n")[0])
    if len(left) > CONTEXT:
        left = "… " + left[-CONTEXT:].partition(" ")[2]
    if len(right) > CONTEXT:
        right = right[:CONTEXT].rpartition(" ")[0] + " …"
    return left, right


def _stance(stance: StanceView, filed: Decision, width: int) -> list[Line]:
    """Glyph, word and claim; scope, score and rule; the decision where it is not the statement's."""
    mark = STANCE_MARKS[stance.stance]
    head: Line = (piece(f"{mark.glyph} {mark.word}", mark.role), Piece("  "))
    if cells(head) > width // 2:
        lines: list[Line] = [head, *indented(one_line(stance.claim_text), (Piece("  "),), width)]
    else:
        lines = indented(one_line(stance.claim_text), head, width)
    margin: Line = (Piece("  "),)
    if stance.scope:
        lines += indented(quoted(one_line(stance.scope)), (*margin, piece("scope ", "dim")), width, "quote")
    parts = [stance.coverage.value] if stance.coverage.value != "explicit" else []
    if stance.score:
        points = sum(value for _, value in stance.score)
        scored = ", ".join(f"{one_line(name)} {value:+g}" for name, value in stance.score)
        parts.append(f"score {points:g}: {scored}")
    if stance.rule:
        parts.append(f"rule {one_line(stance.rule)}")
    if stance.decision is not filed:
        parts.append(stance.decision.value.replace("-", " "))
    if parts:
        lines += indented(" · ".join(parts), margin, width, "dim")
    return lines


def _filing(view: StatementView, width: int) -> list[Line]:
    """What kind of act it is, by which rule, and whether a person has accepted it."""
    statement = view.statement
    act = statement.act.value.replace("_", " ") if statement.act else ""
    rule = f"rule {one_line(statement.rule)}" if statement.rule else ""
    words = " · ".join(part for part in (act, rule) if part)
    decision = statement.decision.value.replace("-", " ")
    role = "open" if statement.decision is Decision.PROPOSED else "dim"
    front: Line = (piece(cut(words, width - len(decision) - 3), "dim"),) if words else ()
    lines: list[Line] = [(*front, piece(" · " if words else "", "dim"), piece(decision, role))]
    if view.withdrawn is not None:
        since = f"withdrawn from the text; the ledger saw it on {view.withdrawn.at[:10]}"
        lines = [*((piece(line, "open"),) for line in wrap(since, width)), *lines]
    return lines


def notes_lines(notes: Sequence[Note], width: int) -> list[Line]:
    """What was written, each with its kind's glyph, its time and what it is about."""
    lines: list[Line] = []
    for note in notes:
        about = (note.about or "").partition("/")[0]
        head: Line = (
            piece(NOTE_GLYPHS.get(note.kind.value, "✎"), "key"),
            piece(f" {instant_words(note.at)}" + (f" on the {about}" if about else "") + " ", "dim"),
        )
        paragraphs = for_screen(note.text).split("\n")
        lines += indented(paragraphs[0], head, width)
        for paragraph in paragraphs[1:]:
            lines += indented(paragraph, (Piece("  "),), width)
    return lines


def event_lines(detail: EventDetail, width: int) -> list[Line]:
    """What is shown of an event on which no statement is filed."""
    lines: list[Line] = [(piece(line, "strong"),) for line in wrap(one_line(detail.event.title), width)]
    words = " · ".join(part for part in (detail.event.kind.value, bounds_words(detail.event.date)) if part)
    return [*lines, (piece(words, "dim"),), BLANK, (piece("No statement is filed on this event.", "dim"),)]


def citation(view: StatementView) -> str:
    """A statement as it is copied: the passage, then who, on what basis, when, where."""
    said = bounds_words(view.statement.said) if view.statement.said != DateBounds() else ""
    parts = [
        speaker_name(view),
        one_line(view.statement.office or ""),
        BASIS_WORDS[view.statement.basis],
        said,
        f"via {one_line(view.publisher)}" if view.publisher else "",
        one_line(view.url or ""),
    ]
    return f"“{one_line(view.statement.exact)}” — " + ", ".join(part for part in parts if part)
