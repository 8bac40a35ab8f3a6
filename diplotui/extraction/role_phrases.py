"""Phrases around a head noun: "the EU's foreign policy chief", "a spokesman for the ministry".

A head noun takes what belongs to it on the left (articles, numbers, adjectives, states, possessors) and on
the right (of the Treasury, for the UN, close to the talks, who spoke unnamed).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from diplotui.extraction.cues import CUE_FORMS
from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.names import HONORIFIC_PAIRS, NameRun
from diplotui.extraction.phrase_left import Left, expand_left
from diplotui.extraction.phrase_right import coordinated, expand_right, issued_by
from diplotui.extraction.phrase_words import IRREGULAR_PASTS, LOOSE, POSSESSIVES, is_head, is_joined
from diplotui.extraction.reading import Reading
from diplotui.extraction.titles import BODY_HEADS, COMPLEMENTS, HEADS, MODIFIERS, PLURAL_HEADS, Role, singular
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import ADVERBS, AUXILIARIES, PREPOSITIONS


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A phrase around a head noun; token indexes, both ends in."""

    first: int
    head: int
    last: int
    role: Role | None
    """None for bodies (the ministry) and documents (the statement)."""
    noun: str
    """The head, singular and lower case."""
    plural: bool
    article: str = ""
    heads: int | None = None
    partitive: bool = False
    """One of the ..."""
    core: int = 0
    """First token after article and number."""
    terms: tuple[TermSpan, ...] = ()
    names: tuple[NameRun, ...] = ()
    """Persons or bodies inside the phrase (a spokesman for X)."""
    person: NameRun | None = None
    """Who bears the title."""
    words: frozenset[str] = field(default_factory=frozenset)


def find_role_phrases(reading: Reading) -> list[RolePhrase]:
    """Every role phrase of the text in order, the named and the unnamed."""
    found: list[RolePhrase] = []
    done = -1
    for at, word in enumerate(reading.tokens.lower):
        if at <= done or not (is_head(word) or _is_charge(reading, at)):
            continue
        phrase = _phrase_at(reading, at)
        if phrase is not None:
            phrase = _with_owner(reading, found, phrase)
            if found and phrase.first <= found[-1].last:
                phrase = replace(phrase, first=max(phrase.first, found[-1].last + 1))
                if phrase.first > phrase.head:
                    continue
            found.append(phrase)
            done = phrase.last
    return found


def _with_owner(reading: Reading, found: list[RolePhrase], phrase: RolePhrase) -> RolePhrase:
    """The phrase with the titled person who owns it: Mr. Tran's lawyers, Prime Minister Salem's office."""
    owner = found[-1] if found else None
    if owner is None or owner.last >= phrase.head or phrase.first > owner.last + 1:
        return phrase
    if reading.tokens.lower[owner.last + 1] not in {"'s", "'"}:
        return phrase
    found.pop()
    names = (*phrase.names, *((owner.person,) if owner.person is not None else ()))
    core = min(phrase.core, owner.core)
    whole = replace(phrase, first=min(phrase.first, owner.first), core=core, names=names)
    return replace(_with_inside(reading, whole), names=names, article="")


def _is_charge(reading: Reading, at: int) -> bool:
    """Whether "charge" is the envoy's title, its accent left out: charge d'affaires."""
    return reading.tokens.lower[at] == "charge" and reading.tokens.lower[at + 1 : at + 2] == ["d'affaires"]


def _phrase_at(reading: Reading, at: int) -> RolePhrase | None:
    tokens = reading.tokens
    noun = "chargé" if _is_charge(reading, at) else singular(tokens.lower[at])
    role = HEADS.get(noun)
    if noun == "head" and tokens.lower[at - 1 : at] != [] and tokens.lower[at - 1] in POSSESSIVES - {"the"}:
        return None
    if noun == "channel" and tokens.lower[at] != noun:
        return None
    if (role is None and noun not in BODY_HEADS) or reading.block[at] < 0:
        return None
    if at in reading.term_ends or any(
        first <= at <= reading.terms[first][0] for first in (at,) if first in reading.terms
    ):
        return None
    following = singular(tokens.lower[at + 1]) if at + 1 < len(tokens) else ""
    if (
        role is not None
        and HEADS.get(following) not in {None, Role.SOURCE}
        and is_joined(reading, at + 1)
        and (role is Role.COURTESY or HEADS[following] is not Role.COURTESY)
    ):
        return None
    plural = (tokens.lower[at].rstrip(".") != noun and noun != "chargé") or noun in PLURAL_HEADS
    left = expand_left(reading, at)
    if role is not None:
        named = _named(reading, at, left, role, noun, plural)
        if named is not None:
            return named
    end = at + (tokens.lower[at + 1 : at + 2] == ["d'affaires"])
    if role is Role.COURTESY or not _stands_alone(reading, end):
        return None
    last = end if end > at else expand_right(reading, at, noun)
    if BODY_HEADS.get(noun) == "document":
        last = issued_by(reading, last)
    plural, last = coordinated(reading, last, plural)
    phrase = RolePhrase(
        left.first, at, last, role, noun, plural, left.article, left.heads, left.partitive, left.core
    )
    return _with_inside(reading, phrase)


