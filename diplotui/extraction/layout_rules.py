"""Lines that belong to the page and not to the article, as a table: what such a line looks like, and its reason.

Every pattern is matched at the start of a line or paragraph (leading blanks off, case ignored). A pattern that
ends in ``$`` wants the whole line; the others are only tried on lines up to ``limit`` characters, so that a
paragraph that happens to start alike is never cut.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What a line of the page does to its neighbours."""

    LINE = "line"
    """Left out alone."""
    CREDIT = "credit"
    """A picture's caption or credit: opens a teaser when a title follows it after the article's end."""
    CLOSER = "closer"
    """Ends a shortened story ("keep reading"): what stands between it and the title before is a teaser."""
    TRAILER = "trailer"
    """Opens a list of other stories: the titles after it are left out, all the rest where no article goes on."""
    END = "end"
    """Opens what never goes back to the article (readers' comments)."""
    LIST = "list"
    """Opens a list that says where it ends ("list of 4 items")."""


@dataclass(frozen=True, slots=True)
class LineRule:
    """A kind of line that is no part of the article."""

    id: str
    role: Role
    reason: str
    pattern: str
    example: str
    counter: str
    """A line alike that stays in the article."""
    limit: int = 200
    """Characters; a longer line is left alone."""


_SITES = r"(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|youtube|tiktok|threads|bluesky|reddit|email|e-mail|google|social(?: media)?)"
_AGENCIES = (
    r"(?:getty(?: images)?|shutterstock|afp|ap(?: photo| images)?|reuters|epa(?:-efe)?|dpa|anadolu(?: agency)?|tass|"
    r"sputnik|xinhua|bloomberg|alamy|istock|wikimedia(?: commons)?|flickr|creative commons|pool|handout|unsplash)"
)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DAYS = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"

