"""A stored claim as the matching of new statements sees it."""

from dataclasses import dataclass
from datetime import date

from diplotui.model import Claim


@dataclass(frozen=True, slots=True)
class ClaimCandidate:
    """A stored claim with what a new statement is matched against."""

    claim: Claim
    topic: str
    actors: tuple[str, ...]
    """Party codes and names of those who spoke of it or act in it."""
    passages: tuple[str, ...]
    """Texts of the statements on it."""
    earliest: date | None
    latest: date | None
    """First and last public day of the statements on it."""
