"""From phrases of a text to candidates for mentions: what each says by itself, before earlier ones are looked at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from diplotui.extraction.cues import AUXILIARIES, CUE_FORMS, PREPOSITIONS
from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.names import NameRun
from diplotui.extraction.reading import Reading
from diplotui.extraction.role_phrases import SAYING, RolePhrase, expand_left, find_role_phrases
from diplotui.extraction.spans import Block
from diplotui.extraction.titles import (
    BODY_HEADS,
    FEMALE_NAMES,
    FEMALE_TITLES,
    FORMER,
    MALE_NAMES,
    MALE_TITLES,
    OPPOSITION,
    SPEAKING_ROLES,
    Role,
    singular,
)
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind


class Shape(StrEnum):
    """How a candidate refers."""

    FULL = "full"
    """A person's full name."""
    SURNAME = "surname"
    ROLE = "role"
    """A described person or group of persons."""
    NOUN = "noun"
    """A described body or document: the ministry, the statement."""
    TERM = "term"
    """A name that the tables know: state, capital, office, outlet."""
    BODY = "body"
    PRONOUN = "pronoun"
    LABEL = "label"
    """The speaker's label of a transcript turn."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One phrase that may mention somebody; token indexes, both ends in."""

    first: int
    last: int
    shape: Shape
    kind: ActorKind
    name: str
    office: str | None = None
    role: Role | None = None
    noun: str = ""
    party: str | None = None
    speaks: bool = False
    heads: int | None = None
    article: str = ""
    plural: bool = False
    partitive: bool = False
    female: bool | None = None
    weak: bool = False
    """A lone capitalised word: a mention only if an earlier name or a verb of saying makes it one."""
    surname: str = ""
    inner: tuple[NameRun, ...] = ()
    term: TermSpan | None = None
    """The first body, office or outlet of the tables inside the phrase."""
    """Persons and bodies named inside the phrase."""


_SPOKEN = SAYING | word_set(
    "calls rejects confirms denies demands urges condemns accuses warns recalls adds says"
)
"""Verb forms that make "it" a speaker."""
PRONOUNS = {"he": False, "she": True, "they": None, "it": None}
_QUANTIFIERS = word_set("some many several others most few both another")
_SUBJECT_WORDS = _QUANTIFIERS | frozenset(PRONOUNS)
_STATE_NOUNS = word_set(
    """ministry department government administration embassy army military navy police parliament presidency
    mission command forces troops cabinet authority authorities consulate leadership office council agency
    commission committee court force guard guards staff corps service bureau fund bank delegation"""
)
_SEAT = re.compile(r"[RDI]-[A-Z]")
_SEAT_STATE = re.compile(r"[A-Z][a-z]*\.$")
"""A US lawmaker's party and state behind the name: R-Texas, I-Vt., D-N.Y."""


def find_candidates(reading: Reading, blocks: Sequence[Block]) -> list[Candidate]:
    """All candidates in text order; none overlaps another."""
    phrases = find_role_phrases(reading)
    found = [*_labels(reading, blocks), *_persons(reading, phrases)]
    covered = {at for candidate in found for at in range(candidate.first, candidate.last + 1)}
    for more in (
        _described(reading, phrases),
        _terms(reading),
        _bodies(reading),
        _pronouns(reading),
        _strangers(reading),
    ):
        for candidate in more:
            if covered.isdisjoint(range(candidate.first, candidate.last + 1)):
                found.append(candidate)
                covered.update(range(candidate.first, candidate.last + 1))
    return sorted(found, key=lambda candidate: candidate.first)


def _labels(reading: Reading, blocks: Sequence[Block]) -> Iterator[Candidate]:
    tokens = reading.tokens
    for block in blocks:
        if block.speaker is None:
            continue
        first, last = tokens.at(block.speaker[0]), tokens.at(block.speaker[1]) - 1
        if last >= first:
            words = [word for word in tokens.words[first : last + 1] if word[0].isalnum()]
            surname = words[-1] if words else ""
            name = " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)
            yield Candidate(first, last, Shape.LABEL, ActorKind.PERSON, name, heads=1, surname=surname)


