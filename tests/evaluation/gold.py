"""What a text holds, as gold gives it and as extraction reads it, in one shape that the scorer compares."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from diplotui.model import Act, Extraction
from tests.reference import gold as seed_gold
from tests.reference import seed_text

TEXTS = Path(__file__).resolve().parent / "texts"
SEED_PUBLISHED = date(2024, 2, 16)

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """Quoted words; ``speakers`` are the accepted names, a reading has one. None: nobody named."""

    start: int
    end: int
    speakers: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class DateItem:
    """A time expression; ``accepted`` are the right pairs of bounds, a reading has one."""

    start: int
    end: int
    accepted: tuple[Days, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class StanceItem:
    """A stance; ``targets`` are the statements whose claim it may be, None for no other statement's."""

    stance: str
    targets: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class StatementItem:
    """A statement; tuples of accepted answers, of which a reading has one. None or empty: not scored."""

    start: int
    end: int
    acts: tuple[str, ...]
    speakers: tuple[str | None, ...]
    parties: frozenset[str] | None
    topic: str | None
    basis: str | None
    said: Days | None
    stances: tuple[StanceItem, ...] = ()
    optional: bool = False
    act_scored: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """All items of one text."""

    quotes: tuple[QuoteItem, ...] = ()
    dates: tuple[DateItem, ...] = ()
    statements: tuple[StatementItem, ...] = ()
    excluded: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its gold."""

    id: str
    half: str
    text: str
    published: date | None
    reading: Reading
    traits: tuple[str, ...] = ()


def _day(words: str | None) -> date | None:
    return None if words is None else date.fromisoformat(words)


def development_texts(half: str = "all") -> Iterator[GoldText]:
    """The development texts of one half ("a", "b") or of both ("all"), in order of their numbers."""
    for path in sorted(TEXTS.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if half in ("all", record["half"]):
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
            published = _day(record["published"])
            yield GoldText(
                record["id"], record["half"], text, published, _reading(record), tuple(record["traits"])
            )


def _reading(record: dict[str, Any]) -> Reading:
    return Reading(
        quotes=tuple(
            QuoteItem(row["start"], row["end"], (row["speaker"], *row["speaker_also"]))
            for row in record["quotes"]
        ),
        dates=tuple(_date(row) for row in record["dates"]),
        statements=tuple(_statement(row) for row in record["statements"]),
        excluded=tuple((row["start"], row["end"]) for row in record["excluded"]),
    )


def _date(row: dict[str, Any]) -> DateItem:
    pairs = [(row["earliest"], row["latest"]), *row.get("also_accept", [])]
    accepted = tuple((_day(first), _day(last)) for first, last in pairs)
    return DateItem(row["start"], row["end"], accepted, bool(row.get("optional")))


def _statement(row: dict[str, Any]) -> StatementItem:
    return StatementItem(
        start=row["start"],
        end=row["end"],
        acts=(row["act"], *row["act_also"]),
        speakers=(row["speaker"], *row["speaker_also"]),
        parties=None if row["parties"] is None else frozenset(row["parties"]),
        topic=row["topic"],
        basis=row["basis"],
        said=(_day(row["said"]["earliest"]), _day(row["said"]["latest"])),
        stances=tuple(StanceItem(item["stance"], tuple(item["statement"])) for item in row["stances"]),
        optional=row["optional"],
    )


def read_extraction(found: Extraction) -> Reading:
    """What extraction found, in the scorer's shape."""
    statements = [
        StatementItem(
            start=item.start,
            end=item.end,
            acts=(item.act.value,),
            speakers=(None if item.source is None else item.source.name,),
            parties=frozenset(item.parties),
            topic=item.topic,
            basis=item.basis.value,
            said=(item.said.earliest, item.said.latest),
            stances=tuple(StanceItem(stance.stance.value, (stance.statement,)) for stance in item.stances),
        )
        for item in found.statements
    ]
    return Reading(
        quotes=tuple(
            QuoteItem(item.start, item.end, (None if item.words_of is None else item.words_of.name,))
            for item in found.quotes
        ),
        dates=tuple(
            DateItem(item.start, item.end, ((item.date.earliest, item.date.latest),)) for item in found.dates
        ),
        statements=tuple(statements),
        excluded=tuple((item.start, item.end) for item in found.excluded),
    )


