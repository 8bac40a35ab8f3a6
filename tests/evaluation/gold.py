"""What a text holds, as gold gives it and as extraction reads it, in one shape that the scorer compares."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from diplotui.model import Extraction

TEXTS = Path(__file__).resolve().parent / "texts"

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
    topics: tuple[str, ...]
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


def day(words: str | None) -> date | None:
    """The day that ISO 8601 ``words`` mean."""
    return None if words is None else date.fromisoformat(words)


def development_texts(half: str = "all") -> Iterator[GoldText]:
    """The development texts of one half ("a", "b"), of set C or E ("c", "e") or of all ("all"), by number."""
    for path in sorted(TEXTS.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if half in ("all", record["half"]):
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
            published = day(record["published"])
            yield GoldText(
                record["id"], record["half"], text, published, _reading(record), tuple(record["traits"])
            )


def _reading(record: dict[str, Any]) -> Reading:
    return Reading(
        quotes=tuple(
            QuoteItem(row["start"], row["end"], (row["speaker"], *row["speaker_also"]))
            for row in record["quotes"]
        ),
        dates=tuple(date_item(row) for row in record["dates"]),
        statements=tuple(_statement(row) for row in record["statements"]),
        excluded=tuple((row["start"], row["end"]) for row in record["excluded"]),
    )


def date_item(row: dict[str, Any]) -> DateItem:
    """A gold date from its JSON row."""
    pairs = [(row["earliest"], row["latest"]), *row.get("also_accept", [])]
    accepted = tuple((day(first), day(last)) for first, last in pairs)
    return DateItem(row["start"], row["end"], accepted, bool(row.get("optional")))


def _statement(row: dict[str, Any]) -> StatementItem:
    return StatementItem(
        start=row["start"],
        end=row["end"],
        acts=(row["act"], *row["act_also"]),
        speakers=(row["speaker"], *row["speaker_also"]),
        parties=None if row["parties"] is None else frozenset(row["parties"]),
        topics=() if row["topic"] is None else (row["topic"], *row["topic_also"]),
        basis=row["basis"],
        said=(day(row["said"]["earliest"]), day(row["said"]["latest"])),
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
            topics=(item.topic,),
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
