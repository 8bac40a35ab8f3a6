"""How many independent origins stand behind a claim."""

import pytest

from diplotui.ledger.facts import StanceFact
from diplotui.ledger.origins import canonical, count_origins, taken_back, wording
from diplotui.model import Actor, ActorKind, Basis, Coverage, OriginCount, Stance
from tests.ledger.said import ACTORS, said

S = Stance


def counts(*facts: StanceFact, actors: dict[str, Actor] = ACTORS) -> OriginCount:
    return count_origins(facts, actors)


def sources(*chain: str, heads: int | None = None, document: str = "d1") -> StanceFact:
    """An unnamed group speaking through a chain."""
    return said(S.ASSERTS, party=None, chain=chain, basis=Basis.ANONYMOUS, heads=heads, document=document)


def author(publisher: str | None = "herald", document: str = "d1") -> StanceFact:
    """The article's own voice."""
    chain = (publisher,) if publisher else ()
    return said(
        S.ASSERTS, party=None, chain=chain, basis=Basis.AUTHOR, document=document, publisher=publisher
    )


def unattributed(*chain: str, publisher: str | None = "herald") -> StanceFact:
    return said(S.ASSERTS, party=None, chain=chain, basis=Basis.UNATTRIBUTED, publisher=publisher)


def test_a_named_speaker_is_one_named_origin() -> None:
    assert counts(said(S.ASSERTS)) == OriginCount(origins=1, named=1, people=1, documents=1)


def test_retellings_of_one_report_are_one_origin() -> None:
    found = counts(
        sources("wire-sources", "wire", "herald", heads=3),
        sources("wire-sources", "wire", "herald", heads=1),
        sources("wire-sources", "wire", "weekly", document="d2"),
    )
    assert found == OriginCount(origins=1, named=0, people=3, documents=2)


def test_two_outlets_with_their_own_unnamed_sources_are_two_origins() -> None:
    found = counts(sources("wire-sources", "wire", "herald"), sources("herald-sources", "herald"))
    assert found == OriginCount(origins=2, named=0, people=3, documents=1)


def test_an_unnamed_group_counts_as_the_outlet_that_first_relays_it() -> None:
    one = counts(sources("stray-sources", "wire", "herald"), sources("wire-sources", "wire", "herald"))
    assert one.origins == 1
    assert counts(sources("stray-sources")).origins == 1


def test_an_outlet_is_an_origin_but_no_named_source() -> None:
    assert counts(unattributed("wire", "herald")) == OriginCount(1, 0, 0, 1)


def test_what_is_laid_to_an_outlet_counts_in_a_text_without_a_publisher_too() -> None:
    assert counts(unattributed("wire", publisher=None)).origins == 1


def test_reports_say_counts_none() -> None:
    assert counts(unattributed("herald")) == OriginCount(0, 0, 0, 1)
    assert counts(unattributed()) == OriginCount(0, 0, 0, 1)


def test_the_author_counts_only_where_there_is_nothing_else() -> None:
    assert counts(author()).origins == 1
    assert counts(author(), unattributed("herald")).origins == 1
    assert counts(author(), sources("wire-sources", "wire", "herald")).origins == 1
    assert counts(author("weekly", "d2"), said(S.ASSERTS)).origins == 1


def test_a_text_without_a_publisher_is_its_own_origin() -> None:
    assert counts(author(None, "d1"), author(None, "d2")).origins == 2


def test_two_articles_that_state_it_themselves_are_two_origins() -> None:
    assert counts(author("herald", "d1"), author("weekly", "d2")) == OriginCount(2, 0, 0, 2)


def test_a_summary_counts_only_where_a_partys_own_words_are_missing() -> None:
    summed_up = said(
        S.CONFIRMS, chain=("ministry", "herald"), basis=Basis.CHARACTERISED, coverage=Coverage.CHARACTERISED
    )
    assert counts(summed_up) == OriginCount(1, 0, 1, 1)
    assert counts(summed_up, said(S.CONFIRMS)) == OriginCount(1, 1, 1, 1)


@pytest.mark.parametrize("stance", [S.DENIES, S.DECLINES, S.ASKED, S.RETRACTS, S.WALKS_BACK])
def test_only_what_asserts_counts(stance: Stance) -> None:
    assert counts(said(stance)) == OriginCount()


def test_merging_two_groups_lowers_the_count() -> None:
    first = Actor("first", ActorKind.ANONYMOUS, "an official", vouched_by="herald")
    second = Actor("second", ActorKind.ANONYMOUS, "a person close to the talks", vouched_by="weekly")
    facts = (sources("first", "herald"), sources("second", "weekly", document="d2"))
    apart = ACTORS | {"first": first, "second": second}
    merged = apart | {
        "second": Actor("second", ActorKind.ANONYMOUS, "the same", vouched_by="weekly", same_as="first")
    }
    assert counts(*facts, actors=apart).origins == 2
    assert counts(*facts, actors=merged).origins == 1


def test_a_circle_of_mergers_ends() -> None:
    circle = {
        "a": Actor("a", ActorKind.PERSON, "A", same_as="b"),
        "b": Actor("b", ActorKind.PERSON, "B", same_as="a"),
    }
    assert canonical("a", circle) == canonical("b", circle)


def test_taken_back_by_every_origin() -> None:
    told = sources("wire-sources", "wire", "herald")
    own = said(S.ASSERTS, 2)
    outlet_retracts = said(S.RETRACTS, 5, party=None, chain=("wire",), basis=Basis.AUTHOR)
    party_retracts = said(S.RETRACTS, 5, chain=("ministry", "herald"))
    assert taken_back([told], {"c1": [outlet_retracts]}, ACTORS)
    assert not taken_back([told, own], {"c1": [outlet_retracts]}, ACTORS)
    assert taken_back([told, own], {"c1": [outlet_retracts, party_retracts]}, ACTORS)
    assert not taken_back([], {"c1": [outlet_retracts]}, ACTORS)


def test_what_is_said_again_after_its_withdrawal_stands() -> None:
    assert not taken_back([said(S.ASSERTS, 9)], {"c1": [said(S.RETRACTS, 5)]}, ACTORS)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (OriginCount(), "no origin"),
        (OriginCount(1, 0, 3, 1), "1 origin, 3 people, none named"),
        (OriginCount(1, 0, 1, 1), "1 origin, 1 person, none named"),
        (OriginCount(1, 0, 0, 1), "1 origin, none named"),
        (OriginCount(1, 1, 1, 4), "1 origin, 1 named"),
        (OriginCount(2, 0, 4, 1), "2 origins, none named, independence not established"),
        (OriginCount(2, 2, 2, 2), "2 origins, 2 named, independence not established"),
    ],
)
def test_wording(count: OriginCount, words: str) -> None:
    assert wording(count) == words
