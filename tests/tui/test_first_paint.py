"""The first rows are painted where the dashboard will show them, and the terminal is left as it was."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from dataclasses import replace
from pathlib import Path

import pytest

from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.first_paint import painted, timeline_frame
from diplotui.tui.view import View, read_start
from tests.builders import filing
from tests.tui.looking import NOW, ready, screen_text

_PUT = re.compile(r"\x1b\[(\d+);(\d+)H([^\x1b]*)")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "north.db"
    with open_store(path) as store:
        store.file(filing())
    return path


def grid(text: str, width: int, height: int) -> list[str]:
    """What a terminal shows after ``text``."""
    cells = [[" "] * width for _ in range(height)]
    for top, left, words in _PUT.findall(text):
        for place, letter in enumerate(words):
            cells[int(top) - 1][int(left) - 1 + place] = letter
    return ["".join(row) for row in cells]


@pytest.mark.parametrize("size", [(200, 60), (146, 40), (110, 30), (109, 30), (80, 24), (60, 20), (50, 20)])
async def test_the_timeline_stands_where_it_will_stand(path: Path, size: tuple[int, int]) -> None:
    width, height = size
    with open_store(path) as store:
        view, board = read_start(store)
    frame = timeline_frame(width, height, view)
    assert frame is not None
    ahead = grid(painted(board, view, "north", width, height), width, height)
    app = DashboardApp(lambda: open_store(path, create=False), "north", now=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        shown = screen_text(pilot.app).split("\n")
    columns = slice(frame.left, frame.left + frame.width)
    for line in range(frame.top, frame.top + frame.height - 1):  # the lower edge says how many, later
        assert ahead[line][columns] == shown[line].ljust(width)[columns]


@pytest.mark.parametrize(
    ("width", "view"), [(50, View(pane="statement")), (146, View(pane="topics", zoomed=True))]
)
def test_nothing_is_painted_where_another_pane_comes(path: Path, width: int, view: View) -> None:
    with open_store(path) as store:
        _, board = read_start(store)
    assert painted(board, view, "north", width, 24) == ""


def test_no_control_sequence_of_a_title_is_painted(path: Path) -> None:
    with open_store(path) as store:
        view, board = read_start(store)
    page = board.rows.page
    rows = tuple(replace(row, title="A\x1b]0;gone\x07B\x9b2J") for row in page.rows)
    hostile = replace(board, rows=replace(board.rows, page=replace(page, rows=rows)))
    text = painted(hostile, view, "x\x1b[31my", 146, 40)
    assert "\x9b" not in text and "\x07" not in text
    assert text.count("\x1b") == len(_PUT.findall(text))


def test_a_terminal_gets_its_settings_back(path: Path) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    child = subprocess.Popen(
        [sys.executable, "-m", "diplotui", "--db", str(path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm-256color"},
        close_fds=True,
    )
    read = b""
    end = time.monotonic() + 30
    while child.poll() is None and time.monotonic() < end:
        if select.select([ours], [], [], 0.1)[0]:
            read += os.read(ours, 65536)
        if b"palette" in read or b"move" in read:
            os.write(ours, b"q")
    assert child.wait(10) == 0
    assert termios.tcgetattr(theirs) == before
    assert b"\x1b[?1049h" in read
