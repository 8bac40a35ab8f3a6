"""``status --json``: exactly these keys, for every claim, with a cell for every subject."""

import json
from datetime import date

from diplotui.exports.status_json import status_json
from diplotui.model import (
    Basis,
    Claim,
    ClaimRow,
    ClaimStatus,
    Coverage,
    NewestStance,
    OriginCount,
    Position,
    PositionKind,
    Stance,
)

ROW = ClaimRow(
    Claim("c1", "e1", "A boat crossed.", subjects=("NO", "SE")),
    "borders",
    ClaimStatus.DENIED_BY_SOME,
    OriginCount(2, 1, 4, 3),
    (
        Position(
            "NO",
            PositionKind.DENIES,
            Stance.DENIES,
            Coverage.EXPLICIT,
            Basis.ON_RECORD,
            date(2031, 6, 2),
            "s1",
            "to us",
            proposed=True,
            newest=NewestStance(Stance.DECLINES, date(2031, 6, 5), "s2"),
        ),
        Position("SE"),
    ),
)


def test_a_claim_with_a_denial_and_a_subject_that_said_nothing() -> None:
    nothing = dict.fromkeys(("stance", "coverage", "basis", "on", "statement", "scope", "newest"))
    assert status_json([ROW]) == [
        {
            "id": "c1",
            "claim": "A boat crossed.",
            "topic": "borders",
            "status": "denied-by-some",
            "subjects": ["NO", "SE"],
            "positions": {
                "NO": {
                    "position": "denies",
                    "stance": "denies",
                    "coverage": "explicit",
                    "basis": "on-record",
                    "on": "2031-06-02",
                    "statement": "s1",
                    "scope": "to us",
                    "proposed": True,
                    "reversed": False,
                    "newest": {"stance": "declines", "on": "2031-06-05", "statement": "s2"},
                },
                "SE": {"position": "nothing", "proposed": False, "reversed": False, **nothing},
            },
            "origins": 2,
            "named": 1,
            "people": 4,
            "documents": 3,
        }
    ]


def test_it_is_json_as_it_stands() -> None:
    assert json.loads(json.dumps(status_json([ROW]))) == status_json([ROW])
    assert status_json([]) == []
