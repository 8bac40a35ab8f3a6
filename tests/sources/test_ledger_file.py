"""Ledger files: what is read, what is refused and in which words, what is left out."""

import copy
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from diplotui.errors import InputError
from diplotui.model import Act, Basis, DateBounds, Decision, EventKind, Mode, Passage, Stance
from diplotui.sources.ledger_file import read_ledger_file
from diplotui.sources.ledger_records import LONGEST_TEXT
from tests.reference import GOLD, gold, needs_reference

TEXT = "The minister said on Monday that no patrol boat had crossed the line.\nHe took no questions."
DENIAL = TEXT.index("no patrol")

SMALL: dict[str, Any] = {
    "format": "diplotui-ledger/1",
    "documents": [{"id": "d1", "text": TEXT, "publisher": "herald", "published": "2031-06-03"}],
    "topics": [{"id": "borders", "name": "Borders"}],
    "actors": [
        {"id": "herald", "kind": "outlet", "name": "The Harbour Herald"},
        {"id": "minister", "kind": "person", "name": "Nora Halvard", "of": None, "iso": "NO"},
    ],
    "events": [
        {
            "id": "e1",
            "topic": "borders",
            "title": "Boat said to have crossed the line",
            "kind": "alleged",
            "date": {"edtf": "2031-06-01", "earliest": "2031-06-01", "latest": "2031-06-01"},
            "parties": ["NO"],
            "passages": [{"document": "d1", "start": 0, "end": 12, "exact": "The minister", "role": "lead"}],
        }
    ],
    "claims": [
        {"id": "c1", "event": "e1", "text": "A patrol boat crossed the line.", "subjects": ["NO"]},
        {"id": "c2", "event": "e1", "text": "It was sent back.", "subjects": ["NO"], "entails": "c1"},
    ],
    "statements": [
        {
            "id": "s1",
            "document": "d1",
            "start": DENIAL,
            "end": DENIAL + 9,
            "exact": "no patrol",
            "speaker": "minister",
            "party": "NO",
            "chain": ["minister", "herald"],
            "basis": "on-record",
            "mode": "partial-quote",
            "act": "denial",
            "said": {"edtf": "2031-06-02", "earliest": "2031-06-02", "latest": "2031-06-02"},
            "targets": [{"claim": "c1", "stance": "denies", "scope": "patrol", "score": {"actors": 3}}],
            "decision": "proposed",
        }
    ],
    "quotes": [{"id": "q1", "document": "d1", "start": 0, "end": 3, "exact": "The", "statement": "s1"}],
    "dates": [
        {
            "id": "t1",
            "document": "d1",
            "start": 18,
            "end": 27,
            "exact": "on Monday",
            "edtf": "2031-06-02",
            "earliest": "2031-06-02",
            "latest": "2031-06-02",
            "dates": ["s1", "c1"],
        }
    ],
    "excluded": [{"document": "d1", "start": 70, "end": 91, "reason": "chrome"}],
    "notes": [{"id": "n1", "at": "2031-06-03T10:00:00Z", "kind": "note", "about": "claim/c1", "text": "ask"}],
}


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    """The small ledger with one thing changed, as a file."""
    file = copy.deepcopy(SMALL)
    change(file)
    return json.dumps(file)


def complaint(text: str) -> str:
    """The one line with which a file is refused."""
    with pytest.raises(InputError) as refused:
        read_ledger_file(text)
    (line,) = str(refused.value).splitlines()
    return line


def test_every_section_becomes_records() -> None:
    filing = read_ledger_file(json.dumps(SMALL)).filing
    document, event, statement = filing.documents[0], filing.events[0], filing.statements[0]
    assert (document.text, document.published, document.publisher) == (TEXT, date(2031, 6, 3), "herald")
    assert document.skip[0].reason == "chrome"
    assert (event.kind, event.passages) == (
        EventKind.ALLEGED,
        (Passage("d1", 0, 12, "The minister", "lead"),),
    )
    assert (statement.basis, statement.mode, statement.act) == (
        Basis.ON_RECORD,
        Mode.PARTIAL_QUOTE,
        Act.DENIAL,
    )
    assert statement.said == DateBounds.on(date(2031, 6, 2))
    assert [(row.claim, row.stance, row.scope) for row in filing.stances] == [("c1", Stance.DENIES, "patrol")]
    assert filing.stances[0].score == (("actors", 3.0),)
    assert filing.claims[1].entails == "c1"
    assert filing.dates[0].dates == ("s1", "c1")
    assert (filing.quotes[0].statement, filing.notes[0].about) == ("s1", "claim/c1")


