-- The ledger as all of db/migrations leave it; a test compares the two.
-- To write it anew: python -m tests.store.test_schema > db/schema.sql

CREATE TABLE topic (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    name TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(words) AND json_type(words) = 'array'),
    ordinal INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE actor (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('state', 'office', 'person', 'outlet', 'body', 'anonymous')),
    name TEXT NOT NULL,
    of TEXT REFERENCES actor (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    iso TEXT,
    office TEXT,
    aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases) AND json_type(aliases) = 'array'),
    heads INTEGER CHECK (heads >= 0),
    vouched_by TEXT REFERENCES actor (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    wikidata TEXT,
    reliability TEXT,
    same_as TEXT REFERENCES actor (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    rule TEXT,
    decision TEXT NOT NULL DEFAULT 'accepted' CHECK (decision IN ('proposed', 'accepted', 'thrown-out'))
) STRICT;

CREATE TABLE document (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    text TEXT NOT NULL CHECK (instr(text, char(0)) = 0),
    sha256 TEXT NOT NULL,
    publisher TEXT REFERENCES actor (id),
    kind TEXT NOT NULL DEFAULT 'article',
    title TEXT,
    url TEXT,
    published TEXT CHECK (published IS date(published, '+0 days') AND published > '0001'),
    language TEXT,
    skip TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(skip) AND json_type(skip) = 'array'),
    body_start INTEGER CHECK (body_start >= 0),
    body_end INTEGER CHECK (body_end >= body_start),
    replaces TEXT REFERENCES document (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    removed_characters INTEGER NOT NULL DEFAULT 0,
    rule TEXT,
    decision TEXT NOT NULL DEFAULT 'accepted' CHECK (decision IN ('proposed', 'accepted', 'thrown-out')),
    CHECK ((body_start IS NULL) = (body_end IS NULL))
) STRICT;

CREATE INDEX document_sha256 ON document (sha256);

CREATE INDEX document_replaces ON document (replaces) WHERE replaces IS NOT NULL;

CREATE INDEX document_publisher ON document (publisher);

CREATE TABLE event (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    topic TEXT NOT NULL REFERENCES topic (id) ON UPDATE CASCADE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('happened', 'alleged', 'planned', 'pending', 'position', 'commentary')),
    date TEXT, -- EDTF
    earliest TEXT CHECK (earliest IS date(earliest, '+0 days') AND earliest > '0001'),
    latest TEXT CHECK (latest IS date(latest, '+0 days') AND latest > '0001'),
    parties TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(parties) AND json_type(parties) = 'array'),
    same_as TEXT REFERENCES event (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    rule TEXT,
    decision TEXT NOT NULL DEFAULT 'accepted' CHECK (decision IN ('proposed', 'accepted', 'thrown-out'))
) STRICT;

CREATE INDEX event_topic ON event (topic);

