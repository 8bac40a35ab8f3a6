"""The scorer: gold against itself is right in everything, and every kind of damage lowers its own figure."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from diplotui.model import Extraction
from tests.evaluation import score
from tests.evaluation.comparison import compare
from tests.evaluation.gold import (
    DateItem,
    GoldText,
    QuoteItem,
    Reading,
    StanceItem,
    StatementItem,
    development_texts,
)
from tests.evaluation.measure import Score, Tally, closeness, pair, same_passage
from tests.evaluation.names import same_speaker
from tests.evaluation.reference_gold import seed
from tests.reference import needs_reference

TEXT = (
    "Ruritania said on Monday that Graustark had moved its frontier posts. "
    "“We moved nothing,” Anton Weber, a spokesman for Graustark, told reporters on Tuesday. "
    "Graustark also denied that a convoy had been stopped."
)
MONDAY, TUESDAY = date(2015, 6, 1), date(2015, 6, 2)
ALL_PARTS = (
    "quote spans, exact", "quote spans, overlap", "quotes with speaker", "date spans, overlap",
    "dates with value", "statements", "attributed statements", "speaker", "parties", "act", "topic", "basis",
    "said", "denials", "denial links",
)  # fmt: skip


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def statement(words: str, act: str, speaker: str, party: str, *stances: StanceItem) -> StatementItem:
    return StatementItem(
        *span(words),
        (act,),
        (speaker,),
        frozenset([party]),
        ("other",),
        "on-record",
        (None, TUESDAY),
        stances,
    )


GOLD = Reading(
    quotes=(QuoteItem(*span("We moved nothing,"), ("Anton Weber",)),),
    dates=(
        DateItem(*span("on Monday"), ((MONDAY, MONDAY),)),
        DateItem(*span("on Tuesday"), ((TUESDAY, TUESDAY),)),
    ),
    statements=(
        statement(TEXT[:69], "claim", "Ruritania", "RR", StanceItem("asserts", (0,))),
        statement(TEXT[70:157], "denial", "Anton Weber", "GK", StanceItem("denies", (0,))),
        statement(TEXT[157:], "denial", "Graustark", "GK", StanceItem("denies", (None,))),
    ),
)


def figures(read: Reading, gold: Reading = GOLD) -> dict[str, Tally]:
    return compare("invented", TEXT, gold, read).tallies


def with_statement(index: int, **changes: object) -> Reading:
    statements = list(GOLD.statements)
    statements[index] = replace(statements[index], **changes)  # type: ignore[arg-type]
    return replace(GOLD, statements=tuple(statements))


def lowered(read: Reading, gold: Reading = GOLD) -> set[str]:
    return {part for part, tally in figures(read, gold).items() if tally.f1 < 1}


def test_gold_against_itself_is_right_in_everything() -> None:
    assert {part: figures(GOLD)[part].f1 for part in ALL_PARTS} == dict.fromkeys(ALL_PARTS, 1.0)


def texts() -> list[GoldText]:
    return list(development_texts())


@pytest.mark.parametrize("text", texts(), ids=lambda text: str(text.id))
def test_gold_of_every_text_against_itself_has_no_fault(text: GoldText) -> None:
    score = compare(text.id, text.text, text.reading, text.reading)
    assert score.faults == []
    assert all(tally.f1 == 1 for tally in score.tallies.values())


@needs_reference
def test_gold_of_the_reference_text_against_itself_has_no_fault() -> None:
    text = seed()
    assert compare(text.id, text.text, text.reading, text.reading).faults == []


def test_nothing_read_scores_nothing() -> None:
    empty = figures(Reading())
    assert empty["statements"].recall == empty["quotes with speaker"].f1 == empty["denial links"].f1 == 0
    assert empty["statements"].precision == 0


DAMAGE: list[tuple[str, Reading, set[str]]] = [
    ("quote dropped", replace(GOLD, quotes=()),
     {"quote spans, exact", "quote spans, overlap", "quotes with speaker"}),
    ("quote shifted", replace(GOLD, quotes=(replace(GOLD.quotes[0], start=GOLD.quotes[0].start - 1),)),
     {"quote spans, exact"}),
    ("quote given to somebody else", replace(GOLD, quotes=(replace(GOLD.quotes[0], speakers=("Otto",)),)),
     {"quotes with speaker"}),
    ("date dropped", replace(GOLD, dates=GOLD.dates[1:]), {"date spans, overlap", "dates with value"}),
    ("date a week off", replace(GOLD, dates=(
        replace(GOLD.dates[0], accepted=((MONDAY - timedelta(7), MONDAY - timedelta(7)),)), GOLD.dates[1])),
     {"dates with value"}),
    ("statement without a link dropped", replace(GOLD, statements=GOLD.statements[:2]),
     {"statements", "attributed statements", "denials"}),
    ("wrong speaker", with_statement(0, speakers=("Syldavia",)),
     {"statements", "attributed statements", "speaker"}),
    ("wrong party", with_statement(0, parties=frozenset()), {"parties"}),
    ("wrong act", with_statement(0, acts=("demand",)), {"act"}),
    ("wrong topic", with_statement(0, topics=("drones",)), {"topic"}),
    ("wrong basis", with_statement(0, basis="anonymous"), {"basis"}),
    ("wrong day", with_statement(0, said=(MONDAY, MONDAY)), {"said"}),
    ("denial taken for a claim", with_statement(2, acts=("claim",)), {"act", "denials"}),
    ("claim taken for a denial", with_statement(0, acts=("denial",)), {"act", "denials"}),
    ("link lost", with_statement(1, stances=(StanceItem("denies", (None,)),)), {"denial links"}),
    ("link made where there is none", with_statement(2, stances=(StanceItem("denies", (0,)),)),
     {"denial links"}),
    ("link to the wrong statement", with_statement(1, stances=(StanceItem("denies", (2,)),)),
     {"denial links"}),
]  # fmt: skip


@pytest.mark.parametrize(("read", "parts"), [row[1:] for row in DAMAGE], ids=[row[0] for row in DAMAGE])
def test_damage_lowers_its_own_figures_and_no_other(read: Reading, parts: set[str]) -> None:
    assert lowered(read) == parts


def test_an_invented_statement_costs_precision_only() -> None:
    extra = statement("had moved", "claim", "Syldavia", "SY")
    gold = replace(GOLD, statements=GOLD.statements[1:])
    gold = replace(gold, statements=tuple(replace(item, stances=()) for item in gold.statements))
    tally = figures(replace(gold, statements=(*gold.statements, extra)), gold)["statements"]
    assert (tally.recall, tally.precision) == (1, 2 / 3)


def test_a_statement_cut_in_two_costs_nothing() -> None:
    whole = GOLD.statements[2]
    halves = (replace(whole, end=whole.start + 30), replace(whole, start=whole.start + 30))
    assert lowered(replace(GOLD, statements=(*GOLD.statements[:2], *halves))) == set()


def test_optional_items_cost_nothing_found_or_not() -> None:
    statements = (*GOLD.statements[:2], replace(GOLD.statements[2], optional=True))
    gold = replace(GOLD, statements=statements, dates=(GOLD.dates[0], replace(GOLD.dates[1], optional=True)))
    assert (
        lowered(gold, gold)
        == lowered(Reading(gold.quotes, gold.dates[:1], gold.statements[:2]), gold)
        == set()
    )


def test_a_link_that_is_right_and_not_required_costs_nothing() -> None:
    gold = with_statement(1, stances=(StanceItem("denies", (0, None)),))
    assert lowered(GOLD, gold) == lowered(with_statement(1, stances=()), gold) == set()


def test_an_act_that_gold_accepts_beside_another_is_neither_a_denial_missed_nor_one_too_many() -> None:
    gold = with_statement(2, acts=("claim", "denial"))
    assert lowered(GOLD, gold) == lowered(with_statement(2, acts=("claim",)), gold) == set()


def test_one_passage_for_two_parties_may_be_one_statement_or_two() -> None:
    told = replace(GOLD.statements[2], speakers=(None,), basis="characterised")
    both, others = replace(told, parties=frozenset(["GK", "RR"])), GOLD.statements[:2]
    apart = replace(GOLD, statements=(*others, told, replace(told, parties=frozenset(["RR"]))))
    together = replace(GOLD, statements=(*others, both))
    assert lowered(apart, together) == lowered(together, apart) == set()


def test_what_is_read_in_an_excluded_passage_is_counted() -> None:
    gold = Reading(excluded=(span("Graustark also denied that a convoy had been stopped."),))
    tally = figures(GOLD, gold)["excluded passages"]
    assert tally.recall == 0


@pytest.mark.parametrize(
    ("read", "name", "same"),
    [
        ("the Kremlin", "Kremlin", True),
        ("Álvaro Pinzón", "Alvaro Pinzon", True),
        ("officials", "senior administration officials", True),
        ("Foreign Office spokesman in London", "a Foreign Office spokesman", True),
        ("an adviser to Iraq's prime minister", "Iraq's prime minister", False),
        ("three anonymous Russian sources", "Russian sources", True),
        ("one of the sources", "two officials", False),
        ("Weber", "Anton Weber", False),
        ("General Anton Weber", "Anton Weber", False),
        ("Russia", "Russian sources", False),
        (None, "Anton Weber", False),
    ],
)
def test_names_that_mean_the_same_speaker(read: str | None, name: str, same: bool) -> None:
    assert same_speaker(read, (name,)) is same


def test_spans_are_the_same_passage_when_half_of_the_shorter_is_shared() -> None:
    first, second = QuoteItem(0, 100, (None,)), QuoteItem(80, 120, (None,))
    assert same_passage(first, second)
    assert not same_passage(first, QuoteItem(81, 121, (None,)))


def test_pairs_are_one_to_one_and_the_best_rank_goes_first() -> None:
    long, short = QuoteItem(0, 10, (None,)), QuoteItem(0, 8, (None,))
    assert pair([long, short], [short], same_passage, closeness) == {1: 0}


def test_tally_of_nothing_wanted_and_nothing_read_is_right() -> None:
    assert (Tally().precision, Tally().recall, Tally(0, 1, 0).precision) == (1.0, 1.0, 0.0)


@pytest.mark.parametrize(
    ("half", "shown"), [("a", True), ("b", True), ("c", True), ("d", True), ("e", False)]
)
def test_misses_of_held_out_texts_are_shown_only_when_they_are_opened(
    half: str, shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(score, "installed_extract", lambda: lambda text, published: Extraction())
    score.main(["--half", half, "--verbose"])
    assert ("missed" in capsys.readouterr().out) == shown
    score.main(["--half", half, "--verbose", "--open-held-out"])
    assert "missed" in capsys.readouterr().out


def test_scores_of_several_texts_add_up() -> None:
    total = Score()
    compare("one", TEXT, GOLD, GOLD, total)
    compare("two", TEXT, GOLD, Reading(), total)
    assert (total.tallies["statements"].right, total.tallies["statements"].wanted) == (3, 6)
