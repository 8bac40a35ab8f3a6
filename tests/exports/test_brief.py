"""The brief: a whole one beside its golden file, and what each part of it must keep apart.

``python -m tests.exports.test_brief`` writes the golden file anew; read the difference before you keep it.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from diplotui.exports.markdown import escaped, linked, quoted
from diplotui.exports.outgoing import brief_of
from diplotui.ingest import import_ledger
from diplotui.model import TimelineFilter
from diplotui.store import Store, open_store
from diplotui.text import one_line
from tests.exports.brief_ledger import brief_ledger

GOLDEN = Path(__file__).parent / "golden" / "brief.md"
TODAY = date(2031, 6, 10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "north.db") as opened:
        import_ledger(opened, brief_ledger())
        yield opened


def brief(store: Store, **chosen: object) -> str:
    return brief_of(store, TimelineFilter(**chosen), "North", TODAY)  # type: ignore[arg-type]


def test_the_whole_brief_is_as_the_golden_file_has_it(store: Store) -> None:
    assert brief(store) == GOLDEN.read_text(encoding="utf-8")


def test_on_an_earlier_day_it_says_that_day_and_nothing_later(store: Store) -> None:
    then = brief(store, as_of=date(2031, 6, 3))
    assert "**As it was public on Tue 3 Jun 2031.**" in then
    assert "✗ NO: denies" in then
    assert "patrol boat" not in then


def test_every_footnote_that_is_called_for_is_there_once(store: Store) -> None:
    text = brief(store)
    body = [line for line in text.splitlines() if not line.startswith("[^")]
    notes = [line.partition(":")[0] for line in text.splitlines() if line.startswith("[^")]
    assert notes == [f"[^{number}]" for number in range(1, len(notes) + 1)]
    assert all(any(note in line for line in body) for note in notes)


def test_what_is_planned_stands_apart_from_what_happened(store: Store) -> None:
    happened, planned = brief(store).split("### Planned and pending")
    assert "Talks in Bergen" in planned
    assert "Talks in Bergen" not in happened


def test_changes_before_the_first_day_wanted_are_left_out(store: Store) -> None:
    assert "What changed" in brief(store, since=date(2031, 6, 2))
    assert "What changed" not in brief(store, since=date(2031, 6, 6))


def test_nothing_to_show_is_said(store: Store) -> None:
    assert "Nothing in the ledger fits." in brief(store, party="JP")


def shown(markdown: str) -> str:
    """The characters that a reader of Markdown shows."""
    inline = [
        token for token in MarkdownIt().enable("strikethrough").parse(markdown) if token.type == "inline"
    ]
    children = [child for token in inline for child in token.children or []]
    assert all(child.type in ("text", "text_special") for child in children), [c.type for c in children]
    return "".join(child.content for child in children)


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=40))
def test_no_text_from_outside_becomes_markup(text: str) -> None:
    tokens = MarkdownIt().parse(f"- {escaped(text)}")
    assert {token.type for token in tokens} <= {
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
        "paragraph_open", "paragraph_close", "inline",
    }  # fmt: skip
    assert shown(f"x {escaped(text)}") == f"x {one_line(text)}".strip()


@pytest.mark.parametrize(
    "text",
    ["# heading", "1. item", "12) item", "- item", "+ item", "---", "===", "> quote", "    code", "| a |"],
)
def test_nothing_opens_a_block_at_the_beginning_of_a_line(text: str) -> None:
    assert shown(escaped(text)) == one_line(text)


def test_quotation_marks_are_not_doubled() -> None:
    assert quoted('"to us"') == "“to us”"
    assert quoted("they said “no”") == "“they said “no””"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/><b>", "file:///etc/passwd"])
def test_only_a_plain_web_address_can_be_followed(url: str) -> None:
    assert not linked(url).startswith("<")
    assert linked("https://a.example/b?c=1") == "<https://a.example/b?c=1>"


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "north.db") as fresh:
        import_ledger(fresh, brief_ledger())
        GOLDEN.write_text(brief(fresh), encoding="utf-8")
