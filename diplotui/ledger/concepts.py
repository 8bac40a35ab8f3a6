"""Word tables of the matching rules: which words count for nothing, mean one thing, or mean the opposite."""

import re
from functools import lru_cache


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS = _listed(
    """a an the this that these those such some any all each every both either neither no not never none nor
    i me my we us our you your he him his she her it its they them their who whom whose which what when where
    why how there here and or but if unless though although because as than then so also too very just only
    even still already yet of to in on at by for with without from into onto upon over under about between
    among through during before after since until against toward towards across along up down out off near
    be is are was were been being am have has had having do does did doing done will would shall should can
    could may might must ought say says said saying tell tells told report reports reported reporting
    reportedly according allege alleged allegedly claim claims claimed claiming that's it's kind sort other
    others own earlier later today yesterday tomorrow week weeks month months year years day days early late
    mid monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec recent recently
    now ever once again first last next previous
    mr mrs ms dr make makes made making take takes took taken taking place one s t"""
)

_NUMBERS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty"""

NUMBER_WORDS = {word: str(number) for number, word in enumerate(_NUMBERS.split(), start=2)}
"""Small numbers in words; "one" is left out, it is mostly a pronoun."""

IRREGULAR = {
    "gave": "give", "given": "give", "sent": "send", "sold": "sell", "bought": "buy", "held": "hold",
    "met": "meet", "shot": "shoot", "flew": "fly", "flown": "fly", "struck": "strike", "led": "lead",
    "fought": "fight", "withdrew": "withdraw", "withdrawn": "withdraw", "lent": "lend", "paid": "pay",
    "spoke": "speak", "spoken": "speak", "broke": "break", "broken": "break", "began": "begin",
    "begun": "begin", "lost": "lose", "won": "win", "left": "leave", "fell": "fall", "fallen": "fall",
    "hid": "hide", "hidden": "hide", "sought": "seek", "built": "build", "spent": "spend", "forces": "forces",
    "talks": "talk", "went": "go", "gone": "go", "came": "come", "put": "put", "blew": "blow",
    "swapped": "swap",
    "rose": "rise", "risen": "rise", "drew": "draw", "drawn": "draw", "kept": "keep", "brought": "bring",
    "caught": "catch", "taught": "teach", "stole": "steal", "stolen": "steal", "hit": "hit", "cut": "cut",
    "shut": "shut", "agreed": "agree", "agreeing": "agree", "agreement": "accord", "agreements": "accord",
    "plane": "aircraft", "planes": "aircraft", "men": "man", "women": "woman", "children": "child",
}  # fmt: skip

SUFFIXES = (
    ("ication", ""), ("ations", ""), ("ation", ""), ("itions", "it"), ("ition", "it"), ("ements", ""),
    ("ement", ""), ("ments", ""), ("ment", ""), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("ies", "y"),
    ("ied", "y"), ("ingly", ""), ("edly", ""), ("ings", ""), ("ing", ""), ("als", ""), ("ed", ""), ("es", ""),
    ("ly", ""), ("al", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip
"""(ending, what stands in its place); the first that fits is cut. Longer endings come first."""

_CONCEPTS: tuple[tuple[str, str], ...] = (
    ("ceasefire", "ceasefire truce armistice freeze"),
    ("war", "war conflict fighting hostilities"),
    ("offer", "offer propose proposal suggest suggestion approach overture feeler invitation invite"),
    ("reject", "reject rejection rebuff refuse refusal spurn turndown veto"),
    ("accept", "accept agree consent"),
    ("pass", "pass approve adopt"),
    ("deal", "deal accord pact treaty"),
    ("sign", "sign signature conclude ink"),
    ("talk", "talk negotiate negotiation discuss discussion dialogue conversation speak"),
    ("meet", "meet meeting summit encounter"),
    ("swap", "swap exchange return"),
    ("release", "release free liberate"),
    ("detain", "detain seize capture arrest imprison jail hold"),
    ("prisoner", "prisoner captive hostage detainee inmate"),
    ("soldier", "soldier troop serviceman personnel"),
    ("supply", "supply send deliver provide ship transfer lend hand donate furnish"),
    ("grant", "grant give award"),
    ("trade", "sell sale buy purchase"),
    ("attack", "attack strike hit shell bombard raid bomb assault airstrike"),
    ("shootdown", "shootdown downed"),
    ("aid", "aid assistance help"),
    ("bill", "bill legislation measure package supplemental"),
    ("mediate", "broker mediate mediator mediation"),
    ("intermediary", "intermediary gobetween middleman backchannel"),
    ("violate", "violate violation breach break infringe"),
    ("enter", "enter cross invade incursion intrude"),
    ("withdraw", "withdraw withdrawal pullback pullout retreat"),
    ("deploy", "deploy deployment station"),
    ("extend", "extend extension prolong renew"),
    ("suspend", "suspend suspension pause"),
    ("quit", "quit leave exit abandon"),
    ("impose", "impose slap"),
    ("lift", "lift ease remove"),
    ("increase", "increase raise boost expand"),
    ("reduce", "reduce cut decrease lower shrink"),
    ("open", "open reopen"),
    ("close", "close shut"),
    ("begin", "begin start commence"),
    ("end", "end stop halt cease"),
    ("join", "join accede"),
    ("secret", "secret secretly covert clandestine quiet quietly"),
    ("more", "more additional further another extra"),
    ("drone", "drone uav unmanned"),
    ("aircraft", "jet fighter warplane aircraft"),
    ("weapon", "weapon arms armament"),
    ("missile", "missile rocket"),
    ("civilian", "civilian villager resident"),
    ("deport", "deport expel"),
    ("build", "build construct manufacture produce"),
    ("power", "power fuel"),
)  # fmt: skip
"""(concept, words for it). Words that part ways in diplomacy stay apart: "pass" a bill, "accept" an offer."""


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)

PHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        (r"\bturn(?:s|ed|ing)?\s+(?:\w+\s+){0,4}?down\b", "turndown"),
        (r"\brul(?:e|es|ed|ing)\s+out\b", "turndown"),
        (r"\bpull(?:s|ed|ing)?\s+(?:\w+\s+){0,3}?(?:back|out)\b", "withdraw"),
        (r"\bsho(?:o)?t(?:s|ing)?\s+(?:\w+\s+){0,4}?down\b", "shootdown"),
        (r"\bsound(?:s|ed|ing)?\s+out\b", "propose"),
        (r"\bcease-fire\b", "ceasefire"),
        (r"\bair[\s-]strikes?\b", "airstrike"),
        (r"\bgo-betweens?\b|\bthird (?:parties|countries)\b", "intermediary"),
        (r"\bback[\s-]channels?\b", "intermediary"),
        (r"\bprisoners? of war\b|\bPOWs?\b", "prisoner"),
        (rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?={_MONTHS})", ""),
        (rf"\b({_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b", r"\1"),
        (r"\btook place\b|\btaken place\b|\btakes place\b", "happen"),
    )
)
"""(phrase of several words, the one word it counts as); a day of a month is no number to compare."""

OUTLOOKS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("negated", r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without)\b|n't\b"
                    r"|\bfail(?:s|ed)? to\b"),
        ("possible", r"\b(?:may|might|could|possib\w+|perhaps|appears? to|appeared to|seems? to|likely)\b"),
        ("conditional", r"\b(?:if|unless|provided that|on condition)\b"),
        ("wanted", r"\b(?:should|must|ought to|has to|have to|needs? to|urg\w+|demand(?:s|ed)? that"
                   r"|ask(?:s|ed|ing)? \w+ to|call(?:s|ed|ing)? (?:on|for))\b"),
        ("future", r"\b(?:will|would|shall|(?:plan|intend|aim|hope|want|seek)(?:s|n?ed|n?ing)? to|going to"
                   r"|(?:is|are|was|were) to|set to|due to|about to|expects? to"
                   r"|expected to|close to)\b|'ll\b"),
    )
)  # fmt: skip
"""(name, wording). A sentence may have several; plain past or present has none."""

POINTER = re.compile(
    r"\b(?:(?:the|this|that|these|those|such|any|all|its|their|his|her)\s+(?:\w+\s+){0,2}?)"
    r"(?:reports?|reporting|claims?|allegations?|accusations?|charges?|suggestions?|assertions?|rumou?rs?"
    r"|offers?|proposals?|story|stories|account|statement|remarks?|matter|issue|question|plan|deal|talks)\b",
    re.IGNORECASE,
)
"""Words that point at something said before instead of saying it."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in lower case without its ending: "proposed" and "proposing" both give "propos".

    Light on purpose: the irregular table, then the first suffix that fits and leaves three letters, then
    a doubled last letter and a silent e go.
    """
    word = IRREGULAR.get(word, word)
    for suffix, ending in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: len(word) - len(suffix)] + ending
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


CONCEPT_OF = {stem(word): concept for concept, words in _CONCEPTS for word in (concept, *words.split())}
"""Stem -> concept."""


def concept(word: str) -> str:
    """The concept of a word, else its stem."""
    cut = stem(word)
    return CONCEPT_OF.get(cut, cut)


def _concepts(words: str) -> frozenset[str]:
    return frozenset(concept(word) for word in words.split())


OPPOSITES = frozenset(
    _concepts(pair)
    for pair in (
        "accept reject", "pass reject", "offer reject", "sign reject", "accept violate", "sign violate",
        "deploy withdraw", "enter withdraw", "increase reduce", "lift impose", "open close", "release detain",
        "begin end", "extend end", "join quit", "suspend quit", "win lose", "grant refuse", "ban allow",
        "recognise deny", "arrive leave", "hire dismiss", "arm disarm", "ally enemy",
    )
)  # fmt: skip
"""Concepts that cannot both be the core of one proposition."""

RIVALS = tuple(
    _concepts(row)
    for row in (
        "soldier civilian prisoner diplomat journalist child refugee",
        "drone missile aircraft tank shell ship submarine mine",
        "gold oil gas grain coal money",
        "sanction tariff embargo",
        "hospital school market bridge airport port embassy",
        "training base",
    )
)
"""Things of one sort: where each of two sentences has another one, they are about two things."""

DECISIVE = _concepts(
    "reject violate quit suspend withdraw end lift impose release detain deport resign kill fail"
)
"""Concepts that make another proposition where only one of two sentences has them."""

ROLE_FREE = _concepts("meet accept deal sign talk swap trade war join")
"""Concepts that hold of both sides alike, or that have a converse (sell, buy): word order decides nothing."""

POINTING = _concepts(
    """report reporting claim allegation accusation charge assertion rumour rumor story account
    statement remark matter issue question existence truth fact"""
)
"""Concepts of nouns that only point: they are no content of a denial."""
