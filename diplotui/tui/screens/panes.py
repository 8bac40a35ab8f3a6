"""The frame of the main screen: two bars, four panes, and which of them is in sight and has the focus."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import DescendantFocus
from textual.screen import Screen

from diplotui.tui.command import DENIALS, EVERYWHERE, PANES, STATEMENT, TIMELINE, TOPICS
from diplotui.tui.commands import bindings_for, commands_for
from diplotui.tui.widgets.bars import HintBar, TopBar
from diplotui.tui.widgets.denials import Denials
from diplotui.tui.widgets.pane import Marked, Pane
from diplotui.tui.widgets.statement import Statement
from diplotui.tui.widgets.timeline import Timeline
from diplotui.tui.widgets.topics import Topics

RIGHT = (STATEMENT, DENIALS)
SHOWN, ZOOMED = "-shown", "-zoomed"


class PaneScreen(Screen[None]):
    """Four panes beside each other, two on a narrow terminal, one on a very narrow one or when zoomed."""

    BINDINGS = bindings_for(EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [
        (0, "-one"),
        (60, "-two"),
        (110, "-wide"),
        (180, "-widest"),
    ]
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.current = TIMELINE
        """The pane that has the focus."""
        self.right = DENIALS
        """Which pane on the right is in sight where there is room for one."""
        self.topics = Topics(id=TOPICS)
        self.timeline = Timeline(id=TIMELINE)
        self.statement = Statement(id=STATEMENT)
        self.denials = Denials(id=DENIALS)
        self.top_bar = TopBar(id="top-bar")
        self.hints = HintBar(id="hints")

    def compose(self) -> ComposeResult:
        """The bars and the panes; a *place* is what the body's grid arranges."""
        yield self.top_bar
        with Container(id="body"):
            yield self.topics.add_class("place")
            yield self.timeline.add_class("place")
            with Vertical(id="right", classes="place"):
                yield self.statement
                yield self.denials
        yield self.hints

    def on_mount(self) -> None:
        """Show the frame before anything is read."""
        self.go_to(self.current)

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, Pane) and event.widget.id:
            if event.widget.id != self.current:
                self.leave()
            self._take(event.widget.id)

    def leave(self) -> None:
        """One goes elsewhere; overridden by whoever remembers where one was."""

    def pane(self, name: str) -> Pane:
        """The pane of this name."""
        panes: dict[str, Pane] = {
            TOPICS: self.topics,
            TIMELINE: self.timeline,
            STATEMENT: self.statement,
            DENIALS: self.denials,
        }
        return panes[name]

    def go_to(self, name: str) -> None:
        """Bring a pane into sight and give it the focus."""
        self._take(name)
        self.set_focus(self.pane(name), scroll_visible=False)  # at once: the next key is meant for it

    def _take(self, name: str) -> None:
        """Note which pane is the present one, for what is in sight and for the hints."""
        self.current = name
        if name in RIGHT:
            self.right = name
        self.topics.set_class(name == TOPICS, SHOWN)
        self.timeline.set_class(name == TIMELINE, SHOWN)
        self.query_one("#right").set_class(name in RIGHT, SHOWN)
        self.statement.set_class(self.right == STATEMENT, SHOWN)
        self.denials.set_class(self.right == DENIALS, SHOWN)
        self.hints.show(commands_for(name))

    def in_sight(self, name: str) -> bool:
        """Whether a pane is on the screen now."""
        return self.pane(name).display and self.pane(name).region.area > 0

    def marked(self) -> Marked | None:
        """The record under the cursor of the present pane; from the topics, the marked event."""
        pane = self.timeline if self.current == TOPICS else self.pane(self.current)
        return pane.marked()

    def action_go_to(self, name: str) -> None:
        """Go to the pane of this name."""
        self.go_to(name)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self.go_to(PANES[(PANES.index(self.current) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self.go_to(PANES[PANES.index(self.current) - 1])

    def action_zoom(self) -> None:
        """Show the present pane alone, or all again."""
        self.toggle_class(ZOOMED)
        self.go_to(self.current)

    def action_back(self) -> None:
        """Out of zoom, else back to the timeline."""
        if self.has_class(ZOOMED):
            self.action_zoom()
        elif self.current != TIMELINE:
            self.go_to(TIMELINE)
