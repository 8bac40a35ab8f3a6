"""Names in a text: which capitalised words are a person's or a body's name, and when two names are one.

No list of people: a name is known by its shape (capitals, particles, initials, hyphens) and by what it is not
(a title, a country, a weekday, the first word of a sentence).
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from diplotui.extraction.table_files import word_lists
from diplotui.extraction.titles import FEMALE_NAMES, HEADS, MALE_NAMES, Role, singular
from diplotui.extraction.tokens import Tokens, word_set

PARTICLES = word_lists("name_words")["particles"]

OPENING_PARTICLES = word_lists("name_words")["opening_particles"]

_ARABIC_ARTICLE = re.compile(r"(?:al|el|ul|as|ash|ad|an|ar|at)-\w", re.IGNORECASE)

NOT_NAMES = word_lists("name_words")["not_names"]

SENTENCE_OPENERS = word_lists("name_words")["sentence_openers"]

OPENING_ADJECTIVES = word_lists("name_words")["opening_adjectives"]

BODY_NOUNS = word_lists("name_words")["body_nouns"]

OUTLET_NOUNS = word_lists("name_words")["outlet_nouns"]

_JUNIOR = word_set("jr. sr. jr sr ii iii iv")


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run of capitalised words: tokens ``first`` to ``last``, both in."""

    first: int
    last: int
    kind: str
    """person (two words or more), single, body, outlet or acronym."""


def is_capital(word: str) -> bool:
    """Whether a word can be part of a name: a capital, or an Arabic article before one."""
    if word[0].isupper():
        return True
    if "-" not in word:
        return False
    return bool(_ARABIC_ARTICLE.match(word)) and any(letter.isupper() for letter in word)


_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december"
)
_TITLE_NAMES = word_set(
    "shah king prince pope bishop major judge knight abbot baron marshal dean justice khan"
)
"""Titles that are surnames too: Bilal Shah, Mervyn King."""


