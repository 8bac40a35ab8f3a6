"""Topics by their words near a passage."""

import pytest

from diplotui.extraction.topics import TopicFinder, starter_topics, topic_of_line
from diplotui.model import OTHER_TOPIC, Topic


def test_the_starter_topics_are_the_five_of_the_contract() -> None:
    assert [topic.id for topic in starter_topics()] == [
        "ceasefire",
        "aid-bill",
        "prisoners",
        "security-pacts",
        "drones",
    ]
    assert all(topic.words for topic in starter_topics())


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("Sudan's generals agreed to a week-long truce.", "ceasefire"),
        ("Nobody knows when the armistice talks will resume.", "ceasefire"),
        ("The chamber voted on the supplemental.", "aid-bill"),
        ("Twelve hostages came home in the swap.", "prisoners"),
        ("Japan and Australia concluded a defence pact.", "security-pacts"),
        ("An unmanned aircraft fell into the lagoon.", "drones"),
        ("Wheat rose by three per cent.", OTHER_TOPIC),
    ],
)
def test_a_line_goes_to_the_topic_of_its_words(line: str, topic: str) -> None:
    assert topic_of_line(line) == topic


def test_what_stands_around_decides_where_the_passage_is_silent() -> None:
    text = "Two captives were exchanged for nine prisoners of war. It took three hours."
    finder = TopicFinder(text, starter_topics())
    silent = (text.index("It took"), len(text))
    whole = (0, len(text))
    assert finder.topic_of(silent, whole, whole) == "prisoners"
    assert finder.topic_of(silent, silent, silent) == OTHER_TOPIC


def test_the_passage_outweighs_its_surroundings() -> None:
    text = "The ceasefire talks went on. A drone was shot down."
    finder = TopicFinder(text, starter_topics())
    drone = (text.index("A drone"), len(text))
    assert finder.topic_of(drone, (0, len(text)), (0, len(text))) == "drones"


def test_topics_of_ones_own_take_the_place_of_the_starter_topics() -> None:
    mine = (Topic("water", "Water", ("dam", "reservoir filling")),)
    assert topic_of_line("The reservoir filling began.", mine) == "water"
    assert topic_of_line("A ceasefire began.", mine) == OTHER_TOPIC
