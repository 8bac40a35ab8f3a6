"""Whole texts of our own making with what a careful reader gets out of them."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from diplotui.model import ExtractedStatement, Extraction

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Case:
    """One text with its expected statements, links and presuppositions."""

    name: str
    text: str
    published: date
    expected: dict[str, Any]


@cache
def case(name: str) -> Case:
    expected = json.loads((TEXTS / f"{name}.json").read_text(encoding="utf-8"))
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    return Case(name, text, date.fromisoformat(expected["published"]), expected)


def names() -> list[str]:
    return sorted(path.stem for path in TEXTS.glob("*.json"))


def statement_at(extraction: Extraction, text: str, words: str) -> tuple[int, ExtractedStatement] | None:
    """The narrowest statement that holds ``words``, with its index."""
    at = text.index(words)
    holding = [
        (statement.end - statement.start, index)
        for index, statement in enumerate(extraction.statements)
        if statement.start <= at and at + len(words) <= statement.end
    ]
    if not holding:
        return None
    index = min(holding)[1]
    return index, extraction.statements[index]


def faults(case: Case, extraction: Extraction) -> list[str]:
    """What the extraction says otherwise than the case expects, one line each."""
    found: list[str] = []
    for row in case.expected["statements"]:
        hit = statement_at(extraction, case.text, row["passage"])
        if hit is None:
            found.append(f"no statement holds {row['passage']!r}")
            continue
        found.extend(f"{row['passage']!r}: {fault}" for fault in _statement_faults(row, hit[1]))
    for row in case.expected.get("links", []):
        found.extend(_link_faults(row, case, extraction))
    for row in case.expected.get("entails", []):
        of = statement_at(extraction, case.text, row["of"])
        to = statement_at(extraction, case.text, row["to"]) if row["to"] else (None, None)
        if of is None or to is None or of[1].entails != to[0]:
            found.append(f"{row['of']!r} should presuppose {row['to']!r}, not {of and of[1].entails}")
    return found


def _statement_faults(row: dict[str, Any], got: ExtractedStatement) -> list[str]:
    said = [day and day.isoformat() for day in (got.said.earliest, got.said.latest)]
    name = got.source.name if got.source else None
    actual: dict[str, Any] = {
        "act": got.act.value,
        "parties": sorted(got.parties),
        "basis": got.basis.value,
        "heads": got.heads,
        "said": said,
        "topic": got.topic,
        "certainty": got.certainty.value,
        "mode": got.mode.value,
    }
    found = [
        f"{key} is {actual[key]!r}, expected {value!r}"
        for key, value in row.items()
        if key in actual and actual[key] != (sorted(value) if key == "parties" else value)
    ]
    if "speaker" in row:
        wanted = row["speaker"]
        if (name is None) != (wanted is None) or (wanted and wanted.lower() not in (name or "").lower()):
            found.append(f"speaker is {name!r}, expected {wanted!r}")
    return found


def _link_faults(row: dict[str, Any], case: Case, extraction: Extraction) -> list[str]:
    hit = statement_at(extraction, case.text, row["of"])
    if hit is None:
        return [f"no statement holds {row['of']!r}"]
    index, got = hit
    made = [(stance.stance.value, stance.statement) for stance in got.stances]
    target: int | None = None
    if row["to"] == "itself":
        target = index
    elif row["to"] is not None:
        claim = statement_at(extraction, case.text, row["to"])
        if claim is None:
            return [f"no statement holds {row['to']!r}"]
        target = claim[0]
    if (row["stance"], target) in made:
        return []
    return [f"{row['of']!r} should be {row['stance']} of {row['to']!r} ({target}), is {made}"]
