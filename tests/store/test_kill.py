"""Killed at any instant, a writer loses nothing it acknowledged and leaves nothing torn.

The control acknowledges before it commits: the same test must then find losses.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplotui.model import TimelineFilter
from diplotui.store import open_store
from tests.store.test_faults import problems, story

ROOT = Path(__file__).resolve().parents[2]

KILLS = 40
"""Writers that are killed; about five seconds."""

NURSERY = """
import json, os, sys
from diplotui.store import open_store
from tests.store.test_faults import story

def write(path, said, first, early):
    acknowledge = os.open(said, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    with open_store(path) as store:
        for number in range(first, first + 10_000):
            filing = story(str(number), f"Text number {number} of many. " * 20)
            if early:
                os.write(acknowledge, b"%d " % number)
            store.file(filing)
            if not early:
                os.write(acknowledge, b"%d " % number)

for line in sys.stdin:
    order = json.loads(line)
    child = os.fork()
    if child == 0:
        write(*order)
        os._exit(0)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""
"""Bears writers by forking, which is quicker than starting Python for each; they acknowledge in a file."""


@pytest.fixture
def nursery() -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", NURSERY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    yield process
    process.communicate()


def acknowledged(
    nursery: subprocess.Popen[str], path: Path, first: int, chance: random.Random, *, early: bool = False
) -> list[int]:
    """Start a writer, kill it after a moment, and return what it said it had written."""
    assert nursery.stdin is not None and nursery.stdout is not None
    said = path.with_name(f"said{first}")
    nursery.stdin.write(json.dumps([str(path), str(said), first, early]) + "\n")
    nursery.stdin.flush()
    writer = int(nursery.stdout.readline())
    while not (said.exists() and said.stat().st_size):
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.03))
    os.kill(writer, signal.SIGKILL)
    assert nursery.stdout.readline() == "gone\n"
    return [int(number) for number in said.read_text().split(" ")[:-1]]


def lost_after_kills(nursery: subprocess.Popen[str], path: Path, kills: int, *, early: bool) -> int:
    """How many acknowledged stories were not there after a kill, over many kills."""
    chance = random.Random(11)
    promised: set[str] = set()
    lost = 0
    for turn in range(kills):
        said = acknowledged(nursery, path, turn * 10_000, chance, early=early)
        promised |= {f"e{number}" for number in said}
        with open_store(path) as store:
            there = {row.id for row in store.timeline(TimelineFilter(), limit=100_000).rows}
            whole = store.everything()
            assert len(whole.events) == len(whole.claims) == len(whole.stances) == len(there)
            assert problems(store) == []
        lost += len(promised - there)
        promised &= there
    return lost


@pytest.mark.slow
def test_nothing_acknowledged_is_lost(nursery: subprocess.Popen[str], path: Path) -> None:
    assert lost_after_kills(nursery, path, KILLS, early=False) == 0


@pytest.mark.slow
def test_the_test_finds_a_writer_that_promises_too_early(nursery: subprocess.Popen[str], path: Path) -> None:
    assert lost_after_kills(nursery, path, KILLS // 2, early=True) > 0


def test_a_killed_writers_last_story_can_be_filed_again(nursery: subprocess.Popen[str], path: Path) -> None:
    """A kill may leave a commit that nobody acknowledged: filing it again must be harmless."""
    last = acknowledged(nursery, path, 0, random.Random(7))[-1]
    with open_store(path) as store:
        for number in (last, last + 1):
            store.file(story(str(number), f"Text number {number} of many. " * 20))
        rows = store.timeline(TimelineFilter(), limit=100_000).rows
        assert len(rows) == last + 2
        assert problems(store) == []
