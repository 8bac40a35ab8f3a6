"""What a speaker does in a statement: the table of acts, and how a sentence is read by it.

One act a statement. The cue's class gives it, the words of the content refine it. A denial is not a
rejection: turning an offer down says that there was one.
"""

import re
from dataclasses import dataclass

from diplotui.extraction.denials import (
    Denial,
    is_withholding,
    read_denied,
    read_frame,
    read_negation,
    read_shape,
)
from diplotui.extraction.evasions import NOT_VERIFIED, WITHHELD_DETAIL, Evasion, read_evasion
from diplotui.extraction.spans import Attribution
from diplotui.model import Act, Stance


@dataclass(frozen=True, slots=True)
class Reading:
    """The act of one statement, with what it says of somebody else's claim."""

    act: Act
    rule: str
    stance: Stance = Stance.ASSERTS
    denial: Denial | None = None
    """For denials, also the open ones that stay claims until a claim is found that they contradict."""
    matter: tuple[int, int] | None = None
    """For evasions: span of what was asked about."""

    @property
    def responds(self) -> bool:
        """Whether it speaks of a claim rather than putting one forward."""
        return self.act in RESPONSES


RESPONSES = frozenset({Act.DENIAL, Act.CONFIRMATION, Act.NO_COMMENT})


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

_BY_CLASS = {row.cue_class: row for row in ACT_OF_CLASS}
_PLAIN = frozenset(
    {"report", "cite", "source", "hedge", "announce", "assess", "threaten", "accuse", "demand"}
)
"""Classes whose content may itself deny, in a frame."""
_TELLING = frozenset({"report", "source"})
"""Classes whose content, in the negative, may contradict a claim."""


@dataclass(frozen=True, slots=True)
class ContentRow:
    """An act that shows in what is said, or in the author's own sentence, by its words."""

    rule: str
    act: Act
    pattern: re.Pattern[str]
    example: str
    counter: str
    stance: Stance = Stance.ASSERTS


def _row(
    rule: str, act: Act, pattern: str, example: str, counter: str, stance: Stance = Stance.ASSERTS
) -> ContentRow:
    return ContentRow(rule, act, re.compile(pattern), example, counter, stance)


_OWN = r"\A[\s“\"]*(?:that )?[\s“\"]*(?:it|he|she|they|we|We|I|the (?:country|government|alliance|bloc|army|military))"

CONTENT_ACTS: tuple[ContentRow, ...] = (
    _row(
        "say-threat",
        Act.THREAT,
        rf"{_OWN} (?:will|would|shall|['’]ll|are ready to|is ready to|was ready to) (?:\w+ )?(?:respond|retaliate|strike|hit back|answer|avenge|punish|attack|destroy|shoot)\b"
        r"|\bwill (?:pay (?:a|the) (?:heavy |high )?price|face (?:severe |grave |serious )?consequences|regret)\b",
        "“We will retaliate,” the general said.",
        "“They will pay us a visit,” she said.",
    ),
    _row(
        "say-demand",
        Act.DEMAND,
        r"\A[^,;:.]{0,60}?\b(?:must|ha(?:s|ve|d) to)\b(?! (?:have|be seen))",
        "She said that the troops must leave.",
        "The must-see exhibition.",
    ),
    _row(
        "say-appeal",
        Act.APPEAL,
        r"\A[^,;:.]{0,60}?\b(?:should|needs? to|ought to)\b|\A[\s“\"]*[Ww]e (?:call on|urge|appeal)",
        "He said both sides should hold fire.",
        "He asked why it should matter.",
    ),
    _row(
        "say-own-plan",
        Act.ANNOUNCEMENT,
        rf"{_OWN} (?:(?:will|would|['’]ll) (?!never|not|be\b)(?:\w+ly )?\w+|(?:is|was|are|were|am) (?:going|preparing|set|due) to \w+|(?:plans?|planned|intends?|intended) to \w+)",
        "The minister said it would send two ships.",
        "The minister said it would be a mistake.",
    ),
    _row(
        "say-accusation",
        Act.ACCUSATION,
        r"\b(?:was|were|is|are|had been|has been) (?:\w+ly )?(?:responsible for|behind|to blame for|guilty of|complicit in)\b|\bviolat(?:ed|ing) (?:the|a|its)\b",
        "Kyiv said Minsk was behind the raid.",
        "He said the fence was behind the school.",
    ),
)
"""What the speaker says refines the act of a plain cue (say, tell, according to)."""

_AUX = r"(?:(?:has|have|had|will|also|then|unanimously|formally|jointly|narrowly|overwhelmingly|finally|reportedly|again|both|later|since) )*"

