"""The scopes beside the main screen, and the commands of lists, pages and forms, a row each.

A new screen adds one row to ``SCOPES`` and its commands to the end of ``SCREEN_COMMANDS``; its class names
its scope in ``SCOPE`` and takes the bindings of that scope as its ``BINDINGS``.
"""

from diplotui.tui.command import EVERYWHERE, LIST, PANES, ROWS, Command

SCOPES: dict[str, tuple[str, ...]] = {
    # scope: further scopes whose commands hold there too
    **{pane: (EVERYWHERE,) for pane in PANES},
    ROWS: (),
    LIST: (ROWS,),
    "claims": (LIST, ROWS),
    "questions": (LIST, ROWS),
    "catch-up": (LIST, ROWS),
    "filter": (),
    "watch": (ROWS,),
    "page": (),
    "jump": (),
    "note": (),
    "correct": (),
    "day": (),
    "export": (),
    "search": (),
}
"""Every pane, screen and form; two commands with one key clash where they can hold at once."""

# fmt: off
SCREEN_COMMANDS: tuple[Command, ...] = (
    # id, keys, name, help, action, group, hint, scopes
    Command("list.open", "enter", "Go there",
            "Go to the event in the timeline; in a choice, turn it on or off", "open", "In a list",
            "go there", (ROWS,)),
    Command("list.filter", "slash", "Filter",
            "Claims: words, codes of parties, denied by some, never answered, reversed",
            "filter", "In a list", "filter", ("claims",)),
    Command("list.sort", "s", "Sort",
            "Claims: by last change, or the most contested first", "sort", "In a list", "sort", ("claims",)),
    Command("list.watch", "w", "Watch",
            "Watch what is marked, or no longer", "watch", "In a list", "watch", (LIST,)),
    Command("list.close", "escape,q", "Close",
            "Close; a catch-up that is closed so counts as seen", "close", "In a list", "close", (LIST,)),
    Command("filter.leave", "down", "To the list",
            "From the filter's field to the list", "leave", "In a list", "", ("filter",)),
    Command("filter.clear", "escape", "Clear",
            "Empty the filter and go to the list", "clear", "In a list", "", ("filter",)),
    Command("watch.close", "escape,q,w", "Close", "Close the choice of what to watch", "close", "In a list",
            "", ("watch",)),
    Command("jump.close", "escape", "Close", "Close without going anywhere", "close", "Panes",
            "", ("jump",)),
    Command("page.close", "escape,q,question_mark,f1,enter", "Close",
            "Close a page that is only read", "close", "Help", "", ("page",)),
    Command("note.save", "f2,ctrl+s", "Save", "Save the note", "save", "In the form for notes",
            "", ("note",), priority=True),
    Command("note.leave", "escape", "Leave", "Close; what was typed is kept as a draft",
            "leave", "In the form for notes", "", ("note",), priority=True),
    Command("note.kind", "f3", "Kind", "Note, question, judgement", "kind", "In the form for notes",
            "", ("note",), priority=True),
    Command("note.before", "f4,alt+up", "Note before", "Edit the note before", "choose(-1)",
            "In the form for notes", "", ("note",), priority=True),
    Command("note.next", "f5,alt+down", "Next note", "Edit the next note", "choose(1)",
            "In the form for notes", "", ("note",), priority=True),
    Command("note.delete", "f8", "Delete", "Delete the note in the field", "delete",
            "In the form for notes", "", ("note",), priority=True),
    Command("correct.save", "f2,ctrl+s", "Save", "Write the correction", "save",
            "In the form for corrections", "", ("correct",), priority=True),
    Command("correct.leave", "escape", "Leave", "Close; what was typed is kept as a draft", "leave",
            "In the form for corrections", "", ("correct",), priority=True),
    Command("correct.next", "down", "Next field", "Go to the next field", "app.focus_next",
            "In the form for corrections", "", ("correct",), priority=True),
    Command("correct.before", "up", "Field before", "Go to the field before", "app.focus_previous",
            "In the form for corrections", "", ("correct",), priority=True),
    Command("day.leave", "escape", "Leave", "Look from where one looked", "leave",
            "In the field for a day", "", ("day",), priority=True),
    Command("search.close", "escape", "Close", "Close without going anywhere", "close",
            "In the search", "", ("search",)),
    Command("search.down", "down,ctrl+n", "Next", "The next thing found", "move(1)",
            "In the search", "", ("search",), priority=True),
    Command("search.up", "up", "Before", "The thing found before", "move(-1)",
            "In the search", "", ("search",), priority=True),
    Command("search.page-down", "pagedown", "Page down", "Some further", "move(8)",
            "In the search", "", ("search",), priority=True),
    Command("search.page-up", "pageup", "Page up", "Some back", "move(-8)",
            "In the search", "", ("search",), priority=True),
    Command("export.shape", "f3", "Form", "A brief in Markdown, a table of events or of positions",
            "shape", "In the form for a file", "", ("export",), priority=True),
    Command("export.leave", "escape", "Leave", "Write nothing", "leave",
            "In the form for a file", "", ("export",), priority=True),
)
# fmt: on
