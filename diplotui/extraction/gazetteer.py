"""Terms of a text that stand for a party or name an outlet.

``find_terms`` is the one way in: the tables and the trie are in ``term_tables``, the rules of context
(the Senate of another country, Jordan as a given name, Georgia the US state) in ``term_contexts``.
"""

from dataclasses import dataclass

from diplotui.extraction.term_contexts import ACTING_KINDS, Surroundings, read_match
from diplotui.extraction.term_tables import matches, party_name, tokens


@dataclass(frozen=True, slots=True)
class TermSpan:
    """A word or phrase of the text that stands for a party or names an outlet."""

    start: int
    end: int
    term: str
    """The form as the table spells it ("foreign ministry" for "Foreign Ministry")."""
    party: str | None
    """ISO alpha-2 of a state (GB, XK), or the code of a body or group; None for an outlet, and for an office
    beside which no state is named."""
    kind: str
    """state, demonym, people, capital, metonym, office, body, group, company or outlet."""
    acts: bool
    """Whether the term can act or speak for the party here: "Moscow said", not "in Moscow", not "Russian"."""
    name: str
    """The name to show: the state's short name, the outlet's usual name, else the form."""


def find_terms(text: str) -> tuple[TermSpan, ...]:
    """All terms of a text in order, without overlaps; the longest form wins. Time is linear in the text."""
    read = tokens(text)
    found = matches(read.words)
    around = Surroundings(read.words, found)
    spans = []
    for match in found:
        reading = read_match(match, around)
        if reading is None:
            continue
        entry = match.entry
        start, end = read.spans[match.first][0], read.spans[match.after - 1][1]
        if entry.kind == "outlet" and read.words[match.after : match.after + 1] == ["-"]:
            part = read.words[match.after + 1 : match.after + 2]
            if part and part[0][:1].isupper() and read.spans[match.after][0] == end:
                end = read.spans[match.after + 1][1]  # Kommersant-Asia: another paper
                spans.append(TermSpan(start, end, entry.term, None, "outlet", False, text[start:end]))
                continue
        name = entry.name
        if entry.kind == "state" and entry.party == "?" and reading.party is not None:
            name = party_name(reading.party)  # the North
        spans.append(TermSpan(start, end, entry.term, reading.party, entry.kind, reading.acts, name))
    return tuple(spans)


__all__ = ["ACTING_KINDS", "TermSpan", "find_terms", "party_name"]
