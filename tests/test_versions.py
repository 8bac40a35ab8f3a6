"""A changed page through real ingestion: decisions move along, what is gone stays, the last counts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from diplotui.ingest import ingest_text, reextract
from diplotui.model import (
    ClaimStatus,
    Decision,
    EventDetail,
    Note,
    NoteKind,
    Passage,
    Stance,
    Statement,
    StatementView,
    TimelineFilter,
)
from diplotui.sources.files import IncomingText
from diplotui.store import Store, open_store
from diplotui.tui.widgets.statement_lines import statement_lines

DAY = date(2031, 5, 6)

OPENING = "Norway's foreign ministry said on Monday that it had offered Iceland a herring quota."
DENIAL = "Iceland's foreign minister Jón Palsson denied that any herring quota had been offered."
EVASION = "Denmark's foreign ministry declined to comment on the herring quota."
ADDED = "Norway's ambassador Kari Holm confirmed that the herring quota had been offered."

A = f"{OPENING}\n\n{DENIAL}\n\n{EVASION}\n"
B = f"Herring quota in doubt\n\n{OPENING}\n\n{EVASION}\n\n{ADDED}\n"
"""The denial is gone, a headline and a confirmation are new, and all the offsets have moved."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "ledger.db") as opened:
        yield opened


def version(store: Store, text: str, replaces: str | None = None, published: date = DAY) -> str:
    incoming = IncomingText(text, "page", published, "Nordic Wire", url="https://example.org/quota")
    return ingest_text(store, incoming, replaces=replaces).document_id


def said(store: Store, document: str, words: str) -> Statement:
    """The statement of a document whose passage holds these words."""
    (found,) = [one for one in store.filed_from(document).statements if words in one.exact]
    return found


def event_of(store: Store, document: str, words: str) -> EventDetail:
    one = said(store, document, words)
    assert one.event is not None
    return store.event(one.event)


def shown(detail: EventDetail, words: str) -> list[StatementView]:
    return [view for view in detail.statements if words in view.statement.exact]


def test_what_a_person_decided_moves_along(store: Store) -> None:
    first = version(store, A)
    offer, evasion = said(store, first, "it had offered"), said(store, first, "declined")
    store.correct_statement(offer.id, office="spokesman", party="SE")
    store.decide(f"statement/{evasion.id}", Decision.THROWN_OUT)
    store.add_note(Note("n1", "2031-05-06T09:00:00.000Z", NoteKind.NOTE, f"statement/{offer.id}", "Call."))
    second = version(store, B, first)
    offer2, evasion2 = said(store, second, "it had offered"), said(store, second, "declined")
    assert (offer2.office, offer2.party, offer2.decision) == ("spokesman", "SE", Decision.ACCEPTED)
    assert B[offer2.start : offer2.end] == offer2.exact == offer.exact
    assert evasion2.decision is Decision.THROWN_OUT
    assert [one.about for one in store.notes()] == [f"statement/{offer2.id}"]


def test_claims_events_and_stances_are_those_of_the_old_version(store: Store) -> None:
    first = version(store, A)
    before = store.filed_from(first)
    offer = said(store, first, "it had offered")
    (own,) = [one for one in before.stances if one.statement == offer.id]
    store.correct_claim(own.claim, text="Iceland was offered a quota.", subjects=("NO", "IS"))
    other = store.new_claim(offer.id, "Iceland fishes for herring.")
    second = version(store, B, first)
    offer2 = said(store, second, "it had offered")
    reached = {one.claim for one in store.filed_from(second).stances if one.statement == offer2.id}
    assert reached == {own.claim, other.id} and offer2.event == offer.event
    assert store.claim(own.claim).claim.text == "Iceland was offered a quota."
    assert store.claim(own.claim).counts.documents == 1


def test_a_merger_holds_for_the_new_version(store: Store) -> None:
    first = version(store, A)
    claims = store.claims()
    assert len(claims) > 0
    made = store.new_claim(said(store, first, "declined").id, "A quota was spoken of.")
    store.merge("claim", claims[0].claim.id, made.id)
    version(store, B, first)
    assert store.claim(made.id).claim.id == claims[0].claim.id


def test_a_sentence_that_is_gone_is_kept_and_says_so(store: Store) -> None:
    first = version(store, A)
    denial = said(store, first, "denied")
    (stance,) = [one for one in store.filed_from(first).stances if one.statement == denial.id]
    assert stance.stance is Stance.DENIES
    assert store.claim(stance.claim).status in (ClaimStatus.DISPUTED, ClaimStatus.DENIED_BY_SOME)
    visit = store.mark_visit()
    second = version(store, B, first)
    detail = event_of(store, second, "it had offered")
    (gone,) = shown(detail, "denied")
    assert gone.withdrawn is not None and gone.withdrawn.document == second
    assert store.statement(denial.id).withdrawn == gone.withdrawn
    assert [view.withdrawn for view in shown(detail, "it had offered")] == [None]
    assert detail.row.statements == len(detail.statements) - 1
    assert store.claim(stance.claim).status not in (ClaimStatus.DISPUTED, ClaimStatus.DENIED_BY_SOME)
    news = store.catch_up(visit)
    assert [view.statement.id for view in news.withdrawn] == [denial.id]
    assert stance.claim in {move.claim.id for move in news.moves}


