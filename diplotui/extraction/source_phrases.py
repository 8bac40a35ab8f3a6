"""Phrases that lay a clause to somebody: according to X, by X's own account, reportedly."""

from dataclasses import replace

from diplotui.extraction.content_spans import as_offsets, sentence_at
from diplotui.extraction.cue_levels import all_outlets
from diplotui.extraction.cue_links import quote_before
from diplotui.extraction.cue_table import CueClass
from diplotui.extraction.cues import Cue
from diplotui.extraction.spans import Attribution, Mention
from diplotui.extraction.subject_phrases import described
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit

_DEEDS = frozenset({"reject", "agree", "vote", "deny", "announce", "accuse"})
"""Classes of acts that the author tells; "reportedly" before one of them is the author's own hedge."""
ACCOUNTS = word_set(
    "account accounts telling version view words reckoning estimate estimates opinion reading"
)
"""Nouns that lay a clause to their owner: by the rebels' own account."""


_ACTS = frozenset({"reject", "agree", "vote", "announce"})
"""Classes of acts that are nobody's words: where an outlet closes the sentence, it tells them."""


def with_source(passage: Passage, unit: Unit, cue: Cue, found: list[Attribution]) -> list[Attribution]:
    """Add what a phrase lays to somebody: according to X (an outlet relays whoever spoke), reportedly."""
    tokens = passage.tokens
    if cue.verb_class is CueClass.HEDGE:
        if found and cue.first > unit.low and tokens.lower[cue.first - 1] in {"who", "which", "whom"}:
            return found  # X, who is said to have been there, maintains
        spoken = (a for a in found if a.verb_class not in _DEEDS)
        if any(a.content[0] <= cue.start < a.content[1] for a in spoken):
            return found
        start, end, quote = as_offsets(passage, unit.low, unit.high)
        return [*found, _phrase(passage, unit, cue, (), (start, end), quote, "hedge")]
    if tokens.lower[cue.last + 1 : cue.last + 2] == ["which"]:
        return _account_of(passage, unit, cue, found)
    mentions, last = _source_mentions(passage, unit, cue)
    if not mentions:
        return found
    fronted = cue.first == unit.low or tokens.lower[cue.first - 1] in {"but", "and", "that", "—", "–"}
    low, high = (last + 1, unit.high) if fronted else (unit.low, cue.first)
    if (
        not fronted
        and last + 2 < unit.high
        and tokens.words[last + 1] == ","
        and tokens.words[cue.first - 1] == ","
    ):
        high = high if tokens.lower[last + 2] in {"which", "who", "and", "but", "citing"} else unit.high
    if fronted:
        while low < high and tokens.words[low] != "," and passage.quote_of[low] < 0:
            low += 1
    origins = _source_origins(passage, unit, last)
    inner = [a for a in found if tokens.starts[unit.low] <= a.cue[0] and _in(passage, low, high, a)]
    direct = quote_before(passage, unit, cue.first)
    told = all_outlets(mentions) and any(a.verb_class not in _ACTS or a.quote is not None for a in inner)
    if inner and (told or _is_document(mentions) or any(a.quote == direct is not None for a in inner)):
        relays = mentions if all_outlets(mentions) else ()
        return [
            replace(a, via=(*a.via, *relays), content=_trim(passage, a, cue)) if a in inner else a
            for a in found
        ]
    start, end, quote = as_offsets(passage, low, high)
    if start >= end:
        return found
    if direct is not None:
        quote = direct
    added = _phrase(passage, unit, cue, mentions, (start, end), quote, "according-to")
    return [*(a for a in found if a not in inner), replace(added, origins=origins)]


def _account_of(passage: Passage, unit: Unit, cue: Cue, found: list[Attribution]) -> list[Attribution]:
    """``A magazine printed an account according to which S``: the magazine says S."""
    tokens = passage.tokens
    for at in range(unit.low, cue.first):
        mention = passage.begins.get(at)
        if mention is None or (at > unit.low and tokens.lower[at - 1] in _BEHIND):
            continue
        start, end, quote = as_offsets(passage, cue.last + 2, unit.high)
        return [*found, _phrase(passage, unit, cue, (mention,), (start, end), quote, "account-which")]
    return found


_BEHIND = word_set("of in on at by for with from to into about")


