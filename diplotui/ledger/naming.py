"""When two names or describing phrases are one: spellings of a person, descriptions of an unnamed group."""

import re

from diplotui.ledger.terms import fold

_COUNTING = re.compile(
    r"\b(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|multiple|other|another|of|at"
    r"|least|more|than|few|both|dozens?|\d+|anonymous|unnamed|unidentified|senior|top|high-ranking|its|their)\b"
)
"""Words of a describing phrase that do not tell one unnamed group from another."""

_SPELLING = re.compile(r"(?:yy|iy|ij|ii)\b")
"""Endings under which one Slavic name is written in English (-yy, -iy, -ij); all count as -y."""


def spelling(name: str) -> str:
    """What spellings of one name share: folded, without an article, endings of transliteration made one."""
    return _SPELLING.sub("y", fold(name).removeprefix("the ").replace(".", "").strip())


def group_phrase(name: str) -> str:
    """What two descriptions of one unnamed group share: no numbers, no articles, singular."""
    words = re.findall(r"[\w'-]+", _COUNTING.sub(" ", fold(name)))
    return " ".join(word[:-1] if word.endswith("s") and not word.endswith("ss") else word for word in words)


def name_key(name: str) -> str:
    """A party code as it is; of a name its last word, folded: how ``terms`` keys who acts."""
    return name if name.isupper() or not name.strip() else fold(name).split()[-1]


__all__ = ["group_phrase", "name_key", "spelling"]