CREATE INDEX event_same_as ON event (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE event_passage (
    event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    exact TEXT NOT NULL,
    role TEXT,
    PRIMARY KEY (event, ordinal),
    UNIQUE (event, document, start, end)
) STRICT;

CREATE INDEX event_passage_document ON event_passage (document);

CREATE TABLE claim (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    event TEXT NOT NULL REFERENCES event (id),
    text TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'fact',
    subjects TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(subjects) AND json_type(subjects) = 'array'),
    entails TEXT REFERENCES claim (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    same_as TEXT REFERENCES claim (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    rule TEXT,
    decision TEXT NOT NULL DEFAULT 'accepted' CHECK (decision IN ('proposed', 'accepted', 'thrown-out')),
    CHECK (entails <> id),
    CHECK (same_as <> id)
) STRICT;

CREATE INDEX claim_event ON claim (event);

CREATE INDEX claim_entails ON claim (entails) WHERE entails IS NOT NULL;

CREATE INDEX claim_same_as ON claim (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE statement (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    exact TEXT NOT NULL,
    speaker TEXT REFERENCES actor (id),
    party TEXT,
    chain TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(chain) AND json_type(chain) = 'array'),
    basis TEXT NOT NULL CHECK (
        basis IN ('on-record', 'background', 'anonymous', 'author', 'characterised', 'unattributed')
    ),
    said TEXT, -- EDTF
    earliest TEXT CHECK (earliest IS date(earliest, '+0 days') AND earliest > '0001'),
    latest TEXT CHECK (latest IS date(latest, '+0 days') AND latest > '0001'),
    office TEXT,
    heads INTEGER CHECK (heads >= 0),
    mode TEXT NOT NULL DEFAULT 'paraphrase'
        CHECK (mode IN ('paraphrase', 'quote', 'partial-quote', 'nested-quote')),
    act TEXT CHECK (
        act IN (
            'claim', 'confirmation', 'denial', 'no_comment', 'rejection', 'accusation', 'announcement',
            'agreement', 'vote', 'demand', 'threat', 'appeal', 'assessment'
        )
    ),
    certainty TEXT NOT NULL DEFAULT 'certain'
        CHECK (certainty IN ('certain', 'reported', 'possible', 'conditional')),
    event TEXT REFERENCES event (id) ON DELETE SET NULL,
    credibility INTEGER,
    rule TEXT,
    decision TEXT NOT NULL DEFAULT 'accepted' CHECK (decision IN ('proposed', 'accepted', 'thrown-out'))
) STRICT;

CREATE INDEX statement_document ON statement (document, start);

CREATE INDEX statement_speaker ON statement (speaker);

CREATE INDEX statement_event ON statement (event) WHERE event IS NOT NULL;

CREATE TABLE stance (
    statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    stance TEXT NOT NULL CHECK (
        stance IN (
            'asserts', 'confirms', 'partly-confirms', 'denies', 'partly-denies', 'non-denial', 'declines',
            'neither', 'refers', 'unaware', 'walks-back', 'retracts', 'asked'
        )
    ),
    coverage TEXT NOT NULL DEFAULT 'explicit' CHECK (coverage IN ('explicit', 'characterised', 'implied')),
    scope TEXT,
    score TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(score) AND json_type(score) = 'array'),
    rule TEXT,
    decision TEXT NOT NULL DEFAULT 'accepted' CHECK (decision IN ('proposed', 'accepted', 'thrown-out')),
    PRIMARY KEY (statement, claim)
) STRICT;

CREATE INDEX stance_claim ON stance (claim);

CREATE TABLE quote (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    exact TEXT NOT NULL,
    statement TEXT REFERENCES statement (id) ON DELETE SET NULL,
    words_of TEXT REFERENCES actor (id),
    relays TEXT REFERENCES actor (id),
    rule TEXT
) STRICT;

CREATE INDEX quote_document ON quote (document, start);

CREATE INDEX quote_statement ON quote (statement) WHERE statement IS NOT NULL;

CREATE INDEX quote_words_of ON quote (words_of) WHERE words_of IS NOT NULL;

CREATE INDEX quote_relays ON quote (relays) WHERE relays IS NOT NULL;

CREATE TABLE date_mention (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    exact TEXT NOT NULL,
    date TEXT, -- EDTF
    earliest TEXT CHECK (earliest IS date(earliest, '+0 days') AND earliest > '0001'),
    latest TEXT CHECK (latest IS date(latest, '+0 days') AND latest > '0001'),
    value TEXT, -- TIMEX3
    optional INTEGER NOT NULL DEFAULT 0 CHECK (optional IN (0, 1)),
    dates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(dates) AND json_type(dates) = 'array'),
    rule TEXT
) STRICT;

CREATE INDEX date_mention_document ON date_mention (document, start);

CREATE TABLE note (
    id TEXT PRIMARY KEY NOT NULL DEFAULT ('n' || lower(hex(randomblob(5)))) CHECK (id <> ''),
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    kind TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'question', 'judgement')),
    about TEXT CHECK (about LIKE '%_/_%'), -- "event/e01"
    text TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags) AND json_type(tags) = 'array')
) STRICT;

CREATE INDEX note_about ON note (about) WHERE about IS NOT NULL;

CREATE INDEX note_at ON note (at);

CREATE TABLE seen (
    event TEXT PRIMARY KEY NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    tbl TEXT NOT NULL,
    key TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
    row TEXT NOT NULL -- JSON after the change (before it, for a delete), without a document's text
) STRICT;

CREATE INDEX journal_key ON journal (tbl, key, seq);

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is never shortened');
END;

CREATE TRIGGER document_fixed BEFORE UPDATE OF text, sha256 ON document
WHEN (NEW.text, NEW.sha256) IS NOT (OLD.text, OLD.sha256)
BEGIN
    SELECT RAISE(ABORT, 'the text of a stored document is fixed');
END;

CREATE TRIGGER event_passage_passage_insert BEFORE INSERT ON event_passage
WHEN NEW.exact IS NOT (
    SELECT substr(text, NEW.start + 1, NEW.end - NEW.start) FROM document WHERE id = NEW.document
)
BEGIN
    SELECT RAISE(ABORT, 'the passage does not stand in its document at these offsets');
END;

CREATE TRIGGER event_passage_passage_update BEFORE UPDATE OF document, start, end, exact ON event_passage
WHEN NEW.exact IS NOT (
    SELECT substr(text, NEW.start + 1, NEW.end - NEW.start) FROM document WHERE id = NEW.document
)
BEGIN
    SELECT RAISE(ABORT, 'the passage does not stand in its document at these offsets');
END;

CREATE TRIGGER statement_passage_insert BEFORE INSERT ON statement
WHEN NEW.exact IS NOT (
    SELECT substr(text, NEW.start + 1, NEW.end - NEW.start) FROM document WHERE id = NEW.document
)
BEGIN
    SELECT RAISE(ABORT, 'the passage does not stand in its document at these offsets');
END;

CREATE TRIGGER statement_passage_update BEFORE UPDATE OF document, start, end, exact ON statement
WHEN NEW.exact IS NOT (
    SELECT substr(text, NEW.start + 1, NEW.end - NEW.start) FROM document WHERE id = NEW.document
)
BEGIN
    SELECT RAISE(ABORT, 'the passage does not stand in its document at these offsets');
END;

