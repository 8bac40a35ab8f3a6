"""The development texts: gold lies where it says, the notation compiles, and the hard cases are there."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.compile import SOURCE, TEXTS, compile_source, group_of, strip_marks
from tests.evaluation.edtf import bounds
from tests.reference import needs_reference, seed_text

SMALL = """\
published: 2015-06-03
publisher: Invented Wire
title: Posts
style: wire
traits: denial
@ru Ruritania | | RR
@we Anton Weber/Weber | spokesman | GK
===
{s1|Ruritania said {d Mon|on Monday} that posts had been moved.} {s2|“{q @we|Never,}” said Anton Weber.}
===
s1 claim @ru said=Mon
s2 denial/claim @we denies=s1 scope="never"
"""


def records() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(TEXTS.glob("*.json")):
        yield (
            path.with_suffix(".txt").read_text(encoding="utf-8"),
            json.loads(path.read_text(encoding="utf-8")),
        )


RECORDS = list(records())
IDS = [record["id"] for _, record in RECORDS]


@pytest.mark.parametrize(("text", "record"), RECORDS, ids=IDS)
def test_every_span_holds_the_words_it_names(text: str, record: dict[str, Any]) -> None:
    for kind in ("statements", "quotes", "dates", "excluded"):
        for row in record[kind]:
            assert text[row["start"] : row["end"]] == row["exact"] != ""


@pytest.mark.parametrize(("text", "record"), RECORDS, ids=IDS)
def test_compiled_text_and_gold_are_those_of_the_source(text: str, record: dict[str, Any]) -> None:
    source = (SOURCE / f"{record['id']}.txt").read_text(encoding="utf-8")
    assert compile_source(record["id"], source) == (text, record)


@pytest.mark.parametrize(("text", "record"), RECORDS, ids=IDS)
def test_quoted_words_stand_between_marks_that_are_left_out(text: str, record: dict[str, Any]) -> None:
    for row in record["quotes"]:
        assert text[row["start"] - 1] in '“"‘«' and text[row["end"]] in '”"’»'


@pytest.mark.parametrize(("text", "record"), RECORDS, ids=IDS)
def test_texts_are_short_news(text: str, record: dict[str, Any]) -> None:
    assert 60 <= len(text.split()) <= (450 if record["half"] in "de" else 300)
    assert record["half"] == group_of(int(record["id"][:3]))


def denials(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for row in record["statements"] if row["act"] == "denial"]


def targets(row: dict[str, Any]) -> list[int | None]:
    return [target for stance in row["stances"] for target in stance["statement"]]


@pytest.mark.parametrize("half", ["a", "b"])
def test_each_half_has_its_share_of_the_hard_cases(half: str) -> None:
    texts = [record for _, record in RECORDS if record["half"] == half]
    like = {"denial", "look-alike", "denied-withhold", "rejection", "evasion"}
    unlinked = [row for record in texts for row in denials(record) if set(targets(row)) == {None}]
    linked = [row for record in texts for row in denials(record) if None not in targets(row)]
    assert len(texts) >= 32
    assert sum(bool(like & set(record["traits"])) for record in texts) >= 22
    assert len(unlinked) >= 6 and len(linked) >= 10
    assert sum("pointer" in record["traits"] for record in texts) >= 4
    assert sum("no-link" in record["traits"] for record in texts) >= 6
    assert len({record["style"] for record in texts}) >= 6


def linked_from(record: dict[str, Any], act: str) -> bool:
    """Whether a statement of ``act`` must be linked to another one's claim."""
    rows = [row for row in record["statements"] if row["act"] == act and not row["optional"]]
    return any(targets(row) and None not in targets(row) for row in rows)


def test_set_e_links_denials_and_evasions() -> None:
    texts = [record for _, record in RECORDS if record["half"] in "de"]
    assert len(texts) >= 18
    assert sum(linked_from(record, "denial") for record in texts) >= 10
    assert sum(linked_from(record, "no_comment") for record in texts) >= 5
    assert sum("no-link" in record["traits"] for record in texts) >= 6
    assert len({record["style"] for record in texts}) >= 6


@needs_reference
@pytest.mark.parametrize(("text", "record"), RECORDS, ids=IDS)
def test_wording_shares_no_run_of_twelve_words_with_the_reference(text: str, record: dict[str, Any]) -> None:
    ours, seed = (re.findall(r"\w+", words.lower()) for words in (text, seed_text()))
    taken = {tuple(seed[i : i + 12]) for i in range(len(seed) - 11)}
    assert not [run for i in range(len(ours) - 11) if (run := tuple(ours[i : i + 12])) in taken]


def test_marks_nest_and_leave_the_plain_text() -> None:
    text, spans = strip_marks("a {s1|b {d 2001|c}} d")
    assert text == "a b c d"
    assert [(span.mark, text[span.start : span.end]) for span in spans] == [("s1", "b c"), ("d 2001", "c")]


def test_a_mark_left_open_is_refused() -> None:
    with pytest.raises(ValueError, match="never closed"):
        strip_marks("a {s1|b")


def test_a_source_compiles_to_its_gold() -> None:
    text, gold = compile_source("900-small", SMALL)
    claim, denial = gold["statements"]
    assert text.startswith("Ruritania said on Monday that")
    assert claim["said"] == {"edtf": "2015-06-01", "earliest": "2015-06-01", "latest": "2015-06-01"}
    assert (denial["act"], denial["act_also"]) == ("denial", ["claim"])
    assert (denial["speaker"], denial["speaker_also"], denial["parties"]) == (
        "Anton Weber",
        ["Weber"],
        ["GK"],
    )
    assert denial["stances"] == [
        {"statement": [0], "stance": "denies", "coverage": "explicit", "scope": "never"}
    ]
    assert gold["quotes"][0]["exact"] == "Never,"


def test_a_statement_without_a_description_is_refused() -> None:
    with pytest.raises(ValueError, match="described"):
        compile_source("900-small", SMALL.replace('s2 denial/claim @we denies=s1 scope="never"\n', ""))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-02-13", date(2024, 2, 13), date(2024, 2, 13)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-39", date(2023, 9, 1), date(2023, 12, 31)),
        ("2022-24", date(2022, 12, 1), date(2023, 2, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2018-12/..", date(2018, 12, 1), None),
        ("../2024-02-16", None, date(2024, 2, 16)),
        ("P10Y", None, None),
        ("PAST_REF", None, None),
    ],
)
def test_bounds_of_edtf(edtf: str, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)


def test_source_and_texts_are_as_many() -> None:
    assert len(list(Path(SOURCE).glob("*.txt"))) == len(RECORDS)
