"""Compare one reading of a text with its gold: tallies for every part, and every fault by kind."""

from collections.abc import Callable, Iterable, Sequence

from tests.evaluation.gold import DateItem, Days, Reading, StatementItem, merge_parties
from tests.evaluation.measure import Fault, Read, Score, Spanned, closeness, overlap, pair, same_passage
from tests.evaluation.names import same_speaker

DENIES = frozenset({"denies", "partly-denies"})
EVADES = frozenset({"declines", "neither", "refers", "unaware", "asked", "non-denial"})


class Comparison:
    """One text's gold against one reading of it."""

    def __init__(self, name: str, text: str, gold: Reading, read: Reading, score: Score) -> None:
        self.name = name
        self.text = text
        self.gold = merge_parties(gold)
        self.read = merge_parties(read)
        self.score = score

    def run(self) -> None:
        """Count every part."""
        self.quotes()
        self.dates()
        self.statements()
        self.denials()
        self.links("denial links", DENIES)
        self.links("evasion links", EVADES)
        self.left_out()

    def fault(self, part: str, kind: str, item: Spanned, more: str = "") -> None:
        """Note a fault, with the words it is about."""
        words = " ".join(self.text[item.start : item.end].split())
        self.score.faults.append(Fault(part, kind, self.name, f"{words!r} {more}".strip()))

    def quotes(self) -> None:
        """Spans exactly, spans by overlap, and spans by overlap with the right speaker."""
        gold, read = self.gold.quotes, self.read.quotes
        pairs = pair(gold, read, same_passage, closeness)
        exact = right = 0
        for i, j in pairs.items():
            same = (gold[i].start, gold[i].end) == (read[j].start, read[j].end)
            exact += same
            if not same:
                self.fault("quotes", "other bounds", read[j], f"for {_words(self.text, gold[i])}")
            if same_speaker(read[j].speakers[0], gold[i].speakers):
                right += 1
            else:
                self.fault(
                    "quotes", "wrong speaker", gold[i], _instead(read[j].speakers[0], gold[i].speakers)
                )
        for item in _rest(gold, pairs):
            self.fault("quotes", "missed", item)
        for item in _rest(read, pairs.values()):
            self.fault("quotes", "not a quotation", item)
        for part, count in (
            ("quote spans, exact", exact),
            ("quote spans, overlap", len(pairs)),
            ("quotes with speaker", right),
        ):
            self.score.add(part, right=count, read=len(read), wanted=len(gold))

    def dates(self) -> None:
        """Spans by overlap; spans by overlap with the right bounds.

        Neither what gold has as optional counts, nor a reading without bounds (a duration, "now") that gold
        has not: it is placed nowhere in time.
        """
        gold, read = self.gold.dates, self.read.dates
        hits = [[item for item in read if overlap(one, item)] for one in gold]
        wanted = [(one, found) for one, found in zip(gold, hits, strict=True) if not one.optional]
        placed = [item for item in read if item.accepted[0] != (None, None)]
        stray = [item for item in placed if not any(overlap(item, one) for one in gold)]
        found_spans = sum(bool(found) for _, found in wanted)
        right = 0
        for one, found in wanted:
            if not found:
                self.fault("dates", "missed", one)
            elif _same_bounds(one, found):
                right += 1
            else:
                self.fault("dates", "wrong value", one, _bounds_instead(one, found))
        for item in stray:
            self.fault("dates", "not a date", item)
        counted = found_spans + len(stray)
        self.score.add("date spans, overlap", right=found_spans, read=counted, wanted=len(wanted))
        self.score.add("dates with value", right=right, read=counted, wanted=len(wanted))

    def statements(self) -> None:
        """Passages with the right speaker, then what is said of those passages that were found."""
        gold, read = self.gold.statements, self.read.statements
        pairs = pair(gold, read, same_passage, _likeness)
        self.count_statements("statements", pairs, lambda item: True)
        self.count_statements("attributed statements", pairs, lambda item: item.speakers != (None,))
        for i, j in pairs.items():
            if not gold[i].optional:
                self.attributes(gold[i], read[j])

    def count_statements(
        self, part: str, pairs: dict[int, int], belongs: Callable[[StatementItem], bool]
    ) -> None:
        """Tally the statements that belong to ``part``; faults are noted once, in the part of all."""
        gold, read = self.gold.statements, self.read.statements
        note = part == "statements"
        wanted = right = counted = 0
        back = {j: i for i, j in pairs.items()}
        for i, one in enumerate(gold):
            good = i in pairs and same_speaker(read[pairs[i]].speakers[0], one.speakers)
            if one.optional or not belongs(one):
                continue
            wanted += 1
            right += good
            counted += good
            if note and i not in pairs:
                self.fault(part, "missed", one, f"by {one.speakers[0]}")
            elif note and not good:
                self.fault(part, "wrong speaker", one, _instead(read[pairs[i]].speakers[0], one.speakers))
        for j, item in enumerate(read):
            if not belongs(item) or self.is_right(back.get(j), item) or self.is_neutral(item, back.get(j)):
                continue
            counted += 1
            if note and j not in back:
                self.fault(part, "not in gold", item, f"by {item.speakers[0]}, {item.acts[0]}")
        self.score.add(part, right=right, read=counted, wanted=wanted)

    def is_right(self, i: int | None, item: StatementItem) -> bool:
        """Whether a reading is paired with a gold statement of the same speaker."""
        return i is not None and same_speaker(item.speakers[0], self.gold.statements[i].speakers)

    def is_neutral(self, item: StatementItem, i: int | None) -> bool:
        """Whether a reading costs nothing: optional in gold, or a further piece of a gold statement."""
        gold = self.gold.statements
        if i is not None:
            return gold[i].optional
        return any(
            same_passage(one, item) and (one.optional or same_speaker(item.speakers[0], one.speakers))
            for one in gold
        )

    def attributes(self, gold: StatementItem, read: StatementItem) -> None:
        """Accuracy on a passage that both have: speaker, parties, act, topic, basis, day it was said."""
        answers = {
            "speaker": same_speaker(read.speakers[0], gold.speakers),
            "parties": None if gold.parties is None else read.parties == gold.parties,
            "act": read.acts[0] in gold.acts if gold.act_scored else None,
            "topic": read.topics[0] in gold.topics if gold.topics else None,
            "basis": None if gold.basis is None else read.basis == gold.basis,
            "said": None if gold.said is None else read.said in self.days_said(gold),
        }
        instead = {
            "parties": (sorted(read.parties or ()), sorted(gold.parties or ())),
            "act": (read.acts[0], "/".join(gold.acts)),
            "topic": ("/".join(read.topics), "/".join(gold.topics)),
            "basis": (read.basis, gold.basis),
            "said": (_span_of_days(read.said), _span_of_days(gold.said)),
        }
        for part, answer in answers.items():
            if answer is None:
                continue
            self.score.add(part, right=answer, read=1, wanted=1)
            if not answer and part in instead:
                got, want = instead[part]
                self.fault(part, f"{got} for {want}" if part in ("act", "topic", "basis") else "wrong", gold,
                           f"got {got}, want {want}")  # fmt: skip

    def days_said(self, item: StatementItem) -> set[Days | None]:
        """Accepted days: an undated statement may take the day of another by the same speaker."""
        if item.said is None or item.said[0] is not None:
            return {item.said}
        same = (one.said for one in self.gold.statements if one.speakers[0] == item.speakers[0])
        return {item.said, *same}

    def denials(self) -> None:
        """Whether denials are found as denials. Where gold accepts another act too, nothing is counted."""
        gold = [item for item in self.gold.statements if item.acts == ("denial",) and not item.optional]
        free = [item for item in self.gold.statements if "denial" in item.acts and item not in gold]
        read = [item for item in self.read.statements if item.acts[0] == "denial"]
        pairs = pair(gold, read, same_passage, closeness)
        stray = [
            item
            for item in _rest(read, pairs.values())
            if not any(same_passage(one, item) for one in (*gold, *free))
        ]
        for item in _rest(gold, pairs):
            self.fault("denials", "missed", item)
        for item in stray:
            self.fault("denials", "not a denial", item)
        self.score.add("denials", right=len(pairs), read=len(pairs) + len(stray), wanted=len(gold))

    def links(self, part: str, stances: frozenset[str]) -> None:
        """Links from a statement of these stances to the statement whose claim it speaks of."""
        gold, read = self.gold.statements, self.read.statements
        made = [
            (item, read[target])
            for index, item in enumerate(read)
            for stance in item.stances
            for target in stance.targets
            if stance.stance in stances and target is not None and target != index
        ]
        right: set[tuple[int, int]] = set()
        counted = 0
        for item, aim in made:
            allowed = [
                (i, k, None in stance.targets or one.optional)
                for i, one in enumerate(gold)
                if same_passage(one, item)
                for k, stance in enumerate(one.stances)
                if stance.stance in stances
                and any(t is not None and same_passage(gold[t], aim) for t in stance.targets)
            ]
            right.update((i, k) for i, k, free in allowed if not free)
            if not allowed:
                self.fault(part, "wrong link", item, f"to {_words(self.text, aim)}")
                counted += 1
        wanted = {
            (i, k)
            for i, one in enumerate(gold)
            for k, stance in enumerate(one.stances)
            if stance.stance in stances and None not in stance.targets and not one.optional
        }
        for i, k in sorted(wanted - right):
            target = gold[i].stances[k].targets[0]
            if target is not None:
                self.fault(part, "missed link", gold[i], f"to {_words(self.text, gold[target])}")
        good = len(right & wanted)
        self.score.add(part, right=good, read=good + counted, wanted=len(wanted))

    def left_out(self) -> None:
        """How many excluded passages yield nothing (recall), of those that gold has."""
        items: list[Spanned] = [*self.read.quotes, *self.read.dates, *self.read.statements]
        for first, last in self.gold.excluded:
            inside = [item for item in items if item.start < last and item.end > first]
            for item in inside:
                self.fault("excluded", "read in a passage to leave out", item)
            self.score.add("excluded passages", right=not inside, read=1, wanted=1)