CREATE TRIGGER quote_passage_insert BEFORE INSERT ON quote
WHEN NEW.exact IS NOT (
    SELECT substr(text, NEW.start + 1, NEW.end - NEW.start) FROM document WHERE id = NEW.document
)
BEGIN
    SELECT RAISE(ABORT, 'the passage does not stand in its document at these offsets');
END;

CREATE TRIGGER quote_passage_update BEFORE UPDATE OF document, start, end, exact ON quote
WHEN NEW.exact IS NOT (
    SELECT substr(text, NEW.start + 1, NEW.end - NEW.start) FROM document WHERE id = NEW.document
)
BEGIN
    SELECT RAISE(ABORT, 'the passage does not stand in its document at these offsets');
END;

CREATE TRIGGER date_mention_passage_insert BEFORE INSERT ON date_mention
WHEN NEW.exact IS NOT (
    SELECT substr(text, NEW.start + 1, NEW.end - NEW.start) FROM document WHERE id = NEW.document
)
BEGIN
    SELECT RAISE(ABORT, 'the passage does not stand in its document at these offsets');
END;

CREATE TRIGGER date_mention_passage_update BEFORE UPDATE OF document, start, end, exact ON date_mention
WHEN NEW.exact IS NOT (
    SELECT substr(text, NEW.start + 1, NEW.end - NEW.start) FROM document WHERE id = NEW.document
)
BEGIN
    SELECT RAISE(ABORT, 'the passage does not stand in its document at these offsets');
END;

CREATE TRIGGER topic_journal_insert AFTER INSERT ON topic
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'topic', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'name', NEW.name, 'words', json(NEW.words), 'ordinal', NEW.ordinal
        )
    );
END;

CREATE TRIGGER topic_journal_update AFTER UPDATE ON topic
WHEN (
    NEW.id, NEW.name, NEW.words, NEW.ordinal
) IS NOT (
    OLD.id, OLD.name, OLD.words, OLD.ordinal
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'topic', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'name', NEW.name, 'words', json(NEW.words), 'ordinal', NEW.ordinal
        )
    );
END;

CREATE TRIGGER topic_journal_delete AFTER DELETE ON topic
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'topic', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'name', OLD.name, 'words', json(OLD.words), 'ordinal', OLD.ordinal
        )
    );
END;

CREATE TRIGGER actor_journal_insert AFTER INSERT ON actor
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'actor', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'kind', NEW.kind, 'name', NEW.name, 'of', NEW.of, 'iso', NEW.iso,
            'office', NEW.office, 'aliases', json(NEW.aliases), 'heads', NEW.heads,
            'vouched_by', NEW.vouched_by, 'wikidata', NEW.wikidata, 'reliability', NEW.reliability,
            'same_as', NEW.same_as, 'rule', NEW.rule, 'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER actor_journal_update AFTER UPDATE ON actor
WHEN (
    NEW.id, NEW.kind, NEW.name, NEW.of, NEW.iso, NEW.office, NEW.aliases, NEW.heads, NEW.vouched_by,
    NEW.wikidata, NEW.reliability, NEW.same_as, NEW.rule, NEW.decision
) IS NOT (
    OLD.id, OLD.kind, OLD.name, OLD.of, OLD.iso, OLD.office, OLD.aliases, OLD.heads, OLD.vouched_by,
    OLD.wikidata, OLD.reliability, OLD.same_as, OLD.rule, OLD.decision
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'actor', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'kind', NEW.kind, 'name', NEW.name, 'of', NEW.of, 'iso', NEW.iso,
            'office', NEW.office, 'aliases', json(NEW.aliases), 'heads', NEW.heads,
            'vouched_by', NEW.vouched_by, 'wikidata', NEW.wikidata, 'reliability', NEW.reliability,
            'same_as', NEW.same_as, 'rule', NEW.rule, 'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER actor_journal_delete AFTER DELETE ON actor
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'actor', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'kind', OLD.kind, 'name', OLD.name, 'of', OLD.of, 'iso', OLD.iso,
            'office', OLD.office, 'aliases', json(OLD.aliases), 'heads', OLD.heads,
            'vouched_by', OLD.vouched_by, 'wikidata', OLD.wikidata, 'reliability', OLD.reliability,
            'same_as', OLD.same_as, 'rule', OLD.rule, 'decision', OLD.decision
        )
    );
END;

CREATE TRIGGER document_journal_insert AFTER INSERT ON document
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'document', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'sha256', NEW.sha256, 'publisher', NEW.publisher, 'kind', NEW.kind,
            'title', NEW.title, 'url', NEW.url, 'published', NEW.published, 'language', NEW.language,
            'skip', json(NEW.skip), 'body_start', NEW.body_start, 'body_end', NEW.body_end,
            'replaces', NEW.replaces, 'removed_characters', NEW.removed_characters, 'rule', NEW.rule,
            'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER document_journal_update AFTER UPDATE ON document
