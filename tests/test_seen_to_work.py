"""Whole stories through real ingestion: what a claim goes through, who stands behind it, what is kept."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from diplotui.errors import ConflictError
from diplotui.ingest import ensure_topics, ingest_text, reextract
from diplotui.model import (
    Basis,
    ClaimRow,
    ClaimStatus,
    Coverage,
    DateBounds,
    Decision,
    Filing,
    Lookback,
    PositionKind,
    Stance,
    StatusMove,
    TimelineFilter,
)
from diplotui.sample import ingest_sample, sample_texts
from diplotui.sources.files import IncomingText
from diplotui.store import Store, open_store

MONDAY = date(2031, 5, 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


# The sample, one document after the other.


def offer(store: Store) -> ClaimRow:
    """The claim that Russia sounded out the United States on a truce."""
    (found,) = [row for row in store.claims() if "sounded out" in row.claim.text]
    return found


def test_the_offer_is_unanswered_then_declined_then_denied(store: Store) -> None:
    ensure_topics(store)
    told: dict[str, list[StatusMove]] = {}
    stood: dict[str, ClaimRow] = {}
    for text in sample_texts():
        cursor = store.moves_cursor()
        ingest_sample(store, [text])
        told[text.file.name[:2]] = list(store.status_moves(cursor)[0])
        if text.file.name >= "02":
            stood[text.file.name[:2]] = offer(store)
    claim = stood["02"].claim.id
    assert {row.claim.id for row in stood.values()} == {claim}, "every answer reaches the same claim"
    assert stood["02"].status is ClaimStatus.UNADDRESSED
    assert [cell.position for cell in stood["02"].positions] == [PositionKind.NOTHING] * 2
    assert stood["03"].status is ClaimStatus.EVADED
    assert stood["04"].status is ClaimStatus.DENIED
    (declined,) = [move for move in told["03"] if move.claim.id == claim]
    assert declined.exact == "The Kremlin and the White House declined to comment on the report."
    (denied,) = [move for move in told["04"] if move.claim.id == claim]
    assert (denied.was, denied.now) == (ClaimStatus.EVADED, ClaimStatus.DENIED)
    assert denied.party == "RU" and "Peskov" in (denied.exact or "") and "denied" not in (denied.exact or "")
    washington = stood["04"].position("US")
    assert washington is not None and washington.statement is not None
    assert "never made any kind of proposal" in store.statement(washington.statement).statement.exact
    assert offer(store).counts.origins == 1


def test_the_same_steps_are_seen_by_looking_back(store: Store) -> None:
    ensure_topics(store)
    instants = {}
    for text in sample_texts():
        ingest_sample(store, [text])
        instants[text.file.name[:2]] = store.info().recorded
    claim = offer(store).claim.id
    steps = [Lookback(as_recorded=instants[one]) for one in ("02", "03", "04")]
    assert [store.at(back).claim(claim).status for back in steps] == [
        ClaimStatus.UNADDRESSED,
        ClaimStatus.EVADED,
        ClaimStatus.DENIED,
    ]


# One story told by many.

OPENINGS = (
    "Norway offered Iceland a herring quota in secret talks, Reuters reported on Monday, citing two"
    " Norwegian officials.",
    "Iceland was offered a herring quota by Norway in secret talks, Reuters reported on Monday, citing two"
    " Norwegian officials.",
    "Reuters reported on Monday, citing two Norwegian officials, that Norway had offered Iceland a herring"
    " quota in secret talks.",
    "Norway has offered Iceland a herring quota in secret talks, two Norwegian officials told Reuters on"
    " Monday.",
    "In secret talks Norway offered Iceland a quota for herring, according to a Reuters report on Monday"
    " that cited two Norwegian officials.",
)
ENDINGS = (
    "The {0} boats of the western ports stayed in harbour.",
    "Herring prices have risen by {0} per cent in a year.",
    "The fleet of the eastern ports counts {0} vessels.",
)


MINISTER = (
    "Norway's foreign minister Kari Holm said on Monday that Norway had offered Iceland a herring quota."
)


def retold(number: int) -> IncomingText:
    """The story as one outlet tells it, in its own order, with an ending of its own."""
    text = f"{OPENINGS[number % len(OPENINGS)]}\n\n{ENDINGS[number % len(ENDINGS)].format(number + 3)}\n"
    return IncomingText(text, f"story {number}", MONDAY + timedelta(days=number // 20), f"Paper {number}")


def test_fifty_retellings_are_one_event_of_one_origin(store: Store) -> None:
    for number in range(50):
        assert ingest_text(store, retold(number)).added
    (row,) = [row for row in store.claims() if "herring quota" in row.claim.text]
    assert (row.counts.origins, row.counts.named, row.counts.documents) == (1, 0, 50)
    detail = store.event(row.claim.event)
    assert detail.row.documents == 50 and len(detail.claims) == 1
    told = {view.statement.document for view in detail.statements}
    assert len(told) == 50
    assert [one.counts.origins for one in detail.claims] == [1]
    events = [event for event in store.everything().events if "herring quota" in event.title]
    assert [event.id for event in events] == [row.claim.event]


def test_a_second_source_of_its_own_is_a_second_origin(store: Store) -> None:
    for number in range(6):
        ingest_text(store, retold(number))
    text = (
        "Norway's foreign minister Kari Holm said on Monday that Norway had offered Iceland a herring quota."
    )
    ingest_text(store, IncomingText(text, "own", MONDAY, "Paper 99"))
    (row,) = [row for row in store.claims() if "herring quota" in row.claim.text]
    assert (row.counts.origins, row.counts.named, row.counts.documents) == (2, 1, 7)


def test_two_actors_that_are_one_are_counted_once_and_parted_again(store: Store) -> None:
    envoy = "Norwegian ambassador Liv Dahl said on Monday that Norway had offered Iceland a herring quota."
    for number, text in enumerate((MINISTER, envoy)):
        ingest_text(store, IncomingText(text, "own", MONDAY, f"Paper {number}"))
    named = {actor.name: actor.id for actor in store.actors()}
    (row,) = [row for row in store.claims() if "herring quota" in row.claim.text]
    assert row.counts.origins == row.counts.named == 2
    store.merge("actor", named["Kari Holm"], named["Liv Dahl"])
    assert store.claim(row.claim.id).counts.origins == store.claim(row.claim.id).counts.named == 1
    assert store.event(row.claim.event).row.counts.origins == 1
    store.undo()
    assert store.claim(row.claim.id).counts == row.counts


def test_two_events_that_are_one_are_counted_together_and_parted_again(store: Store) -> None:
    other = "Peru's foreign minister said on Monday that a copper levy on Chile would be lifted."
    ingest_text(store, retold(0))
    ingest_text(store, IncomingText(other, "other", MONDAY, "Paper 7"))
    rows = store.timeline(TimelineFilter(topic="other")).rows
    first, second = (row.id for row in rows if row.statements)
    before = (store.event(first), store.event(second))
    store.merge("event", first, second)
    merged = store.event(second)
    assert merged.event.id == first and merged.row.documents == 2
    assert len(merged.claims) == sum(len(one.claims) for one in before)
    store.undo()
    assert store.event(first).row.documents == store.event(second).row.documents == 1
    assert [len(store.event(one).claims) for one in (first, second)] == [len(one.claims) for one in before]


# What a person decided.

STORY = (
    "Norway's foreign ministry said on Monday that it had offered Iceland a herring quota.\n\n"
    "Iceland's foreign minister Jon Palsson denied that any herring quota had been offered.\n\n"
    "Denmark's foreign ministry declined to comment on the herring quota.\n"
)
STORY_TEXT = IncomingText(STORY, "story", MONDAY, "Nordic Wire")


def words(store: Store, part: str) -> tuple[str, str]:
    """The statement whose passage holds these words, and a claim that it speaks of."""
    everything = store.everything()
    (statement,) = [one.id for one in everything.statements if part in one.exact]
    claim = next(one.claim for one in everything.stances if one.statement == statement)
    return statement, claim


def move_stance(store: Store, at: str | None) -> None:
    statement, claim = words(store, "declined")
    with store.together("moved"):
        made = store.new_claim(statement, "A quota was spoken of.", stance=Stance.DECLINES, read_at=at)
        if claim != made.id:
            store.correct_stance(statement, claim, to_claim=made.id, read_at=at)


def part_event(store: Store, at: str | None) -> None:
    statement, _ = words(store, "declined")
    event = next(one.event for one in store.everything().statements if one.id == statement)
    assert event is not None
    store.split_event(event, statements=(statement,), title="Denmark keeps silent", read_at=at)


CORRECTIONS: dict[str, Callable[[Store, str | None], object]] = {
    "accepted": lambda store, at: store.decide(
        f"statement/{words(store, 'denied')[0]}", Decision.ACCEPTED, read_at=at
    ),
    "thrown out": lambda store, at: store.decide_all(
        (f"statement/{words(store, 'denied')[0]}", "stance/" + "/".join(words(store, "denied"))),
        Decision.THROWN_OUT,
        read_at=at,
    ),
    "speaker and party": lambda store, at: store.correct_statement(
        words(store, "denied")[0], speaker=None, party="FO", read_at=at
    ),
    "day": lambda store, at: store.correct_statement(
        words(store, "denied")[0], said=DateBounds.on(MONDAY), read_at=at
    ),
    "basis and office": lambda store, at: store.correct_statement(
        words(store, "denied")[0], basis=Basis.BACKGROUND, office="envoy", read_at=at
    ),
    "topic": lambda store, at: store.correct_statement(words(store, "denied")[0], topic="drones", read_at=at),
    "stance, scope and coverage": lambda store, at: store.correct_stance(
        *words(store, "denied"),
        stance=Stance.PARTLY_DENIES,
        scope="any",
        coverage=Coverage.CHARACTERISED,
        read_at=at,
    ),
    "claim and subjects": lambda store, at: store.correct_claim(
        words(store, "denied")[1], text="A quota was offered.", subjects=("IS", "NO"), read_at=at
    ),
    "stance on another claim": move_stance,
    "event parted": part_event,
}


def kept(store: Store) -> Filing:
    return store.everything()


@pytest.mark.parametrize("name", CORRECTIONS)
def test_a_correction_survives(name: str, path: Path) -> None:
    with open_store(path) as store:
        ensure_topics(store)
        ingest_text(store, STORY_TEXT)
        before = kept(store)
        at = store.cursor()
        CORRECTIONS[name](store, at)
        corrected = kept(store)
        assert corrected != before
        with open_store(path) as other, pytest.raises(ConflictError):  # a second editor, who read it before
            CORRECTIONS[name](other, at)
        assert kept(store) == corrected
        assert not ingest_text(store, STORY_TEXT).added
        assert kept(store) == corrected
        reextract(store)
        assert kept(store) == corrected
    with open_store(path) as store:
        assert kept(store) == corrected
        reextract(store)
        assert kept(store) == corrected
        assert (store.undo() or "").startswith("Undone")
        assert kept(store) == before
