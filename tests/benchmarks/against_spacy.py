"""diplotui and spaCy's small English pipeline, side by side: ``python -m tests.benchmarks.against_spacy``.

Each is measured in fresh processes of its own, by turns, in one run: seconds from the first import to the
result for an article of 10 KB, seconds for the same text again, peak memory. spaCy gives words, parts of
speech, a parse and names; it tells neither who said what, nor the days of dates, nor denials: its figures are
what a tool built upon it pays before its own work begins.

spaCy is no dependency. ``--spacy PYTHON`` names the interpreter of an environment that has it::

    python -m venv /tmp/with-spacy
    /tmp/with-spacy/bin/pip install spacy
    /tmp/with-spacy/bin/python -m spacy download en_core_web_sm
"""

import argparse
import statistics
import subprocess
import sys
from collections.abc import Sequence

from tests.benchmarks.extraction import article

RUNS = 3
PIPELINE = "spaCy, small English pipeline"
TIMED = """
import resource, sys, time
text = sys.stdin.read()
started = time.perf_counter()
{setup}
read(text)
first = time.perf_counter() - started
again = []
for _ in range(5):
    started = time.perf_counter()
    read(text)
    again.append(time.perf_counter() - started)
print(first, min(again), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
OURS = """
from datetime import date
from diplotui.extraction.pipeline import extract
read = lambda text: extract(text, published=date(2024, 2, 16))
"""
THEIRS = """
import spacy
read = spacy.load("{model}")
"""
BLANK = """
import spacy
read = spacy.blank("en")
read.add_pipe("sentencizer")
"""
ABSENT = """spaCy's small English pipeline is not installed for {python}.
Install it into an environment of its own and name its interpreter:

    python -m venv /tmp/with-spacy
    /tmp/with-spacy/bin/pip install spacy
    /tmp/with-spacy/bin/python -m spacy download en_core_web_sm
    python -m tests.benchmarks.against_spacy --spacy /tmp/with-spacy/bin/python"""


def measure(python: str, setup: str, text: str) -> tuple[float, ...] | None:
    """Seconds to the first result, seconds once warm, peak megabytes; None where it does not run."""
    done = subprocess.run(
        [python, "-c", TIMED.replace("{setup}", setup)],
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    return tuple(map(float, done.stdout.split())) if done.returncode == 0 else None


def report(name: str, runs: Sequence[tuple[float, ...]]) -> None:
    """One line of medians."""
    first, again, peak = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"{name:30} first {first * 1000:7.0f} ms   again {again * 1000:6.0f} ms   peak {peak:5.0f} MB")


def main() -> int:
    """Print the figures of both, or ours and how to install the other."""
    parser = argparse.ArgumentParser(description="diplotui and spaCy, side by side")
    parser.add_argument("--spacy", default=sys.executable, metavar="PYTHON", help="interpreter with spaCy")
    parser.add_argument("--model", default="en_core_web_sm", help="name of the pipeline's package")
    chosen = parser.parse_args()
    python = chosen.spacy
    text = article(10_000)
    candidates = {
        "diplotui": (sys.executable, OURS),
        PIPELINE: (python, THEIRS.replace("{model}", chosen.model)),
        "spaCy, sentences only": (python, BLANK),
    }
    runs: dict[str, list[tuple[float, ...]]] = {name: [] for name in candidates}
    for _ in range(RUNS):
        for name, (interpreter, setup) in candidates.items():
            measured = measure(interpreter, setup, text)
            if measured is not None:
                runs[name].append(measured)
    for name, measured_runs in runs.items():
        if measured_runs:
            report(name, measured_runs)
    if not runs[PIPELINE]:
        print(ABSENT.format(python=python))
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
