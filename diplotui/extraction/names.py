"""Names in a text: which capitalised words are a person's or a body's name, and when two names are one.

No list of people: a name is known by its shape (capitals, particles, initials, hyphens) and by what it is not
(a title, a country, a weekday, the first word of a sentence).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from diplotui.extraction.titles import HEADS, Role, singular
from diplotui.extraction.tokens import Tokens, word_set

PARTICLES = word_set(
    "van von der den de del della di da dos du la le bin ibn bint al el ul ur abu ben ter ten af y e zu und"
)
"""Lower-case words inside names: Ursula von der Leyen, Mohammed bin Salman."""

OPENING_PARTICLES = word_set("van von bin ibn de al el abu della del di da der")
"""Particles that may open a bare surname: de Mistura, bin Salman."""

_ARABIC_ARTICLE = re.compile(r"(?:al|el|ul|as|ash|ad|an|ar|at)-\w", re.IGNORECASE)

NOT_NAMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug
    sep sept oct nov dec i i'm i've i'd i'll god internet christmas easter ramadan eid islam islamic christian
    christianity muslim muslims jewish jews sunni shia shiite catholic orthodox hindu buddhist arab arabs kurdish
    kurds western west east north south northern southern eastern european europeans africa african asia asian
    middle atlantic pacific arctic mediterranean baltic balkans caucasus gulf sea ocean river mount lake strait
    peninsula telegram twitter facebook instagram whatsapp youtube tiktok x signal zoom truth social english spanish
    french nazi nazis cold war covid covid-19 coronavirus ebola olympics olympic nobel prize peace day street avenue
    road square airport city province region district county state states republic federal democratic republican
    democrat democrats republicans labour conservative conservatives tory tories liberal communist socialist green
    greens holocaust trinity ok tv p.m. a.m. est gmt utc operation resolution article act treaty agreement
    declaration protocol convention charter constitution summit conference zoom memorandum accord accords dollar
    euro ruble rouble yuan brent file photo image credit getty reuters/file updated breaking read more
    advertisement copyright kalashnikov patriot himars atacms boeing airbus iphone google microsoft apple amazon"""
)
"""Capitalised words that are no person, lower-cased."""

SENTENCE_OPENERS = word_set(
    """
    the a an this that these those his her its their our my your he she it they we you who what when where
    why how which whose there here in on at by for with from to into of off over under after before during
    since until while as if though although because but and or nor so yet however meanwhile moreover
    furthermore nevertheless still then thus also instead indeed later earlier now today yesterday
    tomorrow tonight last next early late once both either neither each every all some any many most more
    much few several other others another one two three four five six seven eight nine ten dozens hundreds
    thousands millions no not never nothing nobody only just even despite amid among between against
    without within about around across through throughout toward towards upon via per like unlike except
    besides beyond according asked speaking addressing responding citing quoting referring following
    including regarding concerning given seeing saying adding calling noting warning writing meeting
    separately additionally similarly likewise finally initially recently previously formerly ultimately
    eventually apparently reportedly allegedly officially privately publicly diplomatically perhaps maybe
    clearly overall elsewhere anyway rather quite too very well yes nonetheless conversely afterwards
    afterward let please thank thanks good great new old such same whether than have has had is are was
    were be been do does did will would can could may might must should shall ahead back unless whatever
    whoever whenever deputy chief officials sources diplomats analysts experts
    critics supporters reporters journalists residents witnesses government ministers lawmakers
    authorities police troops soldiers talks negotiations protests fighting people 
    unnamed
    anonymous photo image credit update analysis opinion exclusive breaking video watch read see story
    related tuesday's monday's wednesday's thursday's friday's
"""
)
"""Words that stand first in a sentence with a capital and are no name."""

OPENING_ADJECTIVES = word_set(
    """senior former acting top human foreign international national local state federal public global world western
    peace war security military new old great joint high"""
)
"""Words that stand first in a sentence with a capital, and may open a body's name: Human Rights Watch."""

