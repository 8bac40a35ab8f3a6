"""How what is typed can go on: names of fields, and their values."""

from collections.abc import Mapping, Sequence

from diplotui.model.queries import Field
from diplotui.query.fields import BY_NAME


def completed(text: str, known: Mapping[Field, Sequence[str]] | None = None) -> str | None:
    """The text with its last word completed to a field or a value; None where nothing fits.

    ``known``: values that only the ledger knows: ids of topics, codes of parties.
    """
    head, blank, last = text.rpartition(" ")
    minus = "-" if last.startswith("-") else ""
    name, colon, value = last[len(minus) :].partition(":")
    if not name:
        return None
    if not colon:
        found = next((field for field in BY_NAME if len(name) > 1 and field.startswith(name.lower())), None)
        return f"{head}{blank}{minus}{found}:" if found is not None else None
    row = BY_NAME.get(name.lower())
    if row is None or not value:
        return None
    before, comma, part = value.rpartition(",")
    values = (*row.values, *(known or {}).get(row.field, ()))
    found = next((one for one in values if one != part and one.lower().startswith(part.lower())), None)
    if found is None or (known is None and not row.values):
        return None
    return f"{head}{blank}{minus}{row.field}:{before}{comma}{found}"
