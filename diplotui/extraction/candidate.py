"""A phrase that may mention somebody, before it is known whom earlier mentions make it mean."""

from dataclasses import dataclass
from enum import StrEnum

from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.names import NameRun
from diplotui.extraction.titles import Role
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


__all__ = ["Candidate", "Shape"]
