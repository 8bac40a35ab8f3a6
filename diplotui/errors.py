"""The few errors that a user can meet; each message says what is wrong and what to do."""


class DiplotuiError(Exception):
    """Base of all errors whose message is meant for the user: one line, no traceback."""


class InputError(DiplotuiError):
    """What came in cannot be read: missing, empty, binary, badly encoded, undated, too long."""


class StoreError(DiplotuiError):
    """Base of what can go wrong with a ledger."""


class NotALedger(StoreError):
    """The file is no diplotui ledger."""


class NewerLedger(StoreError):
    """The ledger was written by a newer version of diplotui."""


class StoreBusy(StoreError):
    """Another process holds the ledger for longer than we wait."""


class StoreReadOnly(StoreError):
    """The ledger or its folder cannot be written."""


class StoreFull(StoreError):
    """The disk is full; nothing acknowledged is lost."""


class StoreCorrupt(StoreError):
    """The ledger's file is damaged."""


class StoreGone(StoreError):
    """The ledger's file disappeared while it was open."""


class ConflictError(StoreError):
    """The same id with other content, or a row that somebody else changed meanwhile."""


class NotFound(StoreError):
    """No record with this id."""


class SearchCancelled(DiplotuiError):
    """A search was given up because a newer one took its place; nobody needs to be told."""
