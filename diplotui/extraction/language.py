"""Whether a text is in English, the one language that the rules read."""

import re

LOOKED_AT = 20_000
"""Characters from the beginning that decide."""
ENOUGH_WORDS = 8
"""A shorter text is read whatever it is: so few words say nothing."""
LEAST_SHARE = 0.05
"""Share of English function words in the shortest news; prose has a quarter to a third."""

FUNCTION_WORDS = {
    language: frozenset(words.split())
    for language, words in (
        ("en", """a an the of and to in that for with was by at from has have had were said is are be its
            not this which who would will been their after"""),
        ("de", """der die und den von zu mit das im des auf ist ein eine nicht dem sich als auch für an nach
            wird sind am um werden wurde wie hat in war bei aus einer über"""),
        ("fr", """le la les des de du et en un une que qui dans pour par sur est au aux avec ce il elle plus
            ne pas sont été ont a"""),
        ("es", """el la los las de del que y en un una por con para se su al es lo como más no ha fue a"""),
        ("it", """il lo la gli le di del della che e in un una per con non si è da al dei ha sono alla a"""),
        ("nl", """de het een van en in dat op te is voor met zijn die niet aan er om ook door werd
            was naar"""),
        ("pt", """o a os as de do da dos das que e em um uma por com para não se na no foi"""),
        ("da", """og i at det en er på til af for med den som de har ikke var blev fra"""),
        ("pl", """i w na z że się nie do to jest a o po przez od dla jak"""),
        ("cs", """a v na se že je do s o z k i za by pro ve po"""),
        ("ro", """și a în de la cu pe din că nu o un este au pentru care"""),
        ("hu", """a az és hogy nem is egy ez volt meg de azt"""),
        ("fi", """on ja ei että oli se hän mutta kun ovat myös"""),
        ("tr", """ve bir bu da de için ile olarak daha çok gibi"""),
        ("sv", """och i att det en är på till av för med den som de har inte var från ett om"""),
    )
}  # fmt: skip
"""The words of which every text of a language is full; some belong to several."""


def is_english(text: str) -> bool:
    """Whether the rules can read a text: Latin letters, and no other language's function words outnumber."""
    start = text[:LOOKED_AT]
    letters = [mark for mark in start if mark.isalpha()]
    if sum(mark < "ɐ" for mark in letters) <= len(letters) / 2:
        return False
    words = re.findall(r"[^\W\d_]+", start.lower())
    if len(words) < ENOUGH_WORDS:
        return True
    counts = {language: sum(word in known for word in words) for language, known in FUNCTION_WORDS.items()}
    return counts["en"] == max(counts.values()) and counts["en"] >= LEAST_SHARE * len(words)


__all__ = ["is_english"]
