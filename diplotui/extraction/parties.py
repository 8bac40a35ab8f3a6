"""Whose official somebody is, where the phrase itself names no party.

The text says it elsewhere: a possessive ("its ambassador", "the country's atomic agency"), the place of
speaking ("In Islamabad, the foreign minister"; "the Foreign Office in Islamabad"), the dateline, or the party
spoken of last. First hit wins; the wording itself always comes before any of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from diplotui.extraction.candidate import Candidate, Shape
from diplotui.extraction.entities import Seen
from diplotui.extraction.reading import Reading
from diplotui.extraction.spans import Block
from diplotui.extraction.titles import BODY_HEADS, FORMER, OPPOSITION, SPEAKING_ROLES, TITLE_PARTIES, Role
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’ -]{2,30}(?:, [^—–\n(-]{1,30})?\s*(?:\([A-Za-z ]{2,20}\)\s*)?(?:—|–|--|-) "
)
"""MANILA, July 13 (Reuters) - ..."""

_POSSESSIVES = word_set("his her its their")
_BODY_WORDS = word_set(
    "alliance bloc union group organization organisation agency movement council body court league"
)
_COUNTRY_WORDS = word_set("country nation state government kingdom republic")
OFFICIAL_ROLES = frozenset({Role.LEADER, Role.MINISTER, Role.SPOKES, Role.ENVOY, Role.COMMANDER, Role.CHIEF})
"""Roles that imply a party even where the text names none."""

_PLACE_REACH = 8
"""Tokens between "In Islamabad," and the one who speaks there."""


def dateline_end(text: str, blocks: Sequence[Block]) -> tuple[int, int]:
    """Offsets of the dateline of the first blocks; (0, 0) where there is none."""
    for block in blocks[:3]:
        match = _DATELINE.match(text, block.start, block.end)
        if match is not None:
            return match.start(), match.end()
    return 0, 0


def implies_party(candidate: Candidate) -> bool:
    """Whether a phrase without a party speaks for one that the text names elsewhere."""
    words = set(candidate.name.lower().split()) | set((candidate.office or "").lower().split())
    if words & FORMER or words & OPPOSITION or candidate.plural:
        return False
    if candidate.role is not None:
        bare = candidate.role is Role.SPOKES and not candidate.inner
        return candidate.role in OFFICIAL_ROLES and (bare or candidate.article not in {"a", "an"})
    if candidate.shape is Shape.NOUN:
        return BODY_HEADS.get(candidate.noun) == "office" and candidate.article not in {"a", "an", ""}
    return candidate.shape is Shape.TERM and candidate.kind is ActorKind.OFFICE


def owner_party(reading: Reading, candidate: Candidate, earlier: Sequence[Source]) -> str | None:
    """The party that "its", "his", "the country's" or "the alliance's" points to: the nearest that fits."""
    words = reading.tokens.lower[max(0, candidate.first - 1) : candidate.last + 1]
    owners = {words[i - 1] for i, word in enumerate(words) if word == "'s" and i}
    if owners & _BODY_WORDS:
        return next((s.party for s in earlier if s.kind is ActorKind.BODY and s.party is not None), None)
    if owners & _COUNTRY_WORDS:
        return next((s.party for s in earlier if s.kind is ActorKind.STATE and s.party is not None), None)
    if _POSSESSIVES & set(words[:3]):
        return next((source.party for source in earlier if source.party is not None), None)
    return None


def owned(reading: Reading, candidate: Candidate) -> bool:
    """Whether a state's name or adjective stands in the phrase itself: Russia's embassy in Stockholm."""
    return any(
        at in reading.terms and reading.terms[at][1].kind in {"state", "demonym", "capital", "people"}
        for at in range(candidate.first, candidate.last + 1)
    )


def place_behind(reading: Reading, candidate: Candidate) -> str | None:
    """The party of the capital right behind a phrase: the Foreign Office in Islamabad."""
    after = candidate.last + 1
    if (
        after + 1 < len(reading.tokens)
        and reading.tokens.lower[after] in {"in", "at"}
        and after + 1 in reading.terms
    ):
        term = reading.terms[after + 1][1]
        return term.party if term.kind in {"capital", "state"} else None
    return None


def place_party(reading: Reading, candidate: Candidate) -> str | None:
    """The party of the place where somebody speaks: right behind the phrase, or at the sentence's head."""
    behind = place_behind(reading, candidate)
    if behind is not None:
        return behind
    for at in range(candidate.first - 1, max(-1, candidate.first - _PLACE_REACH), -1):
        if reading.opens[at]:
            if reading.tokens.lower[at] == "in" and at + 1 in reading.terms:
                term = reading.terms[at + 1][1]
                return term.party if term.kind in {"capital", "state"} else None
            return None
    return None


def speaks_without_party(candidate: Candidate) -> bool:
    """Whether the words of a phrase let its bearer speak for a party found elsewhere."""
    words = set(candidate.name.lower().split()) | set((candidate.office or "").lower().split())
    return candidate.role in SPEAKING_ROLES and not words & FORMER and not words & OPPOSITION


def title_party(office: str, *, sure: bool) -> str | None:
    """The party of a title that English-language news gives to one party alone, or (not ``sure``) mostly."""
    lowered = office.lower()
    return next((party for title, party, alone in TITLE_PARTIES if title in lowered and alone is sure), None)


LAST_PARTY_BLOCKS = 2
"""Paragraphs in which the party spoken of last stays the one meant by "the minister"."""


def with_party(reading: Reading, candidate: Candidate, recent: Sequence[Seen], home: str | None) -> Candidate:
    """The candidate with the party that the text names elsewhere, where its own words name none.

    ``recent``: earlier mentions, the last first; ``home``: the dateline's party.
    """
    described = candidate.office or candidate.role or candidate.shape in {Shape.ROLE, Shape.NOUN}
    if candidate.party is not None or not described:
        return candidate
    office = candidate.office or candidate.name
    sure = title_party(office, sure=True)
    if sure is not None and not candidate.speaks and candidate.role is not None:
        return replace(candidate, party=sure, speaks=speaks_without_party(candidate))
    if not implies_party(candidate):
        return candidate
    party = (
        owner_party(reading, candidate, [seen.entity.source for seen in recent])
        or place_party(reading, candidate)
        or home
        or title_party(office, sure=False)
        or _last_party(reading.block[candidate.first], recent)
    )
    return candidate if party is None else replace(candidate, party=party, speaks=True)


def _last_party(block: int, recent: Sequence[Seen]) -> str | None:
    """The party spoken of last in this paragraph or the ones before, as a subject."""
    for seen in recent:
        if block - seen.block > LAST_PARTY_BLOCKS:
            return None
        if seen.salience > 1 and seen.entity.source.party is not None:
            return seen.entity.source.party
    return None


__all__ = [
    "LAST_PARTY_BLOCKS",
    "OFFICIAL_ROLES",
    "dateline_end",
    "owned",
    "place_behind",
    "title_party",
    "with_party",
]
