"""Records with defaults, for tests: say only what the test is about."""

import hashlib
from datetime import date

from diplotui.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Claim,
    Coverage,
    DateBounds,
    DateMention,
    Decision,
    Document,
    Event,
    EventKind,
    Filing,
    Mode,
    Note,
    NoteKind,
    Passage,
    Quote,
    Stance,
    StanceRow,
    Statement,
    Topic,
)

TEXT = (
    "The ministry said on Monday that a truce was offered.\n\n"
    "The embassy denied that any truce was offered. The envoy declined to comment."
)
"""A text to cite from."""

DAY = date(2025, 3, 3)
"""A Monday."""


def document(
    id: str = "d1",
    text: str = TEXT,
    *,
    published: date | None = DAY,
    publisher: str | None = None,
    **more: object,
) -> Document:
    return Document(
        id=id,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=published,
        publisher=publisher,
        **more,  # type: ignore[arg-type]
    )


def topic(id: str = "ceasefire", name: str = "Ceasefire and talks", words: tuple[str, ...] = ()) -> Topic:
    return Topic(id, name, words)


def actor(
    id: str = "us", kind: ActorKind = ActorKind.STATE, name: str | None = None, **more: object
) -> Actor:
    return Actor(id, kind, name or id.upper(), **more)  # type: ignore[arg-type]


def event(
    id: str = "e1",
    title: str = "A truce is reported to have been offered",
    *,
    topic: str = "ceasefire",
    kind: EventKind = EventKind.ALLEGED,
    on: date | None = DAY,
    parties: tuple[str, ...] = (),
    passages: tuple[Passage, ...] = (),
    **more: object,
) -> Event:
    bounds = DateBounds() if on is None else DateBounds.on(on)
    return Event(id, topic, title, kind, bounds, parties, passages, **more)  # type: ignore[arg-type]


def claim(
    id: str = "c1",
    event: str = "e1",
    text: str = "A truce was offered.",
    *,
    subjects: tuple[str, ...] = ("US", "RU"),
    entails: str | None = None,
    **more: object,
) -> Claim:
    return Claim(id, event, text, "fact", subjects, entails, **more)  # type: ignore[arg-type]


def passage(exact: str, *, document: str = "d1", text: str = TEXT) -> Passage:
    """The first place at which ``exact`` stands in ``text``."""
    start = text.index(exact)
    return Passage(document, start, start + len(exact), exact)


def statement(
    id: str = "s1",
    exact: str = "a truce was offered",
    *,
    document: str = "d1",
    text: str = TEXT,
    speaker: str | None = None,
    party: str | None = None,
    chain: tuple[str, ...] = (),
    basis: Basis = Basis.ON_RECORD,
    said: date | DateBounds | None = DAY,
    act: Act | None = Act.CLAIM,
    mode: Mode = Mode.PARAPHRASE,
    decision: Decision = Decision.PROPOSED,
    **more: object,
) -> Statement:
    where = passage(exact, document=document, text=text)
    bounds = said if isinstance(said, DateBounds) else DateBounds() if said is None else DateBounds.on(said)
    return Statement(
        id=id,
        document=document,
        start=where.start,
        end=where.end,
        exact=exact,
        speaker=speaker,
        party=party,
        chain=chain,
        basis=basis,
        said=bounds,
        act=act,
        mode=mode,
        decision=decision,
        **more,  # type: ignore[arg-type]
    )


def stance(
    statement: str = "s1",
    claim: str = "c1",
    stance: Stance = Stance.ASSERTS,
    coverage: Coverage = Coverage.EXPLICIT,
    **more: object,
) -> StanceRow:
    return StanceRow(statement, claim, stance, coverage, **more)  # type: ignore[arg-type]


def quote(
    id: str = "q1", exact: str = "any truce", *, document: str = "d1", text: str = TEXT, **more: object
) -> Quote:
    where = passage(exact, document=document, text=text)
    return Quote(id, document, where.start, where.end, exact, **more)  # type: ignore[arg-type]


def date_mention(
    id: str = "t1",
    exact: str = "on Monday",
    *,
    document: str = "d1",
    text: str = TEXT,
    on: date | None = DAY,
    **more: object,
) -> DateMention:
    where = passage(exact, document=document, text=text)
    bounds = DateBounds() if on is None else DateBounds.on(on)
    return DateMention(id, document, where.start, where.end, exact, bounds, **more)  # type: ignore[arg-type]


def note(
    id: str = "n1",
    text: str = "Ask the embassy.",
    about: str | None = "event/e1",
    *,
    at: str = "2025-03-04T09:00:00.000Z",
    kind: NoteKind = NoteKind.NOTE,
    **more: object,
) -> Note:
    return Note(id, at, kind, about, text, **more)  # type: ignore[arg-type]


def filing(**records: object) -> Filing:
    """A small story, any part of which can be replaced: asserted by one side, denied by the other."""
    story: dict[str, object] = {
        "documents": (document(),),
        "topics": (topic(),),
        "actors": (actor("us", iso="US", name="United States"), actor("ru", iso="RU", name="Russia")),
        "events": (event(),),
        "claims": (claim(),),
        "statements": (
            statement("s1", "a truce was offered", speaker="us", party="US", chain=("us",)),
            statement("s2", "denied that any truce was offered", speaker="ru", party="RU", chain=("ru",)),
        ),
        "stances": (stance("s1", "c1", Stance.ASSERTS), stance("s2", "c1", Stance.DENIES)),
    }
    return Filing(**(story | records))  # type: ignore[arg-type]
