"""What a phrase says of its bearer: the party, whether he or she speaks for it, woman or man."""

from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.reading import Reading
from diplotui.extraction.role_phrases import RolePhrase
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.titles import (
    BODY_HEADS,
    FEMALE_TITLES,
    FORMER,
    MALE_TITLES,
    OPPOSITION,
    SPEAKING_ROLES,
    Role,
)

STATE_NOUNS = word_lists("role_words")["state_nouns"]


def phrase_gender(phrase: RolePhrase, known: bool | None) -> bool | None:
    """True for a woman, False for a man, ``known`` where the phrase does not tell."""
    if phrase.noun in FEMALE_TITLES or phrase.words & FEMALE_TITLES:
        return True
    return False if phrase.noun in MALE_TITLES else known


def phrase_party(phrase: RolePhrase, office: str, reading: Reading) -> str | None:
    """The party named in the phrase, before the head first; an envoy's post abroad is not his party."""
    head = reading.tokens.starts[phrase.head]
    before = [term for term in phrase.terms if term.start < head and term.party]
    after = [term for term in phrase.terms if term.start > head and term.party]
    if phrase.noun in {"mission", "representative"}:  # of the Union, not: to the Union
        after = [term for term in after if _of(reading, term)]
    if before:
        return before[0].party
    if after and phrase.role is not Role.ENVOY:
        return after[0].party
    return None


def _of(reading: Reading, term: TermSpan) -> bool:
    """Whether "of" stands before a term or its article."""
    at = reading.tokens.at(term.start)
    before = reading.tokens.lower[max(0, at - 2) : at]
    return before[-1:] == ["of"] or before == ["of", "the"]


def phrase_speaks(phrase: RolePhrase, party: str | None) -> bool:
    """Whether the bearer speaks for the party (see the roles in ``titles``)."""
    if party is None or phrase.words & FORMER or phrase.words & OPPOSITION:
        return False
    if phrase.role is None:
        return BODY_HEADS.get(phrase.noun) == "office" or phrase.noun in STATE_NOUNS
    if phrase.role is Role.SOURCE:
        return "official" in phrase.words or any(term.kind in {"metonym", "office"} for term in phrase.terms)
    if phrase.role is Role.CHIEF and phrase.words & {"party", "union", "company", "campaign"}:
        return False
    return phrase.role in SPEAKING_ROLES and "others" not in phrase.words


__all__ = ["STATE_NOUNS", "phrase_gender", "phrase_party", "phrase_speaks"]
