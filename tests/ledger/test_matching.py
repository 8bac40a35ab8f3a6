"""Invented pairs of a stored claim and a later statement, over many conflicts and years."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diplotui.ledger.matching import Candidate, Match, Matcher, NewStatement
from diplotui.ledger.terms import PartyForms, fold
from diplotui.model import Claim

SETS = ("tuning", "heldout", "later", "compound")
PAIRS = Path(__file__).parent / "pairs"
STATES = Path(__file__).resolve().parents[2] / "diplotui" / "extraction" / "tables" / "states.tsv"


def party_forms() -> PartyForms:
    codes: dict[str, str] = {}
    for line in STATES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, *columns = line.split("\t")
            codes.update({fold(form): code for column in columns for form in column.split("|") if form})
    codes |= {"u.s.": "US", "us": "US", "american": "US", "washington": "US", "european union": "EU"}
    return PartyForms(codes)


def entries(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((PAIRS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def candidate(entry: dict[str, Any]) -> Candidate:
    stored = entry["stored"]
    day = date.fromisoformat(stored["day"])
    claim = Claim(entry["id"], "e-" + entry["id"], stored["text"], subjects=tuple(stored["subjects"]))
    return Candidate(claim, stored["topic"], tuple(stored["actors"]), (stored["text"],), day, day)


def new_statement(entry: dict[str, Any]) -> NewStatement:
    new = entry["new"]
    return NewStatement(
        text=new["text"],
        topic=new["topic"],
        subjects=tuple(new["subjects"]),
        actors=tuple(new["actors"]),
        party=new["party"],
        on=date.fromisoformat(new["day"]),
    )


def link(entry: dict[str, Any], matcher: Matcher) -> Match | None:
    answers = entry["new"]["act"] in ("denial", "confirmation", "no_comment")
    return matcher.answered(new_statement(entry)) if answers else matcher.repeated(new_statement(entry))


def made_link(entry: dict[str, Any], matcher: Matcher) -> tuple[str, str] | None:
    """The claim that the new statement speaks of or hangs together with, and how."""
    match = link(entry, matcher)
    if match is not None:
        return match.claim, "spoken of"
    new = new_statement(entry)
    parent = matcher.presupposed(new)
    if parent is not None:
        return parent.claim, "entails"
    above = matcher.presupposing(new)
    return (above[0].id, "entailed") if above else None


def judged(name: str) -> tuple[int, int, int, list[str]]:
    """Right links, wrong links, missed links, and a line for each fault."""
    everything = [entry for each in SETS for entry in entries(each)]
    right = wrong = missed = 0
    faults = []
    for entry in entries(name):
        others = [other for other in everything if other["stored"]["text"] != entry["stored"]["text"]]
        made = made_link(entry, Matcher([candidate(entry), *map(candidate, others)], party_forms()))
        if made is None and entry["expect"] == "none":
            continue
        how = {"same": "spoken of", "response": "spoken of"}.get(entry["expect"], entry["expect"])
        if made == (entry["id"], how):
            right += 1
        elif made is None:
            missed += 1
            faults.append(f"missed {entry['id']}")
        else:
            wrong += 1
            missed += entry["expect"] != "none"
            faults.append(f"wrong {entry['id']} -> {made}")
    return right, wrong, missed, faults


@pytest.mark.parametrize("name", SETS)
def test_links_are_right_before_they_are_many(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    right, wrong, missed, faults = judged(name)
    precision, recall = right / (right + wrong), right / (right + missed)
    with capsys.disabled():
        print(f"\n{name}: {right} right, {wrong} wrong, {missed} missed;", end=" ")
        print(f"precision {precision:.2f}, recall {recall:.2f}", *faults, sep="\n  ")
    assert precision >= 0.9
    assert recall >= 0.6
