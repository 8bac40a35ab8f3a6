"""Redirects, walked by hand: where the next hop leads, and what may go along."""

from urllib.parse import urljoin

from diplotui.sources.addresses import Place, place_of
from diplotui.sources.fetch_errors import Fault, FetchError

MOST_HOPS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})


def next_place(here: Place, location: str | None) -> Place:
    """Where a redirect leads; raises FetchError for a missing, odd or downgraded target."""
    if not location:
        raise FetchError(Fault.REDIRECTS, f"{here.host} sends elsewhere without saying where")
    try:
        there = place_of(urljoin(here.url, location))
    except ValueError:
        raise FetchError(Fault.REDIRECTS, f"{here.host} sends to what is no web address") from None
    except FetchError as error:
        raise FetchError(
            Fault.REDIRECTS, f"{here.host} sends to an address that is not followed: {error}"
        ) from None
    return there


def secrets_for(
    start: Place, here: Place, secrets: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """The secret headers that this hop may see: those of the origin they were given for, else none."""
    return secrets if here.origin == start.origin else ()
