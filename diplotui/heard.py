"""Something heard, as on the telephone: a short typed document that goes the way of every text.

The words are read by the same rules and matched against the same ledger; who spoke, for whom, on what basis
and when is what the person typed, whatever the rules would have read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from diplotui.errors import ConflictError, InputError
from diplotui.ingest import IngestReport, ingest_text
from diplotui.model import (
    Act,
    ActorKind,
    Basis,
    Certainty,
    DateBounds,
    Decision,
    ExtractedStance,
    ExtractedStatement,
    Extraction,
    Mode,
    Source,
    Stance,
)
from diplotui.sources.files import IncomingText
from diplotui.store import Store
from diplotui.text import clean_text, one_line

KIND = "heard"
"""Kind of the document."""
RULE = "heard.typed"
UNNAMED = (Basis.ANONYMOUS, Basis.BACKGROUND)
"""Bases on which the one who spoke is described, not named."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a person was told, and by whom."""

    speaker: str
    """A name; where the basis is unnamed, the agreed description."""
    words: str
    said: date
    basis: Basis = Basis.ON_RECORD
    office: str | None = None
    party: str | None = None
    topic: str | None = None
    """Id of the topic; None: by the words."""


def text_of(heard: Heard) -> str:
    """The document's text: ``Kari Holm, spokesperson, said: “…”``. Raises InputError for no name or words."""
    speaker, words = one_line(heard.speaker), one_line(clean_text(heard.words).text).strip("“”\"'")
    if not speaker:
        raise InputError("who said it is needed: a name, or a description such as a senior official")
    if not words:
        raise InputError("the words are needed")
    office = f", {one_line(heard.office)}," if heard.office and heard.basis not in UNNAMED else ""
    return f"{speaker}{office} said: “{words}”"


def as_typed(found: Extraction, heard: Heard, text: str) -> Extraction:
    """The reading with what the person knows in the place of what the rules guessed; never empty."""
    unnamed = heard.basis in UNNAMED
    source = Source(
        name=one_line(heard.speaker),
        kind=ActorKind.ANONYMOUS if unnamed else ActorKind.PERSON,
        office=heard.office,
        party=heard.party,
        speaks_for=heard.party is not None,
        heads=1,
    )
    statements = found.statements or (_plain(text, source, heard),)
    said = DateBounds.on(heard.said)
    typed = tuple(
        replace(
            one,
            source=source,
            parties=(heard.party,) if heard.party else (),
            chain=(source,),
            basis=heard.basis,
            heads=1,
            said=said,
            topic=heard.topic or one.topic,
            actors=tuple(dict.fromkeys((*((heard.party,) if heard.party else ()), *one.actors))),
        )
        for one in statements
    )
    quotes = tuple(replace(one, words_of=source, relays=None) for one in found.quotes)
    return replace(found, statements=typed, quotes=quotes, excluded=(), language=found.language or "en")


def _plain(text: str, source: Source, heard: Heard) -> ExtractedStatement:
    """The whole text as one claim, where the rules read nothing."""
    opening = text.index("“") + 1
    return ExtractedStatement(
        start=0,
        end=len(text),
        act=Act.CLAIM,
        certainty=Certainty.CERTAIN,
        source=source,
        parties=(),
        chain=(source,),
        basis=heard.basis,
        heads=1,
        topic=heard.topic or "other",
        said=DateBounds.on(heard.said),
        happens=DateBounds(),
        content=text[opening:-1],
        subjects=(),
        actors=(),
        mode=Mode.QUOTE,
        stances=(ExtractedStance(0, Stance.ASSERTS, rule=RULE),),
        block=0,
        rule=RULE,
    )


def file_heard(store: Store, heard: Heard, answers: Sequence[tuple[str, Stance]] = ()) -> IngestReport:
    """File what was heard, accepted, as one step; ``answers``: claims that it speaks of, with its stance.

    Raises InputError for what is missing, ConflictError where the same was filed before.
    """
    text = text_of(heard)
    incoming = IncomingText(
        text, "what was heard", heard.said, title=f"Heard from {one_line(heard.speaker)}", kind=KIND
    )
    with store.together(f"heard from {one_line(heard.speaker)}"):
        report = ingest_text(store, incoming, amend=lambda found: as_typed(found, heard, text))
        if not report.added:
            raise ConflictError(f"the same words are filed already as document/{report.document_id}")
        view = store.document_view(report.document_id)
        for statement in view.statements[:1]:
            for claim, stance in answers:
                store.add_stance(statement.statement.id, claim, stance)
        references = [f"document/{report.document_id}"]
        for one in view.statements:
            references.append(f"statement/{one.statement.id}")
            references += [f"stance/{one.statement.id}/{stance.claim}" for stance in one.stances]
        store.decide_all(references, Decision.ACCEPTED)
    return report
