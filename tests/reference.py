"""The reference text and its hand-made ledger, which live beside the checkout and not in it."""

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEED = SHARED / "seeds" / "diplomacy-watch-2024-02-16.txt"
GOLD = SHARED / "gold" / "seed-diplomacy-watch.json"

needs_reference = pytest.mark.skipif(
    not (SEED.is_file() and GOLD.is_file()),
    reason="the reference text and its gold ledger are not beside this checkout (../shared)",
)


def seed_text() -> str:
    """The reference round-up as it stands on disk."""
    return SEED.read_bytes().decode("utf-8")


def gold() -> dict[str, Any]:
    """The hand-made ledger of the reference round-up."""
    loaded: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return loaded
