"""The tables of acts: by the class of a cue, by what is said, and by the author's own verb.

Each row has a rule id, an example on which it fires and a counter-example on which it must not.
"""

import re
from dataclasses import dataclass

from diplotui.extraction.looks import LatePattern
from diplotui.model import Act, Stance


@dataclass(frozen=True, slots=True)
class ClassRow:
    """The act that a class of cues stands for, unless the words around it say otherwise."""

    cue_class: str
    act: Act
    stance: Stance
    example: str
    counter: str


ACT_OF_CLASS: tuple[ClassRow, ...] = (
    ClassRow("deny", Act.DENIAL, Stance.DENIES, "Baku denied the report.", "Baku denied them entry."),
    ClassRow(
        "confirm", Act.CONFIRMATION, Stance.CONFIRMS, "Oslo confirmed the talks.", "Oslo hosted the talks."
    ),
    ClassRow("decline", Act.NO_COMMENT, Stance.DECLINES, "He declined to comment.", "Exports declined."),
    ClassRow(
        "reject", Act.REJECTION, Stance.ASSERTS, "Cairo rejected the plan.", "Cairo rejected the allegation."
    ),
    ClassRow(
        "accuse", Act.ACCUSATION, Stance.ASSERTS, "Delhi accused Islamabad.", "The accused stood trial."
    ),
    ClassRow("announce", Act.ANNOUNCEMENT, Stance.ASSERTS, "Tokyo announced aid.", "A train was announced."),
    ClassRow(
        "agree", Act.AGREEMENT, Stance.ASSERTS, "The two signed a truce.", "He agrees with the critics."
    ),
    ClassRow("vote", Act.VOTE, Stance.ASSERTS, "Parliament passed the bill.", "Months passed."),
    ClassRow("demand", Act.DEMAND, Stance.ASSERTS, "Kabul demanded an apology.", "Demand fell."),
    ClassRow("threaten", Act.THREAT, Stance.ASSERTS, "Seoul threatened to answer.", "A threatened species."),
    ClassRow("appeal", Act.APPEAL, Stance.ASSERTS, "Geneva urged restraint.", "The appeal court sat."),
    ClassRow("assess", Act.ASSESSMENT, Stance.ASSERTS, "Analysts think it will fail.", "Tax was assessed."),
)
"""Classes of cues that name their act; all others say something (``claim``)."""


@dataclass(frozen=True, slots=True)
class ContentRow:
    """An act that shows in what is said, or in the author's own sentence, by its words."""

    rule: str
    act: Act
    pattern: LatePattern
    example: str
    counter: str
    stance: Stance = Stance.ASSERTS


def _row(
    rule: str, act: Act, pattern: str, example: str, counter: str, stance: Stance = Stance.ASSERTS
) -> ContentRow:
    return ContentRow(rule, act, LatePattern(pattern, re.NOFLAG), example, counter, stance)


_OWN = (
    r"\A[\s“\"]*(?:that )?[\s“\"]*(?:it|he|she|they|we|We|I|the (?:country|government|alliance|bloc"
    r"|army|military))"
)

