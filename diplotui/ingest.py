"""From a cleaned text to the ledger: extract, match against what is there, file. No screen, no network."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from diplotui.errors import ConflictError, InputError, NotFound
from diplotui.extraction.language import is_english
from diplotui.extraction.pipeline import extract
from diplotui.extraction.term_tables import entries, party_name
from diplotui.extraction.topics import starter_topics
from diplotui.ids import record_id
from diplotui.ledger.filing import document_id, file_extraction
from diplotui.ledger.matching import WINDOW_DAYS, Candidate
from diplotui.ledger.naming import spelling
from diplotui.ledger.rereading import in_known_ids
from diplotui.ledger.terms import PartyForms, fold
from diplotui.model import (
    OTHER_TOPIC,
    Actor,
    ActorKind,
    Decision,
    Document,
    Extraction,
    Filing,
    Revision,
    Topic,
)
from diplotui.sources.files import IncomingText
from diplotui.sources.ledger_file import read_ledger_file
from diplotui.sources.ledger_records import LONGEST_TEXT
from diplotui.store import Store

READ_LANGUAGE = "en"
UNREAD_LANGUAGE = "und"
"""BCP 47 "undetermined": a text that the rules do not read."""

Progress = Callable[[str], None]
"""Told what is being done now: reading, matching, writing."""


Amend = Callable[[Extraction], Extraction]
"""Changes a reading before it is filed."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one text brought; all counts are of new rows."""

    document_id: str
    added: bool
    already: str | None = None
    """Id under which the same text is in the ledger already."""
    statements: int = 0
    claims: int = 0
    events: int = 0
    linked: int = 0
    """Statements on claims that the ledger had before."""
    excluded: int = 0
    """Passages left out, each with its reason."""
    removed_characters: int = 0
    """Control and format characters that cleaning took out."""
    language: str = READ_LANGUAGE


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a ledger file brought."""

    added: bool
    summary: str
    left_out: tuple[str, ...] = ()
    """In words, a line each, what of the file the ledger does not keep."""


def ensure_topics(store: Store) -> tuple[Topic, ...]:
    """The ledger's topics; the starter topics are filed first where it has none of its own.

    A starter topic that came in without words (ledger files may hold none) is read with the starter words.
    """
    topics = store.topic_definitions()
    if all(topic.id == OTHER_TOPIC for topic in topics):
        store.file(Filing(topics=starter_topics()))
        topics = store.topic_definitions()
    if all(topic.words for topic in topics if topic.id != OTHER_TOPIC):
        return topics
    starter_words = {topic.id: topic.words for topic in starter_topics()}
    return tuple(replace(t, words=t.words or starter_words.get(t.id, ())) for t in topics)


def ingest_text(
    store: Store,
    incoming: IncomingText,
    *,
    replaces: str | None = None,
    progress: Progress | None = None,
    amend: Amend | None = None,
) -> IngestReport:
    """Read one text into the ledger; ``replaces``: the id of the document that it is a new version of.

    ``amend``: what a person knows better than the rules, put into the reading before it is filed. The same
    text of the same publisher and day is not added twice. Raises InputError for a text that is too long,
    StoreError for what the store cannot do.
    """
    tell = progress or _silent
    if len(incoming.text) > LONGEST_TEXT:
        raise InputError(
            f"{incoming.name}: has {len(incoming.text):,} characters; a text of more than {LONGEST_TEXT:,}"
            " is refused, split it into its articles"
        )
    document = _document(incoming, replaces)
    if replaces is not None:
        document = _version(store, document, replaces)
    if _is_there(store, document.id):
        return IngestReport(document.id, False, document.id, removed_characters=incoming.removed_characters)
    topics = ensure_topics(store)
    tell("reading")
    extraction = _read(incoming.text, incoming.published, topics)
    if amend is not None:
        extraction = amend(extraction)
    tell("matching")
    seen = store.cursor()
    filing = _filed(store, document, incoming.publisher, extraction)
    tell("writing")
    try:
        return _report(filing, _write(store, filing, seen), extraction)
    except ConflictError:
        return _filed_anew(store, document, incoming.publisher, extraction)


def _write(store: Store, filing: Filing, seen: str | None = None) -> bool:
    """File a document, or the new version of one; whether anything was added."""
    replaces = filing.documents[0].replaces
    if replaces is None:
        return store.file(filing, seen=seen).added
    return store.file_version(filing, replaces, seen=seen).added


def _filed_anew(
    store: Store, document: Document, publisher: str | None, extraction: Extraction
) -> IngestReport:
    """Match and file while nobody else can write: another writer has changed the ledger since we looked.

    Two texts of one new story that come in at one moment would else found it twice.
    """
    with store.together("filing", personal=False):
        if _is_there(store, document.id):
            return IngestReport(document.id, False, document.id)
        filing = _filed(store, document, publisher, extraction)
        return _report(filing, _write(store, filing), extraction)


def _silent(step: str) -> None:
    """Tell nobody."""


def _document(incoming: IncomingText, replaces: str | None) -> Document:
    digest = hashlib.sha256(incoming.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=document_id(digest, incoming.publisher, incoming.published),
        text=incoming.text,
        sha256=digest,
        kind=incoming.kind,
        title=incoming.title,
        url=incoming.url,
        published=incoming.published,
        replaces=replaces,
        removed_characters=incoming.removed_characters,
        rule="ingest",
    )


def _version(store: Store, document: Document, replaces: str) -> Document:
    """A document as the version after the newest of another; that one itself, where the text is the same.

    A text that comes back after another one stood in its place is a version of its own.
    """
    newest = store.newest_version(replaces)
    if store.document(newest).document.sha256 == document.sha256:
        return replace(document, id=newest)
    if _is_there(store, document.id):
        document = replace(document, id=record_id("d", document.id, newest))
    return replace(document, replaces=newest)


def _is_there(store: Store, document: str) -> bool:
    try:
        store.document(document)
    except NotFound:
        return False
    return True


def _read(text: str, published: date | None, topics: tuple[Topic, ...]) -> Extraction:
    """What the rules read; nothing, and the language marked, where they do not read the language."""
    if not is_english(text):
        return Extraction(language=UNREAD_LANGUAGE)
    return extract(text, published=published, topics=[topic for topic in topics if topic.id != OTHER_TOPIC])


def reextract(
    store: Store, document_id: str | None = None, progress: Progress | None = None
) -> tuple[Revision, ...]:
    """Run today's rules over stored documents, all or one, in the order in which they were filed.

    Only what is proposed changes; where the rules read otherwise what a person decided, the revision says so.
    Each document is matched against what was filed before it, so that a second run changes nothing. Raises
    NotFound.
    """
    tell = progress or _silent
    topics = ensure_topics(store)
    if document_id is not None:
        documents = [store.document(document_id).document]
    else:
        documents = [one for one in store.everything().documents if one.decision is not Decision.THROWN_OUT]
    revisions = []
    for number, document in enumerate(documents, 1):
        tell(f"reading {number} of {len(documents)}")
        extraction = _read(document.text, document.published, topics)
        publisher = next((one for one in store.actors() if one.id == document.publisher), None)
        fresh = _filed(store, document, publisher, extraction, again=True)
        reading = in_known_ids(fresh, store.filed_from(document.id), store.mergers())
        revisions.append(store.revise(document.id, reading))
    return tuple(revisions)


def _filed(
    store: Store,
    document: Document,
    publisher: Actor | str | None,
    extraction: Extraction,
    *,
    again: bool = False,
) -> Filing:
    """The rows of a document against the ledger as it stands; ``again``: as it stood when it was filed.

    ``publisher``: an outlet's name, or the actor.
    """
    actors = store.actors()
    outlet = publisher if isinstance(publisher, Actor) else None
    if isinstance(publisher, str) and publisher:
        outlet = _outlet(publisher, actors)
    if outlet is not None:
        document = replace(document, publisher=outlet.id)
    since = document.published - timedelta(days=WINDOW_DAYS) if document.published else None
    before = document.id if again else None
    stored = store.candidates((), since, before) if extraction.statements else ()
    candidates = [
        Candidate(each.claim, each.topic, each.actors, each.passages, each.earliest, each.latest)
        for each in stored
        if each.claim.same_as is None
    ]
    return file_extraction(
        document,
        extraction,
        publisher=outlet,
        actors=actors,
        candidates=candidates,
        forms=party_forms(),
    )


def _outlet(name: str, actors: tuple[Actor, ...]) -> Actor:
    """The publisher among the known actors, else a new outlet."""
    for actor in actors:
        if actor.kind is ActorKind.OUTLET and spelling(name) in map(spelling, (actor.name, *actor.aliases)):
            return actor
    return Actor(
        id=record_id("a", ActorKind.OUTLET.value, spelling(name), ""),
        kind=ActorKind.OUTLET,
        name=name,
        rule="actor.publisher",
    )


_PARTY_KINDS = frozenset({"state", "demonym", "people", "capital", "metonym", "body", "group"})
"""Kinds of terms that stand for one party wherever they are; an office may be another state's."""


