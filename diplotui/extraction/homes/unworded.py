"""The home of an office whose own words name none: the rules of ``rules.RULES`` in order, first hit wins."""

from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import (
    AIDED,
    AIDES,
    CHIEFS,
    ENVOYS,
    OFFICERS,
    OFFICES,
    OFFICIALS,
    POSTS,
    SPOKES,
)
from diplotui.extraction.homes.search import HomeSearch
from diplotui.extraction.homes.titles import NEEDY, Title
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

Found = tuple[str | None, bool, str]
"""Party, right to speak for it, and the rule that found them."""

_OFFICE_OF = word_set(
    "government president presidential cabinet minister communications press foreign official"
)
"""Words that make an office or a source a state's: the Government Communications Office."""
_SEATED_OFFICIALS = word_set("official officials")
"""In a capital these are its own: In Tashkent, officials declined (a diplomat there is another's)."""
_POSSESSED = (("his",), ("her",), ("its",), ("their",))
_FAR_OFFICES = word_set(
    "junta regime leadership rulers authorities state government ministry police army military presidential cabinet palace foreign defence defense"
)


def kept(source: Source) -> Found:
    """What the phrase by itself gave."""
    return source.party, source.speaks_for, "kept"


def _needs(title: Title, source: Source, phrase: Phrase) -> bool:
    """Whether a state stands behind a title even where its phrase names none."""
    words = " ".join((source.office or "").lower().split() or phrase.words)
    if title.head == "office" and title.words & {"his", "her"}:
        return True
    office = title.head in {"office", "source"} and title.words & _OFFICE_OF
    leads = title.head in CHIEFS and title.words & (OFFICES | AIDED)
    return bool(office or leads or title.head in NEEDY or any(post in words for post in POSTS))


def unworded(search: HomeSearch, first: Phrase, title: Title, source: Source) -> Found:
    """The home that other words of the text than the phrase's own give."""
    if title.head in AIDES and search.aids_ruler(first):
        return _found(search.place_before(first) or search.same_office(first) or search.far(first), "aide")
    if title.head in OFFICERS and source.kind is ActorKind.ANONYMOUS:
        return kept(source)  # the captain of a ship
    needy = _needs(title, source, first)
    whose = search.whose(first)
    if whose is not None and source.kind is ActorKind.PERSON:
        return whose, True, "whose"
    if not needy and title.head not in OFFICIALS | CHIEFS:
        return _untitled(search, first, source)
    apposed = search.apposed(first) or search.speaks_for_place(first)
    if apposed is not None:
        return apposed, True, "apposed"
    close = _close(search, first, title, needy)
    if close is not None:
        return close
    if title.head in OFFICIALS and title.words & OFFICES and not title.plural:
        near = search.near(first)
        if near is not None and near == search.far(first):
            return near, True, "near"
    if not needy:
        return (None, False, "diplomat") if "diplomat" in title.head else kept(source)
    if title.head in SPOKES and not title.words & _FAR_OFFICES:
        before = search.place_before(first) or search.spokes_near(first) or search.titled(first)
        return _found(before, "spokes-near")
    if title.plural:
        return kept(source)
    for rule in (search.place_before, search.same_noun, search.chamber, search.titled):
        party = rule(first)
        if party is not None:
            return party, True, rule.__name__
    if (not title.definite and title.head not in SPOKES) or search.quoted(first):
        return kept(source)
    return _far(search, first, title)


def _untitled(search: HomeSearch, first: Phrase, source: Source) -> Found:
    """Of a bare name: an unnamed office-holder's before it, a post behind it."""
    named = search.named_next(first)
    if named is not None:
        return named, True, "named-next"
    country = search.country_post(first)
    if country is not None:
        return country, True, "possessive"
    bare = source.kind is ActorKind.PERSON and source.office is None and search.leads(first)
    return (None, False, "leads-no-office") if bare else kept(source)


def _close(search: HomeSearch, first: Phrase, title: Title, needy: bool) -> Found | None:
    """The home by the place of speaking, by a possessive, by a body spoken of before; None: look further."""
    behind = None if first.words[:1] in _POSSESSED else search.place_behind(first)
    if behind is not None and (needy or title.head in OFFICIALS):
        return behind, True, "place-behind"
    party, points = search.owner(first)
    if points:
        return party, party is not None and (needy or title.head in CHIEFS | OFFICIALS), "possessive"
    if "'s" in first.words:
        party = search.body_owner(first)
        if party is not None:
            return party, True, "body-owner"
    if title.head in AIDES and title.words & AIDED:
        return _found(search.place_before(first) or search.spokes_near(first), "spokes-near")
    if title.head in ENVOYS:
        posted = search.post_before(first) or search.side_before(first)
        if posted is not None:
            return posted, True, "post-before"
    here = search.place_before(first) if title.head in _SEATED_OFFICIALS else None
    if here is not None:
        return here, True, "place_before"
    inside = search.inside_office(first) if title.head in OFFICIALS else None
    return None if inside is None else (inside, True, "inside-office")


def _far(search: HomeSearch, first: Phrase, title: Title) -> Found:
    found = search.same_office(first)
    if found is None and title.head == "embassy":
        found = search.sender(first)
    elif found is None and (title.head == "negotiator" or title.head not in ENVOYS | {"consulate"}):
        found = search.far(first)
    return _found(found, "far")


def _found(party: str | None, rule: str) -> Found:
    return party, party is not None, rule


__all__ = ["Found", "kept", "unworded"]
