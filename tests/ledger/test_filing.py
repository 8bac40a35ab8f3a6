"""From statements made by hand to rows: an invented border incident of 1995."""

from dataclasses import replace
from datetime import date, timedelta

from diplotui.ledger.filing import file_extraction
from diplotui.ledger.matching import Candidate
from diplotui.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Claim,
    Coverage,
    Decision,
    Event,
    Extraction,
    Filing,
    Stance,
    StanceRow,
    Statement,
)
from tests.ledger.made import AGENCY, DAY, FORMS, HERALD, Text, source

GENERAL = source("Luis Vega", party="PE", speaks_for=True, office="Peruvian general")
MINISTER = source("Ana Ruiz", party="EC", speaks_for=True, office="Ecuador's foreign minister")
SOURCES = source("two Peruvian officers", ActorKind.ANONYMOUS, "PE", heads=2)
REPORT = "Ecuador offered Peru a truce through Brazil"


def filed(text: Text, **more: object) -> Filing:
    more = {"publisher": HERALD, "forms": FORMS, **more}
    return file_extraction(
        text.document(more["publisher"]),  # type: ignore[arg-type]
        Extraction(statements=tuple(text.statements)),
        **more,  # type: ignore[arg-type]
    )


def two_sided() -> Text:
    text = Text()
    report = text.says(
        "Two Peruvian officers told the Andean Agency that Ecuador offered Peru a truce through Brazil.",
        REPORT,
        by=SOURCES,
        chain=(SOURCES, AGENCY),
        basis=Basis.ANONYMOUS,
        heads=2,
        subjects=("EC", "PE"),
        actors=("EC", "PE", "BR"),
    )
    text.says(
        "“There was no such offer,” said Ana Ruiz.",
        "such offer",
        by=MINISTER,
        parties=("EC",),
        act=Act.DENIAL,
        stance=Stance.DENIES,
        on=report,
        said=DAY + timedelta(1),
        actors=("EC",),
    )
    text.says(
        "Both Quito and Lima have denied the report.",
        "the report",
        parties=("EC", "PE"),
        act=Act.DENIAL,
        stance=Stance.DENIES,
        on=report,
        basis=Basis.CHARACTERISED,
        actors=("EC", "PE"),
    )
    return text


def test_the_same_filing_twice_is_identical() -> None:
    assert filed(two_sided()) == filed(two_sided())


def test_each_party_gets_a_statement_of_its_own() -> None:
    filing = filed(two_sided())
    assert [row.party for row in filing.statements] == [None, "EC", "EC", "PE"]
    assert len({row.id for row in filing.statements}) == 4
    assert all(row.exact == filing.documents[0].text[row.start : row.end] for row in filing.statements)


def test_all_denials_reach_the_one_claim() -> None:
    filing = filed(two_sided())
    assert [claim.text for claim in filing.claims] == [REPORT + "."]
    assert {row.stance for row in filing.stances[1:]} == {Stance.DENIES}
    assert {row.claim for row in filing.stances} == {filing.claims[0].id}
    assert len(filing.events) == 1
    assert {row.event for row in filing.statements} == {filing.events[0].id}


def test_chains_run_from_the_origin_to_the_publisher() -> None:
    filing = filed(two_sided())
    names = {actor.id: actor.name for actor in filing.actors} | {HERALD.id: HERALD.name}
    chains = [[names[link] for link in row.chain] for row in filing.statements]
    assert chains == [
        ["two Peruvian officers", "Andean Agency", "The Herald"],
        ["Ana Ruiz", "The Herald"],
        ["Ecuador", "The Herald"],
        ["Peru", "The Herald"],
    ]
    assert names[filing.statements[2].speaker or ""] == "The Herald"


def test_all_rows_are_proposed_with_a_rule() -> None:
    filing = filed(two_sided())
    made = [actor for actor in filing.actors if actor != HERALD]
    rows: list[Actor | Event | Claim | Statement | StanceRow] = [*made, *filing.events, *filing.claims]
    rows += [*filing.statements, *filing.stances]
    assert {row.decision for row in rows} == {Decision.PROPOSED}
    assert all(row.rule for row in rows)


def test_an_author_speaks_as_the_publisher_for_no_party() -> None:
    text = Text()
    text.says("The border bridge is closed.", topic="other")
    row = filed(text).statements[0]
    assert (row.speaker, row.chain, row.party) == (HERALD.id, (HERALD.id,), None)


def test_without_a_publisher_nobody_is_made_up() -> None:
    text = Text()
    text.says("The border bridge is closed.", topic="other")
    row = filed(text, publisher=None).statements[0]
    assert (row.speaker, row.chain) == (None, ())


