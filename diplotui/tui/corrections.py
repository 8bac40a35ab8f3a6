"""What the form for corrections reads and writes: one table of fields, each with its reader.

A field that was not touched is not read and not written; a field that cannot be read says why, under itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from diplotui.clock import read_when
from diplotui.errors import InputError
from diplotui.ids import record_id
from diplotui.model import (
    KEEP,
    Actor,
    ActorKind,
    Basis,
    Claim,
    Coverage,
    DateBounds,
    Event,
    Stance,
    StanceView,
    Statement,
)
from diplotui.text import one_line
from diplotui.words import BASIS_WORDS, day_words

if TYPE_CHECKING:
    from diplotui.store import Store

NEW_ACTOR = "+"
"""Before a name: a person who is not in the ledger yet."""
LONGEST_CODE = 12


@dataclass(frozen=True, slots=True)
class Target:
    """What is corrected: an event, or a claim with the statement and the stance that the cursor is on."""

    reference: str
    """``kind/id``, by which a draft is kept."""
    title: str
    topic: str
    """Name of the event's topic."""
    read_at: str | None
    """Cursor at which it was read: later changes by others are told and not overwritten."""
    event: Event | None = None
    statement: Statement | None = None
    speaker: Actor | None = None
    stance: StanceView | None = None
    claim: Claim | None = None
    claims: tuple[Claim, ...] = ()
    """All claims of the event, numbered from 1 in the field for the claim."""
    new: bool = False
    """A claim shall be made of the statement; nothing is corrected."""


@dataclass(frozen=True, slots=True)
class Known:
    """What names can stand for."""

    actors: tuple[Actor, ...]
    topics: tuple[tuple[str, str], ...]
    """Id and name."""
    now: datetime


OF_STATEMENT = ("speaker", "office", "party", "said", "basis", "topic")
OF_STANCE = ("stance", "scope", "coverage")
"""Fields of each record, under the names that the store gives them."""

Choice = TypeVar("Choice", Basis, Coverage)

NEW_CLAIM = "a sentence that can be affirmed or denied"


def hint_of(name: str, target: Target) -> str:
    """What stands in a field while it is empty."""
    return NEW_CLAIM if target.new and name == "claim" else HINTS.get(name, "")


def fields_of(target: Target) -> dict[str, str]:
    """The fields of the form in their order, with what stands in them at first."""
    fields: dict[str, str] = {}
    if target.new:
        return {"claim": "", "about": "", "stance": Stance.ASSERTS.value, "scope": ""}
    if target.event is not None:
        fields |= {"title": target.event.title, "day": day_words(target.event.date), "topic": target.topic}
    if target.statement is not None:
        said = target.statement
        speaker = target.speaker.name if target.speaker else ""
        fields |= {"speaker": speaker, "office": said.office or "", "party": said.party or ""}
        fields |= {"said": day_words(said.said), "basis": BASIS_WORDS[said.basis], "topic": target.topic}
    if target.claim is not None:
        fields |= {"claim": target.claim.text, "about": " ".join(target.claim.subjects)}
    if target.stance is not None:
        fields |= {"stance": target.stance.stance.value, "scope": target.stance.scope or ""}
        fields["coverage"] = target.stance.coverage.value
    return {name: one_line(value) for name, value in fields.items()}


def _words(typed: str, target: Target, known: Known) -> str:
    if not typed:
        raise InputError("a text of at least one word is needed")
    return typed


def _code(typed: str) -> str:
    code = typed.upper()
    if not code.replace("-", "").isalnum() or len(code) > LONGEST_CODE:
        raise InputError(f"{typed} is no party's code, as in US, GB or NATO")
    return code


def _party(typed: str, target: Target, known: Known) -> str | None:
    return _code(typed) if typed else None


def _parties(typed: str, target: Target, known: Known) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_code, typed.replace(",", " ").split())))


def _day(typed: str, target: Target, known: Known) -> DateBounds:
    return DateBounds.on(read_when(typed, base=known.now).date()) if typed else DateBounds()


def _speaker(typed: str, target: Target, known: Known) -> str | Actor | None:
    if not typed:
        return None
    if typed.startswith(NEW_ACTOR):
        name = typed.removeprefix(NEW_ACTOR).strip()
        if not name:
            raise InputError("a name is needed after the +")
        return Actor(record_id("a", "by-hand", name), ActorKind.PERSON, name)
    fits = [one for one in known.actors if typed.casefold() in _names(one)]
    if len(fits) == 1 or (fits and len({one.same_as or one.id for one in fits}) == 1):
        return fits[0].same_as or fits[0].id
    if fits:
        raise InputError(f"{len(fits)} actors are called so; merge them first, or write another of the names")
    raise InputError(f"nobody of that name is in the ledger; {NEW_ACTOR} before the name adds a person")


def _names(actor: Actor) -> set[str]:
    return {name.casefold() for name in (actor.name, actor.id, *actor.aliases)}


def _topic(typed: str, target: Target, known: Known) -> str:
    word = typed.casefold()
    fits = [number for number, name in known.topics if word in (number.casefold(), name.casefold())]
    fits = fits or [number for number, name in known.topics if word and name.casefold().startswith(word)]
    if len(fits) != 1:
        raise InputError("one of: " + ", ".join(one_line(name) for _, name in known.topics))
    return fits[0]


