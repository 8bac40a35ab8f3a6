"""Open questions: what the ledger's gaps and turns let one ask, each with the passage that justifies it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from diplotui.model import (
    ClaimRow,
    ClaimStatus,
    Event,
    EventKind,
    OpenQuestion,
    Position,
    PositionKind,
    QuestionKind,
)

NARROWING = frozenset(
    {
        "to",
        "in",
        "with",
        "at",
        "by",
        "from",
        "for",
        "on",
        "under",
        "through",
        "during",
        "before",
        "since",
        "until",
        "as",
        "so",
        "now",
        "yet",
        "currently",
        "only",
        "directly",
        "formally",
        "officially",
        "publicly",
        "personally",
        "privately",
        "recently",
        "direct",
        "formal",
        "official",
        "public",
        "personal",
        "private",
        "written",
        "such",
        "any",
    }
)
"""First words of a scope that bounds a denial: "to us", "in writing", "at this time", "formal talks".

Counter-example: "the report" names what is denied, and bounds nothing.
"""

_LONGEST_SCOPE = 8
"""Words; a longer scope tells the whole story again and bounds nothing."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A passage on which a question rests."""

    statement: str | None
    document: str
    exact: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Matter:
    """A claim of an event with what a question about it can rest on."""

    row: ClaimRow
    event: Event
    origin: Ground | None
    """The first passage that puts the claim forward for somebody; None where only the author says it."""
    grounds: dict[str, Ground]
    """The passages of the statements that positions rest on, by statement."""


_UNANSWERED = (PositionKind.NOTHING, PositionKind.ASKED, PositionKind.SILENT)
_HOW = {
    PositionKind.NOTHING: "has not answered",
    PositionKind.ASKED: "was asked and has not answered",
    PositionKind.SILENT: "was asked and is silent",
}
_HOLDS = {PositionKind.DENIES: "denies", PositionKind.AFFIRMS: "affirms"}
_TO_COME = (EventKind.PLANNED, EventKind.PENDING)


def claim_questions(matter: Matter) -> list[OpenQuestion]:
    """The questions that one claim's positions leave open, a cell after the other."""
    return [question for cell in matter.row.positions for question in _of_cell(matter, cell)]


def _of_cell(matter: Matter, cell: Position) -> Iterable[OpenQuestion]:
    ground = matter.grounds.get(cell.statement) if cell.statement is not None else None
    claim = matter.row.claim
    for kind, fits, words in CELL_RULES:
        if not fits(matter, cell):
            continue
        resting = matter.origin if kind is QuestionKind.NEVER_ANSWERED and ground is None else ground
        if resting is not None:
            text = words(cell, claim.text)
            yield _question(kind, text, matter.event, resting, claim.id, cell.party)


def _never_answered(matter: Matter, cell: Position) -> bool:
    """A subject of a claim that somebody put forward has said nothing, where an answer can be expected.

    It can where the claim is alleged, where another party answered, or where the party was asked.
    """
    expected = (
        cell.position is not PositionKind.NOTHING
        or matter.event.kind is EventKind.ALLEGED
        or matter.row.status not in (ClaimStatus.UNADDRESSED, ClaimStatus.AFFIRMED)
    )
    return (
        expected
        and cell.party in matter.row.claim.subjects
        and cell.position in _UNANSWERED
        and matter.origin is not None
    )


def _narrow(matter: Matter, cell: Position) -> bool:
    """A party affirms or denies only as far as some words go."""
    words = (cell.scope or "").casefold().strip(" \"“”‘’'").split()
    return (
        cell.position in _HOLDS
        and 0 < len(words) <= _LONGEST_SCOPE
        and words[0].strip('.,"“”‘’') in NARROWING
    )


CELL_RULES: tuple[
    tuple[QuestionKind, Callable[[Matter, Position], bool], Callable[[Position, str], str]], ...
] = (
    (
        QuestionKind.REVERSAL,
        lambda matter, cell: cell.reversed,
        lambda cell, claim: f"{cell.party} {cell.position.value} what it held otherwise before: {claim}",
    ),
    (
        QuestionKind.NEVER_ANSWERED,
        _never_answered,
        lambda cell, claim: f"{cell.party} {_HOW[cell.position]}: {claim}",
    ),
    (
        QuestionKind.NARROW_SCOPE,
        _narrow,
        lambda cell, claim: (
            f"{cell.party} {_HOLDS[cell.position]} this only as far as “{cell.scope}” goes: {claim}"
        ),
    ),
)
"""Kinds of questions with when a party's cell raises them and how they are put.

Reversal: a party denied on Monday and confirms on Thursday; not one that denied twice. Never answered: the
party that a report is about has said nothing; not one that declined. Narrow scope: "made no offer to us";
not a plain denial.
"""


def event_question(event: Event, ground: Ground | None, today: date) -> OpenQuestion | None:
    """Whether what was to come has come, where its last day is over; None where that is no question.

    A vote planned for last Friday asks; one planned for next week, or on no known day, does not.
    """
    day = event.date.latest
    if event.kind not in _TO_COME or day is None or day >= today or ground is None:
        return None
    text = f"Was due by {day.isoformat()}; has it come? {event.title}"
    return _question(QuestionKind.OVERDUE, text, event, ground, None, None)


def ranked(questions: Iterable[OpenQuestion]) -> tuple[OpenQuestion, ...]:
    """Most pressing kind first, in each kind the newest passage first."""
    kinds = list(QuestionKind)
    return tuple(
        sorted(
            questions,
            key=lambda one: (kinds.index(one.kind), -(one.on or date.min).toordinal(), one.text),
        )
    )


def open_questions(
    matters: Sequence[Matter], events: Sequence[tuple[Event, Ground | None]], today: date
) -> tuple[OpenQuestion, ...]:
    """All questions that these claims and events leave open, ranked."""
    found = [question for matter in matters for question in claim_questions(matter)]
    found += [one for event, ground in events if (one := event_question(event, ground, today)) is not None]
    return ranked(found)


def _question(
    kind: QuestionKind, text: str, event: Event, ground: Ground, claim: str | None, party: str | None
) -> OpenQuestion:
    return OpenQuestion(
        kind=kind,
        text=text,
        event=event.id,
        topic=event.topic,
        claim=claim,
        party=party,
        statement=ground.statement,
        document=ground.document,
        exact=ground.exact,
        on=ground.on,
    )


__all__ = ["Ground", "Matter", "claim_questions", "event_question", "open_questions", "ranked"]
