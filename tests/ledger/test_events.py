"""Which statements make one event, and what stands over it."""

from datetime import date, timedelta

import pytest

from diplotui.ledger.event_heading import (
    LONGEST_TITLE,
    date_of,
    passages_of,
    shortened,
    spanning,
    title_of,
)
from diplotui.ledger.event_kinds import kind_of
from diplotui.ledger.events import group_statements, stored_event
from diplotui.ledger.matching import Candidate, Matcher
from diplotui.model import Act, ActorKind, Basis, Certainty, Claim, DateBounds, EventKind, Stance
from tests.ledger.made import AGENCY, DAY, FORMS, Text, source

PERU = source("Luis Vega", party="PE", speaks_for=True)
ECUADOR = source("Ana Ruiz", party="EC", speaks_for=True)
ANALYST = source("Carmen Soto")


def groups(text: Text) -> list[list[int]]:
    return [list(group) for group in group_statements(text.statements, FORMS)]


def test_a_shared_actor_carries_an_event_on() -> None:
    text = Text()
    text.says("Ecuador offered Peru a truce.", subjects=("EC", "PE"), actors=("EC", "PE"))
    text.says("Peru turned the offer down.", subjects=("PE",), actors=("PE",))
    assert groups(text) == [[0, 1]]


def test_another_topic_is_another_event() -> None:
    text = Text()
    text.says("Ecuador offered Peru a truce.", actors=("EC", "PE"))
    text.says("Peru bought drones.", topic="drones", actors=("PE",))
    assert groups(text) == [[0], [1]]


def test_another_block_is_another_event() -> None:
    text = Text()
    text.says("Peru passed an aid bill.", topic="aid-bill", actors=("PE",))
    text.says("Peru's minister praised the bill.", topic="aid-bill", actors=("PE",), block=1)
    assert groups(text) == [[0], [1]]


def test_a_stance_binds_across_blocks_and_topics() -> None:
    text = Text()
    text.says("Ecuador offered Peru a truce.", actors=("EC", "PE"))
    text.says(
        "Quito denied it.", by=ECUADOR, parties=("EC",), stance=Stance.DENIES, on=0, block=4, topic="other"
    )
    assert groups(text) == [[0, 1]]


def test_where_no_actor_carries_over_the_block_is_split() -> None:
    text = Text()
    text.says("Ecuador offered Peru a truce.", actors=("EC", "PE"))
    text.says(
        "There is no point in talks, Silva said.",
        by=source("Silva", party="BR"),
        parties=("BR",),
        actors=("BR",),
    )
    text.says("Ecuador repeated the offer.", actors=("EC",))
    assert groups(text) == [[0, 2], [1]]


def test_a_commentator_does_not_act_in_what_he_comments_on() -> None:
    text = Text()
    text.says("Ecuador offered Peru a truce.", actors=("EC", "PE"))
    text.says("Ecuador may want time, Soto argued.", "Ecuador may want time", by=ANALYST, act=Act.ASSESSMENT)
    assert groups(text) == [[0], [1]]


def test_an_outlet_carries_nothing_over() -> None:
    text = Text()
    text.says(
        "Peru will join a league, the agency said.", "Peru will join a league", by=AGENCY, actors=("PE",)
    )
    text.says("Brazil builds ships, the agency said.", "Brazil builds ships", by=AGENCY, actors=("BR",))
    assert groups(text) == [[0], [1]]


def test_more_than_a_week_apart_is_another_event_unless_it_is_pointed_at() -> None:
    text = Text()
    text.says("Ecuador offered Peru a truce.", actors=("EC", "PE"))
    text.says("Ecuador shelled Peru.", actors=("EC", "PE"), said=DAY - timedelta(60))
    text.says("Peru turned the offer down.", actors=("PE",), said=DAY + timedelta(20))
    assert groups(text) == [[0, 2], [1]]


def test_a_report_of_another_year_stays_apart_though_somebody_spoke_on_no_known_day() -> None:
    text = Text()
    text.says("Ecuador offered Peru a truce.", actors=("EC", "PE"))
    text.says("Peru wants peace.", actors=("EC", "PE"), said=None)
    text.says("Ecuador had hinted at peace.", actors=("EC", "PE"), said=DAY - timedelta(90))
    assert groups(text) == [[0, 1], [2]]


def test_what_has_no_topic_goes_with_its_neighbours() -> None:
    text = Text()
    text.says("Ecuador offered Peru a truce.", actors=("EC", "PE"))
    text.says("Peru waited.", topic="other", actors=("PE",))
    assert groups(text) == [[0, 1]]


