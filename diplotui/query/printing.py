"""Query to text that is read as the same query again."""

import re

from diplotui.model.queries import Condition, Query, Word

_PLAIN = re.compile(r"[^\W_][^\s\"“”:*]*")
"""Text that needs no quotation marks: it begins with a letter or digit and holds no sign of the language."""


def print_query(query: Query) -> str:
    """The query in its shortest plain form; ``parse_query`` gives an equal one."""
    return " ".join([*map(_condition, query.conditions), *map(_word, query.words)])


def _condition(condition: Condition) -> str:
    minus = "-" if condition.excluded else ""
    plain = _PLAIN.fullmatch(condition.value) is not None
    return f"{minus}{condition.field}:" + (condition.value if plain else f'"{condition.value}"')


def _word(word: Word) -> str:
    minus = "-" if word.excluded else ""
    plain = word.beginning and _PLAIN.fullmatch(word.text) is not None
    return minus + (word.text if plain else f'"{word.text}"') + ("*" if word.beginning else "")
