"""A brief as Markdown that can be sent: by topic, what changed, who denied what in which words, what is open.

Every sentence of somebody else stands between quotation marks and carries a footnote with its source
(footnotes as in GitHub Flavored Markdown and Pandoc). Planned and happened are kept apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from diplotui.exports.brief import Brief, TopicPart
from diplotui.exports.markdown import escaped, linked, quoted
from diplotui.ledger.origins import wording
from diplotui.marks import POSITION_MARKS
from diplotui.model import (
    ClaimRow,
    ClaimStatus,
    Coverage,
    DateBounds,
    Decision,
    DocumentRow,
    EventDetail,
    EventKind,
    Position,
    PositionKind,
    StatementView,
    StatusChange,
)
from diplotui.words import BASIS_WORDS, bounds_words, instant_words, long_day, status_word

CONTESTED = frozenset(
    {
        ClaimStatus.DISPUTED,
        ClaimStatus.DENIED,
        ClaimStatus.DENIED_IN_PART,
        ClaimStatus.DENIED_BY_SOME,
        ClaimStatus.WITHDRAWN,
        ClaimStatus.EVADED,
    }
)
"""Statuses of claims that somebody spoke against, took back or would not speak to."""

TO_COME = frozenset({EventKind.PLANNED, EventKind.PENDING})

NO_ANSWER = frozenset({PositionKind.NOTHING, PositionKind.ASKED, PositionKind.SILENT})


@dataclass(slots=True)
class _Sources:
    """The footnotes, numbered in the order in which they are first needed."""

    documents: dict[str, DocumentRow]
    lines: dict[str, str] = field(default_factory=dict)

    def statement(self, view: StatementView) -> str:
        """The mark of the footnote that says where a statement comes from."""
        return self._mark(f"statement/{view.statement.id}", _statement_source(view))

    def document(self, document: str) -> str:
        """The mark of the footnote of a document; empty where it is not known."""
        row = self.documents.get(document)
        return self._mark(f"document/{document}", _document_source(row)) if row is not None else ""

    def _mark(self, key: str, line: str) -> str:
        self.lines.setdefault(key, line)
        return f"[^{list(self.lines).index(key) + 1}]"

    def notes(self) -> list[str]:
        """The footnotes themselves."""
        return [f"[^{number}]: {line}" for number, line in enumerate(self.lines.values(), start=1)]


def brief_markdown(brief: Brief) -> str:
    """The whole brief, ending in a newline."""
    sources = _Sources({row.document.id: row for row in brief.documents})
    lines = [f"# Brief: {escaped(brief.ledger)}", "", *_head(brief), ""]
    for part in brief.topics:
        lines += _topic(part, brief, sources)
    if not brief.topics:
        lines += ["Nothing in the ledger fits.", ""]
    lines += sources.notes()
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(brief: Brief) -> list[str]:
    """When and what: one paragraph."""
    chosen = brief.chosen
    if chosen.as_of is not None:
        first = f"As it was public on {long_day(chosen.as_of)}."
    else:
        first = f"As of {long_day(brief.today)}."
    parts = [f"**{first}**"]
    if chosen.as_recorded is not None:
        parts.append(f"As this ledger had it at {instant_words(chosen.as_recorded)}.")
    if chosen.since is not None:
        parts.append(f"Since {long_day(chosen.since)}.")
    if chosen.party is not None:
        parts.append(f"Only what concerns {escaped(chosen.party)}.")
    events = sum(len(part.events) for part in brief.topics)
    parts.append(f"{events} event{'' if events == 1 else 's'}.")
    if brief.more:
        parts.append(f"{brief.more} older ones are left out.")
    parts.append(
        "Who said what, and who denied it: nothing here says what is true. *Proposed*: filed by rule, not yet"
        " looked at by a person."
    )
    return [" ".join(parts)]


def _topic(part: TopicPart, brief: Brief, sources: _Sources) -> list[str]:
    claims = [(row, detail) for detail in part.events for row in detail.claims]
    contested = [pair for pair in claims if _contested(pair[0])]
    unanswered = [pair for pair in claims if not _contested(pair[0]) and _open(*pair)]
    sections: list[tuple[str, list[str]]] = [
        ("What changed", _changes(claims, brief, sources)),
        (
            "Denied, disputed, evaded, reversed",
            [line for pair in contested for line in _claim(*pair, sources)],
        ),
        ("Unanswered", [line for pair in unanswered for line in _claim(*pair, sources)]),
        ("Happened and said", _events(part.events, sources, to_come=False)),
        ("Planned and pending", _events(part.events, sources, to_come=True)),
    ]
    lines = [f"## {escaped(part.name)}", ""]
    for title, body in sections:
        if body:
            lines += [f"### {title}", "", *body, ""]
    return lines


def _contested(row: ClaimRow) -> bool:
    """Whether somebody spoke against a claim, would not speak to it, or turned round on it."""
    return row.status in CONTESTED or any(cell.reversed for cell in row.positions)


def _open(row: ClaimRow, detail: EventDetail) -> bool:
    """Whether a party that the claim is about has said nothing to it, where there was something to answer."""
    return (detail.row.responded or detail.event.kind is EventKind.ALLEGED) and any(
        cell.position in NO_ANSWER for cell in row.positions if cell.party in row.claim.subjects
    )


def _changes(claims: Iterable[tuple[ClaimRow, EventDetail]], brief: Brief, sources: _Sources) -> list[str]:
    """Each move of a status within the days of the brief, newest first."""
    found: list[tuple[StatusChange, str]] = []
    for row, detail in claims:
        for was, now in zip(row.history, row.history[1:], strict=False):
            if now.on is None or (brief.chosen.since is not None and now.on < brief.chosen.since):
                continue
            claim = escaped(row.claim.text).rstrip(".")
            words = f"{claim}: {status_word(was.status)} → **{status_word(now.status)}**"
            found.append((now, f"- {long_day(now.on)}: {words}{_through(row, detail, now, sources)}"))
    found.sort(key=lambda pair: str(pair[0].on), reverse=True)
    return [line for _, line in found]


def _through(row: ClaimRow, detail: EventDetail, change: StatusChange, sources: _Sources) -> str:
    """The footnotes of the sentences that moved a claim on that day."""
    moved = {cell.statement for cell in row.positions if cell.on == change.on and cell.statement}
    return "".join(sources.statement(view) for view in detail.statements if view.statement.id in moved)


def _claim(row: ClaimRow, detail: EventDetail, sources: _Sources) -> list[str]:
    """A claim with what stands behind it and a line for each party."""
    said = [status_word(row.status), wording(row.counts)]
    if row.claim.decision is Decision.PROPOSED:
        said.append("*proposed*")
    views = {view.statement.id: view for view in detail.statements}
    lines = [f"- **{escaped(row.claim.text)}** ({'; '.join(said)})"]
    first = _put_forward(row, detail)
    if first is not None:
        lines.append(f"  - put forward: {_sentence(first, sources)}")
    lines += [f"  - {_cell(cell, views, sources)}" for cell in row.positions]
    return lines


def _put_forward(row: ClaimRow, detail: EventDetail) -> StatementView | None:
    """The first statement that asserts a claim and stands behind none of its positions."""
    shown = {cell.statement for cell in row.positions}
    for view in detail.statements:
        stances = (stance for stance in view.stances if stance.claim == row.claim.id)
        if view.statement.id not in shown and any(one.stance.value == "asserts" for one in stances):
            return view
    return None


def _cell(cell: Position, views: dict[str, StatementView], sources: _Sources) -> str:
    """``✗ US: denies in part, scope “to us”: “sentence” (day)[^1]``; of what is implied the footnote only."""
    mark = POSITION_MARKS[cell.position]
    words = f"{mark.glyph} {escaped(cell.party)}: {mark.word}"
    if cell.part:
        words += " in part"
    if cell.coverage is not None and cell.coverage is not Coverage.EXPLICIT:
        words += f" ({cell.coverage.value})"
    if cell.scope:
        words += f", scope {quoted(cell.scope)}"
    if cell.reversed:
        words += ", **reversed**"
    view = views.get(cell.statement or "")
    if view is None:
        return words
    if cell.coverage is Coverage.IMPLIED:
        return words + sources.statement(view)
    words += f": {_sentence(view, sources)}"
    earlier = views.get(cell.earlier or "")
    return words if earlier is None else f"{words}; before that {_sentence(earlier, sources)}"


def _sentence(view: StatementView, sources: _Sources) -> str:
    """Somebody's sentence with its day and its footnote."""
    day = bounds_words(view.statement.said)
    proposed = ", *proposed*" if view.statement.decision is Decision.PROPOSED else ""
    said = f" ({day}{proposed})" if day else ""
    gone = ", **withdrawn from the text**" if view.withdrawn is not None else ""
    return f"{quoted(view.statement.exact)}{said}{gone}{sources.statement(view)}"


