"""Markdown as lines: what is marked, and that no text is lost or obeyed."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from diplotui.text import for_screen
from diplotui.tui.lines import cells, plain
from diplotui.tui.widgets.markdown_lines import markdown_lines

NOTE = """# Before the briefing
- [ ] ask who was told
- [x] read the **whole** text
  - a _nested_ item
1. first
> what they said
---
`code` and [a page](https://x.example/a) #truce"""


def roles(text: str, wanted: str) -> set[str]:
    """The roles in which ``wanted`` is shown."""
    return {
        role
        for line in markdown_lines(text, 60)
        for part in line
        if wanted in part.text
        for role in part.roles
    }


def test_blocks_have_their_marks() -> None:
    assert [plain(line) for line in markdown_lines(NOTE, 50)] == [
        "Before the briefing",
        "☐ ask who was told",
        "☑ read the whole text",
        "  • a nested item",
        "1. first",
        "▌ what they said",
        "─" * 50,
        "code and a page (https://x.example/a) #truce",
    ]


def test_emphasis_code_and_tags_have_their_roles() -> None:
    assert roles(NOTE, "whole") == {"strong"}
    assert roles(NOTE, "nested") == {"strong"}
    assert roles(NOTE, "code") == {"bar"}
    assert roles(NOTE, "#truce") == {"key"}
    assert roles(NOTE, "briefing") == {"day"}


def test_what_is_no_markdown_stands_as_it_is() -> None:
    for text in ("2 * 3 * 4", "snake_case_name", "[red]not markup[/red]", "a ** b", "*open", "-5 degrees"):
        assert [plain(line) for line in markdown_lines(text, 60)] == [text]


def test_a_fence_shows_its_text_as_it_is() -> None:
    lines = markdown_lines("```\n# no heading  **x**\n```\nafter", 60)
    assert [plain(line) for line in lines] == ["  # no heading  **x**", "after"]


@given(st.text(max_size=300), st.integers(4, 60))
def test_every_line_fits_and_every_letter_is_there(text: str, width: int) -> None:
    lines = markdown_lines(text, width)
    wide = max((cell_len(one) for one in text), default=1) > 1
    assert all(cells(line) <= width + (1 if wide else 0) + 16 * (width < 18) for line in lines)
    shown = "".join(plain(line) for line in lines)
    letters = re.sub(r"[^a-zA-Z]", "", for_screen(text))
    assert sorted(letters) == sorted(re.sub(r"[^a-zA-Z]", "", shown)) or "```" in text or "~~~" in text
