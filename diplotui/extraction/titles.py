"""Titles and roles: the words by which a text says what somebody is, and for whom he or she may speak.

A head noun has a role; the role decides, with the party found in the phrase, whether its bearer speaks for
that party: an official, minister, spokesperson, envoy or commander of a state does, a journalist, an analyst,
a private person, a lawmaker, a former official or a source known by nationality alone does not.
"""

from enum import StrEnum
from functools import lru_cache

from diplotui.extraction.tokens import word_set


class Role(StrEnum):
    """What a head noun says of its bearer."""

    LEADER = "leader"
    MINISTER = "minister"
    SPOKES = "spokes"
    ENVOY = "envoy"
    ADVISER = "adviser"
    COMMANDER = "commander"
    CHIEF = "chief"
    OFFICIAL = "official"
    LAWMAKER = "lawmaker"
    LOCAL = "local"
    PRIVATE = "private"
    SOURCE = "source"
    COURTESY = "courtesy"


SPEAKING_ROLES = frozenset(
    {
        Role.LEADER,
        Role.MINISTER,
        Role.SPOKES,
        Role.ENVOY,
        Role.ADVISER,
        Role.COMMANDER,
        Role.CHIEF,
        Role.OFFICIAL,
    }
)
"""Roles whose bearers speak for the party named with them."""

_HEADS: tuple[tuple[Role, str], ...] = (
    (
        Role.LEADER,
        """
            president premier chancellor king queen emir sultan monarch taoiseach ayatollah dictator
            prince princess strongman ruler caliph speaker pope pontiff shah junta regent
        """,
    ),
    (
        Role.MINISTER,
        """minister secretary undersecretary under-secretary under-secretary-general vice-minister
        attorney-general treasurer commissioner comptroller""",
    ),
    (
        Role.SPOKES,
        "spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen spox press-secretary",
    ),
    (
        Role.ENVOY,
        """
            ambassador envoy negotiator consul emissary mediator delegate rapporteur interlocutor
            coordinator attaché attache
        """,
    ),
    (Role.ADVISER, "adviser advisor aide strategist counselor counsellor deputy assistant"),
    (
        Role.COMMANDER,
        """
            general commander colonel admiral lieutenant major captain brigadier marshal commodore
            sergeant warlord commander-in-chief gen lt col maj capt adm sgt brig cmdr cdr vice-adm fighter
        """,
    ),
    (
        Role.CHIEF,
        """
            head chief director leader chairman chairwoman chairperson chair secretary-general
            director-general president-elect boss co-leader co-chair governor-general moderator
            representative vice-president administrator inspector-general prosecutor superintendent
            commissioner-general controller executive ceo founder co-founder
        """,
    ),
    (Role.OFFICIAL, "counterpart official diplomat bureaucrat technocrat officer"),
    (
        Role.LAWMAKER,
        """
            senator congressman congresswoman lawmaker legislator mp mep parliamentarian sen rep sens reps
            backbencher whip congressperson peer lord baroness candidate opposition nominee democrat
            republican
        """,
    ),
    (Role.LOCAL, "mayor governor councilman councilwoman councillor gov sheriff judge justice magistrate"),
    (
        Role.PRIVATE,
        """
            journalist reporter correspondent columnist editor author writer blogger analyst expert
            professor scholar researcher fellow economist historian activist campaigner dissident lawyer
            attorney solicitor barrister resident villager farmer teacher student doctor nurse surgeon
            physician witness survivor refugee migrant protester demonstrator victim relative father
            mother brother sister son daughter wife husband widow uncle cousin friend neighbor neighbour
            businessman businesswoman entrepreneur trader investor worker driver engineer soldier
            conscript prisoner hostage detainee cleric imam bishop archbishop priest rabbi pastor monk
            ex-minister ex-president scientist demographer pollster commentator pundit observer physicist
            biologist coach actor actress singer filmmaker novelist poet artist photographer musician
            veteran shopkeeper supporter opponent critic volunteer medic paramedic rescuer passenger pilot
            sailor fisherman insider lobbyist consultant contractor academic lecturer sociologist
            psychologist theologian elder tycoon oligarch billionaire retiree pensioner tourist mechanic
            electrician waiter waitress manager spy defector rebel militant insurgent gunman whistleblower
            patient intern employee staffer staff voter delegate broadcaster anchor host presenter
            grandmother grandfather mourner parent landlord planner colleague predecessor successor rival ally partner vendor seller buyer merchant captive
            bystander inhabitant local
        """,
    ),
    (
        Role.SOURCE,
        """
            source people person persons insiders individual individuals others man woman men women boy
            girl teenager youth
        """,
    ),
    (
        Role.COURTESY,
        "sheikh sheik sheikha mr mrs ms mx dr prof sir dame lady rev messrs mme monsieur madame st hon justice",
    ),
)

HEADS: dict[str, Role] = {word: role for role, words in reversed(_HEADS) for word in words.split()}
"""Head noun, singular and lower case without a full stop, to its role."""

