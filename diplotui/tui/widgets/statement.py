"""The statement pane: one statement of the marked event, with its passage, its stances and the notes."""

from dataclasses import dataclass

from textual.message import Message

from diplotui.model import EventDetail, Note, StatementView
from diplotui.text import one_line
from diplotui.tui.command import STATEMENT
from diplotui.tui.commands import bindings_for
from diplotui.tui.lines import BLANK, Line, piece, wrap
from diplotui.tui.widgets.pane import Marked, Pane
from diplotui.tui.widgets.statement_lines import citation, event_lines, notes_lines, statement_lines

NOTHING_MARKED = "The passage behind the marked event stands here, with who said it and on what basis."


class Statement(Pane):
    """The pane of one statement out of those on the marked event."""

    NUMBER = 3
    NAME = "Statement"
    BINDINGS = bindings_for(STATEMENT)

    @dataclass
    class Stepped(Message):
        """Another statement of the event is shown."""

        statement: StatementView

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.detail: EventDetail | None = None
        self.index = 0

    @property
    def view(self) -> StatementView | None:
        """The statement shown."""
        statements = self.detail.statements if self.detail else ()
        return statements[self.index] if self.index < len(statements) else None

    def show(self, detail: EventDetail | None, statement: str | None = None) -> None:
        """Show this event's statements: ``statement``, else the one shown already, else the first."""
        shown = self.view
        wanted = statement or (shown.statement.id if shown else None)
        same_event = (
            detail is not None and self.detail is not None and detail.event.id == self.detail.event.id
        )
        self.detail = detail
        ids = [view.statement.id for view in detail.statements] if detail else []
        self.index = ids.index(wanted) if wanted in ids else 0
        now = self.view
        if not same_event or (now and now.statement.id) != (shown and shown.statement.id):
            self.top = 0
        self.layout_lines()

    def show_statement(self, statement: str) -> bool:
        """Turn to this statement; False where it is not one of the event's."""
        ids = [view.statement.id for view in self.detail.statements] if self.detail else []
        if statement not in ids:
            return False
        self._turn_to(ids.index(statement))
        return True

    def layout_lines(self) -> None:
        """Set the statement for the present width."""
        width = self.content_width - 1
        if self.detail is None:
            self.set_lines([(piece(line, "dim"),) for line in wrap(NOTHING_MARKED, width)])
            self.entitle()
            return
        view = self.view
        lines: list[Line] = statement_lines(view, width) if view else event_lines(self.detail, width)
        notes = notes_lines(self.notes(), width)
        self.set_lines([*lines, BLANK, *notes] if notes else lines)
        count = len(self.detail.statements)
        self.entitle(f"{self.index + 1} of {count}" if count else "")

    def notes(self) -> list[Note]:
        """What was written on the statement, its claims and its event, each once."""
        view = self.view
        on_event = self.detail.notes if self.detail else ()
        found = {note.id: note for note in (*(view.notes if view else ()), *on_event)}
        return sorted(found.values(), key=lambda note: note.at)

    def marked(self) -> Marked | None:
        """The statement shown, else the event."""
        view = self.view
        if view is not None:
            title = one_line(view.statement.exact)
            return Marked(f"statement/{view.statement.id}", title, citation(view), view.url)
        if self.detail is None:
            return None
        title = one_line(self.detail.event.title)
        return Marked(f"event/{self.detail.event.id}", title, title)

    def _turn_to(self, index: int) -> bool:
        count = len(self.detail.statements) if self.detail else 0
        if not 0 <= index < count or index == self.index:
            return False
        self.index = index
        self.top = 0
        self.layout_lines()
        view = self.view
        if view is not None:
            self.post_message(self.Stepped(view))
        return True

    def action_right(self) -> None:
        """Show the next statement."""
        self._turn_to(self.index + 1)

    def action_left(self) -> None:
        """Show the statement before."""
        self._turn_to(self.index - 1)

    def action_down(self) -> None:
        """Scroll; at the end go on to the next statement."""
        if not self.scroll_lines(1):
            self.action_right()

    def action_up(self) -> None:
        """Scroll back; at the top go to the statement before."""
        if not self.scroll_lines(-1):
            self.action_left()

    def action_page_down(self) -> None:
        """Scroll a screen; at the end go on to the next statement."""
        if not self.scroll_lines(self.content_height - 1):
            self.action_right()

    def action_page_up(self) -> None:
        """Scroll a screen back; at the top go to the statement before."""
        if not self.scroll_lines(1 - self.content_height):
            self.action_left()

    def action_first(self) -> None:
        """Show the first statement."""
        self._turn_to(0)

    def action_last(self) -> None:
        """Show the last statement."""
        self._turn_to((len(self.detail.statements) if self.detail else 0) - 1)
