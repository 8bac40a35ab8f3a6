"""What a term means beside its neighbours: whose Senate, which Georgia, a place or a government.

Each rule has its word list in ``tables/context_words.tsv``; ``read_match`` applies them in order. No rule
looks further than a few tokens, except those that ask which of two homonyms the whole text is about.
"""

from dataclasses import dataclass
from functools import cached_property

from diplotui.extraction.table_files import word_lists
from diplotui.extraction.term_tables import BLOCKING, Match

ACTING_KINDS = frozenset({"state", "capital", "metonym", "office", "body", "group"})
"""Kinds that can act or speak for their party; adjectives, peoples and outlets cannot."""

_ARTICLES = frozenset({"the", "The"})
_OWNERS = frozenset({"state", "demonym", "capital", "body", "group"})
"""Kinds of a term that tells whose office stands beside it."""

_PLACE_PARTICLES = frozenset({"de", "del", "las", "los", "la", "do", "da", "dos"})
"""Behind a name these begin the rest of a longer place name."""
_COMPASS = frozenset({"North", "South"})
"""States by their compass point, where the text is about two of one name."""

_OWNER_REACH = 3
"""Steps back from an office to its owner: "Russia's powerful Foreign Ministry"."""

_DISTRICT_REACH = 6
"""Tokens within which a numbered district follows an American state."""


