"""The hand-made ledger of the reference round-up as a filing, read without any of the product's importers."""

from datetime import date
from typing import Any

from diplotui.model import (
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
    ExcludedPassage,
    Filing,
    Mode,
    Passage,
    Quote,
    Stance,
    StanceRow,
    Statement,
    Topic,
)
from tests.reference import gold


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _bounds(found: dict[str, Any]) -> DateBounds:
    return DateBounds(found["edtf"], _day(found["earliest"]), _day(found["latest"]))


def gold_filing() -> Filing:
    loaded = gold()
    described = loaded["document"]
    name = described["id"]
    return Filing(
        documents=(
            Document(
                name,
                described["text"],
                described["sha256"],
                described["publisher"],
                described["kind"],
                described["title"],
                published=_day(described["published"]),
                language=described["language"],
                skip=tuple(ExcludedPassage(x["start"], x["end"], x["reason"]) for x in loaded["excluded"]),
                body=(described["body"]["start"], described["body"]["end"]),
            ),
        ),
        topics=tuple(Topic(x["id"], x["name"], (), n) for n, x in enumerate(loaded["topics"])),
        actors=tuple(_actor(x) for x in loaded["actors"]),
        events=tuple(
            Event(
                x["id"],
                x["topic"],
                x["title"],
                EventKind(x["kind"]),
                _bounds(x["date"]),
                tuple(x["parties"]),
                tuple(Passage(name, p["start"], p["end"], p["exact"]) for p in x["passages"]),
            )
            for x in loaded["events"]
        ),
        claims=tuple(
            Claim(x["id"], x["event"], x["text"], x["kind"], tuple(x["subjects"]), x["entails"])
            for x in loaded["claims"]
        ),
        statements=tuple(_statement(x, name) for x in loaded["statements"]),
        stances=tuple(
            StanceRow(x["id"], t["claim"], Stance(t["stance"]), Coverage(t["coverage"]), t.get("scope"))
            for x in loaded["statements"]
            for t in x["targets"]
        ),
        quotes=tuple(
            Quote(x["id"], name, x["start"], x["end"], x["exact"], x["statement"], x["words_of"], x["relays"])
            for x in loaded["quotes"]
        ),
        dates=tuple(
            DateMention(
                x["id"],
                name,
                x["start"],
                x["end"],
                x["exact"],
                _bounds(x),
                optional=x.get("optional", False),
                dates=tuple(x["dates"]),
            )
            for x in loaded["dates"]
        ),
    )


def _actor(found: dict[str, Any]) -> Actor:
    return Actor(
        found["id"],
        ActorKind(found["kind"]),
        found["name"],
        found["of"],
        found["iso"],
        found["office"],
        tuple(found["aliases"]),
        found["heads"],
        found["vouched_by"],
        found["wikidata"],
        decision=Decision.ACCEPTED,
    )


def _statement(found: dict[str, Any], document: str) -> Statement:
    return Statement(
        found["id"],
        document,
        found["start"],
        found["end"],
        found["exact"],
        found["speaker"],
        found["party"],
        tuple(found["chain"]),
        Basis(found["basis"]),
        _bounds(found["said"]),
        found["office"],
        found["heads"],
        Mode(found["mode"]),
    )