def _stands_alone(reading: Reading, at: int) -> bool:
    """Whether the head is a noun of its own here and no modifier (rebel forces, general election)."""
    tokens = reading.tokens
    if at + 1 >= len(tokens) or reading.block[at + 1] != reading.block[at]:
        return True
    word = tokens.lower[at + 1]
    if tokens.lower[at] == "chief" and at + 1 in reading.terms:
        behind = reading.terms[at + 1][0] + 1
        if behind < len(tokens) and is_head(tokens.lower[behind]):
            return False  # the chief cabinet secretary
    if not word[0].isalnum():
        return word != "'s" or not any(is_head(other) for other in tokens.lower[at + 2 : at + 5])
    return (
        word in PREPOSITIONS
        or word in AUXILIARIES
        or word in CUE_FORMS
        or word in ADVERBS
        or word in LOOSE
        or word in IRREGULAR_PASTS
        or (word.endswith(("ed", "ly", "ing")) and word != "wing")
        or word
        in {
            "himself",
            "herself",
            "itself",
            "themselves",
            "who",
            "whom",
            "whose",
            "that",
            "which",
            "and",
            "or",
            "but",
            "not",
            "never",
            "when",
            "while",
            "last",
            "earlier",
            "yesterday",
            "today",
            "tonight",
        }
        or at + 1 in reading.terms
    )


def _named(reading: Reading, head: int, left: Left, role: Role, noun: str, plural: bool) -> RolePhrase | None:
    """Title and name: CIA Director Bill Burns; Ukraine's digital minister, Mykhailo Fedorov."""
    tokens = reading.tokens
    after, run = _complement(reading, head + (tokens.lower[head + 1 : head + 2] == ["d'affaires"]))
    if role is not Role.COURTESY:
        after = _behind_honorifics(reading, after)
    if run is None and after < len(tokens):
        comma = tokens.words[after] == "," and after + 1 < len(tokens)
        run = _run_after_titles(reading, after + 1) if comma else reading.runs.get(after)
        if (
            run is not None
            and comma
            and (
                role is Role.COURTESY
                or (run.kind != "person" and not _owned(reading, left, head))
                or not _apposed(reading, left, run)
            )
        ):
            run = None
        if run is not None and not comma and (reading.opens[run.first] or not is_joined(reading, run.first)):
            run = None
    if run is not None and run.kind == "single" and _modifies_head(reading, run.last + 1):
        run = None  # Deputy Foreign Minister
    if (
        run is None
        or run.kind not in {"person", "single"}
        or (plural and not tokens.lower[head].endswith("."))
    ):
        return None
    phrase = RolePhrase(
        left.first, head, run.last, role, noun, False, left.article, 1, False, left.core, person=run
    )
    return _with_inside(reading, phrase)


def _behind_honorifics(reading: Reading, at: int) -> int:
    """Token behind titles of courtesy and honour: Prime Minister Dr NAME, Foreign Minister Datuk Seri NAME."""
    lower = reading.tokens.lower
    begin = at
    while at + 1 < len(lower) and is_joined(reading, at):
        if tuple(lower[at : at + 2]) in HONORIFIC_PAIRS:
            at += 2
        elif HEADS.get(singular(lower[at])) is Role.COURTESY and reading.tokens.words[at][0].isupper():
            at += 1 + (lower[at + 1] == ".")
        else:
            break
    return at if at in reading.runs else begin


def _modifies_head(reading: Reading, after: int) -> bool:
    """Whether a capitalised head noun stands right behind: what is before it belongs to that title."""
    tokens = reading.tokens
    if after >= len(tokens) or not tokens.words[after][0].isupper() or not is_joined(reading, after):
        return False
    return HEADS.get(singular(tokens.lower[after])) not in {None, Role.SOURCE, Role.PRIVATE, Role.COURTESY}


def _owned(reading: Reading, left: Left, head: int) -> bool:
    """Whether the phrase has an owner or a definite article: his wife, Dawson's wife, the minister."""
    return left.article in POSSESSIVES or "'s" in reading.tokens.lower[left.first : head]


