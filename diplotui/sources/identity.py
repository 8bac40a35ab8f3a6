"""Which entries of a poll are new, changed or known: a ladder of guid, link and hash that degrades by itself.

What a feed breaks is not trusted again: a guid on two different items makes its source go by link, a link
on two makes it go by hash. Texts are compared, never dates: a date moves with every comment.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from diplotui.model.sources import KnownEntry, Rung
from diplotui.sources.parsed import Entry

_TRACKING_PREFIXES = ("utm_", "at_", "mc_", "mtm_", "pk_", "wt.")
_TRACKING = frozenset({
    "cmp", "cmpid", "dclid", "fbclid", "gclid", "icid", "igshid", "ito", "msclkid", "ns_campaign",
    "ns_mchannel", "ns_source", "ocid", "partner", "ref", "ref_src", "rss", "smid",
    "source", "src",
    "traffic_source", "yclid",
})  # fmt: skip
"""Names of query parameters that say where a reader came from and not what is read."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll's entries sorted against those that are known; ``rung``: what the source goes by from now on."""

    rung: Rung
    new: tuple[Entry, ...]
    changed: tuple[tuple[Entry, KnownEntry], ...]
    same: int


def canonical_link(link: str | None) -> str | None:
    """A link without fragment, tracking and scheme differences; None where it names a whole site."""
    if not link:
        return None
    parts = urlsplit(link)
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in _TRACKING and not name.lower().startswith(_TRACKING_PREFIXES)
    ]
    path = parts.path.rstrip("/")
    if not path and not query:
        return None
    host = parts.netloc.lower().removeprefix("www.")
    return f"https://{host}{path}" + (f"?{urlencode(query)}" if query else "")


def entry_hash(entry: Entry) -> str:
    """A digest of title and text; differences of white space do not count."""
    words = " ".join(entry.title.split()) + "\n" + " ".join(entry.text.split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def sort_entries(entries: Sequence[Entry], known: Sequence[KnownEntry], rung: Rung) -> Poll:
    """A poll's entries as new, changed and known; an unchanged poll brings nothing new, in any order."""
    distinct = list({(e.guid, canonical_link(e.link), entry_hash(e)): e for e in entries}.values())
    rung = degraded(distinct, rung)
    if rung is Rung.HASH:
        distinct = list({entry_hash(entry): entry for entry in distinct}.values())
    found = _matches(distinct, known, rung)
    new = tuple(entry for index, entry in enumerate(distinct) if index not in found)
    changed = tuple(
        (distinct[index], before)
        for index, before in sorted(found.items())
        if before.hash != entry_hash(distinct[index])
    )
    return Poll(rung, new, changed, len(distinct) - len(new) - len(changed))


def degraded(entries: Sequence[Entry], rung: Rung) -> Rung:
    """The rung that these entries leave standing, never a better one than ``rung``."""
    if rung is Rung.GUID and _stands_twice(entry.guid for entry in entries):
        rung = Rung.LINK
    if rung is Rung.LINK and _stands_twice(canonical_link(entry.link) for entry in entries):
        rung = Rung.HASH
    return rung


def _stands_twice(keys: Iterable[str | None]) -> bool:
    counts = Counter(key for key in keys if key)
    return bool(counts) and max(counts.values()) > 1


def _matches(entries: list[Entry], known: Sequence[KnownEntry], rung: Rung) -> dict[int, KnownEntry]:
    """The known entry behind each entry of the poll, by its place; each known one is taken once."""
    steps: list[tuple[Callable[[Entry], str | None], Callable[[KnownEntry], str | None]]] = []
    if rung is Rung.GUID:
        steps.append((lambda entry: entry.guid, lambda before: before.guid))
    if rung is Rung.LINK:
        steps.append((lambda entry: canonical_link(entry.link), lambda before: before.link))
    steps.append((entry_hash, lambda before: before.hash))
    if rung is Rung.GUID:  # a feed that makes new guids for old items: the same address under the same title
        steps.append((lambda e: _titled(canonical_link(e.link), e.title), lambda b: _titled(b.link, b.title)))
    found: dict[int, KnownEntry] = {}
    taken: set[int] = set()
    for key_of, known_key_of in steps:
        by_key: dict[str, list[KnownEntry]] = {}
        for before in known:
            key = known_key_of(before)
            if key and before.number not in taken:
                by_key.setdefault(key, []).append(before)
        for index, entry in enumerate(entries):
            key = key_of(entry)
            if index not in found and key and by_key.get(key):
                found[index] = by_key[key].pop()
                taken.add(found[index].number)
    return found


def _titled(link: str | None, title: str) -> str | None:
    return f"{link}\n{title.casefold()}" if link else None
