"""Words that belong to a phrase around a head noun, and words before which it has ended."""

from functools import lru_cache

from diplotui.extraction.cues import CUE_FORMS
from diplotui.extraction.inflection import VerbForm, verb_forms
from diplotui.extraction.reading import Reading
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.titles import BODY_HEADS, COMPLEMENTS, HEADS, MODIFIERS, singular
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import PREPOSITIONS

ARTICLES = word_lists("role_words")["articles"]
POSSESSIVES = word_set("his her their its the")
_ADJECTIVE_ENDINGS = (
    "al", "ic", "ern", "ian", "ish", "ese", "ary", "ive", "ous", "based", "led", "backed", "linked", "born",
    "appointed", "elected", "ranking", "speaking", "run", "held", "wide",
)  # fmt: skip
LOOSE = word_lists("role_words")["loose"]
LEFT_PREPOSITIONS = word_set("of for at in from with to on inside within near")
TO_HEADS = word_set(
    "ambassador envoy adviser advisor aide representative delegate emissary mission assistant deputy"
)
_PLAIN_PRESENT = word_lists("role_words")["plain_present"]
IRREGULAR_PASTS = word_lists("role_words")["irregular_pasts"]
AFTER_NOUN = word_lists("role_words")["after_noun"]
SAYING = frozenset(
    form
    for verb in word_set(
        """
        say tell add write claim state report announce confirm deny note warn insist argue explain
        believe think expect suggest urge accuse reject call describe declare allege acknowledge
        admit stress decline refuse ask complain predict estimate concede vow pledge threaten demand
        respond reply recall caution cite quote dismiss condemn criticize criticise blame praise
        welcome agree sign pass approve vote adopt
        """
    )
    for form, name in verb_forms(verb).items()
    if name in {VerbForm.PAST, VerbForm.ING} or form in _PLAIN_PRESENT
)  # fmt: skip
"""Verb forms before which a phrase has ended."""


@lru_cache(maxsize=20_000)
def is_head(word: str) -> bool:
    """Whether a word is a head noun of a role or a body."""
    noun = singular(word)
    return noun in HEADS or noun in BODY_HEADS


def is_joined(reading: Reading, at: int) -> bool:
    """Whether a token stands right behind the one before it, in one sentence."""
    return not reading.opens[at] and reading.tokens.starts[at] - reading.tokens.ends[at - 1] <= 1


def modifies(word: str, lower: str) -> bool:
    """Whether a word may stand before a head noun and belong to it."""
    if lower in MODIFIERS or lower in COMPLEMENTS:
        return True
    if not word[0].islower() or lower in PREPOSITIONS or lower in CUE_FORMS:
        return False
    return "-" in word or lower.endswith(_ADJECTIVE_ENDINGS)


__all__ = [
    "AFTER_NOUN",
    "ARTICLES",
    "IRREGULAR_PASTS",
    "LEFT_PREPOSITIONS",
    "LOOSE",
    "POSSESSIVES",
    "SAYING",
    "TO_HEADS",
    "is_head",
    "is_joined",
    "modifies",
]
