"""Changing a watched source: each property read as a person types it, faults said of their field."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from diplotui.errors import InputError
from diplotui.ingest import ensure_topics
from diplotui.model import OTHER_TOPIC
from diplotui.model.sources import GRADES, Keep, Source
from diplotui.sources.secrets import reference_of
from diplotui.store import Store
from diplotui.text import one_line

LONGEST_NAME = 80
LONGEST_EVERY = 30 * 1440
"""Minutes."""
GRADE_WORDS = dict(
    zip(
        GRADES,
        ("reliable", "usually reliable", "fairly reliable", "not usually reliable", "unreliable",
         "cannot be judged"),
        strict=True,
    )
)  # fmt: skip
"""What the grades of a source's record mean (NATO STANAG 2511)."""
NOTHING = ("", "-", "none", "no")
"""Words that take a property away."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall become of a source, as a person typed it; None: as it is."""

    name: str | None = None
    grade: str | None = None
    every: str | None = None
    topic: str | None = None
    keep: str | None = None
    secret: str | None = None
    paused: bool | None = None
    pages: bool | None = None
    allow_private: bool | None = None


def changed_source(store: Store, source: Source, wish: Wish) -> Source:
    """A source with the properties wished for; nothing is written. Raises WrongWish."""
    made = source
    for field, read in _READERS.items():
        words = getattr(wish, field)
        if words is not None:
            try:
                made = replace(made, **read(store, source, words.strip()))
            except InputError as error:
                raise WrongWish(field, str(error)) from None
    flags = {
        name: value
        for name in ("paused", "pages", "allow_private")
        if (value := getattr(wish, name)) is not None
    }
    if source.is_folder and (flags.get("pages") or flags.get("allow_private") or made.secret):
        raise WrongWish("pages", "a folder has no pages, no network and no password")
    return replace(made, **flags)


class WrongWish(InputError):
    """A property that cannot be; ``field`` says which."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def change_source(store: Store, source: Source, wish: Wish) -> Source:
    """Give a source the properties wished for; resumed or asked more often, it is due at once.

    Raises WrongWish, NotFound, ConflictError.
    """
    made = changed_source(store, source, wish)
    sooner = (source.paused and not made.paused) or made.secret != source.secret
    store.sources.change(made, ask_soon=sooner or made.minutes != source.minutes)
    return made


def _read_name(store: Store, source: Source, words: str) -> dict[str, Any]:
    called = one_line(words)
    if not called:
        raise InputError("a source needs a name")
    if len(called) > LONGEST_NAME:
        raise InputError(f"a name has at most {LONGEST_NAME} characters")
    if any(
        each.source.name.casefold() == called.casefold() and each.source.id != source.id
        for each in store.sources.listed()
    ):
        raise InputError(f"another source is called {called}; choose another name")
    return {"name": called}


def _read_grade(store: Store, source: Source, words: str) -> dict[str, Any]:
    grade = words.upper()
    if words.lower() in NOTHING:
        return {"reliability": None}
    if grade not in GRADES:
        grades = ", ".join(f"{letter} {meaning}" for letter, meaning in GRADE_WORDS.items())
        raise InputError(f"{words!r} is no grade; {grades}; or none")
    return {"reliability": grade}


def _read_every(store: Store, source: Source, words: str) -> dict[str, Any]:
    if words.lower() in (*NOTHING, "auto"):
        return {"minutes": None}
    found = re.fullmatch(r"(\d{1,6})\s*(m|min|minutes?|h|hours?|d|days?)?", words.lower())
    minutes = int(found[1]) * {"h": 60, "d": 1440}.get((found[2] or "m")[0], 1) if found else 0
    if not 0 < minutes <= LONGEST_EVERY:
        raise InputError(f"{words!r} is no interval; write 20 for minutes, 2h, 1d, or auto (at most 30d)")
    return {"minutes": minutes}


def _read_topic(store: Store, source: Source, words: str) -> dict[str, Any]:
    if words.lower() in (*NOTHING, "any"):
        return {"topic": None}
    topics = [topic for topic in ensure_topics(store) if topic.id != OTHER_TOPIC]
    for topic in topics:
        if words.casefold() in (topic.id.casefold(), topic.name.casefold()):
            return {"topic": topic.id}
    raise InputError(f"there is no topic {words}; there are {', '.join(each.id for each in topics)}, or any")


def _read_keep(store: Store, source: Source, words: str) -> dict[str, Any]:
    try:
        return {"keep": Keep(words.lower())}
    except ValueError:
        raise InputError(f"{words!r} cannot be kept; write one of {', '.join(Keep)}") from None


def _read_secret(store: Store, source: Source, words: str) -> dict[str, Any]:
    return {"secret": None if words.lower() in NOTHING else reference_of(words)}


_READERS: dict[str, Callable[[Store, Source, str], dict[str, Any]]] = {
    "name": _read_name,
    "grade": _read_grade,
    "every": _read_every,
    "topic": _read_topic,
    "keep": _read_keep,
    "secret": _read_secret,
}
"""How each property is read as a person types it; raises InputError with what can be written."""
