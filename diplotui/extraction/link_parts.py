"""The parts of a link's score: what speaks for a claim being the one that an answer means, and what against.

Each row has its points and two texts. In ``linked`` the answer is linked to the claim, and a part that speaks
for it counts; in ``apart`` it is not linked to that claim. The points were set on texts of our own making.
"""

from diplotui.extraction.link_parts_against import SPEAKS_AGAINST
from diplotui.extraction.link_parts_for import SPEAKS_FOR
from diplotui.extraction.link_rows import Case, PartRow

PARTS: tuple[PartRow, ...] = (*SPEAKS_FOR, *SPEAKS_AGAINST)
"""All parts."""

POINTS: dict[str, float] = {row.name: row.points for row in PARTS}
"""Points by the name of the part."""

__all__ = ["PARTS", "POINTS", "Case", "PartRow"]
