"""The tables of terms and the search for them: a trie over words, the longest form first.

The words are data, reviewed by hand: ``tables/states.tsv``, ``institutions.tsv``, ``outlets.tsv`` and
``contexts.tsv`` (phrases in which a term stands for something else).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from diplotui.extraction.table_files import rows

BLOCKING = "none"
"""Kind of the phrases that match and yield nothing."""

_TOKEN = re.compile(r"\n[ \t\r]*\n|[^\W_]+|[^\w\s]|_")
"""A paragraph break, a run of letters and digits, or one sign: no form reaches over a paragraph break."""

_SHOUTED_KINDS = frozenset({"state", "capital", "demonym", "people"})
"""Kinds that datelines and transcripts print in capitals (MOSCOW, WASHINGTON)."""

_SMALL_WORDS = frozenset({"of", "the", "for"})
"""Words that stay small in a capitalised office (Ministry of Defence)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of the tables. ``party`` "?" is looked for beside the term, "US?" likewise with a default."""

    term: str
    party: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and signs of a text in order, and where each stands; apostrophes are made straight."""

    words: list[str]
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in the text: its entry, its first token, and the token after its last."""

    entry: Entry
    first: int
    after: int


class _Node:
    """A step of the trie: the next words, and the entry that ends here."""

    __slots__ = ("entry", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.entry: Entry | None = None


def tokens(text: str) -> Tokens:
    """The words and signs of a text."""
    straight = text.replace("’", "'")  # one code point for one: offsets stay
    return Tokens(_TOKEN.findall(straight), [match.span() for match in _TOKEN.finditer(straight)])


def _forms(cell: str) -> list[str]:
    """The forms of one cell."""
    return [form for form in cell.split("|") if form]


def entries() -> Iterator[Entry]:
    """Every form of every table; a later table wins where two hold the same form."""
    for code, names, adjectives, people, capitals in rows("states"):
        name = _forms(names)[0]
        kinds = (("state", names), ("demonym", adjectives), ("people", people), ("capital", capitals))
        for kind, cell in kinds:
            yield from (Entry(form, code, kind, name) for form in _forms(cell))
    for kind, party, cell in rows("institutions"):
        yield from (Entry(form, party.rstrip("-"), kind, form) for form in _forms(cell))
    for _, cell in rows("outlets"):
        forms = _forms(cell)
        yield from (Entry(form, "", "outlet", forms[0]) for form in forms)
    for reason, cell in rows("contexts"):
        yield from (Entry(form, "", BLOCKING, reason) for form in _forms(cell))


def _spellings(entry: Entry) -> Iterator[str]:
    """A form and the capitalised spellings under which a text may print it."""
    term = entry.term
    yield term
    if term.islower():
        yield term[0].upper() + term[1:]
        yield " ".join(
            word if word in _SMALL_WORDS else word[0].upper() + word[1:] for word in term.split(" ")
        )
    elif entry.kind in _SHOUTED_KINDS and len(term) > 3:
        yield term.upper()


_Trie = dict[str, Any]
"""A step of the trie: next word to next step; the entry that ends at the step stands under "" ."""


@lru_cache(maxsize=1)
def _trie() -> _Trie:
    """The trie over the words of all forms, built on first use."""
    root: _Trie = {}
    for entry in entries():
        for spelling in _spellings(entry):
            node = root
            for word in _TOKEN.findall(spelling.replace("’", "'")):
                node = node.setdefault(word, {})
            node[""] = entry
    return root


@lru_cache(maxsize=1)
def _party_names() -> dict[str, str]:
    """Code to name: a state's short name, else the first form of the body or group."""
    names: dict[str, str] = {}
    for entry in entries():
        if entry.kind in ("state", "body", "group"):
            names.setdefault(entry.party, entry.name)
    return names


def party_name(code: str) -> str:
    """The name to show for a party code ("RU": "Russia"); the code itself where it is unknown."""
    return _party_names().get(code, code)


def _longest(words: list[str], first: int, root: _Trie) -> Match | None:
    """The longest form that starts at a word."""
    node: _Trie | None = root
    found: Match | None = None
    index = first
    while node is not None and index < len(words):
        node = node.get(words[index])
        index += 1
        if node is not None and "" in node:
            found = Match(node[""], first, index)
    return found


def matches(words: list[str]) -> list[Match]:
    """The forms of a text without overlaps: the one of more words where two compete, else left to right."""
    root = _trie()
    found: list[Match] = []
    for index in [index for index, word in enumerate(words) if word in root]:
        match = _longest(words, index, root)
        if match is None:
            continue
        if found and index < found[-1].after:
            if match.after - match.first <= found[-1].after - found[-1].first:
                continue
            found.pop()
        found.append(match)
    return found


__all__ = ["BLOCKING", "Entry", "Match", "Tokens", "entries", "matches", "party_name", "tokens"]