CONTENT_ACTS: tuple[ContentRow, ...] = (
    _row(
        "say-threat",
        Act.THREAT,
        rf"{_OWN} (?:will|would|shall|['’]ll|are ready to|is ready to"
        rf"|was ready to) (?:\w+ )?(?:respond|retaliate|strike|hit back|answer|avenge|punish|attack"
        rf"|destroy|shoot)\b"
        r"|\bwill (?:pay (?:a|the) (?:heavy |high )?price|face (?:severe |grave "
        r"|serious )?consequences|regret)\b",
        "We will retaliate",
        "They will pay us a visit",
    ),
    _row(
        "say-demand",
        Act.DEMAND,
        r"\A[^,;:.]{0,60}?(?<!might )(?<!may )(?<!could )(?<!would )\b(?:must|ha(?:s"
        r"|ve) to)\b(?! (?:have|be seen))",
        "that the troops must leave",
        "that the troops had left",
    ),
    _row(
        "say-appeal",
        Act.APPEAL,
        r"\A[^,;:.]{0,60}?\b(?:should|needs? to|ought to)\b|\A[\s“\"]*[Ww]e (?:call on|urge|appeal)",
        "both sides should hold fire",
        "both sides held fire",
    ),
    _row(
        "say-walks-back",
        Act.CLAIM,
        r"\b(?:he|she|I|his (?:words|remarks|comments)|her (?:words|remarks|comments)|my (?:words"
        r"|remarks|comments)) (?:[\w’']+ ){0,2}?"
        r"(?:misspoke|misspoken|(?:been|was|were) (?:imprecise|misquoted|misunderstood"
        r"|mistranslated|taken out of context)"
        r"|had not meant|did not mean to)\b",
        "he had been misunderstood",
        "the law had been broken",
        Stance.WALKS_BACK,
    ),
    _row(
        "say-own-plan",
        Act.ANNOUNCEMENT,
        rf"{_OWN} (?:(?:will|would|['’]ll) (?!never|not|be\b)(?:\w+ly )?\w+|(?:is|was|are|were"
        rf"|am) (?:going|preparing|set|due) to \w+|(?:plans?|planned|intends?|intended) to \w+)",
        "it would send two ships",
        "it would be a mistake",
    ),
    _row(
        "say-accusation",
        Act.ACCUSATION,
        r"\b(?:was|were|is|are|had been|has been) (?:\w+ly )?(?:responsible for|behind|to blame for"
        r"|guilty of|complicit in)\b(?! (?:schedule|bars|closed|the (?:school|house|wall|curve"
        r"|scenes)))|\bviolat(?:ed|ing) (?:the|a|its)\b",
        "Minsk was behind the raid",
        "the school was behind schedule",
    ),
)
"""What the speaker says refines the act of a plain cue (say, tell, according to)."""

_AUX = (
    r"(?:(?:has|have|had|will|also|then|unanimously|formally|jointly|narrowly|overwhelmingly|finally"
    r"|reportedly|again|both|later|since) )*"
)