AUTHOR_ACTS: tuple[ContentRow, ...] = (
    _row(
        "author-retracts",
        Act.DENIAL,
        rf"\b{_AUX}(?:retract(?:ed|s)|withdr(?:ew|awn)|took back|takes back) (?:the|its|his|her|their|that|this) (?:\w+ ){{0,2}}(?:claims?|statements?|reports?|remarks?|story|allegations?|accusations?)\b",
        "The paper retracted its report.",
        "The army withdrew its tanks.",
        Stance.RETRACTS,
    ),
    _row(
        "author-walks-back",
        Act.CLAIM,
        rf"\b{_AUX}(?:walk(?:ed|s|ing) back (?!to\b)|backtrack(?:ed|s)|back(?:ed|s)? away from|soften(?:ed|s)|row(?:ed|s) back)\b",
        "The envoy walked back his remarks.",
        "They walked back to the hotel by nightfall.",
        Stance.WALKS_BACK,
    ),
    _row(
        "author-denial",
        Act.DENIAL,
        r"\b(?:issued|repeated|reiterated|offered|released|gave) (?:an?|its|his|her|their|the) (?:[\w-]+ ){0,2}denials?\b|\b(?:is|was|were|are|been) (?:\w+ly )?(?:denied|refuted|rebutted) by\b"
        r"|\b(?:which|who|that)?,? ?(?:\w+ )?(?:denies|deny)\b",
        "The embassy issued a flat denial.",
        "The ministry was in denial about the drought.",
        Stance.DENIES,
    ),
    _row(
        "author-vote",
        Act.VOTE,
        rf"\b{_AUX}(?:voted (?:to|for|against|in favou?r|down|\d|on|un)|vetoed|ratified|(?:passed|approved|adopted|enacted) (?:[\w’'$.,-]+ ){{0,8}}?(?:bills?|laws?|legislation|resolutions?|packages?|supplemental|budget|measures?|amendments?|motions?|sanctions|treaty|deal|plan|declaration|decree|funding|text|draft|act|reforms?|mandate|constitution))\b",
        "The assembly approved the budget.",
        "The convoy passed the checkpoint quickly.",
    ),
    _row(
        "author-agreement",
        Act.AGREEMENT,
        rf"\b{_AUX}(?:(?:signed|sealed|initialled|initialed|concluded|struck|reached|clinched|inked) (?:[\w’'$-]+ ){{0,6}}?(?:deal|agreement|accord|pact|treaty|truce|memorandum|contract|understanding|compromise|declaration|ceasefire|armistice)|agreed (?:to|on|that|in principle))\b",
        "The two capitals signed a trade accord.",
        "He signed the guest book.",
    ),
    _row(
        "author-rejection",
        Act.REJECTION,
        rf"(?<!the )(?<!The )\b{_AUX}(?:reject(?:ed|s)|turn(?:ed|s) down|rebuff(?:ed|s)|spurn(?:ed|s)|rul(?:ed|es) out|refus(?:ed|es) to (?!comment|say|discuss|confirm)|(?:had|have|has) (?:[\w’']+ ){{1,6}}(?:rejected|turned down|rebuffed))\b",
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
        rf"\b{_AUX}(?:urg(?:ed|es)|call(?:ed|s) (?:on|for|upon)|appeal(?:ed|s) (?:to|for))\b",
        "The bishops called for restraint.",
        "He called at noon.",
    ),
    _row(
        "author-announcement",
        Act.ANNOUNCEMENT,
        rf"(?<!the )(?<!The )\b{_AUX}(?:announc(?:ed|es)|unveil(?:ed|s)|pledg(?:ed|es)|promis(?:ed|es))\b|\bwill (?:join|sign|send|host|attend|visit|meet|travel|deliver|open|begin|hold|deploy|supply|provide)\b",
        "Tokyo unveiled sanctions.",
        "The announced cuts hurt.",
    ),
    _row(
        "author-assessment",
        Act.ASSESSMENT,
        r"\b(?:this|that|it|which) (?:is|was|may be|might be|could be|marks|suggests?|shows?|appears?|seems?|signals?|underscores?|reflects?|means)\b|\b(?:prospects?|chances|hopes) (?:for|of|that)\b|\bremains? (?:unclear|murky|uncertain|to be seen)\b|\bpiece of evidence\b|\bappears? (?:to|un\w+|likely)\b",
        "It remains unclear who fired first.",
        "The remains were buried.",
    ),
)
"""What the author's own sentence tells of, by its first fitting verb."""

PARTLY_CONFIRMS = re.compile(
    r"\A[\s“\"]*(?:some|parts?|elements|aspects|portions|certain|several) (?:of|details|points|elements)\b|\bpartly\b|\bin part\b",
    re.IGNORECASE,
)


def read_act(
    text: str, sentence: tuple[int, int], attribution: Attribution | None, content: tuple[int, int]
) -> Reading | None:
    """The act of a statement, or None where the sentence states nothing of its own (an outlet's caveat).

    ``sentence`` is the span of the statement; ``content`` what is said (for the author: the sentence).
    """
    if NOT_VERIFIED.search(text[sentence[0] : sentence[1]]) and (
        attribution is None or attribution.verb_class in ("confirm", "report", "decline")
    ):
        return None
    if attribution is None:
        return _author_act(text, sentence)
    return _attributed_act(text, sentence, attribution, content)


