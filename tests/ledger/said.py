"""Short ways to write down, in tests, who said what about a claim on which day."""

from datetime import date
from itertools import count

from diplotui.ledger.facts import StanceFact
from diplotui.model import Actor, ActorKind, Basis, Claim, Coverage, Stance

__all__ = ["ACTORS", "TODAY", "claim", "day", "said"]

TODAY = date(2031, 6, 30)
_numbers = count(1)

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("herald", ActorKind.OUTLET, "The Harbour Herald"),
        Actor("wire", ActorKind.OUTLET, "Coast Wire"),
        Actor("weekly", ActorKind.OUTLET, "Border Weekly"),
        Actor("minister", ActorKind.PERSON, "Nora Halvard", iso="NO"),
        Actor("envoy", ActorKind.PERSON, "Tomas Brekke", iso="SE"),
        Actor("ministry", ActorKind.OFFICE, "Foreign Ministry", iso="NO"),
        Actor("wire-sources", ActorKind.ANONYMOUS, "two officials", heads=2, vouched_by="wire"),
        Actor("herald-sources", ActorKind.ANONYMOUS, "people in the room", vouched_by="herald"),
        Actor("stray-sources", ActorKind.ANONYMOUS, "several diplomats"),
    )
}


def day(number: int) -> date:
    """A day of June 2031."""
    return date(2031, 6, number)


def said(
    stance: Stance,
    on: int | None = 1,
    *,
    party: str | None = "NO",
    claim: str = "c1",
    coverage: Coverage = Coverage.EXPLICIT,
    basis: Basis = Basis.ON_RECORD,
    chain: tuple[str, ...] = ("minister", "herald"),
    heads: int | None = None,
    clock: str | None = None,
    statement: str | None = None,
    document: str = "d1",
    publisher: str | None = "herald",
    scope: str | None = None,
    proposed: bool = False,
    recorded: str = "2031-06-30T00:00:00Z",
) -> StanceFact:
    """One stance, public on a day of June 2031 (None: no day known)."""
    return StanceFact(
        statement=statement or f"s{next(_numbers):04}",
        claim=claim,
        stance=stance,
        coverage=coverage,
        scope=scope,
        basis=basis,
        party=party,
        speaker=chain[0] if chain else None,
        chain=chain,
        heads=heads,
        on=None if on is None else day(on),
        recorded=recorded,
        document=document,
        proposed=proposed,
        clock=clock,
        publisher=publisher,
    )


def claim(
    claim_id: str = "c1",
    *subjects: str,
    entails: str | None = None,
    same_as: str | None = None,
) -> Claim:
    """A claim about the parties named (Norway, where none is)."""
    return Claim(
        id=claim_id,
        event="e1",
        text="A patrol boat crossed the line.",
        subjects=subjects or ("NO",),
        entails=entails,
        same_as=same_as,
    )
