"""Passwords of sources: only where they are is written down; read when asked for, shown nowhere."""

import base64
import os
import re
import stat
from pathlib import Path

from diplotui.errors import InputError
from diplotui.sources.fetch_errors import Fault, FetchError

ENVIRONMENT, FILE = "env:", "file:"
MOST_BYTES = 4_000
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*): +(\S.*)")


def reference_of(words: str) -> str:
    """Where a password is, as a source keeps it: ``env:NAME`` or ``file:PATH``. Raises InputError.

    The password itself is refused: it would stand in the ledger and in the shell's history.
    """
    if words.startswith(ENVIRONMENT) and _NAME.fullmatch(words.removeprefix(ENVIRONMENT)):
        return words
    if words.startswith(FILE) and words != FILE:
        return FILE + str(Path(words.removeprefix(FILE)).expanduser().absolute())
    raise InputError(
        "a password is named by where it is: env:NAME for an environment variable, file:PATH for a file that"
        " only you can read; the password itself is not kept"
    )


def read_secret(reference: str | None) -> tuple[tuple[str, str], ...]:
    """The header that a password makes: none for None.

    ``Name: value`` is that header, ``user:password`` basic authentication (RFC 7617), anything else a bearer
    token (RFC 6750). Raises FetchError, in words without the password.
    """
    if reference is None:
        return ()
    if reference.startswith(ENVIRONMENT):
        name = reference.removeprefix(ENVIRONMENT)
        words = os.environ.get(name, "").strip()
        if not words:
            raise _no_secret(f"the environment variable {name}, which should hold its password, is not set")
    else:
        words = _read_file(Path(reference.removeprefix(FILE)))
    if not words.isprintable() or not words.isascii():
        raise _no_secret("its password holds characters that no header may hold")
    if header := _HEADER.fullmatch(words):
        return ((header[1], header[2]),)
    if ":" in words:
        return (("Authorization", f"Basic {base64.b64encode(words.encode()).decode()}"),)
    return (("Authorization", f"Bearer {words}"),)


def _read_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            about = os.fstat(file.fileno())
            if os.name == "posix" and (about.st_mode & (stat.S_IRWXG | stat.S_IRWXO)):
                raise _no_secret(f"the file with its password may be read by others; chmod 600 {path}")
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _no_secret(f"the file with its password cannot be read ({path}: {error.strerror})") from None
    if len(data) > MOST_BYTES:
        raise _no_secret(f"the file with its password is too large ({path})")
    words = data.decode("utf-8", "replace").strip()
    if not words:
        raise _no_secret(f"the file with its password is empty ({path})")
    return words


def _no_secret(why: str) -> FetchError:
    return FetchError(Fault.SECRET, why)


__all__ = ["read_secret", "reference_of"]
