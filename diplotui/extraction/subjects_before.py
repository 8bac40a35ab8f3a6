"""The subject before a verb: over adverbs, a day, a relative clause or an apposition. First hit wins.

A mention behind a preposition is not the subject ("the army of Sudan", "protesters in Tehran").
"""

from dataclasses import replace

from diplotui.extraction.spans import Mention
from diplotui.extraction.subject_phrases import CLAUSE_OPENERS, TIME_WORDS, Subject, any_phrase
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit
from diplotui.extraction.verb_groups import ADVERBS, PREPOSITIONS, QUOTE_MARKS

_PARENTHESES = word_lists("speech_words")["parentheses"]
_REFLEXIVES = word_set("himself herself itself themselves")
_OWNERS = word_set("its their his her our")
_CONJUNCTIONS = word_set("and but or nor yet")
LONGEST_PARENTHESIS = 48
"""Tokens that may stand between the commas after a subject."""


def subject_ending(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """The subject that ends at or before token ``at``."""
    tokens = passage.tokens
    at = _skip_adjuncts(passage, unit, at)
    while at > unit.low and tokens.words[at] in QUOTE_MARKS and passage.quote_of[at] < 0:
        at -= 1  # marks of a name or title set in quotation marks
    if at < unit.low or passage.quote_of[at] >= 0:
        return None
    if at in passage.ends:
        return _mention_before(passage, unit, at)
    word = tokens.lower[at]
    if word in {",", "—", "–", "-", ")"}:
        return _before_parenthesis(passage, unit, at)
    if word in {"who", "which", "that"}:
        return _antecedent(passage, unit, at)
    if word in _CONJUNCTIONS:
        return None
    return _over_relative(passage, unit, at) or any_phrase(passage, unit, at)


RELATIVE_REACH = 10
"""Tokens of a relative clause without commas between a subject and its verb."""


def _over_relative(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """``An official who asked for anonymity recalled``: back over the clause to whom it hangs on."""
    tokens = passage.tokens
    for step in range(at - 1, max(unit.low, at - RELATIVE_REACH), -1):
        if not tokens.words[step][0].isalnum() or passage.quote_of[step] >= 0:
            return None
        if tokens.lower[step] == "who":
            mention = passage.ends.get(step - 1)
            return None if mention is None else _mention_before(passage, unit, step - 1)
    return None


def _skip_adjuncts(passage: Passage, unit: Unit, at: int) -> int:
    """Step over adverbs, days and "in a statement" that stand right before the verb group."""
    tokens = passage.tokens
    while at >= unit.low and passage.quote_of[at] < 0 and at not in passage.ends:
        word = tokens.lower[at]
        if (
            word in ADVERBS
            or word in _REFLEXIVES
            or word in {"each", "all", "together", "alike", "both"}
            or (word.endswith("ly") and len(word) > 4)
        ):
            at -= 1
        elif word in TIME_WORDS or word.isdigit():
            step = at - 1
            while step >= unit.low and (
                tokens.lower[step] in TIME_WORDS
                or (tokens.lower[step] == "of" and tokens.lower[step - 1] in TIME_WORDS)
            ):
                step -= 1
            if (
                step > unit.low
                and tokens.lower[step] == "the"
                and tokens.lower[step - 1] in {"on", "in", "by"}
            ):
                step -= 1
            at = (
                step - 1
                if step >= unit.low and tokens.lower[step] in {"on", "in", "at", "by", "the"}
                else step
            )
        elif at > unit.low and (tokens.lower[at - 1], word) in _ADVERBIALS:
            at -= 2
        elif word in _SETTINGS:
            start = _setting_start(passage, unit, at)
            if start is None:
                return at
            at = start - 1
        else:
            break
    return at


_ADVERBIALS = frozenset(
    (
        ("at", "once"), ("at", "first"), ("at", "last"), ("at", "least"), ("at", "length"), ("for", "now"),
        ("so", "far"), ("in", "turn"), ("in", "part"), ("in", "public"), ("in", "private"), ("in", "effect"),
        ("in", "response"), ("in", "reply"), ("in", "return"), ("in", "vain"), ("in", "fact"),
        ("no", "longer"), ("once", "more"), ("of", "course"), ("by", "contrast"), ("as", "well"),
    )
)  # fmt: skip
"""Adverbs of two words between subject and verb."""
_SETTINGS = word_lists("speech_words")["settings"]


def _setting_start(passage: Passage, unit: Unit, at: int) -> int | None:
    """First token of "in a televised statement" that ends at ``at``."""
    for step in range(at - 1, max(unit.low, at - 7) - 1, -1):
        if passage.quote_of[step] >= 0 or passage.tokens.words[step] == ",":
            return None
        if passage.tokens.lower[step] in {"in", "on", "at", "during"}:
            return step
    return None


def _mention_before(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """The mention that ends at ``at``, or what it only qualifies."""
    tokens = passage.tokens
    mention = passage.ends[at]
    first = passage.first(mention)
    before = tokens.lower[first - 1] if first > unit.low else ""
    if before in PREPOSITIONS and before != "as" and passage.quote_of[first - 1] < 0:
        return _qualified(passage, unit, first - 1, mention)
    if before in _OWNERS and first - 1 > unit.low and not mention.rule.startswith("pronoun"):
        return Subject((mention,), first - 1, at, "subject")  # so it was, its ministry said
    mentions, first = _and_before(passage, unit, mention, first)
    nobody = tokens.lower[first] == "neither" or before in {"neither", "no"}
    return Subject(mentions, first - (before in {"neither", "no"}), at, "subject", nobody)


def _qualified(passage: Passage, unit: Unit, preposition: int, mention: Mention) -> Subject | None:
    """X in Moscow said: X; forces loyal to Haftar said: the whole phrase; In Moscow alone: nobody."""
    head = preposition - 1
    if head >= unit.low and head in passage.ends:
        found = _mention_before(passage, unit, head)
        return None if found is None else replace(found, last=passage.last(mention), rule="subject-qualified")
    return any_phrase(passage, unit, passage.last(mention))


def _and_before(
    passage: Passage, unit: Unit, mention: Mention, first: int
) -> tuple[tuple[Mention, ...], int]:
    """Speakers joined to this one: Both A and B; A, B and C. Only a chain that opens its clause counts."""
    tokens = passage.tokens
    found, start = [mention], first
    while start - 2 >= unit.low and tokens.lower[start - 1] in {"and", ",", "or", "&", "nor"}:
        gap = start - 1
        if tokens.words[gap - 1] == "," and tokens.lower[gap] in {"and", "or"}:
            gap -= 1
        other = passage.ends.get(gap - 1)
        if other is None or (len(found) == 1 and tokens.lower[start - 1] == ","):
            break
        found.insert(0, other)
        start = passage.first(other)
    if len(found) == 1:
        return (mention,), first
    before = tokens.lower[start - 1] if start > unit.low else ""
    if before == "neither":
        return tuple(found), start - 1
    if before == "both" or before == "" or not before[0].isalnum() or before in CLAUSE_OPENERS:
        return tuple(found), start - 1 if before == "both" else start
    return (mention,), first


def _before_parenthesis(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """Lavrov, who met him, said; the minister, Ali Hassan, said: back over what the commas enclose."""
    tokens = passage.tokens
    if tokens.words[at] == ")":
        step = at
        while step > unit.low and tokens.words[step] != "(":
            step -= 1
        return subject_ending(passage, unit, step - 1) if step > unit.low else None
    mark = tokens.words[at]
    direct = passage.ends.get(at - 1)
    if direct is not None and (
        "," in passage.text[direct.start : direct.end] or _opens_clause(passage, unit, direct)
    ):
        return _mention_before(passage, unit, at - 1)
    low = max(unit.low, at - LONGEST_PARENTHESIS)
    for step in range(at - 2, low, -1):
        if passage.quote_of[step] >= 0:
            continue
        if (tokens.words[step] == mark and tokens.lower[step + 1] in _PARENTHESES | TIME_WORDS) or (
            tokens.words[step] == mark and tokens.lower[step + 1].endswith(("ing", "ed"))
        ):
            back = step - 2 if tokens.lower[step - 1] in _REFLEXIVES else step - 1
            inner = passage.covers.get(back)
            if inner is not None and _behind_preposition(passage, unit, passage.first(inner)):
                continue
            if inner is not None:
                return _mention_before(passage, unit, passage.last(inner))
            found = any_phrase(passage, unit, step - 1) if tokens.words[step - 1][0].isalnum() else None
            if found is not None and _behind_preposition(passage, unit, found.first):
                continue
            if found is not None and (found.first == unit.low or _encloses(tokens.lower[step + 1])):
                return found
    if direct is not None and tokens.words[passage.first(direct) - 1] == ",":
        return _mention_before(passage, unit, at - 1)
    return None


def _behind_preposition(passage: Passage, unit: Unit, first: int) -> bool:
    return first > unit.low and passage.tokens.lower[first - 1] in PREPOSITIONS


def _encloses(word: str) -> bool:
    """Whether a word opens a parenthesis that may follow any noun."""
    return word in {"who", "which", "whose", "a", "an", "the"} or word.endswith(("ing", "ed"))


def _opens_clause(passage: Passage, unit: Unit, mention: Mention) -> bool:
    first = passage.first(mention)
    return first == unit.low


def _antecedent(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """``Peskov, who said``, ``officials who said``."""
    before = at - 1
    if before >= unit.low and passage.tokens.words[before] == ",":
        before -= 1
    if passage.tokens.lower[at] == "that" or before < unit.low or before not in passage.ends:
        return None
    mention = passage.ends[before]
    return Subject((mention,), passage.first(mention), before, "relative")


__all__ = ["subject_ending"]