def _persons(reading: Reading, phrases: list[RolePhrase]) -> Iterator[Candidate]:
    """Names, with the title before them or the apposition after."""
    titled = {phrase.person.first: phrase for phrase in phrases if phrase.person is not None}
    by_first = {phrase.first: phrase for phrase in phrases if phrase.person is None}
    runs = {**reading.runs, **{first: phrase.person for first, phrase in titled.items() if phrase.person}}
    inside = {
        at
        for phrase in titled.values()
        if phrase.person is not None
        for at in range(phrase.first, phrase.person.first)
    }
    inside |= {at for phrase in by_first.values() for at in range(phrase.first, phrase.last + 1)}
    cut = {phrase.person.last: first for first, phrase in titled.items() if phrase.person is not None}
    end = -1
    for first in sorted(runs):
        run = runs[first]
        if (
            first <= end
            or first in inside
            or reading.block[first] < 0
            or run.kind not in {"person", "single"}
        ):
            continue
        if cut.get(run.last, first) != first:
            continue  # a title took the front of this run: Secretary of State + name
        phrase = titled.get(first)
        candidate = _person(reading, run, phrase)
        candidate = _apposition(reading, candidate, run, by_first)
        end = candidate.last
        yield candidate


def _person(reading: Reading, run: NameRun, phrase: RolePhrase | None) -> Candidate:
    tokens = reading.tokens
    name = reading.words(run.first, run.last)
    given = tokens.lower[run.first]
    surname = tokens.words[run.last]
    if surname.lower().rstrip(".") in {"jr", "sr", "ii", "iii", "iv"} and run.last > run.first:
        surname = tokens.words[run.last - 1]
    full = run.kind == "person"
    female = True if given in FEMALE_NAMES and full else False if given in MALE_NAMES and full else None
    candidate = Candidate(
        first=run.first,
        last=run.last,
        shape=Shape.FULL if full else Shape.SURNAME,
        kind=ActorKind.PERSON,
        name=name,
        heads=1,
        female=female,
        weak=not full and phrase is None,
        surname=surname,
    )
    return candidate if phrase is None else _with_title(reading, candidate, phrase, phrase.first)


def _with_title(reading: Reading, candidate: Candidate, phrase: RolePhrase, first: int) -> Candidate:
    """The person with the office, party and right to speak that the phrase gives."""
    if phrase.role is Role.COURTESY and not phrase.terms:
        female = _gender(phrase, candidate.female)
        return replace(candidate, first=min(first, candidate.first), female=female, role=candidate.role)
    end = phrase.person.first - 1 if phrase.person is not None else phrase.last
    while end > phrase.head and not reading.tokens.words[end][0].isalnum():
        end -= 1
    office = reading.words(phrase.core if phrase.article else phrase.first, end)
    party = _party(phrase, office, reading)
    return replace(
        candidate,
        first=min(first, candidate.first),
        office=office,
        role=phrase.role,
        noun=phrase.noun,
        party=party,
        speaks=_speaks(phrase, party),
        female=_gender(phrase, candidate.female),
        inner=phrase.names,
    )


def _gender(phrase: RolePhrase, known: bool | None) -> bool | None:
    if phrase.noun in FEMALE_TITLES or phrase.words & FEMALE_TITLES:
        return True
    return False if phrase.noun in MALE_TITLES else known


def _party(phrase: RolePhrase, office: str, reading: Reading) -> str | None:
    """The party named in the phrase: what stands before the head first; an envoy's post abroad is not his party."""
    head = reading.tokens.starts[phrase.head]
    before = [term for term in phrase.terms if term.start < head and term.party]
    after = [term for term in phrase.terms if term.start > head and term.party]
    if before:
        return before[0].party
    if after and phrase.role is not Role.ENVOY and phrase.noun not in {"mission", "representative"}:
        return after[0].party
    return None


def _speaks(phrase: RolePhrase, party: str | None) -> bool:
    """Whether the bearer speaks for the party (see the roles in ``titles``)."""
    if party is None or phrase.words & FORMER or phrase.words & OPPOSITION:
        return False
    if phrase.role is None:
        return BODY_HEADS.get(phrase.noun) == "office" or phrase.noun in _STATE_NOUNS
    if phrase.role is Role.CHIEF and phrase.words & {"party", "union", "company", "campaign"}:
        return False
    return phrase.role in SPEAKING_ROLES and "others" not in phrase.words


