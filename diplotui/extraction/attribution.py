"""Who is said to have said what: from quotations, mentions and cues to attributions.

Each unit (a sentence, or several that a quotation joins) is read cue by cue: the cue's speaker, what follows
it, what stands before it; then which of the cues speak for the author and which belong to another's content.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplotui.extraction.contents import After, after_cue
from diplotui.extraction.cue_table import CueClass, Takes
from diplotui.extraction.cues import ADVERBS, AUXILIARIES, PREPOSITIONS, Cue, find_cues
from diplotui.extraction.inflection import VerbForm
from diplotui.extraction.quote_speakers import attribute_quotes, match_quotes, quote_owner
from diplotui.extraction.role_phrases import SAYING
from diplotui.extraction.spans import Attribution, Mention, QuoteSpan, Sentence
from diplotui.extraction.subjects import Subject, described, find_subject
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit, lay_out, units
from diplotui.model import ActorKind

_CONTRASTS = word_set("but while although though whereas yet ;")
_PARALLEL = frozenset(
    {CueClass.DENY, CueClass.DECLINE, CueClass.REJECT, CueClass.ACCUSE, CueClass.CONFIRM, CueClass.DEMAND,
     CueClass.APPEAL, CueClass.THREATEN, CueClass.ANNOUNCE, CueClass.AGREE, CueClass.VOTE}
)  # fmt: skip
"""Classes that count in "said A and rejected B" without a that-clause of their own."""
_DEEDS = frozenset({"reject", "agree", "vote", "deny", "announce", "accuse"})
"""Classes of acts that the author tells; "reportedly" before one of them is the author's own hedge."""
ACCOUNTS = word_set(
    "account accounts telling version view words reckoning estimate estimates opinion reading"
)
"""Nouns that lay a clause to their owner: by the rebels' own account."""
_SPEECH = frozenset({CueClass.REPORT, CueClass.DENY, CueClass.CONFIRM, CueClass.ASSESS, CueClass.ACCUSE})
"""Classes that will or would speak: not yet."""
_RELAYED = _SPEECH | {CueClass.DECLINE, CueClass.DEMAND, CueClass.THREATEN, CueClass.APPEAL}
"""Classes that an outlet relays as somebody's words; what it tells of acts is its own report."""
_SPEECH_MODALS = word_set("to may might could can must should shall")
"""With one of these nobody has spoken: he may say, they should agree."""


@dataclass(slots=True)
class _Link:
    """A cue with its speaker and surroundings, on the way to an attribution."""

    cue: Cue
    subject: Subject
    after: After
    first: int
    """First token of speaker and cue together."""
    cut: int
    """Token at which the content of an earlier link ends."""
    outer: "_Link | None" = None
    origins: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()


def find_attributions(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[QuoteSpan],
    mentions: Sequence[Mention],
) -> tuple[Attribution, ...]:
    """Every attribution outside quotations, in text order, and one for each quotation that has a speaker.

    A quotation that merely continues an earlier speaker has an attribution of its own (rule ``carry-...``),
    whose cue is the earlier one's. ``quote`` is set on the attribution of each quotation. Nested sayings of
    persons are content; an outlet above another speaker is ``via``. Linear in the text.
    """
    passage = lay_out(text, sentences, quotes, mentions)
    labels = {_block_of(sentences, m): m for m in mentions if m.rule == "turn-label"}
    found: list[Attribution] = []
    layout = list(units(passage))
    for unit in layout:
        label = labels.get(unit.block)
        if label is not None:
            found.extend(_turn(unit, label, sentences))
        else:
            found.extend(_unit_attributions(passage, unit))
    return attribute_quotes(passage, layout, found)