AUTHOR_ACTS: tuple[ContentRow, ...] = (
    _row(
        "author-retracts",
        Act.DENIAL,
        rf"\b{_AUX}(?:retract(?:ed|s)|withdr(?:ew|awn)|took back|takes back) (?:the|its|his|her"
        rf"|their|that|this) (?:\w+ ){{0,2}}(?:claims?|statements?|reports?|remarks?|story"
        rf"|allegations?|accusations?)\b",
        "The paper retracted its report.",
        "The army withdrew its tanks.",
        Stance.RETRACTS,
    ),
    _row(
        "author-walks-back",
        Act.CLAIM,
        rf"\b{_AUX}(?:walk(?:ed|s|ing) back (?!to\b)|backtrack(?:ed|s)|back(?:ed|s)? away from"
        rf"|soften(?:ed|s)|row(?:ed|s) back)\b",
        "The envoy walked back his remarks.",
        "They walked back to the hotel by nightfall.",
        Stance.WALKS_BACK,
    ),
    _row(
        "author-denial",
        Act.DENIAL,
        r"\b(?:issued|repeated|reiterated|offered|released|gave|published"
        r"|sent|responded with|replied with|reacted with|answered with|countered with|put out|posted"
        r"|circulated|drew"
        r"|draws|brought|prompted|provoked|met with|triggered|earned|elicited"
        r"|produced)\b[^.;]{0,90}\b(?:denials?|rebuttals?|refutations?|disclaimers?|repudiations?)\b"
        r"(?! of (?:entry|service|access|justice))|\bdenials? (?:from|by) [^.;]{2,60}? (?:followed"
        r"|came)\b|\bdenials? (?:also )?(?:came|followed|(?:was"
        r"|were) issued)\b|\b(?:is|was|were|are|been) (?:\w+ly )?(?:denied|refuted"
        r"|rebutted) by\b"
        r"|\b(?:is|was|were|are|been) (?:\w+ly )?(?:denied|refuted) (?:in|at) (?=[A-Z])"
        r"|\b(?:which|who|that)?,? ?(?:\w+ )?(?:denies|deny)\b",
        "The embassy issued a flat denial.",
        "The ministry was in denial about the drought.",
        Stance.DENIES,
    ),
    _row(
        "author-vote",
        Act.VOTE,
        rf"\b{_AUX}(?:voted (?:to|for|against|in favou?r|down|\d|on|un)|vetoed|ratified|(?:passed"
        rf"|approved|adopted|enacted) (?:[\w’'$.,-]+ ){{0,8}}?(?:bills?|laws?|legislation"
        rf"|resolutions?|packages?|supplemental|budget|measures?|amendments?|motions?|sanctions"
        rf"|treaty|deal|plan|declaration|decree|funding|text|draft|act|reforms?|mandate"
        rf"|constitution))\b",
        "The assembly approved the budget.",
        "The convoy passed the checkpoint quickly.",
    ),
    _row(
        "author-agreement",
        Act.AGREEMENT,
        rf"\b{_AUX}(?:(?:signed|sealed|initialled|initialed|concluded|struck|reached|clinched"
        rf"|inked) (?:[\w’'$-]+ ){{0,6}}?(?:deal|agreement|accord|pact|treaty|truce|memorandum"
        rf"|contract|understanding|compromise|declaration|ceasefire|armistice)|agreed (?:to|on|that"
        rf"|in principle))\b",
        "The two capitals signed a trade accord.",
        "He signed the guest book.",
    ),
    _row(
        "author-rejection",
        Act.REJECTION,
        rf"(?<!the )(?<!The )\b{_AUX}(?:reject(?:ed|s)|turn(?:ed|s) down|rebuff(?:ed|s)|spurn(?:ed"
        rf"|s)|rul(?:ed|es) out|refus(?:ed|es) to (?!comment|say|discuss|confirm)|(?:had|have"
        rf"|has) (?:[\w’']+ ){{1,6}}(?:rejected|turned down|rebuffed))\b",
        "Rebels turned down the proposal.",
        "The rejected plan gathers dust.",
    ),
    _row(
        "author-accusation",
        Act.ACCUSATION,
        rf"(?<!the )(?<!The )\b{_AUX}(?:accus(?:ed|es)|blam(?:ed|es)|condemn(?:ed|s)|denounc(?:ed|es))\b",
        "Each side blamed the other.",
        "The accused were freed.",
    ),
    _row(
        "author-threat",
        Act.THREAT,
        rf"\b{_AUX}threaten(?:ed|s) (?:to|that)\b",
        "The junta threatened to close the strait.",
        "Floods threatened the harvest.",
    ),
    _row(
        "author-demand",
        Act.DEMAND,
        rf"\b{_AUX}(?:demand(?:ed|s)|insist(?:ed|s) on)\b",
        "The rebels demanded a seat at the table.",
        "Supply met demand.",
    ),
    _row(
        "author-appeal",
        Act.APPEAL,
        rf"\b{_AUX}(?:urg(?:ed|es)|call(?:ed|s) (?:on|for|upon)|appeal(?:ed|s) (?:to|for)|ask(?:ed"
        rf"|s) (?:for|(?:the |its )?[A-Z][^.,;]{0, 60}? to))\b",
        "The bishops called for restraint.",
        "He called at noon.",
    ),
    _row(
        "author-announcement",
        Act.ANNOUNCEMENT,
        rf"(?<!the )(?<!The )\b{_AUX}(?:announc(?:ed|es)|unveil(?:ed|s)|pledg(?:ed|es)|promis(?:ed"
        rf"|es))\b|\bwill (?:join|sign|send|host|attend|visit|meet|travel|deliver|open|begin|hold"
        rf"|deploy|supply|provide)\b",
        "Tokyo unveiled sanctions.",
        "The announced cuts hurt.",
    ),
    _row(
        "author-assessment",
        Act.ASSESSMENT,
        r"\b(?:this|that|it|which) (?:is|was|may be|might be|could be|marks|suggests?|shows?"
        r"|appears?|seems?|signals?|underscores?|reflects?|means)\b|\b(?:prospects?|chances"
        r"|hopes) (?:for|of|that)\b|\bremains? (?:unclear|murky|uncertain|to be seen)\b"
        r"|\bpiece of evidence\b|\bappears? (?:to|un\w+|likely)\b",
        "It remains unclear who fired first.",
        "The remains were buried.",
    ),
)
"""What the author's own sentence tells of, by its first fitting verb."""


def first_row(rows: tuple[ContentRow, ...], passage: str) -> tuple[ContentRow, re.Match[str]] | None:
    """The first row of a table whose pattern stands in a passage, with its match."""
    for row in rows:
        found = row.pattern.search(passage)
        if found:
            return row, found
    return None
