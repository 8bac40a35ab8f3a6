"""Readers of typed fields that several forms share: each gives a value or raises InputError in one line."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from diplotui.errors import InputError
from diplotui.model import Basis
from diplotui.tui.corrections import READERS, Known, Target

if TYPE_CHECKING:
    from diplotui.store import Store

Value = TypeVar("Value")
NOTHING = Target("", "", "", None)
"""The readers of corrections need a record to correct; these have none."""

BASIS_TYPED: dict[str, Basis] = {
    "on the record": Basis.ON_RECORD,
    "on-record": Basis.ON_RECORD,
    "record": Basis.ON_RECORD,
    "on background": Basis.BACKGROUND,
    "background": Basis.BACKGROUND,
    "unnamed": Basis.ANONYMOUS,
    "anonymous": Basis.ANONYMOUS,
}
"""On what basis somebody spoke, as a person types it."""


def known_of(store: "Store", now: datetime) -> Known:
    """What names can stand for in this ledger."""
    return Known(store.actors(), tuple((one.id, one.name) for one in store.topics()), now)


def read_basis(typed: str) -> Basis:
    """A basis by its words or their beginning."""
    word = typed.casefold()
    fits = {basis for words, basis in BASIS_TYPED.items() if word and words.startswith(word)}
    if len(fits) != 1:
        raise InputError("on the record, on background, or unnamed")
    return fits.pop()


def read_each(
    typed: Mapping[str, str], readers: Mapping[str, Callable[[str], object]]
) -> tuple[dict[str, object], dict[str, str]]:
    """What the fields mean, and what is wrong with those that cannot be read."""
    values: dict[str, object] = {}
    wrong: dict[str, str] = {}
    for name, read in readers.items():
        try:
            values[name] = read(typed[name])
        except InputError as error:
            wrong[name] = str(error)
        except (ValueError, OverflowError) as error:
            wrong[name] = f"this cannot be read: {error}"
    return values, wrong


def by_corrections(name: str, known: Known) -> Callable[[str], object]:
    """The reader that the form for corrections has for a field of this name."""
    return lambda typed: READERS[name](typed, NOTHING, known)


def optional(read: Callable[[str], Value]) -> Callable[[str], Value | None]:
    """A reader for a field that may stay empty."""
    return lambda typed: read(typed) if typed else None
