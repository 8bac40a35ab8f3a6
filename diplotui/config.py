"""The user's settings: one TOML file, read at the start, never written by us.

Whatever is wrong in it is told in a line each, and what it would have set keeps its default: a slip in the
settings never keeps anybody from the dashboard.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from diplotui.paths import config_file, theme_file
from diplotui.text import one_line

SECTIONS = ("theme", "bell", "keys")
"""What the file may set at its top level."""
LARGEST = 100_000
"""Bytes of a settings file that are read at most."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force, and what is wrong with the file."""

    theme: str | None = None
    """Name of a theme; None: the one chosen last in the palette."""
    bell: bool = False
    """Whether the terminal's bell rings when something watched moves."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys wanted by command id, as typed: ``"n"``, ``"f,ctrl+o"``; not looked at yet."""
    faults: tuple[str, ...] = ()
    """What is wrong, a line each."""
    remembered: str | None = None
    """The theme chosen last in the palette."""


def load_config(path: Path | None = None) -> Config:
    """Read the settings at ``path`` (default: where ``diplotui locate`` says) and the theme remembered.

    No file: the defaults.
    """
    where = config_file() if path is None else path
    remembered = _first_line(theme_file())
    try:
        with where.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Config(remembered=remembered)
    except OSError as error:
        return Config(remembered=remembered, faults=(f"{where}: not read: {error.strerror}",))
    return read_config(data, where.name, remembered)


def read_config(data: bytes, name: str, remembered: str | None = None) -> Config:
    """Settings from the bytes of a TOML file that is called ``name``."""
    import tomllib

    try:
        if len(data) > LARGEST:
            raise ValueError(f"longer than {LARGEST} bytes")
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        return Config(
            remembered=remembered,
            faults=(f"{name}: no TOML, all of it is passed over: {one_line(str(error))}",),
        )
    faults = [
        f"{name}: {one_line(key)!r} is no setting; there are {', '.join(SECTIONS)}"
        for key in table
        if key not in SECTIONS
    ]
    theme, bell, keys = table.get("theme"), table.get("bell", False), table.get("keys", {})
    if theme is not None and not isinstance(theme, str):
        faults.append(f'{name}: theme is the name of a theme in quotation marks, as in theme = "nord"')
        theme = None
    if not isinstance(bell, bool):
        faults.append(f"{name}: bell is true or false")
        bell = False
    if not isinstance(keys, dict):
        faults.append(f'{name}: keys is a table: a line [keys], then lines such as "note" = "n"')
        keys = {}
    wanted, wrong = _keys(keys, name)
    return Config(theme, bell, wanted, (*faults, *wrong), remembered)


def _keys(table: Mapping[str, object], name: str) -> tuple[dict[str, str], list[str]]:
    """The keys by command id; a dotted id may be quoted or not, a list of keys is one with commas."""
    wanted: dict[str, str] = {}
    faults: list[str] = []
    waiting: list[tuple[str, object]] = list(table.items())[::-1]
    while waiting:
        command, keys = waiting.pop()
        if isinstance(keys, dict):
            waiting += [(f"{command}.{inner}", value) for inner, value in list(keys.items())[::-1]]
        elif isinstance(keys, str):
            wanted[command] = keys
        elif isinstance(keys, list) and all(isinstance(key, str) for key in keys):
            wanted[command] = ",".join("comma" if key == "," else key for key in keys)
        else:
            faults.append(f'{name}: keys: {one_line(command)}: keys stand in quotation marks, as in "n,f6"')
    return wanted, faults


def remember_theme(theme: str) -> None:
    """Keep the theme for the next start; raises OSError where that cannot be."""
    where = theme_file()
    where.parent.mkdir(parents=True, exist_ok=True)
    beside = where.with_name(f"{where.name}.{os.getpid()}")
    beside.write_text(theme + "\n", encoding="utf-8")
    beside.replace(where)


def _first_line(path: Path) -> str | None:
    """The first line of a small file of ours; None where there is none to read."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return one_line(file.readline(200)).strip() or None
    except OSError:
        return None
