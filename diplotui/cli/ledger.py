"""Which ledger a command works on."""

import argparse
from pathlib import Path

from diplotui.errors import InputError
from diplotui.paths import default_ledger


def ledger_path(chosen: argparse.Namespace) -> Path:
    """The ledger that ``--db`` names, else the user's own, whose folder is made where it is missing."""
    named: Path | None = getattr(chosen, "db", None)
    if named is not None:
        return named.expanduser()
    own = default_ledger()
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{own.parent}: cannot be made ({error.strerror}); name a ledger with --db"
        ) from None
    return own
