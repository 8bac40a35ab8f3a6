"""Whether two names or descriptions mean the same speaker."""

import re
import unicodedata

ARTICLES = ("a", "an", "the", "his", "her", "its", "their")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "several", "some")
LINKS = ("of", "for", "in", "on", "at", "to", "by", "with", "and", "who", "said", "last")
EMPTY = frozenset((*ARTICLES, *NUMBERS, *LINKS, "unnamed", "anonymous"))
"""Words that tell one description of a speaker from another by nothing."""


def plain(name: str) -> str:
    """``name`` in lower case, without accents, possessives, full stops and a leading article."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    bare = re.sub(r"'s\b|s'(?= )|[.,()]", lambda match: "s" if match[0] == "s'" else "", bare)
    return re.sub(r"^(the|a|an) ", "", re.sub(r"\s+", " ", bare).strip())


def is_description(name: str) -> bool:
    """Whether ``name`` describes rather than names: its first or last word is in lower case."""
    words = [word for word in name.split() if word.casefold() not in EMPTY]
    return not words or not words[-1][:1].isupper() or not words[0][:1].isupper()


def same_speaker(read: str | None, accepted: tuple[str | None, ...]) -> bool:
    """Whether the name read is one of the accepted ones.

    Persons and bodies must be the same but for article, accents and points. Of two descriptions one may hold
    all the words of the other ("officials" for "senior administration officials").
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
    return bool(first) and bool(second) and (first <= second or second <= first)
