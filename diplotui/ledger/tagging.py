"""Tags of notes: words with a hash in the text, and those typed into a field."""

import re

LONGEST_TAG = 40
"""Characters of a tag."""

TAG = re.compile(r"(?<![\w&/#])#([^\W\d_][\w-]*)")
"""A hash at the beginning of a word, then a letter: ``#grain-deal``, not ``#1``, ``a#b``, ``/#top``."""

_FENCED = re.compile(r"^```.*?(?:^```|\Z)|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def hashtags(text: str) -> tuple[str, ...]:
    """The tags in a text, each once, without their hash, in small letters; none out of code."""
    found = (tag.casefold()[:LONGEST_TAG] for tag in TAG.findall(_FENCED.sub(" ", text)))
    return tuple(dict.fromkeys(found))


def typed_tags(field: str) -> tuple[str, ...]:
    """The tags of a field: words between blanks or commas, a hash before them or not."""
    words = (word.strip("#").casefold()[:LONGEST_TAG] for word in field.replace(",", " ").split())
    return tuple(dict.fromkeys(word for word in words if word))


def tags_of(text: str, field: str) -> tuple[str, ...]:
    """All tags of a note: those of its text, then those of the field."""
    return tuple(dict.fromkeys((*hashtags(text), *typed_tags(field))))
