"""What the author states in his own voice: sentences and clauses that tell a development."""

import re

from diplotui.extraction.content import has_finite_verb
from diplotui.extraction.drafts import Unit
from diplotui.extraction.finder import Finder

FEWEST_WORDS = 4
"""A shorter sentence or clause of the author's states no development."""
SHORT_ANSWER = re.compile(
    r"\b(?:otherwise|den(?:y|ies|ied)|disagree[sd]?|differ(?:s|ed)?|demurred|declined)\W*\Z"
)
"""... unless it is an answer: Bangkok says otherwise."""

# -- The author's own passages ------------------------------------------------------------------------------

_SUBORDINATE = re.compile(
    r"\A[\s“\"]*(?:as|when|while|after|before|despite|although|though|following|with|without|in|on"
    r"|at|by|for|if|since|because"
    r"|during|amid|unlike|like|under|once|until|given|having|asked|speaking|citing|responding"
    r"|reacting|according|earlier|later"
    r"|separately|meanwhile|but|and|yet|so|to|from|of|[\w-]+ing)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r"(?:,? (?:and|but|while|whereas|yet)|, (?:al)?though|;|—|–)[\s,]*\Z")
_NO_STATEMENT = re.compile(
    r"\A[\s“\"‘(\[•*–—-]*(?:read|see|click|subscribe|sign up|follow|watch|listen|share|photo|image"
    r"|source|note|editor|correction|update"
    r"|reporting by|edited by|writing by|additional reporting|if|unless|whether|what|why|who|how"
    r"|could|would|should|is|are|do|does|did|can|will)\b(?! also)",
    re.IGNORECASE,
)
QUESTION = re.compile(r"\?[\s”\"’')\]]*\Z")


def author_clause(finder: Finder, start: int, end: int) -> Unit | None:
    """A coordinate clause of the author's before the first speaker ("X did not say how, but he said ...")."""
    stretch = finder.text[start:end]
    joint = _COORDINATED.search(stretch)
    if joint is None or _SUBORDINATE.match(stretch):
        return None
    return _author_unit(finder, start, start + joint.start(), "author-clause")


def author_sentence(finder: Finder, index: int) -> list[Unit]:
    """A sentence without any speaker, where it tells a development: at most one passage."""
    sentence = finder.sentence(index)
    unit = _author_unit(finder, sentence.start, sentence.end, "author-sentence")
    return [unit] if unit is not None else []


def _author_unit(finder: Finder, start: int, end: int, rule: str) -> Unit | None:
    """The author's passage, where it tells a development: a verb, and somebody known in it."""
    passage = finder.text[start:end]
    if (
        (len(passage.split()) < FEWEST_WORDS and not SHORT_ANSWER.search(passage))
        or QUESTION.search(passage)
        or _NO_STATEMENT.match(passage)
        or not has_finite_verb(passage)
    ):
        return None
    terms = finder.terms(start, end)
    actors = tuple(mention for mention in finder.mentions(start, end) if mention.end <= end)
    if not terms and not any(not mention.inferred or mention.source.party for mention in actors):
        return None
    at = finder.sentence_at(start)
    block = finder.sentence(at).block
    return Unit(start, end, block, finder.sections.get(block, 0), at, (start, end), actors=actors, rule=rule)
