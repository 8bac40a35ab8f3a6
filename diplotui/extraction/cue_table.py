"""The table of cue words: by which verbs and phrases news prose says that somebody said or did something.

One row holds the verbs that behave alike. ``takes`` names what may follow; a row is read with its
example (fires) and its counter-example (must not fire). The classes follow the acts of diplomatic speech
(CAMEO 01, 05, 11, 12, 17; PARC's verbs of attribution), the list is our own.
"""

from dataclasses import dataclass
from enum import StrEnum

from diplotui.extraction.table_files import rows, word_lists
from diplotui.extraction.tokens import word_set


class CueClass(StrEnum):
    """What the cue says that the speaker does."""

    REPORT = "report"
    DENY = "deny"
    CONFIRM = "confirm"
    DECLINE = "decline"
    REJECT = "reject"
    ACCUSE = "accuse"
    ANNOUNCE = "announce"
    AGREE = "agree"
    VOTE = "vote"
    DEMAND = "demand"
    THREATEN = "threaten"
    APPEAL = "appeal"
    ASSESS = "assess"
    CITE = "cite"
    """An outlet names whom it relies on: citing, quoting."""
    SOURCE = "source"
    """A preposition that names the speaker: according to."""
    HEDGE = "hedge"
    """An adverb that lays the content to somebody unnamed: reportedly."""


class Takes(StrEnum):
    """What may follow the cue for it to count."""

    CLAUSE = "clause"
    """A clause with or without "that", or a quotation."""
    THAT = "that"
    """A clause with "that", "how", "whether", or a quotation."""
    QUOTE = "quote"
    """Only a quotation (laughed, continued)."""
    PERSON = "person"
    """An addressee first: told reporters that."""
    OBJECT = "object"
    """A noun phrase: denied the report."""
    TO = "to"
    """An infinitive: threatened to close."""
    ING = "ing"
    """A gerund: denied sending."""


@dataclass(frozen=True, slots=True)
class CueRow:
    """Verbs that behave alike. ``lemmas`` are separated by ``|``; ``…`` leaves room for an object."""

    rule: str
    lemmas: str
    verb_class: CueClass
    takes: frozenset[Takes]
    example: str
    counter: str


def _read() -> tuple[CueRow, ...]:
    """The rows of ``tables/cues.tsv``."""
    found = []
    for rule, verb_class, takes, lemmas, example, counter in rows("cues"):
        follows = frozenset(Takes(word) for word in takes.split() if word != "-")
        found.append(CueRow(rule, lemmas, CueClass(verb_class), follows, example, counter))
    return tuple(found)


_WITHOUT_SUBJECT = frozenset({CueClass.SOURCE, CueClass.HEDGE})
VERBS: tuple[CueRow, ...] = tuple(row for row in _read() if row.verb_class not in _WITHOUT_SUBJECT)
"""The verbs; where a lemma stands in several rows, what follows it decides (see ``cues.find_cues``)."""

PHRASES: tuple[CueRow, ...] = tuple(row for row in _read() if row.verb_class in _WITHOUT_SUBJECT)
"""Cues that are no verbs with a subject."""

DECLINED_ACTS = word_lists("cue_words")["declined_acts"]
"""After "declined to" and "refused to": an answer withheld, not a proposal turned down."""

NO_ANSWER = word_set("respond reply comment")
"""With a negation: did not respond, would not comment, have not replied."""

CLAIM_NOUNS = word_lists("cue_words")["claim_nouns"]

THOUGHT_NOUNS = word_set("suggestion suggestions notion idea speculation insinuation insinuations")
"""The same, but only with "that" behind them: one may also turn down a suggestion."""

ASKED = word_lists("cue_words")["asked"]

LIGHT_VERBS = word_set("issue lodge deliver register file raise make")
LIGHT_NOUNS: dict[str, CueClass] = {
    "denial": CueClass.DENY,
    "protest": CueClass.ACCUSE,
    "complaint": CueClass.ACCUSE,
    "objection": CueClass.ACCUSE,
    "appeal": CueClass.APPEAL,
    "plea": CueClass.APPEAL,
    "warning": CueClass.THREATEN,
    "ultimatum": CueClass.THREATEN,
    "threat": CueClass.THREATEN,
    "demand": CueClass.DEMAND,
    "demands": CueClass.DEMAND,
    "apology": CueClass.CONFIRM,
}
"""What is done by the noun after a verb with little meaning of its own: lodged a protest, issued a denial."""

FALSITY = word_lists("cue_words")["falsity"]

OBJECT_NOUNS: dict[str, frozenset[str]] = {
    "vote": word_set(
        """
    bill bills law laws resolution legislation package motion budget measure measures amendment
    amendments treaty deal agreement sanctions plan proposal supplemental text draft act reform
    reforms constitution mandate accord pact decree aid referendum statute ban funding tariffs
    government confidence declaration extension
    """
    ),
    "agree": word_set(
        """
    deal deals agreement agreements accord accords treaty treaties pact pacts memorandum contract
    truce ceasefire cease-fire protocol declaration communique communiqué law decree order settlement
    compact convention partnership terms proposal proposals offer plan demands conditions armistice
    resolution statement responsibility mediation framework compromise roadmap
    """
    ),
    "reach": word_set(
        """
    deal agreement accord truce understanding settlement compromise consensus ceasefire cease-fire
    pact
    """
    ),
}
"""What must stand among the next words for "pass", "sign" or "reach" to be an act of diplomacy."""

REFUSED_GOODS = word_lists("cue_words")["refused_goods"]

NEGATIONS = word_lists("cue_words")["negations"]

__all__ = [
    "ASKED",
    "CLAIM_NOUNS",
    "DECLINED_ACTS",
    "FALSITY",
    "LIGHT_NOUNS",
    "LIGHT_VERBS",
    "NEGATIONS",
    "NO_ANSWER",
    "OBJECT_NOUNS",
    "PHRASES",
    "REFUSED_GOODS",
    "THOUGHT_NOUNS",
    "VERBS",
    "CueClass",
    "CueRow",
    "Takes",
]
