"""Compile the marked-up development texts into plain texts and gold with exact offsets.

A source, ``source/NNN-slug.txt``, has three parts with a line ``===`` between them:

* a head of ``key: value`` lines (published, publisher, title, style, traits, topic) and of speakers,
  ``@key Full Name/other accepted form | office | PARTY``;
* the text, in which ``{...|...}`` marks a span: ``{s1|...}`` a statement (``{s1,s2|...}`` two of them),
  ``{q @key|...}`` quoted words (``{q @words>@relayed|...}`` where somebody else's words carry them),
  ``{d EDTF|...}`` a time expression (``also=EDTF`` as right, ``v=TIMEX3``, ``opt`` need not be found) and
  ``{x reason|...}`` a passage to leave out. Marks nest. A day may be relative to publication: ``Tue`` is
  the last Tuesday (that day included), ``Tue+`` the next, ``0`` the day itself, ``-1`` the day before;
* one line for each statement: ``s1 act speaker key=value ... [optional]``; see ``_statement``.

Run ``python -m tests.evaluation.compile`` after every change of a source.
"""

import json
import re
import shlex
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from diplotui.model import Act, Basis, Coverage, Stance
from tests.evaluation.edtf import DURATION, REFERENCE, bounds

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"
TEXTS = HERE / "texts"

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOT_SCORED = "?"
NOBODY = "-"
STANCES = frozenset(stance.value for stance in Stance)
EVASIONS = {Act.NO_COMMENT: Stance.DECLINES, Act.DENIAL: Stance.DENIES, Act.CONFIRMATION: Stance.CONFIRMS}


@dataclass(frozen=True, slots=True)
class Speaker:
    """One row of the head: the name as gold gives it, other accepted forms, office and parties."""

    name: str
    also: tuple[str, ...]
    office: str | None
    parties: tuple[str, ...] | None
    """None: the conventions do not decide it, so it is not scored."""


@dataclass(frozen=True, slots=True)
class Span:
    """One marked span: what the mark says and where its text lies in the plain text."""

    mark: str
    start: int
    end: int


@dataclass(slots=True)
class Source:
    """A source cut into its parts."""

    head: dict[str, str] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    lines: list[list[str]] = field(default_factory=list)


def read_source(raw: str) -> Source:
    """The parts of one source; raises ValueError where the notation is broken."""
    head, body, foot = re.split(r"(?m)^===\n", raw)
    source = Source()
    for line in head.splitlines():
        if line.startswith("@"):
            key, _, row = line.partition(" ")
            source.speakers[key] = _speaker(row)
        elif line.strip():
            key, _, value = line.partition(":")
            source.head[key.strip()] = value.strip()
    source.text, source.spans = strip_marks(body.strip("\n"))
    source.lines = [shlex.split(line) for line in foot.splitlines() if line.strip()]
    return source


def _speaker(row: str) -> Speaker:
    name, office, parties = ([part.strip() for part in row.split("|")] + ["", ""])[:3]
    names = [part.strip() for part in name.split("/")]
    return Speaker(names[0], tuple(names[1:]), office or None, _parties(parties))


def _parties(words: str) -> tuple[str, ...] | None:
    if words == NOT_SCORED:
        return None
    return () if words in ("", NOBODY) else tuple(words.split(","))


def strip_marks(body: str) -> tuple[str, list[Span]]:
    """The plain text, and every marked span with its offsets in it, in order of their starts."""
    plain: list[str] = []
    length = 0
    opened: list[tuple[str, int]] = []
    spans: list[Span] = []
    for piece in re.findall(r"\{[^|{}]*\||\}|[^{}]+", body):
        if piece == "}":
            mark, start = opened.pop()
            spans.append(Span(mark, start, length))
        elif piece.startswith("{"):
            opened.append((piece[1:-1].strip(), length))
        else:
            plain.append(piece)
            length += len(piece)
    if opened:
        raise ValueError(f"mark never closed: {opened[-1][0]}")
    return "".join(plain), sorted(spans, key=lambda span: (span.start, -span.end))


