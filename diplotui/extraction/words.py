"""Words as the rules compare them: content words, light stems, and families of near-synonyms."""

import re
from dataclasses import dataclass
from functools import lru_cache

from diplotui.extraction.tokens import word_set

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")

STOP_WORDS = word_set(
    "a about above after again against all also although am among an and any are as at back be because "
    "been before being below between both but by can could did do does doing down during each either else "
    "ever every few for from further had has have having he her here hers him his how however i if in "
    "including into is it its itself just last least less like made make makes making many may me might "
    "more most much must my near neither no nor not now of off on once one only or other our out over own "
    "per put rather said same say saying says shall she should since so some still such take taken than "
    "that the their them then there these they this those though through to told too toward towards under "
    "until up upon us very via was we well were what when where whether which while who whom whose why "
    "will with within without would yet you your according allegedly report reported reportedly reporting "
    "reports statement statements spokesman spokesperson spokeswoman official officials minister "
    "ministers president government monday tuesday wednesday thursday friday saturday sunday week month "
    "year day earlier late later early deny denied denies denial claim claimed claims never ever kind "
    "sort see seen alleged allegation allegations accusation accusations accused charge "
    "charges knowledge involvement role part responsibility hand nothing anything something "
    "everything nobody anybody somebody true false untrue fake baseless groundless mr mrs ms new"
)
"""Function words, and the words of attribution and time that say nothing about the matter itself."""

