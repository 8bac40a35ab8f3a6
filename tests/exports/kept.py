"""Comparing an export with what was imported: every key and value, extra keys allowed."""

from typing import Any

DROPPED = frozenset(
    {
        "note",
        "plover_hint",
        "needs",
        "also_accept",
        "section",
        "structure",
        "expected",
        "outside",
    }
)
"""Keys of the reference ledger that the format does not keep."""

SECTIONS = ("topics", "actors", "events", "claims", "statements", "quotes", "dates", "excluded")


def lost(wanted: Any, found: Any, place: str = "") -> list[str]:
    """The places at which ``found`` lacks something that ``wanted`` has."""
    if isinstance(wanted, dict):
        if not isinstance(found, dict):
            return [f"{place}: no object"]
        return [
            line
            for key, value in wanted.items()
            if key not in DROPPED
            for line in (
                lost(value, found[key], f"{place}.{key}") if key in found else [f"{place}.{key}: is gone"]
            )
        ]
    if isinstance(wanted, list):
        if not isinstance(found, list) or len(found) != len(wanted):
            return [f"{place}: another number of entries"]
        return [
            line
            for number, (one, other) in enumerate(zip(wanted, found, strict=True))
            for line in lost(one, other, f"{place}[{number}]")
        ]
    return [] if wanted == found and type(wanted) is type(found) else [f"{place}: {found!r}, not {wanted!r}"]