def compile_source(name: str, raw: str) -> tuple[str, dict[str, Any]]:
    """The plain text and its gold record."""
    source = read_source(raw)
    places = {
        key.strip(): span
        for span in source.spans
        if re.match(r"s\d", span.mark)
        for key in span.mark.split(",")
    }
    lines = sorted(
        source.lines, key=lambda line: (places[line[0]].start, places[line[0]].end, _number(line[0]))
    )
    if {line[0] for line in lines} != set(places):
        raise ValueError(f"{name}: marked {sorted(places)}, described {sorted(line[0] for line in lines)}")
    order = {line[0]: index for index, line in enumerate(lines)}
    published = source.head["published"]
    gold: dict[str, Any] = {
        "id": name,
        "half": group_of(_number(name)),
        "published": None if published == "none" else published,
        "publisher": source.head["publisher"],
        "title": source.head["title"],
        "style": source.head["style"],
        "traits": [trait.strip() for trait in source.head.get("traits", "").split(",") if trait.strip()],
        "statements": [_statement(line, places[line[0]], order, source) for line in lines],
        "quotes": [_quote(span, source) for span in source.spans if span.mark.startswith("q ")],
        "dates": [_date(span, source) for span in source.spans if span.mark.startswith("d ")],
        "excluded": [
            {**_place(span, source), "reason": span.mark[2:]}
            for span in source.spans
            if span.mark.startswith("x ")
        ],
    }
    return source.text, gold


SET_C_FROM = 101
"""Texts from this number on are set C."""
SET_D_FROM = 201
"""Texts from this number on are set D (even numbers) and set E (odd numbers)."""


def group_of(number: int) -> str:
    """Half A or B (even, odd), set C (wordings), set D or E (even, odd); only E is held out."""
    if number >= SET_D_FROM:
        return "d" if number % 2 == 0 else "e"
    if number >= SET_C_FROM:
        return "c"
    return "a" if number % 2 == 0 else "b"


def _number(name: str) -> int:
    digits = re.search(r"\d+", name)
    if digits is None:
        raise ValueError(f"{name}: no number")
    return int(digits[0])


def _place(span: Span, source: Source) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "exact": source.text[span.start : span.end]}


def _statement(line: list[str], span: Span, order: dict[str, int], source: Source) -> dict[str, Any]:
    """One statement from its line.

    ``act`` and ``speaker`` may name other right answers after a slash; speaker ``-`` is the author. Keys:
    ``party`` (codes, ``-`` none, ``?`` not scored), ``basis``, ``topic`` (others after a slash), ``said``
    (EDTF), ``coverage``, ``scope``, and any stance: ``denies=s1/s2`` (either is right), ``denies=s1,s3``
    (both), ``denies=none`` (unlinked or its own claim), ``denies=s1/none`` (may be linked and need not).
    """
    _, acts, speakers, *rest = line
    keys = dict(word.split("=", 1) for word in rest if "=" in word)
    act, *act_also = [Act(word).value for word in acts.split("/")]
    names: list[str | None] = [
        name for word in speakers.split("/") for name in (_names(word, source) or (None,))
    ]
    first = source.speakers.get(speakers.split("/")[0])
    party = _parties(keys.pop("party")) if "party" in keys else (first.parties if first else ())
    topic, *topic_also = keys.pop("topic", source.head.get("topic", "other")).split("/")
    coverage, scope = Coverage(keys.pop("coverage", "explicit")), keys.pop("scope", None)
    basis = keys.pop("basis", _default_basis(first, coverage))
    said = keys.pop("said", _default_said(basis, source))
    unknown = set(keys) - STANCES
    if unknown:
        raise ValueError(f"{line[0]}: no such key {sorted(unknown)}")
    return {
        **_place(span, source),
        "act": act,
        "act_also": act_also,
        "speaker": names[0],
        "speaker_also": names[1:],
        "office": first.office if first else None,
        "parties": None if party is None else list(party),
        "basis": None if basis == NOT_SCORED else Basis(basis).value,
        "topic": None if topic == NOT_SCORED else topic,
        "topic_also": topic_also,
        "said": _edtf(said, source),
        "stances": [
            {
                "statement": [order.get(key) for key in alternatives],
                "stance": stance,
                "coverage": coverage.value,
                "scope": scope,
            }
            for stance, alternatives in _stances(line[0], Act(act), keys)
        ],
        "optional": "optional" in rest,
    }


