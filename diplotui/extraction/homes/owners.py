"""Whose a title, a noun or a seat is: states and world bodies by what news calls their offices."""

SEATS = frozenset(
    {"Brussels", "Geneva", "Vienna", "The Hague", "New York", "Nairobi", "Luxembourg", "Strasbourg"}
)
"""Cities of world bodies: a dateline there says nothing of a home."""

TITLES: tuple[tuple[str, str], ...] = (
    ("secretary of state for", "GB"),
    ("secretary of state", "US"),
    ("secretary of the treasury", "US"),
    ("treasury secretary", "US"),
    ("secretary of war", "US"),
    ("administration official", "US"),
    ("house speaker", "US"),
    ("chairman of the joint chiefs", "US"),
    ("director of national intelligence", "US"),
    ("chancellor of the exchequer", "GB"),
    ("chief cabinet secretary", "JP"),
    ("state counsellor", "MM"),
    ("supreme leader", "IR"),
    ("federal chancellor", "DE"),
    ("foreign secretary", "GB IN PK PH BD NP LK MW"),
    ("foreign office", "GB PK DE"),
    ("home secretary", "GB IN PK BD"),
    ("home office", "GB"),
    ("defence secretary", "GB IN PK LK"),
    ("defense secretary", "US PH"),
    ("secretary of defense", "US PH"),
    ("attorney general", "US GB IL AU IN KE"),
    ("prefect", "FR IT RO GR AL"),
    ("state secretary", "HU NL DE NO SE FI RS SI"),
    ("external affairs", "IN"),
    ("chancellor", "DE AT"),
    ("taoiseach", "IE"),
    ("tánaiste", "IE"),
    ("tanaiste", "IE"),
    ("knesset", "IL"),
    ("duma", "RU"),
    ("majlis", "IR"),
    ("bundestag", "DE"),
    ("verkhovna rada", "UA"),
    ("revolutionary guard", "IR"),
    ("state department", "US"),
    ("emir", "QA KW"),
    ("ayatollah", "IR"),
)  # fmt: skip
"""A title and the states that have it: the one that the text names, else the first where it is alone."""

LONE_TITLES = frozenset(
    {
        "foreign office",
        "home office",
        "foreign secretary",
        "home secretary",
        "defence secretary",
        "defense secretary",
    }
)
"""Titles whose first state is meant where the text names none of their states."""

LOOSE_TITLES: tuple[tuple[str, str], ...] = (
    ("ministry of defence", "GB IN PK BD LK MY SG"),
    ("prime minister's office", "IL IN GB JP MY SG PK"),
    ("prime minister 's office", "IL IN GB JP MY SG PK"),
    ("ministry of external relations", "BR CM AO"),
    ("chief minister", "IN GI"),
    ("principal secretary", "KE"),
    ("cabinet secretary", "KE JP"),
    ("state counsellor", "MM"),
    ("president's office", "UA CZ PL KR"),
    ("state minister", "ET JP GE"),
)
"""Titles that speak for a state where the text names it, beside other evidence."""

WORLD_TITLES: tuple[tuple[str, str], ...] = (
    ("secretary of state for", "GB"),
    ("secretary of state", "US"),
    ("secretary of the treasury", "US"),
    ("treasury secretary", "US"),
    ("secretary of war", "US"),
    ("administration official", "US"),
    ("house speaker", "US"),
    ("chairman of the joint chiefs", "US"),
    ("director of national intelligence", "US"),
    ("chancellor of the exchequer", "GB"),
    ("supreme leader", "IR"),
    ("federal chancellor", "DE"),
    ("alliance's secretary general", "NATO"),
    ("alliance's secretary-general", "NATO"),
    ("european commissioner", "EU"),
    ("nuclear watchdog", "IAEA"),
    ("chemical weapons watchdog", "OPCW"),
    ("icao", "ICAO"),
    ("secretary general", "UN"),
    ("secretary-general", "UN"),
)
"""Offices of world bodies as news describes them; the last two where no other body stands beside them."""

SHARED_TITLES = frozenset({"secretary general", "secretary-general"})
"""Titles that several world bodies have; the UN's where the text names no other oftener."""
SECRETARIES = frozenset(
    {"OAS", "NATO", "ARAB-LEAGUE", "ASEAN", "OIC", "OSCE", "GCC", "CSTO", "SCO", "CARICOM"}
)
"""World bodies that a secretary general leads."""

BODY_NOUNS: dict[str, frozenset[str]] = {
    "alliance": frozenset({"NATO", "CSTO", "AES"}),
    "bloc": frozenset({"EU", "ASEAN", "ECOWAS", "AU", "MERCOSUR", "CARICOM", "SADC", "EAC", "GCC", "AES"}),
    "union": frozenset({"EU", "AU", "EAEU"}),
    "agency": frozenset({"IAEA", "UN", "WHO", "IMO", "ICAO"}),
    "watchdog": frozenset({"IAEA", "OPCW"}),
    "mission": frozenset({"UN", "OSCE", "AU", "EU"}),
    "league": frozenset({"ARAB-LEAGUE"}),
    "community": frozenset({"EAC", "ECOWAS", "SADC", "CARICOM"}),
    "organization": frozenset({"OAS", "OSCE", "WHO", "OPCW", "CSTO", "SCO", "OIC", "ICAO", "WTO", "IMO"}),
    "organisation": frozenset({"OAS", "OSCE", "WHO", "OPCW", "CSTO", "SCO", "OIC", "ICAO", "WTO", "IMO"}),
    "pact": frozenset({"CSTO", "NATO"}),
}
"""What a world body is called once it was named: "a spokesman for the alliance" after NATO."""

SEATED: dict[tuple[str, str], str] = {
    ("agency", "Vienna"): "IAEA",
    ("watchdog", "Vienna"): "IAEA",
    ("watchdog", "The Hague"): "OPCW",
    ("court", "The Hague"): "ICJ",
    ("alliance", "Brussels"): "NATO",
    ("organization", "Vienna"): "OSCE",
    ("organisation", "Vienna"): "OSCE",
    ("bloc", "Brussels"): "EU",
    ("bloc", "Jakarta"): "ASEAN",
    ("bloc", "Abuja"): "ECOWAS",
    ("union", "Addis Ababa"): "AU",
}
"""World bodies by noun and seat: the agency in Vienna."""

ZONES: tuple[tuple[str, str], ...] = ((" EDT", "US"), (" EST", "US"))
"""Time zones in the heading of a briefing."""

__all__ = [
    "BODY_NOUNS",
    "LONE_TITLES",
    "LOOSE_TITLES",
    "SEATED",
    "SEATS",
    "SECRETARIES",
    "SHARED_TITLES",
    "TITLES",
    "WORLD_TITLES",
    "ZONES",
]