WHEN (
    NEW.id, NEW.sha256, NEW.publisher, NEW.kind, NEW.title, NEW.url, NEW.published, NEW.language,
    NEW.skip, NEW.body_start, NEW.body_end, NEW.replaces, NEW.removed_characters, NEW.rule, NEW.decision
) IS NOT (
    OLD.id, OLD.sha256, OLD.publisher, OLD.kind, OLD.title, OLD.url, OLD.published, OLD.language,
    OLD.skip, OLD.body_start, OLD.body_end, OLD.replaces, OLD.removed_characters, OLD.rule, OLD.decision
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'document', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'sha256', NEW.sha256, 'publisher', NEW.publisher, 'kind', NEW.kind,
            'title', NEW.title, 'url', NEW.url, 'published', NEW.published, 'language', NEW.language,
            'skip', json(NEW.skip), 'body_start', NEW.body_start, 'body_end', NEW.body_end,
            'replaces', NEW.replaces, 'removed_characters', NEW.removed_characters, 'rule', NEW.rule,
            'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER document_journal_delete AFTER DELETE ON document
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'document', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'sha256', OLD.sha256, 'publisher', OLD.publisher, 'kind', OLD.kind,
            'title', OLD.title, 'url', OLD.url, 'published', OLD.published, 'language', OLD.language,
            'skip', json(OLD.skip), 'body_start', OLD.body_start, 'body_end', OLD.body_end,
            'replaces', OLD.replaces, 'removed_characters', OLD.removed_characters, 'rule', OLD.rule,
            'decision', OLD.decision
        )
    );
END;

CREATE TRIGGER event_journal_insert AFTER INSERT ON event
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'event', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'topic', NEW.topic, 'title', NEW.title, 'kind', NEW.kind, 'date', NEW.date,
            'earliest', NEW.earliest, 'latest', NEW.latest, 'parties', json(NEW.parties),
            'same_as', NEW.same_as, 'rule', NEW.rule, 'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER event_journal_update AFTER UPDATE ON event
WHEN (
    NEW.id, NEW.topic, NEW.title, NEW.kind, NEW.date, NEW.earliest, NEW.latest, NEW.parties,
    NEW.same_as, NEW.rule, NEW.decision
) IS NOT (
    OLD.id, OLD.topic, OLD.title, OLD.kind, OLD.date, OLD.earliest, OLD.latest, OLD.parties,
    OLD.same_as, OLD.rule, OLD.decision
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'event', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'topic', NEW.topic, 'title', NEW.title, 'kind', NEW.kind, 'date', NEW.date,
            'earliest', NEW.earliest, 'latest', NEW.latest, 'parties', json(NEW.parties),
            'same_as', NEW.same_as, 'rule', NEW.rule, 'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER event_journal_delete AFTER DELETE ON event
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'event', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'topic', OLD.topic, 'title', OLD.title, 'kind', OLD.kind, 'date', OLD.date,
            'earliest', OLD.earliest, 'latest', OLD.latest, 'parties', json(OLD.parties),
            'same_as', OLD.same_as, 'rule', OLD.rule, 'decision', OLD.decision
        )
    );
END;

CREATE TRIGGER event_passage_journal_insert AFTER INSERT ON event_passage
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'event_passage', NEW.event || '/' || NEW.ordinal, 'insert',
        json_object(
            'event', NEW.event, 'ordinal', NEW.ordinal, 'document', NEW.document, 'start', NEW.start,
            'end', NEW.end, 'exact', NEW.exact, 'role', NEW.role
        )
    );
END;

CREATE TRIGGER event_passage_journal_update AFTER UPDATE ON event_passage
WHEN (
    NEW.event, NEW.ordinal, NEW.document, NEW.start, NEW.end, NEW.exact, NEW.role
) IS NOT (
    OLD.event, OLD.ordinal, OLD.document, OLD.start, OLD.end, OLD.exact, OLD.role
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.event IS NOT OLD.event OR NEW.ordinal IS NOT OLD.ordinal;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'event_passage', NEW.event || '/' || NEW.ordinal, 'update',
        json_object(
            'event', NEW.event, 'ordinal', NEW.ordinal, 'document', NEW.document, 'start', NEW.start,
            'end', NEW.end, 'exact', NEW.exact, 'role', NEW.role
        )
    );
END;

CREATE TRIGGER event_passage_journal_delete AFTER DELETE ON event_passage
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'event_passage', OLD.event || '/' || OLD.ordinal, 'delete',
        json_object(
            'event', OLD.event, 'ordinal', OLD.ordinal, 'document', OLD.document, 'start', OLD.start,
            'end', OLD.end, 'exact', OLD.exact, 'role', OLD.role
        )
    );
END;

CREATE TRIGGER claim_journal_insert AFTER INSERT ON claim
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'claim', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'event', NEW.event, 'text', NEW.text, 'kind', NEW.kind,
            'subjects', json(NEW.subjects), 'entails', NEW.entails, 'same_as', NEW.same_as,
            'rule', NEW.rule, 'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER claim_journal_update AFTER UPDATE ON claim
WHEN (
    NEW.id, NEW.event, NEW.text, NEW.kind, NEW.subjects, NEW.entails, NEW.same_as, NEW.rule,
    NEW.decision
) IS NOT (
    OLD.id, OLD.event, OLD.text, OLD.kind, OLD.subjects, OLD.entails, OLD.same_as, OLD.rule,
    OLD.decision
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'claim', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'event', NEW.event, 'text', NEW.text, 'kind', NEW.kind,
            'subjects', json(NEW.subjects), 'entails', NEW.entails, 'same_as', NEW.same_as,
            'rule', NEW.rule, 'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER claim_journal_delete AFTER DELETE ON claim
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'claim', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'event', OLD.event, 'text', OLD.text, 'kind', OLD.kind,
            'subjects', json(OLD.subjects), 'entails', OLD.entails, 'same_as', OLD.same_as,
            'rule', OLD.rule, 'decision', OLD.decision
        )
    );
