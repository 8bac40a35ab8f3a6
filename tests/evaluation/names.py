"""Whether two names or descriptions mean the same speaker."""

import re
import unicodedata

ARTICLES = ("a", "an", "the", "his", "her", "its", "their")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "several", "some")
LINKS = ("of", "for", "in", "on", "at", "to", "by", "with", "from", "near", "and", "who", "that", "said")
PARTICLES = ("al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "van", "von")
EMPTY = frozenset((*ARTICLES, *NUMBERS, *LINKS, "unnamed", "anonymous"))
"""Words that tell one description of a speaker from another by nothing."""


def plain(name: str) -> str:
    """``name`` in lower case, without accents, possessives, full stops and a leading article."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    bare = re.sub(r"'s\b|s'(?= )|[.,()]", lambda match: "s" if match[0] == "s'" else "", bare)
    return re.sub(r"^(the|a|an) ", "", re.sub(r"\s+", " ", bare).strip())


def is_description(name: str) -> bool:
    """Whether ``name`` describes rather than names: it has a word in lower case that carries meaning."""
    return any(word[:1].islower() for word in name.split() if word not in EMPTY and word not in PARTICLES)


def head_words(description: str) -> frozenset[str]:
    """What stands before the first linking word: "adviser" of "an adviser to the prime minister"."""
    words = plain(description).split()
    end = next((index for index, word in enumerate(words) if word in LINKS), len(words))
    return frozenset(words[:end]) - EMPTY


def same_speaker(read: str | None, accepted: tuple[str | None, ...]) -> bool:
    """Whether the name read is one of the accepted ones.

    Persons and bodies must be the same but for article, accents and points. Of two descriptions with a common
    head one may hold all the words of the other ("officials" for "senior administration officials").
    """
    if read is None:
        return None in accepted
    return any(name is not None and _same(read, name) for name in accepted)


def _same(read: str, name: str) -> bool:
    if plain(read) == plain(name):
        return True
    if not (is_description(read) and is_description(name)):
        return False
    first, second = (frozenset(plain(text).split()) - EMPTY for text in (read, name))
    return bool(head_words(read) & head_words(name)) and (first <= second or second <= first)
