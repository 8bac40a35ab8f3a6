"""The filter line of the claims screen: what its words mean."""

from diplotui.model import ClaimFilter, ClaimOrder, ClaimStatus
from diplotui.query.parsing import party_code
from diplotui.text import one_line

PHRASES: tuple[tuple[str, frozenset[ClaimStatus] | None], ...] = (
    ("denied in part", frozenset({ClaimStatus.DENIED_IN_PART})),
    ("denied by some", frozenset({ClaimStatus.DENIED_BY_SOME})),
    ("denied", frozenset({ClaimStatus.DENIED, ClaimStatus.DENIED_IN_PART, ClaimStatus.DENIED_BY_SOME})),
    ("disputed", frozenset({ClaimStatus.DISPUTED})),
    ("withdrawn", frozenset({ClaimStatus.WITHDRAWN})),
    ("evaded", frozenset({ClaimStatus.EVADED})),
    ("silent", frozenset({ClaimStatus.SILENT})),
    ("asked", frozenset({ClaimStatus.ASKED})),
    ("affirmed", frozenset({ClaimStatus.AFFIRMED})),
    ("unaddressed", frozenset({ClaimStatus.UNADDRESSED})),
    ("never answered", None),
    ("reversed", None),
)
"""Words of the filter that stand for statuses, longer ones first; None: told from the positions."""


def read_claim_filter(typed: str, order: ClaimOrder = ClaimOrder.CHANGED) -> ClaimFilter:
    """What was typed as a filter; nothing that can be typed is an error.

    Status words (``denied by some``, ``never answered``, ``reversed``; of several statuses any), codes of
    parties in capitals, and any other words, which stand in the claim or in the name of its topic.
    """
    rest = f" {one_line(typed)} "
    statuses: set[ClaimStatus] = set()
    told = set()
    for phrase, meant in PHRASES:
        place = rest.casefold().find(f" {phrase} ")
        if place >= 0:
            rest = f"{rest[:place]} {rest[place + len(phrase) + 1 :]}"
            statuses |= meant or set()
            told.add(phrase)
    codes = tuple(dict.fromkeys(word for word in rest.split() if party_code(word)))
    return ClaimFilter(
        party=codes[0] if codes else None,
        parties=codes[1:],
        statuses=tuple(status for status in ClaimStatus if status in statuses),
        reversed="reversed" in told,
        unanswered="never answered" in told,
        words=tuple(word for word in rest.split() if not party_code(word)),
        order=order,
    )