def _claim(typed: str, target: Target, known: Known) -> Claim | str:
    """Another claim of the event by its number, else new words for this claim."""
    if typed.isdecimal() and target.stance is not None:
        number = int(typed[:6])
        if not 1 <= number <= len(target.claims):
            raise InputError(f"the event's claims have the numbers 1 to {len(target.claims)}")
        return target.claims[number - 1]
    return _words(typed, target, known)


def _stance(typed: str, target: Target, known: Known) -> Stance:
    word = typed.casefold().replace(" ", "-")
    fits = [stance for stance in Stance if stance.value == word]
    fits = fits or [stance for stance in Stance if word and stance.value.startswith(word)]
    if len(fits) != 1:
        raise InputError("one of: " + ", ".join(stance.value for stance in Stance))
    return fits[0]


def _scope(typed: str, target: Target, known: Known) -> str | None:
    return typed or None


def read_basis(typed: str) -> Basis:
    """On what footing somebody spoke, by the screen's words for it, its own, or their beginning."""
    return _one_of(typed, {basis: (words, basis.value) for basis, words in BASIS_WORDS.items()})


def read_coverage(typed: str) -> Coverage:
    """How plainly a claim is spoken of, by the word or its beginning."""
    return _one_of(typed, {coverage: (coverage.value,) for coverage in Coverage})


def _one_of(typed: str, known: Mapping[Choice, Sequence[str]]) -> Choice:
    """The one that goes by these words, or alone begins so. Raises InputError, which names them all."""
    word = typed.casefold()
    fits = [one for one, names in known.items() if word in names]
    fits = fits or [one for one, names in known.items() if word and any(n.startswith(word) for n in names)]
    if len(fits) != 1:
        raise InputError("one of: " + ", ".join(names[0] for names in known.values()))
    return fits[0]


def _office(typed: str, target: Target, known: Known) -> str | None:
    return typed or None


READERS: dict[str, Callable[[str, Target, Known], object]] = {
    "title": _words,
    "day": _day,
    "speaker": _speaker,
    "office": _office,
    "party": _party,
    "said": _day,
    "basis": lambda typed, target, known: read_basis(typed),
    "topic": _topic,
    "claim": _claim,
    "about": _parties,
    "stance": _stance,
    "scope": _scope,
    "coverage": lambda typed, target, known: read_coverage(typed),
}
"""How each field is read."""

HINTS: dict[str, str] = {
    "day": "its own day: 13 Feb 2024, yesterday",
    "speaker": "a name; + before it adds a person",
    "office": "as in foreign ministry spokesperson; empty: none",
    "basis": "on the record, on background, unnamed ...",
    "coverage": "explicit, characterised, implied",
    "party": "code, as US, GB or NATO; empty: for nobody",
    "said": "day: 13 Feb 2024, 3 days ago; empty: unknown",
    "topic": "of the whole event",
    "claim": "other words; or the number of another claim",
    "about": "codes of the parties that it is about",
    "stance": "denies, asserts, declines ...",
    "scope": "the words that bound it; empty: none",
}
"""What stands in an empty field."""


def read_fields(
    typed: Mapping[str, str], target: Target, known: Known
) -> tuple[dict[str, object], dict[str, str]]:
    """What the fields that were changed mean, and what is wrong with those that cannot be read."""
    values: dict[str, object] = {}
    wrong: dict[str, str] = {}
    before = fields_of(target)
    for name, words in typed.items():
        word = one_line(words)
        if word == before.get(name):
            continue
        try:
            values[name] = READERS[name](word, target, known)
        except InputError as error:
            wrong[name] = str(error)
    if target.new and "claim" not in {*values, *wrong}:
        wrong["claim"] = f"needed: {NEW_CLAIM}"
    return values, wrong


def _given(values: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: values.get(name, KEEP) for name in names}


def write(store: "Store", target: Target, values: Mapping[str, Any]) -> None:
    """Write a correction as one step, whatever it touches: one undo takes it back."""
    what = f"{target.reference} corrected" if not target.new else f"claim made: {values['claim']}"
    with store.together(what):
        _write(store, target, values)


def _write(store: "Store", target: Target, values: Mapping[str, Any]) -> None:
    if target.new and target.statement is not None:
        store.new_claim(
            target.statement.id,
            values["claim"],
            subjects=values.get("about", ()),
            stance=values.get("stance", Stance.ASSERTS),
            scope=values.get("scope"),
            read_at=target.read_at,
        )
        return
    at = target.read_at
    reached = values.get("claim", KEEP)
    if target.event is not None and values.keys() & {"title", "day", "topic"}:
        given = _given(values, ("title", "topic"))
        store.correct_event(target.event.id, date=values.get("day", KEEP), read_at=at, **given)
    if target.statement is not None and values.keys() & set(OF_STATEMENT):
        given = _given(values, OF_STATEMENT)
        store.correct_statement(target.statement.id, read_at=at, **given)
    text = reached if isinstance(reached, str) else KEEP
    if target.claim is not None and (isinstance(reached, str) or "about" in values):
        store.correct_claim(target.claim.id, text=text, subjects=values.get("about", KEEP), read_at=at)
    if target.statement is not None and target.stance is not None:
        moved = isinstance(reached, Claim)
        if moved or values.keys() & set(OF_STANCE):
            to_claim = reached.id if isinstance(reached, Claim) else KEEP
            given = _given(values, OF_STANCE)
            one = target.stance.claim
            store.correct_stance(target.statement.id, one, to_claim=to_claim, read_at=at, **given)
