"""The sample that is shipped: a week of February 2024 in our own words, read like any other texts."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diplotui.ingest import ingest_text
from diplotui.paths import shipped
from diplotui.sources.files import decode, incoming_text, read_file
from diplotui.store import Store

SAMPLE_WORDS = "a sample: week of 12 February 2024, in our own words"
"""What the sample is, in a line."""


@dataclass(frozen=True, slots=True)
class SampleText:
    """One text of the sample, and whether the demo lets it arrive while one looks on."""

    file: Path
    published: date
    publisher: str
    title: str
    live: bool


def sample_texts() -> list[SampleText]:
    """The sample's texts in the order of their days."""
    folder = shipped("sample")
    index = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
    texts = [
        SampleText(
            file=folder / entry["file"],
            published=date.fromisoformat(entry["published"]),
            publisher=entry["publisher"],
            title=entry["title"],
            live=bool(entry.get("live")),
        )
        for entry in index
    ]
    return sorted(texts, key=lambda text: (text.published, text.file.name))


def ingest_sample(store: Store, texts: Iterable[SampleText]) -> None:
    """Run sample texts through the same pipeline as any other text."""
    for text in texts:
        ingest_text(
            store,
            incoming_text(
                decode(read_file(text.file), text.file.name),
                text.file.name,
                published=text.published,
                publisher=text.publisher,
                title=text.title,
            ),
        )