def _lists() -> dict[str, frozenset[str]]:
    """The word lists of the rules, by name."""
    return word_lists("context_words")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a match means in its place: its party (None: nobody's or not known) and whether it can act."""

    party: str | None
    acts: bool


class Surroundings:
    """A text's tokens and matches, and which of two homonyms it is about."""

    def __init__(self, words: list[str], found: list[Match]) -> None:
        self.words = words
        self.ending = {match.after: match for match in found}
        self.starting = {match.first: match for match in found}

    def word(self, index: int) -> str:
        """The word or sign at a token index; empty outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_in(self, index: int, name: str) -> bool:
        """Whether the word at a token index is in a word list."""
        return self.word(index) in _lists()[name]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the text."""
        return frozenset(self.words)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that the text names."""
        return frozenset(match.entry.party for match in self.ending.values() if match.entry.kind in _OWNERS)

    def allows(self, usual: str) -> bool:
        """Whether an office may be the usual state's: the text names it, or none ("the Senate" in Lagos: no)."""
        return (
            len(usual) != 2
            or usual == "UN"
            or not self.states
            or usual in self.states
            or self.names_office(usual)
        )

    def names_office(self, state: str) -> bool:
        """Whether the text names an office or a seat that only one state has."""
        return any(match.entry.party == state for match in self.ending.values())

    def names_one_of(self, name: str) -> bool:
        """Whether the text holds a word of a list."""
        return not self.vocabulary.isdisjoint(_lists()[name])


def _owner(match: Match, around: Surroundings) -> str | None:
    """The party that stands right beside an office: before it, with or without 's, or after "of"."""
    index = match.first
    for _ in range(_OWNER_REACH):
        before = around.ending.get(index)
        if before and before.entry.kind in _OWNERS:
            return before.entry.party
        if around.word(index - 1) == "s" and around.word(index - 2) == "'":
            index -= 2
        elif around.word(index - 1).isalpha() and around.word(index - 1) not in _ARTICLES:
            index -= 1
        else:
            break
    if around.word(match.after) in ("of", "in"):
        skip = match.after + (2 if around.word(match.after + 1) in _ARTICLES else 1)
        behind = around.starting.get(skip)
        if behind and behind.entry.kind == "state":
            return behind.entry.party
    return None


def _behind_given_name(match: Match, around: Surroundings) -> bool:
    """Whether an unknown capitalised word stands right before: Antonio Lima (not: In Lima, Friday Paris)."""
    before = around.word(match.first - 1)
    if not (before[:1].isupper() and before[1:].islower()) or match.first in around.ending:
        return False
    names = word_lists("name_words")
    lower = before.lower()
    if (
        lower in names["sentence_openers"]
        or lower in names["not_names"]
        or around.is_in(match.first - 1, "role_words")
    ):
        return False
    return lower not in _lists()["place_prepositions"] and match.entry.kind in {"capital", "state"}


def _is_name(match: Match, around: Surroundings) -> bool:
    """Whether a term is part of a person's name."""
    term = match.entry.term
    if term not in _lists()["namelike"]:
        return False
    title = match.first - (2 if around.word(match.first - 1) == "." else 1)
    if around.is_in(title, "person_titles") or around.is_in(match.first - 1, "given_names"):
        return True
    if _behind_given_name(match, around):
        return True
    after, after_that = around.word(match.after), around.word(match.after + 1)
    return (
        term in _lists()["given_namelike"]
        and after[:1].isupper()
        and not around.is_in(match.after, "role_words")
        and match.after not in around.starting
        and not after_that[:1].isupper()
        and not after.isupper()
    )


def _is_american_state(match: Match, around: Surroundings) -> bool:
    """Whether Georgia is the US state: a numbered district follows, or the text is about American places."""
    if match.entry.term != "Georgia":
        return False
    nearby = {around.word(index) for index in range(match.after, match.after + _DISTRICT_REACH)}
    american = around.names_one_of("american_georgia") and not around.names_one_of("caucasian_georgia")
    return "district" in nearby or american


def _is_language(match: Match, around: Surroundings) -> bool:
    """Whether an adjective names a language: "in Russian" with no noun after it."""
    if match.entry.kind != "demonym" or around.word(match.first - 1).lower() != "in":
        return False
    after = around.word(match.after)
    return not after[:1].isalnum() and after != "-"


def _homonym_party(match: Match, around: Surroundings) -> str:
    """The party of adjectives that two states share, by which of the two the text names."""
    term, party = match.entry.term, match.entry.party
    if term in ("Congolese", "Congo") and around.names_one_of("brazzaville"):
        return party if around.names_one_of("kinshasa") else "CG"
    if term in ("Dominican", "Dominicans") and "Dominica" in around.vocabulary:
        return party if "Domingo" in around.vocabulary else "DM"
    return party


def _compass_party(match: Match, around: Surroundings) -> str | None:
    """Whose "the North" and "the South" are, in a text about two states of one name; None: a direction."""
    if around.word(match.first - 1) not in _ARTICLES or around.is_in(match.after, "compass_followers"):
        return None
    if around.word(match.after)[:1].isupper() or around.word(match.after) == "-":
        return None
    koreas, sudans = around.names_one_of("korean"), around.names_one_of("two_sudans")
    if koreas == sudans:
        return None
    north, south = ("KP", "KR") if koreas else ("SD", "SS")
    return north if match.entry.term == "North" else south


def _is_lower_chamber(match: Match, around: Surroundings) -> bool:
    """Whether a bare "House" is the chamber: after an article, or before what only a chamber has."""
    after = around.word(match.after)
    if around.is_in(match.after, "house_followers"):
        return True
    if after in ("of", "arrest") or after[:1].isupper():
        return False
    before = around.ending.get(match.first)
    return around.word(match.first - 1) in _ARTICLES or bool(before and before.entry.party == "US")


def _is_place(match: Match, around: Surroundings) -> bool:
    """Whether a place preposition stands before the term or its article."""
    index = match.first - 1
    if around.word(index) in _ARTICLES:
        index -= 1
    return around.word(index).lower() in _lists()["place_prepositions"]


def _is_other_sense(match: Match, around: Surroundings) -> bool:
    """Whether the term means no party and no outlet here."""
    entry = match.entry
    if entry.kind == BLOCKING or _is_name(match, around) or _is_language(match, around):
        return True
    if entry.term in _COMPASS:
        return _compass_party(match, around) is None
    if around.word(match.after) in _PLACE_PARTICLES and around.word(match.after + 1)[:1].isupper():
        return entry.kind in {"state", "capital"}  # San José de Flores
    if entry.term == "House":
        return not _is_lower_chamber(match, around)
    if entry.term in _lists()["needs_article"] and around.word(match.first - 1) not in _ARTICLES:
        return _owner(match, around) is None
    return _is_american_state(match, around)


def read_match(match: Match, around: Surroundings) -> Reading | None:
    """What a match means here, or None where it means no party and no outlet."""
    if _is_other_sense(match, around):
        return None
    entry = match.entry
    party: str | None = _homonym_party(match, around)
    if entry.term in _COMPASS:
        party = _compass_party(match, around)
    elif entry.party.endswith("?"):
        usual = entry.party.rstrip("?")
        party = _owner(match, around) or (usual if around.allows(usual) else None) or None
        if party is None and entry.term in _lists()["needs_owner"]:
            return None
    hyphen = around.word(match.after) == "-"
    acts = entry.kind in ACTING_KINDS and party is not None and not hyphen and not _is_place(match, around)
    return Reading(party or None, acts)


__all__ = ["ACTING_KINDS", "Reading", "Surroundings", "read_match"]
