"""From the search and the saved views back to the dashboard: going there, narrowing, keeping."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from diplotui.errors import NotFound
from diplotui.model import Field, Query
from diplotui.query import parse_query
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.keymap import keyed
from diplotui.tui.screens.search import Answer, Keeping, Narrowing, SearchScreen
from diplotui.tui.screens.search_lines import Goal
from diplotui.tui.screens.views import NameScreen, ViewsScreen
from diplotui.tui.widgets.row_list import Row
from diplotui.tui.widgets.window import Ask, Side

if TYPE_CHECKING:
    from diplotui.tui.screens.main import MainScreen


def show_search(board: "MainScreen") -> None:
    """Open the search; on a narrowed timeline with the query that narrows it."""
    present = board.chosen.query
    known = {
        Field.TOPIC: [topic.id for topic in board.topics.topics if topic.id],
        Field.PARTY: sorted({party for row in board.timeline.window.rows for party in row.parties}),
    }
    screen = SearchScreen(
        board.lanes.reader,
        board.clock(),
        board.chosen.back,
        typed=present.typed if present else "",
        known=known,
    )
    board.app.push_screen(screen, partial(_answered, board))


def _answered(board: "MainScreen", answer: Answer | None) -> None:
    if isinstance(answer, Goal):
        start(board, partial(_go, board, answer), "jump", exclusive=True)
    elif isinstance(answer, Narrowing):
        narrow_to(board, answer.query)
    elif isinstance(answer, Keeping):
        keep(board, answer.query)
    elif answer is not None:
        show_views(board)


async def _go(board: "MainScreen", goal: Goal) -> None:
    """Go to an event and to the part of it that was found."""
    if goal.note is not None:
        board.hints.say(f"a note on its own: {one_line(goal.note.excerpt)}")
        return
    if goal.row is None:
        return
    row, part = goal.row, goal.part
    back = board.chosen.back
    with board.told():
        try:
            detail = await board.lanes.reader.run(lambda store: store.at(back).event(row.id))
        except NotFound:
            board.hints.say("this event is not shown any more")
            return
        board.go_to_row(detail.row, past=True)
        board.statement.show(detail, part.id if part is not None and part.kind == "statement" else None)
        board.denials.show(detail)
        if part is None:
            return
        if part.kind == "claim" and board.denials.show_claim(part.id):
            board.go_to("denials")
        elif part.kind == "statement":
            board.go_to("statement")
        elif part.kind == "note":
            board.hints.say(f"a note on this: {part.excerpt}")


def narrow_to(board: "MainScreen", query: Query) -> None:
    """Let the timeline show only what a query finds, of all topics where it names one itself."""
    topic = None if query.of(Field.TOPIC) else board.chosen.topic
    board.topics.take(topic)
    board.timeline.stop_following()
    board.set_filter(replace(board.chosen, topic=topic, query=query), Ask(Side.NEWEST))
    board.go_to("timeline")
    shown = keyed(board, "only what fits; {back} shows all again")
    board.hints.say(one_line(query.hints[0]) if query.hints else shown)


def keep(board: "MainScreen", query: Query) -> None:
    """Ask for a name and keep a query under it."""
    if board.refused_in_the_past():
        return

    def named(name: str | None) -> None:
        if name is not None:
            start(board, partial(_keep, board, name, query.typed.strip()), "write")

    board.app.push_screen(NameScreen(query.typed), named)


async def _keep(board: "MainScreen", name: str, typed: str) -> None:
    with board.told():
        view = await board.lanes.writer.run(lambda store: store.save_view(name, typed))
        board.hints.say(
            f"{keyed(board, 'kept; {views} lists what is kept, {undo} takes it back')}: {view.name}"
        )


def show_views(board: "MainScreen") -> None:
    """Show the saved views; the one chosen narrows the timeline."""
    screen = ViewsScreen(board.lanes)

    def chosen(row: Row | None) -> None:
        if row is not None and row.key in screen.views:
            narrow_to(board, parse_query(screen.views[row.key].query, board.clock()))

    board.app.push_screen(screen, chosen)
