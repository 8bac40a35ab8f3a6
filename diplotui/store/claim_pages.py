"""The list of all claims, a window at a time, the last change or the most contested first."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from diplotui.model import (
    OTHER_TOPIC,
    ClaimFilter,
    ClaimOrder,
    ClaimPage,
    ClaimRow,
    ClaimStatus,
    PositionKind,
)
from diplotui.store.claims import claims_then, stored_rows
from diplotui.store.gather import as_list

COUNTED = 2_000
"""Claims that are counted at most: a count of more is never needed exactly, and would be waited for."""

JUDGED = 300
"""Claims that are judged at most where a filter asks for their positions on an earlier day."""

_RARE = 2000
"""Claims of a party, or with a word, up to which they are looked up; beyond, the list is walked for them."""

# The list is ordered only by what it selects: then the view of an earlier instant is read in that order, too,
# by merging two indexes, and not sorted as a whole.

_STATUS_THEN = (
    "(SELECT h.value ->> 1 FROM json_each(s.history) AS h"
    " WHERE h.value ->> 0 IS NULL OR h.value ->> 0 <= ? ORDER BY h.key DESC LIMIT 1)"
)
"""The status on a day, from the history on the public clock."""

_UNANSWERED = "('nothing', 'asked', 'silent')"
_GAPS = (PositionKind.NOTHING, PositionKind.ASKED, PositionKind.SILENT)


def claim_page(
    connection: sqlite3.Connection, chosen: ClaimFilter, *, offset: int, limit: int, today: date
) -> ClaimPage:
    """The claims that a filter shows, from place ``offset`` on (0: the first of the order).

    With ``as_of`` each claim is shown and filtered as it stood on that day, in today's order; what was not
    public then is left out, so that a window may hold fewer.
    """
    if chosen.as_of is not None and (chosen.reversed or chosen.unanswered):
        return _judged_page(connection, chosen, chosen.as_of, offset, limit, today)
    where, values = _conditions(connection, chosen)
    total = _count(connection, where, values, COUNTED)
    if chosen.order is ClaimOrder.CONTESTED and total < COUNTED:
        found = _few_by_status(connection, where, values)[offset : offset + limit]
    else:
        found = _window(connection, chosen, where, values, offset, limit)
    shown = _as_shown(connection, found, chosen.as_of, today)
    return ClaimPage(rows=tuple(shown), total=total, offset=offset)


def claim_count(connection: sqlite3.Connection, chosen: ClaimFilter, today: date) -> int:
    """How many claims a filter shows, counted in full: what it takes grows with the ledger."""
    if chosen.as_of is not None and (chosen.reversed or chosen.unanswered):
        return _judged_page(connection, chosen, chosen.as_of, 0, 0, today).total
    where, values = _conditions(connection, chosen)
    return _count(connection, where, values, -1)


def _count(connection: sqlite3.Connection, where: str, values: Sequence[object], most: int) -> int:
    row = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM claim_status AS s WHERE {where} LIMIT ?)", (*values, most)
    ).fetchone()
    return int(row[0])


def _window(
    connection: sqlite3.Connection,
    chosen: ClaimFilter,
    where: str,
    values: Sequence[object],
    offset: int,
    limit: int,
) -> list[str]:
    """Ids of the claims from a place on; by how contested they are, one status is walked after the other."""
    if chosen.order is ClaimOrder.CHANGED:
        return _ordered(connection, where, values, offset, limit)
    found: list[str] = []
    left = offset
    for status in ClaimStatus:
        if chosen.statuses and status not in chosen.statuses:
            continue
        tests, given = f"s.status = ? AND {where}", (status.value, *values)
        held = _count(connection, tests, given, left)
        if held == left:
            found += _ordered(connection, tests, given, left, limit - len(found))
        left -= held
        if len(found) >= limit:
            break
    return found


def _few_by_status(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> list[str]:
    """All claims of a short list, the most contested first."""
    places = {status.value: place for place, status in enumerate(ClaimStatus)}
    found = connection.execute(
        f"SELECT s.claim, s.status FROM claim_status AS s WHERE {where} ORDER BY s.newest DESC, s.claim DESC",
        values,
    ).fetchall()
    return [row["claim"] for row in sorted(found, key=lambda row: places[row["status"]])]


def _ordered(
    connection: sqlite3.Connection, where: str, values: Sequence[object], offset: int, limit: int
) -> list[str]:
    found = connection.execute(
        f"SELECT s.claim, s.newest FROM claim_status AS s WHERE {where}"
        " ORDER BY s.newest DESC, s.claim DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    return [row["claim"] for row in found]


def _as_shown(
    connection: sqlite3.Connection, claims: Sequence[str], as_of: date | None, today: date
) -> list[ClaimRow]:
    """These claims in this order, as they stand or stood."""
    order = {claim: place for place, claim in enumerate(claims)}
    shown = stored_rows(connection, order) if as_of is None else claims_then(connection, order, as_of, today)
    return sorted(shown, key=lambda row: order[row.claim.id])


def _judged_page(
    connection: sqlite3.Connection, chosen: ClaimFilter, as_of: date, offset: int, limit: int, today: date
) -> ClaimPage:
    """A page of claims that stood on a day as the filter asks, of the first ``JUDGED`` of the list."""
    open_filter = replace(chosen, reversed=False, unanswered=False, order=ClaimOrder.CHANGED)
    where, values = _conditions(connection, open_filter)
    rows = _as_shown(connection, _ordered(connection, where, values, 0, JUDGED), as_of, today)
    fitting = [row for row in rows if _stood(row, chosen)]
    if chosen.order is ClaimOrder.CONTESTED:
        places = {status: place for place, status in enumerate(ClaimStatus)}
        fitting.sort(key=lambda row: places[row.status])
    return ClaimPage(tuple(fitting[offset : offset + limit]), len(fitting), offset)


def _stood(row: ClaimRow, chosen: ClaimFilter) -> bool:
    """Whether a claim stood as the filter asks."""
    if chosen.reversed and not any(cell.reversed for cell in row.positions):
        return False
    gaps = (cell for cell in row.positions if cell.position in _GAPS)
    return not chosen.unanswered or any(chosen.party in (None, cell.party) for cell in gaps)


def _conditions(connection: sqlite3.Connection, chosen: ClaimFilter) -> tuple[str, list[object]]:
    """The filter as SQL over ``claim_status AS s``."""
    tests: list[str] = []
    values: list[object] = []

    def add(test: str, given: Iterable[object] = ()) -> None:
        tests.append(test)
        values.extend(given)

    if chosen.statuses:
        wanted = as_list(status.value for status in chosen.statuses)
        status = "s.status" if chosen.as_of is None else _STATUS_THEN
        then = () if chosen.as_of is None else (chosen.as_of.isoformat(),)
        add(f"{status} IN (SELECT value FROM json_each(?))", (*then, wanted))
    if chosen.topic is not None:
        add("s.topic = ?", (chosen.topic,))
    else:
        add(f"s.topic <> '{OTHER_TOPIC}'")
    for party in chosen.parties:
        add(*_of_party(connection, party, unanswered=False))
    if chosen.party is not None:
        add(*_of_party(connection, chosen.party, unanswered=chosen.unanswered))
    elif chosen.unanswered:
        add(f"EXISTS (SELECT 1 FROM position AS p WHERE p.claim = s.claim AND p.position IN {_UNANSWERED})")
    if chosen.reversed:
        add("s.claim IN (SELECT claim FROM position WHERE reversed)")
    for word in chosen.words:
        add(*_with_word(connection, word))
    if chosen.as_of is not None:
        add("(s.public IS NULL OR s.public <= ?)", (chosen.as_of.isoformat(),))
    return " AND ".join(tests), values


def _of_party(connection: sqlite3.Connection, party: str, *, unanswered: bool) -> tuple[str, list[object]]:
    test = f" AND p.position IN {_UNANSWERED}" if unanswered else ""
    held = f"SELECT p.claim FROM position AS p WHERE p.party = ?{test}"
    rare = connection.execute(f"{held} LIMIT 1 OFFSET {_RARE}", (party,)).fetchone() is None
    return (f"s.claim IN ({held})" if rare else f"EXISTS ({held} AND p.claim = s.claim)"), [party]


def _with_word(connection: sqlite3.Connection, word: str) -> tuple[str, list[object]]:
    """Claims whose text has a word, or part of one, in it; or that belong to a topic whose name has."""
    # LIKE folds the case of ASCII letters alone: other words are looked for as typed, small and capital.
    forms = dict.fromkeys((word, word.lower(), word.upper(), word.title()) if not word.isascii() else (word,))
    likes = [f"%{_plain(form)}%" for form in forms]

    def has(column: str) -> str:
        return "(" + " OR ".join([f"{column} LIKE ? ESCAPE '\\'"] * len(likes)) + ")"

    topics = [row[0] for row in connection.execute(f"SELECT id FROM topic WHERE {has('name')}", likes)]
    said = f"SELECT c.id FROM claim AS c WHERE {has('c.text')}"
    found = connection.execute(f"{said} LIMIT {_RARE}", likes).fetchall()
    given: list[object] = [*likes]
    test = f"EXISTS ({said} AND c.id = s.claim)"
    if len(found) < _RARE:
        test, given = "s.claim IN (SELECT value FROM json_each(?))", [as_list(row[0] for row in found)]
    if not topics:
        return test, given
    return f"({test} OR s.topic IN (SELECT value FROM json_each(?)))", [*given, as_list(topics)]


def _plain(word: str) -> str:
    """A word in which nothing is a wildcard."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
