"""A communiqué's plain sentences are its issuer's; a journalist's are not. Every text is invented."""

import pytest

from diplotui.extraction.pipeline import extract
from diplotui.model import Basis

COMMUNIQUE = (
    "The Ministry regrets that two vessels of the Republic of Malta were boarded on Monday.\n\n"
    "Valletta had given no consent. The Government of the Republic of Malta reserves its rights."
)


def test_what_a_communique_states_is_said_by_its_issuer() -> None:
    told = extract(COMMUNIQUE, published=None).statements
    assert {(one.source.name if one.source else None) for one in told[:2]} == {"Ministry"}
    assert [one.parties for one in told[:2]] == [("MT",), ("MT",)]
    assert {one.basis for one in told[:2]} == {Basis.ON_RECORD}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Monday that it regretted the delay. Malta had given no consent to the search.",
        "The Ministry of Silly Walks is a sketch. Malta had given no consent to the search.",
        "Malta regrets the delay. Malta had given no consent to the search.",
    ],
)
def test_what_a_journalist_states_is_nobodys(text: str) -> None:
    told = [one for one in extract(text, published=None).statements if "consent" in one.content]
    assert told
    assert [one.source for one in told] == [None]