def test_an_outlet_that_publishes_its_own_report_stands_once_in_the_chain() -> None:
    agency = Actor("a-agency", ActorKind.OUTLET, "Andean Agency")
    chains = [row.chain for row in filed(two_sided(), publisher=agency).statements]
    assert chains[0][-1] == agency.id
    assert len(chains[0]) == 2


def test_a_group_vouched_for_by_one_outlet_is_one_actor_in_every_retelling() -> None:
    first = filed(two_sided())
    again = Text()
    described = source("several officers from Peru", ActorKind.ANONYMOUS, "PE")
    again.says(
        "Peruvian officers told the agency of an offer.", REPORT, by=described, chain=(described, AGENCY)
    )
    courier = Actor("a-courier", ActorKind.OUTLET, "The Courier")
    second = filed(again, publisher=courier, actors=first.actors)
    assert second.statements[0].chain[0] == first.statements[0].chain[0]
    assert [actor.name for actor in second.actors] == ["The Courier"]


def test_a_group_without_an_outlet_is_the_publishers_own() -> None:
    text = Text()
    text.says("Officers spoke of an offer.", REPORT, by=SOURCES)
    group = next(actor for actor in filed(text).actors if actor.kind is ActorKind.ANONYMOUS)
    assert group.vouched_by == HERALD.id
    other = Actor("a-courier", ActorKind.OUTLET, "The Courier")
    assert group.id not in {actor.id for actor in filed(text, publisher=other).actors}


def test_a_group_known_by_nationality_belongs_to_no_state() -> None:
    actors = {actor.name: actor for actor in filed(two_sided()).actors}
    assert actors["two Peruvian officers"].of is None
    assert actors["two Peruvian officers"].iso == "PE"
    assert actors["Ana Ruiz"].of == actors["Ecuador"].id


def test_known_actors_are_found_by_alias_surname_and_spelling() -> None:
    known = (
        Actor("a1", ActorKind.PERSON, "Ana Ruiz", iso="EC"),
        Actor("a2", ActorKind.OUTLET, "Andean News Agency", aliases=("Andean Agency",)),
        Actor("a3", ActorKind.PERSON, "Dmytro Kovalskyy", iso="UA"),
        Actor("a4", ActorKind.STATE, "Ecuador", iso="EC"),
    )
    text = Text()
    for name, party in (("Ruiz", "EC"), ("Dmytro Kovalskiy", "UA")):
        text.says(f"{name} spoke.", by=source(name, party=party, speaks_for=True), parties=(party,))
    text.says("The agency reported it.", by=AGENCY, basis=Basis.UNATTRIBUTED)
    speakers = [row.speaker for row in filed(text, actors=known).statements]
    assert speakers == ["a1", "a3", "a2"]


def test_people_of_one_surname_and_two_parties_stay_two() -> None:
    known = (Actor("a1", ActorKind.PERSON, "Ana Ruiz", iso="EC"),)
    text = Text()
    text.says("Ruiz spoke.", by=source("Ruiz", party="PE"))
    assert filed(text, actors=known).statements[0].speaker != "a1"


def test_a_merged_actor_is_followed() -> None:
    known = (
        Actor("a1", ActorKind.PERSON, "A. Ruiz", iso="EC", same_as="a2"),
        Actor("a2", ActorKind.PERSON, "Ana Ruiz", iso="EC"),
    )
    text = Text()
    text.says("A. Ruiz spoke.", by=source("A. Ruiz", party="EC"))
    assert filed(text, actors=known).statements[0].speaker == "a2"


def candidates_of(filing: Filing, passages: tuple[str, ...] = ()) -> list[Candidate]:
    return [
        Candidate(claim, "ceasefire", ("EC", "PE", "BR"), passages, DAY, DAY + timedelta(1))
        for claim in filing.claims
    ]


def test_a_retelling_takes_a_stance_on_the_stored_claim() -> None:
    stored = filed(two_sided())
    again = Text()
    again.says(
        "Peru had been offered a truce by Ecuador through Brazil, the agency reported.",
        "Peru had been offered a truce by Ecuador through Brazil",
        by=AGENCY,
        basis=Basis.UNATTRIBUTED,
        said=DAY + timedelta(2),
    )
    filing = filed(again, actors=stored.actors, candidates=candidates_of(stored))
    assert filing.claims == ()
    assert filing.events == ()
    assert [row.claim for row in filing.stances] == [stored.claims[0].id]
    assert filing.statements[0].event == stored.events[0].id
    assert filing.stances[0].rule == "match.repeat"
    assert filing.stances[0].score


