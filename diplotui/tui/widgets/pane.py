"""What the four panes share: a numbered frame that shows the focus, and the record under the cursor."""

from dataclasses import dataclass

from textual.content import Content

from diplotui.tui.widgets.line_view import LineView


@dataclass(frozen=True, slots=True)
class Marked:
    """The record under the cursor, as notes, decisions, copying and opening need it."""

    reference: str
    """``kind/id``."""
    title: str
    """What it is, in one line."""
    copy: str
    """What ``y`` puts on the clipboard."""
    url: str | None = None

    @property
    def kind(self) -> str:
        """``event``, ``statement`` or ``claim``."""
        return self.reference.partition("/")[0]


class Pane(LineView, can_focus=True):
    """A line view in a frame with a number and a name."""

    NUMBER = 0
    NAME = ""

    def on_mount(self) -> None:
        """Write the frame's title."""
        self.entitle()

    def entitle(self, more: str = "", foot: str = "") -> None:
        """Set the frame's title (``more`` after the name) and what stands in its lower edge."""
        self.border_title = Content(f"{self.NUMBER} {self.NAME}" + (f"  {more}" if more else ""))
        self.border_subtitle = Content(foot)

    def marked(self) -> Marked | None:
        """The record under the cursor, None where there is none."""
        return None
