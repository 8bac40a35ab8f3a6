"""How a correction says which fields stay as they are."""

from enum import Enum
from typing import Final, Literal


class Kept(Enum):
    """The type of ``KEEP``; None cannot stand for it, because a party or a scope can become None."""

    KEEP = "keep"


KEEP: Final = Kept.KEEP
"""This field stays as it is."""

Keep = Literal[Kept.KEEP]
"""For signatures: ``party: str | None | Keep = KEEP``."""
