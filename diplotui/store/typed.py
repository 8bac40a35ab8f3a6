"""What a person types into a field, made ready for its column, or refused in one line."""

from diplotui.errors import InputError


def line_of(text: str) -> str:
    """A text on one line. Raises InputError where it holds no word."""
    line = " ".join(text.split())
    if not line:
        raise InputError("a text of at least one word is needed; nothing was written")
    return line


def party_of(code: str) -> str:
    """A party's code in capitals. Raises InputError for what is none."""
    party = code.strip().upper()
    if not party or not party.replace("-", "").isalnum():
        raise InputError(f"{code!r} is no party's code, as in US, GB or NATO")
    return party