@lru_cache(maxsize=1)
def party_forms() -> PartyForms:
    """The words that stand for a party, from extraction's tables; made once."""
    codes = {
        fold(entry.term): entry.party
        for entry in entries()
        if entry.kind in _PARTY_KINDS and entry.party.isupper()
    }
    return PartyForms(codes, {code: party_name(code) for code in codes.values()})


def _report(filing: Filing, added: bool, extraction: Extraction) -> IngestReport:
    document = filing.documents[0]
    new = {claim.id for claim in filing.claims}
    return IngestReport(
        document_id=document.id,
        added=added,
        already=None if added else document.id,
        statements=len(filing.statements),
        claims=len(filing.claims),
        events=len(filing.events),
        linked=len({stance.statement for stance in filing.stances if stance.claim not in new}),
        excluded=len(extraction.excluded),
        removed_characters=document.removed_characters,
        language=document.language or READ_LANGUAGE,
    )


def import_ledger(store: Store, text: str) -> ImportReport:
    """File what a ledger file holds; what its format cannot keep is named.

    Raises InputError for a file that is none or is inconsistent, ConflictError where an id is in the ledger
    with other content.
    """
    found = read_ledger_file(text)
    added = store.file(found.filing).added
    filing = found.filing
    summary = ", ".join(
        f"{len(rows)} {name}"
        for name, rows in (
            ("documents", filing.documents),
            ("events", filing.events),
            ("claims", filing.claims),
            ("statements", filing.statements),
            ("actors", filing.actors),
        )
    )
    return ImportReport(added, summary, found.left_out)


__all__ = [
    "LONGEST_TEXT",
    "ImportReport",
    "IngestReport",
    "Progress",
    "ensure_topics",
    "import_ledger",
    "ingest_text",
    "party_forms",
    "reextract",
]
