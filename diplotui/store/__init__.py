"""The ledger on disk: SQLite behind an interface of frozen records. No SQL leaves this room."""

from diplotui.store.store import Store, open_store

__all__ = ["Store", "open_store"]