def _block_of(sentences: Sequence[Sentence], mention: Mention) -> int:
    """Block of the first sentence that ends after the mention's end."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end < mention.end:
            low = middle + 1
        else:
            high = middle
    return sentences[low].block if low < len(sentences) else -1


def _turn(unit: Unit, label: Mention, sentences: Sequence[Sentence]) -> list[Attribution]:
    """A speaker's turn in a transcript: every sentence of it is the speaker's."""
    turns = []
    for index in range(unit.first_sentence, unit.last_sentence + 1):
        start = (
            max(sentences[index].start, label.end)
            if sentences[index].start < label.end
            else sentences[index].start
        )
        if start < sentences[index].end:
            content = (start, sentences[index].end)
            turns.append(
                Attribution(index, (label,), (label.start, label.end), "say", "report", content, rule="turn")
            )
    return turns


def _unit_attributions(passage: Passage, unit: Unit) -> list[Attribution]:
    tokens = passage.tokens
    if unit.high <= unit.low:
        return []
    asks = tokens.words[unit.high - 1] == "?" and passage.quote_of[unit.high - 1] < 0
    cues = [cue for cue in find_cues(passage.text, unit.start, unit.end) if passage.quote_of[cue.head] < 0]
    if asks or not cues:
        return []
    sources = [cue for cue in cues if cue.verb_class in {CueClass.SOURCE, CueClass.HEDGE}]
    links = _links(passage, unit, [cue for cue in cues if cue not in sources])
    links = _top_level(passage, unit, links)
    found = [_attribution(passage, unit, links, position) for position in range(len(links))]
    attributions = [attribution for attribution in found if attribution is not None]
    for cue in sources:
        attributions = _with_source(passage, unit, cue, attributions)
    attributions += _accounts(passage, unit, attributions)
    return sorted(attributions, key=lambda attribution: attribution.cue)


# -- links ---------------------------------------------------------------------------------------------------


def _links(passage: Passage, unit: Unit, cues: list[Cue]) -> list[_Link]:
    """Cues with a speaker; those without one of their own take the clause's before."""
    links: list[_Link] = []
    origins: tuple[Mention, ...] = ()
    for cue in cues:
        if cue.modal in _SPEECH_MODALS and cue.verb_class is not CueClass.DECLINE:
            continue
        if cue.form is VerbForm.ING and cue.head > unit.low and passage.tokens.lower[cue.head - 1] == "as":
            continue
        if cue.verb_class is CueClass.CITE and not cue.passive:
            quoted = _quoting(passage, unit, cue)
            if quoted is not None:
                links.append(quoted)
                continue
            origins = _cited(passage, unit, cue, links) or origins
            continue
        subject = find_subject(passage, unit, cue)
        if subject is None or _is_participle(passage, unit, cue):
            subject = _shared_subject(passage, unit, cue, links)
        if subject is None or _is_yet_to_speak(passage, cue, subject):
            continue
        after = after_cue(passage, unit, cue, subject)
        if not _governs(passage, unit, cue, subject, after):
            continue
        own = not subject.shared
        first = min(subject.first, cue.first) if own and subject.rule not in {"relative"} else cue.first
        links.append(_Link(cue, subject, after, first, _cut_before(passage, unit, first)))
    return [replace_origins(link, origins) for link in links]


def _is_yet_to_speak(passage: Passage, cue: Cue, subject: Subject) -> bool:
    """``would say``, ``will deny``: nobody has spoken yet, unless it is denied or limited (would say only)."""
    if cue.modal not in {"would", "will"} or cue.verb_class not in _SPEECH:
        return False
    return not (cue.negated or subject.negated or "only" in passage.tokens.lower[cue.first : cue.last + 2])


def replace_origins(link: _Link, origins: tuple[Mention, ...]) -> _Link:
    """The link with those whom its outlet cites."""
    if origins and any(m.source.kind is ActorKind.OUTLET for m in link.subject.mentions):
        link.origins = origins
    return link


def _is_participle(passage: Passage, unit: Unit, cue: Cue) -> bool:
    before = cue.first - 1
    return (
        cue.form is VerbForm.ING
        and cue.first == cue.head
        and before >= unit.low
        and (passage.tokens.words[before] in {",", "—", "–"} or passage.quote_of[before] >= 0)
    )


