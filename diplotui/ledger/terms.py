"""A sentence as the matching rules see it: terms, names, numbers, outlook and who acts.

Pure text rules without a tagger: a light stemmer, a table of concepts (``concepts.py``) that brings
words for one thing together, and names taken from capitals and from the parties' own forms.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from diplotui.ledger.agents import Name, agents_of, runs_of
from diplotui.ledger.concepts import (
    CONCEPT_OF,
    NUMBER_WORDS,
    OUTLOOKS,
    PHRASES,
    STOP_WORDS,
    concept,
    stem,
)

_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_LONGEST_FORM = 5
"""Words in the longest name of a party that is looked for."""


@dataclass(frozen=True, eq=False)
class PartyForms:
    """Words that stand for a party ("Russia", "Russian", "Moscow", "the Kremlin"), and how to show it.

    One table serves many sentences: it is told from another by what it is, not by what it holds.
    """

    codes: Mapping[str, str] = field(default_factory=dict)
    """Form in lower case -> party code."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """Party code -> name."""

    def name(self, code: str) -> str:
        """The party's name, or its code where no name is known."""
        return self.shown.get(code, code)


NO_FORMS = PartyForms()


@dataclass(frozen=True, slots=True)
class Terms:
    """What is left of a sentence when function words, endings and word order are gone."""

    words: frozenset[str]
    """Stems or concepts of the content words that are no names."""
    names: frozenset[str]
    """Party codes, and the last words of other names, folded."""
    numbers: frozenset[str]
    outlook: frozenset[str]
    """Which of negated, future, possible, conditional, wanted the wording is."""
    agents: frozenset[str]
    """Names that come first, joined by "and"; in the passive those after "by"."""


def fold(text: str) -> str:
    """Lower case, straight apostrophes, no accents: what two spellings of one name share."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‑", "-"))
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).casefold()


def _marked_phrases(text: str) -> str:
    """Phrases of several words that stand for one concept, written as one word."""
    for pattern, replacement in PHRASES:
        text = pattern.sub(replacement, text)
    return text


def _number(word: str) -> str:
    return word.replace(",", "").rstrip(".")


def outlook(text: str) -> frozenset[str]:
    """How the wording stands to the facts (rows of ``OUTLOOKS``); empty for plain past or present."""
    plain = text.replace("’", "'").casefold()
    return frozenset(name for name, pattern in OUTLOOKS if pattern.search(plain))


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    plain: str
    """Folded, without a possessive ending."""
    start: int
    opening: bool
    """First word of the text, whose capital says nothing."""


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(match.group(), fold(match.group()).removesuffix("'s"), match.start(), index == 0)
        for index, match in enumerate(_WORD.finditer(text))
    ]


def _party_at(tokens: list[_Token], index: int, forms: PartyForms) -> tuple[str, int] | None:
    """The party whose form starts at ``index``, with the number of words it takes; the longest form wins."""
    if not tokens[index].text[0].isupper():
        return None
    words = [token.plain for token in tokens[index : index + _LONGEST_FORM]]
    for length in range(len(words), 0, -1):
        code = forms.codes.get(" ".join(words[:length]))
        if code:
            return code, length
    return None


_TO_THE_NEXT_STOP = r"\s(?:[^,.;]|(?<=\b[A-Z])\.|\.(?=\w))*(?=[,.;]|$)"
"""As far as a comma or full stop; the points of "U.S." and "2.5" are none."""

_DESCRIPTION = re.compile(r",\s+(?:who|whose|an?|the|including)" + _TO_THE_NEXT_STOP)
"""A relative clause on a person, or an apposition, behind a comma."""

_BACKGROUND = re.compile(
    r"(?:,\s+(?:who|whose|an?|the|including|which|where|when|after|following)|,?\s+because)"
    + _TO_THE_NEXT_STOP
)
"""The same, what else only adds to a sentence behind a comma, and a reason."""


def without_descriptions(text: str) -> str:
    """A sentence without what describes the people in it."""
    return _DESCRIPTION.sub("", text)


def without_background(text: str) -> str:
    """A sentence without what it only adds on somebody or something: what is left is the claim's core."""
    return _BACKGROUND.sub("", text)


def read_terms(text: str, forms: PartyForms = NO_FORMS, known_names: Iterable[str] = ()) -> Terms:
    """Read one claim or passage; ``known_names`` tell which capital at its start is a name's."""
    known = frozenset(fold(part) for name in known_names for part in name.split() if part[0].isupper())
    return _read(text, forms, known)


@lru_cache(maxsize=20_000)
def _read(text: str, forms: PartyForms, known: frozenset[str]) -> Terms:
    marked = _marked_phrases(text)
    tokens = _tokens(marked)
    words: set[str] = set()
    numbers: set[str] = set()
    placed: list[Name] = []
    index = 0
    while index < len(tokens):
        party = _party_at(tokens, index, forms)
        if party is not None:
            code, length = party
            last = tokens[index + length - 1]
            placed.append(Name(tokens[index].start, last.start + len(last.text), code))
            index += length
            continue
        token = tokens[index]
        index += 1
        _sort_token(token, tokens[index : index + 1], known, words, numbers, placed)
    names = frozenset(word for run in runs_of(marked, placed) for word in run.key)
    return Terms(
        words=frozenset(words - names),
        names=names,
        numbers=frozenset(numbers),
        outlook=outlook(text),
        agents=agents_of(marked, placed),
    )


def _sort_token(
    token: _Token,
    following: list[_Token],
    known: frozenset[str],
    words: set[str],
    numbers: set[str],
    placed: list[Name],
) -> None:
    """Put one word where it belongs: a number, a name, a content word, or nowhere."""
    plain = token.plain
    if plain[0].isdigit():
        if not _YEAR.match(plain):
            numbers.add(_number(plain))
        return
    if plain in NUMBER_WORDS:
        numbers.add(NUMBER_WORDS[plain])
        return
    if plain in STOP_WORDS:
        return
    capital = token.text[0].isupper()
    next_capital = bool(following) and following[0].text[0].isupper()
    named = capital and (not token.opening or next_capital or token.text.isupper() or plain in known)
    if named and CONCEPT_OF.get(stem(plain)) is None:
        placed.append(Name(token.start, token.start + len(token.text), plain))
        return
    cut = concept(plain)
    if len(cut) > 1:
        words.add(cut)


__all__ = [
    "NO_FORMS",
    "PartyForms",
    "Terms",
    "fold",
    "outlook",
    "read_terms",
    "without_background",
    "without_descriptions",
]
