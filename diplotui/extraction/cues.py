"""Cues in a text: where a verb or phrase says that somebody said, denied, rejected or did something.

``find_cues`` reads the words around a verb form far enough to tell a cue from its look-alikes (the state,
claimed compensation, denied entry) and to name what it does (rejected the report: a denial; rejected the
offer: a rejection; refused to comment: no comment). Who spoke is not asked here.
"""

from collections import defaultdict
from dataclasses import dataclass

from diplotui.extraction.cue_classes import NO_CUE, complement, complement_fits, special_class
from diplotui.extraction.cue_table import PHRASES, VERBS, CueClass, CueRow, Takes
from diplotui.extraction.inflection import VerbForm, verb_forms
from diplotui.extraction.tokens import Tokens, tokenize
from diplotui.extraction.verb_groups import (
    CLAUSE_END,
    DETERMINERS,
    QUOTE_MARKS,
    Entry,
    Group,
    is_verbal,
    verb_group,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in its place. Token indexes are into ``tokenize(text)``."""

    start: int
    end: int
    """Offsets of the cue's own words, auxiliaries left out."""
    first: int
    """First token of the verb group, auxiliaries and adverbs in (``has not yet said``)."""
    head: int
    last: int
    """Last token of the cue's own words."""
    lemma: str
    verb_class: CueClass
    takes: frozenset[Takes]
    form: VerbForm | None
    """None for phrases."""
    rule: str
    negated: bool = False
    passive: bool = False
    agent: int | None = None
    """Token after the "by" of a passive."""
    modal: str = ""
    """would, may ... or "will" or "to" (an infinitive that only intends)."""
    complement: Takes | None = None
    """What follows, as far as it can be told: None at the end of a clause."""


def _index_verbs() -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = defaultdict(list)
    for row in VERBS:
        for lemma in row.lemmas.split("|"):
            verb, *tail = lemma.split()
            gap = bool(tail) and tail[0] == "…"
            rest = tuple(tail[1:] if gap else tail)
            name = " ".join((verb, *rest))
            for form, kind in verb_forms(verb).items():
                index[form].append(Entry(row, name, rest, kind, gap))
    return {form: tuple(sorted(found, key=lambda e: -len(e.tail))) for form, found in index.items()}


def _index_phrases() -> dict[str, tuple[tuple[tuple[str, ...], CueRow], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], CueRow]]] = defaultdict(list)
    for row in PHRASES:
        for phrase in row.lemmas.split("|"):
            words = tuple(phrase.split())
            index[words[0]].append((words, row))
    return {first: tuple(found) for first, found in index.items()}


_VERBS = _index_verbs()
_PHRASES = _index_phrases()
_OPENERS = frozenset(_VERBS) | frozenset(_PHRASES)
CUE_FORMS = frozenset(_VERBS)
"""Every form of every verb in the table."""


def find_cues(text: str, start: int = 0, end: int | None = None) -> tuple[Cue, ...]:
    """The cues between two offsets of ``text``, in order; quoted words are read like others."""
    tokens = tokenize(text)
    low, high = tokens.at(start), len(tokens) if end is None else tokens.at(end)
    found: list[Cue] = []
    at = low
    lower = tokens.lower
    while at < high:
        if lower[at] not in _OPENERS:
            at += 1
            continue
        cue = _phrase_at(tokens, at, high) or _verb_at(tokens, at, low, high)
        if cue is None:
            at += 1
        else:
            found.append(cue)
            at = cue.last + 1
    return tuple(found)


def _phrase_at(tokens: Tokens, at: int, high: int) -> Cue | None:
    for words, row in _PHRASES.get(tokens.lower[at], ()):
        last = at + len(words) - 1
        if last >= high or tuple(tokens.lower[at : last + 1]) != words:
            continue
        follows = tokens.lower[last + 1] if last + 1 < high else ""
        if row.rule == "according-to" and (
            follows in {"plan", "plans", "schedule", "cent", "capita", "day", "person"}
        ):
            continue
        if words == ("per",) and (at == 0 or tokens.words[at - 1] not in {",", "(", "—"}):
            continue
        return Cue(
            tokens.starts[at],
            tokens.ends[last],
            at,
            at,
            last,
            " ".join(words),
            row.verb_class,
            row.takes,
            None,
            row.rule,
        )
    return None


