"""Every command of the dashboard, once: what it is called, its keys, what it does, and where it holds.

Bindings, the help screen, the command palette and the hints at the bottom are all read from this table.
"""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

EVERYWHERE = "everywhere"
"""The scope of commands that hold on the whole main screen."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``keys`` as Textual writes them, with commas between; the first is the one shown."""

    id: str
    """Also the id of its binding, by which a key can be set anew."""
    keys: str
    name: str
    help: str
    action: str
    """Name of the action on the widget or screen that owns the scope."""
    scopes: tuple[str, ...] = (EVERYWHERE,)
    """Panes in which it holds, or ``everywhere``."""
    group: str = "Do"
    hint: str = ""
    """Word for the line at the bottom; empty: not shown there."""

    def binding(self) -> Binding:
        """The binding that brings it to its key."""
        return Binding(self.keys, self.action, self.name, show=False, id=self.id, tooltip=self.help)


TOPICS, TIMELINE, STATEMENT, DENIALS = "topics", "timeline", "statement", "denials"
_ROWS = (TOPICS, TIMELINE, DENIALS)
_ALL = (TOPICS, TIMELINE, STATEMENT, DENIALS)

COMMANDS: tuple[Command, ...] = (
    Command("move.down", "j,down", "Down", "Next row; in a statement, scroll, then on to the next", "down",
            _ALL, "Move", "move"),
    Command("move.up", "k,up", "Up", "Row before; in a statement, scroll back, then to the one before", "up",
            _ALL, "Move"),
    Command("move.page-down", "pagedown,ctrl+d", "Page down", "One screen further", "page_down", _ALL, "Move"),
    Command("move.page-up", "pageup,ctrl+u", "Page up", "One screen back", "page_up", _ALL, "Move"),
    Command("move.first", "g,home", "First", "The first row; in the timeline the newest", "first", _ALL, "Move"),
    Command("move.last", "G,end", "Last", "The last row; in the timeline the oldest", "last", _ALL, "Move"),
    Command("move.left", "h,left", "Left", "Statement before, topic before, or cell to the left", "left",
            (TOPICS, STATEMENT, DENIALS), "Move"),
    Command("move.right", "l,right", "Right", "Next statement, next topic, or cell to the right", "right",
            (TOPICS, STATEMENT, DENIALS), "Move"),
    Command("pane.next", "tab", "Next pane", "Go to the next pane", "next_pane", group="Panes", hint="pane"),
    Command("pane.previous", "shift+tab", "Pane before", "Go to the pane before", "previous_pane", group="Panes"),
    Command("pane.topics", "1", "Topics", "Go to the topics", "go_to('topics')", group="Panes"),
    Command("pane.timeline", "2", "Timeline", "Go to the timeline", "go_to('timeline')", group="Panes"),
    Command("pane.statement", "3", "Statement", "Go to the statements of the marked event", "go_to('statement')",
            group="Panes"),
    Command("pane.denials", "4", "Denial status", "Go to who stands where on each claim", "go_to('denials')",
            group="Panes"),
    Command("pane.zoom", "z", "Zoom", "The present pane alone, and all panes again", "zoom", group="Panes"),
    Command("open", "enter", "Sentence", "The sentence behind what is marked; in the topics, its timeline",
            "open", (TOPICS, TIMELINE, DENIALS), hint="sentence"),
    Command("search", "slash", "Search", "Find events by any words; the newest first", "search", hint="search"),
    Command("note", "n", "Note", "Write on what is marked, or edit and delete what was written", "note",
            hint="note"),
    Command("accept", "a", "Accept", "Accept what is marked as filed", "accept", hint="accept"),
    Command("throw-out", "x", "Throw out", "Throw out what is marked; it stays in the journal", "throw_out",
            hint="throw out"),
    Command("undo", "u", "Undo", "Take back the last decision or note", "undo", hint="undo"),
    Command("follow", "t", "Follow the newest", "Jump to the newest and keep up with what arrives", "follow",
            hint="follow"),
    Command("time.back", "left_square_bracket", "Back in time", "As it was known on the day before", "time_back",
            group="Time", hint="time"),
    Command("time.forward", "right_square_bracket", "Forth in time", "As it was known on the next day",
            "time_forward", group="Time"),
    Command("copy", "y", "Copy", "Copy the passage with speaker, day and source", "copy", hint="copy"),
    Command("open-url", "o", "Open source", "Open the document's address in the browser", "open_url"),
    Command("back", "escape", "Back", "Out of zoom, out of the past, back to the timeline, to all topics", "back",
            group="Panes"),
    Command("help", "question_mark,f1", "Keys", "All keys on one page", "help", group="Help", hint="keys"),
    Command("palette", "ctrl+p", "Palette", "Every command by name", "app.command_palette", group="Help"),
    Command("quit", "q", "Quit", "Leave; everything is saved already", "app.quit", group="Help"),
)  # fmt: skip

GROUPS = ("Move", "Panes", "Do", "Time", "Help")
"""The order of the help screen."""

_KEY_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "slash": "/",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
}


def key_name(key: str) -> str:
    """A key as people write it: ``left_square_bracket`` is ``[``."""
    return _KEY_NAMES.get(key, key)


def bindings_for(scope: str) -> list[BindingType]:
    """The bindings of one pane, or of the whole screen (``everywhere``)."""
    return [command.binding() for command in COMMANDS if scope in command.scopes]


def commands_for(scope: str) -> list[Command]:
    """What can be done with the focus in this pane: its own commands and those that hold everywhere."""
    return [command for command in COMMANDS if scope in command.scopes or EVERYWHERE in command.scopes]


def close_bindings() -> list[BindingType]:
    """Keys of a page that is only read: scroll and close."""
    scroll: list[BindingType] = [
        command.binding()
        for command in COMMANDS
        if command.id in ("move.down", "move.up", "move.page-down", "move.page-up")
    ]
    return [
        *scroll,
        Binding("escape,q,question_mark,f1,enter", "close", "Close", show=False, id="page.close"),
    ]
