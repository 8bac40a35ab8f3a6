"""The reference round-up's hand-made ledger in the scorer's shape."""

from datetime import date
from typing import Any

from diplotui.model import Act
from tests.evaluation.gold import (
    GoldText,
    QuoteItem,
    Reading,
    StanceItem,
    StatementItem,
    date_item,
    day,
    merge_parties,
)
from tests.reference import gold as seed_gold
from tests.reference import seed_text

SEED_PUBLISHED = date(2024, 2, 16)


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
    dates = tuple(date_item(row) for row in ledger["dates"])
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
        topics=(topics[row["targets"][0]["claim"]],),
        basis=row["basis"],
        said=(day(row["said"]["earliest"]), day(row["said"]["latest"])),
        stances=tuple(
            StanceItem(
                target["stance"],
                (index,) if target["stance"] == "asserts" else tuple(asserting.get(target["claim"], [None])),
            )
            for target in row["targets"]
        ),
        act_scored=False,
    )
