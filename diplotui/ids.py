"""Short ids made from content: the same thing filed twice gets the same id."""

import hashlib

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o, u, so that an id can be read out on the telephone."""


def record_id(kind: str, *parts: object, length: int = 8) -> str:
    """An id such as ``c7k2m9qx4``: the kind's letter and ``length`` characters of a digest of ``parts``.

    Eight characters hold 40 bits. ``kind`` is the first letter of the record (d, a, e, c, s, q, t, n).
    """
    content = "\x1f".join(str(part) for part in parts)
    number = int.from_bytes(hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest(), "big")
    characters = []
    for _ in range(length):
        number, index = divmod(number, 32)
        characters.append(_ALPHABET[index])
    return kind + "".join(characters)
