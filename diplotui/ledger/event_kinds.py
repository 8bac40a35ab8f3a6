"""How a development stands to the world, read off its leading statement by a table."""

from collections.abc import Callable
from dataclasses import dataclass

from diplotui.ledger.events import VOICE_ACTS, terms_of
from diplotui.ledger.naming import name_key
from diplotui.ledger.terms import NO_FORMS, PartyForms, outlook
from diplotui.model import Act, Basis, Certainty, EventKind, ExtractedStatement


@dataclass(frozen=True, slots=True)
class KindRule:
    """A row of the table of kinds: the first whose test holds gives the event its kind."""

    kind: EventKind
    test: Callable[[ExtractedStatement, PartyForms], bool]
    example: str
    counter: str


def _acts_itself(statement: ExtractedStatement, forms: PartyForms) -> bool:
    """Whether the speaker tells of its own side's doing."""
    own = set(statement.parties) | ({name_key(statement.source.name)} if statement.source else set())
    return bool(own & terms_of(statement, forms).agents)


_VAGUE = frozenset({"possible", "conditional"})
_HEARSAY = frozenset({Basis.ANONYMOUS, Basis.UNATTRIBUTED, Basis.CHARACTERISED, Basis.BACKGROUND})
_STANDS = frozenset({"wanted", "negated", "possible", "conditional"})

KINDS: tuple[KindRule, ...] = (
    KindRule(
        EventKind.PLANNED,
        lambda s, _: s.planned and s.source is not None and s.act not in VOICE_ACTS,
        "the minister said she would sign on Friday",
        "the bill next goes to the lower house",
    ),
    KindRule(
        EventKind.PENDING,
        lambda s, _: s.planned or s.certainty is Certainty.CONDITIONAL,
        "the bill next goes to the lower house",
        "the minister said she would sign on Friday",
    ),
    KindRule(
        EventKind.POSITION,
        lambda s, _: s.act in VOICE_ACTS and s.act is not Act.NO_COMMENT and bool(s.parties),
        "the president demanded that the siege be lifted",
        "an analyst said that the siege may last",
    ),
    KindRule(
        EventKind.COMMENTARY,
        lambda s, _: s.act is Act.ASSESSMENT,
        "an analyst said that the siege may last",
        "the president demanded that the siege be lifted",
    ),
    KindRule(
        EventKind.POSITION,
        lambda s, _: s.act in VOICE_ACTS and s.act is not Act.NO_COMMENT,
        "campaigners urged the council to act",
        "the council acted",
    ),
    KindRule(
        EventKind.ALLEGED,
        lambda s, _: (
            s.act in (Act.ACCUSATION, Act.DENIAL, Act.NO_COMMENT)
            or s.certainty is Certainty.REPORTED
            or s.basis in _HEARSAY
        ),
        "the army was said to have crossed the river",
        "the parliament passed the budget",
    ),
    KindRule(
        EventKind.POSITION,
        lambda s, forms: s.act is Act.CLAIM and bool(s.parties) and not _acts_itself(s, forms),
        "the president said there was no point in talks",
        "the minister said he had spoken with the prisoner",
    ),
    KindRule(
        EventKind.COMMENTARY,
        lambda s, _: not s.parties and bool(outlook(s.content) & _VAGUE),
        "the vote may be the last this year",
        "the vote was the last this year",
    ),
)
"""(kind, test on the leading statement and the parties' forms, example, counter-example); else: happened."""


def kind_of(lead: ExtractedStatement, forms: PartyForms = NO_FORMS) -> EventKind:
    """How the development stands to the world, by the first row of ``KINDS`` that fits."""
    return next((row.kind for row in KINDS if row.test(lead, forms)), EventKind.HAPPENED)


__all__ = ["KINDS", "KindRule", "kind_of"]
