"""Phrases around a head noun: "the EU's foreign policy chief", "a spokesman for the ministry", "two U.S. officials".

A head noun takes what belongs to it on the left (articles, numbers, adjectives, states, possessors) and on the
right (of the Treasury, for the UN, close to the talks, who spoke unnamed).
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from diplotui.extraction.cues import ADVERBS, AUXILIARIES, CUE_FORMS, PREPOSITIONS
from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.inflection import VerbForm, verb_forms
from diplotui.extraction.names import NameRun
from diplotui.extraction.reading import Reading
from diplotui.extraction.titles import (
    BODY_HEADS,
    COMPLEMENTS,
    HEADS,
    MODIFIERS,
    NUMBERS,
    PLURAL_HEADS,
    Role,
    singular,
)
from diplotui.extraction.tokens import word_set

_ARTICLES = word_set(
    "the a an this these those his her its their our my no any some both all each every another"
)
_POSSESSIVES = word_set("his her their its the")
_ADJECTIVE_ENDINGS = (
    "al", "ic", "ern", "ian", "ish", "ese", "ary", "ive", "ous", "based", "led", "backed", "linked", "born",
    "appointed", "elected", "ranking", "speaking", "run", "held", "wide",
)  # fmt: skip
_LOOSE = word_set(
    "close familiar briefed involved knowledgeable aware privy present based working loyal allied linked"
)
_LEFT_PREPOSITIONS = word_set("of for at in from with to on inside within near")
_TO_HEADS = word_set(
    "ambassador envoy adviser advisor aide representative delegate emissary mission assistant deputy"
)
_PLAIN_PRESENT = word_set(
    """say says tell tells believe believes insist insists argue argues adds writes thinks explains suggests warns
    denies recalls admits predicts asks replies complains acknowledges concedes describes declares alleges expects"""
)
IRREGULAR_PASTS = word_set(
    """left met spoke went came took made gave got had kept held sent lost won rose fell flew fled fought began
    became thought knew saw stood sat ran led paid sold bought cut put hit set read wrote struck drew broke said"""
)
"""Past tenses without -ed: what stands before one is a whole phrase."""
_AFTER_NOUN = word_set(
    """who whom whose that which and or but not never when while neither nor himself herself itself themselves yet"""
)
SAYING = frozenset(
    form
    for verb in (
        "say", "tell", "add", "write", "claim", "state", "report", "announce", "confirm", "deny", "note", "warn",
        "insist", "argue", "explain", "believe", "think", "expect", "suggest", "urge", "accuse", "reject", "call",
        "describe", "declare", "allege", "acknowledge", "admit", "stress", "decline", "refuse", "ask", "complain",
        "predict", "estimate", "concede", "vow", "pledge", "threaten", "demand", "respond", "reply", "recall",
        "caution", "cite", "quote", "dismiss", "condemn", "criticize", "criticise", "blame", "praise", "welcome",
        "agree", "sign", "pass", "approve", "vote", "adopt",
    )
    for form, name in verb_forms(verb).items()
    if name in {VerbForm.PAST, VerbForm.ING} or form in _PLAIN_PRESENT
)  # fmt: skip
"""Verb forms before which a phrase has ended."""


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
        if at <= done or not _is_head(word):
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


@lru_cache(maxsize=20_000)
def _is_head(word: str) -> bool:
    noun = singular(word)
    return noun in HEADS or noun in BODY_HEADS


def _phrase_at(reading: Reading, at: int) -> RolePhrase | None:
    tokens = reading.tokens
    noun = singular(tokens.lower[at])
    role = HEADS.get(noun)
    if noun == "head" and tokens.lower[at - 1 : at] != [] and tokens.lower[at - 1] in _POSSESSIVES - {"the"}:
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
    if role is not None and HEADS.get(following) not in {None, Role.SOURCE} and _joined(reading, at + 1):
        return None
    plural = tokens.lower[at].rstrip(".") != noun or noun in PLURAL_HEADS
    left = expand_left(reading, at)
    if role is not None:
        named = _named(reading, at, left, role, noun, plural)
        if named is not None:
            return named
    if role is Role.COURTESY or not _stands_alone(reading, at):
        return None
    last = _expand_right(reading, at, noun)
    if BODY_HEADS.get(noun) == "document":
        last = _issued_by(reading, last)
    plural, last = _coordinated(reading, last, plural)
    phrase = RolePhrase(
        left.first, at, last, role, noun, plural, left.article, left.heads, left.partitive, left.core
    )
    return _with_inside(reading, phrase)


def _joined(reading: Reading, at: int) -> bool:
    return not reading.opens[at] and reading.tokens.starts[at] - reading.tokens.ends[at - 1] <= 1


def _stands_alone(reading: Reading, at: int) -> bool:
    """Whether the head is a noun of its own here and no modifier (rebel forces, general election)."""
    tokens = reading.tokens
    if at + 1 >= len(tokens) or reading.block[at + 1] != reading.block[at]:
        return True
    word = tokens.lower[at + 1]
    if not word[0].isalnum():
        return word != "'s" and word != "’s"
    return (
        word in PREPOSITIONS
        or word in AUXILIARIES
        or word in CUE_FORMS
        or word in ADVERBS
        or word in _LOOSE
        or word in IRREGULAR_PASTS
        or word.endswith(("ed", "ly"))
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
        }
        or at + 1 in reading.terms
    )


@dataclass(frozen=True, slots=True)
class _Left:
    first: int
    core: int
    article: str
    heads: int | None
    partitive: bool


def expand_left(reading: Reading, head: int) -> _Left:
    """Walk over what stands before the head and belongs to it."""
    tokens = reading.tokens
    at, article, heads, partitive = head, "", None, False
    core = head
    while at > 0 and not reading.opens[at] and reading.block[at - 1] == reading.block[at]:
        before = at - 1
        word = tokens.lower[before]
        if before in reading.term_ends:
            at = core = reading.term_ends[before]
        elif word in {"'s", "'"} and before > 0 and (_possessor(reading, before - 1) is not None):
            at = core = _possessor(reading, before - 1) or 0
        elif before in reading.run_ends and not article:
            at = core = reading.run_ends[before]
        elif word in NUMBERS or word.isdigit():
            heads = heads or NUMBERS.get(word) or (int(word) if word.isdigit() and len(word) < 4 else None)
            at = before
            article = article or (word if word in {"a", "an", "another"} else "")
            if article:
                break
        elif word in _ARTICLES:
            at, article = before, word
            break
        elif _modifies(tokens.words[before], word) or (HEADS.get(word) not in {None, Role.SOURCE}):
            at = core = before
        elif at == head and _compounds(reading, before):
            at = core = before
        else:
            break
    if (
        at > 1
        and tokens.lower[at - 1] == "of"
        and tokens.lower[at - 2] in NUMBERS
        and article in _ARTICLES | {""}
    ):
        heads, partitive, at = NUMBERS[tokens.lower[at - 2]], True, at - 2
    elif (
        at > 1
        and tokens.lower[at - 1] == "of"
        and tokens.lower[at - 2] in {"some", "many", "most", "several"}
    ):
        heads, partitive, at = None, True, at - 2
    return _Left(at, core, article, heads, partitive)


def _compounds(reading: Reading, at: int) -> bool:
    """Whether an unknown noun belongs to the head behind it: the irrigation minister, Cuba's sugar ministry."""
    tokens = reading.tokens
    word = tokens.words[at]
    if not word.isalpha() or not word.islower() or at == 0 or reading.opens[at]:
        return False
    if (
        word in PREPOSITIONS
        or word in AUXILIARIES
        or word in SAYING
        or word in IRREGULAR_PASTS
        or word in _AFTER_NOUN
    ):
        return False
    before = tokens.lower[at - 1]
    return (
        before in _ARTICLES
        or before in {"a", "an", "'s"}
        or at - 1 in reading.term_ends
        or before in MODIFIERS
    )


