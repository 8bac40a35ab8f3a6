"""The ledger format: what went in comes out, and the second export equals the first."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from diplotui.exports.ledger_json import ledger_json
from diplotui.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Certainty,
    Claim,
    Coverage,
    DateBounds,
    DateMention,
    Decision,
    Document,
    Event,
    EventKind,
    ExcludedPassage,
    Filing,
    Mode,
    Note,
    NoteKind,
    Passage,
    Quote,
    Stance,
    StanceRow,
    Statement,
    Topic,
)
from diplotui.sources.ledger_file import read_ledger_file
from tests.exports.kept import SECTIONS, lost
from tests.reference import GOLD, gold, needs_reference

TEXT = "“No boat crossed,” the minister said on Monday. Subscribe now."
WHEN = TEXT.index("on Monday")
DAY = DateBounds("2031-06-02", date(2031, 6, 2), date(2031, 6, 2))

FILING = Filing(
    documents=(
        Document(
            id="d1",
            text=TEXT,
            sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            publisher="herald",
            kind="transcript",
            title="At the podium",
            url="https://herald.example/1",
            published=date(2031, 6, 3),
            language="en",
            skip=(ExcludedPassage(48, 62, "newsletter"),),
            body=(0, 47),
            replaces="d0",
            removed_characters=2,
        ),
        Document(
            id="d0",
            text="Nothing yet.",
            sha256=hashlib.sha256(b"Nothing yet.").hexdigest(),
            decision=Decision.ACCEPTED,
        ),
    ),
    topics=(Topic("borders", "Borders", ("border", "line"), 4),),
    actors=(
        Actor("herald", ActorKind.OUTLET, "The Harbour Herald", reliability="B"),
        Actor("minister", ActorKind.PERSON, "Nora Halvard", iso="NO", aliases=("Halvard",), heads=1),
        Actor("halvard", ActorKind.PERSON, "I. Halvard", same_as="minister", wikidata="Q1", rule="title"),
    ),
    events=(
        Event(
            "e1",
            "borders",
            "Boat said to have crossed",
            EventKind.ALLEGED,
            DAY,
            ("NO",),
            (Passage("d1", 1, 3, "No", "denials"), Passage("d0", 0, 7, "Nothing")),
        ),
        Event("e2", "borders", "The same", EventKind.PENDING, DateBounds(), same_as="e1"),
    ),
    claims=(
        Claim("c1", "e1", "A boat crossed.", "fact", ("NO", "SE"), None, None, "content", Decision.ACCEPTED),
        Claim("c2", "e1", "It was sent back.", "plan", ("SE",), "c1"),
    ),
    statements=(
        Statement(
            "s1",
            "d1",
            1,
            16,
            "No boat crossed",
            "minister",
            "NO",
            ("minister", "herald"),
            Basis.ON_RECORD,
            DAY,
            office="Minister",
            heads=1,
            mode=Mode.QUOTE,
            act=Act.DENIAL,
            certainty=Certainty.REPORTED,
            event="e1",
            credibility=3,
            rule="cue:say",
            decision=Decision.ACCEPTED,
        ),
        Statement("s2", "d0", 0, 12, "Nothing yet.", None, None, (), Basis.AUTHOR, DateBounds()),
    ),
    stances=(
        StanceRow("s1", "c1", Stance.DENIES, Coverage.EXPLICIT, "boat", (("actors", 3.0),), "same-event"),
        StanceRow("s1", "c2", Stance.ASKED, decision=Decision.THROWN_OUT),
    ),
    quotes=(Quote("q1", "d1", 1, 17, "No boat crossed,", "s1", "minister", None, "quote"),),
    dates=(
        DateMention("t1", "d1", WHEN, WHEN + 9, "on Monday", DAY, "2031-06-02", True, ("s1",), "weekday"),
        DateMention("t2", "d0", 8, 11, "yet", DateBounds("P1D"), "P1D"),
    ),
    notes=(Note("n1", "2031-06-03T10:00:00Z", NoteKind.QUESTION, "claim/c1", "Ask again", True, ("boat",)),),
)


def again(exported: dict[str, Any]) -> dict[str, Any]:
    """An export, written out, read back, exported once more."""
    return ledger_json(read_ledger_file(json.dumps(exported)).filing)


def test_it_is_one_json_document_of_its_format() -> None:
    exported = ledger_json(FILING)
    assert exported["format"] == "diplotui-ledger/1"
    assert json.loads(json.dumps(exported)) == exported


def test_from_the_second_time_on_nothing_changes() -> None:
    first = again(ledger_json(FILING))
    assert again(first) == first


def test_nothing_but_the_decision_changes_on_the_way() -> None:
    exported = ledger_json(FILING)
    found = again(exported)
    changed = {line.split(":")[0].rsplit(".", 1)[-1] for line in lost(exported, found)}
    assert changed == {"decision"}, lost(exported, found)


def test_what_was_thrown_out_is_not_brought_back() -> None:
    filing = read_ledger_file(json.dumps(ledger_json(FILING))).filing
    assert [row.decision for row in filing.stances] == [Decision.ACCEPTED, Decision.THROWN_OUT]


def test_a_file_read_by_us_leaves_nothing_out() -> None:
    assert read_ledger_file(json.dumps(ledger_json(FILING))).left_out == ()


def test_absent_stays_absent_and_null_stays_null() -> None:
    targets = ledger_json(FILING)["statements"][0]["targets"]
    assert targets[1] == {"claim": "c2", "stance": "asked", "coverage": "explicit", "decision": "thrown-out"}
    assert ledger_json(FILING)["statements"][1]["party"] is None


def test_a_date_names_nothing_outside_the_file() -> None:
    stray = replace(FILING.dates[0], dates=("s1", "s-of-another-topic"))
    exported = ledger_json(replace(FILING, dates=(stray,)))
    assert exported["dates"][0]["dates"] == ["s1"]


@needs_reference
@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_and_value_of_the_reference_ledger_comes_back(section: str) -> None:
    exported = ledger_json(read_ledger_file(GOLD.read_text(encoding="utf-8")).filing)
    assert lost(gold()[section], exported[section], section) == []


@needs_reference
def test_its_document_comes_back_with_its_text() -> None:
    wanted = gold()["document"]
    (found,) = ledger_json(read_ledger_file(GOLD.read_text(encoding="utf-8")).filing)["documents"]
    for key in ("id", "publisher", "title", "kind", "published", "language", "sha256", "body", "text"):
        assert found[key] == wanted[key], key


@needs_reference
def test_targets_of_the_reference_ledger_come_back_without_extras() -> None:
    exported = ledger_json(read_ledger_file(GOLD.read_text(encoding="utf-8")).filing)
    assert [one["targets"] for one in exported["statements"]] == [
        one["targets"] for one in gold()["statements"]
    ]


@needs_reference
def test_exports_of_the_reference_ledger_are_identical_from_the_first_on() -> None:
    first = ledger_json(read_ledger_file(GOLD.read_text(encoding="utf-8")).filing)
    assert again(first) == first
