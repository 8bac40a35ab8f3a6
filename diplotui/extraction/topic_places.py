"""The topics of passages of a text, each by what stands in it and around it."""

from collections.abc import Sequence

from diplotui.extraction.layout import read_layout
from diplotui.extraction.spans import Block, Layout
from diplotui.extraction.topics import TopicFinder
from diplotui.model import Topic

Span = tuple[int, int]


class TopicPlaces:
    """A text with its layout, ready to be asked for the topic of any passage."""

    def __init__(self, text: str, layout: Layout, topics: Sequence[Topic]) -> None:
        self._finder = TopicFinder(text, topics, layout.headings)
        self._blocks = {block.index: (block.start, block.end) for block in layout.blocks}
        self._sections = _sections(layout.blocks)
        self._leads: dict[int, Span] = {}
        for block in layout.blocks:
            self._leads.setdefault(block.section, (block.start, block.end))

    def topic_of(self, passage: Span, block: int, section: int) -> str:
        """The id of the topic of a passage in a numbered block and section, or ``other``."""
        return self._finder.topic_of(
            passage,
            self._blocks.get(block, passage),
            self._sections.get(section, passage),
            self._leads.get(section, passage),
        )


def passage_topics(text: str, passages: Sequence[Span], topics: Sequence[Topic]) -> list[str]:
    """The topic of each passage of a text, ``other`` where none fits."""
    layout = read_layout(text)
    places = TopicPlaces(text, layout, topics)
    found = []
    for start, end in passages:
        home = next((one for one in layout.blocks if one.start < end and start < one.end), None)
        block, section = (-1, -1) if home is None else (home.index, home.section)
        found.append(places.topic_of((start, end), block, section))
    return found


def _sections(blocks: Sequence[Block]) -> dict[int, Span]:
    spans: dict[int, Span] = {}
    for block in blocks:
        start, end = spans.get(block.section, (block.start, block.end))
        spans[block.section] = (min(start, block.start), max(end, block.end))
    return spans
