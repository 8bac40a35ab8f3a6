"""How fast texts are read: ``python -m tests.benchmarks.extraction``.

An article of 10 KB (made of the sample's texts), the first result of a fresh process with its peak memory,
and growth with length. Medians; the machine's noise is in the range behind them.
"""

import statistics
import subprocess
import sys
import time
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

    for characters in (100_000, 200_000, 400_000, 800_000):
        started = time.perf_counter()
        extract(article(characters), published=DAY)
        spent = time.perf_counter() - started
        print(f"{characters // 1000:5} KB  {spent:6.2f} s  {spent / characters * 1e6:6.1f} us a character")


if __name__ == "__main__":
    main()
