"""What comes in by file: read, or refused in one line that says what to do."""

from datetime import date
from pathlib import Path

import pytest

from diplotui.errors import InputError
from diplotui.sources.files import decode, incoming_text, parse_day, read_file, texts_of

REFUSED = [
    # (bytes, words of the one line)
    (b"", "is empty"),
    (b" \n\t ", "is empty"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
    ("Minister denies report".encode("utf-16"), "UTF-16"),
    (b"The minister said \xe9 was", "not valid UTF-8 (byte 18, line 1)"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=r"^wire\.txt: ") as refusal:
        decode(data, "wire.txt")
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_file(tmp_path)


@pytest.mark.parametrize("words", ["16-02-2024", "yesterday", "2024-02-30", "20240216", ""])
def test_only_iso_days_are_taken(words: str) -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        parse_day(words, "--published")
    assert parse_day("2024-02-16", "--published") == date(2024, 2, 16)


def test_jsonl_gives_a_text_a_line_and_its_own_words_win() -> None:
    data = b'{"text": "One.", "published": "2020-01-02"}\n\n{"text": "Two.", "publisher": "Own Wire"}\n'
    first, second = texts_of(data, "many.jsonl", ".jsonl", publisher="Wire", published=date(2021, 1, 1))
    assert (first.text, first.published, first.publisher) == ("One.", date(2020, 1, 2), "Wire")
    assert (second.text, second.published, second.publisher) == ("Two.", date(2021, 1, 1), "Own Wire")


def test_one_bad_line_refuses_the_whole_file() -> None:
    with pytest.raises(InputError, match="line 2: is not JSON"):
        texts_of(b'{"text": "One."}\n{oops\n', "many.jsonl", ".jsonl")
    with pytest.raises(InputError, match='line 1: has no "text"'):
        texts_of(b'["One."]\n', "many.jsonl", ".jsonl")


def test_escapes_in_text_and_title_stop_at_the_border() -> None:
    incoming = incoming_text("Talks \x1b[31mhalted\x1b[0m.", "x.txt", title="\x1b]0;own\x07Talks")
    assert (incoming.text, incoming.title, incoming.removed_characters) == ("Talks halted.", "Talks", 9)
    with pytest.raises(InputError, match="no readable text"):
        incoming_text("\u200b\x1b[0m\n", "x.txt")
