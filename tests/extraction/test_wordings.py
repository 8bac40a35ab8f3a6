"""Every wording of a denial, an evasion and a look-alike is read for what it is, and laid to who said it."""

from datetime import date

import pytest

from diplotui.extraction.pipeline import extract
from diplotui.model import Act, ExtractedStatement
from tests.extraction.wordings import DENIED, EVADED, NOT_DENIED

Table = dict[str, tuple[tuple[str, str], ...]]


def pairs(table: Table) -> list[object]:
    """Claim, answer and who gives it, named by the answer."""
    return [
        pytest.param(claim, reply, who, id=reply)
        for claim, replies in table.items()
        for reply, who in replies
    ]


def answers(claim: str, reply: str) -> list[ExtractedStatement]:
    """The statements read in the answer, which stands in a paragraph of its own behind the claim."""
    text = f"{claim}\n\n{reply}\n"
    low = len(claim) + 2
    found = extract(text, published=date(2024, 3, 14)).statements
    return [statement for statement in found if statement.end > low + 2]


def said_by(statement: ExtractedStatement, who: str) -> bool:
    name = statement.source.name if statement.source else ""
    return not who or who in statement.parties or who.lower() in name.lower()


@pytest.mark.parametrize(("claim", "reply", "who"), pairs(DENIED))
def test_this_denies(claim: str, reply: str, who: str) -> None:
    found = answers(claim, reply)
    assert any(one.act is Act.DENIAL and said_by(one, who) for one in found), found


@pytest.mark.parametrize(("claim", "reply", "who"), pairs(EVADED))
def test_this_gives_no_answer(claim: str, reply: str, who: str) -> None:
    found = answers(claim, reply)
    assert any(one.act is Act.NO_COMMENT and said_by(one, who) for one in found), found


@pytest.mark.parametrize(("claim", "reply", "who"), pairs(NOT_DENIED))
def test_this_denies_nothing(claim: str, reply: str, who: str) -> None:
    assert all(one.act is not Act.DENIAL for one in answers(claim, reply))
