"""One JSON object, read with care: every value is checked, and every mistake names its place."""

import re
from datetime import date
from enum import StrEnum
from typing import TypeVar

from diplotui.errors import InputError
from diplotui.text import clean_text, one_line

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KINDS = {dict: "an object", list: "a list", str: "a text", int: "a whole number", bool: "true or false"}
_Word = TypeVar("_Word", bound=StrEnum)
_Value = TypeVar("_Value", dict[str, object], list[object], str, int, bool)


class JsonRecord:
    """One object of a JSON document; ``place`` says which, in messages: ``statements[3] s04``.

    Every method takes a key and raises InputError where its value is missing or of another kind. What is
    never asked for can be listed afterwards with ``unread``.
    """

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise InputError(f"{place}: must be an object, not {_named(value)}")
        self.place = place
        self.values: dict[str, object] = value
        self.unread: set[str] = set(value)
        self.inner: dict[str, list[JsonRecord]] = {}
        """The objects inside this one that were asked for, by key."""
        self.removed: dict[str, int] = {}
        """How many control or format characters were taken out of a key's words."""

    def wrong(self, complaint: str) -> InputError:
        """An error that names this record."""
        return InputError(f"{self.place}: {complaint}")

    def has(self, key: str) -> bool:
        """Whether the key is there and not null."""
        return self.values.get(key) is not None

    def text(self, key: str) -> str:
        """Words that must be there, without control and format characters; counted in ``removed``."""
        words = self.optional_text(key, required=True)
        if words is None:
            raise self.wrong(f'"{key}" must be a text, not null')
        if not words.strip():
            raise self.wrong(f'"{key}" is empty')
        return words

    def optional_text(self, key: str, *, required: bool = False) -> str | None:
        """Words or null; an absent key reads as null unless it is ``required`` to be there."""
        value = self._value(key, required)
        if value is None:
            return None
        cleaned = clean_text(self._checked(key, value, str))
        if cleaned.removed:
            self.removed[key] = cleaned.removed
        return cleaned.text

    def exactly(self, key: str) -> str:
        """Words exactly as they stand, unchecked."""
        return self._checked(key, self._value(key, True), str)

    def addressable_text(self, key: str) -> str:
        """Words into which offsets point, as they stand; refused where they would have to be cleaned."""
        words = self.text(key) and self.exactly(key)
        removed = self.removed.pop(key, 0) + sum("\ud800" <= character <= "\udfff" for character in words)
        if removed:
            raise self.wrong(
                f'"{key}" holds {removed} control, format or broken characters, and its offsets would shift'
                " without them; take them out first"
            )
        return words

    def identifier(self, key: str = "id") -> str:
        """An id: words in one line, with nothing to clean."""
        words = self.text(key)
        if self.removed.pop(key, 0) or words != words.strip() or len(words.splitlines()) > 1:
            raise self.wrong(f'"{key}" is no id: "{shown(words)}"')
        return words

    def optional_identifier(self, key: str, *, required: bool = False) -> str | None:
        """An id or null."""
        if self._value(key, required) is None:
            return None
        return self.identifier(key)

    def count(self, key: str) -> int:
        """A whole number from 0 that must be there."""
        return self._not_negative(key, self._value(key, True))

    def optional_count(self, key: str) -> int | None:
        """A whole number from 0, or null."""
        value = self._value(key, False)
        return None if value is None else self._not_negative(key, value)

    def flag(self, key: str) -> bool:
        """True or false; false where it is absent."""
        value = self._value(key, False)
        return False if value is None else self._checked(key, value, bool)

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A day in ISO form, or null."""
        value = self._value(key, required)
        if value is None:
            return None
        words = self._checked(key, value, str)
        try:
            if not _DAY.fullmatch(words):
                raise ValueError
            return date.fromisoformat(words)
        except ValueError:
            raise self.wrong(f'"{key}" is no day: "{shown(words)}"; write it as YYYY-MM-DD') from None

    def word(self, key: str, words: type[_Word], default: _Word | None = None) -> _Word:
        """A word of a closed list; without a ``default`` it must be there."""
        found = self.optional_word(key, words, required=default is None)
        if found is not None:
            return found
        if default is None:
            raise self.wrong(f'"{key}" must be one of {", ".join(words)}, not null')
        return default

    def optional_word(self, key: str, words: type[_Word], *, required: bool = False) -> _Word | None:
        """A word of a closed list, or null."""
        value = self._value(key, required)
        if value is None:
            return None
        try:
            return words(self._checked(key, value, str))
        except ValueError:
            raise self.wrong(f'"{key}" is "{shown(value)}"; it must be one of {", ".join(words)}') from None

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of words; empty where it is absent or null."""
        words = []
        for number, value in enumerate(self.items(key, required=required)):
            cleaned = clean_text(self._checked(f"{key}[{number}]", value, str))
            if cleaned.removed:
                self.removed[key] = self.removed.get(key, 0) + cleaned.removed
            words.append(cleaned.text)
        return tuple(words)

    def items(self, key: str, *, required: bool = False) -> list[object]:
        """A list of anything; empty where it is absent or null."""
        value = self._value(key, required)
        if value is None and not required:
            return []
        return list(self._checked(key, value, list))

    def record(self, key: str) -> "JsonRecord":
        """An object inside this one, which must be there; the same one each time."""
        if key not in self.inner:
            self.inner[key] = [JsonRecord(self._value(key, True), f"{self.place}: {key}")]
        return self.inner[key][0]

    def records(self, key: str, *, required: bool = False) -> list["JsonRecord"]:
        """A list of objects inside this one; the same ones each time."""
        if key not in self.inner:
            items = self.items(key, required=required)
            self.inner[key] = [JsonRecord(item, f"{self.place}: {key}[{n}]") for n, item in enumerate(items)]
        return self.inner[key]

    def _value(self, key: str, required: bool) -> object:
        if required and key not in self.values:
            raise self.wrong(f'"{key}" is missing')
        self.unread.discard(key)
        return self.values.get(key)

    def _checked(self, key: str, value: object, kind: type[_Value]) -> _Value:
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(f'"{key}" must be {_KINDS[kind]}, not {_named(value)}')
        return value

    def _not_negative(self, key: str, value: object) -> int:
        number = self._checked(key, value, int)
        if number < 0:
            raise self.wrong(f'"{key}" is {number}; it must not be negative')
        return number


def _named(value: object) -> str:
    if value is None:
        return "null"
    return next((name for kind, name in _KINDS.items() if type(value) is kind), "a number")


def shown(value: object) -> str:
    """A value in a message: one short, harmless piece of a line."""
    words = one_line(str(value))
    return words if len(words) <= 40 else words[:39] + "…"