def _apposition(
    reading: Reading, candidate: Candidate, run: NameRun, by_first: dict[int, RolePhrase]
) -> Candidate:
    """Take in what follows a name: (D-Ohio), of Harvard, ", 54, a farmer", ", the EU's foreign policy chief"."""
    tokens = reading.tokens
    at = run.last + 1
    size = len(tokens)
    if at < size and tokens.words[at] == "(":
        close = next((i for i in range(at + 1, min(at + 9, size)) if tokens.words[i] == ")"), None)
        if close is not None:
            candidate, at = replace(candidate, last=close), close + 1
    if at + 1 < size and tokens.lower[at] in {"of", "from"} and not reading.opens[at] and not candidate.weak:
        inner = at + 1 + (tokens.lower[at + 1] == "the")
        end = reading.terms[inner][0] if inner in reading.terms else None
        if end is None and inner in reading.runs and reading.runs[inner].kind != "person":
            end = reading.runs[inner].last
        whole = by_first.get(at + 1)
        if whole is not None and whole.role is None and end is not None:
            candidate, at = _belonging(reading, candidate, whole), whole.last + 1
        elif end is not None:
            party = reading.terms[inner][1].party if inner in reading.terms else None
            if (
                candidate.party is None
                and party is not None
                and candidate.role in SPEAKING_ROLES - {Role.COMMANDER}
            ):
                candidate = replace(candidate, party=party, speaks=True)
            candidate, at = replace(candidate, last=end), end + 1
    if at + 1 >= size or tokens.words[at] != ",":
        return candidate
    if _SEAT.match(tokens.words[at + 1]):
        last = at + 1
        while last + 1 < size and (
            tokens.words[last + 1] == "." or _SEAT_STATE.match(tokens.words[last + 1])
        ):
            last += 1
        return replace(candidate, last=last)
    inner = at + 1
    if (
        not candidate.weak
        and tokens.words[inner].isdigit()
        and inner + 1 < size
        and tokens.words[inner + 1] in {",", "."}
    ):
        candidate = replace(candidate, last=inner)
        inner += 2
    inner += tokens.lower[inner] in {"also", "now", "currently"} if inner < size else 0
    if tokens.lower[inner] == "who" and inner + 1 < size and tokens.lower[inner + 1] in _LEADING:
        return _leading(reading, candidate, inner + 2)
    phrase = by_first.get(inner)
    if (
        phrase is None
        or (phrase.plural and not phrase.partitive)
        or phrase.role is None
        or phrase.role is Role.SOURCE
    ):
        return candidate
    if candidate.weak:
        if not phrase.article or not _ends_apposition(reading, phrase):
            return candidate
        candidate = replace(candidate, weak=False)
    if not phrase.article and not phrase.terms and not _ends_apposition(reading, phrase):
        return candidate
    better = candidate.party is None and _party(phrase, "", reading) is not None
    if candidate.office is None or better:
        candidate = _with_title(reading, candidate, phrase, candidate.first)
    return replace(candidate, last=phrase.last)


def _belonging(reading: Reading, candidate: Candidate, body: RolePhrase) -> Candidate:
    """The person with the body behind the name: Anatol Karpenka of the Belarusian transport ministry."""
    official = BODY_HEADS[body.noun] == "office" and candidate.role not in {
        Role.PRIVATE,
        Role.LAWMAKER,
        Role.LOCAL,
    }
    party = candidate.party or (_party(body, "", reading) if official else None)
    speaks = candidate.speaks or (official and party is not None and not body.words & (FORMER | OPPOSITION))
    return replace(candidate, last=body.last, party=party, speaks=speaks)


_LEADING = word_set(
    """leads led heads headed commands commanded advises advised represents represented chairs chaired runs ran
    directs directed governs governed oversees speaks negotiates"""
)


def _leading(reading: Reading, candidate: Candidate, at: int) -> Candidate:
    """The person with the party of what he or she leads: ", who commands the Peruvian troops in the sector"."""
    tokens = reading.tokens
    party = candidate.party
    for step in range(at, min(at + 12, len(tokens))):
        if tokens.words[step] == "," or reading.opens[step]:
            break
        if party is None and step in reading.terms:
            party = reading.terms[step][1].party
    role = candidate.role if candidate.role in SPEAKING_ROLES else Role.CHIEF
    return replace(candidate, role=role, party=party, speaks=candidate.speaks or party is not None)


def _ends_apposition(reading: Reading, phrase: RolePhrase) -> bool:
    after = phrase.last + 1
    return after >= len(reading.tokens) or reading.tokens.words[after] in {",", ".", ";", ")"}


