"""The table of cue words: by which verbs and phrases news prose says that somebody said or did something.

One row holds the verbs that behave alike. ``takes`` names what may follow; a row is read with its
example (fires) and its counter-example (must not fire). The classes follow the acts of diplomatic speech
(CAMEO 01, 05, 11, 12, 17; PARC's verbs of attribution), the list is our own.
"""

from dataclasses import dataclass
from enum import StrEnum

from diplotui.extraction.tokens import word_set


class CueClass(StrEnum):
    """What the cue says that the speaker does."""

    REPORT = "report"
    DENY = "deny"
    CONFIRM = "confirm"
    DECLINE = "decline"
    REJECT = "reject"
    ACCUSE = "accuse"
    ANNOUNCE = "announce"
    AGREE = "agree"
    VOTE = "vote"
    DEMAND = "demand"
    THREATEN = "threaten"
    APPEAL = "appeal"
    ASSESS = "assess"
    CITE = "cite"
    """An outlet names whom it relies on: citing, quoting."""
    SOURCE = "source"
    """A preposition that names the speaker: according to."""
    HEDGE = "hedge"
    """An adverb that lays the content to somebody unnamed: reportedly."""


class Takes(StrEnum):
    """What may follow the cue for it to count."""

    CLAUSE = "clause"
    """A clause with or without "that", or a quotation."""
    THAT = "that"
    """A clause with "that", "how", "whether", or a quotation."""
    QUOTE = "quote"
    """Only a quotation (laughed, continued)."""
    PERSON = "person"
    """An addressee first: told reporters that."""
    OBJECT = "object"
    """A noun phrase: denied the report."""
    TO = "to"
    """An infinitive: threatened to close."""
    ING = "ing"
    """A gerund: denied sending."""


C, T, Q, P, O, I, G = (  # noqa: E741 -- one letter a column keeps the table readable
    Takes.CLAUSE,
    Takes.THAT,
    Takes.QUOTE,
    Takes.PERSON,
    Takes.OBJECT,
    Takes.TO,
    Takes.ING,
)


@dataclass(frozen=True, slots=True)
class CueRow:
    """Verbs that behave alike. ``lemmas`` are separated by ``|``; ``…`` leaves room for an object."""

    rule: str
    lemmas: str
    verb_class: CueClass
    takes: frozenset[Takes]
    example: str
    counter: str


def _row(
    rule: str, verb_class: CueClass, takes: tuple[Takes, ...], lemmas: str, example: str, counter: str
) -> CueRow:
    return CueRow(rule, lemmas, verb_class, frozenset(takes), example, counter)