IRREGULAR = {
    form: base
    for base, forms in {
        "agree": "agreed", "free": "freed", "guarantee": "guaranteed", "begin": "began begun",
        "break": "broke broken", "bring": "brought", "build": "built",
        "buy": "bought",
        "come": "came", "deal": "dealt", "die": "died dying dead death deaths", "draw": "drew drawn",
        "fall": "fell fallen", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown flight",
        "forbid": "forbade forbidden", "freeze": "froze frozen", "give": "gave given", "go": "went gone",
        "grow": "grew grown", "hide": "hid hidden", "hit": "hitting", "hold": "held", "keep": "kept",
        "know": "knew known", "lay": "laid", "lead": "led", "leave": "left", "lose": "lost loss losses",
        "meet": "met", "pay": "paid payment", "run": "ran", "see": "saw seen", "seek": "sought",
        "sell": "sold sale sales",
        "send": "sent", "set": "setting", "shoot": "shot shooting", "shut": "shutting", "sink": "sank sunk",
        "speak": "spoke spoken", "spend": "spent", "stand": "stood", "steal": "stole stolen",
        "strike": "struck stricken",
        "swap": "swapped swapping", "take": "took", "teach": "taught", "think": "thought",
        "throw": "threw thrown",
        "win": "won", "withdraw": "withdrew withdrawn withdrawal", "write": "wrote written",
        "approve": "approval", "arrive": "arrival", "behave": "behaviour", "explode": "explosion",
        "seize": "seizure seizures", "close": "closure", "expel": "expelled expulsion",
        "destroy": "destruction", "intervene": "intervention", "interfere": "interference",
        "collide": "collision", "acquire": "acquisition", "disclose": "disclosure",
        "invade": "invasion", "deploy": "deployment", "kidnap": "kidnapping abduct abducted abduction",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Irregular form to base form, where suffix rules do not lead from one to the other."""

_SUFFIXES = (
    "ization", "isation", "ation", "ition", "ment", "ance", "ence", "ising", "izing", "ised", "ized", "ating",
    "ated", "ate", "ion", "ing", "er", "or", "al", "ied", "ed", "ity", "ive", "ly",
)  # fmt: skip
_SHORTEST_VERB = 3
"""A short verb keeps three: arming -> arm, fired -> fir."""
_SHORTEST_STEM = 4
"""A suffix comes off only where this many letters stay."""

FAMILIES: tuple[tuple[str, str], ...] = (
    (
        "offer",
        "offer proposal propose proposition suggestion suggest overture initiative bid feeler plan approach",
    ),
    (
        "talk",
        "talks talk negotiation negotiate dialogue dialog meeting meet met contact conversation consultation",
    ),
    (
        "pact",
        "agreement agree deal pact accord treaty arrangement understanding commitment commit "
        "pledge promise undertaking",
    ),
    ("ask", "ask asked request demand appeal plea urge"),
    ("truce", "ceasefire truce armistice cessation freeze"),
    (
        "attack",
        "attack strike shelling shell bombard bombardment bombing bomb raid assault airstrike fire "
        "hit shoot ambush shot mortar offensive operation sortie",
    ),
    ("kill", "kill killing die dead slay execute execution assassinate assassination murder massacre"),
    (
        "arms",
        "weapon weapons arms armament missile rocket munition ammunition drone rifle gun tank "
        "howitzer grenade jet",
    ),
    ("supply", "supply provide deliver delivery send shipment transfer smuggle equip sell"),
    (
        "hold",
        "detain detention arrest imprison jail custody captive hostage prisoner capture seize seizure abduct",
    ),
    ("free", "free release swap exchange handover return"),
    ("enter", "cross enter invade incursion intrude intrusion violate violation breach advance"),
    (
        "soldier",
        "soldier troop troops forces military army guard guards fighter fighters militia unit units infantry",
    ),
    ("deploy", "deploy deployment mass amass massing build-up buildup station concentrate reinforce"),
    ("back", "back support sponsor fund finance train aid assist help"),
    ("hack", "hack hacking cyberattack breach intrusion spy spying espionage eavesdrop wiretap surveillance"),
    ("block", "block blockade blockage obstruct bar close closure hinder impede"),
    ("leave", "withdraw withdrawal pull leave evacuate retreat"),
    ("poison", "poison poisoning nerve chemical gas toxin"),
    ("pay", "pay payment bounty bribe bribery ransom"),
    ("plane", "aircraft plane jet flight fly airliner helicopter airfield airstrip airport warplane bomber"),
    ("ship", "ship vessel boat barge frigate submarine tanker trawler warship ferry"),
    ("border", "border frontier boundary line"),
    ("channel", "back-channel backchannel channel intermediary intermediaries go-between middleman mediator"),
    ("letter", "letter message note envoy emissary"),
    ("visit", "visit trip travel journey tour"),
    ("photo", "photograph photo picture image footage video recording clip tape audio"),
)
"""Words that tell of one matter in other words; the first column names the family."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The part of a word that its inflections and near derivations share: proposals, proposed -> propos."""
    low = word.lower().replace("’", "'")
    if low.endswith("'s"):
        low = low[:-2]
    low = IRREGULAR.get(low.rstrip("'"), low.rstrip("'"))
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) >= _SHORTEST_STEM:
        low = low[:-3] + "y" if low.endswith("ies") and len(low) > _SHORTEST_STEM else low[:-1]
        low = IRREGULAR.get(low, low)
    for _ in range(2):
        for suffix in _SUFFIXES:
            shortest = _SHORTEST_VERB if suffix in ("ing", "ed") else _SHORTEST_STEM
            if low.endswith(suffix) and len(low) - len(suffix) >= shortest:
                low = low[: -len(suffix)] + ("y" if suffix == "ied" else "")
                break
        else:
            break
    if (low[-1:] == "e" and len(low) >= _SHORTEST_STEM) or (low[-1:] == "y" and len(low) > _SHORTEST_STEM):
        low = low[:-1]
    if len(low) > _SHORTEST_STEM and low[-1] == low[-2] and low[-1] not in "aeiouls":
        low = low[:-1]
    return low


_FAMILY_OF = {stem(word): f"={name}" for name, words in FAMILIES for word in words.split()}


def words_of(text: str) -> tuple[list[int], list[str]]:
    """All words of a text, function words included, in order: where each starts, and its stem. Linear."""
    found = list(_WORD.finditer(text))
    return [word.start() for word in found], [stem(word.group()) for word in found]


@lru_cache(maxsize=4_000)
def content_stems(passage: str) -> frozenset[str]:
    """Stems of what a passage is about, without function words and the words of attribution."""
    return frozenset(
        stem(word) for word in _WORD.findall(passage) if word.lower() not in STOP_WORDS and len(word) > 1
    )


@lru_cache(maxsize=4_000)
def all_stems(passage: str) -> frozenset[str]:
    """Stems of all words of a passage, those of attribution too ("found", "accused")."""
    return frozenset(stem(word) for word in _WORD.findall(passage))


def family(stemmed: str) -> str | None:
    """The family of near-synonyms a stem belongs to, marked with ``=``, or None."""
    return _FAMILY_OF.get(stemmed)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two passages share: words, and families of words where the words differ."""

    words: frozenset[str]
    families: frozenset[str]
    share: float
    """Weight of what is shared against the smaller passage, 0 to 1; a family counts half a word."""


FAMILY_WEIGHT = 0.5
_APART = Overlap(frozenset(), frozenset(), 0.0)


@lru_cache(maxsize=4_000)
def _related(stems: frozenset[str]) -> frozenset[str]:
    """Those of some stems that belong to a family."""
    return frozenset(item for item in stems if item in _FAMILY_OF)


def overlap(one: frozenset[str], other: frozenset[str]) -> Overlap:
    """How far two sets of content stems tell of one matter."""
    same = one & other
    related, kin = _related(one), _related(other)
    if not same and not (related and kin):
        return _APART
    families = frozenset(
        {_FAMILY_OF[item] for item in related - same} & {_FAMILY_OF[item] for item in kin - same}
    )
    smaller = min(len(one), len(other))
    share = (len(same) + FAMILY_WEIGHT * len(families)) / smaller if smaller else 0.0
    return Overlap(same, families, min(share, 1.0))