def _shared_subject(passage: Passage, unit: Unit, cue: Cue, links: list[_Link]) -> Subject | None:
    """The speaker of the clause before: ", saying that", "and has maintained that"."""
    before = cue.first - 1
    if before < unit.low:
        return None
    word = passage.tokens.lower[before]
    joined = word in {"and", "but", "or"} or (
        cue.form is VerbForm.ING and word in {",", "—", "–", "while", "by"}
    )
    if not joined and not _is_participle(passage, unit, cue):
        return None
    if links:
        outer = links[-1].outer or links[-1]
        return replace(outer.subject, shared=True, rule="shared")
    main = _main_subject(passage, unit, cue.first)
    return (
        None
        if main is None
        else Subject((main,), passage.first(main), passage.last(main), "clause-subject", shared=True)
    )


def _main_subject(passage: Passage, unit: Unit, before: int) -> Mention | None:
    """The first mention of the unit that stands at its head or behind no preposition."""
    tokens = passage.tokens
    for at in range(unit.low, before):
        mention = passage.begins.get(at)
        if mention is not None and (at == unit.low or tokens.lower[at - 1] not in _NOT_HEAD):
            return mention
    return None


_NOT_HEAD = word_set(
    "of in on at by for with from to into after before during against between about as 's the a"
)


def _governs(passage: Passage, unit: Unit, cue: Cue, subject: Subject, after: After) -> bool:
    """Whether there is content for the cue: behind it, or a clause or quotation before it."""
    if cue.verb_class is CueClass.DECLINE:
        return True
    if cue.takes == {Takes.QUOTE}:
        return (
            after.kind == "quote" or _quote_before(passage, unit, min(subject.first, cue.first)) is not None
        )
    if after.kind in {"that", "quote", "colon"} or (after.kind == "object" and cue.complement is Takes.QUOTE):
        return True
    if cue.passive:
        return (
            subject.rule == "agent"
            or after.kind != "none"
            or "as" in passage.tokens.lower[cue.last + 1 : cue.last + 3]
        )
    if after.kind == "to" and Takes.TO in cue.takes:
        return True
    if subject.first - 1 >= unit.low and passage.tokens.lower[subject.first - 1] in {"as", "how"}:
        return True
    if Takes.OBJECT in cue.takes or Takes.ING in cue.takes:
        if after.kind in {"object", "clause", "between"} or _left_content(passage, unit, cue, subject):
            return True
        return _antecedent_end(passage, unit, subject) is not None
    if after.kind == "to":
        return Takes.PERSON in cue.takes
    if after.kind in {"clause", "object"}:
        return Takes.CLAUSE in cue.takes or after.kind == "clause"
    return _left_content(passage, unit, cue, subject)


def _antecedent_end(passage: Passage, unit: Unit, subject: Subject) -> int | None:
    """Token after the noun that a reduced relative clause hangs on: the charge, which X denies; a claim X rejects."""
    tokens, at = passage.tokens, subject.first - 1
    if subject.shared or at <= unit.low or subject.rule == "relative":
        return None
    if tokens.lower[at] in {"which", "that"}:
        at -= 1
        at -= tokens.words[at] == ","
        return at + 1 if at >= unit.low else None
    plain = tokens.words[at][0].islower() and tokens.lower[at] not in _NOT_NOUNS and passage.quote_of[at] < 0
    return at + 1 if plain else None


_NOT_NOUNS = (
    word_set(
        "and or but nor yet when while as if because though although before after since until than so where both"
    )
    | PREPOSITIONS
    | ADVERBS
    | AUXILIARIES
    | SAYING
)


def _left_content(passage: Passage, unit: Unit, cue: Cue, subject: Subject) -> bool:
    first = min(subject.first, cue.first) if not subject.shared else cue.first
    before = first - 1
    if before <= unit.low:
        return before == unit.low and passage.quote_of[before] >= 0
    return passage.quote_of[before] >= 0 or passage.tokens.words[before] in {",", "—", "–", "-"}


