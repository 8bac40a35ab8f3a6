"""Whose cue it is: the subject before a verb of saying, the name after it, the agent of a passive.

First hit wins. Between subject and verb may stand adverbs, a day, a place, a relative clause or an apposition;
a mention behind a preposition is not the subject ("the army of Sudan", "protesters in Tehran").
"""

from dataclasses import dataclass, replace

from diplotui.extraction.cue_table import CueClass, Takes
from diplotui.extraction.cues import ADVERBS, AUXILIARIES, PREPOSITIONS, QUOTE_MARKS, Cue
from diplotui.extraction.inflection import VerbForm
from diplotui.extraction.role_phrases import SAYING
from diplotui.extraction.spans import Mention
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit
from diplotui.model import ActorKind, Source

TIME_WORDS = word_set(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight morning afternoon evening
    night week month year weekend earlier later late early last this next midday noon january february march april
    may june july august september october november december"""
)
_RELATIVES = word_set("who which that whom whose")
_PARENTHESES = word_set(
    """who whose whom which a an the his her its their also now then himself herself speaking talking addressing
    citing quoting writing referring for by to however though meanwhile too therefore of asked in on at from with after during before when while as in whom like
    according along together including one long once former formerly whose both all himself themselves"""
)
_REFLEXIVES = word_set("himself herself itself themselves")
_CONJUNCTIONS = word_set("and but or nor yet")
_NO_SUBJECT = word_set(
    "he she they it there what this i we you that everything nothing let to not be here one's s"
)
_CLAUSE_OPENERS = word_set(
    "that but and while as when because although though if so yet after before since or"
)
CONDITIONS = word_set("if unless whether should lest")
LONGEST_PARENTHESIS = 48
"""Tokens that may stand between the commas after a subject."""
LONGEST_PHRASE = 9
"""Tokens of a subject that no rule for mentions knew."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Speakers of one cue."""

    mentions: tuple[Mention, ...]
    first: int
    """First and last token of the speakers' words."""
    last: int
    rule: str
    negated: bool = False
    """Neither A nor B."""
    shared: bool = False
    """Taken over from the clause before: "said A and maintained B", ", saying that"."""


def find_subject(passage: Passage, unit: Unit, cue: Cue) -> Subject | None:
    """Who speaks, by the words around the cue; None if nobody does or only under a condition."""
    if cue.passive:
        return _agent(passage, unit, cue)
    if _inversion_likely(passage, unit, cue):
        found = _inverted(passage, unit, cue)
        if found is not None:
            return found
    found = _with_doing(passage, unit, cue) or _before(passage, unit, cue.first - 1)
    if found is not None:
        return None if _conditional(passage, unit, found.first) else found
    opens = cue.first == unit.low or (
        cue.first > unit.low and passage.tokens.words[cue.first - 1] in {",", "—", "–"}
    )
    return _inverted(passage, unit, cue) if opens and cue.form is VerbForm.PAST else None


def _conditional(passage: Passage, unit: Unit, first: int) -> bool:
    at = first - 1
    return at >= unit.low and passage.tokens.lower[at] in CONDITIONS


# -- after the verb ------------------------------------------------------------------------------------------


def _inversion_likely(passage: Passage, unit: Unit, cue: Cue) -> bool:
    """After a quotation or a comma the speaker may follow: ", said the minister"."""
    before = cue.head - 1
    if (
        cue.form not in {VerbForm.PAST, VerbForm.THIRD}
        or cue.verb_class not in _INVERTING
        or cue.first != cue.head
    ):
        return False
    if before < unit.low:
        return False
    if passage.quote_of[before] < 0 and Takes.OBJECT in cue.takes:
        return False
    return passage.quote_of[before] >= 0 or passage.tokens.words[before] in {",", "—", "–", "-"}


_INVERTING = frozenset(
    {
        CueClass.REPORT,
        CueClass.CONFIRM,
        CueClass.APPEAL,
        CueClass.THREATEN,
        CueClass.ANNOUNCE,
        CueClass.ASSESS,
    }
)


def _inverted(passage: Passage, unit: Unit, cue: Cue) -> Subject | None:
    """``said X`` where X ends the clause and begins none of its own."""
    if cue.verb_class not in _INVERTING or cue.lemma == "tell":
        return None
    at = cue.last + 1
    mention = passage.begins.get(at)
    if mention is None:
        if at < unit.high and passage.tokens.words[at][0].islower():
            for step in range(at + 1, min(at + 4, unit.high)):
                if step in passage.begins and passage.quote_of[cue.head - 1] >= 0:
                    return Subject(
                        (passage.begins[step],), at, passage.last(passage.begins[step]), "inverted"
                    )
                if not passage.tokens.words[step][0].isalpha() or passage.tokens.lower[step] in PREPOSITIONS:
                    break
        if at >= unit.high or passage.tokens.lower[at] not in {"a", "an", "one"} | _ORDINALS:
            return None
        near = next(
            (passage.begins[i] for i in range(at + 1, min(at + 5, unit.high)) if i in passage.begins), None
        )
        if near is not None and passage.quote_of[cue.head - 1] >= 0:
            return Subject((near,), at, passage.last(near), "inverted")
        return _phrase_after(passage, unit, at) if passage.quote_of[cue.head - 1] >= 0 else None
    last = passage.last(mention)
    after = passage.tokens.lower[last + 1] if last + 1 < unit.high else "."
    if after in AUXILIARIES or after in SAYING or after == "'s":
        return None
    if last + 1 < unit.high and passage.quote_of[last + 1] >= 0 and passage.quote_of[cue.head - 1] < 0:
        return None
    if passage.quote_of[cue.head - 1] < 0 and (mention.rule.startswith("pronoun") or after in ADVERBS):
        return None
    if after[0].isalnum() and after not in PREPOSITIONS | ADVERBS | TIME_WORDS | {
        "and",
        "who",
        "when",
        "while",
        "as",
    }:
        return None
    mentions, last = _and_after(passage, unit, mention, last)
    return Subject(mentions, at, last, "inverted")


_ORDINALS = word_set("the his her their its another two three four five")


def _and_after(passage: Passage, unit: Unit, mention: Mention, last: int) -> tuple[tuple[Mention, ...], int]:
    """More speakers after the first: said Obama and Cameron."""
    found = [mention]
    while last + 2 < unit.high and passage.tokens.lower[last + 1] == "and" and last + 2 in passage.begins:
        found.append(passage.begins[last + 2])
        last = passage.last(found[-1])
    return tuple(found), last


def _phrase_after(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """``said a neighbour of the family`` where no rule knew the noun."""
    tokens, last = passage.tokens, at
    while last + 1 < unit.high and last - at < 4:
        word = tokens.lower[last + 1]
        if (
            not word[0].isalnum()
            or word in PREPOSITIONS
            or word in {"who", "and", "that"}
            or word in AUXILIARIES
        ):
            break
        last += 1
    after = tokens.lower[last + 1] if last + 1 < unit.high else "."
    if (
        (last == at and tokens.lower[at] not in {"another", "one", "others"})
        or after in AUXILIARIES
        or (last + 1 < unit.high and passage.quote_of[last + 1] >= 0)
    ):
        return None
    return Subject((described(passage, at, last),), at, last, "inverted-any")


def _with_doing(passage: Passage, unit: Unit, cue: Cue) -> Subject | None:
    """``with the ministry calling it a lie``."""
    mention = passage.ends.get(cue.first - 1)
    if cue.form is not VerbForm.ING or mention is None:
        return None
    first = passage.first(mention)
    if first - 1 < unit.low or passage.tokens.lower[first - 1] != "with":
        return None
    return Subject((mention,), first - 1, cue.first - 1, "with-doing")


# -- before the verb -----------------------------------------------------------------------------------------


def _before(passage: Passage, unit: Unit, at: int) -> Subject | None:
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
    return _any_phrase(passage, unit, at)


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
            while step >= unit.low and tokens.lower[step] in TIME_WORDS:
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
    tuple(phrase.split())
    for phrase in (
        "at once|at first|at last|at least|for now|so far|in turn|in part|in public|in private|in effect|in response"
        "|in reply|in return|no longer|once more|of course|in vain|by contrast|at length|in fact|as well"
    ).split("|")
)
"""Adverbs of two words between subject and verb."""

_SETTINGS = word_set(
    """statement interview conference briefing speech address tweet post letter email message report call video
    remarks testimony note article meeting"""
)


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
    mentions, first = _and_before(passage, unit, mention, first)
    nobody = tokens.lower[first] == "neither" or before in {"neither", "no"}
    return Subject(mentions, first - (before in {"neither", "no"}), at, "subject", nobody)


def _qualified(passage: Passage, unit: Unit, preposition: int, mention: Mention) -> Subject | None:
    """``X in Moscow said``: X; ``forces loyal to Haftar said``: the whole phrase; ``In Moscow`` alone: nobody."""
    head = preposition - 1
    if head >= unit.low and head in passage.ends:
        found = _mention_before(passage, unit, head)
        return None if found is None else replace(found, last=passage.last(mention), rule="subject-qualified")
    return _any_phrase(passage, unit, passage.last(mention))


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
    if before == "both" or before == "" or not before[0].isalnum() or before in _CLAUSE_OPENERS:
        return tuple(found), start - 1 if before == "both" else start
    return (mention,), first


def _before_parenthesis(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """``Lavrov, who met him, said`` and ``the minister, Ali Hassan, said``: back over what the commas enclose."""
    tokens = passage.tokens
    if tokens.words[at] == ")":
        step = at
        while step > unit.low and tokens.words[step] != "(":
            step -= 1
        return _before(passage, unit, step - 1) if step > unit.low else None
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
            found = _any_phrase(passage, unit, step - 1) if tokens.words[step - 1][0].isalnum() else None
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
    found = _mention_before(passage, unit, before)
    return None if found is None else replace(found, rule="relative")


def _any_phrase(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """A noun phrase that no rule for mentions knew, taken as it stands."""
    tokens = passage.tokens
    first = at
    while first >= unit.low and at - first < LONGEST_PHRASE:
        word = tokens.lower[first]
        if (
            (not word[0].isalnum() and word != "'s")
            or passage.quote_of[first] >= 0
            or word in AUXILIARIES - {"'s"}
            or word in SAYING
            or word in _CLAUSE_OPENERS - {"and"}
            or word in _RELATIVES
        ):
            break
        if word in {"the", "a", "an", "his", "her", "their", "its", "my", "our", "some", "many", "several"}:
            first -= 1
            if first >= unit.low and tokens.lower[first] in {"of", "in", "for", "at", "from", "to", "with"}:
                first -= 1
                continue
            break
        first -= 1
    first += 1
    while first <= at and (tokens.lower[first] in PREPOSITIONS | ADVERBS | {"and"}):
        first += 1
    if first > at or tokens.lower[at] in _NO_SUBJECT or tokens.lower[first] in _NO_SUBJECT:
        return None
    if first in passage.begins and at - passage.last(passage.begins[first]) > 1:
        return None
    if at - first + 1 >= LONGEST_PHRASE or not any(letter.isalpha() for letter in tokens.words[at]):
        return None
    if first == at and tokens.lower[at] in PREPOSITIONS | ADVERBS | TIME_WORDS:
        return None
    nobody = tokens.lower[first] in {"neither", "no"}
    return Subject((described(passage, first, at),), first, at, "any-phrase", nobody)


def described(passage: Passage, first: int, last: int) -> Mention:
    """A mention for a phrase that is known only as a speaker's description."""
    tokens = passage.tokens
    start, end = tokens.starts[first], tokens.ends[last]
    core = first + 1 if tokens.lower[first] in {"the", "a", "an"} and last > first else first
    name = " ".join(passage.text[tokens.starts[core] : end].split())
    singular = tokens.lower[first] in {"a", "an", "one", "his", "her", "their", "my"} and not name.endswith(
        "s"
    )
    source = Source(name, ActorKind.ANONYMOUS, heads=1 if singular else None)
    return Mention(start, end, source, rule="described-any")


# -- passive -------------------------------------------------------------------------------------------------


def _agent(passage: Passage, unit: Unit, cue: Cue) -> Subject | None:
    """``was rejected by X``; ``was quoted as saying``: the one quoted speaks."""
    if cue.lemma == "quote as saying":
        found = _before(passage, unit, cue.first - 1)
        return None if found is None else replace(found, rule="quoted-as-saying")
    if cue.agent is None or cue.agent >= unit.high:
        return None
    mention = passage.begins.get(cue.agent)
    if mention is None:
        return _phrase_after(passage, unit, cue.agent)
    mentions, last = _and_after(passage, unit, mention, passage.last(mention))
    return Subject(mentions, cue.agent, last, "agent")


__all__ = ["CONDITIONS", "TIME_WORDS", "Subject", "described", "find_subject"]