def test_a_sentence_of_two_versions_that_is_gone_is_shown_once(store: Store) -> None:
    first = version(store, A)
    second = version(store, A.replace(EVASION, ADDED), first)
    third = version(store, B, second)
    detail = event_of(store, third, "it had offered")
    (gone,) = shown(detail, "denied")
    assert gone.statement.document == second and gone.withdrawn is not None
    assert gone.withdrawn.document == third
    assert len(shown(detail, "it had offered")) == 1


def test_a_decision_on_a_sentence_that_is_gone_stays_with_it(store: Store) -> None:
    first = version(store, A)
    denial = said(store, first, "denied")
    store.correct_statement(denial.id, office="minister")
    second = version(store, B, first)
    kept = store.statement(denial.id)
    assert kept.statement.office == "minister" and kept.withdrawn is not None
    assert not [one for one in store.filed_from(second).statements if "denied" in one.exact]


def test_a_text_that_comes_back_counts_again(store: Store) -> None:
    first = version(store, A)
    store.correct_statement(said(store, first, "denied").id, office="minister")
    second = version(store, B, first)
    third = version(store, A, second)
    assert len({first, second, third}) == 3
    assert store.document(third).document.text == A
    assert store.newest_version(first) == third == store.newest_version(third)
    detail = event_of(store, third, "it had offered")
    (denial,) = shown(detail, "denied")
    assert denial.withdrawn is None and denial.statement.document == third
    assert denial.statement.office == "minister", "what was decided two versions ago comes back, too"
    (added,) = shown(detail, "confirmed")
    assert added.withdrawn is not None and added.withdrawn.document == third
    assert store.event(detail.event.id).row.documents == 1


def test_what_was_decided_many_versions_ago_comes_back_with_its_sentence(store: Store) -> None:
    page = version(store, A)
    store.correct_statement(said(store, page, "denied").id, office="minister")
    for text in (B, B.replace(ADDED, ""), B, A):
        page = version(store, text, page)
    assert said(store, page, "denied").office == "minister"


def test_the_same_text_again_is_no_new_version(store: Store) -> None:
    first = version(store, A)
    second = version(store, B, first)
    third = version(store, A, second)
    cursor = store.cursor()
    assert version(store, A, third) == third
    assert version(store, A, second) == third, "an outdated reference leads to the version that stands"
    assert version(store, B, first) not in (first, second), "and is no way back to an older one"
    assert store.cursor() != cursor


def test_a_statement_made_by_hand_moves_along(store: Store) -> None:
    first = version(store, A)
    offer = said(store, first, "it had offered")
    start = A.index("a herring quota")
    made = store.new_statement(
        Passage(first, start, start + len("a herring quota"), "a herring quota"),
        speaker=offer.speaker,
        party="FR",
        event=offer.event or "",
    )
    second = version(store, B.replace("a herring quota", "a  herring\nquota"), first)
    (carried,) = [one for one in store.filed_from(second).statements if one.party == "FR"]
    assert carried.exact == "a  herring\nquota" and carried.decision is Decision.ACCEPTED
    assert store.statement(made.id).withdrawn is None


def test_a_new_version_is_taken_back_whole(store: Store) -> None:
    first = version(store, A)
    offer = said(store, first, "it had offered")
    store.add_note(Note("n1", "2031-05-06T09:00:00.000Z", NoteKind.NOTE, f"statement/{offer.id}", "Call."))
    before = store.everything()
    version(store, B, first)
    store.undo()
    assert store.everything() == before


def test_the_event_keeps_the_day_on_which_it_became_public(store: Store) -> None:
    first = version(store, A)
    day = event_of(store, first, "it had offered").row.public
    second = version(store, B, first, date(2031, 5, 20))
    assert event_of(store, second, "it had offered").row.public == day


def test_reading_again_leaves_a_carried_decision_alone(store: Store) -> None:
    first = version(store, A)
    offer = said(store, first, "it had offered")
    store.correct_statement(offer.id, party="SE", office="spokesman")
    second = version(store, B, first)
    carried = said(store, second, "it had offered")
    reextract(store)
    assert said(store, second, "it had offered") == carried
    settled = store.everything()
    assert all(one.added + one.changed + one.removed == 0 for one in reextract(store))
    assert store.everything() == settled


def test_nothing_is_wrong_with_a_ledger_of_versions(store: Store) -> None:
    first = version(store, A)
    second = version(store, B, first)
    version(store, A, second)
    assert [line for line in store.check() if not line.startswith("note:")] == []
    rows = store.timeline(TimelineFilter()).rows
    store.rebuild()
    assert store.timeline(TimelineFilter()).rows == rows


def test_what_is_gone_says_so_wherever_it_is_shown(store: Store) -> None:
    first = version(store, A)
    second = version(store, B, first)
    detail = event_of(store, second, "it had offered")
    assert [view.withdrawn is not None for view in detail.statements] == [False] * 3 + [True]
    panes = [
        "".join(piece.text for line in statement_lines(view, 60) for piece in line)
        for view in detail.statements
    ]
    assert ["withdrawn from the text" in pane for pane in panes] == [False] * 3 + [True]
