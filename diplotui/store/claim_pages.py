"""The list of all claims, a window at a time, the last change first."""

import sqlite3
from datetime import date

from diplotui.model import OTHER_TOPIC, ClaimFilter, ClaimPage
from diplotui.store.claims import claims_then, stored_rows
from diplotui.store.gather import as_list

COUNTED = 2_000
"""Claims that are counted at most: a count of more is never needed exactly, and would be waited for."""

_RARE = 2000
"""Claims of a party up to which they are looked up and sorted; beyond, the list is walked for them."""

# The list is ordered only by what it selects: then the view of an earlier instant is read in that order, too,
# by merging two indexes, and not sorted as a whole.

_UNANSWERED = "('nothing', 'asked', 'silent')"


def claim_page(
    connection: sqlite3.Connection, chosen: ClaimFilter, *, offset: int, limit: int, today: date
) -> ClaimPage:
    """The claims that a filter shows, from place ``offset`` (0: the one that changed last).

    With ``as_of`` the list is today's, and each claim is shown as it stood on that day; what was not public
    then is left out, so that a window may hold fewer.
    """
    where, values = _conditions(connection, chosen)
    total = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM claim_status AS s WHERE {where} LIMIT {COUNTED})", values
    ).fetchone()[0]
    found = connection.execute(
        f"SELECT s.claim, s.newest FROM claim_status AS s WHERE {where}"
        " ORDER BY s.newest DESC, s.claim DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    order = {row["claim"]: place for place, row in enumerate(found)}
    if chosen.as_of is None:
        shown = stored_rows(connection, order)
    else:
        shown = claims_then(connection, order, chosen.as_of, today)
    return ClaimPage(
        rows=tuple(sorted(shown, key=lambda row: order[row.claim.id])),
        total=total,
        offset=offset,
    )


def _conditions(connection: sqlite3.Connection, chosen: ClaimFilter) -> tuple[str, list[object]]:
    """The filter as SQL over ``claim_status AS s``."""
    tests: list[str] = []
    values: list[object] = []
    if chosen.statuses:
        tests.append("s.status IN (SELECT value FROM json_each(?))")
        values.append(as_list(status.value for status in chosen.statuses))
    if chosen.topic is not None:
        tests.append("s.topic = ?")
        values.append(chosen.topic)
    else:
        tests.append(f"s.topic <> '{OTHER_TOPIC}'")
    if chosen.party is not None:
        test = f" AND p.position IN {_UNANSWERED}" if chosen.unanswered else ""
        held = f"SELECT p.claim FROM position AS p WHERE p.party = ?{test}"
        rare = connection.execute(f"{held} LIMIT 1 OFFSET {_RARE}", (chosen.party,)).fetchone() is None
        tests.append(f"s.claim IN ({held})" if rare else f"EXISTS ({held} AND p.claim = s.claim)")
        values.append(chosen.party)
    elif chosen.unanswered:
        tests.append(
            f"EXISTS (SELECT 1 FROM position AS p WHERE p.claim = s.claim AND p.position IN {_UNANSWERED})"
        )
    if chosen.reversed:
        tests.append("s.claim IN (SELECT claim FROM position WHERE reversed)")
    if chosen.as_of is not None:
        tests.append("(s.public IS NULL OR s.public <= ?)")
        values.append(chosen.as_of.isoformat())
    return " AND ".join(tests), values