END;

CREATE TRIGGER statement_journal_insert AFTER INSERT ON statement
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'statement', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'document', NEW.document, 'start', NEW.start, 'end', NEW.end,
            'exact', NEW.exact, 'speaker', NEW.speaker, 'party', NEW.party, 'chain', json(NEW.chain),
            'basis', NEW.basis, 'said', NEW.said, 'earliest', NEW.earliest, 'latest', NEW.latest,
            'office', NEW.office, 'heads', NEW.heads, 'mode', NEW.mode, 'act', NEW.act,
            'certainty', NEW.certainty, 'event', NEW.event, 'credibility', NEW.credibility,
            'rule', NEW.rule, 'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER statement_journal_update AFTER UPDATE ON statement
WHEN (
    NEW.id, NEW.document, NEW.start, NEW.end, NEW.exact, NEW.speaker, NEW.party, NEW.chain, NEW.basis,
    NEW.said, NEW.earliest, NEW.latest, NEW.office, NEW.heads, NEW.mode, NEW.act, NEW.certainty,
    NEW.event, NEW.credibility, NEW.rule, NEW.decision
) IS NOT (
    OLD.id, OLD.document, OLD.start, OLD.end, OLD.exact, OLD.speaker, OLD.party, OLD.chain, OLD.basis,
    OLD.said, OLD.earliest, OLD.latest, OLD.office, OLD.heads, OLD.mode, OLD.act, OLD.certainty,
    OLD.event, OLD.credibility, OLD.rule, OLD.decision
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'statement', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'document', NEW.document, 'start', NEW.start, 'end', NEW.end,
            'exact', NEW.exact, 'speaker', NEW.speaker, 'party', NEW.party, 'chain', json(NEW.chain),
            'basis', NEW.basis, 'said', NEW.said, 'earliest', NEW.earliest, 'latest', NEW.latest,
            'office', NEW.office, 'heads', NEW.heads, 'mode', NEW.mode, 'act', NEW.act,
            'certainty', NEW.certainty, 'event', NEW.event, 'credibility', NEW.credibility,
            'rule', NEW.rule, 'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER statement_journal_delete AFTER DELETE ON statement
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'statement', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'document', OLD.document, 'start', OLD.start, 'end', OLD.end,
            'exact', OLD.exact, 'speaker', OLD.speaker, 'party', OLD.party, 'chain', json(OLD.chain),
            'basis', OLD.basis, 'said', OLD.said, 'earliest', OLD.earliest, 'latest', OLD.latest,
            'office', OLD.office, 'heads', OLD.heads, 'mode', OLD.mode, 'act', OLD.act,
            'certainty', OLD.certainty, 'event', OLD.event, 'credibility', OLD.credibility,
            'rule', OLD.rule, 'decision', OLD.decision
        )
    );
END;

CREATE TRIGGER stance_journal_insert AFTER INSERT ON stance
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'stance', NEW.statement || '/' || NEW.claim, 'insert',
        json_object(
            'statement', NEW.statement, 'claim', NEW.claim, 'stance', NEW.stance,
            'coverage', NEW.coverage, 'scope', NEW.scope, 'score', json(NEW.score), 'rule', NEW.rule,
            'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER stance_journal_update AFTER UPDATE ON stance
WHEN (
    NEW.statement, NEW.claim, NEW.stance, NEW.coverage, NEW.scope, NEW.score, NEW.rule, NEW.decision
) IS NOT (
    OLD.statement, OLD.claim, OLD.stance, OLD.coverage, OLD.scope, OLD.score, OLD.rule, OLD.decision
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.statement IS NOT OLD.statement OR NEW.claim IS NOT OLD.claim;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'stance', NEW.statement || '/' || NEW.claim, 'update',
        json_object(
            'statement', NEW.statement, 'claim', NEW.claim, 'stance', NEW.stance,
            'coverage', NEW.coverage, 'scope', NEW.scope, 'score', json(NEW.score), 'rule', NEW.rule,
            'decision', NEW.decision
        )
    );
END;

CREATE TRIGGER stance_journal_delete AFTER DELETE ON stance
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'stance', OLD.statement || '/' || OLD.claim, 'delete',
        json_object(
            'statement', OLD.statement, 'claim', OLD.claim, 'stance', OLD.stance,
            'coverage', OLD.coverage, 'scope', OLD.scope, 'score', json(OLD.score), 'rule', OLD.rule,
            'decision', OLD.decision
        )
    );
END;

CREATE TRIGGER quote_journal_insert AFTER INSERT ON quote
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'quote', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'document', NEW.document, 'start', NEW.start, 'end', NEW.end,
            'exact', NEW.exact, 'statement', NEW.statement, 'words_of', NEW.words_of,
            'relays', NEW.relays, 'rule', NEW.rule
        )
    );
