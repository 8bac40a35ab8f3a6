"""The fields of the query language, a row each: parser, help, completion and tests read this table."""

from dataclasses import dataclass
from enum import Enum

from diplotui.model import Basis, ClaimStatus, EventKind, NoteKind
from diplotui.model.queries import Field


class Shape(Enum):
    """What may stand behind the colon."""

    WORDS = "words"
    LIST = "one of a list"
    TOPIC = "a topic"
    PARTY = "a party"
    DAY = "a day"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: what it asks for, a query that uses it, and one whose value is taken as plain words."""

    field: Field
    shape: Shape
    help: str
    example: str
    counter: str
    values: tuple[str, ...] = ()


PARTS = ("statement", "claim", "note", "event", "speaker")
"""What ``kind`` can restrict the search to, beside the kinds of events and of notes."""

STATUSES: dict[str, frozenset[ClaimStatus]] = {
    **{status.value: frozenset({status}) for status in ClaimStatus},
    "denied": frozenset({ClaimStatus.DENIED, ClaimStatus.DENIED_IN_PART, ClaimStatus.DENIED_BY_SOME}),
    "contested": frozenset(
        {
            ClaimStatus.DISPUTED,
            ClaimStatus.DENIED,
            ClaimStatus.DENIED_IN_PART,
            ClaimStatus.DENIED_BY_SOME,
        }
    ),
}
"""What each word for a status stands for; ``denied`` covers its weaker forms, as in the filter of claims."""

KINDS = (
    *PARTS,
    *(kind.value for kind in NoteKind if kind is not NoteKind.NOTE),
    *(kind.value for kind in EventKind),
)

FIELDS: tuple[FieldRow, ...] = (
    FieldRow(Field.SPEAKER, Shape.WORDS, "who says it: name or office", "speaker:peskov", "speaker:"),
    FieldRow(Field.PARTY, Shape.PARTY, "for whom it is said: a code or a name", "party:RU", "party:?"),
    FieldRow(Field.ABOUT, Shape.PARTY, "whom the claim is about", "about:US", "about:"),
    FieldRow(
        Field.DENIES, Shape.WORDS, "denies a claim of these words; in capitals: that party denies",
        "denies:ceasefire", "denies:",
    ),
    FieldRow(
        Field.AFFIRMS, Shape.WORDS, "asserts or confirms a claim of these words, or a party does",
        'affirms:"grain deal"', "affirms:--",
    ),
    FieldRow(
        Field.EVADES, Shape.WORDS, "answers neither yes nor no to a claim of these words, or a party does",
        "evades:RU", "evades:",
    ),
    FieldRow(Field.PUBLISHER, Shape.WORDS, "the outlet that printed it", "publisher:reuters", "publisher:"),
    FieldRow(
        Field.BASIS, Shape.LIST, "on what footing it was said", "basis:anonymous", "basis:rumour",
        tuple(basis.value for basis in Basis),
    ),
    FieldRow(
        Field.STATUS, Shape.LIST, "how a claim stands", "status:denied", "status:false", tuple(STATUSES)
    ),
    FieldRow(Field.TOPIC, Shape.TOPIC, "a topic's id, or words of its name", "topic:prisoners", "topic:"),
    FieldRow(
        Field.KIND, Shape.LIST, "only statements, claims, notes ..., or events of a kind",
        "kind:note", "kind:thing", KINDS,
    ),
    FieldRow(Field.SINCE, Shape.DAY, "public on this day or later", 'since:"2 weeks ago"', "since:whenever"),
    FieldRow(Field.UNTIL, Shape.DAY, "public on this day or before", "until:2024-02-16", "until:soonish"),
    FieldRow(Field.ON, Shape.DAY, "public on this day", "on:yesterday", "on:qqq"),
)  # fmt: skip

BY_NAME: dict[str, FieldRow] = {row.field.value: row for row in FIELDS}


def help_lines() -> tuple[tuple[str, str], ...]:
    """What can be typed and what it asks for, a line each."""
    return (
        ("truce offer", "both words, anywhere in a development; the last may be a beginning"),
        ('"not true"', "these words side by side"),
        ("-drone", "not this word; the minus goes before fields, too"),
        *((row.example, row.help) for row in FIELDS),
    )
