"""The form that parts an event or a claim that holds two matters: a name for the new one, and what goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from diplotui.errors import DiplotuiError
from diplotui.marks import STANCE_MARKS
from diplotui.model import EventDetail
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import TAKEN_BACK, keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.lines import Line, cut, pad, piece
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.line_field import LineField
from diplotui.tui.widgets.pane import Marked
from diplotui.tui.widgets.row_list import Row, RowList
from diplotui.tui.widgets.statement_lines import speaker_name
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen

WORD_CELLS = 18


@dataclass(frozen=True, slots=True)
class Choice:
    """What can go into the new record."""

    reference: str
    """``claim/c1`` or ``statement/s1``."""
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Parting:
    """What is parted, and what of it can go."""

    kind: str
    record: str
    title: str
    choices: tuple[Choice, ...]
    read_at: str | None

    def trouble(self, name: str, chosen: Sequence[str]) -> str | None:
        """Why it cannot be parted so; None where it can."""
        if not chosen:
            return "nothing is chosen yet: tab goes to the list, enter chooses what goes"
        if len(chosen) == len(self.choices):
            return "all of it would go; leave at least one, or correct it instead"
        if self.kind == "claim" and not name:
            return "the new claim needs words: a sentence that can be affirmed or denied"
        return None

    def write(self, store: "Store", name: str, chosen: Sequence[str]) -> str:
        """Part it as one step, and say what was done, with ids of commands for keys (``keyed``)."""
        picked = [one.partition("/") for one in chosen]
        statements = [record for kind, _, record in picked if kind == "statement"]
        if self.kind == "claim":
            store.split_claim(self.record, statements, name, read_at=self.read_at)
            return f"a claim of its own, with {plural(len(statements), 'statement')} {TAKEN_BACK}"
        claims = [record for kind, _, record in picked if kind == "claim"]
        store.split_event(
            self.record, claims=claims, statements=statements, title=name or None, read_at=self.read_at
        )
        return f"an event of its own, with {plural(len(chosen), 'record')} {TAKEN_BACK}"


def parting_of(marked: Marked | None, detail: EventDetail | None) -> Parting | None:
    """What ``P`` parts: the claim under the cursor, else the event shown; None where there is no choice."""
    if marked is None or detail is None:
        return None
    if marked.kind == "claim":
        claim = marked.reference.partition("/")[2]
        said = [(view, stance) for view in detail.statements for stance in view.stances]
        choices = tuple(
            Choice(
                f"statement/{view.statement.id}",
                f"{STANCE_MARKS[stance.stance].glyph} {STANCE_MARKS[stance.stance].word}",
                f"{speaker_name(view)}: {one_line(view.statement.exact)}",
            )
            for view, stance in said
            if stance.claim == claim
        )
        return Parting("claim", claim, marked.title, choices, detail.cursor) if len(choices) > 1 else None
    claims = tuple(
        Choice(f"claim/{row.claim.id}", "claim", one_line(row.claim.text)) for row in detail.claims
    )
    statements = tuple(
        Choice(
            f"statement/{view.statement.id}",
            "statement",
            f"{speaker_name(view)}: {one_line(view.statement.exact)}",
        )
        for view in detail.statements
        if view.withdrawn is None
    )
    if len(claims) + len(statements) < 2:
        return None
    title = one_line(detail.event.title)
    return Parting("event", detail.event.id, title, (*claims, *statements), detail.cursor)


def choice_line(choice: Choice, chosen: bool, width: int) -> Line:
    """``[x] claim   Norway offered ...``."""
    front = piece(f" {'[x]' if chosen else '[ ]'} ", "key" if chosen else "dim")
    word = pad((piece(cut(choice.word, WORD_CELLS - 1), "dim"),), WORD_CELLS)
    return (front, *word, piece(cut(choice.text, max(4, width - WORD_CELLS - 6))))


class SplitScreen(FormScreen[str | None]):
    """The form over the dimmed dashboard; gives a line that says what was done."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../styles/modals.tcss", "../styles/lists.tcss"]
    SCOPE = "split"
    BINDINGS = bindings_for("split")
    AUTO_FOCUS = "LineField"

    def __init__(self, parting: Parting, lanes: Lanes) -> None:
        super().__init__()
        self.parting = parting
        self.lanes = lanes
        self.chosen: set[str] = set()
        hint = "title of the new event; empty: as the old one"
        if parting.kind == "claim":
            hint = "the new claim: a sentence that can be affirmed or denied"
        self.field = LineField(id="split-name", placeholder=hint)
        self.list = RowList(id="split-list")
        self.trouble = Static("", id="trouble", markup=False)
        self._writing = False

    def compose(self) -> ComposeResult:
        """What is parted, the new name, what goes, what is wrong."""
        with Vertical(id="split") as form:
            form.border_title = Content(f"Part the {self.parting.kind}: what goes into a new one")
            form.border_subtitle = Content(
                keyed(self, "tab list, enter chooses, {split.save} parts, {split.leave} leaves")
            )
            yield Static(Content(self.parting.title), id="about")
            yield self.field
            yield self.list
            yield self.trouble

    def on_mount(self) -> None:
        """Show the choices."""
        super().on_mount()
        self.field.cursor_blink = False
        self._show()

    def insert_text(self, text: str) -> None:
        """Put text into the field."""
        if text:
            self.field.insert_text_at_cursor(text)

    def take_key(self, event: Key) -> None:
        """Letters belong to the field, unless the list has the focus: there they move the cursor."""
        if self.focused is not self.list:
            super().take_key(event)

    def _show(self) -> None:
        def lines(width: int, choice: Choice) -> list[Line]:
            return [choice_line(choice, choice.reference in self.chosen, width)]

        rows = [Row(one.reference, 1, partial(lines, choice=one)) for one in self.parting.choices]
        self.list.show(rows, "There is nothing that could go.")

    @on(RowList.Opened)
    def _turned(self, message: RowList.Opened) -> None:
        self.chosen ^= {message.row.key}
        self.trouble.update("")
        self._show()

    @on(Input.Submitted)
    def _named(self) -> None:
        self.set_focus(self.list)

    def action_save(self) -> None:
        """Part it."""
        chosen = [one.reference for one in self.parting.choices if one.reference in self.chosen]
        name = one_line(self.field.value)
        trouble = self.parting.trouble(name, chosen)
        if trouble is not None:
            self.trouble.update(Content(trouble))
        elif not self._writing:
            self._writing = True
            start(self, partial(self._save, partial(self.parting.write, name=name, chosen=chosen)), "write")

    async def _save(self, job: "Callable[[Store], str]") -> None:
        try:
            self.dismiss(keyed(self, await self.lanes.writer.run(job)))
        except DiplotuiError as error:
            self.trouble.update(Content(one_line(str(error))))
        finally:
            self._writing = False

    def action_leave(self) -> None:
        """Close; nothing is parted."""
        self.dismiss(None)


def show_split(board: "MainScreen") -> None:
    """Part the claim under the cursor, else the event shown."""
    parting = parting_of(board.marked(), board.statement.detail)
    if parting is None:
        board.hints.say("there is nothing to part: it holds one matter only")
    else:
        screen = SplitScreen(parting, board.lanes)
        board.app.push_screen(screen, lambda said: board.hints.say(said) if said else None)
