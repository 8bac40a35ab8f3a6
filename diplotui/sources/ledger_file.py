"""A ledger file as records: ``diplotui-ledger/1``, and ``diplotui-gold/1`` with its one document.

Every id, span, reference and word of a closed list is checked, so that the store can take what comes back as
it is. Offsets are Unicode code points, end not included.
"""

import json
from collections import Counter
from dataclasses import dataclass, field

from diplotui.errors import InputError
from diplotui.model import OTHER_TOPIC, ExcludedPassage, Filing
from diplotui.sources import ledger_records as rows
from diplotui.sources.json_record import JsonRecord, shown

LEDGER_FORMAT = "diplotui-ledger/1"
GOLD_FORMAT = "diplotui-gold/1"

REQUIRED = ("topics", "actors", "events", "claims", "statements")
OPTIONAL = ("quotes", "dates", "excluded", "notes")
"""Sections that a file must have, and those that it may have, beside its document or documents."""

REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("documents", "publisher", ("actors",)),
    ("documents", "replaces", ("documents",)),
    ("actors", "of", ("actors",)),
    ("actors", "vouched_by", ("actors",)),
    ("actors", "same_as", ("actors",)),
    ("events", "topic", ("topics",)),
    ("events", "same_as", ("events",)),
    ("passages", "document", ("documents",)),
    ("claims", "event", ("events",)),
    ("claims", "entails", ("claims",)),
    ("claims", "same_as", ("claims",)),
    ("statements", "document", ("documents",)),
    ("statements", "speaker", ("actors",)),
    ("statements", "chain", ("actors",)),
    ("statements", "event", ("events",)),
    ("targets", "claim", ("claims",)),
    ("quotes", "document", ("documents",)),
    ("quotes", "statement", ("statements",)),
    ("quotes", "words_of", ("actors",)),
    ("quotes", "relays", ("actors",)),
    ("dates", "document", ("documents",)),
    ("dates", "dates", ("events", "claims", "statements")),
    ("excluded", "document", ("documents",)),
)
"""Section, key, and the sections in one of which the id (or each id of a list) must be found."""

NO_CIRCLES = (
    ("claims", "entails"),
    ("claims", "same_as"),
    ("events", "same_as"),
    ("actors", "same_as"),
    ("actors", "of"),
    ("documents", "replaces"),
)
"""Section and key of relations that must not lead back to where they began."""

SPANS = ("passages", "statements", "quotes", "dates", "excluded")
"""Sections whose entries are passages of a document."""


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """What a ledger file holds, and in words what of it the ledger does not keep."""

    filing: Filing
    left_out: tuple[str, ...]


@dataclass(slots=True)
class _Sections:
    """The JSON objects of a file by section; ``passages`` and ``targets`` are gathered from all rows."""

    root: JsonRecord
    by_name: dict[str, list[JsonRecord]] = field(default_factory=dict)
    only: str | None = None
    """Id of the one document of a file that has just one."""

    def __getitem__(self, name: str) -> list[JsonRecord]:
        return self.by_name.get(name, [])


def read_ledger_file(text: str) -> LedgerFile:
    """Read a ledger file; raises InputError with one line that names the place of the first mistake."""
    sections = _sections(_parsed(text))
    _refuse_twins(sections)
    filing = _filing(sections)
    _check_references(sections)
    _check_circles(sections)
    _check_spans(sections, {document.id: document.text for document in filing.documents})
    return LedgerFile(filing, _left_out(sections))


def _parsed(text: str) -> JsonRecord:
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except (ValueError, RecursionError):
        raise InputError(
            "is not JSON that can be read: a number is too long or it is nested too deep"
        ) from None
    root = JsonRecord(value, "the file")
    written = root.values.get("format")
    root.unread.discard("format")
    if written not in (LEDGER_FORMAT, GOLD_FORMAT):
        said = f'"format" is "{shown(written)}"' if "format" in root.values else 'it has no "format"'
        raise InputError(f'is no ledger file: {said}; it should be "{LEDGER_FORMAT}"')
    return root


def _sections(root: JsonRecord) -> _Sections:
    sections = _Sections(root)
    if root.values["format"] == GOLD_FORMAT:
        only = root.record("document")
        only.place = "document"
        sections.by_name["documents"] = [only]
        sections.only = only.identifier()
    else:
        sections.by_name["documents"] = _entries(root, "documents", required=True)
    for name in (*REQUIRED, *OPTIONAL):
        sections.by_name[name] = _entries(root, name, required=name in REQUIRED)
    sections.by_name["passages"] = [one for event in sections["events"] for one in event.records("passages")]
    sections.by_name["targets"] = [
        one for statement in sections["statements"] for one in statement.records("targets", required=True)
    ]
    return sections