def _quote_before(passage: Passage, unit: Unit, first: int) -> int | None:
    """The quotation that ends right before token ``first``."""
    at = first - 1
    while at >= unit.low and passage.tokens.words[at] in {",", "—", "–", "-"} and passage.quote_of[at] < 0:
        at -= 1
    return passage.quote_of[at] if at >= unit.low and passage.quote_of[at] >= 0 else None


def _cut_before(passage: Passage, unit: Unit, first: int) -> int:
    """Where the clause before ends: conjunctions and commas in front of ``first`` belong to neither."""
    at = first
    while (
        at - 1 > unit.low
        and passage.quote_of[at - 1] < 0
        and (
            passage.tokens.lower[at - 1]
            in {"and", "but", "while", "or", ",", ";", "—", "–", "yet", "although", "though"}
        )
    ):
        at -= 1
    return at


def _quoting(passage: Passage, unit: Unit, cue: Cue) -> _Link | None:
    """``The agency quoted an officer as saying that``: the officer speaks, through the agency."""
    mention = passage.begins.get(cue.last + 1)
    if mention is None:
        return None
    last = passage.last(mention)
    words = passage.tokens.lower[last + 1 : last + 3]
    if len(words) < 2 or words[0] != "as" or not words[1].endswith("ing"):
        return None
    subject = Subject((mention,), cue.last + 1, last, "quoted-as-saying")
    spoken = replace(
        cue, lemma="quote as saying", verb_class=CueClass.REPORT, takes=frozenset({Takes.CLAUSE})
    )
    outlet = find_subject(passage, unit, cue)
    link = _Link(spoken, subject, after_cue(passage, unit, spoken, subject), cue.first, cue.first)
    if outlet is not None:
        link.first = link.cut = min(outlet.first, cue.first)
        link.via = tuple(m for m in outlet.mentions if m.source.kind is ActorKind.OUTLET)
    return link


def _cited(passage: Passage, unit: Unit, cue: Cue, links: list[_Link]) -> tuple[Mention, ...]:
    """Whom an outlet cites: which cites three officials; citing a source."""
    at = cue.last + 1
    mention = passage.begins.get(at)
    if mention is None:
        return ()
    return (mention,)


# -- levels --------------------------------------------------------------------------------------------------


def _top_level(passage: Passage, unit: Unit, links: list[_Link]) -> list[_Link]:
    """Drop the sayings inside another's content; lift those that an outlet relays."""
    kept: list[_Link] = []
    for link in links:
        if link.subject.shared and kept:
            holder_of = kept[-1].outer or kept[-1]
            link.subject = replace(holder_of.subject, shared=True, rule="shared")
        holder = _holder(kept, link)
        if holder is None or _is_separate(passage, unit, holder, link):
            if holder is not None and _is_relay(passage, unit, holder, link):
                holder.via = (*holder.via, *link.subject.mentions)
                continue
            if (
                holder is not None
                and _is_trailing(passage, unit, link)
                and not _direct_quote(passage, unit, holder)
            ):
                kept.remove(holder)  # S, X said: whatever S tells is X's
            kept.append(link)
        elif (
            link.cue.verb_class in _RELAYED
            and _all_outlets(holder.subject.mentions)
            and not holder.cue.negated
            and link.cue.verb_class is not CueClass.ASSESS
        ):
            link.via = (*holder.subject.mentions, *holder.via)
            link.outer = holder.outer
            kept[kept.index(holder)] = link
        elif _direct_quote(passage, unit, link):
            link.outer = holder
            kept.append(link)
    return kept


def _holder(kept: list[_Link], link: _Link) -> "_Link | None":
    """The link whose content on the right is open where this one begins."""
    for earlier in reversed(kept):
        if earlier.after.start is not None and earlier.after.start <= link.cue.head and earlier.outer is None:
            return earlier
    return None


