"""States, offices, bodies and outlets by name: those the tables know, and others by their shape."""

from collections.abc import Iterator
from dataclasses import replace

from diplotui.extraction.candidate import Candidate, Shape
from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.phrase_bearers import STATE_NOUNS
from diplotui.extraction.phrase_left import expand_left
from diplotui.extraction.reading import Reading
from diplotui.extraction.titles import BODY_HEADS, singular
from diplotui.model import ActorKind


def term_candidates(reading: Reading) -> Iterator[Candidate]:
    """States, capitals, seats, offices, bodies, outlets and groups as actors."""
    tokens = reading.tokens
    for first, (last, term) in reading.terms.items():
        kind = TERM_KINDS.get(term.kind)
        if kind is None or reading.block[first] < 0:
            continue
        if _owns_office(reading, last):
            continue
        if last + 1 < len(tokens) and tokens.lower[last + 1] == "'s" and kind is not ActorKind.OUTLET:
            continue
        begin, owner = _owner_term(reading, first)
        name = term.name
        if kind in {ActorKind.OFFICE, ActorKind.BODY} and (owner is not None or name.islower()):
            name = reading.words(begin, last)
        whole_people = term.kind == "people" and first > 0 and tokens.lower[first - 1] == "the"
        if term.kind == "people":
            name = reading.words(first, last)
        begin = _with_article(reading, _introduced(reading, begin))
        speaks = kind in {ActorKind.STATE, ActorKind.OFFICE, ActorKind.BODY} and term.party is not None
        speaks = speaks or whole_people
        yield Candidate(begin, last, Shape.TERM, kind, name, party=term.party, speaks=speaks, noun=term.kind)


def _owns_office(reading: Reading, last: int) -> bool:
    """Whether a state's name only opens the name of its office: U.S. State Department."""
    following = reading.terms.get(last + 1)
    if following is not None:
        return following[1].kind in {"office", "body", "metonym"}
    run = reading.runs.get(last + 1)
    return run is not None and run.kind in {"outlet", "body"} and not reading.opens[last + 1]


def issuer(candidate: Candidate) -> Candidate | None:
    """The body inside a document's phrase: a State Department statement."""
    term = candidate.term
    if term is None:
        return None
    speaks = term.party is not None
    kind = TERM_KINDS[term.kind]
    return replace(
        candidate,
        shape=Shape.TERM,
        kind=kind,
        name=term.name,
        party=term.party,
        speaks=speaks,
        noun=term.kind,
    )


TERM_KINDS = {
    "state": ActorKind.STATE,
    "capital": ActorKind.STATE,
    "metonym": ActorKind.OFFICE,
    "office": ActorKind.OFFICE,
    "body": ActorKind.BODY,
    "group": ActorKind.BODY,
    "company": ActorKind.BODY,
    "outlet": ActorKind.OUTLET,
    "people": ActorKind.ANONYMOUS,
}


def _introduced(reading: Reading, begin: int) -> int:
    """First token of the phrase that introduces the name at ``begin``."""
    if begin > 0 and singular(reading.tokens.lower[begin - 1]) in BODY_HEADS and not reading.opens[begin]:
        return expand_left(reading, begin - 1).first
    return begin


def _with_article(reading: Reading, begin: int) -> int:
    article = begin > 0 and reading.tokens.lower[begin - 1] == "the"
    return begin - 1 if article and reading.block[begin - 1] == reading.block[begin] else begin


ISSUERS = frozenset({ActorKind.OFFICE, ActorKind.BODY, ActorKind.OUTLET})


def _owner_term(reading: Reading, first: int) -> tuple[int, TermSpan | None]:
    """Where the phrase begins if a state's adjective or possessive stands right before token ``first``."""
    before = first - 1
    if before >= 1 and reading.tokens.lower[before] == "'s":
        before -= 1
    begin = reading.term_ends.get(before)
    if begin is None or reading.opens[first]:
        return first, None
    return begin, reading.terms[begin][1]


def body_candidates(reading: Reading) -> Iterator[Candidate]:
    """Bodies and outlets that the tables do not know, by their shape."""
    tokens = reading.tokens
    for first, run in reading.runs.items():
        if reading.block[first] < 0 or run.kind in {"person", "single"}:
            continue
        if run.last + 1 < len(tokens) and tokens.lower[run.last + 1] == "'s":
            continue
        begin, owner = _owner_term(reading, first)
        name = reading.words(begin, run.last)
        named = begin
        begin = _with_article(reading, _introduced(reading, begin))
        party = owner.party if owner is not None and run.kind != "outlet" else None
        if party is None and begin < named and tokens.lower[named - 1] in STATE_NOUNS:
            terms = (reading.terms[at][1] for at in range(begin, named) if at in reading.terms)
            party = next((term.party for term in terms if term.kind in {"state", "demonym"}), None)
        organ = run.kind == "acronym" or any(
            tokens.lower[at] in STATE_NOUNS for at in range(run.first, run.last + 1)
        )
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


def owned(reading: Reading, candidate: Candidate) -> bool:
    """Whether a state's name or adjective stands in the phrase itself: Russia's embassy in Stockholm."""
    return any(
        at in reading.terms and reading.terms[at][1].kind in {"state", "demonym", "capital", "people"}
        for at in range(candidate.first, candidate.last + 1)
    )


def place_behind(reading: Reading, candidate: Candidate) -> str | None:
    """The party of the capital right behind an office: the Foreign Office in Islamabad."""
    after = candidate.last + 1
    if after + 1 >= len(reading.tokens) or reading.tokens.lower[after] not in {"in", "at"}:
        return None
    if after + 1 not in reading.terms:
        return None
    term = reading.terms[after + 1][1]
    return term.party if term.kind in {"capital", "state"} else None


__all__ = ["ISSUERS", "TERM_KINDS", "body_candidates", "issuer", "owned", "place_behind", "term_candidates"]
