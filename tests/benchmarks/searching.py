"""Search as one types: ``python -m tests.benchmarks.searching LEDGER... [--words N] [--seed N]``.

Every keystroke from the second letter on is a search, as in the dashboard: query read, index walked, rows and
excerpts made. The words are drawn from those of ``tests.benchmarks.fill`` as often as their rank says, so
that most are common; half of them are typed behind another word, a third with a filter by topic. Prints
median, 95th and 99th percentile and the slowest in milliseconds for each kind and for all keystrokes
together: by the clock, and of this program's own work, which neighbours on the same cores do not stretch.

Make the ledger of a million with ``tests.benchmarks.multiply``.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from diplotui.query import parse_query
from diplotui.store import Store, open_store
from tests.benchmarks.fill import PARTIES, TOPICS, cast

WORDS = 60
LIMIT = 32
"""Events that the dashboard asks for."""

LOOKED_AT = 1_000
"""Events that it looks into where the index does not decide."""

Times = dict[str, list[tuple[float, float]]]
"""By the clock and of own work, by kind."""


def typed(seed: int, words: int) -> Iterator[tuple[str, str]]:
    """What stands in the field after each keystroke, and of which kind that is."""
    chance = random.Random(seed)
    people = cast(1)
    for number in range(words):
        word, before = people.some(chance, 1), people.some(chance, 1)
        topic = chance.choice(TOPICS)
        kind, head = "one word", ""
        if number % 2:
            kind, head = "second word", f"{before} "
        if number % 3 == 2:
            kind, head = f"{kind}, topic", f"topic:{topic} {head}"
        for length in range(2, len(word) + 1):
            yield kind, head + word[:length]
    for number in range(words // 6):
        word = people.words[number]
        for length in range(2, len(word) + 1):
            yield "commonest words", word[:length]
            yield "commonest, rare topic", f"topic:rare {word[:length]}"
        yield "phrase", f'"{people.some(chance, 1)} {people.some(chance, 1)}"'
        yield "days", f"since:2012-01-01 until:2012-06-30 {word}"
        yield "without a word", f"{word} -{people.words[number + 10]}"
        surname = chance.choice(people.persons).name.split()[1]
        for length in range(2, len(surname) + 1):
            yield "speaker", f"speaker:{surname[:length]}"
        party = chance.choice(PARTIES)
        yield "party and stance", f"party:{party} denies:{word}"
        yield "status", f"status:denied {word}"


def measure(store: Store, keystrokes: list[tuple[str, str]]) -> Times:
    """Milliseconds of each keystroke."""
    times: Times = defaultdict(list)
    store.find(parse_query("treaty"), limit=LIMIT)
    for kind, text in keystrokes:
        began, worked = time.perf_counter(), time.process_time()
        store.find(parse_query(text), limit=LIMIT, most=LOOKED_AT)
        took = (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
        times[kind].append(took)
        times["all"].append(took)
    return times


def figures(times: list[float]) -> tuple[float, ...]:
    """Median, 95th and 99th percentile, the slowest."""
    ordered = sorted(times)
    return tuple(ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.5, 0.95, 0.99, 1.0))


def main() -> None:
    """Print a line a kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledgers", nargs="+", type=Path)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--seed", type=int, default=4)
    chosen = parser.parse_args()
    keystrokes = list(typed(chosen.seed, chosen.words))
    for path in chosen.ledgers:
        with open_store(path, create=False) as store:
            measured = measure(store, keystrokes)
        columns = "".join(f"{one:>8}" for one in ("p50", "p95", "p99", "max"))
        print(f"{path.name:32}  {'by the clock':32}  own work")
        print(f"{'ms':24}{'n':>6}  {columns}  {columns}")
        for kind in (*(one for one in measured if one != "all"), "all"):
            times = measured[kind]
            cells = "  ".join(
                "".join(f"{one:8.2f}" for one in figures(list(own))) for own in zip(*times, strict=True)
            )
            print(f"{kind:24}{len(times):6}  {cells}")


if __name__ == "__main__":
    main()