VERBS: tuple[CueRow, ...] = (
    _row(
        "say",
        CueClass.REPORT,
        (C,),
        "say|add|explain|reiterate|insist|write|contend|concur|posit|put it|make it clear|make it plain|make plain|grant|aver|avow|attest|reaffirm|restate"
        "|intimate|let it be known that|serve notice that|give notice that|send word that|leave no doubt that",
        "The minister said talks would resume.",
        "The say of small states is limited.",
    ),
    _row(
        "tell",
        CueClass.REPORT,
        (C, P),
        "tell|inform|assure|remind|brief|caution|advise|notify",
        "The envoy told reporters that the border was open.",
        "The twins could not be told apart.",
    ),
    _row(
        "state",
        CueClass.REPORT,
        (C,),
        "assert|stress|emphasize|emphasise|underline|underscore|affirm|comment|remark"
        "|observe|recount|recall|clarify|reply|retort|interject|mention|argue|testify|elaborate|proclaim|profess|opine",
        "The mayor stressed that the pact was valid.",
        "The border was observed by monitors.",
    ),
    _row(
        "note",
        CueClass.REPORT,
        (T,),
        "note|state|maintain|claim|report|reveal|disclose|signal|indicate|hint|imply|declare"
        "|point out|make clear|relate|allege|describe how|outline how|predict|forecast|concede"
        "|respond|counter|answer|complain|lament|boast|joke|quip|protest|repeat|tweet|post|shout"
        "|shoot back|hit back|muse|fume|grumble|exclaim|remember|conclude|object|gripe|rule|decree"
        "|certify|vouch|volunteer|venture|testify|divulge|spell out|set out|lay out|flag|highlight"
        "|allude|deadpan|scoff|bristle|thunder|huff|crow|gloat|insinuate|retract|sigh|cry|mutter"
        "|whisper|chant|snap|marvel|yell|scream|intone|enthuse|rejoice|sniff|gush|rail|growl|bark"
        "|bellow|blurt|mumble|murmur|moan|groan|sneer|snarl|stammer|drawl|sob|wail|reflect|plead"
        "|howl|roar|warble|echo",
        "The envoy noted that nobody had signed.",
        "Farmers claimed compensation; the state of affairs; his notes.",
    ),
    _row(
        "speak",
        CueClass.REPORT,
        (Q,),
        "speak|disagree|continue|go on|begin|laugh|ask rhetorically|blog|text|email|fire back"
        "|lash out|push back|chime in|recite|read|sum up|weigh in|share|shrug|nod|smile|grin"
        "|interrupt|chip in|insert|rage|chuckle|beam|observe dryly",
        '"Not today," the envoy continued.',
        "The talks continued on Friday.",
    ),
    _row(
        "ask",
        CueClass.REPORT,
        (Q, P),
        "ask|wonder|inquire|query|question",
        '"Who benefits?" the envoy asked.',
        "He was asked about the raid.",
    ),
    _row(
        "praise",
        CueClass.REPORT,
        (Q, O),
        "call|describe|label|dub|term|brand|characterize|characterise|hail|praise|welcome"
        "|applaud|salute|liken|credit|thank|congratulate|laud|commend|express|voice|convey|air|regret|mourn|oppose|support|back|defend",
        "Beijing called the visit a provocation.",
        "He called his wife from the airport.",
    ),
    _row(
        "deny",
        CueClass.DENY,
        (C, O, G),
        "deny|refute|rebut|dispute|disavow|contradict|debunk|disclaim|repudiate|disown|contest",
        "Tehran denied sending drones.",
        "They were denied entry; he denied them permits.",
    ),
    _row(
        "confirm",
        CueClass.CONFIRM,
        (C, O, G),
        "confirm|acknowledge|verify|corroborate|own up to|bear out",
        "The army confirmed that it had fired.",
        "A confirmed case; acknowledged experts.",
    ),
    _row(
        "admit",
        CueClass.CONFIRM,
        (C, G),
        "admit to|admit|allow that|confess",
        "Oslo admitted that talks had failed.",
        "The wounded were admitted to hospital.",
    ),
    _row(
        "reject",
        CueClass.REJECT,
        (O, C),
        "reject|rebuff|spurn|dismiss|decry as|turn … down|rule … out|wave … off"
        "|brush … off|brush … aside|shoot … down|knock … down|throw … out|refuse|decline|snub"
        "|pour cold water on|throw cold water on|shrug … off|laugh … off|play … down|brush off|laugh off|shrug off|play down|wave away",
        "Cairo turned the offer down.",
        "Passengers were refused admission; exports declined.",
    ),
    _row(
        "refuse",
        CueClass.REJECT,
        (I,),
        "refuse|decline",
        "Kigali refused to withdraw.",
        "Refuse collectors went on strike.",
    ),
    _row(
        "accuse",
        CueClass.ACCUSE,
        (O, P, Q),
        "accuse|blame|condemn|denounce|criticise|criticize|slam|blast|castigate|deplore"
        "|decry|lambast|lambaste|berate|chide|scold|rebuke|censure|assail|deride|mock|ridicule|scorn|belittle|bemoan|protest|attack|fault|charge|implicate",
        "Yerevan accused Baku of shelling a village.",
        "He was charged twice for the ticket.",
    ),
    _row(
        "announce",
        CueClass.ANNOUNCE,
        (C, O),
        "announce|unveil|pronounce|roll out",
        "Tokyo announced new sanctions.",
        "Announced plans were shelved.",
    ),
    _row(
        "pledge",
        CueClass.ANNOUNCE,
        (C, I, O),
        "pledge|vow|promise|undertake|commit|swear|guarantee",
        "Oslo pledged to double its aid.",
        "A promising start.",
    ),
    _row(
        "agree",
        CueClass.AGREE,
        (C, I, O),
        "agree|sign|ratify|accept|sign up to|reach|consent",
        "The two states signed an accord.",
        "He signed autographs.",
    ),
    _row(
        "vote",
        CueClass.VOTE,
        (O, I),
        "pass|approve|adopt|endorse|enact|veto|vote … down|vote|defeat",
        "Parliament passed the bill.",
        "Months passed; he adopted a cat.",
    ),
    _row(
        "demand",
        CueClass.DEMAND,
        (C, O, I),
        "demand|insist on|require|order|command|press for|instruct|insist upon",
        "Kabul demanded that the crossing be opened.",
        "Demand for oil fell.",
    ),
    _row(
        "threaten",
        CueClass.THREATEN,
        (C, I, P, Q),
        "threaten|warn|caution against",
        "Pyongyang warned that it would retaliate.",
        "A threatened species.",
    ),
    _row(
        "appeal",
        CueClass.APPEAL,
        (C, I, P, Q, O),
        "urge|appeal|call for|call on|call upon|plead|beg|beseech|implore|exhort"
        "|request|propose|recommend|suggest that|encourage|invite|ask for|push for|advocate|implore|petition|lobby|press|prod|renew|counsel",
        "Geneva urged both sides to hold fire.",
        "He appealed the verdict.",
    ),
    _row(
        "assess",
        CueClass.ASSESS,
        (C,),
        "believe|think|expect|estimate|suspect|reckon|hope|fear|feel|doubt|guess|figure",
        "Analysts believe the truce will not hold.",
        "An expected turnout.",
    ),
    _row(
        "judge",
        CueClass.ASSESS,
        (T,),
        "assess|suggest|judge|conclude|find|determine|calculate|speculate|surmise|envisage"
        "|foresee|anticipate|hypothesize|reason|worry|understand|know|caution|hold|consider|agree|learn|realise|realize",
        "The panel found that the shell came from the north.",
        "Police found a knife.",
    ),
    _row(
        "offer",
        CueClass.ANNOUNCE,
        (I,),
        "offer|volunteer",
        "Doha offered to mediate.",
        "He offered her a chair.",
    ),
    _row(
        "withhold",
        CueClass.DECLINE,
        (O,),
        "refer|draw",
        "The ministry referred questions to the army.",
        "He referred to a map; she drew a line.",
    ),
    _row(
        "issue",
        CueClass.REPORT,
        (O,),
        "issue|lodge|deliver|register|file|raise|make",
        "Lima lodged a protest with the envoy.",
        "The post office issued a stamp.",
    ),
    _row(
        "cite",
        CueClass.CITE,
        (O,),
        "cite|quote",
        "The agency cited two officials.",
        "He was cited for speeding.",
    ),
)
"""The verbs; where a lemma stands in several rows, what follows it decides (see ``cues.find_cues``)."""

