"""Word lists for the home of an office: which need a state, what rules one out, whose titles they are.

Each rule of ``settling`` has a row in ``RULES`` with an example and a counter-example.
"""

from dataclasses import dataclass

from diplotui.extraction.tokens import word_set


@dataclass(frozen=True, slots=True)
class HomeRule:
    """A rule that finds whose official somebody is."""

    id: str
    example: str
    counter: str
    """Words that the rule must leave alone."""


RULES: tuple[HomeRule, ...] = (
    HomeRule(
        "worded", "the Turkish foreign minister; a spokesman for Chad's government", "Iran's envoy in Oslo"
    ),
    HomeRule(
        "own-clause",
        "General Ruiz, who commands the Peruvian troops",
        "Mr. Brandt, who heads a mill in Duisburg",
    ),
    HomeRule("place-behind", "the Foreign Office in Islamabad", "the Russian embassy in Stockholm"),
    HomeRule("whose", "Eritrea, whose information minister, Yonas, said", "a firm whose spokesman said"),
    HomeRule(
        "possessive", "Denmark wrote. Its ambassador, Poul Holm, said", "the airline and its chief executive"
    ),
    HomeRule(
        "post-before",
        "At the Chadian embassy, the chargé d'affaires said; On the Danish side, the envoy said",
        "At the Chadian border, the envoy said",
    ),
    HomeRule(
        "apposed", "the aide of the Thai minister, Ambassador Y", "the Thai minister, X, told Ambassador Y"
    ),
    HomeRule("bearer", "Finland's minister spoke. Antti Ranta, his state secretary, said", "his lawyer"),
    HomeRule("place-before", "In Tehran, the foreign minister said", "In Tehran, the airline said"),
    HomeRule(
        "same-office",
        "Peru's foreign minister spoke. Foreign Minister Ana Rey said",
        "the mayor of another town",
    ),
    HomeRule(
        "same-noun", "Russia's chief sanitary inspector; the inspector, Arkady Belov", "a driver; the driver"
    ),
    HomeRule("spokes-near", "The Kremlin said so. A spokesman added", "The firm said so. A spokesman added"),
    HomeRule("named-next", "a spokeswoman for the ministry said. Ana Rey told reporters", "Ana Rey wept"),
    HomeRule(
        "body-noun",
        "NATO and a spokesman for the alliance; the bloc's envoy, ASEAN named",
        "an alliance of two parties; the union of dockers",
    ),
    HomeRule("body-owner", "the army's spokesman, after the Kenyan army", "the airline's spokesman"),
    HomeRule(
        "aide", "an aide to the president, after Cyprus's president", "an aide to the chairman of a bank"
    ),
    HomeRule("inside-office", "an official in the ministry, after Mali's ministry", "a worker in the mill"),
    HomeRule("chamber", "The prime minister told the Knesset", "The envoy visited the Knesset"),
    HomeRule(
        "title",
        "the prefect, where France alone of the states with prefects is named",
        "the foreign minister",
    ),
    HomeRule("dateline", "BOGOTA - The defence minister said", "GENEVA - The defence minister said"),
    HomeRule(
        "near", "The government in Accra denied it. The president told parliament", "two states spoken of"
    ),
    HomeRule("frame", "the one state that a text without dateline is about", "a text about two states alike"),
    HomeRule(
        "own-will",
        "Baku, he said, rejects the charges (an aide to the president)",
        "Baku had fired first, he said",
    ),
    HomeRule(
        "teller", "Spain's navy accused ... The foreign minister denied it", "Spain said. The minister added"
    ),
    HomeRule(
        "own-statement",
        "The Ministry rejects ... no official of the Republic of Malta",
        "the ministry, mid-text",
    ),
    HomeRule(
        "podium-form",
        "MS. DELANEY between QUESTIONs, no heading",
        "Question: and Mr Delaney: in small letters",
    ),
    HomeRule("podium", "a briefing's speaker under the heading 2:08 p.m. EDT", "an interview with an author"),
)
"""In the order in which they are asked; the first that answers wins."""

OFFICES = word_set(
    """ministry government presidency cabinet army navy military police parliament authorities authority
    embassy consulate junta regime troops forces command garrison administration treasury chancellery
    palace department high-command coastguard marines gendarmes gendarmerie peacekeepers leadership state-department"""
)
"""Bodies that only a state has."""

RULERS = word_set(
    """president vice-president premier chancellor king queen emir sultan monarch taoiseach tánaiste tanaiste prince shah regent minister
    undersecretary vice-minister secretary"""
)
"""Heads of persons who rule or govern."""

SPOKES = word_set("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen mouthpiece")

ENVOYS = word_set("ambassador envoy negotiator consul emissary chargé delegate attaché")
"""What stands in, to or at a state is their post and not their home."""

OFFICERS = word_set(
    """general colonel admiral lieutenant major captain brigadier marshal commodore commander gen col maj
    capt adm brig"""
)
"""Ranks; they have a home where they bear a name."""

