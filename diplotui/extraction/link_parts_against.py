"""What speaks against a claim being the one that an answer means: each part with its points and two texts."""

from diplotui.extraction.link_rows import Case, PartRow

SPEAKS_AGAINST: tuple[PartRow, ...] = (
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
        "goes-on-answering",
        -1.0,
        "the speaker of the last denial says more: who answers next mostly answers what was denied",
        Case("Fiji sank a trawler, Samoa said. Fiji denied it.", "denied it", "sank a trawler"),
        Case(
            "Fiji sank a trawler, Samoa said. Fiji's minister Ratu Vula denied it. The sea was calm, Vula said."
            " Palau called it a lie.",
            "Palau called",
            "sea was calm",
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
"""Parts that take points away."""