END;

CREATE TRIGGER quote_journal_update AFTER UPDATE ON quote
WHEN (
    NEW.id, NEW.document, NEW.start, NEW.end, NEW.exact, NEW.statement, NEW.words_of, NEW.relays,
    NEW.rule
) IS NOT (
    OLD.id, OLD.document, OLD.start, OLD.end, OLD.exact, OLD.statement, OLD.words_of, OLD.relays,
    OLD.rule
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'quote', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'document', NEW.document, 'start', NEW.start, 'end', NEW.end,
            'exact', NEW.exact, 'statement', NEW.statement, 'words_of', NEW.words_of,
            'relays', NEW.relays, 'rule', NEW.rule
        )
    );
END;

CREATE TRIGGER quote_journal_delete AFTER DELETE ON quote
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'quote', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'document', OLD.document, 'start', OLD.start, 'end', OLD.end,
            'exact', OLD.exact, 'statement', OLD.statement, 'words_of', OLD.words_of,
            'relays', OLD.relays, 'rule', OLD.rule
        )
    );
END;

CREATE TRIGGER date_mention_journal_insert AFTER INSERT ON date_mention
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'date_mention', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'document', NEW.document, 'start', NEW.start, 'end', NEW.end,
            'exact', NEW.exact, 'date', NEW.date, 'earliest', NEW.earliest, 'latest', NEW.latest,
            'value', NEW.value, 'optional', NEW.optional, 'dates', json(NEW.dates), 'rule', NEW.rule
        )
    );
END;

CREATE TRIGGER date_mention_journal_update AFTER UPDATE ON date_mention
WHEN (
    NEW.id, NEW.document, NEW.start, NEW.end, NEW.exact, NEW.date, NEW.earliest, NEW.latest, NEW.value,
    NEW.optional, NEW.dates, NEW.rule
) IS NOT (
    OLD.id, OLD.document, OLD.start, OLD.end, OLD.exact, OLD.date, OLD.earliest, OLD.latest, OLD.value,
    OLD.optional, OLD.dates, OLD.rule
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'date_mention', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'document', NEW.document, 'start', NEW.start, 'end', NEW.end,
            'exact', NEW.exact, 'date', NEW.date, 'earliest', NEW.earliest, 'latest', NEW.latest,
            'value', NEW.value, 'optional', NEW.optional, 'dates', json(NEW.dates), 'rule', NEW.rule
        )
    );
END;

CREATE TRIGGER date_mention_journal_delete AFTER DELETE ON date_mention
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'date_mention', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'document', OLD.document, 'start', OLD.start, 'end', OLD.end,
            'exact', OLD.exact, 'date', OLD.date, 'earliest', OLD.earliest, 'latest', OLD.latest,
            'value', OLD.value, 'optional', OLD.optional, 'dates', json(OLD.dates), 'rule', OLD.rule
        )
    );
END;

CREATE TRIGGER note_journal_insert AFTER INSERT ON note
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'note', NEW.id, 'insert',
        json_object(
            'id', NEW.id, 'at', NEW.at, 'kind', NEW.kind, 'about', NEW.about, 'text', NEW.text,
            'done', NEW.done, 'tags', json(NEW.tags)
        )
    );
END;

CREATE TRIGGER note_journal_update AFTER UPDATE ON note
WHEN (
    NEW.id, NEW.at, NEW.kind, NEW.about, NEW.text, NEW.done, NEW.tags
) IS NOT (
    OLD.id, OLD.at, OLD.kind, OLD.about, OLD.text, OLD.done, OLD.tags
)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.id IS NOT OLD.id;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'note', NEW.id, 'update',
        json_object(
            'id', NEW.id, 'at', NEW.at, 'kind', NEW.kind, 'about', NEW.about, 'text', NEW.text,
            'done', NEW.done, 'tags', json(NEW.tags)
        )
    );
END;

CREATE TRIGGER note_journal_delete AFTER DELETE ON note
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'note', OLD.id, 'delete',
        json_object(
            'id', OLD.id, 'at', OLD.at, 'kind', OLD.kind, 'about', OLD.about, 'text', OLD.text,
            'done', OLD.done, 'tags', json(OLD.tags)
        )
    );
END;

CREATE VIEW shown_statement AS
SELECT s.*, coalesce(s.latest, d.published) AS public, d.publisher
FROM statement AS s
JOIN document AS d ON d.id = s.document
WHERE s.decision <> 'thrown-out' AND d.decision <> 'thrown-out' AND NOT EXISTS (
    SELECT 1 FROM document AS newer WHERE newer.replaces = d.id AND newer.decision <> 'thrown-out'
);

