"""What is a tag of a note."""

import pytest

from diplotui.ledger.tagging import hashtags, tags_of, typed_tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("ask about #grain-deal and #Grain-Deal", ("grain-deal",)),
        ("(#truce), #näher", ("truce", "näher")),
        ("# a heading", ()),
        ("point #1, a#b, https://x.example/#top, &#x27;", ()),
        ("`#code` and\n```\n#fenced\n```\n#out", ("out",)),
    ],
)
def test_a_hash_before_a_word_makes_a_tag(text: str, tags: tuple[str, ...]) -> None:
    assert hashtags(text) == tags


def test_a_field_takes_words_with_and_without_a_hash() -> None:
    assert typed_tags(" #Truce, grain  truce # ") == ("truce", "grain")
    assert tags_of("see #truce", "grain, truce") == ("truce", "grain")
