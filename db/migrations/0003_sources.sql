-- Watched sources, how fetching them stands, and the entries they have shown. None of it is journaled:
-- fetching the same thing again must leave no trace, and what came in is journaled as documents.
-- Instants are ISO 8601 in UTC.

CREATE TABLE source (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    url TEXT NOT NULL UNIQUE CHECK (url LIKE 'http://%' OR url LIKE 'https://%'),
    name TEXT NOT NULL,
    added TEXT NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    allow_private INTEGER NOT NULL DEFAULT 0 CHECK (allow_private IN (0, 1)),
    pages INTEGER NOT NULL DEFAULT 0 CHECK (pages IN (0, 1)),
    minutes INTEGER CHECK (minutes > 0),
    reliability TEXT,
    topic TEXT REFERENCES topic (id) ON UPDATE CASCADE ON DELETE SET NULL,
    former_urls TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former_urls) AND json_type(former_urls) = 'array')
) STRICT;
CREATE INDEX source_topic ON source (topic) WHERE topic IS NOT NULL;

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
) STRICT;
CREATE INDEX entry_source ON entry (source, number);
CREATE INDEX entry_link ON entry (link) WHERE link IS NOT NULL;
CREATE INDEX entry_document ON entry (document) WHERE document IS NOT NULL;

-- What is remembered of hosts, and who is asking them now.

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
