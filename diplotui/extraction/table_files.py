"""Reads the tables of words and patterns: tab-separated, one row a line, ``#`` for comments."""

from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "tables"


@lru_cache(maxsize=32)
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, cut at the tabs; ``name`` is the file's name without ``.tsv``."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=8)
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The word lists of a table whose columns are: list; words separated by blanks; what the list is for."""
    return {row[0]: frozenset(row[1].split()) for row in rows(name)}


__all__ = ["rows", "word_lists"]