def account_attributions(passage: Passage, unit: Unit, found: list[Attribution]) -> list[Attribution]:
    """``In the ministry's telling, S`` and ``S, by the rebels' own account``."""
    tokens = passage.tokens
    for at in range(unit.low + 2, min(unit.high, unit.low + 400)):
        if tokens.lower[at] not in ACCOUNTS or passage.quote_of[at] >= 0:
            continue
        laid = _account_behind(passage, unit, at, found)
        if laid is not None:
            return [laid]
        owner = at - 1 - (tokens.lower[at - 1] == "own")
        if tokens.lower[owner] not in {"'s", "'", "’"} or owner - 1 not in passage.ends:
            continue
        mention = passage.ends[owner - 1]
        first = passage.first(mention)
        if first <= unit.low - 1 or first == 0 or tokens.lower[first - 1] not in {"in", "by", "on"}:
            continue
        fronted = first - 1 == unit.low and at + 1 < unit.high and tokens.words[at + 1] == ","
        low, high = (at + 2, unit.high) if fronted else (unit.low, first - 1)
        start, end, quote = as_offsets(passage, low, high)
        if start < end and not any(a.content[0] <= start < a.content[1] for a in found):
            span = (tokens.starts[first - 1], tokens.ends[at])
            return [
                Attribution(
                    sentence_at(passage, unit, span[0]),
                    (mention,),
                    span,
                    "according to",
                    CueClass.SOURCE.value,
                    (start, end),
                    quote=quote,
                    rule="account",
                )
            ]
    return []


def _account_behind(passage: Passage, unit: Unit, at: int, found: list[Attribution]) -> Attribution | None:
    """``By the account of two officials, S``: at the head of the sentence, a comma behind whose it is."""
    tokens = passage.tokens
    opens = at == unit.low + 2 and tokens.lower[unit.low] in {"by", "in", "on"}
    if not opens or tokens.lower[at + 1 : at + 2] != ["of"] or at + 2 not in passage.begins:
        return None
    mention = passage.begins[at + 2]
    last = passage.last(mention)
    if last + 2 >= unit.high or tokens.words[last + 1] != ",":
        return None
    start, end, quote = as_offsets(passage, last + 2, unit.high)
    if any(a.content[0] <= start < a.content[1] for a in found):
        return None
    span = (tokens.starts[unit.low], tokens.ends[at])
    return Attribution(
        sentence_at(passage, unit, span[0]),
        (mention,),
        span,
        "according to",
        CueClass.SOURCE.value,
        (start, end),
        quote=quote,
        rule="account",
    )


def _in(passage: Passage, low: int, high: int, attribution: Attribution) -> bool:
    if low >= high:
        return False
    return passage.tokens.starts[low] <= attribution.cue[0] < passage.tokens.ends[high - 1]


def _trim(passage: Passage, attribution: Attribution, cue: Cue) -> tuple[int, int]:
    start, end = attribution.content
    if start < cue.start < end:
        cut = passage.text[start : cue.start].rstrip(" ,—–")
        return start, start + len(cut)
    return start, end


def _is_document(mentions: tuple[Mention, ...]) -> bool:
    return all(mention.rule in {"described-body", "document-of"} for mention in mentions)


def _source_mentions(passage: Passage, unit: Unit, cue: Cue) -> tuple[tuple[Mention, ...], int]:
    """Whom an "according to" names, with the last token of it."""
    tokens, at = passage.tokens, cue.last + 1
    found: list[Mention] = []
    while at < unit.high and at in passage.begins:
        found.append(passage.begins[at])
        at = passage.last(found[-1]) + 1
        if at + 1 < unit.high and tokens.lower[at] == "and" and at + 1 in passage.begins:
            at += 1
        else:
            break
    if found:
        return tuple(found), at - 1
    end = at
    while (
        end < unit.high
        and tokens.words[end] not in {",", ".", ";", "—"}
        and passage.quote_of[end] < 0
        and end - at < 12
    ):
        if end in passage.begins and end > at and tokens.lower[end - 1] in {"by", "from", "of"}:
            return (passage.begins[end],), passage.last(passage.begins[end])
        end += 1
    return ((described(passage, at, end - 1),), end - 1) if end > at else ((), at)


def _source_origins(passage: Passage, unit: Unit, last: int) -> tuple[Mention, ...]:
    """``according to Reuters, which cites three officials``."""
    tokens = passage.tokens
    for at in range(last + 1, min(last + 6, unit.high)):
        if (
            tokens.lower[at] in {"cites", "cited", "citing", "quoting", "quotes", "quoted"}
            and at + 1 in passage.begins
        ):
            return (passage.begins[at + 1],)
    return ()


def _phrase(
    passage: Passage,
    unit: Unit,
    cue: Cue,
    mentions: tuple[Mention, ...],
    content: tuple[int, int],
    quote: int | None,
    rule: str,
) -> Attribution:
    return Attribution(
        sentence=sentence_at(passage, unit, cue.start),
        mentions=mentions,
        cue=(cue.start, cue.end),
        verb=cue.lemma,
        verb_class=cue.verb_class.value,
        content=content,
        quote=quote,
        rule=rule,
    )


__all__ = ["account_attributions", "with_source"]