def _described(reading: Reading, phrases: list[RolePhrase]) -> Iterator[Candidate]:
    """Unnamed persons and bodies: three anonymous Russian sources, the ministry, a statement."""
    for phrase in phrases:
        if phrase.person is not None or _opens_name(reading, phrase):
            continue
        articled = phrase.article or reading.tokens.lower[phrase.first] in {"the", "a", "an"}
        start = phrase.first if not articled or phrase.partitive else phrase.first + 1
        name = reading.words(min(start, phrase.head), phrase.last)
        party = _party(phrase, name, reading)
        person = phrase.role is not None
        heads = phrase.heads or (1 if person and not phrase.plural else None)
        if not person:
            heads = None
        yield Candidate(
            first=phrase.first,
            last=phrase.last,
            shape=Shape.ROLE if person else Shape.NOUN,
            kind=_described_kind(phrase),
            name=name,
            office=name if phrase.role in {Role.LEADER, Role.MINISTER} and not phrase.plural else None,
            role=phrase.role,
            noun=phrase.noun,
            party=party,
            speaks=_speaks(phrase, party),
            heads=heads,
            article=phrase.article,
            plural=phrase.plural and person,
            partitive=phrase.partitive,
            female=_gender(phrase, None),
            inner=phrase.names,
            term=next((t for t in phrase.terms if _TERM_KINDS.get(t.kind) in _ISSUERS), None),
        )


def _described_kind(phrase: RolePhrase) -> ActorKind:
    if phrase.role is None:
        known = BODY_HEADS[phrase.noun]
        if phrase.noun == "agency" and phrase.words & {"news", "press"}:
            return ActorKind.OUTLET
        return (
            ActorKind.OUTLET
            if known == "outlet"
            else ActorKind.OFFICE
            if known == "office"
            else ActorKind.BODY
        )
    definite = (
        phrase.role in {Role.LEADER, Role.MINISTER}
        and phrase.article not in {"a", "an"}
        and not phrase.plural
    )
    return ActorKind.PERSON if definite else ActorKind.ANONYMOUS


def _terms(reading: Reading) -> Iterator[Candidate]:
    """States, capitals, seats, offices, bodies, outlets and groups as actors."""
    tokens = reading.tokens
    for first, (last, term) in reading.terms.items():
        kind = _TERM_KINDS.get(term.kind)
        if kind is None or reading.block[first] < 0:
            continue
        if _owns_office(reading, last):
            continue
        if last + 1 < len(tokens) and tokens.lower[last + 1] == "'s" and kind is not ActorKind.OUTLET:
            continue
        begin, owner = _owner(reading, first)
        name = term.name
        if kind in {ActorKind.OFFICE, ActorKind.BODY} and (owner is not None or name.islower()):
            name = reading.words(begin, last)
        begin = _with_article(reading, _introduced(reading, begin))
        speaks = kind in {ActorKind.STATE, ActorKind.OFFICE, ActorKind.BODY} and term.party is not None
        yield Candidate(begin, last, Shape.TERM, kind, name, party=term.party, speaks=speaks, noun=term.kind)


def _owns_office(reading: Reading, last: int) -> bool:
    """Whether a state's name only opens the name of its office: U.S. State Department."""
    following = reading.terms.get(last + 1)
    return following is not None and following[1].kind in {"office", "body", "metonym"}


def issuer(candidate: Candidate) -> Candidate | None:
    """The body inside a document's phrase: a State Department statement."""
    term = candidate.term
    if term is None:
        return None
    speaks = term.party is not None
    kind = _TERM_KINDS[term.kind]
    return replace(
        candidate,
        shape=Shape.TERM,
        kind=kind,
        name=term.name,
        party=term.party,
        speaks=speaks,
        noun=term.kind,
    )


_TERM_KINDS = {
    "state": ActorKind.STATE,
    "capital": ActorKind.STATE,
    "metonym": ActorKind.OFFICE,
    "office": ActorKind.OFFICE,
    "body": ActorKind.BODY,
    "group": ActorKind.BODY,
    "outlet": ActorKind.OUTLET,
    "people": ActorKind.ANONYMOUS,
}


def _opens_name(reading: Reading, phrase: RolePhrase) -> bool:
    """Whether a noun only introduces a body's name: the rights group Amnesty, the newspaper Haaretz."""
    after = phrase.last + 1
    if phrase.role is not None or phrase.last != phrase.head or phrase.plural:
        return False
    if after in reading.terms:
        return (
            reading.terms[after][1].kind in {"outlet", "body", "group", "office"} and not reading.opens[after]
        )
    return after in reading.runs and reading.runs[after].kind != "person" and not reading.opens[after]