_IRREGULAR_PLURALS = {
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "spokespeople": "spokesperson",
    "congressmen": "congressman",
    "businessmen": "businessman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "secretaries": "secretary",
    "attorneys": "attorney",
    "wives": "wife",
    "people": "people",
    "men": "men",
    "women": "women",
    "chairmen": "chairman",
    "others": "others",
    "staff": "staff",
    "opposition": "opposition",
}


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The singular of a lower-case head noun, a full stop of an abbreviation taken off."""
    word = word.rstrip(".")
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if word in HEADS:
        return word
    if word.endswith("ies") and word[:-3] + "y" in HEADS:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2] in HEADS:
        return word[:-2]
    return word[:-1] if word.endswith("s") and (word[:-1] in HEADS or word[:-1] in BODY_HEADS) else word


PLURAL_HEADS = word_set("people men women others persons individuals insiders spokespeople staff")
"""Heads that are plural without an -s, or always."""

TITLES_BEFORE_NAMES = frozenset(word for word, role in HEADS.items() if role not in {Role.SOURCE}) | word_set(
    "first lady"
)
"""What may stand right before a person's name."""

COMPLEMENTS = word_set(
    """
    media state defense defence foreign affairs treasury energy commerce health interior justice staff finance
    trade education agriculture transport transportation labor labour housing environment culture security
    homeland relations cooperation development economy home war industry tourism science technology
    information parliament intelligence policy external internal european international political military
    general naval operations veterans urban strategic communications digital transformation climate change
    migration asylum reintegration reconstruction infrastructure integration council public planning
    budget emergency situations
"""
)
"""Words that complete a title after "of", "for" or "of the": Secretary of State, Minister of Foreign Affairs."""

MODIFIERS = word_set(
    """
    rear four-star three-star two-star senior top unnamed anonymous unidentified named western eastern northern southern european arab asian
    african latin gulf former ex- ex current serving retired acting deputy interim outgoing incoming caretaker
    then-  military intelligence government defense defence foreign security state local regional city police
    health aid humanitarian human rights opposition independent political legal economic international
    high-ranking high-level high top-level senior-most junior other several various multiple many some most few
    more additional prime vice first second third assistant associate permanent special national chief lead
    ministry department embassy palace presidential parliamentary congressional diplomatic defense-ministry
    naval navy army air force border coast guard rebel militia union labor labour trade finance interior justice
    energy climate oil press media communications nuclear peace policy affairs house senate white cabinet
    administration court campaign party ruling conservative liberal democratic republican far-right left-wing
    right-wing nationalist separatist hardline moderate reformist islamist tribal religious supreme high grand
    crown private public leading prominent veteran longtime long-time well-placed knowledgeable same another
    u.n. un eu nato us uk un's youngest oldest elderly young old eldest older younger local-level rival
    Kremlin-installed exiled jailed imprisoned detained freed captured rank-and-file technical academic legal
    medical relief rescue refugee migration disaster emergency development hospital school university college
    bank central business industry company airline shipping football news newspaper television tv radio wire
    personal official confidential direct own close key respected noted influential powerful pro-government
    palestinian-american ordinary undisclosed informed unspecified counterterrorism counter-terrorism antitrust
    general attorney vice-president law enforcement transport transportation agriculture education tax customs
    immigration space weather election electoral constitutional war anti-war democracy digital foreign-policy
    home chancery consular trade-union religious-affairs legislative majority minority speaker's strategic cyber
    investigative freelance cultural environmental opposition-party secretary mission secretariat"""
)
"""Words that may stand before a head noun and belong to its phrase."""

FORMER = word_set("former ex ex- retired late then one-time onetime ousted deposed outgoing-former erstwhile")
"""With one of these a phrase speaks for nobody."""

OPPOSITION = word_set("opposition exiled jailed imprisoned dissident rebel separatist shadow detained")
"""With one of these a phrase does not speak for its state."""

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "both": 2,
}  # fmt: skip
"""Number words that count heads."""

BODY_HEADS: dict[str, str] = {
    noun: kind
    for kind, nouns in (
        (
            "office",
            """ministry department government administration embassy army military navy police court parliament
            presidency mission delegation service command force forces troops cabinet junta regime authority authorities consulate
            leadership palace legislature judiciary prosecution prosecutors""",
        ),
        (
            "body",
            """office agency council commission committee group organization organisation alliance bloc union party
            movement militia company firm university hospital bank fund charity institute watchdog coalition team
            body family campaign board panel crowd audience secretariat faction insurgents separatists association federation club airline""",
        ),
        (
            "outlet",
            "newspaper paper outlet magazine network broadcaster channel website station media daily weekly",
        ),
        (
            "document",
            """statement report letter document memo communique communiqué readout filing indictment complaint
            article study survey poll transcript cable declaration text resolution""",
        ),
    )
    for noun in nouns.split()
}
"""Nouns of bodies that can speak, and of texts that speak for whoever wrote them."""

UNNAMED = word_set("unnamed anonymous unidentified undisclosed unspecified")

