"""Addresses of pages whose feed's address is known from their own: channels and accounts of a few services.

Each row is a rule: its id, the host ("*": any), the path, the feed's address made of what matched, an example
and a counter-example. ``SURE`` rows hold for what they match; ``GUESSES`` are tried for a page that names no
feed of its own.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class PageRule:
    """How a page's address becomes that of its feed."""

    id: str
    host: str
    """Pattern of the whole host name, ``www.`` and ``m.`` taken away."""
    path: str
    """Pattern of the whole path; with ``?`` and one parameter, of path and that parameter."""
    feed: str
    """The feed's address; ``{0}`` is what the path's group matched, ``{host}`` the host."""
    example: str
    counter: str


_YOUTUBE = "https://www.youtube.com/feeds/videos.xml"

# fmt: off
SURE: tuple[PageRule, ...] = (
    # id, host, path, feed, example, counter-example
    PageRule("youtube-channel", r"youtube\.com", r"/channel/(UC[\w-]{22})(?:/\w+)?/?",
             _YOUTUBE + "?channel_id={0}",
             "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
             "https://www.youtube.com/channel/UCshort"),
    PageRule("youtube-playlist", r"youtube\.com", r"/playlist\?list=([\w-]{10,60})",
             _YOUTUBE + "?playlist_id={0}",
             "https://www.youtube.com/playlist?list=PLabcdefghijkl",
             "https://www.youtube.com/playlist?list="),
    PageRule("youtube-user", r"youtube\.com", r"/user/([\w.-]+)(?:/\w+)?/?",
             _YOUTUBE + "?user={0}",
             "https://m.youtube.com/user/someministry/videos",
             "https://www.youtube.com/watch?v=abc"),
    PageRule("bluesky-account", r"bsky\.app", r"/profile/([\w.:-]+)/?",
             "https://bsky.app/profile/{0}/rss",
             "https://bsky.app/profile/ministry.example",
             "https://bsky.app/profile/ministry.example/post/1"),
)
GUESSES: tuple[PageRule, ...] = (
    PageRule("mastodon-account", r"(?!youtube\.com$|tiktok\.com$|medium\.com$).+", r"/@([\w.]+)/?",
             "https://{host}/@{0}.rss",
             "https://social.example/@spokesperson",
             "https://social.example/@spokesperson/111"),
    PageRule("mastodon-user", r".+", r"/users/([\w.]+)/?",
             "https://{host}/users/{0}.rss",
             "https://social.example/users/spokesperson",
             "https://social.example/users/spokesperson/statuses"),
)
# fmt: on


def feed_address(url: str, rules: tuple[PageRule, ...] = SURE) -> str | None:
    """The feed's address that a rule makes of a page's, or None."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    plain = re.sub(r"^(?:www|m)\.", "", host)
    listed = parse_qs(parts.query).get("list", [""])[0]
    path = f"{parts.path}?list={listed}" if listed and parts.path == "/playlist" else parts.path
    for rule in rules:
        found = re.fullmatch(rule.path, path)
        if found and re.fullmatch(rule.host, plain):
            netloc = host if parts.port is None else f"{host}:{parts.port}"
            made = rule.feed.format(found[1], host=netloc)
            return made.replace("https:", f"{parts.scheme}:", 1) if "{host}" in rule.feed else made
    return None


__all__ = ["GUESSES", "SURE", "PageRule", "feed_address"]
