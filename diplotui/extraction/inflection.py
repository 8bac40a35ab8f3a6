"""English verb forms: from a dictionary form to the forms that stand in a text."""

from enum import StrEnum

from diplotui.extraction.tokens import word_set


class VerbForm(StrEnum):
    """Which form of the verb a word is."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    """Past tense or past participle; most verbs have one form for both."""
    ING = "ing"


IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing", "written"),
    "speak": ("speaks", "spoke", "speaking", "spoken"),
    "think": ("thinks", "thought", "thinking"),
    "find": ("finds", "found", "finding"),
    "hold": ("holds", "held", "holding"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "knowing", "known"),
    "understand": ("understands", "understood", "understanding"),
    "foresee": ("foresees", "foresaw", "foreseeing", "foreseen"),
    "forecast": ("forecasts", "forecast", "forecasting"),
    "swear": ("swears", "swore", "swearing", "sworn"),
    "undertake": ("undertakes", "undertook", "undertaking", "undertaken"),
    "begin": ("begins", "began", "beginning", "begun"),
    "go": ("goes", "went", "going", "gone"),
    "put": ("puts", "put", "putting"),
    "hit": ("hits", "hit", "hitting"),
    "read": ("reads", "read", "reading"),
    "shoot": ("shoots", "shot", "shooting"),
    "throw": ("throws", "threw", "throwing", "thrown"),
    "make": ("makes", "made", "making"),
    "sing": ("sings", "sang", "singing", "sung"),
    "plead": ("pleads", "pleaded", "pleading", "pled"),
    "weigh": ("weighs", "weighed", "weighing"),
    "sign": ("signs", "signed", "signing"),
    "beseech": ("beseeches", "besought", "beseeching"),
    "pour": ("pours", "poured", "pouring"),
    "take": ("takes", "took", "taking", "taken"),
    "draw": ("draws", "drew", "drawing", "drawn"),
    "give": ("gives", "gave", "giving", "given"),
    "stand": ("stands", "stood", "standing"),
    "stick": ("sticks", "stuck", "sticking"),
    "bear": ("bears", "bore", "bearing", "borne"),
    "send": ("sends", "sent", "sending"),
    "leave": ("leaves", "left", "leaving"),
    "lay": ("lays", "laid", "laying"),
    "let": ("lets", "let", "letting"),
    "set": ("sets", "set", "setting"),
}
"""Third person, past, -ing, participle where it differs from the past."""

_DOUBLING = word_set(
    """
    admit rebut commit quip beg snap refer concur sum dub slam rebel permit omit shrug chat
    """
)
"""Verbs that double their last letter before -ed and -ing."""


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ing"


def verb_forms(verb: str) -> dict[str, VerbForm]:
    """Every form of ``verb`` (one word, dictionary form) with its name."""
    forms = {verb: VerbForm.BASE}
    if verb in IRREGULAR:
        third, past, ing, *participle = IRREGULAR[verb]
    else:
        third, past, ing, participle = _third(verb), _past(verb), _ing(verb), []
    for form, name in ((third, VerbForm.THIRD), (past, VerbForm.PAST), (ing, VerbForm.ING)):
        forms[form] = name
    for form in participle:
        forms[form] = VerbForm.PAST
    return forms


__all__ = ["IRREGULAR", "VerbForm", "verb_forms"]