def _introduced(reading: Reading, begin: int) -> int:
    """First token of the phrase that introduces the name at ``begin``."""
    if begin > 0 and singular(reading.tokens.lower[begin - 1]) in BODY_HEADS and not reading.opens[begin]:
        return expand_left(reading, begin - 1).first
    return begin


def _with_article(reading: Reading, begin: int) -> int:
    article = begin > 0 and reading.tokens.lower[begin - 1] == "the"
    return begin - 1 if article and reading.block[begin - 1] == reading.block[begin] else begin


_ISSUERS = frozenset({ActorKind.OFFICE, ActorKind.BODY, ActorKind.OUTLET})


def _owner(reading: Reading, first: int) -> tuple[int, TermSpan | None]:
    """Where the phrase begins if a state's adjective or possessive stands right before token ``first``."""
    before = first - 1
    if before >= 1 and reading.tokens.lower[before] == "'s":
        before -= 1
    begin = reading.term_ends.get(before)
    if begin is None or reading.opens[first]:
        return first, None
    return begin, reading.terms[begin][1]


def _bodies(reading: Reading) -> Iterator[Candidate]:
    """Bodies and outlets that the tables do not know, by their shape."""
    tokens = reading.tokens
    for first, run in reading.runs.items():
        if reading.block[first] < 0 or run.kind in {"person", "single"}:
            continue
        if run.last + 1 < len(tokens) and tokens.lower[run.last + 1] == "'s":
            continue
        begin, owner = _owner(reading, first)
        name = reading.words(begin, run.last)
        begin = _with_article(reading, _introduced(reading, begin))
        party = owner.party if owner is not None else None
        organ = any(tokens.lower[at] in _STATE_NOUNS for at in range(run.first, run.last + 1))
        kind = ActorKind.OUTLET if run.kind == "outlet" else ActorKind.BODY
        noun = tokens.lower[run.last]
        yield Candidate(
            begin,
            run.last,
            Shape.BODY,
            kind,
            name,
            party=party,
            speaks=organ and party is not None,
            noun=noun,
        )


def _pronouns(reading: Reading) -> Iterator[Candidate]:
    """Pronouns, and "some" or "others" as subjects."""
    tokens = reading.tokens
    for at, word in enumerate(tokens.lower):
        if word not in _SUBJECT_WORDS or reading.block[at] < 0:
            continue
        subject = at + 1 < len(tokens) and _verb_follows(reading, at)
        if word in PRONOUNS and (subject or word in {"he", "she"}):
            if word == "it" and not (subject and _SPOKEN & set(tokens.lower[at + 1 : at + 4])):
                continue
            yield Candidate(
                at,
                at,
                Shape.PRONOUN,
                ActorKind.PERSON,
                word,
                plural=word == "they",
                female=PRONOUNS[word],
                noun=word,
            )
        elif word in _QUANTIFIERS and subject and tokens.lower[at + 1] in SAYING:
            yield Candidate(
                at, at, Shape.ROLE, ActorKind.ANONYMOUS, word, role=Role.SOURCE, noun="others", plural=True
            )


def _strangers(reading: Reading) -> Iterator[Candidate]:
    """Persons whose noun no list knows, where a verb of saying follows: a Guyanese skipper told how ..."""
    tokens = reading.tokens
    articles = {"a", "an", "one", "another"}
    for at in range(1, len(tokens)):
        if tokens.lower[at] not in SAYING or reading.opens[at] or reading.block[at] < 0:
            continue
        noun = tokens.lower[at - 1]
        if not noun.endswith(_AGENT_ENDINGS) or not tokens.words[at - 1][0].islower():
            continue
        first = at - 1
        while first > max(0, at - 5) and tokens.lower[first] not in articles:
            first -= 1
        if tokens.lower[first] in articles and first < at - 1:
            name = reading.words(first + 1, at - 1)
            party = next((reading.terms[i][1].party for i in range(first, at) if i in reading.terms), None)
            kind, role = ActorKind.ANONYMOUS, Role.PRIVATE
            yield Candidate(first, at - 1, Shape.ROLE, kind, name, None, role, noun, party, heads=1)


_AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "smith", "herd", "wright", "monger")


def _verb_follows(reading: Reading, at: int) -> bool:
    word = reading.tokens.lower[at + 1]
    return (word in SAYING or word in AUXILIARIES or word in CUE_FORMS) and word not in PREPOSITIONS


__all__ = ["PRONOUNS", "Candidate", "Shape", "find_candidates", "issuer"]
