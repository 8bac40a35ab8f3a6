"""The parts of a link's score: what speaks for a claim being the one that an answer means, and what against.

Each row has its points and two texts. In ``linked`` the answer is linked to the claim and a part that speaks
for it counts; in ``apart`` it is not linked to that claim. A part with negative points counts in neither of
its linked texts, and keeps the other apart. The points were set on texts of our own making.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """A text with words of the answering passage, and of the passage whose claim it may speak of."""

    text: str
    answer: str
    claim: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the score."""

    name: str
    points: float
    meaning: str
    linked: Case
    apart: Case


PARTS: tuple[PartRow, ...] = (
    PartRow(
        "pointer",
        3.0,
        "the noun fits the claim's kind: the accusation -> an accusation, the report -> what an outlet told",
        Case("Togo accused Benin of hiding smugglers. Benin rejected the accusation.", "rejected", "accused"),
        Case("Benin accused Togo of hiding smugglers. Benin denied other charges.", "denied", "accused"),
    ),
    PartRow(
        "pointer-loose",
        1.5,
        "the noun may fit: the claim -> anything that another party said",
        Case("Togo said that Benin hid smugglers. Benin denied the allegation.", "denied", "hid smugglers"),
        Case("Benin said that it would open a port. Benin denied the allegations.", "denied", "open a port"),
    ),
    PartRow(
        "named",
        1.5,
        "the noun's own verb stands in the claim: the findings -> found, the allegation -> alleged",
        Case(
            "Kenya alleged on Friday that Somalia was moving the buoys. Somalia rejected the allegations.",
            "rejected the allegations",
            "moving the buoys",
        ),
        Case(
            "Somalia alleged on Friday that Kenya was moving the buoys. Somalia rejected other allegations.",
            "rejected",
            "moving the buoys",
        ),
    ),
    PartRow(
        "such",
        2.0,
        '"such an offer", "no such talks": the claim names the matter',
        Case(
            "Peru had offered Chile a canal, a Lima paper reported. Peru said that no such offer was made.",
            "no such offer",
            "a canal",
        ),
        Case(
            "Chile had closed a canal, a Lima paper reported. “We opened a school,” Peru said of such rumours.",
            "opened a school",
            "closed a canal",
        ),
    ),
    PartRow(
        "it",
        1.5,
        "it, this, nothing of the kind: the claim just before, or the one in dispute",
        Case("Laos shelled a ferry, Thailand said. Laos denied it.", "denied it", "shelled a ferry"),
        Case("Laos said that it had shelled a ferry. Laos denied it later.", "denied it", "shelled a ferry"),
    ),
    PartRow(
        "it-far",
        1.0,
        "the same, a little farther off",
        Case(
            "Laos shelled a ferry, Thailand said. The river was high. Rain fell on the town. Markets were shut."
            " Laos denied it.",
            "denied it",
            "shelled a ferry",
        ),
        Case(
            "Thailand shelled a ferry, Thailand said. The river was high. Rain fell on the town."
            " Markets were shut. Thailand denied it.",
            "denied it",
            "shelled a ferry",
        ),
    ),
    PartRow(
        "lead",
        0.25,
        "the first claim of its part of the text: what the story is about",
        Case(
            "Egypt is arming a Libyan militia, Libya's army said. Egypt denied it.", "denied it", "is arming"
        ),
        Case(
            "Egypt is arming a Libyan militia, Egypt's army said. Egypt denied buying submarines.",
            "denied buying",
            "is arming",
        ),
    ),
    PartRow(
        "lead-bare",
        1.0,
        "the same for an answer without words of its own, which is mostly of what the story is about",
        Case(
            "Egypt is arming a Libyan militia, Libya's army said. Egypt denied it.", "denied it", "is arming"
        ),
        Case(
            "Egypt is arming a Libyan militia, Egypt's army said. Egypt denied the charges.",
            "denied the charges",
            "is arming",
        ),
    ),
    PartRow(
        "denier-in-claim",
        2.0,
        "who answers acts in the claim",
        Case(
            "Oman said that Iran had seized a dhow. Iran denied seizing the dhow.", "denied", "seized a dhow"
        ),
        Case(
            "Oman said that Iran had boarded a dhow. Iran denied buying Spanish wheat.",
            "denied buying",
            "boarded a dhow",
        ),
    ),
    PartRow(
        "denier-named",
        1.5,
        "... or is at least named in it",
        Case(
            "Oman said that a dhow had been boarded by sailors from Iran. Iran denied it.",
            "denied it",
            "been boarded",
        ),
        Case(
            "Oman said that a dhow had been boarded by sailors from Iran. Iran denied selling a gas field.",
            "denied selling",
            "been boarded",
        ),
    ),
    PartRow(
        "not-in-it",
        -4.0,
        "who denies a part in the matter is not in the claim at all",
        Case(
            "Oman said that Iran had seized a dhow. Iran said that it had nothing to do with it.",
            "nothing to do",
            "seized a dhow",
        ),
        Case(
            "Oman said that Iran had seized a dhow. Norway said that it had nothing to do with it.",
            "nothing to do",
            "seized a dhow",
        ),
    ),
    PartRow(
        "same-actor",
        1.0,
        "who acts in what is denied acts in the claim, and they share a word",
        Case(
            "Syria was holding two Lebanese pilots, a Beirut paper reported. Damascus denied that Syria was"
            " holding the pilots.",
            "denied that",
            "two Lebanese pilots",
        ),
        Case(
            "Jordan was holding two Lebanese pilots, a Beirut paper reported. Damascus denied that Syria was"
            " drilling for oil.",
            "denied that",
            "two Lebanese pilots",
        ),
    ),
    PartRow(
        "words",
        5.0,
        "times the share of content words in common",
        Case(
            "Uganda had mined a bridge at Kasese, rebels said. The army denied that it had mined the bridge.",
            "denied that",
            "mined a bridge",
        ),
        Case(
            "Uganda had mined a bridge at Kasese, rebels said. The army denied that it had lost a helicopter.",
            "denied that",
            "mined a bridge",
        ),
    ),
    PartRow(
        "in-dispute",
        0.75,
        "the claim that was answered last",
        Case(
            "Chad accused Sudan of arming rebels. Sudan denied it. The African Union said the charge was false.",
            "the charge was false",
            "of arming rebels",
        ),
        Case(
            "Chad accused Sudan of arming rebels. Sudan denied it. Sudan denied that it had lost a general.",
            "lost a general",
            "of arming rebels",
        ),
    ),
    PartRow(
        "names-speaker",
        2.0,
        "the answer names who put the claim forward: the minister's charge, the report in the Herald",
        Case(
            "Greece rammed a boat, Turkey's minister Cemal Aydin said. Cyprus had shelled a pier, a sailor said."
            " Athens rejected the claim made by Aydin.",
            "rejected the claim",
            "rammed a boat",
        ),
        Case(
            "Cyprus had shelled a pier, Turkey's minister Cemal Aydin said. Athens denied that Aydin was ill.",
            "was ill",
            "shelled a pier",
        ),
    ),
    PartRow(
        "names-side",
        0.75,
        "... or the party for whom the claim was made",
        Case(
            "Greek boats had rammed a ferry, a Turkish admiral said. Athens rejected Turkey's charges.",
            "rejected Turkey's charges",
            "rammed a ferry",
        ),
        Case(
            "Greek boats had rammed a ferry, a Turkish admiral said. Athens denied that Turkey sold it wheat.",
            "sold it wheat",
            "rammed a ferry",
        ),
    ),
    PartRow(
        "topic",
        0.5,
        "both are of one topic that a user defined",
        Case(
            "Armenia broke the ceasefire at dawn, Azerbaijan said. Armenia denied that it had broken the"
            " ceasefire.",
            "denied that",
            "at dawn",
        ),
        Case(
            "Armenia broke the ceasefire at dawn, Azerbaijan said. Armenia denied that it had sold a telescope.",
            "denied that",
            "at dawn",
        ),
    ),
    PartRow(
        "nearest",
        0.5,
        'no other claim that could be meant stands between; three times as much for "this", "that charge"',
        Case("Fiji sank a trawler, Samoa said. Fiji denied it.", "denied it", "sank a trawler"),
        Case("Fiji sank a trawler, Samoa said. Fiji denied planting trees.", "planting", "sank a trawler"),
    ),
    PartRow(
        "just-before",
        1.5,
        "a bare answer right behind somebody's claim: it is mostly of that one",
        Case(
            "Fiji sank a trawler, Samoa said. Tonga said that a Fijian crew had fired on a dinghy. Fiji called"
            " it a lie.",
            "called it a lie",
            "on a dinghy",
        ),
        Case(
            "Fiji sank a trawler, Samoa said. Fiji said that its crew had saved a dinghy. Fiji's navy called"
            " it a lie.",
            "called it a lie",
            "saved a dinghy",
        ),
    ),
    PartRow(
        "opens-report",
        0.75,
        "an outlet's own statement stands for its report",
        Case(
            "Nigeria held secret talks with Chad, the Lagos Courier reported on Friday. Nigeria denied the"
            " report.",
            "denied the report",
            "held secret talks",
        ),
        Case(
            "Nigeria held secret talks with Chad, the Lagos Courier reported on Friday. Nigeria denied that a"
            " bank had failed.",
            "a bank had failed",
            "held secret talks",
        ),
    ),
    PartRow(
        "sentence-apart",
        -0.25,
        "for each sentence between the answer and the claim, or the last answer to it",
        Case("Fiji sank a trawler, Samoa said. Fiji denied it.", "denied it", "sank a trawler"),
        Case("Fiji sank a trawler, Samoa said. " + "It rained. " * 14 + "Palau denied it.", "Palau", "sank"),
    ),
    PartRow(
        "no-charge",
        -1.5,
        "a vote, an agreement, a demand: a bare answer is seldom of one",
        Case(
            "Envoys signed a truce in Oslo. Eritrea said that Ethiopian guns had fired. Ethiopia denied it.",
            "denied it",
            "Ethiopian guns",
        ),
        Case(
            "Ethiopia and Eritrea signed a truce in Oslo. Eritrea said that Ethiopian guns had fired."
            " Ethiopia denied it.",
            "denied it",
            "signed a truce",
        ),
    ),
    PartRow(
        "narrated",
        -1.0,
        "nobody is said to have put it forward, and it does not open the story: a bare answer is seldom of it",
        Case("Fiji sank a trawler, Samoa said. Fiji denied it.", "denied it", "sank a trawler"),
        Case(
            "Fiji sank a trawler, Samoa said. Tonga closed its harbour on Monday. Fiji denied it.",
            "denied it",
            "closed its harbour",
        ),
    ),
    PartRow(
        "answers-itself",
        -2.0,
        "the claim is worded like an answer (we never did): a bare denial is seldom of it",
        Case("Fiji sank a trawler, Samoa said. Fiji denied it.", "denied it", "sank a trawler"),
        Case(
            "Fiji sank a trawler, Samoa said. “Nobody has ever fished there,” a villager said. Fiji's navy"
            " called the report a lie.",
            "called the report a lie",
            "ever fished there",
        ),
    ),
    PartRow(
        "rejoinder",
        -3.0,
        "a passage that is itself only an answer: hit back, called the charge a smear, accused him of lying",
        Case(
            "Mali accused Niger of hiding rebels. Niger accused Mali of inventing tales. “It is not true,”"
            " Niger's minister said.",
            "It is not true",
            "hiding rebels",
        ),
        Case(
            "Mali accused Niger of hiding rebels. The president hit back within the hour. Niger's minister"
            " said the charge was false.",
            "the charge was false",
            "hit back",
        ),
    ),
    PartRow(
        "same-side",
        -6.0,
        "the claim is worded in the negative as well: who denies that there were talks contradicts no refusal",
        Case(
            "Jordan offered Syria talks on water, an Amman paper reported. Syria denied that there had been"
            " talks.",
            "denied that",
            "talks on water",
        ),
        Case(
            "Syria would not hold talks without a map, a Jordanian aide said. Syria denied that there had been"
            " talks.",
            "denied that",
            "without a map",
        ),
    ),
    PartRow(
        "other-party",
        -2.0,
        "what is denied names another state, and the claim does not",
        Case(
            "Nepal will lease an airfield to India, a Delhi paper wrote. Nepal denied reports of an Indian lease.",
            "denied reports",
            "lease an airfield",
        ),
        Case(
            "Nepal will lease an airfield to India, a Delhi paper wrote. Earlier it had denied reports of a"
            " Russian lease.",
            "denied reports",
            "lease an airfield",
        ),
    ),
    PartRow(
        "only-denied",
        -1.5,
        "the claim is told by another answer alone: a refusal to answer is seldom of it",
        Case(
            "Fiji sank a trawler, Samoa said. Fiji declined to comment.",
            "declined to comment",
            "sank a trawler",
        ),
        Case(
            "Fiji denied that it had sunk a trawler. Palau would not say whether its patrols had been out.",
            "would not say",
            "sunk a trawler",
        ),
    ),
    PartRow(
        "other-place",
        -4.0,
        "what is denied names a place or a person, and the claim names neither",
        Case(
            "Baku's guns had shelled Martuni, Armenia said. Azerbaijan denied shelling Martuni.",
            "denied shelling",
            "shelled Martuni",
        ),
        Case(
            "Azerbaijan's army fired first, Armenia said. Azerbaijan denied that shells had fallen on Martuni.",
            "denied that",
            "fired first",
        ),
    ),
    PartRow(
        "thin",
        -4.0,
        "the answer has words of its own, and hardly one is in another's claim that stands apart",
        Case(
            "Malta fired on a raft, Tunisia said. Malta denied firing on a raft.",
            "denied firing",
            "on a raft",
        ),
        Case(
            "Malta fired on a raft, Tunisia said. The sea was rough. Nobody was hurt. Cyprus denied firing"
            " its finance minister.",
            "denied firing",
            "on a raft",
        ),
    ),
    PartRow(
        "section-apart",
        -2.5,
        "the claim stands in another part of the text",
        Case("Fiji sank a trawler, Samoa said. Fiji denied it.", "denied it", "sank a trawler"),
        Case(
            "• Fiji sank a trawler, Samoa said.\n\n• Tonga opened a school. Palau denied it.",
            "Palau denied it",
            "sank a trawler",
        ),
    ),
    PartRow(
        "later-day",
        -3.0,
        "said after the answer",
        Case(
            "Samoa said on Monday that Fiji had sunk a trawler. Fiji denied it on Tuesday.",
            "denied it",
            "sunk a trawler",
        ),
        Case(
            "Samoa said on Tuesday that Fiji sank a trawler. On Sunday Palau had already denied rumours.",
            "denied rumours",
            "sank a trawler",
        ),
    ),
    PartRow(
        "another",
        -20.0,
        "other charges, a similar report: not the one that the text has told",
        Case("Togo accused Benin of hiding smugglers. Benin denied the charges.", "denied", "accused"),
        Case("Togo accused Benin of hiding smugglers. Benin denied other charges.", "denied", "accused"),
    ),
    PartRow(
        "own-claim",
        -12.0,
        "nobody denies what the same speaker put forward",
        Case("Samoa said that Fiji sank a trawler. Fiji denied it.", "denied it", "sank a trawler"),
        Case("Fiji said that it sank a trawler. Fiji denied it.", "denied it", "sank a trawler"),
    ),
    PartRow(
        "own-party",
        -5.0,
        "... or somebody else of the same party; weaker, because parties quarrel within too",
        Case("Samoa said that Fiji sank a trawler. Fiji denied it.", "denied it", "sank a trawler"),
        Case(
            "Fiji's navy said that Fiji sank a trawler. Fiji's foreign ministry denied the charges.",
            "denied the charges",
            "sank a trawler",
        ),
    ),
)
"""Each part with its points, in the order in which they are added up."""

POINTS: dict[str, float] = {row.name: row.points for row in PARTS}
"""Points by the name of the part."""
