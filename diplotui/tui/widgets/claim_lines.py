"""How claims, moves, denials, questions and new events are set in the lists over the whole ledger."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from diplotui.ids import record_id
from diplotui.marks import PLAIN, REVERSED, STANCE_MARKS, STATUS_MARKS, position_mark
from diplotui.model import (
    CatchUp,
    ClaimRow,
    ClaimStatus,
    DenialView,
    Note,
    NoteKind,
    OpenQuestion,
    QuestionKind,
    StatementView,
    StatusMove,
    TimelineRow,
)
from diplotui.text import one_line
from diplotui.tui.lines import Line, Piece, at_edge, cells, cut, indented, pad, piece, quoted
from diplotui.tui.widgets.row_list import Row
from diplotui.tui.widgets.statement_lines import speaker_name
from diplotui.tui.widgets.timeline_rows import parties_words
from diplotui.words import BASIS_WORDS, instant_words, origin_words, plural, short_day

STATUS_CELLS = 17
WATCHED = "◉"
"""Before what is watched."""
LONGEST = 600
"""Characters of a text that are looked at; two lines never hold more."""


def last_change(row: ClaimRow) -> date | None:
    """The public day on which the claim's status last changed."""
    return max((change.on for change in row.history if change.on is not None), default=None)


def day_of(day: date | None) -> str:
    """``14 Feb 2024``."""
    return f"{short_day(day)} {day.year}" if day is not None else "undated"


def _text(text: str) -> str:
    return one_line(text[:LONGEST]) or "(no text)"


def _status(status: ClaimStatus, watched: bool) -> Line:
    mark = STATUS_MARKS[status]
    front = piece(WATCHED if watched else " ", "key")
    return pad((front, piece(f"{mark.glyph} {mark.word} ", mark.role)), STATUS_CELLS + 1)


def watchable_of(row: ClaimRow) -> tuple[tuple[str, str], ...]:
    """The claim and its parties."""
    parties = dict.fromkeys((*row.claim.subjects, *(cell.party for cell in row.positions)))
    named = tuple((f"party/{party}", party) for party in parties)
    return ((f"claim/{row.claim.id}", _text(row.claim.text)), *named)


def claim_lines(row: ClaimRow, watched: Collection[str], width: int) -> list[Line]:
    """Status, claim; under it the positions, the origins, the day of the last change."""
    head = _status(row.status, bool(watched) and any(one in watched for one, _ in watchable_of(row)))
    first: Line = (*head, piece(cut(_text(row.claim.text), width - cells(head) - 1), "strong"))
    right: Line = (piece(day_of(last_change(row)), "dim"), Piece(" "))
    left: list[Piece] = [Piece(" " * (STATUS_CELLS + 1))]
    room = width - cells(tuple(left)) - cells(right) - 1
    for cell in row.positions:
        mark = position_mark(cell)
        shown = piece(f"{cut(one_line(cell.party), 8)} {mark.glyph} {mark.word}  ", mark.role)
        if cells((shown,)) > room:
            break
        left.append(shown)
        room -= cells((shown,))
    left.append(piece(cut(origin_words(row.counts), room), "dim"))
    return [first, at_edge(tuple(left), right, width)]


def claim_rows(rows: Sequence[ClaimRow], watched: Collection[str]) -> list[Row]:
    """The rows of the claims screen."""
    return [
        Row(
            f"claim/{row.claim.id}",
            3,
            partial(claim_lines, row, watched),
            row.claim.event,
            watchable=partial(watchable_of, row),
        )
        for row in rows
    ]


def heading_row(words: str) -> Row:
    """A heading between rows."""
    return Row("", 2, lambda width: [(piece(cut(f" {words}", width), "day"),)])