CREATE TABLE timeline (
    key INTEGER PRIMARY KEY,
    event TEXT NOT NULL UNIQUE REFERENCES event (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    public TEXT, -- first public day; the day of recording where none is known
    own_day TEXT, -- earliest day of the event itself, else the latest
    own_latest TEXT,
    status TEXT NOT NULL,
    responded INTEGER NOT NULL,
    parties TEXT NOT NULL,
    statements INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    named INTEGER NOT NULL,
    people INTEGER NOT NULL,
    retellings INTEGER NOT NULL, -- documents behind the best supported claim
    changed INTEGER NOT NULL, -- newest journal line of the event, its claims and statements
    unread INTEGER NOT NULL
) STRICT;

CREATE INDEX timeline_topic ON timeline (topic, key);

CREATE INDEX timeline_shown ON timeline (key, topic) WHERE topic <> 'other';

CREATE INDEX timeline_own ON timeline (own_day IS NULL, own_day, own_latest IS NULL, own_latest, event);

CREATE INDEX timeline_changed ON timeline (changed);

CREATE TABLE timeline_party (
    party TEXT NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (party, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX timeline_party_key ON timeline_party (key);

CREATE TABLE topic_count (
    topic TEXT PRIMARY KEY NOT NULL,
    events INTEGER NOT NULL DEFAULT 0,
    contested INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE position (
    claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    party TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    position TEXT NOT NULL,
    stance TEXT,
    coverage TEXT,
    basis TEXT,
    public TEXT,
    statement TEXT,
    scope TEXT,
    part INTEGER NOT NULL,
    proposed INTEGER NOT NULL,
    reversed INTEGER NOT NULL,
    earlier TEXT,
    newest_stance TEXT,
    newest_public TEXT,
    newest_statement TEXT,
    tied TEXT,
    PRIMARY KEY (claim, party)
) STRICT, WITHOUT ROWID;

CREATE INDEX position_party ON position (party);

CREATE TABLE claim_status (
    claim TEXT PRIMARY KEY NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    event TEXT NOT NULL, -- the one that shows it, merged events followed
    topic TEXT NOT NULL,
    status TEXT NOT NULL,
    origins INTEGER NOT NULL,
    named INTEGER NOT NULL,
    people INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    history TEXT NOT NULL, -- [[day or null, status], ...], oldest first
    public TEXT,
    newest TEXT, -- last public day of a statement on it
    due TEXT -- the day on which an unanswered question turns into silence
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_status_event ON claim_status (event);

CREATE INDEX claim_status_topic ON claim_status (topic, newest);

CREATE INDEX claim_status_due ON claim_status (due) WHERE due IS NOT NULL;

CREATE VIRTUAL TABLE search USING fts5 (
    title, body, people, tags,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3',
    detail = full
);

CREATE TRIGGER timeline_gone AFTER DELETE ON timeline
BEGIN
    DELETE FROM search WHERE rowid = OLD.key;
    DELETE FROM timeline_party WHERE key = OLD.key;
    UPDATE topic_count SET
        events = events - 1,
        contested = contested - (OLD.status IN ('disputed', 'denied', 'denied-in-part', 'denied-by-some')),
        unread = unread - OLD.unread
    WHERE topic = OLD.topic;
END;

CREATE TRIGGER timeline_added AFTER INSERT ON timeline
BEGIN
    INSERT INTO topic_count (topic, events, contested, unread) VALUES (
        NEW.topic, 1, NEW.status IN ('disputed', 'denied', 'denied-in-part', 'denied-by-some'), NEW.unread
    )
    ON CONFLICT (topic) DO UPDATE SET
        events = events + 1, contested = contested + excluded.contested, unread = unread + excluded.unread;
END;

CREATE TRIGGER timeline_seen AFTER UPDATE OF unread ON timeline WHEN NEW.unread <> OLD.unread
BEGIN
    UPDATE topic_count SET unread = unread + NEW.unread - OLD.unread WHERE topic = NEW.topic;
END;

CREATE VIEW timeline_view AS
SELECT
    e.id, e.title, t.topic, e.kind, e.date, e.earliest, e.latest, t.public, t.status, t.parties,
    t.statements, t.documents, t.notes, t.origins, t.named, t.people, t.unread
FROM timeline AS t
JOIN event AS e ON e.id = t.event
ORDER BY t.key DESC;

CREATE VIEW status_view AS
SELECT
    c.id, c.text AS claim, s.event, s.topic, s.status, c.subjects, s.origins, s.named, s.people,
    s.documents, s.public
FROM claim_status AS s
JOIN claim AS c ON c.id = s.claim;

CREATE VIEW position_view AS
SELECT
    p.claim, c.text, s.event, s.topic, p.party, p.position, p.part, p.stance, p.coverage, p.basis,
    p.public, p.statement, t.exact, p.scope, p.proposed, p.reversed
FROM position AS p
JOIN claim AS c ON c.id = p.claim
JOIN claim_status AS s ON s.claim = p.claim
LEFT JOIN statement AS t ON t.id = p.statement;

CREATE TABLE fetch_state (
    source TEXT PRIMARY KEY NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    due TEXT,
    fetched TEXT,
    succeeded TEXT,
    fault TEXT,
    error TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    etag TEXT,
    last_modified TEXT,
    validators_url TEXT,
    body_hash TEXT,
    moved_to TEXT,
    moved_times INTEGER NOT NULL DEFAULT 0,
    rung TEXT NOT NULL DEFAULT 'guid' CHECK (rung IN ('guid', 'link', 'hash')),
    newest TEXT,
    usual_gap REAL,
    hub INTEGER NOT NULL DEFAULT 0 CHECK (hub IN (0, 1))
) STRICT;

CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    guid TEXT,
    link TEXT,
    hash TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT,
    published_raw TEXT,
    first_seen TEXT NOT NULL,
    changed TEXT, -- when its text last changed
    document TEXT REFERENCES document (id) ON DELETE SET NULL,
    left_out TEXT -- why it is no document
, stamp TEXT) STRICT;

CREATE INDEX entry_source ON entry (source, number);

CREATE INDEX entry_link ON entry (link) WHERE link IS NOT NULL;

CREATE INDEX entry_document ON entry (document) WHERE document IS NOT NULL;

CREATE TABLE host_state (
    host TEXT PRIMARY KEY NOT NULL,
    free_at TEXT,
    browser_like INTEGER NOT NULL DEFAULT 0 CHECK (browser_like IN (0, 1))
) STRICT;

CREATE TABLE host_lease (
    host TEXT PRIMARY KEY NOT NULL,
    owner TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;

CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    session TEXT NOT NULL, -- the open store that did it
    personal INTEGER NOT NULL CHECK (personal IN (0, 1)), -- a person's; outlives its session
    sentence TEXT NOT NULL, -- what it did, in words
    first INTEGER NOT NULL, -- its lines in the journal, those of its redoing after one
    last INTEGER NOT NULL CHECK (last >= first),
    undone_first INTEGER, -- the lines of its undoing
    undone_last INTEGER,
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone'))
, seen TEXT) STRICT;

CREATE INDEX action_state ON action (state, id);

CREATE TABLE action_lines (
    first INTEGER PRIMARY KEY NOT NULL,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE watch (
    kind TEXT NOT NULL CHECK (kind IN ('claim', 'actor', 'party')),
    record TEXT NOT NULL CHECK (record <> ''), -- id of the claim or actor, code of the party
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    PRIMARY KEY (kind, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE status_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seq INTEGER NOT NULL, -- the newest journal line then
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    was TEXT NOT NULL,
    now TEXT NOT NULL,
    party TEXT,
    statement TEXT,
    reversed INTEGER NOT NULL CHECK (reversed IN (0, 1))
) STRICT;

CREATE INDEX status_move_claim ON status_move (claim);

CREATE INDEX claim_status_status_newest ON claim_status (status, newest, claim);

CREATE INDEX position_reversed ON position (claim) WHERE reversed;

CREATE INDEX event_to_come ON event (latest) WHERE kind IN ('planned', 'pending');

CREATE TABLE "source" (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    url TEXT NOT NULL UNIQUE
        CHECK (url LIKE 'http://%' OR url LIKE 'https://%' OR url LIKE 'file:///%'),
    name TEXT NOT NULL,
    added TEXT NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    allow_private INTEGER NOT NULL DEFAULT 0 CHECK (allow_private IN (0, 1)),
    pages INTEGER NOT NULL DEFAULT 0 CHECK (pages IN (0, 1)),
    minutes INTEGER CHECK (minutes > 0),
    reliability TEXT,
    topic TEXT REFERENCES topic (id) ON UPDATE CASCADE ON DELETE SET NULL,
    former_urls TEXT NOT NULL DEFAULT '[]'
        CHECK (json_valid(former_urls) AND json_type(former_urls) = 'array'),
    keep TEXT NOT NULL DEFAULT 'everything'
        CHECK (keep IN ('everything', 'topic', 'watched', 'topic-or-watched')),
    secret TEXT CHECK (secret LIKE 'env:_%' OR secret LIKE 'file:_%') -- where it is, never what it is
) STRICT;

CREATE INDEX source_topic ON source (topic) WHERE topic IS NOT NULL;

CREATE TABLE left_out_text (
    entry INTEGER PRIMARY KEY NOT NULL REFERENCES entry (number) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (instr(text, char(0)) = 0),
    publisher TEXT,
    url TEXT,
    kind TEXT NOT NULL DEFAULT 'article',
    removed_characters INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE saved_view (
    name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
    query TEXT NOT NULL,
    ordinal INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER saved_view_journal_insert AFTER INSERT ON saved_view
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'saved_view', NEW.name, 'insert',
        json_object('name', NEW.name, 'query', NEW.query, 'ordinal', NEW.ordinal)
    );
END;

CREATE TRIGGER saved_view_journal_update AFTER UPDATE ON saved_view
WHEN (NEW.name, NEW.query, NEW.ordinal) IS NOT (OLD.name, OLD.query, OLD.ordinal)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.name IS NOT OLD.name;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'saved_view', NEW.name, 'update',
        json_object('name', NEW.name, 'query', NEW.query, 'ordinal', NEW.ordinal)
    );
END;

CREATE TRIGGER saved_view_journal_delete AFTER DELETE ON saved_view
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'saved_view', OLD.name, 'delete',
        json_object('name', OLD.name, 'query', OLD.query, 'ordinal', OLD.ordinal)
    );
END;

CREATE TABLE indexed_word (
    word TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE filed (
    digest BLOB PRIMARY KEY NOT NULL,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE removed_source_document (
    document TEXT PRIMARY KEY NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    first_seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_status_newest ON claim_status (newest, claim, public, topic);
