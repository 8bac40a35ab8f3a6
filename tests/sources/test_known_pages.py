"""Pages of channels and accounts: the feed's address from the page's own."""

import pytest

from diplotui.errors import DiplotuiError
from diplotui.fetching.adding import look
from diplotui.sources.addresses import is_web_url
from diplotui.sources.known_pages import GUESSES, SURE, PageRule, feed_address
from tests.sources.server import Server, answer
from tests.sources.test_fetching import FEED

RULES = [*((rule, SURE) for rule in SURE), *((rule, GUESSES) for rule in GUESSES)]


@pytest.mark.parametrize(("rule", "table"), RULES, ids=[rule.id for rule, _ in RULES])
def test_each_rule_has_an_example_and_a_counter_example(rule: PageRule, table: tuple[PageRule, ...]) -> None:
    found = feed_address(rule.example, (rule,))
    assert found is not None and found != rule.example and is_web_url(found)
    assert feed_address(rule.example, table) == found
    assert feed_address(rule.counter, table) is None


def test_other_services_with_an_at_are_not_taken_for_mastodon() -> None:
    for url in ("https://www.youtube.com/@ministry", "https://medium.com/@someone", "https://tiktok.com/@x"):
        assert feed_address(url, GUESSES) is None
    assert feed_address("http://m.example:8080/@who", GUESSES) == "http://m.example:8080/@who.rss"


def test_an_account_whose_page_names_no_feed_is_guessed_and_looked_at(server: Server) -> None:
    server.routes |= {
        "/@envoy": answer("<html><body>toots</body></html>", Content_Type="text/html"),
        "/@envoy.rss": answer(FEED),
        "/@other": answer("<html></html>", Content_Type="text/html"),
        "/@other.rss": answer("<html>log in</html>", Content_Type="text/html"),
    }
    found = look(server.url("/@envoy"), allow_private=True, gap=0.0)
    assert [(link.url, link.title) for link in found.feeds] == [(server.url("/@envoy.rss"), "Wire")]
    with pytest.raises(DiplotuiError, match="names no feed"):
        look(server.url("/@other"), allow_private=True, gap=0.0)