def move_words(move: StatusMove) -> Line:
    """``? unaddressed → ✗ denied``, each in its colour."""
    was, now = STATUS_MARKS[move.was], STATUS_MARKS[move.now]
    turned = (piece(f"  {REVERSED.glyph} {REVERSED.word}", REVERSED.role),) if move.reversed else ()
    return (
        piece(f" {was.glyph} {was.word}", was.role),
        piece(" → ", "dim"),
        piece(f"{now.glyph} {now.word}", now.role),
        *turned,
    )


def move_lines(move: StatusMove, width: int) -> list[Line]:
    """Was and is; the claim; the sentence that did it, with who said it."""
    right: Line = (piece(day_of(move.on) if move.on else "", "dim"), Piece(" "))
    front = piece(f"{WATCHED} " if move.watched else "", "key")
    who = " ".join(one_line(part) for part in (move.speaker or "", move.party or "") if part)
    lines = [at_edge((*move_words(move), Piece("  "), front), right, width)]
    lines += indented(_text(move.claim.text), (Piece("   "),), width - 1, "strong", limit=1)
    if move.exact:
        said = f"{who}: {quoted(_text(move.exact))}" if who else quoted(_text(move.exact))
        lines += indented(said, (Piece("   "),), width - 1, "quote", limit=2)
    else:
        lines.append((piece("   no sentence did it: a correction, or silence that set in", "dim"),))
    return lines


def denial_lines(denial: DenialView, width: int) -> list[Line]:
    """Who denies on what basis, the words, what they deny."""
    mark = STANCE_MARKS[denial.stance]
    scope = f"  {quoted(one_line(denial.scope))}" if denial.scope else ""
    basis = BASIS_WORDS[denial.basis] + (", proposed" if denial.proposed else "")
    party = cut(one_line(denial.party or "nobody's"), 12)
    left: Line = (piece(f" {mark.glyph} {mark.word} {party}", mark.role), piece(f"  {basis}{scope}", "dim"))
    right: Line = (piece(day_of(denial.on), "dim"), Piece(" "))
    room = width - cells(right) - 2
    if cells(left) > room:
        left = (left[0], piece(cut(left[1].text, room - cells(left[:1])), "dim"))
    lines = [at_edge(left, right, width)]
    lines += indented(quoted(_text(denial.exact)), (Piece("   "),), width - 1, "quote", limit=2)
    lines += indented(f"denies: {_text(denial.claim_text)}", (Piece("   "),), width - 1, "dim", limit=1)
    return lines


def withdrawn_lines(view: StatementView, width: int) -> list[Line]:
    """A sentence that its document no longer holds: who said it, the words, since when."""
    seen = f"seen {instant_words(view.withdrawn.at)}" if view.withdrawn else ""
    right: Line = (piece(seen, "dim"), Piece(" "))
    who = " ".join(one_line(part) for part in (speaker_name(view), view.statement.party or "") if part)
    left: Line = (piece(" ⌫ withdrawn", "evades"), piece(f"  {cut(who, max(4, width - 40))}", "strong"))
    lines = [at_edge(left, right, width)]
    lines += indented(quoted(_text(view.statement.exact)), (Piece("   "),), width - 1, "quote", limit=2)
    return lines


def event_lines(row: TimelineRow, width: int) -> list[Line]:
    """A new event, with how often it was told."""
    mark = STATUS_MARKS[row.status] if row.responded else PLAIN
    right: Line = (piece(parties_words(row.parties), "strong"), Piece(" "))
    title = cut(_text(row.title), max(8, width - cells(right) - 5))
    first = at_edge((piece(f" {mark.glyph} ", mark.role), piece(title)), right, width)
    told = f"told in {plural(row.documents, 'document')}, {origin_words(row.counts)}"
    return [first, (piece(cut(f"   {day_of(row.public)} · {told}", width - 1), "dim"),)]