def merge_parties(reading: Reading) -> Reading:
    """The reading with statements that differ in nothing but the party made one.

    One passage that speaks for two parties ("Both Washington and Moscow have denied it") may be given as one
    statement with two parties or as two with one each; both are compared as one.
    """
    kept: list[StatementItem] = []
    place: dict[tuple[object, ...], int] = {}
    new_index: dict[int | None, int | None] = {None: None}
    for index, item in enumerate(reading.statements):
        stances = tuple(stance.stance for stance in item.stances)
        states = None if item.speakers == (None,) else _names_or_states(item)
        key = (item.start, item.end, item.acts, states, stances)
        if key not in place:
            place[key] = len(kept)
            kept.append(item)
        elif item.parties is not None:
            first = kept[place[key]]
            both = item.parties | (first.parties or frozenset())
            speakers = tuple(dict.fromkeys((*first.speakers, *item.speakers)))
            kept[place[key]] = replace(first, parties=both, speakers=speakers)
        new_index[index] = place[key]
    statements = tuple(
        replace(
            item,
            stances=tuple(
                replace(stance, targets=tuple(new_index.get(target) for target in stance.targets))
                for stance in item.stances
            ),
        )
        for item in kept
    )
    return replace(reading, statements=statements)


def _names_or_states(item: StatementItem) -> object:
    """What tells two speakers of one passage apart: their names, but for denials told by the author."""
    return None if item.basis == "characterised" else item.speakers


def seed() -> GoldText:
    """The reference round-up with its hand-made ledger, in the scorer's shape."""
    ledger = seed_gold()
    actors = {row["id"]: row for row in ledger["actors"]}
    events = {row["id"]: row["topic"] for row in ledger["events"]}
    topics = {row["id"]: events[row["event"]] for row in ledger["claims"]}
    asserting: dict[str, list[int]] = {}
    for index, row in enumerate(ledger["statements"]):
        for target in row["targets"]:
            if target["stance"] == "asserts":
                asserting.setdefault(target["claim"], []).append(index)
    statements = tuple(
        _seed_statement(index, row, actors, topics, asserting)
        for index, row in enumerate(ledger["statements"])
    )
    quotes = tuple(
        QuoteItem(row["start"], row["end"], _seed_names([row["words_of"]], actors))
        for row in ledger["quotes"]
    )
    excluded = tuple((row["start"], row["end"]) for row in ledger["excluded"])
    dates = tuple(_date(row) for row in ledger["dates"])
    reading = merge_parties(Reading(quotes, dates, statements, excluded))
    return GoldText("seed", "seed", seed_text(), SEED_PUBLISHED, reading)


def _seed_names(ids: list[str], actors: dict[str, dict[str, Any]]) -> tuple[str | None, ...]:
    """Accepted names; the publisher speaks as the author, who is nobody in an extraction."""
    names: list[str | None] = []
    for key in ids:
        if key == "rs":
            names.append(None)
        else:
            names += [actors[key]["name"].split(" (")[0], *actors[key]["aliases"]]
    return tuple(names)


def _seed_statement(
    index: int,
    row: dict[str, Any],
    actors: dict[str, dict[str, Any]],
    topics: dict[str, str],
    asserting: dict[str, list[int]],
) -> StatementItem:
    """One statement of the reference ledger, which gives no acts: only denial and evasion are told apart."""
    stances = {target["stance"] for target in row["targets"]}
    answers = {"denies": (Act.DENIAL,), "declines": (Act.NO_COMMENT,)}
    acts = next((answers[key] for key in answers if key in stances), tuple(set(Act) - {Act.DENIAL}))
    relayed = row["speaker"] in ("rs", "reuters", "nyt") and row["basis"] in ("anonymous", "characterised")
    ids = [row["speaker"], *(row["chain"][:-1] if relayed else ())]
    return StatementItem(
        start=row["start"],
        end=row["end"],
        acts=tuple(act.value for act in acts),
        speakers=_seed_names(ids, actors),
        parties=frozenset([row["party"]] if row["party"] else []),
        topic=topics[row["targets"][0]["claim"]],
        basis=row["basis"],
        said=(_day(row["said"]["earliest"]), _day(row["said"]["latest"])),
        stances=tuple(
            StanceItem(
                target["stance"],
                (index,) if target["stance"] == "asserts" else tuple(asserting.get(target["claim"], [None])),
            )
            for target in row["targets"]
        ),
        act_scored=False,
    )