def test_a_late_denial_reaches_the_stored_claim_and_shows_why() -> None:
    stored = filed(two_sided())
    text = Text()
    text.says(
        "General Luis Vega denied that Ecuador had offered Peru a truce.",
        "Ecuador had offered Peru a truce",
        by=GENERAL,
        parties=("PE",),
        act=Act.DENIAL,
        stance=Stance.DENIES,
        said=DAY + timedelta(3),
        actors=("PE", "EC"),
    )
    filing = filed(text, actors=stored.actors, candidates=candidates_of(stored))
    assert [(row.claim, row.stance) for row in filing.stances] == [(stored.claims[0].id, Stance.DENIES)]
    assert dict(filing.stances[0].score)["speaker"] == 1.0


def test_a_denial_whose_claim_is_nowhere_founds_its_complement() -> None:
    text = Text()
    text.says(
        "Lima denied that Peru had mined the river.",
        "Peru had mined the river",
        by=GENERAL,
        parties=("PE",),
        act=Act.DENIAL,
        stance=Stance.DENIES,
        subjects=("PE",),
    )
    filing = filed(text)
    assert [claim.text for claim in filing.claims] == ["Peru had mined the river."]
    assert [row.stance for row in filing.stances] == [Stance.DENIES]
    assert filing.events[0].title == "Luis Vega denies that Peru had mined the river"


def test_a_second_denial_that_words_it_otherwise_joins_the_first() -> None:
    text = Text()
    for by, party, content in (
        (MINISTER, "EC", "Ecuador had offered Peru a truce"),
        (GENERAL, "PE", "Ecuador had made such an offer"),
    ):
        text.says(
            f"{by.name} denied that {content}.",
            content,
            by=by,
            parties=(party,),
            act=Act.DENIAL,
            stance=Stance.DENIES,
            actors=("EC", party),
            subjects=("EC",),
        )
    filing = filed(text)
    assert [claim.text for claim in filing.claims] == ["Ecuador had offered Peru a truce."]
    assert [row.stance for row in filing.stances] == [Stance.DENIES, Stance.DENIES]
    assert filing.stances[1].rule == "match.answer"


def test_a_denial_that_only_points_keeps_its_event_and_has_no_claim() -> None:
    text = Text()
    text.says(
        "Lima denied the charges.", "the charges", by=GENERAL, parties=("PE",), act=Act.DENIAL,
        stance=Stance.DENIES, on=None,
    )  # fmt: skip
    filing = filed(text)
    assert (filing.claims, filing.stances) == ((), ())
    assert filing.statements[0].event == filing.events[0].id
    assert filing.events[0].title == "Luis Vega denies the charges"


def test_a_presupposed_claim_is_the_parent_and_never_in_a_circle() -> None:
    text = Text()
    offer = text.says("Ecuador made an offer.", "Ecuador made Peru an offer", subjects=("EC",))
    text.says("Peru turned it down.", "Peru turned the offer down", subjects=("PE",), entails=offer)
    text.statements[0] = replace(text.statements[0], entails=1)
    made, refused = filed(text).claims
    assert (made.entails, refused.entails) == (refused.id, None)


def test_a_repetition_within_the_document_founds_no_second_claim() -> None:
    text = Text()
    text.says("The Senate passed the aid bill for Peru.", topic="aid-bill", actors=("Senate", "PE"))
    text.says(
        "The Senate has passed the bill with aid for Peru.",
        topic="aid-bill",
        block=1,
        actors=("Senate", "PE"),
    )
    filing = filed(text)
    assert len(filing.claims) == 1
    assert len(filing.stances) == 2
    assert len(filing.events) == 1


def test_fifty_outlets_with_one_story_are_one_event_and_one_claim() -> None:
    actors: tuple[Actor, ...] = ()
    candidates: list[Candidate] = []
    events: set[str] = set()
    claims: set[str] = set()
    origins: set[str] = set()
    for number in range(50):
        text = two_sided()
        text.text += f" Outlet {number}."
        outlet = Actor(f"a-{number}", ActorKind.OUTLET, f"Outlet {number}")
        filing = filed(text, publisher=outlet, actors=actors, candidates=tuple(candidates))
        actors += filing.actors
        candidates += candidates_of(filing)
        events |= {row.event or "" for row in filing.statements}
        claims |= {row.claim for row in filing.stances}
        origins.add(filing.statements[0].chain[0])
    assert (len(events), len(claims), len(origins)) == (1, 1, 1)


def test_coverage_and_scope_come_along() -> None:
    text = two_sided()
    stance = replace(text.statements[1].stances[0], coverage=Coverage.EXPLICIT, scope="“such offer”")
    text.statements[1] = replace(text.statements[1], stances=(stance,))
    assert filed(text).stances[1].scope == "“such offer”"


def test_a_claim_out_of_the_window_is_left_alone() -> None:
    stored = filed(two_sided())
    old = [
        replace(each, earliest=date(1994, 1, 3), latest=date(1994, 1, 3)) for each in candidates_of(stored)
    ]
    filing = filed(two_sided(), actors=stored.actors, candidates=old)
    assert len(filing.claims) == 1