def _names(word: str, source: Source) -> tuple[str, ...]:
    if word == NOBODY:
        return ()
    speaker = source.speakers[word]
    return (speaker.name, *speaker.also)


def _default_basis(speaker: Speaker | None, coverage: Coverage) -> str:
    """On record for named speakers and bodies; for "a spokesman" it is open whether that is a name."""
    if speaker is None:
        return "characterised" if coverage is Coverage.CHARACTERISED else "author"
    return NOT_SCORED if re.match(r"(a|an|one|two|three) ", speaker.name, re.IGNORECASE) else "on-record"


def _default_said(basis: str, source: Source) -> str:
    published = source.head["published"]
    if published == "none":
        return "PAST_REF"
    return published if basis == "author" else f"../{published}"


def _stances(own: str, act: Act, keys: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Stance words with the statements whose claim they may name; none named: unlinked or its own."""
    if not keys:
        stance = EVASIONS.get(act, Stance.ASSERTS)
        return [(stance.value, [own if stance is Stance.ASSERTS else "none"])]
    return [
        (stance, [own if key == "own" else key for key in target.split("/")])
        for stance, targets in keys.items()
        for target in targets.split(",")
    ]


def _quote(span: Span, source: Source) -> dict[str, Any]:
    words_of, _, relayed = span.mark[2:].partition(">")
    names = _names(words_of.strip(), source)
    relays = _names(relayed.strip(), source) if relayed else []
    return {
        **_place(span, source),
        "speaker": names[0] if names else None,
        "speaker_also": list(names[1:]),
        "relays": relays[0] if relays else None,
    }


def _date(span: Span, source: Source) -> dict[str, Any]:
    edtf, *rest = span.mark[2:].split()
    options = dict(word.split("=", 1) for word in rest if "=" in word)
    also = [_edtf(other, source) for other in options.get("also", "").split(",") if other]
    record = _edtf(edtf, source)
    value = options.get("v", edtf if edtf in REFERENCE else record["edtf"])
    return {
        **_place(span, source),
        "value": value,
        **record,
        "also_accept": [[other["earliest"], other["latest"]] for other in also],
        "optional": "opt" in rest or edtf in REFERENCE or bool(DURATION.match(edtf)),
    }


def _edtf(words: str, source: Source) -> dict[str, Any]:
    edtf = "/".join(_absolute(part, source.head["published"]) for part in words.split("/"))
    earliest, latest = bounds(edtf)
    return {
        "edtf": None if edtf in REFERENCE else edtf,
        "earliest": _day(earliest),
        "latest": _day(latest),
    }


def _absolute(part: str, published: str) -> str:
    """``part`` with a weekday or a count of days turned into the day it means."""
    if re.fullmatch(r"[+-]?\d{1,3}", part):
        return (date.fromisoformat(published) + timedelta(days=int(part))).isoformat()
    if part.rstrip("+") not in WEEKDAYS:
        return part
    back = (date.fromisoformat(published).weekday() - WEEKDAYS.index(part.rstrip("+"))) % 7
    return (date.fromisoformat(published) - timedelta(days=back - 7 * part.endswith("+"))).isoformat()


def _day(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())


def compile_all() -> int:
    """Write every text and its gold; the number of texts."""
    sources = sorted(SOURCE.glob("*.txt"))
    for path in sources:
        try:
            text, gold = compile_source(path.stem, path.read_text(encoding="utf-8"))
        except (ValueError, KeyError, IndexError) as error:
            raise SystemExit(f"{path.name}: {type(error).__name__}: {error}") from error
        (TEXTS / path.name).write_text(text, encoding="utf-8")
        gold_json = json.dumps(gold, ensure_ascii=False, indent=1)
        (TEXTS / f"{path.stem}.json").write_text(gold_json + "\n", encoding="utf-8")
    return len(sources)


if __name__ == "__main__":
    print(f"{compile_all()} texts compiled")