def _verb_at(tokens: Tokens, at: int, low: int, high: int) -> Cue | None:
    entries = _VERBS.get(tokens.lower[at])
    shouted = tokens.words[at].isupper() and len(tokens.words[at]) > 3
    if not entries or (tokens.words[at][0].isupper() and not shouted and not _may_open(tokens, at, low)):
        return None
    group = verb_group(tokens, at, low)
    for entry in entries:
        last = _tail_end(tokens, at, entry, high)
        if last is None or not is_verbal(tokens, at, group, entry, low):
            continue
        cue = _classified(tokens, at, last, group, entry, high)
        if cue is not None:
            return cue
    return None


def _may_open(tokens: Tokens, at: int, low: int) -> bool:
    """Whether a capitalised verb may stand here: only at the very start (Asked about ..., Citing ...)."""
    return at == low or tokens.words[at - 1] in CLAUSE_END or tokens.words[at - 1] in QUOTE_MARKS


def _tail_end(tokens: Tokens, at: int, entry: Entry, high: int) -> int | None:
    """Token index where the cue's words end; None if its particle is missing."""
    if not entry.tail:
        return at
    size = len(entry.tail)
    reach = 7 if entry.gap else 1
    for begin in range(at + 1, min(at + 1 + reach, high - size + 1)):
        if tuple(tokens.lower[begin : begin + size]) == entry.tail:
            return begin + size - 1
        if tokens.words[begin] in CLAUSE_END or tokens.words[begin] == ",":
            return None
    return None


def _classified(tokens: Tokens, at: int, last: int, group: Group, entry: Entry, high: int) -> Cue | None:
    """The cue with the class that its surroundings give it; None for a look-alike."""
    inner = range(at + 1, last) if entry.gap else range(0)
    following = [tokens.lower[i] for i in range(last + 1, min(last + 12, high))]
    clause = _until_clause_end(following) or []
    objects = [tokens.lower[i] for i in inner] + clause[:8]
    transitive = group.passive or not entry.row.takes <= {Takes.CLAUSE, Takes.THAT, Takes.QUOTE}
    agent = _agent(tokens, last, high, group.passive or entry.form is VerbForm.PAST, transitive)
    passive = group.passive and entry.form is VerbForm.PAST
    if agent is not None and not passive:
        passive = agent == last + 2
        agent = agent if passive else None
    lemma, verb_class, takes = entry.lemma, entry.row.verb_class, entry.row.takes
    special = special_class(lemma, verb_class, objects, following, group)
    if special is NO_CUE:
        return None
    if special is not None:
        lemma, verb_class, takes = special
    elif not complement_fits(lemma, verb_class, takes, following, objects, passive, group) and not (
        takes <= {Takes.CLAUSE, Takes.THAT, Takes.QUOTE} and _inverts(tokens, at, last, high)
    ):
        return None
    return Cue(
        start=tokens.starts[at],
        end=tokens.ends[last],
        first=group.first,
        head=at,
        last=last,
        lemma=lemma,
        verb_class=verb_class,
        takes=takes,
        form=entry.form,
        rule=entry.row.rule,
        negated=group.negated and verb_class is not CueClass.DECLINE,
        passive=passive,
        agent=agent,
        modal=group.modal,
        complement=complement(following),
    )


def _inverts(tokens: Tokens, at: int, last: int, high: int) -> bool:
    """Whether a name stands behind the verb and a clause before it: ", indicated Ana Rey, the secretary."""
    if at == 0 or last != at or last + 2 >= high or tokens.words[at - 1] != ",":
        return False
    name = tokens.words[last + 1]
    return name[0].isupper() and tokens.words[last + 2][0].isupper() and tokens.lower[at].endswith("ed")


def _until_clause_end(words: list[str]) -> list[str]:
    for index, word in enumerate(words):
        if word in CLAUSE_END or word == ",":
            return words[:index]
    return words


def _agent(tokens: Tokens, last: int, high: int, may_be_passive: bool, sure: bool) -> int | None:
    if not may_be_passive:
        return None
    for index in range(last + 1, min(last + 9, high - 1)):
        word = tokens.words[index]
        if word in CLAUSE_END or word == "," or word in QUOTE_MARKS or tokens.lower[index] == "that":
            return None
        if tokens.lower[index] == "by" and not tokens.lower[index + 1].endswith("ing"):
            follows = tokens.words[index + 1]
            plain = sure or follows[0].isupper() or tokens.lower[index + 1] in DETERMINERS
            plain = plain and not follows[0].isdigit()
            return index + 1 if plain or follows.lower() in {"two", "three", "several", "some"} else None
    return None


__all__ = ["CUE_FORMS", "Cue", "find_cues"]
