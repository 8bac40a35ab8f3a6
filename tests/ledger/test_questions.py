"""What the gaps let one ask: each rule with what raises it and what does not."""

from dataclasses import replace
from datetime import date

import pytest

from diplotui.ledger.questions import Ground, Matter, claim_questions, event_question, open_questions
from diplotui.model import (
    Claim,
    ClaimRow,
    ClaimStatus,
    DateBounds,
    Event,
    EventKind,
    OriginCount,
    Position,
    PositionKind,
    QuestionKind,
    Stance,
)

DAY = date(1998, 5, 4)
REPORT = Ground("s1", "d1", "the fleet had left harbour", DAY)
ANSWER = Ground("s2", "d1", "we have made no offer to them", DAY)
EVENT = Event("e1", "ceasefire", "A fleet is said to have left", EventKind.ALLEGED, DateBounds.on(DAY))


def matter(
    cell: Position,
    *,
    status: ClaimStatus = ClaimStatus.UNADDRESSED,
    event: Event = EVENT,
    origin: Ground | None = REPORT,
    subjects: tuple[str, ...] = ("PE", "EC"),
) -> Matter:
    row = ClaimRow(
        Claim("c1", "e1", "The fleet left harbour.", subjects=subjects), "t", status, OriginCount(), (cell,)
    )
    return Matter(row, event, origin, {"s2": ANSWER})


DENIES = Position("PE", PositionKind.DENIES, Stance.DENIES, statement="s2", on=DAY)
HAPPENED = replace(EVENT, kind=EventKind.HAPPENED)

RAISED = [
    (matter(Position("PE")), QuestionKind.NEVER_ANSWERED, "s1"),
    (matter(Position("PE", PositionKind.ASKED, statement="s2")), QuestionKind.NEVER_ANSWERED, "s2"),
    (matter(Position("PE", PositionKind.SILENT, statement="s2")), QuestionKind.NEVER_ANSWERED, "s2"),
    (matter(Position("EC"), event=HAPPENED, status=ClaimStatus.DENIED_BY_SOME),
     QuestionKind.NEVER_ANSWERED, "s1"),
    (matter(replace(DENIES, scope="to them")), QuestionKind.NARROW_SCOPE, "s2"),
    (matter(replace(DENIES, scope="“formal” talks")), QuestionKind.NARROW_SCOPE, "s2"),
    (matter(replace(DENIES, reversed=True, earlier="s0")), QuestionKind.REVERSAL, "s2"),
]  # fmt: skip

QUIET = [
    matter(DENIES),
    matter(replace(DENIES, scope="the report")),
    matter(replace(DENIES, scope="to have left the harbour by night with all its guns on board")),
    matter(Position("PE", PositionKind.EVADES, Stance.DECLINES, statement="s2", scope="to comment")),
    matter(Position("BR"), subjects=("PE",)),
    matter(Position("PE"), origin=None),
    matter(Position("PE"), event=HAPPENED),
    matter(Position("PE"), event=HAPPENED, status=ClaimStatus.AFFIRMED),
]


@pytest.mark.parametrize(("told", "kind", "ground"), RAISED)
def test_what_raises_a_question(told: Matter, kind: QuestionKind, ground: str) -> None:
    (question,) = claim_questions(told)
    assert (question.kind, question.statement) == (kind, ground)
    assert question.exact == {"s1": REPORT, "s2": ANSWER}[ground].exact
    assert "The fleet left harbour." in question.text and "\n" not in question.text


@pytest.mark.parametrize("told", QUIET)
def test_what_raises_none(told: Matter) -> None:
    assert claim_questions(told) == []


@pytest.mark.parametrize(
    ("kind", "day", "asks"),
    [
        (EventKind.PLANNED, date(1998, 5, 8), True),
        (EventKind.PENDING, date(1998, 5, 8), True),
        (EventKind.PLANNED, date(1998, 5, 9), False),
        (EventKind.PLANNED, None, False),
        (EventKind.HAPPENED, date(1998, 5, 8), False),
    ],
)
def test_what_was_planned_is_asked_for_when_its_day_is_over(
    kind: EventKind, day: date | None, asks: bool
) -> None:
    event = replace(EVENT, kind=kind, date=DateBounds() if day is None else DateBounds.on(day))
    question = event_question(event, REPORT, date(1998, 5, 9))
    assert (question is not None) == asks
    if question:
        assert (question.kind, question.exact) == (QuestionKind.OVERDUE, REPORT.exact)
    assert event_question(event, None, date(1998, 5, 9)) is None, "no passage, no question"


def test_the_most_pressing_come_first() -> None:
    planned = replace(EVENT, kind=EventKind.PLANNED)
    found = open_questions([told for told, _, _ in RAISED], [(planned, REPORT)], date(1999, 1, 1))
    kinds = [one.kind for one in found]
    assert kinds == sorted(kinds, key=list(QuestionKind).index) and kinds[-1] is QuestionKind.OVERDUE
