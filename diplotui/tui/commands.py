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
    group: str
    """Heading on the page of keys."""
    hint: str = ""
    """Word for the line at the bottom; empty: not shown there."""
    scopes: tuple[str, ...] = (EVERYWHERE,)
    """Panes in which it holds, or ``everywhere``."""

    def binding(self) -> Binding:
        """The binding that brings it to its key."""
        return Binding(self.keys, self.action, self.name, show=False, id=self.id, tooltip=self.help)


TOPICS, TIMELINE, STATEMENT, DENIALS = "topics", "timeline", "statement", "denials"
_PANES = (TOPICS, TIMELINE, STATEMENT, DENIALS)
_SIDEWAYS = (TOPICS, STATEMENT, DENIALS)

# fmt: off
COMMANDS: tuple[Command, ...] = (
    # id, keys, name, help, action, group, hint, scopes
    Command("move.down", "j,down", "Down",
            "Next row; in a statement, scroll, then on to the next", "down", "Move", "move", _PANES),
    Command("move.up", "k,up", "Up",
            "Row before; in a statement, scroll back, then the one before", "up", "Move", "", _PANES),
    Command("move.page-down", "pagedown,ctrl+d", "Page down",
            "One screen further", "page_down", "Move", "", _PANES),
    Command("move.page-up", "pageup,ctrl+u", "Page up", "One screen back", "page_up", "Move", "", _PANES),
    Command("move.first", "g,home", "First",
            "The first row; in the timeline the newest", "first", "Move", "", _PANES),
    Command("move.last", "G,end", "Last",
            "The last row; in the timeline the oldest", "last", "Move", "", _PANES),
    Command("move.left", "h,left", "Left",
            "Statement before, topic before, cell to the left", "left", "Move", "", _SIDEWAYS),
    Command("move.right", "l,right", "Right",
            "Next statement, next topic, cell to the right", "right", "Move", "", _SIDEWAYS),
    Command("pane.next", "tab", "Next pane", "Go to the next pane", "next_pane", "Panes", "pane"),
    Command("pane.previous", "shift+tab", "Pane before", "Go to the pane before", "previous_pane", "Panes"),
    Command("pane.topics", "1", "Topics", "Go to the topics", "go_to('topics')", "Panes"),
    Command("pane.timeline", "2", "Timeline", "Go to the timeline", "go_to('timeline')", "Panes"),
    Command("pane.statement", "3", "Statement",
            "Go to the statements of the marked event", "go_to('statement')", "Panes"),
    Command("pane.denials", "4", "Denial status",
            "Go to who stands where on each claim", "go_to('denials')", "Panes"),
    Command("pane.zoom", "z", "Zoom", "The present pane alone, and all panes again", "zoom", "Panes"),
    Command("back", "escape", "Back",
            "Out of zoom, to the timeline, to the present, to all topics", "back", "Panes"),
    Command("open", "enter", "Sentence",
            "The sentence behind what is marked; in the topics, the timeline", "open", "Do", "sentence",
            (TOPICS, TIMELINE, DENIALS)),
    Command("search", "slash", "Search",
            "Find events by any words; the newest first", "search", "Do", "search"),
    Command("note", "n", "Note",
            "Write on what is marked, or edit and delete what was written", "note", "Do", "note"),
    Command("accept", "a", "Accept", "Accept what is marked as it is filed", "accept", "Do", "decide"),
    Command("throw-out", "x", "Throw out",
            "Throw out what is marked; u brings it back", "throw_out", "Do"),
    Command("undo", "u", "Undo",
            "Take back the last decision, correction or note; again, the one before", "undo", "Do"),
    Command("redo", "U,ctrl+r", "Redo", "Do again what was taken back last", "redo", "Do"),
    Command("correct", "c", "Correct",
            "Correct what is marked: speaker, party, day, topic, claim, stance, scope", "correct", "Do"),
    Command("new-claim", "N", "New claim", "Make a claim of the statement shown", "new_claim", "Do"),
    Command("mark", "m", "Mark", "Mark an event or a claim that M shall merge into another", "mark", "Do"),
    Command("merge", "M", "Merge",
            "Merge what m marked into the present event or claim; u takes it back", "merge", "Do"),
    Command("follow", "t", "Follow the newest",
            "Jump to the newest and keep up with what arrives; again to stop", "follow", "Do", "follow"),
    Command("copy", "y", "Copy", "Copy the passage with speaker, day and source", "copy", "Do"),
    Command("open-url", "o", "Open source",
            "Open the document's address in the browser", "open_url", "Do"),
    Command("claims", "C", "Claims",
            "Every claim of the ledger with its status; / filters", "claims", "Lists", "claims"),
    Command("catch-up", "L", "Catch up",
            "What changed since the last visit: was, is, and the sentence that did it", "catch_up", "Lists"),
    Command("questions", "Q", "Questions",
            "Open questions, each with its passage", "questions", "Lists"),
    Command("watch", "w", "Watch",
            "Watch a claim, a party or an actor: a toast says when a status moves", "watch", "Do"),
    Command("time.back", "left_square_bracket", "Back in time",
            "As it was known on the day before", "time_back", "Time", "time"),
    Command("time.forward", "right_square_bracket", "Forth in time",
            "As it was known on the next day", "time_forward", "Time"),
    Command("time.day", "at", "Day",
            "As it was known on a day that you type: 13 Feb 2024, 3 days ago", "look_from", "Time"),
    Command("help", "question_mark,f1", "Keys", "All keys on one page", "help", "Help", "keys"),
    Command("palette", "ctrl+p", "Palette", "Every command by name", "app.command_palette", "Help"),
    Command("quit", "q", "Quit", "Leave; everything is saved already", "app.quit", "Help"),
)
LIST_COMMANDS: tuple[Command, ...] = (
    # What holds in the lists over the whole screen, beside moving: claims, catch-up, questions.
    Command("list.open", "enter", "Go there", "Go to the event in the timeline", "open", "Lists", "go there"),
    Command("list.filter", "slash", "Filter",
            "Claims: words, codes of parties, denied by some, never answered, reversed",
            "filter", "Lists", "filter"),
    Command("list.sort", "s", "Sort",
            "Claims: by last change, or the most contested first", "sort", "Lists", "sort"),
    Command("list.watch", "w", "Watch", "Watch what is marked, or no longer", "watch", "Lists", "watch"),
    Command("list.close", "escape,q", "Close",
            "Close; a catch-up that is closed so counts as seen", "close", "Lists", "close"),
)
# fmt: on

GROUPS = ("Move", "Panes", "Do", "Lists", "Time", "Help")
"""The order of the help screen."""

_KEY_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "slash": "/",
    "at": "@",
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


_IN_LISTS = ("move.down", "move.up", "move.page-down", "move.page-up", "move.first", "move.last", "open")


def list_bindings() -> list[BindingType]:
    """Keys that move in a list over the whole screen, and open what is marked."""
    return [command.binding() for command in COMMANDS if command.id in _IN_LISTS]


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