def _entries(root: JsonRecord, name: str, *, required: bool) -> list[JsonRecord]:
    """The objects of a section, each named by its number and, where it has one, its id."""
    entries = []
    for number, value in enumerate(root.items(name, required=required)):
        known_as = value.get("id") if isinstance(value, dict) else None
        place = f"{name}[{number}]" + (f" {shown(known_as)}" if isinstance(known_as, str) else "")
        entries.append(JsonRecord(value, place))
    return entries


def _filing(sections: _Sections) -> Filing:
    only = sections.only
    skip: dict[str, list[ExcludedPassage]] = {}
    for record in sections["excluded"]:
        skip.setdefault(rows.document_of(record, only), []).append(rows.excluded(record))
    return Filing(
        documents=tuple(rows.document(one, skip.get(one.identifier(), ())) for one in sections["documents"]),
        topics=tuple(rows.topic(one, place) for place, one in enumerate(sections["topics"])),
        actors=tuple(map(rows.actor, sections["actors"])),
        events=tuple(
            rows.event(one, (rows.passage(passage, only) for passage in one.records("passages")))
            for one in sections["events"]
        ),
        claims=tuple(map(rows.claim, sections["claims"])),
        statements=tuple(rows.statement(one, only) for one in sections["statements"]),
        stances=tuple(
            rows.stance(target, one) for one in sections["statements"] for target in one.records("targets")
        ),
        quotes=tuple(rows.quote(one, only) for one in sections["quotes"]),
        dates=tuple(rows.date_mention(one, only) for one in sections["dates"]),
        notes=tuple(map(rows.note, sections["notes"])),
    )


def _refuse_twins(sections: _Sections) -> None:
    """Raise InputError where an id stands twice in a section, or a statement has two targets on one claim."""
    for name in ("documents", *REQUIRED, "quotes", "dates", "notes"):
        _all_differ(sections[name], ("id",))
    for event in sections["events"]:
        _all_differ(event.records("passages"), ("document", "start", "end"))
    for statement in sections["statements"]:
        _all_differ(statement.records("targets"), ("claim",))


def _all_differ(records: list[JsonRecord], keys: tuple[str, ...]) -> None:
    first: dict[str, str] = {}
    for record in records:
        identity = repr([record.values.get(key) for key in keys])
        if identity in first:
            raise record.wrong(f"has the same {', '.join(keys)} as {first[identity]}")
        first[identity] = record.place


def _check_references(sections: _Sections) -> None:
    ids = {
        name: {record.values.get("id") for record in records} for name, records in sections.by_name.items()
    }
    ids["topics"].add(OTHER_TOPIC)
    for name, key, targets in REFERENCES:
        known = set().union(*(ids[target] for target in targets))
        for record in sections[name]:
            value = record.values.get(key)
            for wanted in value if isinstance(value, list) else [] if value is None else [value]:
                if wanted not in known:
                    raise record.wrong(
                        f'"{key}" names "{shown(wanted)}", which is none of the {_any(targets)}'
                    )


def _any(names: tuple[str, ...]) -> str:
    return " or ".join(names)


def _check_circles(sections: _Sections) -> None:
    for name, key in NO_CIRCLES:
        following = {record.values.get("id"): record.values.get(key) for record in sections[name]}
        for record in sections[name]:
            start = one = record.values.get("id")
            for _ in following:
                one = following.get(one)
                if one is None or one == start:
                    break
            if one is not None and one == start:
                raise record.wrong(f'"{key}" leads back to {shown(start)} itself')


def _check_spans(sections: _Sections, texts: dict[str, str]) -> None:
    for name in SPANS:
        for record in sections[name]:
            text = texts[rows.document_of(record, sections.only)]
            start, end = record.count("start"), record.count("end")
            if not start < end <= len(text):
                raise record.wrong(f"{start}-{end} is no passage of a text of {len(text)} characters")
            if "exact" in record.values and record.exactly("exact") != text[start:end]:
                raise record.wrong(f"passage does not equal the text at {start}-{end}")


def _left_out(sections: _Sections) -> tuple[str, ...]:
    """A line for everything that the file has and the ledger has no place for."""
    lines = [shown(key) for key in sections.root.values if key in sections.root.unread]
    for name in ("documents", *REQUIRED, *OPTIONAL, "passages", "targets"):
        unread: Counter[str] = Counter()
        removed: Counter[str] = Counter()
        for record in sections[name]:
            for one in (
                record,
                *(inner for key in ("date", "said", "body") for inner in record.inner.get(key, ())),
            ):
                unread.update(one.unread)
                removed.update(one.removed)
        lines += [f"{name}: {shown(key)} ({count})" for key, count in sorted(unread.items())]
        lines += [
            f"{name}: {count} control or format characters in {key}" for key, count in sorted(removed.items())
        ]
    return tuple(lines)