def _likeness(gold: StatementItem, read: StatementItem) -> tuple[float, ...]:
    """Speaker first, then act, then how well the spans agree."""
    speaker = same_speaker(read.speakers[0], gold.speakers)
    return (speaker, not gold.optional, read.acts[0] in gold.acts, *closeness(gold, read))


def _rest(items: Sequence[Read], taken: Iterable[int]) -> list[Read]:
    kept = set(taken)
    return [item for index, item in enumerate(items) if index not in kept]


def _same_bounds(gold: DateItem, found: list[DateItem]) -> bool:
    """Whether one of the readings, or all of them together, have accepted bounds."""
    pairs = [item.accepted[0] for item in found]
    firsts, lasts = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    together = (
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
    )
    return any(pair in gold.accepted for pair in (*pairs, together))


def _span_of_days(days: Days | None) -> str:
    return "-" if days is None else f"{days[0] or '..'}/{days[1] or '..'}"


def _bounds_instead(gold: DateItem, found: list[DateItem]) -> str:
    got = ", ".join(_span_of_days(item.accepted[0]) for item in found)
    return f"got {got}, want {_span_of_days(gold.accepted[0])}"


def _instead(got: str | None, want: tuple[str | None, ...]) -> str:
    return f"got {got}, want {want[0]}"


def _words(text: str, item: Spanned) -> str:
    return repr(" ".join(text[item.start : item.end].split()))


def compare(name: str, text: str, gold: Reading, read: Reading, score: Score | None = None) -> Score:
    """The score of one reading, added to ``score`` where one is given."""
    total = score if score is not None else Score()
    Comparison(name, text, gold, read, total).run()
    return total