def catch_up_rows(found: CatchUp) -> list[Row]:
    """What changed: statuses, denials, reversals, then new events with retellings folded."""
    rows: list[Row] = []
    moves = [heading_row(f"Moved: {plural(len(found.moves), 'claim')}")] if found.moves else []
    rows += [*moves, *(_move_row("moved", move) for move in found.moves)]
    if found.denials:
        rows.append(heading_row(f"New denials: {len(found.denials)}"))
        rows += [
            Row(
                f"denial/{one.statement}/{one.claim}", 5, partial(denial_lines, one), one.event, one.statement
            )
            for one in found.denials
        ]
    if found.reversals:
        rows.append(heading_row(f"Reversals: {len(found.reversals)}"))
        rows += [_move_row("reversed", move) for move in found.reversals]
    if found.withdrawn:
        rows.append(heading_row(f"Withdrawn from the text: {plural(len(found.withdrawn), 'sentence')}"))
        rows += [
            Row(
                f"withdrawn/{one.statement.id}",
                4,
                partial(withdrawn_lines, one),
                one.statement.event,
                one.statement.id,
            )
            for one in found.withdrawn
        ]
    if found.events:
        more = f", {found.more_events} more not listed" if found.more_events else ""
        rows.append(heading_row(f"New events: {len(found.events)}{more}"))
        rows += [Row(f"event/{row.id}", 3, partial(event_lines, row), row.id) for row in found.events]
    return rows


def _move_row(kind: str, move: StatusMove) -> Row:
    key = f"{kind}/{move.claim.id}/{move.at}"
    return Row(
        key, 5, partial(move_lines, move), move.event, move.statement, partial(_watchable_of_move, move)
    )


def _watchable_of_move(move: StatusMove) -> tuple[tuple[str, str], ...]:
    claim = (f"claim/{move.claim.id}", _text(move.claim.text))
    return (claim, (f"party/{move.party}", move.party)) if move.party else (claim,)


QUESTION_WORDS: dict[QuestionKind, tuple[str, str]] = {
    QuestionKind.REVERSAL: ("⇄ reversal", "evades"),
    QuestionKind.NEVER_ANSWERED: ("? never answered", "open"),
    QuestionKind.NARROW_SCOPE: ("✗ narrow scope", "denies"),
    QuestionKind.OVERDUE: ("◌ overdue", "open"),
}
"""Why a question is open, and the role of that."""


def question_lines(question: OpenQuestion, width: int) -> list[Line]:
    """Why it is open, the question, the passage it rests on."""
    words, role = QUESTION_WORDS[question.kind]
    right: Line = (piece(day_of(question.on), "dim"), Piece(" "))
    party = piece(f"  {cut(one_line(question.party or ''), 12)}", "strong")
    lines = [at_edge((piece(f" {words}", role), party), right, width)]
    lines += indented(_text(question.text), (Piece("   "),), width - 1, limit=2)
    if question.exact:
        lines += indented(quoted(_text(question.exact)), (Piece("   "),), width - 1, "dim", limit=2)
    return lines


def question_key(place: int, question: OpenQuestion) -> str:
    """By which the cursor stays on a question."""
    return f"{place}/{question.kind.value}/{question.claim or question.event}"


def question_rows(questions: Sequence[OpenQuestion]) -> list[Row]:
    """The rows of the questions screen."""
    return [
        Row(
            question_key(place, one),
            6,
            partial(question_lines, one),
            one.event,
            one.statement,
            partial(_watchable_of_question, one),
        )
        for place, one in enumerate(questions)
    ]


def note_of(question: OpenQuestion, at: str) -> Note:
    """A question as one's own note, on the claim, else on the event; what it rests on is cited in it."""
    about = f"claim/{question.claim}" if question.claim else f"event/{question.event}"
    cited = f"\n\n> {_text(question.exact)}" if question.exact else ""
    text = _text(question.text) + cited
    return Note(record_id("n", at, about, text), at, NoteKind.QUESTION, about, text)


def _watchable_of_question(question: OpenQuestion) -> tuple[tuple[str, str], ...]:
    return ((f"claim/{question.claim}", _text(question.text)),) if question.claim else ()