INSPECTORS = word_set(
    """inspector prosecutor ombudsman prefect veterinarian comptroller treasurer registrar surveyor
    censor"""
)
"""Posts of a state's service."""

OFFICIALS = word_set(
    """official officials diplomat diplomats negotiators ministers lawmaker officer officers"""
)
"""Speak for a state where the phrase or the place names it, and never otherwise."""

CHIEFS = word_set(
    """head chief director chair chairman chairwoman deputy adviser advisor representative speaker leader
    inspector-general commissioner superintendent commandant secretary-general"""
)
"""Speak for a state where what they lead is the state's."""

PEERS = word_set("colleague counterpart")
"""Officials like the one just named: his Venezuelan colleague."""

TREATY_BODIES = word_set(
    """panel mission envoy peacekeepers observers secretary-general commission tribunal court"""
)
"""Parts of a world body that speak for it."""

POSTS: tuple[str, ...] = (
    "national security adviser", "national security advisor", "security adviser", "security advisor",
    "chief of staff", "chief of the general staff", "chief of general staff", "attorney-general",
    "attorney general", "solicitor general", "press secretary", "foreign policy adviser", "chief negotiator",
    "army chief", "navy chief", "military chief", "defence chief", "defense chief", "intelligence chief",
    "spy chief", "police chief", "chief of police", "central bank governor", "head of state",
    "head of government", "trade representative", "vice president", "intelligence director", "chief of protocol",
    "cabinet secretary", "government spokes", "royal court", "high commissioner", "ombudsman",
)  # fmt: skip
"""Posts of more than one word that a state fills."""

AIDES = word_set("adviser advisor aide assistant deputy")
"""Speak for the one whose aide they are: a presidential adviser."""

AIDED = word_set("presidential ministerial government ministry palace")
"""Before an aide: whose aide it is."""

OWNING_BODIES = OFFICES | word_set("commission council bloc union alliance agency coalition")
"""Bodies whose "'s" leads back to an earlier mention: the commission's spokesman."""

CHAMBERS: tuple[tuple[str, str], ...] = (
    ("knesset", "IL"),
    ("duma", "RU"),
    ("majlis", "IR"),
    ("bundestag", "DE"),
    ("riksdag", "SE"),
    ("sejm", "PL"),
    ("rada", "UA"),
    ("diet", "JP"),
    ("folketing", "DK"),
    ("storting", "NO"),
    ("lok", "IN"),
    ("dáil", "IE"),
    ("althing", "IS"),
    ("saeima", "LV"),
    ("seimas", "LT"),
    ("riigikogu", "EE"),
    ("eduskunta", "FI"),
)
"""Parliaments that one state has: a ruler who addresses one is that state's."""

NOBODY = word_set(
    """former ex ex- retired onetime one-time ousted deposed exiled jailed imprisoned detained dissident
    rebel rebels separatist shadow opposition union unions company companies airline airlines firm
    bank operator maker party campaign group league federation club association foundation institute
    university hospital church brotherhood charity newspaper magazine broadcaster agency's tribal
    student trade-union skipper producers shipping"""
)
"""With one of these in the phrase nobody speaks for a state."""

CLAUSE_VERBS = word_set(
    """leads heads commands represents advises led headed commanded advised chairs runs oversees directs
    speaks signed negotiates negotiated"""
)
"""``X, who commands ...``: what X does is an office."""

SERVING_VERBS = word_set(
    "was is took takes serves served acts acted sits sat handles handled answers answered wrote writes works"
)
"""``X, who took notes for the minister``: whom X serves, where a "for" says so."""

CLAUSE_OFFICES = OFFICES | word_set(
    """delegation team side talks force contingent battalion brigade fleet mission minister ministers
    cabinet president staff negotiators service directorate communication communications"""
)
"""What one may lead or speak for and thereby hold an office."""

VOLITION = word_set(
    """reject rejects rejected deny denies denied will would wants want wanted is was had has does did refuses
    refused remains reserves considers expects intends seeks insists opposes supports welcomes never"""
)
"""Behind a state's name: it wills, and does not only suffer."""

ASKERS = frozenset({"question", "q", "reporter", "moderator", "interviewer"})
"""Labels of those who ask."""

__all__ = [
    "AIDED",
    "AIDES",
    "ASKERS",
    "CHAMBERS",
    "CHIEFS",
    "CLAUSE_OFFICES",
    "CLAUSE_VERBS",
    "ENVOYS",
    "INSPECTORS",
    "NOBODY",
    "OFFICERS",
    "OFFICES",
    "OFFICIALS",
    "OWNING_BODIES",
    "PEERS",
    "POSTS",
    "RULERS",
    "RULES",
    "SERVING_VERBS",
    "SPOKES",
    "TREATY_BODIES",
    "VOLITION",
    "HomeRule",
]