def _author_act(text: str, sentence: tuple[int, int]) -> Reading:
    evasion = read_evasion(text, sentence, None)
    if evasion is not None:
        return _evaded(evasion)
    found = first_row(AUTHOR_ACTS, text[sentence[0] : sentence[1]])
    if found is None:
        return Reading(Act.CLAIM, "author-claim")
    row, at = found
    if row.rule == "author-denial":
        what = (sentence[0] + at.end(), sentence[1])
        if is_withholding(text[what[0] : what[1]]):
            return Reading(Act.CLAIM, "author-withholds")
        return Reading(row.act, row.rule, row.stance, read_denied(text, what, row.rule))
    return Reading(row.act, row.rule, row.stance)


def first_row(rows: tuple[ContentRow, ...], passage: str) -> tuple[ContentRow, re.Match[str]] | None:
    """The first row of a table whose pattern stands in a passage, with its match."""
    for row in rows:
        found = row.pattern.search(passage)
        if found:
            return row, found
    return None


def _evaded(evasion: Evasion) -> Reading:
    return Reading(Act.NO_COMMENT, evasion.rule, evasion.stance, matter=evasion.matter)


def _attributed_act(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int]
) -> Reading:
    name = attribution.verb_class
    if name in ("deny", "decline") or name in _TELLING or attribution.negated:
        evasion = read_evasion(text, sentence, content)
        if evasion is not None and not (name == "deny" and not attribution.negated):
            return _evaded(evasion)
    if name == "decline":
        if WITHHELD_DETAIL.search(text[sentence[0] : sentence[1]]):
            return Reading(Act.CLAIM, "withheld-detail")
        return Reading(Act.NO_COMMENT, "declines", Stance.DECLINES)
    if name == "deny":
        return _deny_cue(text, sentence, attribution, content)
    if name in _PLAIN and not attribution.negated:
        framed = read_frame(text, content)
        if framed is not None:
            return Reading(Act.DENIAL, framed.rule, framed.stance, framed)
    return _by_class(text, attribution, content)


def _deny_cue(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int]
) -> Reading:
    if attribution.negated:
        return Reading(Act.NO_COMMENT, "did-not-deny", Stance.NEITHER)
    before = text[sentence[0] : attribution.cue[0]].lower()
    if re.search(
        r"\b(?:cannot|can['’]t|can not|could not|no one(?: can)?|nobody(?: can)?) (?:be )?\Z", before
    ):
        return Reading(Act.CLAIM, "cannot-be-denied")
    what = text[content[0] : content[1]]
    passive = re.search(r"\b(?:was|were|been|being|is|are) (?:\w+ly )?\Z", before) is not None
    if attribution.verb == "deny" and content[0] >= attribution.cue[1] and is_withholding(what, passive):
        return Reading(Act.CLAIM, "withholds")
    denial = read_denied(text, content)
    return Reading(Act.DENIAL, denial.rule, denial.stance, denial)


def _by_class(text: str, attribution: Attribution, content: tuple[int, int]) -> Reading:
    name = attribution.verb_class
    passage = text[content[0] : content[1]]
    row = _BY_CLASS.get(name)
    if name == "threaten" and attribution.verb in ("warn", "caution against"):
        return _warning(text, passage, content)
    if name == "confirm":
        stance = Stance.PARTLY_CONFIRMS if PARTLY_CONFIRMS.search(passage) else Stance.CONFIRMS
        if attribution.negated:
            return Reading(Act.NO_COMMENT, "did-not-confirm", Stance.DECLINES)
        return Reading(Act.CONFIRMATION, "confirm-verb", stance, read_denied(text, content, "confirm-verb"))
    if row is not None:
        return Reading(row.act, f"{name}-verb", row.stance)
    if name == "hedge":
        told = _author_act(text, content)
        return told if told.act is not Act.NO_COMMENT else Reading(Act.CLAIM, "hedged-claim")
    refined = first_row(CONTENT_ACTS, passage)
    opened = None
    if name in _TELLING and not attribution.negated:
        opened = read_shape(text, content) or read_negation(text, content)
    if refined is not None:
        return Reading(refined[0].act, refined[0].rule, denial=opened)
    return Reading(Act.CLAIM, f"{name}-cue", denial=opened)


_OWN_THREAT = re.compile(
    r"\A[\s“\"]*(?:that )?(?:it|he|she|they|we|We|I|the (?:army|military|government|country)) (?:will|would|could|might|may|shall)\b|\bconsequences\b|\bretaliat|\brespon[sd]"
)


def _warning(text: str, passage: str, content: tuple[int, int]) -> Reading:
    """A warning threatens where the speaker itself would act; else it tells what may come."""
    if _OWN_THREAT.search(passage):
        return Reading(Act.THREAT, "warn-own-act")
    return Reading(Act.CLAIM, "warn-of-others", denial=read_negation(text, content))
