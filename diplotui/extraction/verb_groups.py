"""Verb groups: the auxiliaries, negations and adverbs of a verb, and whether a form is a verb at all here."""

from dataclasses import dataclass

from diplotui.extraction.cue_table import NEGATIONS, CueRow
from diplotui.extraction.inflection import VerbForm
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.tokens import Tokens, word_set

AUXILIARIES = word_lists("cue_words")["auxiliaries"]
BE_FORMS = word_set("is are was were be been being am")
MODALS = word_set("would could may might must should can shall")
DETERMINERS = word_lists("cue_words")["determiners"]
PREPOSITIONS = word_lists("cue_words")["prepositions"]
ADVERBS = word_lists("cue_words")["adverbs"]
QUOTE_MARKS = frozenset("\"“”„«»‘’'‟")
CLAUSE_END = frozenset(".!?;:—–")
PLURAL_SUBJECTS = word_lists("cue_words")["plural_subjects"]
NOUN_LIKE = word_lists("cue_words")["noun_like"]
SPEECH_ONLY = word_lists("cue_words")["speech_only"]
NOUN_GERUNDS = word_lists("cue_words")["noun_gerunds"]
CONTINUERS = word_lists("cue_words")["continuers"]
"""Before "to": the act is done, not only meant (went on to say, continued to deny)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of a verb of the table: its row, its particle, its name."""

    row: CueRow
    lemma: str
    tail: tuple[str, ...]
    form: VerbForm
    gap: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The verb group of one form."""

    first: int
    negated: bool
    passive: bool
    modal: str
    bare: bool
    """No auxiliary before the verb."""
    stopped: bool
    """Stopped short of, fell short of."""
    yet: bool
    """Has yet to."""
    after_mark: bool
    """Right behind a quotation mark: "...," predicted X."""


NOUNS_IN_LY = word_set(
    "ally family italy july weekly daily monthly quarterly assembly reply supply rally bully anomaly monopoly"
)
"""Nouns that end like an adverb: a Dakar weekly has reported."""


def verb_group(tokens: Tokens, at: int, low: int) -> Group:
    """Auxiliaries, negations and adverbs before the verb at ``at``."""
    first, negated, modal, bare, passive = at, False, "", True, False
    while first > low:
        word = tokens.lower[first - 1]
        if word in NEGATIONS:
            negated = True
            bare = bare and not word.endswith("n't")
            modal = modal or ("would" if word == "wouldn't" else "")
        elif word in AUXILIARIES and word != "'s":
            if bare:
                passive = word in BE_FORMS
            bare = False
            modal = word if word in MODALS else modal or ("will" if word in {"will", "'ll"} else "")
        elif not (word in ADVERBS or (word.endswith("ly") and word not in NOUNS_IN_LY)):
            break
        first -= 1
    while first < at and (tokens.lower[first] in ADVERBS or tokens.lower[first].endswith("ly")):
        if tokens.words[first][0].isupper():
            break
        if any(w in AUXILIARIES for w in tokens.lower[first:at]):
            break
        first += 1
    before = tokens.lower[first - 1] if first > low else ""
    if before == "to" and bare:
        prior = tokens.lower[first - 2] if first - 1 > low else ""
        modal = "" if prior in CONTINUERS else "to"
        if not modal:
            first = _before_continuer(tokens, first - 2, low)
            before = tokens.lower[first - 1] if first > low else ""
    stopped = before == "of" and first - 2 > low and tokens.lower[first - 2] == "short"
    if stopped:
        first -= 3
    negated = negated or stopped or (before == "without" and tokens.lower[at].endswith("ing"))
    if before == "nor":
        negated = True
    yet = before == "to" and first - 2 > low and tokens.lower[first - 2] == "yet"
    if yet:
        first -= 2
        while first > low and tokens.lower[first - 1] in AUXILIARIES | {"yet"}:
            first -= 1
    return Group(first, negated, passive, modal, bare, stopped, yet, before in QUOTE_MARKS)


_LEADING_TO = word_set("at the so very too be to go goes went going gone felt feels")
"""What may stand between the subject and "quick to", "pains to", besides auxiliaries and adverbs."""


def _before_continuer(tokens: Tokens, at: int, low: int) -> int:
    """First token of "was quick (to)", "went on (to)": the verb group begins there."""
    passed = AUXILIARIES | ADVERBS | _LEADING_TO
    while at > low and (tokens.lower[at - 1] in passed or tokens.lower[at - 1].endswith("ly")):
        at -= 1
    return at


def is_verbal(tokens: Tokens, at: int, group: Group, entry: Entry, low: int) -> bool:
    """Tell the verb from the noun or adjective of the same form (the claim, of state, alleged spies)."""
    before = tokens.lower[group.first - 1] if group.first > low else ""
    if entry.form is VerbForm.PAST and entry.lemma == "hold" and tokens.lower[at + 1 : at + 2] == ["by"]:
        return False  # a ship held by pirates
    if not group.bare or group.modal or group.stopped:
        return True
    if entry.form is VerbForm.ING:
        if tokens.lower[at] in NOUN_GERUNDS and before[:1].isalnum():
            return False
        return before not in DETERMINERS and before not in PREPOSITIONS - {"as"}
    if before in DETERMINERS and before not in {"that", "this", "some", "such", "another", "each", "all"}:
        return False
    if entry.form is VerbForm.BASE and not (
        before.endswith("s") or before in PLURAL_SUBJECTS or before == ""
    ):
        if before in ADVERBS or before.endswith("ly"):
            return True
        return entry.lemma in SPEECH_ONLY and before not in DETERMINERS and before not in PREPOSITIONS
    if entry.form is VerbForm.THIRD and before.endswith("ing"):
        return False
    if entry.form is VerbForm.THIRD and entry.lemma in NOUN_LIKE:
        follows = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        return follows not in PREPOSITIONS - {"as"} and follows not in {"and", "or", "are", "were", "have"}
    if (
        entry.form is VerbForm.PAST
        and before == ","
        and entry.lemma.split()[0] in {"ask", "press", "tell", "question"}
    ):
        follows = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        return follows not in {
            "about",
            "whether",
            "if",
            "by",
            "for",
            "what",
            "how",
            "why",
            "on",
            "when",
            "of",
        }
    if entry.form is VerbForm.PAST:
        return not (before in PREPOSITIONS and before not in {"as"} and group.first == at)
    return before not in PREPOSITIONS and before not in {"and/or", "most", "many", "more", "few"}


__all__ = [
    "ADVERBS",
    "AUXILIARIES",
    "CLAUSE_END",
    "DETERMINERS",
    "PREPOSITIONS",
    "QUOTE_MARKS",
    "Entry",
    "Group",
    "is_verbal",
    "verb_group",
]
