-- What follows from the ledger by its rules. Nothing here is journaled: all of it can be made again.

-- What counts: not thrown out, in a document that is not thrown out and that no newer one replaces.
-- public: the day it became public, as far as known.
CREATE VIEW shown_statement AS
SELECT s.*, coalesce(s.latest, d.published) AS public, d.publisher
FROM statement AS s
JOIN document AS d ON d.id = s.document
WHERE s.decision <> 'thrown-out' AND d.decision <> 'thrown-out' AND NOT EXISTS (
    SELECT 1 FROM document AS newer WHERE newer.replaces = d.id AND newer.decision <> 'thrown-out'
);

-- One row an event that is shown (merged and thrown-out ones are not). key orders events by the second
-- they first became public, newest largest: (ordinal day * 86400 + second of the day) << 20 | n.
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

-- Where a party stands on a claim; subjects always have a row.
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
CREATE INDEX claim_status_status ON claim_status (status);
CREATE INDEX claim_status_due ON claim_status (due) WHERE due IS NOT NULL;

-- rowid is timeline.key, so that the newest hits come first without sorting.
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

-- For reading by hand.

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
