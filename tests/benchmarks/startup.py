"""Start to first painted timeline, beside a bare Textual app: ``python -m tests.benchmarks.startup``.

Runs alternate, so that both see the same machine; the ratio of medians is the figure. ``rows`` is the time to
the timeline's first rows, which are painted before Textual is loaded; ``whole`` the time to the whole screen.
"""

import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.terminal import python, seconds_until

RUNS = 9
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("bare and painted")
Bare().run()
"""


def main() -> None:
    """Print both medians in milliseconds and their ratio."""
    from diplotui.ingest import ensure_topics
    from diplotui.model import TimelineFilter
    from diplotui.sample import ingest_sample, sample_texts
    from diplotui.store import open_store

    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.db"
        with open_store(ledger) as store:
            ensure_topics(store)
            ingest_sample(store, sample_texts())
            newest = store.timeline(TimelineFilter(), limit=1).rows[0]
        words = newest.title.split()[0]
        ours = python("-m", "diplotui", "--db", str(ledger))
        bare = python("-c", BARE)
        times: dict[str, list[float]] = {"bare": [], "rows": [], "whole": []}
        for turn in range(RUNS + 1):
            pair = {
                "bare": seconds_until(bare, "bare and painted"),
                "rows": seconds_until(ours, words),
                "whole": seconds_until(ours, "1 Topics"),
            }
            if turn:  # the first pair only warms the caches
                for name, seconds in pair.items():
                    times[name].append(seconds * 1000)
    for name, milliseconds in times.items():
        low, high = min(milliseconds), max(milliseconds)
        print(
            f"{name:9} median {statistics.median(milliseconds):6.0f} ms  [{low:.0f}-{high:.0f}], {RUNS} runs"
        )
    bare_median = statistics.median(times["bare"])
    for name in ("rows", "whole"):
        print(f"{name:9} ratio {statistics.median(times[name]) / bare_median:.2f}")


if __name__ == "__main__":
    main()
