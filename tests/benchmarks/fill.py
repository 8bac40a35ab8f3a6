"""A ledger filled with made-up developments: ``python -m tests.benchmarks.fill LEDGER EVENTS [--seed N]``.

The same seed makes the same ledger. Everything goes through the store as a real filing would, so the
journal, the positions and the index are real too. Most events lie in five topics; every thousandth is of a
rare one. Words follow Zipf's law over 50,000, so that some stand in most events and most in few; speakers
are 3,000 persons with an office each. One event in three is answered, so that 750,000 events hold
1,000,000 statements.
"""

import argparse
import hashlib
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path

from diplotui.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Claim,
    DateBounds,
    Document,
    Event,
    EventKind,
    Filing,
    Stance,
    StanceRow,
    Statement,
    Topic,
)
from diplotui.store import Store, open_store

TOPICS = ("ceasefire", "aid", "prisoners", "pacts", "drones", "rare")
PARTIES = ("US", "RU", "UA", "FR", "DE", "CN", "IN", "TR", "EU", "NATO")
NOUNS = (
    "truce",
    "convoy",
    "treaty",
    "visa",
    "summit",
    "border",
    "grain deal",
    "embassy",
    "envoy",
    "sanction",
)
VERBS = ("offered", "blocked", "signed", "delayed", "announced", "rejected", "extended", "reviewed")
ANSWERS = (
    (Stance.DENIES, Act.DENIAL, "denied that"),
    (Stance.DECLINES, Act.NO_COMMENT, "declined to say whether"),
    (Stance.CONFIRMS, Act.CONFIRMATION, "confirmed that"),
)
FIRST = date(2000, 1, 1)
DAYS = 9000
"""The events spread over about 25 years."""

A_DOCUMENT = 20
"""Events of one document."""

A_FILING = 400
"""Events of one filing."""

VOCABULARY = 50_000
PERSONS = 3_000
OFFICES = ("foreign minister", "spokesman", "ambassador", "press secretary", "deputy defence minister")
BASES = (Basis.ON_RECORD, Basis.ON_RECORD, Basis.ON_RECORD, Basis.ANONYMOUS, Basis.BACKGROUND)
SYLLABLES = tuple(first + second for first in "bdfgklmnprstvz" for second in ("a", "en", "i", "or", "u"))


@dataclass(frozen=True, slots=True)
class Cast:
    """Who speaks, and in which words: made once from a seed."""

    words: tuple[str, ...]
    """The commonest first."""
    weights: tuple[float, ...]
    """Cumulative, after Zipf."""
    persons: tuple[Actor, ...]

    def some(self, chance: random.Random, number: int) -> str:
        """So many words, drawn as often as their rank says."""
        return " ".join(chance.choices(self.words, cum_weights=self.weights, k=number))


def cast(seed: int) -> Cast:
    """The words and the persons of a seed; the first words are those of the developments themselves."""
    chance = random.Random(f"cast {seed}")

    def name(syllables: int) -> str:
        return "".join(chance.choices(SYLLABLES, k=syllables))

    made = dict.fromkeys((*(noun for noun in NOUNS if " " not in noun), *VERBS))
    while len(made) < VOCABULARY:
        made[name(chance.choice((2, 3, 3, 4)))] = None
    persons = tuple(
        Actor(
            f"person{number}",
            ActorKind.PERSON,
            f"{name(2).title()} {name(3).title()}",
            of=party.lower(),
            iso=party,
            office=chance.choice(OFFICES),
        )
        for number in range(PERSONS)
        for party in (PARTIES[number % len(PARTIES)],)
    )
    return Cast(tuple(made), tuple(accumulate(1 / rank for rank in range(1, VOCABULARY + 1))), persons)


