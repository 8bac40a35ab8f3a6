"""The hand-made ledger of the reference round-up, judged: every status, count, position and instant in it."""

from datetime import date
from typing import Any

from diplotui.ledger.facts import Judgement, StanceFact
from diplotui.ledger.judgement import event_status, judge
from diplotui.ledger.origins import wording
from diplotui.model import ClaimStatus, Coverage, Filing, Position, PositionKind, Stance
from diplotui.sources.ledger_file import read_ledger_file
from tests.reference import GOLD, gold, needs_reference

pytestmark = needs_reference


def facts_of(filing: Filing) -> list[StanceFact]:
    """The stances of a filing as the rules see them."""
    statements = {statement.id: statement for statement in filing.statements}
    documents = {document.id: document for document in filing.documents}
    facts = []
    for row in filing.stances:
        statement = statements[row.statement]
        document = documents[statement.document]
        facts.append(
            StanceFact(
                statement=statement.id,
                claim=row.claim,
                stance=row.stance,
                coverage=row.coverage,
                scope=row.scope,
                basis=statement.basis,
                party=statement.party,
                speaker=statement.speaker,
                chain=statement.chain,
                heads=statement.heads,
                on=statement.said.latest or document.published,
                recorded="2024-02-16T12:00:00Z",
                document=document.id,
                proposed=False,
                publisher=document.publisher,
            )
        )
    return facts


def judged(on: date | None = None) -> dict[str, Judgement]:
    filing = read_ledger_file(GOLD.read_text(encoding="utf-8")).filing
    actors = {actor.id: actor for actor in filing.actors}
    return judge(filing.claims, facts_of(filing), actors, on=on, today=date(2024, 2, 16))


def expected() -> dict[str, Any]:
    views: dict[str, Any] = gold()["expected"]
    return views


def cell(judgement: Judgement, party: str) -> Position:
    return next((found for found in judgement.positions if found.party == party), Position(party))


def test_every_status() -> None:
    found = {claim: judgement.status for claim, judgement in judged().items()}
    assert found == expected()["statuses"]


def test_every_origin_count() -> None:
    found = {claim: judgement.counts.origins for claim, judgement in judged().items()}
    assert found == expected()["origin_counts"]


def test_every_cell_of_the_denial_matrix() -> None:
    found = judged()
    for row in expected()["denial_matrix"]:
        judgement = found[row["claim"]]
        assert (judgement.status, judgement.counts.origins, judgement.counts.named) == (
            row["status"],
            row["origins"],
            row["named_origins"],
        ), row["claim"]
        for party in ("US", "RU"):
            assert_cell(cell(judgement, party), row[party], f"{row['claim']} {party}")


def assert_cell(found: Position, wanted: dict[str, Any] | None, place: str) -> None:
    if wanted is None:
        assert found.position is PositionKind.NOTHING, place
        return
    shown = {
        "position": found.position,
        "stance": found.stance,
        "coverage": found.coverage,
        "basis": found.basis,
        "on": found.on.isoformat() if found.on else None,
        "by": found.statement,
    }
    assert {key: shown[key] for key in wanted} == wanted, place


def test_three_instants_of_the_public_clock() -> None:
    for instant in expected()["as_of_public"]:
        on = date.fromisoformat(instant["at"])
        judgement = judged(on)[instant["claim"]]
        assert judgement.public is not None
        assert (judgement.public <= on) is instant["known"], instant
        if not instant["known"]:
            continue
        assert judgement.status == instant["status"], instant
        for party in ("US", "RU"):
            wanted = instant[party] or PositionKind.NOTHING
            assert cell(judgement, party).position == wanted, instant


def test_corroboration() -> None:
    found = judged()
    for row in expected()["corroboration"]:
        counts = found[row["claim"]].counts
        assert (counts.origins, counts.named, counts.documents) == (
            len(row["origins"]),
            row["named_origins"],
            row["documents"],
        )
    assert found["c01"].counts.people == 3
    assert wording(found["c01"].counts) == "1 origin, 3 people, none named"
    assert wording(found["c13"].counts) == "2 origins, none named, independence not established"


def test_explicit_and_characterised_denials() -> None:
    facts = facts_of(read_ledger_file(GOLD.read_text(encoding="utf-8")).filing)
    for name, coverage in (
        ("explicit_denials", Coverage.EXPLICIT),
        ("characterised_denials", Coverage.CHARACTERISED),
    ):
        found = {
            (fact.statement, fact.claim)
            for fact in facts
            if fact.stance is Stance.DENIES and fact.coverage is coverage
        }
        assert found == {tuple(pair) for pair in expected()[name]}


def test_the_lead_is_as_contested_as_its_most_contested_claim() -> None:
    filing = read_ledger_file(GOLD.read_text(encoding="utf-8")).filing
    found = judged()
    lead = [found[claim.id].status for claim in filing.claims if claim.event == "e01"]
    assert event_status(lead) is ClaimStatus.DENIED


def test_the_history_of_the_first_claim() -> None:
    changes = [(change.on, change.status) for change in judged()["c01"].history]
    assert changes == [
        (date(2024, 2, 13), ClaimStatus.DENIED_BY_SOME),
        (date(2024, 2, 14), ClaimStatus.DENIED),
    ]
