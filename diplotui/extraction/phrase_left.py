"""What stands before a head noun and belongs to its phrase."""

from dataclasses import dataclass

from diplotui.extraction.phrase_words import AFTER_NOUN, ARTICLES, IRREGULAR_PASTS, SAYING, modifies
from diplotui.extraction.reading import Reading
from diplotui.extraction.titles import BODY_HEADS, HEADS, MODIFIERS, NUMBERS, Role, singular
from diplotui.extraction.verb_groups import AUXILIARIES, PREPOSITIONS


@dataclass(frozen=True, slots=True)
class Left:
    """How far a phrase reaches to the left of its head."""

    first: int
    core: int
    article: str
    heads: int | None
    partitive: bool


def expand_left(reading: Reading, head: int) -> Left:
    """Walk over what stands before the head and belongs to it."""
    tokens = reading.tokens
    at, article, heads, partitive = head, "", None, False
    core = head
    while at > 0 and not reading.opens[at] and reading.block[at - 1] == reading.block[at]:
        before = at - 1
        word = tokens.lower[before]
        if before in reading.term_ends:
            at = core = reading.term_ends[before]
        elif word in {"'s", "'"} and before > 0 and (_possessor(reading, before - 1) is not None):
            at = core = _possessor(reading, before - 1) or 0
        elif before in reading.run_ends and not article:
            at = core = reading.run_ends[before]
        elif word in NUMBERS or word.isdigit():
            heads = heads or NUMBERS.get(word) or (int(word) if word.isdigit() and len(word) < 4 else None)
            at = before
            article = article or (word if word in {"a", "an", "another"} else "")
            if article:
                break
        elif word in ARTICLES:
            at, article = before, word
            break
        elif (
            modifies(tokens.words[before], word)
            or (HEADS.get(word) not in {None, Role.SOURCE})
            or (at == head and _compounds(reading, before))
        ):
            at = core = before
        else:
            break
    if (
        at > 1
        and tokens.lower[at - 1] == "of"
        and tokens.lower[at - 2] in NUMBERS
        and article in ARTICLES | {""}
    ):
        heads, partitive, at = NUMBERS[tokens.lower[at - 2]], True, at - 2
    elif (
        at > 1
        and tokens.lower[at - 1] == "of"
        and tokens.lower[at - 2] in {"some", "many", "most", "several"}
    ):
        heads, partitive, at = None, True, at - 2
    return Left(at, core, article, heads, partitive)


def _compounds(reading: Reading, at: int) -> bool:
    """Whether an unknown noun belongs to the head behind it: the irrigation minister, Cuba's sugar board."""
    tokens = reading.tokens
    word = tokens.words[at]
    if not word.isalpha() or not word.islower() or at == 0 or reading.opens[at]:
        return False
    if (
        word in PREPOSITIONS
        or word in AUXILIARIES
        or word in SAYING
        or word in IRREGULAR_PASTS
        or word in AFTER_NOUN
    ):
        return False
    before = tokens.lower[at - 1]
    return (
        before in ARTICLES
        or before in {"a", "an", "'s"}
        or at - 1 in reading.term_ends
        or before in MODIFIERS
    )


def _possessor(reading: Reading, last: int) -> int | None:
    """First token of the possessor that ends at token ``last`` (Ukraine's, the EU's, the group's)."""
    if last in reading.term_ends:
        return reading.term_ends[last]
    if last in reading.run_ends:
        return reading.run_ends[last]
    noun = singular(reading.tokens.lower[last])
    owns = noun in BODY_HEADS or noun in HEADS or noun in _LANDS
    return expand_left(reading, last).first if owns else None


_LANDS = frozenset(
    {"country", "kingdom", "nation", "republic", "emirate", "island", "sultanate", "capital", "bloc"}
)
"""Nouns that stand for a state before its office: the kingdom's royal court."""


__all__ = ["Left", "expand_left"]