def _modifies(word: str, lower: str) -> bool:
    if lower in MODIFIERS or lower in COMPLEMENTS:
        return True
    if not word[0].islower() or lower in PREPOSITIONS or lower in CUE_FORMS:
        return False
    return "-" in word or lower.endswith(_ADJECTIVE_ENDINGS)


def _possessor(reading: Reading, last: int) -> int | None:
    """First token of the possessor that ends at token ``last`` (Ukraine's, the EU's, the group's)."""
    if last in reading.term_ends:
        return reading.term_ends[last]
    if last in reading.run_ends:
        return reading.run_ends[last]
    noun = singular(reading.tokens.lower[last])
    return expand_left(reading, last).first if noun in BODY_HEADS or noun in HEADS else None


def _named(
    reading: Reading, head: int, left: _Left, role: Role, noun: str, plural: bool
) -> RolePhrase | None:
    """Title and name: CIA Director Bill Burns; Ukraine's digital minister, Mykhailo Fedorov."""
    tokens = reading.tokens
    after, run = _complement(reading, head)
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
        if run is not None and not comma and (reading.opens[run.first] or not _joined(reading, run.first)):
            run = None
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


def _owned(reading: Reading, left: _Left, head: int) -> bool:
    """Whether the phrase has an owner or a definite article: his wife, Dawson's wife, the minister."""
    return left.article in _POSSESSIVES or "'s" in reading.tokens.lower[left.first : head]