def test_what_is_imported_counts_as_accepted() -> None:
    filing = read_ledger_file(json.dumps(SMALL)).filing
    sections = (
        filing.documents,
        filing.actors,
        filing.events,
        filing.claims,
        filing.statements,
        filing.stances,
    )
    assert {row.decision for rows in sections for row in rows} == {Decision.ACCEPTED}


def test_what_was_thrown_out_stays_out() -> None:
    filing = read_ledger_file(changed(lambda f: f["statements"][0].update(decision="thrown-out"))).filing
    assert filing.statements[0].decision is filing.stances[0].decision is Decision.THROWN_OUT


def test_an_event_may_lie_in_the_topic_that_every_ledger_has() -> None:
    filing = read_ledger_file(changed(lambda f: f["events"][0].update(topic="other"))).filing
    assert filing.events[0].topic == "other"


def test_a_topic_without_a_place_keeps_the_one_it_stands_at() -> None:
    two = changed(lambda f: f["topics"].append({"id": "trade", "name": "Trade"}))
    assert [topic.ordinal for topic in read_ledger_file(two).filing.topics] == [0, 1]


def test_keys_that_the_ledger_does_not_keep_are_named() -> None:
    def add(file: dict[str, Any]) -> None:
        file["structure"] = []
        file["actors"][0]["note"] = file["actors"][1]["note"] = "why"
        file["events"][0]["date"]["also_accept"] = []

    assert read_ledger_file(changed(add)).left_out == (
        "structure",
        "actors: note (2)",
        "events: also_accept (1)",
    )


def test_control_characters_are_taken_out_of_names_and_counted() -> None:
    file = read_ledger_file(changed(lambda f: f["actors"][0].update(name="The \u202eHerald\x1b[31m")))
    assert file.filing.actors[0].name == "The Herald"
    assert file.left_out == ("actors: 6 control or format characters in name",)


def set_value(*path: str | int, to: object) -> Callable[[dict[str, Any]], object]:
    """A change that puts a value at a path."""

    def change(file: dict[str, Any]) -> None:
        holder: Any = file
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = to

    return change


def without(*path: str | int) -> Callable[[dict[str, Any]], object]:
    """A change that takes a key away."""

    def change(file: dict[str, Any]) -> None:
        holder: Any = file
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_value("format", to="other/1"), 'is no ledger file: "format" is "other/1"'),
        (without("format"), 'it has no "format"'),
        (without("claims"), 'the file: "claims" is missing'),
        (without("documents"), 'the file: "documents" is missing'),
        (set_value("events", to={}), '"events" must be a list, not an object'),
        (set_value("actors", 1, to="minister"), "actors[1]: must be an object, not a text"),
        (without("statements", 0, "exact"), 'statements[0] s1: "exact" is missing'),
        (without("statements", 0, "party"), 'statements[0] s1: "party" is missing'),
        (
            without("statements", 0, "targets", 0, "stance"),
            'statements[0] s1: targets[0]: "stance" is missing',
        ),
        (set_value("statements", 0, "start", to=DENIAL + 1), f"at {DENIAL + 1}-{DENIAL + 9}"),
        (set_value("statements", 0, "start", to=True), '"start" must be a whole number, not true or false'),
        (set_value("statements", 0, "start", to=-1), '"start" is -1'),
        (set_value("statements", 0, "end", to=4000), "is no passage of a text of"),
        (
            set_value("events", 0, "passages", 0, "exact", to="A"),
            "events[0] e1: passages[0]: passage does not",
        ),
        (set_value("quotes", 0, "exact", to="A"), "quotes[0] q1: passage does not equal the text at 0-3"),
        (set_value("dates", 0, "exact", to="A"), "dates[0] t1: passage does not equal"),
        (set_value("excluded", 0, "end", to=70), "excluded[0]: 70-70 is no passage"),
        (
            set_value("statements", 0, "basis", to="rumour"),
            '"basis" is "rumour"; it must be one of on-record,',
        ),
        (set_value("statements", 0, "targets", 0, "stance", to="shrugs"), '"stance" is "shrugs"'),
        (set_value("statements", 0, "targets", 0, "coverage", to="implied"), "worked out and never stored"),
        (set_value("events", 0, "kind", to="rumoured"), '"kind" is "rumoured"'),
        (set_value("events", 0, "topic", to="sports"), '"topic" names "sports", which is none of the topics'),
        (
            set_value("statements", 0, "chain", to=["ghost"]),
            '"chain" names "ghost", which is none of the actors',
        ),
        (set_value("statements", 0, "speaker", to="ghost"), '"speaker" names "ghost"'),
        (set_value("statements", 0, "document", to="d9"), '"document" names "d9"'),
        (set_value("statements", 0, "targets", 0, "claim", to="c9"), '"claim" names "c9"'),
        (set_value("claims", 0, "event", to="e9"), 'claims[0] c1: "event" names "e9"'),
        (set_value("actors", 1, "of", to="nowhere"), '"of" names "nowhere"'),
        (set_value("documents", 0, "publisher", to="ghost"), 'documents[0] d1: "publisher" names "ghost"'),
        (
            set_value("dates", 0, "dates", to=["s9"]),
            '"dates" names "s9", which is none of the events or claims',
        ),
        (set_value("claims", 0, "entails", to="c2"), 'claims[0] c1: "entails" leads back to c1 itself'),
        (set_value("claims", 0, "same_as", to="c1"), '"same_as" leads back to c1 itself'),
        (set_value("claims", 1, "id", to="c1"), "claims[1] c1: has the same id as claims[0] c1"),
        (set_value("events", 0, "date", "latest", to="3 June"), '"latest" is no day: "3 June"'),
        (set_value("events", 0, "date", "latest", to="20310601"), "write it as YYYY-MM-DD"),
        (set_value("events", 0, "date", "latest", to="2031-05-01"), "is after"),
        (set_value("documents", 0, "sha256", to="0" * 64), "does not belong to this text"),
        (set_value("documents", 0, "text", to="stop \x1b[2J"), "4 control, format or broken characters"),
        (set_value("documents", 0, "text", to="half \ud83d"), "1 control, format or broken characters"),
        (set_value("documents", 0, "text", to="  "), '"text" is empty'),
        (set_value("documents", 0, "body", to={"start": 0, "end": 900}), "documents[0] d1: body: 0-900"),
        (set_value("claims", 0, "id", to="c\x00"), '"id" is no id'),
        (set_value("claims", 0, "id", to=7), '"id" must be a text, not a whole number'),
        (set_value("notes", 0, "text", to=""), 'notes[0] n1: "text" is empty'),
    ],
)
def test_a_mistake_is_named_with_its_place(change: Callable[[dict[str, Any]], object], words: str) -> None:
    assert words in complaint(changed(change))