def _is_separate(passage: Passage, unit: Unit, holder: _Link, link: _Link) -> bool:
    """Whether a later cue speaks for the author again, not for the earlier speaker."""
    tokens = passage.tokens
    before = tokens.lower[link.first - 1] if link.first > unit.low else ""
    if link.subject.first < holder.cue.first and not link.subject.shared:
        link.cut = _cut_before(passage, unit, link.cue.first)
        return True
    if link.subject.shared:
        if _is_participle(passage, unit, link.cue):
            return True
        explicit = link.after.kind in {"that", "quote"} or link.cue.verb_class in _PARALLEL
        return explicit and (link.cue.form is not VerbForm.BASE or link.cue.first < link.cue.head)
    if before in _CONTRASTS or link.subject.rule == "with-doing":
        return True
    if before == "and" and holder.subject.rule == "with-doing":
        return True
    if before == "and":
        return tokens.words[link.first - 2] == "," or (
            link.after.kind in {"that", "quote"} and holder.after.kind == "quote"
        )
    if before in {",", "—", "–"} or (link.first > unit.low and passage.quote_of[link.first - 1] >= 0):
        ends = link.after.start is None or _quote_before(passage, unit, link.first) is not None
        return ends and link.subject.rule != "relative"
    return False


def _is_relay(passage: Passage, unit: Unit, holder: _Link, link: _Link) -> bool:
    """``A said X, the BBC reported.``"""
    return (
        link.after.start is None
        and _all_outlets(link.subject.mentions)
        and not _all_outlets(holder.subject.mentions)
        and not link.subject.shared
        and _quote_before(passage, unit, link.first) is None
    )


def _is_trailing(passage: Passage, unit: Unit, link: _Link) -> bool:
    """``A hopes that S, X told a briefing.``"""
    before = link.first - 1
    return (
        link.after.start is None
        and not link.subject.shared
        and before > unit.low
        and passage.tokens.words[before] in {",", "—", "–"}
        and link.after.end >= unit.high - 1
    )


def _all_outlets(mentions: tuple[Mention, ...]) -> bool:
    return bool(mentions) and all(mention.source.kind is ActorKind.OUTLET for mention in mentions)


def _direct_quote(passage: Passage, unit: Unit, link: _Link) -> bool:
    return link.after.kind == "quote" or (
        link.after.start is None and _quote_before(passage, unit, link.first) is not None
    )


# -- attributions --------------------------------------------------------------------------------------------


def _attribution(passage: Passage, unit: Unit, links: list[_Link], position: int) -> Attribution | None:
    link = links[position]
    span, rule = _content(passage, unit, links, position)
    if span is None:
        return None
    tokens = passage.tokens
    low, high = span
    start, end, quote = _as_offsets(passage, low, high)
    if start >= end:
        return None
    cue_end = max(
        link.cue.end,
        tokens.ends[link.after.end - 1]
        if link.after.end - 1 > link.cue.last and link.subject.first < link.cue.head
        else link.cue.end,
    )
    via = tuple(dict.fromkeys((*link.after.via, *link.via)))
    return Attribution(
        sentence=_sentence_at(passage, unit, link.cue.start),
        mentions=link.subject.mentions,
        cue=(link.cue.start, min(cue_end, passage.text.__len__())),
        verb=link.cue.lemma,
        verb_class=_class_of(link).value,
        content=(start, end),
        via=tuple(m for m in via if m.source not in [s.source for s in link.subject.mentions]),
        negated=link.cue.negated != link.subject.negated,
        quote=quote,
        rule=f"{rule}:{link.subject.rule}",
        origins=link.origins,
    )


def _class_of(link: _Link) -> CueClass:
    """The cue's class; telling somebody to do something demands it."""
    told = link.cue.lemma == "tell" and link.after.kind == "to"
    return CueClass.DEMAND if told else link.cue.verb_class


def _sentence_at(passage: Passage, unit: Unit, offset: int) -> int:
    for index in range(unit.first_sentence, unit.last_sentence + 1):
        if offset < passage.sentences[index].end:
            return index
    return unit.last_sentence


