"""A form of fields whose typed text is kept as a draft and whose meaning is read before it is written."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, Input

from diplotui.errors import DiplotuiError
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.screens.field_rows import FieldRows

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen


class FieldsForm(FieldRows[str | None]):
    """The form over the dimmed screen; gives a line that says what was done.

    A form names its fields with what stands in them at first and a hint, reads them, and writes.
    """

    SCOPE = "fields"
    BINDINGS = bindings_for("fields")
    DRAFT = ""
    """Under which name what was typed is kept."""

    def __init__(self, board: "MainScreen", about: str, fields: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(about, fields)
        self.board = board
        self.lanes = board.lanes
        self._writing = False

    def on_mount(self) -> None:
        """Nothing is wrong yet; a draft comes back."""
        super().on_mount()
        if self.DRAFT:
            start(self, self._read_draft, "read")

    async def _read_draft(self) -> None:
        draft = await self.board.drafts.read(self.DRAFT)
        if self.typed == self.at_first:
            for name, value in draft.items():
                if name in self.fields:
                    self.fields[name].value = one_line(value)

    @property
    def _draft(self) -> dict[str, str]:
        return {} if self.typed == self.at_first else self.typed

    @on(Input.Changed)
    def _something_typed(self) -> None:
        if self.DRAFT and not self._writing:
            self.board.drafts.typed(self, self.DRAFT, lambda: self._draft)

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Read the fields and write what they mean."""
        if not self._writing:
            self._writing = True
            start(self, partial(self._save, self.typed), "write")

    async def _save(self, typed: dict[str, str]) -> None:
        try:
            wrong, job = await self.lanes.reader.run(lambda store: self.read(store, typed))
            self.show_faults(wrong)
            if not wrong and job is not None:
                said = await self.lanes.writer.run(job)
                if self.DRAFT:
                    self.board.drafts.forget(self, self.DRAFT)
                self.dismiss(said)
        except DiplotuiError as error:
            self.show_faults({}, str(error))
        except Exception as error:
            self.log.error(error)
            self.show_faults({}, f"that did not work: {type(error).__name__}: {error}")
        finally:
            self._writing = False

    def read(
        self, store: "Store", typed: Mapping[str, str]
    ) -> "tuple[dict[str, str], Callable[[Store], str] | None]":
        """What is wrong, by field, and what is to be written and then said; in the reader's thread."""
        raise NotImplementedError

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close; what was typed waits for the next time where it is kept."""
        if self.DRAFT:
            self.board.drafts.keep(self, self.DRAFT, self._draft)
        self.dismiss("draft kept; the same key brings it back" if self.DRAFT and self._draft else None)
