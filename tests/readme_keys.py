"""Writes the table of keys in the README from the table of commands: ``python -m tests.readme_keys``."""

from pathlib import Path

from diplotui.tui.commands import COMMANDS
from diplotui.tui.commands_main import MAIN_COMMANDS
from diplotui.tui.keymap import DEFAULT

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- keys: begin (python -m tests.readme_keys) -->", "<!-- keys: end -->"


def table() -> str:
    """A row for each command of the main screen, and one for each other place with all its commands."""
    lines = ["| key | does |", "|---|---|"]
    for command in MAIN_COMMANDS:
        lines.append(f"| {written(DEFAULT.names(command))} | {command.help.replace('|', '/')} |")
    others = [command for command in COMMANDS if command not in MAIN_COMMANDS]
    for group in dict.fromkeys(command.group for command in others):
        parts = [
            f"{written(DEFAULT.names(command))} {command.name.lower()}"
            for command in others
            if command.group == group
        ]
        lines.append(f"| {group.lower()} | {', '.join(parts)} |")
    return "\n".join(lines)


def written(names: tuple[str, ...]) -> str:
    """Keys as code; a backtick needs a longer fence, a bar would end the cell."""
    return " ".join(f"`{name}`" if name not in "`|" else f"`` {name} ``" for name in names)


def with_table(readme: str) -> str:
    """The README with the table between its marks as it should be."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{README}: keys written")