TITLE_PARTIES: tuple[tuple[str, str, bool], ...] = (
    ("secretary of state for", "GB", True),
    ("secretary of state", "US", True),
    ("secretary of the treasury", "US", True),
    ("treasury secretary", "US", True),
    ("secretary of war", "US", True),
    ("administration official", "US", True),
    ("house speaker", "US", True),
    ("chairman of the joint chiefs", "US", True),
    ("director of national intelligence", "US", True),
    ("chancellor of the exchequer", "GB", True),
    ("taoiseach", "IE", True),
    ("supreme leader", "IR", True),
    ("federal chancellor", "DE", True),
    ("secretary of defense", "US", False),
    ("defense secretary", "US", False),
    ("defence secretary", "GB", False),
    ("foreign secretary", "GB", False),
    ("home secretary", "GB", False),
    ("attorney general", "US", False),
)
"""Titles that one party has in English-language news where the text names none beside them.

The third column is False where other states have the title too: then the dateline goes first.
"""


FEMALE_TITLES = word_set(
    "mrs ms spokeswoman congresswoman chairwoman queen princess dame lady baroness madame mme businesswoman mother sister"
    " daughter wife widow woman actress grandmother waitress councilwoman girl"
)
MALE_TITLES = word_set(
    "mr sir king prince spokesman congressman chairman emir sultan lord father brother son husband man ayatollah pope"
    " imam monsieur businessman fisherman councilman grandfather boy monk sheikh shah"
)

FEMALE_NAMES = word_set(
    """
    ada agnes aisha alexandra alice alina amal amanda amelia amina amy ana anastasia andrea angela anita
    ann anna annalena anne annette antonia asma audrey barbara beatrice benazir beth betty bridget camilla
    carla carmen caroline catherine cecilia charlotte chiara christina christine claire claudia
    condoleezza cristina dalia daniela deborah diana dina dilma donna dorothy ekaterina elena elisabeth
    elizabeth ellen elsa emily emma erika esther eva evelyn fatima federica fatou florence frances
    francesca gabriela giorgia gina gloria golda grace greta gro hadiza hanan hannah heather heidi helen
    helena helle hillary hina ilse inna indira ingrid irina iryna isabel jacinda jane janet jeanine
    jennifer jen jessica jill joan joanna josephine joyce judith julia juliana julie kaja kamala karen
    karin karine karoline kate katharina katherine kathleen katja kirsten kim-yo laura layla leila leyla
    lena linda lisa liz lucia lucy ludmila luisa magdalena maia maria mariam marian marie marine marina
    mariya marjorie martha mary maryam megan melissa mette michelle mia miriam monica nadia nancy natalia
    natalie nathalie nicole nikki nina noor oksana olena olga olha patricia paula pauline penny priti
    priyanka rachel rania rebecca rosa roza ruth sabrina samantha sandra sanna sara sarah sheikha shireen
    simone sofia sonia sophie stephanie susan svetlana sylvia tamara tanya tatiana teresa theresa tsai
    tulsi tzipi ursula valentina valerie vanessa vera veronica victoria viktoria virginia wendy yael
    yasmin yulia yuliya yvette zara zuzana
"""
)
"""Given names that are nearly always women's; only there to tell "she" from "he" between two persons."""

MALE_NAMES = word_set(
    """
    abdul abdullah adam adel ahmad ahmed akbar alan albert alex alexander alexei ali amir andrei andrew
    andriy andrzej anthony antonio antony anwar arthur ashraf bashar ben benjamin bernard bill bob boris
    brian carl carlos charles chris christopher daniel dave david denis dmitri dmitriy dmitry dmytro
    donald ebrahim edward emmanuel eric ernesto fernando francisco frank fred gary george gerhard giorgio
    giuseppe gordon greg hamid hans harry hassan henry herman hossein hugo hussein ian ibrahim igor ilham
    ismail ivan jack jacob jake james jamal jan jason javad javier jean jeff jens jeremy jim joe john
    jonathan jorge jose josep joseph joshua juan justin karl keir keith ken kenneth kevin khaled khalid
    kyle lars larry leo leonid lloyd louis luis luiz mahmoud manuel marco mario mark martin matt matthew
    mateusz maxim michael mike miguel mikhail mohamed mohammad mohammed moses muhammad mykhailo mustafa
    narendra nayib nicholas nicolas nigel ned oleg oleksandr oleksiy olaf omar oscar osama patrick paul
    pavel pedro peter petro philip pierre rafael ralph ramzan ray recep rex richard rishi robert roger ron
    ronald rudolf sam salman sebastian serge sergei sergey serhiy shinzo silvio simon stephen steve steven
    ted thomas tim toby tom tony vaclav valery vasily victor viktor vincent vitali vladimir volodymyr
    walid walter will william xi yair yasser yitzhak yoav yoon yuri yury yusuf zbigniew
"""
)

__all__ = [
    "BODY_HEADS",
    "COMPLEMENTS",
    "FEMALE_NAMES",
    "FEMALE_TITLES",
    "FORMER",
    "HEADS",
    "MALE_NAMES",
    "MALE_TITLES",
    "MODIFIERS",
    "NUMBERS",
    "OPPOSITION",
    "PLURAL_HEADS",
    "SPEAKING_ROLES",
    "TITLES_BEFORE_NAMES",
    "TITLE_PARTIES",
    "UNNAMED",
    "Role",
    "singular",
]