BODY_NOUNS = word_set(
    """
    ministry department office council agency committee commission union party army forces group
    university institute center centre foundation court parliament bank watch international corps command
    front movement organization organisation association federation authority embassy mission bureau fund
    company corporation inc assembly alliance league congress house senate service administration board
    initiative network coalition brigade brigades guard guards police navy academy society trust
    secretariat tribunal registry observatory project campaign syndicate partnership chamber confederation
    endowment forum college school hospital church directorate staff cabinet legislature chancellery
    consulate delegation presidency militia legion battalion division airlines airways industries energy
    oil gas systems technologies holdings motors club team station facility programme program task
    exchange laboratory lab crescent cross amnesty
"""
)
"""Nouns that make a capitalised run a body: Human Rights Watch, Lebanese Armed Forces."""

OUTLET_NOUNS = word_set(
    """
    times post journal news herald tribune guardian gazette tv radio broadcasting press magazine daily
    telegraph review observer chronicle mirror star sun independent standard today weekly television
    newspaper online mail dispatch inquirer examiner courier wire monitor globe bulletin register argus echo
"""
)
"""Nouns that make a capitalised run an outlet, where the table of outlets does not know it."""

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


_NEVER = word_set(
    "the a an and but or in on at of to he she it they we i this that these those his her its their who what when if"
)
_GIVEN_MONTHS = word_set("jan jun june april augusta")
"""Months that are given names too: Jan Kowalski, June Adams."""


def _opens_name(tokens: Tokens, at: int) -> bool:
    """Whether a month's word is a given name here: a capitalised word follows that is no number."""
    follows = at + 1
    return follows < len(tokens) and tokens.words[at][0].isupper() and _name_like(tokens.words[follows])


_RANKS = word_set("rear vice deputy prime chief first acting then")


def _is_title(lower: str) -> bool:
    return HEADS.get(singular(lower), Role.SOURCE) is not Role.SOURCE


def find_names(tokens: Tokens, taken: dict[int, int], opens: list[bool]) -> dict[int, NameRun]:
    """Runs by their first token. ``taken`` maps the first to the last token of known terms; ``opens`` marks the
    first words of sentences."""
    runs: dict[int, NameRun] = {}
    at, size, words, lower = 0, len(tokens), tokens.words, tokens.lower
    while at < size:
        if at in taken:
            at = taken[at] + 1
            continue
        word = words[at]
        if not word[0].isupper() and "-" not in word and lower[at] not in OPENING_PARTICLES:
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
        if run is not None:
            runs[run.first] = run
        at = last + 1
    return runs


@lru_cache(maxsize=20_000)
def _name_like(word: str) -> bool:
    """Whether a word can be part of a name, by its shape and by what it is not."""
    lower = word.lower().replace("’", "'")
    if lower in _NEVER:
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
    elif not _may_be_part(tokens, at) or (opens[at] and lower in SENTENCE_OPENERS):
        if not (_is_body_start(tokens, at) and not opens[at]):
            return None
    last = at
    index = at + 1
    while index < len(tokens) and index not in taken and tokens.starts[index] - tokens.ends[index - 1] <= 1:
        if opens[index]:
            break
        word, lower = tokens.words[index], tokens.lower[index]
        if lower in _JUNIOR and last > at - 1:
            last = index
        elif _may_be_part(tokens, index) or (
            is_capital(word)
            and (lower in BODY_NOUNS or lower in OUTLET_NOUNS or _is_body_start(tokens, index))
        ):
            last = index
        elif word == "." and len(tokens.words[last]) == 1 and last == index - 1:
            pass
        elif lower in PARTICLES or (word in {"of", "for", "&"} and _body_so_far(tokens, at, last)):
            pass
        elif word == "the" and tokens.lower[index - 1] in {"of", "for"} and _body_so_far(tokens, at, last):
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
    "democratic republican federal state islamic christian arab european african asian international"
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


_ENDINGS = (("skyy", "ski"), ("skyi", "ski"), ("skiy", "ski"), ("skii", "ski"), ("skyj", "ski"), ("sky", "ski"),
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


__all__ = ["BODY_NOUNS", "NOT_NAMES", "OUTLET_NOUNS", "PARTICLES", "SENTENCE_OPENERS", "NameRun", "find_names",
           "is_capital", "name_key"]  # fmt: skip