def _run_after_titles(reading: Reading, at: int) -> NameRun | None:
    """The name at ``at``, a rank before it left out (the chief spokesman, Rear Adm. X)."""
    tokens = reading.tokens
    for step in range(at, min(at + 5, len(tokens))):
        if step in reading.runs:
            return reading.runs[step]
        if tokens.words[step] == "-":
            continue
        if not tokens.words[step][0].isupper():
            return None
        if HEADS.get(singular(tokens.lower[step])) is None and tokens.lower[step] not in MODIFIERS:
            return None
    return None


def _apposed(reading: Reading, left: _Left, run: NameRun) -> bool:
    """After a comma only a whole apposition counts: the phrase has a determiner or owner, a comma or verb follows."""
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


def _complement(reading: Reading, head: int) -> tuple[int, NameRun | None]:
    """Token after the title's complement (of State, for Foreign Affairs, of the WHO), and a name cut from its run."""
    tokens = reading.tokens
    at = head + 1
    size = len(tokens)
    while at + 1 < size and tokens.lower[at] in {"of", "for", "to", "at"}:
        inner = at + 1
        if tokens.lower[inner] in {"the", "his", "her", "its", "their"}:
            inner += 1
        start = inner
        while inner < size and _joined(reading, inner):
            if inner in reading.terms:
                inner = reading.terms[inner][0] + 1
            elif tokens.lower[inner] in COMPLEMENTS:
                inner += 1
            elif inner in reading.runs and reading.runs[inner].kind in {"body", "acronym", "outlet"}:
                inner = reading.runs[inner].last + 1
            elif tokens.lower[inner] in {"and", "&", "'s"} and inner > start:
                inner += 1
            else:
                break
        if inner == start:
            break
        at = inner
    run = next(
        (r for r in (reading.runs.get(first) for first in range(at - 1, head, -1)) if r is not None), None
    )
    if run is not None and run.first < at <= run.last and at > head + 1:
        return at, replace(run, first=at, kind="person" if run.last > at else "single")
    return at, None


