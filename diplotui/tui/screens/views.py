"""The saved views: searches that a person keeps under a name, listed, renamed, forgotten."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from diplotui.errors import DiplotuiError
from diplotui.model import SavedView
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.lines import Line, cut, piece
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.screens.listing import Listed, ListScreen
from diplotui.tui.widgets.line_field import LineField
from diplotui.tui.widgets.row_list import Row, RowList
from diplotui.words import plural

if TYPE_CHECKING:
    from diplotui.store import Store

NAME_LENGTH = 60
"""Characters of a view's name at most."""


class NameScreen(FormScreen[str | None]):
    """Asks for the name of a view; gives it, or None where it was left."""

    SCOPE = "view-name"
    BINDINGS = bindings_for("view-name")

    def __init__(self, query: str, name: str = "") -> None:
        super().__init__()
        self.query_words = query
        self.field = LineField(name, id="name-field", placeholder="name of this view", max_length=NAME_LENGTH)
        self.trouble = Static("", id="trouble", markup=False)

    def compose(self) -> ComposeResult:
        """The query, and the field for its name."""
        with Vertical(id="view-name") as form:
            form.border_title = Content("Keep this search")
            form.border_subtitle = Content(keyed(self, "enter keeps, {views.leave} leaves"))
            yield Static(Content(one_line(self.query_words)), id="about")
            yield self.field
            yield self.trouble

    def on_mount(self) -> None:
        """Nothing blinks."""
        super().on_mount()
        self.field.cursor_blink = False

    def insert_text(self, text: str) -> None:
        """Put text into the field."""
        if text:
            self.field.insert_text_at_cursor(text)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        name = one_line(self.field.value).strip()
        if name:
            self.dismiss(name)
        else:
            self.trouble.update("Type a name.")

    def action_leave(self) -> None:
        """Close without keeping."""
        self.dismiss(None)


class ViewsScreen(ListScreen):
    """The saved views; Enter narrows the timeline to one."""

    NAME = "Saved views"
    SCOPE = "views"
    BINDINGS = bindings_for("views")
    EMPTY = "No search is kept yet: {search} searches, {search.keep} in it keeps the search under a name."

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes)
        self.views: dict[str, SavedView] = {}

    def listed(self, store: "Store") -> Listed:
        """Read the views."""
        found = store.views()
        self.views = {view.name: view for view in found}
        return [Row(view.name, 2, partial(_view_lines, view)) for view in found], plural(len(found), "view")

    @on(RowList.Opened)
    def _opened(self, message: RowList.Opened) -> None:
        self.dismiss(message.row)

    def action_delete(self) -> None:
        """Forget the view under the cursor."""
        row = self.list.row
        if row is not None:
            start(self, partial(self._delete, row.key), "write")

    async def _delete(self, name: str) -> None:
        said = f"forgotten: {name}; u on the dashboard brings it back"
        await self._change(lambda store: store.delete_view(name), said)

    def action_rename(self) -> None:
        """Give the view under the cursor another name."""
        row = self.list.row
        if row is not None and row.key in self.views:
            screen = NameScreen(self.views[row.key].query, row.key)
            self.app.push_screen(screen, partial(self._renamed, row.key))

    def _renamed(self, name: str, new: str | None) -> None:
        if new is not None and new != name:
            start(self, partial(self._rename, name, new), "write")

    async def _rename(self, name: str, new: str) -> None:
        await self._change(lambda store: store.rename_view(name, new), f"renamed: {new}")

    async def _change(self, job: "Callable[[Store], object]", said: str) -> None:
        try:
            await self.lanes.writer.run(job)
        except DiplotuiError as error:
            self.hints.say(str(error), failed=True)
        else:
            self.hints.say(said)
            self.read_again()


def _view_lines(view: SavedView, width: int) -> list[Line]:
    """The name, and under it the query."""
    return [
        (piece(cut(f" {one_line(view.name)}", width), "strong"),),
        (piece(cut(f"   {one_line(view.query)}", width), "dim"),),
    ]
