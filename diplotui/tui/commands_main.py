"""The commands of the main screen, a row each.

A new row goes to the end of its group; a command that opens a screen of its own names it with ``calls``.
"""

from diplotui.tui.command import DENIALS, EVERYWHERE, LIST, PANES, ROWS, STATEMENT, TIMELINE, TOPICS, Command

_MOVING = (*PANES, ROWS)
_SCROLLING = (*_MOVING, "page")
_SIDEWAYS = (TOPICS, STATEMENT, DENIALS)

# fmt: off
MAIN_COMMANDS: tuple[Command, ...] = (
    # id, keys, name, help, action, group, hint, scopes
    Command("move.down", "j,down", "Down",
            "Next row; in a statement, scroll, then on to the next", "down", "Move", "move", _SCROLLING),
    Command("move.up", "k,up", "Up",
            "Row before; in a statement, scroll back, then the one before", "up", "Move", "", _SCROLLING),
    Command("move.page-down", "pagedown,ctrl+d", "Page down",
            "One screen further", "page_down", "Move", "", _SCROLLING),
    Command("move.page-up", "pageup,ctrl+u", "Page up", "One screen back", "page_up", "Move", "", _SCROLLING),
    Command("move.first", "g,home", "First",
            "The first row; in the timeline the newest", "first", "Move", "", _MOVING),
    Command("move.last", "G,end", "Last",
            "The last row; in the timeline the oldest", "last", "Move", "", _MOVING),
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
            "Throw out what is marked; undo brings it back", "throw_out", "Do"),
    Command("undo", "u", "Undo",
            "Take back the last decision, correction or note; again, the one before", "undo", "Do"),
    Command("redo", "U,ctrl+r", "Redo", "Do again what was taken back last", "redo", "Do"),
    Command("correct", "c", "Correct",
            "Correct what is marked: speaker, party, day, topic, claim, stance, scope", "correct", "Do"),
    Command("new-claim", "N", "New claim", "Make a claim of the statement shown", "new_claim", "Do"),
    Command("mark", "m", "Mark", "Mark an event or a claim that shall be merged into another", "mark", "Do"),
    Command("merge", "M", "Merge",
            "Merge what was marked into the present event or claim; undo takes it back", "merge", "Do"),
    Command("follow", "t", "Follow the newest",
            "Jump to the newest and keep up with what arrives; again to stop", "follow", "Do", "follow"),
    Command("copy", "y", "Copy", "Copy the passage with speaker, day and source", "copy", "Do"),
    Command("open-url", "o", "Open source",
            "Open the document's address in the browser", "open_url", "Do"),
    Command("claims", "C", "Claims",
            "Every claim of the ledger with its status, through a filter", "claims", "Lists", "claims"),
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
    Command("help", "question_mark,f1", "Keys", "All keys on one page", "help", "Help", "keys",
            (EVERYWHERE, LIST)),
    Command("palette", "ctrl+p", "Palette", "Every command by name", "app.command_palette", "Help"),
    Command("quit", "q", "Quit", "Leave; everything is saved already", "app.quit", "Help"),
)
# fmt: on
