"""Extractions made by hand: the shortest way to say who said what."""

import hashlib
from datetime import date

from diplotui.ledger.filing import document_id
from diplotui.ledger.terms import PartyForms
from diplotui.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Certainty,
    DateBounds,
    Document,
    ExtractedStance,
    ExtractedStatement,
    Mode,
    Source,
    Stance,
)

FORMS = PartyForms(
    {
        **{form: "PE" for form in ("peru", "peruvian", "lima")},
        **{form: "EC" for form in ("ecuador", "ecuadorian", "quito")},
        **{form: "BR" for form in ("brazil", "brazilian", "brasilia")},
        **{form: "US" for form in ("united states", "american", "washington")},
    },
    {"PE": "Peru", "EC": "Ecuador", "BR": "Brazil", "US": "United States"},
)
HERALD = Actor("a-herald", ActorKind.OUTLET, "The Herald")
AGENCY = Source("Andean Agency", ActorKind.OUTLET)
DAY = date(1995, 2, 3)


def source(name: str, kind: ActorKind = ActorKind.PERSON, party: str | None = None, **more: object) -> Source:
    return Source(name, kind, party=party, **more)  # type: ignore[arg-type]


def own(stance: Stance = Stance.ASSERTS, index: int = 0) -> tuple[ExtractedStance, ...]:
    return (ExtractedStance(index, stance),)


class Text:
    """A text that grows with its statements, one sentence each."""

    def __init__(self) -> None:
        self.text = ""
        self.statements: list[ExtractedStatement] = []

    def says(
        self,
        sentence: str,
        content: str | None = None,
        *,
        by: Source | None = None,
        parties: tuple[str, ...] = (),
        chain: tuple[Source, ...] = (),
        act: Act = Act.CLAIM,
        stance: Stance | None = Stance.ASSERTS,
        on: int | None = -1,
        topic: str = "ceasefire",
        block: int = 0,
        said: date | None = DAY,
        happens: DateBounds | None = None,
        subjects: tuple[str, ...] = (),
        actors: tuple[str, ...] = (),
        basis: Basis | None = None,
        entails: int | None = None,
        planned: bool = False,
        heads: int | None = None,
        certainty: Certainty = Certainty.CERTAIN,
    ) -> int:
        """Add a sentence; ``on``: the statement whose claim it speaks of, its own (-1), another, or None."""
        start = len(self.text) + (1 if self.text else 0)
        self.text = f"{self.text} {sentence}".strip()
        index = len(self.statements)
        target = index if on == -1 else on
        stances = (ExtractedStance(target, stance, rule="link.made"),) if stance else ()
        self.statements.append(
            ExtractedStatement(
                start=start,
                end=start + len(sentence),
                act=act,
                certainty=certainty,
                source=by,
                parties=parties,
                chain=chain or ((by,) if by else ()),
                basis=basis or (Basis.ON_RECORD if by else Basis.AUTHOR),
                heads=heads,
                topic=topic,
                said=DateBounds.on(said) if said else DateBounds(),
                happens=happens or DateBounds(),
                content=content or sentence,
                subjects=subjects,
                actors=actors,
                mode=Mode.PARAPHRASE,
                stances=stances,
                block=block,
                rule="made.by-hand",
                entails=entails,
                planned=planned,
            )
        )
        return index

    def document(self, publisher: Actor | None = HERALD, published: date | None = DAY) -> Document:
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        return Document(
            id=document_id(digest, publisher.name if publisher else None, published),
            text=self.text,
            sha256=digest,
            publisher=publisher.id if publisher else None,
            published=published,
        )