def fill(store: Store, events: int, *, seed: int = 1, first: int = 0) -> None:
    """File ``events`` developments, each asserted by one party and, one time in three, answered.

    ``first``: the number of the first, so that a ledger can be filled further.
    """
    people = cast(seed)
    store.file(
        Filing(
            topics=tuple(Topic(one, one.title(), (), n) for n, one in enumerate(TOPICS)),
            actors=(
                *(Actor(one.lower(), ActorKind.STATE, f"Government of {one}", iso=one) for one in PARTIES),
                *people.persons,
            ),
        )
    )
    made = _documents(first, events, people, random.Random(seed))
    while batch := list(islice(made, A_FILING // A_DOCUMENT)):
        store.file(
            Filing(
                documents=tuple(one for part in batch for one in part.documents),
                events=tuple(one for part in batch for one in part.events),
                claims=tuple(one for part in batch for one in part.claims),
                statements=tuple(one for part in batch for one in part.statements),
                stances=tuple(one for part in batch for one in part.stances),
            )
        )


def _documents(first: int, events: int, people: Cast, chance: random.Random) -> Iterator[Filing]:
    """Documents with what they say."""
    end = first + events
    for number in range(first, end, A_DOCUMENT):
        yield _document(number, min(A_DOCUMENT, end - number), people, chance)


def _document(first: int, number: int, people: Cast, chance: random.Random) -> Filing:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    name = f"d{first}"
    text = ""
    events, claims, statements, stances = [], [], [], []
    for one in range(first, first + number):
        party, other = chance.sample(PARTIES, 2)
        content = (
            f"the {chance.choice(NOUNS)} of district {one} was {chance.choice(VERBS)}"
            f" after {people.some(chance, 6)}"
        )
        topic = "rare" if one % 1000 == 999 else chance.choice(TOPICS[:5])
        source = chance.choice(people.persons[PARTIES.index(party) :: len(PARTIES)])
        aside = people.some(chance, 12)
        said = [
            (source, Stance.ASSERTS, Act.CLAIM, f"{source.name} of {party} said that {content}: {aside}.")
        ]
        if chance.random() < 1 / 3:
            stance, act, words = chance.choice(ANSWERS)
            answering = chance.choice(people.persons[PARTIES.index(other) :: len(PARTIES)])
            exact = f"{answering.name} of {other} {words} {content}, {people.some(chance, 6)}."
            said.append((answering, stance, act, exact))
        on = DateBounds.on(day - timedelta(days=chance.randrange(5)))
        kind = chance.choice((EventKind.ALLEGED, EventKind.HAPPENED))
        events.append(Event(f"e{one}", topic, content.capitalize(), kind, on, (party, other)))
        claims.append(Claim(f"c{one}", f"e{one}", content.capitalize() + ".", subjects=(party, other)))
        for turn, (speaker, stance, act, exact) in enumerate(said):
            start = len(text)
            text += exact + "\n"
            statements.append(
                Statement(
                    id=f"s{one}.{turn}",
                    document=name,
                    start=start,
                    end=start + len(exact),
                    exact=exact,
                    speaker=speaker.id,
                    party=speaker.iso,
                    chain=(speaker.id,),
                    basis=chance.choice(BASES),
                    office=speaker.office,
                    said=DateBounds.on(day),
                    act=act,
                )
            )
            stances.append(StanceRow(f"s{one}.{turn}", f"c{one}", stance))
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Filing(
        documents=(Document(name, text, checksum, published=day),),
        events=tuple(events),
        claims=tuple(claims),
        statements=tuple(statements),
        stances=tuple(stances),
    )


def main() -> None:
    """Fill a ledger from the command line and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("events", type=int)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    began = time.perf_counter()
    with open_store(chosen.ledger) as store:
        fill(store, chosen.events, seed=chosen.seed)
    took = time.perf_counter() - began
    size = chosen.ledger.stat().st_size / 1e6
    print(f"{chosen.events} events in {took:.1f} s ({chosen.events / took:.0f}/s), {size:.0f} MB")


if __name__ == "__main__":
    main()
