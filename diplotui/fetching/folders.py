"""What is kept of a watched folder: whole files, changed ones as new versions, moved ones once."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from diplotui.errors import InputError
from diplotui.fetching.entries import Kept, keep_text
from diplotui.fetching.filters import Filter
from diplotui.model.sources import EntryRow, KnownEntry, LeftOutText, Source
from diplotui.sources.files import IncomingText, read_file, texts_of
from diplotui.sources.folders import MOST_BYTES, FolderFile, day_in_name, files_in, folder_of
from diplotui.store import Store

_PART = "\n"
"""Between a file's name and the number of a text in it; no name in a list holds it."""


@dataclass(slots=True)
class FolderKeeper:
    """Keeps the files of one folder in one round; ``pulse`` as with the entries of a feed."""

    store: Store
    source: Source
    pulse: Callable[[int, int], bool]
    filter: Filter
    newest: date | None = None
    """The newest day of what was kept."""
    _known: dict[str, KnownEntry] = field(default_factory=dict)
    """What is known, by file and part."""
    _stamps: dict[str, set[str | None]] = field(default_factory=dict)
    """By file."""
    _hashes: dict[int, str] = field(default_factory=dict)
    """By number of the entry."""
    _there: frozenset[str] = frozenset()

    def keep(self) -> Kept:
        """Read what is new or changed. Raises FetchError for a folder that is not there, StoreError."""
        files = files_in(folder_of(self.source.url), time.time())
        self._there = frozenset(file.name for file in files)
        for entry in self.store.sources.known_entries(self.source.id):
            if entry.guid is not None:
                self._known[entry.guid] = entry
                self._hashes[entry.number] = entry.hash
                self._stamps.setdefault(entry.guid.partition(_PART)[0], set()).add(entry.stamp)
        kept = Kept(known=len(self._known))
        fresh = [file for file in files if file.stamp not in self._stamps.get(file.name, ())]
        ready = [file for file in fresh if file.settled]
        kept.waiting = len(fresh) - len(ready)
        for done, file in enumerate(ready):
            if self.pulse(done, len(ready)):
                kept.waiting += len(ready) - done
                break
            kept.rows += self._rows(file)
        kept.left_out = sum(row.left_out is not None for row in kept.rows)
        kept.new = sum(row.number is None for row in kept.rows)
        kept.changed = sum(  # a file that only moved is neither
            row.number is not None and row.hash != self._hashes[row.number] for row in kept.rows
        )
        return kept

    def _rows(self, file: FolderFile) -> list[EntryRow]:
        """The entries of one file: one, or one for each text of a JSONL file."""
        try:
            if file.size > MOST_BYTES:
                raise InputError(f"{file.name}: is larger than {MOST_BYTES // 1_000_000} MB")
            texts = list(texts_of(read_file(file.path), file.name, file.path.suffix.lower(), published=None))
        except InputError as error:
            return [self._unread(file, str(error))]
        return [self._row(file, part, text) for part, text in enumerate(texts)]

    def _row(self, file: FolderFile, part: int, text: IncomingText) -> EntryRow:
        key = f"{file.name}{_PART}{part}" if part else file.name
        digest = hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest()
        before = self._known.get(key) or self._moved(digest)
        published = text.published or day_in_name(file.name)
        if published is not None:
            self.newest = max(self.newest or published, published)
        document, left_out, words = before.document if before else None, None, None
        if before is None or before.hash != digest:
            dated = IncomingText(
                text.text, text.name, published, text.publisher, text.title or file.path.stem, text.url,
                text.kind, text.removed_characters,
            )  # fmt: skip
            document, left_out, words = keep_text(self.store, self.filter, dated, document)
        elif before.document is None:
            left_out = before.left_out
            words = LeftOutText(text.text, text.publisher, text.url, text.kind, text.removed_characters)
        return EntryRow(
            number=before.number if before else None,
            guid=key,
            link=None,
            hash=digest,
            title=text.title or file.path.stem,
            published=published.isoformat() if published else None,
            published_raw=None,
            document=document,
            left_out=left_out,
            stamp=file.stamp,
            text=words,
        )

    def _moved(self, digest: str) -> KnownEntry | None:
        """A known file with the same text that is no longer where it was."""
        for key, entry in self._known.items():
            if entry.hash == digest and key.partition(_PART)[0] not in self._there:
                return self._known.pop(key)
        return None

    def _unread(self, file: FolderFile, why: str) -> EntryRow:
        before = self._known.get(file.name)
        return EntryRow(
            number=before.number if before else None,
            guid=file.name,
            link=None,
            hash=f"unread:{file.stamp}",
            title=file.path.stem,
            published=None,
            published_raw=None,
            document=before.document if before else None,
            left_out=why,
            stamp=file.stamp,
        )


__all__ = ["FolderKeeper"]