PHRASES: tuple[CueRow, ...] = (
    _row(
        "according-to",
        CueClass.SOURCE,
        (),
        "according to|in the words of|as per|per|in the view of|in the opinion of|in the eyes of",
        "The road is shut, according to police.",
        "Everything went according to plan.",
    ),
    _row(
        "reportedly",
        CueClass.HEDGE,
        (),
        "reportedly|allegedly|purportedly|supposedly|apparently|rumoured to|rumored to|ostensibly",
        "The envoy reportedly left at dawn.",
        "He reported late for duty.",
    ),
    _row(
        "is-said-to",
        CueClass.HEDGE,
        (),
        "is said to|are said to|was said to|were said to|is reported to"
        "|are reported to|was reported to|were reported to|is believed to|are believed to|was believed to|were believed to"
        "|is thought to|are thought to|is understood to|are understood to|is alleged to|are alleged to|it is reported that"
        "|it was reported that|it has been reported that|it is said that|it is alleged that"
        "|it is believed that"
        "|it is understood that",
        "He is said to have met the rebels.",
        "He has said to friends that he will go.",
    ),
)
"""Cues that are no verbs with a subject."""

DECLINED_ACTS = word_set(
    """
    comment say discuss elaborate answer confirm deny specify name identify speculate speak disclose
    reveal divulge respond reply detail clarify explain address provide give offer weigh be talk share
    expand go
    """
)
"""After "declined to" and "refused to": an answer withheld, not a proposal turned down."""

