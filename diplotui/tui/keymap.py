"""Which keys are in force: those of the table of commands, and those that the settings put in their place.

What the settings ask for is looked at as a whole, so that two commands can swap their keys; what does not
work is told in one line and keeps its default.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import punctuation

from diplotui.text import one_line
from diplotui.tui.command import Command, key_name
from diplotui.tui.commands import COMMANDS, commands_for
from diplotui.tui.commands_screens import SCOPES

RESERVED: dict[str, str] = {
    "ctrl+q": "it always leaves the dashboard",
    "ctrl+c": "it copies what is selected",
}
"""Keys that no command can have."""
ARRIVES_AS: dict[str, str] = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+[": "escape",
    "ctrl+left_square_bracket": "escape",
    "ctrl+h": "backspace",
}
"""Keys that a terminal sends as another one."""
TAKEN_BACK = "({undo} takes it back)"
"""After what was written on the main screen or over it; see ``keyed``."""
_NAMED = re.compile(r"\{([a-z.-]+)\}")
_MODIFIERS = ("ctrl+", "alt+", "shift+", "super+")


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys in force: ``overrides`` by command id, for the rest the table's."""

    overrides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def keys(self, command: Command) -> tuple[str, ...]:
        """All keys of a command, as Textual writes them."""
        return self.overrides.get(command.id) or tuple(command.keys.split(","))

    def names(self, command: Command) -> tuple[str, ...]:
        """All keys of a command, as people write them."""
        return tuple(key_name(key) for key in self.keys(command))

    def key(self, command_id: str) -> str:
        """The first key of the command with this id, as people write it."""
        return self.names(_BY_ID[command_id])[0]


_BY_ID = {command.id: command for command in COMMANDS}
DEFAULT = Keymap()


def keymap_of(node: object) -> Keymap:
    """The keys in force in the app of a widget, or in an app; those of the table in any other."""
    found = getattr(getattr(node, "app", node), "keymap", DEFAULT)
    return found if isinstance(found, Keymap) else DEFAULT


def keyed(node: object, words: str) -> str:
    """Words of ours with the keys in force: ``{undo} takes it back`` is ``u takes it back`` by default.

    ``words`` is a constant, in braces the id of a command; text from outside is put in afterwards.
    """
    keymap = keymap_of(node)
    return _NAMED.sub(lambda named: keymap.key(named[1]), words)


def read_keymap(wanted: Mapping[str, str]) -> tuple[Keymap, tuple[str, ...]]:
    """The keys in force when ``wanted`` (command id -> keys with commas) is asked for, and what is wrong."""
    overrides: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for command_id, keys in wanted.items():
        command = _BY_ID.get(command_id)
        if command is None:
            faults.append(f"keys: {one_line(command_id)!r} is no command; diplotui keys lists them")
            continue
        typed = _parts(keys)
        wrong = next((fault for key in typed for fault in _key_faults(key, command)), None)
        if not typed:
            wrong = "no key is named"
        if wrong:
            faults.append(f"keys: {command_id}: {wrong}; it keeps {_written(command)}")
        else:
            overrides[command_id] = tuple(_normal(key) for key in typed)
    for fault in _drop_clashes(overrides):
        faults.append(fault)
    return Keymap(overrides), tuple(faults)


def _parts(keys: str) -> list[str]:
    """``"n, f6"`` as its keys; a comma alone is the key of that name."""
    if keys.strip() == ",":
        return ["comma"]
    return [key.strip() for key in keys.split(",") if key.strip()]


def _normal(key: str) -> str:
    """A key as Textual writes it: ``?`` is ``question_mark``, ``Ctrl+O`` is ``ctrl+o``."""
    from textual.keys import _character_to_key

    if len(key) == 1:
        return _character_to_key(key)
    *modifiers, last = key.split("+") if not key.endswith("++") else [*key[:-2].split("+"), "+"]
    last = _SHORT.get(last.lower(), last if len(last) == 1 else last.lower())
    front = "".join(f"{modifier.strip().lower()}+" for modifier in modifiers)
    if len(last) == 1 and not last.isalnum():
        last = _character_to_key(last)
    return front + (last.lower() if front.startswith("ctrl+") else last)


_SHORT = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "return": "enter", "del": "delete"}


def _known(key: str, typed: str) -> bool:
    """Whether a terminal can send this key at all: one character as typed, or a name of Textual's."""
    from textual.keys import Keys, _character_to_key

    bare = key
    while bare.startswith(_MODIFIERS):
        bare = bare.partition("+")[2]
    signs = {_character_to_key(sign) for sign in punctuation}
    return len(typed) == 1 or len(bare) == 1 or bare in signs or bare in {one.value for one in Keys}


def _key_faults(typed: str, command: Command) -> Iterator[str]:
    """What speaks against one key for one command."""
    key = _normal(typed)
    shown = one_line(typed)
    if not _known(key, typed):
        yield f'{shown!r} is no key; write it as "n", "f6", "ctrl+o", "pagedown"'
    elif key in RESERVED:
        yield f"{shown} is taken: {RESERVED[key]}"
    elif key in ARRIVES_AS:
        yield f"terminals send {shown} as {key_name(ARRIVES_AS[key])}"
    elif key.startswith("shift+") and len(key) == len("shift+") + 1:
        yield f"write {shown} as {key[-1].upper()}"
    elif command.priority and len(key_name(key)) == 1:
        yield f"{shown} is typed into the field there"


def _drop_clashes(overrides: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Take away what makes one key mean two things in one place, until nothing does; a line for each."""
    while True:
        keymap = Keymap(overrides)
        found = next(
            (clash for scope in SCOPES for clash in _clashes(scope, keymap) if {*clash[:2]} & {*overrides}),
            None,
        )
        if found is None:
            return
        first, second, key, scope = found
        order = list(overrides)
        loser = max((one for one in (first, second) if one in overrides), key=order.index)
        other = second if loser == first else first
        del overrides[loser]
        kept = _written(_BY_ID[loser])
        yield (f"keys: {loser}: {key_name(key)} is the key of {other} in {scope}; it keeps {kept}")


def _clashes(scope: str, keymap: Keymap) -> Iterator[tuple[str, str, str, str]]:
    """Pairs of commands with one key in a scope: both ids, the key, the scope."""
    meant: dict[str, str] = {}
    for command in commands_for(scope):
        for key in keymap.keys(command):
            before = meant.setdefault(key, command.id)
            if before != command.id:
                yield before, command.id, key, scope


def _written(command: Command) -> str:
    return " ".join(DEFAULT.names(command))
