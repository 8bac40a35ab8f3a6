"""What every screen over another one shares: it is left once, whatever is pressed meanwhile."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class AnsweringScreen(Screen[Answer]):
    """A screen that gives an answer and goes.

    Textual takes the topmost screen away when any is dismissed. A second Escape that was on its way, or
    a save that ends after one left, must not take away what lies below or above.
    """

    _answered = False
    _waiting: tuple[Answer | None] | None = None

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer and go, once; below another screen, as soon as that one is gone."""
        if self._answered:
            return AwaitComplete()
        if not self.is_active:
            self._waiting = (result,)
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)

    def on_screen_resume(self) -> None:
        """Go, where an answer was given while another screen lay above."""
        if self._waiting is not None:
            (answer,) = self._waiting
            self.dismiss(answer)
