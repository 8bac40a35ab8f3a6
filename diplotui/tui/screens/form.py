"""What forms share: what is typed on the way to their field is not lost, and is no command."""

from pathlib import PurePath
from typing import ClassVar, TypeVar

from textual.events import Key
from textual.screen import ModalScreen

from diplotui.tui.screens.answering import AnsweringScreen

Answer = TypeVar("Answer")


class FormScreen(AnsweringScreen[Answer], ModalScreen[Answer]):
    """A form over the dimmed dashboard with one field for text.

    Whoever types fast has sent the first letters before the field has the focus, or even before the form is
    there; the app hands them to ``take_key``, as it does with letters typed beside the field.
    """

    CSS_PATH: ClassVar[str | list[str | PurePath]] = "../styles/modals.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._typed_ahead = ""

    def insert_text(self, text: str) -> None:
        """Put text into the field, at its cursor."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Put into the field what was typed before it was there."""
        self.insert_text(self._typed_ahead)

    def take_key(self, event: Key) -> None:
        """Take a letter that was meant for the field and reached nobody."""
        if event.character and event.is_printable:
            if self.is_mounted:
                self.insert_text(event.character)
            else:
                self._typed_ahead += event.character
            event.prevent_default()
