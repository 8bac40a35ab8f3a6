"""What an entity is called by: the head of its title, and whether the title belongs to a state at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import (
    CLAUSE_OFFICES,
    ENVOYS,
    INSPECTORS,
    NOBODY,
    OFFICERS,
    OFFICES,
    OWNING_BODIES,
    RULERS,
    SPOKES,
)
from diplotui.extraction.homes.search import HomeSearch
from diplotui.extraction.homes.text import HomeText
from diplotui.extraction.spans import Mention
from diplotui.extraction.titles import COMPLEMENTS
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

NEEDY = OFFICES | RULERS | SPOKES | ENVOYS | OFFICERS | INSPECTORS
"""Heads behind which a state stands even where the phrase names none."""
_CUTS = word_set("of for in at to with on from near inside , who which")
_NAMED_STATE = COMPLEMENTS | word_set("states the national")
"""Words behind "of" that name a matter and no place or firm: Minister of Justice."""
_COUNTRY = word_set("country nation state kingdom republic island emirate government")
_TRAILING = word_set("neither either both nor")


@dataclass(frozen=True, slots=True)
class Title:
    """What an entity is called by: the words of its office and which of them is the head."""

    words: frozenset[str]
    head: str
    blocked: bool
    """The words belong to no state: a company, an opposition, a former office, another body."""
    definite: bool
    plural: bool
    owned: bool
    """Others than the state own the head: the Spanish fishermen's spokesman."""


def trimmed(mention: Mention, text: str) -> Mention:
    """A phrase without the "neither" of what follows it."""
    words = text[mention.start : mention.end].split()
    if len(words) < 2 or words[-1] not in _TRAILING or mention.source.kind is not ActorKind.ANONYMOUS:
        return mention
    end = mention.start + len(text[mention.start : mention.end].rstrip()[: -len(words[-1])].rstrip())
    return replace(mention, end=end)


def completed(home: HomeText, mention: Mention) -> Mention:
    """``X of the Portuguese`` with the ministry that follows: a name is not left at an adjective."""
    if mention.source.kind is not ActorKind.PERSON:
        return mention
    lower, last = home.tokens.lower, home.tokens.at(mention.end) - 1
    place = home.ends.get(last)
    if place is None or place.term.kind != "demonym":
        return mention
    for at in range(last + 1, min(last + 5, len(lower))):
        if lower[at] in OFFICES:
            return replace(mention, end=home.tokens.ends[at])
        if not lower[at].isalpha():
            break
    return mention


def title_of(search: HomeSearch, phrases: Sequence[Phrase], source: Source) -> Title:
    """The title of an entity, from the office it bears, its first phrase, or the words before its name."""
    first, lower = phrases[0], search.tokens.lower
    office = source.office
    words = (
        list(office.lower().replace("’", "'").replace("'s", " 's").split()) if office else list(first.words)
    )
    before = search.title_before(first) if source.kind is ActorKind.PERSON else None
    if before is not None:
        words = lower[before[0] : before[1]]
    cut = next((i for i, word in enumerate(words) if word in _CUTS and i), len(words))
    named = [word.rstrip(".,") for word in words[:cut] if word[0].isalnum()]
    head = named[-1] if named else ""
    if head == "d'affaires":
        head = "chargé"
    if head not in NEEDY and office is None and set(words[cut:]) & OFFICES:
        head = next(word for word in words[cut:] if word in OFFICES)
    lead = lower[first.first]
    plural = (head.endswith("s") and head not in OFFICES) or head in {"troops", "forces"}
    return Title(
        words=frozenset(words),
        head=head,
        blocked=_belongs_elsewhere(search, first),
        definite=lead not in {"a", "an", "another", "some", "several"},
        plural=plural,
        owned=_owned(search, first),
    )


def _owned(search: HomeSearch, phrase: Phrase) -> bool:
    lower = search.tokens.lower
    return any(
        lower[at] == "'s"
        and at - 1 not in search.home.ends
        and lower[at - 1] not in _COUNTRY | OWNING_BODIES | RULERS
        for at in range(phrase.first + 2, phrase.after)
    )


def _belongs_elsewhere(search: HomeSearch, phrase: Phrase) -> bool:
    """Whether a phrase names a company, an opposition, a former office, or another's body or place."""
    lower, words = search.tokens.lower, search.tokens.words
    places = search.home.places_in(phrase.first, phrase.after)
    inside = {at for place in places for at in range(place.first, place.last + 1)}
    for at in range(phrase.first, phrase.after):
        word = lower[at]
        if at in inside:
            continue
        if word in NOBODY and not (word == "bank" and lower[at - 1] == "central"):
            return True
        if (
            word == "'s"
            and at > phrase.first
            and at - 1 not in inside
            and lower[at - 1] not in _COUNTRY | OWNING_BODIES | RULERS
        ):
            return True
        if word in {"of", "for", "at"} and lower[at - 1] not in INSPECTORS and at + 1 < phrase.after:
            inner = min(at + 1 + (lower[at + 1] == "the"), phrase.after - 1)
            strange = (
                words[inner][0].isupper() and lower[inner] not in _NAMED_STATE | OFFICES | CLAUSE_OFFICES
            )
            if strange and not any(step in inside for step in range(inner, phrase.after)):
                return True
    return False


__all__ = ["NEEDY", "Title", "completed", "title_of", "trimmed"]
