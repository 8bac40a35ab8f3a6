"""A small invented ledger for tests of the dashboard, and builders for events of any size."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from diplotui.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Claim,
    ClaimRow,
    ClaimStatus,
    Coverage,
    DateBounds,
    Decision,
    Event,
    EventDetail,
    EventKind,
    OriginCount,
    Position,
    PositionKind,
    Stance,
    StanceView,
    Statement,
    StatementView,
    StatusChange,
    TimelineRow,
    Topic,
)
from tests.tui.fake_store import FakeLedger

TOPICS = (
    Topic("ferries", "Ferry treaty", ordinal=1),
    Topic("fishing", "Fishing quotas", ordinal=2),
    Topic("other", "Other", ordinal=9),
)
FIRST_DAY = date(2031, 3, 3)


def said(
    key: str,
    speaker: str,
    exact: str,
    day: date,
    *,
    party: str | None = None,
    office: str | None = None,
    basis: Basis = Basis.ON_RECORD,
    stances: Sequence[StanceView] = (),
    before: str = "The talks had gone on for a week. ",
    after: str = " The ministry gave no further detail.",
    url: str | None = None,
) -> StatementView:
    """One statement in its context."""
    statement = Statement(
        f"s{key}", "d1", 0, len(exact), exact, f"a{key}", party, (f"a{key}", "paper"), basis,
        DateBounds.on(day), office=office, act=Act.CLAIM, rule="told-outlet",
    )  # fmt: skip
    actor = Actor(f"a{key}", ActorKind.PERSON, speaker, office=office)
    return StatementView(
        statement, actor, (speaker, "The Harbour Post"), "The Harbour Post", "Ferry week", day, url, before,
        after, tuple(stances),
    )  # fmt: skip


def event(
    number: int,
    title: str,
    *,
    day: date | None = None,
    topic: str = "ferries",
    parties: tuple[str, ...] = ("NO", "IS"),
    kind: EventKind = EventKind.HAPPENED,
    status: ClaimStatus = ClaimStatus.UNADDRESSED,
    responded: bool = False,
    statements: Sequence[StatementView] = (),
    claims: Sequence[ClaimRow] = (),
    counts: OriginCount | None = None,
) -> EventDetail:
    """An event whose key grows with ``number``."""
    public = day or FIRST_DAY + timedelta(days=number // 3)
    bounds = DateBounds.on(public)
    row = TimelineRow(
        number * 10, f"e{number}", title, topic, kind, bounds, public, parties, len(statements), 1, status,
        responded, counts or OriginCount(1, 0, 1, 1),
    )  # fmt: skip
    filed = Event(f"e{number}", topic, title, kind, bounds, parties)
    return EventDetail(filed, row, tuple(statements), tuple(claims), parties, ())


def many(count: int, *, first: int = 1, topic: str = "ferries") -> list[EventDetail]:
    """So many plain events, three a day."""
    return [event(number, f"Event number {number}", topic=topic) for number in range(first, first + count)]


def contested_event(number: int = 50, day: date = date(2031, 3, 20)) -> EventDetail:
    """A reported offer that one side denies by an unnamed official and the other on the record."""
    later = day + timedelta(days=1)
    claim = Claim(
        "c1", f"e{number}", "Norway offered Iceland to pause the ferry treaty", "fact", ("NO", "IS")
    )
    second = Claim("c2", f"e{number}", "Iceland turned the offer down", "fact", ("IS", "NO"), "c1")
    asserts = StanceView(
        "c1", claim.text, Stance.ASSERTS, Coverage.EXPLICIT, None, (), "that-clause", Decision.PROPOSED
    )
    scoped = replace(
        asserts, stance=Stance.DENIES, scope="to us", score=(("words", 2.0), ("actor", 1.0)), rule="never-any"
    )
    flat = replace(scoped, scope="not true", rule="report-not-true", decision=Decision.ACCEPTED)
    statements = (
        said("1", "three unnamed officials", "Norway had offered to pause the treaty, they said.", day,
             basis=Basis.ANONYMOUS, stances=[asserts]),
        said("2", "an Icelandic official", "There was never any such offer to us.", day, party="IS",
             basis=Basis.ANONYMOUS, stances=[scoped]),
        said("3", "Kari Holm", "Asked about the report, she said on Friday that it was “not true”.", later,
             party="NO", office="foreign ministry spokesperson", stances=[flat],
             url="https://harbour.example/ferries"),
    )  # fmt: skip
    no_denies = Position(
        "NO", PositionKind.DENIES, Stance.DENIES, Coverage.EXPLICIT, Basis.ON_RECORD, later, "s3"
    )
    is_denies = replace(no_denies, party="IS", basis=Basis.ANONYMOUS, on=day, statement="s2", proposed=True)
    counts = OriginCount(1, 0, 3, 1)
    rows = (
        ClaimRow(
            claim,
            "ferries",
            ClaimStatus.DENIED,
            counts,
            (replace(no_denies, scope="not true"), replace(is_denies, scope="to us")),
            (StatusChange(day, ClaimStatus.DENIED_BY_SOME), StatusChange(later, ClaimStatus.DENIED)),
        ),
        ClaimRow(
            second,
            "ferries",
            ClaimStatus.UNADDRESSED,
            counts,
            (Position("IS"), replace(no_denies, coverage=Coverage.IMPLIED)),
            (StatusChange(day, ClaimStatus.UNADDRESSED),),
        ),
    )
    return event(
        number,
        "Reported Norwegian offer to pause the ferry treaty, turned down by Iceland",
        day=day,
        kind=EventKind.ALLEGED,
        status=ClaimStatus.DENIED,
        responded=True,
        statements=statements,
        claims=rows,
        counts=OriginCount(1, 0, 3, 1),
    )


def small_ledger() -> FakeLedger:
    """A dozen events in two topics, one of them contested."""
    plain = [
        event(1, "Norway and Iceland open talks on the ferry treaty"),
        event(2, "Denmark asks to be heard on the ferry treaty", parties=("DK",)),
        event(3, "Fishing quotas for cod are set lower", topic="fishing", parties=("EU", "NO")),
        event(4, "Minister calls the quota “a gift to nobody”", topic="fishing", parties=("IS",),
              statements=[said("9", "Jon Berg", "He called it “a gift to nobody”.", FIRST_DAY, party="IS")]),
        event(5, "Ferry workers announce a strike for April", kind=EventKind.PLANNED, parties=("NO",)),
        event(6, "Something that fits no topic", topic="other", parties=()),
    ]  # fmt: skip
    return FakeLedger(TOPICS, [*plain, contested_event()])