def test_two_targets_on_one_claim_are_refused() -> None:
    twice = changed(lambda f: f["statements"][0]["targets"].append({"claim": "c1", "stance": "asserts"}))
    assert "targets[1]: has the same claim" in complaint(twice)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ("[]", "must be an object, not a list"),
        ("null", "must be an object, not null"),
        ("[" * 100_000, "nested too deep"),
        ('{"format": ' + "9" * 5000 + "}", "a number is too long"),
    ],
)
def test_what_is_no_ledger_at_all(text: str, words: str) -> None:
    assert words in complaint(text)


def test_a_text_that_is_too_long_is_refused() -> None:
    long = changed(set_value("documents", 0, "text", to="a" * (LONGEST_TEXT + 1)))
    assert "1,000,001 characters; at most 1,000,000 are stored" in complaint(long)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_ledger_file("\ufeff" + json.dumps(SMALL)).filing.topics[0].id == "borders"


@needs_reference
def test_the_reference_ledger_is_read_as_one_document() -> None:
    filing = read_ledger_file(GOLD.read_text(encoding="utf-8")).filing
    wanted = gold()
    assert [document.id for document in filing.documents] == [wanted["document"]["id"]]
    assert filing.documents[0].sha256 == wanted["document"]["sha256"]
    for section in ("topics", "actors", "events", "claims", "statements", "quotes", "dates"):
        assert [row.id for row in getattr(filing, section)] == [entry["id"] for entry in wanted[section]]
    assert len(filing.documents[0].skip) == len(wanted["excluded"])
    assert len(filing.stances) == sum(len(entry["targets"]) for entry in wanted["statements"])


@needs_reference
def test_what_the_reference_ledger_has_and_ours_does_not_is_said() -> None:
    lines = read_ledger_file(GOLD.read_text(encoding="utf-8")).left_out
    for key in ("plover_hint", "note", "needs", "also_accept", "section"):
        assert any(f": {key} (" in line for line in lines), key
    assert {"structure", "expected", "outside"} <= set(lines)


@needs_reference
def test_a_wrong_offset_in_the_reference_ledger_is_named() -> None:
    wrong = gold()
    wrong["statements"][3]["start"] += 1
    start, end = wrong["statements"][3]["start"], wrong["statements"][3]["end"]
    assert complaint(json.dumps(wrong)) == (
        f"statements[3] {wrong['statements'][3]['id']}: passage does not equal the text at {start}-{end}"
    )
