"""Titles and roles: the words by which a text says what somebody is, and for whom he or she may speak.

A head noun has a role; the role decides, with the party found in the phrase, whether its bearer speaks for
that party: an official, minister, spokesperson, envoy or commander of a state does, a journalist, an analyst,
a private person, a lawmaker, a former official or a source known by nationality alone does not.
"""

from enum import StrEnum
from functools import lru_cache

from diplotui.extraction.table_files import word_lists
from diplotui.extraction.tokens import word_set


class Role(StrEnum):
    """What a head noun says of its bearer."""

    LEADER = "leader"
    MINISTER = "minister"
    SPOKES = "spokes"
    ENVOY = "envoy"
    ADVISER = "adviser"
    COMMANDER = "commander"
    CHIEF = "chief"
    OFFICIAL = "official"
    LAWMAKER = "lawmaker"
    LOCAL = "local"
    PRIVATE = "private"
    SOURCE = "source"
    COURTESY = "courtesy"


SPEAKING_ROLES = frozenset(
    {
        Role.LEADER,
        Role.MINISTER,
        Role.SPOKES,
        Role.ENVOY,
        Role.ADVISER,
        Role.COMMANDER,
        Role.CHIEF,
        Role.OFFICIAL,
    }
)
"""Roles whose bearers speak for the party named with them."""

HEADS: dict[str, Role] = {
    noun: role for role in reversed(Role) for noun in word_lists("role_words")[f"head_{role.value}"]
}
"""Head noun, singular and lower case without a full stop, to its role."""

_IRREGULAR_PLURALS = {
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "spokespeople": "spokesperson",
    "congressmen": "congressman",
    "businessmen": "businessman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "secretaries": "secretary",
    "attorneys": "attorney",
    "wives": "wife",
    "people": "people",
    "men": "men",
    "women": "women",
    "chairmen": "chairman",
    "others": "others",
    "staff": "staff",
    "opposition": "opposition",
}


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The singular of a lower-case head noun, a full stop of an abbreviation taken off."""
    word = word.rstrip(".")
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if word in HEADS:
        return word
    if word.endswith("ies") and word[:-3] + "y" in HEADS:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2] in HEADS:
        return word[:-2]
    return word[:-1] if word.endswith("s") and (word[:-1] in HEADS or word[:-1] in BODY_HEADS) else word


PLURAL_HEADS = word_set("people men women others persons individuals insiders spokespeople staff")
"""Heads that are plural without an -s, or always."""

TITLES_BEFORE_NAMES = frozenset(word for word, role in HEADS.items() if role not in {Role.SOURCE}) | word_set(
    "first lady"
)
"""What may stand right before a person's name."""

COMPLEMENTS = word_lists("role_words")["complements"]
"""Words that complete a title after "of" or "for": Secretary of State, Minister of Foreign Affairs."""

MODIFIERS = word_lists("role_words")["modifiers"]

FORMER = word_lists("role_words")["former"]

OPPOSITION = word_set("opposition exiled jailed imprisoned dissident rebel separatist shadow detained")
"""With one of these a phrase does not speak for its state."""

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "both": 2,
}  # fmt: skip
"""Number words that count heads."""

BODY_HEADS: dict[str, str] = {
    noun: kind
    for kind in ("document", "outlet", "body", "office")
    for noun in word_lists("role_words")[f"body_{kind}"]
}
"""Nouns of bodies that can speak, and of texts that speak for whoever wrote them."""

UNNAMED = word_set("unnamed anonymous unidentified undisclosed unspecified")

FEMALE_TITLES = word_lists("role_words")["female_titles"]
MALE_TITLES = word_lists("role_words")["male_titles"]

FEMALE_NAMES = word_lists("role_words")["female_names"]
"""Given names that are nearly always women's; only there to tell "she" from "he" between two persons."""

MALE_NAMES = word_lists("role_words")["male_names"]

__all__ = [
    "BODY_HEADS",
    "COMPLEMENTS",
    "FEMALE_NAMES",
    "FEMALE_TITLES",
    "FORMER",
    "HEADS",
    "MALE_NAMES",
    "MALE_TITLES",
    "MODIFIERS",
    "NUMBERS",
    "OPPOSITION",
    "PLURAL_HEADS",
    "SPEAKING_ROLES",
    "TITLES_BEFORE_NAMES",
    "UNNAMED",
    "Role",
    "singular",
]