def _run_after_titles(reading: Reading, at: int) -> NameRun | None:
    """The name at ``at``, a rank before it left out (the chief spokesman, Rear Adm. X)."""
    tokens = reading.tokens
    for step in range(at, min(at + 5, len(tokens))):
        if step in reading.runs:
            return reading.runs[step]
        if tokens.words[step] == "-" or _in_honorific_pair(tokens.lower, step):
            continue
        if not tokens.words[step][0].isupper():
            return None
        if HEADS.get(singular(tokens.lower[step])) is None and tokens.lower[step] not in MODIFIERS:
            return None
    return None


def _in_honorific_pair(lower: Sequence[str], at: int) -> bool:
    """Whether a word is half of a title of honour: Tan Sri."""
    return tuple(lower[at : at + 2]) in HONORIFIC_PAIRS or tuple(lower[at - 1 : at + 1]) in HONORIFIC_PAIRS


def _apposed(reading: Reading, left: Left, run: NameRun) -> bool:
    """Only a whole apposition counts: the phrase has a determiner or owner, a comma or verb follows."""
    tokens = reading.tokens
    owned = left.article or left.first in reading.terms or "'s" in tokens.lower[left.first : run.first]
    if not owned:
        return False
    after = run.last + 1
    return (
        after >= len(tokens)
        or tokens.words[after] in {",", "."}
        or tokens.lower[after] in CUE_FORMS | AUXILIARIES
    )


_LED = word_set(
    """delegation mission team side command staff forces force troops army navy police service ministry office
    government parliament committee council commission agency contingent operation party bloc union guard
    guards department bureau institute centre center negotiators negotiating armed general joint air land sea
    ground northern southern eastern western national press border coast fleet brigade parliamentary presidential"""
)
"""What one heads or speaks for, behind its owner: the head of the Kenyan delegation, Jane Odera."""


def _plain_end(reading: Reading, at: int) -> int | None:
    """Token of the comma behind a plain complement of one to three words: envoy for the dialogue, NAME."""
    tokens = reading.tokens
    for step in range(at, min(at + 4, len(tokens))):
        word = tokens.words[step]
        if word == ",":
            named = step + 1 in reading.runs and reading.runs[step + 1].kind == "person"
            return step if step > at and named else None
        if not word.isalpha() or not (word.islower() or step == at) or tokens.lower[step] in AUXILIARIES:
            return None
    return None


def _complement(reading: Reading, head: int) -> tuple[int, NameRun | None]:
    """Token after the title's complement (of State, of the WHO), and a name cut from its run."""
    tokens = reading.tokens
    at = head + 1
    size = len(tokens)
    while at + 1 < size and (
        tokens.lower[at] in {"of", "for", "to", "at"}
        or (tokens.lower[at] == "in" and at + 1 in reading.terms)
    ):
        inner = at + 1
        if tokens.lower[inner] in {"the", "his", "her", "its", "their"}:
            inner += 1
        start = inner
        while inner < size and is_joined(reading, inner):
            if inner in reading.terms:
                inner = reading.terms[inner][0] + 1
            elif tokens.lower[inner] in COMPLEMENTS or (
                tokens.lower[inner] in _LED and (inner > start or tokens.lower[inner - 1] == "the")
            ):
                inner += 1
            elif inner == start and tokens.words[inner][0].isupper() and tokens.words[inner + 1] == ",":
                inner += 1  # director for Africa, NAME
            elif inner in reading.runs and reading.runs[inner].kind in {"body", "acronym", "outlet"}:
                inner = reading.runs[inner].last + 1
            elif tokens.lower[inner] in {"and", "&", "'s"} and inner > start:
                inner += 1
            elif inner == start and _plain_end(reading, inner) is not None:
                inner = _plain_end(reading, inner) or inner + 1
            else:
                break
        if inner == start:
            break
        at = inner
    run = next(
        (r for r in (reading.runs.get(first) for first in range(at - 1, head, -1)) if r is not None), None
    )
    if run is not None and run.first < at <= run.last and at > head + 1:
        at += 2 if tuple(tokens.lower[at : at + 2]) in HONORIFIC_PAIRS and at + 2 <= run.last else 0
        return at, replace(run, first=at, kind="person" if run.last > at else "single")
    return at, None


def _with_inside(reading: Reading, phrase: RolePhrase) -> RolePhrase:
    """The phrase with the terms, names and words that stand in it (its own bearer left out)."""
    terms: list[TermSpan] = []
    names: list[NameRun] = []
    at = phrase.first
    end = phrase.person.first - 1 if phrase.person is not None else phrase.last
    while at <= end:
        if at in reading.terms:
            terms.append(reading.terms[at][1])
            at = reading.terms[at][0]
        elif at in reading.runs:
            names.append(reading.runs[at])
            at = reading.runs[at].last
        at += 1
    words = frozenset(reading.tokens.lower[phrase.first : end + 1])
    return replace(phrase, terms=tuple(terms), names=tuple(names), words=words)


__all__ = ["RolePhrase", "find_role_phrases"]
