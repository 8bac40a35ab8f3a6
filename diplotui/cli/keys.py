"""The command that lists what the dashboard can do, with the keys in force."""

import argparse

from diplotui.cli.output import print_json, print_table, say
from diplotui.config import load_config
from diplotui.paths import config_file
from diplotui.tui.commands import COMMANDS
from diplotui.tui.keymap import read_keymap


def keys(chosen: argparse.Namespace) -> int:
    """List commands by id; what is wrong in the settings goes to standard error, and gives 1."""
    config = load_config()
    keymap, faults = read_keymap(config.keys)
    faults = (*config.faults, *faults)
    if chosen.json:
        print_json(
            [
                {
                    "id": command.id,
                    "keys": list(keymap.names(command)),
                    "changed": command.id in keymap.overrides,
                    "name": command.name,
                    "help": command.help,
                    "group": command.group,
                    "scopes": list(command.scopes),
                }
                for command in COMMANDS
            ]
        )
    else:
        rows = [
            (command.id, "  ".join(keymap.names(command)), command.group, command.help)
            for command in COMMANDS
        ]
        print_table(("command", "keys", "where", "does"), rows, wide=3)
        say(f'{config_file()} sets others: under [keys] a line such as "note" = "n,f6"')
    for fault in faults:
        say(fault)
    return 1 if faults else 0