def _ends_name(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised title closes a name: no name follows it."""
    word = tokens.words[at]
    if not (word[0].isupper() and word[1:].islower()):
        return False
    return at + 1 >= len(tokens) or not tokens.words[at + 1][0].isupper()


GIVEN_NAMES = FEMALE_NAMES | MALE_NAMES
"""Behind one of these a capitalised word is a surname, whatever else it means: Leonid Kalashnikov."""
_NEVER = word_lists("name_words")["never"]
_GIVEN_MONTHS = word_set("jan jun june april augusta sun mon may mar august sat")
"""Months and days that are names too: Jan Kowalski, June Adams, Sun Lei."""


_DATING = word_set("in since by until till last next this early late mid during before after on")
"""Before a month or a day: a date, and no name."""


def _opens_name(tokens: Tokens, at: int) -> bool:
    """Whether a month's word is a given name here: a capitalised word follows that is no number."""
    if at and tokens.lower[at - 1] in _DATING:
        return False  # In May Orlova said
    follows = at + 1
    return follows < len(tokens) and tokens.words[at][0].isupper() and _name_like(tokens.words[follows])


_OUTLET_OPENERS = word_set("newspaper magazine daily weekly broadcaster tabloid paper website")
"""Nouns right before an outlet's name."""
_NUMBERED_OUTLETS = word_set("Channel Kanal Radio TV Television Kan France")
_NUMBERED = _NUMBERED_OUTLETS | word_set(
    "Unit Group Brigade Directorate Bureau Division Battalion Task-Force"
)
"""Words that make a name with the number behind them."""
_RANKS = word_set("rear vice deputy prime chief first acting then")


def _is_title(lower: str) -> bool:
    return HEADS.get(singular(lower), Role.SOURCE) is not Role.SOURCE


def find_names(tokens: Tokens, taken: dict[int, int], opens: list[bool]) -> dict[int, NameRun]:
    """Runs by their first token.

    ``taken`` maps the first to the last token of known terms; ``opens`` marks the first words of sentences.
    """
    runs: dict[int, NameRun] = {}
    ends = set(taken.values())
    at, size, words, lower = 0, len(tokens), tokens.words, tokens.lower
    while at < size:
        if at in taken:
            at = taken[at] + 1
            continue
        word = words[at]
        if not word[0].isupper() and "-" not in word and lower[at] not in OPENING_PARTICLES:
            at += 1
            continue
        if lower[at] in _GIVEN_MONTHS and at and lower[at - 1] in _DATING:
            at += 1
            continue
        if lower[at] in _GIVEN_MONTHS and _opens_name(tokens, at):
            last = _run_end(tokens, at + 1, taken, opens)
            if last is not None and at + 1 not in taken:
                runs[at] = NameRun(at, last, "person")
                at = last + 1
                continue
        last = _run_end(tokens, at, taken, opens)
        if last is None:
            at += 1
            continue
        run = _classified(tokens, at, last, opens)
        if run is not None and run.kind in {"person", "single"} and at and lower[at - 1] in _OUTLET_OPENERS:
            run = None if opens[at] else NameRun(at, last, "outlet")  # the magazine Donau
        if words[last] in _NUMBERED and last + 1 < size and words[last + 1].isdigit():
            last += 1  # Channel 12
            run = NameRun(at, last, "outlet" if words[last - 1] in _NUMBERED_OUTLETS else "body")
        if at - 1 in ends and lower[last] in OUTLET_NOUNS:
            run = NameRun(at, last, "outlet")  # the Lagos Courier: the city is a known term
        if run is not None:
            run = _behind_honorific(tokens, run)
            runs[run.first] = run
        at = last + 1
    return runs


HONORIFIC_PAIRS = frozenset(
    {("tan", "sri"), ("datuk", "seri"), ("datuk", "sri"), ("dato", "seri"), ("dato", "sri")}
)
"""Titles of honour in two words before a name; neither word is one alone (Tan Wei Ling, Sri Mulyani)."""


def _behind_honorific(tokens: Tokens, run: NameRun) -> NameRun:
    """The name behind a title of honour in two words: Tan Sri Rashid Omar, Datuk Seri Anuar Idris."""
    lower = tokens.lower
    if run.kind != "person":
        return run
    skip = 0
    if run.first and (lower[run.first - 1], lower[run.first]) in HONORIFIC_PAIRS:
        skip = 1
    elif tuple(lower[run.first : run.first + 2]) in HONORIFIC_PAIRS:
        skip = 2
    left = run.last - run.first + 1 - skip
    if not skip or left < 1:
        return run
    return replace(run, first=run.first + skip, kind="person" if left > 1 else "single")


@lru_cache(maxsize=20_000)
def _name_like(word: str) -> bool:
    """Whether a word can be part of a name, by its shape and by what it is not."""
    lower = word.lower().replace("’", "'")
    if lower in _NEVER or "-of-" in lower:  # Mother-of-three Ana Rey
        return False
    return is_capital(word) and lower not in NOT_NAMES and lower not in _RANKS and not _is_title(lower)


def _may_be_part(tokens: Tokens, at: int) -> bool:
    return _name_like(tokens.words[at])


def _run_end(tokens: Tokens, at: int, taken: dict[int, int], opens: list[bool]) -> int | None:
    """Last token of the run that starts at ``at``."""
    lower = tokens.lower[at]
    if lower in OPENING_PARTICLES and not tokens.words[at][0].isupper():
        follows = at + 1
        while follows < len(tokens) and tokens.lower[follows] in PARTICLES and follows < at + 3:
            follows += 1
        if follows >= len(tokens) or follows in taken or not _may_be_part(tokens, follows):
            return None
        if not tokens.words[follows][0].isupper():
            return None
    elif lower in _TITLE_NAMES and at and _is_title(tokens.lower[at - 1]) and _ends_name(tokens, at):
        return None if opens[at] or not tokens.words[at - 1][0].isupper() else at  # Foreign Minister Shah
    elif (not _may_be_part(tokens, at) or (opens[at] and lower in SENTENCE_OPENERS)) and (
        opens[at] or not _is_body_start(tokens, at)
    ):
        return None
    last = at
    index = at + 1
    while index < len(tokens) and index not in taken and tokens.starts[index] - tokens.ends[index - 1] <= 1:
        if opens[index]:
            break
        word, lower = tokens.words[index], tokens.lower[index]
        if (
            (lower in _JUNIOR and last > at - 1)
            or (
                is_capital(word)
                and last == index - 1
                and tokens.lower[last] in GIVEN_NAMES
                and lower not in _DAYS
            )
            or (lower in _TITLE_NAMES and last == index - 1 and _ends_name(tokens, index))
            or _may_be_part(tokens, index)
            or (
                is_capital(word)
                and (lower in BODY_NOUNS or lower in OUTLET_NOUNS or _is_body_start(tokens, index))
            )
        ):
            last = index
        elif (
            (word == "." and len(tokens.words[last]) == 1 and last == index - 1)
            or lower in PARTICLES
            or (word in {"of", "for", "&"} and _body_so_far(tokens, at, last))
            or (word == "the" and tokens.lower[index - 1] in {"of", "for"} and _body_so_far(tokens, at, last))
        ):
            pass
        else:
            break
        index += 1
    return last


def _is_body_start(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][0].isupper() and (
        tokens.lower[at] in BODY_NOUNS or tokens.lower[at] in NOT_NAMES & _BODY_OPENERS
    )


_BODY_OPENERS = word_set(
    """democratic republican federal state islamic christian arab european african asian international atlantic
    pacific mediterranean baltic balkan arctic"""
)


def _body_so_far(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.lower[index] in BODY_NOUNS for index in range(first, last + 1))


def _classified(tokens: Tokens, first: int, last: int, opens: list[bool]) -> NameRun | None:
    """The run with its kind; None for a lone word that is no name."""
    while last > first and tokens.lower[last] in PARTICLES and not tokens.words[last][0].isupper():
        last -= 1
    words = [tokens.words[index] for index in range(first, last + 1)]
    lowers = [tokens.lower[index] for index in range(first, last + 1)]
    if lowers[-1] in OUTLET_NOUNS and (len(words) > 1 or (first > 0 and tokens.lower[first - 1] == "the")):
        return NameRun(first, last, "outlet")
    if any(lower in BODY_NOUNS for lower in lowers):
        alone = len(words) == 1
        return (
            None
            if alone and (opens[first] or lowers[0] not in {"parliament", "cabinet", "congress", "senate"})
            else NameRun(first, last, "body")
        )
    if opens[first] and lowers[0] in OPENING_ADJECTIVES:
        return _classified(tokens, first + 1, last, opens) if last > first else None
    if len(words) == 1:
        word = words[0]
        if lowers[0] in NOT_NAMES:
            return None
        if word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
            return NameRun(first, last, "acronym")
        if len(word) < 2 or not any(letter.islower() for letter in word) or word[0].isdigit():
            return None
        return NameRun(first, last, "single")
    if first > 0 and tokens.lower[first - 1] == "the" and not opens[first]:
        return NameRun(first, last, "body")
    if all(word.isupper() and len(word) > 1 for word in words if word[0].isalpha()):
        return None
    return NameRun(first, last, "person")


_ENDINGS = (("skyy", "ski"), ("skyi", "ski"), ("skiy", "ski"), ("skii", "ski"), ("skyj", "ski"),
            ("sky", "ski"),
            ("iy", "y"), ("yy", "y"), ("ei", "ey"), ("ii", "y"))  # fmt: skip
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at)[- ]")
_SPELLINGS = (
    (re.compile(r"^m[ou]h?amm?[aeu]d$"), "muhammad"),
    (re.compile(r"^v(?:olo|la)d[iy]mir|^volodymyr"), "vladimir"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"q"), "k"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ck"), "k"),
)


@lru_cache(maxsize=4_000)
def name_key(word: str) -> str:
    """One key for the spellings of one name: accents, articles, -sky/-skyy/-skiy, Mohammed/Muhammad."""
    decomposed = unicodedata.normalize(
        "NFKD", word.lower().replace("ı", "i").replace("ł", "l").replace("ø", "o")
    )
    key = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    key = _ARTICLE.sub("", key).replace("’", "").replace("'", "")
    for ending, common in _ENDINGS:
        if key.endswith(ending):
            key = key[: -len(ending)] + common
            break
    for pattern, common in _SPELLINGS:
        key = pattern.sub(common, key)
    return key


__all__ = ["BODY_NOUNS", "NOT_NAMES", "OUTLET_NOUNS", "PARTICLES", "SENTENCE_OPENERS", "NameRun",
           "find_names",
           "is_capital", "name_key"]  # fmt: skip
