"""Reads of the ledger's judgement on a large ledger: ``python -m tests.benchmarks.status LEDGER``.

Median and 99th percentile in milliseconds of what the claims list, the matrix, the catch-up and the two
clocks need, on a copy of a ledger made with ``tests.benchmarks.fill``: the catch-up is over a morning's
reports, which are filed into the copy first.
"""

import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from diplotui.model import (
    Act,
    Basis,
    ClaimFilter,
    ClaimOrder,
    ClaimStatus,
    DateBounds,
    Document,
    Filing,
    Stance,
    StanceRow,
    Statement,
    TimelineFilter,
)
from diplotui.store import Store, open_store
from tests.benchmarks.fill import PARTIES

TURNS = 40
REPORTS = 300
"""Documents of a morning, each with one answer to some claim."""


def morning(store: Store, claims: list[str], chance: random.Random) -> None:
    """File a morning's reports: answers to claims, some of them denials."""
    for number in range(REPORTS):
        party = chance.choice(PARTIES)
        text = f"{party} answered in report {number}."
        stance = chance.choice((Stance.DENIES, Stance.DENIES, Stance.DECLINES, Stance.CONFIRMS))
        store.file(
            Filing(
                documents=(Document(f"new{number}", text, f"{number:064x}", published=date(2024, 9, 1)),),
                statements=(
                    Statement(
                        id=f"new{number}",
                        document=f"new{number}",
                        start=0,
                        end=len(text),
                        exact=text,
                        speaker=party.lower(),
                        party=party,
                        chain=(party.lower(),),
                        basis=Basis.ON_RECORD,
                        said=DateBounds.on(date(2024, 9, 1)),
                        act=Act.DENIAL,
                    ),
                ),
                stances=(StanceRow(f"new{number}", chance.choice(claims), stance),),
            )
        )


def reads(store: Store, visit: str, instant: str, claims: list[str]) -> dict[str, Callable[[], object]]:
    """What the screens read, at a random place every time."""
    chance = random.Random(3)
    events = [store.claim(claim).claim.event for claim in chance.sample(claims, TURNS)]

    def page(**chosen: object) -> Callable[[], object]:
        wanted = ClaimFilter(**chosen)  # type: ignore[arg-type]
        return lambda: store.claim_page(wanted, offset=chance.randrange(500), limit=60)

    return {
        "status of a claim": lambda: store.claim(chance.choice(claims)),
        "matrix of an event": lambda: store.event(chance.choice(events)),
        "claims, newest": page(),
        "claims denied by some": page(statuses=(ClaimStatus.DENIED_BY_SOME,)),
        "claims of a party": page(party="TR"),
        "claims never answered": page(unanswered=True),
        "claims reversed": page(reversed=True),
        "claims, most contested": page(order=ClaimOrder.CONTESTED),
        "claims with a word": page(words=("treaty",)),
        "claims denied as of a day": page(as_of=date(2012, 6, 1), statuses=(ClaimStatus.DENIED,)),
        "claims as of a day": page(as_of=date(2012, 6, 1)),
        "catch-up, 300 reports": lambda: store.catch_up(visit),
        "moves since": lambda: store.status_moves(visit),
        "open questions": store.questions,
        "topics as of a day": lambda: store.topics(as_of=date(2012, 6, 1)),
        "search as of a day": lambda: store.search("treaty", as_of=date(2012, 6, 1)),
        "event as recorded": lambda: store.event(chance.choice(events), as_recorded=instant),
        "timeline as recorded": lambda: store.timeline(TimelineFilter(as_recorded=instant), limit=40),
        "claims as recorded": page(as_recorded=instant),
        "topics as recorded": lambda: store.topics(instant),
        "search as recorded": lambda: store.search("treaty", as_recorded=instant),
    }


def measured(read: Callable[[], object]) -> tuple[float, float, float]:
    """The first time, the median and the 99th percentile, in milliseconds."""
    times = []
    for _ in range(TURNS + 1):
        began = time.perf_counter()
        read()
        times.append((time.perf_counter() - began) * 1000)
    first, rest = times[0], sorted(times[1:])
    return first, statistics.median(rest), rest[int(len(rest) * 0.99) - 1]


def main() -> None:
    """Print one line a read: the first time, the median, the 99th percentile."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        shutil.copy(sys.argv[1], path)
        with open_store(path, create=False) as store:
            chance = random.Random(5)
            claims = [f"c{chance.randrange(store.info().claims)}" for _ in range(2000)]
            visit = store.mark_visit()
            instant = datetime.now(UTC).isoformat()
            time.sleep(0.01)
            morning(store, claims, chance)
            print(f"{store.info().claims} claims; first, median, 99th percentile in ms")
            for name, read in reads(store, visit, instant, claims).items():
                print(f"{name:24}" + "".join(f"{one:>11.2f}" for one in measured(read)))


if __name__ == "__main__":
    main()
