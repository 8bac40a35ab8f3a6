"""What speaks for a claim being the one that an answer means: each part with its points and two texts."""

from diplotui.extraction.link_rows import Case, PartRow

SPEAKS_FOR: tuple[PartRow, ...] = (
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
)
"""Parts that add points."""
