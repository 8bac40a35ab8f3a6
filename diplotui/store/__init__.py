"""The ledger on disk: SQLite behind an interface of frozen records. No SQL leaves this room."""

from diplotui.store.candidate import ClaimCandidate
from diplotui.store.care import restore
from diplotui.store.store import FileResult, Store, open_store

__all__ = ["ClaimCandidate", "FileResult", "Store", "open_store", "restore"]