def _expand_right(reading: Reading, head: int, noun: str) -> int:
    """Last token of an unnamed phrase with what follows the head and belongs to it."""
    tokens = reading.tokens
    last = head
    for _ in range(4):
        at = last + 1
        if at + 1 >= len(tokens) or reading.opens[at] or reading.block[at] != reading.block[head]:
            break
        word = tokens.lower[at]
        if word in _LOOSE and tokens.lower[at + 1] in PREPOSITIONS:
            end = _noun_phrase(reading, at + 2)
        elif (
            word in _LEFT_PREPOSITIONS
            and not (word == "to" and not (noun in _TO_HEADS and _names_somebody(reading, at + 1)))
            and word != "on"
        ):
            end = _noun_phrase(reading, at + 1)
        elif word == "who" and tokens.lower[at + 1] not in SAYING:
            end = _relative(reading, at)
        else:
            break
        if end is None:
            break
        last = end
    return last


def _names_somebody(reading: Reading, at: int) -> bool:
    """Whether a noun phrase and no infinitive starts at ``at``: ambassador to the UN."""
    return at in reading.terms or at in reading.runs or reading.tokens.lower[at] in _ARTICLES


def _issued_by(reading: Reading, last: int) -> int:
    """``The statement, issued by the Élysée``: take in who issued it."""
    tokens, at = reading.tokens, last + 1
    at += at < len(tokens) and tokens.words[at] == ","
    if at + 2 < len(tokens) and tokens.lower[at].endswith("ed") and tokens.lower[at + 1] == "by":
        end = _noun_phrase(reading, at + 2)
        return last if end is None else end
    return last


def _noun_phrase(reading: Reading, at: int) -> int | None:
    """Last token of the plain noun phrase that starts at ``at``; None if there is none."""
    tokens = reading.tokens
    begin, plain, ended = at, 0, False
    while (
        at < len(tokens)
        and not reading.opens[at]
        and reading.quote[at] == reading.quote[begin]
        and at - begin < 12
    ):
        word, lower = tokens.words[at], tokens.lower[at]
        if at in reading.terms:
            at, ended = reading.terms[at][0] + 1, True
            continue
        if at in reading.runs:
            at, ended = reading.runs[at].last + 1, True
            continue
        if lower in _ARTICLES and at == begin:
            at += 1
        elif lower == "'s":
            at, ended = at + 1, False
        elif lower in MODIFIERS or lower in COMPLEMENTS or lower in BODY_HEADS or (ended and _is_head(lower)):
            at += 1
        elif lower in IRREGULAR_PASTS and at > begin:
            break
        elif (
            ended or not word[0].isalnum() or lower in SAYING or lower in AUXILIARIES or lower in PREPOSITIONS
        ):
            break
        elif lower in {"who", "that", "which", "and", "or", "but", "to"} or lower in ADVERBS:
            break
        elif plain < 2 and not (plain and lower.endswith("ed")):
            at, plain = at + 1, plain + 1
        else:
            break
    return at - 1 if at > begin else None


def _relative(reading: Reading, at: int) -> int | None:
    """A clause "who spoke on condition of anonymity" up to the verb of saying; None where a comma comes first."""
    tokens = reading.tokens
    for index in range(at + 1, min(at + 24, len(tokens))):
        if (
            reading.opens[index]
            or tokens.words[index] in {",", ";", "—", "–"}
            or reading.quote[index] != reading.quote[at]
        ):
            return None
        if tokens.lower[index] in {"said", "says", "say", "told", "added"}:
            return index - 1
    return None


def _coordinated(reading: Reading, last: int, plural: bool) -> tuple[bool, int]:
    """Take in "and others", "and diplomats" after a plural head."""
    tokens = reading.tokens
    at = last + 1
    if not plural or at + 1 >= len(tokens) or tokens.lower[at] not in {"and", "or"}:
        return plural, last
    inner = at + 1
    while inner + 1 < len(tokens) and inner < at + 4 and _modifies(tokens.words[inner], tokens.lower[inner]):
        inner += 1
    noun = singular(tokens.lower[inner])
    if noun in HEADS and (noun != tokens.lower[inner] or noun in PLURAL_HEADS):
        return True, inner
    return plural, last


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


__all__ = ["SAYING", "RolePhrase", "expand_left", "find_role_phrases"]