def _content(
    passage: Passage, unit: Unit, links: list[_Link], position: int
) -> tuple[tuple[int, int] | None, str]:
    """Token span of what is said, and the rule: behind the cue, before it, or around it."""
    link = links[position]
    earlier = links[position - 1] if position else None
    begin = max(
        _end_of(earlier) if earlier is not None else unit.low, _clause_start(passage, unit, link.first)
    )
    finish = (
        links[position + 1].cut
        if position + 1 < len(links) and links[position + 1].outer is None
        else unit.high
    )
    finish = _before_semicolon(passage, _end_of(link), finish)
    left_quote = _quote_before(passage, unit, link.first) if not link.subject.shared else None
    if _is_as_clause(passage, unit, link):
        naming = link.cue.lemma in {"call", "describe", "term", "dub", "label", "know"}
        if naming and passage.tokens.lower[link.first - 1] == "as":
            return None, "naming"
        return _after_comma(passage, unit, link, finish), "as-clause"
    prefers_left = (
        left_quote is not None
        and link.after.kind not in {"that", "colon"}
        and (link.after.kind in {"none", "object", "to", "quote"} or _long(passage, left_quote))
    )
    if link.after.kind == "between":
        return (link.cue.head + 1, link.cue.last), "between"
    if link.after.start is not None and not prefers_left and link.after.start < finish:
        return (link.after.start, finish), link.after.kind
    if left_quote is not None:
        last = passage.tokens.at(passage.quotes[left_quote].outer_end)
        first = passage.tokens.at(passage.quotes[left_quote].outer_start)
        return (max(begin, unit.low) if begin <= first else first, last), "quote-before"
    if link.cue.verb_class is CueClass.DECLINE:
        return (link.first, max(link.after.end, link.cue.last + 1)), "declined"
    before = link.first - 1
    if before > unit.low and passage.tokens.words[before] in {",", "—", "–", "-"}:
        if _is_medial(passage, unit, link, finish):
            return (begin, finish), "medial"
        return (begin, before), "clause-before"
    if link.cue.passive and link.subject.rule == "agent":
        return (begin, finish), "passive"
    antecedent = _antecedent_end(passage, unit, link.subject)
    if antecedent is not None and antecedent > begin:
        return (begin, antecedent), "antecedent"
    return None, "none"


def _before_semicolon(passage: Passage, low: int, high: int) -> int:
    """Where the content ends: at a semicolon, unless the reported clause goes on behind it (; that ...)."""
    for at in range(low, high - 1):
        if (
            passage.tokens.words[at] == ";"
            and passage.quote_of[at] < 0
            and passage.tokens.lower[at + 1] != "that"
        ):
            return at
    return high


def _clause_start(passage: Passage, unit: Unit, first: int) -> int:
    """First token behind the last semicolon before ``first``."""
    for at in range(first - 1, unit.low, -1):
        if passage.tokens.words[at] == ";" and passage.quote_of[at] < 0:
            return at + 1
    return unit.low


def _end_of(link: _Link) -> int:
    return max(link.after.end, link.cue.last + 1)


def _long(passage: Passage, quote: int) -> bool:
    span = passage.quotes[quote]
    return len(passage.text[span.start : span.end].split()) > 3


def _is_as_clause(passage: Passage, unit: Unit, link: _Link) -> bool:
    before = link.first - 1
    return before >= unit.low and passage.tokens.lower[before] in {"as", "how"} and link.after.kind != "that"


def _after_comma(passage: Passage, unit: Unit, link: _Link, finish: int) -> tuple[int, int] | None:
    """As X said, S: the clause behind the comma; S, as X said: the one before."""
    for at in range(link.cue.last + 1, finish):
        if passage.quote_of[at] >= 0:
            return at, finish
        if passage.tokens.words[at] in {",", ":"} and at + 1 < finish:
            return at + 1, finish
    before = link.first - 2
    return (unit.low, before) if before > unit.low else None


def _is_medial(passage: Passage, unit: Unit, link: _Link, finish: int) -> bool:
    """``The plan, one of them told Reuters, was ...``: text goes on behind a second comma."""
    at = link.after.end
    return (
        at + 1 < finish
        and passage.tokens.words[at] == passage.tokens.words[link.first - 1]
        and link.after.start is None
    )


