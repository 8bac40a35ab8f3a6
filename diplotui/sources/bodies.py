"""Reading a body with a cap on what travels and on what it unpacks to, and noticing when its end is missing.

Counting decoded chunks is not enough: one chunk of a gzip bomb unpacks to tens of megabytes before anybody
can count. So the raw bytes are taken and unpacked here, a bounded piece at a time.
"""

import zlib
from collections.abc import AsyncIterator

from diplotui.sources.fetch_errors import Fault, FetchError

ACCEPTED = "gzip, deflate"
PIECE = 65_536
"""Bytes that are unpacked at a time."""
_ANY_HEADER = 47
"""zlib's window bits for "gzip or zlib, say which by the header"."""


class Inflater:
    """Unpacks gzip (several members too) or deflate, at most ``most`` bytes in all."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._stream = zlib.decompressobj(_ANY_HEADER)
        self._begun = False

    def feed(self, data: bytes) -> bytes:
        """The unpacked form of the next bytes; raises FetchError for too much or for broken data."""
        pieces: list[bytes] = []
        while data:
            if self._stream.eof:
                if not data.strip(b"\x00"):  # padding after the last member
                    break
                self._stream = zlib.decompressobj(_ANY_HEADER)
            piece = self._unpack(data)
            self._begun = True
            self._size += len(piece)
            if self._size > self._most:
                raise too_large(self._most)
            pieces.append(piece)
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
        return b"".join(pieces)

    def _unpack(self, data: bytes) -> bytes:
        try:
            return self._stream.decompress(data, PIECE)
        except zlib.error:
            if self._begun:
                raise _broken() from None
        self._stream = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers send deflate without its header
        try:
            return self._stream.decompress(data, PIECE)
        except zlib.error:
            raise _broken() from None

    def finish(self) -> None:
        """Raise FetchError(TRUNCATED) where the packed data did not reach their end."""
        if self._begun and not self._stream.eof:
            raise FetchError(Fault.TRUNCATED, "the answer broke off in the middle")


async def read_body(raw: AsyncIterator[bytes], encoding: str, most: int) -> bytes:
    """All of a body, unpacked; ``encoding`` is the Content-Encoding header, ``most`` the cap in bytes.

    Raises FetchError: TOO_LARGE on the wire or unpacked, TRUNCATED, BAD_ENCODING.
    """
    name = encoding.strip().lower()
    if name not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(Fault.BAD_ENCODING, "the answer is packed in a way that was not asked for")
    inflater = Inflater(most) if name not in ("", "identity") else None
    wire = 0
    body = bytearray()
    async for chunk in raw:
        wire += len(chunk)
        if wire > most:
            raise too_large(most)
        body += inflater.feed(chunk) if inflater else chunk
    if inflater:
        inflater.finish()
    return bytes(body)


def too_large(most: int) -> FetchError:
    """The error for a body beyond its cap."""
    return FetchError(Fault.TOO_LARGE, f"the answer is larger than {most / 1_000_000:g} MB and was not read")


def _broken() -> FetchError:
    return FetchError(Fault.BAD_ENCODING, "the answer is packed wrongly and cannot be unpacked")