RULES: tuple[LineRule, ...] = (
    LineRule(
        "chrome.follow", Role.LINE, "site-chrome",
        rf"(?:follow|like|join|find|connect with) (?:us|me)\b.*$|(?:follow|share|tweet|pin)(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via|by) {_SITES})*$",
        "Follow us on social", "Follow the money, he told the panel in Oslo.", 120,
    ),
    LineRule(
        "chrome.share", Role.LINE, "site-chrome",
        rf"(?:share|save|print|copy|comment|bookmark|gift)(?: (?:this|the|full|link|article|story|a|to|with|friends|on|via|options))*(?: {_SITES})?$|{_SITES}(?: ?[|,·/] ?{_SITES})*$|copy link$|link copied.*$",
        "Share this article", "Share prices in Tokyo fell.", 80,
    ),
    LineRule(
        "chrome.call", Role.LINE, "site-chrome",
        r"(?:[\w-]+ )?cta$|click here\b.*$|tap here\b.*$|want more (?:of|from)\b.*$|add .{1,40} as a preferred source.*$|make us (?:a|your) preferred.*$",
        "Click here to make us a Preferred Source.", "Clicks here cost nothing, the vendor said.", 160,
    ),
    LineRule(
        "chrome.navigation", Role.LINE, "site-chrome",
        r"(?:skip to (?:main |primary )?(?:content|navigation)|menu|search|home|home ?page|close|open (?:menu|search)|log ?in|sign in|register|my account|"
        r"subscribe|donate(?: now)?|support us|contact(?: us)?|about(?: us)?|back to top|next|previous|more|all|view all|see all|load more|advertise(?: with us)?|"
        r"privacy(?: policy)?|terms(?: of (?:use|service))?|cookie (?:policy|settings|preferences)|accessibility|sitemap|careers|jobs|faq|help|rss|e-?paper)$",
        "Skip to main content", "Home rule for the islands is on the table", 60,
    ),
    LineRule(
        "chrome.breadcrumb", Role.LINE, "site-chrome",
        r"[\w&’' .-]{1,30}(?: (?:>|›|»|\||·|•|/) [\w&’' .-]{1,30}){1,6}$",
        "Home > World > Europe", "Talks resume today, two sources said", 90,
    ),
    LineRule(
        "chrome.advertisement", Role.LINE, "site-chrome",
        r"(?:advert(?:isement|ising)?|sponsored(?: content| by .*)?|promoted(?: content)?|ad feedback|ad)$|(?:story|article|text|scroll|continue)\b.{0,30}\b(?:below|after|to continue)\b.{0,30}$|"
        r"(?:this|the) (?:article|story) continues (?:below|after).*$|remove ads$",
        "Story continues below advertisement", "Advertisements for the army doubled, the ministry said.", 100,
    ),
    LineRule(
        "chrome.cookies", Role.LINE, "site-chrome",
        r"(?:we|this (?:web)?site|our (?:web)?site|.{1,40} and (?:our|its) partners) uses? cookies\b.*$|by (?:clicking|continuing|using)\b.*\b(?:cookies|agree|consent|terms)\b.*$|"
        r"(?:accept|reject|manage|allow)(?: all| only)?(?: (?:necessary|essential|my))?(?: (?:cookies|preferences|choices|settings))$|accept(?: all)?$|your privacy choices.*$|we (?:value|care about) your privacy.*$",
        "We use cookies to improve your experience.", "We use code words, the envoy said.", 700,
    ),
    LineRule(
        "chrome.copyright", Role.LINE, "site-chrome",
        r"(?:©|\(c\) ?(?:19|20)\d\d|copyright\b ?(?:©|\(c\)|(?:19|20)\d\d|.{0,60}all rights)).*$|(?:.{0,80}\. )?all rights reserved\b.*$|(?:this (?:material|content|article|story)) may not be (?:published|reproduced|copied).*$|"
        r"republish(?:ed)? (?:this|our|under|with)\b.*$|our standards: .*$|.{0,60}trust principles\W*$",
        "© 2021 Example Media. All rights reserved.", "Copyright law divides the two blocs, she said.", 300,
    ),
    LineRule(
        "chrome.reading-time", Role.LINE, "site-chrome",
        r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?min(?:ute)?s?(?: to)? read$|reading time:? .*$|estimated reading time.*$|listen(?: to (?:this|the) (?:article|story))?(?: ?[·|(]? ?\d.*)?$|"
        r"(?:play|watch|pause)(?: (?:video|audio|now))?$|\d{1,2}:\d\d$|audio by .*$|this article was (?:produced|translated|written) (?:using|with|by) (?:ai|a machine).*$",
        "4 min read", "Listening posts were hit, he said.", 100,
    ),
    LineRule(
        "chrome.tags", Role.LINE, "site-chrome",
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|related topics|explore more on these topics|in this article)\s*(?::.*|)$",
        "Tags: Sudan, ceasefire", "Topics ranged from grain to gas.", 300,
    ),
    LineRule(
        "chrome.donation", Role.LINE, "site-chrome",
        r"(?:support|help us|please (?:consider|support|donate)|donate|become a (?:member|subscriber|supporter)|make a (?:donation|contribution))\b.*\b(?:journalism|our work|our mission|newsroom|donation|donat\w+|member(?:ship)?|subscriber|reporting|today)\b.*$|"
        r"if you (?:like|liked|enjoy|enjoyed|value)\b.{0,60}\b(?:article|story|reading|journalism|work)\b.*$|already (?:a )?(?:subscriber|subscribed|have an account)\b.*$|"
        r"to (?:continue|keep) reading\b.*$|this (?:article|content) is (?:only )?(?:for|available to) (?:subscribers|members)\b.*$|download (?:our|the) .{0,40}app\b.*$|get (?:our|the) .{0,30}app\b.*$",
        "Support independent journalism today.", "Support for the mission fell, a poll found.", 300,
    ),
    LineRule(
        "newsletter.box", Role.LINE, "newsletter",
        r"(?:newsletters?|email alerts?|(?:daily|weekly|morning|evening) (?:briefing|newsletter|digest))$|"
        r"(?:subscribe|sign up|sign-up|register)\b(?: (?:now|here|today|free))*(?: (?:to|for|and|with)\b).*$|"
        r"(?:get|receive|want)\b.{0,120}\b(?:in|to) your (?:inbox|email)\b.*$|(?:enter )?your (?:email|e-mail)(?: address)?\W*$|stay (?:informed|up to date|in the loop|on top of)\b.*$|"
        r".{0,160}\bdelivered (?:straight |directly |right |daily |weekly )*to your inbox\b.*$|thank(?:s| you) for (?:signing up|subscribing).*$",
        "Sign up for our morning briefing", "Signatories registered with the depositary in Geneva on Monday.", 400,
    ),
    LineRule(
        "caption.credit", Role.CREDIT, "caption",
        r"(?:(?:top|main|lead|header|cover|featured?|file|hero) )?(?:photo|image|picture|photograph|illustration|graphic|video|screenshot|map)s?(?: (?:credit|source|courtesy|by|via|provided by|illustration)s?\b ?(?:of )?)(?:[:“”\"/|—–-]|\b).*$|"
        r"(?:(?:top|main|lead|header|cover|featured?|file|hero) )?(?:photo|image|picture|photograph|credit|caption|illustration|video|graphic|source)s?\s*[:|/©].*$|file(?: photo| image| picture| —| -)\s*[:—–.-]?.{0,300}$",
        "Top Image Credit: J. Doe/ Shutterstock", "Photographs were shown to the council, he said.", 500,
    ),
    LineRule(
        "caption.agency", Role.CREDIT, "caption",
        rf".{{0,420}}[\[(][^\])\n]{{0,60}}?\b{_AGENCIES}\b[^\])\n]{{0,40}}/[^\])\n]{{0,60}}[\])]\.?$|.{{0,420}}[\[(][^\])\n]{{0,60}}/ ?{_AGENCIES}(?: via [^\])\n]{{0,30}})?[\])]\.?$|"
        rf".{{0,420}}[ .|—–-](?:reuters|ap photo|afp|epa)/[a-z][\w .'’-]{{2,40}}$|.{{0,420}}/ ?(?:getty images|shutterstock|afp|alamy)(?: via .{{0,30}})?$|"
        rf".{{0,420}}\b(?:via|©|credit:|photo:|photo by .{{1,40}}) ?{_AGENCIES}\W*$|(?:getty images|shutterstock|afp|reuters|ap photo|epa)$",
        "Envoys shake hands [J. Doe/AFP]", "The agency quoted the envoy (Reuters)", 500,
    ),
    LineRule(
        "byline.by", Role.LINE, "byline",
        r"by:? (?:(?-i:[A-ZÀ-Ý])[\w.’'-]+,? ?|and ?|de ?|van ?|von ?|al-?|bin ?|in ?|for ?|of ?|the ?|& ?|\| ?){1,14}$|"
        r"(?:written|reported|compiled|edited) by:? .*$|(?:author|writer|reporter|editor)s?: .*$|about the authors?\b.*$",
        "By Jane Doe and John Roe", "By Friday the envoys had left for Doha.", 120,
    ),
    LineRule(
        "byline.staff", Role.TRAILER, "byline",
        r"\W?(?:\w+ )?(?:reporting|writing|additional reporting|editing|compiled|translated|with (?:additional )?(?:reporting|files|input|inputs|contributions?)) (?:by|from)\b.*$|"
        r".{0,80}\bcontributed (?:to this (?:report|story|article)|reporting)\b.*$|###?$|-30-$|\(?ends\)?$",
        "(Reporting by Jane Doe; Editing by John Roe)", "Reporting by the panel was late, he said, and the envoy objected to every line of it.", 400,
    ),
    LineRule(
        "byline.date", Role.LINE, "byline",
        rf"(?:(?:first |last |originally )?(?:published|updated|posted|modified|issued|created)\b|date:)[^.]{{0,90}}$|(?:{_DAYS},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS},? \d{{4}}|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})[^a-z]{{0,3}}(?:(?:at )?\d{{1,2}}[:.]\d\d.{{0,20}})?$|"
        r"\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d.*)?$|\d{1,2} (?:minute|hour|day|week|month|year)s? ago$",
        "Published 3 March 2015", "Published reports disagree, the envoy said.", 120,
    ),
    LineRule(
        "correction", Role.LINE, "correction",
        r"(?:correction|corrections|clarification|correction and clarification|editor[’']s correction)s?(?: \([^)]*\))?\s*[:—–-].*$|"
        r"\W?(?:this|the|an earlier version of (?:this|the)|a previous version of (?:this|the)) (?:article|story|post|piece|headline|report|version|page|column|item|copy)s? (?:has been|have been|was|were|is being|incorrectly|misstated|said incorrectly)\b(?: \w+){0,3} ?(?:updated|corrected|amended|changed|edited|revised|refiled|stated|misstated|misidentified|said|gave|referred|removed|clarified|to (?:correct|reflect|clarify)).*$|"
        r"an earlier version of\b.*$|a previous version of\b.*$|\(?(?:this story )?corrects\b.*$|updates? (?:with|to (?:add|reflect|correct|clarify))\b.*$",
        "Correction: an earlier version misspelled the envoy's name.", "The corrections to the treaty were agreed in Vienna.", 900,
    ),
    LineRule(
        "editor-note", Role.LINE, "editor-note",
        r"\W?(?:editor[’']?s?[’']? note|editors[’']? note|note to (?:readers|editors)|disclaimer|disclosure)\s*[:—–-].*$|the views expressed\b.*$",
        "Editor's note: the author is a fellow.", "Editors noted the change, she said.", 900,
    ),
    LineRule(
        "teaser.closer", Role.CLOSER, "teaser",
        r"(?:keep reading|continue reading|show less|show more|see less|see more)(?:[\s.…»>→]*(?:keep reading|continue reading|show less|show more|read more|read less))*[\s.…»>→]*$",
        "keep reading", "Keep reading the treaty, the judge told them.", 60,
    ),
    LineRule(
        "teaser.more", Role.CLOSER, "teaser",
        r"(?:read (?:more|full (?:story|article)|the full (?:story|article|report)|article|less)|full story|more details)[\s.…»>→]*$",
        "Read more »", "Read more of the record, the judge told them.", 40,
    ),
    LineRule(
        "teaser.link", Role.LINE, "teaser",
        r"(?:read(?: more| also| next| on)?|also read|related|see also|also see|more|watch|listen|don[’']t miss|explainer|in pictures|opinion|analysis|live(?: updates)?|go deeper|must read|more on this|recommended|what to know)\s?(?:[:|»>→]|—|–|-(?= )).{3,200}$",
        "Read more: Envoys meet in Doha", "More: the ministry denied the claim, and so did the army. Nobody else spoke.", 220,
    ),
    LineRule(
        "teaser.list", Role.LIST, "teaser",
        r"list of \d+ items?\W*$|list \d+ of \d+.*$|end of list\W*$",
        "list of 4 items", "List of demands grows, envoy says", 300,
    ),
    LineRule(
        "trailer.stories", Role.TRAILER, "teaser",
        r"(?:related|latest|trending|popular|recommended|featured|top|more|other|similar|most (?:read|popular|viewed|shared|recent)|editors?[’']?s? (?:picks?|choice)|must[ -]reads?)(?: (?:stories|story|articles?|news|headlines|posts|content|reads?|coverage|videos?|topics|links|reading|now|today|for you|from .{1,40}|on this (?:story|topic)|in .{1,30}|by .{1,40}))*:?$|"
        r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|read next|up next|what to read next|what others are reading|in case you missed it|don[’']t miss|around the web|from our partners|from the web|keep up with .{1,40}|recommended (?:for you|stories)|more (?:from|on|by|about) .{1,60}|also (?:in|on|by) .{1,40}|paid partner content)\W*$",
        "Most read", "More on the way, the envoy promised.", 90,
    ),
    LineRule(
        "trailer.comments", Role.END, "comment",
        r"(?:\d+ )?comments?(?: \(\d+\))?:?$|(?:leave|post|write|add) (?:a|your) (?:comment|reply)\W*$|join the (?:conversation|discussion)\b.*$|(?:view|show|read|see)(?: all)?(?: \d+)? comments?\W*$|comments are (?:closed|moderated).*$|\d+ (?:responses|replies)\b.*$",
        "Comments (12)", "Comments by the envoy angered Quito.", 120,
    ),
)  # fmt: skip


@lru_cache(maxsize=1)
def _matcher() -> tuple[re.Pattern[str], dict[str, LineRule]]:
    """All rules as one alternation, the first that fits wins, and the rule behind each group."""
    groups = {f"r{number}": rule for number, rule in enumerate(RULES)}
    pattern = "|".join(f"(?P<{group}>{rule.pattern})" for group, rule in groups.items())
    return re.compile(pattern, re.IGNORECASE), groups


LONGEST = max(rule.limit for rule in RULES)
"""Characters of the longest line that any rule looks at."""


def rule_of(line: str) -> LineRule | None:
    """The rule that a line falls under, or None; ``line`` has no white space around it."""
    if len(line) > LONGEST:
        return None
    pattern, groups = _matcher()
    match = pattern.match(line)
    if match is None or match.lastgroup is None:
        return None
    rule = groups[match.lastgroup]
    return rule if len(line) <= rule.limit else None


__all__ = ["LONGEST", "RULES", "LineRule", "Role", "rule_of"]