def candidate(text: str, *, topic: str = "ceasefire", day: date = DAY) -> Candidate:
    return Candidate(Claim("c1", "e1", text), topic, ("EC", "PE"), (text,), day, day)


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (candidate("Ecuador offered a truce to Peru for the holidays."), "e1"),
        (candidate("Ecuador offered a truce.", day=DAY - timedelta(40)), None),
        (candidate("Ecuador offered a truce.", topic="drones"), None),
        (candidate("Ecuador bought warships abroad."), None),
        (candidate("Brazil offered a truce to all."), None),
    ],
)
def test_a_group_joins_a_stored_event_only_when_it_is_sure(stored: Candidate, expected: str | None) -> None:
    text = Text()
    text.says("Ecuador has offered Peru a truce over the border.", actors=("EC", "PE"))
    assert stored_event(text.statements, Matcher([stored], FORMS), FORMS) == expected


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"by": PERU, "parties": ("PE",), "act": Act.ANNOUNCEMENT, "planned": True}, EventKind.PLANNED),
        ({"planned": True}, EventKind.PENDING),
        ({"by": PERU, "parties": ("PE",), "act": Act.DEMAND}, EventKind.POSITION),
        ({"by": ANALYST, "act": Act.ASSESSMENT}, EventKind.COMMENTARY),
        ({"by": AGENCY, "certainty": Certainty.REPORTED}, EventKind.ALLEGED),
        ({"by": PERU, "parties": ("PE",), "act": Act.ACCUSATION}, EventKind.ALLEGED),
        ({"basis": Basis.UNATTRIBUTED}, EventKind.ALLEGED),
        ({"act": Act.VOTE}, EventKind.HAPPENED),
        ({"by": ECUADOR, "parties": ("EC",), "content": "There is no point in talks"}, EventKind.POSITION),
        ({"by": ECUADOR, "parties": ("EC",), "content": "Ecuador freed him"}, EventKind.HAPPENED),
    ],
)
def test_kind_follows_act_basis_and_time(said: dict[str, object], kind: EventKind) -> None:
    text = Text()
    text.says("Peru passed the law.", **said)  # type: ignore[arg-type]
    assert kind_of(text.statements[0], FORMS) is kind


@pytest.mark.parametrize(
    ("said", "stance", "title"),
    [
        ({"content": "the Senate passed the bill."}, Stance.ASSERTS, "The Senate passed the bill"),
        (
            {"content": "There was an offer", "by": PERU, "act": Act.DENIAL},
            Stance.DENIES,
            "Luis Vega denies that there was an offer",
        ),
        (
            {"content": "Peru freed him", "by": PERU, "act": Act.NO_COMMENT},
            Stance.DECLINES,
            "Luis Vega declines to comment: Peru freed him",
        ),
        (
            {"content": "Any part in the raid", "by": PERU, "act": Act.DENIAL},
            Stance.DENIES,
            "Luis Vega denies any part in the raid",
        ),
        ({"content": "the charges", "by": PERU, "act": Act.DENIAL}, None, "Luis Vega denies the charges"),
        (
            {"content": "The siege must end", "by": PERU, "act": Act.DEMAND},
            Stance.ASSERTS,
            "Luis Vega: the siege must end",
        ),
        (
            {"content": "the report", "parties": ("PE", "EC"), "act": Act.DENIAL},
            None,
            "Peru and Ecuador deny the report",
        ),
    ],
)
def test_a_title_is_the_claim_or_what_is_done_to_it(
    said: dict[str, object], stance: Stance | None, title: str
) -> None:
    text = Text()
    text.says("Something was said.", **said)  # type: ignore[arg-type]
    assert title_of(text.statements[0], stance, FORMS) == title


def test_a_long_title_is_cut_where_a_clause_begins_or_between_words() -> None:
    clause = "The committee that oversees the border agreed on a plan for the river, which " + "runs on " * 10
    assert shortened(clause) == "The committee that oversees the border agreed on a plan for the river"
    assert len(shortened("word " * 60)) <= LONGEST_TITLE
    assert shortened("word " * 60).endswith("word…")
    assert len(shortened("x" * 300)) == LONGEST_TITLE


def test_date_is_that_of_the_content_else_of_the_saying() -> None:
    text = Text()
    text.says("Peru will vote.", happens=DateBounds.on(DAY + timedelta(5)))
    assert date_of(0, [0], text.statements) == DateBounds.on(DAY + timedelta(5))
    text.says("Peru denied it.", by=PERU, on=0, stance=Stance.DENIES, said=DAY + timedelta(1))
    assert date_of(1, [0, 1], text.statements) == DateBounds.on(DAY + timedelta(1))


def test_an_open_bound_stays_open() -> None:
    bounds = [DateBounds("1995/..", date(1995, 1, 1), None), DateBounds.on(DAY)]
    assert spanning(bounds) == DateBounds("1995-01-01/..", date(1995, 1, 1), None)


def test_neighbouring_passages_are_one() -> None:
    text = Text()
    for sentence in ("Peru waited.", "Ecuador waited.", "Brazil waited."):
        text.says(sentence)
    passages = passages_of(text.document(), [text.statements[0], text.statements[1]])
    assert [passage.exact for passage in passages] == ["Peru waited. Ecuador waited."]
    assert len(passages_of(text.document(), [text.statements[0], text.statements[2]])) == 2


def test_an_unnamed_group_can_carry_an_event_on() -> None:
    officers = source("two officers", ActorKind.ANONYMOUS, "PE")
    text = Text()
    text.says("Ecuador offered Peru a truce, two officers said.", "Ecuador offered Peru a truce", by=officers)
    text.says("Brazil carried it to Quito, the officers said.", "Brazil carried it to Quito", by=officers)
    assert groups(text) == [[0, 1]]
