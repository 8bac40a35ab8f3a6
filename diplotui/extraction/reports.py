"""Reports inside a text: what one outlet published, with whom it cites, told in several statements.

The statements of one report share its origin (the sources it cites), its day and its opening statement, to
which a denial of "the report" is linked. An outlet that only carries a named person's words opens none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from diplotui.extraction.drafts import Draft
from diplotui.extraction.words import overlap
from diplotui.model import OTHER_TOPIC, ActorKind, Basis, DateBounds, Source

REACH = 3
"""Blocks after its last statement within which a report may go on."""

LEDE_WORDS = 2
"""Words or families that a lede told by hearsay must share with the report it runs ahead of."""

_ONE_OF = re.compile(
    r"\A(?:one|another|some|two|several|both|a (?:second|third)) of (?:the|its|their|these|those"
    r"|them)\b|\A(?:the|these|those|its|their)\b",
    re.IGNORECASE,
)
_DISCLOSED = re.compile(
    r"\b(?:sources?|officials?|people|persons?|diplomats?|aides?|figures)\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Report:
    """An outlet's report while the text tells of it."""

    outlet: Source
    opener: int
    section: int
    last_block: int
    members: list[int] = field(default_factory=list)
    group: Source | None = None
    """The unnamed people whom the outlet cites."""
    said: DateBounds | None = None


def tell_reports(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with report, origin, basis, people and day filled in from the report they belong to."""
    reports = _find(drafts)
    told = list(drafts)
    for report in reports:
        for index in report.members:
            told[index] = _filled(told[index], report, index)
    return told


def _find(drafts: Sequence[Draft]) -> list[_Report]:
    reports: list[_Report] = []
    waiting: list[int] = []
    for index, draft in enumerate(drafts):
        outlet = outlet_of(draft)
        current = _open(reports, draft)
        if outlet is not None and not _relays_named(draft):
            report = _open(reports, draft, outlet)
            if report is None or is_another(drafts[report.opener], draft):
                report = _Report(outlet, index, draft.unit.section, draft.unit.block)
                reports.append(report)
                report.members += [lede for lede in waiting if _runs_ahead(drafts[lede], draft)]
                waiting = []
            _join(report, index, draft)
        elif current is not None and _carries_on(draft, current):
            _join(current, index, draft)
        elif draft.basis is Basis.UNATTRIBUTED and draft.source is None:
            waiting.append(index)
    return reports


def outlet_of(draft: Draft) -> Source | None:
    """The outlet that reports a statement: as its speaker, or as the relay of somebody unnamed."""
    if draft.source is not None and draft.source.kind is ActorKind.OUTLET:
        return draft.source
    return next((link for link in draft.chain if link.kind is ActorKind.OUTLET), None)


def _relays_named(draft: Draft) -> bool:
    source = draft.source
    return source is not None and source.kind not in (ActorKind.OUTLET, ActorKind.ANONYMOUS)


def _open(reports: Sequence[_Report], draft: Draft, outlet: Source | None = None) -> _Report | None:
    """The latest report that can still go on at this draft."""
    for report in reversed(reports[-4:]):
        if outlet is not None and not _is_same_outlet(report.outlet, outlet):
            continue
        if report.section == draft.unit.section and draft.unit.block - report.last_block <= REACH:
            return report
    return None


def is_another(opening: Draft, draft: Draft) -> bool:
    """Whether an outlet is cited in a later paragraph on another topic: that is another report of it."""
    topics = {opening.topic, draft.topic}
    return len(topics) == 2 and OTHER_TOPIC not in topics and draft.unit.block != opening.unit.block


def _is_same_outlet(one: Source, other: Source) -> bool:
    """Whether two names name one outlet: equal, or one a part of the other (the Times, the Daily Times)."""
    first, second = set(one.name.lower().split()) - {"the"}, set(other.name.lower().split()) - {"the"}
    return bool(first) and bool(second) and (first <= second or second <= first)


def _carries_on(draft: Draft, report: _Report) -> bool:
    """Whether a statement without an outlet goes on with a report: its sources again, or hearsay."""
    near = draft.unit.block - report.last_block
    source = draft.source
    if source is None:
        return draft.basis is Basis.UNATTRIBUTED and near == 0
    if source.kind is not ActorKind.ANONYMOUS or outlet_of(draft) is not None:
        return False
    if report.group is not None and _is_of_group(source, report.group):
        return True
    return report.group is None and near <= 1 and _ONE_OF.match(source.name) is not None


def _is_of_group(source: Source, group: Source) -> bool:
    if source.name == group.name:
        return True
    if _ONE_OF.match(source.name) is None:
        return False
    one = set(_DISCLOSED.findall(source.name.lower()))
    other = set(_DISCLOSED.findall(group.name.lower()))
    return not one or bool({word.rstrip("s") for word in one} & {word.rstrip("s") for word in other})


def _join(report: _Report, index: int, draft: Draft) -> None:
    report.members.append(index)
    report.last_block = draft.unit.block
    if draft.dated and report.said is None:
        report.said = draft.said
    for link in draft.chain:
        if link.kind is ActorKind.ANONYMOUS and _is_fuller(link, report.group):
            report.group = link


def _is_fuller(link: Source, group: Source | None) -> bool:
    """Whether a description tells more of the sources than the one known so far."""
    if group is None:
        return True
    if _ONE_OF.match(link.name):
        return False
    return _ONE_OF.match(group.name) is not None or (link.heads or 0) > (group.heads or 0)


def _runs_ahead(lede: Draft, opening: Draft) -> bool:
    if opening.unit.block - lede.unit.block > REACH:
        return False
    shared = overlap(lede.stems, opening.stems)
    common = len(shared.words) + len(shared.families)
    return common >= LEDE_WORDS or bool(set(lede.subjects) & set(opening.subjects) and common)


def _filled(draft: Draft, report: _Report, index: int) -> Draft:
    filled = replace(draft, report=report.opener)
    if not draft.dated and report.said is not None:
        filled = replace(filled, said=report.said, dated=True)
    source = draft.source
    hearsay = draft.unit.attribution is not None and draft.unit.attribution.verb_class == "hedge"
    if source is None and hearsay and index > report.opener:
        source = report.outlet
        filled = replace(filled, source=source, speakers=(source,))
    if source is None or source.kind is ActorKind.OUTLET:
        if report.group is None:
            return replace(filled, chain=(report.outlet,), basis=Basis.UNATTRIBUTED)
        return replace(
            filled,
            chain=(report.group, report.outlet),
            basis=Basis.ANONYMOUS if draft.basis is Basis.UNATTRIBUTED else draft.basis,
            heads=report.group.heads,
        )
    if outlet_of(filled) is None:
        filled = replace(filled, chain=(*filled.chain, report.outlet))
    return filled
