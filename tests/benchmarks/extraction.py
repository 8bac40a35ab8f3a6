"""How fast texts are read: ``python -m tests.benchmarks.extraction``.

An article of 10 KB (made of the sample's texts), the first result of a fresh process with its peak memory,
and growth with length: prose up to 10 MB, and what is no prose at all (a line of a megabyte, nothing but
quotation marks, 10,000 bullets). Medians; the machine's noise is in the range behind them. ``--short`` stops
at 1 MB of prose.
"""

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date

from diplotui.sample import sample_texts

RUNS = 15
DAY = date(2024, 2, 16)
FIRST = """
import resource, sys, time
started = time.perf_counter()
from datetime import date
from diplotui.extraction.pipeline import extract
extract(sys.stdin.read(), published=date(2024, 2, 16))
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def article(characters: int) -> str:
    """The sample's texts, one after the other and again, cut at this length."""
    whole = "\n\n".join(text.file.read_text(encoding="utf-8") for text in sample_texts())
    return (whole * (characters // len(whole) + 1))[:characters]


STATES = ("Russia", "Ukraine", "Ethiopia", "Peru", "Vietnam", "Norway", "Chad", "Nepal", "Cuba", "Laos")
CAPITALS = (
    "Moscow",
    "Kyiv",
    "Addis Ababa",
    "Lima",
    "Hanoi",
    "Oslo",
    "Nairobi",
    "Kathmandu",
    "Havana",
    "Rome",
)


def prose(characters: int) -> str:
    """The sample's texts over and over, each time of other states and with a number of its own.

    A paragraph that comes again word for word is left out as a repeat, and would cost next to nothing.
    """
    whole = "\n\n".join(text.file.read_text(encoding="utf-8") for text in sample_texts())
    pieces = []
    for copy in range(characters // len(whole) + 2):
        states = dict(zip(STATES, STATES[copy % 10 :] + STATES[: copy % 10], strict=True))
        capitals = dict(zip(CAPITALS, CAPITALS[copy % 10 :] + CAPITALS[: copy % 10], strict=True))
        others = states | capitals
        named = re.sub("|".join(others), lambda word, others=others: others[word[0]], whole)
        pieces.append(named.replace("\n\n", f" That was dispatch {copy}.\n\n"))
    return "\n\n".join(pieces)[:characters]


def grown(short: bool) -> Iterator[tuple[str, str]]:
    """Texts of growing length, by name; each kind twice, ten times as long the second time."""
    for characters in (100_000, 1_000_000) if short else (100_000, 1_000_000, 10_000_000):
        yield "prose", prose(characters)
    for characters in (100_000, 1_000_000):
        yield "one line", prose(characters).replace("\n", " ")
    for characters in (100_000, 1_000_000):
        yield "one line, no full stop", prose(characters).replace("\n", " ").replace(".", ",")
    for name, mark in (("straight quotation marks", '"'), ("opening quotation marks", "“")):
        for characters in (100_000, 1_000_000):
            yield name, mark * characters
    for bullets in (1_000, 10_000):
        yield f"{bullets} bullets", "- Kyiv said that Moscow had shelled the town on Monday.\n" * bullets


def main() -> None:
    """Print the figures."""
    from diplotui.extraction.pipeline import extract

    text = article(10_000)
    extract(text, published=DAY)
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        extract(text, published=DAY)
        times.append((time.perf_counter() - started) * 1000)
    print(f"10 KB article   median {statistics.median(times):5.0f} ms  [{min(times):.0f}-{max(times):.0f}]")

    firsts = [
        subprocess.run([sys.executable, "-c", FIRST], input=text, capture_output=True, text=True, check=True)
        for _ in range(5)
    ]
    seconds, peaks = zip(*(map(float, first.stdout.split()) for first in firsts), strict=True)
    print(
        f"first result    median {statistics.median(seconds) * 1000:5.0f} ms, peak {max(peaks) / 1024:.0f} MB"
    )

    print("growth with length: seconds, and microseconds a character")
    for name, text in grown(short="--short" in sys.argv[1:]):
        started = time.perf_counter()
        extract(text, published=DAY)
        spent = time.perf_counter() - started
        pace = spent / len(text) * 1e6
        print(f"{name:32} {len(text) / 1e6:6.2f} M  {spent:7.2f} s  {pace:6.1f} us", flush=True)


if __name__ == "__main__":
    main()
