"""Why a source could not be read, as a closed list of kinds and a sentence for people."""

from enum import StrEnum

from diplotui.errors import DiplotuiError
from diplotui.text import one_line


class Fault(StrEnum):
    """What went wrong, for the schedule and for the list of sources."""

    BAD_URL = "bad-url"
    REFUSED_ADDRESS = "refused-address"
    """A private, loopback or otherwise inner address that this source may not be on."""
    NO_ADDRESS = "no-address"
    UNREACHABLE = "unreachable"
    TLS = "tls"
    TIMEOUT = "timeout"
    TOO_LARGE = "too-large"
    TRUNCATED = "truncated"
    BAD_ENCODING = "bad-encoding"
    REDIRECTS = "redirects"
    BROKEN = "broken"
    """What came back is not HTTP, or contradicts itself."""
    RATE_LIMITED = "rate-limited"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not-found"
    GONE = "gone"
    SERVER = "server"
    STATUS = "status"
    """Any other answer that carries no content."""
    NOT_A_FEED = "not-a-feed"
    EMPTY = "empty"
    """No entries where there were some before."""
    UNREADABLE = "unreadable"
    """Parsing ran into its deadline, its memory limit, or failed."""
    SECRET = "secret"
    """Its password is not where it should be, or may be read by others."""
    NO_FOLDER = "no-folder"
    ROBOTS = "robots"
    """The site asks programs to leave this page alone."""


class FetchError(DiplotuiError):
    """A source that could not be read; the message is one harmless line without a full stop.

    ``retry_after``: seconds for which the host asked to be left alone, None where it did not ask.
    """

    def __init__(self, kind: Fault, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(one_line(message)[:300])
        self.kind = kind
        self.retry_after = retry_after
