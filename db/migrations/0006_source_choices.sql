-- A source may be a folder, says what of it is kept, and names where its password is.

CREATE TABLE new_source (
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

INSERT INTO new_source (
    id, url, name, added, paused, allow_private, pages, minutes, reliability, topic, former_urls
)
SELECT id, url, name, added, paused, allow_private, pages, minutes, reliability, topic, former_urls
FROM source;

DROP TABLE source;
ALTER TABLE new_source RENAME TO source;
CREATE INDEX source_topic ON source (topic) WHERE topic IS NOT NULL;

-- Of an entry that is a file: its size and when it was written.

ALTER TABLE entry ADD COLUMN stamp TEXT;

-- Words of entries that were left out, so that they can be taken in later.

CREATE TABLE left_out_text (
    entry INTEGER PRIMARY KEY NOT NULL REFERENCES entry (number) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (instr(text, char(0)) = 0),
    publisher TEXT,
    url TEXT,
    kind TEXT NOT NULL DEFAULT 'article',
    removed_characters INTEGER NOT NULL DEFAULT 0
) STRICT;