def _as_offsets(passage: Passage, low: int, high: int) -> tuple[int, int, int | None]:
    """Offsets of a token span without outer commas; a span that is one quotation leaves the marks out."""
    tokens = passage.tokens
    while (
        high > low
        and passage.quote_of[high - 1] < 0
        and tokens.words[high - 1] in {",", ".", ";", "—", "–", ":", "-"}
    ):
        high -= 1
    while low < high and passage.quote_of[low] < 0 and tokens.words[low] in {",", ";", "—", "–", ":", "-"}:
        low += 1
    if low >= high:
        return 0, 0, None
    inside = [passage.quote_of[at] for at in range(low, high) if passage.quote_of[at] >= 0]
    quote = inside[0] if inside else None
    if quote is not None and all(passage.quote_of[at] == quote for at in range(low, high)):
        span = passage.quotes[quote]
        return span.start, span.end, quote
    return tokens.starts[low], tokens.ends[high - 1], quote


# -- according to, reportedly --------------------------------------------------------------------------------


def _with_source(passage: Passage, unit: Unit, cue: Cue, found: list[Attribution]) -> list[Attribution]:
    """Add what a phrase lays to somebody: according to X (an outlet relays whoever spoke), reportedly."""
    tokens = passage.tokens
    if cue.verb_class is CueClass.HEDGE:
        spoken = (a for a in found if a.verb_class not in _DEEDS)
        if any(a.content[0] <= cue.start < a.content[1] for a in spoken):
            return found
        start, end, quote = _as_offsets(passage, unit.low, unit.high)
        return [*found, _phrase(passage, unit, cue, (), (start, end), quote, "hedge")]
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
    direct = _quote_before(passage, unit, cue.first)
    if inner and (
        _all_outlets(mentions) or _is_document(mentions) or any(a.quote == direct is not None for a in inner)
    ):
        relays = mentions if _all_outlets(mentions) else ()
        return [
            replace(a, via=(*a.via, *relays), content=_trim(passage, a, cue)) if a in inner else a
            for a in found
        ]
    start, end, quote = _as_offsets(passage, low, high)
    if start >= end:
        return found
    if direct is not None:
        quote = direct
    added = _phrase(passage, unit, cue, mentions, (start, end), quote, "according-to")
    return [*(a for a in found if a not in inner), replace(added, origins=origins)]


def _accounts(passage: Passage, unit: Unit, found: list[Attribution]) -> list[Attribution]:
    """``In the ministry's telling, S`` and ``S, by the rebels' own account``."""
    tokens = passage.tokens
    for at in range(unit.low + 2, min(unit.high, unit.low + 400)):
        if tokens.lower[at] not in ACCOUNTS or passage.quote_of[at] >= 0:
            continue
        owner = at - 1 - (tokens.lower[at - 1] == "own")
        if tokens.lower[owner] not in {"'s", "'", "’"} or owner - 1 not in passage.ends:
            continue
        mention = passage.ends[owner - 1]
        first = passage.first(mention)
        if first <= unit.low - 1 or first == 0 or tokens.lower[first - 1] not in {"in", "by", "on"}:
            continue
        fronted = first - 1 == unit.low and at + 1 < unit.high and tokens.words[at + 1] == ","
        low, high = (at + 2, unit.high) if fronted else (unit.low, first - 1)
        start, end, quote = _as_offsets(passage, low, high)
        if start < end and not any(a.content[0] <= start < a.content[1] for a in found):
            span = (tokens.starts[first - 1], tokens.ends[at])
            return [
                Attribution(
                    _sentence_at(passage, unit, span[0]), (mention,), span, "according to", CueClass.SOURCE.value,
                    (start, end), quote=quote, rule="account",
                )
            ]  # fmt: skip
    return []


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
        sentence=_sentence_at(passage, unit, cue.start),
        mentions=mentions,
        cue=(cue.start, cue.end),
        verb=cue.lemma,
        verb_class=cue.verb_class.value,
        content=content,
        quote=quote,
        rule=rule,
    )


__all__ = ["find_attributions", "match_quotes", "quote_owner"]
