"""Print how well extraction reads the development texts.

``python -m tests.evaluation.score [--half a|b|c|d|e|all] [--seed] [--verbose] [--open-held-out]``

Misses of set E are printed only with ``--open-held-out``: whoever writes rules does not look at them.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from diplotui.errors import DiplotuiError
from diplotui.model import Extraction
from tests.evaluation.comparison import compare
from tests.evaluation.gold import GoldText, development_texts, read_extraction
from tests.evaluation.measure import Score
from tests.evaluation.reference_gold import seed
from tests.reference import GOLD, SEED

Extract = Callable[[str, date | None], Extraction]

GROUP_NAMES = {"a": "half A", "b": "half B", "c": "set C", "d": "set D", "e": "set E"}

HELD_OUT = frozenset({"set E"})
"""Whoever writes rules sees their figures and not their misses."""

ACCURACIES = frozenset({"speaker", "parties", "act", "topic", "basis", "said", "excluded passages"})
"""Parts that are judged only on what was found: one figure."""


def installed_extract() -> Extract:
    """The product's own extraction."""
    from diplotui.extraction.pipeline import extract

    return lambda text, published: extract(text, published=published)


def score_texts(texts: Iterable[GoldText], extract: Extract) -> Score:
    """One score over all texts; a text on which extraction fails counts as one in which nothing was found."""
    total = Score()
    for text in texts:
        try:
            found = extract(text.text, text.published)
        except (DiplotuiError, ValueError, LookupError, TypeError, AttributeError) as error:
            print(f"{text.id}: {type(error).__name__}: {error}", file=sys.stderr)
            found = Extraction()
        compare(text.id, text.text, text.reading, read_extraction(found), total)
    return total


def table(score: Score) -> str:
    """The figures, a line for each part."""
    lines = [f"{'part':<24}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'read':>6}{'wanted':>8}"]
    for part, tally in score.tallies.items():
        if part in ACCURACIES:
            figures = f"{'':>14}{tally.recall:>7.3f}"
        else:
            figures = f"{tally.precision:>7.3f}{tally.recall:>7.3f}{tally.f1:>7.3f}"
        lines.append(f"{part:<24}{figures}{tally.right:>7}{tally.read:>6}{tally.wanted:>8}")
    return "\n".join(lines)


def faults(score: Score) -> str:
    """Every fault, part by part, after a count of the kinds."""
    kinds = Counter((fault.part, fault.kind) for fault in score.faults)
    lines = [f"{count:>5}  {part}: {kind}" for (part, kind), count in kinds.most_common()]
    ordered = sorted(score.faults, key=lambda fault: (fault.part, fault.kind, fault.text))
    lines += [f"{fault.part} | {fault.kind} | {fault.text} | {fault.detail}" for fault in ordered]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.score", description=__doc__)
    parser.add_argument("--half", choices=(*GROUP_NAMES, "all"), default="a")
    parser.add_argument("--seed", action="store_true", help="score the reference text too")
    parser.add_argument("--verbose", action="store_true", help="print every fault")
    parser.add_argument("--open-held-out", action="store_true", help="print the faults of held-out texts too")
    options = parser.parse_args(arguments)
    extract = installed_extract()
    halves = tuple(GROUP_NAMES) if options.half == "all" else (options.half,)
    groups = {GROUP_NAMES[half]: list(development_texts(half)) for half in halves}
    if options.seed and SEED.is_file() and GOLD.is_file():
        groups["reference text"] = [seed()]
    elif options.seed:
        print("the reference text is not beside this checkout (../shared)", file=sys.stderr)
    for name, texts in groups.items():
        score = score_texts(texts, extract)
        print(f"\n{name}: {len(texts)} texts\n{table(score)}")
        if options.verbose and (name not in HELD_OUT or options.open_held_out):
            print(faults(score))
    return 0


if __name__ == "__main__":
    sys.exit(main())
