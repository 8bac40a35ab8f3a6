"""Which entries are new, changed or known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.model.sources import KnownEntry, Rung
from diplotui.sources.identity import canonical_link, entry_hash, sort_entries
from diplotui.sources.parsed import Entry


def entry(
    guid: str | None = "g1", link: str | None = "http://n.example/a", title: str = "A", text: str = "t"
) -> Entry:
    return Entry(guid, link, title, text)


def known(entries: list[Entry] | tuple[Entry, ...], first: int = 1) -> list[KnownEntry]:
    return [
        KnownEntry(number, e.guid, canonical_link(e.link), entry_hash(e), e.title, f"d{number}")
        for number, e in enumerate(entries, first)
    ]


def test_a_first_poll_is_all_new_and_the_same_again_is_not() -> None:
    polled = [entry("g1"), entry("g2", "http://n.example/b", "B")]
    assert len(sort_entries(polled, [], Rung.GUID).new) == 2
    again = sort_entries(polled[::-1], known(polled), Rung.GUID)
    assert (again.new, again.changed, again.same) == ((), (), 2)


def test_a_changed_text_is_a_change_and_other_white_space_is_none() -> None:
    before = known([entry(text="It was true.")])
    assert sort_entries([entry(text="It  was\ntrue.")], before, Rung.GUID).changed == ()
    edited = entry(text="It was not true.")
    assert sort_entries([edited], before, Rung.GUID).changed == ((edited, before[0]),)


def test_guids_that_change_with_every_poll_bring_nothing_new() -> None:
    polled = [entry("g1", title="A"), entry("g2", "http://n.example/b", "B")]
    renamed = [replace(e, guid=f"{e.guid}-2") for e in polled]
    assert sort_entries(renamed, known(polled), Rung.GUID).new == ()
    edited = [replace(e, text="other") for e in renamed]
    assert len(sort_entries(edited, known(polled), Rung.GUID).changed) == 2


def test_a_new_item_at_an_old_address_is_new() -> None:
    """A page that is written anew each day under another guid and title is no edit of yesterday's."""
    assert (
        len(sort_entries([entry("g2", title="Day two", text="x")], known([entry("g1")]), Rung.GUID).new) == 1
    )


def test_one_guid_on_two_items_swallows_neither_and_is_not_trusted_again() -> None:
    polled = [entry("g", "http://n.example/a", "A"), entry("g", "http://n.example/b", "B")]
    poll = sort_entries(polled, [], Rung.GUID)
    assert (poll.rung, len(poll.new)) == (Rung.LINK, 2)
    assert sort_entries(polled[:1], known(polled), poll.rung).rung is Rung.LINK


def test_one_link_on_all_items_leaves_the_hash() -> None:
    polled = [entry(None, "http://n.example/a", str(number)) for number in range(3)]
    poll = sort_entries(polled, [], Rung.LINK)
    assert (poll.rung, len(poll.new)) == (Rung.HASH, 3)


def test_the_same_item_twice_is_one() -> None:
    assert len(sort_entries([entry(), entry()], [], Rung.GUID).new) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://n.example/a?utm_source=rss&id=3", "https://www.n.example/a/?id=3#top", True),
        ("http://n.example/a?id=3", "http://n.example/a?id=4", False),
        ("http://n.example/a?at_medium=RSS", "http://n.example/a", True),
        ("http://N.example/a", "http://n.example/A", False),
    ],
)
def test_links_are_compared_without_what_tracks_readers(one: str, other: str, same: bool) -> None:
    assert (canonical_link(one) == canonical_link(other)) is same


def test_a_whole_site_is_no_link_of_an_item() -> None:
    assert canonical_link("http://n.example/") is None is canonical_link(None)


_entries = st.lists(
    st.builds(
        Entry,
        guid=st.sampled_from([None, "g1", "g2", "g3"]),
        link=st.sampled_from([None, "http://n.example/a", "http://n.example/b", "http://n.example/"]),
        title=st.sampled_from(["", "A", "B"]),
        text=st.sampled_from(["", "t", "u"]),
    ),
    max_size=8,
)


@given(_entries, _entries, st.randoms())
def test_an_unchanged_feed_never_grows_whatever_its_order(
    first: list[Entry], second: list[Entry], chance: object
) -> None:
    """Two polls, the second a different one; then the second again, shuffled, any number of times."""
    rung, book = Rung.GUID, []
    for number, polled in enumerate((first, second, second, second)):
        shuffled = list(polled)
        chance.shuffle(shuffled)  # type: ignore[attr-defined]
        poll = sort_entries(shuffled, book, rung)
        if number == 3:
            assert poll.new == ()
        rung = poll.rung
        changed = {before.number: e for e, before in poll.changed}
        book = [
            replace(b, guid=changed[b.number].guid, link=canonical_link(changed[b.number].link),
                    hash=entry_hash(changed[b.number]), title=changed[b.number].title)
            if b.number in changed else b
            for b in book
        ]  # fmt: skip
        book += known(poll.new, len(book) + 1)
