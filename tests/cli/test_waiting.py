"""Long work on the ledger is told of while one waits for it, and only then."""

import io
from pathlib import Path

import pytest

from diplotui.cli.waiting import told_meanwhile
from diplotui.store import derive, open_store
from diplotui.store.progress import heard_by, tell
from tests.builders import filing


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_has_one_line_that_goes_again() -> None:
    out, clock = Terminal(), iter((0.0, 0.0, 2.0, 3.0))
    with told_meanwhile(out, lambda: next(clock)):
        tell("reading: 0 of 9")
        assert out.getvalue() == "", "what is done at once needs no words"
        tell("reading: 4 of 9")
        tell("reading: 8 of 9")
    assert out.getvalue() == "\r\x1b[Kdiplotui: reading: 4 of 9\r\x1b[Kdiplotui: reading: 8 of 9\r\x1b[K"


def test_a_file_has_the_line_once() -> None:
    out, clock = io.StringIO(), iter((0.0, 0.0, 2.0, 3.0))
    with told_meanwhile(out, lambda: next(clock)):
        for done in (0, 4, 8):
            tell(f"reading: {done} of 9")
    assert out.getvalue() == "diplotui: reading: 4 of 9\n"


def test_deriving_many_events_says_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derive, "TOLD", 1)
    heard: list[str] = []
    with open_store(tmp_path / "ledger.db") as store, heard_by(heard.append):
        store.file(filing())
        with heard_by(None):
            store.rebuild()
    assert heard == ["bringing positions, timeline and search up to date: 0 of 1 events"]
