"""Folders that are watched for files: which files stand in them, and whether somebody still writes them."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from diplotui.errors import InputError
from diplotui.model.sources import FOLDER
from diplotui.sources.fetch_errors import Fault, FetchError

SUFFIXES = (".txt", ".md", ".html", ".htm", ".eml", ".vtt", ".srt", ".jsonl")
"""Files that are read; others are left alone, and so are hidden ones and those of unfinished downloads."""
SETTLED_SECONDS = 3.0
"""A file that was written to less long ago may not be whole yet."""
MOST_FILES = 5_000
MOST_DEPTH = 5
MOST_BYTES = 10_000_000
_LEADING_DAY = re.compile(r"(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file of a folder; ``name`` is its path inside, with slashes."""

    name: str
    path: Path
    stamp: str
    """Its size and when it was written."""
    settled: bool
    size: int


def folder_address(folder: Path) -> str:
    """A folder as the address of a source. Raises InputError for what is no folder."""
    whole = folder.expanduser().absolute()
    if not whole.is_dir():
        raise InputError(f"{folder}: there is no such folder")
    return FOLDER + quote(whole.as_posix())


def folder_of(address: str) -> Path:
    """The folder that an address of ``folder_address`` stands for."""
    return Path(unquote(urlsplit(address).path))


def files_in(folder: Path, now: float) -> tuple[FolderFile, ...]:
    """The files to read in a folder and those below it, by name; links lead nowhere.

    ``now``: seconds since the epoch. Raises FetchError for a folder that is not there or has too many files.
    """
    if not folder.is_dir():
        raise FetchError(Fault.NO_FOLDER, f"the folder {folder} is not there")
    found: list[FolderFile] = []
    try:
        for place, folders, names in os.walk(folder, onerror=_raise):
            depth = len(Path(place).relative_to(folder).parts)
            folders[:] = (
                sorted(each for each in folders if not each.startswith(".")) if depth < MOST_DEPTH else []
            )
            for name in sorted(names):
                path = Path(place) / name
                if name.startswith((".", "~")) or path.suffix.lower() not in SUFFIXES or path.is_symlink():
                    continue
                about = path.stat()
                age = now - about.st_mtime
                found.append(
                    FolderFile(
                        path.relative_to(folder).as_posix(),
                        path,
                        f"{about.st_size}:{about.st_mtime_ns}",
                        not 0 <= age < SETTLED_SECONDS,
                        about.st_size,
                    )
                )
                if len(found) > MOST_FILES:
                    raise FetchError(
                        Fault.TOO_LARGE, f"the folder {folder} holds more than {MOST_FILES:,} texts"
                    )
    except OSError as error:
        raise FetchError(Fault.NO_FOLDER, f"the folder {folder} cannot be read ({error.strerror})") from None
    return tuple(found)


def _raise(error: OSError) -> None:
    raise error


def day_in_name(name: str) -> date | None:
    """The day with which a file's name begins, as in ``2024-02-16 briefing.txt``; else None."""
    found = _LEADING_DAY.match(name.rpartition("/")[2])
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


__all__ = ["FolderFile", "day_in_name", "files_in", "folder_address", "folder_of"]