NO_ANSWER = word_set("respond reply comment")
"""With a negation: did not respond, would not comment, have not replied."""

CLAIM_NOUNS = word_set(
    """
    report reports reporting claim claims allegation allegations accusation accusations charge charges
    assertion assertions rumor rumors rumour rumours story stories account
    accounts statement statements narrative article
    finding findings characterization version
    """
)
"""Rejecting or dismissing one of these is a denial; rejecting an offer is none."""

THOUGHT_NOUNS = word_set("suggestion suggestions notion idea speculation insinuation insinuations")
"""The same, but only with "that" behind them: one may also turn down a suggestion."""

ASKED = word_set(
    "question questions query queries inquiry inquiries enquiries request requests calls comment reporters"
)
"""Referred to somebody else: an answer withheld."""

LIGHT_VERBS = word_set("issue lodge deliver register file raise make")
LIGHT_NOUNS: dict[str, CueClass] = {
    "denial": CueClass.DENY,
    "protest": CueClass.ACCUSE,
    "complaint": CueClass.ACCUSE,
    "objection": CueClass.ACCUSE,
    "appeal": CueClass.APPEAL,
    "plea": CueClass.APPEAL,
    "warning": CueClass.THREATEN,
    "ultimatum": CueClass.THREATEN,
    "threat": CueClass.THREATEN,
    "demand": CueClass.DEMAND,
    "demands": CueClass.DEMAND,
    "apology": CueClass.CONFIRM,
}
"""What is done by the noun after a verb with little meaning of its own: lodged a protest, issued a denial."""

FALSITY = word_set(
    """
    false untrue fabricated fabrication fabrications baseless groundless unfounded nonsense fake lie
    lies propaganda absurd ridiculous fiction invention inaccurate incorrect misleading hoax slander
    disinformation misinformation falsehood falsehoods rubbish garbage ludicrous preposterous
    unsubstantiated bogus fantasy speculation
    """
)
"""Called or dismissed as one of these: a denial."""

OBJECT_NOUNS: dict[str, frozenset[str]] = {
    "vote": word_set(
        """
    bill bills law laws resolution legislation package motion budget measure measures amendment
    amendments treaty deal agreement sanctions plan proposal supplemental text draft act reform
    reforms constitution mandate accord pact decree aid referendum statute ban funding tariffs
    government confidence declaration extension
    """
    ),
    "agree": word_set(
        """
    deal deals agreement agreements accord accords treaty treaties pact pacts memorandum contract
    truce ceasefire cease-fire protocol declaration communique communiqué law decree order settlement
    compact convention partnership terms proposal proposals offer plan demands conditions armistice
    resolution statement responsibility mediation framework compromise roadmap
    """
    ),
    "reach": word_set(
        """
    deal agreement accord truce understanding settlement compromise consensus ceasefire cease-fire
    pact
    """
    ),
}
"""What must stand among the next words for "pass", "sign" or "reach" to be an act of diplomacy."""

REFUSED_GOODS = word_set(
    """
    entry admission access visa visas permission permit permits bail asylum entrance treatment
    boarding passage leave parole service visitation him her them us me anyone people families
    """
)
"""What is denied or refused to somebody: no denial of a claim and no rejection of a proposal."""

NEGATIONS = word_set(
    """
    not never n't neither nor didn't doesn't don't hasn't haven't hadn't wouldn't won't couldn't can't
    cannot isn't wasn't aren't weren't shouldn't
    """
)
"""Words that turn a cue round when they stand in its verb group."""

__all__ = [
    "ASKED",
    "CLAIM_NOUNS",
    "LIGHT_NOUNS",
    "LIGHT_VERBS",
    "DECLINED_ACTS",
    "FALSITY",
    "NEGATIONS",
    "NO_ANSWER",
    "OBJECT_NOUNS",
    "PHRASES",
    "REFUSED_GOODS",
    "THOUGHT_NOUNS",
    "VERBS",
    "CueClass",
    "CueRow",
    "Takes",
]