def _events(details: Iterable[EventDetail], sources: _Sources, *, to_come: bool) -> list[str]:
    """A line for each event, and the first sentence behind it."""
    lines = []
    for detail in details:
        event = detail.event
        if (event.kind in TO_COME) is not to_come:
            continue
        when = _when(event.date) if to_come else (long_day(detail.row.public) if detail.row.public else "")
        parties = f" ({escaped(', '.join(event.parties))})" if event.parties else ""
        kind = f", *{event.kind.value}*" if event.kind is not EventKind.HAPPENED else ""
        lines.append(f"- {when or 'no day'}: {escaped(event.title)}{parties}{kind}")
        if detail.statements:
            lines.append(f"  - {_sentence(detail.statements[0], sources)}")
        elif event.passages:
            passage = event.passages[0]
            lines.append(f"  - {quoted(passage.exact)}{sources.document(passage.document)}")
    return lines


def _when(bounds: DateBounds) -> str:
    return bounds_words(bounds) or "no day named"


def _statement_source(view: StatementView) -> str:
    """Who, for whom, on what basis, through whom; then the document."""
    statement = view.statement
    who = escaped(view.speaker.name) if view.speaker is not None else "no speaker named"
    if statement.office and view.speaker is not None and statement.office not in view.speaker.name:
        who += f", {escaped(statement.office)}"
    parts = [who]
    if statement.party:
        parts.append(f"for {escaped(statement.party)}")
    parts.append(BASIS_WORDS[statement.basis])
    known = (view.publisher, view.speaker.name if view.speaker else None)
    relays = [name for name in view.chain[1:] if name not in known]
    if relays:
        parts.append("by way of " + escaped(", ".join(relays)))
    return "; ".join(
        [", ".join(parts), _publication(view.publisher, view.document_title, view.published, view.url)]
    )


def _document_source(row: DocumentRow) -> str:
    document = row.document
    return _publication(row.publisher, document.title, document.published, document.url)


def _publication(publisher: str | None, title: str | None, published: object, url: str | None) -> str:
    """Publisher, title, day, address: those that are known."""
    parts = [
        escaped(publisher) if publisher else "",
        quoted(title) if title else "",
        str(published) if published else "no day of publication",
        linked(url),
    ]
    return ", ".join(part for part in parts if part) + "."
