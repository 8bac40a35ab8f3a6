"""Which events and which of their parts fit a query."""

import pytest

from diplotui.model import Basis, ClaimStatus, EventKind, PositionKind
from diplotui.query import parse_query
from diplotui.query.matching import Asked, ClaimPart, NotePart, Parts, StatementPart, parts_found
from diplotui.query.words import Text, found_in, pattern_of, shortened

EVENT = Parts(
    "Ferry treaty put off",
    EventKind.ALLEGED,
    statements=(
        StatementPart(
            "s1", "Oslo had offered a pause", "Kari Holm", ("Kari Holm", "foreign minister"), "NO",
            Basis.ON_RECORD, "Evening Post", ((PositionKind.AFFIRMS, "c1"), (PositionKind.DENIES, "c2")),
        ),
        StatementPart(
            "s2", "no such offer was ever made", "Lars Dahl", ("Lars Dahl", "spokesman"), "DK",
            Basis.ANONYMOUS, "Morning Wire", ((PositionKind.DENIES, "c1"),),
        ),
        StatementPart(
            "s3", "we will see", "Lars Dahl", ("Lars Dahl", "spokesman"), "DK",
            Basis.ON_RECORD, "Evening Post", ((PositionKind.EVADES, "c2"),),
        ),
    ),
    claims=(
        ClaimPart("c1", "Norway offered a pause.", ("NO",), ClaimStatus.DISPUTED),
        ClaimPart("c2", "The treaty was cancelled.", ("NO", "DK"), ClaimStatus.DENIED_BY_SOME),
    ),
    notes=(NotePart("n1", "question", "Ask about the pause again", ("urgent",)),),
)  # fmt: skip

PARTIES = (("NO", frozenset({"NO"})), ("DK", frozenset({"DK"})), ("denmark", frozenset({"DK"})))


def found(text: str) -> list[str] | None:
    parts = parts_found(Asked(parse_query(text + " "), PARTIES), EVENT)
    return None if parts is None else [part.id for part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("pause", ["s1", "c1", "n1"]),
        ("ferry", []),  # in the title alone
        ("offered pause", ["s1", "c1"]),
        ("holm pause", ["s1"]),
        ("speaker:holm", ["s1"]),
        ("speaker:minister", ["s1"]),
        ("speaker:dah", ["s2", "s3"]),
        ("speaker:ahl", None),
        ("-speaker:dahl basis:on-record", ["s1"]),
        ("party:denmark", ["s2", "s3"]),
        ("party:NO basis:anonymous", None),
        ("denies:pause", ["s2"]),
        ("denies:treaty", ["s1"]),
        ("denies:treaty party:DK", None),
        ("evades:treaty party:DK", ["s3"]),
        ("denies:DK", ["s2"]),
        ("denies:dk", None),
        ("affirms:DK", None),
        ("publisher:wire", ["s2"]),
        ("publisher:evening basis:anonymous", None),
        ("status:disputed", ["s1", "s2", "c1"]),
        ("status:denied", ["s1", "s3", "c2"]),
        ("status:affirmed", None),
        ("about:DK", ["s1", "s3", "c2"]),
        ("denies:pause status:disputed", ["s2"]),
        ("denies:pause kind:claim", ["c1"]),
        ("denies:pause status:denied", None),
        ("kind:note", ["n1"]),
        ("kind:question pause", ["n1"]),
        ("kind:judgement", None),
        ("kind:claim pause", ["c1"]),
        ("kind:claim ever", None),
        ("kind:event treaty", []),
        ("kind:event pause", None),
        ("kind:alleged pause", ["s1", "c1", "n1"]),
        ("kind:happened", None),
        ("-kind:alleged", None),
    ],
)
def test_conditions_hold_together_of_one_statement_and_its_claim(text: str, parts: list[str] | None) -> None:
    assert found(text) == parts


def test_accents_case_and_phrases() -> None:
    text = Text("Überprüfen: it was NOT  true, „not-true“")
    assert [text.text[a:b] for a, b in found_in(text, pattern_of("uberpr"))] == ["Überprüfen"]
    assert [text.text[a:b] for a, b in found_in(text, pattern_of("not true"))] == ["NOT  true", "not-true"]
    assert found_in(text, pattern_of("???")) == ()


def test_an_excerpt_begins_near_the_first_word_found() -> None:
    text = "word " * 60 + "truce\nhere " + "more " * 60
    span = (text.index("truce"), text.index("truce") + 5)
    line, spans = shortened(text, (span,))
    assert line.startswith("…") and line.endswith("…") and "\n" not in line
    assert [line[a:b] for a, b in spans] == ["truce"] and spans[0][0] < 40
    assert shortened("short truce", ((6, 11),)) == ("short truce", ((6, 11),))
