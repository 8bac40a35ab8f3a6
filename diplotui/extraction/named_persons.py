"""Persons by name, with the title before the name or the apposition behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from diplotui.extraction.candidate import Candidate, Shape
from diplotui.extraction.cues import CUE_FORMS
from diplotui.extraction.names import HONORIFIC_PAIRS, NameRun
from diplotui.extraction.phrase_bearers import phrase_gender, phrase_party, phrase_speaks
from diplotui.extraction.reading import Reading
from diplotui.extraction.role_phrases import RolePhrase
from diplotui.extraction.spans import Block
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.titles import (
    BODY_HEADS,
    FEMALE_NAMES,
    FORMER,
    HEADS,
    MALE_NAMES,
    OPPOSITION,
    SPEAKING_ROLES,
    Role,
    singular,
)
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import AUXILIARIES
from diplotui.model import ActorKind

_SEAT = re.compile(r"[RDI]-[A-Z]")
_SEAT_STATE = re.compile(r"[A-Z][a-z]*\.$")
"""A US lawmaker's party and state behind the name: R-Texas, I-Vt., D-N.Y."""


def label_candidates(reading: Reading, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The speakers' labels of a transcript."""
    tokens = reading.tokens
    for block in blocks:
        if block.speaker is None:
            continue
        first, last = tokens.at(block.speaker[0]), tokens.at(block.speaker[1]) - 1
        if last >= first:
            words = [word for word in tokens.words[first : last + 1] if word[0].isalnum()]
            if len(words) > 2 and words[0].lower().rstrip(".") in _HONORIFICS:
                words = words[1:]  # Shri Anirban Rao
            surname = words[-1] if words else ""
            full = _full_name(reading, surname, block.start)
            name = full or " ".join(
                word.title() if word.isupper() and len(word) > 3 else word for word in words
            )
            yield Candidate(first, last, Shape.LABEL, ActorKind.PERSON, name, heads=1, surname=surname)


_HONORIFICS = word_set(
    "shri smt shrimati sir dame hon dr prof mr mrs ms mx herr frau señor señora monsieur madame"
)
HEAD_LENGTH = 1_500
"""Characters at the head of a transcript in which its speakers may be named in full."""


def _full_name(reading: Reading, surname: str, before: int) -> str | None:
    """The full name that the head of a transcript gives: Vedran Holt, Spokesperson, for MR HOLT."""
    if len(surname) < 3 or not surname.isalpha():
        return None
    head = reading.text[: min(before, HEAD_LENGTH)]
    found = re.search(rf"\b([A-Z][\w’'-]*[a-z](?: [A-Z]\.)?) ({re.escape(surname.title())})\b", head)
    title = found is None or HEADS.get(found[1].lower().rstrip(".")) is not None
    return None if found is None or title else found[0]


def person_candidates(reading: Reading, phrases: list[RolePhrase]) -> Iterator[Candidate]:
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
        female = phrase_gender(phrase, candidate.female)
        return replace(candidate, first=min(first, candidate.first), female=female, role=candidate.role)
    end = phrase.person.first - 1 if phrase.person is not None else phrase.last
    while end > phrase.head and (
        not reading.tokens.words[end][0].isalnum() or _is_honorific(reading.tokens.lower, end)
    ):
        end -= 1
    office = reading.words(phrase.core if phrase.article else phrase.first, end)
    party = phrase_party(phrase, office, reading)
    return replace(
        candidate,
        first=min(first, candidate.first),
        office=office,
        role=phrase.role,
        noun=phrase.noun,
        party=party,
        speaks=phrase_speaks(phrase, party),
        female=phrase_gender(phrase, candidate.female),
        inner=phrase.names,
    )


def _is_honorific(lower: Sequence[str], at: int) -> bool:
    """Whether a title of courtesy or honour stands there, which is no part of an office: Dr, Tan Sri."""
    pair = tuple(lower[at : at + 2]) in HONORIFIC_PAIRS or tuple(lower[at - 1 : at + 1]) in HONORIFIC_PAIRS
    of_matter = lower[at - 1] in {"of", "for", "and", "&"}  # Minister of Justice
    return pair or (HEADS.get(singular(lower[at])) is Role.COURTESY and not of_matter)


def _apposition(
    reading: Reading, candidate: Candidate, run: NameRun, by_first: dict[int, RolePhrase]
) -> Candidate:
    """Take in what follows a name: (D-Ohio), of Harvard, "54, a farmer", "the EU's foreign policy chief"."""
    tokens = reading.tokens
    at, size = run.last + 1, len(reading.tokens)
    if at < size and tokens.words[at] == "(":
        close = next((i for i in range(at + 1, min(at + 9, size)) if tokens.words[i] == ")"), None)
        candidate = candidate if close is None else replace(candidate, last=close)
    candidate = _home(reading, candidate, by_first)
    at = candidate.last + 1
    if at + 1 >= size or tokens.words[at] != ",":
        return candidate
    if _SEAT.match(tokens.words[at + 1]):
        return replace(candidate, last=_seat_end(reading, at + 1))
    inner = at + 1
    if (
        not candidate.weak
        and tokens.words[inner].isdigit()
        and tokens.words[inner + 1 : inner + 2] in ([","], ["."])
    ):
        candidate, inner = replace(candidate, last=inner), inner + 2
    if inner < size and tokens.lower[inner] in {"also", "now", "currently"}:
        inner += 1
    if tokens.lower[inner : inner + 1] == ["who"] and set(tokens.lower[inner + 1 : inner + 2]) & _LEADING:
        return _leading(reading, candidate, inner + 2)
    phrase = by_first.get(inner)
    if phrase is not None and candidate.weak and phrase.role is None and phrase.article in {"a", "an", "the"}:
        return _named_body(reading, candidate, phrase)
    if phrase is None and not candidate.weak and candidate.party is None:
        return _served(reading, candidate, inner, by_first)
    return candidate if phrase is None else _apposed_role(reading, candidate, phrase)


def _named_body(reading: Reading, candidate: Candidate, phrase: RolePhrase) -> Candidate:
    """A lone name that a body is called by: Greenwater, a campaign group, said."""
    kind = BODY_HEADS[phrase.noun]
    if kind == "document" or not _ends_apposition(reading, phrase):
        return candidate
    party = phrase_party(phrase, "", reading)
    return replace(
        candidate,
        last=phrase.last,
        shape=Shape.BODY,
        kind=ActorKind.OUTLET if kind == "outlet" else ActorKind.BODY,
        weak=False,
        noun=phrase.noun,
        party=party,
        speaks=kind == "office" and party is not None,
    )


def _served(reading: Reading, candidate: Candidate, at: int, by_first: dict[int, RolePhrase]) -> Candidate:
    """The person with the body between commas: Ana Rey, of the Peruvian Security Council, said."""
    tokens = reading.tokens
    if at + 2 >= len(tokens) or tokens.lower[at] not in {"of", "for", "from"}:
        return candidate
    inner = at + 1 + (tokens.lower[at + 1] == "the")
    last, party, office = at, None, False
    while inner < len(tokens) and not reading.opens[inner]:
        whole = by_first.get(inner) or by_first.get(inner - 1)
        if tokens.lower[inner] == "in" and inner + 1 in reading.terms:
            last, term = reading.terms[inner + 1]  # for the foreign ministry in Moscow
            party = party or term.party
        elif inner in reading.terms:
            last, term = reading.terms[inner]
            party, office = party or term.party, office or term.kind in {"office", "body", "metonym"}
        elif inner in reading.runs and reading.runs[inner].kind != "person":
            last, office = reading.runs[inner].last, True
        elif whole is not None and whole.role is None:
            last, office = whole.last, office or BODY_HEADS[whole.noun] == "office"
        else:
            break
        inner = last + 1
    ends = last + 1 >= len(tokens) or tokens.words[last + 1] in {",", "."}
    if party is None and office and ends and tokens.lower[at] == "for":
        words = reading.words(at + 1 + (tokens.lower[at + 1] == "the"), last)
        return replace(candidate, last=last, office=words, role=Role.SPOKES)
    if party is None or not ends:
        return candidate
    speaks = office or tokens.lower[at] == "for"
    role = candidate.role or (Role.OFFICIAL if speaks else None)
    return replace(candidate, last=last, party=party, speaks=speaks, role=role)


def _home(reading: Reading, candidate: Candidate, by_first: dict[int, RolePhrase]) -> Candidate:
    """The person with the body or state behind the name: of Harvard, of Georgia."""
    tokens, at = reading.tokens, candidate.last + 1
    if candidate.weak or at + 1 >= len(tokens) or reading.opens[at] or tokens.lower[at] not in {"of", "from"}:
        return candidate
    inner = at + 1 + (tokens.lower[at + 1] == "the")
    end = reading.terms[inner][0] if inner in reading.terms else None
    while (
        end is not None
        and (end + 1 in reading.terms or end + 1 in reading.runs)
        and not reading.opens[end + 1]
    ):
        whole_run = reading.runs.get(end + 1)
        if whole_run is not None and whole_run.kind == "person":
            break
        end = whole_run.last if whole_run is not None else reading.terms[end + 1][0]
    if end is None and inner in reading.runs and reading.runs[inner].kind != "person":
        end = reading.runs[inner].last
    if end is None:
        return candidate
    whole = by_first.get(at + 1)
    if whole is not None and whole.role is None:
        return _belonging(reading, candidate, whole)
    party = reading.terms[inner][1].party if inner in reading.terms else None
    if candidate.party is None and party is not None and candidate.role in SPEAKING_ROLES - {Role.COMMANDER}:
        candidate = replace(candidate, party=party, speaks=True)
    return replace(candidate, last=end)


def _seat_end(reading: Reading, at: int) -> int:
    """Last token of a lawmaker's seat: R-Texas, I-Vt., D-N.Y."""
    tokens = reading.tokens
    while at + 1 < len(tokens) and (tokens.words[at + 1] == "." or _SEAT_STATE.match(tokens.words[at + 1])):
        at += 1
    return at


def _apposed_role(reading: Reading, candidate: Candidate, phrase: RolePhrase) -> Candidate:
    """The person with the role behind the comma, where it is one person's and the apposition ends."""
    one = not phrase.plural or phrase.partitive
    if not one or phrase.role is None or phrase.role is Role.SOURCE:
        return candidate
    ended = _ends_apposition(reading, phrase)
    if candidate.weak:
        if not phrase.article or not ended:
            return candidate
        candidate = replace(candidate, weak=False)
    follows = reading.tokens.lower[phrase.last + 1 : phrase.last + 2]
    runs_on = bool(follows) and (follows[0] in AUXILIARIES or follows[0] in CUE_FORMS)
    if not ended and (not (phrase.article or phrase.terms) or runs_on):
        return candidate  # according to X, the consul had paid
    better = candidate.party is None and phrase_party(phrase, "", reading) is not None
    rank = candidate.role in {Role.COMMANDER, Role.COURTESY, None} and phrase.role in SPEAKING_ROLES
    rank = rank and candidate.party is None and phrase.role is not Role.COMMANDER
    if candidate.office is None or better or rank:
        candidate = _with_title(reading, candidate, phrase, candidate.first)
    return replace(candidate, last=phrase.last)


def _belonging(reading: Reading, candidate: Candidate, body: RolePhrase) -> Candidate:
    """The person with the body behind the name: Anatol Karpenka of the Belarusian transport ministry."""
    official = BODY_HEADS[body.noun] == "office" and candidate.role not in {
        Role.PRIVATE,
        Role.LAWMAKER,
        Role.LOCAL,
    }
    party = candidate.party or (phrase_party(body, "", reading) if official else None)
    speaks = candidate.speaks or (official and party is not None and not body.words & (FORMER | OPPOSITION))
    return replace(candidate, last=body.last, party=party, speaks=speaks)


_LEADING = word_lists("role_words")["leading"]


def _leading(reading: Reading, candidate: Candidate, at: int) -> Candidate:
    """The person with the party of what he or she leads: who commands the Peruvian troops in the sector."""
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


__all__ = ["label_candidates", "person_candidates"]
